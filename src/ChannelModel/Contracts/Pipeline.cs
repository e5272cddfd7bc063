using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>All partnerships on one day: counts, ages, conversion between stages, and what is overdue.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class Pipeline
{
    private Pipeline(LocalDate asOf, IReadOnlyList<StageReport> stages, IReadOnlyList<OverduePartnership> overdue)
    {
        AsOf = asOf;
        Stages = stages;
        Overdue = overdue;
    }

    /// <summary>Gets the day.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Gets every stage, in the order of the stages.</summary>
    public IReadOnlyList<StageReport> Stages { get; }

    /// <summary>Gets what is overdue, the longest over its limit first.</summary>
    public IReadOnlyList<OverduePartnership> Overdue { get; }

    /// <summary>Reports on a day. What happened later is not looked at, and partnerships that began later are left out.</summary>
    /// <param name="partnerships">The partnerships.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="limits">The days that a partnership should be in a stage at most; stages without one are never overdue.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static Pipeline Of(IEnumerable<Partnership> partnerships, LocalDate asOf, IReadOnlyDictionary<PartnershipStage, int> limits)
    {
        Guard.Against.Null(limits);
        var standing = Guard.Against.Null(partnerships)
            .Select(partnership => (Partnership: partnership, Entries: partnership.History.Where(entry => entry.On <= asOf).ToList()))
            .Where(known => known.Entries.Count > 0)
            .ToList();
        var stages = new List<StageReport>();
        foreach (PartnershipStage stage in Enumerable.Range((int)PartnershipStage.InitialContact, (int)PartnershipStage.Renewed + 1).Select(number => (PartnershipStage)number))
        {
            int[] ages = [.. standing.Where(known => known.Entries[known.Entries.Count - 1].Stage == stage).Select(known => Age(known.Entries, asOf)).OrderBy(age => age)];
            StageTransition? forward = StageTransition.All.FirstOrDefault(transition => transition.From == stage && transition.IsForward);
            stages.Add(new StageReport(
                stage,
                ages.Length,
                ages.Length == 0 ? null : ages[0],
                ages.Length == 0 ? null : ages[(ages.Length - 1) / 2],
                ages.Length == 0 ? null : ages[ages.Length - 1],
                standing.Count(known => known.Entries.Exists(entry => entry.Stage == stage)),
                forward is null ? 0 : standing.Count(known => HasMoved(known.Entries, forward))));
        }

        var overdue = new List<OverduePartnership>();
        foreach ((Partnership partnership, List<StageEntry> entries) in standing)
        {
            StageEntry last = entries[entries.Count - 1];
            int age = Age(entries, asOf);
            if (limits.TryGetValue(last.Stage, out int limit) && age > limit)
            {
                // Of a partnership that has moved on since, what it then lacked is not known any more.
                bool isCurrent = entries.Count == partnership.History.Count;
                overdue.Add(new OverduePartnership(partnership, age, limit, isCurrent && partnership.Next is PartnershipStage next ? partnership.Unmet(next, asOf) : []));
            }
        }

        return new Pipeline(asOf, stages, [.. overdue.OrderByDescending(late => late.Days - late.LimitDays).ThenBy(late => late.Partnership.Partner.Id)]);
    }

    private static int Age(List<StageEntry> entries, LocalDate asOf) => Period.DaysBetween(entries[entries.Count - 1].On, asOf);

    /// <summary>Whether the step was made at any time, also with a suspension between.</summary>
    private static bool HasMoved(List<StageEntry> entries, StageTransition forward)
    {
        bool came = false;
        foreach (StageEntry entry in entries)
        {
            if (came && entry.Stage == forward.To)
            {
                return true;
            }

            came = entry.Stage == forward.From || (came && entry.Stage == PartnershipStage.Suspended);
        }

        return false;
    }
}
