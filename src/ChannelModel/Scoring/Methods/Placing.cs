using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Scoring.Methods;

/// <summary>Scores put in order: groups of equals, their ranks, and the list.</summary>
internal sealed class Placing
{
    private Placing(RankedCandidate[] entries, int[] places, int[] groups)
    {
        Entries = entries;
        Places = places;
        Groups = groups;
    }

    /// <summary>Gets the candidates, best first.</summary>
    public RankedCandidate[] Entries { get; }

    /// <summary>Gets where each of the ids stands among the entries.</summary>
    public int[] Places { get; }

    /// <summary>Gets which group of equals each entry belongs to, from 0 for the best.</summary>
    public int[] Groups { get; }

    /// <summary>Puts scores in order. The ids are in ordinal order, the scores finite.</summary>
    public static Placing Of(Id<Candidate>[] ids, double[] scores, bool higherIsBetter, Ties ties, IComparer<int> chain)
    {
        int n = ids.Length;
        int[] order = Enumerable.Range(0, n).ToArray();
        double[] keys = Array.ConvertAll(scores, score => higherIsBetter ? 0d - score : score);
        double largest = 1d;
        foreach (double key in keys)
        {
            largest = Math.Abs(key) > largest ? Math.Abs(key) : largest;
        }

        double tolerance = ties.Tolerance * largest;
        Array.Sort(keys, order);
        var entries = new RankedCandidate[n];
        var places = new int[n];
        var groups = new int[n];
        int group = 0;
        for (int from = 0; from < n; group++)
        {
            int to = from + 1;
            while (to < n && keys[to] - keys[from] <= tolerance)
            {
                to++;
            }

            Array.Sort(order, from, to - from, chain);
            for (int i = from; i < to; i++)
            {
                int rank = ties.Rule switch
                {
                    TieRule.Competition => from + 1,
                    TieRule.Dense => group + 1,
                    _ => i + 1,
                };
                entries[i] = new RankedCandidate(ids[order[i]], rank, i + 1, scores[order[i]], to - from > 1);
                places[order[i]] = i;
                groups[i] = group;
            }

            from = to;
        }

        return new Placing(entries, places, groups);
    }
}
