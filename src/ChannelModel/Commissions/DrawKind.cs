namespace ChannelModel.Commissions;

/// <summary>The five things that are called "draw".</summary>
public enum DrawKind
{
    /// <summary>Earnings are topped up to the draw; the top-ups are owed, and recovered from earnings above the draw.</summary>
    Recoverable = 0,

    /// <summary>Earnings are topped up to the draw; nothing is owed.</summary>
    NonRecoverable = 1,

    /// <summary>Recoverable, but what is still owed at the end of the agreement is forgiven.</summary>
    BalanceForgiven = 2,

    /// <summary>A loan paid on top of earnings, recovered from later earnings.</summary>
    AdvanceOnTop = 3,

    /// <summary>Paid at the start of a period and taken off at its end; what earnings do not cover is owed.</summary>
    AdvanceSettled = 4,
}
