using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Scoring;

/// <summary>A condition beside the score: a knock-out, a cap on the grade, or a least amount of evidence. It has its reason in words.</summary>
/// <remarks>
/// <para>
/// Range: bounds in the unit of the criterion; a value on the bound passes. A missing value is reported as not checked and passes, unless
/// <see cref="AlsoWhenMissing"/> says otherwise. Gates look at the value as it was observed, before any shrinkage.
/// </para>
/// <para>Equality is by all parts; there is no ordering. Immutable, hence safe for use by several threads: every method returns another gate.</para>
/// </remarks>
public sealed class ScoreGate : IEquatable<ScoreGate>
{
    private ScoreGate(GateKind kind, string criterion, bool above, decimal bound, string? grade, LocalText reason, bool whenMissing, IReadOnlyList<ScoreAction> actions)
    {
        Kind = kind;
        Criterion = new Id<ScoreCriterion>(criterion);
        IsAbove = above;
        Bound = Exact.Canonical(bound);
        Grade = grade;
        Reason = Guard.Against.Null(reason);
        AppliesWhenMissing = whenMissing;
        Actions = actions;
    }

    /// <summary>Gets what it does.</summary>
    public GateKind Kind { get; }

    /// <summary>Gets the criterion that it looks at.</summary>
    public Id<ScoreCriterion> Criterion { get; }

    /// <summary>Gets a value indicating whether it applies above the bound; else it applies below.</summary>
    public bool IsAbove { get; }

    /// <summary>Gets the bound: the last value that passes; of <see cref="GateKind.Evidence"/>, the least sample.</summary>
    public decimal Bound { get; }

    /// <summary>Gets the code of the best grade that remains, for <see cref="GateKind.CapGrade"/>.</summary>
    public string? Grade { get; }

    /// <summary>Gets the reason that is shown where it applies.</summary>
    public LocalText Reason { get; }

    /// <summary>Gets a value indicating whether it also applies without a value.</summary>
    public bool AppliesWhenMissing { get; }

    /// <summary>Gets what should follow where it applies.</summary>
    public IReadOnlyList<ScoreAction> Actions { get; }

    /// <summary>Compares two gates.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(ScoreGate? left, ScoreGate? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two gates.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ScoreGate? left, ScoreGate? right) => !(left == right);

    /// <summary>Knocks out below a bound.</summary>
    /// <param name="criterion">The id of the criterion.</param>
    /// <param name="bound">The least value that passes.</param>
    /// <param name="reason">The reason to show.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="ArgumentException"><paramref name="criterion"/> is not a legal id.</exception>
    public static ScoreGate KnockOutBelow(string criterion, decimal bound, LocalText reason) => new(GateKind.KnockOut, criterion, above: false, bound, null, reason, whenMissing: false, []);

    /// <summary>Knocks out above a bound.</summary>
    /// <param name="criterion">The id of the criterion.</param>
    /// <param name="bound">The largest value that passes.</param>
    /// <param name="reason">The reason to show.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="ArgumentException"><paramref name="criterion"/> is not a legal id.</exception>
    public static ScoreGate KnockOutAbove(string criterion, decimal bound, LocalText reason) => new(GateKind.KnockOut, criterion, above: true, bound, null, reason, whenMissing: false, []);

    /// <summary>Holds the grade below a bound.</summary>
    /// <param name="criterion">The id of the criterion.</param>
    /// <param name="bound">The least value that passes.</param>
    /// <param name="grade">The code of the best grade that remains.</param>
    /// <param name="reason">The reason to show.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="ArgumentException"><paramref name="criterion"/> is not a legal id.</exception>
    public static ScoreGate CapBelow(string criterion, decimal bound, string grade, LocalText reason) =>
        new(GateKind.CapGrade, criterion, above: false, bound, Guard.Against.Null(grade), reason, whenMissing: false, []);

    /// <summary>Holds the grade above a bound.</summary>
    /// <param name="criterion">The id of the criterion.</param>
    /// <param name="bound">The largest value that passes.</param>
    /// <param name="grade">The code of the best grade that remains.</param>
    /// <param name="reason">The reason to show.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="ArgumentException"><paramref name="criterion"/> is not a legal id.</exception>
    public static ScoreGate CapAbove(string criterion, decimal bound, string grade, LocalText reason) =>
        new(GateKind.CapGrade, criterion, above: true, bound, Guard.Against.Null(grade), reason, whenMissing: false, []);

    /// <summary>Asks for a least sample behind a value; with a smaller one, or without the value, the candidate is not rated.</summary>
    /// <param name="criterion">The id of the criterion.</param>
    /// <param name="sample">The least number of observations, at least 1.</param>
    /// <param name="reason">The reason to show.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="ArgumentException"><paramref name="criterion"/> is not a legal id.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sample"/> is below 1.</exception>
    public static ScoreGate Evidence(string criterion, long sample, LocalText reason) => sample >= 1
        ? new ScoreGate(GateKind.Evidence, criterion, above: false, sample, null, reason, whenMissing: true, [])
        : throw new ArgumentOutOfRangeException(nameof(sample), sample, "Expected at least one observation.");

    /// <summary>Lets the gate also apply without a value: what cannot be shown counts as failed.</summary>
    /// <returns>The gate.</returns>
    public ScoreGate AlsoWhenMissing() => AppliesWhenMissing ? this : new ScoreGate(Kind, Criterion.Value, IsAbove, Bound, Grade, Reason, whenMissing: true, Actions);

    /// <summary>Names what should follow where the gate applies.</summary>
    /// <param name="actions">The actions, as data.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ScoreGate With(params ScoreAction[] actions) =>
        new(Kind, Criterion.Value, IsAbove, Bound, Grade, Reason, AppliesWhenMissing, [.. Guard.Against.Null(actions).Select(action => Guard.Against.Null(action))]);

    /// <inheritdoc/>
    public bool Equals(ScoreGate? other) =>
        other is not null && Kind == other.Kind && Criterion == other.Criterion && IsAbove == other.IsAbove && Bound == other.Bound && Grade == other.Grade
        && Reason == other.Reason && AppliesWhenMissing == other.AppliesWhenMissing && Actions.SequenceEqual(other.Actions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScoreGate);

    /// <inheritdoc/>
    public override int GetHashCode() => Criterion.GetHashCode() ^ (int)Kind;

    /// <summary>Returns the condition, such as <c>repurchase below 10</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind == GateKind.Evidence
        ? $"sample of {Criterion} below {Exact.Format(Bound, 0, string.Empty)}"
        : $"{Criterion} {(IsAbove ? "above" : "below")} {Exact.Format(Bound, 0, string.Empty)}";
}
