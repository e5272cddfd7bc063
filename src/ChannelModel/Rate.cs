using System;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel;

/// <summary>An exact rate or share: 5 %, which is 0.05 and never 5.</summary>
/// <remarks>
/// <para>
/// Range: whole multiples of 10^-10 (ten decimals as a fraction, eight as a percentage), from -922 337 203.6854775808 to 922 337 203.6854775807 as a
/// fraction. 5 % is written <c>Rate.Percent(5)</c> or <c>Rate.Fraction(0.05m)</c>; there is no way to make one from a bare number, and text needs its %.
/// </para>
/// <para>Equality and ordering are by value. <c>default</c> is 0 %.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public readonly struct Rate : IEquatable<Rate>, IComparable<Rate>, IComparable, IFormattable
{
    /// <summary>The number of decimals of a rate as a fraction: 10.</summary>
    public const int Scale = 10;

    private const long UnitsPerOne = 10_000_000_000;

    private readonly long _units;

    private Rate(long units)
    {
        _units = units;
    }

    /// <summary>Gets 0 %.</summary>
    public static Rate Zero => default;

    /// <summary>Gets 100 %.</summary>
    public static Rate One => new(UnitsPerOne);

    /// <summary>Gets the smallest rate.</summary>
    public static Rate MinValue => new(long.MinValue);

    /// <summary>Gets the largest rate.</summary>
    public static Rate MaxValue => new(long.MaxValue);

    /// <summary>Gets the whole number of 10^-10 that this rate is: 500 000 000 for 5 %. For exact integer arithmetic.</summary>
    public long TenBillionths => _units;

    /// <summary>Gets a value indicating whether the rate is 0.</summary>
    public bool IsZero => _units == 0;

    /// <summary>Gets a value indicating whether the rate is below 0.</summary>
    public bool IsNegative => _units < 0;

    /// <summary>Gets a value indicating whether this is a share: 0 % to 100 %, both included.</summary>
    public bool IsShare => _units is >= 0 and <= UnitsPerOne;

    /// <summary>Adds two rates.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The exact sum.</returns>
    /// <exception cref="OverflowException">The sum is outside the range.</exception>
    public static Rate operator +(Rate left, Rate right) => new(checked(left._units + right._units));

    /// <summary>Subtracts a rate.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second, which is taken away.</param>
    /// <returns>The exact difference.</returns>
    /// <exception cref="OverflowException">The difference is outside the range.</exception>
    public static Rate operator -(Rate left, Rate right) => new(checked(left._units - right._units));

    /// <summary>Turns the sign.</summary>
    /// <param name="value">The rate.</param>
    /// <returns>The negative rate.</returns>
    /// <exception cref="OverflowException"><paramref name="value"/> is <see cref="MinValue"/>.</exception>
    public static Rate operator -(Rate value) => new(checked(-value._units));

    /// <summary>Compares two rates.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(Rate left, Rate right) => left._units == right._units;

    /// <summary>Compares two rates.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Rate left, Rate right) => left._units != right._units;

    /// <summary>Compares two rates.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first is less.</returns>
    public static bool operator <(Rate left, Rate right) => left._units < right._units;

    /// <summary>Compares two rates.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first is less or equal.</returns>
    public static bool operator <=(Rate left, Rate right) => left._units <= right._units;

    /// <summary>Compares two rates.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first is greater.</returns>
    public static bool operator >(Rate left, Rate right) => left._units > right._units;

    /// <summary>Compares two rates.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first is greater or equal.</returns>
    public static bool operator >=(Rate left, Rate right) => left._units >= right._units;

    /// <summary>Makes a rate from a percentage: <c>Rate.Percent(5)</c> is 5 %.</summary>
    /// <param name="percent">Percent, with at most 8 decimals.</param>
    /// <returns>The rate, exactly as given.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> has more than 8 decimals or is outside the range.</exception>
    public static Rate Percent(decimal percent) => FromUnits(percent, Scale - 2, nameof(percent), "percent");

    /// <summary>Makes a rate from a fraction: <c>Rate.Fraction(0.05m)</c> is 5 %.</summary>
    /// <param name="fraction">A fraction of 1, with at most 10 decimals.</param>
    /// <returns>The rate, exactly as given.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> has more than 10 decimals or is outside the range.</exception>
    public static Rate Fraction(decimal fraction) => FromUnits(fraction, Scale, nameof(fraction), "fraction");

    /// <summary>Makes a rate from a whole number of 10^-10.</summary>
    /// <param name="tenBillionths">500 000 000 for 5 %.</param>
    /// <returns>The rate.</returns>
    public static Rate OfTenBillionths(long tenBillionths) => new(tenBillionths);

    /// <summary>Divides two amounts of one currency, such as actual by target, and rounds the quotient to 10 decimals, a half away from zero.</summary>
    /// <param name="part">The numerator.</param>
    /// <param name="whole">The denominator, not 0.</param>
    /// <returns>The quotient: 138 of 144 gives 95.83333333 %.</returns>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    /// <exception cref="DivideByZeroException"><paramref name="whole"/> is 0.</exception>
    /// <exception cref="OverflowException">The quotient is outside the range.</exception>
    public static Rate Of(Money part, Money whole)
    {
        if (part.Currency != whole.Currency)
        {
            throw new ArgumentException($"Cannot divide {part} by {whole}: the currencies {part.Currency} and {whole.Currency} differ.", nameof(whole));
        }

        return Of(part.Amount, whole.Amount);
    }

    /// <summary>Divides two numbers and rounds the quotient to 10 decimals, a half away from zero.</summary>
    /// <param name="part">The numerator.</param>
    /// <param name="whole">The denominator, not 0.</param>
    /// <returns>The quotient: 3 of 8 gives 37.5 %.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="whole"/> is 0.</exception>
    /// <exception cref="OverflowException">The quotient is outside the range.</exception>
    public static Rate Of(decimal part, decimal whole)
    {
        if (whole == 0m)
        {
            throw new DivideByZeroException($"The rate of {Exact.Format(part, 0, string.Empty)} to 0 is not defined.");
        }

        (BigInteger top, BigInteger bottom) = Exact.ToFraction(part, whole);
        BigInteger units = Exact.Divide(top * UnitsPerOne, bottom, RoundingMode.HalfAwayFromZero);
        return units >= long.MinValue && units <= long.MaxValue
            ? new Rate((long)units)
            : throw new OverflowException($"The rate of {Exact.Format(part, 0, string.Empty)} to {Exact.Format(whole, 0, string.Empty)} is outside {MinValue} to {MaxValue}.");
    }

    /// <summary>Reads what <see cref="ToString()"/> prints, such as <c>12.5%</c>.</summary>
    /// <param name="text">An optional minus, digits, at most 8 decimals after a point, and %.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is not a percentage.</exception>
    public static Rate Parse(string text)
    {
        Guard.Against.Null(text);

        return TryParse(text, out Rate rate)
            ? rate
            : throw new FormatException($"'{text}' is not a rate; expected a percentage with at most 8 decimals, such as '12.5%'.");
    }

    /// <summary>Reads what <see cref="ToString()"/> prints.</summary>
    /// <param name="text">Such as <c>12.5%</c>; a number without % is refused.</param>
    /// <param name="rate">The rate, or 0 %.</param>
    /// <returns>Whether <paramref name="text"/> is a percentage.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Rate rate)
    {
        rate = default;
        if (text is null || text.Length < 2 || text[text.Length - 1] != '%'
            || !Exact.TryParse(text.Substring(0, text.Length - 1), out decimal percent)
            || Exact.Scale(percent) > Scale - 2)
        {
            return false;
        }

        BigInteger units = Exact.ToUnits(percent, Scale - 2);
        if (units < long.MinValue || units > long.MaxValue)
        {
            return false;
        }

        rate = new Rate((long)units);
        return true;
    }

    /// <summary>Returns the rate as a fraction of 1.</summary>
    /// <returns>0.05 for 5 %.</returns>
    public decimal ToFraction() => Exact.Canonical(Exact.ToDecimal(_units, Scale));

    /// <summary>Returns the rate as a percentage.</summary>
    /// <returns>5 for 5 %.</returns>
    public decimal ToPercent() => Exact.Canonical(Exact.ToDecimal(_units, Scale - 2));

    /// <summary>Returns what is missing to 100 %.</summary>
    /// <returns>95 % for 5 %.</returns>
    /// <exception cref="OverflowException">The result is outside the range.</exception>
    public Rate Complement() => One - this;

    /// <summary>Rounds the percentage.</summary>
    /// <param name="percentDecimals">Decimals of the percentage that remain, 0 to 8.</param>
    /// <param name="mode">The mode.</param>
    /// <returns>95.83 % for 95.83333333 % and 2 decimals.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percentDecimals"/> is outside 0 to 8.</exception>
    /// <exception cref="OverflowException">The rounded rate is outside the range.</exception>
    public Rate Round(int percentDecimals, RoundingMode mode)
    {
        if (percentDecimals is < 0 or > Scale - 2)
        {
            throw new ArgumentOutOfRangeException(nameof(percentDecimals), percentDecimals, "Expected 0 to 8 decimals of the percentage.");
        }

        BigInteger unit = BigInteger.Pow(10, Scale - 2 - percentDecimals);
        return new Rate(checked((long)(Exact.Divide(_units, unit, mode) * unit)));
    }

    /// <inheritdoc/>
    public bool Equals(Rate other) => _units == other._units;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _units.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Rate other) => _units.CompareTo(other._units);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not a rate.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Rate other => CompareTo(other),
        _ => throw new ArgumentException($"Expected a Rate, got a {obj.GetType().Name}.", nameof(obj)),
    };

    /// <summary>Returns the exact percentage, such as <c>12.5%</c>; no culture plays a part.</summary>
    /// <returns>The text; <see cref="Parse(string)"/> reads it back.</returns>
    public override string ToString() => Exact.Format(ToPercent(), 0, string.Empty) + "%";

    /// <summary>Returns the percentage as text, the same in every culture.</summary>
    /// <param name="format"><c>G</c> or empty: exact. <c>0</c> to <c>8</c>: rounded to that many decimals, a half away from zero, such as <c>95.83%</c> for <c>2</c>.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        if (string.IsNullOrEmpty(format) || format == "G")
        {
            return ToString();
        }

        if (format!.Length != 1 || format[0] is < '0' or > '8')
        {
            throw new FormatException($"'{format}' is not a format of Rate; expected G or one digit, 0 to 8.");
        }

        int decimals = format[0] - '0';
        return Exact.Format(Exact.Round(ToPercent(), decimals, RoundingMode.HalfAwayFromZero), decimals, string.Empty) + "%";
    }

    private static Rate FromUnits(decimal value, int scale, string parameter, string unit)
    {
        if (Exact.Scale(value) > scale)
        {
            throw new ArgumentOutOfRangeException(parameter, value, $"Expected a {unit} with at most {(scale == Scale ? "10" : "8")} decimals; round first, by a rounding of your choice.");
        }

        BigInteger units = Exact.ToUnits(value, scale);
        if (units < long.MinValue || units > long.MaxValue)
        {
            throw new ArgumentOutOfRangeException(parameter, value, $"Expected a {unit} from {MinValue} to {MaxValue}.");
        }

        return new Rate((long)units);
    }
}
