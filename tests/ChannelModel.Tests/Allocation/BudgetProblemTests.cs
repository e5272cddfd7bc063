using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Budgets at their edges: hostile numbers, infeasible bounds, the words of the reasons, the next step from what was measured.</summary>
public sealed class BudgetProblemTests
{
    [Fact]
    public void A_line_at_its_maximum_says_what_one_more_would_bring()
    {
        // size / (scale + x): 2.1 at 40 000, 1.6 on the line that takes the rest.
        BudgetSolution<string> solution = BudgetProblem.Create(Yuan(90_000m),
        [
            BudgetLine.Of("live", ResponseCurve.Logarithmic(126_000d, 20_000d)).AtMost(Yuan(40_000m)),
            BudgetLine.Of("search", ResponseCurve.Logarithmic(112_000d, 20_000d)),
        ]).Solve();
        SolvedLine<string> live = solution.LineOf("live");
        live.Status.Should().Be(BudgetLineStatus.AtMax);
        live.Reason.En.Should().Be("live is held at its maximum of 40 000.00 CNY; one more yuan here would bring 2.10, elsewhere 1.60.");
        live.Reason.ZhHans.Should().Be("live已达上限40 000.00 CNY；此处再多投1元可带来2.10，投向别处为1.60。");
        live.ShadowPrice.Should().BeApproximately(0.5, 1e-12);
        solution.Certificate!.Multiplier.Should().BeApproximately(1.6, 1e-12);
        solution.LineOf("search").Amount.Should().Be(Yuan(50_000m));
    }

    [Fact]
    public void Bounds_that_do_not_fit_the_total_are_named_with_side_amount_and_lines()
    {
        BudgetLine<string>[] lines = [Log("a").AtLeast(Yuan(60m)).AtMost(Yuan(70m)), Log("b").FixedAt(Yuan(50m)), Log("c").AtMost(Yuan(5m))];
        BudgetSolution<string> small = BudgetProblem.Create(Yuan(100m), lines).Solve();
        small.Status.Should().Be(BudgetStatus.Infeasible);
        small.HasAmounts.Should().BeFalse();
        small.Should().BeEmpty();
        small.Shortfall!.TotalTooSmall.Should().BeTrue();
        small.Shortfall.Amount.Should().Be(Yuan(10m));
        small.Shortfall.Keys.Should().Equal("a", "b");
        small.Verify().Should().BeEmpty();
        BudgetSolution<string> large = BudgetProblem.Create(Yuan(130m), lines).Solve();
        large.Shortfall!.TotalTooSmall.Should().BeFalse();
        large.Shortfall.Amount.Should().Be(Yuan(5m));
        large.Summary.En.Should().Be("The total of 130.00 CNY is 5.00 CNY above the maxima and fixed amounts of a, b, c.");
    }

    [Theory]
    [InlineData("goal\tMarginalReturn\t1.5", "goal\tMarginalReturn\t9")]
    [InlineData("goal\tMarginalReturn\t1.5", "goal\tAverageReturn\t1.5")]
    [InlineData("goal\tMarginalReturn\t1.5", "goal\tResponse\t1")]
    [InlineData("goal\tMarginalReturn\t1.5", "goal\tResponse\t1E+300")]
    public void A_record_answers_its_own_target(string goal, string other)
    {
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(1m), [BudgetLine.Of("live", ResponseCurve.Logarithmic(126_000d, 20_000d)), BudgetLine.Of("search", ResponseCurve.Logarithmic(112_000d, 20_000d))]);
        string record = problem.SolveForMarginalReturn(1.5).ToRecord();
        record.Should().Contain(goal);
        problem.Verify(record).Should().BeEmpty();
        problem.Verify(record.Replace(goal, other, StringComparison.Ordinal)).Should().Contain(line => line.StartsWith("The target ", StringComparison.Ordinal));
    }

    [Fact]
    public void Fixed_lines_keep_every_cent_and_excluded_ones_get_nothing()
    {
        BudgetSolution<string> solution = BudgetProblem.Create(Yuan(100.01m), [Log("a").FixedAt(Yuan(33.33m)), Log("b"), Log("c").Excluded(new LocalText("no contract"))]).Solve();
        solution.LineOf("a").Amount.Should().Be(Yuan(33.33m));
        solution.LineOf("b").Amount.Should().Be(Yuan(66.68m));
        solution.LineOf("c").Amount.Should().Be(Yuan(0m));
        solution.LineOf("c").Reason.En.Should().Be("c is left out: no contract.");
    }

    [Fact]
    public void Totals_of_nothing_and_of_a_cent_are_split_exactly()
    {
        BudgetLine<string>[] lines = [Log("b"), Log("a"), BudgetLine.Of("p", ResponseCurve.Power(1d, 0.5)), BudgetLine.Of("h", ResponseCurve.Hill(10d, 3d, 0.5))];
        BudgetSolution<string> none = BudgetProblem.Create(Yuan(0m), lines).Solve();
        none.Status.Should().Be(BudgetStatus.Optimal);
        none.Should().OnlyContain(line => line.Amount.IsZero);
        BudgetSolution<string> cent = BudgetProblem.Create(Yuan(0.01m), lines).Solve();
        cent.Sum(line => line.Amount.Amount).Should().Be(0.01m);
        cent.Verify().Should().BeEmpty();

        // Two equal lines and one cent: the smaller key gets it, whatever the order.
        BudgetSolution<string> tie = BudgetProblem.Create(Yuan(0.01m), [Log("b"), Log("a")]).Solve();
        tie.LineOf("a").Amount.Should().Be(Yuan(0.01m));
    }

    [Fact]
    public void Flat_curves_and_huge_scales_give_a_status_and_the_whole_total()
    {
        BudgetSolution<string> flat = BudgetProblem.Create(Yuan(99.99m), [BudgetLine.Of("a", ResponseCurve.Linear(0d)), BudgetLine.Of("b", ResponseCurve.Exponential(0d, 5d)), BudgetLine.Of("c", ResponseCurve.Linear(0d))]).Solve();
        flat.Status.Should().Be(BudgetStatus.Saturated);
        flat.Sum(line => line.Amount.Amount).Should().Be(99.99m);
        flat.Verify().Should().BeEmpty();
        BudgetSolution<string> falling = BudgetProblem.Create(Yuan(100m), [BudgetLine.Of("a", ResponseCurve.Quadratic(1d, 0.1)), BudgetLine.Of("b", ResponseCurve.Quadratic(2d, 0.1))]).Solve();
        falling.Status.Should().Be(BudgetStatus.Saturated);
        falling.Certificate!.Multiplier.Should().BeApproximately(-3.5, 1e-9, "the slopes 1 - x/10 and 2 - (100 - x)/10 meet at x = 45");
        falling.LineOf("a").Amount.Should().Be(Yuan(45m));
        BudgetSolution<string> huge = BudgetProblem.Create(Yuan(1_000_000_000_000m), [BudgetLine.Of("a", ResponseCurve.Logarithmic(2e12, 1e12)), BudgetLine.Of("b", ResponseCurve.Logarithmic(1e12, 1e12)), BudgetLine.Of("tiny", ResponseCurve.Exponential(1e-9, 1e-6))]).Solve();
        huge.Sum(line => line.Amount.Amount).Should().Be(1_000_000_000_000m);
        huge.Status.Should().Be(BudgetStatus.Optimal);
        huge.LineOf("a").Ideal.Should().BeApproximately(1e12, 1d);
    }

    [Fact]
    public void What_is_no_number_or_no_amount_is_refused_by_name()
    {
        Throws(() => ResponseCurve.Logarithmic(double.NaN, 1d), "size");
        Throws(() => ResponseCurve.Hill(1d, 0d, 1d), "halfSpend");
        Throws(() => ResponseCurve.Power(1d, 1d), "exponent");
        Throws(() => ResponseCurve.Exponential(1d, double.PositiveInfinity), "scale");
        Throws(() => ResponseCurve.PiecewiseLinear([]), "points");
        Throws(() => BudgetProblem.Create(Yuan(1m), new[] { Log("a"), Log("a") }), "twice");
        Throws(() => BudgetProblem.Create(Yuan(0.001m), new[] { Log("a") }), "more decimals");
        Throws(() => BudgetProblem.Create(Yuan(-1m), new[] { Log("a") }), "0 or more");
        Throws(() => BudgetProblem.Create(Yuan(1e14m), new[] { Log("a") }), "2^53");
        Throws(() => BudgetProblem.Create(Yuan(1m), new[] { Log("a").AtMost(Money.Of(1m, Currency.USD)) }), "expected an amount in CNY");
        Throws(() => BudgetProblem.Create(Yuan(1m), new[] { Log("a").AtLeast(Rate.Percent(80m)) }), "current spend");
        Throws(() => BudgetProblem.Create(Yuan(1m), new[] { Log("a").AtLeast(Yuan(2m)).AtMost(Yuan(1m)) }), "above its maximum");

        void Throws(Action action, string word) => action.Should().Throw<ArgumentException>().Which.Message.Should().Contain(word);
    }

    [Fact]
    public void Targets_beyond_reach_and_without_end_are_named()
    {
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(0m), [BudgetLine.Of("a", ResponseCurve.Exponential(100d, 10d)), BudgetLine.Of("b", ResponseCurve.Linear(0.5))]);
        problem.SolveForMarginalReturn(0.5).Status.Should().Be(BudgetStatus.Unbounded);
        problem.SolveForAverageReturn(0.4).Status.Should().Be(BudgetStatus.Unbounded);
        problem.SolveForAverageReturn(20d).Status.Should().Be(BudgetStatus.TargetUnreachable);
        BudgetProblem<string> bounded = BudgetProblem.Create(Yuan(0m), [BudgetLine.Of("a", ResponseCurve.Exponential(100d, 10d))]);
        bounded.SolveForResponse(100.5).Status.Should().Be(BudgetStatus.TargetUnreachable);
        bounded.SolveForResponse(50d).Total.Should().Be(Yuan(6.94m), "10 ln 2 = 6.9315 rounded up to a cent");
        bounded.SolveForResponse(0d).Total.Should().Be(Yuan(0m));
    }

    [Fact]
    public void Fixed_lines_alone_meet_a_target_or_do_not()
    {
        BudgetProblem<string> problem = BudgetProblem.Create(
            Yuan(2m), [BudgetLine.Of("a", ResponseCurve.Linear(0.7)).FixedAt(Yuan(2m)), BudgetLine.Of("b", ResponseCurve.Linear(5d)).Excluded(new LocalText("closed"))]);
        problem.SolveForAverageReturn(0.71).Status.Should().Be(BudgetStatus.TargetUnreachable);
        BudgetSolution<string> solution = problem.SolveForAverageReturn(0.69);
        solution.Status.Should().Be(BudgetStatus.Optimal);
        solution.Total.Should().Be(Yuan(2m));
        solution.Verify().Should().BeEmpty();
        problem.SolveForResponse(1.5).Status.Should().Be(BudgetStatus.TargetUnreachable);
        problem.SolveForResponse(1.3).Verify().Should().BeEmpty();
        problem.SolveForMarginalReturn(1d).Verify().Should().BeEmpty();
    }

    [Fact]
    public void A_record_is_kept_word_for_word_and_verified_as_it_stands()
    {
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(30m), [BudgetLine.Of("a", ResponseCurve.Hill(100d, 50d, 1d)), BudgetLine.Of("b", ResponseCurve.Exponential(20d, 9d))]);
        string record = problem.Solve().ToRecord();
        BudgetSolution<string> kept = BudgetSolution<string>.OfRecord(problem, record);
        kept.ToRecord().Should().Be(record);
        kept.Verify().Should().BeEmpty();
        kept.Certificate!.Bound.Should().Be(problem.Solve().Certificate!.Bound);
        kept.Sum(line => line.Amount.Amount).Should().Be(30m);
        string changed = record.Replace("\nbound\t", "\nbound\t9", StringComparison.Ordinal);
        BudgetSolution<string>.OfRecord(problem, changed).Verify().Should().NotBeEmpty();
        foreach (string broken in new[] { string.Empty, "channelmodel-budget\t2\n", record.Substring(0, record.Length - 1), record.Replace("\tTotal\t", "\tAll\t", StringComparison.Ordinal), record.Replace("\tOptimal\n", "\t7\n", StringComparison.Ordinal), record.Replace("\tOptimal\n", "\tInfeasible\n", StringComparison.Ordinal) })
        {
            ((Action)(() => BudgetSolution<string>.OfRecord(problem, broken))).Should().Throw<FormatException>(broken);
        }

        BudgetSolution<string>.OfRecord(problem.WithTotal(Yuan(31m)), record).Verify().Should().Contain("The total is 30.00 CNY, expected 31.00 CNY.");
    }

    [Fact]
    public void Carry_over_is_reported_apart_from_what_the_spend_brings()
    {
        BudgetSolution<string> solution = BudgetProblem.Create(Yuan(30m), [BudgetLine.Of("a", ResponseCurve.Hill(100d, 50d, 1d, carryOver: 50d))]).Solve();
        solution[0].Response.Should().BeApproximately(100d * 80d / 130d, 1e-12);
        solution[0].IncrementalResponse.Should().BeApproximately((100d * 80d / 130d) - 50d, 1e-12);
        solution[0].Line.Curve.BaseResponse.Should().Be(50d);
    }

    [Fact]
    public void An_envelope_touches_its_curve_where_the_chord_ends()
    {
        ResponseCurve curve = ResponseCurve.Hill(1000d, 4000d, 3d);
        ConcaveEnvelope envelope = curve.Envelope(0d, 10_000d);
        envelope.ChordEnd.Should().BeApproximately(4000d * Math.Pow(2d, 1d / 3d), 1e-6, "k (n - 1)^(1/n)");
        envelope.ChordSlope.Should().BeApproximately(curve.SlopeAt(envelope.ChordEnd), 1e-9);
        envelope.ValueAt(2500d).Should().BeApproximately(2500d * envelope.ChordSlope, 1e-9).And.BeGreaterThan(curve.ValueAt(2500d));
        envelope.ValueAt(8000d).Should().Be(curve.ValueAt(8000d));
        curve.SpendAtSlope(curve.SlopeAt(6000d)).Should().BeApproximately(6000d, 1e-9);
    }

    [Fact]
    public void Money_follows_what_was_measured_in_steps_and_only_if_it_pays()
    {
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(100_000m), [Log("a").Spending(Yuan(50_000m)), Log("b").Spending(Yuan(50_000m))]);
        var policy = new ReallocationPolicy(Rate.Percent(10m), Rate.Percent(30m), Rate.Percent(0.5m));
        Reallocation<string> pilot = problem.Reallocate([new("a", 3d), new("b", 1d)], policy);
        pilot.Moves.Should().BeTrue();
        pilot.Next("a").Should().Be(Yuan(55_000m));
        pilot.Next("b").Should().Be(Yuan(45_000m));
        pilot.Present.Should().BeApproximately(200_000d, 1e-6);
        pilot.StageAfter(pilot.Present + pilot.Gain).Should().Be(ReallocationStage.Scale);
        pilot.StageAfter(pilot.Present).Should().Be(ReallocationStage.Pilot);
        problem.Reallocate([new("a", 3d), new("b", 1d)], policy, ReallocationStage.Scale).Next("a").Should().Be(Yuan(65_000m));

        // Nearly equal returns: the gain is below the threshold, and money stays.
        Reallocation<string> still = problem.Reallocate([new("a", 2.02), new("b", 2d)], policy);
        still.Moves.Should().BeFalse();
        still.Next("a").Should().Be(Yuan(50_000m));
        still.Reason.En.Should().StartWith("Nothing moves: ");
        ((Action)(() => problem.Reallocate([new("c", 1d)], policy))).Should().Throw<ArgumentException>().WithMessage("*of no line*");
    }

    [Fact]
    public void Rising_gains_are_refused_and_levels_find_the_best()
    {
        ((Action)(() => UnitSplit.ByMarginalGain<string>(2, [new("a", [1m, 2m])]))).Should().Throw<ArgumentException>().WithMessage("Unit 2 of 'a' brings 2*");
        GainSplit<string> split = UnitSplit.ByMarginalGain<string>(5, [new("a", [3m, 1m]), new("b", [2m])]);
        split["a"].Should().Be(2);
        split.Left.Should().Be(2);
        split.NextGain.Should().BeNull();
        LevelChoice<string> none = LevelChoice.Best<string>(Yuan(5m), [new("a", [new SpendLevel(Yuan(6m), 1m)])]);
        none.Missing.Should().Be(Yuan(1m));
        none.Should().BeEmpty();
    }

    private static BudgetLine<string> Log(string key) => BudgetLine.Of(key, ResponseCurve.Logarithmic(100d, 50d));

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);
}
