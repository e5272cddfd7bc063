namespace ChannelModel.Commissions;

/// <summary>What a value below 0 pays, such as a month with more returns than sales.</summary>
public enum NegativeValue
{
    /// <summary>It is an error in the facts, and reported as one. What holds until a plan names another.</summary>
    Refused = 0,

    /// <summary>It pays nothing.</summary>
    PaysNothing = 1,

    /// <summary>It takes back what the same value above 0 would have paid: sign-symmetric, rounding included.</summary>
    Mirrored = 2,

    /// <summary>It takes back at the rate or price of the first tier, without flat amounts, minimum or maximum.</summary>
    AtFirstTier = 3,
}
