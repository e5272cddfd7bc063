using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using nietras.SeparatedValues;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool;

/// <summary>More columns for facts: by payee, or by payee and the start of a period, such as quotas and own rates.</summary>
internal sealed class JoinFile
{
    private readonly Dictionary<(string Payee, LocalDate? Start), string[]> _rows = [];
    private readonly bool _hasStart;
    private readonly string[] _nothing;

    private JoinFile(string[] columns, bool hasStart)
    {
        Columns = columns;
        _nothing = [.. columns.Select(_ => string.Empty)];
        _hasStart = hasStart;
    }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Gets the statements that the file itself asks for.</summary>
    public IEnumerable<(string Payee, LocalDate Start)> Starts => _rows.Keys.Where(key => key.Start is not null).Select(key => (key.Payee, key.Start!.Value));

    /// <summary>Reads a file; nothing where it is wrong, which has been said.</summary>
    public static JoinFile? Read(string path, TextWriter error, Terminal terminal)
    {
        JoinFile? file = null;
        bool good = CsvFile.Read(path, error, terminal, path, (rows, _) =>
        {
            string[] names = [.. rows.Header.ColNames];
            if (!names.Contains("payee", StringComparer.Ordinal))
            {
                error.WriteLine($"{path}:1: the header is '{string.Join(',', names)}', expected payee, start (optional), and columns to take over");
                return false;
            }

            file = new JoinFile([.. names.Where(name => name is not "payee" and not "start")], names.Contains("start", StringComparer.Ordinal));
            bool all = true;
            foreach (SepReader.Row row in rows)
            {
                if (file.Take(names, row) is string problem)
                {
                    error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}:{row.LineNumberFrom}: {problem}"));
                    all = false;
                }
            }

            return all;
        });
        return good ? file : null;
    }

    /// <summary>The cells of a statement, in the order of <see cref="Columns"/>; empty ones where the file has none.</summary>
    public IReadOnlyList<string> CellsOf(string payee, LocalDate start) => _rows.TryGetValue((payee, _hasStart ? start : null), out string[]? row) ? row : _nothing;

    private string? Take(string[] names, SepReader.Row row)
    {
        if (row.ColCount != names.Length)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the row has {row.ColCount} cells, expected {names.Length}");
        }

        LocalDate? start = null;
        if (_hasStart)
        {
            string text = row["start"].ToString();
            if (LocalDatePattern.Iso.Parse(text) is not { Success: true } day)
            {
                return $"'{text}' is not a date, expected one such as 2025-01-31";
            }

            start = day.Value;
        }

        string payee = row["payee"].ToString();
        string[] cells = new string[Columns.Count];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = row[Columns[i]].ToString();
        }

        return _rows.TryAdd((payee, start), cells) ? null : $"payee '{payee}' stands in an earlier row, expected each once";
    }
}
