using System;
using ChannelModel.Internal;

namespace ChannelModel.Kpis;

/// <summary>One value of a KPI: a number, a rate or an amount of money. A method that takes one is handed the rate, the money or the number itself.</summary>
/// <remarks>
/// <para>Range: that of <see cref="decimal"/>, <see cref="Rate"/> or <see cref="Money"/>. "No data" is not a value: it is a missing <c>KpiValue?</c>, never 0.</para>
/// <para>Equality is by kind, number and currency; there is no ordering, since higher may be better or worse. The default is the plain number 0.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public readonly struct KpiValue : IEquatable<KpiValue>
{
    private readonly decimal _amount;
    private readonly KpiUnitKind _kind;
    private readonly Currency _currency;

    private KpiValue(decimal amount, KpiUnitKind kind, Currency currency)
    {
        _amount = amount;
        _kind = kind;
        _currency = currency;
    }

    /// <summary>Gets the bare number: 12 for 12 %, 450 for CNY 450.00, else the number itself.</summary>
    public decimal Amount => _amount;

    /// <summary>Gets <see cref="KpiUnitKind.Number"/>, <see cref="KpiUnitKind.Percent"/> or <see cref="KpiUnitKind.Money"/>; scores and counts are numbers.</summary>
    public KpiUnitKind Kind => _kind;

    /// <summary>Gets the currency of an amount of money, else <see langword="null"/>.</summary>
    public Currency? Currency => _kind == KpiUnitKind.Money ? _currency : null;

    /// <summary>Takes a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator KpiValue(decimal value) => Of(value);

    /// <summary>Takes a whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator KpiValue(int value) => Of((decimal)value);

    /// <summary>Takes a rate.</summary>
    /// <param name="value">The rate.</param>
    public static implicit operator KpiValue(Rate value) => Of(value);

    /// <summary>Takes an amount of money.</summary>
    /// <param name="value">The amount.</param>
    public static implicit operator KpiValue(Money value) => Of(value);

    /// <summary>Compares kind, number and currency.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(KpiValue left, KpiValue right) => left.Equals(right);

    /// <summary>Compares kind, number and currency.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(KpiValue left, KpiValue right) => !left.Equals(right);

    /// <summary>Takes a number: a score, a count, or a number without a unit.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static KpiValue Of(decimal value) => new(Exact.Canonical(value), KpiUnitKind.Number, default);

    /// <summary>Takes a rate.</summary>
    /// <param name="value">The rate.</param>
    /// <returns>The value.</returns>
    public static KpiValue Of(Rate value) => new(value.ToPercent(), KpiUnitKind.Percent, default);

    /// <summary>Takes an amount of money.</summary>
    /// <param name="value">The amount.</param>
    /// <returns>The value.</returns>
    public static KpiValue Of(Money value) => new(value.Amount, KpiUnitKind.Money, value.Currency);

    /// <summary>Returns the rate.</summary>
    /// <returns>The rate.</returns>
    /// <exception cref="InvalidOperationException">The value is not in percent.</exception>
    public Rate ToRate() =>
        _kind == KpiUnitKind.Percent ? Rate.Percent(_amount) : throw new InvalidOperationException($"{this} is not a rate.");

    /// <summary>Returns the amount of money.</summary>
    /// <returns>The amount.</returns>
    /// <exception cref="InvalidOperationException">The value is not money.</exception>
    public Money ToMoney() =>
        _kind == KpiUnitKind.Money ? Money.Of(_amount, _currency) : throw new InvalidOperationException($"{this} is not money.");

    /// <inheritdoc/>
    public bool Equals(KpiValue other) => _kind == other._kind && _amount == other._amount && _currency == other._currency;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KpiValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (_amount.GetHashCode() * 31) ^ (int)_kind ^ _currency.GetHashCode();

    /// <summary>Returns the value as text, the same in every culture: <c>12%</c>, <c>CNY 450.00</c>, <c>4.2</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _kind switch
    {
        KpiUnitKind.Percent => ToRate().ToString(),
        KpiUnitKind.Money => ToMoney().ToString(),
        _ => Exact.Format(_amount, 0, string.Empty),
    };
}
