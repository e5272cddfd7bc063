using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

/// <summary>What sentences say of a value is the value, in its own unit: each of these said something else once.</summary>
public sealed class ShownValueTests
{
    private const Edge Lower = Edge.LowerIncluded;
    private static readonly Language Chinese = Language.SimplifiedChinese;

    [Fact]
    public void A_value_above_the_top_is_shown_in_the_unit_of_the_top()
    {
        TierTable graduated = TierTable.Graduated(Lower, Tier.From(0).Percent(5)).EndingAt(150, AboveTop.Refused);
        CommissionFacts twice = Ann().With(Basis.NetRevenue, 2_000).WithTarget(Basis.NetRevenue, 1_000);
        Reason(Plan("p").Pay(graduated.InPercentOfTarget(), Basis.NetRevenue, Cycle.Month), twice).Should().Be("'net-revenue' is 200% of its target, above the top of 'pay-1' (EndingAt).");
        Reason(Plan("p").Pay(graduated, Basis.NetRevenue, Cycle.Month), twice).Should().Be("'net-revenue' is 2000, above the top of 'pay-1' (EndingAt).");

        TierTable step = TierTable.Step(Lower, Tier.From(0), Tier.From(50).Flat(10)).EndingAt(60, AboveTop.Refused);
        Reason(Plan("p").Pay(step, Basis.RepurchaseRate, Cycle.Month), Ann().With(Basis.RepurchaseRate, Rate.Percent(62.5m))).Should().Be("'repurchase-rate' is 62.5%, above the top of 'pay-1' (EndingAt).");
    }

    [Fact]
    public void A_target_of_a_rate_is_shown_in_percent()
    {
        CommissionPlanBuilder plan = Plan("p").Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month).Gate(Basis.AttainmentOf(Basis.RepurchaseRate), 90);
        Reason(plan, Ann().With(Basis.NetRevenue, 1).With(Basis.RepurchaseRate, Rate.Percent(30)).WithTarget(Basis.RepurchaseRate, -40)).Should().Be("The target of 'repurchase-rate' is -40%; it must be above 0.");
    }

    [Fact]
    public void A_price_on_a_rate_is_that_of_the_whole()
    {
        CommissionStatement half = Plan("p").Pay(TierTable.PerUnit(2), Basis.RepurchaseRate, Cycle.Month).Explain(Ann().With(Basis.RepurchaseRate, Rate.Percent(50)));
        half.Total.Should().Be(M(1));
        half.Lines[0].Portion.Should().Be(0.5m);
        half.Lines[0].Text(Language.English).Should().Be("pay-1: Tier 1, 0+: 0.5 x 2 each");
        half.Verify().Should().BeEmpty();
    }

    [Fact]
    public void Shares_of_a_target_have_no_size_before_the_target_is_known()
    {
        TierTable rates = TierTable.WholeAmount(Lower, Tier.From(0).Percent(10), Tier.From(100).Percent(5)).InPercentOfTarget();
        Findings(rates, cap: 1).Should().Equal((FindingKind.Fall, null, "At 100% the payout falls.", "在 100% 处佣金减少。"));
        Findings(TierTable.WholeAmount(Lower, Tier.From(0).Percent(5), Tier.From(100).Percent(10)).InPercentOfTarget()).Should().Equal((FindingKind.Jump, null, "At 100% the payout jumps.", "在 100% 处佣金跳增。"));

        TierTable amounts = TierTable.Step(Lower, Tier.From(0), Tier.From(90).Flat(400), Tier.From(100).Flat(300)).InPercentOfTarget();
        Findings(amounts).Should().Equal(
            (FindingKind.Jump, 400m, "At 90% the payout jumps by 400.00 CNY.", "在 90% 处佣金跳增 400.00 CNY。"),
            (FindingKind.Fall, -100m, "At 100% the payout falls by 100.00 CNY.", "在 100% 处佣金减少 100.00 CNY。"));

        TierTable either = TierTable.WholeAmount(Lower, Tier.From(0).Percent(10), Tier.From(100).Percent(5).Flat(400)).InPercentOfTarget();
        Findings(either).Should().BeEmpty("a small target gains by it, and a large one loses");
        TierTable both = TierTable.WholeAmount(Lower, Tier.From(0).Percent(5), Tier.From(100).Percent(10).Flat(400)).InPercentOfTarget();
        Findings(both).Should().Equal((FindingKind.Jump, null, "At 100% the payout jumps.", "在 100% 处佣金跳增。"));
    }

    [Fact]
    public void What_falls_is_named_with_its_flat_amount_and_in_the_language()
    {
        Selected(Tier.From(0).Percent(2).Flat(5), Tier.From(9).Percent(2).Flat(4)).Should().Be(("From orders 9 on, tier 2 pays less: 5 + 2%, then 4 + 2%.", "订单数自 9 起，第2档由 5 + 2% 降为 4 + 2%。"));
        Selected(Tier.From(0).Flat(5), Tier.From(9).Flat(4)).Should().Be(("From orders 9 on, tier 2 pays less: 5, then 4.", "订单数自 9 起，第2档由 5 降为 4。"));
        Selected(Tier.From(0).PerUnit(2), Tier.From(9).PerUnit(1.5m)).Should().Be(("From orders 9 on, tier 2 pays less: 2 each, then 1.5 each.", "订单数自 9 起，第2档由 每单位 2 降为 每单位 1.5。"));
        Selected(Tier.From(0).PerBlock(10, 7, BlockRounding.Up), Tier.From(9).PerBlock(10, 6, BlockRounding.Up)).Should()
            .Be(("From orders 9 on, tier 2 pays less: 7 a block, then 6 a block.", "订单数自 9 起，第2档由 每包 7 降为 每包 6。"));
    }

    [Fact]
    public void Amounts_of_documents_are_converted_and_named_in_facts_and_in_records()
    {
        var rate = ExchangeRate.Of(Money.Of(1m, Currency.USD), M(7.1m), new LocalDate(2025, 1, 31), "central bank");
        Rounding rounding = Rounding.HalfAwayFromZero;
        CommissionPlanBuilder byRecord = Plan("records").Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.PerRecord);
        CommissionStatement statement = byRecord.Explain(Ann().WithRecords(FactRecord.Of("o-1").With(Basis.NetRevenue, Money.Of(100m, Currency.USD), rate, rounding), FactRecord.Of("o-2").With(Basis.NetRevenue, M(40))));
        statement.Total.Should().Be(M(75));
        statement.Verify().Should().BeEmpty();
        statement.Lines.Select(line => line.Id).Should().Equal("o-1/source/net-revenue", "o-1/pay-1/tier-1", "o-2/pay-1/tier-1");
        statement.Lines[0].Text(Language.English).Should().Be("o-1: Basis (net-revenue 710.00 CNY: 100.00 USD at 1 USD = 7.1 CNY on 2025-01-31 (central bank))");
        statement.Lines[0].Text(Chinese).Should().Be("o-1：依据（净销售额 710.00 CNY：100.00 USD，汇率 1 USD = 7.1 CNY，2025-01-31（central bank））");
        StatementRecord.Parse(statement.ToRecord()).Lines[0].Text(Chinese).Should().Be(statement.Lines[0].Text(Chinese));

        ((Action)(() => FactRecord.Of("o-1").With(Basis.NetRevenue, Money.Of(100m, Currency.JPY), rate, rounding))).Should().Throw<ArgumentException>().WithMessage("100 JPY is not in USD.*");
        ((Action)(() => FactRecord.Of("o-1").With(Basis.Orders, Money.Of(100m, Currency.USD), rate, rounding))).Should().Throw<ArgumentException>().WithMessage("'orders' counts things, and cannot be 100.00 USD.*");
        ((Action)(() => FactRecord.Of("o-1").With(Basis.NetRevenue, Money.Of(100m, Currency.USD), null!, rounding))).Should().Throw<ArgumentNullException>().WithParameterName("rate");
    }

    [Theory]
    [InlineData("b/pay-1")]
    [InlineData("prior")]
    [InlineData("return")]
    public void A_name_that_would_make_two_lines_one_is_refused(string name)
    {
        Plan("p").Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month, name).TryBuild(out _, out IReadOnlyList<PlanError> errors).Should().BeFalse();
        errors.Should().ContainSingle().Which.Message.Should().Be($"A component cannot be called '{name}': lines are named by it, as in 'pay-1/tier-2'; expected a name without '/', other than 'prior' and 'return'.");
    }

    private static string Reason(CommissionPlanBuilder plan, CommissionFacts facts) => plan.Build().Resolve(January.End).Check(facts).Should().ContainSingle().Which.Message;

    private static IEnumerable<(FindingKind Kind, decimal? Size, string En, string Zh)> Findings(TierTable table, decimal? cap = null)
    {
        CommissionPlanBuilder plan = Plan("p").Pay(table.OnZero(ZeroValue.PaysNothing), Basis.NetRevenue, Cycle.Month);
        return PlanLint.Check((cap is decimal most ? plan.Cap(M(most), Cycle.Month, Excess.Lost) : plan).Build()).Select(finding => (finding.Kind, finding.Size?.Amount, finding.Message.En, finding.Message.In(Chinese)));
    }

    private static (string En, string Zh) Selected(params Tier[] tiers)
    {
        LocalText message = PlanLint.Check(Plan("p").Pay(TierTable.WholeAmount(Lower, tiers).OnZero(ZeroValue.PaysNothing), Basis.NetRevenue, Basis.Orders, Cycle.Month).Build()).Should().ContainSingle().Which.Message;
        return (message.En, message.In(Chinese));
    }
}
