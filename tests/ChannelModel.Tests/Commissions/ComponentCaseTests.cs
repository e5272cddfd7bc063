using System.Linq;
using ChannelModel.Commissions;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

/// <summary>One component in cases that differ only by one choice: policies below 0 and above the top, tiers that round, accelerators on bands of the target.</summary>
public sealed class ComponentCaseTests
{
    private const Edge Lower = Edge.LowerIncluded;

    private static readonly Basis Own = Basis.Rate("own");

    [Fact]
    public void A_top_of_another_selector_cuts_the_selector_alone()
    {
        TierTable table = TierTable.WholeAmount(Lower, Tier.From(0).Percent(1), Tier.From(5).Percent(2));
        CommissionFacts facts = Ann().With(Basis.NetRevenue, 1_000).With(Basis.Orders, 20);
        Due(Plan("p").Pay(table.EndingAt(10, AboveTop.CountsToTop), Basis.NetRevenue, Basis.Orders, Cycle.Month), facts).Should().Be(20m);
        Due(Plan("p").Pay(table.EndingAt(10, AboveTop.CountsToTop), Basis.NetRevenue, Cycle.Month), facts).Should().Be(0.2m);
        Due(Plan("p").Pay(table.EndingAt(1_000, AboveTop.Refused), Basis.NetRevenue, Cycle.Month), facts).Should().Be(20m);
        CommissionPlan refused = Plan("p").Pay(table.EndingAt(19.5m, AboveTop.Refused), Basis.NetRevenue, Basis.Orders, Cycle.Month).Build();
        refused.Resolve(January.End).Check(facts).Select(error => error.ToString()).Should().Equal("orders: 'orders' is 20, above the top of 'pay-1' (EndingAt).");
        refused.Resolve(January.End).Check(facts.With(Basis.Orders, 19.5m)).Should().BeEmpty();
        CommissionPlan rate = Plan("p").Pay(table.EndingAt(50, AboveTop.Refused), Basis.NetRevenue, Basis.RepurchaseRate, Cycle.Month).Build();
        rate.Resolve(January.End).Check(facts.With(Basis.RepurchaseRate, 62.5m)).Should().ContainSingle().Which.Message.Should().EndWith(", above the top of 'pay-1' (EndingAt).");
    }

    [Fact]
    public void A_component_at_its_cap_or_bounds_gets_no_line_for_them()
    {
        CommissionPlanBuilder capped = Plan("p").Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month, "sales").CapComponent("sales", M(50));
        Ids(capped.Explain(Ann().With(Basis.NetRevenue, 500))).Should().Be("sales/tier-1");
        Ids(capped.Explain(Ann().With(Basis.NetRevenue, 500.01m))).Should().Be("sales/tier-1 sales/cap");
        CommissionPlanBuilder held = Plan("p").Pay(TierTable.WholeAmount(Lower, Tier.From(0).Percent(10).AtLeast(5).AtMost(50)).OnZero(ZeroValue.TouchesFirstTier), Basis.NetRevenue, Cycle.Month, "sales");
        Ids(held.Explain(Ann().With(Basis.NetRevenue, 500))).Should().Be("sales/tier-1");
        Ids(held.Explain(Ann().With(Basis.NetRevenue, 50))).Should().Be("sales/tier-1");
        Ids(held.Explain(Ann().With(Basis.NetRevenue, 49.99m))).Should().Be("sales/tier-1 sales/minimum-1");
        Ids(held.Explain(Ann().With(Basis.NetRevenue, 500.1m))).Should().Be("sales/tier-1 sales/maximum-1");
    }

    [Fact]
    public void Components_that_round_as_lines_round_one_by_one()
    {
        CommissionStatement statement = Plan("p", RoundingPlace.Line).Pay(TierTable.Percent(0.4m), Basis.NetRevenue, Cycle.Month).Pay(TierTable.Percent(0.6m), Basis.NetRevenue, Cycle.Month).Explain(Ann().With(Basis.NetRevenue, 1));
        Lines(statement).Should().Equal(("pay-1/tier-1", 0.004m), ("pay-1/rounding", -0.004m), ("pay-2/tier-1", 0.006m), ("pay-2/rounding", 0.004m));
        statement.Verify().Should().BeEmpty();
        CommissionStatement once = Plan("p").Pay(TierTable.Percent(0.4m), Basis.NetRevenue, Cycle.Month).Pay(TierTable.Percent(0.6m), Basis.NetRevenue, Cycle.Month).Explain(Ann().With(Basis.NetRevenue, 1));
        Lines(once).Should().Equal(("pay-1/tier-1", 0.004m), ("pay-2/tier-1", 0.006m));
    }

    [Fact]
    public void A_curve_rounds_as_a_whole_where_tiers_round()
    {
        TierTable curve = TierTable.Curve(AfterLast.SameSlope, new CurvePoint(0, 0.001m), new CurvePoint(3, 1.001m), new CurvePoint(6, 3)).OnZero(ZeroValue.TouchesFirstTier);
        CommissionStatement statement = Plan("p", RoundingPlace.Tier).Pay(curve, Basis.NetRevenue, Cycle.Month).Explain(Ann().With(Basis.NetRevenue, 4));
        Lines(statement).Should().Equal(("pay-1/tier-1", 1m), ("pay-1/flat-1", 0.001m), ("pay-1/tier-2", 0.666333m), ("pay-1/rounding", 0.002667m));
        statement.Verify().Should().BeEmpty();
        TierTable shares = TierTable.Interpolated(Lower, Tier.From(0).Flat(10), Tier.From(3).To(6).Flat(20));
        Lines(Plan("p", RoundingPlace.Tier).Pay(shares, Basis.NetRevenue, Cycle.Month).Explain(Ann().With(Basis.NetRevenue, 4))).Should().Equal(("pay-1/tier-1", 10m), ("pay-1/tier-2", 6.666666m), ("pay-1/rounding", 0.003334m));
        CommissionStatement rate = Plan("p").Pay(TierTable.Curve(AfterLast.Flat, new CurvePoint(0, 0), new CurvePoint(50, 0), new CurvePoint(100, 1_500)), Basis.Attainment, Cycle.Month).Explain(Ann().With(Basis.Attainment, 95));
        rate.Lines.Select(line => line.Text(Language.English)).Should().Equal("pay-1: Tier 1, 0 - 50: 50 x 0", "pay-1: Tier 2, 50 - 100: 45 x 3/10");
        rate.Total.Should().Be(M(1_350));
    }

    [Fact]
    public void A_tier_of_no_price_is_written_with_its_rate()
    {
        foreach ((Tier tier, string rate) in new[] { (Tier.From(0).Percent(0), "0%"), (Tier.From(0).PerUnit(0), "0 each"), (Tier.From(0).PerBlock(10, 0, BlockRounding.Up), "0 a block") })
        {
            CommissionStatement statement = Plan("p").Pay(TierTable.WholeAmount(Lower, tier.Flat(5)).OnZero(ZeroValue.PaysNothing), Basis.NetRevenue, Cycle.Month).Explain(Ann().With(Basis.NetRevenue, 20));
            Lines(statement).Should().Equal(("pay-1/tier-1", 0m), ("pay-1/flat-1", 5m));
            statement.Lines[0].Rate.Should().Be(rate);
        }

        Lines(Plan("p").Pay(TierTable.Step(Lower, Tier.From(0).Flat(5)).OnZero(ZeroValue.PaysNothing), Basis.NetRevenue, Cycle.Month).Explain(Ann().With(Basis.NetRevenue, 20))).Should().Equal(("pay-1/flat-1", 5m));
        Lines(Plan("p").Pay(TierTable.Step(Lower, Tier.From(0)), Basis.NetRevenue, Cycle.Month).Explain(Ann().With(Basis.NetRevenue, 20))).Should().Equal(("pay-1/tier-1", 0m));
    }

    [Fact]
    public void Below_zero_the_first_tier_takes_its_rate_back_at_every_scale()
    {
        Due(Plan("p").Pay(TierTable.Packages(10, 7, BlockRounding.Down).OnNegative(NegativeValue.AtFirstTier), Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, -25)).Should().Be(-21m);
        Due(Plan("p").Pay(TierTable.Packages(10, 7, BlockRounding.Nearest).OnNegative(NegativeValue.AtFirstTier), Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, -25)).Should().Be(-14m);
        Due(Plan("p").Pay(TierTable.AtRateOf(Own).OnNegative(NegativeValue.AtFirstTier), Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, -100).With(Own, 5)).Should().Be(-5m);
        TierTable share = TierTable.Graduated(Lower, Tier.From(0).Percent(10), Tier.From(50).Percent(20)).InPercentOfTarget().OnNegative(NegativeValue.AtFirstTier);
        Due(Plan("p").Pay(share, Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, -100).WithTarget(Basis.NetRevenue, 1_000)).Should().Be(-10m);
        TierTable flat = TierTable.WholeAmount(Lower, Tier.From(0).Percent(10).Flat(3)).OnZero(ZeroValue.TouchesFirstTier);
        Due(Plan("p").Pay(flat.OnNegative(NegativeValue.AtFirstTier), Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, 0)).Should().Be(3m);
        Due(Plan("p").Pay(flat.OnNegative(NegativeValue.PaysNothing), Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, 0)).Should().Be(3m);
        Due(Plan("p").Pay(flat.OnNegative(NegativeValue.AtFirstTier), Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, -10)).Should().Be(-1m);
        Due(Plan("p").Pay(flat.OnNegative(NegativeValue.Mirrored), Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, -10)).Should().Be(-4m);
    }

    [Fact]
    public void What_the_first_tier_takes_back_rounds_where_tiers_do()
    {
        TierTable table = TierTable.Percent(33.33m).OnNegative(NegativeValue.AtFirstTier);
        CommissionFacts facts = Ann().With(Basis.Margin, 100).With(Basis.NetRevenue, -15.55m).With(Basis.Orders, 1);
        CommissionPlanBuilder Both(RoundingPlace place) => Plan("p", place).Pay(TierTable.Percent(1), Basis.Margin, Cycle.Month).Pay(table, Basis.NetRevenue, Cycle.Month).Pay(TierTable.PerUnit(0.003m), Basis.Orders, Cycle.Month);
        Lines(Both(RoundingPlace.Tier).Explain(facts)).Should()
            .Equal(("pay-1/tier-1", 1m), ("pay-2/tier-1", -5.182815m), ("pay-2/rounding-1", 0.002815m), ("pay-3/tier-1", 0.003m), ("pay-3/rounding-1", -0.003m));
        Lines(Both(RoundingPlace.Statement).Explain(facts)).Should().Equal(("pay-1/tier-1", 1m), ("pay-2/tier-1", -5.182815m), ("pay-3/tier-1", 0.003m), ("rounding", -0.000185m));
        Due(Both(RoundingPlace.Tier), facts).Should().Be(-4.18m);
    }

    [Fact]
    public void Rates_of_the_payees_own_and_shares_round_up_where_the_plan_says_so()
    {
        CommissionPlanBuilder Ceiling(TierTable table) => CommissionPlan.Define("p", Currency.CNY).Round(Rounding.Ceiling, RoundingPlace.Tier).Pay(table, Basis.NetRevenue, Cycle.Month);
        Due(Ceiling(TierTable.AtRateOf(Own)), Ann().With(Basis.NetRevenue, 10.01m).With(Own, 12.5m)).Should().Be(1.26m);
        TierTable share = TierTable.Graduated(Lower, Tier.From(0).Percent(3.3333m), Tier.From(100).Percent(7.7777m)).InPercentOfTarget();
        Due(Ceiling(share), Ann().With(Basis.NetRevenue, 1_234.56m).WithTarget(Basis.NetRevenue, 1_000)).Should().Be(51.59m, "33.34 and 18.25");
        Due(Ceiling(TierTable.Percent(33.33m)), Ann().With(Basis.NetRevenue, 1)).Should().Be(0.34m);
        Due(Ceiling(share.OnNegative(NegativeValue.Mirrored)), Ann().With(Basis.NetRevenue, -1_234.56m).WithTarget(Basis.NetRevenue, 1_000)).Should().Be(-51.59m);
        Due(CommissionPlan.Define("p", Currency.CNY).Round(Rounding.Ceiling, RoundingPlace.Line).Pay(TierTable.Percent(33.33m), Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, 1)).Should().Be(0.34m);
        Due(CommissionPlan.Define("p", Currency.CNY).Round(Rounding.Ceiling, RoundingPlace.Line).Pay(TierTable.Percent(33.33m).OnNegative(NegativeValue.Mirrored), Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, -1)).Should().Be(-0.34m);
        Due(CommissionPlan.Define("p", Currency.CNY).Round(Rounding.Ceiling, RoundingPlace.Line).Pay(TierTable.Percent(33.33m).OnNegative(NegativeValue.AtFirstTier), Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, -1)).Should().Be(-0.33m);
    }

    [Fact]
    public void Tops_in_percent_of_a_target_hold_the_money_too()
    {
        TierTable graduated = TierTable.Graduated(Lower, Tier.From(0).Percent(10), Tier.From(100).Percent(20)).InPercentOfTarget().EndingAt(150, AboveTop.CountsToTop);
        CommissionFacts facts = Ann().WithTarget(Basis.NetRevenue, 1_000);
        Due(Plan("p").Pay(graduated, Basis.NetRevenue, Cycle.Month), facts.With(Basis.NetRevenue, 9_999)).Should().Be(200m);
        Due(Plan("p").Pay(graduated, Basis.NetRevenue, Cycle.Month), facts.With(Basis.NetRevenue, 1_499)).Should().Be(199.8m);
        TierTable whole = TierTable.WholeAmount(Lower, Tier.From(0).Percent(10), Tier.From(100).Percent(20)).InPercentOfTarget().EndingAt(150, AboveTop.CountsToTop);
        Due(Plan("p").Pay(whole, Basis.NetRevenue, Cycle.Month), facts.With(Basis.NetRevenue, 9_999)).Should().Be(300m);
        Due(Plan("p").Pay(whole, Basis.NetRevenue, Cycle.Month), facts.With(Basis.NetRevenue, 999.99m)).Should().Be(100m);
        Due(Plan("p").Pay(whole.OnNegative(NegativeValue.Mirrored), Basis.NetRevenue, Cycle.Month), facts.With(Basis.NetRevenue, -1_100)).Should().Be(-220m);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(500, 25)] // half of 50
    [InlineData(800, 40)]
    [InlineData(900, 50)]
    [InlineData(1_000, 60)]
    [InlineData(1_300, 120)] // 40 + 20 + 60
    [InlineData(-1_300, -120)]
    [InlineData(-500, -25)]
    public void Bands_of_a_target_are_multiplied_one_by_one(int revenue, int due) =>
        Due(
            Plan("p").Pay(TierTable.Percent(10).OnNegative(NegativeValue.Mirrored), Basis.NetRevenue, Cycle.Month).Accelerate(Accelerator.OnExcess(Basis.NetRevenue, (0, 0.5m), (80, 1), (100, 2))),
            Ann().With(Basis.NetRevenue, revenue).WithTarget(Basis.NetRevenue, 1_000)).Should().Be(due);

    [Fact]
    public void The_first_band_holds_what_zero_earns_and_tiers_follow_their_own_edges()
    {
        CommissionFacts facts = Ann().WithTarget(Basis.NetRevenue, 100);
        TierTable flat = TierTable.Graduated(Lower, Tier.From(0).Percent(10).Flat(5)).OnZero(ZeroValue.TouchesFirstTier);
        Due(Plan("p").Pay(flat, Basis.NetRevenue, Cycle.Month).Accelerate(Accelerator.OnExcess(Basis.NetRevenue, (0, 2))), facts.With(Basis.NetRevenue, 100)).Should().Be(30m);
        TierTable tiers = TierTable.Graduated(Lower, Tier.From(0).Percent(10), Tier.From(50).Percent(20));
        CommissionPlanBuilder two = Plan("p").Pay(tiers, Basis.NetRevenue, Cycle.Month).Pay(TierTable.Percent(1), Basis.NetRevenue, Cycle.Month).Accelerate(Accelerator.OnExcess(Basis.NetRevenue, (0, 1), (80, 3)));
        CommissionStatement statement = two.Explain(facts.With(Basis.NetRevenue, 110));
        statement.Total.Should().Be(M(30.7m)); // 5 + 12 + 1.1 = 18.1, and twice the 6 and 0.3 beyond 80
        statement.Verify().Should().BeEmpty();
        Due(Plan("p").Pay(TierTable.Percent(10).OnNegative(NegativeValue.AtFirstTier), Basis.NetRevenue, Cycle.Month).Accelerate(Accelerator.OnExcess(Basis.NetRevenue, (0, 3))), facts.With(Basis.NetRevenue, -50)).Should().Be(-5m, "below 0 there is no excess");
    }

    [Fact]
    public void The_edge_of_a_step_belongs_to_the_side_that_the_plan_names()
    {
        CommissionPlanBuilder plan = Plan("p").Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month);
        CommissionFacts facts = Ann().With(Basis.NetRevenue, 100).With(Basis.Orders, 5);
        Due(plan.Accelerate(Accelerator.OnWhole(Basis.Orders, Edge.UpperIncluded, (0, 1), (5, 2), (6, 3))), facts).Should().Be(10m);
        Due(plan, facts.With(Basis.Orders, 5.000001m)).Should().Be(20m);
        Due(plan, facts.With(Basis.Orders, 6.000001m)).Should().Be(30m);
        CommissionStatement count = plan.Explain(facts);
        count.Lines[1].Text(Language.English).Should().Be("Accelerator, factor 1 (orders 5)");
        count.Lines[1].Text(Language.SimplifiedChinese).Should().Be("加速系数 1（订单数 5）");
        Due(Plan("p").Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month).Accelerate(Accelerator.OnWhole(Basis.Orders, Lower, (0, 1), (5, 2), (6, 3))), facts).Should().Be(20m);
    }

    private static string Ids(CommissionStatement statement)
    {
        statement.Verify().Should().BeEmpty();
        return string.Join(" ", statement.Lines.Select(line => line.Id));
    }

    private static (string Id, decimal Amount)[] Lines(CommissionStatement statement)
    {
        statement.Verify().Should().BeEmpty();
        return [.. statement.Lines.Select(line => (line.Id, line.Amount.Amount))];
    }

    private static decimal Due(CommissionPlanBuilder plan, CommissionFacts facts)
    {
        CommissionStatement statement = plan.Explain(facts);
        statement.Rules.Evaluate(facts).Should().Be(statement.Total);
        statement.Verify().Should().BeEmpty();
        return statement.Total.Amount;
    }
}
