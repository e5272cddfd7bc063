using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Bulk;

/// <summary>Many plans for one run: each row names its plan by number. Rows of one plan side by side are faster than rows that change from one to the next.</summary>
/// <remarks>
/// <para>All plans have one currency, one scale of columns and one scale of results, since each column has one.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class BulkPlanSet
{
    private const int Chunk = 1024;
    private const int LongRun = 128;
    private readonly BulkPlan[] _plans;
    private readonly MixedTable? _mixed;

    private BulkPlanSet(BulkPlan[] plans)
    {
        _plans = plans;
        _mixed = plans.All(plan => plan.Lines is { IsPlain: true, AxisList.Length: 0 } lines && lines.On == plans[0].Lines!.On) ? MixedTable.TryMake([.. plans.Select(plan => plan.Lines!.Table)]) : null;
    }

    /// <summary>Gets the plans by number.</summary>
    public IReadOnlyList<BulkPlan> Plans => _plans;

    /// <summary>Takes plans together.</summary>
    /// <param name="plans">At least one; row values name them from 0.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plans"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no plan, or two of them differ in currency or scale.</exception>
    public static BulkPlanSet Of(params IEnumerable<BulkPlan> plans)
    {
        BulkPlan[] all = [.. Guard.Against.Null(plans)];
        foreach (BulkPlan plan in all)
        {
            BulkPlan first = Guard.Against.Null(all[0]);
            if (Guard.Against.Null(plan).Rules.Plan.Currency != first.Rules.Plan.Currency || plan.ResultScale != first.ResultScale
                || (plan.Scales.Money, plan.Scales.Count, plan.Scales.Percent) != (first.Scales.Money, first.Scales.Count, first.Scales.Percent))
            {
                throw new ArgumentException($"'{plan.Rules.Plan.Name}' differs from '{first.Rules.Plan.Name}' in currency or scale; a column has one.", nameof(plans));
            }
        }

        return all.Length > 0 ? new BulkPlanSet(all) : throw new ArgumentException("There is no plan; expected at least one.", nameof(plans));
    }

    /// <summary>Evaluates columns, each row by its plan; throws at the first row that fails.</summary>
    /// <param name="plans">The number of each row's plan.</param>
    /// <param name="facts">All columns that any of the plans needs.</param>
    /// <param name="destination">At least as long; may be one of the columns, for results in place.</param>
    /// <exception cref="ArgumentException">A column is missing, a span is too short or overlaps partly, or a row fails.</exception>
    public void Evaluate(ReadOnlySpan<int> plans, FactColumns facts, Span<long> destination)
    {
        Check(plans, facts, destination, default);
        Span<byte> status = stackalloc byte[Chunk];
        for (int start = 0; start < facts.Length; start += Chunk)
        {
            int length = Math.Min(Chunk, facts.Length - start);
            if (Range(plans.Slice(start, length), facts.Slice(start, length), destination.Slice(start, length), status.Slice(0, length), past: false) > 0)
            {
                SpanRules.RefusedFirst(start, status);
            }
        }
    }

    /// <summary>Evaluates columns, each row by its plan.</summary>
    /// <param name="plans">The number of each row's plan; a number without a plan fails the row.</param>
    /// <param name="facts">All columns that any of the plans needs.</param>
    /// <param name="destination">At least as long; may be one of the columns, for results in place.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <returns>How many rows failed; they are 0.</returns>
    /// <exception cref="ArgumentException">A column is missing, or a span is too short or overlaps partly.</exception>
    public int Evaluate(ReadOnlySpan<int> plans, FactColumns facts, Span<long> destination, Span<byte> status)
    {
        SpanRules.LongEnough(facts.Length, status.Length, nameof(status));
        Check(plans, facts, destination, status);
        return Range(plans, facts, destination, status, BulkPlan.GoesPast(facts, destination));
    }

    /// <summary>Evaluates columns on several threads, each row by its plan, with the same results.</summary>
    /// <param name="plans">The number of each row's plan; a number without a plan fails the row.</param>
    /// <param name="facts">All columns that any of the plans needs.</param>
    /// <param name="destination">At least as long; may be one of the columns, for results in place.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <param name="run">Threads, progress, cancellation.</param>
    /// <returns>How many rows failed; they are 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A column is missing, or a span is too short or overlaps partly.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; some rows are written, others are not.</exception>
    public unsafe int Evaluate(ReadOnlySpan<int> plans, FactColumns facts, Span<long> destination, Span<byte> status, ParallelRun run)
    {
        Guard.Against.Null(run);
        SpanRules.LongEnough(facts.Length, status.Length, nameof(status));
        Check(plans, facts, destination, status);
        int rows = facts.Length;
        bool past = BulkPlan.GoesPast(facts, destination);
        fixed (int* first = plans)
        {
            IntPtr numbers = (IntPtr)first;
            return PinnedColumns.Hold(facts, destination, status, (columns, to, states) => run.Over(
                rows,
                (_, start, length) => Range(
                    PinnedColumns.Span<int>(numbers, start, length), columns.Slice(start, length), PinnedColumns.Span<long>(to, start, length), PinnedColumns.Span<byte>(states, start, length), past)));
        }
    }

    private static int RunLength(ReadOnlySpan<int> plans)
    {
#if NET8_0_OR_GREATER
        int other = plans.IndexOfAnyExcept(plans[0]);
        return other < 0 ? plans.Length : other;
#else
        int length = 1;
        while (length < plans.Length && plans[length] == plans[0])
        {
            length++;
        }

        return length;
#endif
    }

    private void Check(ReadOnlySpan<int> plans, FactColumns facts, Span<long> destination, Span<byte> status)
    {
        if (plans.Length != facts.Length)
        {
            throw new ArgumentException($"There are {plans.Length} plan numbers for {facts.Length} rows; expected one for each row.", nameof(plans));
        }

        SpanRules.NoOverlap(plans, destination, nameof(destination));
        SpanRules.NoOverlap(plans, status, nameof(status));
        foreach (BulkPlan plan in _plans)
        {
            plan.Check(facts, destination, status);
        }
    }

    private int Range(ReadOnlySpan<int> plans, FactColumns facts, Span<long> destination, Span<byte> status, bool past)
    {
        int failures = 0;
        int start = 0;
        while (start < plans.Length)
        {
            int run = RunLength(plans.Slice(start, Math.Min(LongRun, plans.Length - start)));
            if (run == LongRun || _mixed is null)
            {
                run = RunLength(plans.Slice(start));
                failures += (uint)plans[start] < (uint)_plans.Length
                    ? _plans[plans[start]].EvaluateRange(facts.Slice(start, run), destination.Slice(start, run), status.Slice(start, run), past)
                    : Fail(destination.Slice(start, run), status.Slice(start, run));
                start += run;
                continue;
            }

            // No long run starts here: the next rows go through the mixed table, whatever their plans.
            run = Math.Min(LongRun, plans.Length - start);
            status.Slice(start, run).Clear();
            _ = facts.TryFind(_plans[0].Lines!.On, Commissions.FactColumn.Value, Cycle.Once, out ReadOnlySpan<long> values);
            failures += _mixed.Run(plans.Slice(start, run), values.Slice(start, run), destination.Slice(start, run), status.Slice(start, run));
            start += run;
        }

        return failures;
    }

    private static int Fail(Span<long> destination, Span<byte> status)
    {
        destination.Clear();
        status.Fill((byte)RowStatus.NoSuchIndex);
        return status.Length;
    }
}
