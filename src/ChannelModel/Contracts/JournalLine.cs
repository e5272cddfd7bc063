namespace ChannelModel.Contracts;

/// <summary>One line of a journal for the user's ledger: neutral, since accounts are keys.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class JournalLine
{
    internal JournalLine(JournalAccount account, JournalSide side, Money amount, string reference)
    {
        Account = account;
        Side = side;
        Amount = amount;
        Reference = reference;
    }

    /// <summary>Gets the key of the account.</summary>
    public JournalAccount Account { get; }

    /// <summary>Gets the side.</summary>
    public JournalSide Side { get; }

    /// <summary>Gets the amount, above 0.</summary>
    public Money Amount { get; }

    /// <summary>Gets what it stands for: contract, period and line of the settlement.</summary>
    public string Reference { get; }

    /// <summary>Gets the amount with the sign of its side: debits above 0, credits below.</summary>
    public Money Signed => Side == JournalSide.Debit ? Amount : -Amount;
}
