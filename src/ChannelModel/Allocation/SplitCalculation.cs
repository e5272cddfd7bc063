using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>Every rule, over whole numbers of any size: what the span form is tested against, and what totals and weights beyond 64 bits go through.</summary>
internal static class SplitCalculation
{
    /// <summary>Splits; the weights are 0 or more with a sum above 0, and <paramref name="ties"/> orders their indices.</summary>
    public static BigInteger[] Split(SplitRule rule, BigInteger total, BigInteger[] weights, IComparer<int> ties, out BigInteger remainder)
    {
        IComparer<int> order = rule.TiesByPosition ? Comparer<int>.Default : ties;
        BigInteger sum = weights.Aggregate(BigInteger.Zero, (all, weight) => all + weight);
        remainder = BigInteger.Zero;
        switch (rule.LeftOver)
        {
            case LeftOver.Cumulative:
                return Cumulative(total, weights, sum, rule.Mode);
            case LeftOver.CascadeFromLast:
                return Cascade(total, weights, sum);
            case LeftOver.ResidualToLast:
                return ResidualToLast(total, weights, sum, rule.Mode);
            case LeftOver.Block:
                BigInteger common = weights.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
                BigInteger blocks = BigInteger.DivRem(total, sum / common, out remainder);
                return weights.Select(weight => blocks * (weight / common)).ToArray();
            default:
                return rule.FloorsDown || total.Sign >= 0
                    ? Floored(rule.LeftOver, total, weights, order, out remainder)
                    : Negated(Floored(rule.LeftOver, -total, weights, order, out remainder), ref remainder);
        }
    }

    /// <summary>Hands out units to whole parts, for rules whose left-over units go to lines.</summary>
    private static IEnumerable<int> Receivers(LeftOver leftOver, int left, BigInteger[] weights, BigInteger[] remainders, IComparer<int> order)
    {
        IEnumerable<int> lines = Enumerable.Range(0, weights.Length);
        return leftOver switch
        {
            LeftOver.First => lines.Take(left),
            LeftOver.FirstNonZero => lines.Where(i => !weights[i].IsZero).Take(left),
            LeftOver.Last => lines.Reverse().Take(left),
            LeftOver.LargestWeight => lines.OrderByDescending(i => weights[i]).ThenBy(i => i, order).Take(left),
            LeftOver.LargestRemainder => LargestRemainder.Receivers(remainders, left, order),
            _ => [],
        };
    }

    private static BigInteger[] Floored(LeftOver leftOver, BigInteger total, BigInteger[] weights, IComparer<int> order, out BigInteger remainder)
    {
        BigInteger[] parts = LargestRemainder.Floors(total, weights, out BigInteger[] remainders, out int left);
        int given = 0;
        foreach (int i in Receivers(leftOver, left, weights, remainders, order))
        {
            parts[i] += BigInteger.One;
            given++;
        }

        remainder = left - given;
        return parts;
    }

    private static BigInteger[] Negated(BigInteger[] parts, ref BigInteger remainder)
    {
        remainder = -remainder;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = -parts[i];
        }

        return parts;
    }

    private static BigInteger[] Cumulative(BigInteger total, BigInteger[] weights, BigInteger sum, RoundingMode mode)
    {
        var parts = new BigInteger[weights.Length];
        BigInteger running = BigInteger.Zero;
        BigInteger before = BigInteger.Zero;
        for (int i = 0; i < weights.Length; i++)
        {
            running += weights[i];
            BigInteger after = Exact.Divide(total * running, sum, mode);
            parts[i] = after - before;
            before = after;
        }

        return parts;
    }

    private static BigInteger[] Cascade(BigInteger total, BigInteger[] weights, BigInteger sum)
    {
        var parts = new BigInteger[weights.Length];
        for (int i = weights.Length - 1; i >= 0 && sum.Sign > 0; i--)
        {
            parts[i] = total * weights[i] / sum;
            total -= parts[i];
            sum -= weights[i];
        }

        return parts;
    }

    private static BigInteger[] ResidualToLast(BigInteger total, BigInteger[] weights, BigInteger sum, RoundingMode mode)
    {
        BigInteger[] parts = weights.Select(weight => Exact.Divide(total * weight, sum, mode)).ToArray();
        parts[parts.Length - 1] = parts.Take(parts.Length - 1).Aggregate(total, (left, part) => left - part);
        return parts;
    }
}
