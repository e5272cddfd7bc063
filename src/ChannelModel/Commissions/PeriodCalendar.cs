using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>The periods that commission is paid for. They touch, never overlap, and both ends are included.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PeriodCalendar
{
    private readonly Func<LocalDate, DateInterval?> _find;

    private PeriodCalendar(string name, Func<LocalDate, DateInterval?> find)
    {
        Name = name;
        _find = find;
    }

    /// <summary>Gets calendar months.</summary>
    public static PeriodCalendar Months { get; } = new("month", date => Span(new LocalDate(date.Year, date.Month, 1), 1));

    /// <summary>Gets calendar quarters.</summary>
    public static PeriodCalendar Quarters { get; } = new("quarter", date => Span(new LocalDate(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1), 3));

    /// <summary>Gets weeks of ISO 8601, Monday to Sunday.</summary>
    public static PeriodCalendar IsoWeeks { get; } = new("iso-week", date =>
    {
        LocalDate monday = date.PlusDays(1 - (int)date.DayOfWeek);
        return new DateInterval(monday, monday.PlusDays(6));
    });

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Makes the retail calendar of 4, 4 and 5 weeks a quarter.</summary>
    /// <param name="yearStarts">The first days of the years, ascending, 52 or 53 weeks apart; the last one ends the calendar. A 53rd week joins the last period.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentException">Two starts are not 52 or 53 weeks apart.</exception>
    public static PeriodCalendar FourFourFive(params IReadOnlyList<LocalDate> yearStarts)
    {
        var periods = new List<DateInterval>();
        for (int i = 0; i + 1 < Guard.Against.Null(yearStarts).Count; i++)
        {
            int days = Period.DaysBetween(yearStarts[i], yearStarts[i + 1]);
            if (days is not 364 and not 371)
            {
                throw new ArgumentException(FormattableString.Invariant($"{yearStarts[i]:uuuu-MM-dd} and {yearStarts[i + 1]:uuuu-MM-dd} are {days} days apart, not 364 or 371."), nameof(yearStarts));
            }

            LocalDate start = yearStarts[i];
            for (int month = 0; month < 12; month++)
            {
                LocalDate next = month == 11 ? yearStarts[i + 1] : start.PlusWeeks(month % 3 == 2 ? 5 : 4);
                periods.Add(new DateInterval(start, next.PlusDays(-1)));
                start = next;
            }
        }

        return Custom("4-4-5", periods);
    }

    /// <summary>Makes a calendar of one's own periods.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="periods">Ascending, each starting the day after the one before ends.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentException">There are none, or two do not touch.</exception>
    public static PeriodCalendar Custom(string name, IEnumerable<DateInterval> periods)
    {
        DateInterval[] all = [.. Guard.Against.Null(periods)];
        for (int i = 1; i < all.Length; i++)
        {
            if (all[i].Start != all[i - 1].End.PlusDays(1))
            {
                throw new ArgumentException($"{all[i]} does not start the day after {all[i - 1]} ends.", nameof(periods));
            }
        }

        return all.Length == 0
            ? throw new ArgumentException("Expected at least one period.", nameof(periods))
            : new PeriodCalendar(Guard.Against.NullOrWhiteSpace(name), date => all.FirstOrDefault(period => period.Contains(date)));
    }

    /// <summary>Finds the period of a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The period, both ends included.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no period for it.</exception>
    public DateInterval PeriodOf(LocalDate date) =>
        _find(date) ?? throw new ArgumentOutOfRangeException(nameof(date), date, $"The calendar '{Name}' has no period for that day.");

    private static DateInterval Span(LocalDate start, int months) => new(start, start.PlusMonths(months).PlusDays(-1));
}
