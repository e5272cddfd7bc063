using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ChannelModel.Commissions;
using CsCheck;
using NodaTime;

namespace ChannelModel.Tests.Commissions;

/// <summary>Laws of statements over plans that use every mode, policy and modifier.</summary>
public sealed class StatementRecordLaws
{
    private static readonly Gen<(int Plan, int Facts)> Seeds = Gen.Select(Gen.Int[0, 10_000_000], Gen.Int[0, 10_000_000], (a, b) => (a, b));

    [Fact]
    public void Lines_add_up_and_every_statement_verifies() =>
        Seeds.Sample(
            seed =>
            {
                CommissionStatement statement = Statement(seed);
                Money.Sum(statement.Lines.Select(line => line.Amount), statement.Total.Currency).Should().Be(statement.Total);
                statement.Rules.Evaluate(statement.Facts).Should().Be(statement.Total);
                statement.Lines.Should().OnlyHaveUniqueItems(line => line.Id);
                statement.Lines.Should().NotBeEmpty("a zero says why");
                string record = statement.ToRecord();
                statement.Verify().Should().BeEmpty(record);
            },
            iter: Laws.Iterations);

    [Fact]
    public void Any_changed_digit_is_found() =>
        Gen.Select(Seeds, Gen.Int[0, int.MaxValue]).Sample(
            (seed, which) =>
            {
                char[] record = Statement(seed).ToRecord().ToCharArray();
                int[] digits = [.. Enumerable.Range(0, record.Length).Where(i => char.IsAsciiDigit(record[i]))];
                int at = digits[which % digits.Length];
                record[at] = record[at] == '9' ? '0' : (char)(record[at] + 1);
                StatementRecord.Verify(new string(record)).Should().NotBeEmpty();
            },
            iter: Laws.Iterations);

    /// <summary>The arithmetic alone: a forger writes the hashes anew, and changes an amount, exact units, a rate, a bound, or the total.</summary>
    [Fact]
    public void Any_changed_amount_or_operand_is_found_without_the_hashes() =>
        Gen.Select(Seeds, Gen.Int[0, int.MaxValue], Gen.Int[1, 9]).Sample(
            (seed, which, by) =>
            {
                string[] rows = Statement(seed).ToRecord().Split('\n');
                (int Row, int Cell)[] numbers =
                [
                    .. from row in Enumerable.Range(0, rows.Length)
                       let cells = rows[row].Split('\t')
                       where cells[0] is "line" or "total"
                       from cell in cells[0] == "total" ? [1] : new[] { 12, 13, 14, 16 }
                       where cells[cell].Length > 0 && !IsIdle(cells, cell)
                       select (row, cell),
                ];
                (int at, int which2) = numbers[which % numbers.Length];
                string[] changed = rows[at].Split('\t');
                changed[which2] = Changed(changed[which2], by);
                rows[at] = string.Join('\t', changed);
                StatementRecord.Verify(Rehashed(rows)).Should().NotBeEmpty("{0} of {1} was changed", which2, rows[at]);
            },
            iter: Laws.Iterations);

    [Fact]
    public void A_missing_or_doubled_line_is_found_without_the_hashes() =>
        Gen.Select(Seeds, Gen.Int[0, int.MaxValue], Gen.Bool).Sample(
            (seed, which, doubled) =>
            {
                List<string> rows = [.. Statement(seed).ToRecord().Split('\n')];
                int[] lines = [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].StartsWith("line\t", StringComparison.Ordinal) && rows[i].Split('\t')[12] != "0")];
                if (lines.Length == 0)
                {
                    return;
                }

                int at = lines[which % lines.Length];
                if (doubled)
                {
                    rows.Insert(at, rows[at]);
                }
                else
                {
                    rows.RemoveAt(at);
                }

                StatementRecord.Verify(Rehashed([.. rows])).Should().NotBeEmpty();
            },
            iter: Laws.Iterations);

    [Fact]
    public void A_record_reads_back_as_the_same_statement() =>
        Seeds.Sample(
            seed =>
            {
                CommissionStatement statement = Statement(seed);
                StatementRecord record = StatementRecord.Parse(statement.ToRecord());
                record.Text.Should().Be(statement.ToRecord());
                record.Total.Should().Be(statement.Total);
                record.Carried.Should().Be(statement.Carried);
                foreach (Language language in new[] { Language.English, Language.SimplifiedChinese })
                {
                    record.ToText(language).Should().Be(statement.ToText(language));
                }
            },
            iter: Laws.Iterations);

    [Fact]
    public void Resolving_is_idempotent() =>
        Seeds.Sample(
            seed =>
            {
                CommissionPlan plan = RandomPlans.Plan(seed.Plan);
                ResolvedPlan once = plan.Resolve(new LocalDate(2025, 1, 31));
                ResolvedPlan twice = once.Plan.Resolve(once.AsOf);
                Pieces(twice.Plan).Should().Equal(Pieces(RandomPlans.Plan(seed.Plan)));
                CommissionFacts facts = RandomPlans.Facts(plan, seed.Facts);
                twice.Explain(facts).ToRecord().Should().Be(once.Explain(facts).ToRecord());
            },
            iter: Laws.Iterations);

    /// <summary>No English words in Chinese text: what remains are names of the user's own, currency codes and ids.</summary>
    [Fact]
    public void Chinese_text_has_no_English_words() =>
        Seeds.Sample(
            seed =>
            {
                string text = Statement(seed).ToText(Language.SimplifiedChinese);
                foreach (string own in new[] { "random", "p-1", "part", "spiff", "CNY", "JPY", "USD", "with tax", "visits", "back", "r0", "r1", "r2", "r3", "own-rate" })
                {
                    text = text.Replace(own, string.Empty, StringComparison.Ordinal);
                }

                text.Any(char.IsAsciiLetter).Should().BeFalse(text);
            },
            iter: Laws.Iterations);

    private static CommissionStatement Statement((int Plan, int Facts) seed)
    {
        CommissionPlan plan = RandomPlans.Plan(seed.Plan);
        return plan.Resolve(new LocalDate(2025, 1, 31)).Explain(RandomPlans.Facts(plan, seed.Facts));
    }

    private static IEnumerable<string> Pieces(CommissionPlan plan) =>
        from compiled in plan.Compiled
        from curve in compiled.Curves
        from p in curve.Pieces
        select $"{p.From} {p.Strict} {p.Anchor} {p.Closed} {p.Open} {p.Slope} {p.Denominator} {p.Block} {p.BlockRounding} {p.Tier} {p.Least} {p.Most}";

    /// <summary>Numbers that may change without a consequence: the value behind a gate or step only decides, and a slope or a portion pays nothing where the other is 0.</summary>
    private static bool IsIdle(string[] cells, int cell) =>
        (cells[0] == "line" && cell == 16 && cells[2] is "Gate" or "Accelerator" or "Input")
        || (cells[0] == "line" && cell == 13 && (cells[14] == "0" || cells[2] != "Tier"))
        || (cells[0] == "line" && cell == 14 && cells[2] != "Tier");

    private static string Changed(string cell, int by)
    {
        string[] parts = cell.Split(';')[0].Split('/');
        decimal number = decimal.Parse(parts[0], CultureInfo.InvariantCulture) + (by * 1_000m);
        string first = number.ToString(CultureInfo.InvariantCulture) + (parts.Length > 1 ? "/" + parts[1] : string.Empty);
        return string.Join(';', new[] { first }.Concat(cell.Split(';').Skip(1)));
    }

    private static string Rehashed(string[] rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = rows[i].StartsWith("facts-sha256", StringComparison.Ordinal) ? "facts-sha256\t" + Hash(rows.Where(r => r.StartsWith("fact\t", StringComparison.Ordinal) || r.StartsWith("rule\t", StringComparison.Ordinal)))
                : rows[i].StartsWith("lines-sha256", StringComparison.Ordinal) ? "lines-sha256\t" + Hash(rows.Where(r => r.StartsWith("line\t", StringComparison.Ordinal)))
                : rows[i];
        }

        return string.Join('\n', rows);
    }

    private static string Hash(IEnumerable<string> rows) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
}
