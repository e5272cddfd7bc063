using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Allocation;

/// <summary>A line of a <see cref="SplitProblem"/>: an id, a weight, and bounds if there are any.</summary>
/// <remarks>
/// <para>Range: an id as of <see cref="Id{T}"/>; a weight of 0 or more; a minimum of 0 or more, a maximum of the minimum or more, both included, in the unit of the total. Equality is by value; there is no ordering.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class SplitProblemLine : IEquatable<SplitProblemLine>
{
    /// <summary>Initializes a new instance of the <see cref="SplitProblemLine"/> class.</summary>
    /// <param name="id">The id: 1 to 100 characters without control characters and without white space at either end.</param>
    /// <param name="weight">The weight, 0 or more.</param>
    /// <param name="minimum">The least that it gets; 0 if none is given.</param>
    /// <param name="maximum">The most that it gets; without end if none is given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The id is not legal, the weight or a bound is negative, or the minimum is above the maximum.</exception>
    public SplitProblemLine(string id, Fraction weight, decimal? minimum = null, decimal? maximum = null)
    {
        Id = new Id<SplitProblem>(Guard.Against.Null(id)).Value;
        _ = new BoundedLine<string, decimal>(id, weight, minimum, maximum);
        if (minimum < 0m || maximum < 0m)
        {
            throw new ArgumentException(FormattableString.Invariant($"A bound of '{id}' is {(minimum < 0m ? minimum : maximum)}; expected 0 or more."), nameof(minimum));
        }

        Weight = weight;
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Gets the id.</summary>
    public string Id { get; }

    /// <summary>Gets the weight, 0 or more.</summary>
    public Fraction Weight { get; }

    /// <summary>Gets the least that it gets; 0 where it is <see langword="null"/>.</summary>
    public decimal? Minimum { get; }

    /// <summary>Gets the most that it gets; without end where it is <see langword="null"/>.</summary>
    public decimal? Maximum { get; }

    internal bool HasBounds => Minimum is not null || Maximum is not null;

    /// <summary>Compares all members.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(SplitProblemLine? left, SplitProblemLine? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares all members.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(SplitProblemLine? left, SplitProblemLine? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(SplitProblemLine? other) => other is not null && Id == other.Id && Weight == other.Weight && Minimum == other.Minimum && Maximum == other.Maximum;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SplitProblemLine);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}
