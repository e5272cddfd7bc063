namespace System;

/// <summary>A place from the start or from the end, as in <c>text[^1]</c>.</summary>
internal readonly struct Index
{
    private readonly int _value;

    public Index(int value, bool fromEnd = false)
    {
        _value = fromEnd ? ~value : value;
    }

    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => _value < 0 ? length + _value + 1 : _value;
}

/// <summary>A part, as in <c>text[1..^1]</c>.</summary>
internal readonly struct Range
{
    public Range(Index start, Index end)
    {
        Start = start;
        End = end;
    }

    public static Range All => new(new Index(0), new Index(0, true));

    public Index Start { get; }

    public Index End { get; }

    public static Range StartAt(Index start) => new(start, new Index(0, true));

    public static Range EndAt(Index end) => new(new Index(0), end);
}
