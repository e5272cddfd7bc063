namespace ChannelModel.Kpis;

/// <summary>How one KPI stands, for the whole or for one subject.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class KpiWatchLine
{
    internal KpiWatchLine(
        KpiWatch watch, KpiSeries readings, KpiTotal total, KpiAssessment? assessment, KpiPacing? pacing, KpiForecast? forecast, KpiAssessment? forecastAssessment, KpiTrend trend, KpiStatus? status, KpiGap statusGap)
    {
        Watch = watch;
        Readings = readings;
        Total = total;
        Assessment = assessment;
        Pacing = pacing;
        Forecast = forecast;
        ForecastAssessment = forecastAssessment;
        Trend = trend;
        Status = status;
        StatusGap = statusGap;
    }

    /// <summary>Gets the KPI with target, pace and bands.</summary>
    public KpiWatch Watch { get; }

    /// <summary>Gets whom the line is of, or <see langword="null"/> for the whole.</summary>
    public Id<KpiSubject>? Subject => Readings.Subject;

    /// <summary>Gets the readings up to the day, those before the period included.</summary>
    public KpiSeries Readings { get; }

    /// <summary>Gets the readings of the period as one.</summary>
    public KpiTotal Total { get; }

    /// <summary>Gets the total against the target; <see langword="null"/> for a subject or without a target.</summary>
    public KpiAssessment? Assessment { get; }

    /// <summary>Gets the pace; <see langword="null"/> for a subject, or without target or pace.</summary>
    public KpiPacing? Pacing { get; }

    /// <summary>Gets the forecast of the period's end; <see langword="null"/> for a subject. Without a pace every day counts the same.</summary>
    public KpiForecast? Forecast { get; }

    /// <summary>Gets the forecast against the target; <see langword="null"/> without a forecast or target.</summary>
    public KpiAssessment? ForecastAssessment { get; }

    /// <summary>Gets the trend (Theil-Sen) of all readings up to the day.</summary>
    public KpiTrend Trend { get; }

    /// <summary>Gets the status after the newest reading, or <see langword="null"/>.</summary>
    public KpiStatus? Status { get; }

    /// <summary>Gets why there is no status; none also where the KPI has no bands.</summary>
    public KpiGap StatusGap { get; }
}
