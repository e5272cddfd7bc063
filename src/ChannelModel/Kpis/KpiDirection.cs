namespace ChannelModel.Kpis;

/// <summary>Where a KPI should move.</summary>
public enum KpiDirection
{
    /// <summary>More is better, such as sales or conversion.</summary>
    Higher = 0,

    /// <summary>Less is better, such as returns or days of delay.</summary>
    Lower = 1,

    /// <summary>As near to the target as possible, such as a price position.</summary>
    OnTarget = 2,

    /// <summary>Between two bounds, both included, such as days of stock.</summary>
    InRange = 3,
}
