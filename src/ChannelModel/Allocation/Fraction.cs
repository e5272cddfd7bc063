using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>An exact fraction of two whole numbers: a weight, a quota, a divisor. 1/3 is 1/3 and no decimal.</summary>
/// <remarks>
/// <para>
/// Range: any whole numerator and any whole denominator above 0, of any size; always reduced. Whole numbers, decimals and rates become fractions by themselves, exactly: 0.3m is 3/10, and
/// <c>Rate.Percent(40)</c> is 2/5.
/// </para>
/// <para>Equality and ordering are by value. <c>default</c> is 0.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>, IComparable
{
    private readonly long _top;
    private readonly long _bottomLessOne;
    private readonly Pair? _large;

    private Fraction(long top, long bottom)
    {
        _top = top;
        _bottomLessOne = bottom - 1;
        _large = null;
    }

    private Fraction(Pair large)
    {
        _top = 0;
        _bottomLessOne = 0;
        _large = large;
    }

    /// <summary>Gets 0.</summary>
    public static Fraction Zero => default;

    /// <summary>Gets the whole number above the line; it has the sign.</summary>
    public BigInteger Numerator => _large?.Top ?? _top;

    /// <summary>Gets the whole number below the line, at least 1.</summary>
    public BigInteger Denominator => _large?.Bottom ?? (BigInteger)_bottomLessOne + 1;

    /// <summary>Gets a value indicating whether this is 0.</summary>
    public bool IsZero => _large is null && _top == 0;

    /// <summary>Gets a value indicating whether this is below 0.</summary>
    public bool IsNegative => (_large?.Top.Sign ?? Math.Sign(_top)) < 0;

    /// <summary>Gets a value indicating whether this is a whole number.</summary>
    public bool IsWhole => Denominator.IsOne;

    internal Ratio Ratio => new(Numerator, Denominator);

    /// <summary>A whole number is a fraction.</summary>
    /// <param name="whole">The number.</param>
    public static implicit operator Fraction(long whole) => new(whole, 1);

    /// <summary>A decimal is a fraction, exactly.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Fraction(decimal value)
    {
        (BigInteger top, BigInteger bottom) = Exact.ToFraction(value, 1m);
        return Of(top, bottom);
    }

    /// <summary>A rate is a fraction, exactly: 40 % is 2/5.</summary>
    /// <param name="rate">The rate.</param>
    public static implicit operator Fraction(Rate rate) => Of(rate.TenBillionths, Rate.One.TenBillionths);

    /// <summary>Compares two fractions.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Compares two fractions.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Compares two fractions.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first is less.</returns>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Compares two fractions.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first is less or equal.</returns>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Compares two fractions.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first is greater.</returns>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Compares two fractions.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first is greater or equal.</returns>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>Makes a fraction.</summary>
    /// <param name="numerator">The number above the line.</param>
    /// <param name="denominator">The number below the line, not 0; of either sign.</param>
    /// <returns>The reduced fraction: 2 and 6 make 1/3.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is 0.</exception>
    public static Fraction Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new ArgumentOutOfRangeException(nameof(denominator), "0", "Expected a denominator other than 0.");
        }

        Ratio reduced = new Ratio(numerator, denominator).Reduce();
        return reduced.Numerator >= long.MinValue && reduced.Numerator <= long.MaxValue && reduced.Denominator <= long.MaxValue
            ? new Fraction((long)reduced.Numerator, (long)reduced.Denominator)
            : new Fraction(new Pair(reduced.Numerator, reduced.Denominator));
    }

    /// <summary>Reads what <see cref="ToString()"/> prints, and decimals.</summary>
    /// <param name="text">Such as <c>1/3</c>, <c>12</c> or <c>0.25</c>.</param>
    /// <returns>The fraction.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is neither.</exception>
    public static Fraction Parse(string text)
    {
        Guard.Against.Null(text);

        return TryParse(text, out Fraction fraction)
            ? fraction
            : throw new FormatException($"'{text}' is not a fraction; expected a whole number, a decimal with a point, or two whole numbers such as '1/3'.");
    }

    /// <summary>Reads what <see cref="ToString()"/> prints, and decimals.</summary>
    /// <param name="text">Such as <c>1/3</c>, <c>12</c> or <c>0.25</c>.</param>
    /// <param name="fraction">The fraction, or 0.</param>
    /// <returns>Whether <paramref name="text"/> is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Fraction fraction)
    {
        fraction = default;
        if (text is null || text.Length is 0 or > 1000)
        {
            return false;
        }

        int slash = text.IndexOf('/');
        if (slash < 0)
        {
            if (Whole(text, out BigInteger whole))
            {
                fraction = Of(whole, BigInteger.One);
                return true;
            }

            if (!Exact.TryParse(text, out decimal value))
            {
                return false;
            }

            fraction = value;
            return true;
        }

        if (!Whole(text.Substring(0, slash), out BigInteger top) || !Whole(text.Substring(slash + 1), out BigInteger bottom) || bottom.Sign <= 0)
        {
            return false;
        }

        fraction = Of(top, bottom);
        return true;
    }

    /// <summary>Rounds to a decimal, once.</summary>
    /// <param name="scale">The decimals that remain, 0 to 28.</param>
    /// <param name="mode">The mode.</param>
    /// <returns>The decimal, without trailing zeros.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is outside 0 to 28.</exception>
    /// <exception cref="OverflowException">The value does not fit a decimal.</exception>
    public decimal ToDecimal(int scale, RoundingMode mode = RoundingMode.HalfAwayFromZero)
    {
        if (scale is < 0 or > 28)
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "Expected 0 to 28 decimals.");
        }

        return Exact.Canonical(Exact.ToDecimal(Exact.Divide(Numerator * BigInteger.Pow(10, scale), Denominator, mode), scale));
    }

    /// <inheritdoc/>
    public bool Equals(Fraction other) => _large is null
        ? other._large is null && _top == other._top && _bottomLessOne == other._bottomLessOne
        : other._large is not null && _large.Top == other._large.Top && _large.Bottom == other._large.Bottom;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Numerator.GetHashCode() * 397) ^ Denominator.GetHashCode());

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => _large is null && other._large is null && _bottomLessOne == other._bottomLessOne
        ? _top.CompareTo(other._top)
        : Ratio.CompareTo(other.Ratio);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not a fraction.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Fraction other => CompareTo(other),
        _ => throw new ArgumentException($"Expected a Fraction, got a {obj.GetType().Name}.", nameof(obj)),
    };

    /// <summary>Returns the whole number, or both numbers such as <c>1/3</c>.</summary>
    /// <returns>The text; <see cref="Parse(string)"/> reads it back.</returns>
    public override string ToString() => IsWhole
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : Numerator.ToString(CultureInfo.InvariantCulture) + "/" + Denominator.ToString(CultureInfo.InvariantCulture);

    internal static Fraction Of(Ratio ratio) => Of(ratio.Numerator, ratio.Denominator);

    /// <summary>The number, if it is whole and 64 bits hold it; allocates nothing.</summary>
    internal bool TryGetInt64(out long whole)
    {
        whole = _top;
        return _large is null && _bottomLessOne == 0;
    }

    private static bool Whole(string text, out BigInteger whole)
    {
        whole = default;
        int start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        for (int i = start; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return text.Length > start && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole);
    }

    private sealed class Pair
    {
        public Pair(BigInteger top, BigInteger bottom)
        {
            Top = top;
            Bottom = bottom;
        }

        public BigInteger Top { get; }

        public BigInteger Bottom { get; }
    }
}
