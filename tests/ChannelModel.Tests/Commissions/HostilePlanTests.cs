using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;

namespace ChannelModel.Tests.Commissions;

public sealed class HostilePlanTests
{
    private static readonly Currency Cny = Currency.CNY;

    public static IEnumerable<TheoryDataRow<Tier[], string>> Wrong() =>
    [
        new([], "A table needs at least one tier."),
        new([Tier.From(5).Percent(1)], "Tier 1 starts at 5"),
        new([Tier.From(0).To(10).Percent(1), Tier.From(20).Percent(2)], "Tier 2 starts at 20 but tier 1 ends at 10: a gap"),
        new([Tier.From(0).To(30).Percent(1), Tier.From(20).Percent(2)], "Tier 2 starts at 20 but tier 1 ends at 30: an overlap"),
        new([Tier.From(0).Percent(1), Tier.From(20).Percent(2), Tier.From(20).Percent(3)], "Tier 3 and tier 2 both start at 20"),
        new([Tier.From(0).Percent(1), Tier.From(20).To(10).Percent(2)], "Tier 2 ends at 10, not above its start 20"),
        new([Tier.From(0).Percent(0.1234567890123456789012345678m)], "Tier 1's rate in percent 0.1234567890123456789012345678 has more than 8 decimals"),
        new([Tier.From(0).Percent(decimal.MaxValue)], "Tier 1's rate of 79228162514264337593543950335 % is outside"),
        new([Tier.From(0).Percent(1), Tier.From(decimal.MaxValue).Percent(2)], "Tier 2's edge 79228162514264337593543950335 is outside"),
        new([Tier.From(0).Percent(1).AtLeast(9).AtMost(3)], "Tier 1's minimum 9 is above its maximum 3"),
        new([Tier.From(0).Percent(1).PerUnit(3)], "Tier 1 has 2 of rate"),
        new([Tier.From(0).Percent(1).Flat(3)], "name whether a value of 0 earns it"),
        new([Tier.From(0).PerBlock(0, 3, BlockRounding.Up)], "Tier 1's block size 0 is not above 0"),
        new([Tier.From(0).AtMost(3)], "no rate or price that it could hold"),
    ];

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_names_tier_and_value(Tier[] tiers, string message)
    {
        CommissionPlanBuilder builder = Define().Pay(TierTable.Graduated(Edge.LowerIncluded, tiers), Basis.NetRevenue, Cycle.Month);
        builder.TryBuild(out CommissionPlan? plan, out IReadOnlyList<PlanError> errors).Should().BeFalse();
        plan.Should().BeNull();
        errors.Select(e => e.Message).Should().Contain(m => m.Contains(message, StringComparison.Ordinal));
        builder.Invoking(b => b.Build()).Should().Throw<ArgumentException>().WithMessage("*" + message + "*");
    }

    [Fact]
    public void All_errors_come_at_once()
    {
        CommissionPlan.Define("x", Cny)
            .Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(1).Percent(0.000000001m)), Basis.Units, Cycle.Month)
            .Cap(Money.Of(1m, Currency.USD), Cycle.Month, Excess.Lost)
            .TryBuild(out _, out IReadOnlyList<PlanError> errors).Should().BeFalse();
        errors.Select(e => e.Path).Should().Equal("round", "pay-1.tiers[0].from", "pay-1.tiers[0].rate", "pay-1.tiers[0].rate", "cap[0]");
    }

    [Fact]
    public void A_selector_that_is_not_the_basis_refuses_graduated_tiers() =>
        Define().Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(1), Tier.From(9).Percent(2)), Basis.NetRevenue, Basis.Orders, Cycle.Month)
            .Invoking(b => b.Build()).Should().Throw<ArgumentException>().WithMessage("*a portion of one is no portion of the other*");

    [Fact]
    public void A_grid_with_holes_is_refused()
    {
        Define().Pay(RateGrid.Percent(Axis.Orders(0, 100), Axis.RepurchasePercent(0, 30, 20), Edge.LowerIncluded, new decimal[,] { { 1, 2, 3 } }), Basis.NetRevenue, Cycle.Month)
            .Invoking(b => b.Build()).Should().Throw<ArgumentException>().WithMessage("*The grid has 1 x 3 rates for 2 x 3 bands*");
        Define().Pay(RateGrid.Percent(Axis.Orders(0), Axis.RepurchasePercent(0, 30, 20), Edge.LowerIncluded, new decimal[,] { { 1, 2, 3 } }), Basis.NetRevenue, Cycle.Month)
            .Invoking(b => b.Build()).Should().Throw<ArgumentException>().WithMessage("*Edge 20 does not ascend after 30*");
        Define().Pay(RateGrid.GraduatedPercent(Axis.Orders(0), Axis.RepurchasePercent(0, 30), Edge.LowerIncluded, new decimal[,] { { 1, 2 } }), Basis.NetRevenue, Cycle.Month)
            .Invoking(b => b.Build()).Should().Throw<ArgumentException>().WithMessage("*are not what is paid on*");
    }

    [Fact]
    public void Ten_thousand_tiers_pay_exactly()
    {
        Tier[] tiers = [.. Enumerable.Range(0, 10_000).Select(i => Tier.From(i * 10).Percent(i / 100m))];
        ResolvedPlan rules = Define().Pay(TierTable.Graduated(Edge.LowerIncluded, tiers), Basis.NetRevenue, Cycle.Month).Build().Resolve(default);

        // sum of 10 x i/10000 for i = 0..9999 is 10 x 9999 x 10000 / 2 / 10000 = 49 995
        rules.Evaluate(Money.Of(100_000m, Cny)).Should().Be(Money.Of(49_995m, Cny));
        rules.Evaluate(Money.Of(55m, Cny)).Should().Be(Money.Of(0.01m, Cny)); // 10 x (0+1+2+3+4)/10000 + 5 x 5/10000 = 0.0125
    }

    [Fact]
    public void Ten_thousand_tiers_are_explained_verified_and_linted()
    {
        Tier[] tiers = [.. Enumerable.Range(0, 10_000).Select(i => Tier.From(i * 10).Percent(i / 100m))];
        foreach (TierTable table in new[] { TierTable.Graduated(Edge.UpperIncluded, tiers), TierTable.WholeAmount(Edge.LowerIncluded, tiers) })
        {
            ResolvedPlan rules = Define().Pay(table, Basis.NetRevenue, Cycle.Month).Build().Resolve(default);
            CommissionStatement statement = rules.Explain(SampleFacts.Empty().With(Basis.NetRevenue, 123_456.78m));
            statement.Total.Should().Be(rules.Evaluate(Money.Of(123_456.78m, Cny)));
            statement.Verify().Should().BeEmpty();
            PlanLint.Check(rules.Plan).Should().HaveCount(table.Mode == TierMode.Graduated ? 0 : 9_999);
        }
    }

    [Fact]
    public void Near_the_limits_the_answer_is_exact_or_an_overflow()
    {
        ResolvedPlan half = Define().Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(1), Tier.From(1_000).Percent(33.33333333m)), Basis.NetRevenue, Cycle.Month).Build().Resolve(default);
        half.Evaluate(Money.Of(Money.MaxAmount, Cny)).Should().Be(Money.Of(26_409_387_502_113_840_447_049.17m, Cny));
        half.Evaluate(Money.Of(9_000_000_000_000m, Cny)).Should().Be(Money.Of(2_999_999_999_376.67m, Cny));
        ResolvedPlan twice = Define().Pay(TierTable.Percent(200), Basis.NetRevenue, Cycle.Month).Build().Resolve(default);
        twice.Invoking(r => r.Evaluate(Money.Of(Money.MaxAmount, Cny))).Should().Throw<OverflowException>();
        twice.Invoking(r => r.Explain(SampleFacts.Empty().With(Basis.NetRevenue, Money.Of(Money.MaxAmount, Cny)))).Should().Throw<OverflowException>();
        CommissionFacts most = SampleFacts.Empty().With(Basis.NetRevenue, Money.Of(Money.MaxAmount, Cny));
        half.Explain(most).Total.Should().Be(half.Evaluate(most));
        half.Explain(most).Verify().Should().BeEmpty();
        ResolvedPlan capped = Define().Pay(TierTable.Percent(1_000_000), Basis.NetRevenue, Cycle.Month).Gate(Basis.AttainmentOf(Basis.NetRevenue), 1_000_000_000)
            .Cap(Money.Of(5, Cny), Cycle.Month, Excess.Lost).Build().Resolve(default);
        CommissionFacts extreme = SampleFacts.Empty().With(Basis.NetRevenue, 70_000_000_000_000_000m).WithTarget(Basis.NetRevenue, 0.000001m);
        capped.Evaluate(extreme).Should().Be(Money.Of(5, Cny));
        capped.Explain(extreme).Verify().Should().BeEmpty();
    }

    [Fact]
    public void Facts_that_cannot_be_rated_say_why()
    {
        ResolvedPlan rules = Define().Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).To(100).Percent(1)), Basis.NetRevenue, Cycle.Month)
            .Gate(Basis.AttainmentOf(Basis.Orders), 90).Build().Resolve(default);
        rules.Check(SampleFacts.Empty()).Select(e => e.ToString()).Should().Equal(
            "orders: 'orders' is missing.", "orders: The target of 'orders' is missing.", "net-revenue: 'net-revenue' is missing.");
        CommissionFacts facts = SampleFacts.Empty().With(Basis.Orders, 1).WithTarget(Basis.Orders, 1);
        rules.Check(facts.With(Basis.NetRevenue, -1)).Single().Message.Should().Contain("below 0");
        rules.Check(facts.With(Basis.NetRevenue, 101)).Single().Message.Should().Contain("101, above the top");
        rules.Check(facts.With(Basis.NetRevenue, Money.Of(1, Currency.USD))).Single().Message.Should().Contain("is in USD, the plan in CNY");
        rules.Invoking(r => r.Evaluate(facts.With(Basis.NetRevenue, -1))).Should().Throw<ArgumentException>();
    }

    private static CommissionPlanBuilder Define() => CommissionPlan.Define("hostile", Cny).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement);
}
