using System.Linq;
using ChannelModel.Commissions;
using NodaTime;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

#pragma warning disable CA1814 // a grid is a rectangle

/// <summary>What every kind of line says, in both languages, word for word.</summary>
public sealed class StatementWordingTests
{
    [Fact]
    public void A_club_of_everything_says_each_step_in_its_order()
    {
        CommissionStatement statement = Club();
        Says(
            statement,
            ("gate-1", "Gate (orders 9 against 8: met)", "门槛（订单数 9，要求 8：达到）", 0m),
            ("pay-1/tier-1", "pay-1: Tier 1, 0 - 1000: 1000 x 5%", "佣金项1：第1档 0 - 1000：1000 × 5%", 50m),
            ("pay-1/tier-2", "pay-1: Tier 2, 1000 - 2000: 1000 x 0.1 each", "佣金项1：第2档 1000 - 2000：1000 × 每单位 0.1", 100m),
            ("pay-1/flat-2", "pay-1: Tier 2, flat amount", "佣金项1：第2档固定金额", 20m),
            ("pay-1/tier-3", "pay-1: Tier 3, 2000+: 3 x 7 a block", "佣金项1：第3档 2000+：3 × 每包 7", 21m),
            ("least/tier-1", "least: Tier 1, 0+: 2250.5 x 1%", "least：第1档 0+：2250.5 × 1%", 22.505m),
            ("least/minimum-1", "least: Tier 1, lifted to its minimum", "least：第1档补足最低额", 7.495m),
            ("most/tier-1", "most: Tier 1, 0+: 2250.5 x 10%", "most：第1档 0+：2250.5 × 10%", 225.05m),
            ("most/maximum-1", "most: Tier 1, cut to its maximum", "most：第1档超出最高额，扣除", -125.05m),
            ("accelerate-1", "Accelerator, factor 1.5 (attainment of net-revenue 112.525%)", "加速系数 1.5（净销售额达成率 112.525%）", 160.5m),
            ("bonus-1/tier-1", "bonus-1: Tier 1, 0+: 9 x 0.333 each", "奖金项1：第1档 0+：9 × 每单位 0.333", 2.997m),
            ("rounding", "Rounding", "舍入差额", 0.003m),
            ("cap/Month", "Cut by the cap (400.00 CNY per month, the rest is carried over)", "封顶扣除（每月上限 400.00 CNY，超出部分结转）", -84.5m),
            ("return/r-1", "Return, taken back at its original rate (r-1: 50.00 CNY of 100.00 CNY)", "退货按原档位扣回（r-1：100.00 CNY 中退回 50.00 CNY）", -5m),
            ("carried-in", "Carried over from an earlier cap", "上期结转", 30m),
            ("cap/Year", "Cut by the cap (500.00 CNY per year, the rest is lost)", "封顶扣除（每年上限 500.00 CNY，超出部分不再支付）", -235m),
            ("floor", "Topped up to the floor (at least 200.00 CNY)", "补足保底（下限 200.00 CNY）", 10m));
        (statement.Total, statement.Carried).Should().Be((M(200), M(84.5m)));
        (statement.SumOfTier(3), statement.SumOfTier(1), statement.Sum(LineKind.Cap), statement.SumOfPrior()).Should().Be((M(21), M(182.997m), M(-319.5m), M(0)));
    }

    [Fact]
    public void Records_are_named_in_front_of_their_lines()
    {
        Says(
            Records(),
            ("a/gate-1", "a: Gate (attainment of net-revenue 100% against 100%: met)", "a：门槛（净销售额达成率 100%，要求 100%：达到）", 0m),
            ("a/pay-1/tier-1", "pay-1 a: Tier 1, 0+: 100 x 9%", "佣金项1 a：第1档 0+：100 × 9%", 9m),
            ("a/record-floor", "a: Topped up to the floor of one record (at least 10.00 CNY)", "a：单笔补足保底（下限 10.00 CNY）", 1m),
            ("b/gate-1", "b: Gate (attainment of net-revenue 100% against 100%: met)", "b：门槛（净销售额达成率 100%，要求 100%：达到）", 0m),
            ("b/pay-1/tier-1", "pay-1 b: Tier 1, 0+: 3010 x 9%", "佣金项1 b：第1档 0+：3010 × 9%", 270.9m),
            ("b/record-cap", "b: Cut by the cap on one record (at most 250.00 CNY)", "b：单笔封顶扣除（上限 250.00 CNY）", -20.9m),
            ("c/gate-1", "c: Gate (attainment of net-revenue 100% against 100%: met)", "c：门槛（净销售额达成率 100%，要求 100%：达到）", 0m),
            ("c/pay-1/tier-1", "pay-1 c: Tier 1, 0+: -50 x 9%", "佣金项1 c：第1档 0+：-50 × 9%", -4.5m),
            ("c/record-floor", "c: Topped up to the floor of one record (at least 10.00 CNY)", "c：单笔补足保底（下限 10.00 CNY）", 14.5m));
        Records().SumOfRecord("c").Should().Be(M(10));
    }

    [Fact]
    public void What_came_before_is_named_in_front_of_its_lines()
    {
        CommissionStatement statement = ToDate();
        Says(
            statement,
            ("sales/tier-1", "sales: Tier 1, 0 - 1000: 1000 x 5%", "sales：第1档 0 - 1000：1000 × 5%", 50m),
            ("sales/tier-2", "sales: Tier 2, 1000+: 500 x 8%", "sales：第2档 1000+：500 × 8%", 40m),
            ("more/tier-1", "more: Tier 1, 0+: 1500 x 2%", "more：第1档 0+：1500 × 2%", 30m),
            ("cap/Month", "Cut by the cap (100.00 CNY per month to date, the rest is carried over)", "封顶扣除（每月累计上限 100.00 CNY，超出部分结转）", -20m),
            ("prior/sales/tier-1", "Less earned before: sales: Tier 1, 0 - 1000: 1000 x 5%", "减：期前已计 sales：第1档 0 - 1000：1000 × 5%", -50m),
            ("prior/sales/tier-2", "Less earned before: sales: Tier 2, 1000+: 100 x 8%", "减：期前已计 sales：第2档 1000+：100 × 8%", -8m),
            ("prior/more/tier-1", "Less earned before: more: Tier 1, 0+: 1100 x 2%", "减：期前已计 more：第1档 0+：1100 × 2%", -22m));
        (statement.Total, statement.Carried, statement.SumOfPrior()).Should().Be((M(20), M(20), M(-80)));
        Says(
            TrueUp(),
            ("pay-1/tier-1", "pay-1: Tier 1, 0+: 1500 x 8%", "佣金项1：第1档 0+：1500 × 8%", 120m),
            ("paid-to-date", "Less paid to date", "减：此前已付", -88m));
    }

    [Fact]
    public void What_was_left_over_before_is_not_left_over_again()
    {
        CommissionPlanBuilder plan = Plan("p").Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.Cumulative).Cap(M(100), Cycle.Month, Excess.Carried);
        CommissionStatement more = plan.Explain(Ann().With(Basis.NetRevenue, 400).WithPrior(Basis.NetRevenue, 1_200));
        (more.Total, more.Carried).Should().Be((M(0), M(40)), "60 are left over to date, and 20 were before");
        more.Verify().Should().BeEmpty();
        CommissionStatement back = plan.Explain(Ann().With(Basis.NetRevenue, -100).WithPrior(Basis.NetRevenue, 1_200));
        CommissionPlan built = Plan("p").Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.Cumulative).Cap(M(100), Cycle.Month, Excess.Lost).Build();
        (back.Total, back.Carried).Should().Be((M(0), M(0)), "less is left over than before");
        back.Verify().Should().BeEmpty();
        built.Resolve(January.End).Explain(Ann().With(Basis.NetRevenue, 400).WithPrior(Basis.NetRevenue, 1_200)).Carried.Should().Be(M(0));
    }

    [Fact]
    public void Tiers_below_zero_take_back_and_round_each_by_itself()
    {
        CommissionStatement statement = Mirrored();
        Says(
            statement,
            ("pay-1/tier-1", "pay-1: Tier 1, 0 - 10: -10 x 33.33%", "佣金项1：第1档 0 - 10：-10 × 33.33%", -3.333m),
            ("pay-1/rounding-1", "pay-1: Tier 1, rounding", "佣金项1：第1档舍入差额", 0.003m),
            ("pay-1/tier-2", "pay-1: Tier 2, 10+: -5.55 x 7.77%", "佣金项1：第2档 10+：-5.55 × 7.77%", -0.431235m),
            ("pay-1/flat-2", "pay-1: Tier 2, flat amount", "佣金项1：第2档固定金额", -2m),
            ("pay-1/rounding-2", "pay-1: Tier 2, rounding", "佣金项1：第2档舍入差额", 0.001235m));
        statement.Total.Should().Be(M(-5.76m));
        statement.Lines.Select(line => line.Tier).Should().Equal(1, 1, 2, 2, 2);
    }

    [Fact]
    public void An_accelerator_on_the_excess_names_its_steps()
    {
        // 800 at 10 % lose half; 200 keep theirs; 300 gain as much again.
        Says(
            OnExcess(),
            ("pay-1/tier-1", "pay-1: Tier 1, 0+: 1300 x 10%", "佣金项1：第1档 0+：1300 × 10%", 130m),
            ("accelerate-1", "Accelerator, factor 0.5 / 1 / 2 (net-revenue, from 0% / 80% / 100% of its target)", "加速系数 0.5 / 1 / 2（净销售额，自目标的 0% / 80% / 100% 起）", -10m));
    }

    [Fact]
    public void A_closed_gate_takes_the_components_and_leaves_the_bonus()
    {
        Says(
            Closed(),
            ("gate-1", "Gate (repurchase-rate 29.5% against 30%: not met)", "门槛（复购率 29.5%，要求 30%：未达到）", 0m),
            ("sales/tier-1", "sales: Tier 1, 0+: 1000 x 3.333%", "sales：第1档 0+：1000 × 3.333%", 33.33m),
            ("sales/cap", "sales: Cut by the cap on the component (at most 20.00 CNY)", "sales：分项封顶扣除（上限 20.00 CNY）", -13.33m),
            ("more/tier-1", "more: Tier 1, 0+: 1000 x 1.111%", "more：第1档 0+：1000 × 1.111%", 11.11m),
            ("gate", "Gate (closed: the components pay nothing)", "门槛（未达到，不计佣金）", -31.11m),
            ("spiff/flat-2", "spiff: Tier 2, flat amount", "spiff：第2档固定金额", 7m));
        Closed().Total.Should().Be(M(7));
    }

    [Fact]
    public void Shares_of_a_target_and_own_rates_are_written_as_money()
    {
        Says(
            Shares(),
            ("pay-1/tier-1", "pay-1: Tier 1, 0 - 100: 1000 x 3.3333%", "佣金项1：第1档 0 - 100：1000 × 3.3333%", 33.333m),
            ("pay-1/rounding-1", "pay-1: Tier 1, rounding", "佣金项1：第1档舍入差额", -0.003m),
            ("pay-1/tier-2", "pay-1: Tier 2, 100+: 234.56 x 7.7777%", "佣金项1：第2档 100+：234.56 × 7.7777%", 18.243373m),
            ("pay-1/rounding-2", "pay-1: Tier 2, rounding", "佣金项1：第2档舍入差额", -0.003373m),
            ("own/tier-1", "own: Tier 1, 0+: 10.01 x 12.5%", "own：第1档 0+：10.01 × 12.5%", 1.25125m),
            ("own/rounding-1", "own: Tier 1, rounding", "own：第1档舍入差额", -0.00125m));
    }

    [Fact]
    public void A_grid_names_its_row_and_a_converted_amount_its_rate()
    {
        decimal[,] rates = { { 1, 2 }, { 3, 4 } };
        CommissionFacts facts = Ann().With(Basis.NetRevenue, Money.Of(100, Currency.USD), ExchangeRate.Of(Money.Of(1, Currency.USD), M(7.5m), new LocalDate(2025, 1, 30), "bank"), Rounding.HalfEven)
            .With(Basis.Orders, 10).With(Basis.RepurchaseRate, 20);
        CommissionStatement converted = Plan("grid").Pay(RateGrid.Percent(Axis.Orders(0, 10), Axis.RepurchasePercent(0, 20), Edge.LowerIncluded, rates), Basis.NetRevenue, Cycle.Month).Explain(facts);
        converted.Lines.Select(line => line.Id).Should().Equal("source/net-revenue", "pay-1/tier-2");
        converted.Lines[0].Text(Language.English).Should().Be("Basis (net-revenue 750.00 CNY: 100.00 USD at 1 USD = 7.5 CNY on 2025-01-30 (bank))");
        converted.Lines[0].Text(Language.SimplifiedChinese).Should().StartWith("依据（净销售额 750.00 CNY：100.00 USD");
        converted.Lines[1].Text(Language.English).Should().Be("pay-1: Tier 2, 20+: 750 x 4% (orders from 10)");
        converted.Lines[1].Text(Language.SimplifiedChinese).Should().Be("佣金项1：第2档 20+：750 × 4%（订单数不低于 10）");
        converted.Verify().Should().BeEmpty();
        Says(
            Plan("grid").Pay(RateGrid.Percent(Axis.RepurchasePercent(0, 10), Axis.Orders(0, 10), Edge.UpperIncluded, rates), Basis.NetRevenue, Cycle.Month).Explain(facts.With(Basis.NetRevenue, 50)),
            ("pay-1/tier-1", "pay-1: Tier 1, 0 - 10: 50 x 3% (repurchase-rate above 10%)", "佣金项1：第1档 0 - 10：50 × 3%（复购率高于 10%）", 1.5m));
        Says(
            Plan("grid").Pay(RateGrid.Percent(Axis.RepurchasePercent(0, 20), Axis.Orders(0, 10), Edge.UpperIncluded, rates), Basis.NetRevenue, Cycle.Month).Explain(facts.With(Basis.NetRevenue, 50)),
            ("pay-1/tier-1", "pay-1: Tier 1, 0 - 10: 50 x 1% (repurchase-rate above 0%)", "佣金项1：第1档 0 - 10：50 × 1%（复购率高于 0%）", 0.5m));
    }

    [Fact]
    public void A_value_that_counts_in_part_says_so()
    {
        CommissionPlanBuilder plan = Plan("value").Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month).CapAttainment(Basis.NetRevenue, 120.50m);
        Says(
            plan.Explain(Ann().With(Basis.NetRevenue, 1_300).WithTarget(Basis.NetRevenue, 1_000)),
            ("value-cap", "Basis (net-revenue 1300 counts as 1205, 120.5 % of its target)", "依据（净销售额 1300 只计到目标的 120.5%，即 1205）", 0m),
            ("pay-1/tier-1", "pay-1: Tier 1, 0+: 1205 x 10%", "佣金项1：第1档 0+：1205 × 10%", 120.5m));
        foreach (decimal full in new[] { 1_205m, 1_204m })
        {
            plan.Explain(Ann().With(Basis.NetRevenue, full).WithTarget(Basis.NetRevenue, 1_000)).Lines.Should().ContainSingle().Which.Amount.Should().Be(M(full / 10m));
        }
    }

    [Fact]
    public void Nothing_says_why()
    {
        TierTable tiers = TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(5).Flat(3));
        Says(
            Plan("p").Pay(tiers.OnZero(ZeroValue.PaysNothing), Basis.NetRevenue, Cycle.Month).Explain(Ann().With(Basis.NetRevenue, 0)),
            ("pay-1/nothing", "pay-1: Nothing is due (a value of 0 does not touch the first tier)", "佣金项1：未计佣金（数值为0，不进入第一档）", 0m));
        Says(
            Plan("p").Pay(tiers.OnZero(ZeroValue.TouchesFirstTier).OnNegative(NegativeValue.PaysNothing), Basis.NetRevenue, Cycle.Month).Explain(Ann().With(Basis.NetRevenue, -1)),
            ("pay-1/nothing", "pay-1: Nothing is due (the value is below 0)", "佣金项1：未计佣金（数值为负）", 0m));
        Says(
            Plan("p").Pay(TierTable.Percent(10), Basis.OverBaseline(Basis.NetRevenue).WhenNoBaseline(NoBaseline.Skipped), Cycle.Month).Explain(Ann().With(Basis.NetRevenue, 5)),
            ("pay-1/nothing", "pay-1: Nothing is due (there is no baseline, so no growth)", "佣金项1：未计佣金（没有基数，不计增长）", 0m));
        Says(
            Plan("p").Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.PerRecord).Explain(Ann()),
            ("nothing", "Nothing is due (there are no records)", "未计佣金（没有记录）", 0m));
    }

    [Fact]
    public void A_whole_statement_aligns_its_amounts()
    {
        CommissionStatement statement = Plan("five").Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month, "all").Gate(Basis.Orders, 8).Explain(Ann().With(Basis.NetRevenue, 30_010.01m).With(Basis.Orders, 9));
        statement.ToText(Language.English).Should().Be(
            "ann, 2025-01-01 to 2025-01-31, plan five version 1 (by invoice date 2025-01-31), CNY\n"
            + "Gate (orders 9 against 8: met)        0.00\n"
            + "all: Tier 1, 0+: 30010.01 x 5%  1 500.5005\n"
            + "Rounding                           -0.0005\n"
            + "Total                             1 500.50");
        statement.ToText(Language.SimplifiedChinese).Should().Be(
            "ann，2025-01-01 至 2025-01-31，方案 five 第1版（按发票日期 2025-01-31），CNY\n"
            + "门槛（订单数 9，要求 8：达到）" + new string(' ', 7 + 2 + 6) + "0.00\n"
            + "all：第1档 0+：30010.01 × 5%  1 500.5005\n"
            + "舍入差额" + new string(' ', 20 + 2 + 3) + "-0.0005\n"
            + "合计" + new string(' ', 22 + 2 + 2) + "1 500.50");
        StatementRecord.Of(statement).ToText(Language.SimplifiedChinese).Should().Be(statement.ToText(Language.SimplifiedChinese));
    }

    [Theory]
    [InlineData(DateAnchor.Order, "order date", "订单日期")]
    [InlineData(DateAnchor.Invoice, "invoice date", "发票日期")]
    [InlineData(DateAnchor.Payment, "payment date", "付款日期")]
    [InlineData(DateAnchor.Contract, "contract date", "合同日期")]
    public void The_date_that_chose_the_version_is_named(DateAnchor anchor, string en, string zh)
    {
        CommissionStatement statement = Plan("p").Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month).Build().Resolve(new LocalDate(2025, 2, 3), anchor).Explain(Ann().With(Basis.NetRevenue, 1));
        statement.ToText(Language.English).Should().StartWith($"ann, 2025-01-01 to 2025-01-31, plan p version 1 (by {en} 2025-02-03), CNY\n");
        statement.ToText(Language.SimplifiedChinese).Should().StartWith($"ann，2025-01-01 至 2025-01-31，方案 p 第1版（按{zh} 2025-02-03），CNY\n");
    }

    [Theory]
    [InlineData(Cycle.Once, "in all", "累计")]
    [InlineData(Cycle.Day, "per day", "每日")]
    [InlineData(Cycle.Week, "per week", "每周")]
    [InlineData(Cycle.Month, "per month", "每月")]
    [InlineData(Cycle.Quarter, "per quarter", "每季度")]
    [InlineData(Cycle.Year, "per year", "每年")]
    public void The_span_of_a_cap_is_named(Cycle per, string en, string zh)
    {
        StatementLine cut = Plan("p").Pay(TierTable.Percent(100), Basis.NetRevenue, Cycle.Day).Cap(M(5), per, Excess.Lost).Explain(Ann().With(Basis.NetRevenue, 6).WithPaid(per, M(0))).Lines.Last();
        cut.Text(Language.English).Should().Be($"Cut by the cap (5.00 CNY {en}, the rest is lost)");
        cut.Text(Language.SimplifiedChinese).Should().Be($"封顶扣除（{zh}上限 5.00 CNY，超出部分不再支付）");
        cut.Amount.Should().Be(M(-1));
    }

    [Theory]
    [InlineData("pay-12345", "佣金项12345：")]
    [InlineData("pay-123456", "pay-123456：")]
    [InlineData("pay-", "pay-：")]
    [InlineData("pay-1x", "pay-1x：")]
    [InlineData("pay-.", "pay-.：")]
    [InlineData("pay-:", "pay-:：")]
    [InlineData("bonus-09", "奖金项09：")]
    [InlineData("x pay-1", "x pay-1：")]
    [InlineData("7pay-", "7pay-：")]
    public void Names_that_the_library_gave_are_Chinese_in_Chinese(string name, string start) =>
        Plan("p").Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month, name).Explain(Ann().With(Basis.NetRevenue, 1)).Lines[0].Text(Language.SimplifiedChinese).Should().StartWith(start);

    private static void Says(CommissionStatement statement, params (string Id, string En, string Zh, decimal Amount)[] lines)
    {
        statement.Lines.Select(line => (line.Id, line.Text(Language.English), line.Text(Language.SimplifiedChinese), line.Amount.Amount)).Should().Equal(lines);
        statement.Verify().Should().BeEmpty();
    }
}
