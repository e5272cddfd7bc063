using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Channels;
using NodaTime;

namespace ChannelModel.Planning;

/// <summary>Collects the parts of a plan and makes the plan, or says everything that is wrong.</summary>
/// <remarks>Mutable, for one thread. The plans it makes are immutable and do not change when the builder goes on.</remarks>
public sealed class GrowthPlanBuilder
{
    private readonly List<PlanKpi> _kpis = [];
    private readonly List<PlanCount> _counts = [];
    private readonly List<Budget> _budgets = [];
    private readonly List<Headcount> _headcounts = [];
    private readonly List<Initiative> _initiatives = [];
    private readonly List<Synergy> _synergies = [];
    private readonly List<PlanClaim> _claims = [];
    private SalesTarget? _sales;
    private Money? _companyOrderValue;

    internal GrowthPlanBuilder(Id<GrowthPlan> id, LocalText name, Currency currency, DateInterval period)
    {
        Id = Guard.Against.Null(id);
        Name = Guard.Against.Null(name);
        Currency = currency;
        Period = Guard.Against.Null(period);
    }

    internal Id<GrowthPlan> Id { get; }

    internal LocalText Name { get; }

    internal Currency Currency { get; }

    internal DateInterval Period { get; }

    /// <summary>Sets the sales target.</summary>
    /// <param name="sales">The target.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sales"/> is <see langword="null"/>.</exception>
    public GrowthPlanBuilder Sales(SalesTarget sales)
    {
        _sales = Guard.Against.Null(sales);
        return this;
    }

    /// <summary>Sets the average order value of the whole company.</summary>
    /// <param name="value">The value, above 0.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not above 0.</exception>
    public GrowthPlanBuilder CompanyAverageOrderValue(Money value)
    {
        _companyOrderValue = value.Amount > 0m ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected an amount above 0.");
        return this;
    }

    /// <summary>Adds a KPI.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kpi"/> is <see langword="null"/>.</exception>
    public GrowthPlanBuilder Add(PlanKpi kpi) => AddTo(_kpis, kpi);

    /// <summary>Adds a number of things.</summary>
    /// <param name="count">The count.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="count"/> is <see langword="null"/>.</exception>
    public GrowthPlanBuilder Add(PlanCount count) => AddTo(_counts, count);

    /// <summary>Adds a budget tree.</summary>
    /// <param name="budget">The root of the tree.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="budget"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="budget"/> is a line, not a root.</exception>
    public GrowthPlanBuilder Add(Budget budget)
    {
        Guard.Against.Null(budget);
        return budget.Id is null
            ? throw new ArgumentException("The budget is a line; expected the root of a tree.", nameof(budget))
            : AddTo(_budgets, budget);
    }

    /// <summary>Adds a statement of hires.</summary>
    /// <param name="headcount">The statement.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="headcount"/> is <see langword="null"/>.</exception>
    public GrowthPlanBuilder Add(Headcount headcount) => AddTo(_headcounts, headcount);

    /// <summary>Adds an initiative.</summary>
    /// <param name="initiative">The initiative.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="initiative"/> is <see langword="null"/>.</exception>
    public GrowthPlanBuilder Add(Initiative initiative) => AddTo(_initiatives, initiative);

    /// <summary>Adds a synergy.</summary>
    /// <param name="synergy">The synergy.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="synergy"/> is <see langword="null"/>.</exception>
    public GrowthPlanBuilder Add(Synergy synergy) => AddTo(_synergies, synergy);

    /// <summary>Adds a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="claim"/> is <see langword="null"/>.</exception>
    public GrowthPlanBuilder Add(PlanClaim claim) => AddTo(_claims, claim);

    /// <summary>Makes the plan.</summary>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">The parts do not fit together; the message lists every defect.</exception>
    public GrowthPlan Build() => TryBuild(out GrowthPlan? plan, out IReadOnlyList<PlanDefect> defects)
        ? plan
        : throw new ArgumentException("The plan cannot be built:\n" + string.Join("\n", defects));

    /// <summary>Makes the plan, or lists every defect: an id that is there twice, an amount of another currency, a reference to an initiative that is not there, a code with two names.</summary>
    /// <param name="plan">The plan, or <see langword="null"/>.</param>
    /// <param name="defects">Everything that is wrong; empty if the plan was made.</param>
    /// <returns>Whether the plan was made.</returns>
    public bool TryBuild([NotNullWhen(true)] out GrowthPlan? plan, out IReadOnlyList<PlanDefect> defects)
    {
        var candidate = new GrowthPlan(
            this, _sales, _companyOrderValue, _kpis.ToArray(), _counts.ToArray(), _budgets.ToArray(), _headcounts.ToArray(), _initiatives.ToArray(), _synergies.ToArray(), _claims.ToArray());
        PlanDefect[] found = Defects(candidate).ToArray();
        defects = found;
        plan = found.Length == 0 ? candidate : null;
        return plan is not null;
    }

    private static IEnumerable<PlanDefect> Defects(GrowthPlan plan) =>
        Twice(plan.Initiatives.Select(initiative => initiative.Channel.Id.Value), "$.initiatives[{0}].id")
            .Concat(Twice(plan.Kpis.Select(kpi => kpi.Kpi.Id.Value), "$.kpis[{0}].id"))
            .Concat(Twice(plan.Counts.Select(count => count.Id.Value), "$.counts[{0}].id"))
            .Concat(Twice(plan.Budgets.Select(budget => budget.Id!.Value), "$.budgets[{0}].id"))
            .Concat(Unknown(plan))
            .Concat(PlanCurrencies.Check(plan))
            .Concat(PlanCodes.Check(plan));

    private static IEnumerable<PlanDefect> Twice(IEnumerable<string> ids, string path)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        int index = 0;
        foreach (string id in ids)
        {
            if (first.TryGetValue(id, out int earlier))
            {
                yield return new PlanDefect(
                    string.Format(CultureInfo.InvariantCulture, path, index),
                    $"the id '{id}' is there twice, first at {string.Format(CultureInfo.InvariantCulture, path, earlier)}",
                    "an id of its own");
            }
            else
            {
                first.Add(id, index);
            }

            index++;
        }
    }

    private static IEnumerable<PlanDefect> Unknown(GrowthPlan plan)
    {
        var known = new HashSet<Id<Channel>>(plan.Initiatives.Select(initiative => initiative.Channel.Id));
        foreach ((Id<Channel> id, string path) in References(plan))
        {
            if (!known.Contains(id))
            {
                yield return new PlanDefect(path, $"the plan has no initiative '{id}'", known.Count == 0 ? "no reference" : "one of " + string.Join(", ", known));
            }
        }
    }

    private static IEnumerable<(Id<Channel> Id, string Path)> References(GrowthPlan plan)
    {
        for (int i = 0; i < plan.Budgets.Count; i++)
        {
            foreach ((Id<Channel>, string) reference in InBudget(plan.Budgets[i], FormattableString.Invariant($"$.budgets[{i}]")))
            {
                yield return reference;
            }
        }

        for (int i = 0; i < plan.Claims.Count; i++)
        {
            string path = FormattableString.Invariant($"$.claims[{i}]");
            switch (plan.Claims[i])
            {
                case SumClaim sum:
                    for (int k = 0; k < sum.Parts.Count; k++)
                    {
                        if (sum.Parts[k].Initiative is Id<Channel> part)
                        {
                            yield return (part, FormattableString.Invariant($"{path}.parts[{k}].initiative"));
                        }
                    }

                    break;
                case ComparisonClaim comparison:
                    if (comparison.Left.Initiative is Id<Channel> left)
                    {
                        yield return (left, path + ".left.initiative");
                    }

                    if (comparison.Right.Initiative is Id<Channel> right)
                    {
                        yield return (right, path + ".right.initiative");
                    }

                    break;
                case BestClaim best:
                    yield return (best.Initiative, path + ".initiative");
                    break;
            }
        }
    }

    private static IEnumerable<(Id<Channel> Id, string Path)> InBudget(Budget budget, string path)
    {
        if (budget.Initiative is Id<Channel> own)
        {
            yield return (own, path + ".initiative");
        }

        for (int i = 0; i < budget.Lines.Count; i++)
        {
            foreach ((Id<Channel>, string) reference in InBudget(budget.Lines[i], FormattableString.Invariant($"{path}.lines[{i}]")))
            {
                yield return reference;
            }
        }
    }

    private GrowthPlanBuilder AddTo<T>(List<T> list, T part)
        where T : class
    {
        list.Add(Guard.Against.Null(part));
        return this;
    }
}
