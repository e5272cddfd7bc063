using System;
using System.Collections.Generic;
using ChannelModel.Commissions;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

/// <summary>A plan asked backwards, at edges, caps and tops, and the plans that have no answer.</summary>
public sealed class PlanInverseTests
{
    private const Edge Lower = Edge.LowerIncluded;

    private static readonly TierTable Ten = TierTable.Percent(10);

    [Fact]
    public void The_next_tier_starts_at_the_first_value_inside_it()
    {
        Tier[] tiers = [Tier.From(0).Percent(4).Flat(1), Tier.From(500).Percent(9), Tier.From(900).Percent(12)];
        ResolvedPlan lower = Rules(TierTable.WholeAmount(Lower, tiers).OnZero(ZeroValue.PaysNothing));
        ResolvedPlan upper = Rules(TierTable.WholeAmount(Edge.UpperIncluded, tiers).OnZero(ZeroValue.PaysNothing));
        (PlanInverse.ToNextTier(lower, 0), PlanInverse.ToNextTier(upper, 0)).Should().Be((500m, 500.000001m));
        (PlanInverse.ToNextTier(lower, 499.999999m), PlanInverse.ToNextTier(upper, 500)).Should().Be((0.000001m, 0.000001m));
        (PlanInverse.ToNextTier(lower, 500), PlanInverse.ToNextTier(upper, 500.000001m)).Should().Be((400m, 400m));
        (PlanInverse.ToNextTier(lower, 900), PlanInverse.ToNextTier(upper, 900)).Should().Be((null, 0.000001m));
        PlanInverse.ToNextTier(Rules(TierTable.WholeAmount(Lower, Tier.From(0).Percent(10).AtMost(5), Tier.From(500).Percent(9))), 100).Should().Be(400m, "a maximum starts no tier");
    }

    [Fact]
    public void A_payout_at_a_jump_is_reached_at_its_edge()
    {
        ResolvedPlan whole = Rules(TierTable.WholeAmount(Lower, Tier.From(0).Percent(4), Tier.From(500).Percent(9)));
        Values(whole, 0.01m, 20m, 20.01m, 45m, 45.01m, 90m).Should().Equal(0.125m, 499.875m, 500m, 500m, 500.055556m, 999.944445m);
        Values(Rules(TierTable.WholeAmount(Lower, Tier.From(0).Percent(10), Tier.From(1_000).Percent(5)), Rounding.Floor), 99.99m, 100m).Should().Equal(999.9m, 2_000m);
        Values(Rules(TierTable.Step(Lower, Tier.From(0), Tier.From(10).Flat(5), Tier.From(20).Flat(3))), 5m, 5.01m, 3m).Should().Equal(10m, null, 10m);
        Values(Rules(TierTable.Curve(AfterLast.Flat, new CurvePoint(0, 0), new CurvePoint(100, 50))), 50m, 50.01m).Should().Equal(99.99m, null);
    }

    [Fact]
    public void A_payout_beyond_a_bound_is_reached_in_a_later_tier_or_never()
    {
        Values(Rules(TierTable.WholeAmount(Lower, Tier.From(0).Percent(0), Tier.From(1_000).Percent(5).AtMost(40))), 40m, 45m).Should().Equal(1_000m, null);
        Values(Rules(TierTable.WholeAmount(Lower, Tier.From(0).Percent(0), Tier.From(1_000).Percent(5).AtLeast(20))), 20m, 50m, 50.01m).Should().Equal(1_000m, 1_000m, 1_000.1m);

        // The 100th block, which would reach 497, starts at 1 000, and that is the next tier.
        Values(Rules(TierTable.WholeAmount(Lower, Tier.From(0).PerBlock(10, 5, BlockRounding.Down).AtMost(497), Tier.From(1_000).Percent(1))), 495m, 496m).Should().Equal(990m, 49_599.5m);
        Values(Rules(TierTable.WholeAmount(Lower, Tier.From(0).PerBlock(10, 5, BlockRounding.Down).AtMost(497))), 495m, 497m, 497.01m).Should().Equal(990m, 1_000m, null);
    }

    [Fact]
    public void A_payout_beyond_the_top_or_the_cap_is_never_reached()
    {
        ResolvedPlan ending = Rules(Ten.EndingAt(1_000, AboveTop.CountsToTop), Rounding.Floor);
        Values(ending, 100m, 100.01m).Should().Equal(1_000m, null);
        ResolvedPlan capped = Plan("p").Pay(Ten, Basis.NetRevenue, Cycle.Month).Cap(M(100), Cycle.Month, Excess.Lost).Build().Resolve(January.End);
        Values(capped, 100m, 100.01m).Should().Equal(999.95m, null);
        ResolvedPlan yearly = Plan("p").Pay(Ten, Basis.NetRevenue, Cycle.Month).Cap(M(100), Cycle.Year, Excess.Lost).Build().Resolve(January.End);
        Values(yearly, 100m, 100.01m).Should().Equal(999.95m, 1_000.05m);
        Values(Rules(TierTable.Graduated(Lower, Tier.From(0).Percent(10).Flat(5)).OnZero(ZeroValue.TouchesFirstTier)), 5m, 5.01m).Should().Equal(0m, 0.05m);
    }

    [Fact]
    public void A_step_further_may_pay_less()
    {
        ResolvedPlan falls = Rules(TierTable.WholeAmount(Lower, Tier.From(0).Percent(10), Tier.From(100).Percent(5)));
        PlanInverse.NextStep(falls, 90, 10).Should().Be(M(-4));
        PlanInverse.NextStep(falls, 90, 9).Should().Be(M(0.9m));
        PlanInverse.NextStep(Plan("p").Pay(TierTable.PerUnit(2), Basis.Orders, Cycle.Month).Build().Resolve(January.End), 0, 3).Should().Be(M(6));
    }

    [Fact]
    public void Plans_break_even_where_the_one_ahead_changes()
    {
        ResolvedPlan five = Rules(TierTable.Percent(5));
        ResolvedPlan two = Rules(TierTable.WholeAmount(Lower, Tier.From(0).Percent(4), Tier.From(500).Percent(9), Tier.From(600).Percent(3)));
        PlanInverse.BreakEven(five, two, 1_000).Should().Equal(500m, 600m);
        PlanInverse.BreakEven(two, five, 1_000).Should().Equal(500m, 600m);
        PlanInverse.BreakEven(five, two, 500).Should().Equal(500m);
        PlanInverse.BreakEven(five, two, 499.999999m).Should().BeEmpty();
        PlanInverse.BreakEven(five, five, 1_000).Should().BeEmpty();
        PlanInverse.BreakEven(Rules(TierTable.Percent(6)), Rules(TierTable.Graduated(Lower, Tier.From(0).Percent(4), Tier.From(100).Percent(8))), 300).Should().Equal(200.000001m);

        // Alike at 200 alone: 10 both, and then 0.1 against 0.2 a unit.
        ResolvedPlan flat = Rules(TierTable.Curve(AfterLast.Flat, new CurvePoint(0, 0), new CurvePoint(100, 10), new CurvePoint(200, 10), new CurvePoint(300, 20)));
        ResolvedPlan even = Rules(TierTable.Curve(AfterLast.Flat, new CurvePoint(0, 0), new CurvePoint(100, 5), new CurvePoint(200, 10), new CurvePoint(300, 30)));
        PlanInverse.BreakEven(flat, even, 299).Should().Equal(200.000001m);
        PlanInverse.BreakEven(flat, even, 200).Should().BeEmpty();
    }

    [Fact]
    public void Plans_that_pay_by_blocks_have_no_break_even()
    {
        ResolvedPlan blocks = Rules(TierTable.Packages(10, 1, BlockRounding.Up));
        foreach ((ResolvedPlan first, ResolvedPlan second) in new[] { (blocks, Rules(Ten)), (Rules(Ten), blocks) })
        {
            FluentActions.Invoking(() => PlanInverse.BreakEven(first, second, 10)).Should().Throw<ArgumentException>().WithMessage("Expected plans without blocks: their payouts cross at every step.*").Which.ParamName.Should().Be("first");
        }
    }

    [Fact]
    public void Plans_of_another_kind_are_refused()
    {
        const string Wrong = "Expected one component of tiers on one amount or count, without records, gates, accelerators, floor or cap on attainment, and a value at or above 0 (got {0}).*";
        TierTable whole = TierTable.WholeAmount(Lower, Tier.From(0).Percent(1));
#pragma warning disable CA1814 // a grid is a rectangle
        RateGrid grid = RateGrid.GraduatedPercent(Axis.Orders(0), Axis.NetRevenue(0), Lower, new decimal[,] { { 1 } });
#pragma warning restore CA1814
        CommissionPlanBuilder[] others =
        [
            Sales().Pay(Ten, Basis.NetRevenue, Cycle.Month), Plan("p").Pay(grid, Basis.NetRevenue, Cycle.Month), Plan("p").Pay(whole, Basis.NetRevenue, Basis.Orders, Cycle.Month),
            Plan("p").Pay(TierTable.Step(Lower, Tier.From(0)), Basis.Attainment, Cycle.Month), Plan("p").Pay(whole.InPercentOfTarget(), Basis.NetRevenue, Cycle.Month),
            Plan("p").Pay(TierTable.AtRateOf(Basis.Attainment), Basis.NetRevenue, Cycle.Month), Sales().CapComponent("sales", M(1)), Sales().Accumulate(Accumulation.PerRecord), Sales().Gate(Basis.Orders, 1),
            Sales().Accelerate(Accelerator.OnExcess(Basis.NetRevenue, (0, 1))), Sales().Floor(M(1)), Sales().CapAttainment(Basis.NetRevenue, 100),
        ];
        foreach (CommissionPlanBuilder other in others)
        {
            ResolvedPlan rules = other.Build().Resolve(January.End);
            FluentActions.Invoking(() => PlanInverse.ToNextTier(rules, 2.5m)).Should().Throw<ArgumentException>().WithMessage(string.Format(null, Wrong, "2.5")).Which.ParamName.Should().Be("rules");
            FluentActions.Invoking(() => PlanInverse.ValueFor(rules, M(1))).Should().Throw<ArgumentException>().WithMessage(string.Format(null, Wrong, "0"));
            FluentActions.Invoking(() => PlanInverse.NextStep(rules, 1, 1)).Should().Throw<ArgumentException>().WithMessage(string.Format(null, Wrong, "1"));
            FluentActions.Invoking(() => PlanInverse.BreakEven(rules, Rules(Ten), 1)).Should().Throw<ArgumentException>().WithMessage(string.Format(null, Wrong, "0"));
            FluentActions.Invoking(() => PlanInverse.BreakEven(Rules(Ten), rules, 7)).Should().Throw<ArgumentException>().WithMessage(string.Format(null, Wrong, "7"));
        }

        FluentActions.Invoking(() => PlanInverse.ToNextTier(Rules(Ten), -0.5m)).Should().Throw<ArgumentException>().WithMessage(string.Format(null, Wrong, "-0.5"));
        FluentActions.Invoking(() => PlanInverse.ToNextTier(null!, 1)).Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be("rules");
        PlanInverse.ToNextTier(Sales().Accumulate(Accumulation.Cumulative).Build().Resolve(January.End), 1).Should().BeNull();

        static CommissionPlanBuilder Sales() => Plan("p").Pay(Ten, Basis.NetRevenue, Cycle.Month, "sales");
    }

    private static List<decimal?> Values(ResolvedPlan rules, params decimal[] payouts) => [.. Array.ConvertAll(payouts, payout => PlanInverse.ValueFor(rules, M(payout)))];

    private static ResolvedPlan Rules(TierTable table, Rounding? rounding = null) =>
        CommissionPlan.Define("p", Currency.CNY).Round(rounding ?? Rounding.HalfAwayFromZero, RoundingPlace.Statement).Pay(table, Basis.NetRevenue, Cycle.Month).Build().Resolve(January.End);
}
