using System;
using Ardalis.GuardClauses;
using ChannelModel.Kpis;

namespace ChannelModel.Scoring;

/// <summary>What candidates are compared by: one column of a <see cref="DecisionMatrix"/>.</summary>
/// <remarks>
/// <para>Range: more is better, or less is better. A target in the middle is for a scorecard's value curve, or for SPOTIS with a target.</para>
/// <para>Equality is by id, direction, unit and name. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class DecisionCriterion : IEquatable<DecisionCriterion>
{
    /// <summary>Initializes a new instance of the <see cref="DecisionCriterion"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="direction"><see cref="KpiDirection.Higher"/> or <see cref="KpiDirection.Lower"/>.</param>
    /// <param name="name">The name to print; the id without one.</param>
    /// <param name="unit">What the values are measured in, to print beside them, such as <c>CNY</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="unit"/> is empty or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is neither of the two.</exception>
    public DecisionCriterion(Id<DecisionCriterion> id, KpiDirection direction, LocalText? name = null, string? unit = null)
    {
        Id = Guard.Against.Null(id);
        if (direction is not (KpiDirection.Higher or KpiDirection.Lower))
        {
            throw new ArgumentOutOfRangeException(
                nameof(direction), direction, $"Criterion '{id}': expected Higher or Lower; a target or a range is judged by a scorecard, or by SPOTIS with a target.");
        }

        Direction = direction;
        Name = name ?? new LocalText(id.Value);
        Unit = unit is null ? null : Guard.Against.NullOrWhiteSpace(unit);
    }

    /// <summary>Gets the id.</summary>
    public Id<DecisionCriterion> Id { get; }

    /// <summary>Gets the name.</summary>
    public LocalText Name { get; }

    /// <summary>Gets the direction: <see cref="KpiDirection.Higher"/> or <see cref="KpiDirection.Lower"/>.</summary>
    public KpiDirection Direction { get; }

    /// <summary>Gets the unit, or <see langword="null"/>.</summary>
    public string? Unit { get; }

    internal bool IsHigher => Direction == KpiDirection.Higher;

    /// <summary>Compares two criteria.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(DecisionCriterion? left, DecisionCriterion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two criteria.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(DecisionCriterion? left, DecisionCriterion? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(DecisionCriterion? other) =>
        other is not null && Id == other.Id && Direction == other.Direction && Name == other.Name && string.Equals(Unit, other.Unit, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DecisionCriterion);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Returns the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Id.Value;
}
