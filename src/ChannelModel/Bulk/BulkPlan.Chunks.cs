using System;
using ChannelModel.Commissions;

namespace ChannelModel.Bulk;

/// <content>One chunk of rows, whose columns between the steps stay in the first-level cache.</content>
public sealed partial class BulkPlan
{
    private const int Chunk = 1024;

    private static bool Needs(in FactColumns facts, Basis basis, FactColumn column) => facts.TryFind(basis, column, Cycle.Once, out _)
        ? true
        : throw new ArgumentException($"The plan needs the column '{basis}' ({column}); add it to the facts.", nameof(facts));

    internal void Check(in FactColumns facts, Span<long> destination, Span<byte> status)
    {
        SpanRules.LongEnough(facts.Length, destination.Length, nameof(destination));
        for (int i = 0; i < facts.Count; i++)
        {
            ReadOnlySpan<long> values = facts.At(i).Values;
            SpanRules.NoPartialOverlap(values, destination.Slice(0, facts.Length), nameof(destination));
            SpanRules.NoOverlap(values, status, nameof(status));
        }

        SpanRules.NoOverlap<long, byte>(destination, status, nameof(status));
        if (_lines is null)
        {
            return;
        }

        _ = Needs(facts, _lines.On, FactColumn.Value);
        foreach (LineAxis axis in _lines.AxisList)
        {
            _ = Needs(facts, axis.Source, FactColumn.Value) && axis.Other is FactColumn other && Needs(facts, axis.Source, other);
        }

        foreach ((Cycle per, _) in _lines.SpanCapList)
        {
            NeedsPaid(facts, per);
        }

        if (_lines.Accumulation == Accumulation.TrueUp)
        {
            NeedsPaid(facts, Cycle.Once);
        }
    }

    private static void NeedsPaid(in FactColumns facts, Cycle per)
    {
        if (!facts.TryFind(null, FactColumn.Value, per, out _))
        {
            throw new ArgumentException($"The plan needs the column of what was paid per {per} (WithPaid); add it to the facts.", nameof(facts));
        }
    }

    private int EvaluateChunk(in FactColumns facts, Span<long> destination, Span<byte> status)
    {
        status.Clear();
        if (_lines is null)
        {
            return _rows!.Run(facts, destination, status);
        }

        if (_lines.Accumulation == Accumulation.PerPeriod)
        {
            int failures = Curves(facts, destination, status);
            return _lines.IsPlain ? failures : failures + After(facts, destination, status);
        }

        return Accumulated(facts, destination, status);
    }

    /// <summary>The one function C.</summary>
    private int Curves(in FactColumns facts, Span<long> destination, Span<byte> status, bool past = false)
    {
        LineAxis[] axes = _lines!.AxisList;
        _ = facts.TryFind(_lines.On, FactColumn.Value, Cycle.Once, out ReadOnlySpan<long> values);
        return axes.Length == 0
            ? LineKernel.Run(_lines.Table, values, default, destination, status, past)
            : _lines.IsFused ? LineKernel.Run(_lines.Table, values, Chosen(axes, facts), destination, status, past)
            : Cells(axes, facts, values, destination, status);
    }

    private static LineCells Chosen(LineAxis[] axes, in FactColumns facts)
    {
        ReadOnlySpan<long> others = default;
        ReadOnlySpan<long> second = default;
        _ = facts.TryFind(axes[0].Source, FactColumn.Value, Cycle.Once, out ReadOnlySpan<long> first);
        _ = axes[0].Other is FactColumn other && facts.TryFind(axes[0].Source, other, Cycle.Once, out others);
        _ = axes.Length > 1 && facts.TryFind(axes[1].Source, FactColumn.Value, Cycle.Once, out second);
        return new LineCells(axes[0], first, others, axes.Length > 1 ? axes[1] : null, second);
    }

#if NET8_0_OR_GREATER
    [System.Runtime.CompilerServices.SkipLocalsInit]
#endif
    private int Cells(LineAxis[] axes, in FactColumns facts, ReadOnlySpan<long> values, Span<long> destination, Span<byte> status)
    {
        Span<long> cells = stackalloc long[Chunk];
        cells = cells.Slice(0, values.Length);
        for (int i = 0; i < axes.Length; i++)
        {
            ReadOnlySpan<long> others = default;
            _ = facts.TryFind(axes[i].Source, FactColumn.Value, Cycle.Once, out ReadOnlySpan<long> column);
            _ = axes[i].Other is FactColumn other && facts.TryFind(axes[i].Source, other, Cycle.Once, out others);
            LineAxisKernel.Run(axes[i], column, others, cells, first: i == 0);
        }

        return LineKernel.Run(_lines!.Table, values, new LineCells(cells), destination, status);
    }

    /// <summary>C of what is accumulated with the period, less C of what was before, or less what was paid.</summary>
#if NET8_0_OR_GREATER
    [System.Runtime.CompilerServices.SkipLocalsInit]
#endif
    private int Accumulated(in FactColumns facts, Span<long> destination, Span<byte> status)
    {
        Span<long> sums = stackalloc long[4 * Chunk];
        Span<long> after = stackalloc long[Chunk];
        Span<byte> wrapped = stackalloc byte[Chunk];
        after = after.Slice(0, facts.Length);
        wrapped = wrapped.Slice(0, facts.Length);
        wrapped.Clear();
        bool hasPrior = false;
        int used = 0;
        scoped FactColumns total = default;
        scoped FactColumns prior = default;
        for (int i = 0; i < facts.Count; i++)
        {
            FactColumns.Slot slot = facts.At(i);
            if (slot.Basis is null || slot.Column == FactColumn.Prior)
            {
                continue;
            }

            if (slot.Column != FactColumn.Value)
            {
                total = total.Add(slot.Basis, slot.Column, Cycle.Once, slot.Values);
                prior = prior.Add(slot.Basis, slot.Column, Cycle.Once, slot.Values);
                continue;
            }

            Span<long> sum = sums.Slice(used++ * Chunk, facts.Length);
            if (facts.TryFind(slot.Basis, FactColumn.Prior, Cycle.Once, out ReadOnlySpan<long> before))
            {
                hasPrior = true;
                Sum(slot.Values, before, sum, wrapped);
                prior = prior.Add(slot.Basis, FactColumn.Value, Cycle.Once, before);
            }
            else
            {
                slot.Values.CopyTo(sum);
                prior = prior.Add(slot.Basis, FactColumn.Value, Cycle.Once, Zeros.AsSpan(0, facts.Length));
            }

            total = total.Add(slot.Basis, FactColumn.Value, Cycle.Once, sum);
        }

        _ = Curves(total, after, status);
        if (_lines!.Accumulation == Accumulation.TrueUp)
        {
            _ = facts.TryFind(null, FactColumn.Value, Cycle.Once, out ReadOnlySpan<long> paid);
            Less(after, paid, status);
        }
        else if (hasPrior)
        {
            Span<long> first = sums.Slice(0, facts.Length); // the sums are used up
            Span<byte> failed = stackalloc byte[Chunk];
            failed = failed.Slice(0, facts.Length);
            failed.Clear();
            if (Curves(prior, first, failed) > 0)
            {
                Keep(status, failed);
            }

            Less(after, first, status);
        }

        Keep(status, wrapped);
        _ = After(facts, after, status);
        after.CopyTo(destination);
        int failures = 0;
        for (int i = 0; i < facts.Length; i++)
        {
            if (status[i] != 0)
            {
                destination[i] = 0;
                failures++;
            }
        }

        return failures;
    }

    private static readonly long[] Zeros = new long[Chunk];

    private static void Keep(Span<byte> status, ReadOnlySpan<byte> other)
    {
        for (int i = 0; i < other.Length; i++)
        {
            status[i] = other[i] != 0 && (status[i] == 0 || other[i] == (byte)RowStatus.Overflow) ? other[i] : status[i];
        }
    }

    private static void Sum(ReadOnlySpan<long> values, ReadOnlySpan<long> before, Span<long> sum, Span<byte> wrapped)
    {
        for (int i = 0; i < values.Length; i++)
        {
            long total = unchecked(values[i] + before[i]);
            bool over = ((values[i] ^ total) & (before[i] ^ total)) < 0;
            sum[i] = over ? 0 : total;
            wrapped[i] = over ? (byte)RowStatus.Overflow : wrapped[i];
        }
    }

    private static void Less(Span<long> values, ReadOnlySpan<long> taken, Span<byte> status)
    {
        for (int i = 0; i < values.Length; i++)
        {
            long rest = unchecked(values[i] - taken[i]);
            if (((values[i] ^ taken[i]) & (values[i] ^ rest)) < 0 && status[i] == 0)
            {
                status[i] = (byte)RowStatus.Overflow;
                rest = 0;
            }

            values[i] = rest;
        }
    }

    /// <summary>Caps of longer spans, of what earlier payments left of them, and then the floor.</summary>
    private int After(in FactColumns facts, Span<long> results, Span<byte> status)
    {
        int failures = 0;
        foreach ((Cycle per, long amount) in _lines!.SpanCapList)
        {
            _ = facts.TryFind(null, FactColumn.Value, per, out ReadOnlySpan<long> paid);
            for (int i = 0; i < results.Length; i++)
            {
                long room = paid[i] >= amount ? 0 : unchecked(amount - paid[i]);
                room = room < 0 ? long.MaxValue : room; // what was paid is so far below 0 that the cap is out of sight
                results[i] = results[i] > room ? room : results[i];
            }
        }

        if (_lines.Floor is long floor)
        {
            for (int i = 0; i < results.Length; i++)
            {
                results[i] = results[i] < floor && status[i] == 0 ? floor : results[i];
            }
        }

        return failures;
    }
}
