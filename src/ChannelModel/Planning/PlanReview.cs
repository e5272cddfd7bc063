using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Internal;
using ChannelModel.Planning.Rules;

namespace ChannelModel.Planning;

/// <summary>A plan in figures: what was reached, where the money goes, what each initiative would bring, and the audit.</summary>
/// <remarks>
/// <para>The review reads nothing but the plan, so equal plans have equal reviews. What the plan gives no figures for is missing, never 0.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class PlanReview
{
    private PlanReview(GrowthPlan plan)
    {
        Plan = plan;
        Sales = plan.Sales is SalesTarget sales ? new SalesReview(sales, Categories(sales)) : null;
        Kpis = plan.Kpis.Select(kpi => new KpiReview(kpi)).ToArray();
        Budgets = BudgetsOf(plan).ToArray();
        Initiatives = plan.Initiatives.Select(initiative => Review(plan, initiative)).ToArray();
        Counts = plan.Counts.Select(Review).ToArray();
        Audit = PlanAudit.Of(plan);
    }

    /// <summary>Gets the plan.</summary>
    public GrowthPlan Plan { get; }

    /// <summary>Gets the sales against their target.</summary>
    public SalesReview? Sales { get; }

    /// <summary>Gets the KPIs.</summary>
    public IReadOnlyList<KpiReview> Kpis { get; }

    /// <summary>Gets each budget against its fees: first the whole plan, then the categories.</summary>
    public IReadOnlyList<BudgetReview> Budgets { get; }

    /// <summary>Gets what each initiative would cost and bring.</summary>
    public IReadOnlyList<InitiativeReview> Initiatives { get; }

    /// <summary>Gets the numbers of things, split.</summary>
    public IReadOnlyList<CountReview> Counts { get; }

    /// <summary>Gets the audit.</summary>
    public PlanAudit Audit { get; }

    /// <summary>Reviews a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public static PlanReview Of(GrowthPlan plan) => new(Guard.Against.Null(plan));

    private static CategoryReview[] Categories(SalesTarget sales)
    {
        if (sales is not { Actual: Money actual, TargetMix: Mix<ChannelCategory> planned, ActualMix: Mix<ChannelCategory> reached })
        {
            return [];
        }

        ChannelCategory[] all = planned.Keys.Concat(reached.Keys).Distinct().ToArray();
        Allotment<ChannelCategory, Money> targets = Split.By(SplitRule.LargestRemainder, sales.Target, all.Select(category => new KeyValuePair<ChannelCategory, Rate>(category, planned[category])));
        Allotment<ChannelCategory, Money> actuals = Split.By(SplitRule.LargestRemainder, actual, all.Select(category => new KeyValuePair<ChannelCategory, Rate>(category, reached[category])));
        Allotment<ChannelCategory, Money> volumes = Split.By(SplitRule.LargestRemainder, actual - sales.Target, all.Select(category => new KeyValuePair<ChannelCategory, Rate>(category, planned[category])));
        return all
            .Select(category => new CategoryReview(category, planned[category], targets[category], reached[category], actuals[category], volumes[category]))
            .ToArray();
    }

    private static IEnumerable<BudgetReview> BudgetsOf(GrowthPlan plan)
    {
        IEnumerable<ChannelCategory?> scopes = new ChannelCategory?[] { null }.Concat(PlanView.Categories(plan));
        foreach (ChannelCategory? scope in scopes)
        {
            var budgets = PlanView.BudgetsOf(plan, scope);
            if (budgets.Count > 0)
            {
                yield return new BudgetReview(scope, budgets[0].Amount, Money.Sum(PlanView.FeesOf(plan, scope).Select(fee => fee.Fees), plan.Currency));
            }
        }
    }

    private static CountReview Review(PlanCount count)
    {
        Allotment<string, long> whole = Split.By(SplitRule.LargestRemainder, count.Total, count.Mix);
        return new CountReview(
            count,
            count.Mix.Select(share => new KeyValuePair<string, decimal>(share.Key, Exact.Canonical(count.Total * share.Value.ToFraction()))).ToArray(),
            count.Mix.Select(share => new KeyValuePair<string, long>(share.Key, whole[share.Key])).ToArray());
    }

    private static InitiativeReview Review(GrowthPlan plan, Initiative initiative)
    {
        Funnel? funnel = initiative.Funnel;
        Money? revenue = funnel?.Revenue(Rounding.HalfAwayFromZero);
        RoiFacts? facts = PlanView.Facts(plan, initiative);
        Money? statedReturn = facts is not null && initiative.Roi is { Definition: null } roi ? facts.Cost.Multiply(roi.Value, Rounding.HalfAwayFromZero) : null;
        UnitEconomics? after = initiative.PriceMove is PriceMove move
            ? UnitEconomics.OfMargin(move.Price, Rate.Zero).AfterPriceCut(move.PriceCut).WithMargin(move.Margin)
            : null;
        return new InitiativeReview(
            initiative,
            PlanView.Fees(plan, initiative),
            revenue,
            facts is { Cost.IsZero: false } ? Returns(facts).ToArray() : [],
            statedReturn,
            statedReturn is Money back && facts!.Revenue is { IsZero: false } sold ? Rate.Of(back, sold) : null,
            after?.BeforeCostSaving(initiative.PriceMove!.CostSaving).BeforePriceCut(initiative.PriceMove.PriceCut),
            after);
    }

    private static IEnumerable<KeyValuePair<RoiDefinition, decimal>> Returns(RoiFacts facts)
    {
        foreach (RoiDefinition definition in RoiDefinition.All)
        {
            if (definition.Of(facts, 4) is decimal value)
            {
                yield return new KeyValuePair<RoiDefinition, decimal>(definition, value);
            }
        }
    }
}
