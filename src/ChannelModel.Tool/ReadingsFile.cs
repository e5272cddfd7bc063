using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Kpis;
using nietras.SeparatedValues;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool;

/// <summary>
/// Reads readings: <c>kpi</c>, <c>start</c>, <c>end</c>, <c>source</c>, and of <c>subject</c>, <c>value</c>, <c>numerator</c>, <c>denominator</c>, <c>sample</c> the columns that there are, in any order. An empty cell
/// states nothing; a reading without a value and without parts is no reading.
/// </summary>
internal sealed class ReadingsFile
{
    private static readonly string[] Needed = ["kpi", "start", "end", "source"];
    private static readonly string[] Known = ["kpi", "subject", "start", "end", "value", "numerator", "denominator", "sample", "source"];

    private readonly KpiSet _set;
    private readonly Dictionary<string, int> _columns;

    private ReadingsFile(KpiSet set, Dictionary<string, int> columns)
    {
        _set = set;
        _columns = columns;
    }

    /// <summary>Reads the file, or says why it cannot be read; rows that cannot be used are added to the rejected ones.</summary>
    public static List<ReadingRow>? Read(string path, KpiSet set, List<RejectedRow> rejected, TextWriter error)
    {
        var readings = new List<ReadingRow>();
        return CsvFile.Read(path, error, rows => ReadAll(rows, path, set, readings, rejected, error)) ? readings : null;
    }

    private static bool ReadAll(SepReader rows, string path, KpiSet set, List<ReadingRow> readings, List<RejectedRow> rejected, TextWriter error)
    {
        string[] names = [.. rows.Header.ColNames];
        string[] problems =
        [
            .. Needed.Where(name => !names.Contains(name, StringComparer.Ordinal)).Select(name => $"the column '{name}' is missing, expected it in the header"),
            .. names.Where(name => !Known.Contains(name, StringComparer.Ordinal)).Select(name => $"the column '{name}' is not known, expected one of {string.Join(", ", Known)}"),
        ];
        if (problems.Length > 0)
        {
            Array.ForEach(problems, problem => error.WriteLine($"{path}:1: {problem}"));
            return false;
        }

        var file = new ReadingsFile(set, names.Select((name, i) => (name, i)).ToDictionary(column => column.name, column => column.i, StringComparer.Ordinal));
        foreach (SepReader.Row row in rows)
        {
            string text = row.Span.ToString();
            if (file.Read(row, out string reason) is KpiReading reading)
            {
                readings.Add(new ReadingRow(row.LineNumberFrom, text, reading));
            }
            else
            {
                rejected.Add(new RejectedRow(row.LineNumberFrom, reason, text));
            }
        }

        return true;
    }

    private KpiReading? Read(SepReader.Row row, out string reason)
    {
        if (row.ColCount != _columns.Count)
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"the row has {row.ColCount} cells, expected {_columns.Count}");
            return null;
        }

        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, int column) in _columns)
        {
            cells.Add(name, row[column].ToString());
        }

        string Cell(string name) => cells.TryGetValue(name, out string? text) ? text : string.Empty;
        if (!Id<Kpi>.TryCreate(Cell("kpi"), out Id<Kpi>? id) || _set.Find(id) is not KpiWatch watch)
        {
            reason = $"kpi: '{Cell("kpi")}' is not in the set, expected one of {string.Join(", ", _set.Kpis.Select(kpi => kpi.Kpi.Id))}";
            return null;
        }

        ParseResult<LocalDate> start = LocalDatePattern.Iso.Parse(Cell("start"));
        ParseResult<LocalDate> end = LocalDatePattern.Iso.Parse(Cell("end"));
        if (!start.Success || !end.Success || end.Value < start.Value)
        {
            reason = $"start and end: '{Cell("start")}' to '{Cell("end")}' is no period, expected dates such as 2025-01-31, the end not before the start";
            return null;
        }

        if (!NamedCode<KpiSource>.IsLegal(Cell("source")))
        {
            reason = $"source: '{Cell("source")}' is not a code, expected reported, third-party, own-system or one's own";
            return null;
        }

        try
        {
            reason = string.Empty;
            KpiReading? made = Make(watch.Kpi, new DateInterval(start.Value, end.Value), KpiSource.Of(Cell("source")), Cell, ref reason);
            made = made is not null && Cell("subject").Length > 0 ? made.For(new Id<KpiSubject>(Cell("subject"))) : made;
            return made is not null && Cell("sample").Length > 0 ? Sampled(made, Cell("sample"), ref reason) : made;
        }
        catch (ArgumentException refused)
        {
            reason = refused.Message.Split(" (Parameter ")[0].Split('\n')[0].TrimEnd('\r', '.');
            return null;
        }
    }

    private static KpiReading? Make(Kpi kpi, DateInterval period, KpiSource source, Func<string, string> cell, ref string reason)
    {
        string value = cell("value");
        string top = cell("numerator");
        string bottom = cell("denominator");
        if (top.Length == 0 && bottom.Length == 0)
        {
            if (value.Length == 0)
            {
                reason = "value: there is none, expected a value, or numerator and denominator; a period without data has no row";
                return null;
            }

            return Value(kpi, value) is KpiValue known ? KpiReading.Of(kpi, period, known, source) : Bad("value", value, Expected(kpi), ref reason);
        }

        if (CsvFile.Number(top) is not decimal numerator || CsvFile.Number(bottom) is not decimal denominator)
        {
            return Bad("numerator and denominator", $"{top} / {bottom}", "two numbers such as 950 and 12000", ref reason);
        }

        KpiReading reading = KpiReading.OfRatio(kpi, period, numerator, denominator, source);
        if (value.Length == 0)
        {
            return reading;
        }

        // A stated value is the quotient to as many decimals as it has, or the row contradicts itself.
        if (Value(kpi, value) is not KpiValue stated)
        {
            return Bad("value", value, Expected(kpi), ref reason);
        }

        int scale = Math.Max(0, value.TrimEnd('%').Length - value.IndexOf('.', StringComparison.Ordinal) - 1) * (value.Contains('.', StringComparison.Ordinal) ? 1 : 0);
        if (Math.Round(reading.Value.Amount, Math.Min(scale, 28), MidpointRounding.AwayFromZero) != stated.Amount)
        {
            reason = $"value: '{value}' is not {top} / {bottom} = {reading.Value}, expected the quotient, or no value";
            return null;
        }

        return reading;
    }

    private static KpiReading? Sampled(KpiReading reading, string text, ref string reason) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long sample) && sample > 0
            ? reading.WithSampleSize(sample)
            : Bad("sample", text, "a whole number of 1 or more", ref reason);

    private static KpiReading? Bad(string column, string text, string expected, ref string reason)
    {
        reason = $"{column}: '{text}' is not a value, expected {expected}";
        return null;
    }

    private static string Expected(Kpi kpi) => kpi.Unit.Kind == KpiUnitKind.Percent ? "a percentage such as 31.5%" : "a number such as 1234.56, with a point and no separators";

    private static KpiValue? Value(Kpi kpi, string text)
    {
        if (kpi.Unit.Kind == KpiUnitKind.Percent)
        {
            return Rate.TryParse(text, out Rate rate) ? rate : null;
        }

        if (kpi.Unit.Currency is not Currency currency)
        {
            return CsvFile.Number(text) is decimal number ? number : null;
        }

        return Money.TryParse($"{text} {currency.Code}", out Money amount) ? amount : null;
    }
}
