using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;

namespace ChannelModel.Tests.Commissions;

/// <summary>Each thing that can be wrong with tiers, alone: one error, with its place, its words and its number; and what stands just inside a bound is legal.</summary>
public sealed class TierErrorTests
{
    private const Edge Lower = Edge.LowerIncluded;

    private static readonly Tier Zero = Tier.From(0);

    private static readonly Tier One = Tier.From(0).Percent(1);

    [Fact]
    public void Edges_in_percent_of_a_target_need_one_amount_of_money()
    {
        const string Wrong = "pay: Edges in percent of the target need graduated, whole-amount or step tiers that are chosen by the same amount of money that they pay on; else choose the tier by Basis.AttainmentOf.";
        Legal(TierTable.Graduated(Lower, One, Tier.From(0.12345678m).Percent(2)).InPercentOfTarget());
        Legal(TierTable.WholeAmount(Lower, One).InPercentOfTarget());
        Legal(TierTable.Step(Lower, Zero, Tier.From(90).Flat(5)).InPercentOfTarget());
        Errors(TierTable.WholeAmount(Lower, Zero.PerUnit(1)).InPercentOfTarget(), Basis.Orders).Should().Equal(Wrong);
        Errors(TierTable.WholeAmount(Lower, One).InPercentOfTarget(), Basis.NetRevenue, Basis.Margin).Should().Equal(Wrong);
        Errors(TierTable.Interpolated(Lower, Zero.To(10).Flat(1)).InPercentOfTarget()).Should().Equal(Wrong);
        Errors(TierTable.Curve(AfterLast.Flat, new CurvePoint(0, 0), new CurvePoint(1, 1)).InPercentOfTarget()).Should().Equal(Wrong);
        Errors(TierTable.Graduated(Lower, One, Tier.From(0.123456789m).Percent(2)).InPercentOfTarget()).Should()
            .Equal("pay.tiers[1].from: Tier 2's edge 0.123456789 has more than 8 decimals; round it in the contract, not in the calculation. = 0.123456789");
    }

    [Fact]
    public void A_rate_of_the_payees_own_is_a_stated_rate_of_money()
    {
        Legal(TierTable.AtRateOf(Basis.RepurchaseRate));
        Errors(TierTable.AtRateOf(Basis.Orders)).Should().Equal("pay: The table pays 'net-revenue' at the rate 'orders'; expected money and a rate, and no edges in percent of a target.");
        Errors(TierTable.AtRateOf(Basis.GrowthOf(Basis.Margin))).Should().Equal("pay: The table pays 'net-revenue' at the rate 'growth of margin'; expected money and a rate, and no edges in percent of a target.");
        Errors(TierTable.AtRateOf(Basis.RepurchaseRate).InPercentOfTarget()).Should().Equal("pay: The table pays 'net-revenue' at the rate 'repurchase-rate'; expected money and a rate, and no edges in percent of a target.");
        Errors(TierTable.AtRateOf(Basis.RepurchaseRate), Basis.Orders).Should().Equal(
            "pay: The table pays 'orders' at the rate 'repurchase-rate'; expected money and a rate, and no edges in percent of a target.",
            "pay.tiers[0].rate: Tier 1 pays 100 % of 'orders', which is no money; give a price. = 100");
    }

    [Fact]
    public void Tiers_start_at_zero_and_touch()
    {
        Errors(TierTable.WholeAmount(Lower)).Should().Equal("pay.tiers: A table needs at least one tier.");
        Errors(TierTable.WholeAmount(Lower, Tier.From(-5).Percent(1))).Should().Equal("pay.tiers[0].from: Tier 1 starts at -5; the first tier starts at 0, so that nothing between is left out. = -5");
        Errors(TierTable.WholeAmount(Lower, Tier.From(0.5m).Percent(1))).Should().Equal("pay.tiers[0].from: Tier 1 starts at 0.5; the first tier starts at 0, so that nothing between is left out. = 0.5");
        Legal(TierTable.WholeAmount(Lower, One.To(20), Tier.From(20).To(21).Percent(2)));
        Errors(TierTable.WholeAmount(Lower, One, Tier.From(20).Percent(2), Tier.From(20).Percent(3))).Should().Equal("pay.tiers[2].from: Tier 3 and tier 2 both start at 20. = 20");
        Errors(TierTable.WholeAmount(Lower, One.To(19.5m), Tier.From(20).Percent(2))).Should().Equal("pay.tiers[1].from: Tier 2 starts at 20 but tier 1 ends at 19.5: a gap. Edges are cumulative and touch. = 20");
        Errors(TierTable.WholeAmount(Lower, One.To(20.5m), Tier.From(20).Percent(2))).Should().Equal("pay.tiers[1].from: Tier 2 starts at 20 but tier 1 ends at 20.5: an overlap. = 20");
        Errors(TierTable.WholeAmount(Lower, One, Tier.From(20).To(20).Percent(2))).Should().Equal(
            "pay.top: The top 20 is not above the last tier's edge 20. = 20", "pay.tiers[1].to: Tier 2 ends at 20, not above its start 20: the edges descend. = 20");
        Legal(TierTable.WholeAmount(Lower, One, Tier.From(20).To(20.000001m).Percent(2)));
        Errors(TierTable.WholeAmount(Lower, One.To(20.0000001m), Tier.From(20.0000001m).Percent(2))).Should().Equal(
            "pay.tiers[0].to: Tier 1's upper edge 20.0000001 has more than 6 decimals; round it in the contract, not in the calculation. = 20.0000001",
            "pay.tiers[1].from: Tier 2's edge 20.0000001 has more than 6 decimals; round it in the contract, not in the calculation. = 20.0000001");
    }

    [Fact]
    public void Another_selector_takes_whole_amounts()
    {
        Legal(TierTable.WholeAmount(Lower, One, Tier.From(9).Percent(2)), Basis.NetRevenue, Basis.Orders);
        Legal(TierTable.Step(Lower, Zero, Tier.From(9).Flat(2)), Basis.NetRevenue, Basis.Orders);
        Legal(TierTable.Graduated(Lower, One), Basis.NetRevenue, Basis.Orders);
        Legal(TierTable.Graduated(Lower, One, Tier.From(9).Percent(2)));
        Errors(TierTable.Graduated(Lower, One, Tier.From(9).Percent(2)), Basis.NetRevenue, Basis.Orders).Should()
            .Equal("pay.mode: Graduated tiers are chosen by 'orders' but paid on 'net-revenue'; a portion of one is no portion of the other. Use WholeAmount or Step.");
        Errors(TierTable.Interpolated(Lower, Zero.Flat(1), Tier.From(9).To(10).Flat(2)), Basis.NetRevenue, Basis.Orders).Should()
            .Equal("pay.mode: Interpolated tiers are chosen by 'orders' but paid on 'net-revenue'; a portion of one is no portion of the other. Use WholeAmount or Step.");
        Legal(TierTable.WholeAmount(Lower, One, Tier.From(0.00000001m).Percent(2)), Basis.NetRevenue, Basis.RepurchaseRate);
        Errors(TierTable.WholeAmount(Lower, One, Tier.From(0.000000001m).Percent(2)), Basis.NetRevenue, Basis.RepurchaseRate).Should()
            .Equal("pay.tiers[1].from: Tier 2's edge 0.000000001 has more than 8 decimals; round it in the contract, not in the calculation. = 0.000000001");
    }

    [Fact]
    public void A_top_is_above_the_last_edge()
    {
        Errors(TierTable.Interpolated(Lower, Zero.Flat(1), Tier.From(9).Flat(2))).Should().Equal("pay.top: Tier 2 is open above, so no share of it can be covered; interpolated tiers need a top (EndingAt).");
        Legal(TierTable.Interpolated(Lower, Zero.Flat(1), Tier.From(9).Flat(2)).EndingAt(9.000001m, AboveTop.CountsToTop));
        Legal(TierTable.Interpolated(Lower, Zero.Flat(1), Tier.From(9).To(10).Flat(2)));
        Errors(TierTable.WholeAmount(Lower, One, Tier.From(9).Percent(2)).EndingAt(9, AboveTop.Refused)).Should().Equal("pay.top: The top 9 is not above the last tier's edge 9. = 9");
        Errors(TierTable.WholeAmount(Lower, One).EndingAt(9.0000001m, AboveTop.Refused)).Should().Equal("pay.top: The top 9.0000001 has more than 6 decimals; round it in the contract, not in the calculation. = 9.0000001");
        Errors(TierTable.WholeAmount(Lower, One).EndingAt(1_000_000_000_000_000.5m, AboveTop.Refused)).Should().Equal("pay.top: The top 1000000000000000.5 is outside -10^15 to 10^15. = 1000000000000000.5");
        Legal(TierTable.WholeAmount(Lower, One).EndingAt(1_000_000_000_000_000m, AboveTop.Refused));
    }

    [Fact]
    public void A_tier_pays_in_one_way()
    {
        Errors(TierTable.WholeAmount(Lower, One.PerUnit(2))).Should().Equal("pay.tiers[0]: Tier 1 has 2 of rate, price of a unit and price of a block; it can have one.");
        Errors(TierTable.WholeAmount(Lower, One.PerBlock(2, 3, BlockRounding.Up))).Should().Equal("pay.tiers[0]: Tier 1 has 2 of rate, price of a unit and price of a block; it can have one.");
        Errors(TierTable.WholeAmount(Lower, Zero.PerUnit(1).PerBlock(2, 3, BlockRounding.Up))).Should().Equal("pay.tiers[0]: Tier 1 has 2 of rate, price of a unit and price of a block; it can have one.");
        Errors(TierTable.WholeAmount(Lower, One, Tier.From(1).Percent(1).PerUnit(1).PerBlock(2, 3, BlockRounding.Up))).Should().Equal("pay.tiers[1]: Tier 2 has 3 of rate, price of a unit and price of a block; it can have one.");
        foreach (Tier paid in new[] { One, Zero.PerUnit(1), Zero.PerBlock(1, 1, BlockRounding.Down) })
        {
            Legal(TierTable.WholeAmount(Lower, paid));
            Legal(TierTable.Graduated(Lower, paid));
            Errors(TierTable.Step(Lower, paid)).Should().Equal("pay.tiers[0]: Tier 1 has a rate or a price; Step tiers pay flat amounts only.");
            Errors(TierTable.Interpolated(Lower, paid.To(5))).Should().Equal("pay.tiers[0]: Tier 1 has a rate or a price; Interpolated tiers pay flat amounts only.");
        }
    }

    [Fact]
    public void A_rate_has_eight_decimals_and_is_of_money()
    {
        foreach (decimal rate in new[] { 0.00000001m, 1_000_000m, -1_000_000m, 0m })
        {
            Legal(TierTable.Percent(rate));
        }

        Errors(TierTable.Percent(0.000000001m)).Should().Equal("pay.tiers[0].rate: Tier 1's rate in percent 0.000000001 has more than 8 decimals; round it in the contract, not in the calculation. = 0.000000001");
        Errors(TierTable.Percent(1_000_000.5m)).Should().Equal("pay.tiers[0].rate: Tier 1's rate of 1000000.5 % is outside -1 000 000 % to 1 000 000 %. = 1000000.5");
        Errors(TierTable.Percent(-1_000_000.5m)).Should().Equal("pay.tiers[0].rate: Tier 1's rate of -1000000.5 % is outside -1 000 000 % to 1 000 000 %. = -1000000.5");
        Errors(TierTable.Percent(5), Basis.Units).Should().Equal("pay.tiers[0].rate: Tier 1 pays 5 % of 'units', which is no money; give a price. = 5");
        Errors(TierTable.Percent(5), Basis.Attainment).Should().Equal("pay.tiers[0].rate: Tier 1 pays 5 % of 'attainment', which is no money; give a price. = 5");
    }

    [Fact]
    public void Prices_and_amounts_have_six_decimals_and_a_bound()
    {
        (string Path, string What, Tier Legal, Tier Fine, Tier Wide)[] numbers =
        [
            ("price", "price of a unit", Zero.PerUnit(0.000001m), Zero.PerUnit(0.0000001m), Zero.PerUnit(1_000_000_000_000_000.5m)),
            ("price", "price of a block", Zero.PerBlock(1, 0.000001m, BlockRounding.Up), Zero.PerBlock(1, 0.0000001m, BlockRounding.Up), Zero.PerBlock(1, 1_000_000_000_000_000.5m, BlockRounding.Up)),
            ("flat", "flat amount", One.Flat(0.000001m), One.Flat(0.0000001m), One.Flat(1_000_000_000_000_000.5m)),
            ("minimum", "minimum", One.AtLeast(0.000001m), One.AtLeast(0.0000001m), One.AtLeast(1_000_000_000_000_000.5m)),
            ("maximum", "maximum", One.AtMost(0.000001m), One.AtMost(0.0000001m), One.AtMost(1_000_000_000_000_000.5m)),
            ("size", "block size", Zero.PerBlock(0.000001m, 1, BlockRounding.Up), Zero.PerBlock(0.0000001m, 1, BlockRounding.Up), Zero.PerBlock(1_000_000_000_000_000.5m, 1, BlockRounding.Up)),
        ];
        foreach ((string path, string what, Tier legal, Tier fine, Tier wide) in numbers)
        {
            Legal(TierTable.WholeAmount(Lower, legal).OnZero(ZeroValue.PaysNothing));
            Errors(TierTable.WholeAmount(Lower, fine).OnZero(ZeroValue.PaysNothing)).Should()
                .Equal($"pay.tiers[0].{path}: Tier 1's {what} 0.0000001 has more than 6 decimals; round it in the contract, not in the calculation. = 0.0000001");
            Errors(TierTable.WholeAmount(Lower, wide).OnZero(ZeroValue.PaysNothing)).Should().Equal($"pay.tiers[0].{path}: Tier 1's {what} 1000000000000000.5 is outside -10^15 to 10^15. = 1000000000000000.5");
        }

        Errors(TierTable.PerUnit(-1_000_000_000_000_000.5m)).Should().Equal("pay.tiers[0].price: Tier 1's price of a unit -1000000000000000.5 is outside -10^15 to 10^15. = -1000000000000000.5");
        Legal(TierTable.PerUnit(-1_000_000_000_000_000m));
        Legal(TierTable.PerUnit(1.1000000000m));
    }

    [Fact]
    public void Blocks_are_above_zero_and_as_fine_as_what_they_count()
    {
        Errors(TierTable.Packages(0m, 5, BlockRounding.Up)).Should().Equal("pay.tiers[0].size: Tier 1's block size 0 is not above 0. = 0");
        Errors(TierTable.Packages(-2m, 5, BlockRounding.Up)).Should().Equal("pay.tiers[0].size: Tier 1's block size -2 is not above 0. = -2");
        Legal(TierTable.Packages(0.00000001m, 5, BlockRounding.Up), Basis.Attainment);
        Errors(TierTable.Packages(0.000000001m, 5, BlockRounding.Up), Basis.Attainment).Should()
            .Equal("pay.tiers[0].size: Tier 1's block size 0.000000001 has more than 8 decimals; round it in the contract, not in the calculation. = 0.000000001");
        Legal(TierTable.Packages(10_000_000_000m, 5, BlockRounding.Up), Basis.Attainment);
        Errors(TierTable.Packages(10_000_000_000.5m, 5, BlockRounding.Up), Basis.Attainment).Should().Equal("pay.tiers[0].size: Tier 1's block size 10000000000.5 is outside -10^10 % to 10^10 %. = 10000000000.5");
    }

    [Fact]
    public void Bounds_of_a_tier_hold_a_rate_from_zero_up()
    {
        Legal(TierTable.WholeAmount(Lower, One.AtLeast(5).AtMost(5)).OnZero(ZeroValue.PaysNothing));
        Errors(TierTable.WholeAmount(Lower, One.AtLeast(5.5m).AtMost(5)).OnZero(ZeroValue.PaysNothing)).Should().Equal("pay.tiers[0].minimum: Tier 1's minimum 5.5 is above its maximum 5. = 5.5");
        Errors(TierTable.WholeAmount(Lower, Zero.AtMost(5))).Should().Equal("pay.tiers[0].minimum: Tier 1 has a minimum or maximum but no rate or price that it could hold.");
        Errors(TierTable.WholeAmount(Lower, Zero.AtLeast(5)).OnZero(ZeroValue.PaysNothing)).Should().Equal("pay.tiers[0].minimum: Tier 1 has a minimum or maximum but no rate or price that it could hold.");
        foreach (Tier tier in new[] { Zero.Percent(-0.01m), Zero.PerUnit(-0.01m), Zero.PerBlock(1, -0.01m, BlockRounding.Up) })
        {
            Legal(TierTable.WholeAmount(Lower, tier));
            Errors(TierTable.WholeAmount(Lower, tier.AtMost(1))).Should().Equal("pay.tiers[0].minimum: Tier 1 has a minimum or maximum on a rate or price below 0.");
            Errors(TierTable.WholeAmount(Lower, tier.AtLeast(0))).Should().Equal("pay.tiers[0].minimum: Tier 1 has a minimum or maximum on a rate or price below 0.");
        }

        foreach (Tier tier in new[] { Zero.Percent(0), Zero.PerUnit(0), Zero.PerBlock(1, 0, BlockRounding.Up) })
        {
            Legal(TierTable.WholeAmount(Lower, tier.AtMost(1)));
        }

        Errors(TierTable.WholeAmount(Lower, One.AtMost(1)).InPercentOfTarget()).Should().Equal("pay.tiers[0].minimum: Tier 1 has a minimum or maximum, but its edges are in percent of a target; cap the component instead.");
    }

    [Fact]
    public void Portions_of_a_target_pay_rates_only()
    {
        Legal(TierTable.WholeAmount(Lower, One, Tier.From(90).PerUnit(1).Flat(2)).InPercentOfTarget());
        foreach (Tier tier in new[] { One.Flat(0), Zero.PerUnit(1), Zero.PerBlock(1, 1, BlockRounding.Up) })
        {
            Errors(TierTable.Graduated(Lower, tier).InPercentOfTarget()).Should().Equal("pay.tiers[0]: Tier 1 pays more than a rate, but graduated tiers in percent of a target can only pay rates.");
            Legal(TierTable.Graduated(Lower, tier));
        }
    }

    [Fact]
    public void What_a_value_of_zero_earns_is_named_where_it_matters()
    {
        const string Wrong = "pay.tiers[0].flat: Tier 1 pays a flat amount or a minimum; name whether a value of 0 earns it (OnZero).";
        Errors(TierTable.Step(Lower, Zero.Flat(0.01m))).Should().Equal(Wrong);
        Errors(TierTable.Step(Lower, Zero.Flat(-0.01m))).Should().Equal(Wrong);
        Errors(TierTable.WholeAmount(Lower, One.AtLeast(0.01m))).Should().Equal(Wrong);
        Legal(TierTable.Step(Lower, Zero.Flat(0)));
        Legal(TierTable.Step(Lower, Zero.Flat(1)).OnZero(ZeroValue.PaysNothing));
        Legal(TierTable.Step(Lower, Zero, Tier.From(1).Flat(1)));
        Legal(TierTable.WholeAmount(Lower, One.AtLeast(0)));
        Legal(TierTable.WholeAmount(Lower, One, Tier.From(1).Percent(1).AtLeast(1)));
        Legal(TierTable.Interpolated(Lower, Zero.To(5).Flat(1)));
    }

    [Fact]
    public void A_curve_has_points_from_zero_up()
    {
        Legal(Curve(new(0, 0), new(0.000001m, 0.000001m)));
        Errors(Curve(new(0, 0), new(1, 1)), Basis.NetRevenue, Basis.Orders).Should().Equal("pay.mode: A curve is read and paid on one basis; name no other selector.");
        Errors(Curve(new CurvePoint(0, 0))).Should().Equal("pay.points: A curve needs at least two points, not 1.");
        Errors(Curve()).Should().Equal("pay.points: A curve needs at least two points, not 0.");
        Errors(Curve(new(1, 0), new(2, 1))).Should().Equal("pay.points[0].value: Point 1 has the value 1; the first has 0. = 1");
        Errors(Curve(new(0, 0), new(2, 1), new(2, 3))).Should().Equal("pay.points[2].value: Points 2 and 3 both have the value 2. = 2");
        Errors(Curve(new(0, 0), new(0.0000001m, 1))).Should().Equal("pay.points[1].value: Point 2's value 0.0000001 has more than 6 decimals; round it in the contract, not in the calculation. = 0.0000001");
        Errors(Curve(new(0, 0), new(1, 0.0000001m))).Should().Equal("pay.points[1].payout: Point 2's payout 0.0000001 has more than 6 decimals; round it in the contract, not in the calculation. = 0.0000001");
        Legal(Curve(new(0, 0), new(0.00000001m, 1)), Basis.Attainment);
        Errors(Curve(new(0, 0), new(0.000000001m, 1)), Basis.Attainment).Should()
            .Equal("pay.points[1].value: Point 2's value 0.000000001 has more than 8 decimals; round it in the contract, not in the calculation. = 0.000000001");
        Errors(Curve(new(0, 0.5m), new(1, 1))).Should().Equal("pay.points[0].payout: The curve pays at 0; name whether a value of 0 earns it (OnZero). = 0.5");
        Legal(Curve(new(0, 0.5m), new(1, 1)).OnZero(ZeroValue.TouchesFirstTier));

        static TierTable Curve(params CurvePoint[] points) => TierTable.Curve(AfterLast.Flat, points);
    }

    private static void Legal(TierTable table, Basis? on = null, Basis? by = null) => Errors(table, on, by).Should().BeEmpty();

    private static IEnumerable<string> Errors(TierTable table, Basis? on = null, Basis? by = null)
    {
        Basis paid = on ?? Basis.NetRevenue;
        SampleStatements.Plan("p").Pay(table, paid, by ?? paid, Cycle.Month, "pay").TryBuild(out _, out IReadOnlyList<PlanError> errors);
        return errors.Select(PlanErrorTests.Text);
    }
}
