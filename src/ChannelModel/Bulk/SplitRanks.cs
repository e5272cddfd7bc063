#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChannelModel.Bulk;

/// <summary>
/// A small narrow split without a branch for each line: a line gets a unit if fewer lines than there are units come before it, and those are counted for eight lines at once. A rest x 64 + (63 - line) says in one
/// number who comes first.
/// </summary>
internal static class SplitRanks
{
    /// <summary>Turns weights into parts.</summary>
    /// <param name="share">The share, a narrow one.</param>
    /// <param name="lines">Up to 64 weights, then zeros up to the next whole vector; there they become parts.</param>
    /// <param name="count">How many.</param>
    /// <param name="negative">Whether the parts are to be negative.</param>
    /// <returns>How many units were left.</returns>
    [SkipLocalsInit]
    public static int Give<TLanes, TWhole, TReal>(in SplitShare share, Span<long> lines, int count, bool negative)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        int n = TLanes.Count;
        Span<long> places = stackalloc long[64];
        ref long line = ref MemoryMarshal.GetReference(lines);
        ref long place = ref MemoryMarshal.GetReference(places);
        TReal factor = TLanes.Real(share.Factor);
        TWhole total = TLanes.Whole((long)share.Total << 6);
        TWhole sum = TLanes.Whole((long)share.Sum << 6);
        TWhole zero = TLanes.Whole(0);
        TWhole all = zero;
        TWhole back = TLanes.Load(ref MemoryMarshal.GetArrayDataReference(Back), 0);
        TWhole step = TLanes.Whole(n);
        for (int i = 0; i < count; i += n)
        {
            TWhole w = TLanes.Load(ref line, (nuint)i);
            TWhole near = TLanes.Round(TLanes.Multiply(TLanes.ToReal(w), factor));
            TWhole left = TLanes.Subtract(TLanes.MultiplyWhole(w, total), TLanes.MultiplyWhole(near, sum));
            TWhole above = TLanes.Greater(zero, left);
            near = TLanes.Add(near, above);
            all = TLanes.Add(all, near);
            TLanes.Store(near, ref line, (nuint)i);
            TLanes.Store(TLanes.Add(TLanes.Add(left, TLanes.And(above, sum)), back), ref place, (nuint)i);
            back = TLanes.Subtract(back, step);
        }

        long whole = TLanes.Total(all);
        int units = (int)((long)share.Total - whole);
        if (units == 0 && !negative)
        {
            return 0;
        }

        TWhole few = TLanes.Whole(units);
        TWhole sign = TLanes.Whole(negative ? -1 : 0);
        for (int i = 0; i < count; i += n)
        {
            TWhole own = TLanes.Load(ref place, (nuint)i);
            TWhole before = zero;
            for (int k = 0; k < count; k++)
            {
                before = TLanes.Subtract(before, TLanes.Greater(TLanes.Whole(Unsafe.Add(ref place, k)), own));
            }

            TWhole part = TLanes.Subtract(TLanes.Load(ref line, (nuint)i), TLanes.Greater(few, before));
            TLanes.Store(TLanes.Subtract(TLanes.Xor(part, sign), sign), ref line, (nuint)i);
        }

        return units;
    }

    private static readonly long[] Back = [63, 62, 61, 60, 59, 58, 57, 56];
}
#endif
