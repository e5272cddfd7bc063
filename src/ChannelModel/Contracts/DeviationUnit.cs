namespace ChannelModel.Contracts;

/// <summary>What a deviation from a threshold is counted in.</summary>
public enum DeviationUnit
{
    /// <summary>In the unit of the metric: views, orders; for rates, percentage points.</summary>
    Units = 0,

    /// <summary>In percent of the threshold: 1 600 000 of 2 000 000 is a shortfall of 20.</summary>
    PercentOfThreshold = 1,
}
