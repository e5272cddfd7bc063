namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>The amounts of a stored settlement: what was open, due, paid and carried, and the deposit.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class StoredSettlementTotals
{
    internal StoredSettlementTotals(Money opening, Money netDue, Money paid, Money carried, Money depositBefore, Money depositAfter, Money depositShortfall)
    {
        Opening = opening;
        NetDue = netDue;
        Paid = paid;
        Carried = carried;
        DepositBefore = depositBefore;
        DepositAfter = depositAfter;
        DepositShortfall = depositShortfall;
    }

    /// <summary>Gets the balance that was brought in; below 0 if the partner owed.</summary>
    public Money Opening { get; }

    /// <summary>Gets what is due: opening balance and all lines.</summary>
    public Money NetDue { get; }

    /// <summary>Gets what is paid, 0 or more.</summary>
    public Money Paid { get; }

    /// <summary>Gets what is carried, 0 or less.</summary>
    public Money Carried { get; }

    /// <summary>Gets what the deposit held before.</summary>
    public Money DepositBefore { get; }

    /// <summary>Gets what the deposit holds after.</summary>
    public Money DepositAfter { get; }

    /// <summary>Gets what the deposit lacks to its level; 0 or more.</summary>
    public Money DepositShortfall { get; }
}
