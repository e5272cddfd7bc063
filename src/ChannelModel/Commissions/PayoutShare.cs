namespace ChannelModel.Commissions;

/// <summary>One party's part of a split.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PayoutShare
{
    internal PayoutShare(string party, Money amount)
    {
        Party = party;
        Amount = amount;
    }

    /// <summary>Gets the party.</summary>
    public string Party { get; }

    /// <summary>Gets its amount.</summary>
    public Money Amount { get; }
}
