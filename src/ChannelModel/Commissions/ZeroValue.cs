namespace ChannelModel.Commissions;

/// <summary>Whether a value of exactly 0 touches the first tier. It matters where the first tier pays a flat amount or a minimum.</summary>
public enum ZeroValue
{
    /// <summary>Nothing is sold, nothing is paid. Usual for payouts.</summary>
    PaysNothing = 0,

    /// <summary>Zero earns the flat amount and the minimum of the first tier. Usual for billing.</summary>
    TouchesFirstTier = 1,
}
