using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Scoring;

/// <summary>A grade of a scale: a band of scores with a name, and what should follow from it.</summary>
/// <remarks>
/// <para>Range: it starts at 0 to 100 points; where it ends is where the next starts, so that a scale has no gap, and 100 is inside the best.</para>
/// <para>Equality is by all parts; there is no ordering outside a scale. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Grade : IEquatable<Grade>
{
    /// <summary>Initializes a new instance of the <see cref="Grade"/> class.</summary>
    /// <param name="code">The code, such as <c>A</c>; 1 to 100 characters.</param>
    /// <param name="from">The score where it starts, 0 to 100.</param>
    /// <param name="name">The name to print, or <see langword="null"/> for the code.</param>
    /// <param name="actions">What should follow from it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not legal.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is outside 0 to 100 or has more than 7 decimals.</exception>
    public Grade(string code, decimal from, LocalText? name = null, params ScoreAction[] actions)
    {
        Code = new Id<Grade>(code).Value;
        From = from is >= 0m and <= 100m && Exact.Scale(from) <= 7
            ? Exact.Canonical(from)
            : throw new ArgumentOutOfRangeException(nameof(from), from, "Expected a score from 0 to 100 with at most 7 decimals.");
        Name = name ?? new LocalText(code);
        Actions = [.. Guard.Against.Null(actions).Select(action => Guard.Against.Null(action))];
    }

    /// <summary>Gets the code.</summary>
    public string Code { get; }

    /// <summary>Gets the score where it starts.</summary>
    public decimal From { get; }

    /// <summary>Gets the name to print.</summary>
    public LocalText Name { get; }

    /// <summary>Gets what should follow from it.</summary>
    public IReadOnlyList<ScoreAction> Actions { get; }

    /// <summary>Compares two grades.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(Grade? left, Grade? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two grades.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Grade? left, Grade? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Grade? other) => other is not null && Code == other.Code && From == other.From && Name == other.Name && Actions.SequenceEqual(other.Actions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Grade);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    /// <summary>Returns the code.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Code;
}
