namespace ChannelModel;

/// <summary>How many blocks a part of a block counts as.</summary>
public enum BlockRounding
{
    /// <summary>A begun block counts in full: 250 units in blocks of 100 are 3.</summary>
    Up = 0,

    /// <summary>Only full blocks count: 250 units in blocks of 100 are 2.</summary>
    Down = 1,

    /// <summary>The nearest number of blocks, a half counts: 250 units in blocks of 100 are 3, 249 are 2.</summary>
    Nearest = 2,
}
