using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>A partner's report of a period held against a third party's measurement.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class KpiReportedLine
{
    internal KpiReportedLine(KpiReading reported, KpiReading? measured, ReportedCheck check, decimal? score, bool isOutlier)
    {
        Reported = reported;
        Measured = measured;
        Check = check;
        Score = score;
        IsOutlier = isOutlier;
    }

    /// <summary>Gets the KPI.</summary>
    public Kpi Kpi => Reported.Kpi;

    /// <summary>Gets whose report it is, or <see langword="null"/> for the whole.</summary>
    public Id<KpiSubject>? Subject => Reported.Subject;

    /// <summary>Gets the days.</summary>
    public DateInterval Period => Reported.Period;

    /// <summary>Gets the report.</summary>
    public KpiReading Reported { get; }

    /// <summary>Gets the measurement of the same days, or <see langword="null"/> if there is none.</summary>
    public KpiReading? Measured { get; }

    /// <summary>Gets the check.</summary>
    public ReportedCheck Check { get; }

    /// <summary>Gets the modified z-score of the excess among all checks of the KPI, or <see langword="null"/>; see <see cref="RobustOutliers{TKey}"/>.</summary>
    public decimal? Score { get; }

    /// <summary>Gets a value indicating whether the excess stands out from those of the other checks of the KPI.</summary>
    public bool IsOutlier { get; }
}
