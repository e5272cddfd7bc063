using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;

namespace ChannelModel.Bulk;

/// <content>Several threads, and rows that are objects.</content>
public sealed partial class BulkPlan
{
    /// <summary>Evaluates columns on several threads, with the same results.</summary>
    /// <param name="facts">All columns that the plan needs.</param>
    /// <param name="destination">At least as long; may be one of the columns, for results in place.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <param name="run">Threads, progress, cancellation.</param>
    /// <returns>How many rows failed; they are 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A column is missing, or a span is too short or overlaps partly.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; some rows are written, others are not.</exception>
    public int Evaluate(FactColumns facts, Span<long> destination, Span<byte> status, ParallelRun run)
    {
        Guard.Against.Null(run);
        SpanRules.LongEnough(facts.Length, status.Length, nameof(status));
        Check(facts, destination, status);
        int rows = facts.Length;
        return PinnedColumns.Hold(facts, destination, status, (columns, to, states) => run.Over(
            rows,
            (_, start, length) => EvaluateRange(columns.Slice(start, length), PinnedColumns.Span<long>(to, start, length), PinnedColumns.Span<byte>(states, start, length))));
    }

    /// <summary>Evaluates one number of each of many objects, block by block; for plans with one component that is chosen by it and paid on it.</summary>
    /// <typeparam name="T">The object.</typeparam>
    /// <param name="rows">The objects.</param>
    /// <param name="value">Gives the number, in the scale of the plan's columns.</param>
    /// <param name="each">Is given each object with its result and status, in order; a failed one has 0.</param>
    /// <returns>How many failed.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The plan needs other columns.</exception>
    public long EvaluateAll<T>(IEnumerable<T> rows, Func<T, long> value, Action<T, long, RowStatus> each)
    {
        Guard.Against.Null(rows);
        Guard.Against.Null(value);
        Guard.Against.Null(each);
        var block = new T[Chunk];
        var values = new long[Chunk];
        var status = new byte[Chunk];
        long failures = 0;
        int count = 0;
        foreach (T row in rows)
        {
            block[count] = row;
            values[count] = value(row);
            if (++count == Chunk)
            {
                failures += Flush(block, values, status, count, each);
                count = 0;
            }
        }

        return failures + Flush(block, values, status, count, each);
    }

    private int Flush<T>(T[] block, long[] values, byte[] status, int count, Action<T, long, RowStatus> each)
    {
        int failures = Evaluate(values.AsSpan(0, count), values.AsSpan(0, count), status);
        for (int i = 0; i < count; i++)
        {
            each(block[i], values[i], (RowStatus)status[i]);
        }

        return failures;
    }
}
