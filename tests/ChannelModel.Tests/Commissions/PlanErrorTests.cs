using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Commissions;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

#pragma warning disable CA1814 // a grid is a rectangle

/// <summary>Each thing that can be wrong with a plan beside its tiers, alone, with its place, its words and its number.</summary>
public sealed class PlanErrorTests
{
    private static readonly decimal[,] Rates = { { 1, 2 }, { 3, 4 } };

    /// <summary>An error with all that it says.</summary>
    internal static string Text(PlanError error) => error + (error.Value is decimal value ? " = " + value.ToString(CultureInfo.InvariantCulture) : string.Empty);

    [Fact]
    public void The_message_of_a_refusal_counts_the_errors()
    {
        Sales().Floor(M(-1)).Invoking(plan => plan.Build()).Should().Throw<ArgumentException>()
            .WithMessage("The plan 'p' has 1 error: floor: -1.00 CNY is below 0 or finer than the rounding half-away-from-zero.");
        CommissionPlan.Define("p", Currency.CNY).Invoking(plan => plan.Build()).Should().Throw<ArgumentException>()
            .WithMessage("The plan 'p' has 2 errors: pay: The plan pays nothing; add a component (Pay). | round: Name how and where amounts are rounded (Round).");
    }

    [Fact]
    public void Every_part_of_a_plan_is_given()
    {
        Refuses(plan => plan.Pay((TierTable)null!, Basis.NetRevenue, Cycle.Month), "table");
        Refuses(plan => plan.Pay(TierTable.Percent(1), null!, Cycle.Month), "on");
        Refuses(plan => plan.Pay(TierTable.Percent(1), Basis.NetRevenue, null!, Cycle.Month), "by");
        Refuses(plan => plan.Pay((RateGrid)null!, Basis.NetRevenue, Cycle.Month), "grid");
        Refuses(plan => plan.Pay(RateGrid.Percent(Axis.Orders(0, 1), Axis.RepurchasePercent(0, 1), Edge.LowerIncluded, Rates), null!, Cycle.Month), "on");
        Refuses(plan => plan.Bonus(null!, Basis.NetRevenue), "table");
        Refuses(plan => plan.Bonus(TierTable.Percent(1), null!), "on");
        Refuses(plan => plan.Gate(null!, 1), "by");
        Refuses(plan => plan.Accelerate(null!), "accelerator");
        Refuses(plan => plan.CapAttainment(null!, 1), "of");
        Refuses(plan => plan.CapComponent(null!, M(1)), "component");
        Refuses(plan => plan.Round(null!, RoundingPlace.Line), "rounding");

        static void Refuses(Action<CommissionPlanBuilder> part, string name) => FluentActions.Invoking(() => part(Sales())).Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be(name);
    }

    [Fact]
    public void Components_share_a_period_and_have_names()
    {
        RateGrid grid = RateGrid.Percent(Axis.Orders(0, 1), Axis.RepurchasePercent(0, 1), Edge.LowerIncluded, Rates);
        Errors(Sales().Pay(grid, Basis.NetRevenue, Cycle.Year)).Should().Equal("pay: The components are paid per Month and per Year; a plan has one period.");
        Sales().Pay(grid, Basis.NetRevenue, Cycle.Month, "cells").Build().Components.Select(component => component.Name).Should().Equal("sales", "cells");
        Plan("p").Pay(grid, Basis.NetRevenue, Cycle.Quarter).Build().Cycle.Should().Be(Cycle.Quarter);
        Plan("p").Pay(TierTable.Percent(1), Basis.NetRevenue, Cycle.Year).Build().Cycle.Should().Be(Cycle.Year);
        Plan("p").Pay(grid, Basis.NetRevenue, Cycle.Month).Pay(grid, Basis.NetRevenue, Cycle.Month).Build().Components.Select(component => component.Name).Should().Equal("pay-1", "pay-2");
    }

    [Fact]
    public void Every_amount_is_in_the_currency_of_the_plan_and_not_finer_than_its_rounding()
    {
        (string Path, Func<CommissionPlanBuilder, Money, CommissionPlanBuilder> With)[] amounts =
        [
            ("cap[0]", (plan, amount) => plan.Cap(amount, Cycle.Month, Excess.Lost)),
            ("capComponent[0]", (plan, amount) => plan.CapComponent("sales", amount)),
            ("capEachRecord", (plan, amount) => plan.CapEachRecord(amount).Accumulate(Accumulation.PerRecord)),
            ("floorEachRecord", (plan, amount) => plan.FloorEachRecord(amount).Accumulate(Accumulation.PerRecord)),
            ("floor", (plan, amount) => plan.Floor(amount)),
        ];
        foreach ((string path, Func<CommissionPlanBuilder, Money, CommissionPlanBuilder> with) in amounts)
        {
            Errors(with(Sales(), M(0))).Should().BeEmpty();
            Errors(with(Sales(), Money.Of(5, Currency.USD))).Should().Equal($"{path}: 5.00 USD is not in the plan's currency CNY. = 5");
            Errors(with(Sales(), M(-0.01m))).Should().Equal($"{path}: -0.01 CNY is below 0 or finer than the rounding half-away-from-zero. = -0.01");
            Errors(with(Sales(), M(0.001m))).Should().Equal($"{path}: 0.001 CNY is below 0 or finer than the rounding half-away-from-zero. = 0.001");
            Errors(with(Sales().Round(Rounding.Floor.WithScale(3), RoundingPlace.Line), M(0.001m))).Should().BeEmpty();
        }

        Errors(Sales().Cap(M(1), Cycle.Month, Excess.Lost).Cap(M(-2), Cycle.Year, Excess.Lost)).Should().Equal("cap[1]: -2.00 CNY is below 0 or finer than the rounding half-away-from-zero. = -2");
    }

    [Fact]
    public void Caps_and_floors_do_not_cross()
    {
        Errors(Sales().Cap(M(5), Cycle.Month, Excess.Lost).Floor(M(6))).Should().Equal("floor: The cap 5.00 CNY is below the floor 6.00 CNY. = 6");
        Errors(Sales().Cap(Money.Of(5, Currency.USD), Cycle.Month, Excess.Lost).Floor(M(6))).Should().Equal("cap[0]: 5.00 USD is not in the plan's currency CNY. = 5");
        Errors(Sales().Cap(M(5), Cycle.Week, Excess.Lost)).Should().Equal("cap: A cap per Week is shorter than the plan's own period (Month); expected that period or a longer span.");
        Errors(Plan("p").Pay(TierTable.Percent(1), Basis.NetRevenue, Cycle.Once).Cap(M(5), Cycle.Year, Excess.Lost)).Should()
            .Equal("cap: A cap per Year is shorter than the plan's own period (Once); expected that period or a longer span.");
        Errors(Plan("p").Pay(TierTable.Percent(1), Basis.NetRevenue, Cycle.Once).Cap(M(5), Cycle.Once, Excess.Lost)).Should().BeEmpty();
        Errors(Sales().Cap(M(5), Cycle.Once, Excess.Lost)).Should().BeEmpty("in all is the longest span");
        Errors(Sales().Cap(M(5), Cycle.Month, Excess.Lost).Cap(M(5), Cycle.Month, Excess.Lost)).Should().Equal("cap: Two caps cover the same span.");
        Errors(Records().CapEachRecord(M(5)).FloorEachRecord(M(5))).Should().BeEmpty();
        Errors(Records().CapEachRecord(M(5)).FloorEachRecord(M(5.01m))).Should().Equal("floorEachRecord: The cap 5.00 CNY on each record is below its floor 5.01 CNY. = 5.01");
        Errors(Records().CapEachRecord(Money.Of(5, Currency.USD)).FloorEachRecord(M(5.01m))).Should().Equal("capEachRecord: 5.00 USD is not in the plan's currency CNY. = 5");
        Errors(Sales().CapEachRecord(M(5))).Should().Equal("capEachRecord: The plan accumulates PerPeriod; a cap or floor on each record needs PerRecord.");
        Errors(Sales().FloorEachRecord(M(5)).Accumulate(Accumulation.TrueUp)).Should().Equal("floorEachRecord: The plan accumulates TrueUp; a cap or floor on each record needs PerRecord.");

        static CommissionPlanBuilder Records() => Sales().Accumulate(Accumulation.PerRecord);
    }

    [Fact]
    public void A_component_is_capped_once_by_its_name()
    {
        Errors(Sales().CapComponent("sale", M(5))).Should().Equal("capComponent[0]: The plan has no component 'sale', or caps it twice; its components are sales.");
        Errors(Sales().Pay(TierTable.Percent(1), Basis.Margin, Cycle.Month, "more").CapComponent("sales", M(5)).CapComponent("sales", M(6))).Should()
            .Equal("capComponent[1]: The plan has no component 'sales', or caps it twice; its components are sales, more.");
        CommissionPlan plan = Sales().Pay(TierTable.Percent(1), Basis.Margin, Cycle.Month, "more").CapComponent("more", M(6)).CapComponent("sales", M(5)).Build();
        plan.Components.Select(component => component.Cap).Should().Equal(M(5), M(6));
    }

    [Fact]
    public void Gates_and_caps_on_attainment_name_their_number()
    {
        Errors(Sales().Gate(Basis.Orders, 1).Gate(Basis.Orders, 0.1234567m)).Should().Equal("gate[1]: Gate 2 opens at 0.1234567: expected at most 6 decimals, within 10^15. = 0.1234567");
        Errors(Sales().Gate(Basis.RepurchaseRate, 0.123456789m)).Should().Equal("gate[0]: Gate 1 opens at 0.123456789: expected at most 8 decimals, within 10^15. = 0.123456789");
        Errors(Sales().CapAttainment(Basis.NetRevenue, 0m)).Should()
            .Equal("capAttainment: 'net-revenue' counts up to 0 % of its target: expected an amount or count that facts state, and a percentage above 0 of at most 8 decimals. = 0");
    }

    [Fact]
    public void Accelerators_on_the_excess_need_the_amount_they_are_on()
    {
        const string Wrong = "accelerate[0]: An accelerator on the excess of '{0}' needs components that are chosen by it and paid on it, at rates of their own, without a cap of the component.";
        Accelerator excess = Accelerator.OnExcess(Basis.NetRevenue, (0, 1));
        Errors(Sales().Accelerate(excess)).Should().BeEmpty();
        Errors(Sales().Bonus(TierTable.PerUnit(1), Basis.Orders).Accelerate(excess)).Should().BeEmpty("bonuses stand beside");
        Basis over = Basis.OverTarget(Basis.NetRevenue);
        Errors(Plan("p").Pay(TierTable.Percent(1), over, Cycle.Month).Accelerate(Accelerator.OnExcess(over, (0, 1)))).Should().Equal(Say("over target: net-revenue"));
        Errors(Plan("p").Pay(TierTable.PerUnit(1), Basis.Orders, Cycle.Month).Accelerate(Accelerator.OnExcess(Basis.Orders, (0, 1)))).Should().Equal(Say("orders"));
        Errors(Sales().Pay(TierTable.Percent(1), Basis.Margin, Cycle.Month).Accelerate(excess)).Should().Equal(Say("net-revenue"));
        TierTable whole = TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0).Percent(1));
        Errors(Sales().Pay(whole, Basis.NetRevenue, Basis.Orders, Cycle.Month).Accelerate(excess)).Should().Equal(Say("net-revenue"));
        Errors(Sales().Pay(whole, Basis.Margin, Basis.NetRevenue, Cycle.Month).Accelerate(excess)).Should().Equal(Say("net-revenue"));
        Errors(Sales().Pay(whole.InPercentOfTarget(), Basis.NetRevenue, Cycle.Month).Accelerate(excess)).Should().Equal(Say("net-revenue"));
        Errors(Sales().Pay(TierTable.AtRateOf(Basis.Attainment), Basis.NetRevenue, Cycle.Month).Accelerate(excess)).Should().Equal(Say("net-revenue"));
        Errors(Sales().Pay(RateGrid.GraduatedPercent(Axis.Orders(0, 1), Axis.NetRevenue(0, 1), Edge.LowerIncluded, Rates), Basis.NetRevenue, Cycle.Month).Accelerate(excess)).Should().Equal(Say("net-revenue"));
        Errors(Sales().Pay(TierTable.Percent(1), Basis.NetRevenue, Cycle.Month, "more").CapComponent("more", M(1)).Accelerate(excess)).Should().Equal(Say("net-revenue"));
        Errors(Sales().Accumulate(Accumulation.PerRecord).Accelerate(excess)).Should()
            .Equal("accelerate: The plan rates each record by itself; an accelerator on the excess over a target needs the total of the period.");
        Errors(Sales().Accelerate(excess).Accelerate(excess)).Should().Equal("accelerate: Two accelerators on the excess; put the steps of both into one.");
        Errors(Sales().Accelerate(excess).Accelerate(Accelerator.OnWhole(Basis.Orders, Edge.LowerIncluded, (0, 1)))).Should().BeEmpty();
        Errors(Sales().Accelerate(Accelerator.OnWhole(Basis.Orders, Edge.LowerIncluded, (0, 1), (2.5m, -1)))).Should()
            .Equal("accelerate[0].steps[1]: Step 2 from 2.5 with factor -1: expected different edges of at most 6 decimals and a factor of at least 0 with at most 4. = -1");

        static string Say(string by) => string.Format(CultureInfo.InvariantCulture, Wrong, by);
    }

    [Fact]
    public void Grids_have_a_rate_for_each_cell_between_edges_that_ascend()
    {
        Basis own = Basis.Rate("own");
        Grid(Axis.Orders(0, 0.000001m), Axis.RepurchasePercent(0, 0.00000001m), Rates).Should().BeEmpty();
        Grid(Axis.Orders(0), Axis.RepurchasePercent(0, 1), Rates).Should().Equal("pay-1.grid: The grid has 2 x 2 rates for 1 x 2 bands; every cell needs one rate.");
        Grid(Axis.Orders(0, 1), Axis.RepurchasePercent(0), Rates).Should().Equal("pay-1.grid: The grid has 2 x 2 rates for 2 x 1 bands; every cell needs one rate.");
        Grid(Axis.Orders(0, 1), Axis.RepurchasePercent(0, 1), new[,] { { 1, 2 }, { 3, 0.000000001m } }).Should().Contain(
            "pay-1.grid.rates[1][1]: The rate in percent of row 2, column 2, 0.000000001 has more than 8 decimals; round it in the contract, not in the calculation. = 0.000000001");
        Grid(Axis.Orders(0, 1), Axis.RepurchasePercent(0, 1), new[,] { { 0.000000001m, 2 }, { 3, 4 } }).First().Should().StartWith("pay-1.grid.rates[0][0]: The rate in percent of row 1, column 1, 0.000000001");
        Grid(Axis.Orders(1, 2), Axis.RepurchasePercent(0, 1), Rates).Should().Equal("pay-1.grid.rows.edges[0]: The first edge is 1; it is 0. = 1");
        Grid(Axis.Orders(0, 1), Axis.Of(own, 0, 0), Rates).Should().Equal("pay-1.grid.columns.edges[1]: Edge 0 does not ascend after 0. = 0");
        Grid(Axis.Orders(0, 0.0000001m), Axis.Of(own, 0, 1), Rates).Should()
            .Equal("pay-1.grid.rows.edges[1]: Edge 2 of 'orders' 0.0000001 has more than 6 decimals; round it in the contract, not in the calculation. = 0.0000001");
        Grid(Axis.Of(own, 0, 0.000000001m), Axis.Orders(0, 1), Rates).Should()
            .Equal("pay-1.grid.rows.edges[1]: Edge 2 of 'own' 0.000000001 has more than 8 decimals; round it in the contract, not in the calculation. = 0.000000001");
        Grid(Axis.Orders(0, 1), Axis.Orders(0, 1), Rates).Should().Equal("pay-1.grid: Both axes are 'orders'.");
        Grid(Axis.Orders(), Axis.Of(own, 0, 1), new decimal[0, 2]).Should().Equal("pay-1.grid.rows.edges: An axis needs at least the edge 0.");
        Errors(Plan("p").Pay(RateGrid.GraduatedPercent(Axis.Orders(0, 1), Axis.RepurchasePercent(0, 1), Edge.LowerIncluded, Rates), Basis.NetRevenue, Cycle.Month)).Should()
            .Equal("pay-1.grid.columns: Graduated columns of 'repurchase-rate' are not what is paid on, 'net-revenue'.");

        static IEnumerable<string> Grid(Axis rows, Axis columns, decimal[,] rates) => Errors(Plan("p").Pay(RateGrid.Percent(rows, columns, Edge.LowerIncluded, rates), Basis.NetRevenue, Cycle.Month));
    }

    private static CommissionPlanBuilder Sales() => Plan("p").Pay(TierTable.Percent(1), Basis.NetRevenue, Cycle.Month, "sales");

    private static IEnumerable<string> Errors(CommissionPlanBuilder plan)
    {
        plan.TryBuild(out _, out IReadOnlyList<PlanError> errors);
        return errors.Select(Text);
    }
}
