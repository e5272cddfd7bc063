#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ChannelModel.Scoring;

namespace ChannelModel.Bulk;

/// <summary>
/// Columns through a scorecard, criterion by criterion over a chunk of rows: curve, rounding and weight in the order of <see cref="CompiledScorecard"/>,
/// each operation rounded once, none fused. A missing value takes its weight from what counts; what is rare is written for the lanes that have it.
/// </summary>
internal static class ScoreKernel
{
    private const long OutOfRange = 1;
    private const long KnockedOut = 2;
    private const long MissingValue = 4;

    /// <summary>Scores as many rows as whole vectors hold; returns how many.</summary>
    public static int Run(ScoreTable table, ReadOnlySpan<ReadOnlyMemory<double>> columns, int start, Span<long> destination, Span<byte> status, ref int failures) =>
        Vector512.IsHardwareAccelerated ? Wide<Lanes512, Vector512<long>, Vector512<double>>(table, columns, start, destination, status, ref failures)
        : Vector256.IsHardwareAccelerated ? Wide<Lanes256, Vector256<long>, Vector256<double>>(table, columns, start, destination, status, ref failures)
        : Vector128.IsHardwareAccelerated ? Wide<Lanes128, Vector128<long>, Vector128<double>>(table, columns, start, destination, status, ref failures)
        : 0;

    [SkipLocalsInit]
    private static int Wide<TLanes, TWhole, TReal>(
        ScoreTable table, ReadOnlySpan<ReadOnlyMemory<double>> columns, int start, Span<long> destination, Span<byte> status, ref int failures)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        int rows = destination.Length - (destination.Length % (2 * TLanes.Count));
        if (rows == 0)
        {
            return 0;
        }

        Span<long> lost = stackalloc long[rows]; // weight of missing values
        Span<long> left = stackalloc long[rows]; // weight that does not count
        Span<long> flags = stackalloc long[rows];
        lost.Clear();
        left.Clear();
        flags.Clear();
        destination.Slice(0, rows).Clear();
        bool odd = false;
        for (int j = 0; j < columns.Length; j++)
        {
            odd |= Criterion<TLanes, TWhole, TReal>(table, j, columns[j].Span.Slice(start, rows), destination, lost, left, flags);
        }

        foreach (CompiledGate gate in table.Card.Gates)
        {
            odd |= gate.Kind == GateKind.KnockOut && Gate<TLanes, TWhole, TReal>(gate, columns[gate.Criterion].Span.Slice(start, rows), flags);
        }

        Shown<TLanes, TWhole, TReal>(table.Card, destination, left, rows);
        if (odd)
        {
            failures += Fail(table.Card, destination, lost, flags, status, rows);
        }

        return rows;
    }

    private static bool Criterion<TLanes, TWhole, TReal>(ScoreTable table, int j, ReadOnlySpan<double> column, Span<long> sums, Span<long> lost, Span<long> left, Span<long> flags)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        int n = TLanes.Count;
        int first = j * ScoreTable.Eight;
        int pieces = table.Pieces[j];
        ref double value = ref MemoryMarshal.GetReference(column);
        ref long sum = ref MemoryMarshal.GetReference(sums);
        ref double above = ref table.Above[first];
        TReal least = TLanes.Real(table.Least[j]);
        TReal most = TLanes.Real(table.Most[j]);
        TWhole weight = TLanes.Whole(table.Card.Weights[j]);
        TReal magic = TLanes.Real(LineKernel.Magic);
        TReal anchors = TLanes.Permutes ? TLanes.LoadReal(ref table.Anchor[first], 0) : magic;
        TReal bases = TLanes.Permutes ? TLanes.LoadReal(ref table.Base[first], 0) : magic;
        TReal slopes = TLanes.Permutes ? TLanes.LoadReal(ref table.Slope[first], 0) : magic;
        bool odd = false;
        for (int i = 0; i < column.Length; i += 2 * n)
        {
            TReal x0 = TLanes.LoadReal(ref value, (nuint)i);
            TReal x1 = TLanes.LoadReal(ref value, (nuint)(i + n));
            TReal a0, a1, b0, b1, s0, s1;
            if (TLanes.Permutes)
            {
                TWhole one = TLanes.Whole(1);
                TWhole at0 = TLanes.Whole(0), at1 = at0;
                for (int p = 1; p < pieces; p++)
                {
                    TReal edge = TLanes.Real(Unsafe.Add(ref above, p));
                    at0 = TLanes.AddWhereRealGreater(x0, edge, at0, one);
                    at1 = TLanes.AddWhereRealGreater(x1, edge, at1, one);
                }

                (a0, b0, s0) = (TLanes.Permute(anchors, at0), TLanes.Permute(bases, at0), TLanes.Permute(slopes, at0));
                (a1, b1, s1) = (TLanes.Permute(anchors, at1), TLanes.Permute(bases, at1), TLanes.Permute(slopes, at1));
            }
            else
            {
                a0 = a1 = TLanes.Real(table.Anchor[first]);
                b0 = b1 = TLanes.Real(table.Base[first]);
                s0 = s1 = TLanes.Real(table.Slope[first]);
                for (int p = first + 1; p < first + pieces; p++)
                {
                    TReal edge = TLanes.Real(table.Above[p]);
                    TWhole m0 = TLanes.RealGreater(x0, edge);
                    TWhole m1 = TLanes.RealGreater(x1, edge);
                    TReal next = TLanes.Real(table.Anchor[p]);
                    TReal change = TLanes.Real(table.ChangeAnchor[p]);
                    (a0, a1) = (TLanes.Switch(m0, a0, next, change), TLanes.Switch(m1, a1, next, change));
                    next = TLanes.Real(table.Base[p]);
                    change = TLanes.Real(table.ChangeBase[p]);
                    (b0, b1) = (TLanes.Switch(m0, b0, next, change), TLanes.Switch(m1, b1, next, change));
                    next = TLanes.Real(table.Slope[p]);
                    change = TLanes.Real(table.ChangeSlope[p]);
                    (s0, s1) = (TLanes.Switch(m0, s0, next, change), TLanes.Switch(m1, s1, next, change));
                }
            }

            // Base + (Slope x (x - Anchor)); the low 32 bits of u + magic are the rounded worth, at most 10^9.
            TWhole r0 = TLanes.AsWhole(TLanes.AddReal(TLanes.AddReal(b0, TLanes.Multiply(s0, TLanes.SubtractReal(x0, a0))), magic));
            TWhole r1 = TLanes.AsWhole(TLanes.AddReal(TLanes.AddReal(b1, TLanes.Multiply(s1, TLanes.SubtractReal(x1, a1))), magic));
            if (TLanes.Any(TLanes.Or(TLanes.Outside(x0, least, most), TLanes.Outside(x1, least, most))))
            {
                odd = true;
                r0 = Odd<TLanes, TWhole, TReal>(table, j, x0, r0, lost, left, flags, i);
                r1 = Odd<TLanes, TWhole, TReal>(table, j, x1, r1, lost, left, flags, i + n);
            }

            TLanes.Store(TLanes.Add(TLanes.Load(ref sum, (nuint)i), TLanes.MultiplyHalves(r0, weight)), ref sum, (nuint)i);
            TLanes.Store(TLanes.Add(TLanes.Load(ref sum, (nuint)(i + n)), TLanes.MultiplyHalves(r1, weight)), ref sum, (nuint)(i + n));
        }

        return odd;
    }

    /// <summary>Lanes that are missing or out of range: what they are worth, and what is written about them.</summary>
    private static TWhole Odd<TLanes, TWhole, TReal>(ScoreTable table, int j, TReal x, TWhole worth, Span<long> lost, Span<long> left, Span<long> flags, int i)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        long weight = table.Card.Weights[j];
        long missing = table.Card.Missing[j];
        TWhole absent = TLanes.IsNaN(x);
        TWhole wrong = TLanes.Or(TLanes.RealGreater(TLanes.Real(table.Least[j]), x), TLanes.RealGreater(x, TLanes.Real(table.Most[j])));
        Accumulate<TLanes, TWhole, TReal>(lost, i, TLanes.And(absent, TLanes.Whole(weight)));
        if (missing < 0)
        {
            Accumulate<TLanes, TWhole, TReal>(left, i, TLanes.And(absent, TLanes.Whole(weight)));
        }

        ref long flag = ref flags[i];
        TWhole said = TLanes.Or(TLanes.And(wrong, TLanes.Whole(OutOfRange)), missing == -2 ? TLanes.And(absent, TLanes.Whole(MissingValue)) : TLanes.Whole(0));
        TLanes.Store(TLanes.Or(TLanes.Load(ref flag, 0), said), ref flag, 0);
        return TLanes.SelectWhole(TLanes.Or(absent, wrong), TLanes.And(absent, TLanes.Whole(Math.Max(0, missing))), worth);
    }

    private static void Accumulate<TLanes, TWhole, TReal>(Span<long> sums, int i, TWhole more)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        ref long sum = ref sums[i];
        TLanes.Store(TLanes.Add(TLanes.Load(ref sum, 0), more), ref sum, 0);
    }

    private static bool Gate<TLanes, TWhole, TReal>(CompiledGate gate, ReadOnlySpan<double> column, Span<long> flags)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        int n = TLanes.Count;
        ref double value = ref MemoryMarshal.GetReference(column);
        ref long flag = ref MemoryMarshal.GetReference(flags);
        TReal bound = TLanes.Real(gate.Bound);
        bool any = false;
        for (int i = 0; i < column.Length; i += n)
        {
            TReal x = TLanes.LoadReal(ref value, (nuint)i);
            TWhole applies = gate.Above ? TLanes.RealGreater(x, bound) : TLanes.RealGreater(bound, x);
            applies = gate.WhenMissing ? TLanes.Or(applies, TLanes.IsNaN(x)) : applies;
            if (TLanes.Any(applies))
            {
                any = true;
                TLanes.Store(TLanes.Or(TLanes.Load(ref flag, (nuint)i), TLanes.And(applies, TLanes.Whole(KnockedOut))), ref flag, (nuint)i);
            }
        }

        return any;
    }

    /// <summary>(Sum + D / 2) / D: a quotient of doubles is at most one off, and the rest says which way.</summary>
    private static void Shown<TLanes, TWhole, TReal>(CompiledScorecard card, Span<long> sums, Span<long> left, int rows)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        int n = TLanes.Count;
        ref long sum = ref MemoryMarshal.GetReference(sums);
        ref long without = ref MemoryMarshal.GetReference(left);
        TWhole zero = TLanes.Whole(0);
        TWhole one = TLanes.Whole(1);
        TWhole full = TLanes.Whole(CompiledScorecard.Full);
        TWhole step = TLanes.Whole(card.Step);
        TReal part = TLanes.Real(1024d / card.Step);
        TReal whole = TLanes.Real(1024d / ((double)card.Step * CompiledScorecard.Full));
        TWhole divisor = TLanes.Whole(card.Step * CompiledScorecard.Full);
        TWhole half = TLanes.Whole(card.Step * CompiledScorecard.Full / 2);
        for (int i = 0; i < rows; i += n)
        {
            TWhole total = TLanes.Load(ref sum, (nuint)i);
            TWhole less = TLanes.Load(ref without, (nuint)i);
            TReal near = TLanes.ToReal(TLanes.ShiftRight(total, 10));
            TWhole by = divisor;
            TWhole halfOf = half;
            if (TLanes.Any(less))
            {
                TWhole counted = TLanes.Subtract(full, less);
                by = TLanes.MultiplyWhole(counted, step);
                halfOf = TLanes.ShiftRight(by, 1);
                near = TLanes.Divide(TLanes.Multiply(near, part), TLanes.ToReal(counted));
            }
            else
            {
                near = TLanes.Multiply(near, whole);
            }

            TWhole units = TLanes.Round(near);
            TWhole rest = TLanes.Subtract(TLanes.Add(total, halfOf), TLanes.MultiplyWhole(units, by));
            units = TLanes.Add(units, TLanes.Greater(zero, rest));
            units = TLanes.Subtract(units, TLanes.Greater(rest, TLanes.Subtract(by, one)));
            TLanes.Store(units, ref sum, (nuint)i);
        }
    }

    private static int Fail(CompiledScorecard card, Span<long> scores, Span<long> lost, Span<long> flags, Span<byte> status, int rows)
    {
        long needed = Math.Max(1, card.MinimumCoverage);
        int failures = 0;
        for (int i = 0; i < rows; i++)
        {
            if (flags[i] == 0 && CompiledScorecard.Full - lost[i] >= needed)
            {
                continue;
            }

            status[i] = (byte)((flags[i] & OutOfRange) != 0 ? RowStatus.OutOfRange
                : (flags[i] & KnockedOut) != 0 ? RowStatus.GateNotMet
                : (flags[i] & MissingValue) != 0 ? RowStatus.Missing : RowStatus.NotRated);
            scores[i] = 0;
            failures++;
        }

        return failures;
    }
}
#endif
