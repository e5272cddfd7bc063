using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Scoring;

/// <summary>What happens to a ranking when one candidate leaves, for each candidate in turn: which of the others swap.</summary>
/// <remarks>
/// <para>By a method that judges each candidate by itself nothing ever swaps. By a relative method a loser who leaves can change the winner; this report says which one would.</para>
/// <para>A pair has swapped if it was ranked apart and is now ranked apart the other way round; ties that come or go do not count.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class LeaveOneOut
{
    /// <summary>The most candidates: 1 000, since as many rankings are made and all pairs of each are compared.</summary>
    public const int MaxCandidates = 1_000;

    private LeaveOneOut(Ranking ranking, RankReversal[] reversals, MatrixError[] refused)
    {
        Ranking = ranking;
        Reversals = reversals;
        Refused = refused;
    }

    /// <summary>Gets the ranking of all.</summary>
    public Ranking Ranking { get; }

    /// <summary>Gets the departures after which others swap, in the order of the ranking; empty if nothing ever swaps.</summary>
    public IReadOnlyList<RankReversal> Reversals { get; }

    /// <summary>Gets the departures after which the method cannot rank the rest, each with the reason; the candidate is the one who left.</summary>
    public IReadOnlyList<MatrixError> Refused { get; }

    /// <summary>Gets a value indicating whether the departure of someone else can change who is first.</summary>
    public bool WinnerCanChange => Reversals.Any(reversal => reversal.WinnerChanges);

    /// <summary>Ranks without each candidate in turn.</summary>
    /// <param name="ranking">The ranking of all.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">There are more than <see cref="MaxCandidates"/> candidates.</exception>
    public static LeaveOneOut Of(Ranking ranking)
    {
        Guard.Against.Null(ranking);
        int n = ranking.Entries.Count;
        if (n > MaxCandidates)
        {
            throw new ArgumentException($"There are {n} candidates; leaving each out takes as many rankings and n x n comparisons of each: expected up to {MaxCandidates}, such as the first of a long ranking.", nameof(ranking));
        }

        var reversals = new List<RankReversal>();
        var refused = new List<MatrixError>();
        if (n > 1)
        {
            foreach (RankedCandidate leaving in ranking.Entries)
            {
                if (!ranking.Method.TryRank(ranking.Matrix.Without(leaving.Candidate), ranking.Ties, out Ranking? after, out IReadOnlyList<MatrixError> errors))
                {
                    refused.Add(new MatrixError(string.Join(" | ", errors), errors[0].Criterion, leaving.Candidate));
                }
                else if (Compare(ranking, after, leaving) is RankReversal reversal)
                {
                    reversals.Add(reversal);
                }
            }
        }

        return new LeaveOneOut(ranking, [.. reversals], [.. refused]);
    }

    private static RankReversal? Compare(Ranking before, Ranking after, RankedCandidate leaving)
    {
        RankedCandidate[] rest = before.Entries.Where(entry => entry.Position != leaving.Position).ToArray();
        int[] was = Array.ConvertAll(rest, entry => before.GroupAt(entry.Position));
        int[] now = Array.ConvertAll(rest, entry => after.GroupAt(after[entry.Candidate].Position));
        var swapped = new List<(Id<Candidate> Before, Id<Candidate> After)>();
        for (int i = 0; i < rest.Length; i++)
        {
            for (int j = i + 1; j < rest.Length; j++)
            {
                if (was[i] < was[j] && now[i] > now[j])
                {
                    swapped.Add((rest[i].Candidate, rest[j].Candidate));
                }
            }
        }

        bool winnerChanges = !Enumerable.Range(0, rest.Length).Any(i => was[i] == was[0] && now[i] == 0);
        return swapped.Count == 0 ? null : new RankReversal(leaving.Candidate, swapped, rest[0].Candidate, after.Entries[0].Candidate, winnerChanges);
    }
}
