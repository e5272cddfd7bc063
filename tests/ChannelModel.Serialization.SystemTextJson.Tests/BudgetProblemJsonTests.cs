using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ChannelModel.Allocation;
using ChannelModel.Channels;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Budget problems in JSON: what is written reads back the same, member for member, and every error is named.</summary>
public sealed class BudgetProblemJsonTests
{
    private static readonly ResponseCurve[] Curves =
    [
        ResponseCurve.Logarithmic(12.5, 0.1), ResponseCurve.Power(1e-12, 0.3), ResponseCurve.Exponential(1e15, 1234567.89), ResponseCurve.Hill(3d, 1d / 3d, 2.5, 7e-9), ResponseCurve.MichaelisMenten(1d, 2d),
        ResponseCurve.Logistic(420_000d, 9e-6), ResponseCurve.Quadratic(2d, 0d), ResponseCurve.PiecewiseLinear([new(0d, 0d), new(0.1, 5d), new(1e6, -3d)]),
    ];

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        BudgetProblem<Id<Channel>> problem = BudgetProblem.Create(Money.Of(1000.25m, Currency.CNY), Curves.Select((curve, i) =>
        {
            BudgetLine<Id<Channel>> line = BudgetLine.Of(new Id<Channel>("line " + i), curve);
            line = i % 2 == 0 ? line.Spending(Money.Of(12.34m * i, Currency.CNY)).AtLeast(Rate.Percent(33.25m)).AtMost(Rate.Percent(400m)) : line.AtMost(Money.Of(900m, Currency.CNY)).AtLeast(Money.Of(0.01m, Currency.CNY));
            return i == 3 ? line.FixedAt(Money.Of(5m, Currency.CNY)) : i == 5 ? line.Excluded(new LocalText("no contract", "无合同")) : i == 7 ? line.Excluded(new LocalText("late")) : line;
        }));
        string json = BudgetProblemJson.Write(problem);
        BudgetProblem<Id<Channel>> read = BudgetProblemJson.Read(Encoding.UTF8.GetBytes(json)).Value;
        BudgetProblemJson.Write(read).Should().Be(json);
        read.Total.Should().Be(problem.Total);
        read.Lines.Should().HaveCount(problem.Lines.Count);
        for (int i = 0; i < Curves.Length; i++)
        {
            BudgetLine<Id<Channel>> a = read.Lines[i];
            BudgetLine<Id<Channel>> b = problem.Lines[i];
            a.Key.Should().Be(b.Key);
            a.Curve.Should().Be(b.Curve);
            (a.Current, a.Minimum, a.Maximum, a.MinimumOfCurrent, a.MaximumOfCurrent, a.FixedAmount, a.ExcludedFor).Should()
                .Be((b.Current, b.Minimum, b.Maximum, b.MinimumOfCurrent, b.MaximumOfCurrent, b.FixedAmount, b.ExcludedFor));
        }
    }

    [Theory]
    [InlineData("""{ "schemaVersion": 2, "currency": "CNY", "total": 1, "lines": [] }""", "$.schemaVersion")]
    [InlineData("""{ "schemaVersion": 1, "currency": "CNY", "total": 1, "lines": [] }""", "there is no line, expected at least one")]
    [InlineData("""{ "schemaVersion": 1, "currency": "CNY", "total": -1, "lines": [{ "channel": "a", "curve": { "shape": "hill", "ceiling": 1, "halfSpend": 0, "steepness": 1 } }] }""", "$.total: -1 is outside the range")]
    [InlineData("""{ "schemaVersion": 1, "currency": "CNY", "total": 1, "lines": [{ "channel": "a", "curve": { "shape": "hill", "ceiling": 1, "halfSpend": 0, "steepness": 1 } }] }""", "$.lines[0].curve")]
    [InlineData("""{ "schemaVersion": 1, "currency": "CNY", "total": 1, "lines": [{ "channel": "a", "curve": { "shape": "piecewise-linear", "points": [{ "spend": 1, "response": 1 }, { "spend": 1, "response": 2 }] } }] }""", "expected spends that ascend")]
    [InlineData("""{ "schemaVersion": 1, "currency": "CNY", "total": 1, "lines": [{ "channel": "a", "curve": { "shape": "power", "size": 1, "exponent": 0.5 }, "minimumOfCurrent": 0.8 }] }""", "a percentage of 0% or more in double quotes")]
    [InlineData("""{ "schemaVersion": 1, "currency": "CNY", "total": 1, "lines": [{ "channel": "a", "curve": { "shape": "power", "size": 1, "exponent": 0.5 }, "minimumOfCurrent": "80%" }] }""", "which is not given")]
    public void What_is_no_problem_says_why(string json, string message)
    {
        JsonReadResult<BudgetProblem<Id<Channel>>> read = BudgetProblemJson.Read(Encoding.UTF8.GetBytes(json));
        read.Succeeded.Should().BeFalse();
        read.Errors.Select(error => error.ToString()).Should().Contain(error => error.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_schema_names_what_is_written()
    {
        using JsonDocument schema = JsonDocument.Parse(BudgetProblemJson.Schema());
        JsonElement root = schema.RootElement;
        root.GetProperty("$schema").GetString().Should().Be("https://json-schema.org/draft/2020-12/schema");
        string[] shapes = root.GetProperty("$defs").GetProperty("curve").GetProperty("anyOf").EnumerateArray().Select(one => one.GetProperty("properties").GetProperty("shape").GetProperty("const").GetString()!).ToArray();
        shapes.Should().Equal("logarithmic", "power", "exponential", "hill", "logistic", "quadratic", "piecewise-linear");
        foreach (ResponseCurve curve in Curves)
        {
            JsonElement form = root.GetProperty("$defs").GetProperty("curve").GetProperty("anyOf")[(int)curve.Shape].GetProperty("properties");
            curve.Parameters.Select(parameter => parameter.Key).Except(form.EnumerateObject().Select(member => member.Name), StringComparer.Ordinal).Should().BeEmpty();
        }
    }
}
