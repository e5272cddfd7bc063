using System;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace ChannelModel.Bulk;

/// <summary>Takes one axis into the table entries of rows: entry += band x weight. An entry below 0 is a row that failed, and stays so.</summary>
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
            cells[i] = before < 0 ? before : band < 0 ? band : before + (band * axis.Weight);
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
        if (axis.Other is null)
        {
            return Plain<TLanes, TWhole, TReal>(axis, ref value, ref cell, values.Length, first);
        }

        TWhole weight = TLanes.Whole(axis.Weight);
        TWhole low = TLanes.Whole(-axis.Reach);
        TWhole high = TLanes.Whole(axis.Reach);
        int i = 0;
        for (; i <= values.Length - n; i += n)
        {
            TWhole v = TLanes.Load(ref value, (nuint)i);
            TWhole entry = first ? TLanes.Whole(0) : TLanes.Load(ref cell, (nuint)i);
            TWhole o = TLanes.Load(ref other, (nuint)i);
            TWhole outside = TLanes.Or(
                TLanes.Or(TLanes.Greater(low, v), TLanes.Greater(v, high)),
                TLanes.Or(TLanes.Greater(TLanes.Whole(1), o), TLanes.Greater(o, high)));
            if (TLanes.Any(outside))
            {
                Rows(axis, values.Slice(i, n), others.Slice(i, n), cells.Slice(i, n), first);
                continue;
            }

            TReal x = TLanes.ToReal(v);
            TReal y = TLanes.ToReal(o);
            for (int p = 0; p < axis.Numerators.Length; p++)
            {
                // Both products are whole numbers below 2^51; half a unit less makes "greater" of "at least".
                TReal least = TLanes.SubtractReal(TLanes.Multiply(y, TLanes.Real(axis.Numerators[p])), TLanes.Real(axis.Shifts[p]));
                entry = TLanes.AddWhereRealGreater(TLanes.Multiply(x, TLanes.Real(axis.Denominators[p])), least, entry, weight);
            }

            TLanes.Store(entry, ref cell, (nuint)i);
        }

        return i;
    }

    private static int Plain<TLanes, TWhole, TReal>(LineAxis axis, ref long value, ref long cell, int length, bool first)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        int n = TLanes.Count;
        TWhole weight = TLanes.Whole(axis.Weight);
        ref long above = ref MemoryMarshal.GetArrayDataReference(axis.Above);
        int edges = axis.Above.Length;
        int i = 0;
        for (; i <= length - (2 * n); i += 2 * n)
        {
            TWhole v0 = TLanes.Load(ref value, (nuint)i);
            TWhole v1 = TLanes.Load(ref value, (nuint)(i + n));
            TWhole entry0 = TLanes.Whole(0), entry1 = entry0;
            if (!first)
            {
                entry0 = TLanes.Load(ref cell, (nuint)i);
                entry1 = TLanes.Load(ref cell, (nuint)(i + n));
            }

            for (int p = 0; p < edges; p++)
            {
                TWhole edge = TLanes.Whole(Unsafe.Add(ref above, p));
                entry0 = TLanes.AddWhereGreater(v0, edge, entry0, weight);
                entry1 = TLanes.AddWhereGreater(v1, edge, entry1, weight);
            }

            TLanes.Store(entry0, ref cell, (nuint)i);
            TLanes.Store(entry1, ref cell, (nuint)(i + n));
        }

        return i;
    }
#endif
}
