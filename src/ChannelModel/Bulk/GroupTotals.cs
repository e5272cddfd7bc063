using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;

namespace ChannelModel.Bulk;

/// <summary>Sums of order lines by partner and period, to be rated as statements: memory for the groups, not for the lines.</summary>
/// <remarks>
/// <para>Group number = partner x periods + period, both from 0. One measure (net revenue, say) makes one set of totals; a second measure makes another.</para>
/// <para>A sum is exact: one that ends outside 64 bits is reported as <see cref="RowStatus.Overflow"/>, in whatever order the lines came.</para>
/// <para>Equality is by reference. Not safe for use by several threads while lines are added.</para>
/// </remarks>
public sealed class GroupTotals
{
    private long[] _sums;
    private int[]? _wraps; // how often a sum passed 2^63 upwards, less downwards

    private GroupTotals(int partners, int periods)
    {
        Partners = partners;
        Periods = periods;
        _sums = new long[partners * periods];
    }

    /// <summary>Gets the number of partners.</summary>
    public int Partners { get; private set; }

    /// <summary>Gets the number of periods.</summary>
    public int Periods { get; private set; }

    /// <summary>Gets the number of groups.</summary>
    public int Count => _sums.Length;

    /// <summary>Gets the sums by group number, for the columns of a plan.</summary>
    /// <exception cref="InvalidOperationException">A sum does not fit 64 bits; <see cref="CopyTo"/> tells which.</exception>
    public ReadOnlySpan<long> Sums => _wraps is null || _wraps.All(wrap => wrap == 0)
        ? _sums
        : throw new InvalidOperationException($"The sum of group {Array.FindIndex(_wraps, wrap => wrap != 0)} does not fit 64 bits.");

    /// <summary>Makes totals of 0.</summary>
    /// <param name="partners">1 or more.</param>
    /// <param name="periods">1 or more.</param>
    /// <returns>The totals.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1, or there are more than 2^30 groups.</exception>
    public static GroupTotals Of(int partners, int periods)
    {
        CheckSize(partners, periods);
        return new GroupTotals(partners, periods);
    }

    /// <summary>Makes room for more partners and periods, for files whose end nobody knows; sums stay, and numbers of groups follow the new number of periods.</summary>
    /// <param name="partners">As many as before, or more.</param>
    /// <param name="periods">As many as before, or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below what it was, or there are more than 2^30 groups.</exception>
    public void Grow(int partners, int periods)
    {
        if (partners < Partners || periods < Periods)
        {
            throw new ArgumentOutOfRangeException(nameof(partners), partners, FormattableString.Invariant($"Expected at least {Partners} partners and {Periods} periods, as before; there are {periods} periods."));
        }

        CheckSize(partners, periods);
        var sums = new long[partners * periods];
        int[]? wraps = _wraps is null ? null : new int[sums.Length];
        for (int partner = 0; partner < Partners; partner++)
        {
            Array.Copy(_sums, partner * Periods, sums, partner * periods, Periods);
            if (wraps is not null)
            {
                Array.Copy(_wraps!, partner * Periods, wraps, partner * periods, Periods);
            }
        }

        (_sums, _wraps, Partners, Periods) = (sums, wraps, partners, periods);
    }

    /// <summary>Adds lines; throws at the first that names no group, after adding those before it.</summary>
    /// <param name="partners">The partner of each line, from 0.</param>
    /// <param name="periods">The period of each line, from 0.</param>
    /// <param name="amounts">The amount of each line; returns are below 0.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or a line names no group.</exception>
    public void Add(ReadOnlySpan<int> partners, ReadOnlySpan<int> periods, ReadOnlySpan<long> amounts)
    {
        CheckLengths(partners, periods, amounts);
        int failed = Add(_sums, ref _wraps, partners, periods, amounts, default, stops: true);
        if (failed >= 0)
        {
            SpanRules.Refused(failed, RowStatus.NoSuchIndex);
        }
    }

    /// <summary>Adds lines; those that name no group are left out and told.</summary>
    /// <param name="partners">The partner of each line, from 0.</param>
    /// <param name="periods">The period of each line, from 0.</param>
    /// <param name="amounts">The amount of each line; returns are below 0.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <returns>How many lines were left out.</returns>
    /// <exception cref="ArgumentException">The columns differ in length, or the status is too short or overlaps a column.</exception>
    public int Add(ReadOnlySpan<int> partners, ReadOnlySpan<int> periods, ReadOnlySpan<long> amounts, Span<byte> status)
    {
        CheckStatus(partners, periods, amounts, status);
        return Add(_sums, ref _wraps, partners, periods, amounts, status.Slice(0, amounts.Length), stops: false);
    }

    /// <summary>Adds lines on several threads, each with sums of its own until the end, with the same result.</summary>
    /// <param name="partners">The partner of each line, from 0.</param>
    /// <param name="periods">The period of each line, from 0.</param>
    /// <param name="amounts">The amount of each line; returns are below 0.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <param name="run">Threads, progress, cancellation.</param>
    /// <returns>How many lines were left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The columns differ in length, or the status is too short or overlaps a column.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; no line is added.</exception>
    public unsafe int Add(ReadOnlySpan<int> partners, ReadOnlySpan<int> periods, ReadOnlySpan<long> amounts, Span<byte> status, ParallelRun run)
    {
        Guard.Against.Null(run);
        CheckStatus(partners, periods, amounts, status);
        var sums = new long[run.Threads][];
        var wraps = new int[run.Threads][];
        int rows = amounts.Length;
        int failures;
        fixed (int* p = partners, t = periods)
        {
            fixed (long* a = amounts)
            {
                fixed (byte* s = status)
                {
                    IntPtr partner = (IntPtr)p, period = (IntPtr)t, amount = (IntPtr)a, state = (IntPtr)s;
                    failures = run.Over(rows, (worker, start, length) =>
                    {
                        sums[worker] ??= new long[_sums.Length];
                        int[]? wrapped = wraps[worker];
                        int failed = Add(
                            sums[worker], ref wrapped, PinnedColumns.Span<int>(partner, start, length), PinnedColumns.Span<int>(period, start, length),
                            PinnedColumns.Span<long>(amount, start, length), PinnedColumns.Span<byte>(state, start, length), stops: false);
                        wraps[worker] = wrapped!;
                        return failed;
                    });
                }
            }
        }

        for (int worker = 0; worker < sums.Length; worker++)
        {
            for (int group = 0; group < (sums[worker]?.Length ?? 0); group++)
            {
                AddTo(_sums, ref _wraps, group, sums[worker][group]);
                if (wraps[worker] is int[] wrapped && wrapped[group] != 0)
                {
                    (_wraps ??= new int[_sums.Length])[group] += wrapped[group];
                }
            }
        }

        return failures;
    }

    /// <summary>Copies the sums.</summary>
    /// <param name="destination">At least as long as there are groups.</param>
    /// <param name="status">At least as long as there are groups; filled with <see cref="RowStatus"/>.</param>
    /// <returns>How many sums do not fit; they are 0.</returns>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public int CopyTo(Span<long> destination, Span<byte> status)
    {
        SpanRules.LongEnough(_sums.Length, destination.Length, nameof(destination));
        SpanRules.LongEnough(_sums.Length, status.Length, nameof(status));
        SpanRules.NoOverlap<long, byte>(destination, status, nameof(status));
        _sums.AsSpan().CopyTo(destination);
        status.Slice(0, _sums.Length).Clear();
        int failures = 0;
        for (int group = 0; group < (_wraps?.Length ?? 0); group++)
        {
            if (_wraps![group] != 0)
            {
                destination[group] = 0;
                status[group] = (byte)RowStatus.Overflow;
                failures++;
            }
        }

        return failures;
    }

    /// <summary>Rates each group's sum: one statement for each partner and period.</summary>
    /// <param name="plan">A plan with one component that is chosen by one number and paid on it.</param>
    /// <param name="destination">At least as long as there are groups.</param>
    /// <param name="status">At least as long as there are groups; filled with <see cref="RowStatus"/>.</param>
    /// <returns>How many groups failed; they are 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The plan needs other columns, or a span is too short or overlaps.</exception>
    public int Evaluate(BulkPlan plan, Span<long> destination, Span<byte> status)
    {
        Guard.Against.Null(plan);
        int failures = plan.Evaluate(_sums, destination, status);
        for (int group = 0; group < (_wraps?.Length ?? 0); group++)
        {
            if (_wraps![group] != 0)
            {
                failures += status[group] == 0 ? 1 : 0;
                destination[group] = 0;
                status[group] = (byte)RowStatus.Overflow;
            }
        }

        return failures;
    }

    private static void CheckSize(int partners, int periods)
    {
        if (partners < 1 || periods < 1 || (long)partners * periods > 1 << 30)
        {
            throw new ArgumentOutOfRangeException(nameof(partners), partners, $"Expected 1 or more partners and periods, and at most {1 << 30} groups; there are {periods} periods.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(long[] sums, ref int[]? wraps, int group, long amount)
    {
        long before = sums[group];
        long sum = unchecked(before + amount);
        sums[group] = sum;
        if (((before ^ sum) & (amount ^ sum)) < 0)
        {
            (wraps ??= new int[sums.Length])[group] += amount < 0 ? -1 : 1;
        }
    }

    private static void CheckLengths(ReadOnlySpan<int> partners, ReadOnlySpan<int> periods, ReadOnlySpan<long> amounts)
    {
        if (partners.Length != amounts.Length || periods.Length != amounts.Length)
        {
            throw new ArgumentException($"There are {partners.Length} partners, {periods.Length} periods and {amounts.Length} amounts; expected as many of each.", nameof(amounts));
        }
    }

    private static void CheckStatus(ReadOnlySpan<int> partners, ReadOnlySpan<int> periods, ReadOnlySpan<long> amounts, Span<byte> status)
    {
        CheckLengths(partners, periods, amounts);
        SpanRules.LongEnough(amounts.Length, status.Length, nameof(status));
        SpanRules.NoOverlap(partners, status, nameof(status));
        SpanRules.NoOverlap(periods, status, nameof(status));
        SpanRules.NoOverlap(amounts, status, nameof(status));
    }

    /// <summary>Adds; returns how many were left out, or with <paramref name="stops"/> the first such line, or -1.</summary>
    private int Add(long[] sums, ref int[]? wraps, ReadOnlySpan<int> partners, ReadOnlySpan<int> periods, ReadOnlySpan<long> amounts, Span<byte> status, bool stops)
    {
        int failures = 0;
        if (!stops)
        {
            status.Clear();
        }

        uint partnerCount = (uint)Partners;
        uint periodCount = (uint)Periods;
        partners = partners.Slice(0, amounts.Length);
        periods = periods.Slice(0, amounts.Length);
        for (int i = 0; i < amounts.Length; i++)
        {
            uint partner = (uint)partners[i];
            uint period = (uint)periods[i];
            if (partner < partnerCount && period < periodCount)
            {
                AddTo(sums, ref wraps, (int)((partner * periodCount) + period), amounts[i]);
            }
            else if (stops)
            {
                return i;
            }
            else
            {
                status[i] = (byte)RowStatus.NoSuchIndex;
                failures++;
            }
        }

        return stops ? -1 : failures;
    }
}
