using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace ChannelModel.Internal;

/// <summary>
/// The split by largest remainder: every part is its quota cut off, and the units left go to the largest remainders. Over spans with 64-bit totals and weights, 128-bit products, in time linear in the
/// number of lines whatever the total; and over whole numbers of any size, which the span form is tested against.
/// </summary>
internal static class LargestRemainder
{
    /// <summary>Up to this many lines the left-over units find their lines by insertion.</summary>
    private const int Few = 48;

    /// <summary>Splits a total; ties go to the earlier line.</summary>
    /// <param name="total">Of either sign; the split of -x is the negative of the split of x.</param>
    /// <param name="weights">0 or more each, one of them above 0.</param>
    /// <param name="destination">Where the parts go; may be longer than the weights, or be the weights themselves.</param>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, or <paramref name="destination"/> is too short.</exception>
    public static void Split(long total, ReadOnlySpan<long> weights, Span<long> destination) => Split(total, weights, destination, null);

    /// <summary>Splits a total; ties go to the line that the comparer of two indices puts first.</summary>
    public static void Split(long total, ReadOnlySpan<long> weights, Span<long> destination, IComparer<int>? ties)
    {
        if (destination.Length < weights.Length)
        {
            throw new ArgumentException($"The destination has {destination.Length} places for {weights.Length} weights; expected at least as many.", nameof(destination));
        }

        Span<long> parts = destination.Slice(0, weights.Length);
        if (!TrySum(weights, out ulong sum))
        {
            Slow(total, weights, parts, ties);
            return;
        }

        ulong[] remainders = ArrayPool<ulong>.Shared.Rent(weights.Length);
        try
        {
            Span<ulong> rest = remainders.AsSpan(0, weights.Length);
            ulong left = Floors(Magnitude(total), sum, weights, parts, rest);
            Give(parts, rest, (int)left, ties);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(remainders);
        }

        Sign(total, parts);
    }

    /// <summary>Splits whole numbers of any size.</summary>
    /// <param name="total">Of either sign; the split of -x is the negative of the split of x.</param>
    /// <param name="weights">0 or more each, one of them above 0.</param>
    /// <param name="ties">The order of indices that ties follow.</param>
    /// <returns>The parts; they add up to the total.</returns>
    public static BigInteger[] Split(BigInteger total, BigInteger[] weights, IComparer<int> ties)
    {
        BigInteger[] parts = Floors(BigInteger.Abs(total), weights, out BigInteger[] remainders, out int left);
        foreach (int i in Receivers(remainders, left, ties))
        {
            parts[i] += BigInteger.One;
        }

        return total.Sign < 0 ? Array.ConvertAll(parts, BigInteger.Negate) : parts;
    }

    /// <summary>Cuts every quota off, toward negative infinity; says how many units are left, fewer than there are lines.</summary>
    public static BigInteger[] Floors(BigInteger total, BigInteger[] weights, out BigInteger[] remainders, out int left)
    {
        BigInteger sum = weights.Aggregate(BigInteger.Zero, (all, weight) => all + weight);
        var parts = new BigInteger[weights.Length];
        remainders = new BigInteger[weights.Length];
        BigInteger rest = total;
        for (int i = 0; i < weights.Length; i++)
        {
            parts[i] = BigInteger.DivRem(total * weights[i], sum, out remainders[i]);
            if (remainders[i].Sign < 0)
            {
                parts[i] -= BigInteger.One;
                remainders[i] += sum;
            }

            rest -= parts[i];
        }

        left = (int)rest;
        return parts;
    }

    /// <summary>Who gets a unit: the largest remainders.</summary>
    public static IEnumerable<int> Receivers(BigInteger[] remainders, int left, IComparer<int> ties) =>
        Enumerable.Range(0, remainders.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i, ties).Take(left);

    /// <summary>Cuts every quota off to whole units; says how many units are left, fewer than there are remainders above 0.</summary>
    public static ulong Floors(ulong total, ulong sum, ReadOnlySpan<long> weights, Span<long> parts, Span<ulong> remainders)
    {
        var divisor = new WideDivisor(sum);
        ulong left = total;
        for (int i = 0; i < weights.Length; i++)
        {
            ulong part = divisor.Divide(total, (ulong)weights[i], out ulong remainder);
            left -= part;
            parts[i] = (long)part;
            remainders[i] = remainder;
        }

        return left;
    }

    /// <summary>Adds up the weights; false where 64 bits do not hold the sum.</summary>
    /// <exception cref="ArgumentException">There is no weight above 0, or a weight is negative.</exception>
    public static bool TrySum(ReadOnlySpan<long> weights, out ulong sum)
    {
        sum = 0;
        long signs = 0;
        bool carried = false;
        for (int i = 0; i < weights.Length; i++)
        {
            signs |= weights[i];
            ulong next = unchecked(sum + (ulong)weights[i]);
            carried |= next < sum;
            sum = next;
        }

        if (signs < 0)
        {
            ThrowNegative(weights);
        }

        if (sum == 0 && !carried)
        {
            throw new ArgumentException("There is no weight above 0; expected at least one.", nameof(weights));
        }

        return !carried;
    }

    public static ulong Magnitude(long total) => total < 0 ? (ulong)(-(total + 1)) + 1 : (ulong)total;

    public static void Sign(long total, Span<long> parts)
    {
        if (total >= 0)
        {
            return;
        }

        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = unchecked(-parts[i]);
        }
    }

    /// <summary>Gives one unit each to the largest remainders.</summary>
    public static void Give(Span<long> parts, ReadOnlySpan<ulong> remainders, int left, IComparer<int>? ties)
    {
        if (left == 0)
        {
            return;
        }

        if (parts.Length <= Few)
        {
            GiveFew(parts, remainders, left, ties);
            return;
        }

        // The place of the last unit, digit by digit from the highest: what is above it gets a unit, what is below it none.
        Span<int> counts = stackalloc int[2048];
        ulong mask = 0;
        ulong prefix = 0;
        int wanted = left;
        for (int shift = 53; ; shift = Math.Max(0, shift - 11))
        {
            counts.Clear();
            for (int i = 0; i < remainders.Length; i++)
            {
                if ((remainders[i] & mask) == prefix)
                {
                    counts[(int)(remainders[i] >> shift) & 2047]++;
                }
            }

            // The digit at the end overlaps the one before it; what it has in common is settled by the prefix.
            int digit = 2047;
            while (counts[digit] < wanted)
            {
                wanted -= counts[digit--];
            }

            prefix |= (ulong)digit << shift;
            mask |= 2047UL << shift;
            if (counts[digit] == wanted)
            {
                // All of them get one: no tie to break.
                for (int i = 0; i < remainders.Length; i++)
                {
                    parts[i] += (remainders[i] & mask) >= prefix ? 1 : 0;
                }

                return;
            }

            if (shift == 0)
            {
                break;
            }
        }

        GiveTied(parts, remainders, prefix, wanted, ties);
    }

    private static void GiveTied(Span<long> parts, ReadOnlySpan<ulong> remainders, ulong threshold, int wanted, IComparer<int>? ties)
    {
        if (ties is null)
        {
            for (int i = 0; i < remainders.Length; i++)
            {
                if (remainders[i] > threshold || (remainders[i] == threshold && wanted-- > 0))
                {
                    parts[i]++;
                }
            }

            return;
        }

        var tied = new List<int>();
        for (int i = 0; i < remainders.Length; i++)
        {
            if (remainders[i] > threshold)
            {
                parts[i]++;
            }
            else if (remainders[i] == threshold)
            {
                tied.Add(i);
            }
        }

        int[] order = tied.ToArray();
        Selection.Smallest(order, wanted, ties);
        for (int i = 0; i < wanted; i++)
        {
            parts[order[i]]++;
        }
    }

    private static void GiveFew(Span<long> parts, ReadOnlySpan<ulong> remainders, int left, IComparer<int>? ties)
    {
        Span<int> order = stackalloc int[Few];
        for (int i = 0; i < parts.Length; i++)
        {
            int at = i;
            while (at > 0 && Before(i, order[at - 1], remainders, ties))
            {
                order[at] = order[at - 1];
                at--;
            }

            order[at] = i;
        }

        for (int i = 0; i < left; i++)
        {
            parts[order[i]]++;
        }
    }

    private static bool Before(int i, int k, ReadOnlySpan<ulong> remainders, IComparer<int>? ties) =>
        remainders[i] != remainders[k] ? remainders[i] > remainders[k] : ties is null ? i < k : ties.Compare(i, k) < 0;

    /// <summary>Weights that add up to more than 64 bits.</summary>
    private static void Slow(long total, ReadOnlySpan<long> weights, Span<long> parts, IComparer<int>? ties)
    {
#if NET8_0_OR_GREATER
        UInt128 sum = 0;
        foreach (long weight in weights)
        {
            sum += (ulong)weight;
        }

        ulong units = Magnitude(total);
        ulong left = units;
        var remainders = new UInt128[weights.Length];
        int[] order = new int[weights.Length];
        for (int i = 0; i < order.Length; i++)
        {
            UInt128 product = (UInt128)units * (ulong)weights[i];
            UInt128 part = product / sum;
            remainders[i] = product - (part * sum);
            parts[i] = (long)part;
            left -= (ulong)part;
            order[i] = i;
        }

        IComparer<int> among = ties ?? Comparer<int>.Default;
        Selection.Smallest(order, (int)left, Comparer<int>.Create((x, y) => remainders[x] == remainders[y] ? among.Compare(x, y) : remainders[y].CompareTo(remainders[x])));
        for (int i = 0; i < (int)left; i++)
        {
            parts[order[i]]++;
        }

        Sign(total, parts);
#else
        var whole = new BigInteger[weights.Length];
        for (int i = 0; i < whole.Length; i++)
        {
            whole[i] = weights[i];
        }

        BigInteger[] split = Split(total, whole, ties ?? Comparer<int>.Default);
        for (int i = 0; i < split.Length; i++)
        {
            parts[i] = (long)split[i];
        }
#endif
    }

    private static void ThrowNegative(ReadOnlySpan<long> weights)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] < 0)
            {
                throw new ArgumentException(FormattableString.Invariant($"The weight at {i} is {weights[i]}; expected 0 or more."), nameof(weights));
            }
        }
    }
}
