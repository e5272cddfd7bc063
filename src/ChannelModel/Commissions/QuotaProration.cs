using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>A yearly quota for someone who takes part in a share of the year, with weighted quarters.</summary>
public static class QuotaProration
{
    /// <summary>Prorates by whole months: the month in which someone starts counts in full, as does the one in which someone leaves.</summary>
    /// <param name="yearly">The quota of the year.</param>
    /// <param name="quarterWeights">Four weights that add up to 100 %.</param>
    /// <param name="active">Days within one calendar year, both ends included.</param>
    /// <param name="rounding">Applied once.</param>
    /// <returns>The quota.</returns>
    /// <exception cref="ArgumentException">The weights are not four of together 100 %, or the days lie in two years.</exception>
    public static Money ByMonths(Money yearly, IReadOnlyList<Rate> quarterWeights, DateInterval active, Rounding rounding) =>
        Prorate(yearly, quarterWeights, active, rounding, (from, to) => (to.Month - from.Month + 1, 3));

    /// <summary>Prorates by days within each quarter.</summary>
    /// <param name="yearly">The quota of the year.</param>
    /// <param name="quarterWeights">Four weights that add up to 100 %.</param>
    /// <param name="active">Days within one calendar year, both ends included.</param>
    /// <param name="rounding">Applied once.</param>
    /// <returns>The quota.</returns>
    /// <exception cref="ArgumentException">The weights are not four of together 100 %, or the days lie in two years.</exception>
    public static Money ByDays(Money yearly, IReadOnlyList<Rate> quarterWeights, DateInterval active, Rounding rounding) =>
        Prorate(yearly, quarterWeights, active, rounding, (from, to) =>
        {
            var start = new LocalDate(from.Year, ((from.Month - 1) / 3 * 3) + 1, 1);
            return (new DateInterval(from, to).Length, Period.DaysBetween(start, start.PlusMonths(3)));
        });

    private static Money Prorate(Money yearly, IReadOnlyList<Rate> weights, DateInterval active, Rounding rounding, Func<LocalDate, LocalDate, (int Part, int Whole)> count)
    {
        Guard.Against.Null(active);
        Guard.Against.Null(rounding);
        if (Guard.Against.Null(weights).Count != 4 || weights.Aggregate(Rate.Zero, (sum, weight) => sum + weight) != Rate.One || active.Start.Year != active.End.Year)
        {
            throw new ArgumentException($"Expected four weights of together 100% (got {string.Join(", ", weights)}) and days of one year.", nameof(weights));
        }

        Ratio quota = Ratio.Zero;
        for (int quarter = 0; quarter < 4; quarter++)
        {
            var start = new LocalDate(active.Start.Year, (quarter * 3) + 1, 1);
            LocalDate end = start.PlusMonths(3).PlusDays(-1);
            LocalDate from = start > active.Start ? start : active.Start;
            LocalDate to = end < active.End ? end : active.End;
            if (from <= to)
            {
                (int part, int whole) = count(from, to);
                quota += new Ratio(yearly.ToMillionths() * weights[quarter].TenBillionths * part, (BigInteger)Rate.One.TenBillionths * whole);
            }
        }

        return Money.OfMillionths(quota.RoundTo(BigInteger.Pow(10, Money.MaxScale - rounding.ScaleFor(yearly.Currency)), rounding.Mode), yearly.Currency);
    }
}
