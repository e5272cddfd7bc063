using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>How fast a KPI moves: the slope of its readings over the days.</summary>
/// <remarks>
/// <para>
/// Each reading stands at the middle of its days, so that gaps in time count. Of a KPI that adds up, the amount for a day is looked at, so that weeks and months compare. The slope is in the bare number of
/// the unit (percentage points, units of the currency) and is a description of the past, not a forecast.
/// </para>
/// <para>Exact fractions, rounded once. Theil and Sen compare all pairs: meant for up to some hundred readings.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class KpiTrend
{
    private readonly Ratio _perDay;

    private KpiTrend(KpiTrendMethod method, int readings, KpiGap gap, Ratio perDay, int falls)
    {
        Method = method;
        Readings = readings;
        Gap = gap;
        _perDay = perDay;
        FallsInARow = falls;
    }

    /// <summary>Gets the method.</summary>
    public KpiTrendMethod Method { get; }

    /// <summary>Gets the number of readings.</summary>
    public int Readings { get; }

    /// <summary>Gets why there is no slope: no data, or too few readings (two are needed).</summary>
    public KpiGap Gap { get; }

    /// <summary>Gets how many readings at the end are each below the one before.</summary>
    public int FallsInARow { get; }

    /// <summary>Gets the change for each day, rounded to ten decimals, or <see langword="null"/>; see <see cref="Gap"/>.</summary>
    public decimal? PerDay => Over(1);

    /// <summary>Gets whether the slope is down (-1), level (0) or up (1); <see langword="null"/> if there is none.</summary>
    public int? Sign => Gap == KpiGap.None ? _perDay.Sign : null;

    /// <summary>Measures the trend of a series.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="method">The method.</param>
    /// <returns>The trend; without two readings it has a reason instead of a slope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="readings"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is not defined.</exception>
    public static KpiTrend Of(KpiSeries readings, KpiTrendMethod method = KpiTrendMethod.LeastSquares)
    {
        if (method is not (KpiTrendMethod.LeastSquares or KpiTrendMethod.TheilSen))
        {
            throw new ArgumentOutOfRangeException(nameof(method), method, "Expected a defined method.");
        }

        if (Guard.Against.Null(readings).Count < 2)
        {
            return new KpiTrend(method, readings.Count, readings.Count == 0 ? KpiGap.NoData : KpiGap.TooFewReadings, Ratio.Zero, 0);
        }

        // Twice the middle of the days is a whole number.
        LocalDate start = readings[0].Period.Start;
        BigInteger[] x = [.. readings.Select(reading => new BigInteger(Period.DaysBetween(start, reading.Period.Start) + Period.DaysBetween(start, reading.Period.End)))];
        Ratio[] y = [.. readings.Select(reading => reading.Level.Reduce())];
        Ratio slope = method == KpiTrendMethod.LeastSquares ? LeastSquares.Through(x, y).Slope : MedianOfPairs(x, y);
        return new KpiTrend(method, readings.Count, KpiGap.None, slope * new BigInteger(2), readings.FallsInARow());
    }

    /// <summary>Returns the change over a number of days.</summary>
    /// <param name="days">The days, such as 7 for the change of a week.</param>
    /// <returns>The change, rounded to ten decimals; <see langword="null"/> if there is no slope or it is larger than a decimal holds.</returns>
    public decimal? Over(int days) => Gap == KpiGap.None ? KpiArithmetic.Round(_perDay * new BigInteger(days), KpiArithmetic.NumberScale) : null;

    private static Ratio MedianOfPairs(BigInteger[] x, Ratio[] y)
    {
        var slopes = new List<Ratio>(x.Length * (x.Length - 1) / 2);
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i + 1; j < x.Length; j++)
            {
                slopes.Add((y[j] - y[i]) / (x[j] - x[i]));
            }
        }

        return KpiArithmetic.Median(slopes);
    }
}
