namespace ChannelModel.Commissions;

/// <summary>What a table of tiers pays. Vendors give these modes clashing names; see the synonym table in the documentation.</summary>
public enum TierMode
{
    /// <summary>Marginal: each portion is paid at the rate of its own tier.</summary>
    Graduated = 0,

    /// <summary>Retroactive, also slab or volume: the tier that is reached pays on the whole amount.</summary>
    WholeAmount = 1,

    /// <summary>The tier that is reached pays its flat amount and nothing else.</summary>
    Step = 2,

    /// <summary>The flat amounts of the tiers passed, and the share of the current tier's flat amount that has been covered.</summary>
    Interpolated = 3,

    /// <summary>A straight line between points of value and payout.</summary>
    Curve = 4,
}
