using System;
using System.IO;
using System.Linq;
using System.Text;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Fuzz;
using ChannelModel.Tests;
using CsCheck;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>A solved budget that is stored is read back with its certificate, and verified from the text alone.</summary>
public sealed class BudgetSolutionJsonTests
{
    [Fact]
    public void A_solution_is_read_back_with_its_certificate_and_verifies_as_before() =>
        Gen.Int[0, 10_000_000].Sample(
            seed =>
            {
                BudgetSolution<Id<Channel>> solution = Solution(seed);
                string json = BudgetSolutionJson.Write(solution);
                JsonReadResult<BudgetSolution<Id<Channel>>> read = BudgetSolutionJson.Read(Encoding.UTF8.GetBytes(json));
                read.Errors.Should().BeEmpty(json);
                Same.Differences(solution, read.Value).Should().BeEmpty(json);
                read.Value.ToRecord().Should().Be(solution.ToRecord());
                read.Value.Verify().Should().Equal(solution.Verify(), json);
                BudgetSolutionJson.Write(read.Value).Should().Be(json);
            },
            iter: Laws.Iterations / 2);

    [Theory]
    [InlineData("\"status\": \"optimal\"", "\"status\": \"saturated\"", "$.status: the status is not that of the record, Optimal, expected the status of the record")]
    [InlineData("\"goal\": \"total\"", "\"goal\": \"response\"", "$.goal: the goal is not that of the record, Total, expected the goal of the record")]
    [InlineData("\"channel\": \"live-commerce\",\n      \"amount\"", "\"channel\": \"live\",\n      \"amount\"", "$.amounts: the amounts are not those of the record, expected the amount of each line of the problem, in its order, as the record has it")]
    [InlineData("channelmodel-budget\\t1\\n", "channelmodel-budget\\t2\\n", "$.record: this is not a budget record of version 1, expected a record as this package writes it")]
    [InlineData("status\\tOptimal\\n", "status\\tUnbounded\\n", "$.record: the status Unbounded has no amounts, expected a record as this package writes it")]
    public void What_contradicts_the_record_is_an_error(string good, string bad, string error)
    {
        string text = BudgetSolutionJson.Write(BudgetProblemJson.Read(File.ReadAllBytes(Path.Combine(RuleFile.Root, "docs", "plans", "budgets", "growth-plan-2025.json"))).Value.Solve());
        text.Should().Contain(good);
        int at = text.IndexOf(good, StringComparison.Ordinal);
        BudgetSolutionJson.Read(Encoding.UTF8.GetBytes(text[..at] + bad + text[(at + good.Length)..])).Errors.Select(entry => entry.ToString()).Should().Contain(entry => entry.EndsWith(error, StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_number_of_the_problem_or_the_certificate_is_found()
    {
        string text = BudgetSolutionJson.Write(BudgetProblemJson.Read(File.ReadAllBytes(Path.Combine(RuleFile.Root, "docs", "plans", "budgets", "growth-plan-2025.json"))).Value.Solve());
        foreach ((string good, string bad) in new[] { ("multiplier\\t", "multiplier\\t1"), ("bound\\t", "bound\\t1"), ("\\nresponse\\t", "\\nresponse\\t1"), ("\"halfSpend\": ", "\"halfSpend\": 1"), ("\"ceiling\": ", "\"ceiling\": 1") })
        {
            int at = text.IndexOf(good, StringComparison.Ordinal);
            if (at >= 0)
            {
                JsonReadResult<BudgetSolution<Id<Channel>>> read = BudgetSolutionJson.Read(Encoding.UTF8.GetBytes(text[..at] + bad + text[(at + good.Length)..]));
                (read.Succeeded ? read.Value.Verify().Count : 0).Should().BePositive(good);
            }
            else
            {
                good.Should().StartWith("\"", "the record has every number of the certificate");
            }
        }
    }

    private static BudgetSolution<Id<Channel>> Solution(int seed)
    {
        var random = new Random(seed);
        Currency currency = random.Next(2) == 0 ? Currency.CNY : Currency.JPY;
        Money Amount(int most) => Money.Of(random.Next(most), currency);
        ResponseCurve Curve() => random.Next(6) switch
        {
            0 => ResponseCurve.Logarithmic(random.Next(1, 1000) / 7d, random.Next(1, 500)),
            1 => ResponseCurve.Power(random.Next(1, 100), random.Next(1, 99) / 100d),
            2 => ResponseCurve.Exponential(random.Next(1, 1000), random.Next(1, 500)),
            3 => ResponseCurve.Hill(random.Next(1, 1000), random.Next(1, 300), random.Next(1, 30) / 10d),
            4 => ResponseCurve.Quadratic(random.Next(1, 100) / 10d, random.Next(1, 100) / 1e5),
            _ => ResponseCurve.PiecewiseLinear([new ResponsePoint(0d, 0d), new ResponsePoint(random.Next(1, 100), random.Next(1, 100)), new ResponsePoint(random.Next(101, 900), random.Next(101, 200))]),
        };
        BudgetLine<Id<Channel>>[] lines =
        [
            .. Enumerable.Range(0, random.Next(1, 6)).Select(i =>
            {
                BudgetLine<Id<Channel>> line = BudgetLine.Of(new Id<Channel>("渠道 " + i), Curve());
                line = random.Next(2) == 0 ? line.Spending(Amount(500)) : line;
                return random.Next(6) switch
                {
                    0 => line.AtLeast(Amount(300)),
                    1 => line.AtMost(Amount(900)),
                    2 => line.FixedAt(Amount(200)),
                    3 when i > 0 => line.Excluded(new LocalText("closed", "停业")),
                    _ => line,
                };
            }),
        ];
        BudgetProblem<Id<Channel>> problem = BudgetProblem.Create(Amount(2_000), lines);
        return random.Next(5) switch
        {
            0 => problem.SolveForMarginalReturn(random.Next(1, 300) / 100d),
            1 => problem.SolveForAverageReturn(random.Next(1, 300) / 100d),
            2 => problem.SolveForResponse(random.Next(1, 1_000)),
            _ => problem.Solve(),
        };
    }
}
