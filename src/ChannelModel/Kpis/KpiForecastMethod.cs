namespace ChannelModel.Kpis;

/// <summary>How the end of a period is foreseen.</summary>
public enum KpiForecastMethod
{
    /// <summary>What was reached so far, divided by the share of the days that it covers; every day counts the same.</summary>
    RunRate = 0,

    /// <summary>What was reached so far, divided by the share that a seasonal profile gives the days that it covers.</summary>
    Seasonal = 1,

    /// <summary>The straight line of least squares through the readings of the period, at its last day; for KPIs that do not add up.</summary>
    TrendLine = 2,
}
