using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>The lines of a bounded split in whole units, and the split itself.</summary>
internal sealed class BoundedLines<TKey>
    where TKey : notnull
{
    public BoundedLines(WeightedLines<TKey> lines, BigInteger[] low, BigInteger?[] high)
    {
        Lines = lines;
        Weights = lines.Whole(out BigInteger denominator);
        Denominator = denominator;
        Low = low;
        High = high;
        Minimums = low.Aggregate(BigInteger.Zero, (sum, bound) => sum + bound);
        BigInteger? maximums = BigInteger.Zero;
        for (int i = 0; i < low.Length; i++)
        {
            maximums += Weights[i].IsZero ? low[i] : high[i];
        }

        Maximums = maximums;
    }

    public WeightedLines<TKey> Lines { get; }

    public BigInteger[] Weights { get; }

    /// <summary>Gets what the weights were multiplied by to be whole.</summary>
    public BigInteger Denominator { get; }

    public BigInteger[] Low { get; }

    public BigInteger?[] High { get; }

    public BigInteger Minimums { get; }

    /// <summary>Gets the most that can be placed; null if there is no end.</summary>
    public BigInteger? Maximums { get; }

    public static BoundedLines<TKey> Of<TAmount>(IReadOnlyList<BoundedLine<TKey, TAmount>> lines, AmountUnit<TAmount> unit, string parameter)
        where TAmount : struct, IComparable<TAmount>
    {
        BigInteger Bound(TAmount amount, string what, TKey key)
        {
            BigInteger units = unit.ToUnits(amount, $"{what} of '{key}',", parameter);
            return units.Sign < 0 ? throw new ArgumentException(FormattableString.Invariant($"The {what} of '{key}' is {amount}; expected 0 or more."), parameter) : units;
        }

        if (lines.Count == 0)
        {
            throw new ArgumentException("There is no line; expected at least one.", parameter);
        }

        var weighted = new WeightedLines<TKey>(lines.Select(line => line.Key).ToArray(), lines.Select(line => line.Weight).ToArray(), parameter, needsWeight: false);
        return new BoundedLines<TKey>(
            weighted,
            lines.Select(line => line.Minimum is TAmount low ? Bound(low, "minimum", line.Key) : BigInteger.Zero).ToArray(),
            lines.Select(line => line.Maximum is TAmount high ? Bound(high, "maximum", line.Key) : (BigInteger?)null).ToArray());
    }

    public bool IsFeasible(BigInteger total) => total >= Minimums && !(total > Maximums);

    /// <summary>Splits a feasible total: the level, and whole units between the bounds. The lines that no bound holds get the rest by largest remainder.</summary>
    public BigInteger[] Split(BigInteger total, out Ratio level, out LineBound[] bounds)
    {
        level = WaterFilling.Level(total, Weights, Low, High);
        bounds = new LineBound[Weights.Length];
        var parts = new BigInteger[Weights.Length];
        var free = new List<int>();
        BigInteger left = total;
        for (int i = 0; i < parts.Length; i++)
        {
            BigInteger share = level.Numerator * Weights[i];
            bounds[i] = Weights[i].IsZero ? LineBound.NoWeight
                : High[i] == Low[i] ? LineBound.Fixed
                : High[i] is BigInteger high && share >= high * level.Denominator ? LineBound.AtMaximum
                : share <= Low[i] * level.Denominator ? LineBound.AtMinimum
                : LineBound.Between;
            if (bounds[i] == LineBound.Between)
            {
                free.Add(i);
            }
            else
            {
                parts[i] = bounds[i] == LineBound.AtMaximum ? High[i]!.Value : Low[i];
                left -= parts[i];
            }
        }

        if (free.Count > 0)
        {
            IComparer<int> order = Lines.Order;
            BigInteger[] shares = SplitCalculation.Split(
                SplitRule.LargestRemainder, left, free.Select(i => Weights[i]).ToArray(), Comparer<int>.Create((x, y) => order.Compare(free[x], free[y])), out _);
            for (int k = 0; k < shares.Length; k++)
            {
                parts[free[k]] = shares[k];
            }
        }

        return parts;
    }

    /// <summary>The share before it is made whole, in units.</summary>
    public Ratio Exactly(int line, Ratio level)
    {
        var share = (level * (Ratio)Weights[line]).Reduce();
        if (share.CompareTo(Low[line]) < 0)
        {
            return Low[line];
        }

        return High[line] is BigInteger high && share.CompareTo(high) > 0 ? high : share;
    }
}
