using System;
using System.Collections.Generic;

namespace ChannelModel.Tool.Paying;

/// <summary>Some thousand rows of facts as columns, with the text of each row in case it is rejected. A row that is no plain row of numbers stands between them, to be paid by itself.</summary>
internal sealed class FactsBlock
{
    public const int Capacity = 4096;

    private readonly int[] _textAt = new int[Capacity];
    private readonly int[] _textLength = new int[Capacity];
    private readonly int[] _payeeAt = new int[Capacity];
    private readonly int[] _payeeLength = new int[Capacity];
    private char[] _chars = new char[64 * Capacity];
    private int _used;

    public FactsBlock(int columns)
    {
        Columns = new long[columns][];
        for (int i = 0; i < columns; i++)
        {
            Columns[i] = new long[Capacity];
        }
    }

    /// <summary>Gets the numbers, column by column, in whole units.</summary>
    public long[][] Columns { get; }

    public int[] Lines { get; } = new int[Capacity];

    public int[] Periods { get; } = new int[Capacity];

    public int[] Payees { get; } = new int[Capacity];

    /// <summary>Gets which columns a row states, a bit for each; for rows that may leave some out.</summary>
    public int[] Stated { get; } = new int[Capacity];

    /// <summary>Gets the rows that are paid by themselves, each with the number of plain rows before it.</summary>
    public List<(int Before, PendingRow Row)> Others { get; } = [];

    public int Count { get; private set; }

    /// <summary>Gets a value indicating whether the block is due, since it is full or since too many rows stand between.</summary>
    public bool IsFull => Count == Capacity || Others.Count == Capacity;

    public ReadOnlySpan<char> TextOf(int row) => _chars.AsSpan(_textAt[row], _textLength[row]);

    public ReadOnlySpan<char> PayeeOf(int row) => _chars.AsSpan(_payeeAt[row], _payeeLength[row]);

    /// <summary>Starts a row with its text, which is kept only if the row is added.</summary>
    public void Start(ReadOnlySpan<char> text)
    {
        _textAt[Count] = _used;
        _textLength[Count] = Keep(_used, text);
    }

    /// <summary>Gets the text of the row that has been started and not added.</summary>
    public ReadOnlySpan<char> Started => _chars.AsSpan(_textAt[Count], _textLength[Count]);

    /// <summary>Adds the row whose text and numbers have been put in place.</summary>
    public void Add(ReadOnlySpan<char> payee, int period, int line)
    {
        int end = _textAt[Count] + _textLength[Count];
        if (TextOf(Count).StartsWith(payee))
        {
            _payeeAt[Count] = _textAt[Count];
            _payeeLength[Count] = payee.Length;
        }
        else
        {
            _payeeAt[Count] = end;
            _payeeLength[Count] = Keep(end, payee);
            end += payee.Length;
        }

        Periods[Count] = period;
        Lines[Count] = line;
        _used = end;
        Count++;
    }

    public void Clear()
    {
        Count = 0;
        _used = 0;
        Others.Clear();
    }

    private int Keep(int at, ReadOnlySpan<char> text)
    {
        if (_chars.Length - at < text.Length)
        {
            Array.Resize(ref _chars, Math.Max(2 * _chars.Length, at + text.Length));
        }

        text.CopyTo(_chars.AsSpan(at));
        return text.Length;
    }
}
