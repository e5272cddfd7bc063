using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json;
using ChannelModel.Commissions;
using ChannelModel.Tests;
using ChannelModel.Tests.Commissions;
using CsCheck;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>What is written is read back as the same plan, or the same statement, member for member.</summary>
public sealed class CommissionPlanJsonLaws
{
    private static readonly LocalDate Day = new(2025, 1, 31);

    [Fact]
    public void A_plan_reads_back_member_for_member() =>
        Gen.Select(Gen.Int[0, 10_000_000], Gen.Int[0, 10_000_000]).Sample(
            (seed, facts) =>
            {
                CommissionPlan plan = RandomPlans.Plan(seed);
                string json = CommissionPlanJson.Write(plan);
                JsonReadResult<CommissionPlan> read = CommissionPlanJson.Read(Encoding.UTF8.GetBytes(json));
                read.Errors.Should().BeEmpty(json);
                Differences(plan, read.Value, "plan").Should().BeEmpty(json);
                CommissionPlanJson.Write(read.Value).Should().Be(json);
                CommissionFacts given = RandomPlans.Facts(plan, facts);
                read.Value.Resolve(Day).Explain(given).ToRecord().Should().Be(plan.Resolve(Day).Explain(given).ToRecord());
            },
            iter: Laws.Iterations);

    [Fact]
    public void A_plan_that_is_written_fits_the_schema()
    {
        using var schema = JsonDocument.Parse(CommissionPlanJson.Schema());
        Gen.Int[0, 10_000_000].Sample(
            seed =>
            {
                using var plan = JsonDocument.Parse(CommissionPlanJson.Write(RandomPlans.Plan(seed)));
                SchemaCheck.Problems(schema.RootElement, plan.RootElement).Should().BeEmpty(plan.RootElement.GetRawText());
            },
            iter: Laws.Iterations / 2);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Plans"), "*.json").Where(file => CommissionPlanJson.Read(File.ReadAllBytes(file)).Succeeded))
        {
            using var plan = JsonDocument.Parse(File.ReadAllText(file));
            SchemaCheck.Problems(schema.RootElement, plan.RootElement).Should().BeEmpty(file);
        }
    }

    [Theory]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2")]
    [InlineData("\"5%\"", "5")]
    [InlineData("\"whole-amount\"", "\"slab\"")]
    [InlineData("\"returns\": ", "\"refunds\": ")]
    [InlineData("\"per\": \"quarter\"", "\"per\": \"season\"")]
    public void What_the_reader_refuses_by_form_the_schema_refuses(string good, string bad)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plans", "retroactive.json"));
        text.Should().Contain(good);
        string changed = text.Replace(good, bad, StringComparison.Ordinal);
        CommissionPlanJson.Read(Encoding.UTF8.GetBytes(changed)).Succeeded.Should().BeFalse();
        using var schema = JsonDocument.Parse(CommissionPlanJson.Schema());
        using var plan = JsonDocument.Parse(changed);
        SchemaCheck.Problems(schema.RootElement, plan.RootElement).Should().NotBeEmpty();
    }

    [Fact]
    public void A_statement_reads_back_and_verifies_and_a_changed_one_does_not() =>
        Gen.Select(Gen.Int[0, 10_000_000], Gen.Int[0, 10_000_000], Gen.Int[0, int.MaxValue]).Sample(
            (seed, facts, which) =>
            {
                CommissionPlan plan = RandomPlans.Plan(seed);
                CommissionStatement statement = plan.Resolve(Day).Explain(RandomPlans.Facts(plan, facts));
                string json = CommissionStatementJson.Write(statement);
                StatementRecord record = Read(json).Value;
                record.Text.Should().Be(statement.ToRecord());
                CommissionStatementJson.Write(record).Should().Be(json);
                record.Verify().Should().BeEmpty();

                char[] changed = json.ToCharArray();
                int[] digits = [.. Enumerable.Range(json.IndexOf("\"facts\"", StringComparison.Ordinal), json.Length).TakeWhile(i => i < json.Length).Where(i => char.IsAsciiDigit(json[i]))];
                int at = digits[which % digits.Length];
                changed[at] = changed[at] == '9' ? '0' : (char)(changed[at] + 1);
                JsonReadResult<StatementRecord> broken = Read(new string(changed));
                (broken.Succeeded && broken.Value.Verify().Count == 0).Should().BeFalse();
            },
            iter: Laws.Iterations);

    [Fact]
    public void No_change_of_a_statement_throws()
    {
        CommissionPlan plan = RandomPlans.Plan(7);
        byte[] good = Encoding.UTF8.GetBytes(CommissionStatementJson.Write(plan.Resolve(Day).Explain(RandomPlans.Facts(plan, 7))));
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Sample(
            (at, value) =>
            {
                byte[] bytes = (byte[])good.Clone();
                bytes[at] = value;
                JsonReadResult<StatementRecord> result = CommissionStatementJson.Read(bytes);
                result.Succeeded.Should().Be(result.Errors.Count == 0);
                _ = result.Succeeded ? result.Value.Verify() : [];
            },
            iter: Laws.Iterations);
    }

    private static JsonReadResult<StatementRecord> Read(string json) => CommissionStatementJson.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Compares all public members of two plans, down to numbers and texts.</summary>
    private static IEnumerable<string> Differences(object? a, object? b, string path)
    {
        if (a is null || b is null || a.GetType() != b.GetType())
        {
            return Equals(a, b) ? [] : [$"{path}: {a} against {b}"];
        }

        Type type = a.GetType();
        if (a is not string && a is IEnumerable first)
        {
            object?[] left = [.. first.Cast<object?>()];
            object?[] right = [.. ((IEnumerable)b).Cast<object?>()];
            return left.Length != right.Length ? [$"{path}: {left.Length} against {right.Length}"] : left.Zip(right).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{path}[{i}]"));
        }

        bool ours = type.Namespace == typeof(CommissionPlan).Namespace && type.IsClass && type != typeof(Basis);
        return !ours
            ? Equals(a, b) ? [] : [$"{path}: {a} against {b}"]
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0)
                .SelectMany(p => Differences(p.GetValue(a), p.GetValue(b), path + "." + p.Name))
                .Concat(a is RateGrid grid ? Cells(grid, (RateGrid)b, path) : []);
    }

    private static IEnumerable<string> Cells(RateGrid a, RateGrid b, string path) =>
        from row in Enumerable.Range(0, a.Rows.Edges.Count)
        from column in Enumerable.Range(0, a.Columns.Edges.Count)
        where a.PercentAt(row, column) != b.PercentAt(row, column)
        select $"{path}[{row},{column}]";
}
