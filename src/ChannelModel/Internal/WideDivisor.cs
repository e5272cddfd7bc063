using System;
#if !NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChannelModel.Internal;

/// <summary>
/// Divides 128-bit products by one 64-bit divisor, exactly, with two multiplications instead of a division: the reciprocal is worked out once (Moller and Granlund, Improved division by
/// invariant integers, 2011, algorithm 4).
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct WideDivisor
{
    private readonly int _shift;
    private readonly ulong _normal;
    private readonly ulong _reciprocal;

    /// <summary>Initializes a new instance of the <see cref="WideDivisor"/> struct.</summary>
    /// <param name="divisor">Above 0.</param>
    public WideDivisor(ulong divisor)
    {
        int shift = 0;
        while (((divisor << shift) >> 63) == 0)
        {
            shift++;
        }

        _shift = shift;
        _normal = divisor << shift;
#if NET8_0_OR_GREATER
        _reciprocal = (ulong)((UInt128.MaxValue / _normal) - (UInt128.One << 64));
#else
        _reciprocal = (ulong)((((BigInteger.One << 128) - 1) / _normal) - (BigInteger.One << 64));
#endif
    }

    /// <summary>The full product of two 64-bit numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Multiply(ulong a, ulong b, out ulong low)
    {
#if NET8_0_OR_GREATER
        return Math.BigMul(a, b, out low);
#else
        ulong al = (uint)a, ah = a >> 32, bl = (uint)b, bh = b >> 32;
        ulong ll = al * bl;
        ulong middle = (ah * bl) + (ll >> 32);
        ulong other = (al * bh) + (uint)middle;
        low = (other << 32) | (uint)ll;
        return (ah * bh) + (middle >> 32) + (other >> 32);
#endif
    }

    /// <summary>
    /// The quotient of <paramref name="factor"/> x <paramref name="weight"/> by the divisor, where the weight is at most the divisor. The remainder comes shifted, so that its highest bits tell
    /// remainders apart; it is 0 where the division leaves nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Divide(ulong factor, ulong weight, out ulong shiftedRemainder)
    {
        // The weight is shifted first: it is at most the divisor, so that it has room.
        ulong high = Multiply(factor, weight << _shift, out ulong low);

        // high is below the divisor: factor is below 2^64, so that the quotient has 64 bits.
        ulong quotient = Multiply(_reciprocal, high, out ulong fraction);
        fraction += low;
        quotient += high + (fraction < low ? 1UL : 0UL) + 1;
        ulong remainder = low - (quotient * _normal);
        if (remainder > fraction)
        {
            quotient--;
            remainder += _normal;
        }

        if (remainder >= _normal)
        {
            quotient++;
            remainder -= _normal;
        }

        shiftedRemainder = remainder;
        return quotient;
    }
}
