using System;
using System.Collections.Generic;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>The next step from what was measured: how far, from which gain on, and why not.</summary>
public sealed class ReallocationTests
{
    private static readonly ReallocationPolicy Policy = new(Rate.Percent(10m), Rate.Percent(30m), Rate.Percent(5m));

    [Fact]
    public void A_policy_has_steps_of_up_to_all_and_a_threshold_of_nothing_or_more()
    {
        Refused(() => new ReallocationPolicy(Rate.Zero, Rate.One, Rate.Zero), "pilotStep", Rate.Zero, "Expected more than 0% and at most 100%.");
        Refused(() => new ReallocationPolicy(Rate.Percent(100.01m), Rate.One, Rate.Zero), "pilotStep", Rate.Percent(100.01m), "Expected more than 0% and at most 100%.");
        Refused(() => new ReallocationPolicy(Rate.Percent(10m), Rate.Percent(9.99m), Rate.Zero), "scaleStep", Rate.Percent(9.99m), "Expected at least the pilot's 10% and at most 100%.");
        Refused(() => new ReallocationPolicy(Rate.Percent(10m), Rate.Percent(100.01m), Rate.Zero), "scaleStep", Rate.Percent(100.01m), "Expected at least the pilot's 10% and at most 100%.");
        Refused(() => new ReallocationPolicy(Rate.Percent(10m), Rate.Percent(10m), Rate.Percent(-0.01m)), "threshold", Rate.Percent(-0.01m), "Expected 0% or more.");
        var widest = new ReallocationPolicy(Rate.One, Rate.One, Rate.Zero);
        (widest.PilotStep, widest.ScaleStep, widest.Threshold).Should().Be((Rate.One, Rate.One, Rate.Zero));
        new ReallocationPolicy(Rate.Percent(10m), Rate.Percent(10m), Rate.Percent(7m)).Threshold.Should().Be(Rate.Percent(7m));
        (Policy.StepOf(ReallocationStage.Pilot), Policy.StepOf(ReallocationStage.Scale)).Should().Be((Rate.Percent(10m), Rate.Percent(30m)));

        static void Refused(Func<object> action, string parameter, Rate value, string message)
        {
            ArgumentOutOfRangeException thrown = ((Action)(() => action())).Should().Throw<ArgumentOutOfRangeException>().Which;
            (thrown.ParamName, thrown.ActualValue).Should().Be((parameter, value));
            thrown.Message.Should().StartWith(message);
        }
    }

    [Fact]
    public void A_move_brings_the_difference_of_the_measured_returns()
    {
        // Straight lines of 50 each, measured at 3 and at 1 a unit: 200 now, and 5 units moved bring 10 more; 5 % of 200 is 10.
        Reallocation<string> pilot = Straight().Reallocate([new("a", 3d), new("b", 1d)], Policy);
        (pilot.Present, pilot.Gain, pilot.Needed, pilot.Moves, pilot.Stage).Should().Be((200d, 10d, 10d, true, ReallocationStage.Pilot));
        pilot.Policy.Should().BeSameAs(Policy);
        (pilot.Next("a"), pilot.Next("b")).Should().Be((Yuan(55m), Yuan(45m)));
        pilot.Reason.En.Should().Be("Money moves, by at most 10% of each line: that brings 10.00 more, and 10.00 is the least that pays for a move.");
        pilot.Reason.ZhHans.Should().Be("调整预算，每个项目至多变动10%：可多带来10.00，超过调整所需的最低增益10.00。");

        // At least half of what was promised, 205, leads to the larger step.
        (pilot.StageAfter(204.99), pilot.StageAfter(205d), pilot.StageAfter(0d)).Should().Be((ReallocationStage.Pilot, ReallocationStage.Scale, ReallocationStage.Pilot));
        Reallocation<string> scale = Straight().Reallocate([new("a", 3d), new("b", 1d)], Policy, ReallocationStage.Scale);
        (scale.Gain, scale.Stage, scale.Next("a"), scale.Next("b")).Should().Be((30d, ReallocationStage.Scale, Yuan(65m), Yuan(35m)));
        scale.StageAfter(214.9).Should().Be(ReallocationStage.Pilot);
        ArgumentOutOfRangeException thrown = ((Action)(() => scale.StageAfter(-1d))).Should().Throw<ArgumentOutOfRangeException>().Which;
        thrown.ParamName.Should().Be("measured");
    }

    [Fact]
    public void A_move_below_the_threshold_is_not_made()
    {
        // 2.9 and 1.1: 5 units bring 9 more, and 10 are needed.
        Reallocation<string> still = Straight().Reallocate([new("a", 2.9), new("b", 1.1)], Policy);
        still.Moves.Should().BeFalse();
        still.Gain.Should().BeApproximately(9d, 1e-12);
        (still.Next("a"), still.Next("b")).Should().Be((Yuan(50m), Yuan(50m)));
        still.Reason.En.Should().Be("Nothing moves: the best move within 10% of each line brings 9.00 more, less than the 10.00 that pays for a move.");
        still.Reason.ZhHans.Should().Be("维持不变：在每个项目10%的变动范围内，最佳调整只多带来9.00，低于调整所需的最低增益10.00。");
        still.StageAfter(1e9).Should().Be(ReallocationStage.Pilot, "nothing moved: the stage stays");
        var free = new ReallocationPolicy(Rate.Percent(10m), Rate.Percent(10m), Rate.Zero);
        Reallocation<string> equal = Straight().Reallocate([new("a", 2d), new("b", 2d)], free, ReallocationStage.Scale);
        (equal.Moves, equal.Gain, equal.Needed).Should().Be((false, 0d, 0d));
        equal.Solution.IsUnchanged.Should().BeTrue();
        equal.Reason.Should().Be(equal.Solution.Summary);
        equal.StageAfter(0d).Should().Be(ReallocationStage.Scale);
        Straight().Reallocate([new("a", 2.000001), new("b", 2d)], free).Moves.Should().BeTrue("any gain is enough where none is needed");
    }

    [Fact]
    public void A_change_that_brings_nothing_is_no_move()
    {
        // The maximum of b is below its present spend: 5 must go to a, which brings the same.
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(100m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(50m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).Spending(Yuan(50m)).AtMost(Yuan(45m))]);
        Reallocation<string> step = problem.Reallocate([], new ReallocationPolicy(Rate.Percent(10m), Rate.Percent(10m), Rate.Zero));
        step.Solution.IsUnchanged.Should().BeFalse();
        (step.Gain, step.Needed, step.Moves, step.Next("a")).Should().Be((0d, 0d, false, Yuan(50m)));
    }

    [Fact]
    public void A_curve_is_stretched_until_it_meets_what_was_measured()
    {
        // 100 ln(1 + 50 / 50) - 0 = 69.3 at 50; measured 1.2 a unit, 60.
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(100m), [BudgetLine.Of("a", ResponseCurve.Logarithmic(100d, 50d)).Spending(Yuan(50m)), BudgetLine.Of("b", ResponseCurve.Hill(100d, 50d, 1d, 50d)).Spending(Yuan(50m))]);
        Reallocation<string> step = problem.Reallocate([new("a", 1.2), new("b", 0.5)], Policy);
        step.Solution.Problem.Lines[0].Curve.IncrementalAt(50d).Should().BeApproximately(60d, 1e-12);
        step.Solution.Problem.Lines[1].Curve.IncrementalAt(50d).Should().BeApproximately(25d, 1e-12, "over what the carry-over brings without any spend");
        step.Solution.Problem.Total.Should().Be(Yuan(100m));

        // Nothing measured, nothing spent or nothing to stretch: the curve as it is.
        Curve(BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(50m)), []).Should().Be(ResponseCurve.Linear(2d));
        Curve(BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(0m)), [new("a", 3d)]).Should().Be(ResponseCurve.Linear(2d));
        Curve(BudgetLine.Of("a", ResponseCurve.Linear(0d)).Spending(Yuan(50m)), [new("a", 3d)]).Should().Be(ResponseCurve.Linear(0d));
        Curve(BudgetLine.Of("a", ResponseCurve.PiecewiseLinear([new(0d, 9d), new(90d, 0d)])).Spending(Yuan(50m)), [new("a", 3d)]).Should().Be(ResponseCurve.PiecewiseLinear([new(0d, 9d), new(90d, 0d)]));
        Curve(BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(50m)), [new("a", 3d)]).Should().Be(ResponseCurve.Linear(3d));
        Curve(BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(50m)), [new("a", 0d)]).Should().Be(ResponseCurve.Linear(0d));

        static ResponseCurve Curve(BudgetLine<string> line, KeyValuePair<string, double>[] returns) => BudgetProblem.Create(line.Current!.Value, [line]).Reallocate(returns, Policy).Solution.Problem.Lines[0].Curve;
    }

    [Fact]
    public void The_step_narrows_the_line_s_own_bounds_and_never_widens_them()
    {
        BudgetLine<string> line = BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(50m));
        Shares(line).Should().Be((Rate.Percent(90m), Rate.Percent(110m)));
        Shares(line.AtLeast(Rate.Percent(80m)).AtMost(Rate.Percent(120m))).Should().Be((Rate.Percent(90m), Rate.Percent(110m)));
        Shares(line.AtLeast(Rate.Percent(95m)).AtMost(Rate.Percent(105m))).Should().Be((Rate.Percent(95m), Rate.Percent(105m)));
        Shares(line.FixedAt(Yuan(50m))).Should().Be(((Rate?)null, (Rate?)null), "a fixed line stays as it is");

        static (Rate?, Rate?) Shares(BudgetLine<string> line)
        {
            BudgetLine<string> next = BudgetProblem.Create(Yuan(50m), [line]).Reallocate([], Policy).Solution.Problem.Lines[0];
            return (next.MinimumOfCurrent, next.MaximumOfCurrent);
        }
    }

    [Fact]
    public void Lines_left_out_stay_out_and_fixed_ones_are_measured_too()
    {
        BudgetLine<string> closed = BudgetLine.Of("x", ResponseCurve.Linear(9d)).Excluded(new LocalText("closed"));
        BudgetProblem<string> problem = BudgetProblem.Create(
            Yuan(110m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(50m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).Spending(Yuan(50m)), BudgetLine.Of("f", ResponseCurve.Linear(1d)).FixedAt(Yuan(10m)).Spending(Yuan(20m)), closed]);
        Reallocation<string> step = problem.Reallocate([new("a", 3d), new("b", 1d), new("f", 4d)], Policy);
        step.Solution.Problem.Lines[3].Should().BeSameAs(closed);
        step.Solution.Problem.Lines[2].Curve.Should().Be(ResponseCurve.Linear(4d));
        step.Solution.Problem.Lines[2].FixedAmount.Should().Be(Yuan(10m));
        step.Present.Should().Be(280d, "150, 50 and 80");
        step.Gain.Should().Be(-30d, "10 more by a move, 40 less on the fixed line");
        step.Moves.Should().BeFalse();
        (step.Next("a"), step.Next("f"), step.Next("x")).Should().Be((Yuan(50m), Yuan(20m), Yuan(0m)));
    }

    [Fact]
    public void A_step_that_cannot_be_split_says_so()
    {
        Reallocation<string> none = Straight().WithTotal(Yuan(200m)).Reallocate([], Policy);
        (none.Moves, none.Present, none.Gain).Should().Be((false, 0d, 0d));
        none.Reason.En.Should().Be("The total of 200.00 CNY is 90.00 CNY above the maxima and fixed amounts of a, b.");
        ((Action)(() => none.Next("a"))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_return_is_a_number_of_one_line()
    {
        Refused([new("c", 1d)], "The return of 'c' is of no line; expected one return for a line of the problem.");
        Refused([new("a", 1d), new("a", 1d)], "The return of 'a' is there twice; expected one return for a line of the problem.");
        Refused([new("a", -0.5)], "The return of 'a' is -0.5; expected a finite number, 0 or more.");
        Refused([new("a", double.NaN)], "The return of 'a' is NaN; expected a finite number, 0 or more.");
        Refused([new("a", double.PositiveInfinity)], "The return of 'a' is ");
        ((Action)(() => Straight().Reallocate(null!, Policy))).Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be("returns");
        ((Action)(() => Straight().Reallocate([], null!))).Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be("policy");
        ArgumentException thrown = ((Action)(() => BudgetProblem.Create(Yuan(1m), [BudgetLine.Of("a", ResponseCurve.Linear(1d))]).Reallocate([], Policy))).Should().Throw<ArgumentException>().Which;
        thrown.Message.Should().StartWith("The line 'a' has no current spend; a step needs one to start from.");

        static void Refused(KeyValuePair<string, double>[] returns, string message)
        {
            ArgumentException thrown = ((Action)(() => Straight().Reallocate(returns, Policy))).Should().Throw<ArgumentException>().Which;
            thrown.ParamName.Should().Be("returns");
            thrown.Message.Should().StartWith(message);
        }
    }

    private static BudgetProblem<string> Straight() => BudgetProblem.Create(Yuan(100m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(50m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).Spending(Yuan(50m))]);

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);
}
