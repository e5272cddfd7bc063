using System;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>What a result says, word for word, in both languages.</summary>
public sealed class ScoreTextTests
{
    private static readonly ScoreAction Call = new(ActionKind.Notify, "owner", new LocalText("call them", "联系对方"));

    [Fact]
    public void A_rated_candidate_is_told_what_it_lost_and_what_the_next_grade_needs()
    {
        ScoreResult result = Two(new Grade("B", 70m, new LocalText("good", "良"))).Evaluate(ScoreFacts.For("leader-017").With("orders", 46).With("repurchase", Rate.Percent(22)));
        Says(
            result,
            Language.English,
            "leader-017, two: 59.2 of 100, grade C",
            "  Orders: 46, weight 40.00%: 18.4 points, 21.6 lost",
            "  Repurchase: 22%, weight 60.00%: 40.8 points, 19.2 lost",
            "  Most points are lost by Orders 21.6, Repurchase 19.2.",
            "  Grade good needs 70.0: 10.8 points more, by Orders from 46 to 73 or Repurchase from 22% to 26.48% alone.");
        Says(
            result,
            Language.SimplifiedChinese,
            "leader-017，two：59.2 分，等级 C",
            "  订单数：46，权重 40.00%，得 18.4 分，失 21.6 分",
            "  复购率：22%，权重 60.00%，得 40.8 分，失 19.2 分",
            "  失分最多：订单数 21.6，复购率 19.2",
            "  等级 良 需 70.0 分，还差 10.8 分；单项可行：订单数 由 46 到 73，或 复购率 由 22% 到 26.48%");
    }

    [Fact]
    public void A_grade_that_no_single_criterion_reaches_is_told_without_a_way()
    {
        // 0.4 x 10 + 0: neither 40 more by the orders nor 60 more by the rate makes 90.
        ScoreResult result = Two(new Grade("B", 90m)).Evaluate(ScoreFacts.For("x").With("orders", 10).With("repurchase", Rate.Percent(5)), "C");
        Says(
            result,
            Language.English,
            "x, two: 4.0 of 100, grade C (before: C)",
            "  Orders: 10, weight 40.00%: 4.0 points, 36.0 lost",
            "  Repurchase: 5%, weight 60.00%: 0.0 points, 60.0 lost",
            "  Most points are lost by Repurchase 60.0, Orders 36.0.",
            "  Grade B needs 90.0: 86.0 points more.");
        Says(
            result,
            Language.SimplifiedChinese,
            "x，two：4.0 分，等级 C（此前 C）",
            "  订单数：10，权重 40.00%，得 4.0 分，失 36.0 分",
            "  复购率：5%，权重 60.00%，得 0.0 分，失 60.0 分",
            "  失分最多：复购率 60.0，订单数 36.0",
            "  等级 B 需 90.0 分，还差 86.0 分");
    }

    [Fact]
    public void Full_points_are_told_in_a_line_each_and_nothing_else()
    {
        ScoreResult result = Two(new Grade("B", 70m)).Evaluate(ScoreFacts.For("x").With("orders", 100).With("repurchase", Rate.Percent(30)));
        Says(result, Language.English, "x, two: 100.0 of 100, grade B", "  Orders: 100, weight 40.00%: 40.0 points, 0.0 lost", "  Repurchase: 30%, weight 60.00%: 60.0 points, 0.0 lost");
    }

    [Fact]
    public void A_score_without_grades_stands_alone()
    {
        Scorecard card = Scorecard.Define("one", new LocalText("One")).Add(ScoreCriterion.Of("a", new LocalText("A"), KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m)).Decimals(0).Build();
        Says(card.Evaluate(ScoreFacts.For("x").With("a", 100)), Language.English, "x, One: 100 of 100", "  A: 100, weight 100.00%: 100 points, 0 lost");
        Says(card.Evaluate(ScoreFacts.For("x").With("a", 100)), Language.SimplifiedChinese, "x，One：100 分", "  A：100，权重 100.00%，得 100 分，失 0 分");
    }

    [Fact]
    public void What_stands_in_what_was_moved_and_what_was_not_checked_is_told()
    {
        // 80, (74.25 % x 10 + 5) / 20 = 62.125, 30 for no value, 0 for a sample of 2: 172.125 / 4 = 43.03.
        ScoreResult result = Team().Evaluate(ScoreFacts.For("x").With("calls", 80).With("rating", Rate.Percent(74.25m), 10).With("returns", Rate.Percent(4), 2), "C");
        Says(
            result,
            Language.English,
            "x, Team: 43.0 of 100, grade poor (before: C)",
            "  Calls: 80, weight 25.00%: 20.0 points, 5.0 lost",
            "  Rating: 74.25% from 10, counts as 62.13%, weight 25.00%: 15.5 points, 9.5 lost",
            "  Visits: no value, 30 points stand in, weight 25.00%: 7.5 points, 17.5 lost",
            "  Returns: 4% from 2, too few observations, 0 points stand in, weight 25.00%: 0.0 points, 25.0 lost",
            "  Not checked, no data: Fraud above 20%",
            "  Not checked, no data: Fraud below 1.5%",
            "  Values cover 50.00% of the weight.",
            "  Below 90.",
            "  The score alone is grade fair, held at poor.",
            "  Most points are lost by Returns 25.0, Visits 17.5, Rating 9.5.",
            "  To do: call them, block contract");
        Says(
            result,
            Language.SimplifiedChinese,
            "x，团队：43.0 分，等级 差（此前 C）",
            "  来电：80，权重 25.00%，得 20.0 分，失 5.0 分",
            "  好评：74.25%（样本 10），按 62.13% 计，权重 25.00%，得 15.5 分，失 9.5 分",
            "  拜访：无数据，以 30 分代替，权重 25.00%，得 7.5 分，失 17.5 分",
            "  退货：4%（样本 2），样本不足，以 0 分代替，权重 25.00%，得 0.0 分，失 25.0 分",
            "  未检查（无数据）：作弊高于 20%",
            "  未检查（无数据）：作弊低于 1.5%",
            "  有数据的权重：50.00%",
            "  低于 90。",
            "  得分对应等级 中，受限为 差",
            "  失分最多：退货 25.0，拜访 17.5，好评 9.5",
            "  后续动作：联系对方，block contract");
    }

    [Fact]
    public void A_candidate_that_is_knocked_out_keeps_its_score_where_there_is_one()
    {
        ScoreResult scored = Team().Evaluate(ScoreFacts.For("x").With("calls", 100).With("rating", Rate.Percent(100), 10).With("visits", 10).With("returns", Rate.Zero, 5).With("fraud", Rate.Percent(21)));
        Says(
            scored,
            Language.English,
            "x, Team: knocked out (score 93.8)",
            "  Calls: 100, weight 25.00%: 25.0 points, 0.0 lost",
            "  Rating: 100% from 10, counts as 75.00%, weight 25.00%: 18.8 points, 6.2 lost",
            "  Visits: 10, weight 25.00%: 25.0 points, 0.0 lost",
            "  Returns: 0% from 5, weight 25.00%: 25.0 points, 0.0 lost",
            "  Falsified.",
            "  Most points are lost by Rating 6.2.",
            "  To do: block contract");
        scored.ToText(Language.SimplifiedChinese).Should().StartWith("x，团队：一票否决（得分 93.8）\n");
        scored.ToString().Should().Be("x: knocked out");

        ScoreResult none = Team().Evaluate(ScoreFacts.For("x").With("fraud", Rate.Percent(21)));
        Says(
            none,
            Language.English,
            "x, Team: knocked out",
            "  Calls: no value, left out, its weight goes to the others",
            "  Rating: no value, no score without it",
            "  Visits: no value, 30 points stand in",
            "  Returns: no value, 0 points stand in",
            "  Not checked, no data: Calls below 90",
            "  Values cover 0.00% of the weight.",
            "  Falsified.",
            "  Rating has no value, and there is no score without it.",
            "  To do: block contract");
        Says(
            none,
            Language.SimplifiedChinese,
            "x，团队：一票否决",
            "  来电：无数据，不计入，权重分给其他指标",
            "  好评：无数据，不予评分",
            "  拜访：无数据，以 30 分代替",
            "  退货：无数据，以 0 分代替",
            "  未检查（无数据）：来电低于 90",
            "  有数据的权重：0.00%",
            "  数据造假。",
            "  好评 无数据，不予评分。",
            "  后续动作：block contract");
    }

    [Theory]
    [InlineData(0L, "Rating has too few observations (0), and there is no score without it.", "好评 样本不足（0），不予评分。", "74% from 0", "74%（样本 0）")]
    [InlineData(null, "Rating has too few observations (none stated), and there is no score without it.", "好评 样本不足（未给出），不予评分。", "74%", "74%")]
    public void A_sample_that_is_too_small_is_named(long? sample, string en, string zh, string value, string valueZh)
    {
        ScoreResult result = Team().Evaluate(ScoreFacts.For("x").With("calls", 95).With("rating", Rate.Percent(74), sample));
        result.Reasons.Should().Equal(new LocalText(en, zh));
        result.ToString().Should().Be("x: not rated");
        Says(
            result,
            Language.English,
            "x, Team: not rated",
            "  Calls: 95",
            $"  Rating: {value}, too few observations, no score without it",
            "  Visits: no value, 30 points stand in",
            "  Returns: no value, 0 points stand in",
            "  Not checked, no data: Fraud above 20%",
            "  Not checked, no data: Fraud below 1.5%",
            "  Values cover 25.00% of the weight.",
            "  " + en);
        Says(
            result,
            Language.SimplifiedChinese,
            "x，团队：不予评分",
            "  来电：95",
            $"  好评：{valueZh}，样本不足，不予评分",
            "  拜访：无数据，以 30 分代替",
            "  退货：无数据，以 0 分代替",
            "  未检查（无数据）：作弊高于 20%",
            "  未检查（无数据）：作弊低于 1.5%",
            "  有数据的权重：25.00%",
            "  " + zh);
    }

    [Fact]
    public void A_value_that_is_refused_leaves_its_reason_and_nothing_else()
    {
        ScoreResult result = Team().Evaluate(ScoreFacts.For("x").With("calls", -1).With("rating", Rate.Percent(101), 5));
        Says(result, Language.English, "x, Team: not rated", "  Calls: -1 is not of the unit count, or outside its range.", "  Rating: 101% is no share of a sample, expected 0% to 100%.");
        Says(result, Language.SimplifiedChinese, "x，团队：不予评分", "  来电：-1 的单位不是 count，或超出范围。", "  好评：101% 不是样本占比，应在 0% 到 100% 之间。");
    }

    [Fact]
    public void No_evidence_and_low_coverage_are_told_apart()
    {
        Scorecard card = Scorecard.Define("c", new LocalText("Card", "卡"))
            .Add(ScoreCriterion.Of("a", new LocalText("A"), KpiUnit.Number, ValueCurve.Rising(0m, 100m), 2m).WhenMissing(MissingPolicy.Exclude))
            .Add(ScoreCriterion.Of("b", new LocalText("B"), KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m).WhenMissing(MissingPolicy.Exclude))
            .MinimumCoverage(Rate.Percent(50))
            .Build();
        card.Evaluate(ScoreFacts.For("x")).Reasons.Should().Equal(new LocalText("No criterion with a weight has a value.", "没有任何有权重的指标有数据。"));
        card.Evaluate(ScoreFacts.For("x").With("b", 1)).Reasons.Should().Equal(new LocalText("Values cover 33.33% of the weight, expected at least 50%.", "有数据的权重为 33.33%，至少应为 50%。"));
        card.Evaluate(ScoreFacts.For("x").With("a", 1)).ToString().Should().Be("x: 1.0");
    }

    private static void Says(ScoreResult result, Language language, params string[] lines) => result.ToText(language).Should().Be(string.Join("\n", lines));

    private static Scorecard Two(Grade next) => Scorecard.Define("two")
        .Add(ScoreCriterion.Of("orders", new LocalText("Orders", "订单数"), KpiUnit.Count, ValueCurve.Rising(0m, 100m), 40m))
        .Add(ScoreCriterion.Of("repurchase", new LocalText("Repurchase", "复购率"), KpiUnit.Percent, ValueCurve.Rising(5m, 30m), 60m))
        .Grades(GradeScale.Of(new Grade("C", 0m), next))
        .Build();

    private static Scorecard Team() => Scorecard.Define("team", new LocalText("Team", "团队"))
        .Add(ScoreCriterion.Of("calls", new LocalText("Calls", "来电"), KpiUnit.Count, ValueCurve.Rising(0m, 100m), 1m).WhenMissing(MissingPolicy.Exclude))
        .Add(ScoreCriterion.Of("rating", new LocalText("Rating", "好评"), KpiUnit.Percent, ValueCurve.Rising(0m, 100m), 1m).WithShrinkage(Shrinkage.Beta(Rate.Percent(50), 10m)))
        .Add(ScoreCriterion.Of("visits", new LocalText("Visits", "拜访"), KpiUnit.Number, ValueCurve.Rising(0m, 10m), 1m).WhenMissing(MissingPolicy.Points(30m)))
        .Add(ScoreCriterion.Of("returns", new LocalText("Returns", "退货"), KpiUnit.Percent, ValueCurve.Falling(0m, 20m), 1m).WithMinimumSample(5).WhenMissing(MissingPolicy.Worst))
        .Add(ScoreCriterion.ForGates("fraud", new LocalText("Fraud", "作弊"), KpiUnit.Percent))
        .Gate(ScoreGate.KnockOutAbove("fraud", 20m, new LocalText("Falsified.", "数据造假。")).With(new ScoreAction(ActionKind.Block, "contract")))
        .Gate(ScoreGate.CapBelow("calls", 90m, "D", new LocalText("Below 90.", "低于 90。")).With(new ScoreAction(ActionKind.Block, "contract")))
        .Gate(ScoreGate.CapBelow("fraud", 1.5m, "D", new LocalText("Too good to be true.", "好得不真实。")))
        .Grades(GradeScale.Of(new Grade("D", 0m, new LocalText("poor", "差"), Call), new Grade("C", 40m, new LocalText("fair", "中"))))
        .Build();
}
