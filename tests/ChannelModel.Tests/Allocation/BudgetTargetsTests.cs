using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Targets of a return or a response, against closed forms.</summary>
public sealed class BudgetTargetsTests
{
    [Fact]
    public void A_marginal_return_spends_on_each_line_up_to_it()
    {
        // 126 000 / (20 000 + x) = 1.5 at 64 000; 112 000 / (20 000 + x) at 54 666.67, cut off to a cent.
        BudgetProblem<string> problem = Problem(BudgetLine.Of("a", ResponseCurve.Logarithmic(126_000d, 20_000d)), BudgetLine.Of("b", ResponseCurve.Logarithmic(112_000d, 20_000d)));
        Amounts(problem.SolveForMarginalReturn(1.5)).Should().Equal(64_000m, 54_666.66m);
        problem.SolveForMarginalReturn(1.5).Status.Should().Be(BudgetStatus.Optimal);
        Amounts(problem.SolveForMarginalReturn(6d)).Should().Equal(1_000m, 0m);
        Amounts(problem.SolveForMarginalReturn(7d)).Should().Equal(0m, 0m);

        // Bounds and fixed lines hold whatever the target; a line at its maximum could bring more.
        BudgetSolution<string> bounded = Problem(
            BudgetLine.Of("a", ResponseCurve.Logarithmic(126_000d, 20_000d)).AtMost(Yuan(40_000m)), BudgetLine.Of("b", ResponseCurve.Logarithmic(112_000d, 20_000d)).AtLeast(Yuan(60_000m)), BudgetLine.Of("f", ResponseCurve.Linear(0.1)).FixedAt(Yuan(7m))).SolveForMarginalReturn(1.5);
        Amounts(bounded).Should().Equal(40_000m, 60_000m, 7m);
        bounded.Total.Should().Be(Yuan(100_007m));
        bounded.Certificate!.Multiplier.Should().BeApproximately(1.4, 1e-12, "one more unit could only go to b");

        // Of a straight line all or nothing; at the very slope all.
        BudgetProblem<string> straight = Problem(BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Yuan(10m)), BudgetLine.Of("b", ResponseCurve.Linear(1d)).AtMost(Yuan(10m)));
        Amounts(straight.SolveForMarginalReturn(2d)).Should().Equal(10m, 0m);
        Amounts(straight.SolveForMarginalReturn(2.01)).Should().Equal(0m, 0m);
        Amounts(straight.SolveForMarginalReturn(1d)).Should().Equal(10m, 10m);
        straight.SolveForMarginalReturn(2d).Verify().Should().BeEmpty();
        Problem(BudgetLine.Of("a", ResponseCurve.Linear(2d))).SolveForMarginalReturn(2.01).Total.Should().Be(Yuan(0m));
        Problem(BudgetLine.Of("a", ResponseCurve.Linear(2d))).SolveForMarginalReturn(2d).Status.Should().Be(BudgetStatus.Unbounded);
        Problem(BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Yuan(90_071_992_547_409.91m))).SolveForMarginalReturn(2d).Total.Should().Be(Yuan(90_071_992_547_409.91m), "a maximum is an end, however far");
    }

    [Fact]
    public void A_response_costs_the_least_that_brings_it()
    {
        // Two lines of a ln(1 + x / b): price p with 126 ln(126 / 20 p) + 112 ln(112 / 20 p) = target, and 238 / p - 40 spent.
        BudgetProblem<string> problem = Problem(BudgetLine.Of("a", ResponseCurve.Logarithmic(126_000d, 20_000d)), BudgetLine.Of("b", ResponseCurve.Logarithmic(112_000d, 20_000d)));
        foreach (double price in new[] { 5d, 3d, 1.5, 0.2, 0.01 })
        {
            double a = (126_000d / price) - 20_000d;
            double b = (112_000d / price) - 20_000d;
            double target = problem.Lines[0].Curve.ValueAt(a) + problem.Lines[1].Curve.ValueAt(b);
            BudgetSolution<string> solution = problem.SolveForResponse(target);
            solution.Status.Should().Be(BudgetStatus.Optimal);
            ((double)solution.Total.Amount).Should().BeInRange(a + b - 1e-6, a + b + 0.0101, "at the price {0}, rounded up", price);
            solution[0].Ideal.Should().BeApproximately(a, 1e-9 * a);
            solution.Certificate!.Multiplier.Should().BeApproximately(price, 1e-9 * price);
            solution.Certificate.Response.Should().BeGreaterThanOrEqualTo(target * (1d - 1e-12));
            solution.Verify().Should().BeEmpty();
        }
    }

    [Fact]
    public void A_response_is_rounded_up_to_a_unit_and_no_further()
    {
        BudgetLine<string> line = BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Yuan(10m));
        (double Target, decimal Total)[] rows = [(0d, 0m), (0.01, 0.01m), (0.02, 0.01m), (0.021, 0.02m), (7d, 3.5m), (7.001, 3.51m), (19.99, 10m), (20d, 10m)];
        foreach ((double target, decimal total) in rows)
        {
            Problem(line).SolveForResponse(target).Total.Should().Be(Yuan(total), "{0}", target);
        }

        Problem(line).SolveForResponse(20.01).Status.Should().Be(BudgetStatus.TargetUnreachable);
        Problem(line.AtLeast(Yuan(2m))).SolveForResponse(3d).Total.Should().Be(Yuan(2m), "the minimum brings more than the target");
        Problem(line.AtLeast(Yuan(2m))).SolveForResponse(4d).Total.Should().Be(Yuan(2m));
        Problem(line.AtLeast(Yuan(2m))).SolveForResponse(4.02).Total.Should().Be(Yuan(2.01m));

        // A fixed line brings 3 of the target for its 6.
        BudgetProblem<string> both = Problem(line, BudgetLine.Of("f", ResponseCurve.Linear(0.5)).FixedAt(Yuan(6m)));
        both.SolveForResponse(10d).Total.Should().Be(Yuan(9.5m));
        both.SolveForResponse(3d).Total.Should().Be(Yuan(6m));
        both.SolveForResponse(23d).Total.Should().Be(Yuan(16m));
        both.SolveForResponse(23.1).Status.Should().Be(BudgetStatus.TargetUnreachable);
    }

    [Fact]
    public void An_s_curve_s_response_is_reached_where_the_curve_reaches_it()
    {
        // 100 x^2 / (100 + x^2) = 80 at 20.
        BudgetProblem<string> problem = Problem(BudgetLine.Of("a", ResponseCurve.Hill(100d, 10d, 2d)));
        problem.SolveForResponse(80d).Total.Should().Be(Yuan(20m));
        problem.SolveForResponse(20d).Total.Should().Be(Yuan(5m));
        problem.SolveForResponse(1d).Total.Should().Be(Yuan(1.01m), "100 / sqrt 99 = 1.005 rounded up");
        problem.SolveForResponse(100d).Status.Should().NotBe(BudgetStatus.Unbounded);
        problem.SolveForMarginalReturn(1.6).Total.Should().Be(Yuan(20m));
        problem.SolveForMarginalReturn(5.1).Total.Should().Be(Yuan(0m));

        // On average 100 x / (100 + x^2) = 4 at the larger root: x^2 - 25 x + 100 = 0, 20.
        problem.SolveForAverageReturn(4d).Total.Should().Be(Yuan(20m));
        problem.SolveForAverageReturn(5.01).Status.Should().Be(BudgetStatus.TargetUnreachable, "the best average is 5, at 10");
        problem.SolveForAverageReturn(4.99).Total.Amount.Should().BeInRange(10.6m, 10.7m);
    }

    [Fact]
    public void An_average_return_is_met_by_the_largest_total_that_meets_it()
    {
        // A Michaelis-Menten line alone: 100 / (50 + x) = r at 100 / r - 50.
        BudgetProblem<string> one = Problem(BudgetLine.Of("a", ResponseCurve.MichaelisMenten(100d, 50d)));
        (double Target, decimal Total)[] rows = [(1d, 50m), (0.5, 150m), (0.1, 950m), (0.001, 99_950m), (1.6, 12.5m), (1.99, 0.25m)];
        foreach ((double target, decimal total) in rows)
        {
            BudgetSolution<string> solution = one.SolveForAverageReturn(target);
            solution.Total.Should().Be(Yuan(total), "{0}", target);
            solution.Status.Should().Be(BudgetStatus.Optimal);
            solution.Verify().Should().BeEmpty();
        }

        one.SolveForAverageReturn(2.01).Status.Should().Be(BudgetStatus.TargetUnreachable);

        // Within bounds: a maximum that meets the target is taken whole; a minimum that does not is refused.
        BudgetLine<string> line = one.Lines[0];
        Problem(line.AtMost(Yuan(40m))).SolveForAverageReturn(1d).Total.Should().Be(Yuan(40m));
        Problem(line.AtMost(Yuan(60m))).SolveForAverageReturn(1d).Total.Should().Be(Yuan(50m));
        Problem(line.AtLeast(Yuan(49m))).SolveForAverageReturn(1d).Total.Should().Be(Yuan(50m));
        Problem(line.AtLeast(Yuan(51m))).SolveForAverageReturn(1d).Status.Should().Be(BudgetStatus.TargetUnreachable);
        Problem(line.AtLeast(Yuan(51m)).AtMost(Yuan(60m))).SolveForAverageReturn(1d).Status.Should().Be(BudgetStatus.TargetUnreachable);

        // Rounded down to whole cents: 100 / 0.3 - 50 = 283.333.
        one.SolveForAverageReturn(0.3).Total.Should().Be(Yuan(283.33m));
    }

    [Fact]
    public void An_average_just_missed_costs_a_unit()
    {
        // The root is half a millionth of a cent below 50: at 50.00 the average is missed by more than a rounding.
        Problem(BudgetLine.Of("a", ResponseCurve.MichaelisMenten(100d, 50d))).SolveForAverageReturn(100d / (100d - 5e-9)).Total.Should().Be(Yuan(49.99m));
        Problem(BudgetLine.Of("a", ResponseCurve.MichaelisMenten(100d, 50d))).SolveForAverageReturn(100d / (100d + 5e-9)).Total.Should().Be(Yuan(50m));
        const double Root = 50d - 5e-9;
        Problem(BudgetLine.Of("a", ResponseCurve.MichaelisMenten(100d, 50d)), BudgetLine.Of("f", ResponseCurve.Linear(2d)).FixedAt(Yuan(6m))).SolveForAverageReturn((12d + (100d * Root / (50d + Root))) / (6d + Root)).Total.Should().Be(Yuan(55.99m));

        // The fixed line alone brings 2 a unit; all else brings less.
        Problem(BudgetLine.Of("a", ResponseCurve.Linear(0.5)).AtMost(Yuan(10m)), BudgetLine.Of("f", ResponseCurve.Linear(2d)).FixedAt(Yuan(6m))).SolveForAverageReturn(2d).Total.Should().Be(Yuan(6m));
    }

    [Fact]
    public void A_rounding_of_a_large_number_costs_no_unit()
    {
        for (int i = 1; i <= 60; i++)
        {
            // 10^7 i / (1 000 + x) at x = 37 i is the target to the last digit or the one before.
            double target = 1e7 * i / (1_000d + (37d * i));
            Problem(BudgetLine.Of("a", ResponseCurve.MichaelisMenten(1e7 * i, 1_000d))).SolveForAverageReturn(target).Total.Should().Be(Yuan(37m * i));

            // 0.3 and 0.2 a unit up to 10, then 0.1: added up in another order.
            decimal rest = 1_000_003m * i;
            BudgetProblem<string> straight = Problem(BudgetLine.Of("a", ResponseCurve.Linear(0.3)).AtMost(Yuan(10m)), BudgetLine.Of("b", ResponseCurve.Linear(0.2)).AtMost(Yuan(10m)), BudgetLine.Of("c", ResponseCurve.Linear(0.1)));
            straight.SolveForResponse((0.1 * (double)rest) + (0.2 * 10d) + (0.3 * 10d)).Total.Should().Be(Yuan(20m + rest));
        }
    }

    [Fact]
    public void An_average_return_counts_fixed_lines_and_not_what_no_spend_would_bring()
    {
        // Fixed: 3 for 6; with x more at 2 a unit up to 10: (3 + 2 x) / (6 + x) = 1 at x = 3, and falls nowhere above, so that all 10 are spent.
        BudgetLine<string> steep = BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Yuan(10m));
        BudgetLine<string> held = BudgetLine.Of("f", ResponseCurve.Linear(0.5)).FixedAt(Yuan(6m));
        Problem(steep, held).SolveForAverageReturn(1d).Total.Should().Be(Yuan(16m));
        Problem(steep, held).SolveForAverageReturn(23d / 16d).Total.Should().Be(Yuan(16m));
        Problem(steep, held).SolveForAverageReturn(1.44).Status.Should().Be(BudgetStatus.TargetUnreachable);

        // A fixed line of 12 for 6 carries others: 12 + 100 x / (50 + x) = 1 (6 + x) where x^2 - 56 x - 300 = 0.
        double root = 28d + Math.Sqrt((28d * 28d) + 300d);
        BudgetSolution<string> carried = Problem(BudgetLine.Of("a", ResponseCurve.MichaelisMenten(100d, 50d)), BudgetLine.Of("f", ResponseCurve.Linear(2d)).FixedAt(Yuan(6m))).SolveForAverageReturn(1d);
        ((double)carried.Total.Amount).Should().BeInRange(6d + root - 0.0101, 6d + root + 1e-9);
        carried.Verify().Should().BeEmpty();

        // Carry-over of 50 is worth 50 without any spend: 100 (50 + x) / (100 + x) - 50 = x / 4 at 100.
        BudgetSolution<string> carry = Problem(BudgetLine.Of("a", ResponseCurve.Hill(100d, 50d, 1d, 50d))).SolveForAverageReturn(0.25);
        carry.Total.Should().Be(Yuan(100m));
        carry.Verify().Should().BeEmpty();

        // The same for a fixed line: at 50 it brings 100 * 100 / 150 - 50 = 16.67, which is not the 0.5 a unit that is asked.
        BudgetLine<string> fixedCarry = BudgetLine.Of("f", ResponseCurve.Hill(100d, 50d, 1d, 50d)).FixedAt(Yuan(50m));
        Problem(fixedCarry).SolveForAverageReturn(0.5).Status.Should().Be(BudgetStatus.TargetUnreachable);
        Problem(fixedCarry).SolveForAverageReturn(0.33).Total.Should().Be(Yuan(50m));
        Problem(fixedCarry, steep).SolveForAverageReturn(0.5).Total.Should().Be(Yuan(60m), "16.67 and 20 for 60");
        Problem(fixedCarry, steep).SolveForAverageReturn(0.62).Status.Should().Be(BudgetStatus.TargetUnreachable);
    }

    [Fact]
    public void A_straight_line_without_a_maximum_meets_a_return_without_end_and_a_falling_one_does_not()
    {
        Problem(BudgetLine.Of("a", ResponseCurve.Linear(2d))).SolveForAverageReturn(2d).Status.Should().Be(BudgetStatus.Unbounded);
        Problem(BudgetLine.Of("a", ResponseCurve.Linear(2d))).SolveForAverageReturn(2.1).Status.Should().Be(BudgetStatus.TargetUnreachable);
        Problem(BudgetLine.Of("a", ResponseCurve.Linear(2d)), BudgetLine.Of("b", ResponseCurve.Linear(5d)).AtMost(Yuan(10m))).SolveForAverageReturn(2.5).Total.Should().Be(Yuan(60m), "50 for 10, and 2 for each further one: 50 + 2 x = 2.5 (10 + x)");

        // Of x (10 - x / 4) / x the average is 5 at 20, where the last unit brings nothing; at 30 it is 2.5.
        BudgetProblem<string> falling = Problem(BudgetLine.Of("a", ResponseCurve.Quadratic(10d, 0.5)));
        falling.SolveForAverageReturn(5d).Total.Should().Be(Yuan(20m));
        falling.SolveForAverageReturn(2.5).Total.Should().Be(Yuan(30m));
        falling.SolveForAverageReturn(10.1).Status.Should().Be(BudgetStatus.TargetUnreachable);
        BudgetProblem<string> power = Problem(BudgetLine.Of("a", ResponseCurve.Power(8d, 0.5)));
        power.SolveForAverageReturn(2d).Total.Should().Be(Yuan(16m));
        power.SolveForAverageReturn(0.002).Total.Should().Be(Yuan(16_000_000m));
        power.SolveForAverageReturn(1e-7).Status.Should().Be(BudgetStatus.Unbounded, "the total would be 6.4 10^15, beyond the largest");
        power.SolveForAverageReturn(7.3e-7).Status.Should().Be(BudgetStatus.Unbounded, "the slope is that at 3 10^13, the average only at 1.2 10^14");
        power.SolveForResponse(40d).Total.Should().Be(Yuan(25m));
        power.SolveForResponse(8e6).Total.Should().Be(Yuan(1_000_000_000_000m));
    }

    [Fact]
    public void Nothing_for_nothing_is_no_answer_to_an_average()
    {
        BudgetProblem<string> closed = Problem(BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Yuan(0m)));
        closed.SolveForAverageReturn(1d).Status.Should().Be(BudgetStatus.TargetUnreachable);
        closed.SolveForResponse(0d).Total.Should().Be(Yuan(0m));
        closed.SolveForMarginalReturn(1d).Total.Should().Be(Yuan(0m));
    }

    [Fact]
    public void Several_lines_meet_an_average_together()
    {
        // Equal lines of 100 x / (50 + x): n lines spend n times as much at the same average.
        foreach (int n in new[] { 2, 5 })
        {
            BudgetProblem<string> problem = Problem([.. Enumerable.Range(0, n).Select(i => BudgetLine.Of($"k{i}", ResponseCurve.MichaelisMenten(100d, 50d)))]);
            foreach (double target in new[] { 1.5, 1d, 0.25, 0.01 })
            {
                double exact = n * ((100d / target) - 50d);
                BudgetSolution<string> solution = problem.SolveForAverageReturn(target);
                ((double)solution.Total.Amount).Should().BeInRange(exact - 0.0101, exact + 1e-6);
                solution.Certificate!.IdealResponse.Should().BeApproximately(target * exact, 1e-9 * target * exact);
                solution.Verify().Should().BeEmpty();
            }
        }
    }

    private static IEnumerable<decimal> Amounts(BudgetSolution<string> solution) => solution.Select(line => line.Amount.Amount);

    private static BudgetProblem<string> Problem(params BudgetLine<string>[] lines) => BudgetProblem.Create(Yuan(0m), lines);

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);
}
