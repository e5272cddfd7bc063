using System;
using System.Collections.Generic;
using ChannelModel.Channels;
using NodaTime;

namespace ChannelModel.Planning;

/// <summary>A growth plan as it was written: targets, budgets, initiatives, hires and what the plan claims of them, with the results where there are any.</summary>
/// <remarks>
/// <para>
/// A plan may contradict itself; that is for <see cref="PlanAudit"/> to find. What cannot be is refused when the plan is built: an id twice, an amount of another
/// currency, a reference to an initiative that is not there.
/// </para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class GrowthPlan
{
    internal GrowthPlan(
        GrowthPlanBuilder head,
        SalesTarget? sales,
        Money? companyAverageOrderValue,
        IReadOnlyList<PlanKpi> kpis,
        IReadOnlyList<PlanCount> counts,
        IReadOnlyList<Budget> budgets,
        IReadOnlyList<Headcount> headcounts,
        IReadOnlyList<Initiative> initiatives,
        IReadOnlyList<Synergy> synergies,
        IReadOnlyList<PlanClaim> claims)
    {
        Id = head.Id;
        Name = head.Name;
        Currency = head.Currency;
        Period = head.Period;
        Sales = sales;
        CompanyAverageOrderValue = companyAverageOrderValue;
        Kpis = kpis;
        Counts = counts;
        Budgets = budgets;
        Headcounts = headcounts;
        Initiatives = initiatives;
        Synergies = synergies;
        Claims = claims;
    }

    /// <summary>Gets the id.</summary>
    public Id<GrowthPlan> Id { get; }

    /// <summary>Gets the name.</summary>
    public LocalText Name { get; }

    /// <summary>Gets the currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>Gets the period that the plan is for; both ends are included.</summary>
    public DateInterval Period { get; }

    /// <summary>Gets the sales target.</summary>
    public SalesTarget? Sales { get; }

    /// <summary>Gets the average order value of the whole company.</summary>
    public Money? CompanyAverageOrderValue { get; }

    /// <summary>Gets the KPIs.</summary>
    public IReadOnlyList<PlanKpi> Kpis { get; }

    /// <summary>Gets the numbers of things that the plan splits by shares.</summary>
    public IReadOnlyList<PlanCount> Counts { get; }

    /// <summary>Gets the budget trees; a plan may state several, for one scope or for different ones.</summary>
    public IReadOnlyList<Budget> Budgets { get; }

    /// <summary>Gets the statements of hires.</summary>
    public IReadOnlyList<Headcount> Headcounts { get; }

    /// <summary>Gets the initiatives.</summary>
    public IReadOnlyList<Initiative> Initiatives { get; }

    /// <summary>Gets the synergies between channels.</summary>
    public IReadOnlyList<Synergy> Synergies { get; }

    /// <summary>Gets what the plan claims of its own figures.</summary>
    public IReadOnlyList<PlanClaim> Claims { get; }

    /// <summary>Begins a plan.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name.</param>
    /// <param name="currency">The currency of all amounts.</param>
    /// <param name="period">The period; both ends are included.</param>
    /// <returns>A builder for the parts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/>, <paramref name="name"/> or <paramref name="period"/> is <see langword="null"/>.</exception>
    public static GrowthPlanBuilder Define(Id<GrowthPlan> id, LocalText name, Currency currency, DateInterval period) =>
        new(id, name, currency, period);

    /// <summary>Returns the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id.Value;
}
