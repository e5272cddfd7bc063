using System;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>Where a KPI will end, if the period goes on as it began, with an interval.</summary>
/// <remarks>
/// <para>
/// A KPI that adds up: T = sum of y / S, where y are the readings and S is the profile's share of their days. The interval is T ± t(n - 1) x sqrt(s² x (1 - S) / S), with
/// s² = sum of (y - T x share)² / share / (n - 1): the prediction of a total by the ratio model, whose readings vary around T x their share with a variance proportional to that share
/// (Royall 1970, Biometrika 57, 377-387). Needs two readings.
/// </para>
/// <para>
/// Any other KPI: the least-squares line through the readings at their last days, taken at the period's last day x0; the interval is its prediction ± t(n - 2) x s x sqrt(1 + 1 / n + (x0 - mean of x)² / Sxx)
/// (any text on regression, such as Draper and Smith 1998, chapter 3). The line needs two readings, the interval three. Readings of a ratio count the same, however large.
/// </para>
/// <para>
/// What the interval is not: a promise. It knows only the spread of the readings so far: no campaign, no holiday that the profile does not know, no change of level, and no readings that depend on one another.
/// Few readings make it wide. Days without data are taken to run like the others.
/// </para>
/// <para>All of it is exact fractions; the root has 24 decimals, the quantile 6. Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class KpiForecast
{
    private KpiForecast(Kpi kpi, KpiForecastMethod method, KpiConfidence confidence, int readings, KpiFigure value, KpiFigure low, KpiFigure high)
    {
        Kpi = kpi;
        Method = method;
        Confidence = confidence;
        Readings = readings;
        Value = value;
        Low = low;
        High = high;
    }

    /// <summary>Gets the KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>Gets how it was foreseen.</summary>
    public KpiForecastMethod Method { get; }

    /// <summary>Gets the confidence of the interval.</summary>
    public KpiConfidence Confidence { get; }

    /// <summary>Gets how many readings it stands on.</summary>
    public int Readings { get; }

    /// <summary>Gets the value at the period's end, or why there is none. A value outside the KPI's scale is cut to its end.</summary>
    public KpiFigure Value { get; }

    /// <summary>Gets the low end of the interval, or why there is none. It is cut to the scale of the KPI.</summary>
    public KpiFigure Low { get; }

    /// <summary>Gets the high end of the interval, or why there is none. It is cut to the scale of the KPI.</summary>
    public KpiFigure High { get; }

    /// <summary>Foresees the end of the profile's period.</summary>
    /// <param name="profile">The pace; for a KPI that does not add up only its period counts.</param>
    /// <param name="readings">The readings; only those that lie wholly within the period and end by the day count.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="confidence">The confidence of the interval.</param>
    /// <returns>The forecast; what is missing has its reason.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not defined.</exception>
    public static KpiForecast Of(PaceProfile profile, KpiSeries readings, LocalDate asOf, KpiConfidence confidence = KpiConfidence.Percent95)
    {
        Guard.Against.Null(profile);
        StudentT.Quantile(confidence, 1);
        KpiSeries covered = Guard.Against.Null(readings).Within(profile.Period).Through(asOf);
        return covered.Kpi.Aggregation == KpiAggregation.Sum ? Total(profile, covered, confidence) : Line(profile.Period.End, covered, confidence);
    }

    private static KpiForecast Total(PaceProfile profile, KpiSeries covered, KpiConfidence confidence)
    {
        KpiForecastMethod method = profile.IsLinear ? KpiForecastMethod.RunRate : KpiForecastMethod.Seasonal;
        Ratio[] shares = [.. covered.Select(reading => profile.Share(reading.Period))];
        Ratio share = shares.Aggregate(Ratio.Zero, (sum, one) => (sum + one).Reduce());
        if (share.IsZero)
        {
            return None(covered, method, confidence, covered.Count == 0 ? KpiGap.NoData : KpiGap.NotPaced);
        }

        Ratio total = covered.Aggregate(Ratio.Zero, (sum, reading) => sum + reading.Amount).Reduce() / share;
        Ratio left = new Ratio(BigInteger.One, BigInteger.One) - share;
        if (left.Sign <= 0)
        {
            return Make(covered, method, confidence, total, Ratio.Zero);
        }

        // A part of the season with a share of 0 % says nothing about the rate.
        Ratio squares = Ratio.Zero;
        int used = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            if (!shares[i].IsZero)
            {
                Ratio off = covered[i].Amount - (total * shares[i]);
                squares = (squares + (off * off / shares[i])).Reduce();
                used++;
            }
        }

        return used < 2
            ? Make(covered, method, confidence, total, null)
            : Make(covered, method, confidence, total, Half(confidence, used - 1, squares / new BigInteger(used - 1) * left / share));
    }

    private static KpiForecast Line(LocalDate end, KpiSeries covered, KpiConfidence confidence)
    {
        if (covered.Count < 2)
        {
            return None(covered, KpiForecastMethod.TrendLine, confidence, covered.Count == 0 ? KpiGap.NoData : KpiGap.TooFewReadings);
        }

        LocalDate start = covered[0].Period.End;
        BigInteger[] x = [.. covered.Select(reading => new BigInteger(Period.DaysBetween(start, reading.Period.End)))];
        Ratio[] y = [.. covered.Select(reading => reading.Amount)];
        var line = LeastSquares.Through(x, y);
        Ratio at = new Ratio(Period.DaysBetween(start, end), BigInteger.One) - line.MeanX;
        Ratio value = line.MeanY + (line.Slope * at);
        if (covered.Count < 3)
        {
            return Make(covered, KpiForecastMethod.TrendLine, confidence, value, null);
        }

        Ratio spread = new Ratio(BigInteger.One + covered.Count, covered.Count) + (at * at / line.Sxx);
        return Make(covered, KpiForecastMethod.TrendLine, confidence, value, Half(confidence, covered.Count - 2, line.Residual / new BigInteger(covered.Count - 2) * spread));
    }

    private static Ratio Half(KpiConfidence confidence, int degrees, Ratio variance) =>
        KpiArithmetic.Of(StudentT.Quantile(confidence, degrees)) * KpiArithmetic.Root(variance);

    private static KpiForecast None(KpiSeries covered, KpiForecastMethod method, KpiConfidence confidence, KpiGap gap)
    {
        KpiFigure none = KpiFigure.Missing(gap);
        return new KpiForecast(covered.Kpi, method, confidence, covered.Count, none, none, none);
    }

    private static KpiForecast Make(KpiSeries covered, KpiForecastMethod method, KpiConfidence confidence, Ratio value, Ratio? half)
    {
        KpiFigure End(Ratio amount) => KpiArithmetic.Round(covered.Kpi.Unit, Cut(covered.Kpi.Unit, amount));
        KpiFigure none = KpiFigure.Missing(KpiGap.TooFewReadings);
        return new KpiForecast(
            covered.Kpi, method, confidence, covered.Count, End(value), half is Ratio low ? End(value - low) : none, half is Ratio high ? End(value + high) : none);
    }

    private static Ratio Cut(KpiUnit unit, Ratio amount)
    {
        Ratio cut = unit.Minimum is decimal minimum ? KpiArithmetic.Max(amount, KpiArithmetic.Of(minimum)) : amount;
        return unit.Maximum is decimal maximum ? KpiArithmetic.Min(cut, KpiArithmetic.Of(maximum)) : cut;
    }
}
