using ChannelModel.Contracts;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>A journal line of a stored settlement.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class StoredJournalLine
{
    internal StoredJournalLine(string account, JournalSide side, Money amount, string reference)
    {
        Account = account;
        Side = side;
        Amount = amount;
        Reference = reference;
    }

    /// <summary>Gets the code of the account.</summary>
    public string Account { get; }

    /// <summary>Gets the side.</summary>
    public JournalSide Side { get; }

    /// <summary>Gets the amount, without sign.</summary>
    public Money Amount { get; }

    /// <summary>Gets the contract, the day and the line that it books.</summary>
    public string Reference { get; }
}
