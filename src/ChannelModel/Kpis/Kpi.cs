using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Kpis;

/// <summary>What is watched: a name, a unit, the direction that is good, and how readings become one.</summary>
/// <remarks>
/// <para>Range: a <see cref="KpiAggregation.Ratio"/> needs a unit of percent, number or money (such as sales by orders); percentages and scores cannot be summed.</para>
/// <para>Equality is by reference; the id tells KPIs apart. A class, since no KPI would be a good default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Kpi
{
    /// <summary>Initializes a new instance of the <see cref="Kpi"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="unit">What it is measured in.</param>
    /// <param name="direction">Where it should move.</param>
    /// <param name="aggregation">How readings become one.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value of an enum is not defined.</exception>
    /// <exception cref="ArgumentException">A ratio with a unit other than percent, number or money, or a sum of percentages or scores.</exception>
    public Kpi(Id<Kpi> id, LocalText name, KpiUnit unit, KpiDirection direction, KpiAggregation aggregation)
    {
        Id = Guard.Against.Null(id);
        Name = Guard.Against.Null(name);
        Unit = Guard.Against.Null(unit);
        if (direction is < KpiDirection.Higher or > KpiDirection.InRange)
        {
            throw new ArgumentOutOfRangeException(nameof(direction), direction, "Expected a defined direction.");
        }

        if (aggregation is < KpiAggregation.Sum or > KpiAggregation.Latest)
        {
            throw new ArgumentOutOfRangeException(nameof(aggregation), aggregation, "Expected a defined aggregation.");
        }

        if (aggregation == KpiAggregation.Ratio && unit.Kind is not (KpiUnitKind.Percent or KpiUnitKind.Number or KpiUnitKind.Money))
        {
            throw new ArgumentException($"KPI '{id}' in {unit} cannot be a ratio; expected percent, number or money.", nameof(aggregation));
        }

        if (aggregation == KpiAggregation.Sum && unit.Kind is (KpiUnitKind.Percent or KpiUnitKind.Score))
        {
            throw new ArgumentException($"KPI '{id}' in {unit} cannot be summed; expected mean, ratio or latest.", nameof(aggregation));
        }

        Direction = direction;
        Aggregation = aggregation;
    }

    /// <summary>Gets the id.</summary>
    public Id<Kpi> Id { get; }

    /// <summary>Gets the name to show.</summary>
    public LocalText Name { get; }

    /// <summary>Gets what it is measured in.</summary>
    public KpiUnit Unit { get; }

    /// <summary>Gets where it should move.</summary>
    public KpiDirection Direction { get; }

    /// <summary>Gets how readings become one.</summary>
    public KpiAggregation Aggregation { get; }

    /// <summary>Returns the id.</summary>
    /// <returns>The id's text.</returns>
    public override string ToString() => Id.Value;

    /// <summary>Throws unless the value is of the KPI's unit.</summary>
    internal KpiValue Check(KpiValue value, string parameter) =>
        Unit.Accepts(value)
            ? value
            : throw new ArgumentException($"KPI '{Id}' is measured in {Unit}; {value} is not of that unit or outside its range.", parameter);
}
