using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Scoring;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>A score as it was stored: who was scored by which scorecard, the points that make it up, and the record that re-checks them.</summary>
/// <remarks>
/// <para>It needs no scorecard: a result itself is made again from its scorecard and facts. Equality is by reference.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class StoredScore
{
    internal StoredScore(Id<Scorecard> scorecard, Id<Candidate> candidate, ScoreStatus status, decimal? score, string? grade, IReadOnlyList<StoredScorePoints> contributions, string record)
    {
        Scorecard = scorecard;
        Candidate = candidate;
        Status = status;
        Score = score;
        Grade = grade;
        Contributions = contributions;
        Record = record;
    }

    /// <summary>Gets the id of the scorecard.</summary>
    public Id<Scorecard> Scorecard { get; }

    /// <summary>Gets who was scored.</summary>
    public Id<Candidate> Candidate { get; }

    /// <summary>Gets whether there is a score, and whether it counts.</summary>
    public ScoreStatus Status { get; }

    /// <summary>Gets the score, 0 to 100.</summary>
    public decimal? Score { get; }

    /// <summary>Gets the code of the grade.</summary>
    public string? Grade { get; }

    /// <summary>Gets the points of each criterion, which add up to the score.</summary>
    public IReadOnlyList<StoredScorePoints> Contributions { get; }

    /// <summary>Gets the canonical text, as <see cref="ScoreResult.ToRecord"/> wrote it.</summary>
    public string Record { get; }

    /// <summary>Takes what is stored of a result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>What <see cref="ScoreJson"/> writes of it and reads back.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is <see langword="null"/>.</exception>
    public static StoredScore Of(ScoreResult result)
    {
        Guard.Against.Null(result);
        return new StoredScore(
            result.Scorecard.Id,
            result.Facts.Candidate,
            result.Status,
            result.Score is decimal score ? Exact(score) : null,
            result.Grade?.Code,
            [.. result.Contributions.Select(line => new StoredScorePoints(line.Criterion.Id, Exact(line.Points), Exact(line.Lost)))],
            result.ToRecord());
    }

    /// <summary>Re-checks the record from itself alone, and everything beside it against the record.</summary>
    /// <returns>What is wrong; nothing if all holds.</returns>
    public IReadOnlyList<string> Verify() => [.. ScoreRecord.Verify(Record), .. StoredScoreCheck.Differences(this)];

    /// <summary>Returns the candidate with the score.</summary>
    /// <returns>Such as <c>leader-017: 84.5 A</c>.</returns>
    public override string ToString() => $"{Candidate}: {(Score is decimal score ? StoredScoreCheck.Number(score) : "no score")}{(Grade is null ? string.Empty : " " + Grade)}";

    private static decimal Exact(decimal value) => Contracts.StoredSettlementCheck.Shortest(value);
}
