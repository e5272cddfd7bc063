using ChannelModel.Contracts;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>A movement of the deposit, as it was stored.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class StoredDepositMovement
{
    internal StoredDepositMovement(LocalDate date, DepositEventKind kind, Money amount, Money unmet, string reference)
    {
        Date = date;
        Kind = kind;
        Amount = amount;
        Unmet = unmet;
        Reference = reference;
    }

    /// <summary>Gets the day.</summary>
    public LocalDate Date { get; }

    /// <summary>Gets what moved it.</summary>
    public DepositEventKind Kind { get; }

    /// <summary>Gets the amount, without sign.</summary>
    public Money Amount { get; }

    /// <summary>Gets what the deposit could not meet.</summary>
    public Money Unmet { get; }

    /// <summary>Gets what it refers to.</summary>
    public string Reference { get; }
}
