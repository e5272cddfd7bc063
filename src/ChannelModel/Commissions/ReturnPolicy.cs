namespace ChannelModel.Commissions;

/// <summary>How a return takes commission back.</summary>
public enum ReturnPolicy
{
    /// <summary>It lowers the value of the period it falls in, and the period is rated on what is left.</summary>
    ReRatePeriod = 0,

    /// <summary>It takes back the share of what the original sale earned, at its tier and rate; the last return takes the rest. Does not telescope.</summary>
    OriginalRate = 1,
}
