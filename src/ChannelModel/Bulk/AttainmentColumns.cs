using System;
#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using ChannelModel.Kpis;

namespace ChannelModel.Bulk;

/// <summary>Attainment of targets over columns: what <see cref="KpiTarget.Attainment"/> gives, in ten-billionths (12 345 678 900 is 123.456789 %).</summary>
public static class AttainmentColumns
{
    private const int Chunk = 1024;
    private const long One = 10_000_000_000;

    /// <summary>Evaluates columns; throws at the first row that fails.</summary>
    /// <param name="direction">Higher, Lower or OnTarget.</param>
    /// <param name="values">The values, in the scale of the targets.</param>
    /// <param name="targets">As long as the values.</param>
    /// <param name="destination">At least as long; may be the values or the targets.</param>
    /// <exception cref="ArgumentException">The direction needs a range, a span has the wrong length or overlaps partly, or a row fails.</exception>
    public static void Evaluate(KpiDirection direction, ReadOnlySpan<long> values, ReadOnlySpan<long> targets, Span<long> destination)
    {
        CheckDirection(direction);
        First(direction, values, targets, targets, destination);
    }

    /// <summary>Evaluates columns; a row whose target (or, for Lower, value) is not above 0 fails, and so does one beyond 922 337 203 %.</summary>
    /// <param name="direction">Higher, Lower or OnTarget.</param>
    /// <param name="values">The values, in the scale of the targets.</param>
    /// <param name="targets">As long as the values.</param>
    /// <param name="destination">At least as long; may be the values or the targets.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <returns>How many rows failed; they are 0.</returns>
    /// <exception cref="ArgumentException">The direction needs a range, or a span has the wrong length or overlaps partly.</exception>
    public static int Evaluate(KpiDirection direction, ReadOnlySpan<long> values, ReadOnlySpan<long> targets, Span<long> destination, Span<byte> status)
    {
        CheckDirection(direction);
        Check(values, targets, targets, destination, status);
        return Range(direction, values, targets, targets, destination, status);
    }

    /// <summary>Evaluates columns on several threads, with the same results.</summary>
    /// <param name="direction">Higher, Lower or OnTarget.</param>
    /// <param name="values">The values, in the scale of the targets.</param>
    /// <param name="targets">As long as the values.</param>
    /// <param name="destination">At least as long; may be the values or the targets.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <param name="run">Threads, progress, cancellation.</param>
    /// <returns>How many rows failed; they are 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The direction needs a range, or a span has the wrong length or overlaps partly.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; some rows are written, others are not.</exception>
    public static int Evaluate(KpiDirection direction, ReadOnlySpan<long> values, ReadOnlySpan<long> targets, Span<long> destination, Span<byte> status, ParallelRun run)
    {
        CheckDirection(direction);
        return Parallel(direction, values, targets, targets, destination, status, run);
    }

    /// <summary>Evaluates columns whose targets are ranges; throws at the first row that fails.</summary>
    /// <param name="values">The values, in the scale of the bounds.</param>
    /// <param name="from">The lower bounds, included; as long as the values.</param>
    /// <param name="to">The upper bounds, included; as long as the values.</param>
    /// <param name="destination">At least as long; may be the values or one of the bounds.</param>
    /// <exception cref="ArgumentException">A span has the wrong length or overlaps partly, or a row fails.</exception>
    public static void EvaluateInRange(ReadOnlySpan<long> values, ReadOnlySpan<long> from, ReadOnlySpan<long> to, Span<long> destination) =>
        First(KpiDirection.InRange, values, from, to, destination);

    /// <summary>Evaluates columns whose targets are ranges: 1 inside, else value / lower bound or upper bound / value. A row whose bounds are reversed fails (<see cref="RowStatus.OutOfRange"/>).</summary>
    /// <param name="values">The values, in the scale of the bounds.</param>
    /// <param name="from">The lower bounds, included; as long as the values.</param>
    /// <param name="to">The upper bounds, included; as long as the values.</param>
    /// <param name="destination">At least as long; may be the values or one of the bounds.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <returns>How many rows failed; they are 0.</returns>
    /// <exception cref="ArgumentException">A span has the wrong length or overlaps partly.</exception>
    public static int EvaluateInRange(ReadOnlySpan<long> values, ReadOnlySpan<long> from, ReadOnlySpan<long> to, Span<long> destination, Span<byte> status)
    {
        Check(values, from, to, destination, status);
        return Range(KpiDirection.InRange, values, from, to, destination, status);
    }

    /// <summary>Evaluates columns whose targets are ranges on several threads, with the same results.</summary>
    /// <param name="values">The values, in the scale of the bounds.</param>
    /// <param name="from">The lower bounds, included; as long as the values.</param>
    /// <param name="to">The upper bounds, included; as long as the values.</param>
    /// <param name="destination">At least as long; may be the values or one of the bounds.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <param name="run">Threads, progress, cancellation.</param>
    /// <returns>How many rows failed; they are 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A span has the wrong length or overlaps partly.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; some rows are written, others are not.</exception>
    public static int EvaluateInRange(ReadOnlySpan<long> values, ReadOnlySpan<long> from, ReadOnlySpan<long> to, Span<long> destination, Span<byte> status, ParallelRun run) =>
        Parallel(KpiDirection.InRange, values, from, to, destination, status, run);

    private static void First(KpiDirection direction, ReadOnlySpan<long> values, ReadOnlySpan<long> from, ReadOnlySpan<long> to, Span<long> destination)
    {
        CheckColumns(values, from, to, destination);
        Span<byte> status = stackalloc byte[Chunk];
        for (int start = 0; start < values.Length; start += Chunk)
        {
            int length = Math.Min(Chunk, values.Length - start);
            if (Part(direction, values.Slice(start, length), from.Slice(start, length), to.Slice(start, length), destination.Slice(start, length), status.Slice(0, length)) > 0)
            {
                SpanRules.RefusedFirst(start, status);
            }
        }
    }

    private static int Range(KpiDirection direction, ReadOnlySpan<long> values, ReadOnlySpan<long> from, ReadOnlySpan<long> to, Span<long> destination, Span<byte> status)
    {
        int failures = 0;
        for (int start = 0; start < values.Length; start += Chunk)
        {
            int length = Math.Min(Chunk, values.Length - start);
            failures += Part(direction, values.Slice(start, length), from.Slice(start, length), to.Slice(start, length), destination.Slice(start, length), status.Slice(start, length));
        }

        return failures;
    }

    private static unsafe int Parallel(KpiDirection direction, ReadOnlySpan<long> values, ReadOnlySpan<long> from, ReadOnlySpan<long> to, Span<long> destination, Span<byte> status, ParallelRun run)
    {
        Guard.Against.Null(run);
        Check(values, from, to, destination, status);
        int rows = values.Length;
        fixed (long* v = values, f = from, t = to, d = destination)
        {
            fixed (byte* s = status)
            {
                IntPtr value = (IntPtr)v, lower = (IntPtr)f, upper = (IntPtr)t, result = (IntPtr)d, state = (IntPtr)s;
                return run.Over(rows, (_, start, length) => Range(
                    direction, PinnedColumns.Span<long>(value, start, length), PinnedColumns.Span<long>(lower, start, length), PinnedColumns.Span<long>(upper, start, length),
                    PinnedColumns.Span<long>(result, start, length), PinnedColumns.Span<byte>(state, start, length)));
            }
        }
    }

    private static void CheckDirection(KpiDirection direction)
    {
        if (direction is not (KpiDirection.Higher or KpiDirection.Lower or KpiDirection.OnTarget))
        {
            throw new ArgumentException($"The direction is {direction}; expected Higher, Lower or OnTarget, which have one target (EvaluateInRange takes ranges).", nameof(direction));
        }
    }

    private static void CheckColumns(ReadOnlySpan<long> values, ReadOnlySpan<long> from, ReadOnlySpan<long> to, Span<long> destination)
    {
        if (from.Length != values.Length || to.Length != values.Length)
        {
            throw new ArgumentException($"There are {(from.Length != values.Length ? from.Length : to.Length)} targets for {values.Length} values; expected as many.", "targets");
        }

        SpanRules.LongEnough(values.Length, destination.Length, nameof(destination));
        destination = destination.Slice(0, values.Length);
        SpanRules.NoPartialOverlap(values, destination, nameof(destination));
        SpanRules.NoPartialOverlap(from, destination, nameof(destination));
        SpanRules.NoPartialOverlap(to, destination, nameof(destination));
    }

    private static void Check(ReadOnlySpan<long> values, ReadOnlySpan<long> from, ReadOnlySpan<long> to, Span<long> destination, Span<byte> status)
    {
        SpanRules.LongEnough(values.Length, status.Length, nameof(status));
        CheckColumns(values, from, to, destination);
        SpanRules.NoOverlap(values, status, nameof(status));
        SpanRules.NoOverlap(from, status, nameof(status));
        SpanRules.NoOverlap(to, status, nameof(status));
        SpanRules.NoOverlap<long, byte>(destination, status, nameof(status));
    }

    /// <summary>Makes quotients of the rules of a direction; a divisor of 0 stands for no result.</summary>
    private static int Part(KpiDirection direction, ReadOnlySpan<long> values, ReadOnlySpan<long> from, ReadOnlySpan<long> to, Span<long> destination, Span<byte> status)
    {
        status.Clear();
        if (direction == KpiDirection.Higher)
        {
            return Quotients(values, from, destination, status);
        }

        Span<long> parts = stackalloc long[Chunk];
        parts = parts.Slice(0, values.Length);
        if (direction == KpiDirection.Lower)
        {
            // The value divides; where the target is not above 0, nothing may.
            for (int i = 0; i < values.Length; i++)
            {
                parts[i] = from[i] > 0 ? values[i] : 0;
            }

            return Quotients(from, parts, destination, status);
        }

        if (direction == KpiDirection.OnTarget)
        {
            for (int i = 0; i < values.Length; i++)
            {
                parts[i] = Near(values[i], from[i]);
            }

            return Quotients(parts, from, destination, status);
        }

        Span<long> wholes = stackalloc long[Chunk];
        wholes = wholes.Slice(0, values.Length);
        Span<byte> reversed = stackalloc byte[Chunk];
        bool any = false;
        for (int i = 0; i < values.Length; i++)
        {
            long value = values[i];
            bool wrong = from[i] > to[i];
            any |= wrong;
            reversed[i] = wrong ? (byte)1 : (byte)0;
            (parts[i], wholes[i]) = wrong ? (0, 0) : value < from[i] ? (value, from[i]) : value <= to[i] ? (1L, 1L) : (to[i], to[i] > 0 ? value : 0);
        }

        int failures = Quotients(parts, wholes, destination, status);
        for (int i = 0; any && i < values.Length; i++)
        {
            status[i] = reversed[i] != 0 ? (byte)RowStatus.OutOfRange : status[i];
        }

        return failures;
    }

    /// <summary>What is left of a target when the distance to it is taken off, not below 0.</summary>
    private static long Near(long value, long target)
    {
        ulong over = value > target ? unchecked((ulong)value - (ulong)target) : 0;
        return target <= 0 ? 0 : value <= target ? Math.Max(0, value) : over >= (ulong)target ? 0 : target - (long)over;
    }

    /// <summary>Round half away of part x 10^10 / whole.</summary>
    private static int Quotients(ReadOnlySpan<long> parts, ReadOnlySpan<long> wholes, Span<long> destination, Span<byte> status)
    {
        int failures = 0;
        int done = 0;
#if NET8_0_OR_GREATER
        done = Vector512.IsHardwareAccelerated ? Wide<Lanes512, Vector512<long>, Vector512<double>>(parts, wholes, destination, status, ref failures)
            : Vector256.IsHardwareAccelerated ? Wide<Lanes256, Vector256<long>, Vector256<double>>(parts, wholes, destination, status, ref failures)
            : Vector128.IsHardwareAccelerated ? Wide<Lanes128, Vector128<long>, Vector128<double>>(parts, wholes, destination, status, ref failures)
            : 0;
#endif
        return failures + Rows(parts.Slice(done), wholes.Slice(done), destination.Slice(done), status.Slice(done));
    }

    private static int Rows(ReadOnlySpan<long> parts, ReadOnlySpan<long> wholes, Span<long> destination, Span<byte> status)
    {
        int failures = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            RowStatus state = Quotient(parts[i], wholes[i], out long result);
            destination[i] = result;
            if (state != RowStatus.Ok)
            {
                status[i] = (byte)state;
                failures++;
            }
        }

        return failures;
    }

    private static RowStatus Quotient(long part, long whole, out long result)
    {
        result = 0;
        if (whole <= 0)
        {
            return RowStatus.NoTarget;
        }

#if NET8_0_OR_GREATER
        Int128 top = (Int128)part * One;
        Int128 magnitude = Int128.Abs(top);
        Int128 quotient = ((2 * magnitude) + whole) / (2 * (Int128)whole);
        quotient = part < 0 ? -quotient : quotient;
#else
        System.Numerics.BigInteger quotient = Exact.Divide((System.Numerics.BigInteger)part * One, whole, RoundingMode.HalfAwayFromZero);
#endif
        if (quotient > long.MaxValue || quotient < long.MinValue)
        {
            return RowStatus.Overflow;
        }

        result = (long)quotient;
        return RowStatus.Ok;
    }

#if NET8_0_OR_GREATER
    /// <summary>A quotient of doubles is at most one off below 2^50; the rest, in wrapped whole numbers, says which way.</summary>
    private static int Wide<TLanes, TWhole, TReal>(ReadOnlySpan<long> parts, ReadOnlySpan<long> wholes, Span<long> destination, Span<byte> status, ref int failures)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        ref long part = ref MemoryMarshal.GetReference(parts);
        ref long whole = ref MemoryMarshal.GetReference(wholes);
        ref long to = ref MemoryMarshal.GetReference(destination);
        int n = TLanes.Count;
        TWhole bound = TLanes.Whole((1L << 49) - 1);
        TReal most = TLanes.Real(1L << 49);
        int i = 0;
        for (; i <= parts.Length - n; i += n)
        {
            TWhole p = TLanes.Load(ref part, (nuint)i);
            TWhole w = TLanes.Load(ref whole, (nuint)i);
            TWhole wrong = TLanes.Or(TLanes.Above(p, bound), TLanes.Above(TLanes.Subtract(w, TLanes.Whole(1)), bound));
            if (!TLanes.Any(wrong))
            {
                TReal x = TLanes.ToReal(p);
                TReal y = TLanes.ToReal(w);
                TReal q = TLanes.Divide(TLanes.Multiply(x, TLanes.Real(One)), y);
                if (!TLanes.Any(TLanes.RealGreater(q, most)))
                {
                    TWhole near = TLanes.Round(q);
                    TWhole twice = TLanes.Subtract(TLanes.MultiplyWhole(p, TLanes.Whole(2 * One)), TLanes.MultiplyWhole(TLanes.Add(near, near), w));
                    near = TLanes.Subtract(near, TLanes.Greater(TLanes.Add(twice, TLanes.Whole(1)), w)); // a half or more is left: one up
                    near = TLanes.Add(near, TLanes.Greater(TLanes.Subtract(TLanes.Whole(0), w), twice)); // more than a half too much: one down
                    TLanes.Store(near, ref to, (nuint)i);
                    continue;
                }
            }

            failures += Rows(parts.Slice(i, n), wholes.Slice(i, n), destination.Slice(i, n), status.Slice(i, n));
        }

        return i;
    }
#endif
}
