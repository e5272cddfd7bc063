using System;
using System.Linq;

namespace ChannelModel.Scoring.Methods;

/// <summary>Kendall's tau-b in n log n: sort by the one ranking, then count the inversions of the other while merging (Knight's algorithm).</summary>
internal static class Kendall
{
    public static double? TauB(double[] x, double[] y)
    {
        int n = x.Length;
        int[] order = Enumerable.Range(0, n).OrderBy(i => x[i]).ThenBy(i => y[i]).ToArray();
        long pairs = (long)n * (n - 1) / 2;
        long tiedX = Tied(order, (a, b) => x[a] == x[b]);
        long tiedBoth = Tied(order, (a, b) => x[a] == x[b] && y[a] == y[b]);
        long swaps = Sort(order, new int[n], 0, n, y);
        long tiedY = Tied(order, (a, b) => y[a] == y[b]);
        if (tiedX == pairs || tiedY == pairs)
        {
            return null;
        }

        double agreeing = pairs - tiedX - tiedY + tiedBoth - (2 * swaps);
        return agreeing / Math.Sqrt((double)(pairs - tiedX) * (pairs - tiedY));
    }

    private static long Tied(int[] order, Func<int, int, bool> same)
    {
        long tied = 0;
        for (int from = 0; from < order.Length;)
        {
            int to = from + 1;
            while (to < order.Length && same(order[from], order[to]))
            {
                to++;
            }

            tied += (long)(to - from) * (to - from - 1) / 2;
            from = to;
        }

        return tied;
    }

    private static long Sort(int[] order, int[] buffer, int from, int to, double[] y)
    {
        if (to - from < 2)
        {
            return 0;
        }

        int middle = from + ((to - from) / 2);
        long swaps = Sort(order, buffer, from, middle, y) + Sort(order, buffer, middle, to, y);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++)
        {
            if (right == to || (left < middle && y[order[left]] <= y[order[right]]))
            {
                buffer[i] = order[left++];
            }
            else
            {
                swaps += middle - left;
                buffer[i] = order[right++];
            }
        }

        Array.Copy(buffer, from, order, from, to - from);
        return swaps;
    }
}
