using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>One entry of the ledger. It never changes.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class LedgerEntry
{
    internal LedgerEntry(int number, string key, EntryKind kind, LocalDate bookedOn, LedgerDocument document, Money amount, int? corrects)
    {
        Number = number;
        Key = key;
        Kind = kind;
        BookedOn = bookedOn;
        Document = document;
        Amount = amount;
        Corrects = corrects;
    }

    /// <summary>Gets the number, from 1.</summary>
    public int Number { get; }

    /// <summary>Gets the idempotency key of the event behind it.</summary>
    public string Key { get; }

    /// <summary>Gets what it is.</summary>
    public EntryKind Kind { get; }

    /// <summary>Gets the day it was booked on.</summary>
    public LocalDate BookedOn { get; }

    /// <summary>Gets what was booked: a commission statement, or the settlement of a contract.</summary>
    public LedgerDocument Document { get; }

    /// <summary>Gets the signed amount.</summary>
    public Money Amount { get; }

    /// <summary>Gets the number of the entry that a reversal takes back.</summary>
    public int? Corrects { get; }
}
