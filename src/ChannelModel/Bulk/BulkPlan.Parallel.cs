using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Bulk;

/// <content>Several threads.</content>
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
        bool past = GoesPast(facts, destination);
        return PinnedColumns.Hold(facts, destination, status, (columns, to, states) => run.Over(
            rows,
            (_, start, length) => EvaluateRange(columns.Slice(start, length), PinnedColumns.Span<long>(to, start, length), PinnedColumns.Span<byte>(states, start, length), past)));
    }
}
