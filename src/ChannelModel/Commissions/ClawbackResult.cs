namespace ChannelModel.Commissions;

/// <summary>What a clawback takes back.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ClawbackResult
{
    internal ClawbackResult(Rate share, Money amount, Money cancelledUnpaid, Money netPaid)
    {
        Share = share;
        Amount = amount;
        CancelledUnpaid = cancelledUnpaid;
        NetPaid = netPaid;
    }

    /// <summary>Gets the share that the schedule or the cause sets.</summary>
    public Rate Share { get; }

    /// <summary>Gets the signed amount, at or below 0.</summary>
    public Money Amount { get; }

    /// <summary>Gets what was earned but not paid yet, and is cancelled instead of clawed back.</summary>
    public Money CancelledUnpaid { get; }

    /// <summary>Gets what stays paid: the basis of a later clawback.</summary>
    public Money NetPaid { get; }
}
