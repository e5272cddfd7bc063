#if !NETFX_REPLAY // what is tested here is internal
using System;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>What a split is worth: multiplier, residual and status by hand, and which split is kept.</summary>
public sealed class BudgetSolverTests
{
    private static readonly ResponseCurve Broken = ResponseCurve.PiecewiseLinear([new(0d, 0d), new(5d, 20d), new(10d, 25d)]);

    [Fact]
    public void The_multiplier_is_what_one_more_unit_brings_on_the_best_line_that_has_room()
    {
        BudgetModel model = Model(BudgetLine.Of("a", ResponseCurve.Linear(3d)).AtMost(Yuan(5m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).AtMost(Yuan(5m)), BudgetLine.Of("c", ResponseCurve.Linear(1d)).AtMost(Yuan(5m)));

        // At bounds: the best of those below their maximum.
        Multiplier([0d, 0d, 0d], 9d).Should().Be(3d);
        Multiplier([5d, 0d, 0d], 9d).Should().Be(2d);
        Multiplier([5d, 5d, 0d], 9d).Should().Be(1d);
        Multiplier([5d, 5d, 5d], 9d).Should().Be(0d, "nobody can take a unit");

        // Between the bounds of a line the price, if it is that line's slope to a millionth.
        Multiplier([5d, 2d, 0d], 2d * (1d + 9e-7)).Should().Be(2d * (1d + 9e-7));
        Multiplier([5d, 2d, 0d], 2d * (1d - 9e-7)).Should().Be(2d * (1d - 9e-7));
        Multiplier([5d, 2d, 0d], 2d * (1d + 2e-6)).Should().Be(2d);
        Multiplier([5d, 2d, 0d], 2d * (1d - 2e-6)).Should().Be(2d);

        // On a corner one more brings 1, and one less costs 4: neither is the price.
        BudgetModel corner = Model(BudgetLine.Of("a", Broken).AtMost(Yuan(10m)));
        BudgetSolver.MultiplierOf(corner, [5d], 1d).Should().Be(1d);
        BudgetSolver.MultiplierOf(corner, [5d], 4d).Should().Be(1d);
        BudgetSolver.MultiplierOf(corner, [4d], 4.000001).Should().Be(4.000001);
        BudgetModel falling = Model(BudgetLine.Of("a", ResponseCurve.Quadratic(1d, 1d)).AtMost(Yuan(5m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).AtMost(Yuan(5m)));
        BudgetSolver.MultiplierOf(falling, [5d, 5d], 9d).Should().Be(-4d, "a unit less would bring 4");
        BudgetSolver.MultiplierOf(falling, [3d, 5d], -2d).Should().Be(-2d);
        BudgetSolver.MultiplierOf(Model(BudgetLine.Of("a", ResponseCurve.Quadratic(1d, 1d)).AtLeast(Yuan(5m)).AtMost(Yuan(5m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).AtMost(Yuan(5m))), [5d, 5d], 9d).Should().Be(0d, "a can give nothing");
        BudgetSolver.MultiplierOf(Model(BudgetLine.Of("a", ResponseCurve.Linear(3d)).FixedAt(Yuan(5m))), [5d], 9d).Should().Be(0d);
        BudgetSolver.MultiplierOf(Model(BudgetLine.Of("a", ResponseCurve.Power(3d, 0.5))), [0d], 9d).Should().BeApproximately(1.5e150, 1e140);

        double Multiplier(double[] ideal, double price) => BudgetSolver.MultiplierOf(model, ideal, price);
    }

    [Fact]
    public void The_residual_is_the_largest_violation_beside_the_multiplier()
    {
        BudgetModel model = Model(
            BudgetLine.Of("a", ResponseCurve.Linear(3d)).AtMost(Yuan(5m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).AtLeast(Yuan(1m)).AtMost(Yuan(5m)), BudgetLine.Of("f", ResponseCurve.Linear(9d)).FixedAt(Yuan(5m)), BudgetLine.Of("x", ResponseCurve.Linear(9d)).Excluded(new LocalText("closed")));
        Residual([5d, 3d, 5d, 0d], 2d).Should().Be(0d);
        Residual([4d, 3d, 5d, 0d], 2d).Should().Be(0.5, "a has room and brings 3");
        Residual([4d, 1d, 5d, 0d], 3d).Should().Be(0d, "b is at its minimum");
        Residual([4d, 1.5, 5d, 0d], 3d).Should().BeApproximately(1d / 3d, 1e-15, "b could give");
        Residual([4d, 1.5, 5d, 0d], 2.5).Should().BeApproximately(0.2, 1e-15, "0.5 on either side");
        Residual([0d, 5d, 5d, 0d], 2.75).Should().BeApproximately(0.75 / 2.75, 1e-15, "0.25 and 0.75: the worse counts");
        Residual([4d, 1d, 5d, 0d], 0d).Should().Be(3d, "as it is where the multiplier is 0");
        Residual([4d, 1d, 5d, 0d], -1d).Should().Be(4d);
        Residual([0d, 1d, 5d, 0d], 4d).Should().Be(0d);

        // Left of a corner a unit brings 4, right of it 1; anything between them is a price of the corner.
        BudgetModel corner = Model(BudgetLine.Of("a", Broken).AtMost(Yuan(10m)));
        BudgetSolver.KktResidualOf(corner, [5d], 2d).Should().Be(0d);
        BudgetSolver.KktResidualOf(corner, [5d], 4d).Should().Be(0d);
        BudgetSolver.KktResidualOf(corner, [5d], 5d).Should().Be(0.2);
        BudgetSolver.KktResidualOf(corner, [5d], 0.5).Should().Be(1d);
        BudgetSolver.KktResidualOf(corner, [10d], 0.5).Should().Be(0d);
        BudgetSolver.KktResidualOf(corner, [10d], 2d).Should().Be(0.5);
        BudgetSolver.KktResidualOf(corner, [0d], 5d).Should().Be(0d);

        double Residual(double[] ideal, double multiplier) => BudgetSolver.KktResidualOf(model, ideal, multiplier);
    }

    [Fact]
    public void A_status_follows_from_the_gap_the_multiplier_and_the_room()
    {
        BudgetModel model = Model(BudgetLine.Of("a", ResponseCurve.Linear(3d)).AtMost(Yuan(5m)), BudgetLine.Of("f", ResponseCurve.Linear(2d)).FixedAt(Yuan(5m)));

        // The fixed line brings 10 beside the bound of the free ones.
        Status(300, 9d, 19d, 1d, 9d).Should().Be(BudgetStatus.Optimal);
        Status(300, 9d, 19d, 1d, 9d + 1.8e-8).Should().Be(BudgetStatus.Optimal, "a billionth of 19");
        Status(300, 9d, 19d, 1d, 9d + 2e-8).Should().Be(BudgetStatus.OptimalWithinGap);
        Status(300, 9d, 19d, 1d, 8d).Should().Be(BudgetStatus.Optimal);
        Status(300, 9d, 19d, 1d, double.NaN).Should().Be(BudgetStatus.OptimalWithinGap, "without a proof there is no optimum");
        Status(300, 9d, -19d, 1d, -29d + 1.8e-8).Should().Be(BudgetStatus.Optimal);
        Status(300, 9d, 19d, 0d, 9d).Should().Be(BudgetStatus.Saturated);
        Status(300, 9d, 19d, -1d, 9d).Should().Be(BudgetStatus.Saturated);
        Status(300, 0d, 19d, 0d, 9d).Should().Be(BudgetStatus.Optimal, "nothing is spent");
        Status(500, 9d, 19d, 0d, 9d).Should().Be(BudgetStatus.Optimal, "all maxima are full");
        Status(499, 9d, 19d, 0d, 9d).Should().Be(BudgetStatus.Saturated);
        Status(300, 9d, 19d, 0d, 10d).Should().Be(BudgetStatus.OptimalWithinGap);

        BudgetStatus Status(long units, double amount, double ideal, double multiplier, double bound) => BudgetSolver.StatusOf(model, [units, 500], amount, ideal, multiplier, bound);
    }

    [Fact]
    public void A_total_at_the_ends_of_the_bounds_has_an_answer_and_one_beyond_them_has_none()
    {
        BudgetLine<string>[] lines = [BudgetLine.Of("a", ResponseCurve.Linear(3d)).AtLeast(Yuan(2m)).AtMost(Yuan(5m)), BudgetLine.Of("b", ResponseCurve.Linear(1d)).AtLeast(Yuan(1m)).AtMost(Yuan(4m)), BudgetLine.Of("f", ResponseCurve.Linear(1d)).FixedAt(Yuan(10m))];
        Solved(13m).Select(line => line.Amount.Amount).Should().Equal(2m, 1m, 10m);
        Solved(19m).Select(line => line.Amount.Amount).Should().Equal(5m, 4m, 10m);
        Solved(15m).Select(line => line.Amount.Amount).Should().Equal(4m, 1m, 10m);
        Solved(13m).Status.Should().Be(BudgetStatus.Optimal);
        Solved(19m).Status.Should().Be(BudgetStatus.Optimal);
        (Solved(12.99m).Shortfall!.TotalTooSmall, Solved(12.99m).Shortfall!.Amount).Should().Be((true, Yuan(0.01m)));
        (Solved(9m).Shortfall!.TotalTooSmall, Solved(9m).Shortfall!.Amount).Should().Be((true, Yuan(4m)));
        (Solved(19.01m).Shortfall!.TotalTooSmall, Solved(19.01m).Shortfall!.Amount).Should().Be((false, Yuan(0.01m)));
        Solved(12.99m).Status.Should().Be(BudgetStatus.Infeasible);

        BudgetSolution<string> Solved(decimal total) => BudgetProblem.Create(Yuan(total), lines).Solve();
    }

    [Fact]
    public void A_present_split_that_is_as_good_stays()
    {
        Amounts(10m, (2d, 7m), (2d, 3m)).Should().Equal(7m, 3m);
        Amounts(10m, (2d, 0m), (2d, 10m)).Should().Equal(0m, 10m);
        Amounts(10m, (2d, 7m), (2d, 4m)).Should().Equal(5m, 5m); // no split of the total
        Amounts(10m, (2d, 7m), (1d, 3m)).Should().Equal(10m, 0m);
        Amounts(10m, (2d, 7m), (2d, null)).Should().Equal(5m, 5m);

        // Outside the bounds it is no answer.
        BudgetProblem.Create(Yuan(10m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(7m)).AtMost(Yuan(6m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).Spending(Yuan(3m))]).Solve()[0].Amount.Should().NotBe(Yuan(7m));
        BudgetProblem.Create(Yuan(10m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(7m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).Spending(Yuan(3m)).AtLeast(Yuan(4m))]).Solve()[1].Amount.Should().NotBe(Yuan(3m));
        BudgetProblem.Create(Yuan(10m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(7m)).AtMost(Yuan(7m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).Spending(Yuan(3m)).AtLeast(Yuan(3m))]).Solve().Select(line => line.Amount.Amount).Should().Equal(7m, 3m);

        // With a fixed line the free ones have what is left.
        BudgetProblem.Create(Yuan(15m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(7m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).Spending(Yuan(3m)), BudgetLine.Of("f", ResponseCurve.Linear(2d)).FixedAt(Yuan(5m))]).Solve().Select(line => line.Amount.Amount).Should().Equal(7m, 3m, 5m);

        static decimal[] Amounts(decimal total, params (double Slope, decimal? Current)[] lines) =>
            [.. BudgetProblem.Create(Yuan(total), lines.Select((line, i) => line.Current is decimal current ? BudgetLine.Of(i, ResponseCurve.Linear(line.Slope)).Spending(Yuan(current)) : BudgetLine.Of(i, ResponseCurve.Linear(line.Slope)))).Solve().Select(line => line.Amount.Amount)];
    }

    [Fact]
    public void Keys_out_of_order_change_no_line_s_answer()
    {
        BudgetSolution<string> solution = BudgetProblem.Create(
            Yuan(90_010m),
            [BudgetLine.Of("z", ResponseCurve.Logarithmic(60_000d, 20_000d)), BudgetLine.Of("f", ResponseCurve.Linear(0.5)).FixedAt(Yuan(10m)), BudgetLine.Of("x", ResponseCurve.Linear(9d)).Excluded(new LocalText("closed")), BudgetLine.Of("a", ResponseCurve.Logarithmic(70_000d, 20_000d))]).Solve();
        solution.Select(line => line.Amount.Amount).Should().Equal(40_000m, 10m, 0m, 50_000m);
        solution[1].Ideal.Should().Be(10d);
        solution[2].Ideal.Should().Be(0d);
        double brought = (60_000d * Math.Log(3d)) + 5d + (70_000d * Math.Log(3.5));
        ResponseCurveTests.Near(solution.Certificate!.Response, brought, "the response");
        ResponseCurveTests.Near(solution.Certificate.IdealResponse, brought, "the ideal response");
        solution.Certificate.Bound.Should().BeApproximately(brought, 1e-9);
        solution.Certificate.Multiplier.Should().BeApproximately(1d, 1e-12);
        solution.Verify().Should().BeEmpty();
    }

    [Fact]
    public void Columns_of_a_problem_are_those_of_its_lines()
    {
        BudgetModel model = Model(
            BudgetLine.Of("c", ResponseCurve.Linear(1d)), BudgetLine.Of("f", ResponseCurve.Linear(2d)).FixedAt(Yuan(5m)), BudgetLine.Of("b", ResponseCurve.Linear(1d)).AtLeast(Yuan(1m)).AtMost(Yuan(4m)), BudgetLine.Of("x", ResponseCurve.Linear(1d)).Excluded(new LocalText("closed")),
            BudgetLine.Of("a", ResponseCurve.Linear(1d)).AtLeast(Yuan(2m)), BudgetLine.Of("g", ResponseCurve.Linear(3d)).FixedAt(Yuan(1m)));
        model.Free.Should().Equal(4, 2, 0);
        model.ByKey.Should().Equal(4, 2, 0, 1, 5, 3);
        (model.FixedUnits, model.FixedResponse, model.UnitsPerOne).Should().Be((600L, 13d, 100d));
        model.Range().Should().Be((300L, 2 * BudgetModel.MostUnits));
        Model(BudgetLine.Of("b", ResponseCurve.Linear(1d)).AtLeast(Yuan(1m)).AtMost(Yuan(4m))).Range().Should().Be((100L, 400L));

        // What a total leaves beside the minima, twice as much for concave curves so that no line stands at its end.
        SplitSpace space = model.SpaceFor(10d);
        space.Total.Should().Be(10d);
        space.Lo.Should().Equal(2d, 1d, 0d);
        space.Hi.Should().Equal(16d, 4d, 14d);
        space.Before.Should().Equal(-1, -1, -1);
        model.SpaceFor(3d).Hi.Should().Equal(2d, 1d, 0d);
        model.SpaceFor(1d).Hi.Should().Equal(2d, 1d, 0d);
        ResponseCurve steep = ResponseCurve.Hill(100d, 10d, 2d);
        SplitSpace bent = Model(BudgetLine.Of("a", steep).AtLeast(Yuan(2m)), BudgetLine.Of("b", steep), BudgetLine.Of("c", ResponseCurve.Linear(1d)), BudgetLine.Of("d", steep), BudgetLine.Of("e", steep).AtMost(Yuan(7m)), BudgetLine.Of("f", steep), BudgetLine.Of("g", steep).AtMost(Yuan(7m))).SpaceFor(10d);
        bent.Hi.Should().Equal(10d, 8d, 8d, 8d, 7d, 8d, 7d);
        bent.Before.Should().Equal(-1, -1, -1, 1, -1, 3, 4);
        bent.After.Should().Equal(-1, 3, -1, 5, 6, -1, -1);
    }

    private static BudgetModel Model(params BudgetLine<string>[] lines) => BudgetProblem.Create(Yuan(0m), lines).Model;

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);
}
#endif
