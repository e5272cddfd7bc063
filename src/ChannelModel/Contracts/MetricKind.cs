namespace ChannelModel.Contracts;

/// <summary>How readings of a metric are put together over a period.</summary>
public enum MetricKind
{
    /// <summary>Readings of parts of the period are added: traffic, orders, sessions. A threshold of a part of a period is prorated by days.</summary>
    Count = 0,

    /// <summary>A level that must hold all the time, such as followers: the reading that is worst for the partner counts. Never prorated.</summary>
    Level = 1,

    /// <summary>A percentage with one reading for the whole period, such as conversion. Never prorated.</summary>
    Rate = 2,
}
