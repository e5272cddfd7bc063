using System;
using System.Collections.Generic;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>Dates as text, and the calendar spans inside an interval.</summary>
internal static class Dates
{
    public static string Text(LocalDate date) => FormattableString.Invariant($"{date:uuuu-MM-dd}");

    public static string Text(DateInterval interval) => interval.Start == interval.End ? Text(interval.Start) : Text(interval.Start) + " to " + Text(interval.End);

    /// <summary>The whole calendar cycle of a date.</summary>
    public static DateInterval CycleOf(Cycle cycle, LocalDate date)
    {
        LocalDate start = cycle switch
        {
            Cycle.Week => date.PlusDays(1 - (int)date.DayOfWeek),
            Cycle.Month => new LocalDate(date.Year, date.Month, 1),
            Cycle.Quarter => new LocalDate(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1),
            Cycle.Year => new LocalDate(date.Year, 1, 1),
            _ => date,
        };
        LocalDate end = cycle switch
        {
            Cycle.Week => start.PlusDays(6),
            Cycle.Month => start.PlusMonths(1).PlusDays(-1),
            Cycle.Quarter => start.PlusMonths(3).PlusDays(-1),
            Cycle.Year => start.PlusYears(1).PlusDays(-1),
            _ => date,
        };
        return new DateInterval(start, end);
    }

    /// <summary>The cycles that meet an interval, cut to it; weeks are cut at month ends as well where asked.</summary>
    public static IEnumerable<DateInterval> Cut(Cycle cycle, DateInterval interval, bool atMonthEnds)
    {
        LocalDate start = interval.Start;
        while (true)
        {
            LocalDate end = CycleOf(cycle, start).End;
            if (atMonthEnds)
            {
                end = LocalDate.Min(end, CycleOf(Cycle.Month, start).End);
            }

            end = LocalDate.Min(end, interval.End);
            yield return new DateInterval(start, end);
            if (end == interval.End)
            {
                yield break;
            }

            start = end.PlusDays(1);
        }
    }

    /// <summary>The days that both have, or null.</summary>
    public static DateInterval? Common(DateInterval a, DateInterval b)
    {
        LocalDate start = LocalDate.Max(a.Start, b.Start);
        LocalDate end = LocalDate.Min(a.End, b.End);
        return end < start ? null : new DateInterval(start, end);
    }
}
