using System.Linq;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Commissions;

#pragma warning disable CA1814 // a grid is a rectangle
public sealed class LintAndInverseTests
{
    private static readonly Currency Cny = Currency.CNY;
    private static readonly Tier[] Tiers = [Tier.From(0).Percent(10), Tier.From(1_000).Percent(5)];

    [Fact]
    public void Lint_names_cliffs_with_value_and_size()
    {
        // The published case: 15 units pay 150, the 16th lowers it to 80.
        CommissionPlan plan = CommissionPlan.Define("volume", Cny)
            .Pay(TierTable.WholeAmount(Edge.UpperIncluded, Tier.From(0).PerUnit(10), Tier.From(15).PerUnit(5), Tier.From(100).PerUnit(6)), Basis.Units, Cycle.Month)
            .Cap(Money.Of(400, Cny), Cycle.Month, Excess.Lost)
            .Round(Rounding.HalfEven, RoundingPlace.Statement).Build();
        PlanLint.Check(plan).Select(f => f.ToString()).Should().Equal(
            "pay-1: At 15 the payout falls by 75.00 CNY.",
            "pay-1: Tier 3 starts at 100, where the cap is reached already.",
            "pay-1: At 100 the payout jumps by 100.00 CNY.");
        PlanLint.Check(plan)[0].Message.In(Language.SimplifiedChinese).Should().Be("在 15 处佣金减少 75.00 CNY。");
    }

    [Fact]
    public void Lint_names_rates_that_fall_where_another_basis_chooses()
    {
        CommissionPlan plan = CommissionPlan.Define("grid", Cny)
            .Pay(RateGrid.Percent(Axis.Orders(0, 100), Axis.RepurchasePercent(0, 20), Edge.LowerIncluded, new decimal[,] { { 3, 5 }, { 4, 4 } }), Basis.NetRevenue, Cycle.Month)
            .Pay(TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0).Percent(6), Tier.From(50).Percent(5), Tier.From(90).Percent(7)), Basis.NetRevenue, Basis.Orders, Cycle.Month)
            .Round(Rounding.HalfEven, RoundingPlace.Statement).Build();
        PlanLint.Check(plan).Select(f => f.ToString()).Should().Equal(
            "pay-1: From orders 100 on, tier 2 pays less: 5%, then 4%.",
            "pay-2: From orders 50 on, tier 2 pays less: 6%, then 5%.");
        PlanLint.Check(plan)[0].Message.In(Language.SimplifiedChinese).Should().Be("订单数自 100 起，第2档由 5% 降为 4%。");
    }

    [Fact]
    public void Lint_raises_nothing_for_a_graduated_plan() => PlanLint.Check(Rules(TierTable.Graduated(Edge.LowerIncluded, Tiers)).Plan).Should().BeEmpty();

    [Fact]
    public void A_plan_is_asked_backwards()
    {
        ResolvedPlan graduated = Rules(TierTable.Graduated(Edge.LowerIncluded, Tiers));
        PlanInverse.ToNextTier(graduated, 400).Should().Be(600);
        PlanInverse.ToNextTier(graduated, 1_000).Should().BeNull();
        PlanInverse.ValueFor(graduated, Money.Of(150, Cny)).Should().Be(1_999.9m); // 149.995 rounds to 150.00
        PlanInverse.NextStep(graduated, 990, 20).Should().Be(Money.Of(1.5m, Cny));
        ResolvedPlan whole = Rules(TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0).Percent(4), Tier.From(500).Percent(9)));
        PlanInverse.BreakEven(graduated, whole, 5_000).Should().Equal(1_250.000001m); // 100 + 5 % (x - 1000) = 9 % x
    }

    [Fact]
    public void Calendars_touch_and_find_their_period()
    {
        ((object)PeriodCalendar.Months.PeriodOf(new LocalDate(2024, 2, 29))).Should().Be(new DateInterval(new LocalDate(2024, 2, 1), new LocalDate(2024, 2, 29)));
        PeriodCalendar.Quarters.PeriodOf(new LocalDate(2025, 12, 31)).Start.Should().Be(new LocalDate(2025, 10, 1));
        ((object)PeriodCalendar.IsoWeeks.PeriodOf(new LocalDate(2025, 1, 1))).Should().Be(new DateInterval(new LocalDate(2024, 12, 30), new LocalDate(2025, 1, 5)));
        PeriodCalendar retail = PeriodCalendar.FourFourFive(new LocalDate(2025, 2, 2), new LocalDate(2026, 2, 1), new LocalDate(2027, 2, 7));
        ((object)retail.PeriodOf(new LocalDate(2025, 4, 1))).Should().Be(new DateInterval(new LocalDate(2025, 3, 30), new LocalDate(2025, 5, 3)));
        retail.PeriodOf(new LocalDate(2027, 2, 6)).Length.Should().Be(42); // the 53rd week joins the last period
    }

    [Fact]
    public void Crediting_says_why_a_line_earned_nothing()
    {
        var from = new LocalDate(2025, 1, 1);
        Assignment east = Assignment.Of(new Id<Payee>("ann"), "pay-1", from, new LocalDate(2025, 7, 1), Rate.One).Where("territory", "East");
        Assignment overlay = Assignment.Of(new Id<Payee>("bob"), "pay-1", from, null, Rate.Percent(50)).Where("product", "A-1");
        var sold = new SaleLine("1", new LocalDate(2025, 3, 1), Money.Of(100, Cny), ("territory", "East"), ("product", "A-1"));
        var late = new SaleLine("2", new LocalDate(2025, 7, 1), Money.Of(100, Cny), ("territory", "East"));
        SaleCredit[] credits = [.. Crediting.Credit([sold, late], [east, overlay], Rounding.HalfEven)];
        credits.Select(c => (c.Assignment?.Payee.Value, c.Amount.Amount)).Should().Equal(("ann", 100m), ("bob", 50m), (null, 0m));
        credits[2].Reason.Should().Be("2025-07-01 is outside [2025-01-01, 2025-07-01); it has no product");
    }

    [Fact]
    public void A_shared_sale_loses_nothing_and_the_largest_remainder_gets_the_unit_left()
    {
        var from = new LocalDate(2025, 1, 1);
        Assignment[] held = [.. new[] { ("ann", 50m), ("bob", 25m), ("cas", 0m) }.Select(a => Assignment.Of(new Id<Payee>(a.Item1), "pay-1", from, null, Rate.Percent(a.Item2)).Where("territory", "East"))];
        var sold = new SaleLine("1", from, Money.Of(10, Cny), ("territory", "East"));
        var back = new SaleLine("2", from, Money.Of(-10, Cny), ("territory", "East"));
        var nowhere = new SaleLine("3", from, Money.Of(7, Cny));
        SaleCredit[] credits = [.. Crediting.Share([sold, back, nowhere], held, Rounding.HalfEven)];
        credits.Select(c => (c.Assignment?.Payee.Value, c.Amount.Amount)).Should().Equal(("ann", 6.67m), ("bob", 3.33m), ("ann", -6.67m), ("bob", -3.33m), (null, 0m));
        credits[credits.Length - 1].Reason.Should().Be("it has no territory (3 assignments)");
        FluentActions.Invoking(() => Crediting.Share([new SaleLine("4", from, Money.Of(0.001m, Cny), ("territory", "East"))], held, Rounding.HalfEven)).Should().Throw<System.ArgumentException>().WithMessage("*finer*");
    }

    private static ResolvedPlan Rules(TierTable table) => CommissionPlan.Define("p", Cny).Pay(table, Basis.NetRevenue, Cycle.Month)
        .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(default);
}
