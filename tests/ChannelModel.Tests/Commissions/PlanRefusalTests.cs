using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;

namespace ChannelModel.Tests.Commissions;

/// <summary>What a plan cannot mean is refused, and what stands just at a bound is not.</summary>
public sealed class PlanRefusalTests
{
    private static readonly Currency Cny = Currency.CNY;

    private static readonly Basis Share = Basis.AttainmentOf(Basis.NetRevenue);

    private static Money M(decimal amount) => Money.Of(amount, Cny);

    private static CommissionPlanBuilder Empty() => CommissionPlan.Define("p", Cny).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement);

    private static CommissionPlanBuilder Plan() => Empty().Pay(TierTable.Percent(1m), Basis.NetRevenue, Cycle.Month, "sales");

    [Fact]
    public void Components_have_names_of_their_own()
    {
        Errors(Empty()).Should().Contain("pay: The plan pays nothing; add a component (Pay).");
        Errors(Plan().Pay(TierTable.Percent(2m), Basis.Margin, Cycle.Month, "sales")).Should().Equal("sales: Two components are called 'sales'.");
        Errors(Plan().Pay(TierTable.Percent(2m), Basis.Margin, Cycle.Month)).Should().BeEmpty();
        Plan().Bonus(TierTable.PerUnit(1m), Basis.Orders, "visits").Build().Components.Select(component => component.Name).Should().Equal("sales", "visits");
        Plan().Bonus(TierTable.PerUnit(1m), Basis.Orders).Pay(TierTable.Percent(1m), Basis.Margin, Cycle.Month).Build().Components.Select(component => component.Name).Should().Equal("sales", "pay-1", "bonus-1");
    }

    [Fact]
    public void Caps_and_floors_fit_each_other_and_the_rounding()
    {
        Errors(Plan().Cap(M(-1m), Cycle.Month, Excess.Lost)).Should().ContainSingle().Which.Should().Contain("-1.00 CNY is below 0 or finer than the rounding");
        Errors(Plan().Cap(M(1.001m), Cycle.Month, Excess.Lost)).Should().ContainSingle().Which.Should().Contain("is below 0 or finer than the rounding");
        Errors(Plan().CapComponent("sales", M(1.001m))).Should().ContainSingle();
        Errors(Plan().Cap(M(0m), Cycle.Month, Excess.Lost)).Should().BeEmpty();
        Errors(Plan().Cap(M(5m), Cycle.Month, Excess.Lost).Floor(M(5.01m))).Should().ContainSingle().Which.Should().StartWith("floor: The cap 5.00 CNY is below the floor 5.01 CNY");
        Errors(Plan().Cap(M(5m), Cycle.Month, Excess.Lost).Floor(M(5m))).Should().BeEmpty();
        Errors(Plan().Cap(M(5m), Cycle.Year, Excess.Lost).Floor(M(6m))).Should().BeEmpty("the cap is of the year");
        Errors(Plan().Cap(M(5m), Cycle.Month, Excess.Lost).Cap(M(6m), Cycle.Month, Excess.Lost)).Should().Contain("cap: Two caps cover the same span.");
        Errors(Plan().Cap(M(5m), Cycle.Month, Excess.Lost).Cap(M(6m), Cycle.Year, Excess.Lost).Cap(M(7m), Cycle.Once, Excess.Lost)).Should().BeEmpty();
        Errors(Plan().Cap(M(5m), Cycle.Week, Excess.Lost)).Should().ContainSingle();
    }

    [Fact]
    public void Steps_of_accelerators_ascend_from_zero_with_few_decimals()
    {
        Errors(Step((0m, 1m), (100m, 0m), (100.000001m, 1.0001m))).Should().BeEmpty();
        Errors(Step((1m, 1m))).Should().Contain("accelerate[0]: The steps start at 0.");
        Errors(Step()).Should().Contain("accelerate[0]: The steps start at 0.");
        Errors(Step((0m, -0.1m))).Should().ContainSingle().Which.Should().StartWith("accelerate[0].steps[0]: Step 1 from 0 with fa");
        Errors(Step((0m, 1m), (1m, 1.00001m))).Should().ContainSingle().Which.Should().StartWith("accelerate[0].steps[1]: Step 2 from 1 with fa");
        Errors(Step((0m, 1m), (1.0000001m, 1m))).Should().ContainSingle();
        Errors(Step((0m, 1m), (1m, 1m), (1m, 2m))).Should().ContainSingle();
        Errors(Plan().Accelerate(Accelerator.OnExcess(Basis.NetRevenue, (0m, 1m)))).Should().BeEmpty();
        Errors(Plan().Accelerate(Accelerator.OnExcess(Basis.Margin, (0m, 1m)))).Should().ContainSingle().Which.Should().Contain("An accelerator on the excess of 'margin'");
        Errors(Plan().Accelerate(Accelerator.OnExcess(Basis.Orders, (0m, 1m)))).Should().ContainSingle();
        Errors(Plan().CapComponent("sales", M(5m)).Accelerate(Accelerator.OnExcess(Basis.NetRevenue, (0m, 1m)))).Should().ContainSingle();

        static CommissionPlanBuilder Step(params (decimal, decimal)[] steps) => Plan().Accelerate(Accelerator.OnWhole(Share, Edge.LowerIncluded, steps));
    }

    [Fact]
    public void Gates_and_caps_on_attainment_have_bounds()
    {
        foreach ((Basis by, decimal least) in new[] { (Share, 0.12345678m), (Basis.Orders, 0.123456m), (Basis.Orders, 1_000_000_000_000_000m), (Basis.NetRevenue, -1_000_000_000_000_000m) })
        {
            Errors(Plan().Gate(by, least)).Should().BeEmpty("{0} of {1} is legal", least, by);
        }

        foreach ((Basis by, decimal least) in new[] { (Share, 0.123456789m), (Basis.Orders, 0.1234567m), (Basis.Orders, 1_000_000_000_000_001m), (Basis.NetRevenue, -1_000_000_000_000_001m) })
        {
            Errors(Plan().Gate(Basis.Orders, 1m).Gate(by, least)).Should().ContainSingle("{0} of {1} is not legal", least, by);
        }

        foreach (decimal percent in new[] { 0.00000001m, 100m, 1_000_000m })
        {
            Errors(Plan().CapAttainment(Basis.NetRevenue, percent)).Should().BeEmpty();
        }

        foreach ((Basis of, decimal percent) in new[] { (Basis.NetRevenue, 0m), (Basis.NetRevenue, -1m), (Basis.NetRevenue, 0.000000001m), (Basis.NetRevenue, 1_000_000.01m), (Basis.RepurchaseRate, 100m), (Basis.OverTarget(Basis.NetRevenue), 100m) })
        {
            Errors(Plan().CapAttainment(of, percent)).Should().ContainSingle("{0} % of {1} is not legal", percent, of);
        }
    }

    private static IEnumerable<string> Errors(CommissionPlanBuilder builder)
    {
        builder.TryBuild(out _, out IReadOnlyList<PlanError> errors);
        return errors.Select(error => error.ToString());
    }
}
