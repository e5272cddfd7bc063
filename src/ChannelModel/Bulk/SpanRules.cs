using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace ChannelModel.Bulk;

/// <summary>The rules that every bulk verb keeps: long enough, the same memory or none of it, and a failure without a status column throws.</summary>
internal static class SpanRules
{
    public static void LongEnough(int length, int destination, string name)
    {
        if (destination < length)
        {
            TooShort(length, destination, name);
        }
    }

    /// <summary>A column may be its own destination, but not one that starts elsewhere inside it.</summary>
    public static void NoPartialOverlap<T>(ReadOnlySpan<T> column, Span<T> destination, string name)
    {
        if (column.Overlaps(destination, out int offset) && offset != 0)
        {
            Partial(name);
        }
    }

    public static void NoOverlap<TColumn, TStatus>(ReadOnlySpan<TColumn> column, Span<TStatus> status, string name)
        where TColumn : struct
        where TStatus : struct
    {
        if (MemoryMarshal.AsBytes(column).Overlaps(MemoryMarshal.AsBytes(status)))
        {
            Partial(name);
        }
    }

    [DoesNotReturn]
    public static void Refused(long row, RowStatus status) =>
        throw new ArgumentException(FormattableString.Invariant($"Row {row} has no result: {status}. Give a status column to keep the other rows."));

    /// <summary>Throws for the first failed row of a block; there is one.</summary>
    [DoesNotReturn]
    public static void RefusedFirst(int start, ReadOnlySpan<byte> status)
    {
        int at = 0;
        while (status[at] == 0)
        {
            at++;
        }

        Refused((long)start + at, (RowStatus)status[at]);
    }

    [DoesNotReturn]
    public static void RefusedSplit(long split, RowStatus status) =>
        throw new ArgumentException(FormattableString.Invariant($"Split {split} has no result: {status}. Give a status column to keep the other splits."));

    [DoesNotReturn]
    private static void TooShort(int length, int destination, string name) =>
        throw new ArgumentException(FormattableString.Invariant($"The span '{name}' has {destination} elements; expected at least {length}, one for each row."), name);

    [DoesNotReturn]
    private static void Partial(string name) =>
        throw new ArgumentException($"The span '{name}' overlaps another one; expected the same memory from its start, or other memory.", name);
}
