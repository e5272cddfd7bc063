using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>One deal, order or bucket of time, for plans that rate each record by itself.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class FactRecord
{
    private FactRecord(string id, FactSet set)
    {
        Id = id;
        Set = set;
    }

    /// <summary>Gets the id, such as an order number.</summary>
    public string Id { get; }

    internal FactSet Set { get; }

    /// <summary>Starts a record.</summary>
    /// <param name="id">1 to 100 characters.</param>
    /// <returns>A record without numbers.</returns>
    /// <exception cref="System.ArgumentException"><paramref name="id"/> is not a legal id.</exception>
    public static FactRecord Of(string id) => new(new Id<FactRecord>(id).Value, FactSet.Empty);

    /// <summary>States a number; money is in the plan's currency, rates are in percent.</summary>
    /// <param name="basis">What it counts; not a derived one.</param>
    /// <param name="value">At most 6 decimals, for rates 8.</param>
    /// <returns>The record.</returns>
    /// <exception cref="System.ArgumentException">The basis is derived, or the value has too many decimals.</exception>
    public FactRecord With(Basis basis, decimal value) =>
        new(Id, Set.With(Guard.Against.Null(basis), FactColumn.Value, FactSet.ToUnits(basis, value), null));

    /// <summary>States an amount of money.</summary>
    /// <param name="basis">An amount of money; not a derived one.</param>
    /// <param name="value">In the plan's currency; another is reported as an error of the facts.</param>
    /// <returns>The record.</returns>
    /// <exception cref="System.ArgumentException">The basis is derived, or counts no money.</exception>
    public FactRecord With(Basis basis, Money value) =>
        new(Id, Set.With(CommissionFacts.OfKind(basis, BasisKind.Money, value), FactColumn.Value, value.ToMillionths(), value.Currency));

    /// <summary>States an amount of a document in another currency; amount, rate, date and source are kept among the facts.</summary>
    /// <param name="basis">An amount of money; not a derived one.</param>
    /// <param name="document">In the currency of the document.</param>
    /// <param name="rate">From that currency to the plan's.</param>
    /// <param name="rounding">Applied to the converted amount.</param>
    /// <returns>The record.</returns>
    /// <exception cref="System.ArgumentException">The basis is derived or counts no money, or the currencies do not match.</exception>
    public FactRecord With(Basis basis, Money document, ExchangeRate rate, Rounding rounding) => new(Id, Set.With(basis, document, rate, rounding));

    /// <summary>States a rate.</summary>
    /// <param name="basis">A rate; not a derived one.</param>
    /// <param name="value">At most 8 decimals of a percent.</param>
    /// <returns>The record.</returns>
    /// <exception cref="System.ArgumentException">The basis is derived, or is no rate.</exception>
    public FactRecord With(Basis basis, Rate value) => With(CommissionFacts.OfKind(basis, BasisKind.Rate, value), value.ToPercent());
}
