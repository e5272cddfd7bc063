using System;
using System.Globalization;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Records of budgets word by word: what is written, and that each number is worked out again.</summary>
public sealed class BudgetRecordTests
{
    private const double Much = 1e-10;
    private const double Little = 1e-12;

    [Fact]
    public void A_record_holds_every_number_of_the_solution()
    {
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(3m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Yuan(2m)), BudgetLine.Of("b", ResponseCurve.Linear(1d))]);
        problem.Solve().ToRecord().Should().Be(
            "channelmodel-budget\t1\ngoal\tTotal\t0\nstatus\tOptimal\nmultiplier\t1\nkkt-residual\t0\nresponse\t5\nideal-response\t5\ncurrent-response\tNaN\nbound\t5\ngap\t0\nrelative-gap\t0\n"
            + "total\t300\nline\ta\tAtMax\t200\t2\t4\t2\t1\t1\nline\tb\tInterior\t100\t1\t1\t1\t0\t0\nprice\t\t1\n");
        BudgetProblem.Create(Yuan(3m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Yuan(2m))]).Solve().ToRecord().Should().Be("channelmodel-budget\t1\ngoal\tTotal\t0\nstatus\tInfeasible\nshortfall\tlarge\t100\n");
        BudgetProblem.Create(Yuan(3m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtLeast(Yuan(5m))]).Solve().ToRecord().Should().Be("channelmodel-budget\t1\ngoal\tTotal\t0\nstatus\tInfeasible\nshortfall\tsmall\t200\n");
        problem.SolveForAverageReturn(2.5).ToRecord().Should().Be("channelmodel-budget\t1\ngoal\tAverageReturn\t2.5\nstatus\tTargetUnreachable\n");
        string[] rows = SCurves().Solve().ToRecord().Split('\n');
        rows.Should().Contain(row => row.StartsWith("cut\t", StringComparison.Ordinal)).And.Contain(row => row.StartsWith("price\t\t", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("response", "The response is ")]
    [InlineData("ideal-response", "The ideal response is ")]
    [InlineData("current-response", "The current response is ")]
    [InlineData("bound", "The bound is ")]
    public void A_number_of_the_whole_may_be_off_by_a_rounding_only(string name, string finding)
    {
        foreach (BudgetProblem<string> problem in new[] { Bounded(), SCurves() })
        {
            string record = problem.Solve().ToRecord();
            problem.Verify(record).Should().BeEmpty();
            double value = Number(record, name, 0, 1);
            foreach (double sign in new[] { -1d, 1d })
            {
                problem.Verify(Agreeing(Changed(record, name, 0, 1, value * (1d + (sign * Much))))).Should().ContainSingle().Which.Should().StartWith(finding);
                problem.Verify(Agreeing(Changed(record, name, 0, 1, value * (1d + (sign * Little))))).Should().BeEmpty();
            }

            problem.Verify(Agreeing(Changed(record, name, 0, 1, double.NaN))).Should().Contain(line => line.StartsWith(finding, StringComparison.Ordinal));
        }

        // Gap and relative gap are those of the record's own numbers.
        static string Agreeing(string record)
        {
            double response = Number(record, "response", 0, 1);
            double gap = Math.Max(0d, Number(record, "bound", 0, 1) - response);
            return Changed(Changed(record, "gap", 0, 1, gap), "relative-gap", 0, 1, gap == 0d ? 0d : gap / Math.Abs(response));
        }
    }

    [Fact]
    public void A_multiplier_is_that_of_the_lines_between_their_bounds()
    {
        BudgetProblem<string> problem = Bounded();
        string record = problem.Solve().ToRecord();
        double value = Number(record, "multiplier", 0, 1);
        foreach (double sign in new[] { -1d, 1d })
        {
            problem.Verify(Changed(record, "multiplier", 0, 1, value * (1d + (sign * 2e-6)))).Should().Contain(line => line.StartsWith("The multiplier is ", StringComparison.Ordinal));
            problem.Verify(Changed(record, "multiplier", 0, 1, value * (1d + (sign * Much)))).Should().Contain(line => line.StartsWith("The KKT residual is ", StringComparison.Ordinal)).And.Contain(line => line.StartsWith("The reduced marginal of 'b' is ", StringComparison.Ordinal));
            problem.Verify(Changed(record, "multiplier", 0, 1, value * (1d + (sign * Little)))).Should().BeEmpty();
        }
    }

    [Fact]
    public void A_residual_may_be_off_by_what_is_nothing_beside_1()
    {
        BudgetProblem<string> problem = Bounded();
        string record = problem.Solve().ToRecord();
        double value = Number(record, "kkt-residual", 0, 1);
        problem.Verify(Changed(record, "kkt-residual", 0, 1, value + Much)).Should().ContainSingle().Which.Should().StartWith("The KKT residual is ");
        problem.Verify(Changed(record, "kkt-residual", 0, 1, value + Little)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("gap", "The gap is ")]
    [InlineData("relative-gap", "The relative gap is ")]
    public void A_gap_is_the_difference_to_the_last_bit(string name, string finding)
    {
        BudgetProblem<string> problem = SCurves();
        string record = problem.Solve().ToRecord();
        double value = Number(record, name, 0, 1);
        problem.Verify(Changed(record, name, 0, 1, value + 1e-15)).Should().ContainSingle().Which.Should().StartWith(finding);
    }

    [Fact]
    public void Every_number_of_a_line_is_worked_out_again()
    {
        BudgetProblem<string> problem = Bounded();
        BudgetSolution<string> solution = problem.Solve();
        solution.Select(line => line.Status).Should().Equal(BudgetLineStatus.AtMax, BudgetLineStatus.Interior, BudgetLineStatus.Interior, BudgetLineStatus.AtMin, BudgetLineStatus.Fixed, BudgetLineStatus.Excluded);
        string record = solution.ToRecord();
        for (int i = 0; i < solution.Count; i++)
        {
            SolvedLine<string> line = solution[i];
            double scale = Math.Max(Math.Abs(line.Marginal), solution.Certificate!.Multiplier);
            Off(5, line.Response, line.Response, "The response of");
            Off(6, line.Marginal, line.Marginal, "The marginal of");
            Off(7, line.ReducedMarginal, scale, "The reduced marginal of");
            Off(8, line.ShadowPrice, scale, "The shadow price of");

            void Off(int cell, double value, double by, string what)
            {
                foreach (double sign in new[] { -1d, 1d })
                {
                    problem.Verify(Changed(record, "line", i, cell, value + (sign * Much * (by == 0d ? 1d : by)))).Should().ContainSingle().Which.Should().StartWith($"{what} '{line.Key}' is ");
                    problem.Verify(Changed(record, "line", i, cell, value + (sign * Little * by))).Should().BeEmpty();
                }

                problem.Verify(Changed(record, "line", i, cell, double.NaN)).Should().ContainSingle().Which.Should().StartWith($"{what} '{line.Key}' is NaN, expected ");
            }
        }
    }

    [Fact]
    public void Names_and_statuses_of_lines_are_those_of_the_problem()
    {
        BudgetProblem<string> problem = Bounded();
        string record = problem.Solve().ToRecord();
        problem.Verify(Changed(record, "line", 1, 1, "z")).Should().Equal("Line 1 is of 'z', expected 'b'.");
        problem.Verify(Changed(record, "line", 0, 2, "AtMin")).Should().Equal("The status of 'a' is AtMin, expected AtMax.");
        problem.Verify(record.Replace("status\tOptimal\n", "status\tSaturated\n")).Should().Equal("The status is Saturated, expected Optimal.");
        problem.Verify(record.Replace("status\tOptimal\n", "status\tOptimalWithinGap\n")).Should().Equal("The status is OptimalWithinGap, expected Optimal.");
    }

    [Fact]
    public void Amounts_outside_their_bounds_or_their_total_are_found_by_name()
    {
        BudgetProblem<string> problem = Bounded();
        string record = problem.Solve().ToRecord();
        double units = Number(record, "line", 1, 3);
        double ideal = Number(record, "line", 1, 4);
        problem.Verify(Changed(record, "line", 1, 3, units + 1d)).Should().HaveCount(2).And.Contain("The amounts add up to 90000.01 CNY, not to the total of 90000.00 CNY.").And.Contain(line => line.StartsWith("The response of 'b' is ", StringComparison.Ordinal));
        problem.Verify(Changed(record, "line", 0, 3, 4_000_001d)).Should().Contain("The amount of 'a' is outside its bounds.");
        problem.Verify(Changed(record, "line", 3, 3, 499_999d)).Should().Contain("The amount of 'm' is outside its bounds.");
        problem.Verify(Changed(record, "line", 4, 3, 100_001d)).Should().Contain("The amount of 'f' is outside its bounds.");
        problem.Verify(Changed(record, "line", 0, 4, 40_000.001)).Should().Contain("The ideal amount of 'a' is outside its bounds.");
        problem.Verify(Changed(record, "line", 3, 4, 4_999.999)).Should().Contain("The ideal amount of 'm' is outside its bounds.");
        problem.Verify(Changed(record, "line", 4, 4, 999.999)).Should().Equal("The ideal amount of 'f' is outside its bounds.");
        problem.Verify(Changed(record, "line", 1, 4, ideal + (2e-11 * 89_000d))).Should().Contain("The ideal amounts do not add up to the total.");
        problem.Verify(Changed(record, "line", 1, 4, ideal - (2e-11 * 89_000d))).Should().Contain("The ideal amounts do not add up to the total.");
        problem.Verify(Changed(record, "line", 1, 4, ideal + (5e-13 * 89_000d))).Should().BeEmpty();
        problem.Verify(Changed(record, "total", 0, 1, 9_000_001d)).Should().Equal(
            "The total is 90000.01 CNY, expected 90000.00 CNY.", "The amounts add up to 90000.00 CNY, not to the total of 90000.01 CNY.", "The ideal amounts do not add up to the total.");

        // A total of nothing is met to a hundred-billionth of a cent.
        BudgetProblem<string> nothing = BudgetProblem.Create(Yuan(0m), [BudgetLine.Of("a", ResponseCurve.Linear(1d)), BudgetLine.Of("b", ResponseCurve.Linear(2d))]);
        string none = nothing.Solve().ToRecord();
        nothing.Verify(none).Should().BeEmpty();
        nothing.Verify(Changed(none, "line", 0, 4, 5e-14)).Should().NotContain("The ideal amounts do not add up to the total.");
        nothing.Verify(Changed(none, "line", 0, 4, 2e-13)).Should().Contain("The ideal amounts do not add up to the total.");
    }

    [Fact]
    public void A_bound_is_only_as_good_as_its_proof()
    {
        BudgetProblem<string> problem = SCurves();
        string record = problem.Solve().ToRecord();
        string[] rows = record.Split('\n');
        string first = rows.First(row => row.StartsWith("cut\t", StringComparison.Ordinal));
        string price = rows.First(row => row.StartsWith("price\t", StringComparison.Ordinal));
        Wrong(record.Replace(first, "cut\t99\t1"));
        Wrong(record.Replace(first + "\n", string.Empty));
        Wrong(record.Replace(first + "\n", first + "\n" + first + "\n"));
        Wrong(record + price + "\n");
        Wrong(record.Replace(price, "price\t\t0"));
        Wrong(record.Replace(price, "price\t\t1000"));

        void Wrong(string changed) => problem.Verify(changed).Should().NotBeEmpty().And.OnlyContain(line => line.StartsWith("The bound is ", StringComparison.Ordinal) || line.StartsWith("The status is ", StringComparison.Ordinal));
    }

#if !NETFX_REPLAY // what is tested here is internal
    [Fact]
    public void The_total_of_a_target_may_be_off_by_a_unit_for_each_line_and_one()
    {
        // 126 000 / (20 000 + x) is 1.5 at 64 000; an answer of another runtime may end a cent or two off.
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(1m), [BudgetLine.Of("a", ResponseCurve.Logarithmic(126_000d, 20_000d))]);
        problem.SolveForMarginalReturn(1.5).Total.Should().Be(Yuan(64_000m));
        foreach (long off in new[] { -5L, -2L, -1L, 0L, 1L, 2L, 5L })
        {
            double ideal = 64_000d + (off / 100d);
            BudgetOutcome outcome = BudgetSolver.Report(problem.Model, 6_400_000 + off, ideal, SplitSearch.AtPrice(problem.Model.SpaceFor(ideal), [ideal], problem.Lines[0].Curve.SlopeAt(ideal)), [6_400_000 + off]);
            string record = new BudgetSolution<string>(problem, BudgetGoal.MarginalReturn, 1.5, outcome).ToRecord();
            if (Math.Abs(off) <= 2)
            {
                problem.Verify(record).Should().BeEmpty("{0} cents off", off);
            }
            else
            {
                problem.Verify(record).Should().Equal($"The target MarginalReturn 1.5 leads to a total of 64000.00 CNY, not of {(64_000m + (off / 100m)).ToString("0.00", CultureInfo.InvariantCulture)} CNY.");
            }
        }
    }

    [Fact]
    public void The_total_of_a_large_target_may_be_off_by_a_billionth()
    {
        // 1.5 (10^9 + 20 000) / (20 000 + x) is 1.5 at 10^9; a billionth of it is 1, and two cents for the line.
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(1m), [BudgetLine.Of("a", ResponseCurve.Logarithmic(1.5 * 1_000_020_000d, 20_000d))]);
        foreach ((long off, bool accepted) in new[] { (-150L, false), (-90L, true), (90L, true), (150L, false) })
        {
            double ideal = 1e9 + (off / 100d);
            BudgetOutcome outcome = BudgetSolver.Report(problem.Model, 100_000_000_000 + off, ideal, SplitSearch.AtPrice(problem.Model.SpaceFor(ideal), [ideal], problem.Lines[0].Curve.SlopeAt(ideal)), [100_000_000_000 + off]);
            (problem.Verify(new BudgetSolution<string>(problem, BudgetGoal.MarginalReturn, 1.5, outcome).ToRecord()).Count == 0).Should().Be(accepted, "{0} cents off", off);
        }
    }
#endif

    [Fact]
    public void The_ideal_of_a_target_may_differ_from_its_amounts_by_a_thousand_units_and_one_for_each_line()
    {
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(1m), [BudgetLine.Of("a", ResponseCurve.Logarithmic(126_000d, 20_000d))]);
        string record = problem.SolveForMarginalReturn(1.5).ToRecord();
        problem.Verify(Changed(record, "line", 0, 4, 64_010.02)).Should().Contain("The ideal amounts do not add up to the total.");
        problem.Verify(Changed(record, "line", 0, 4, 64_010d)).Should().NotContain("The ideal amounts do not add up to the total.");
    }

    [Fact]
    public void A_target_without_an_answer_has_no_amounts()
    {
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(1m), [BudgetLine.Of("a", ResponseCurve.Logarithmic(126_000d, 20_000d)), BudgetLine.Of("b", ResponseCurve.Logarithmic(112_000d, 20_000d))]);
        string record = problem.SolveForMarginalReturn(1.5).ToRecord();
        string total = record.Split('\n').Single(row => row.StartsWith("total\t", StringComparison.Ordinal)).Split('\t')[1];
        total.Should().Be("11866666", "238 000 / 1.5 - 40 000, cut off to whole cents line by line");
        foreach (string goal in new[] { "MarginalReturn\t0", "MarginalReturn\t-1", "AverageReturn\t0", "AverageReturn\tNaN", "AverageReturn\tInfinity", "Response\t-1", "Response\tInfinity" })
        {
            problem.Verify(record.Replace("MarginalReturn\t1.5", goal)).Should().Contain($"The target {goal.Replace('\t', ' ')} leads to a total of none, not of 118666.66 CNY.");
        }

        problem.Verify(record.Replace("MarginalReturn\t1.5", "AverageReturn\t100")).Should().Equal("The target AverageReturn 100 leads to a total of none, not of 118666.66 CNY.");
        problem.Verify(record.Replace("MarginalReturn\t1.5", "Response\t0")).Should().Equal("The target Response 0 leads to a total of 0.00 CNY, not of 118666.66 CNY.");
    }

    [Fact]
    public void A_response_below_its_target_is_found()
    {
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(1m), [BudgetLine.Of("a", ResponseCurve.Logarithmic(100d, 50d))]);
        string record = problem.SolveForResponse(100d).ToRecord();
        problem.Verify(record).Should().BeEmpty();
        double response = Number(record, "response", 0, 1);
        problem.Verify(record.Replace("Response\t100\n", $"Response\t{(response * (1d + 1e-10)).ToString("R", CultureInfo.InvariantCulture)}\n")).Should().Equal("The response does not reach the target.");
        problem.Verify(record.Replace("Response\t100\n", $"Response\t{(response * (1d + 1e-12)).ToString("R", CultureInfo.InvariantCulture)}\n")).Should().BeEmpty();
    }

    /// <summary>Lines at both bounds, between them, fixed and left out, with the current spend of all that count.</summary>
    internal static BudgetProblem<string> Bounded() => BudgetProblem.Create(Yuan(90_000m),
    [
        BudgetLine.Of("a", ResponseCurve.Logarithmic(126_000d, 20_000d)).AtMost(Yuan(40_000m)).Spending(Yuan(30_000m)),
        BudgetLine.Of("b", ResponseCurve.Logarithmic(112_000d, 20_000d)).Spending(Yuan(20_000m)),
        BudgetLine.Of("c", ResponseCurve.Exponential(70_000d, 20_000d)).Spending(Yuan(30_000m)),
        BudgetLine.Of("m", ResponseCurve.Power(20d, 0.5)).AtLeast(Yuan(5_000m)).Spending(Yuan(9_000m)),
        BudgetLine.Of("f", ResponseCurve.Linear(0.5)).FixedAt(Yuan(1_000m)).Spending(Yuan(1_000m)),
        BudgetLine.Of("x", ResponseCurve.Linear(9d)).Excluded(new LocalText("no contract")),
    ]);

    /// <summary>S-curves whose envelope promises more than any split brings: the proof has cuts.</summary>
    internal static BudgetProblem<string> SCurves() => BudgetProblem.Create(Yuan(120m),
    [
        BudgetLine.Of("a", ResponseCurve.Hill(100d, 60d, 4d)).Spending(Yuan(60m)),
        BudgetLine.Of("b", ResponseCurve.Hill(90d, 50d, 3d)).Spending(Yuan(40m)),
        BudgetLine.Of("c", ResponseCurve.Hill(70d, 45d, 5d)).Spending(Yuan(20m)),
    ]);

    internal static string Changed(string record, string name, int place, int cell, double value) => Changed(record, name, place, cell, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The record with another text in one cell of the row of that name and place among its like.</summary>
    internal static string Changed(string record, string name, int place, int cell, string text)
    {
        string[][] rows = [.. record.Split('\n').Select(row => row.Split('\t'))];
        rows.Where(row => row[0] == name).ElementAt(place)[cell] = text;
        return string.Join("\n", rows.Select(row => string.Join("\t", row)));
    }

    private static double Number(string record, string name, int place, int cell) =>
        double.Parse(record.Split('\n').Select(row => row.Split('\t')).Where(row => row[0] == name).ElementAt(place)[cell], CultureInfo.InvariantCulture);

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);
}
