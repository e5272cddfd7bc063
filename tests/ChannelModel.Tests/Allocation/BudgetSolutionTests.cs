using System;
using System.Collections;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>A solution as a list of lines, each with its numbers.</summary>
public sealed class BudgetSolutionTests
{
    [Fact]
    public void Lines_are_found_by_place_and_by_key()
    {
        BudgetSolution<string> solution = Straight().Solve();
        solution.Count.Should().Be(5);
        solution[0].Key.Should().Be("a");
        solution[4].Key.Should().Be("x");
        solution.Select(line => line.Key).Should().Equal("a", "b", "m", "f", "x");
        ((IEnumerable)solution).Cast<SolvedLine<string>>().Select(line => line.Key).Should().Equal("a", "b", "m", "f", "x");
        solution.LineOf("f").Amount.Should().Be(Yuan(2m));
        solution.LineOf("b").Amount.Should().Be(Yuan(10m), "found again with the same index");
        solution.LineOf("a").ToString().Should().Be("a: 5.00 CNY (AtMax)");
        foreach (int place in new[] { -1, 5 })
        {
            ArgumentOutOfRangeException thrown = ((Action)(() => _ = solution[place])).Should().Throw<ArgumentOutOfRangeException>().Which;
            (thrown.ParamName, thrown.ActualValue).Should().Be(("index", place));
            thrown.Message.Should().StartWith("Expected 0 to 4.");
        }

        ArgumentException missing = ((Action)(() => solution.LineOf("q"))).Should().Throw<ArgumentException>().Which;
        missing.ParamName.Should().Be("key");
        missing.Message.Should().StartWith("The solution has no line 'q'; its status is Optimal.");
        BudgetSolution<string> none = Straight().WithTotal(Yuan(1m)).Solve();
        ((Action)(() => none.LineOf("a"))).Should().Throw<ArgumentException>().Which.Message.Should().StartWith("The solution has no line 'a'; its status is Infeasible.");
        none.Count.Should().Be(0);
        none.HasAmounts.Should().BeFalse();
        none.IsUnchanged.Should().BeFalse("there is nothing that stays");
        none.Total.Should().Be(Yuan(0m));
        none.Certificate.Should().BeNull();
    }

    [Fact]
    public void Every_number_of_a_line_is_that_of_its_curve_and_its_bounds()
    {
        BudgetSolution<string> solution = Straight().Solve();
        solution.Certificate!.Multiplier.Should().Be(1d);
        Numbers("a", BudgetLineStatus.AtMax, 5d, 11d, 10d, 9d, 2d, 1d, 1d, 1m, 0m, 5m);
        Numbers("b", BudgetLineStatus.Interior, 10d, 10d, 10d, null, 1d, 0d, 0d, null, 0m, null);
        Numbers("m", BudgetLineStatus.AtMin, 3d, 1.5, 1.5, 2d, 0.5, -0.5, 0.5, -1m, 3m, null);
        Numbers("f", BudgetLineStatus.Fixed, 2d, 1.5, 1.5, 1.5, 0.75, -0.25, 0d, 0m, 2m, 2m);
        Numbers("x", BudgetLineStatus.Excluded, 0d, 0d, 0d, null, 0d, 0d, 0d, -8m, 0m, 0m);

        void Numbers(string key, BudgetLineStatus status, double ideal, double response, double incremental, double? current, double marginal, double reduced, double shadow, decimal? change, decimal least, decimal? most)
        {
            SolvedLine<string> line = solution.LineOf(key);
            (line.Status, line.Ideal, line.Response, line.IncrementalResponse, line.CurrentResponse).Should().Be((status, ideal, response, incremental, current));
            (line.Marginal, line.ReducedMarginal, line.ShadowPrice).Should().Be((marginal, reduced, shadow));
            (line.Change?.Amount, line.Minimum.Amount, line.Maximum?.Amount).Should().Be((change, least, most));
        }
    }

    [Fact]
    public void A_certificate_adds_up_what_the_lines_bring()
    {
        BudgetCertificate proof = Straight().Solve().Certificate!;
        (proof.Response, proof.IdealResponse, proof.Bound, proof.Gap, proof.RelativeGap, proof.KktResidual, proof.ProofSteps).Should().Be((24d, 24d, 24d, 0d, 0d, 0d, 1));
        proof.CurrentResponse.Should().BeNull("the current spend of b is not known");
        proof.Lift.Should().BeNull();
        BudgetCertificate known = BudgetProblem.Create(Yuan(10m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(3m)), BudgetLine.Of("b", ResponseCurve.Linear(1d)).Spending(Yuan(4m)), BudgetLine.Of("x", ResponseCurve.Linear(7d)).Excluded(new LocalText("closed")), BudgetLine.Of("f", ResponseCurve.Linear(3d)).FixedAt(Yuan(1m)).Spending(Yuan(2m))]).Solve().Certificate!;
        known.CurrentResponse.Should().Be(16d, "6, 4 and 6");
        known.Response.Should().Be(21d, "9 at 2 and 1 at 3");
        known.Lift.Should().Be(5d);
    }

    [Fact]
    public void A_split_is_unchanged_if_every_line_that_counts_keeps_its_spend()
    {
        BudgetLine<string> a = BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Yuan(5m));
        BudgetLine<string> b = BudgetLine.Of("b", ResponseCurve.Linear(1d));
        BudgetLine<string> x = BudgetLine.Of("x", ResponseCurve.Linear(1d)).Excluded(new LocalText("closed")).Spending(Yuan(9m));
        Unchanged(a.Spending(Yuan(5m)), b.Spending(Yuan(3m)), x).Should().BeTrue();
        Unchanged(a.Spending(Yuan(5m)), b.Spending(Yuan(2.99m)), x).Should().BeFalse();
        Unchanged(a.Spending(Yuan(4m)), b.Spending(Yuan(4m)), x).Should().BeFalse();
        Unchanged(a.Spending(Yuan(5m)), b, x).Should().BeFalse("nothing is known of b");

        static bool Unchanged(params BudgetLine<string>[] lines) => BudgetProblem.Create(Yuan(8m), lines).Solve().IsUnchanged;
    }

#if !NETFX_REPLAY // what is tested here is internal
    [Fact]
    public void A_gap_is_what_the_bound_promises_beyond_the_response()
    {
        Gap(6.3, 6d).Should().Be((6.3 - 6d, (6.3 - 6d) / 6d));
        Gap(-5d, -6d).Should().Be((1d, 1d / 6d));
        Gap(6d, 6d).Should().Be((0d, 0d));
        Gap(5d, 6d).Should().Be((0d, 0d));
        Gap(1d, 0d).RelativeGap.Should().Be(double.PositiveInfinity);

        static (double Gap, double RelativeGap) Gap(double bound, double response)
        {
            var outcome = new BudgetOutcome(BudgetStatus.Optimal) { Bound = bound, Response = response };
            return (outcome.Gap, outcome.RelativeGap);
        }
    }

    [Fact]
    public void Elsewhere_is_the_best_other_line_that_has_room()
    {
        BudgetSolution<string> solution = Straight().Solve();
        solution.Elsewhere(solution.LineOf("a")).Should().Be(1d);
        solution.Elsewhere(solution.LineOf("b")).Should().Be(0.5, "a is full, f is fixed");
        solution.Elsewhere(solution.LineOf("m")).Should().Be(1d);
        solution.Elsewhere(solution.LineOf("f")).Should().Be(1d);
        BudgetSolution<string> alone = BudgetProblem.Create(Yuan(8m), [BudgetLine.Of("a", ResponseCurve.Linear(2d))]).Solve();
        alone.Elsewhere(alone[0]).Should().Be(double.NaN);
        (solution.InteriorCount, alone.InteriorCount).Should().Be((1, 1));
    }
#endif

    [Fact]
    public void A_line_without_room_to_move_counts_as_fixed()
    {
        BudgetSolution<string> solution = BudgetProblem.Create(Yuan(8m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtLeast(Yuan(5m)).AtMost(Yuan(5m)), BudgetLine.Of("b", ResponseCurve.Linear(1d))]).Solve();
        solution.Select(line => line.Status).Should().Equal(BudgetLineStatus.Fixed, BudgetLineStatus.Interior);
        solution[0].ShadowPrice.Should().Be(0d);
    }

    /// <summary>Straight lines: 2 a unit up to 5 (and 1 without spend), 1 without end, 0.5 from 3 on, 0.75 fixed at 2, and one left out.</summary>
    private static BudgetProblem<string> Straight() => BudgetProblem.Create(Yuan(20m),
    [
        BudgetLine.Of("a", ResponseCurve.PiecewiseLinear([new(0d, 1d), new(50d, 101d)])).AtMost(Yuan(5m)).Spending(Yuan(4m)),
        BudgetLine.Of("b", ResponseCurve.Linear(1d)),
        BudgetLine.Of("m", ResponseCurve.Linear(0.5)).AtLeast(Yuan(3m)).Spending(Yuan(4m)),
        BudgetLine.Of("f", ResponseCurve.Linear(0.75)).FixedAt(Yuan(2m)).Spending(Yuan(2m)),
        BudgetLine.Of("x", ResponseCurve.PiecewiseLinear([new(0d, 4d), new(9d, 40d)])).Excluded(new LocalText("closed")).Spending(Yuan(8m)),
    ]);

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);
}
