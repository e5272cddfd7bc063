namespace ChannelModel.Allocation;

/// <summary>Which bounds a total contradicts.</summary>
public enum InfeasibleSide
{
    /// <summary>The minimums together are above the total.</summary>
    BelowMinimums = 0,

    /// <summary>The maximums together are below the total.</summary>
    AboveMaximums = 1,
}
