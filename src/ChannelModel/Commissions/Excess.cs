namespace ChannelModel.Commissions;

/// <summary>What becomes of the money above a cap.</summary>
public enum Excess
{
    /// <summary>It is lost.</summary>
    Lost = 0,

    /// <summary>It is owed, and paid as soon as a later period has room.</summary>
    Carried = 1,
}
