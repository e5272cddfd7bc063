using System;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;

namespace ChannelModel.Bulk;

/// <summary>A commission plan made ready for columns: what <see cref="ResolvedPlan.Evaluate(CommissionFacts)"/> gives for a row, to the last unit, for millions of rows.</summary>
/// <remarks>
/// <para>
/// For a handful of rows use <see cref="ResolvedPlan"/>: it takes money, checks currencies and explains. Here an amount is a bare whole number whose
/// scale stands in <see cref="Scales"/>; a result is a whole number of <see cref="ResultScale"/> decimals.
/// </para>
/// <para>
/// Nearly all plans become a table (<see cref="IsColumnar"/>): exact in 64 bits where that suffices, else in 128, with the same results on every
/// processor. The few others are evaluated row by row by the plan itself, with its speed and its allocations.
/// </para>
/// <para>A failed row is 0, has a <see cref="RowStatus"/>, and leaves the others alone. Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed partial class BulkPlan
{
    private readonly LinePlan? _lines;
    private readonly PlanRows? _rows;

    private BulkPlan(ResolvedPlan rules, ColumnScales scales)
    {
        Rules = rules;
        Scales = scales;
        ResultScale = rules.Plan.Rounding.ScaleFor(rules.Plan.Currency);
        _lines = LinePlan.TryCompile(rules, scales, out string reason);
        Obstacle = _lines is null ? reason : null;
        _rows = _lines is null ? new PlanRows(rules, scales, ResultScale) : null;
    }

    /// <summary>Gets the plan.</summary>
    public ResolvedPlan Rules { get; }

    /// <summary>Gets the scales of the columns that are read.</summary>
    public ColumnScales Scales { get; }

    /// <summary>Gets the decimals of the results: those the plan rounds to.</summary>
    public int ResultScale { get; }

    /// <summary>Gets a value indicating whether the plan is a table; else it is evaluated row by row.</summary>
    public bool IsColumnar => _lines is not null;

    /// <summary>Gets why the plan is evaluated row by row, such as "it rates records one by one"; <see langword="null"/> if it is a table.</summary>
    public string? Obstacle { get; }

    internal LinePlan? Lines => _lines;

    /// <summary>Compiles a plan.</summary>
    /// <param name="rules">The plan.</param>
    /// <param name="scales">The scales of the columns that it will read.</param>
    /// <returns>The plan for columns.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static BulkPlan Of(ResolvedPlan rules, ColumnScales scales) => new(Guard.Against.Null(rules), Guard.Against.Null(scales));

    /// <summary>Evaluates one column, for plans with one component that is chosen by it and paid on it; throws at the first row that fails.</summary>
    /// <param name="values">The amounts, in the scale of the plan's columns.</param>
    /// <param name="destination">At least as long; may be <paramref name="values"/> itself, for results in place.</param>
    /// <exception cref="ArgumentException">The plan needs other columns, a span is too short or overlaps partly, or a row fails.</exception>
#if NET8_0_OR_GREATER
    [System.Runtime.CompilerServices.SkipLocalsInit]
#endif
    public void Evaluate(ReadOnlySpan<long> values, Span<long> destination)
    {
        if (_lines is not { IsPlain: true, AxisList.Length: 0 })
        {
            Evaluate(FactColumns.Of(Rules.Plan.Components[0].On, values), destination);
            return;
        }

        Span<byte> status = stackalloc byte[8 * Chunk];
        SpanRules.LongEnough(values.Length, destination.Length, nameof(destination));
        SpanRules.NoPartialOverlap(values, destination.Slice(0, values.Length), nameof(destination));
        bool past = LineKernel.GoesPast(values.Length) && !values.Overlaps(destination);
        int length = past ? LineKernel.Head(destination) : 0;
        for (int start = 0; start < values.Length; start += length)
        {
            length = Math.Min(start == 0 && length > 0 ? length : 8 * Chunk, values.Length - start);
            status.Slice(0, length).Clear();
            if (LineKernel.Run(_lines.Table, values.Slice(start, length), default, destination.Slice(start, length), status, past) > 0)
            {
                SpanRules.RefusedFirst(start, status);
            }
        }
    }

    /// <summary>Evaluates one column, for plans with one component that is chosen by it and paid on it.</summary>
    /// <param name="values">The amounts, in the scale of the plan's columns.</param>
    /// <param name="destination">At least as long; may be <paramref name="values"/> itself, for results in place.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <returns>How many rows failed; they are 0.</returns>
    /// <exception cref="ArgumentException">The plan needs other columns, or a span is too short or overlaps partly.</exception>
    public int Evaluate(ReadOnlySpan<long> values, Span<long> destination, Span<byte> status)
    {
        if (_lines is not { IsPlain: true, AxisList.Length: 0 })
        {
            return Evaluate(FactColumns.Of(Rules.Plan.Components[0].On, values), destination, status);
        }

        SpanRules.LongEnough(values.Length, status.Length, nameof(status));
        SpanRules.LongEnough(values.Length, destination.Length, nameof(destination));
        SpanRules.NoPartialOverlap(values, destination.Slice(0, values.Length), nameof(destination));
        SpanRules.NoOverlap(values, status, nameof(status));
        SpanRules.NoOverlap<long, byte>(destination, status, nameof(status));
        status.Slice(0, values.Length).Clear();
        return LineKernel.Run(_lines.Table, values, default, destination, status, LineKernel.GoesPast(values.Length) && !values.Overlaps(destination));
    }

    /// <summary>Evaluates columns; throws at the first row that fails.</summary>
    /// <param name="facts">All columns that the plan needs.</param>
    /// <param name="destination">At least as long; may be one of the columns, for results in place.</param>
    /// <exception cref="ArgumentException">A column is missing, a span is too short or overlaps partly, or a row fails.</exception>
#if NET8_0_OR_GREATER
    [System.Runtime.CompilerServices.SkipLocalsInit]
#endif
    public void Evaluate(FactColumns facts, Span<long> destination)
    {
        Check(facts, destination, default);
        Span<byte> status = stackalloc byte[8 * Chunk];
        bool past = GoesPast(facts, destination);
        int length = past ? LineKernel.Head(destination) : 0;
        for (int start = 0; start < facts.Length; start += length)
        {
            length = Math.Min(start == 0 && length > 0 ? length : 8 * Chunk, facts.Length - start);
            if (EvaluateRange(facts.Slice(start, length), destination.Slice(start, length), status.Slice(0, length), past) > 0)
            {
                SpanRules.RefusedFirst(start, status);
            }
        }
    }

    /// <summary>Evaluates columns.</summary>
    /// <param name="facts">All columns that the plan needs.</param>
    /// <param name="destination">At least as long; may be one of the columns, for results in place.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <returns>How many rows failed; they are 0.</returns>
    /// <exception cref="ArgumentException">A column is missing, or a span is too short or overlaps partly.</exception>
    public int Evaluate(FactColumns facts, Span<long> destination, Span<byte> status)
    {
        SpanRules.LongEnough(facts.Length, status.Length, nameof(status));
        Check(facts, destination, status);
        return EvaluateRange(facts, destination, status, GoesPast(facts, destination));
    }

    /// <summary>Whether results go past the caches: there are many, and none is written over a column.</summary>
    internal static bool GoesPast(in FactColumns facts, Span<long> destination)
    {
        bool past = LineKernel.GoesPast(facts.Length);
        for (int i = 0; past && i < facts.Count; i++)
        {
            past = !facts.At(i).Values.Overlaps(destination);
        }

        return past;
    }

    internal int EvaluateRange(in FactColumns facts, Span<long> destination, Span<byte> status, bool past)
    {
        if (_lines is { IsPlain: true } && (_lines.AxisList.Length == 0 || _lines.IsFused))
        {
            status.Slice(0, facts.Length).Clear();
            return Curves(facts, destination, status, past);
        }

        int failures = 0;
        for (int start = 0; start < facts.Length; start += Chunk)
        {
            int length = Math.Min(Chunk, facts.Length - start);
            failures += EvaluateChunk(facts.Slice(start, length), destination.Slice(start, length), status.Slice(start, length));
        }

        return failures;
    }
}
