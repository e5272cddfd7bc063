using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ChannelModel.Internal;

/// <summary>An exact fraction with a positive denominator; it is not reduced, since its life is short.</summary>
#pragma warning disable MA0094 // compared in a few places, never sorted
[StructLayout(LayoutKind.Auto)]
internal readonly struct Ratio
{
    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        Numerator = denominator.Sign < 0 ? -numerator : numerator;
        Denominator = BigInteger.Abs(denominator);
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public static Ratio Zero => new(BigInteger.Zero, BigInteger.One);

    public bool IsZero => Numerator.IsZero;

    public int Sign => Numerator.Sign;

    public static implicit operator Ratio(BigInteger whole) => new(whole, BigInteger.One);

    public static Ratio operator +(Ratio a, Ratio b) => a.Denominator == b.Denominator
        ? new(a.Numerator + b.Numerator, a.Denominator)
        : new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Ratio operator -(Ratio a) => new(-a.Numerator, a.Denominator);

    public static Ratio operator -(Ratio a, Ratio b) => a + (-b);

    public static Ratio operator *(Ratio a, Ratio b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Ratio operator /(Ratio a, Ratio b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The nearest whole multiple of <paramref name="unit"/>, by a mode.</summary>
    public BigInteger RoundTo(BigInteger unit, RoundingMode mode) => Exact.Divide(Numerator, Denominator * unit, mode) * unit;

    public Ratio Reduce()
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(Numerator, Denominator);
        return divisor.IsOne || divisor.IsZero ? this : new Ratio(Numerator / divisor, Denominator / divisor);
    }
}
