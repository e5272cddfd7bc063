using System;
using System.Collections.Generic;
#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
#endif
using Ardalis.GuardClauses;

namespace ChannelModel.Bulk;

/// <content>Rows that are objects.</content>
public sealed partial class BulkPlan
{
    /// <summary>Evaluates one number of each of many objects, block by block; for plans with one component that is chosen by it and paid on it.</summary>
    /// <typeparam name="T">The object.</typeparam>
    /// <param name="rows">The objects; a list is not to be changed meanwhile.</param>
    /// <param name="value">Gives the number, in the scale of the plan's columns.</param>
    /// <param name="each">Is given each object with its result and status, in order; a failed one has 0.</param>
    /// <returns>How many failed.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The plan needs other columns.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="rows"/> is a list whose length changed meanwhile.</exception>
    public long EvaluateAll<T>(IEnumerable<T> rows, Func<T, long> value, Action<T, long, RowStatus> each)
    {
        Guard.Against.Null(rows);
        Guard.Against.Null(value);
        Guard.Against.Null(each);
        var values = new long[Chunk];
        var status = new byte[Chunk];
        return rows switch
        {
            T[] array => OfSpan(array, values, status, value, each),
#if NET8_0_OR_GREATER
            List<T> list => OfList(list, values, status, value, each),
#endif
            _ => OfSequence(rows, values, status, value, each),
        };
    }

    /// <summary>Evaluates one number of each of many objects into a column, block by block; for plans with one component that is chosen by it and paid on it.</summary>
    /// <typeparam name="T">The object.</typeparam>
    /// <param name="rows">The objects.</param>
    /// <param name="value">Gives the number, in the scale of the plan's columns.</param>
    /// <param name="destination">A place for each object, exactly as many; filled with the results, in order. After an exception it holds whatever was done until then.</param>
    /// <param name="status">At least as long; filled with <see cref="RowStatus"/>.</param>
    /// <returns>How many failed; they are 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> or <paramref name="value"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The plan needs other columns, there are more or fewer objects than places, or a span is too short or overlaps.</exception>
    public int EvaluateAll<T>(IEnumerable<T> rows, Func<T, long> value, Span<long> destination, Span<byte> status)
    {
        Guard.Against.Null(rows);
        Guard.Against.Null(value);
        SpanRules.LongEnough(destination.Length, status.Length, nameof(status));
        return rows switch
        {
            T[] array => ToColumn<T>(array, value, destination, status),
#if NET8_0_OR_GREATER
            List<T> list => ToColumn(CollectionsMarshal.AsSpan(list), value, destination, status),
#endif
            _ => ToColumn(rows, value, destination, status),
        };
    }

    // Each loop is a small method that is called once a block: it is soon compiled with all that is known of the delegates.
    private static void Select<T>(ReadOnlySpan<T> rows, Span<long> values, Func<T, long> value)
    {
        values = values.Slice(0, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            values[i] = value(rows[i]);
        }
    }

    private static int Take<T>(IEnumerator<T> rows, Span<T> block, Span<long> values, Func<T, long> value)
    {
        int count = 0;
        while (count < block.Length && count < values.Length && rows.MoveNext())
        {
            T row = rows.Current;
            block[count] = row;
            values[count] = value(row);
            count++;
        }

        return count;
    }

    private static int Take<T>(IEnumerator<T> rows, Span<long> values, Func<T, long> value)
    {
        int count = 0;
        while (count < values.Length && rows.MoveNext())
        {
            values[count] = value(rows.Current);
            count++;
        }

        return count;
    }

    private static void Give<T>(ReadOnlySpan<T> rows, ReadOnlySpan<long> results, ReadOnlySpan<byte> status, Action<T, long, RowStatus> each)
    {
        results = results.Slice(0, rows.Length);
        status = status.Slice(0, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            each(rows[i], results[i], (RowStatus)status[i]);
        }
    }

    private static void AsMany(bool more, int places, int rows)
    {
        if (more || rows != places)
        {
            throw new ArgumentException(more ? FormattableString.Invariant($"There are more objects than the {places} places.") : FormattableString.Invariant($"There are {rows} objects for {places} places; expected as many."), nameof(rows));
        }
    }

    private int ToColumn<T>(ReadOnlySpan<T> rows, Func<T, long> value, Span<long> destination, Span<byte> status)
    {
        AsMany(more: false, destination.Length, rows.Length);
        int failures = 0;
        for (int start = 0; start < rows.Length; start += Chunk)
        {
            ReadOnlySpan<T> block = rows.Slice(start, Math.Min(Chunk, rows.Length - start));
            Span<long> column = destination.Slice(start, block.Length);
            Select(block, column, value);
            failures += Evaluate(column, column, status.Slice(start, block.Length));
        }

        return failures;
    }

    private int ToColumn<T>(IEnumerable<T> rows, Func<T, long> value, Span<long> destination, Span<byte> status)
    {
        using IEnumerator<T> sequence = rows.GetEnumerator();
        int failures = 0;
        int start = 0;
        int count;
        do
        {
            Span<long> column = destination.Slice(start, Math.Min(Chunk, destination.Length - start));
            count = Take(sequence, column, value);
            column = column.Slice(0, count);
            failures += Evaluate(column, column, status.Slice(start, count));
            start += count;
        }
        while (count > 0 && start < destination.Length);
        AsMany(sequence.MoveNext(), destination.Length, start);
        return failures;
    }

    private long OfSpan<T>(ReadOnlySpan<T> rows, long[] values, byte[] status, Func<T, long> value, Action<T, long, RowStatus> each)
    {
        long failures = 0;
        for (int start = 0; start < rows.Length; start += Chunk)
        {
            ReadOnlySpan<T> block = rows.Slice(start, Math.Min(Chunk, rows.Length - start));
            Select(block, values, value);
            failures += Flush(block, values, status, each);
        }

        return failures;
    }

#if NET8_0_OR_GREATER
    private long OfList<T>(List<T> list, long[] values, byte[] status, Func<T, long> value, Action<T, long, RowStatus> each)
    {
        int count = list.Count;
        long failures = OfSpan(CollectionsMarshal.AsSpan(list), values, status, value, each);
        return list.Count == count ? failures : throw new InvalidOperationException($"The list had {count} rows and now has {list.Count}; it is not to be changed while it is evaluated.");
    }
#endif

    private long OfSequence<T>(IEnumerable<T> rows, long[] values, byte[] status, Func<T, long> value, Action<T, long, RowStatus> each)
    {
        long failures = 0;
        Span<T> block = new T[Chunk];
        using IEnumerator<T> sequence = rows.GetEnumerator();
        int count;
        do
        {
            count = Take(sequence, block, values, value);
            failures += Flush(block.Slice(0, count), values, status, each);
        }
        while (count == Chunk);
        return failures;
    }

    private int Flush<T>(ReadOnlySpan<T> block, long[] values, byte[] status, Action<T, long, RowStatus> each)
    {
        Span<long> column = values.AsSpan(0, block.Length);
        int failures = Evaluate(column, column, status);
        Give(block, column, status, each);
        return failures;
    }
}
