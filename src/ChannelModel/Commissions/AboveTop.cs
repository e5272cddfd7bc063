namespace ChannelModel.Commissions;

/// <summary>What a value above the top of a closed table pays. The top itself is inside.</summary>
public enum AboveTop
{
    /// <summary>It is an error in the facts, and reported as one.</summary>
    Refused = 0,

    /// <summary>It counts only up to the top.</summary>
    CountsToTop = 1,
}
