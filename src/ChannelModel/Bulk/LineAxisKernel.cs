using System;
#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace ChannelModel.Bulk;

/// <summary>Takes one axis into the cells of rows: cell = cell x bands + band. A cell below 0 is a row that failed, and stays so.</summary>
internal static class LineAxisKernel
{
    public static void Run(LineAxis axis, ReadOnlySpan<long> values, ReadOnlySpan<long> others, Span<long> cells, bool first)
    {
        int done = 0;
#if NET8_0_OR_GREATER
        if (axis.Other is null || axis.Reach > 0)
        {
            done = Vector512.IsHardwareAccelerated ? Wide<Lanes512, Vector512<long>, Vector512<double>>(axis, values, others, cells, first)
                : Vector256.IsHardwareAccelerated ? Wide<Lanes256, Vector256<long>, Vector256<double>>(axis, values, others, cells, first)
                : Vector128.IsHardwareAccelerated ? Wide<Lanes128, Vector128<long>, Vector128<double>>(axis, values, others, cells, first)
                : 0;
        }
#endif
        Rows(axis, values.Slice(done), others.IsEmpty ? others : others.Slice(done), cells.Slice(done), first);
    }

    private static void Rows(LineAxis axis, ReadOnlySpan<long> values, ReadOnlySpan<long> others, Span<long> cells, bool first)
    {
        for (int i = 0; i < values.Length; i++)
        {
            long before = first ? 0 : cells[i];
            long band = axis.BandOf(values[i], others.IsEmpty ? 0 : others[i]);
            cells[i] = before < 0 ? before : band < 0 ? band : (before * axis.Bands) + band;
        }
    }

#if NET8_0_OR_GREATER
    private static int Wide<TLanes, TWhole, TReal>(LineAxis axis, ReadOnlySpan<long> values, ReadOnlySpan<long> others, Span<long> cells, bool first)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        ref long value = ref MemoryMarshal.GetReference(values);
        ref long other = ref MemoryMarshal.GetReference(others);
        ref long cell = ref MemoryMarshal.GetReference(cells);
        int n = TLanes.Count;
        TReal bands = TLanes.Real(axis.Bands);
        TReal magic = TLanes.Real(LineKernel.Magic);
        TWhole bits = TLanes.Whole(LineKernel.MagicBits);
        TWhole low = TLanes.Whole(-axis.Reach);
        TWhole high = TLanes.Whole(axis.Reach);
        int i = 0;
        for (; i <= values.Length - n; i += n)
        {
            TWhole v = TLanes.Load(ref value, (nuint)i);
            TWhole count = TLanes.Whole(0);
            if (axis.Other is null)
            {
                foreach (long above in axis.Above)
                {
                    count = TLanes.Subtract(count, TLanes.Greater(v, TLanes.Whole(above)));
                }
            }
            else
            {
                TWhole o = TLanes.Load(ref other, (nuint)i);
                TWhole outside = TLanes.Or(
                    TLanes.Or(TLanes.Greater(low, v), TLanes.Greater(v, high)),
                    TLanes.Or(TLanes.Greater(TLanes.Whole(1), o), TLanes.Greater(o, high)));
                if (TLanes.Any(outside))
                {
                    Rows(axis, values.Slice(i, n), others.Slice(i, n), cells.Slice(i, n), first);
                    continue;
                }

                TReal x = TLanes.SubtractReal(TLanes.AsReal(TLanes.Add(v, bits)), magic);
                TReal y = TLanes.SubtractReal(TLanes.AsReal(TLanes.Add(o, bits)), magic);
                for (int p = 0; p < axis.Numerators.Length; p++)
                {
                    // Both products are whole numbers below 2^51; half a unit less makes "greater" of "at least".
                    TReal least = TLanes.SubtractReal(TLanes.Multiply(y, TLanes.Real(axis.Numerators[p])), TLanes.Real(axis.Shifts[p]));
                    count = TLanes.Subtract(count, TLanes.RealGreater(TLanes.Multiply(x, TLanes.Real(axis.Denominators[p])), least));
                }
            }

            if (!first)
            {
                TWhole before = TLanes.Load(ref cell, (nuint)i);
                TReal whole = TLanes.SubtractReal(TLanes.AsReal(TLanes.Add(before, bits)), magic);
                TWhole product = TLanes.Subtract(TLanes.AsWhole(TLanes.MultiplyAdd(whole, bands, magic)), bits);
                count = TLanes.SelectWhole(TLanes.Greater(TLanes.Whole(0), before), before, TLanes.Add(product, count));
            }

            TLanes.Store(count, ref cell, (nuint)i);
        }

        return i;
    }
#endif
}
