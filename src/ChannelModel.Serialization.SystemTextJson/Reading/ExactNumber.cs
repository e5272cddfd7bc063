using System;
using System.Globalization;
using System.Numerics;

namespace ChannelModel.Serialization.SystemTextJson.Reading;

/// <summary>Reads a JSON number as a decimal, or refuses it: never rounds.</summary>
internal static class ExactNumber
{
    /// <summary>More digits than any decimal has, with room for zeros on both sides.</summary>
    private const int MaxLength = 400;

    private static readonly BigInteger Limit = BigInteger.Pow(2, 96) - 1;

    public static bool TryParse(string text, out decimal value)
    {
        value = 0m;
        if (text.Length > MaxLength)
        {
            return false;
        }

        int e = text.IndexOfAny(['e', 'E']);
        string mantissa = e < 0 ? text : text.Substring(0, e);
        int exponent = 0;
        if (e >= 0 && (!TryParseExponent(text.Substring(e + 1), out exponent) || exponent is < -1000 or > 1000))
        {
            return mantissa.Trim('-', '0', '.').Length == 0; // zero, however it is written
        }

        int point = mantissa.IndexOf('.');
        int scale = point < 0 ? 0 : mantissa.Length - point - 1;
        BigInteger digits = BigInteger.Parse(mantissa.Replace(".", string.Empty), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        scale -= exponent;
        while (!digits.IsZero && scale > 0 && (digits % 10).IsZero)
        {
            digits /= 10;
            scale--;
        }

        if (digits.IsZero)
        {
            return true;
        }

        if (scale < 0)
        {
            if (scale < -28)
            {
                return false;
            }

            digits *= BigInteger.Pow(10, -scale);
            scale = 0;
        }

        if (scale > 28 || BigInteger.Abs(digits) > Limit)
        {
            return false;
        }

        int[] bits = decimal.GetBits((decimal)BigInteger.Abs(digits));
        value = new decimal(bits[0], bits[1], bits[2], digits.Sign < 0, (byte)scale);
        return true;
    }

    private static bool TryParseExponent(string text, out int exponent) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
}
