using System.Collections.Generic;

namespace ChannelModel.Commissions;

/// <summary>What a ledger books: a commission statement, or the settlement of a contract. A closed set.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public abstract class LedgerDocument
{
    private protected LedgerDocument(Id<Payee> payee, Money total)
    {
        Payee = payee;
        Total = total;
    }

    /// <summary>Gets who is paid.</summary>
    public Id<Payee> Payee { get; }

    /// <summary>Gets the amount that is booked, below 0 where more is taken back than earned.</summary>
    public Money Total { get; }

    /// <summary>Re-checks the document from its own record.</summary>
    /// <returns>What is wrong; nothing if it holds.</returns>
    public abstract IReadOnlyList<string> Verify();

    /// <summary>What the document rests on, for telling a replayed event from another one.</summary>
    internal abstract string Fingerprint();
}
