namespace ChannelModel.Contracts;

/// <summary>A side of the journal.</summary>
public enum JournalSide
{
    /// <summary>Debit.</summary>
    Debit = 0,

    /// <summary>Credit.</summary>
    Credit = 1,
}
