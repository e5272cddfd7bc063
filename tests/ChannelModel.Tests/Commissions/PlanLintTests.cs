using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

#pragma warning disable CA1814 // a grid is a rectangle

/// <summary>Each kind of finding alone, in both languages, with its tier, value and size; and the plan beside it that has none.</summary>
public sealed class PlanLintTests
{
    private const Edge Lower = Edge.LowerIncluded;

    [Fact]
    public void A_rate_below_zero_falls_all_along()
    {
        Check(TierTable.Percent(0)).Should().BeEmpty();
        Check(TierTable.Percent(-1)).Should().Equal((FindingKind.FallingTier, 1, 0m, null, "Tier 1 falls from 0 on.", "第1档自 0 起递减。"));
        Check(TierTable.Graduated(Lower, Tier.From(0).Percent(1), Tier.From(10.5m).Percent(-1))).Should().Equal((FindingKind.FallingTier, 2, 10.5m, null, "Tier 2 falls from 10.5 on.", "第2档自 10.5 起递减。"));
    }

    [Fact]
    public void A_tier_that_pays_nothing_after_one_that_pays_is_empty()
    {
        Check(TierTable.WholeAmount(Lower, Tier.From(0).Percent(10), Tier.From(100).Percent(0))).Should().Equal(
            (FindingKind.EmptyTier, 2, 100m, null, "Tier 2 pays nothing from 100 on.", "第2档自 100 起不支付。"),
            (FindingKind.Fall, 2, 100m, -10m, "At 100 the payout falls by 10.00 CNY.", "在 100 处佣金减少 10.00 CNY。"));
        Check(TierTable.WholeAmount(Lower, Tier.From(0).Percent(0), Tier.From(100).Percent(0))).Should().BeEmpty();
        Check(TierTable.Graduated(Lower, Tier.From(0).Percent(10), Tier.From(100).Percent(0))).Should().BeEmpty("what was earned stays");
        Check(TierTable.WholeAmount(Lower, Tier.From(0).Percent(10), Tier.From(100).Percent(0).Flat(4))).Should().Equal((FindingKind.Fall, 2, 100m, -6m, "At 100 the payout falls by 6.00 CNY.", "在 100 处佣金减少 6.00 CNY。"));
        Check(TierTable.Step(Lower, Tier.From(0), Tier.From(5).Flat(4))).Should().Equal((FindingKind.Jump, 2, 5m, 4m, "At 5 the payout jumps by 4.00 CNY.", "在 5 处佣金跳增 4.00 CNY。"));
    }

    [Fact]
    public void A_tier_behind_the_cap_is_never_reached()
    {
        TierTable tiers = TierTable.Graduated(Lower, Tier.From(0).Percent(10), Tier.From(1_000).Percent(20), Tier.From(2_000).Percent(30));
        Check(tiers, 100).Should().Equal(
            (FindingKind.UnreachableTier, 2, 1_000m, null, "Tier 2 starts at 1000, where the cap is reached already.", "第2档自 1000 起，但此前已封顶。"),
            (FindingKind.UnreachableTier, 3, 2_000m, null, "Tier 3 starts at 2000, where the cap is reached already.", "第3档自 2000 起，但此前已封顶。"));
        Check(tiers, 100.01m).Should().Equal((FindingKind.UnreachableTier, 3, 2_000m, null, "Tier 3 starts at 2000, where the cap is reached already.", "第3档自 2000 起，但此前已封顶。"));
        Check(tiers, 300.01m).Should().BeEmpty();
        Findings(Plan("p").Pay(tiers, Basis.NetRevenue, Cycle.Month).Cap(M(100), Cycle.Year, Excess.Lost)).Should().BeEmpty("the cap of the year is another");
    }

    [Fact]
    public void A_percentage_is_shown_as_one()
    {
        Findings(Plan("p").Pay(TierTable.Step(Lower, Tier.From(0), Tier.From(50.5m).Flat(4)), Basis.Attainment, Cycle.Month)).Should()
            .Equal((FindingKind.Jump, 2, 50.5m, 4m, "At 50.5% the payout jumps by 4.00 CNY.", "在 50.5% 处佣金跳增 4.00 CNY。"));
        Check(TierTable.Step(Lower, Tier.From(0), Tier.From(90).Flat(4)).InPercentOfTarget()).Should().Equal((FindingKind.Jump, 2, 90m, 4m, "At 90% the payout jumps by 4.00 CNY.", "在 90% 处佣金跳增 4.00 CNY。"));
        Findings(Plan("p").Pay(TierTable.WholeAmount(Lower, Tier.From(0).Percent(5), Tier.From(50.5m).Percent(4)), Basis.NetRevenue, Basis.RepurchaseRate, Cycle.Month)).Should()
            .Equal((FindingKind.Fall, 2, 50.5m, null, "From repurchase-rate 50.5% on, tier 2 pays less: 5%, then 4%.", "复购率自 50.5% 起，第2档由 5% 降为 4%。"));
    }

    [Fact]
    public void What_another_basis_chooses_falls_where_nothing_of_it_rises()
    {
        Selected(Tier.From(0).Percent(2).Flat(5), Tier.From(9).Percent(2).Flat(5)).Should().BeEmpty();
        Selected(Tier.From(0).Percent(1).Flat(5), Tier.From(9).Percent(2).Flat(3)).Should().BeEmpty("the rate rises");
        Selected(Tier.From(0).Percent(2).Flat(3), Tier.From(9).Percent(1).Flat(5)).Should().BeEmpty("the flat amount rises");
        Selected(Tier.From(0).PerBlock(10, 7, BlockRounding.Up), Tier.From(9).PerBlock(20, 5, BlockRounding.Up)).Should().BeEmpty("blocks of another size do not compare");
        Selected(Tier.From(0).PerBlock(10, 7, BlockRounding.Up), Tier.From(9).PerBlock(10, 5, BlockRounding.Down)).Should().BeEmpty("nor blocks counted another way");
        Selected(Tier.From(0).PerBlock(10, 7, BlockRounding.Up), Tier.From(9).PerBlock(10, 5, BlockRounding.Up)).Should().ContainSingle().Which.Item5.Should().Be("From orders 9 on, tier 2 pays less: 7 a block, then 5 a block.");
        Selected(Tier.From(0).Flat(5), Tier.From(9).Flat(3)).Should().Equal((FindingKind.Fall, 2, 9m, null, "From orders 9 on, tier 2 pays less: 5, then 3.", "订单数自 9 起，第2档由 5 降为 3。"));
        Selected(Tier.From(0).Percent(2).Flat(5), Tier.From(9).Percent(2).Flat(3), Tier.From(12).Percent(1).Flat(3)).Select(finding => (finding.Item1, finding.Item2, finding.Item3)).Should()
            .Equal((FindingKind.Fall, 2, 9m), (FindingKind.Fall, 3, 12m));

        static IEnumerable<(FindingKind, int, decimal?, decimal?, string, string?)> Selected(params Tier[] tiers) =>
            Findings(Plan("p").Pay(TierTable.WholeAmount(Lower, tiers).OnZero(ZeroValue.PaysNothing), Basis.NetRevenue, Basis.Orders, Cycle.Month));
    }

    [Fact]
    public void Rows_of_a_grid_fall_cell_by_cell()
    {
        Findings(Plan("p").Pay(RateGrid.GraduatedPercent(Axis.RepurchasePercent(0, 10), Axis.NetRevenue(0, 1_000), Lower, new[,] { { 1m, 2m }, { 0.5m, 4m } }), Basis.NetRevenue, Cycle.Month)).Should()
            .Equal((FindingKind.Fall, 1, 10m, null, "From repurchase-rate 10% on, tier 1 pays less: 1%, then 0.5%.", "复购率自 10% 起，第1档由 1% 降为 0.5%。"));
        Findings(Plan("p").Pay(RateGrid.Percent(Axis.RepurchasePercent(0, 10), Axis.Orders(0, 5), Lower, new[,] { { 1m, 0.5m }, { 1m, 0.25m } }), Basis.NetRevenue, Cycle.Month)).Should().Equal(
            (FindingKind.Fall, 2, 5m, null, "From orders 5 on, tier 2 pays less: 1%, then 0.5%.", "订单数自 5 起，第2档由 1% 降为 0.5%。"),
            (FindingKind.Fall, 2, 5m, null, "From orders 5 on, tier 2 pays less: 1%, then 0.25%.", "订单数自 5 起，第2档由 1% 降为 0.25%。"),
            (FindingKind.Fall, 2, 10m, null, "From repurchase-rate 10% on, tier 2 pays less: 0.5%, then 0.25%.", "复购率自 10% 起，第2档由 0.5% 降为 0.25%。"));
    }

    [Fact]
    public void A_plan_is_given() => FluentActions.Invoking(() => PlanLint.Check(null!)).Should().Throw<System.ArgumentNullException>().Which.ParamName.Should().Be("plan");

    private static IEnumerable<(FindingKind, int, decimal?, decimal?, string, string?)> Check(TierTable table, decimal? cap = null) =>
        Findings(cap is decimal most ? Plan("p").Pay(table, Basis.NetRevenue, Cycle.Month).Cap(M(most), Cycle.Month, Excess.Lost) : Plan("p").Pay(table, Basis.NetRevenue, Cycle.Month));

    private static IEnumerable<(FindingKind Kind, int Tier, decimal? At, decimal? Size, string En, string? Zh)> Findings(CommissionPlanBuilder plan) =>
        PlanLint.Check(plan.Build()).Select(finding => (finding.Kind, finding.Tier, finding.At, finding.Size?.Amount, finding.Message.En, finding.Message.ZhHans));
}
