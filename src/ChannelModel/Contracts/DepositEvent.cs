using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>One event of a deposit. It never changes: a mistake is reversed by another event.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class DepositEvent
{
    internal DepositEvent(int number, LocalDate date, DepositEventKind kind, Money amount, Money unmet, string reference, string? commitment, int? reverses)
    {
        Number = number;
        Date = date;
        Kind = kind;
        Amount = amount;
        Unmet = unmet;
        Reference = reference;
        Commitment = commitment;
        Reverses = reverses;
    }

    /// <summary>Gets the number, from 1.</summary>
    public int Number { get; }

    /// <summary>Gets the day.</summary>
    public LocalDate Date { get; }

    /// <summary>Gets what happened.</summary>
    public DepositEventKind Kind { get; }

    /// <summary>Gets the amount, above 0; below 0 where the event reverses another. A forfeiture that the deposit met with nothing has 0.</summary>
    public Money Amount { get; }

    /// <summary>Gets what a forfeiture asked for and the deposit did not cover, at or above 0 (at or below 0 in a reversal): a receivable.</summary>
    public Money Unmet { get; }

    /// <summary>Gets the reference, such as a payment or a settlement.</summary>
    public string Reference { get; }

    /// <summary>Gets the code of the breached commitment.</summary>
    public string? Commitment { get; }

    /// <summary>Gets the number of the event that this one takes back.</summary>
    public int? Reverses { get; }

    /// <summary>Gets what the event adds to what is held.</summary>
    public Money Change => Kind is DepositEventKind.PaidIn or DepositEventKind.ToppedUp ? Amount : -Amount;
}
