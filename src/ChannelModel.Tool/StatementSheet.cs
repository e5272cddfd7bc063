using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary>A file of statements or of their lines, as <c>commission</c> writes them: rows by payee, period and line.</summary>
internal sealed class StatementSheet
{
    private static readonly string[] Keys = ["payee", "start", "end"];

    private StatementSheet(bool hasLines)
    {
        HasLines = hasLines;
    }

    /// <summary>Gets a value indicating whether the rows are lines; else they are whole statements.</summary>
    public bool HasLines { get; }

    /// <summary>Gets the rows of each statement, in the order of the file.</summary>
    public Dictionary<(string Payee, string Start, string End), List<SheetRow>> Statements { get; } = [];

    /// <summary>Reads a file; nothing where it is wrong, which has been said.</summary>
    public static StatementSheet? Read(string path, TextWriter error, Terminal terminal)
    {
        StatementSheet? sheet = null;
        bool good = CsvFile.Read(path, error, terminal, path, (rows, progress) =>
        {
            string[] names = [.. rows.Header.ColNames];
            bool lines = names.Contains("line", StringComparer.Ordinal) && names.Contains("amount", StringComparer.Ordinal);
            if (!Keys.All(key => names.Contains(key, StringComparer.Ordinal)) || !(lines || names.Contains("total", StringComparer.Ordinal)))
            {
                error.WriteLine($"{path}:1: the header is '{string.Join(',', names)}', expected payee, start, end, and line and amount (a file of --explain) or total (a file of --out)");
                return false;
            }

            sheet = new StatementSheet(lines);
            bool all = true;
            foreach (SepReader.Row row in rows)
            {
                progress();
                if (sheet.Take(names, row, lines) is string problem)
                {
                    error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}:{row.LineNumberFrom}: {problem}"));
                    all = false;
                }
            }

            return all;
        });
        return good ? sheet : null;
    }

    private string? Take(string[] names, SepReader.Row row, bool lines)
    {
        if (row.ColCount != names.Length)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the row has {row.ColCount} cells, expected {names.Length}");
        }

        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            cells[names[i]] = row[i].ToString();
        }

        string amount = cells[lines ? "amount" : "total"];
        if (CsvFile.Number(amount) is not decimal value)
        {
            return $"'{amount}' is not an amount, expected a number such as 1234.56";
        }

        (string, string, string) key = (cells["payee"], cells["start"], cells["end"]);
        string line = lines ? cells["line"] : string.Empty;
        if (!Statements.TryGetValue(key, out List<SheetRow>? own))
        {
            Statements.Add(key, own = []);
        }

        if (own.Exists(other => other.Line == line))
        {
            return lines ? $"the line '{line}' of this statement stands in an earlier row, expected it once" : "this statement stands in an earlier row, expected it once";
        }

        own.Add(new SheetRow(line, value, cells));
        return null;
    }
}
