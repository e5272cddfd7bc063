using System.Linq;
using ChannelModel.Commissions;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

/// <summary>Where a minimum lets go and a maximum takes hold, to the last millionth, for rates, prices and blocks; and edges of tiers that end there.</summary>
public sealed class TierBoundTests
{
    private const Edge Lower = Edge.LowerIncluded;
    private const Edge Upper = Edge.UpperIncluded;

    [Theory]
    [InlineData(BlockRounding.Up, "40 22 40.000001 25 80 40 80.000001 45 90 45 90.000001 45")]
    [InlineData(BlockRounding.Down, "49.999999 22 50 25 89.999999 40 90 45 99.999999 45 100 45")]
    [InlineData(BlockRounding.Nearest, "35 22 44.999999 22 45 25 84.999999 40 85 45 94.999999 45 95 45")]
    public void Blocks_of_ten_for_five_hold_between_22_and_45(BlockRounding rounding, string cases)
    {
        Tier tier = Tier.From(0).PerBlock(10, 5, rounding).AtLeast(22).AtMost(45);
        decimal[] numbers = [.. cases.Split(' ').Select(text => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
        for (int i = 0; i < numbers.Length; i += 2)
        {
            Due(TierTable.WholeAmount(Lower, tier), numbers[i]).Should().Be(numbers[i + 1], "of {0}", numbers[i]);
            Due(TierTable.Graduated(Lower, Tier.From(0), TierFrom(7, rounding)), numbers[i] + 7).Should().Be(numbers[i + 1], "of {0} beyond 7", numbers[i]);
        }

        static Tier TierFrom(decimal lower, BlockRounding rounding) => Tier.From(lower).PerBlock(10, 5, rounding).AtLeast(22).AtMost(45);
    }

    [Fact]
    public void A_millionth_that_costs_a_whole_unit_is_held_too()
    {
        // A million a unit is 1 a millionth: 5 of them pay less than 5.50, 6 pay more.
        Tier tier = Tier.From(0).PerUnit(1_000_000);
        Due(TierTable.WholeAmount(Lower, tier.AtLeast(5.5m)), 0.000005m).Should().Be(5.5m);
        Due(TierTable.WholeAmount(Lower, tier.AtLeast(5.5m)), 0.000006m).Should().Be(6m);
        Due(TierTable.WholeAmount(Lower, tier.AtMost(5.5m)), 0.000005m).Should().Be(5m);
        Due(TierTable.WholeAmount(Lower, tier.AtMost(5.5m)), 0.000006m).Should().Be(5.5m);
        Due(TierTable.WholeAmount(Lower, tier.AtLeast(5.5m).AtMost(5.5m)), 0.000009m).Should().Be(5.5m);
        Due(TierTable.WholeAmount(Lower, tier.AtLeast(0).AtMost(5.5m)), 0.000004m).Should().Be(4m);
    }

    [Fact]
    public void A_bound_that_is_reached_at_the_next_edge_leaves_the_edge_to_its_tier()
    {
        TierTable lower = TierTable.WholeAmount(Lower, Tier.From(0).Percent(10).AtMost(100), Tier.From(1_000).Percent(20));
        (Due(lower, 999.99m), Due(lower, 1_000), Due(lower, 1_000.05m)).Should().Be((100m, 200m, 200.01m));
        TierTable upper = TierTable.WholeAmount(Upper, Tier.From(0).Percent(10).AtMost(100), Tier.From(1_000).Percent(20));
        (Due(upper, 1_000), Due(upper, 1_000.000001m)).Should().Be((100m, 200m));
        TierTable blocks = TierTable.WholeAmount(Upper, Tier.From(0).PerBlock(10, 5, BlockRounding.Down).AtMost(45), Tier.From(100).PerBlock(10, 5, BlockRounding.Down));
        (Due(blocks, 99.999999m), Due(blocks, 100), Due(blocks, 100.000001m)).Should().Be((45m, 45m, 50m));
        TierTable below = TierTable.WholeAmount(Lower, Tier.From(0).PerBlock(10, 5, BlockRounding.Down).AtMost(45), Tier.From(100).PerBlock(10, 5, BlockRounding.Down));
        (Due(below, 99.999999m), Due(below, 100)).Should().Be((45m, 50m));
        TierTable above = TierTable.WholeAmount(Lower, Tier.From(0).Percent(10), Tier.From(1_000).Percent(5).AtLeast(20).AtMost(60));
        (Due(above, 999), Due(above, 1_000), Due(above, 1_200), Due(above, 1_300)).Should().Be((99.9m, 50m, 60m, 60m));
        TierTable beyond = TierTable.WholeAmount(Lower, Tier.From(0).Percent(10), Tier.From(1_000).Percent(5).AtMost(40), Tier.From(2_000).Percent(5));
        (Due(beyond, 1_000), Due(beyond, 1_999), Due(beyond, 2_000)).Should().Be((40m, 40m, 100m));
    }

    [Fact]
    public void Earlier_tiers_are_carried_exactly_into_a_bound()
    {
        // A third of a cent and a half: 0.005 in all, and then a minimum of 5 at no rate, or a maximum of 1.
        Tier third = Tier.From(0).Percent(33.33333333m);
        Due(TierTable.Graduated(Lower, third, Tier.From(0.015m).Percent(0).AtLeast(5)), 7).Should().Be(5m, "0.0049999999995 and 5");
        Due(TierTable.Graduated(Lower, third, Tier.From(0.016m).Percent(0).AtLeast(5)), 7).Should().Be(5.01m, "0.0053333333328 and 5");
        Due(TierTable.Graduated(Lower, third, Tier.From(0.016m).Percent(50).AtMost(1)), 2.016m).Should().Be(1.01m);
        Due(TierTable.Graduated(Lower, third, Tier.From(0.016m).Percent(50).AtMost(1)), 1.016m).Should().Be(0.51m);
        Due(TierTable.Graduated(Lower, third, Tier.From(0.016m).Percent(50).AtMost(1), Tier.From(10.016m).Percent(10)), 20.016m).Should().Be(2.01m);
        Due(TierTable.Graduated(Lower, third, Tier.From(0.016m).Percent(50).AtMost(1)), 1.016m, RoundingPlace.Tier).Should().Be(0.51m, "0.01 and 0.50");
        Due(TierTable.Graduated(Lower, Tier.From(0).Percent(33.33m), Tier.From(0.1m).Percent(33.33m), Tier.From(0.2m).Percent(33.33m)), 0.3m, RoundingPlace.Tier).Should().Be(0.09m, "three times 0.03333 is 0.03");
        Due(TierTable.Graduated(Lower, Tier.From(0).Percent(33.33m), Tier.From(0.1m).Percent(33.33m), Tier.From(0.2m).Percent(33.33m)), 0.3m).Should().Be(0.1m);
    }

    [Fact]
    public void The_edge_of_an_interpolated_tier_belongs_to_the_side_that_the_table_names()
    {
        Tier[] tiers = [Tier.From(0).Flat(10), Tier.From(3).To(6).Flat(20)];
        Ids(TierTable.Interpolated(Upper, tiers), 3).Should().Be("pay-1/tier-1 10");
        Ids(TierTable.Interpolated(Lower, tiers), 3).Should().Be("pay-1/tier-1 10, pay-1/tier-2 0");
        Ids(TierTable.Interpolated(Upper, tiers), 3.000003m).Should().Be("pay-1/tier-1 10, pay-1/tier-2 0.00002, rounding -0.00002");
        Ids(TierTable.Interpolated(Upper, tiers), 0).Should().Be("pay-1/tier-1 0");
    }

    [Fact]
    public void A_top_that_is_stated_counts_before_the_end_of_the_last_tier()
    {
        TierTable table = TierTable.WholeAmount(Lower, Tier.From(0).To(100).Percent(10));
        Due(table.EndingAt(50, AboveTop.CountsToTop), 80).Should().Be(5m);
        Due(table.EndingAt(200, AboveTop.CountsToTop), 180).Should().Be(18m);
        Plan("p").Pay(table, Basis.NetRevenue, Cycle.Month).Build().Resolve(January.End).Check(Ann().With(Basis.NetRevenue, 100.01m)).Should().ContainSingle();
    }

    [Fact]
    public void A_tier_from_zero_starts_at_zero_on_either_side()
    {
        TierTable table = TierTable.WholeAmount(Upper, Tier.From(0).Percent(10).Flat(5), Tier.From(100).Percent(20)).OnZero(ZeroValue.TouchesFirstTier);
        ResolvedPlan rules = Plan("p").Pay(table, Basis.NetRevenue, Cycle.Month).Build().Resolve(January.End);
        PlanInverse.ValueFor(rules, M(5)).Should().Be(0m);
        rules.Evaluate(M(0)).Should().Be(M(5));
        ResolvedPlan nothing = Plan("p").Pay(table.OnZero(ZeroValue.PaysNothing), Basis.NetRevenue, Cycle.Month).Build().Resolve(January.End);
        PlanInverse.ValueFor(nothing, M(5)).Should().Be(0.000001m);
        (nothing.Evaluate(M(0)), nothing.Evaluate(M(0.000001m))).Should().Be((M(0), M(5)));
    }

    [Fact]
    public void Blocks_that_are_counted_down_are_explained_so()
    {
        Ids(TierTable.Packages(10, 7, BlockRounding.Down), 25).Should().Be("pay-1/tier-1 14");
        Ids(TierTable.Packages(10, 7, BlockRounding.Nearest), 25).Should().Be("pay-1/tier-1 21");
        Ids(TierTable.Packages(10, 7, BlockRounding.Nearest), 24.999999m).Should().Be("pay-1/tier-1 14");
        Ids(TierTable.Packages(10, 7, BlockRounding.Up), 20.000001m).Should().Be("pay-1/tier-1 21");
    }

    [Fact]
    public void A_record_keeps_where_a_converted_amount_came_from()
    {
        var quote = ExchangeRate.Of(Money.Of(1, Currency.USD), M(7.5m), January.Start, "bank");
        Plan("p").Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month).Explain(Ann().With(Basis.NetRevenue, Money.Of(100, Currency.USD), quote, Rounding.HalfEven)).ToRecord().Split('\n')
            .Should().Contain("fact\tnumber\t\tnet-revenue\tValue\t750\tCNY\t100.00 USD at 1 USD = 7.5 CNY on 2025-01-01 (bank)");
        Plan("p").Pay(TierTable.Percent(5), Basis.OverTarget(Basis.NetRevenue), Cycle.Month).Accumulate(Accumulation.PerRecord).Build().Resolve(January.End).Check(Ann().With(Basis.NetRevenue, 5)).Single().Message.Should()
            .StartWith("'net-revenue' is stated for the period");
    }

    private static string Ids(TierTable table, decimal value)
    {
        CommissionStatement statement = Plan("p").Pay(table, Basis.NetRevenue, Cycle.Month).Explain(Ann().With(Basis.NetRevenue, value));
        statement.Verify().Should().BeEmpty();
        return string.Join(", ", statement.Lines.Select(line => line.Id + " " + line.Amount.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static decimal Due(TierTable table, decimal value, RoundingPlace place = RoundingPlace.Statement)
    {
        CommissionFacts facts = Ann().With(Basis.NetRevenue, value);
        CommissionStatement statement = Plan("p", place).Pay(table.OnZero(ZeroValue.TouchesFirstTier), Basis.NetRevenue, Cycle.Month).Explain(facts);
        statement.Rules.Evaluate(facts).Should().Be(statement.Total);
        statement.Verify().Should().BeEmpty();
        return statement.Total.Amount;
    }
}
