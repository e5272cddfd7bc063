using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>The canonical text of a statement, and the check of such a text from itself alone.</summary>
/// <remarks>
/// Rows end with a line feed, fields are separated by tabs. The facts carry a SHA-256, the lines another; both find errors, not forgery. Beyond
/// them the arithmetic is done again: portion x rate of each tier, and the sum.
/// </remarks>
public static class StatementRecord
{
    private const string Head = "channelmodel-statement";

    /// <summary>Re-checks a record: hashes, the arithmetic of every tier line, and the sum.</summary>
    /// <param name="record">What <see cref="CommissionStatement.ToRecord"/> wrote.</param>
    /// <returns>What is wrong; nothing if it holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<string> Verify(string record)
    {
        Guard.Against.Null(record);
        var problems = new List<string>();
        string[] rows = record.Split('\n');
        if (rows.Length < 5 || rows[0] != Head + "\t1" || rows[rows.Length - 1].Length != 0)
        {
            return ["This is not a statement record of version 1."];
        }

        var facts = rows.Where(row => row.StartsWith("fact\t", StringComparison.Ordinal)).ToList();
        var lines = rows.Where(row => row.StartsWith("line\t", StringComparison.Ordinal)).ToList();
        Expect(rows[rows.Length - 4], "facts-sha256\t" + Hash(facts), "The facts do not match their SHA-256.", problems);
        Expect(rows[rows.Length - 3], "lines-sha256\t" + Hash(lines), "The lines do not match their SHA-256.", problems);
        if (facts.Count + lines.Count + 5 != rows.Length)
        {
            problems.Add("The record has rows that are neither facts nor lines.");
        }

        BigInteger sum = BigInteger.Zero;
        foreach (string line in lines)
        {
            string[] cells = line.Split('\t');
            if (cells.Length != 14 || !Number(cells[4], out BigInteger amount))
            {
                problems.Add($"'{line}' is not a line.");
                continue;
            }

            sum += amount;
            if (cells[10].Length > 0 && (!Number(cells[10], out BigInteger a) || !Number(cells[11], out BigInteger b) || !Number(cells[12], out BigInteger c) || !Number(cells[13], out BigInteger d)
                || b.Sign <= 0 || d.Sign <= 0 || new Ratio(a * c, b * d).RoundTo(BigInteger.One, RoundingMode.TowardZero) != amount))
            {
                problems.Add($"{cells[1]}: portion x rate is not the amount.");
            }
        }

        string[] total = rows[rows.Length - 2].Split('\t');
        if (total.Length != 3 || total[0] != "total" || !Number(total[1], out BigInteger stated) || stated != sum)
        {
            problems.Add($"The lines add up to {sum} millionths, which is not the stated total.");
        }

        return problems;
    }

    internal static string FactsHash(CommissionFacts facts, ResolvedPlan rules) => Hash(FactRows(facts, rules));

    internal static string Write(CommissionStatement statement)
    {
        List<string> facts = FactRows(statement.Facts, statement.Rules);
        facts.Add($"fact\ttotal-currency\t{statement.Total.Currency}\t{statement.Total.ToMillionths()}");
        var lines = statement.Lines.Select(Row).ToList();
        var text = new StringBuilder();
        text.Append(Head).Append("\t1\n");
        foreach (string row in facts.Concat(lines))
        {
            text.Append(row).Append('\n');
        }

        text.Append("facts-sha256\t").Append(Hash(facts)).Append('\n');
        text.Append("lines-sha256\t").Append(Hash(lines)).Append('\n');
        text.Append("total\t").Append(statement.Total.ToMillionths()).Append('\t').Append(statement.Total.Currency).Append('\n');
        return text.ToString();
    }

    private static List<string> FactRows(CommissionFacts facts, ResolvedPlan rules)
    {
        var rows = new List<string>
        {
            $"fact\tplan\t{rules.Plan.Name}\t{rules.Version.ToString(CultureInfo.InvariantCulture)}",
            FormattableString.Invariant($"fact\tas-of\t{rules.Anchor}\t{rules.AsOf:uuuu-MM-dd}"),
            $"fact\tpayee\t{facts.Payee}",
            FormattableString.Invariant($"fact\tperiod\t{facts.Period.Start:uuuu-MM-dd}\t{facts.Period.End:uuuu-MM-dd}"),
        };
        if (facts.Active is NodaTime.DateInterval active)
        {
            rows.Add(FormattableString.Invariant($"fact\tactive\t{active.Start:uuuu-MM-dd}\t{active.End:uuuu-MM-dd}"));
        }

        rows.AddRange(NumberRows(string.Empty, facts.Set));
        foreach (FactRecord record in facts.Records)
        {
            rows.AddRange(NumberRows(record.Id, record.Set));
        }

        rows.AddRange(facts.Returns.Select(r => $"fact\treturn\t{r.Id}\t{r.Sold}\t{r.Commission}\t{r.ReturnedBefore}\t{r.Returned}"));
        rows.AddRange(facts.Paid.OrderBy(paid => paid.Key).Select(paid => $"fact\tpaid\t{paid.Key}\t{paid.Value}"));
        if (facts.CarriedIn is Money carried)
        {
            rows.Add($"fact\tcarried-in\t{carried}");
        }

        return rows;
    }

    private static IEnumerable<string> NumberRows(string record, FactSet set) =>
        set.Facts.ToArray()
            .OrderBy(fact => fact.Basis.Name, StringComparer.Ordinal).ThenBy(fact => fact.Column)
            .Select(fact => $"fact\tnumber\t{record}\t{fact.Basis.Name}\t{fact.Column}\t{fact.Units}\t{fact.Currency?.Code}\t{fact.Source}");

    private static string Row(StatementLine line) => string.Join(
        "\t",
        "line",
        line.Id,
        line.Kind.ToString(),
        line.IsPrior ? "prior" : string.Empty,
        line.Amount.ToMillionths().ToString(CultureInfo.InvariantCulture),
        line.Tier.ToString(CultureInfo.InvariantCulture),
        Text(line.From),
        Text(line.To),
        Text(line.Portion),
        line.Rate ?? string.Empty,
        line.Kind == LineKind.Tier ? Signed(line).ToString(CultureInfo.InvariantCulture) : string.Empty,
        line.Kind == LineKind.Tier ? line.Units.Denominator.ToString(CultureInfo.InvariantCulture) : string.Empty,
        line.Kind == LineKind.Tier ? line.Slope.Numerator.ToString(CultureInfo.InvariantCulture) : string.Empty,
        line.Kind == LineKind.Tier ? line.Slope.Denominator.ToString(CultureInfo.InvariantCulture) : string.Empty);

    private static BigInteger Signed(StatementLine line) => line.IsPrior ? -line.Units.Numerator : line.Units.Numerator;

    private static string Text(decimal? value) => value is decimal number ? StatementLine.Number(number) : string.Empty;

    private static bool Number(string text, out BigInteger value) => BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static void Expect(string row, string expected, string problem, List<string> problems)
    {
        if (row != expected)
        {
            problems.Add(problem);
        }
    }

    private static string Hash(IEnumerable<string> rows)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Join("\n", rows));
#if NET8_0_OR_GREATER
        byte[] hash = SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(bytes);
#endif
        var text = new StringBuilder(64);
        foreach (byte part in hash)
        {
            text.Append(part.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
