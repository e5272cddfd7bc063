using System;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel;

/// <content>The way in and out of scaled integers, for the exact arithmetic behind plans and columns.</content>
public readonly partial struct Money
{
    /// <summary>A whole number of 10^-6, exact or an overflow.</summary>
    internal static Money OfMillionths(BigInteger millionths, Currency currency) =>
        millionths >= long.MinValue && millionths <= long.MaxValue
            ? OfUnits((long)millionths, MaxScale, currency)
            : FromUnits(millionths, currency);

    /// <summary>A whole number of 10^-<paramref name="scale"/>, without any allocation: the way out of hot paths.</summary>
    internal static Money OfUnits(long units, int scale, Currency currency)
    {
        bool negative = units < 0;
        ulong rest = negative ? (ulong)(-(units + 1)) + 1 : (ulong)units;
        if (rest == 0)
        {
            return new Money(0m, currency);
        }

        while (scale > 0)
        {
            ulong shorter = rest / 10;
            if (shorter * 10 != rest)
            {
                break;
            }

            rest = shorter;
            scale--;
        }

        return new Money(new decimal((int)(uint)rest, (int)(uint)(rest >> 32), 0, negative, (byte)scale), currency);
    }

    /// <summary>The amount as a whole number of 10^-6.</summary>
    internal BigInteger ToMillionths() => TryGetMillionths(out long small) ? small : Exact.ToUnits(Amount, MaxScale);

    /// <summary>The amount as a whole number of 10^-6, if 64 bits hold it; allocates nothing on modern runtimes.</summary>
    internal bool TryGetMillionths(out long millionths)
    {
        const decimal Limit = 9_000_000_000_000m;
        if (Amount > Limit || Amount < -Limit)
        {
            millionths = 0;
            return false;
        }

#if NET8_0_OR_GREATER
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(Amount, bits);
        int scale = (bits[3] >> 16) & 0xFF;
        ulong digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        long whole = (long)(digits * MillionthsByScale[scale]);
        millionths = bits[3] < 0 ? -whole : whole;
#else
        millionths = (long)(Amount * 1_000_000m);
#endif
        return true;
    }

#if NET8_0_OR_GREATER
    private static ReadOnlySpan<ulong> MillionthsByScale => [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];
#endif
}
