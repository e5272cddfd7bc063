namespace ChannelModel.Commissions;

/// <summary>What one sale credits to one payee, or why it credits nobody.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class SaleCredit
{
    internal SaleCredit(SaleLine sale, Assignment? assignment, Money amount, string? reason)
    {
        Sale = sale;
        Assignment = assignment;
        Amount = amount;
        Reason = reason;
    }

    /// <summary>Gets the sale.</summary>
    public SaleLine Sale { get; }

    /// <summary>Gets the assignment that earns, or <see langword="null"/> where none does.</summary>
    public Assignment? Assignment { get; }

    /// <summary>Gets the credited amount; 0 where nobody earns.</summary>
    public Money Amount { get; }

    /// <summary>Gets why nobody earns.</summary>
    public string? Reason { get; }
}
