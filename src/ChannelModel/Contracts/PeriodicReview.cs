using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Scoring;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>A review of a partner over some days, usually a quarter: a score, the commitments that were judged, a return on investment.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PeriodicReview
{
    private PeriodicReview(DateInterval period, decimal? score, string? grade, int kept, int judged, decimal? roi, bool falsified)
    {
        Period = period;
        Score = score;
        Grade = grade;
        Kept = kept;
        Judged = judged;
        Roi = roi;
        HasFalsifiedReport = falsified;
    }

    /// <summary>Gets the days, both ends included.</summary>
    public DateInterval Period { get; }

    /// <summary>Gets the score, 0 to 100; <see langword="null"/> where the partner was not rated.</summary>
    public decimal? Score { get; }

    /// <summary>Gets the code of the grade, if there is one.</summary>
    public string? Grade { get; }

    /// <summary>Gets how many commitments were kept, cured or excused.</summary>
    public int Kept { get; }

    /// <summary>Gets how many were judged; what was not measured is not among them.</summary>
    public int Judged { get; }

    /// <summary>Gets the return on investment by the definition of the renewal terms.</summary>
    public decimal? Roi { get; }

    /// <summary>Gets a value indicating whether a report was falsified.</summary>
    public bool HasFalsifiedReport { get; }

    /// <summary>Reviews a period by a score of one's own.</summary>
    /// <param name="period">Both ends included.</param>
    /// <param name="score">0 to 100; <see langword="null"/> where the partner was not rated.</param>
    /// <param name="results">The commitments that were judged in it.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The score is outside its range.</exception>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static PeriodicReview Of(DateInterval period, decimal? score, IEnumerable<CommitmentResult> results)
    {
        Guard.Against.Null(period);
        if (score is < 0m or > 100m)
        {
            throw new ArgumentOutOfRangeException(nameof(score), score, "Expected a score from 0 to 100.");
        }

        return Make(period, score, null, results);
    }

    /// <summary>Reviews a period by a scorecard. A candidate that a gate has knocked out counts as 0; one that is not rated has no score.</summary>
    /// <param name="period">Both ends included.</param>
    /// <param name="score">The result of the scorecard for this partner and period.</param>
    /// <param name="results">The commitments that were judged in it.</param>
    /// <returns>The review, with the grade's code.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static PeriodicReview Of(DateInterval period, ScoreResult score, IEnumerable<CommitmentResult> results)
    {
        Guard.Against.Null(period);
        Guard.Against.Null(score);
        decimal? points = score.Status switch
        {
            ScoreStatus.NotRated => null,
            ScoreStatus.KnockedOut => 0m,
            _ => score.Score,
        };
        return Make(period, points, score.Grade?.Code, results);
    }

    /// <summary>States the return on investment of the period.</summary>
    /// <param name="roi">By the definition of the renewal terms, in its unit.</param>
    /// <returns>The review with it.</returns>
    public PeriodicReview WithRoi(decimal roi) => new(Period, Score, Grade, Kept, Judged, roi, HasFalsifiedReport);

    private static PeriodicReview Make(DateInterval period, decimal? score, string? grade, IEnumerable<CommitmentResult> results)
    {
        List<CommitmentResult> judged = [.. Guard.Against.Null(results).Where(result => result.Status != CommitmentStatus.NotMeasured)];
        return new PeriodicReview(period, score, grade, judged.Count(result => result.Status != CommitmentStatus.Missed), judged.Count, null, judged.Exists(result => result.Verdict == MeasurementVerdict.Falsified));
    }
}
