using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>The laws of splits as plain predicates over whole numbers, for every rule and every method alike.</summary>
internal static class LawChecks
{
    /// <summary>A way to split: total, weights, and the key of each line; the parts in the order of the lines.</summary>
    public delegate long[] Splitter(long total, long[] weights, int[] keys);

    /// <summary>Says whether a split keeps a law; a law about several splits makes the others itself.</summary>
    public static bool Holds(SplitLaw law, Splitter split, long total, long[] weights, RoundingMode mode = RoundingMode.HalfAwayFromZero)
    {
        int[] keys = [.. Enumerable.Range(0, weights.Length)];
        long[] parts = split(total, weights, keys);
        BigInteger sum = weights.Aggregate(BigInteger.Zero, (all, weight) => all + weight);
        IEnumerable<int> lines = keys;
        return law switch
        {
            SplitLaw.Sum => parts.Sum() == total,
            SplitLaw.Quota => lines.All(i => BigInteger.Abs((parts[i] * sum) - ((BigInteger)total * weights[i])) < sum),
            SplitLaw.NoOppositeSign => parts.All(part => part == 0 || Math.Sign(part) == Math.Sign(total)),
            SplitLaw.ZeroGetsZero => lines.All(i => weights[i] != 0 || parts[i] == 0),
            SplitLaw.SignSymmetric => split(-total, weights, keys).SequenceEqual(parts.Select(part => -part)),
            SplitLaw.OrderIndependent => Orders(weights.Length).All(order => split(total, [.. order.Select(i => weights[i])], [.. order]).SequenceEqual(order.Select(i => parts[i]))),
            SplitLaw.LargerGetsNoLess => lines.All(i => lines.All(k => weights[i] <= weights[k] || Away(parts[i], total) >= Away(parts[k], total))),
            SplitLaw.HouseMonotone => total < 0 || split(total + 1, weights, keys).Zip(parts).All(pair => pair.First >= pair.Second),
            SplitLaw.PrefixRounded => lines.All(i => Prefix(parts, i) == Fraction.Of(total * weights.Take(i + 1).Aggregate(BigInteger.Zero, (all, weight) => all + weight), sum).ToDecimal(0, mode)),
            _ => throw new ArgumentOutOfRangeException(nameof(law), law, "Not a law."),
        };
    }

    /// <summary>The rounding that a cumulative rule promises for its prefixes.</summary>
    public static RoundingMode ModeOf(SplitRule rule) => rule.Name.StartsWith("cumulative/", StringComparison.Ordinal) ? Rounding.Parse(rule.Name.Substring("cumulative/".Length)).Mode : RoundingMode.HalfAwayFromZero;

    /// <summary>The first counter-example among small splits, or null.</summary>
    public static (long Total, long[] Weights)? CounterExample(SplitLaw law, Splitter split, RoundingMode mode = RoundingMode.HalfAwayFromZero, bool negative = true)
    {
        foreach (long[] weights in SmallWeights())
        {
            for (long size = 0; size <= 12; size++)
            {
                foreach (long total in negative ? new[] { size, -size } : [size])
                {
                    if (!Holds(law, split, total, weights, mode))
                    {
                        return (total, weights);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>All lists of up to three weights of 0 to 4, and some of four and five.</summary>
    public static IEnumerable<long[]> SmallWeights()
    {
        for (int count = 1; count <= 3; count++)
        {
            int all = (int)Math.Pow(5, count);
            for (int code = 1; code < all; code++)
            {
                long[] weights = new long[count];
                for (int i = 0, rest = code; i < count; i++, rest /= 5)
                {
                    weights[i] = rest % 5;
                }

                yield return weights;
            }
        }

        yield return [6, 6, 2];
        yield return [6, 6, 2, 1];
        yield return [1, 1, 1, 1];
        yield return [3, 1, 4, 1];
        yield return [1, 1, 1, 1, 1];
        yield return [5, 1, 0, 1, 2];
        yield return [9, 1, 1, 1, 1];
        yield return [12, 1, 1, 1, 1];
    }

    private static long Away(long part, long total) => total < 0 ? -part : part;

    private static decimal Prefix(long[] parts, int last) => parts.Take(last + 1).Sum();

    private static IEnumerable<int[]> Orders(int count)
    {
        int[] lines = [.. Enumerable.Range(0, count)];
        yield return [.. Enumerable.Reverse(lines)];
        yield return [.. lines.Skip(1), 0];
        yield return [.. lines.OrderBy(i => i % 2).ThenByDescending(i => i)];
    }
}
