namespace ChannelModel.Kpis;

/// <summary>How a trend is measured.</summary>
public enum KpiTrendMethod
{
    /// <summary>The slope of the line of least squares: uses every reading fully, and follows an outlier.</summary>
    LeastSquares = 0,

    /// <summary>The median of the slopes between all pairs of readings (Theil 1950, Sen 1968): up to 29 % of the readings may be wild without moving it far.</summary>
    TheilSen = 1,
}
