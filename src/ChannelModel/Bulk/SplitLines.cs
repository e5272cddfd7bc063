using System;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
#endif
using ChannelModel.Internal;

namespace ChannelModel.Bulk;

/// <summary>
/// The lines of one large split by address, and the passes over a range of them. What a cut-off part has left is worked out again in each pass from the weight and the part, in a chunk that stays in the
/// first-level cache: cheaper than memory for it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct SplitLines
{
    public const int Digits = 2048;
    private const int Chunk = 1024;
    private readonly IntPtr _weights;
    private readonly IntPtr _parts;
    private readonly IntPtr _keys;
    private readonly SplitShare _share;

    public SplitLines(IntPtr weights, IntPtr parts, IntPtr keys, int count, SplitShare share)
    {
        _weights = weights;
        _parts = parts;
        _keys = keys;
        Count = count;
        _share = share;
    }

    public int Count { get; }

    public SplitShare Share => _share;

    public SplitLines With(SplitShare share) => new(_weights, _parts, _keys, Count, share);

    /// <summary>Adds weights up.</summary>
    /// <param name="start">The first line.</param>
    /// <param name="length">How many.</param>
    /// <param name="bits">Below 0 where a weight is.</param>
    /// <param name="carried">Whether 64 bits do not hold the sum.</param>
    /// <returns>The sum.</returns>
    public ulong Sum(int start, int length, out long bits, out bool carried)
    {
        ulong sum = 0;
        bits = 0;
        carried = false;
        for (int at = start; at < start + length; at += 4 * Chunk)
        {
            ulong more = Add(PinnedColumns.Span<long>(_weights, at, Math.Min(4 * Chunk, start + length - at)), ref bits, ref carried);
            sum = unchecked(sum + more);
            carried |= sum < more;
        }

        return sum;
    }

    /// <summary>Cuts quotas off and counts the highest digits of what is left; returns the sum of the parts.</summary>
#if NET8_0_OR_GREATER
    [SkipLocalsInit]
#endif
    public ulong Floors(int start, int length, int shift, Span<int> counts)
    {
        Span<long> buffer = stackalloc long[Chunk];
        ulong sum = 0;
        for (int at = start; at < start + length; at += Chunk)
        {
            int n = Math.Min(Chunk, start + length - at);
            Span<long> rests = buffer.Slice(0, n);
            sum += _share.Floors(PinnedColumns.Span<long>(_weights, at, n), PinnedColumns.Span<long>(_parts, at, n), rests);
            for (int i = 0; i < rests.Length; i++)
            {
                counts[(int)((ulong)rests[i] >> shift)]++;
            }
        }

        return sum;
    }

    /// <summary>Counts a digit of the lines whose higher digits are given: of what is left, or of the keys of the lines that have exactly <paramref name="cut"/> left.</summary>
    /// <param name="start">The first line.</param>
    /// <param name="length">How many.</param>
    /// <param name="cut">Whose keys, if keys.</param>
    /// <param name="shift">Where the digit is.</param>
    /// <param name="mask">The higher digits.</param>
    /// <param name="prefix">What they are.</param>
    /// <param name="counts">Is added to.</param>
    /// <param name="either">All bits that a line of these has.</param>
    /// <param name="both">All bits that each has.</param>
#if NET8_0_OR_GREATER
    [SkipLocalsInit]
#endif
    public void Tally(int start, int length, SplitCut cut, int shift, ulong mask, ulong prefix, Span<int> counts, ref ulong either, ref ulong both)
    {
        Span<long> buffer = stackalloc long[Chunk];
        for (int at = start; at < start + length; at += Chunk)
        {
            int n = Math.Min(Chunk, start + length - at);
            Span<long> rests = buffer.Slice(0, n);
            Rests(at, rests);
            for (int i = 0; i < rests.Length; i++)
            {
                ulong value = (ulong)rests[i];
                if (cut.IsKeyed)
                {
                    if (value != cut.Rest)
                    {
                        continue;
                    }

                    value = Rank(at + i);
                }

                if ((value & mask) == prefix)
                {
                    counts[(int)(value >> shift) & (Digits - 1)]++;
                    either |= value;
                    both &= value;
                }
            }
        }
    }

    /// <summary>The line with which so many of the lines that are equal in all that is before have been passed.</summary>
#if NET8_0_OR_GREATER
    [SkipLocalsInit]
#endif
    public int Last(SplitCut cut, int wanted)
    {
        Span<long> buffer = stackalloc long[Chunk];
        for (int at = 0; at < Count; at += Chunk)
        {
            Span<long> rests = buffer.Slice(0, Math.Min(Chunk, Count - at));
            Rests(at, rests);
            for (int i = 0; i < rests.Length; i++)
            {
                if ((ulong)rests[i] == cut.Rest && (!cut.IsKeyed || Rank(at + i) == cut.Rank) && --wanted == 0)
                {
                    return at + i;
                }
            }
        }

        return -1;
    }

    /// <summary>Hands the units out that are left, and gives the parts their sign.</summary>
#if NET8_0_OR_GREATER
    [SkipLocalsInit]
#endif
    public void Give(int start, int length, SplitCut cut, bool negative)
    {
        Span<long> buffer = stackalloc long[Chunk];
        for (int at = start; at < start + length; at += Chunk)
        {
            int n = Math.Min(Chunk, start + length - at);
            Span<long> rests = buffer.Slice(0, n);
            Span<long> parts = PinnedColumns.Span<long>(_parts, at, n);
            Rests(at, rests);
            if (cut.IsKeyed || (cut.Last >= at && cut.Last < at + n - 1))
            {
                for (int i = 0; i < rests.Length; i++)
                {
                    parts[i] += cut.Takes(at + i, (ulong)rests[i], cut.IsKeyed ? Rank(at + i) : 0) ? 1 : 0;
                }
            }
            else
            {
                AddAbove(parts, rests, cut.Last >= at ? cut.Rest - 1 : cut.Rest);
            }

            if (negative)
            {
                LargestRemainder.Sign(-1, parts);
            }
        }
    }

    private void Rests(int at, Span<long> rests) => _share.Rests(PinnedColumns.Span<long>(_weights, at, rests.Length), PinnedColumns.Span<long>(_parts, at, rests.Length), rests);

    private ulong Rank(int line) => SplitCut.RankOf(PinnedColumns.Span<long>(_keys, line, 1)[0]);

    private static ulong Add(ReadOnlySpan<long> weights, ref long bits, ref bool carried)
    {
        ulong sum = 0;
        int done = 0;
#if NET8_0_OR_GREATER
        done = Vector512.IsHardwareAccelerated ? Wide<Lanes512, Vector512<long>, Vector512<double>>(weights, ref bits, ref sum)
            : Vector256.IsHardwareAccelerated ? Wide<Lanes256, Vector256<long>, Vector256<double>>(weights, ref bits, ref sum)
            : 0;
#endif
        for (int i = done; i < weights.Length; i++)
        {
            ulong weight = unchecked((ulong)weights[i]);
            bits |= weights[i];
            sum = unchecked(sum + weight);
            carried |= sum < weight;
        }

        return sum;
    }

    private static void AddAbove(Span<long> parts, ReadOnlySpan<long> rests, ulong rest)
    {
        int done = 0;
#if NET8_0_OR_GREATER
        done = Vector512.IsHardwareAccelerated ? WideAbove<Lanes512, Vector512<long>, Vector512<double>>(parts, rests, rest)
            : Vector256.IsHardwareAccelerated ? WideAbove<Lanes256, Vector256<long>, Vector256<double>>(parts, rests, rest)
            : 0;
#endif
        for (int i = done; i < parts.Length; i++)
        {
            parts[i] += (ulong)rests[i] > rest ? 1 : 0;
        }
    }

#if NET8_0_OR_GREATER
    /// <summary>Up to 4 096 weights below 2^51, whose sums have room in each lane; returns how many were added, all or none.</summary>
    private static int Wide<TLanes, TWhole, TReal>(ReadOnlySpan<long> weights, ref long bits, ref ulong sum)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        int n = TLanes.Count;
        if (weights.Length < n)
        {
            return 0;
        }

        ref long weight = ref MemoryMarshal.GetReference(weights);
        TWhole any = TLanes.Whole(0);
        TWhole all = any;
        int i = 0;
        for (; i <= weights.Length - n; i += n)
        {
            TWhole w = TLanes.Load(ref weight, (nuint)i);
            any = TLanes.Or(any, w);
            all = TLanes.Add(all, w);
        }

        Span<long> lanes = stackalloc long[8];
        TLanes.Store(any, ref lanes[0], 0);
        long seen = 0;
        for (int k = 0; k < n; k++)
        {
            seen |= lanes[k];
        }

        if ((ulong)seen >> 51 != 0)
        {
            return 0;
        }

        bits |= seen;
        sum += (ulong)TLanes.Total(all);
        return i;
    }

    private static int WideAbove<TLanes, TWhole, TReal>(Span<long> parts, ReadOnlySpan<long> rests, ulong rest)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        int n = TLanes.Count;
        ref long part = ref MemoryMarshal.GetReference(parts);
        ref long left = ref MemoryMarshal.GetReference(rests);
        TWhole above = TLanes.Whole(unchecked((long)rest));
        int i = 0;
        for (; i <= parts.Length - n; i += n)
        {
            TWhole mask = TLanes.Above(TLanes.Load(ref left, (nuint)i), above);
            TLanes.Store(TLanes.Subtract(TLanes.Load(ref part, (nuint)i), mask), ref part, (nuint)i);
        }

        return i;
    }
#endif
}
