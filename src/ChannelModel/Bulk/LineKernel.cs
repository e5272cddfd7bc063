using System;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace ChannelModel.Bulk;

/// <summary>
/// Columns through a table. Values become doubles by adding and subtracting 1.5 x 2^52, which is exact below 2^51 and the same in every width; the
/// same sum rounds the result to a whole number, whose bits are then the low bits of the double. A group of lanes with one value outside the fast
/// range goes through <see cref="LineTable.At"/> row by row.
/// </summary>
internal static class LineKernel
{
#if NET8_0_OR_GREATER
    public const double Magic = 6755399441055744d;
    public const long MagicBits = 0x4338000000000000;
    private const long MagicReach = 1L << 51;
    private const int MostBlends = 16;
#endif

    /// <summary>What a cell column holds for a row that failed: its status, below 0.</summary>
    public static long Failed(RowStatus status) => -(long)status;

    /// <summary>Evaluates; <paramref name="cells"/> is empty where the table has one cell.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">The values.</param>
    /// <param name="cells">The cell of each row, or minus its status.</param>
    /// <param name="destination">As long as the values; may be the values.</param>
    /// <param name="status">As long as the values, all 0.</param>
    /// <returns>How many rows failed.</returns>
    public static int Run(LineTable table, ReadOnlySpan<long> values, ReadOnlySpan<long> cells, Span<long> destination, Span<byte> status)
    {
        int failures = 0;
        int done = 0;
#if NET8_0_OR_GREATER
        if (table.HasFastRange)
        {
            done = Vector512.IsHardwareAccelerated ? Wide<Lanes512, Vector512<long>, Vector512<double>>(table, values, cells, destination, status, ref failures)
                : Vector256.IsHardwareAccelerated ? Wide<Lanes256, Vector256<long>, Vector256<double>>(table, values, cells, destination, status, ref failures)
                : Vector128.IsHardwareAccelerated ? Wide<Lanes128, Vector128<long>, Vector128<double>>(table, values, cells, destination, status, ref failures)
                : 0;
        }
#endif
        return failures + Rows(table, values.Slice(done), cells.IsEmpty ? cells : cells.Slice(done), destination.Slice(done), status.Slice(done));
    }

    private static int Rows(LineTable table, ReadOnlySpan<long> values, ReadOnlySpan<long> cells, Span<long> destination, Span<byte> status)
    {
        int failures = 0;
        for (int i = 0; i < values.Length; i++)
        {
            long cell = cells.IsEmpty ? 0 : cells[i];
            long result = 0;
            RowStatus state = cell < 0 ? (RowStatus)(-cell) : table.At((int)cell, values[i], out result);
            destination[i] = result;
            if (state != RowStatus.Ok)
            {
                status[i] = (byte)state;
                failures++;
            }
        }

        return failures;
    }

#if NET8_0_OR_GREATER
    private static int Wide<TLanes, TWhole, TReal>(
        LineTable table, ReadOnlySpan<long> values, ReadOnlySpan<long> cells, Span<long> destination, Span<byte> status, ref int failures)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        bool cut = table.Least != long.MinValue || table.Most != long.MaxValue;
        if (cells.IsEmpty && table.Last - table.First < MostBlends && !table.HasBlocks && !table.IsHalfEven)
        {
            return cut
                ? OneCell<TLanes, TWhole, TReal, Yes>(table, values, destination, status, ref failures)
                : OneCell<TLanes, TWhole, TReal, No>(table, values, destination, status, ref failures);
        }

        return (table.HasBlocks, table.IsHalfEven) switch
        {
            (false, false) => Any<TLanes, TWhole, TReal, No, No>(table, values, cells, destination, status, ref failures),
            (false, true) => Any<TLanes, TWhole, TReal, No, Yes>(table, values, cells, destination, status, ref failures),
            (true, false) => Any<TLanes, TWhole, TReal, Yes, No>(table, values, cells, destination, status, ref failures),
            _ => Any<TLanes, TWhole, TReal, Yes, Yes>(table, values, cells, destination, status, ref failures),
        };
    }

    /// <summary>One curve of few pieces: four vectors go through the edges side by side and take each piece's numbers as they pass its start.</summary>
    private static int OneCell<TLanes, TWhole, TReal, TCut>(LineTable table, ReadOnlySpan<long> values, Span<long> destination, Span<byte> status, ref int failures)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
        where TCut : struct, ISwitch
    {
        ref long from = ref MemoryMarshal.GetReference(values);
        ref long to = ref MemoryMarshal.GetReference(destination);
        int n = TLanes.Count;
        TWhole first = TLanes.Whole(table.FastFrom);
        TWhole span = TLanes.Whole(table.FastTo - table.FastFrom);
        TReal least = TLanes.Real(Magic + Math.Max(table.Least, -MagicReach));
        TReal most = TLanes.Real(Magic + Math.Min(table.Most, MagicReach));
        TReal magic = TLanes.Real(Magic);
        TWhole bits = TLanes.Whole(MagicBits);
        double[] starts = table.RealStarts;
        double[] tableA = table.A;
        double[] tableB = table.B;
        int i = 0;
        for (; i <= values.Length - (4 * n); i += 4 * n)
        {
            TWhole v0 = TLanes.Load(ref from, (nuint)i);
            TWhole v1 = TLanes.Load(ref from, (nuint)(i + n));
            TWhole v2 = TLanes.Load(ref from, (nuint)(i + (2 * n)));
            TWhole v3 = TLanes.Load(ref from, (nuint)(i + (3 * n)));
            TWhole outside = TLanes.Or(
                TLanes.Or(TLanes.Above(TLanes.Subtract(v0, first), span), TLanes.Above(TLanes.Subtract(v1, first), span)),
                TLanes.Or(TLanes.Above(TLanes.Subtract(v2, first), span), TLanes.Above(TLanes.Subtract(v3, first), span)));
            if (TLanes.Any(outside))
            {
                failures += Rows(table, values.Slice(i, 4 * n), default, destination.Slice(i, 4 * n), status.Slice(i, 4 * n));
                continue;
            }

            TReal x0 = TLanes.SubtractReal(TLanes.AsReal(TLanes.Add(v0, bits)), magic);
            TReal x1 = TLanes.SubtractReal(TLanes.AsReal(TLanes.Add(v1, bits)), magic);
            TReal x2 = TLanes.SubtractReal(TLanes.AsReal(TLanes.Add(v2, bits)), magic);
            TReal x3 = TLanes.SubtractReal(TLanes.AsReal(TLanes.Add(v3, bits)), magic);
            TReal a0 = TLanes.Real(tableA[table.First]), a1 = a0, a2 = a0, a3 = a0;
            TReal b0 = TLanes.Real(tableB[table.First]), b1 = b0, b2 = b0, b3 = b0;
            for (int p = table.First + 1; p <= table.Last; p++)
            {
                TReal start = TLanes.Real(starts[p]);
                TReal a = TLanes.Real(tableA[p]);
                TReal b = TLanes.Real(tableB[p]);
                TWhole m0 = TLanes.RealGreater(x0, start);
                TWhole m1 = TLanes.RealGreater(x1, start);
                TWhole m2 = TLanes.RealGreater(x2, start);
                TWhole m3 = TLanes.RealGreater(x3, start);
                a0 = TLanes.Select(m0, a, a0);
                b0 = TLanes.Select(m0, b, b0);
                a1 = TLanes.Select(m1, a, a1);
                b1 = TLanes.Select(m1, b, b1);
                a2 = TLanes.Select(m2, a, a2);
                b2 = TLanes.Select(m2, b, b2);
                a3 = TLanes.Select(m3, a, a3);
                b3 = TLanes.Select(m3, b, b3);
            }

            TReal q0 = TLanes.AddReal(TLanes.MultiplyAdd(x0, b0, a0), magic);
            TReal q1 = TLanes.AddReal(TLanes.MultiplyAdd(x1, b1, a1), magic);
            TReal q2 = TLanes.AddReal(TLanes.MultiplyAdd(x2, b2, a2), magic);
            TReal q3 = TLanes.AddReal(TLanes.MultiplyAdd(x3, b3, a3), magic);
            if (TCut.On)
            {
                q0 = TLanes.Min(TLanes.Max(q0, least), most);
                q1 = TLanes.Min(TLanes.Max(q1, least), most);
                q2 = TLanes.Min(TLanes.Max(q2, least), most);
                q3 = TLanes.Min(TLanes.Max(q3, least), most);
            }

            TLanes.Store(TLanes.Subtract(TLanes.AsWhole(q0), bits), ref to, (nuint)i);
            TLanes.Store(TLanes.Subtract(TLanes.AsWhole(q1), bits), ref to, (nuint)(i + n));
            TLanes.Store(TLanes.Subtract(TLanes.AsWhole(q2), bits), ref to, (nuint)(i + (2 * n)));
            TLanes.Store(TLanes.Subtract(TLanes.AsWhole(q3), bits), ref to, (nuint)(i + (3 * n)));
        }

        return i;
    }

    /// <summary>Cells, blocks, half-even or many pieces: the entry is counted or searched, and its numbers are looked up.</summary>
    private static int Any<TLanes, TWhole, TReal, TBlocks, THalfEven>(
        LineTable table, ReadOnlySpan<long> values, ReadOnlySpan<long> cells, Span<long> destination, Span<byte> status, ref int failures)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
        where TBlocks : struct, ISwitch
        where THalfEven : struct, ISwitch
    {
        ref long from = ref MemoryMarshal.GetReference(values);
        ref long cell = ref MemoryMarshal.GetReference(cells);
        ref long to = ref MemoryMarshal.GetReference(destination);
        int n = TLanes.Count;
        TWhole first = TLanes.Whole(table.FastFrom);
        TWhole span = TLanes.Whole(table.FastTo - table.FastFrom);
        TReal least = TLanes.Real(Magic + Math.Max(table.Least, -MagicReach));
        TReal most = TLanes.Real(Magic + Math.Min(table.Most, MagicReach));
        TReal magic = TLanes.Real(Magic);
        TWhole bits = TLanes.Whole(MagicBits);
        TReal width = TLanes.Real(table.Width);
        int entries = table.Width * table.Cells;
        ref double a = ref MemoryMarshal.GetArrayDataReference(table.A);
        ref double b = ref MemoryMarshal.GetArrayDataReference(table.B);
        double[] starts = table.RealStarts;
        bool counts = table.Last - table.First < MostBlends;
        int i = 0;
        for (; i <= values.Length - n; i += n)
        {
            TWhole v = TLanes.Load(ref from, (nuint)i);
            TWhole outside = TLanes.Above(TLanes.Subtract(v, first), span);
            TWhole at = TLanes.Whole(table.First);
            if (!cells.IsEmpty)
            {
                TWhole c = TLanes.Load(ref cell, (nuint)i);
                outside = TLanes.Or(outside, TLanes.Greater(TLanes.Whole(0), c));
                at = TLanes.Add(at, TLanes.Subtract(TLanes.AsWhole(TLanes.MultiplyAdd(ToReal<TLanes, TWhole, TReal>(c), width, magic)), bits));
            }

            if (TLanes.Any(outside))
            {
                failures += Rows(table, values.Slice(i, n), cells.IsEmpty ? cells : cells.Slice(i, n), destination.Slice(i, n), status.Slice(i, n));
                continue;
            }

            TReal x = TLanes.SubtractReal(TLanes.AsReal(TLanes.Add(v, bits)), magic);
            if (counts)
            {
                for (int p = table.First + 1; p <= table.Last; p++)
                {
                    at = TLanes.Subtract(at, TLanes.RealGreater(x, TLanes.Real(starts[p])));
                }
            }
            else
            {
                at = TLanes.Add(at, Search<TLanes, TWhole, TReal>(table, x));
            }

            if (TBlocks.On)
            {
                TReal e = TLanes.Lookup(ref MemoryMarshal.GetArrayDataReference(table.E), entries, at);
                TReal f = TLanes.Lookup(ref MemoryMarshal.GetArrayDataReference(table.F), entries, at);
                x = TLanes.SubtractReal(TLanes.AddReal(TLanes.MultiplyAdd(x, e, f), magic), magic);
            }

            TReal t = TLanes.MultiplyAdd(x, TLanes.Lookup(ref b, entries, at), TLanes.Lookup(ref a, entries, at));
            TReal q = TLanes.AddReal(t, magic);
            if (THalfEven.On)
            {
                // A tie is the only value so near to its whole number; odd ones step down.
                TReal over = TLanes.SubtractReal(t, TLanes.SubtractReal(q, magic));
                TWhole tie = TLanes.RealGreater(TLanes.Lookup(ref MemoryMarshal.GetArrayDataReference(table.Tie), entries, at), over);
                TWhole odd = TLanes.And(TLanes.And(TLanes.AsWhole(q), TLanes.Whole(1)), tie);
                q = TLanes.AsReal(TLanes.Subtract(TLanes.AsWhole(q), odd));
            }

            q = TLanes.Min(TLanes.Max(q, least), most);
            TLanes.Store(TLanes.Subtract(TLanes.AsWhole(q), bits), ref to, (nuint)i);
        }

        return i;
    }

    /// <summary>Binary search among the starts that the fast range touches.</summary>
    private static TWhole Search<TLanes, TWhole, TReal>(LineTable table, TReal x)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        TWhole at = TLanes.Whole(0);
        for (int step = table.SearchStarts.Length >> 1; step > 0; step >>= 1)
        {
            TWhole next = TLanes.Add(at, TLanes.Whole(step));
            TReal start = TLanes.Lookup(ref MemoryMarshal.GetArrayDataReference(table.SearchStarts), int.MaxValue, next);
            at = TLanes.SelectWhole(TLanes.RealGreater(x, start), next, at);
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal ToReal<TLanes, TWhole, TReal>(TWhole v)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct =>
        TLanes.SubtractReal(TLanes.AsReal(TLanes.Add(v, TLanes.Whole(MagicBits))), TLanes.Real(Magic));

    private interface ISwitch
    {
        static abstract bool On { get; }
    }

    private readonly struct Yes : ISwitch
    {
        public static bool On => true;
    }

    private readonly struct No : ISwitch
    {
        public static bool On => false;
    }
#endif
}
