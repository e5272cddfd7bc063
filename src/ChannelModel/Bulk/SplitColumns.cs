using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Bulk;

/// <summary>Totals to be split over columns of weights: many small splits side by side, or one over millions of lines. The columnar twin of <see cref="Allocation.Split"/>.</summary>
/// <remarks>
/// <para>
/// Totals and parts are whole numbers of one unit, such as cents; weights are whole numbers in any proportion. Split k has the lines from offset k up to, but not including, offset k + 1, so there is one offset
/// more than there are totals, the first is 0 and the last is the number of lines.
/// </para>
/// <para>A split without a weight above 0, or with one below 0, fails: its lines are 0 and it has a <see cref="RowStatus"/>; the others are computed. Only 64-bit totals are taken, and no part leaves 64 bits.</para>
/// <para>
/// The sequential verbs allocate nothing but in two cases: splits of more than 64 lines whose parts are written over their weights borrow a buffer of that length from the shared pool, and weights that add up
/// to more than 2^64 take memory for each line.
/// </para>
/// <para>The default holds no split. Not to be used once the memory behind a column is gone.</para>
/// </remarks>
#pragma warning disable CA1815 // spans are not compared
public readonly ref struct SplitColumns
{
    private readonly ReadOnlySpan<long> _totals;
    private readonly ReadOnlySpan<int> _offsets;
    private readonly ReadOnlySpan<long> _weights;
    private readonly ReadOnlySpan<long> _keys;
    private readonly long _total;

    private SplitColumns(int count, long total, ReadOnlySpan<long> totals, ReadOnlySpan<int> offsets, ReadOnlySpan<long> weights, ReadOnlySpan<long> keys)
    {
        Count = count;
        _total = total;
        _totals = totals;
        _offsets = offsets;
        _weights = weights;
        _keys = keys;
    }

    /// <summary>Gets the number of splits.</summary>
    public int Count { get; }

    /// <summary>Gets the number of lines of all splits together.</summary>
    public int Length => _weights.Length;

    /// <summary>Takes many splits.</summary>
    /// <param name="totals">What each split hands out; of either sign.</param>
    /// <param name="offsets">Where the lines of each split start, then the number of lines: one more than there are totals, from 0, never descending.</param>
    /// <param name="weights">The weight of each line, 0 or more.</param>
    /// <returns>The splits.</returns>
    /// <exception cref="ArgumentException">There is not one offset more than totals, or the offsets do not go from 0 to the number of lines without descending.</exception>
    public static SplitColumns Of(ReadOnlySpan<long> totals, ReadOnlySpan<int> offsets, ReadOnlySpan<long> weights)
    {
        if (offsets.Length != totals.Length + 1)
        {
            throw new ArgumentException($"There are {offsets.Length} offsets for {totals.Length} totals; expected one more than totals.", nameof(offsets));
        }

        int before = 0;
        for (int i = 0; i < offsets.Length; i++)
        {
            if (offsets[i] < before || (i == 0 && offsets[0] != 0))
            {
                throw new ArgumentException(FormattableString.Invariant($"Offset {i} is {offsets[i]}; expected {(i == 0 ? "0" : $"{before} or more, as the one before it")}."), nameof(offsets));
            }

            before = offsets[i];
        }

        return before == weights.Length
            ? new SplitColumns(totals.Length, 0, totals, offsets, weights, default)
            : throw new ArgumentException(FormattableString.Invariant($"The last offset is {before}; expected {weights.Length}, the number of lines."), nameof(offsets));
    }

    /// <summary>Takes one split.</summary>
    /// <param name="total">What it hands out; of either sign.</param>
    /// <param name="weights">The weight of each line, 0 or more.</param>
    /// <returns>The split.</returns>
    public static SplitColumns One(long total, ReadOnlySpan<long> weights) => new(1, total, default, default, weights, default);

    /// <summary>States the key of each line: ties go to the smaller one, as in <see cref="Allocation.Split"/>. Without keys, and between equal keys of a split, they go to the earlier line.</summary>
    /// <param name="keys">As many as lines. For keys that are texts, their places in ordinal order.</param>
    /// <returns>The splits.</returns>
    /// <exception cref="ArgumentException">There are not as many keys as lines.</exception>
    public SplitColumns WithKeys(ReadOnlySpan<long> keys) => keys.Length == _weights.Length
        ? new SplitColumns(Count, _total, _totals, _offsets, _weights, keys)
        : throw new ArgumentException($"There are {keys.Length} keys for {_weights.Length} lines; expected as many.", nameof(keys));

    /// <summary>Splits by largest remainder; throws at the first split that fails, after those before it.</summary>
    /// <param name="destination">The part of each line; at least as long as the lines; may be the weights, for results in place.</param>
    /// <exception cref="ArgumentException">A span is too short or overlaps partly, or a split fails.</exception>
    public void ByLargestRemainder(Span<long> destination)
    {
        Check(destination, default);
        for (int split = 0; split < Count; split++)
        {
            RowStatus state = Run(split, destination, null);
            if (state != RowStatus.Ok)
            {
                SpanRules.RefusedSplit(split, state);
            }
        }
    }

    /// <summary>Splits by largest remainder.</summary>
    /// <param name="destination">The part of each line; at least as long as the lines; may be the weights, for results in place.</param>
    /// <param name="status">At least as long as the totals; filled with a <see cref="RowStatus"/> for each split.</param>
    /// <returns>How many splits failed; their lines are 0.</returns>
    /// <exception cref="ArgumentException">A span is too short or overlaps partly.</exception>
    public int ByLargestRemainder(Span<long> destination, Span<byte> status)
    {
        SpanRules.LongEnough(Count, status.Length, nameof(status));
        Check(destination, status);
        return Range(0, Count, destination, status);
    }

    /// <summary>Splits by largest remainder on several threads, with the same results: whole splits side by side, or, of a single split, its lines.</summary>
    /// <param name="destination">The part of each line; at least as long as the lines; may be the weights, for results in place.</param>
    /// <param name="status">At least as long as the totals; filled with a <see cref="RowStatus"/> for each split.</param>
    /// <param name="run">Threads, progress (in lines), cancellation.</param>
    /// <returns>How many splits failed; their lines are 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A span is too short or overlaps partly.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; some lines are written, others are not, and those of a single split mean nothing.</exception>
    public unsafe int ByLargestRemainder(Span<long> destination, Span<byte> status, ParallelRun run)
    {
        Guard.Against.Null(run);
        SpanRules.LongEnough(Count, status.Length, nameof(status));
        Check(destination, status);
        if (Count == 1)
        {
            RowStatus state = Run(0, destination, run);
            status[0] = (byte)state;
            return state == RowStatus.Ok ? 0 : 1;
        }

        int count = Count;
        int lines = Length;
        fixed (long* t = _totals, w = _weights, k = _keys, d = destination)
        {
            fixed (int* o = _offsets)
            {
                fixed (byte* s = status)
                {
                    IntPtr totals = (IntPtr)t, weights = (IntPtr)w, keys = (IntPtr)k, parts = (IntPtr)d, offsets = (IntPtr)o, states = (IntPtr)s;
                    bool hasKeys = !_keys.IsEmpty;
                    return run.Over(lines, (_, start, length) =>
                    {
                        // The splits that start in the block; those without lines at the very end belong to the last block.
                        ReadOnlySpan<int> starts = PinnedColumns.Span<int>(offsets, 0, count + 1);
                        int first = FirstFrom(starts.Slice(0, count), start);
                        int last = start + length == lines ? count : FirstFrom(starts.Slice(0, count), start + length);
                        var block = new SplitColumns(
                            count, 0, PinnedColumns.Span<long>(totals, 0, count), starts, PinnedColumns.Span<long>(weights, 0, lines), PinnedColumns.Span<long>(keys, 0, hasKeys ? lines : 0));
                        return block.Range(first, last, PinnedColumns.Span<long>(parts, 0, lines), PinnedColumns.Span<byte>(states, 0, count));
                    }) + (lines == 0 ? Range(0, count, destination, status) : 0);
                }
            }
        }
    }

    /// <summary>The first split that starts at a line or after it.</summary>
    private static int FirstFrom(ReadOnlySpan<int> starts, int line)
    {
        int low = 0;
        int high = starts.Length;
        while (low < high)
        {
            int middle = low + ((high - low) >> 1);
            if (starts[middle] < line)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private int Range(int first, int last, Span<long> destination, Span<byte> status)
    {
        int failures = 0;
        for (int split = first; split < last; split++)
        {
            RowStatus state = Run(split, destination, null);
            status[split] = (byte)state;
            failures += state == RowStatus.Ok ? 0 : 1;
        }

        return failures;
    }

    private RowStatus Run(int split, Span<long> destination, ParallelRun? run)
    {
        int start = _offsets.IsEmpty ? 0 : _offsets[split];
        int length = (_offsets.IsEmpty ? Length : _offsets[split + 1]) - start;
        return SplitKernel.Run(
            _offsets.IsEmpty ? _total : _totals[split], _weights.Slice(start, length), _keys.IsEmpty ? _keys : _keys.Slice(start, length), destination.Slice(start, length), run);
    }

    private void Check(Span<long> destination, Span<byte> status)
    {
        SpanRules.LongEnough(Length, destination.Length, nameof(destination));
        destination = destination.Slice(0, Length);
        SpanRules.NoPartialOverlap(_weights, destination, nameof(destination));
        SpanRules.NoOverlap(_totals, destination, nameof(destination));
        SpanRules.NoOverlap(_offsets, destination, nameof(destination));
        SpanRules.NoOverlap(_keys, destination, nameof(destination));
        SpanRules.NoOverlap(_weights, status, nameof(status));
        SpanRules.NoOverlap(_totals, status, nameof(status));
        SpanRules.NoOverlap(_offsets, status, nameof(status));
        SpanRules.NoOverlap(_keys, status, nameof(status));
        SpanRules.NoOverlap<long, byte>(destination, status, nameof(status));
    }
}
