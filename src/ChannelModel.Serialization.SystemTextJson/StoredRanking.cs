using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Scoring;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>A ranking as it was stored: who stood where with which score, and the problem that it followed from.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class StoredRanking
{
    /// <summary>How far scores may lie apart where a method goes through exp and log, times the score where that is above 1.</summary>
    private const double Tolerance = 1e-12;

    internal StoredRanking(RankingProblem problem, IReadOnlyList<StoredRank> entries)
    {
        Problem = problem;
        Entries = entries;
    }

    /// <summary>Gets the matrix with its weights, the method and the ties.</summary>
    public RankingProblem Problem { get; }

    /// <summary>Gets the candidates, best first.</summary>
    public IReadOnlyList<StoredRank> Entries { get; }

    /// <summary>Takes what is stored of a ranking.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <returns>What <see cref="RankingJson"/> writes of it and reads back.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ranking"/> is <see langword="null"/>.</exception>
    public static StoredRanking Of(Ranking ranking)
    {
        Guard.Against.Null(ranking);
        return new StoredRanking(RankingProblem.Of(ranking), [.. ranking.Entries.Select(entry => new StoredRank(entry.Candidate, entry.Rank, entry.Score, entry.IsTied))]);
    }

    /// <summary>Ranks again and compares: order, ranks and ties exactly, scores to the bit, or to 10^-12 for methods that go through exp and log.</summary>
    /// <returns>What is wrong; nothing if all holds.</returns>
    public IReadOnlyList<string> Verify()
    {
        if (!Problem.TryRank(out Ranking? ranking, out IReadOnlyList<MatrixError> errors))
        {
            return [.. errors.Select(error => $"{Problem.Method.Name} cannot rank the matrix: {error.Message}.")];
        }

        if (ranking.Entries.Count != Entries.Count)
        {
            return [$"There are {Entries.Count} places; ranked again, there are {ranking.Entries.Count}."];
        }

        double tolerance = Problem.Method.IsSameOnEveryRuntime ? 0d : Tolerance;
        var problems = new List<string>();
        for (int i = 0; i < Entries.Count; i++)
        {
            StoredRank stored = Entries[i];
            RankedCandidate again = ranking.Entries[i];
            bool isSame = stored.Candidate == again.Candidate && stored.Rank == again.Rank && stored.IsTied == again.IsTied
                && Math.Abs(stored.Score - again.Score) <= tolerance * Math.Max(1d, Math.Abs(again.Score));
            if (!isSame)
            {
                problems.Add($"Place {again.Position} is {stored}{Tied(stored.IsTied)}; ranked again, it is {again}{Tied(again.IsTied)}.");
            }
        }

        return problems;
    }

    /// <summary>Returns method and order.</summary>
    /// <returns>Such as <c>TOPSIS (vector): tmall, douyin</c>.</returns>
    public override string ToString() => $"{Problem.Method.Name}: {string.Join(", ", Entries.Select(entry => entry.Candidate))}";

    private static string Tied(bool isTied) => isTied ? ", tied" : string.Empty;
}
