namespace ChannelModel.Contracts;

/// <summary>What becomes of a contract, best first.</summary>
public enum RenewalOutcome
{
    /// <summary>Renewed as soon as the window opens, ahead of others.</summary>
    RenewEarly = 0,

    /// <summary>Renewed.</summary>
    Renew = 1,

    /// <summary>Renewed only under other terms.</summary>
    Renegotiate = 2,

    /// <summary>Not renewed.</summary>
    End = 3,
}
