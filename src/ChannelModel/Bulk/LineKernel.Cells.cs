#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ChannelModel.Bulk;

/// <content>Everything but one curve of few pieces. Up to two axes are read in the same pass as what is paid on; more of them come as cells that earlier passes have written.</content>
internal static partial class LineKernel
{
    /// <summary>Whether axes can be read in the same pass.</summary>
    public static bool Fuses(LineTable table, LineAxis[] axes) =>
        Vector128.IsHardwareAccelerated && table.HasFastRange
        && (axes.Length == 1 ? axes[0].Other is null || (axes[0].IsRatio && axes[0].Reach > 0) : axes.Length == 2 && axes[0].Other is null && axes[1].Other is null);

    private static int Any<TLanes, TWhole, TReal, TAxes, TPast>(
        LineTable table, ReadOnlySpan<long> values, in LineCells cells, Span<long> destination, Span<byte> status, ref int failures)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
        where TAxes : struct, IAxes
        where TPast : struct, ISwitch
    {
        int entries = table.FastWidth * table.Cells;
        return TLanes.Permutes && entries <= 8 ? Any<TLanes, TWhole, TReal, TAxes, TPast, Eight>(table, values, cells, destination, status, ref failures)
            : TLanes.Permutes && entries <= 16 ? Any<TLanes, TWhole, TReal, TAxes, TPast, Sixteen>(table, values, cells, destination, status, ref failures)
            : Any<TLanes, TWhole, TReal, TAxes, TPast, Gather>(table, values, cells, destination, status, ref failures);
    }

    private static int Any<TLanes, TWhole, TReal, TAxes, TPast, TLook>(
        LineTable table, ReadOnlySpan<long> values, in LineCells cells, Span<long> destination, Span<byte> status, ref int failures)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
        where TAxes : struct, IAxes
        where TPast : struct, ISwitch
        where TLook : struct, ILook =>
        (table.HasBlocks, table.IsHalfEven) switch
        {
            (false, false) => Any<TLanes, TWhole, TReal, TAxes, TPast, TLook, No, No>(table, values, cells, destination, status, ref failures),
            (false, true) => Any<TLanes, TWhole, TReal, TAxes, TPast, TLook, No, Yes>(table, values, cells, destination, status, ref failures),
            (true, false) => Any<TLanes, TWhole, TReal, TAxes, TPast, TLook, Yes, No>(table, values, cells, destination, status, ref failures),
            _ => Any<TLanes, TWhole, TReal, TAxes, TPast, TLook, Yes, Yes>(table, values, cells, destination, status, ref failures),
        };

    /// <summary>Cells, blocks, half-even or many pieces: the entry is counted or searched, and its numbers are looked up.</summary>
    private static int Any<TLanes, TWhole, TReal, TAxes, TPast, TLook, TBlocks, THalfEven>(
        LineTable table, ReadOnlySpan<long> values, in LineCells cells, Span<long> destination, Span<byte> status, ref int failures)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
        where TAxes : struct, IAxes
        where TPast : struct, ISwitch
        where TLook : struct, ILook
        where TBlocks : struct, ISwitch
        where THalfEven : struct, ISwitch
    {
        ref long from = ref MemoryMarshal.GetReference(values);
        ref long cell = ref MemoryMarshal.GetReference(cells.Stored);
        LineAxis? axis = cells.First;
        LineAxis? axis2 = cells.Second;
        ref long above = ref Start(axis?.Above);
        ref long above2 = ref Start(axis2?.Above);
        ref double numerators = ref Start(axis?.Numerators);
        ref double denominators = ref Start(axis?.Denominators);
        ref double shifts = ref Start(axis?.Shifts);
        int edges = axis?.Above.Length ?? 0;
        int edges2 = axis2?.Above.Length ?? 0;
        TWhole weight = TLanes.Whole(axis?.Weight ?? 0);
        TWhole weight2 = TLanes.Whole(axis2?.Weight ?? 0);
        TWhole reach = TLanes.Whole(axis?.Reach ?? 0);
        TWhole lowest = TLanes.Whole(-(axis?.Reach ?? 0));
        TReal least = TLanes.Real(table.RealLeast);
        TReal most = TLanes.Real(table.RealMost);
        TWhole one = TLanes.Whole(1);
        int width = table.FastWidth;
        ref double starts = ref MemoryMarshal.GetArrayDataReference(table.FastStarts);
        ref long value = ref MemoryMarshal.GetReference(cells.FirstValues);
        ref long other = ref MemoryMarshal.GetReference(cells.FirstOthers);
        ref long value2 = ref MemoryMarshal.GetReference(cells.SecondValues);
        ref long to = ref MemoryMarshal.GetReference(destination);
        int n = TLanes.Count;
        TWhole first = TLanes.Whole(table.FastFrom);
        TWhole high = TLanes.Whole(table.FastMask);
        bool hasCells = !cells.Stored.IsEmpty;
        int i = 0;
        for (; i <= values.Length - (2 * n); i += 2 * n)
        {
            TWhole v0 = TLanes.Load(ref from, (nuint)i);
            TWhole v1 = TLanes.Load(ref from, (nuint)(i + n));
            TWhole at0 = TLanes.Whole(0), at1 = at0;
            TWhole odd = TLanes.And(TLanes.Or(TLanes.Subtract(v0, first), TLanes.Subtract(v1, first)), high);
            if (TAxes.Plain >= 1)
            {
                TWhole a0 = TLanes.Load(ref value, (nuint)i);
                TWhole a1 = TLanes.Load(ref value, (nuint)(i + n));
                for (int p = 0; p < edges; p++)
                {
                    TWhole edge = TLanes.Whole(Unsafe.Add(ref above, p));
                    at0 = TLanes.AddWhereGreater(a0, edge, at0, weight);
                    at1 = TLanes.AddWhereGreater(a1, edge, at1, weight);
                }
            }

            if (TAxes.Plain == 2)
            {
                TWhole a0 = TLanes.Load(ref value2, (nuint)i);
                TWhole a1 = TLanes.Load(ref value2, (nuint)(i + n));
                for (int p = 0; p < edges2; p++)
                {
                    TWhole edge = TLanes.Whole(Unsafe.Add(ref above2, p));
                    at0 = TLanes.AddWhereGreater(a0, edge, at0, weight2);
                    at1 = TLanes.AddWhereGreater(a1, edge, at1, weight2);
                }
            }

            if (TAxes.HasRatio)
            {
                TWhole a0 = TLanes.Load(ref value, (nuint)i);
                TWhole a1 = TLanes.Load(ref value, (nuint)(i + n));
                TWhole o0 = TLanes.Load(ref other, (nuint)i);
                TWhole o1 = TLanes.Load(ref other, (nuint)(i + n));
                odd = TLanes.Or(odd, TLanes.Or(
                    TLanes.Or(TLanes.Or(TLanes.Greater(lowest, a0), TLanes.Greater(a0, reach)), TLanes.Or(TLanes.Greater(one, o0), TLanes.Greater(o0, reach))),
                    TLanes.Or(TLanes.Or(TLanes.Greater(lowest, a1), TLanes.Greater(a1, reach)), TLanes.Or(TLanes.Greater(one, o1), TLanes.Greater(o1, reach)))));
                TReal r0 = TLanes.ToReal(a0), r1 = TLanes.ToReal(a1), t0 = TLanes.ToReal(o0), t1 = TLanes.ToReal(o1);
                for (int p = 0; p < edges; p++)
                {
                    // As in LineAxisKernel: whole products below 2^51, and half a unit less makes "greater" of "at least".
                    TReal numerator = TLanes.Real(Unsafe.Add(ref numerators, p));
                    TReal denominator = TLanes.Real(Unsafe.Add(ref denominators, p));
                    TReal shift = TLanes.Real(Unsafe.Add(ref shifts, p));
                    at0 = TLanes.AddWhereRealGreater(TLanes.Multiply(r0, denominator), TLanes.SubtractReal(TLanes.Multiply(t0, numerator), shift), at0, weight);
                    at1 = TLanes.AddWhereRealGreater(TLanes.Multiply(r1, denominator), TLanes.SubtractReal(TLanes.Multiply(t1, numerator), shift), at1, weight);
                }
            }

            if (TAxes.Plain == 0 && !TAxes.HasRatio && hasCells)
            {
                at0 = TLanes.Load(ref cell, (nuint)i);
                at1 = TLanes.Load(ref cell, (nuint)(i + n));
                odd = TLanes.Or(odd, TLanes.And(TLanes.Or(at0, at1), high));
            }

            if (TLanes.Any(odd))
            {
                failures += cells.IsChosen
                    ? Chosen(table, values.Slice(i, 2 * n), cells.Slice(i, 2 * n), destination.Slice(i, 2 * n), status.Slice(i, 2 * n))
                    : Rows(table, values.Slice(i, 2 * n), hasCells ? cells.Stored.Slice(i, 2 * n) : default, destination.Slice(i, 2 * n), status.Slice(i, 2 * n));
                continue;
            }

            TReal x0 = TLanes.ToReal(v0);
            TReal x1 = TLanes.ToReal(v1);
            if (width <= MostBlends)
            {
                for (int p = 1; p < width; p++)
                {
                    TReal start = TLanes.Real(Unsafe.Add(ref starts, p));
                    at0 = TLanes.AddWhereRealGreater(x0, start, at0, one);
                    at1 = TLanes.AddWhereRealGreater(x1, start, at1, one);
                }
            }
            else
            {
                at0 = TLanes.Add(at0, Search<TLanes, TWhole, TReal>(table, x0));
                at1 = TLanes.Add(at1, Search<TLanes, TWhole, TReal>(table, x1));
            }

            Put<TLanes, TWhole, TReal, TPast>(One<TLanes, TWhole, TReal, TLook, TBlocks, THalfEven>(table, x0, at0, least, most), ref to, (nuint)i);
            Put<TLanes, TWhole, TReal, TPast>(One<TLanes, TWhole, TReal, TLook, TBlocks, THalfEven>(table, x1, at1, least, most), ref to, (nuint)(i + n));
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWhole One<TLanes, TWhole, TReal, TLook, TBlocks, THalfEven>(LineTable table, TReal x, TWhole at, TReal least, TReal most)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
        where TLook : struct, ILook
        where TBlocks : struct, ISwitch
        where THalfEven : struct, ISwitch
    {
        if (TBlocks.On)
        {
            x = TLanes.ToReal(TLanes.Round(TLanes.MultiplyAdd(x, TLook.Up<TLanes, TWhole, TReal>(table.E, at), TLook.Up<TLanes, TWhole, TReal>(table.F, at))));
        }

        TReal t = TLanes.MultiplyAdd(x, TLook.Up<TLanes, TWhole, TReal>(table.B, at), TLook.Up<TLanes, TWhole, TReal>(table.A, at));
        if (THalfEven.On)
        {
            // A tie is the only value so near to its whole number; odd ones step down.
            TWhole q = TLanes.Round(t);
            TReal over = TLanes.SubtractReal(t, TLanes.ToReal(q));
            TWhole tie = TLanes.RealGreater(TLook.Up<TLanes, TWhole, TReal>(table.Tie, at), over);
            t = TLanes.ToReal(TLanes.Subtract(q, TLanes.And(TLanes.And(q, TLanes.Whole(1)), tie)));
        }

        return TLanes.Round(TLanes.Min(TLanes.Max(t, least), most));
    }

    private static ref T Start<T>(T[]? array) => ref MemoryMarshal.GetArrayDataReference(array ?? []);

    /// <summary>Binary search among the starts that the fast range touches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWhole Search<TLanes, TWhole, TReal>(LineTable table, TReal x)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        TWhole at = TLanes.Whole(0);
        for (int step = table.FastStarts.Length >> 1; step > 0; step >>= 1)
        {
            TWhole next = TLanes.Add(at, TLanes.Whole(step));
            TReal start = TLanes.Lookup(ref MemoryMarshal.GetArrayDataReference(table.FastStarts), next);
            at = TLanes.AddWhereRealGreater(x, start, at, TLanes.Whole(step));
        }

        return at;
    }

    /// <summary>How entries of a table are looked up: in one vector, in two, or in memory.</summary>
    private interface ILook
    {
        static abstract TReal Up<TLanes, TWhole, TReal>(double[] table, TWhole index)
            where TLanes : struct, ILanes<TWhole, TReal>
            where TWhole : struct
            where TReal : struct;
    }

    private readonly struct Eight : ILook
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TReal Up<TLanes, TWhole, TReal>(double[] table, TWhole index)
            where TLanes : struct, ILanes<TWhole, TReal>
            where TWhole : struct
            where TReal : struct => TLanes.Permute(TLanes.LoadReal(ref MemoryMarshal.GetArrayDataReference(table), 0), index);
    }

    private readonly struct Sixteen : ILook
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TReal Up<TLanes, TWhole, TReal>(double[] table, TWhole index)
            where TLanes : struct, ILanes<TWhole, TReal>
            where TWhole : struct
            where TReal : struct =>
            TLanes.Permute(TLanes.LoadReal(ref MemoryMarshal.GetArrayDataReference(table), 0), TLanes.LoadReal(ref MemoryMarshal.GetArrayDataReference(table), 8), index);
    }

    private readonly struct Gather : ILook
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TReal Up<TLanes, TWhole, TReal>(double[] table, TWhole index)
            where TLanes : struct, ILanes<TWhole, TReal>
            where TWhole : struct
            where TReal : struct => TLanes.Lookup(ref MemoryMarshal.GetArrayDataReference(table), index);
    }

    /// <summary>What chooses the cell: entries that were written before, one number or two, or one number in relation to another.</summary>
    private interface IAxes
    {
        static abstract int Plain { get; }

        static abstract bool HasRatio { get; }
    }

    private readonly struct Stored : IAxes
    {
        public static int Plain => 0;

        public static bool HasRatio => false;
    }

    private readonly struct OnePlain : IAxes
    {
        public static int Plain => 1;

        public static bool HasRatio => false;
    }

    private readonly struct TwoPlain : IAxes
    {
        public static int Plain => 2;

        public static bool HasRatio => false;
    }

    private readonly struct OneRatio : IAxes
    {
        public static int Plain => 0;

        public static bool HasRatio => true;
    }
}
#endif
