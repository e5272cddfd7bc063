namespace ChannelModel.Commissions;

/// <summary>What lint finds in a plan.</summary>
public enum FindingKind
{
    /// <summary>The payout falls as the value rises: selling more pays less.</summary>
    Fall = 0,

    /// <summary>The payout jumps up: a reason to move a sale across the edge.</summary>
    Jump = 1,

    /// <summary>A tier's rate is negative: the payout falls all along it.</summary>
    FallingTier = 2,

    /// <summary>The cap is reached before the tier starts, so it never pays more.</summary>
    UnreachableTier = 3,

    /// <summary>A tier pays nothing although an earlier one pays.</summary>
    EmptyTier = 4,
}
