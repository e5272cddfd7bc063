namespace ChannelModel.Planning;

/// <summary>What a plan says of a margin when price and cost move.</summary>
public enum MarginClaim
{
    /// <summary>Nothing: the margin is stated, not compared.</summary>
    None = 0,

    /// <summary>The margin is the same after the move as before.</summary>
    Kept = 1,

    /// <summary>The margin is higher after the move than before.</summary>
    Raised = 2,
}
