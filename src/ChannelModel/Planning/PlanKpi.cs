using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Kpis;

namespace ChannelModel.Planning;

/// <summary>What a plan says of one KPI: baseline, target, result, and what other chapters say of the same.</summary>
/// <remarks>
/// <para>Range: every figure has the kind that the KPI's unit asks for. What is not stated is <see langword="null"/>: no data is not zero.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class PlanKpi
{
    /// <summary>Initializes a new instance of the <see cref="PlanKpi"/> class.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="target">The target.</param>
    /// <param name="baseline">The value before.</param>
    /// <param name="actual">The value reached.</param>
    /// <param name="baselineParts">The baselines of parts of the whole, such as regions.</param>
    /// <param name="restatedTargets">What other chapters state as the target, each with its chapter.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kpi"/> or <paramref name="target"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A figure is of another kind than the target or than the KPI's unit, a count is below 0 or not whole, or the KPI asks for a range.</exception>
    public PlanKpi(
        Kpi kpi,
        Figure target,
        Figure? baseline = null,
        Figure? actual = null,
        IEnumerable<KeyValuePair<LocalText, Figure>>? baselineParts = null,
        IEnumerable<KeyValuePair<LocalText, Figure>>? restatedTargets = null)
    {
        Kpi = Guard.Against.Null(kpi);
        Target = Guard.Against.Null(target).Stated(nameof(target));
        if (target.Kind != KindOf(kpi.Unit))
        {
            throw new ArgumentException($"KPI '{kpi.Id}' is measured in {kpi.Unit}; the target {target} is a figure of another kind.", nameof(target));
        }

        Baseline = Same(baseline, nameof(baseline));
        Actual = Same(actual, nameof(actual));
        BaselineParts = baselineParts?.ToArray() ?? [];
        RestatedTargets = restatedTargets?.ToArray() ?? [];
        Goal = new KpiTarget(kpi, ValueOf(target), baseline is null ? null : ValueOf(baseline));
        foreach (KeyValuePair<LocalText, Figure> pair in BaselineParts.Concat(RestatedTargets))
        {
            Same(pair.Value, pair.Key.En);
        }
    }

    /// <summary>Gets the KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>Gets the target.</summary>
    public Figure Target { get; }

    /// <summary>Gets the value before, if it is stated.</summary>
    public Figure? Baseline { get; }

    /// <summary>Gets the value reached, if there is data.</summary>
    public Figure? Actual { get; }

    /// <summary>Gets the baselines of parts of the whole.</summary>
    public IReadOnlyList<KeyValuePair<LocalText, Figure>> BaselineParts { get; }

    /// <summary>Gets what other chapters state as the target.</summary>
    public IReadOnlyList<KeyValuePair<LocalText, Figure>> RestatedTargets { get; }

    /// <summary>Gets target and baseline as the KPI's goal, which judges values: attainment, progress, whether it is met.</summary>
    public KpiTarget Goal { get; }

    /// <summary>The figure as a value of a KPI.</summary>
    internal static FigureKind KindOf(KpiUnit unit) => unit.Kind switch
    {
        KpiUnitKind.Percent => FigureKind.Percent,
        KpiUnitKind.Money => FigureKind.Money,
        KpiUnitKind.Count => FigureKind.Count,
        _ => FigureKind.Number,
    };

    internal static KpiValue ValueOf(Figure figure) => figure.Kind switch
    {
        FigureKind.Percent => Rate.Percent(figure.Value),
        FigureKind.Money => Money.Of(figure.Value, figure.Currency),
        _ => figure.Value,
    };

    private Figure? Same(Figure? figure, string name) =>
        figure is not null && (figure.Kind != Target.Kind || figure.Currency != Target.Currency)
            ? throw new ArgumentException($"The figure {figure} of {name} has another unit than the target {Target}.", name)
            : figure?.Stated(name);
}
