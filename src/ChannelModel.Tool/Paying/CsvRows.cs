using System;
using System.Buffers;
using System.Buffers.Text;
using System.IO;
using System.Text;

namespace ChannelModel.Tool.Paying;

/// <summary>Writes rows of a CSV file as Sep's writer does, to the byte; numbers go from whole units to digits without a text between. The header is written with the first row.</summary>
internal sealed class CsvRows : IDisposable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\n\r");

    private static ReadOnlySpan<ulong> Powers => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    private readonly FileStream _file;
    private readonly byte[] _header;
    private byte[] _bytes = new byte[1 << 16];
    private int _used;
    private bool _inRow;
    private bool _started;

    public CsvRows(string path, params ReadOnlySpan<string> header)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        foreach (string name in header)
        {
            Cell(name);
        }

        _header = _bytes[.._used];
        _used = 0;
        _inRow = false;
    }

    public void Cell(ReadOnlySpan<char> text)
    {
        Next((text.Length * 6) + 2);
        if (text.ContainsAny(Quoted))
        {
            text = string.Concat("\"", text.ToString().Replace("\"", "\"\"", StringComparison.Ordinal), "\"");
        }

        _used += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_used));
    }

    /// <summary>Writes cells that are ready, without commas at their ends.</summary>
    public void Cells(ReadOnlySpan<byte> ready)
    {
        Next(ready.Length);
        ready.CopyTo(_bytes.AsSpan(_used));
        _used += ready.Length;
    }

    /// <summary>Writes a whole number of 10^-<paramref name="scale"/> without trailing zeros, and what stands behind it.</summary>
    public void Cell(long units, int scale, ReadOnlySpan<byte> behind = default)
    {
        Next(60 + behind.Length);
        Span<byte> to = _bytes.AsSpan(_used);
        int at = 0;
        if (units < 0)
        {
            to[at++] = (byte)'-';
        }

        ulong power = Powers[scale];
        (ulong whole, ulong part) = Math.DivRem(units < 0 ? (ulong)-(units + 1) + 1 : (ulong)units, power);
        _ = Utf8Formatter.TryFormat(whole, to[at..], out int written);
        at += written;
        if (part != 0)
        {
            to[at++] = (byte)'.';
            while (part != 0)
            {
                power /= 10;
                (ulong digit, part) = Math.DivRem(part, power);
                to[at++] = (byte)('0' + digit);
            }
        }

        behind.CopyTo(to[at..]);
        _used += at + behind.Length;
    }

    /// <summary>The same for a number that may be longer.</summary>
    public void Cell(Int128 units, int scale, ReadOnlySpan<byte> behind)
    {
        if (units >= long.MinValue && units <= long.MaxValue)
        {
            Cell((long)units, scale, behind);
            return;
        }

        string digits = Int128.Abs(units).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Cell((units < 0 ? "-" : string.Empty) + (digits[..^scale] + "." + digits[^scale..]).TrimEnd('0').TrimEnd('.') + Encoding.ASCII.GetString(behind));
    }

    public void EndRow()
    {
        Room(1);
        _bytes[_used++] = (byte)'\n';
        _inRow = false;
    }

    public void Dispose()
    {
        Flush();
        _file.Dispose();
    }

    private void Next(int length)
    {
        if (!_inRow && !_started && _header is not null)
        {
            _started = true;
            Room(_header.Length + 1);
            _header.CopyTo(_bytes, _used);
            _used += _header.Length;
            _bytes[_used++] = (byte)'\n';
        }

        Room(length + 1);
        if (_inRow)
        {
            _bytes[_used++] = (byte)',';
        }

        _inRow = true;
    }

    private void Room(int length)
    {
        if (_bytes.Length - _used >= length)
        {
            return;
        }

        if (_header is not null)
        {
            Flush();
        }

        if (_bytes.Length - _used < length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _used + length));
        }
    }

    private void Flush()
    {
        _file.Write(_bytes, 0, _used);
        _used = 0;
    }
}
