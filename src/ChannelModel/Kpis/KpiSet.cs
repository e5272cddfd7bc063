using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>The KPIs that are watched over a period, as data: <see cref="Watch"/> turns readings into a report.</summary>
/// <remarks>
/// <para>Range: at least one KPI; each KPI, each rule and each subject has an id of its own; a pace covers exactly the period; the demand of a stock is a KPI of the set that adds up.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class KpiSet
{
    private readonly Dictionary<Id<KpiSubject>, KpiSubject> _subjects = [];

    /// <summary>Initializes a new instance of the <see cref="KpiSet"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="period">The days that the targets are for, both ends included.</param>
    /// <param name="kpis">The KPIs.</param>
    /// <param name="subjects">The names of subjects; one that is not here is shown by its id.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="subjects"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no KPI, an id is there twice, a pace covers other days, or a demand is missing or does not add up.</exception>
    public KpiSet(Id<KpiSet> id, LocalText name, DateInterval period, IEnumerable<KpiWatch> kpis, IEnumerable<KpiSubject>? subjects = null)
    {
        Id = Guard.Against.Null(id);
        Name = Guard.Against.Null(name);
        Period = Guard.Against.Null(period);
        Kpis = [.. Guard.Against.Null(kpis)];
        Subjects = subjects?.ToArray() ?? [];
        foreach (KpiSubject subject in Subjects)
        {
            if (_subjects.ContainsKey(subject.Id))
            {
                throw new ArgumentException($"The subject '{subject.Id}' is there twice; expected each id once.", nameof(subjects));
            }

            _subjects.Add(subject.Id, subject);
        }

        string? problem = Kpis.Count == 0 ? "There is no KPI; expected at least one."
            : Twice(Kpis.Select(watch => watch.Kpi.Id.Value)) is string kpi ? $"The KPI '{kpi}' is there twice; expected each id once."
            : Twice(Kpis.SelectMany(watch => watch.Rules).Select(rule => rule.Id.Value)) is string rule ? $"The rule '{rule}' is there twice; expected each id once."
            : Kpis.FirstOrDefault(watch => watch.Pace is PaceProfile pace && !pace.Period.Equals(period)) is KpiWatch paced
                ? $"The pace of KPI '{paced.Kpi.Id}' covers {KpiText.Date(paced.Pace!.Period.Start)} to {KpiText.Date(paced.Pace.Period.End)}; expected the period {KpiText.Date(period.Start)} to {KpiText.Date(period.End)}."
            : null;
        problem ??= Kpis.SelectMany(watch => watch.Rules).OfType<KpiStockRule>().Select(Missing).FirstOrDefault(missing => missing is not null);
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(kpis));
        }
    }

    /// <summary>Gets the id.</summary>
    public Id<KpiSet> Id { get; }

    /// <summary>Gets the name to show.</summary>
    public LocalText Name { get; }

    /// <summary>Gets the days that the targets are for, both ends included.</summary>
    public DateInterval Period { get; }

    /// <summary>Gets the KPIs.</summary>
    public IReadOnlyList<KpiWatch> Kpis { get; }

    /// <summary>Gets the subjects that have a name.</summary>
    public IReadOnlyList<KpiSubject> Subjects { get; }

    /// <summary>Returns the KPI of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The KPI, or <see langword="null"/> if it is not in the set.</returns>
    public KpiWatch? Find(Id<Kpi> id) => Kpis.FirstOrDefault(watch => watch.Kpi.Id == id);

    /// <summary>Returns the name of a subject.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The name; the id where the set has none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    public LocalText NameOf(Id<KpiSubject> id) => _subjects.TryGetValue(Guard.Against.Null(id), out KpiSubject? subject) ? subject.Name : new LocalText(id.Value);

    /// <summary>Watches the KPIs on a day.</summary>
    /// <param name="readings">The readings, in any order. Those that end after the day are not looked at; bad ones are listed in the report and lose none of the others.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="confidence">The confidence of the forecasts' intervals.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="readings"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not defined.</exception>
    public KpiWatchReport Watch(IEnumerable<KpiReading> readings, LocalDate asOf, KpiConfidence confidence = KpiConfidence.Percent95) =>
        KpiWatching.Run(this, Guard.Against.Null(readings), asOf, confidence);

    private static string? Twice(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any())?.Key;

    private string? Missing(KpiStockRule rule) => Find(rule.Demand) is not KpiWatch demand ? $"The rule '{rule}' asks for the demand '{rule.Demand}', which is not in the set; expected a KPI of the set."
        : demand.Kpi.Aggregation != KpiAggregation.Sum ? $"The demand '{rule.Demand}' of the rule '{rule}' aggregates by {demand.Kpi.Aggregation}; expected a sum."
        : null;
}
