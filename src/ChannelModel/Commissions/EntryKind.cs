namespace ChannelModel.Commissions;

/// <summary>What an entry of the ledger is.</summary>
public enum EntryKind
{
    /// <summary>A statement, as it was made.</summary>
    Statement = 0,

    /// <summary>The same with the opposite sign: the first half of a correction.</summary>
    Reversal = 1,

    /// <summary>The statement that takes its place: the second half.</summary>
    Rebooking = 2,
}
