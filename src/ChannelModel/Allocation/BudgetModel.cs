using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>
/// A budget problem as columns of numbers, without keys and currency: amounts are whole smallest units, curves take units of the currency. Whatever is worked out goes through the lines in the order
/// of their keys, so that sums of doubles, and with them every number of the answer, do not depend on the order in which the lines were given.
/// </summary>
internal sealed class BudgetModel
{
    /// <summary>The largest number of smallest units: every whole number up to it is a double.</summary>
    public const long MostUnits = 9_007_199_254_740_992;

    public BudgetModel(ResponseCurve[] curves, long[] lo, long[] hi, long[] current, BudgetLineStatus[] roles, double unitsPerOne, int[] byKey)
    {
        Curves = curves;
        Lo = lo;
        Hi = hi;
        Current = current;
        Roles = roles;
        UnitsPerOne = unitsPerOne;
        ByKey = byKey;
        int free = 0;
        foreach (BudgetLineStatus role in roles)
        {
            free += role == BudgetLineStatus.Interior ? 1 : 0;
        }

        Free = new int[free];
        free = 0;
        foreach (int i in byKey)
        {
            if (roles[i] == BudgetLineStatus.Interior)
            {
                Free[free++] = i;
            }
            else if (roles[i] == BudgetLineStatus.Fixed)
            {
                FixedUnits += lo[i];
                FixedResponse += curves[i].Value(lo[i] / unitsPerOne);
            }
        }
    }

    public ResponseCurve[] Curves { get; }

    /// <summary>The least units of each line; a fixed line's amount.</summary>
    public long[] Lo { get; }

    /// <summary>The most units of each line; <see cref="MostUnits"/> where there is no maximum.</summary>
    public long[] Hi { get; }

    /// <summary>The units spent now, or -1.</summary>
    public long[] Current { get; }

    /// <summary>Fixed, excluded, or interior for a line that is free to move.</summary>
    public BudgetLineStatus[] Roles { get; }

    /// <summary>100 for a currency with two decimals.</summary>
    public double UnitsPerOne { get; }

    /// <summary>All lines, ordered by key.</summary>
    public int[] ByKey { get; }

    /// <summary>The lines that are free to move, ordered by key.</summary>
    public int[] Free { get; }

    public long FixedUnits { get; }

    public double FixedResponse { get; }

    public double ToAmount(long units) => units / UnitsPerOne;

    /// <summary>The free lines' least and most units, each sum at most twice what fits a double exactly.</summary>
    public (long Least, long Most) Range()
    {
        long least = 0;
        long most = 0;
        foreach (int i in Free)
        {
            least = Math.Min(2 * MostUnits, least + Lo[i]);
            most = Math.Min(2 * MostUnits, most + Hi[i]);
        }

        return (least, most);
    }

    /// <summary>The search space for what a total leaves to the free lines; the total lies between the sums of the bounds.</summary>
    public SplitSpace SpaceFor(double total)
    {
        int n = Free.Length;
        var curves = new ResponseCurve[n];
        var lo = new double[n];
        var hi = new double[n];
        double least = 0d;
        for (int k = 0; k < n; k++)
        {
            curves[k] = Curves[Free[k]];
            lo[k] = ToAmount(Lo[Free[k]]);
            least += lo[k];
        }

        bool concave = true;
        foreach (ResponseCurve curve in curves)
        {
            concave &= curve.IsConcave;
        }

        // Nobody can get more than the others' minima leave: so every range has an end. For concave curves it lies beyond that, where it cannot hold a line and blur the price.
        double rest = Math.Max(0d, total - least) * (concave ? 2d : 1d);
        for (int k = 0; k < n; k++)
        {
            hi[k] = Math.Max(lo[k], Math.Min(ToAmount(Hi[Free[k]]), lo[k] + rest));
        }

        return new SplitSpace(curves, lo, hi, total, concave ? NoTwins(n) : Twins());
    }

    private static int[] NoTwins(int count)
    {
        var before = new int[count];
        for (int k = 0; k < count; k++)
        {
            before[k] = -1;
        }

        return before;
    }

    private int[] Twins()
    {
        int[] before = NoTwins(Free.Length);
        var last = new Dictionary<(ResponseCurve Curve, long Lo, long Hi), int>();
        for (int k = 0; k < Free.Length; k++)
        {
            (ResponseCurve, long, long) same = (Curves[Free[k]], Lo[Free[k]], Hi[Free[k]]);
            before[k] = last.TryGetValue(same, out int twin) ? twin : -1;
            last[same] = k;
        }

        return before;
    }
}
