using System;

namespace ChannelModel.Bulk;

/// <summary>What says which cell a row is in: entries of a table that were written before, or up to two axes with their columns; or nothing, where there is one cell.</summary>
internal readonly ref struct LineCells
{
    public LineCells(ReadOnlySpan<long> stored)
    {
        Stored = stored;
    }

    public LineCells(LineAxis first, ReadOnlySpan<long> firstValues, ReadOnlySpan<long> firstOthers, LineAxis? second, ReadOnlySpan<long> secondValues)
    {
        First = first;
        FirstValues = firstValues;
        FirstOthers = firstOthers;
        Second = second;
        SecondValues = secondValues;
    }

    /// <summary>Gets a value indicating whether axes choose.</summary>
    public bool IsChosen => First is not null;

    public ReadOnlySpan<long> Stored { get; }

    public LineAxis? First { get; }

    public ReadOnlySpan<long> FirstValues { get; }

    public ReadOnlySpan<long> FirstOthers { get; }

    public LineAxis? Second { get; }

    public ReadOnlySpan<long> SecondValues { get; }

    /// <summary>A part of what axes choose.</summary>
    public LineCells Slice(int start, int length) => new(
        First!, FirstValues.Slice(start, length), FirstOthers.IsEmpty ? default : FirstOthers.Slice(start, length), Second, Second is null ? default : SecondValues.Slice(start, length));

    /// <summary>Writes the entries that axes choose.</summary>
    public void CopyTo(Span<long> cells)
    {
        LineAxisKernel.Run(First!, FirstValues, FirstOthers, cells, first: true);
        if (Second is not null)
        {
            LineAxisKernel.Run(Second, SecondValues, default, cells, first: false);
        }
    }
}
