using System.Collections.Generic;

namespace ChannelModel.Planning;

/// <summary>One rule of the audit: what it compares, and how much a failure weighs.</summary>
/// <remarks>A closed set, listed in <see cref="All"/> in the order in which the rules run. Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class AuditRule
{
    private AuditRule(string id, AuditSeverity severity, string en, string zhHans)
    {
        Id = id;
        Severity = severity;
        Title = new LocalText(en, zhHans);
    }

    /// <summary>Gets the rule that a total equals the sum of its parts.</summary>
    public static AuditRule Sum { get; } = new("sum", AuditSeverity.Contradiction, "a total equals the sum of its parts", "合计等于各项之和");

    /// <summary>Gets the rule that a budget stated twice for one scope is the same.</summary>
    public static AuditRule BudgetRestated { get; } = new("budget-restated", AuditSeverity.Contradiction, "a budget stated twice is the same", "同一预算前后一致");

    /// <summary>Gets the rule that a budget line belongs to one category only.</summary>
    public static AuditRule LineClaimedTwice { get; } = new("line-claimed-twice", AuditSeverity.Contradiction, "a budget line belongs to one category", "预算项只归属一个类别");

    /// <summary>Gets the rule that the fees of a category, and all fees, stay within each budget stated for them.</summary>
    public static AuditRule FeesOverBudget { get; } = new("fees-over-budget", AuditSeverity.Contradiction, "fees stay within the budget", "费用不超预算");

    /// <summary>Gets the rule that the fees of an initiative stay within its budget line.</summary>
    public static AuditRule FeesOverLine { get; } = new("fees-over-line", AuditSeverity.Contradiction, "an initiative's fees stay within its line", "举措费用不超其预算项");

    /// <summary>Gets the rule that a stated comparison holds.</summary>
    public static AuditRule Comparison { get; } = new("comparison", AuditSeverity.Contradiction, "a stated comparison holds", "比较结论成立");

    /// <summary>Gets the rule that what is said to be best is not beaten.</summary>
    public static AuditRule Best { get; } = new("best", AuditSeverity.Contradiction, "what is said to be best is not beaten", "“最佳”未被超过");

    /// <summary>Gets the rule that hires stated twice for one scope are the same.</summary>
    public static AuditRule HeadcountRestated { get; } = new("headcount-restated", AuditSeverity.Contradiction, "hires stated twice are the same", "招聘人数前后一致");

    /// <summary>Gets the rule that a target's cycle fits the plan's period.</summary>
    public static AuditRule TargetPeriod { get; } = new("target-period", AuditSeverity.Contradiction, "the target's cycle fits the plan's period", "目标周期与计划期一致");

    /// <summary>Gets the rule that target = baseline x (1 + growth), where all three are stated.</summary>
    public static AuditRule Growth { get; } = new("growth", AuditSeverity.Contradiction, "target = baseline x (1 + growth)", "目标 = 基数 ×（1 + 增长率）");

    /// <summary>Gets the rule that a stated attainment is actual / target, at the precision stated.</summary>
    public static AuditRule Attainment { get; } = new("attainment", AuditSeverity.Contradiction, "the stated attainment is actual / target", "所述达成率 = 实际 / 目标");

    /// <summary>Gets the rule that a KPI's target stated twice is the same.</summary>
    public static AuditRule KpiRestated { get; } = new("kpi-restated", AuditSeverity.Contradiction, "a KPI's target stated twice is the same", "指标目标前后一致");

    /// <summary>Gets the rule that a margin said to be kept or raised is.</summary>
    public static AuditRule Margin { get; } = new("margin", AuditSeverity.Contradiction, "a margin said to be kept is", "“毛利率保持”属实");

    /// <summary>Gets the rule that a new price is the old one less the cut.</summary>
    public static AuditRule Price { get; } = new("price", AuditSeverity.Contradiction, "the new price is the old one less the cut", "新价 = 原价减降幅");

    /// <summary>Gets the rule that expected sales agree with the funnel, where both are stated.</summary>
    public static AuditRule ExpectedSales { get; } = new("expected-sales", AuditSeverity.Contradiction, "expected sales agree with the funnel", "预期销售额与漏斗一致");

    /// <summary>Gets the rule that a return with a definition is what the plan's figures give by it.</summary>
    public static AuditRule RoiValue { get; } = new("roi-value", AuditSeverity.Contradiction, "a stated return follows from its definition", "所述回报率符合其定义");

    /// <summary>Gets the rule that a return has a definition.</summary>
    public static AuditRule RoiUndefined { get; } = new("roi-undefined", AuditSeverity.Doubt, "a return on investment has a definition", "投资回报率有定义");

    /// <summary>Gets the rule that a figure for an area, a store or a time says which.</summary>
    public static AuditRule UnitMissing { get; } = new("unit-missing", AuditSeverity.Doubt, "a figure says what it is for", "数值注明单位");

    /// <summary>Gets the rule that the order value which expected sales imply is of the company's order of magnitude: half to double.</summary>
    public static AuditRule ImpliedOrderValue { get; } = new("implied-order-value", AuditSeverity.Doubt, "the implied order value is plausible", "隐含客单价合理");

    /// <summary>Gets the rule that a planned conversion is not above the initiative's own trial.</summary>
    public static AuditRule TrialConversion { get; } = new("trial-conversion", AuditSeverity.Doubt, "a planned conversion is backed by the trial", "计划转化率有试运行支持");

    /// <summary>Gets the rule that a baseline for the whole lies between those of its parts.</summary>
    public static AuditRule BaselineOfPart { get; } = new("baseline-of-part", AuditSeverity.Doubt, "a baseline for the whole is not that of one part", "整体基线不是局部基线");

    /// <summary>Gets the rule that shares of a number of things give whole numbers.</summary>
    public static AuditRule CountNotWhole { get; } = new("count-not-whole", AuditSeverity.Note, "shares of things give whole numbers", "按占比拆分为整数");

    /// <summary>Gets all rules, in the order in which they run.</summary>
    public static IReadOnlyList<AuditRule> All { get; } =
    [
        Sum, BudgetRestated, LineClaimedTwice, FeesOverBudget, FeesOverLine, Comparison, Best, HeadcountRestated, TargetPeriod, Growth, Attainment,
        KpiRestated, Margin, Price, ExpectedSales, RoiValue, RoiUndefined, UnitMissing, ImpliedOrderValue, TrialConversion, BaselineOfPart, CountNotWhole,
    ];

    /// <summary>Gets the id, such as <c>fees-over-budget</c>; it does not change between versions.</summary>
    public string Id { get; }

    /// <summary>Gets how much a failure weighs.</summary>
    public AuditSeverity Severity { get; }

    /// <summary>Gets what holds where the rule is kept.</summary>
    public LocalText Title { get; }

    /// <summary>Returns the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
