using System;
using System.Linq;
using ChannelModel.Channels;

namespace ChannelModel.Tests.Channels;

/// <summary>Channel economics on the figures of the reference plan, worked out by hand.</summary>
public sealed class EconomicsTests
{
    private static readonly Rounding Cent = Rounding.HalfAwayFromZero;

    [Fact]
    public void A_price_cut_with_too_small_a_saving_lowers_the_margin()
    {
        UnitEconomics after = UnitEconomics.OfMargin(Yuan(270), Rate.Percent(15));
        UnitEconomics before = after.BeforeCostSaving(Rate.Percent(5)).BeforePriceCut(Rate.Percent(10));
        after.UnitCost(Cent).Should().Be(Yuan(229.50m));
        before.UnitCost(Cent).Should().Be(Yuan(241.58m));
        before.Price(Cent).Should().Be(Yuan(300));
        before.Margin.ToString("2", null).Should().Be("19.47%");
        (after.Margin - before.Margin).ToString("2", null).Should().Be("-4.47%");

        UnitEconomics again = before.AfterPriceCut(Rate.Percent(10)).AfterCostSaving(Rate.Percent(5));
        again.Margin.Should().Be(Rate.Percent(15), "nothing is rounded on the way");
        again.GrossProfit(Cent).Should().Be(Yuan(40.50m));
    }

    [Fact]
    public void Unit_economics_refuse_what_has_no_meaning()
    {
        ((Action)(() => UnitEconomics.Of(Yuan(0), Yuan(1)))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected a price above 0.*");
        ((Action)(() => UnitEconomics.Of(Yuan(1), Yuan(-1)))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected a unit cost of 0 or more.*");
        ((Action)(() => UnitEconomics.Of(Yuan(1), Money.Of(1, Currency.USD)))).Should().Throw<ArgumentException>().WithMessage("*CNY and USD*");
        ((Action)(() => UnitEconomics.OfMargin(Yuan(1), Rate.Percent(100.01m)))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => UnitEconomics.OfMargin(Yuan(1), Rate.Zero).AfterPriceCut(Rate.One))).Should().Throw<ArgumentOutOfRangeException>();
        UnitEconomics.Of(Yuan(100), Yuan(120)).Margin.Should().Be(Rate.Percent(-20));
    }

    [Fact]
    public void A_funnel_goes_from_reach_to_revenue()
    {
        Funnel live = Funnel.FromReach(new Reach(2_000_000, ReachUnit.Viewers, null), Rate.Percent(2), Yuan(500));
        live.Orders.Should().Be(40_000m);
        live.Revenue(Cent).Should().Be(Yuan(20_000_000));

        Funnel concessions = Funnel.FromReach(new Reach(300, ReachUnit.Visitors, Cycle.Day, 500), Rate.Percent(3));
        concessions.Orders.Should().Be(4_500m);
        concessions.Revenue(Cent).Should().BeNull("no order value is stated, and no data is not zero");

        Funnel douyin = Funnel.FromOrders(50_000, Yuan(38), Rate.Percent(70), Rate.Percent(18));
        douyin.NewCustomers.Should().Be(35_000m);
        douyin.Revenue(Cent).Should().Be(Yuan(1_900_000));

        ((Action)(() => Funnel.FromOrders(-1))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => Funnel.FromOrders(1, newCustomerShare: Rate.Percent(101)))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => _ = new Reach(1, ReachUnit.Clicks, null, 0))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_funnel_stays_exact_up_to_its_bounds()
    {
        var most = new Reach(1_000_000_000_000, ReachUnit.Viewers, null, 1_000_000);
        Funnel funnel = Funnel.FromReach(most, Rate.Percent(99.99999999m), Money.Of(0.01m, Currency.CNY), Rate.Percent(33.33333333m));
        funnel.Orders.Should().Be(999_999_999_900_000_000m);
        funnel.NewCustomers.Should().Be(333_333_333_266_666_666.67m);
        funnel.Revenue(Cent).Should().Be(Yuan(9_999_999_999_000_000m));
        ((Action)(() => _ = new Reach(1_000_000_000_001, ReachUnit.Viewers, null))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected a reach of 0 to 1000000000000.*");
        ((Action)(() => _ = new Reach(1, ReachUnit.Viewers, null, 1_000_001))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected 1 to 1000000 sites.*");
        ((Action)(() => Funnel.FromOrders(1e19m))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Each_return_has_its_definition()
    {
        var douyin = new RoiFacts(Yuan(800_000), Yuan(1_900_000), Yuan(1_000_000), Yuan(400_000), 50_000, 120_000, 35_000);
        RoiDefinition.All.Select(definition => (definition.Code, definition.Of(douyin, 4))).Should().Equal(
            ("roas", 2.375m),
            ("gross-profit-on-cost", 1.25m),
            ("net-return-on-cost", 0.25m),
            ("payback", 2m),
            ("cost-per-order", 16m),
            ("cost-per-click", 6.6667m),
            ("cost-per-new-customer", 22.8571m));
        RoiDefinition.Roas.Of(new RoiFacts(Yuan(1)), 4).Should().BeNull();
        RoiDefinition.Roas.Of(new RoiFacts(Yuan(0), Yuan(5)), 4).Should().BeNull();
        RoiDefinition.CostPerClick.Of(new RoiFacts(Yuan(50_000), clicks: 120_000), 4).Should().Be(0.4167m);
        RoiDefinition.Find("roas").Should().BeSameAs(RoiDefinition.Roas);
        RoiDefinition.Find("roi").Should().BeNull("a bare ROI is not a number here");
    }

    [Fact]
    public void Concentration_puts_a_number_on_one_streamer()
    {
        var one = Concentration<string>.Of([new("a", Yuan(100))]);
        one.Herfindahl.Should().Be(Rate.One);
        one.LargestShare.Should().Be(Rate.One);

        var three = Concentration<string>.Of([new("a", Yuan(50)), new("b", Yuan(30)), new("c", Yuan(20)), new("d", Yuan(0))]);
        three.Herfindahl.Should().Be(Rate.Percent(38));
        three.Largest.Should().Be("a");
        three.LargestShare.Should().Be(Rate.Percent(50));
        three.Count.Should().Be(3);
        three.EffectiveCount.Should().Be(2.63m);

        ((Action)(() => Concentration<string>.Of([new("a", Yuan(0))]))).Should().Throw<ArgumentException>().WithMessage("There are no sales*");
        ((Action)(() => Concentration<string>.Of([new("a", Yuan(-1))]))).Should().Throw<ArgumentException>().WithMessage("The sales of 'a' are -1.00 CNY*");
    }

    [Fact]
    public void Density_and_synergy_state_their_units()
    {
        SalesDensity density = SalesDensity.Of(Yuan(1_000_000), 400m, Cycle.Month, DensityUnit.SquareMetre, Cent);
        density.Amount.Should().Be(Yuan(2_500));
        density.SalesOf(400m, Cent).Should().Be(Yuan(1_000_000));
        new SalesDensity(Yuan(20_000), Cycle.Month, null).Unit.Should().BeNull();

        new Synergy(new LocalText("live"), SynergyMetric.AverageOrderValue, Rate.Percent(20)).ApplyTo(Yuan(300), Cent).Should().Be(Yuan(360));
        ((Action)(() => _ = new Synergy(new LocalText("live"), SynergyMetric.OrdersLedOver, Rate.Percent(120)))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Categories_and_formats_are_open_sets()
    {
        ChannelCategory.Of("online").Should().BeSameAs(ChannelCategory.Online);
        ChannelCategory own = ChannelCategory.Of("b2b", new LocalText("B2B"));
        own.Should().Be(ChannelCategory.Of("b2b"));
        (own == ChannelCategory.Online).Should().BeFalse();
        (ChannelCategory.Offline < ChannelCategory.Online).Should().BeTrue("codes are ordered");
        ChannelFormat.LiveCommerce.Name.In(Language.SimplifiedChinese).Should().Be("直播电商");
        foreach (string illegal in new[] { string.Empty, "B2B", "-a", "a-", "a--b", "a b", new string('a', 51) })
        {
            ((Action)(() => ChannelFormat.Of(illegal))).Should().Throw<ArgumentException>();
        }
    }

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);
}
