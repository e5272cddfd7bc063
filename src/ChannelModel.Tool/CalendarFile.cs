using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Commissions;
using nietras.SeparatedValues;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool;

/// <summary>The periods that dates fall in: a word for those of the calendar, or a file of one's own.</summary>
internal static class CalendarFile
{
    private const int FirstYear = 1900;
    private const int Years = 300;

    /// <summary>What the option takes.</summary>
    public const string Words = "month, quarter, year, iso-week, or a CSV of periods: start, end.";

    /// <summary>Reads the calendar that a word or a path names; nothing where it is wrong, which has been said.</summary>
    public static PeriodCalendar? Read(string word, TextWriter error)
    {
        switch (word)
        {
            case "month":
                return PeriodCalendar.Months;
            case "quarter":
                return PeriodCalendar.Quarters;
            case "year":
                return PeriodCalendar.Custom("year", Enumerable.Range(FirstYear, Years).Select(year => new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31))));
            case "iso-week":
                return PeriodCalendar.IsoWeeks;
        }

        if (!File.Exists(word) && !Directory.Exists(word))
        {
            error.WriteLine($"channelmodel: --calendar '{word}' is no file; expected month, quarter, year, iso-week, or a CSV of periods");
            return null;
        }

        var periods = new List<DateInterval>();
        bool read = CsvFile.Read(word, error, rows => Periods(rows, word, periods, error));
        try
        {
            return read ? PeriodCalendar.Custom("custom", periods) : null;
        }
        catch (ArgumentException wrong)
        {
            error.WriteLine($"{word}: {wrong.Message.Split('\n')[0]}");
            return null;
        }
    }

    /// <summary>The word for how often a plan pays; nothing for a day or once.</summary>
    public static string? WordOf(Cycle cycle) => cycle switch
    {
        Cycle.Week => "iso-week",
        Cycle.Month => "month",
        Cycle.Quarter => "quarter",
        Cycle.Year => "year",
        _ => null,
    };

    private static bool Periods(SepReader rows, string path, List<DateInterval> periods, TextWriter error)
    {
        string[] names = [.. rows.Header.ColNames];
        if (!names.Contains("start", StringComparer.Ordinal) || !names.Contains("end", StringComparer.Ordinal))
        {
            error.WriteLine($"{path}:1: the header is '{string.Join(',', names)}', expected the columns start, end");
            return false;
        }

        bool good = true;
        foreach (SepReader.Row row in rows)
        {
            string reason = string.Empty;
            if (row.ColCount != names.Length)
            {
                reason = string.Create(CultureInfo.InvariantCulture, $"the row has {row.ColCount} cells, expected {names.Length}");
            }
            else if (LocalDatePattern.Iso.Parse(row["start"].ToString()) is not { Success: true } start || LocalDatePattern.Iso.Parse(row["end"].ToString()) is not { Success: true } end)
            {
                reason = $"'{row["start"]}' to '{row["end"]}' is no period, expected dates such as 2025-01-31";
            }
            else if (end.Value < start.Value)
            {
                reason = $"the period ends on {row["end"]}, before it starts on {row["start"]}";
            }
            else
            {
                periods.Add(new DateInterval(start.Value, end.Value));
            }

            if (reason.Length > 0)
            {
                good = false;
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}:{row.LineNumberFrom}: {reason}"));
            }
        }

        return good;
    }
}
