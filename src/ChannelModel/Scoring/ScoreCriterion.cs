using System;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using ChannelModel.Kpis;

namespace ChannelModel.Scoring;

/// <summary>One criterion of a scorecard: what is looked at, what its values are worth, and how much it weighs.</summary>
/// <remarks>
/// <para>
/// Range: weights from 0 to 10^9 with at most 9 decimals, in any proportion to each other; a weight of 0 is for values that only gates look at. What does not fit
/// together is reported when the scorecard is built.
/// </para>
/// <para>Equality is by all parts. Immutable, hence safe for use by several threads: every method returns another criterion.</para>
/// </remarks>
public sealed class ScoreCriterion : IEquatable<ScoreCriterion>
{
    private ScoreCriterion(Id<ScoreCriterion> id, LocalText name, KpiUnit unit, ValueCurve? curve, decimal weight)
    {
        Id = id;
        Name = name;
        Unit = unit;
        Curve = curve;
        Weight = Exact.Canonical(weight);
    }

    private ScoreCriterion(ScoreCriterion other)
        : this(other.Id, other.Name, other.Unit, other.Curve, other.Weight)
    {
        Kpi = other.Kpi;
        Missing = other.Missing;
        Shrinkage = other.Shrinkage;
        MinimumSample = other.MinimumSample;
    }

    /// <summary>Gets the id.</summary>
    public Id<ScoreCriterion> Id { get; }

    /// <summary>Gets the name.</summary>
    public LocalText Name { get; }

    /// <summary>Gets the unit of its values.</summary>
    public KpiUnit Unit { get; }

    /// <summary>Gets what its values are worth; <see langword="null"/> where only gates look at it.</summary>
    public ValueCurve? Curve { get; }

    /// <summary>Gets the weight as it was given.</summary>
    public decimal Weight { get; }

    /// <summary>Gets the KPI that it scores, if it was made from one.</summary>
    public Kpi? Kpi { get; private set; }

    /// <summary>Gets what a missing value does; <see cref="MissingPolicy.Fail"/> unless named otherwise, so that no data never passes for a value.</summary>
    public MissingPolicy Missing { get; private set; } = MissingPolicy.Fail;

    /// <summary>Gets how a rate from a small sample is moved.</summary>
    public Shrinkage? Shrinkage { get; private set; }

    /// <summary>Gets the least sample; a value from fewer observations counts as missing. 0 for none.</summary>
    public long MinimumSample { get; private set; }

    /// <summary>Compares two criteria.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are worded alike.</returns>
    public static bool operator ==(ScoreCriterion? left, ScoreCriterion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two criteria.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they are worded differently.</returns>
    public static bool operator !=(ScoreCriterion? left, ScoreCriterion? right) => !(left == right);

    /// <summary>Makes a criterion.</summary>
    /// <param name="id">1 to 100 characters.</param>
    /// <param name="name">The name to print.</param>
    /// <param name="unit">The unit of its values.</param>
    /// <param name="curve">What its values are worth.</param>
    /// <param name="weight">How much it weighs against the others.</param>
    /// <returns>The criterion.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a legal id.</exception>
    public static ScoreCriterion Of(string id, LocalText name, KpiUnit unit, ValueCurve curve, decimal weight) =>
        new(new Id<ScoreCriterion>(id), Guard.Against.Null(name), Guard.Against.Null(unit), Guard.Against.Null(curve), weight) { Missing = Bin(curve) };

    /// <summary>Makes a criterion from a KPI, whose id, name and unit it takes.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="curve">What its values are worth; a rising one for a KPI that should rise, and so on.</param>
    /// <param name="weight">How much it weighs against the others.</param>
    /// <returns>The criterion.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ScoreCriterion Of(Kpi kpi, ValueCurve curve, decimal weight)
    {
        Guard.Against.Null(kpi);
        Guard.Against.Null(curve);
        return new ScoreCriterion(new Id<ScoreCriterion>(kpi.Id.Value), kpi.Name, kpi.Unit, curve, weight) { Kpi = kpi, Missing = Bin(curve) };
    }

    /// <summary>Makes a value that only gates look at; a missing one changes nothing but what the gates say.</summary>
    /// <param name="id">1 to 100 characters.</param>
    /// <param name="name">The name to print.</param>
    /// <param name="unit">The unit of its values.</param>
    /// <returns>The criterion, of weight 0.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a legal id.</exception>
    public static ScoreCriterion ForGates(string id, LocalText name, KpiUnit unit) =>
        new(new Id<ScoreCriterion>(id), Guard.Against.Null(name), Guard.Against.Null(unit), null, 0m) { Missing = MissingPolicy.Exclude };

    /// <summary>Names what a missing value does.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The criterion.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is <see langword="null"/>.</exception>
    public ScoreCriterion WhenMissing(MissingPolicy policy) => new(this) { Missing = Guard.Against.Null(policy) };

    /// <summary>Moves rates from small samples before they are scored; a value without its sample then counts as missing.</summary>
    /// <param name="shrinkage">How.</param>
    /// <returns>The criterion.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shrinkage"/> is <see langword="null"/>.</exception>
    public ScoreCriterion WithShrinkage(Shrinkage shrinkage) => new(this) { Shrinkage = Guard.Against.Null(shrinkage) };

    /// <summary>Takes values from fewer observations as missing.</summary>
    /// <param name="sample">The least number of observations; 0 for none.</param>
    /// <returns>The criterion.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sample"/> is negative.</exception>
    public ScoreCriterion WithMinimumSample(long sample) => sample >= 0
        ? new ScoreCriterion(this) { MinimumSample = sample }
        : throw new ArgumentOutOfRangeException(nameof(sample), sample, "Expected a sample of 0 or more.");

    /// <inheritdoc/>
    public bool Equals(ScoreCriterion? other) =>
        other is not null && Id == other.Id && Name == other.Name && Unit == other.Unit && Curve == other.Curve && Weight == other.Weight
        && Missing == other.Missing && Shrinkage == other.Shrinkage && MinimumSample == other.MinimumSample
        && Kpi?.Direction == other.Kpi?.Direction && Kpi?.Aggregation == other.Kpi?.Aggregation;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScoreCriterion);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Returns the id.</summary>
    /// <returns>The id's text.</returns>
    public override string ToString() => Id.Value;

    /// <summary>The policy that a curve with a bin for missing values brings along.</summary>
    private static MissingPolicy Bin(ValueCurve curve) => curve.MissingPoints is decimal points
        ? MissingPolicy.Points(Exact.Quotient(points * 100m, curve.OutOf, 7, RoundingMode.HalfEven))
        : MissingPolicy.Fail;
}
