using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Kpis;

/// <summary>One KPI of a <see cref="KpiSet"/>: its target, its pace, the bands of its status, and when to warn.</summary>
/// <remarks>
/// <para>Range: parts fit the KPI and one another; what is left out is not judged. Target, pace and bands are the whole's; rules look at subjects as well.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class KpiWatch
{
    /// <summary>Initializes a new instance of the <see cref="KpiWatch"/> class.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="target">Its target for the period of the set.</param>
    /// <param name="pace">Its pace; its period is that of the set.</param>
    /// <param name="bands">The bands of its status; all but those on the value need a target, those on the pace a pace.</param>
    /// <param name="rules">When to warn.</param>
    /// <param name="source">Whose readings are watched; <see langword="null"/> for readings of any source.</param>
    /// <param name="check">How readings that the partner reports are held against a third party's; <see langword="null"/> for not at all. Needs a <paramref name="source"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kpi"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A part does not fit the KPI or another part; the message says which and what was expected.</exception>
    public KpiWatch(
        Kpi kpi,
        KpiTarget? target = null,
        PaceProfile? pace = null,
        KpiBands? bands = null,
        IEnumerable<KpiRule>? rules = null,
        KpiSource? source = null,
        ReportedTolerance? check = null)
    {
        Kpi = Guard.Against.Null(kpi);
        Target = target;
        Pace = pace;
        Bands = bands;
        Rules = rules?.ToArray() ?? [];
        Source = source;
        Check = check;
        string? misfit = target is not null && target.Kpi.Id != kpi.Id ? $"has a target of '{target.Kpi.Id}'; expected its own"
            : bands is null ? null
            : bands.Measure != KpiMeasure.Value && target is null ? $"has bands on {bands.Measure} and no target; expected a target"
            : bands.Measure == KpiMeasure.Pace && pace is null ? "has bands on the pace and no pace; expected a pace"
            : bands.Measure == KpiMeasure.Value && !bands.Above.All(band => kpi.Unit.Accepts(band.From)) ? $"is measured in {kpi.Unit}, the edges of its bands are not; expected edges of its unit"
            : null;
        misfit ??= check is not null && source is null ? "is checked against a third party and does not say whose readings are watched; expected a source" : null;
        misfit ??= Rules.Select(rule => rule.Misfit(this) is string problem ? $"has the rule '{rule}' and {problem}" : null).FirstOrDefault(problem => problem is not null);
        if (misfit is not null)
        {
            throw new ArgumentException($"KPI '{kpi.Id}' {misfit}.", nameof(kpi));
        }
    }

    /// <summary>Gets the KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>Gets the target, if there is one.</summary>
    public KpiTarget? Target { get; }

    /// <summary>Gets the pace, if there is one.</summary>
    public PaceProfile? Pace { get; }

    /// <summary>Gets the bands of the status, if there are any.</summary>
    public KpiBands? Bands { get; }

    /// <summary>Gets when to warn.</summary>
    public IReadOnlyList<KpiRule> Rules { get; }

    /// <summary>Gets whose readings are watched, or <see langword="null"/> for any.</summary>
    public KpiSource? Source { get; }

    /// <summary>Gets how reports are held against measurements, if they are.</summary>
    public ReportedTolerance? Check { get; }
}
