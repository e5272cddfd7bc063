using System;
using System.Numerics;
using NodaTime;

namespace ChannelModel.Internal;

/// <summary>How many cycles a period holds, as an exact fraction: January and February hold 2 months, 1 to 15 February 2025 holds 15/28 of a month.</summary>
internal static class CycleCount
{
    public static (BigInteger Numerator, BigInteger Denominator) In(Cycle cycle, DateInterval period)
    {
        switch (cycle)
        {
            case Cycle.Once:
                return (BigInteger.One, BigInteger.One);
            case Cycle.Day:
                return (period.Length, BigInteger.One);
            case Cycle.Week:
                return (period.Length, new BigInteger(7));
            case Cycle.Month:
            case Cycle.Quarter:
            case Cycle.Year:
                return Calendar(cycle, period);
            default:
                throw new ArgumentOutOfRangeException(nameof(cycle), cycle, "Not a cycle.");
        }
    }

    /// <summary>Amount x cycles, rounded once.</summary>
    public static Money Times(Money perCycle, Cycle cycle, DateInterval period, Rounding rounding)
    {
        (BigInteger top, BigInteger bottom) = In(cycle, period);
        return perCycle.MultiplyDivide(1m, top, bottom, rounding);
    }

    /// <summary>Whether the period is a whole number of cycles that begins where a cycle begins.</summary>
    public static bool IsWhole(Cycle cycle, DateInterval period)
    {
        if (cycle == Cycle.Week)
        {
            return period.Start.DayOfWeek == IsoDayOfWeek.Monday && period.Length % 7 == 0;
        }

        return cycle is Cycle.Once or Cycle.Day || (StartOf(cycle, period.Start) == period.Start && NextAfter(cycle, period.End) == period.End.PlusDays(1));
    }

    /// <summary>The length in days of the cycle that a date lies in; 1 for once.</summary>
    public static int DaysOfCycle(Cycle cycle, LocalDate date) => cycle switch
    {
        Cycle.Once or Cycle.Day => 1,
        Cycle.Week => 7,
        _ => Period.DaysBetween(StartOf(cycle, date), NextAfter(cycle, date)),
    };

    private static (BigInteger Numerator, BigInteger Denominator) Calendar(Cycle cycle, DateInterval period)
    {
        BigInteger top = BigInteger.Zero;
        BigInteger bottom = BigInteger.One;
        LocalDate start = StartOf(cycle, period.Start);
        while (start <= period.End)
        {
            LocalDate next = NextAfter(cycle, start);
            LocalDate first = LocalDate.Max(start, period.Start);
            LocalDate last = LocalDate.Min(next.PlusDays(-1), period.End);
            BigInteger days = Period.DaysBetween(first, last) + 1;
            BigInteger all = Period.DaysBetween(start, next);
            top = (top * all) + (days * bottom);
            bottom *= all;
            BigInteger divisor = BigInteger.GreatestCommonDivisor(top, bottom);
            top /= divisor;
            bottom /= divisor;
            start = next;
        }

        return (top, bottom);
    }

    private static LocalDate StartOf(Cycle cycle, LocalDate date) => cycle switch
    {
        Cycle.Month => new LocalDate(date.Year, date.Month, 1),
        Cycle.Quarter => new LocalDate(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1),
        _ => new LocalDate(date.Year, 1, 1),
    };

    private static LocalDate NextAfter(Cycle cycle, LocalDate date) => cycle switch
    {
        Cycle.Month => StartOf(cycle, date).PlusMonths(1),
        Cycle.Quarter => StartOf(cycle, date).PlusMonths(3),
        _ => StartOf(cycle, date).PlusYears(1),
    };
}
