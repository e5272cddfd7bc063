using System;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Kpis;

/// <summary>What a partner reports against what a third party measured: the distance in standard errors, and a verdict; never a verdict without sample sizes.</summary>
/// <remarks>
/// <para>
/// Both tests use the normal distribution, which needs at least 5 expected cases of each kind on each side; below that there is a reason instead of a verdict. The verdict compares exact squares, so no rounding
/// decides it. It says how rare the difference would be by chance, not why there is one.
/// </para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class ReportedCheck
{
    private static readonly Ratio FewestCases = new(new BigInteger(5), BigInteger.One);

    private ReportedCheck(ReportedTest test, ReportedTolerance tolerance, KpiGap gap, Ratio reported, Ratio measured, (long Reported, long Measured)? samples, Ratio variance)
    {
        Tolerance = tolerance;
        Test = gap == KpiGap.None ? test : ReportedTest.None;
        Gap = gap;
        SampleSizes = samples;
        Reported = gap is KpiGap.None or KpiGap.SampleTooSmall ? KpiArithmetic.ToRate(reported).Value : null;
        Measured = gap is KpiGap.None or KpiGap.SampleTooSmall ? KpiArithmetic.ToRate(measured).Value : null;
        if (gap != KpiGap.None)
        {
            return;
        }

        Ratio off = (reported - measured).Reduce();
        Excess = measured.IsZero ? null : KpiArithmetic.ToRate(off / measured).Value;
        StandardError = KpiArithmetic.Round(KpiArithmetic.Root(variance), KpiArithmetic.NumberScale);
        Ratio square = (off * off / variance).Reduce();
        Ratio z = KpiArithmetic.Root(square);
        Z = KpiArithmetic.Round(off.Sign < 0 ? -z : z, 4);
        bool allowed = !measured.IsZero && KpiArithmetic.Abs(off / measured).CompareTo(KpiArithmetic.Of(tolerance.Allowed.ToFraction())) <= 0;
        bool Beyond(decimal distance) => square.CompareTo(KpiArithmetic.Of(distance) * KpiArithmetic.Of(distance)) >= 0;
        Verdict = off.Sign == 0 || allowed || !Beyond(tolerance.DoubtfulFrom) ? ReportedVerdict.Consistent
            : Beyond(tolerance.ContradictedFrom) ? ReportedVerdict.Contradicted
            : ReportedVerdict.Doubtful;
    }

    /// <summary>Gets the tolerance.</summary>
    public ReportedTolerance Tolerance { get; }

    /// <summary>Gets the test, or none where there is no verdict.</summary>
    public ReportedTest Test { get; }

    /// <summary>Gets why there is no verdict.</summary>
    public KpiGap Gap { get; }

    /// <summary>Gets what is reported, as a share of the cases, or <see langword="null"/>.</summary>
    public Rate? Reported { get; }

    /// <summary>Gets what was measured, as a share of the cases, or <see langword="null"/>.</summary>
    public Rate? Measured { get; }

    /// <summary>Gets how many cases the report and the measurement stand on, or <see langword="null"/> if that is not known.</summary>
    public (long Reported, long Measured)? SampleSizes { get; }

    /// <summary>Gets (reported - measured) / measured, or <see langword="null"/> if nothing was measured or there is no verdict.</summary>
    public Rate? Excess { get; }

    /// <summary>Gets the standard error of the difference, a fraction rounded to ten decimals.</summary>
    public decimal? StandardError { get; }

    /// <summary>Gets the difference in standard errors, rounded to 4 decimals: above 0 where more is reported than measured.</summary>
    public decimal? Z { get; }

    /// <summary>Gets the verdict, or <see langword="null"/>; see <see cref="Gap"/>.</summary>
    public ReportedVerdict? Verdict { get; }

    /// <summary>Compares two shares of cases, such as conversions of clicks.</summary>
    /// <param name="reported">What is reported: the share of the cases, 0 % to 100 %.</param>
    /// <param name="reportedOf">How many cases the report stands on, or <see langword="null"/> if that is not known.</param>
    /// <param name="measured">What was measured: the share of the cases, 0 % to 100 %.</param>
    /// <param name="measuredOf">How many cases were measured, or <see langword="null"/> if that is not known.</param>
    /// <param name="tolerance">The tolerance.</param>
    /// <returns>The check.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tolerance"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside 0 % to 100 %, or a number of cases is below 1.</exception>
    public static ReportedCheck OfShares(Rate reported, long? reportedOf, Rate measured, long? measuredOf, ReportedTolerance tolerance)
    {
        Share(reported, nameof(reported));
        Share(measured, nameof(measured));
        return Shares(Fraction(reported), Cases(reportedOf, nameof(reportedOf)), Fraction(measured), Cases(measuredOf, nameof(measuredOf)), Guard.Against.Null(tolerance));
    }

    /// <summary>Compares two counts of events, such as conversions, with the number of cases that each was counted among.</summary>
    /// <param name="reported">How many events are reported, 0 or more.</param>
    /// <param name="reportedAmong">Among how many cases, such as visitors, or <see langword="null"/> if that is not known.</param>
    /// <param name="measured">How many events were measured, 0 or more.</param>
    /// <param name="measuredAmong">Among how many cases, or <see langword="null"/> if that is not known.</param>
    /// <param name="tolerance">The tolerance.</param>
    /// <returns>The check.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tolerance"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ReportedCheck OfCounts(long reported, long? reportedAmong, long measured, long? measuredAmong, ReportedTolerance tolerance)
    {
        Guard.Against.Null(tolerance);
        _ = reported >= 0 ? reported : throw new ArgumentOutOfRangeException(nameof(reported), reported, "Expected 0 or more events.");
        _ = measured >= 0 ? measured : throw new ArgumentOutOfRangeException(nameof(measured), measured, "Expected 0 or more events.");
        return Counts(
            new Ratio(reported, BigInteger.One), Cases(reportedAmong, nameof(reportedAmong)), new Ratio(measured, BigInteger.One), Cases(measuredAmong, nameof(measuredAmong)), tolerance);
    }

    /// <summary>Compares a partner's reading with a measured one of the same KPI.</summary>
    /// <param name="reported">What is reported: a percentage, or a count with its sample size.</param>
    /// <param name="measured">What was measured. Percentages stand on their sample size; without one, on their denominator.</param>
    /// <param name="tolerance">The tolerance.</param>
    /// <returns>The check; for a KPI that is neither a share of cases nor a count it has a reason instead of a verdict.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The readings are of different KPIs.</exception>
    public static ReportedCheck Of(KpiReading reported, KpiReading measured, ReportedTolerance tolerance)
    {
        Guard.Against.Null(tolerance);
        if (Guard.Against.Null(reported).Kpi.Id != Guard.Against.Null(measured).Kpi.Id)
        {
            throw new ArgumentException($"The readings '{reported}' and '{measured}' are of different KPIs; expected the same.", nameof(measured));
        }

        Ratio hundred = new(new BigInteger(100), BigInteger.One);
        switch (reported.Kpi.Unit.Kind)
        {
            case KpiUnitKind.Count:
                return Counts(reported.Amount, reported.SampleSize, measured.Amount, measured.SampleSize, tolerance);
            case KpiUnitKind.Percent when IsShare(reported) && IsShare(measured):
                return Shares(reported.Amount / hundred, Sample(reported), measured.Amount / hundred, Sample(measured), tolerance);
            default:
                return Missing(KpiGap.NotCounted, tolerance, null);
        }
    }

    /// <summary>Returns one sentence with the figures.</summary>
    /// <param name="language">The language.</param>
    /// <returns>Such as <c>contradicted: 2.00% reported of 12 000, 1.00% measured of 10 000, 5.9761 standard errors apart.</c></returns>
    public string Explain(Language language)
    {
        bool chinese = language == Language.SimplifiedChinese;
        if (Verdict is not ReportedVerdict verdict || SampleSizes is not (long first, long second))
        {
            return chinese ? $"无结论：{KpiText.Reason(Gap).In(language)}。" : $"no verdict: {KpiText.Reason(Gap).En}.";
        }

        (string en, string zh) = verdict switch
        {
            ReportedVerdict.Consistent => ("consistent", "一致"),
            ReportedVerdict.Doubtful => ("doubtful", "存疑"),
            _ => ("contradicted", "矛盾"),
        };
        string reported = KpiText.Show(Reported!.Value);
        string measured = KpiText.Show(Measured!.Value);
        string distance = KpiText.Number(Math.Abs(Z ?? 0m));
        return chinese
            ? $"{zh}：上报{reported}（样本{KpiText.Number(first)}），监测{measured}（样本{KpiText.Number(second)}），相差{distance}个标准误。"
            : $"{en}: {reported} reported of {KpiText.Number(first)}, {measured} measured of {KpiText.Number(second)}, {distance} standard errors apart.";
    }

    internal static ReportedCheck Missing(KpiGap gap, ReportedTolerance tolerance, (long Reported, long Measured)? samples) =>
        new(ReportedTest.None, tolerance, gap, Ratio.Zero, Ratio.Zero, samples, Ratio.Zero);

    private static ReportedCheck Shares(Ratio reported, long? reportedOf, Ratio measured, long? measuredOf, ReportedTolerance tolerance)
    {
        if (reportedOf is not long first || measuredOf is not long second)
        {
            return Missing(KpiGap.NoSampleSize, tolerance, null);
        }

        Ratio one = new(BigInteger.One, BigInteger.One);
        Ratio pooled = (((reported * new BigInteger(first)) + (measured * new BigInteger(second))) / (new BigInteger(first) + second)).Reduce();
        Ratio rarer = KpiArithmetic.Min(pooled, one - pooled);
        KpiGap gap = (rarer * new BigInteger(Math.Min(first, second))).CompareTo(FewestCases) < 0 ? KpiGap.SampleTooSmall : KpiGap.None;
        Ratio variance = (pooled * (one - pooled) * new Ratio(new BigInteger(first) + second, new BigInteger(first) * second)).Reduce();
        return new ReportedCheck(ReportedTest.TwoProportions, tolerance, gap, reported, measured, (first, second), variance);
    }

    private static ReportedCheck Counts(Ratio reported, long? reportedAmong, Ratio measured, long? measuredAmong, ReportedTolerance tolerance)
    {
        if (reportedAmong is not long first || measuredAmong is not long second)
        {
            return Missing(KpiGap.NoSampleSize, tolerance, null);
        }

        // (x1 - X q)² / (X q (1 - q)) = (x1 / t1 - x2 / t2)² / (X / (t1 t2)), which has the form of the other test.
        Ratio events = reported + measured;
        KpiGap gap = (events * new Ratio(Math.Min(first, second), new BigInteger(first) + second)).CompareTo(FewestCases) < 0 ? KpiGap.SampleTooSmall : KpiGap.None;
        return new ReportedCheck(
            ReportedTest.TwoCounts,
            tolerance,
            gap,
            reported / new BigInteger(first),
            measured / new BigInteger(second),
            (first, second),
            (events / (new BigInteger(first) * second)).Reduce());
    }

    private static bool IsShare(KpiReading reading) => reading.Amount.Sign >= 0 && reading.Amount.CompareTo(KpiArithmetic.Of(100m)) <= 0;

    private static long? Sample(KpiReading reading) =>
        reading.SampleSize ?? (reading.Denominator is decimal cases && cases == decimal.Truncate(cases) && cases <= long.MaxValue ? (long)cases : null);

    private static Ratio Fraction(Rate rate) => new(rate.TenBillionths, Rate.One.TenBillionths);

    private static void Share(Rate rate, string parameter)
    {
        if (rate.IsNegative || rate > Rate.One)
        {
            throw new ArgumentOutOfRangeException(parameter, rate, "Expected a share from 0% to 100%.");
        }
    }

    private static long? Cases(long? cases, string parameter) =>
        cases is < 1 ? throw new ArgumentOutOfRangeException(parameter, cases, "Expected 1 or more cases.") : cases;
}
