using System;
using Ardalis.GuardClauses;
using ChannelModel.Scoring;

namespace ChannelModel.Bulk;

/// <content>Scores with grades.</content>
public sealed partial class BulkScorecard
{
    /// <summary>Scores candidates and grades them, as <see cref="Scorecard.Score"/> does: with the hysteresis of the scale where a grade before is given, and not above the grade that a gate leaves.</summary>
    /// <param name="columns">One for each criterion, in the order of the card, all of one length; NaN is missing.</param>
    /// <param name="samples">One for each criterion, with how many observations are behind each value (NaN for none stated); or none at all.</param>
    /// <param name="previousGrades">The place of each row's grade before in the scale, from 0, or <see cref="NoGrade"/>; or empty. A place that the scale does not have fails the row.</param>
    /// <param name="destination">At least as long; scores in units of the last decimal, 0 where there is none.</param>
    /// <param name="grades">At least as long; the place of each row's grade in the scale, from 0, or <see cref="NoGrade"/>; may be the grades before.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <returns>How many rows have no score.</returns>
    /// <exception cref="ArgumentException">The columns do not fit the card, or a span is too short or overlaps.</exception>
    public int EvaluateGrades(
        ReadOnlySpan<ReadOnlyMemory<double>> columns, ReadOnlySpan<ReadOnlyMemory<double>> samples, ReadOnlySpan<byte> previousGrades, Span<long> destination, Span<byte> grades, Span<byte> status)
    {
        int rows = CheckGrades(columns, samples, previousGrades, destination, grades, status);
        int failures = 0;
        for (int start = 0; start < rows; start += Chunk)
        {
            int length = Math.Min(Chunk, rows - start);
            failures += Graded(
                columns, samples, previousGrades.IsEmpty ? default : previousGrades.Slice(start, length), start, destination.Slice(start, length), grades.Slice(start, length), status.Slice(start, length));
        }

        return failures;
    }

    /// <summary>Scores candidates and grades them on several threads, with the same results.</summary>
    /// <param name="columns">One for each criterion, in the order of the card, all of one length; NaN is missing.</param>
    /// <param name="samples">One for each criterion, or none at all.</param>
    /// <param name="previousGrades">The place of each row's grade before in the scale, from 0, or <see cref="NoGrade"/>; or empty.</param>
    /// <param name="destination">At least as long; scores in units of the last decimal, 0 where there is none.</param>
    /// <param name="grades">At least as long; the place of each row's grade in the scale, from 0, or <see cref="NoGrade"/>; may be the grades before.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <param name="run">Threads, progress, cancellation.</param>
    /// <returns>How many rows have no score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The columns do not fit the card, or a span is too short or overlaps.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; some rows are written, others are not.</exception>
    public unsafe int EvaluateGrades(
        ReadOnlySpan<ReadOnlyMemory<double>> columns, ReadOnlySpan<ReadOnlyMemory<double>> samples, ReadOnlySpan<byte> previousGrades, Span<long> destination, Span<byte> grades, Span<byte> status, ParallelRun run)
    {
        Guard.Against.Null(run);
        int rows = CheckGrades(columns, samples, previousGrades, destination, grades, status);
        ReadOnlyMemory<double>[] values = columns.ToArray();
        ReadOnlyMemory<double>[] sizes = samples.ToArray();
        bool hasPrevious = !previousGrades.IsEmpty;
        fixed (long* d = destination)
        {
            fixed (byte* p = previousGrades, g = grades, s = status)
            {
                IntPtr to = (IntPtr)d, before = (IntPtr)p, graded = (IntPtr)g, states = (IntPtr)s;
                return run.Over(rows, (_, first, count) =>
                {
                    int failures = 0;
                    for (int start = first; start < first + count; start += Chunk)
                    {
                        int length = Math.Min(Chunk, first + count - start);
                        failures += Graded(
                            values, sizes, PinnedColumns.Span<byte>(before, start, hasPrevious ? length : 0), start, PinnedColumns.Span<long>(to, start, length),
                            PinnedColumns.Span<byte>(graded, start, length), PinnedColumns.Span<byte>(states, start, length));
                    }

                    return failures;
                });
            }
        }
    }

    private int CheckGrades(
        ReadOnlySpan<ReadOnlyMemory<double>> columns, ReadOnlySpan<ReadOnlyMemory<double>> samples, ReadOnlySpan<byte> previousGrades, Span<long> destination, Span<byte> grades, Span<byte> status)
    {
        int rows = Check(columns, samples, destination, status);
        SpanRules.LongEnough(rows, status.Length, nameof(status));
        SpanRules.LongEnough(rows, grades.Length, nameof(grades));
        if (!previousGrades.IsEmpty && previousGrades.Length != rows)
        {
            throw new ArgumentException($"There are {previousGrades.Length} grades before for {rows} rows; expected one for each row, or none.", nameof(previousGrades));
        }

        grades = grades.Slice(0, rows);
        SpanRules.NoPartialOverlap(previousGrades, grades, nameof(grades));
        SpanRules.NoOverlap(previousGrades, destination, nameof(destination));
        SpanRules.NoOverlap(previousGrades, status, nameof(status));
        SpanRules.NoOverlap<byte, byte>(grades, status, nameof(status));
        SpanRules.NoOverlap<byte, long>(grades, destination, nameof(grades));
        for (int j = 0; j < columns.Length; j++)
        {
            SpanRules.NoOverlap(columns[j].Span, grades, nameof(grades));
        }

        for (int j = 0; j < samples.Length; j++)
        {
            SpanRules.NoOverlap(samples[j].Span, grades, nameof(grades));
        }

        return rows;
    }

    private int Graded(
        ReadOnlySpan<ReadOnlyMemory<double>> columns, ReadOnlySpan<ReadOnlyMemory<double>> samples, ReadOnlySpan<byte> before, int start, Span<long> destination, Span<byte> grades, Span<byte> status)
    {
        int failures = Part(columns, samples, start, destination, status);
        int count = _compiled.Scale?.Grades.Count ?? 0;
        for (int i = 0; i < destination.Length; i++)
        {
            int previous = before.IsEmpty || before[i] == NoGrade ? -1 : before[i];
            if (previous >= count && status[i] != (byte)RowStatus.OutOfRange)
            {
                failures += status[i] == 0 ? 1 : 0;
                destination[i] = 0;
                status[i] = (byte)RowStatus.NoSuchIndex;
            }

            grades[i] = status[i] == 0 && count > 0 ? (byte)_compiled.Scale!.Follow(destination[i] * _compiled.Step, previous) : NoGrade;
        }

        foreach (CompiledGate gate in _compiled.Gates)
        {
            if (gate.Kind == GateKind.CapGrade)
            {
                Cap(gate, columns[gate.Criterion].Span, samples.IsEmpty ? default : samples[gate.Criterion].Span, start, grades);
            }
        }

        return failures;
    }

    private static void Cap(CompiledGate gate, ReadOnlySpan<double> values, ReadOnlySpan<double> samples, int start, Span<byte> grades)
    {
        for (int i = 0; i < grades.Length; i++)
        {
            double value = values[start + i];
            double sample = samples.IsEmpty || double.IsNaN(samples[start + i]) ? -1d : samples[start + i];
            if (grades[i] != NoGrade && grades[i] > gate.Grade && gate.Applies(!double.IsNaN(value), value, sample))
            {
                grades[i] = (byte)gate.Grade;
            }
        }
    }
}
