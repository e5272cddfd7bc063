using System;
using Ardalis.GuardClauses;
using ChannelModel.Channels;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>From when a renewal is decided, and what a partner must show for it.</summary>
/// <remarks>
/// A figure at its bound is good enough. The best outcome whose bounds all hold is chosen; a partner below the bounds of renewal can still be renegotiated with; below those the partnership
/// ends. Equality is by all properties. Immutable, hence safe for use by several threads.
/// </remarks>
public sealed class RenewalTerms : IEquatable<RenewalTerms>
{
    /// <summary>Initializes a new instance of the <see cref="RenewalTerms"/> class.</summary>
    /// <param name="windowMonths">Months before the term's end from which a renewal is decided, 1 to 24.</param>
    /// <param name="earlyScore">The least average score for renewing early, 0 to 100.</param>
    /// <param name="renewScore">The least average score for renewing, at most that for renewing early.</param>
    /// <param name="renegotiateScore">The least average score for renegotiating, at most that for renewing.</param>
    /// <param name="keptShare">The least share of commitments kept for renewing.</param>
    /// <param name="roi">The definition of return on investment that is looked at, or <see langword="null"/>.</param>
    /// <param name="leastRoi">The least return for renewing, in the definition's unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ArgumentException">A least return without a definition, or a definition without one.</exception>
    public RenewalTerms(int windowMonths, decimal earlyScore, decimal renewScore, decimal renegotiateScore, Rate keptShare, RoiDefinition? roi = null, decimal? leastRoi = null)
    {
        WindowMonths = windowMonths is >= 1 and <= 24 ? windowMonths : throw new ArgumentOutOfRangeException(nameof(windowMonths), windowMonths, "Expected 1 to 24 months.");
        if (earlyScore > 100m || earlyScore < renewScore || renewScore < renegotiateScore || renegotiateScore < 0m)
        {
            throw new ArgumentOutOfRangeException(nameof(earlyScore), earlyScore, FormattableString.Invariant($"Expected 100 >= renew early >= renew >= renegotiate >= 0, got {renewScore} for renewing and {renegotiateScore} for renegotiating."));
        }

        EarlyScore = earlyScore;
        RenewScore = renewScore;
        RenegotiateScore = renegotiateScore;
        KeptShare = keptShare.IsShare ? keptShare : throw new ArgumentOutOfRangeException(nameof(keptShare), keptShare, "Expected 0 % to 100 %.");
        if (roi is null != leastRoi is null)
        {
            throw new ArgumentException("A least return needs its definition, and a definition a least return.", nameof(roi));
        }

        if (roi is not null && roi.Unit != RoiUnit.Ratio)
        {
            throw new ArgumentException($"'{roi.Code}' is no ratio of a return to a cost, so more of it is not better.", nameof(roi));
        }

        Roi = roi;
        LeastRoi = leastRoi;
    }

    /// <summary>Gets the months before the end from which a renewal is decided.</summary>
    public int WindowMonths { get; }

    /// <summary>Gets the least average score for renewing early.</summary>
    public decimal EarlyScore { get; }

    /// <summary>Gets the least average score for renewing.</summary>
    public decimal RenewScore { get; }

    /// <summary>Gets the least average score for renegotiating.</summary>
    public decimal RenegotiateScore { get; }

    /// <summary>Gets the least share of commitments kept for renewing.</summary>
    public Rate KeptShare { get; }

    /// <summary>Gets the definition of return on investment.</summary>
    public RoiDefinition? Roi { get; }

    /// <summary>Gets the least return for renewing.</summary>
    public decimal? LeastRoi { get; }

    /// <summary>Compares all properties.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(RenewalTerms? left, RenewalTerms? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares all properties.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(RenewalTerms? left, RenewalTerms? right) => !(left == right);

    /// <summary>Gets the window in which a renewal is decided: from so many months before the last day of a term up to it. A term that is shorter has a window from its first day.</summary>
    /// <param name="term">The term, both ends included.</param>
    /// <returns>The window, both ends included.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="term"/> is <see langword="null"/>.</exception>
    public DateInterval Window(DateInterval term)
    {
        Guard.Against.Null(term);
        return new DateInterval(LocalDate.Max(term.Start, term.End.PlusMonths(-WindowMonths)), term.End);
    }

    /// <inheritdoc/>
    public bool Equals(RenewalTerms? other) =>
        other is not null && WindowMonths == other.WindowMonths && EarlyScore == other.EarlyScore && RenewScore == other.RenewScore && RenegotiateScore == other.RenegotiateScore
        && KeptShare == other.KeptShare && Roi == other.Roi && LeastRoi == other.LeastRoi;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RenewalTerms);

    /// <inheritdoc/>
    public override int GetHashCode() => WindowMonths;
}
