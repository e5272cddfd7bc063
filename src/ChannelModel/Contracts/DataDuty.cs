using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Contracts;

/// <summary>Data that a partner owes regularly, such as weekly traffic of a concession.</summary>
/// <remarks>
/// Due a number of days after each cycle ends, that day included. Cycles are whole calendar cycles whose last day lies in the term. Equality is by all properties. Immutable, hence safe for
/// use by several threads.
/// </remarks>
public sealed class DataDuty : IEquatable<DataDuty>
{
    /// <summary>Initializes a new instance of the <see cref="DataDuty"/> class.</summary>
    /// <param name="code">A code, such as <c>weekly-traffic</c>.</param>
    /// <param name="what">What is delivered.</param>
    /// <param name="per">How often: day, week, month, quarter or year.</param>
    /// <param name="dueWithinDays">Days after the cycle ends in which the data is on time, 0 or more.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cycle is <see cref="Cycle.Once"/>, or the days are below 0.</exception>
    public DataDuty(string code, LocalText what, Cycle per, int dueWithinDays)
    {
        Code = CommitmentMetric.IsLegal(code) ? code : throw new ArgumentException($"'{code}' is not a code; expected lower-case letters, digits and single hyphens between them.", nameof(code));
        What = Guard.Against.Null(what);
        Per = per is Cycle.Once or < Cycle.Once or > Cycle.Year ? throw new ArgumentOutOfRangeException(nameof(per), per, "Expected a day, week, month, quarter or year.") : per;
        DueWithinDays = dueWithinDays is >= 0 and <= 366 ? dueWithinDays : throw new ArgumentOutOfRangeException(nameof(dueWithinDays), dueWithinDays, "Expected 0 to 366 days.");
    }

    /// <summary>Gets the code.</summary>
    public string Code { get; }

    /// <summary>Gets what is delivered.</summary>
    public LocalText What { get; }

    /// <summary>Gets how often.</summary>
    public Cycle Per { get; }

    /// <summary>Gets the days after the cycle's end in which the data is on time.</summary>
    public int DueWithinDays { get; }

    /// <summary>Compares all properties.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(DataDuty? left, DataDuty? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares all properties.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(DataDuty? left, DataDuty? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(DataDuty? other) =>
        other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal) && What == other.What && Per == other.Per && DueWithinDays == other.DueWithinDays;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DataDuty);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);
}
