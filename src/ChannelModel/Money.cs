using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel;

/// <summary>An exact amount of one currency.</summary>
/// <remarks>
/// <para>
/// Range: up to 6 decimals (what ERP systems export) and at most <see cref="MaxAmount"/> either way, that is, a whole number of millionths that fits
/// 96 bits: so sums never lose a digit, they are exact or throw. Trailing zeros are not kept: 1.0 and 1.00 are the same value and print the same.
/// </para>
/// <para>
/// Equality is by amount and currency. <see cref="CompareTo(Money)"/> is a total order for sorting: by currency code, then by amount. The operators
/// <c>&lt;</c> and the like compare amounts and throw where currencies differ. <c>default</c> is 0 XXX, "nothing of no currency".
/// </para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public readonly partial struct Money : IEquatable<Money>, IComparable<Money>, IComparable, IFormattable
{
    /// <summary>The largest number of decimals of an amount: 6.</summary>
    public const int MaxScale = 6;

    private Money(decimal canonicalAmount, Currency currency)
    {
        Amount = canonicalAmount;
        Currency = currency;
    }

    /// <summary>Gets the largest amount: 79 228 162 514 264 337 593 543.950335; the smallest is its negative.</summary>
    public static decimal MaxAmount => 79_228_162_514_264_337_593_543.950335m;

    /// <summary>Gets the amount in units of the currency (yuan, not fen), without trailing zeros.</summary>
    public decimal Amount { get; }

    /// <summary>Gets the currency.</summary>
    public Currency Currency { get; }

    /// <summary>Gets a value indicating whether the amount is 0.</summary>
    public bool IsZero => Amount == 0m;

    /// <summary>Gets a value indicating whether the amount is below 0.</summary>
    public bool IsNegative => Amount < 0m;

    /// <summary>Adds two amounts of one currency.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The exact sum.</returns>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The sum is outside the range.</exception>
    public static Money operator +(Money left, Money right)
    {
        SameCurrency(left, right, "add");
        return Trusted(left.Amount + right.Amount, left.Currency);
    }

    /// <summary>Subtracts an amount from another of the same currency.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second, which is taken away.</param>
    /// <returns>The exact difference.</returns>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The difference is outside the range.</exception>
    public static Money operator -(Money left, Money right)
    {
        SameCurrency(left, right, "subtract");
        return Trusted(left.Amount - right.Amount, left.Currency);
    }

    /// <summary>Turns the sign.</summary>
    /// <param name="value">The amount.</param>
    /// <returns>The negative amount.</returns>
    public static Money operator -(Money value) => new(value.Amount == 0m ? 0m : -value.Amount, value.Currency);

    /// <summary>Multiplies by a whole number, exactly.</summary>
    /// <param name="value">The amount.</param>
    /// <param name="count">How often.</param>
    /// <returns>The exact product.</returns>
    /// <exception cref="OverflowException">The product is outside the range.</exception>
    public static Money operator *(Money value, long count) =>
        FromUnits(Exact.ToUnits(value.Amount, MaxScale) * count, value.Currency);

    /// <summary>Multiplies by a whole number, exactly.</summary>
    /// <param name="count">How often.</param>
    /// <param name="value">The amount.</param>
    /// <returns>The exact product.</returns>
    /// <exception cref="OverflowException">The product is outside the range.</exception>
    public static Money operator *(long count, Money value) => value * count;

    /// <summary>Compares amount and currency.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(Money left, Money right) => left.Equals(right);

    /// <summary>Compares amount and currency.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether amount or currency differ.</returns>
    public static bool operator !=(Money left, Money right) => !left.Equals(right);

    /// <summary>Compares two amounts of one currency.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first is less.</returns>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => Compare(left, right) < 0;

    /// <summary>Compares two amounts of one currency.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first is less or equal.</returns>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => Compare(left, right) <= 0;

    /// <summary>Compares two amounts of one currency.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first is greater.</returns>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => Compare(left, right) > 0;

    /// <summary>Compares two amounts of one currency.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first is greater or equal.</returns>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => Compare(left, right) >= 0;

    /// <summary>Makes an amount.</summary>
    /// <param name="amount">In units of the currency; at most 6 decimals, at most <see cref="MaxAmount"/> either way.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The amount, exactly as given.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> has more than 6 decimals or is outside the range.</exception>
    public static Money Of(decimal amount, Currency currency)
    {
        decimal canonical = Exact.Canonical(amount);
        if (canonical > MaxAmount || canonical < -MaxAmount)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"Expected an amount from -{MaxAmountText} to {MaxAmountText}.");
        }

        if (Exact.Scale(canonical) > MaxScale)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "Expected at most 6 decimals; round first, by a rounding of your choice.");
        }

        return new Money(canonical, currency);
    }

    /// <summary>Makes an amount from a whole number of the currency's smallest unit.</summary>
    /// <param name="minorUnits">Such as 1250 fen for 12.50 yuan; for a currency without minor units, whole units.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The amount.</returns>
    public static Money OfMinorUnits(long minorUnits, Currency currency) =>
        new(Exact.Canonical(Exact.ToDecimal(minorUnits, currency.MinorUnits ?? 0)), currency);

    /// <summary>Returns 0 of a currency.</summary>
    /// <param name="currency">The currency.</param>
    /// <returns>The zero.</returns>
    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>Adds up amounts of one currency.</summary>
    /// <param name="amounts">The amounts; none gives 0.</param>
    /// <param name="currency">The currency of all of them.</param>
    /// <returns>The exact sum.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An amount has another currency.</exception>
    /// <exception cref="OverflowException">A partial sum is outside the range.</exception>
    public static Money Sum(IEnumerable<Money> amounts, Currency currency)
    {
        Guard.Against.Null(amounts);

        Money sum = Zero(currency);
        foreach (Money amount in amounts)
        {
            sum += amount;
        }

        return sum;
    }

    /// <summary>Reads what <see cref="ToString()"/> prints, such as <c>12.50 CNY</c>.</summary>
    /// <param name="text">An optional minus, digits, at most 6 decimals after a point, one space, a currency code.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is not such an amount.</exception>
    public static Money Parse(string text)
    {
        Guard.Against.Null(text);

        return TryParse(text, out Money money)
            ? money
            : throw new FormatException($"'{text}' is not an amount; expected a number with at most 6 decimals, a space and a currency code, such as '12.50 CNY'.");
    }

    /// <summary>Reads what <see cref="ToString()"/> prints.</summary>
    /// <param name="text">Such as <c>12.50 CNY</c>.</param>
    /// <param name="money">The amount, or 0 XXX.</param>
    /// <returns>Whether <paramref name="text"/> is an amount.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Money money)
    {
        money = default;
        int space = text?.IndexOf(' ') ?? -1;
        if (text is null || space <= 0
            || !Currency.TryParse(text.Substring(space + 1), out Currency currency)
            || !Exact.TryParse(text.Substring(0, space), out decimal amount)
            || amount > MaxAmount || amount < -MaxAmount || Exact.Scale(amount) > MaxScale)
        {
            return false;
        }

        money = new Money(amount, currency);
        return true;
    }

    /// <summary>Multiplies by a rate and rounds once.</summary>
    /// <param name="rate">Such as 5 %.</param>
    /// <param name="rounding">Applied to the exact product.</param>
    /// <returns>The rounded product.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is <see langword="null"/>.</exception>
    /// <exception cref="OverflowException">The product is outside the range.</exception>
    public Money Multiply(Rate rate, Rounding rounding) => MultiplyDivide(rate.ToFraction(), 1m, rounding);

    /// <summary>Multiplies by a number and rounds once.</summary>
    /// <param name="factor">Any decimal.</param>
    /// <param name="rounding">Applied to the exact product.</param>
    /// <returns>The rounded product.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is <see langword="null"/>.</exception>
    /// <exception cref="OverflowException">The product is outside the range.</exception>
    public Money Multiply(decimal factor, Rounding rounding) => MultiplyDivide(factor, 1m, rounding);

    /// <summary>Divides by a number and rounds once.</summary>
    /// <param name="divisor">Any decimal but 0.</param>
    /// <param name="rounding">Applied to the exact quotient.</param>
    /// <returns>The rounded quotient.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is <see langword="null"/>.</exception>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is 0.</exception>
    /// <exception cref="OverflowException">The quotient is outside the range.</exception>
    public Money Divide(decimal divisor, Rounding rounding) => MultiplyDivide(1m, divisor, rounding);

    /// <summary>Multiplies by a fraction and rounds once: amount x numerator / denominator.</summary>
    /// <param name="numerator">Any decimal.</param>
    /// <param name="denominator">Any decimal but 0.</param>
    /// <param name="rounding">Applied to the exact result.</param>
    /// <returns>The rounded result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is <see langword="null"/>.</exception>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is 0.</exception>
    /// <exception cref="OverflowException">The result is outside the range.</exception>
    public Money MultiplyDivide(decimal numerator, decimal denominator, Rounding rounding)
    {
        Guard.Against.Null(rounding);

        if (denominator == 0m)
        {
            throw new DivideByZeroException("An amount cannot be divided by 0.");
        }

        (BigInteger top, BigInteger bottom) = Exact.ToFraction(numerator, denominator);
        return MultiplyDivide(top, bottom, rounding);
    }

    /// <summary>Multiplies by factor x top / bottom and rounds once.</summary>
    internal Money MultiplyDivide(decimal factor, BigInteger top, BigInteger bottom, Rounding rounding)
    {
        (BigInteger factorTop, BigInteger factorBottom) = Exact.ToFraction(factor, 1m);
        return MultiplyDivide(factorTop * top, factorBottom * bottom, rounding);
    }

    private Money MultiplyDivide(BigInteger top, BigInteger bottom, Rounding rounding)
    {
        int scale = rounding.ScaleFor(Currency);
        BigInteger units = Exact.Divide(
            Exact.ToUnits(Amount, MaxScale) * top,
            bottom * BigInteger.Pow(10, MaxScale - scale),
            rounding.Mode);
        return FromUnits(units * BigInteger.Pow(10, MaxScale - scale), Currency);
    }

    /// <summary>Rounds the amount.</summary>
    /// <param name="rounding">The mode and the decimals that remain.</param>
    /// <returns>The rounded amount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is <see langword="null"/>.</exception>
    /// <exception cref="OverflowException">The rounded amount is outside the range.</exception>
    public Money Round(Rounding rounding) => MultiplyDivide(1m, 1m, rounding);

    /// <inheritdoc/>
    public bool Equals(Money other) => Amount == other.Amount && Currency == other.Currency;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Money other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Amount.GetHashCode() * 397) ^ Currency.GetHashCode());

    /// <summary>Compares by currency code, then by amount: a total order for sorting.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Below, at or above 0.</returns>
    public int CompareTo(Money other)
    {
        int byCurrency = Currency.CompareTo(other.Currency);
        return byCurrency != 0 ? byCurrency : Amount.CompareTo(other.Amount);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not an amount.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Money other => CompareTo(other),
        _ => throw new ArgumentException($"Expected a Money, got a {obj.GetType().Name}.", nameof(obj)),
    };

    /// <summary>Returns the amount with at least the currency's decimals and the code, such as <c>1234.50 CNY</c>; no culture plays a part.</summary>
    /// <returns>The text; <see cref="Parse(string)"/> reads it back.</returns>
    public override string ToString() => Format(string.Empty);

    /// <summary>Returns the amount as text, the same in every culture.</summary>
    /// <param name="format"><c>G</c> or empty: as <see cref="ToString()"/>. <c>N</c>: with spaces between thousands, such as <c>1 234.50 CNY</c>.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => format switch
    {
        null or "" or "G" => Format(string.Empty),
        "N" => Format(" "),
        _ => throw new FormatException($"'{format}' is not a format of Money; expected G or N."),
    };

    /// <summary>Adds without asking: the caller has checked the currency. Sums of canonical amounts may need their zeros cut again.</summary>
    private static Money Trusted(decimal amount, Currency currency)
    {
        if (amount > MaxAmount || amount < -MaxAmount)
        {
            ThrowOutside();
        }

        return new Money(Exact.Canonical(amount), currency);
    }

    private static Money FromUnits(BigInteger millionths, Currency currency)
    {
        // MaxAmount is exactly decimal.MaxValue millionths, so what fits a decimal is in range.
        if (BigInteger.Abs(millionths) > (BigInteger)decimal.MaxValue)
        {
            ThrowOutside();
        }

        return new Money(Exact.Canonical(Exact.ToDecimal(millionths, MaxScale)), currency);
    }

    private static string MaxAmountText => "79228162514264337593543.950335";

    [DoesNotReturn]
    private static void ThrowOutside() => throw new OverflowException($"The result is outside -{MaxAmountText} to {MaxAmountText}.");

    private static int Compare(Money left, Money right)
    {
        SameCurrency(left, right, "compare");
        return left.Amount.CompareTo(right.Amount);
    }

    private static void SameCurrency(Money left, Money right, string verb)
    {
        if (left.Currency != right.Currency)
        {
            throw new ArgumentException($"Cannot {verb} {left} and {right}: the currencies {left.Currency} and {right.Currency} differ.");
        }
    }

    private string Format(string group) =>
        Exact.Format(Amount, Currency.MinorUnits ?? 0, group) + " " + Currency.Code;
}
