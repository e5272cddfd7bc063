using System;
using System.Runtime.InteropServices;

namespace ChannelModel.Scoring;

/// <summary>A score without its explanation: what the scalar verb returns, without allocation.</summary>
/// <remarks>
/// <para>Range: a status, a reason, a score from 0 to 100 where there is one, and the number of the grade.</para>
/// <para>Equality is by all parts; there is no ordering. The default is a rated score of nothing; it is never returned. Immutable, hence safe for use by several threads.</para>
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct ScorePoint : IEquatable<ScorePoint>
{
    internal ScorePoint(ScoreStatus status, NotRatedReason reason, decimal? score, Grade? grade)
    {
        Status = status;
        Reason = reason;
        Score = score;
        Grade = grade;
    }

    /// <summary>Gets what came of it.</summary>
    public ScoreStatus Status { get; }

    /// <summary>Gets why there is no score.</summary>
    public NotRatedReason Reason { get; }

    /// <summary>Gets the score, or <see langword="null"/>.</summary>
    public decimal? Score { get; }

    /// <summary>Gets the grade, or <see langword="null"/>.</summary>
    public Grade? Grade { get; }

    /// <summary>Compares two scores.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(ScorePoint left, ScorePoint right) => left.Equals(right);

    /// <summary>Compares two scores.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ScorePoint left, ScorePoint right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ScorePoint other) => Status == other.Status && Reason == other.Reason && Score == other.Score && Grade == other.Grade;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ScorePoint other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Score.GetHashCode() ^ ((int)Status * 397);
}
