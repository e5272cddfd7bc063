using System;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Threading;
#endif

namespace ChannelModel.Bulk;

/// <summary>
/// Columns through a table. A whole number below 2^51 becomes a double and a double the nearest whole number, by an instruction or by adding 1.5 x 2^52,
/// whose low bits are then the number: the same in every width. A group of lanes with one value outside the fast range, which shows in its high bits,
/// goes through <see cref="LineTable.At"/> row by row.
/// </summary>
internal static partial class LineKernel
{
#if NET8_0_OR_GREATER
    public const double Magic = 6755399441055744d;
    public const long MagicBits = 0x4338000000000000;
    private const int MostBlends = 16;
    private const int LeastPast = 256;
#endif
    private const int MostChosen = 16;

    /// <summary>What the entry column holds for a row that failed, however much is added for later axes.</summary>
    public static long Failed(RowStatus status) => -((long)status << 40);

    private static RowStatus FailureOf(long entry) => (RowStatus)((-entry + (1L << 39)) >> 40);

    /// <summary>Whether so many results had better go past the caches: more than a second-level cache holds would only drive out what is read, and each line of it would be read before it is written.</summary>
    public static bool GoesPast(int rows) => rows >= 1 << 19;

    /// <summary>How many rows come before the first that is aligned to 64 bytes.</summary>
    public static unsafe int Head(Span<long> destination)
    {
        fixed (long* to = destination)
        {
            return (int)((64 - ((ulong)to & 63)) & 63) / sizeof(long);
        }
    }

    /// <summary>Evaluates; <paramref name="cells"/> is empty where the table has one cell.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">The values.</param>
    /// <param name="cells">The first entry of each row's cell, or what <see cref="Failed"/> gives.</param>
    /// <param name="destination">As long as the values; may be the values.</param>
    /// <param name="status">As long as the values, all 0.</param>
    /// <param name="past">Whether results go past the caches; not for results in place.</param>
    /// <returns>How many rows failed.</returns>
    public static int Run(LineTable table, ReadOnlySpan<long> values, in LineCells cells, Span<long> destination, Span<byte> status, bool past = false)
    {
        int failures = 0;
        int done = 0;
#if NET8_0_OR_GREATER
        if (past && table.HasFastRange && cells.Stored.IsEmpty && values.Length >= LeastPast && Vector128.IsHardwareAccelerated)
        {
            return Past(table, values, cells, destination, status);
        }

        done = Wide<No>(table, values, cells, destination, status, ref failures);
#endif
        return failures + Few(table, values, cells, destination, status, done, values.Length - done);
    }

#if NET8_0_OR_GREATER
    private static unsafe int Past(LineTable table, ReadOnlySpan<long> values, in LineCells cells, Span<long> destination, Span<byte> status)
    {
        fixed (long* _ = destination)
        {
            int head = Head(destination);
            int failures = Few(table, values, cells, destination, status, 0, head);
            int rest = values.Length - head;
            int done = Wide<Yes>(table, values.Slice(head), cells.IsChosen ? cells.Slice(head, rest) : cells, destination.Slice(head), status.Slice(head), ref failures);
            Interlocked.MemoryBarrier(); // such stores are seen late by others
            return failures + Few(table, values, cells, destination, status, head + done, rest - done);
        }
    }

    private static int Wide<TPast>(LineTable table, ReadOnlySpan<long> values, in LineCells cells, Span<long> destination, Span<byte> status, ref int failures)
        where TPast : struct, ISwitch =>
        !table.HasFastRange ? 0
        : Vector512.IsHardwareAccelerated ? Wide<Lanes512, Vector512<long>, Vector512<double>, TPast>(table, values, cells, destination, status, ref failures)
        : Vector256.IsHardwareAccelerated ? Wide<Lanes256, Vector256<long>, Vector256<double>, TPast>(table, values, cells, destination, status, ref failures)
        : Vector128.IsHardwareAccelerated ? Wide<Lanes128, Vector128<long>, Vector128<double>, TPast>(table, values, cells, destination, status, ref failures)
        : 0;
#endif

    /// <summary>The few rows that no vector takes, or all of them where there are none.</summary>
    private static int Few(LineTable table, ReadOnlySpan<long> values, in LineCells cells, Span<long> destination, Span<byte> status, int start, int length) => cells.IsChosen
        ? Chosen(table, values.Slice(start, length), cells.Slice(start, length), destination.Slice(start, length), status.Slice(start, length))
        : Rows(table, values.Slice(start, length), cells.Stored.IsEmpty ? default : cells.Stored.Slice(start, length), destination.Slice(start, length), status.Slice(start, length));

    /// <summary>Rows whose cells are chosen by axes: the few that no vector takes.</summary>
    private static int Chosen(LineTable table, ReadOnlySpan<long> values, in LineCells cells, Span<long> destination, Span<byte> status)
    {
        Span<long> entries = stackalloc long[MostChosen];
        int failures = 0;
        for (int at = 0; at < values.Length; at += MostChosen)
        {
            int n = Math.Min(MostChosen, values.Length - at);
            cells.Slice(at, n).CopyTo(entries.Slice(0, n));
            failures += Rows(table, values.Slice(at, n), entries.Slice(0, n), destination.Slice(at, n), status.Slice(at, n));
        }

        return failures;
    }

    private static int Rows(LineTable table, ReadOnlySpan<long> values, ReadOnlySpan<long> cells, Span<long> destination, Span<byte> status)
    {
        if (cells.IsEmpty && table is { HasBlocks: false, IsHalfEven: false, HasFastRange: true } && values.Length > MostChosen)
        {
            return OneByOne(table, values, destination, status);
        }

        int failures = 0;
        for (int i = 0; i < values.Length; i++)
        {
            long entry = cells.IsEmpty ? 0 : cells[i];
            long result = 0;
            RowStatus state = entry < 0 ? FailureOf(entry) : table.At((int)entry / table.FastWidth, values[i], out result);
            destination[i] = result;
            if (state != RowStatus.Ok)
            {
                status[i] = (byte)state;
                failures++;
            }
        }

        return failures;
    }

    /// <summary>One curve without vectors: <see cref="LineTable.Fast"/> written out. By pointers, since elements of spans are slow to reach on .NET Framework.</summary>
    private static unsafe int OneByOne(LineTable table, ReadOnlySpan<long> values, Span<long> destination, Span<byte> status)
    {
        long first = table.FastFrom;
        ulong reach = (ulong)table.FastTo - (ulong)first;
        long least = table.Least;
        long most = table.Most;
        int width = table.FastWidth;
        int half = table.FastStarts.Length >> 1;
        int rows = values.Length;
        int failures = 0;
        fixed (long* from = values, to = destination)
        {
            fixed (double* starts = table.FastStarts, a = table.A, b = table.B)
            {
                for (int i = 0; i < rows; i++)
                {
                    long value = from[i];
                    if (unchecked((ulong)value - (ulong)first) > reach)
                    {
                        RowStatus state = table.At(0, value, out to[i]);
                        status[i] = (byte)state;
                        failures += state == RowStatus.Ok ? 0 : 1;
                        continue;
                    }

                    double x = value;
                    int at = 0;
                    if (width <= 16)
                    {
                        for (int p = 1; p < width; p++)
                        {
                            at += x > starts[p] ? 1 : 0;
                        }
                    }
                    else
                    {
                        for (int step = half; step > 0; step >>= 1)
                        {
                            at += x > starts[at + step] ? step : 0;
                        }
                    }

                    double up = (x * b[at]) + a[at] + 0.5;
                    long q = (long)up;
                    q -= q > up ? 1 : 0; // cut off toward 0, where the whole number below is wanted
                    to[i] = q < least ? least : q > most ? most : q;
                }
            }
        }

        return failures;
    }

#if NET8_0_OR_GREATER
    private static int Wide<TLanes, TWhole, TReal, TPast>(
        LineTable table, ReadOnlySpan<long> values, in LineCells cells, Span<long> destination, Span<byte> status, ref int failures)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
        where TPast : struct, ISwitch
    {
        bool cut = table.Least != long.MinValue || table.Most != long.MaxValue;
        if (!cells.IsChosen && cells.Stored.IsEmpty && table.FastWidth <= MostBlends && !table.HasBlocks && !table.IsHalfEven)
        {
            return cut
                ? OneCell<TLanes, TWhole, TReal, Yes, TPast>(table, values, destination, status, ref failures)
                : OneCell<TLanes, TWhole, TReal, No, TPast>(table, values, destination, status, ref failures);
        }

        return !cells.IsChosen ? Any<TLanes, TWhole, TReal, Stored, TPast>(table, values, cells, destination, status, ref failures)
            : cells.First!.Other is not null ? Any<TLanes, TWhole, TReal, OneRatio, TPast>(table, values, cells, destination, status, ref failures)
            : cells.Second is null ? Any<TLanes, TWhole, TReal, OnePlain, TPast>(table, values, cells, destination, status, ref failures)
            : Any<TLanes, TWhole, TReal, TwoPlain, TPast>(table, values, cells, destination, status, ref failures);
    }

    /// <summary>One curve of few pieces: four vectors go through the edges side by side and take each piece's numbers as they pass its start.</summary>
    private static int OneCell<TLanes, TWhole, TReal, TCut, TPast>(LineTable table, ReadOnlySpan<long> values, Span<long> destination, Span<byte> status, ref int failures)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
        where TCut : struct, ISwitch
        where TPast : struct, ISwitch
    {
        ref long from = ref MemoryMarshal.GetReference(values);
        ref long to = ref MemoryMarshal.GetReference(destination);
        int n = TLanes.Count;
        TWhole first = TLanes.Whole(table.FastFrom);
        TWhole high = TLanes.Whole(table.FastMask);
        TReal least = TLanes.Real(table.RealLeast);
        TReal most = TLanes.Real(table.RealMost);
        ref double starts = ref MemoryMarshal.GetArrayDataReference(table.FastStarts);
        ref double tableA = ref MemoryMarshal.GetArrayDataReference(table.A);
        ref double tableB = ref MemoryMarshal.GetArrayDataReference(table.B);
        ref double changeA = ref MemoryMarshal.GetArrayDataReference(table.ChangeA);
        ref double changeB = ref MemoryMarshal.GetArrayDataReference(table.ChangeB);
        int pieces = table.FastWidth;
        int i = 0;
        for (; i <= values.Length - (4 * n); i += 4 * n)
        {
            TWhole v0 = TLanes.Load(ref from, (nuint)i);
            TWhole v1 = TLanes.Load(ref from, (nuint)(i + n));
            TWhole v2 = TLanes.Load(ref from, (nuint)(i + (2 * n)));
            TWhole v3 = TLanes.Load(ref from, (nuint)(i + (3 * n)));
            TWhole all = TLanes.Or(
                TLanes.Or(TLanes.Subtract(v0, first), TLanes.Subtract(v1, first)),
                TLanes.Or(TLanes.Subtract(v2, first), TLanes.Subtract(v3, first)));
            if (TLanes.Any(TLanes.And(all, high)))
            {
                failures += Rows(table, values.Slice(i, 4 * n), default, destination.Slice(i, 4 * n), status.Slice(i, 4 * n));
                continue;
            }

            TReal x0 = TLanes.ToReal(v0);
            TReal x1 = TLanes.ToReal(v1);
            TReal x2 = TLanes.ToReal(v2);
            TReal x3 = TLanes.ToReal(v3);
            TReal a0, a1, a2, a3, b0, b1, b2, b3;
            if (TLanes.Permutes && pieces <= 8)
            {
                TWhole one = TLanes.Whole(1);
                TWhole c0 = TLanes.Whole(0), c1 = c0, c2 = c0, c3 = c0;
                for (int p = 1; p < pieces; p++)
                {
                    TReal start = TLanes.Real(Unsafe.Add(ref starts, p));
                    c0 = TLanes.AddWhereRealGreater(x0, start, c0, one);
                    c1 = TLanes.AddWhereRealGreater(x1, start, c1, one);
                    c2 = TLanes.AddWhereRealGreater(x2, start, c2, one);
                    c3 = TLanes.AddWhereRealGreater(x3, start, c3, one);
                }

                TReal eightA = TLanes.LoadReal(ref tableA, 0);
                TReal eightB = TLanes.LoadReal(ref tableB, 0);
                (a0, a1, a2, a3) = (TLanes.Permute(eightA, c0), TLanes.Permute(eightA, c1), TLanes.Permute(eightA, c2), TLanes.Permute(eightA, c3));
                (b0, b1, b2, b3) = (TLanes.Permute(eightB, c0), TLanes.Permute(eightB, c1), TLanes.Permute(eightB, c2), TLanes.Permute(eightB, c3));
            }
            else
            {
                a0 = a1 = a2 = a3 = TLanes.Real(tableA);
                b0 = b1 = b2 = b3 = TLanes.Real(tableB);
                for (int p = 1; p < pieces; p++)
                {
                    TReal start = TLanes.Real(Unsafe.Add(ref starts, p));
                    TReal a = TLanes.Real(Unsafe.Add(ref tableA, p));
                    TReal b = TLanes.Real(Unsafe.Add(ref tableB, p));
                    TReal da = TLanes.Real(Unsafe.Add(ref changeA, p));
                    TReal db = TLanes.Real(Unsafe.Add(ref changeB, p));
                    TWhole m0 = TLanes.RealGreater(x0, start);
                    TWhole m1 = TLanes.RealGreater(x1, start);
                    TWhole m2 = TLanes.RealGreater(x2, start);
                    TWhole m3 = TLanes.RealGreater(x3, start);
                    a0 = TLanes.Switch(m0, a0, a, da);
                    b0 = TLanes.Switch(m0, b0, b, db);
                    a1 = TLanes.Switch(m1, a1, a, da);
                    b1 = TLanes.Switch(m1, b1, b, db);
                    a2 = TLanes.Switch(m2, a2, a, da);
                    b2 = TLanes.Switch(m2, b2, b, db);
                    a3 = TLanes.Switch(m3, a3, a, da);
                    b3 = TLanes.Switch(m3, b3, b, db);
                }
            }

            TReal q0 = TLanes.MultiplyAdd(x0, b0, a0);
            TReal q1 = TLanes.MultiplyAdd(x1, b1, a1);
            TReal q2 = TLanes.MultiplyAdd(x2, b2, a2);
            TReal q3 = TLanes.MultiplyAdd(x3, b3, a3);
            if (TCut.On)
            {
                q0 = TLanes.Min(TLanes.Max(q0, least), most);
                q1 = TLanes.Min(TLanes.Max(q1, least), most);
                q2 = TLanes.Min(TLanes.Max(q2, least), most);
                q3 = TLanes.Min(TLanes.Max(q3, least), most);
            }

            Put<TLanes, TWhole, TReal, TPast>(TLanes.Round(q0), ref to, (nuint)i);
            Put<TLanes, TWhole, TReal, TPast>(TLanes.Round(q1), ref to, (nuint)(i + n));
            Put<TLanes, TWhole, TReal, TPast>(TLanes.Round(q2), ref to, (nuint)(i + (2 * n)));
            Put<TLanes, TWhole, TReal, TPast>(TLanes.Round(q3), ref to, (nuint)(i + (3 * n)));
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<TLanes, TWhole, TReal, TPast>(TWhole value, ref long to, nuint at)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
        where TPast : struct, ISwitch
    {
        if (TPast.On)
        {
            TLanes.StorePast(value, ref to, at);
        }
        else
        {
            TLanes.Store(value, ref to, at);
        }
    }

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
