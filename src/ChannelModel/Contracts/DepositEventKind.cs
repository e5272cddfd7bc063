namespace ChannelModel.Contracts;

/// <summary>What happened to a deposit.</summary>
public enum DepositEventKind
{
    /// <summary>Money came in.</summary>
    PaidIn = 0,

    /// <summary>Money came in to reach the level again.</summary>
    ToppedUp = 1,

    /// <summary>Money was kept against a breach.</summary>
    Forfeited = 2,

    /// <summary>Money went back to the partner.</summary>
    Refunded = 3,
}
