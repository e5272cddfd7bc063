using System;
using System.Buffers;
using System.Collections.Generic;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
#endif
#if NET9_0_OR_GREATER
using System.Threading;
#endif
using ChannelModel.Internal;

namespace ChannelModel.Bulk;

/// <summary>
/// One split by largest remainder over spans: every quota is cut off, and the units left go to the largest rests, ties to the smaller key, then to the earlier line. A small split sorts its rests; a large one looks
/// for the rest from which on a unit is due, digit by digit, over all lines at once.
/// </summary>
internal static class SplitKernel
{
    /// <summary>Up to this many lines are sorted.</summary>
    private const int Few = 64;

    public static RowStatus Run(long total, ReadOnlySpan<long> weights, ReadOnlySpan<long> keys, Span<long> parts, ParallelRun? run)
    {
        if (weights.Length <= Few)
        {
            run?.Told(weights.Length);
            return Small(total, weights, keys, parts);
        }

        if (!weights.Overlaps(parts))
        {
            return Large(total, weights, keys, parts, run);
        }

        long[] copy = ArrayPool<long>.Shared.Rent(weights.Length);
        try
        {
            weights.CopyTo(copy);
            return Large(total, copy.AsSpan(0, weights.Length), keys, parts, run);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(copy);
        }
    }

    private static RowStatus StatusOf(long bits, ulong sum, bool carried) =>
        bits < 0 ? RowStatus.NegativeWeight : sum == 0 && !carried ? RowStatus.NoWeight : RowStatus.Ok;

#if NET8_0_OR_GREATER
    [SkipLocalsInit]
#endif
    private static RowStatus Small(long total, ReadOnlySpan<long> weights, ReadOnlySpan<long> keys, Span<long> parts)
    {
        Span<long> buffer = stackalloc long[Few];
        ulong sum = 0;
        long bits = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            long weight = weights[i];
            buffer[i] = weight;
            bits |= weight;
            sum = unchecked(sum + (ulong)weight);
        }

        if (bits <= 0)
        {
            parts.Clear();
            return bits < 0 ? RowStatus.NegativeWeight : RowStatus.NoWeight;
        }

        if (bits >= 1L << 57 && Carries(weights))
        {
            Beyond(total, weights, keys, parts);
            return RowStatus.Ok;
        }

        var share = new SplitShare(total, sum);
#if NET8_0_OR_GREATER
        if (share.IsNarrow && keys.IsEmpty && Vector128.IsHardwareAccelerated)
        {
            buffer.Slice(weights.Length, Math.Min(8, Few - weights.Length)).Clear();
            _ = Vector512.IsHardwareAccelerated ? SplitRanks.Give<Lanes512, Vector512<long>, Vector512<double>>(share, buffer, weights.Length, total < 0)
                : Vector256.IsHardwareAccelerated ? SplitRanks.Give<Lanes256, Vector256<long>, Vector256<double>>(share, buffer, weights.Length, total < 0)
                : SplitRanks.Give<Lanes128, Vector128<long>, Vector128<double>>(share, buffer, weights.Length, total < 0);
            buffer.Slice(0, weights.Length).CopyTo(parts);
            return RowStatus.Ok;
        }
#endif
        Span<long> rests = buffer.Slice(0, weights.Length);
        int left = (int)(share.Total - share.Floors(weights, parts, rests));
        if (left > 0)
        {
            GiveFew(parts, rests, keys, left);
        }

        LargestRemainder.Sign(total, parts);
        return RowStatus.Ok;
    }

    private static bool Carries(ReadOnlySpan<long> weights)
    {
        ulong sum = 0;
        foreach (long weight in weights)
        {
            ulong next = unchecked(sum + (ulong)weight);
            if (next < sum)
            {
                return true;
            }

            sum = next;
        }

        return false;
    }

#if NET8_0_OR_GREATER
    [SkipLocalsInit]
#endif
    private static void GiveFew(Span<long> parts, ReadOnlySpan<long> rests, ReadOnlySpan<long> keys, int left)
    {
        // The first so many in order are kept sorted; a line that comes after all of them is passed by.
        Span<int> order = stackalloc int[Few];
        int kept = 0;
        for (int i = 0; i < rests.Length; i++)
        {
            int at = kept;
            while (at > 0 && Before(i, order[at - 1], rests, keys))
            {
                at--;
            }

            if (at == left)
            {
                continue;
            }

            kept = Math.Min(kept + 1, left);
            for (int k = kept - 1; k > at; k--)
            {
                order[k] = order[k - 1];
            }

            order[at] = i;
        }

        for (int i = 0; i < left; i++)
        {
            parts[order[i]]++;
        }
    }

    private static bool Before(int i, int k, ReadOnlySpan<long> rests, ReadOnlySpan<long> keys) =>
        rests[i] != rests[k] ? (ulong)rests[i] > (ulong)rests[k] : !keys.IsEmpty && keys[i] < keys[k];

    /// <summary>Weights that add up to more than 64 bits.</summary>
    private static void Beyond(long total, ReadOnlySpan<long> weights, ReadOnlySpan<long> keys, Span<long> parts) =>
        LargestRemainder.Split(total, weights, parts, keys.IsEmpty ? null : new ByKey(keys.ToArray()));

    private static unsafe RowStatus Large(long total, ReadOnlySpan<long> weights, ReadOnlySpan<long> keys, Span<long> parts, ParallelRun? run)
    {
        fixed (long* w = weights, k = keys, p = parts)
        {
            var lines = new SplitLines((IntPtr)w, (IntPtr)p, (IntPtr)k, weights.Length, default);
            long bits;
            bool carried;
            ulong sum = run is null ? lines.Sum(0, lines.Count, out bits, out carried) : Sum(lines, run, out bits, out carried);
            RowStatus state = StatusOf(bits, sum, carried);
            if (state != RowStatus.Ok || carried)
            {
                run?.Told(lines.Count);
                parts.Clear();
                if (state == RowStatus.Ok)
                {
                    Beyond(total, weights, keys, parts);
                }

                return state;
            }

            Split(total, lines.With(new SplitShare(total, sum)), !keys.IsEmpty, run);
            return RowStatus.Ok;
        }
    }

    private static void Split(long total, SplitLines lines, bool hasKeys, ParallelRun? run)
    {
        Span<int> counts = stackalloc int[SplitLines.Digits];
        counts.Clear();
        int top = Math.Max(0, Bits(lines.Share.Sum) - 11);
        ulong whole = run is null ? lines.Floors(0, lines.Count, top, counts) : Floors(lines, top, counts, run);
        int left = (int)(lines.Share.Total - whole);
        SplitCut cut = default;
        if (left > 0)
        {
            int wanted = left;
            (cut.Rest, bool isClean) = Select(lines, cut, counts, top, ref wanted, run);
            if (!isClean && hasKeys)
            {
                cut.IsKeyed = true;
                counts.Clear();
                (cut.Rank, isClean) = Select(lines, cut, counts, 53, ref wanted, run);
            }

            cut.Last = isClean ? -1 : lines.Last(cut, wanted);
        }
        else if (total >= 0)
        {
            run?.Told(lines.Count);
            return;
        }
        else
        {
            cut = new SplitCut { Rest = ulong.MaxValue, Last = -1 };
        }

        if (run is null)
        {
            lines.Give(0, lines.Count, cut, total < 0);
        }
        else
        {
            Give(lines, cut, total < 0, run);
        }
    }

    /// <summary>
    /// The value above which all lines get a unit, from the digit at <paramref name="shift"/> down; <paramref name="wanted"/> becomes how many of those that have it exactly get one as well, and where that is none or
    /// all of them the answer is clean: it lies just below them.
    /// </summary>
    private static (ulong Value, bool IsClean) Select(SplitLines lines, SplitCut cut, Span<int> counts, int shift, ref int wanted, ParallelRun? run)
    {
        ulong mask = 0;
        ulong prefix = 0;
        bool isCounted = !cut.IsKeyed; // the first digit of the rests was counted when quotas were cut off
        while (true)
        {
            if (!isCounted)
            {
                ulong either = 0;
                ulong both = ulong.MaxValue;
                counts.Clear();
                if (run is null)
                {
                    lines.Tally(0, lines.Count, cut, shift, mask, prefix, counts, ref either, ref both);
                }
                else
                {
                    Tally(lines, cut, shift, mask, prefix, counts, ref either, ref both, run);
                }

                if (either == both)
                {
                    return (either, false); // all of them are equal, and not all get one
                }
            }

            isCounted = false;
            int digit = SplitLines.Digits - 1;
            while (counts[digit] < wanted)
            {
                wanted -= counts[digit--];
            }

            prefix |= (ulong)digit << shift;
            mask |= (ulong)(SplitLines.Digits - 1) << shift;
            if (counts[digit] == wanted)
            {
                return (prefix - 1, true); // above 0: never do all lines get one
            }

            if (shift == 0)
            {
                return (prefix, false);
            }

            // The digit at the end overlaps the one before it; what it has in common is settled by the prefix.
            shift = Math.Max(0, shift - 11);
        }
    }

    private static int Bits(ulong value)
    {
        int bits = 0;
        for (; value != 0; value >>= 1)
        {
            bits++;
        }

        return bits;
    }

    private static ulong Sum(SplitLines lines, ParallelRun run, out long bits, out bool carried)
    {
        ulong sum = 0;
        long seen = 0;
        bool over = false;
        var order = NewOrder();
        run.Quietly(lines.Count, (_, start, length) =>
        {
            ulong more = lines.Sum(start, length, out long own, out bool carry);
            lock (order)
            {
                sum = unchecked(sum + more);
                seen |= own;
                over |= carry || sum < more;
            }
        });
        (bits, carried) = (seen, over);
        return sum;
    }

    private static ulong Floors(SplitLines lines, int shift, Span<int> counts, ParallelRun run)
    {
        ulong sum = 0;
        int[] total = new int[SplitLines.Digits];
        var order = NewOrder();
        run.Quietly(lines.Count, (_, start, length) =>
        {
            Span<int> own = stackalloc int[SplitLines.Digits];
            own.Clear();
            ulong more = lines.Floors(start, length, shift, own);
            lock (order)
            {
                sum += more;
                Add(own, total);
            }
        });
        total.AsSpan().CopyTo(counts);
        return sum;
    }

    private static void Tally(SplitLines lines, SplitCut cut, int shift, ulong mask, ulong prefix, Span<int> counts, ref ulong either, ref ulong both, ParallelRun run)
    {
        int[] total = new int[SplitLines.Digits];
        ulong any = either;
        ulong all = both;
        var order = NewOrder();
        run.Quietly(lines.Count, (_, start, length) =>
        {
            Span<int> own = stackalloc int[SplitLines.Digits];
            own.Clear();
            ulong some = 0;
            ulong each = ulong.MaxValue;
            lines.Tally(start, length, cut, shift, mask, prefix, own, ref some, ref each);
            lock (order)
            {
                any |= some;
                all &= each;
                Add(own, total);
            }
        });
        (either, both) = (any, all);
        total.AsSpan().CopyTo(counts);
    }

    private static void Give(SplitLines lines, SplitCut cut, bool negative, ParallelRun run) => run.Over(lines.Count, (_, start, length) =>
    {
        lines.Give(start, length, cut, negative);
        return 0;
    });

    private static void Add(ReadOnlySpan<int> own, int[] total)
    {
        for (int i = 0; i < own.Length; i++)
        {
            total[i] += own[i];
        }
    }

#if NET9_0_OR_GREATER
    private static Lock NewOrder() => new();
#else
    private static object NewOrder() => new();
#endif

    /// <summary>The order of lines by key, then by place.</summary>
    private sealed class ByKey : IComparer<int>
    {
        private readonly long[] _keys;

        public ByKey(long[] keys)
        {
            _keys = keys;
        }

        public int Compare(int x, int y) => _keys[x] != _keys[y] ? _keys[x].CompareTo(_keys[y]) : x.CompareTo(y);
    }
}
