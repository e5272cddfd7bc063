using System;
using System.Globalization;
using System.Numerics;

namespace ChannelModel.Internal;

/// <summary>
/// Exact arithmetic on scaled integers, for the edges of the library: decimal multiplication and division round in silence
/// at 28 digits, these do not. Hot paths have their own 64- and 128-bit forms and are tested against this one.
/// </summary>
internal static class Exact
{
    /// <summary>10^0 to 10^28 as decimals: every power of ten that a decimal holds.</summary>
    private static readonly decimal[] DecimalPowers = MakeDecimalPowers();

    public static decimal PowerOfTen(int exponent) => DecimalPowers[exponent];

    /// <summary>Divides and rounds once. <paramref name="denominator"/> may have either sign but is not 0.</summary>
    public static BigInteger Divide(BigInteger numerator, BigInteger denominator, RoundingMode mode)
    {
        if (denominator.Sign < 0)
        {
            numerator = -numerator;
            denominator = -denominator;
        }

        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        if (remainder.IsZero)
        {
            return quotient;
        }

        int half = (BigInteger.Abs(remainder) * 2).CompareTo(denominator);
        return GoesAway(mode, numerator.Sign < 0, half, !quotient.IsEven) ? quotient + numerator.Sign : quotient;
    }

    /// <summary>
    /// Whether a cut-off quotient moves one unit away from zero: the one place where the rounding modes are told apart.
    /// </summary>
    /// <param name="mode">The mode.</param>
    /// <param name="negative">Whether the value is below zero.</param>
    /// <param name="half">The sign of (twice the remainder - the divisor): below, at or above one half.</param>
    /// <param name="odd">Whether the cut-off quotient is odd.</param>
    public static bool GoesAway(RoundingMode mode, bool negative, int half, bool odd) => mode switch
    {
        RoundingMode.HalfAwayFromZero => half >= 0,
        RoundingMode.HalfEven => half > 0 || (half == 0 && odd),
        RoundingMode.HalfTowardZero => half > 0,
        RoundingMode.HalfUp => half > 0 || (half == 0 && !negative),
        RoundingMode.HalfDown => half > 0 || (half == 0 && negative),
        RoundingMode.AwayFromZero => true,
        RoundingMode.TowardZero => false,
        RoundingMode.Ceiling => !negative,
        RoundingMode.Floor => negative,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a rounding mode."),
    };

    /// <summary>The number of decimals that <paramref name="value"/> needs: 1.50 needs one.</summary>
    public static int Scale(decimal value) => DeclaredScale(Canonical(value));

    /// <summary>The same value without trailing zeros and without a negative zero, so that equal values print the same.</summary>
    public static decimal Canonical(decimal value)
    {
        if (value == 0m)
        {
            return 0m;
        }

        BigInteger digits = Digits(value, out int scale);
        if (scale == 0)
        {
            return value;
        }

        while (scale > 0)
        {
            BigInteger shorter = BigInteger.DivRem(digits, 10, out BigInteger last);
            if (!last.IsZero)
            {
                break;
            }

            digits = shorter;
            scale--;
        }

        return ToDecimal(digits, scale);
    }

    /// <summary><paramref name="value"/> as a whole number of 10^-<paramref name="scale"/>; it must not have more decimals.</summary>
    public static BigInteger ToUnits(decimal value, int scale)
    {
        BigInteger digits = Digits(value, out int own);
        return own <= scale
            ? digits * BigInteger.Pow(10, scale - own)
            : Divide(digits, BigInteger.Pow(10, own - scale), RoundingMode.TowardZero);
    }

    /// <summary>A fraction of two decimals as two integers.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) ToFraction(decimal numerator, decimal denominator)
    {
        BigInteger top = Digits(numerator, out int topScale);
        BigInteger bottom = Digits(denominator, out int bottomScale);
        return (top * BigInteger.Pow(10, bottomScale), bottom * BigInteger.Pow(10, topScale));
    }

    /// <summary><paramref name="units"/> times 10^-<paramref name="scale"/>, canonical where the caller's units are.</summary>
    /// <exception cref="OverflowException">The value does not fit a decimal.</exception>
    public static decimal ToDecimal(BigInteger units, int scale)
    {
        // (decimal)BigInteger throws beyond 96 bits; dividing by a power of ten only moves the point, since scale <= 28.
        decimal whole = (decimal)units;
        return scale == 0 ? whole : Shift(whole, scale);
    }

    /// <summary>Rounds to <paramref name="scale"/> decimals, which may be more than the value has.</summary>
    public static decimal Round(decimal value, int scale, RoundingMode mode)
    {
        BigInteger digits = Digits(value, out int own);
        if (own <= scale)
        {
            return Canonical(value);
        }

        return Canonical(ToDecimal(Divide(digits, BigInteger.Pow(10, own - scale), mode), scale));
    }

    /// <summary>Divides two decimals and rounds once.</summary>
    public static decimal Quotient(decimal numerator, decimal denominator, int scale, RoundingMode mode)
    {
        (BigInteger top, BigInteger bottom) = ToFraction(numerator, denominator);
        return Canonical(ToDecimal(Divide(top * BigInteger.Pow(10, scale), bottom, mode), scale));
    }

    /// <summary>Multiplies by a fraction and rounds once.</summary>
    public static decimal Multiply(decimal value, BigInteger numerator, BigInteger denominator, int scale, RoundingMode mode)
    {
        BigInteger digits = Digits(value, out int own);
        return Canonical(ToDecimal(Divide(digits * numerator * BigInteger.Pow(10, scale), denominator * BigInteger.Pow(10, own), mode), scale));
    }

    /// <summary>Prints with at least <paramref name="minimumScale"/> decimals, a point, and <paramref name="group"/> between thousands.</summary>
    public static string Format(decimal value, int minimumScale, string group)
    {
        string text = Canonical(value).ToString(CultureInfo.InvariantCulture);
        bool negative = text[0] == '-';
        if (negative)
        {
            text = text.Substring(1);
        }

        int point = text.IndexOf('.');
        string whole = point < 0 ? text : text.Substring(0, point);
        string decimals = (point < 0 ? string.Empty : text.Substring(point + 1)).PadRight(minimumScale, '0');
        if (group.Length > 0)
        {
            for (int i = whole.Length - 3; i > 0; i -= 3)
            {
                whole = whole.Insert(i, group);
            }
        }

        return (negative ? "-" : string.Empty) + whole + (decimals.Length == 0 ? string.Empty : "." + decimals);
    }

    /// <summary>
    /// Reads <c>[-]digits[.digits]</c>: no sign but minus, no exponent, no group separators, no white space, and no digit that a decimal
    /// would round away.
    /// </summary>
    public static bool TryParse(string text, out decimal value)
    {
        value = 0m;
        int start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        int point = -1;
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '.' && point < 0 && i > start && i < text.Length - 1)
            {
                point = i;
            }
            else if (c is < '0' or > '9')
            {
                return false;
            }
        }

        if (text.Length == start)
        {
            return false;
        }

        string trimmed = point < 0 ? text : text.TrimEnd('0').TrimEnd('.');
        int kept = trimmed.Length - start;
        if (kept > 31 || !decimal.TryParse(trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal parsed))
        {
            // Leading zeros are the only way in which a longer text is still exact; they are no number of ours.
            return false;
        }

        int decimals = point < 0 || trimmed.Length <= point ? 0 : trimmed.Length - point - 1;
        if (decimals > DeclaredScale(parsed))
        {
            return false; // decimal rounded a digit away
        }

        value = Canonical(parsed);
        return true;
    }

    private static decimal Shift(decimal whole, int scale)
    {
        int[] bits = decimal.GetBits(whole);
        return new decimal(bits[0], bits[1], bits[2], whole < 0m, checked((byte)scale));
    }

    private static BigInteger Digits(decimal value, out int scale)
    {
        scale = DeclaredScale(value);
        int[] bits = decimal.GetBits(value);
        return new BigInteger(new decimal(bits[0], bits[1], bits[2], value < 0m, 0));
    }

    private static int DeclaredScale(decimal value) => (decimal.GetBits(value)[3] >> 16) & 0xFF;

    private static decimal[] MakeDecimalPowers()
    {
        var powers = new decimal[29];
        powers[0] = 1m;
        for (int i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10m;
        }

        return powers;
    }
}
