using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>The splits among which the best is sought: curves with finite ranges of spend, a total, and which lines are the same in all but their key.</summary>
internal sealed class SplitSpace
{
    public SplitSpace(ResponseCurve[] curves, double[] lo, double[] hi, double total, int[] before)
    {
        Curves = curves;
        Lo = lo;
        Hi = hi;
        Total = total;
        Before = before;
        After = new int[before.Length];
        for (int i = 0; i < before.Length; i++)
        {
            After[i] = -1;
        }

        for (int i = 0; i < before.Length; i++)
        {
            if (before[i] >= 0)
            {
                After[before[i]] = i;
            }
        }
    }

    public ResponseCurve[] Curves { get; }

    public double[] Lo { get; }

    public double[] Hi { get; }

    public double Total { get; }

    /// <summary>For each line its twin with the next smaller key, or -1: of twins the one with the smaller key gets at least as much, since they can change places.</summary>
    public int[] Before { get; }

    /// <summary>For each line its twin with the next larger key, or -1.</summary>
    public int[] After { get; }

    public double ValueOf(double[] x)
    {
        double sum = 0d;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Curves[i].Value(x[i]);
        }

        return sum;
    }

    /// <summary>No split within the ranges brings more: at any price p, p x total + the sum of the largest f(x) - p x.</summary>
    public double BoundAt(double price, double[] lo, double[] hi)
    {
        double value = 0d;
        double spend = 0d;
        double least = 0d;
        double most = 0d;
        for (int i = 0; i < Curves.Length; i++)
        {
            if (lo[i] > hi[i])
            {
                return double.NegativeInfinity;
            }

            double x = Curves[i].Best(price, lo[i], hi[i]);
            value += Curves[i].Value(x);
            spend += x;
            least += lo[i];
            most += hi[i];
        }

        // Ranges that no split of the total fits bound nothing; the margin is that of the sums.
        double margin = 1e-12 * Math.Max(Total, most);
        return least > Total + margin || most < Total - margin ? double.NegativeInfinity : value + (price * (Total - spend));
    }

    /// <summary>Cuts a line's range, and with it those of its twins: above the cut also all before it, below the cut also all after it.</summary>
    public void Cut(int line, double at, bool upper, double[] lo, double[] hi)
    {
        for (int i = line; i >= 0; i = upper ? Before[i] : After[i])
        {
            if (upper)
            {
                lo[i] = Math.Max(lo[i], at);
            }
            else
            {
                hi[i] = Math.Min(hi[i], at);
            }
        }
    }

    /// <summary>Walks a proof and returns the bound that it proves, or NaN if it is not whole.</summary>
    public double BoundOf(IReadOnlyList<BoundStep> proof)
    {
        int at = 0;
        double bound = double.NegativeInfinity;
        var open = new Stack<(double[] Lo, double[] Hi)>();
        open.Push((Lo, Hi));
        while (open.Count > 0)
        {
            if (at == proof.Count)
            {
                return double.NaN;
            }

            (double[] lo, double[] hi) = open.Pop();
            BoundStep step = proof[at++];
            if (step.Line < 0)
            {
                bound = Math.Max(bound, BoundAt(step.Value, lo, hi));
                continue;
            }

            if (step.Line >= Curves.Length)
            {
                return double.NaN;
            }

            (double[] Lo, double[] Hi) upper = ((double[])lo.Clone(), (double[])hi.Clone());
            (double[] Lo, double[] Hi) lower = ((double[])lo.Clone(), (double[])hi.Clone());
            Cut(step.Line, step.Value, upper: true, upper.Lo, upper.Hi);
            Cut(step.Line, step.Value, upper: false, lower.Lo, lower.Hi);
            open.Push(upper);
            open.Push(lower);
        }

        return at == proof.Count ? bound : double.NaN;
    }
}
