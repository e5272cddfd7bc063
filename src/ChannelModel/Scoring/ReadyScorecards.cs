using System.Collections.Generic;
using ChannelModel.Kpis;

namespace ChannelModel.Scoring;

/// <summary>Ready models to start from: take one as it is, or write its JSON and change that. Their bounds and weights are proposals, not laws.</summary>
public static class ReadyScorecards
{
    /// <summary>Gets the screening of partners before a contract: traffic as a third party measures it, cooperation, and brand fit.</summary>
    /// <remarks>Traffic is reached followers against stated ones; a partner whose reported conversions a third party contradicts is out.</remarks>
    public static Scorecard PartnerScreening { get; } = Scorecard.Define("partner-screening", new LocalText("Partner screening", "合作伙伴筛选"))
        .Add(ScoreCriterion.Of("traffic-quality", new LocalText("Traffic quality, measured", "流量质量（第三方）"), KpiUnit.Percent, ValueCurve.Rising(20m, 90m), 40m).WithMinimumSample(1000))
        .Add(ScoreCriterion.Of("cooperation", new LocalText("Requests answered in a day", "一日内响应率"), KpiUnit.Percent, ValueCurve.Rising(40m, 95m), 30m)
            .WithShrinkage(Shrinkage.Wilson()).WhenMissing(MissingPolicy.Points(40m)))
        .Add(ScoreCriterion.Of("brand-fit", new LocalText("Brand fit", "品牌契合度"), KpiUnit.Score(1m, 5m), ValueCurve.Through((1m, 0m), (3m, 50m), (5m, 100m)), 30m).WhenMissing(MissingPolicy.Exclude))
        .Add(ScoreCriterion.ForGates("conversion-overstated", new LocalText("Conversions reported over measured", "上报转化高于实测"), KpiUnit.Percent))
        .Gate(ScoreGate.KnockOutAbove("conversion-overstated", 20m, new LocalText("Reported conversions are far above the measured ones.", "上报转化远高于第三方实测。"))
            .With(new ScoreAction(ActionKind.Block, "contract")))
        .Grades(GradeScale.Of(
            new Grade("decline", 0m, new LocalText("decline", "不合作")),
            new Grade("trial", 50m, new LocalText("trial", "试合作")),
            new Grade("sign", 70m, new LocalText("sign", "签约"))))
        .MinimumCoverage(Rate.Percent(60))
        .Build();

    /// <summary>Gets the weekly judgement of group leaders: orders, repurchase and positive ratings, small samples moved towards caution.</summary>
    public static Scorecard GroupLeader { get; } = Scorecard.Define("group-leader", new LocalText("Group leader, weekly", "团长周评"))
        .Add(ScoreCriterion.Of("orders", new LocalText("Orders", "订单数"), KpiUnit.Count, ValueCurve.Through((0m, 0m), (50m, 50m), (200m, 100m)), 40m))
        .Add(ScoreCriterion.Of("repurchase", new LocalText("Repurchase rate", "复购率"), KpiUnit.Percent, ValueCurve.Rising(5m, 30m), 35m).WithShrinkage(Shrinkage.Beta(Rate.Percent(18), 50m)))
        .Add(ScoreCriterion.Of("positive-rating", new LocalText("Positive-rating rate", "好评率"), KpiUnit.Percent, ValueCurve.Rising(80m, 98m), 25m)
            .WithShrinkage(Shrinkage.Wilson()).WhenMissing(MissingPolicy.Exclude))
        .Gate(ScoreGate.CapBelow("positive-rating", 85m, "C", new LocalText("Positive ratings are below 85%: no better than C.", "好评率低于 85%，最高为 C。")))
        .Gate(ScoreGate.Evidence("repurchase", 10, new LocalText("Fewer than 10 customers: too little to judge.", "客户不足 10 人，不足以评价。")))
        .Grades(GradeScale.Of(
            new Grade("D", 0m, null, new ScoreAction(ActionKind.Warn, "renewal")),
            new Grade("C", 40m, null, new ScoreAction(ActionKind.Notify, "training")),
            new Grade("B", 60m),
            new Grade("A", 80m, null, new ScoreAction(ActionKind.Reward, "bonus"))).WithHysteresis(2m))
        .Periods(PeriodPolicy.Decay(4))
        .Build();

    /// <summary>Gets the health of a channel: conversion, order value, return by a named definition (ROAS) and share of sales.</summary>
    public static Scorecard ChannelHealth { get; } = Scorecard.Define("channel-health", new LocalText("Channel health", "渠道健康度"))
        .Add(ScoreCriterion.Of("conversion", new LocalText("Conversion", "转化率"), KpiUnit.Percent, ValueCurve.Through((0m, 0m), (8m, 50m), (12m, 100m)), 30m))
        .Add(ScoreCriterion.Of("aov", new LocalText("Average order value", "客单价"), KpiUnit.Money(Currency.CNY), ValueCurve.TargetRange(430m, 520m, 130m, 280m), 20m))
        .Add(ScoreCriterion.Of("roas", new LocalText("ROAS (revenue / fee)", "ROAS（收入/费用）"), KpiUnit.Number, ValueCurve.Through((0m, 0m), (1m, 20m), (2.5m, 60m), (5m, 100m)), 30m).WhenMissing(MissingPolicy.Exclude))
        .Add(ScoreCriterion.Of("share-gap", new LocalText("Share of sales less plan, in points", "渠道占比偏差（百分点）"), KpiUnit.Number, ValueCurve.TargetRange(-1m, 1m, 9m, 9m), 20m))
        .Gate(ScoreGate.CapBelow("roas", 1m, "watch", new LocalText("The revenue does not cover the fee.", "收入未覆盖费用。")).With(new ScoreAction(ActionKind.Notify, "budget-owner")))
        .Grades(GradeScale.Of(
            new Grade("ill", 0m, new LocalText("ill", "不健康")),
            new Grade("watch", 50m, new LocalText("watch", "关注")),
            new Grade("healthy", 75m, new LocalText("healthy", "健康"))).WithHysteresis(3m))
        .MinimumCoverage(Rate.Percent(70))
        .Periods(PeriodPolicy.Smoothing(0.3m))
        .Build();

    /// <summary>
    /// Gets a supplier scorecard as ERP systems have it, without their traps: 100 falls in the best band, a period without deliveries is not scored, and a missing figure is
    /// neither 0 nor full.
    /// </summary>
    public static Scorecard Supplier { get; } = Scorecard.Define("supplier", new LocalText("Supplier", "供应商"))
        .Add(ScoreCriterion.Of("on-time", new LocalText("Deliveries on time", "准时交货率"), KpiUnit.Percent, ValueCurve.Rising(60m, 100m), 40m).WithMinimumSample(3).WhenMissing(MissingPolicy.Exclude))
        .Add(ScoreCriterion.Of("quantity-variance", new LocalText("Quantity received against ordered", "数量差异"), KpiUnit.Percent,
            ValueCurve.Steps(Edge.UpperIncluded, 0m, (-100m, 10m), (-20m, 40m), (-5m, 80m), (-1m, 100m), (1m, 80m), (5m, 40m)), 20m).WhenMissing(MissingPolicy.Exclude))
        .Add(ScoreCriterion.Of("price-variance", new LocalText("Invoice against order price", "价格差异"), KpiUnit.Percent,
            ValueCurve.Steps(Edge.UpperIncluded, 95m, (-20m, 90m), (-5m, 80m), (0m, 60m), (5m, 30m), (20m, 0m)), 20m).WhenMissing(MissingPolicy.Exclude))
        .Add(ScoreCriterion.Of("rejected", new LocalText("Items rejected", "拒收率"), KpiUnit.Percent, ValueCurve.Falling(0m, 5m), 20m).WithMinimumSample(3).WhenMissing(MissingPolicy.Exclude))
        .Grades(GradeScale.Of(
            new Grade("very-poor", 0m, new LocalText("very poor", "很差"), new ScoreAction(ActionKind.Block, "request-for-quotation"), new ScoreAction(ActionKind.Block, "purchase-order")),
            new Grade("poor", 30m, new LocalText("poor", "较差"), new ScoreAction(ActionKind.Warn, "request-for-quotation"), new ScoreAction(ActionKind.Warn, "purchase-order")),
            new Grade("average", 50m, new LocalText("average", "一般")),
            new Grade("excellent", 80m, new LocalText("excellent", "优秀"))))
        .MinimumCoverage(Rate.Percent(50))
        .Periods(PeriodPolicy.Decay(12))
        .Build();

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<Scorecard> All { get; } = [PartnerScreening, GroupLeader, ChannelHealth, Supplier];
}
