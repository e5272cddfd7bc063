namespace ChannelModel.Commissions;

/// <summary>What a curve pays beyond its last point.</summary>
public enum AfterLast
{
    /// <summary>The payout of the last point.</summary>
    Flat = 0,

    /// <summary>The last straight line goes on.</summary>
    SameSlope = 1,
}
