using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary>Rows that are not used, with line and reason: in a file of their own, or one a line on standard error.</summary>
internal sealed class RejectsFile : IDisposable
{
    private readonly string _source;
    private readonly Action<string> _say;
    private readonly SepWriter? _rows;

    private RejectsFile(string source, TextWriter error, SepWriter? rows)
    {
        _source = source;
        _say = error.WriteLine;
        _rows = rows;
    }

    /// <summary>Gets how many rows there are so far.</summary>
    public int Count { get; private set; }

    /// <summary>Opens the file, if there is to be one, for the rows of another.</summary>
    public static RejectsFile Open(string? path, string source, TextWriter error) => new(source, error, path is null ? null : CsvFile.Write(path));

    /// <summary>Writes all rows at once.</summary>
    public static void Write(string? path, string source, IReadOnlyList<RejectedRow> rows, TextWriter error)
    {
        using RejectsFile file = Open(path, source, error);
        foreach (RejectedRow row in rows)
        {
            file.Add(row);
        }
    }

    public void Add(RejectedRow row)
    {
        Count++;
        if (_rows is null)
        {
            _say(string.Create(CultureInfo.InvariantCulture, $"{_source}:{(row.Line == 0 ? string.Empty : row.Line.ToString(CultureInfo.InvariantCulture) + ":")} {row.Reason}"));
            return;
        }

        using SepWriter.Row line = _rows.NewRow();
        line["line"].Set(row.Line == 0 ? string.Empty : row.Line.ToString(CultureInfo.InvariantCulture));
        line["reason"].Set(row.Reason);
        line["row"].Set(row.Text);
    }

    public void Dispose() => _rows?.Dispose();
}
