using System;
using System.Collections.Generic;

namespace ChannelModel.Contracts;

/// <summary>Something that must be shown before a partnership moves on.</summary>
/// <remarks>A closed set: the transitions name which of them they ask for. See <see cref="NamedCode{TSelf}"/> for equality and ordering.</remarks>
public sealed class StageCriterion : NamedCode<StageCriterion>
{
    private StageCriterion(string code, LocalText name)
        : base(code, name)
    {
    }

    /// <summary>Gets: the goal is named.</summary>
    public static StageCriterion GoalNamed { get; } = new("goal-named", new LocalText("goal named", "明确合作目标"));

    /// <summary>Gets: the channel's need is named.</summary>
    public static StageCriterion NeedNamed { get; } = new("need-named", new LocalText("channel need named", "明确渠道需求"));

    /// <summary>Gets: the expected return is named.</summary>
    public static StageCriterion ReturnNamed { get; } = new("return-named", new LocalText("expected return named", "明确预期收益"));

    /// <summary>Gets: the resources are agreed.</summary>
    public static StageCriterion ResourcesAgreed { get; } = new("resources-agreed", new LocalText("resources agreed", "商定资源"));

    /// <summary>Gets: the schedule is agreed.</summary>
    public static StageCriterion ScheduleAgreed { get; } = new("schedule-agreed", new LocalText("schedule agreed", "商定时间表"));

    /// <summary>Gets: the KPIs are agreed.</summary>
    public static StageCriterion KpisAgreed { get; } = new("kpis-agreed", new LocalText("KPIs agreed", "商定考核指标"));

    /// <summary>Gets: the term is set.</summary>
    public static StageCriterion TermSet { get; } = new("term-set", new LocalText("term set", "约定合作期限"));

    /// <summary>Gets: the clauses on breach are set.</summary>
    public static StageCriterion BreachClausesSet { get; } = new("breach-clauses-set", new LocalText("breach clauses set", "约定违约条款"));

    /// <summary>Gets: the clauses on disputes are set.</summary>
    public static StageCriterion DisputeClausesSet { get; } = new("dispute-clauses-set", new LocalText("dispute clauses set", "约定争议条款"));

    /// <summary>Gets: the money is in place.</summary>
    public static StageCriterion MoneyInPlace { get; } = new("money-in-place", new LocalText("money in place", "资金到位"));

    /// <summary>Gets: the people are in place.</summary>
    public static StageCriterion PeopleInPlace { get; } = new("people-in-place", new LocalText("people in place", "人员到位"));

    /// <summary>Gets: the equipment is in place.</summary>
    public static StageCriterion EquipmentInPlace { get; } = new("equipment-in-place", new LocalText("equipment in place", "设备到位"));

    /// <summary>Gets: sales are evaluated.</summary>
    public static StageCriterion SalesEvaluated { get; } = new("sales-evaluated", new LocalText("sales evaluated", "评估销售"));

    /// <summary>Gets: the influence on the brand is evaluated.</summary>
    public static StageCriterion BrandEvaluated { get; } = new("brand-evaluated", new LocalText("brand influence evaluated", "评估品牌影响"));

    /// <summary>Gets: satisfaction is evaluated.</summary>
    public static StageCriterion SatisfactionEvaluated { get; } = new("satisfaction-evaluated", new LocalText("satisfaction evaluated", "评估满意度"));

    /// <summary>Gets: the strategy is adjusted.</summary>
    public static StageCriterion StrategyAdjusted { get; } = new("strategy-adjusted", new LocalText("strategy adjusted", "调整策略"));

    /// <summary>Gets: the renewal is decided.</summary>
    public static StageCriterion RenewalDecided { get; } = new("renewal-decided", new LocalText("renewal decided", "决定续约"));

    /// <summary>Gets: the reason for a suspension or an end is documented.</summary>
    public static StageCriterion ReasonDocumented { get; } = new("reason-documented", new LocalText("reason documented", "记录原因"));

    /// <summary>Gets: the cause of a suspension is removed.</summary>
    public static StageCriterion CauseRemoved { get; } = new("cause-removed", new LocalText("cause removed", "消除中止原因"));

    /// <summary>Gets all criteria.</summary>
    public static IReadOnlyList<StageCriterion> All { get; } =
    [
        GoalNamed, NeedNamed, ReturnNamed, ResourcesAgreed, ScheduleAgreed, KpisAgreed, TermSet, BreachClausesSet, DisputeClausesSet, MoneyInPlace, PeopleInPlace, EquipmentInPlace,
        SalesEvaluated, BrandEvaluated, SatisfactionEvaluated, StrategyAdjusted, RenewalDecided, ReasonDocumented, CauseRemoved,
    ];

    /// <summary>Finds a criterion by its code.</summary>
    /// <param name="code">Such as <c>goal-named</c>.</param>
    /// <returns>The criterion, or <see langword="null"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    public static StageCriterion? Find(string code) => Known(All, code ?? throw new ArgumentNullException(nameof(code)));
}
