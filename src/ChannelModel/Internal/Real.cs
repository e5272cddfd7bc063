using System;
using System.Globalization;
using System.Numerics;

namespace ChannelModel.Internal;

/// <summary>Decimals as doubles, the nearest one on every runtime: the cast of the runtimes themselves differs in the last bit for long decimals.</summary>
internal static class Real
{
    /// <summary>10^0 to 10^22: the powers of ten that a double holds exactly.</summary>
    private static readonly double[] Powers = MakePowers();

    /// <summary>The double nearest to <paramref name="value"/>, a half to the even one. Never falls where the decimal rises.</summary>
    public static double Of(decimal value)
    {
        int[] bits = decimal.GetBits(value);
        int scale = (bits[3] >> 16) & 0xFF;
        ulong low = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        if (bits[2] == 0 && low <= 1UL << 53 && scale < Powers.Length)
        {
            // Both are exact, so that one division rounds once.
            double magnitude = low / Powers[scale];
            return bits[3] < 0 && low != 0 ? -magnitude : magnitude;
        }

        BigInteger digits = new(new decimal(bits[0], bits[1], bits[2], false, 0));
        double rounded = Nearest(digits, BigInteger.Pow(10, scale));
        return bits[3] < 0 ? -rounded : rounded;
    }

    /// <summary>A text that reads back as the same double, the shortest where the runtime knows it: "R" of .NET Framework does not always read back.</summary>
    public static string Text(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
#if NETSTANDARD2_0
        if (!(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) == value) && !double.IsNaN(value))
        {
            text = value.ToString("G17", CultureInfo.InvariantCulture);
        }
#endif
        return text;
    }

    private static double Nearest(BigInteger top, BigInteger bottom)
    {
        if (top.IsZero)
        {
            return 0d;
        }

        // A quotient of 55 or 56 bits, then one rounding to 53 with what was cut off as the sticky bit.
        int shift = 55 - (Bits(top) - Bits(bottom));
        BigInteger quotient = shift >= 0
            ? BigInteger.DivRem(top << shift, bottom, out BigInteger rest)
            : BigInteger.DivRem(top, bottom << -shift, out rest);
        ulong whole = (ulong)quotient;
        int cut = Bits(quotient) - 53;
        ulong tail = whole & ((1UL << cut) - 1);
        ulong half = 1UL << (cut - 1);
        whole >>= cut;
        if (tail > half || (tail == half && (!rest.IsZero || (whole & 1) == 1)))
        {
            whole++;
        }

        return whole * BitConverter.Int64BitsToDouble((long)(1023 + cut - shift) << 52);
    }

    private static int Bits(BigInteger value)
    {
        int bits = 0;
        while (!value.IsZero)
        {
            value >>= 1;
            bits++;
        }

        return bits;
    }

    private static double[] MakePowers()
    {
        var powers = new double[23];
        powers[0] = 1d;
        for (int i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10d;
        }

        return powers;
    }
}
