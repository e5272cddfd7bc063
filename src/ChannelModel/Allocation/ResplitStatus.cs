namespace ChannelModel.Allocation;

/// <summary>What is left of a target once some periods are closed.</summary>
public enum ResplitStatus
{
    /// <summary>What is left (0 or more) is split over the open periods.</summary>
    Split = 0,

    /// <summary>The closed periods together are above the total: the open ones get 0, and the overrun is named.</summary>
    Overspent = 1,

    /// <summary>Something is left, but no open period has a weight above 0.</summary>
    Unplaced = 2,
}
