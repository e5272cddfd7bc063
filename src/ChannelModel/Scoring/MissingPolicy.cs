using System;
using ChannelModel.Internal;

namespace ChannelModel.Scoring;

/// <summary>What a missing value of one criterion does to the score. There is no silent 0: the worst must be named.</summary>
/// <remarks>
/// <para>Range: four kinds; the points of <see cref="Points"/> from 0 to 100 with at most 7 decimals.</para>
/// <para>Equality is by kind and points; there is no ordering. A class, since no policy would be a good default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class MissingPolicy : IEquatable<MissingPolicy>
{
    private MissingPolicy(MissingKind kind, decimal value)
    {
        Kind = kind;
        Value = value;
    }

    /// <summary>Gets leaving the criterion out: its weight goes to the others in proportion.</summary>
    public static MissingPolicy Exclude { get; } = new(MissingKind.Exclude, 0m);

    /// <summary>Gets 0 points.</summary>
    public static MissingPolicy Worst { get; } = new(MissingKind.Worst, 0m);

    /// <summary>Gets no score at all: the candidate is not rated.</summary>
    public static MissingPolicy Fail { get; } = new(MissingKind.Fail, 0m);

    /// <summary>Gets the kind.</summary>
    public MissingKind Kind { get; }

    /// <summary>Gets the points that stand in for the value, 0 to 100; 0 where the kind has none.</summary>
    public decimal Value { get; }

    /// <summary>Compares two policies.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(MissingPolicy? left, MissingPolicy? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two policies.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(MissingPolicy? left, MissingPolicy? right) => !(left == right);

    /// <summary>Makes a neutral value: these points stand in.</summary>
    /// <param name="points">0 to 100, at most 7 decimals.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is outside the range.</exception>
    public static MissingPolicy Points(decimal points) => points is >= 0m and <= 100m && Exact.Scale(points) <= 7
        ? new MissingPolicy(MissingKind.Points, Exact.Canonical(points))
        : throw new ArgumentOutOfRangeException(nameof(points), points, "Expected 0 to 100 points with at most 7 decimals.");

    /// <inheritdoc/>
    public bool Equals(MissingPolicy? other) => other is not null && Kind == other.Kind && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MissingPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind * 397) ^ Value.GetHashCode();

    /// <summary>Returns the policy in words, such as <c>exclude</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        MissingKind.Exclude => "exclude",
        MissingKind.Worst => "worst",
        MissingKind.Fail => "fail",
        _ => Exact.Format(Value, 0, string.Empty) + " points",
    };
}
