using System;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using ChannelModel.Scoring;

namespace ChannelModel.Bulk;

/// <summary>A scorecard for columns: the score that <see cref="Scorecard.Score"/> gives for each row, for millions of candidates.</summary>
/// <remarks>
/// <para>For a handful of candidates use <see cref="Scorecard"/>, which explains. Here a column of doubles stands for each criterion, in the order of the card, and NaN for a missing value.</para>
/// <para>A row without a score is 0 and has a status: <see cref="RowStatus.OutOfRange"/>, <see cref="RowStatus.GateNotMet"/> (knocked out), <see cref="RowStatus.Missing"/> or <see cref="RowStatus.NotRated"/>.</para>
/// <para>Every row gives the same bits on every processor. Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed partial class BulkScorecard
{
    /// <summary>What stands in a column of grades for no grade.</summary>
    public const byte NoGrade = 255;

    private const int Chunk = 512;
    private readonly CompiledScorecard _compiled;
    private readonly ScoreTable? _table;
    private readonly double[] _least;
    private readonly double[] _most;

    private BulkScorecard(Scorecard card)
    {
        Scorecard = card;
        _compiled = card.Compiled;
        int count = card.Criteria.Count;
        _least = new double[count];
        _most = new double[count];
        for (int j = 0; j < count; j++)
        {
            ScoreCriterion criterion = card.Criteria[j];
            _least[j] = Math.Max(criterion.Unit.Minimum is decimal minimum ? Real.Of(minimum) : -double.MaxValue, criterion.Shrinkage is null ? -double.MaxValue : 0d);
            _most[j] = Math.Min(criterion.Unit.Maximum is decimal maximum ? Real.Of(maximum) : double.MaxValue, criterion.Shrinkage is null ? double.MaxValue : 100d);
        }

        _table = ScoreTable.TryMake(_compiled, _least, _most);
    }

    /// <summary>Gets the scorecard.</summary>
    public Scorecard Scorecard { get; }

    /// <summary>Gets the decimals of a score: 8125 with 2 decimals is 81.25 points.</summary>
    public int ResultScale => _compiled.Decimals;

    /// <summary>Compiles a scorecard.</summary>
    /// <param name="card">The scorecard.</param>
    /// <returns>The scorecard for columns.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="card"/> is <see langword="null"/>.</exception>
    public static BulkScorecard Of(Scorecard card) => new(Guard.Against.Null(card));

    /// <summary>Scores candidates whose values have no samples; throws at the first without a score.</summary>
    /// <param name="columns">One for each criterion, in the order of the card, all of one length; NaN is missing.</param>
    /// <param name="destination">At least as long; scores in units of the last decimal.</param>
    /// <exception cref="ArgumentException">The columns do not fit the card, a span is too short or overlaps, or a row has no score.</exception>
    public void Evaluate(ReadOnlySpan<ReadOnlyMemory<double>> columns, Span<long> destination)
    {
        int rows = Check(columns, default, destination, default);
        Span<byte> status = stackalloc byte[Chunk];
        for (int start = 0; start < rows; start += Chunk)
        {
            int length = Math.Min(Chunk, rows - start);
            if (Part(columns, default, start, destination.Slice(start, length), status.Slice(0, length)) > 0)
            {
                SpanRules.RefusedFirst(start, status);
            }
        }
    }

    /// <summary>Scores candidates whose values have no samples.</summary>
    /// <param name="columns">One for each criterion, in the order of the card, all of one length; NaN is missing.</param>
    /// <param name="destination">At least as long; scores in units of the last decimal, 0 where there is none.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <returns>How many rows have no score.</returns>
    /// <exception cref="ArgumentException">The columns do not fit the card, or a span is too short or overlaps.</exception>
    public int Evaluate(ReadOnlySpan<ReadOnlyMemory<double>> columns, Span<long> destination, Span<byte> status) => Evaluate(columns, default, destination, status);

    /// <summary>Scores candidates.</summary>
    /// <param name="columns">One for each criterion, in the order of the card, all of one length; NaN is missing.</param>
    /// <param name="samples">One for each criterion, with how many observations are behind each value (NaN for none stated); or none at all.</param>
    /// <param name="destination">At least as long; scores in units of the last decimal, 0 where there is none.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <returns>How many rows have no score.</returns>
    /// <exception cref="ArgumentException">The columns do not fit the card, or a span is too short or overlaps.</exception>
    public int Evaluate(ReadOnlySpan<ReadOnlyMemory<double>> columns, ReadOnlySpan<ReadOnlyMemory<double>> samples, Span<long> destination, Span<byte> status)
    {
        int rows = Check(columns, samples, destination, status);
        SpanRules.LongEnough(rows, status.Length, nameof(status));
        int failures = 0;
        for (int start = 0; start < rows; start += Chunk)
        {
            int length = Math.Min(Chunk, rows - start);
            failures += Part(columns, samples, start, destination.Slice(start, length), status.Slice(start, length));
        }

        return failures;
    }

    /// <summary>Scores candidates on several threads, with the same results.</summary>
    /// <param name="columns">One for each criterion, in the order of the card, all of one length; NaN is missing.</param>
    /// <param name="samples">One for each criterion, or none at all.</param>
    /// <param name="destination">At least as long; scores in units of the last decimal, 0 where there is none.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <param name="run">Threads, progress, cancellation.</param>
    /// <returns>How many rows have no score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The columns do not fit the card, or a span is too short or overlaps.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; some rows are written, others are not.</exception>
    public int Evaluate(ReadOnlySpan<ReadOnlyMemory<double>> columns, ReadOnlySpan<ReadOnlyMemory<double>> samples, Span<long> destination, Span<byte> status, ParallelRun run)
    {
        Guard.Against.Null(run);
        int rows = Check(columns, samples, destination, status);
        SpanRules.LongEnough(rows, status.Length, nameof(status));
        ReadOnlyMemory<double>[] values = columns.ToArray();
        ReadOnlyMemory<double>[] sizes = samples.ToArray();
        return PinnedColumns.Hold(default, destination, status, (_, to, states) => run.Over(rows, (_, first, count) =>
        {
            int failures = 0;
            for (int start = first; start < first + count; start += Chunk)
            {
                int length = Math.Min(Chunk, first + count - start);
                failures += Part(values, sizes, start, PinnedColumns.Span<long>(to, start, length), PinnedColumns.Span<byte>(states, start, length));
            }

            return failures;
        }));
    }

    private int Check(ReadOnlySpan<ReadOnlyMemory<double>> columns, ReadOnlySpan<ReadOnlyMemory<double>> samples, Span<long> destination, Span<byte> status)
    {
        int count = _compiled.Count;
        if (columns.Length != count || (samples.Length != 0 && samples.Length != count))
        {
            throw new ArgumentException($"There are {columns.Length} columns and {samples.Length} of samples; expected one for each of the {count} criteria, and as many samples or none.", nameof(columns));
        }

        int rows = columns[0].Length;
        for (int j = 0; j < count; j++)
        {
            CheckColumn(columns[j], rows, j, destination, status);
            if (samples.Length > 0)
            {
                CheckColumn(samples[j], rows, j, destination, status);
            }
        }

        SpanRules.LongEnough(rows, destination.Length, nameof(destination));
        SpanRules.NoOverlap<long, byte>(destination, status, nameof(status));
        return rows;
    }

    private void CheckColumn(ReadOnlyMemory<double> column, int rows, int j, Span<long> destination, Span<byte> status)
    {
        if (column.Length != rows)
        {
            throw new ArgumentException($"The column of '{Scorecard.Criteria[j]}' has {column.Length} rows; expected {rows}, as the first.", nameof(column));
        }

        SpanRules.NoOverlap(column.Span, destination, nameof(destination));
        SpanRules.NoOverlap(column.Span, status, nameof(status));
    }

    private int Part(ReadOnlySpan<ReadOnlyMemory<double>> columns, ReadOnlySpan<ReadOnlyMemory<double>> samples, int start, Span<long> destination, Span<byte> status)
    {
        status.Clear();
        int done = 0;
        int failures = 0;
#if NET8_0_OR_GREATER
        if (_table is not null && samples.IsEmpty)
        {
            done = ScoreKernel.Run(_table, columns, start, destination, status, ref failures);
        }
#endif
        Span<double> values = stackalloc double[CompiledScorecard.MaxCriteria];
        Span<double> sizes = stackalloc double[CompiledScorecard.MaxCriteria];
        values = values.Slice(0, columns.Length);
        sizes = sizes.Slice(0, samples.Length);
        for (int i = done; i < destination.Length; i++)
        {
            RowStatus state = Row(columns, samples, start + i, values, sizes, out long score);
            destination[i] = score;
            status[i] = (byte)state;
            failures += state == RowStatus.Ok ? 0 : 1;
        }

        return failures;
    }

    private RowStatus Row(ReadOnlySpan<ReadOnlyMemory<double>> columns, ReadOnlySpan<ReadOnlyMemory<double>> samples, int row, Span<double> values, Span<double> sizes, out long score)
    {
        ulong present = 0;
        score = 0;
        for (int j = 0; j < columns.Length; j++)
        {
            double value = columns[j].Span[row];
            values[j] = 0d;
            if (!double.IsNaN(value))
            {
                if (value < _least[j] || value > _most[j])
                {
                    return RowStatus.OutOfRange;
                }

                values[j] = value;
                present |= 1UL << j;
            }

            if (samples.Length > 0)
            {
                double size = samples[j].Span[row];
                if (size < 0d || double.IsInfinity(size))
                {
                    return RowStatus.OutOfRange;
                }

                sizes[j] = double.IsNaN(size) ? -1d : size;
            }
        }

        CompiledScore result = _compiled.Evaluate(values, sizes, present, -1, default);
        if (result.Status == ScoreStatus.Rated)
        {
            score = result.Units;
            return RowStatus.Ok;
        }

        return result.Status == ScoreStatus.KnockedOut ? RowStatus.GateNotMet : result.Reason == NotRatedReason.ValueMissing ? RowStatus.Missing : RowStatus.NotRated;
    }
}
