using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>What settlements and judgements say, word for word, in both languages.</summary>
public sealed class SettlementTextTests
{
    private static readonly CommitmentMetric Likes = CommitmentMetric.Of("likes", MetricKind.Count, new LocalText("Likes", "点赞"));

    private static readonly CommitmentMetric Complaints = CommitmentMetric.Of("complaints", MetricKind.Rate, new LocalText("Complaints", "投诉率"));

    private static PartnerContract Full => Define()
        .Pay(Plan)
        .Commit(Traffic())
        .HoldBack(Rate.Percent(10), 2)
        .Advance(new Draw(DrawKind.Recoverable, Yuan(8_000m), 1, Rate.Percent(50)))
        .ClawBack(Clawback.None.Through(2, Rate.Percent(50)).ForCause("own-fault", Rate.One))
        .Build();

    [Fact]
    public void Every_row_of_a_month_is_written_under_its_amount()
    {
        Settlement settled = Full.Settle(
            Month(1),
            [
                ContractFact.DepositPaid(Day("2024-12-30"), Yuan(50_000m), "bank-1"), Revenue(Month(1), 100_000m), .. Both("traffic", Month(1), 1_600_000m),
                ContractFact.ClawedBack(Day("2025-01-15"), 2, Yuan(400m), "order-7"), ContractFact.ClawedBackFor(Day("2025-01-16"), "own-fault", Yuan(100m), "order-8"),
            ],
            Full.Open());
        Says(
            settled,
            Language.English,
            "star-2025 · Star MCN, 2025-01-01 to 2025-01-31, contract version 1, CNY",
            "    5 000.00  Commission 2025-01-01 to 2025-01-31 by plan live-5 version 1",
            "    3 000.00  Topped up to 8 000.00 CNY",
            "     -500.00  Held back: 10% of 5 000.00 CNY, until 2025-03-31",
            "     -200.00  Clawed back: 50% of 400.00 CNY (2 months)",
            "     -100.00  Clawed back: 100% of 100.00 CNY (own-fault)",
            "  -60 000.00  traffic, 2025-01-01 to 2025-01-31: 1 600 000 of at least 2 000 000, missed by 400 000; 20 points x 3 000 = 60 000.00",
            "   50 000.00  traffic: 50 000.00 CNY of 60 000.00 CNY met from the deposit",
            "   -2 800.00  Net due",
            "        0.00  Paid",
            "   -2 800.00  Carried",
            "        0.00  Deposit before",
            "   50 000.00    2024-12-30 paid in, bank-1",
            "  -50 000.00    2025-01-31 forfeited, breach/traffic/2025-01-01",
            "        0.00  Deposit after");
        Says(
            settled,
            Language.SimplifiedChinese,
            "star-2025 · 星光传媒，2025-01-01 至 2025-01-31，合同第1版，CNY",
            "    5 000.00  2025-01-01 至 2025-01-31 佣金，方案 live-5 第1版",
            "    3 000.00  补足至 8 000.00 CNY",
            "     -500.00  留存：5 000.00 CNY 的 10%，至 2025-03-31",
            "     -200.00  追回佣金：400.00 CNY 的 50%（2个月）",
            "     -100.00  追回佣金：100.00 CNY 的 100%（own-fault）",
            "  -60 000.00  流量（traffic），2025-01-01 至 2025-01-31：1 600 000，约定不低于 2 000 000，差400 000；20个百分点 × 3 000 = 60 000.00",
            "   50 000.00  traffic：60 000.00 CNY 中 50 000.00 CNY 由保证金抵付",
            "   -2 800.00  应付净额",
            "        0.00  支付",
            "   -2 800.00  结转",
            "        0.00  保证金期初",
            "   50 000.00    2024-12-30 缴存，bank-1",
            "  -50 000.00    2025-01-31 扣除，breach/traffic/2025-01-01",
            "        0.00  保证金期末");

        // In February the balance opens the list, 2 000 more than the draw pays 1 000 back, and a judgement has no amount.
        Settlement february = Full.Settle(Month(2), [Revenue(Month(2), 200_000m), .. Both("traffic", Month(2), 2_000_000m), ContractFact.DepositToppedUp(Day("2025-02-02"), Yuan(60m), "bank-2"), ContractFact.DepositRefunded(Day("2025-02-03"), Yuan(10m), "bank-3")], settled.Closing);
        Says(
            february,
            Language.English,
            "star-2025 · Star MCN, 2025-02-01 to 2025-02-28, contract version 1, CNY",
            "  -2 800.00  Balance carried from before",
            "  10 000.00  Commission 2025-02-01 to 2025-02-28 by plan live-5 version 1",
            "  -1 000.00  Recouped of advances; 2 000.00 CNY stay owed",
            "  -1 000.00  Held back: 10% of 10 000.00 CNY, until 2025-04-28",
            "             traffic, 2025-02-01 to 2025-02-28: 2 000 000 of at least 2 000 000, kept",
            "   5 200.00  Net due",
            "   5 200.00  Paid",
            "       0.00  Carried",
            "       0.00  Deposit before",
            "      60.00    2025-02-02 topped up, bank-2",
            "     -10.00    2025-02-03 refunded, bank-3",
            "      50.00  Deposit after");
        Says(
            february,
            Language.SimplifiedChinese,
            "star-2025 · 星光传媒，2025-02-01 至 2025-02-28，合同第1版，CNY",
            "  -2 800.00  上期结转",
            "  10 000.00  2025-02-01 至 2025-02-28 佣金，方案 live-5 第1版",
            "  -1 000.00  抵扣预付；余 2 000.00 CNY",
            "  -1 000.00  留存：10 000.00 CNY 的 10%，至 2025-04-28",
            "             流量（traffic），2025-02-01 至 2025-02-28：2 000 000，约定不低于 2 000 000，达标",
            "   5 200.00  应付净额",
            "   5 200.00  支付",
            "       0.00  结转",
            "       0.00  保证金期初",
            "      60.00    2025-02-02 补足，bank-2",
            "     -10.00    2025-02-03 退还，bank-3",
            "      50.00  保证金期末");

        // Without a movement the deposit of before is still said; the first holdback comes free.
        Says(
            Full.Settle(Month(3), [Revenue(Month(3), 0m), .. Both("traffic", Month(3), 2_000_000m)], february.Closing),
            Language.English,
            "star-2025 · Star MCN, 2025-03-01 to 2025-03-31, contract version 1, CNY",
            "      0.00  Commission 2025-03-01 to 2025-03-31 by plan live-5 version 1",
            "  8 000.00  Topped up to 8 000.00 CNY",
            "    500.00  Released, held back on 2025-01-31",
            "            traffic, 2025-03-01 to 2025-03-31: 2 000 000 of at least 2 000 000, kept",
            "  8 500.00  Net due",
            "  8 500.00  Paid",
            "      0.00  Carried",
            "     50.00  Deposit before",
            "     50.00  Deposit after");
    }

    [Fact]
    public void Only_what_there_is_has_a_row()
    {
        PartnerContract bare = PartnerContract.Define("bare", Star, Live, Year, Cny).Round(Rounding.HalfAwayFromZero).Build();
        Says(bare.Settle(Month(1), [], bare.Open()), Language.English, "bare · Star MCN, 2025-01-01 to 2025-01-31, contract version 1, CNY", "  0.00  Net due", "  0.00  Paid", "  0.00  Carried");
    }

    [Fact]
    public void What_a_cap_carries_is_said_when_it_comes_and_when_it_goes()
    {
        CommissionPlan capped = CommissionPlan.Define("capped", Cny).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month).Cap(Yuan(10_000m), Cycle.Month, Excess.Carried).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build();
        PartnerContract contract = PartnerContract.Define("c", Star, Live, Year, Cny).Round(Rounding.HalfAwayFromZero).Pay(capped).Build();
        Settlement january = contract.Settle(Month(1), [Revenue(Month(1), 300_000m)], contract.Open());
        Settlement february = contract.Settle(Month(2), [Revenue(Month(2), 0m)], january.Closing);
        Settlement march = contract.Settle(Month(3), [Revenue(Month(3), 0m)], february.Closing);
        string Carried(Settlement month, Language language) => string.Join("|", month.ToText(language).Split('\n').Where(row => row.Contains("cap") && row.Contains("later") || row.Contains("上限")));
        Carried(january, Language.English).Should().Be("   5 000.00  Commission above its cap, for later parts");
        Carried(february, Language.English).Should().Be("      0.00  Commission above its cap, for later parts");
        Carried(february, Language.SimplifiedChinese).Should().Be("      0.00  超出佣金上限、待后期支付");
        Carried(march, Language.English).Should().BeEmpty();
    }

    [Fact]
    public void Parts_under_two_versions_name_both()
    {
        PartnerContract amended = PartnerContract.Define("a", Star, Live, Year, Cny).Round(Rounding.HalfAwayFromZero).Amend(Day("2025-01-15"), Day("2025-01-01")).Pay(Plan).Build();
        amended.Settle(Month(1), [Revenue(Days("2025-01-15", "2025-01-31"), 100m)], amended.Open()).ToText(Language.English).Should().StartWith("a · Star MCN, 2025-01-01 to 2025-01-31, contract version 1, 2, CNY\n");
    }

    // 40 of 100 are missing.
    [Theory]
    [InlineData("unit", "40 x 0.33 = 13.20", "40 × 0.33 = 13.20")]
    [InlineData("fixed", "step 1: 12 = 12.00", "第1档：12 = 12.00")]
    [InlineData("share", "40 points x 3 = 120.00", "40个百分点 × 3 = 120.00")]
    [InlineData("graduated", "30 + 10 x 2 = 50.00", "30 + 10 × 2 = 50.00")]
    [InlineData("steps", "step 2: 1 500.5 = 1 500.50", "第2档：1 500.5 = 1 500.50")]
    [InlineData("blocks", "3 x 7 = 21.00", "3 × 7 = 21.00")]
    [InlineData("share of blocks", "4 x 50 = 200.00", "4 × 50 = 200.00")]
    [InlineData("flat and unit", "5 + 40 x 2 = 85.00", "5 + 40 × 2 = 85.00")]
    [InlineData("capped", "40 x 0.33, capped at 10.00", "40 × 0.33，封顶 10.00")]
    public void A_price_is_written_as_it_is_worked_out(string which, string en, string zh)
    {
        DeviationPrice price = which switch
        {
            "fixed" => DeviationPrice.Fixed(12m),
            "share" => DeviationPrice.Proportional(300m),
            "graduated" => DeviationPrice.Of(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0m).PerUnit(1m), Tier.From(30m).PerUnit(2m)), DeviationUnit.Units),
            "steps" => DeviationPrice.Of(TierTable.Step(Edge.LowerIncluded, Tier.From(0m).Flat(3m), Tier.From(40m).Flat(1_500.5m), Tier.From(41m).Flat(9m)), DeviationUnit.PercentOfThreshold),
            "blocks" => DeviationPrice.Of(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0m).PerBlock(15m, 7m, BlockRounding.Up)), DeviationUnit.Units),
            "share of blocks" => DeviationPrice.Of(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0m).PerBlock(10m, 50m, BlockRounding.Up)), DeviationUnit.PercentOfThreshold),
            "flat and unit" => DeviationPrice.Of(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0m).Flat(5m).PerUnit(2m)), DeviationUnit.Units),
            _ => DeviationPrice.PerUnit(0.33m),
        };
        Commitment likes = Commitment.AtLeast("l-1", Likes, 100m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(price, which == "capped" ? Yuan(10m) : null);
        Settled(likes, ContractFact.Reported("l-1", Month(1), 60m, "r")).Lines.Single().Text.Should().Be(new LocalText(
            "l-1, 2025-01-01 to 2025-01-31: 60 of at least 100, missed by 40; " + en, "点赞（l-1），2025-01-01 至 2025-01-31：60，约定不低于 100，差40；" + zh));
    }

    [Fact]
    public void A_bonus_and_a_penalty_say_what_they_are_for()
    {
        Commitment likes = Commitment.AtLeast("l-1", Likes, 100m, CommitmentPeriod.Month, Measurement.Both(Rate.Percent(5), Rate.Percent(20))).OverDeliveryEarns(DeviationPrice.PerUnit(0.5m), Yuan(10m)).FalsifiedReportCosts(Yuan(50_000m));
        Settled(likes, Both("l-1", Month(1), 120m)).Lines.Single().Text.En.Should().Be("l-1, 2025-01-01 to 2025-01-31: 120 of at least 100, exceeded by 20; 20 x 0.5 = 10.00");
        Settled(likes, Both("l-1", Month(1), 121m)).Lines.Single().Text.En.Should().Be("l-1, 2025-01-01 to 2025-01-31: 121 of at least 100, exceeded by 21; 21 x 0.5, capped at 10.00");
        Settled(likes, ContractFact.Reported("l-1", Month(1), 2_000m, "r"), ContractFact.ThirdParty("l-1", Month(1), 100m, "t")).Lines.Single().Text.Should().Be(new LocalText(
            "l-1, 2025-01-01 to 2025-01-31: 100 of at least 100, kept; the report of 2 000 is falsified; a falsified report costs 50 000.00",
            "点赞（l-1），2025-01-01 至 2025-01-31：100，约定不低于 100，达标；上报2 000，属虚报；虚报违约金 50 000.00"));
    }

    [Theory]
    [InlineData(2.5, "2.5% of at most 2%, missed by 0.5 points", "2.5%，约定不高于 2%，差0.5个百分点")]
    [InlineData(2, "2% of at most 2%, kept", "2%，约定不高于 2%，达标")]
    [InlineData(1.25, "1.25% of at most 2%, exceeded by 0.75 points", "1.25%，约定不高于 2%，超出0.75个百分点")]
    [InlineData(-1, "- of at most 2%, not judged, readings are missing", "-，约定不高于 2%，数据缺失，未评定")]
    public void A_rate_is_judged_in_percent_and_off_by_points(double rate, string en, string zh)
    {
        Commitment rare = Commitment.AtMost("c-1", Complaints, 2m, CommitmentPeriod.Month, Measurement.ThirdParty);
        ContractFact[] facts = rate < 0 ? [] : [ContractFact.ThirdParty("c-1", Days("2025-01-31", "2025-01-31"), (decimal)rate, "t")];
        Settled(rare, facts).Results.Single().Explanation.Should().Be(new LocalText("c-1, 2025-01-01 to 2025-01-31: " + en, "投诉率（c-1），2025-01-01 至 2025-01-31：" + zh));
    }

    [Theory]
    [InlineData(110, 100, "100 of at least 100, kept; the report of 110 overstates", "100，约定不低于 100，达标；上报110，偏高")]
    [InlineData(105, 100, "100 of at least 100, kept", "100，约定不低于 100，达标")]
    [InlineData(90, 100, "100 of at least 100, kept; the report of 90 understates", "100，约定不低于 100，达标；上报90，偏低")]
    [InlineData(130, 100, "100 of at least 100, kept; the report of 130 is falsified", "100，约定不低于 100，达标；上报130，属虚报")]
    public void A_report_beside_a_measurement_is_called_what_it_is(int reported, int measured, string en, string zh)
    {
        Commitment likes = Commitment.AtLeast("l-1", Likes, 100m, CommitmentPeriod.Month, Measurement.Both(Rate.Percent(5), Rate.Percent(20)));
        Settled(likes, ContractFact.Reported("l-1", Month(1), reported, "r"), ContractFact.ThirdParty("l-1", Month(1), measured, "t")).Results.Single().Explanation
            .Should().Be(new LocalText("l-1, 2025-01-01 to 2025-01-31: " + en, "点赞（l-1），2025-01-01 至 2025-01-31：" + zh));
    }

    [Fact]
    public void A_session_an_excuse_and_a_cure_are_named()
    {
        Commitment session = Commitment.AtLeast("l-1", Likes, 1_000m, CommitmentPeriod.Session, Measurement.Reported);
        Settled(session, ContractFact.Reported("l-1", Days("2025-01-05", "2025-01-05"), 900m, "r", "s-2")).Results.Single().Explanation.Should().Be(new LocalText(
            "l-1, 2025-01-05 (s-2): 900 of at least 1 000, missed by 100", "点赞（l-1），2025-01-05 (s-2)：900，约定不低于 1 000，差100"));
        Settled(session, ContractFact.Reported("l-1", Days("2025-01-05", "2025-01-05"), 900m, "r", "s-2"), ContractFact.Excused(null, Days("2025-01-05", "2025-01-05"), "storm")).Results.Single().Explanation.Should().Be(new LocalText(
            "l-1, 2025-01-05 (s-2): 900 of at least 1 000, excused by force majeure", "点赞（l-1），2025-01-05 (s-2)：900，约定不低于 1 000，不可抗力免责"));
        Commitment cured = Commitment.AtLeast("l-1", Likes, 100m, CommitmentPeriod.Month, Measurement.Reported).CuredWithin(10);
        Settled(cured, ContractFact.Reported("l-1", Month(1), 90m, "r"), ContractFact.MadeGood("l-1", Month(1), 10m, Day("2025-02-03"), "m")).Results.Single().Explanation.Should().Be(new LocalText(
            "l-1, 2025-01-01 to 2025-01-31: 100 of at least 100, cured within the days of grace", "点赞（l-1），2025-01-01 至 2025-01-31：100，约定不低于 100，宽限期内补足"));
    }

    private static Settlement Settled(Commitment commitment, params IEnumerable<ContractFact> facts)
    {
        PartnerContract contract = PartnerContract.Define("c", Star, Live, Year, Cny).Round(Rounding.HalfAwayFromZero).Commit(commitment).Build();
        return contract.Settle(Month(1), facts, contract.Open());
    }

    private static void Says(Settlement settlement, Language language, params string[] lines) => settlement.ToText(language).Should().Be(string.Join("\n", lines));
}
