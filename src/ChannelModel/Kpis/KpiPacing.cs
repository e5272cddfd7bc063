using System;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>What is reached by a day against what the pace expects by then.</summary>
/// <remarks>
/// <para>
/// A KPI that adds up: the sum of the readings within the period against target x the share of the days that have a reading; days without data expect nothing and are counted in
/// <see cref="DaysWithoutData"/>. Any other KPI: the newest reading against baseline + share by its end x (target - baseline), which needs a baseline.
/// </para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class KpiPacing
{
    private KpiPacing(KpiTarget target, PaceProfile profile, LocalDate asOf)
    {
        Target = target;
        Profile = profile;
        AsOf = asOf;
        Expected = KpiFigure.Missing(KpiGap.NoData);
        ExpectedToDate = KpiFigure.Missing(KpiGap.NoData);
        Actual = KpiFigure.Missing(KpiGap.NoData);
        RatioGap = KpiGap.NoData;
    }

    /// <summary>Gets the target.</summary>
    public KpiTarget Target { get; }

    /// <summary>Gets the pace.</summary>
    public PaceProfile Profile { get; }

    /// <summary>Gets the day that it is judged on; readings that end later are not looked at.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Gets the last day with a reading, or <see langword="null"/> if there is none.</summary>
    public LocalDate? Through { get; private set; }

    /// <summary>Gets the days of the period up to <see cref="AsOf"/>.</summary>
    public int ElapsedDays { get; private set; }

    /// <summary>Gets the days of the period up to <see cref="AsOf"/> that no reading covers.</summary>
    public int DaysWithoutData { get; private set; }

    /// <summary>Gets what is reached.</summary>
    public KpiFigure Actual { get; private set; }

    /// <summary>Gets what is expected of the days that <see cref="Actual"/> covers.</summary>
    public KpiFigure Expected { get; private set; }

    /// <summary>Gets what is expected of all days up to <see cref="AsOf"/>, with or without data.</summary>
    public KpiFigure ExpectedToDate { get; private set; }

    /// <summary>Gets the attainment of what is expected, by the KPI's direction: 1 when just on pace; <see langword="null"/> with a reason in <see cref="RatioGap"/>.</summary>
    public Rate? Ratio { get; private set; }

    /// <summary>Gets why <see cref="Ratio"/> is missing.</summary>
    public KpiGap RatioGap { get; private set; }

    /// <summary>Compares readings with the pace.</summary>
    /// <param name="target">The target for the whole period.</param>
    /// <param name="profile">The pace.</param>
    /// <param name="readings">The readings; only those that lie wholly within the period and end by the day count.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>The comparison; what is missing has its reason.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The readings are of another KPI than the target.</exception>
    public static KpiPacing Of(KpiTarget target, PaceProfile profile, KpiSeries readings, LocalDate asOf)
    {
        if (Guard.Against.Null(readings).Kpi.Id != Guard.Against.Null(target).Kpi.Id)
        {
            throw new ArgumentException($"The readings are of KPI '{readings.Kpi.Id}', the target is of '{target.Kpi.Id}'; expected the same.", nameof(readings));
        }

        var pacing = new KpiPacing(target, Guard.Against.Null(profile), asOf);
        KpiSeries covered = readings.Within(profile.Period).Through(asOf);
        pacing.ElapsedDays = asOf < profile.Period.Start ? 0 : new DateInterval(profile.Period.Start, LocalDate.Min(asOf, profile.Period.End)).Length;
        pacing.DaysWithoutData = pacing.ElapsedDays - covered.Sum(reading => reading.Period.Length);
        pacing.Through = covered.Latest?.Period.End;
        if (target.Kpi.Direction == KpiDirection.InRange)
        {
            KpiFigure none = KpiFigure.Missing(KpiGap.NotPaced);
            (pacing.Expected, pacing.ExpectedToDate, pacing.RatioGap) = (none, none, KpiGap.NotPaced);
        }
        else if (target.Kpi.Aggregation == KpiAggregation.Sum)
        {
            Ratio share = covered.Aggregate(Internal.Ratio.Zero, (sum, reading) => (sum + profile.Share(reading.Period)).Reduce());
            pacing.Judge(KpiArithmetic.Of(target.From.Amount) * share, KpiArithmetic.Of(target.From.Amount) * profile.Share(asOf), covered.Total().Figure);
        }
        else if (target.Baseline is not KpiValue baseline)
        {
            KpiFigure none = KpiFigure.Missing(KpiGap.NoBaseline);
            (pacing.Expected, pacing.ExpectedToDate, pacing.RatioGap) = (none, none, KpiGap.NoBaseline);
            pacing.Actual = covered.Latest is KpiReading last ? KpiFigure.Of(last.Value) : pacing.Actual;
        }
        else
        {
            Ratio start = KpiArithmetic.Of(baseline.Amount);
            Ratio way = KpiArithmetic.Of(target.From.Amount) - start;
            Ratio At(LocalDate day) => start + (way * profile.Share(day));
            pacing.Judge(
                At(pacing.Through ?? asOf),
                At(asOf),
                covered.Latest is KpiReading last ? KpiFigure.Of(last.Value) : KpiFigure.Missing(KpiGap.NoData));
        }

        return pacing;
    }

    private void Judge(Ratio expected, Ratio toDate, KpiFigure actual)
    {
        Actual = actual;
        ExpectedToDate = KpiArithmetic.Round(Target.Kpi.Unit, toDate);
        if (actual.Value is not KpiValue known)
        {
            (Expected, RatioGap) = (KpiFigure.Missing(actual.Gap), actual.Gap);
            return;
        }

        Expected = KpiArithmetic.Round(Target.Kpi.Unit, expected);
        (Ratio, RatioGap) = KpiTarget.Reach(Target.Kpi.Direction, KpiArithmetic.Of(known.Amount), expected);
    }
}
