using System.Collections.Generic;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Kpis;

/// <summary>The arithmetic of this namespace: exact fractions, rounded once at the end. No double plays a part, hence no NaN, and the same digits on every runtime.</summary>
internal static class KpiArithmetic
{
    /// <summary>The decimals of a number that was computed; percentages have 8 and money 6.</summary>
    public const int NumberScale = 10;

    private const int Scale = 28;

    /// <summary>The decimals that a square root is kept with before it is used further.</summary>
    private const int RootScale = 24;

    private static readonly BigInteger One = BigInteger.Pow(10, Scale);
    private static readonly BigInteger Limit = BigInteger.Pow(2, 96) - 1;

    /// <summary>Whole numbers of 10^-28, which every decimal is.</summary>
    public static BigInteger Units(decimal amount) => Exact.ToUnits(amount, Scale);

    public static Ratio Of(decimal amount) => new(Units(amount), One);

    public static Ratio OfUnits(BigInteger units) => new(units, One);

    /// <summary>The quotient as a bare number of the unit: times 100 for a percentage.</summary>
    public static Ratio Fraction(KpiUnit unit, BigInteger numerator, BigInteger denominator) =>
        new(unit.Kind == KpiUnitKind.Percent ? numerator * 100 : numerator, denominator);

    public static KpiFigure Quotient(KpiUnit unit, BigInteger numerator, BigInteger denominator) => Round(unit, Fraction(unit, numerator, denominator));

    /// <summary>A sum of values of the unit, not rounded; out of range where a decimal cannot hold every digit.</summary>
    public static KpiFigure Sum(KpiUnit unit, BigInteger units)
    {
        int scale = Scale;
        while (scale > 0)
        {
            BigInteger shorter = BigInteger.DivRem(units, 10, out BigInteger last);
            if (!last.IsZero)
            {
                break;
            }

            units = shorter;
            scale--;
        }

        return Make(unit, units, scale);
    }

    /// <summary>Rounds once, half away from zero, to the decimals of the unit.</summary>
    public static KpiFigure Round(KpiUnit unit, Ratio amount)
    {
        int scale = unit.Kind switch
        {
            KpiUnitKind.Percent => Rate.Scale - 2,
            KpiUnitKind.Money => Money.MaxScale,
            _ => NumberScale,
        };
        return Make(unit, Exact.Divide(amount.Numerator * BigInteger.Pow(10, scale), amount.Denominator, RoundingMode.HalfAwayFromZero), scale);
    }

    /// <summary>Rounds to a decimal; null where it does not fit.</summary>
    public static decimal? Round(Ratio amount, int scale)
    {
        BigInteger units = Exact.Divide(amount.Numerator * BigInteger.Pow(10, scale), amount.Denominator, RoundingMode.HalfAwayFromZero);
        return BigInteger.Abs(units) > Limit ? null : Exact.Canonical(Exact.ToDecimal(units, scale));
    }

    /// <summary>A quotient as a rate, rounded once, half away from zero.</summary>
    public static (Rate? Value, KpiGap Gap) ToRate(Ratio quotient)
    {
        BigInteger units = Exact.Divide(quotient.Numerator * BigInteger.Pow(10, Rate.Scale), quotient.Denominator, RoundingMode.HalfAwayFromZero);
        return units < long.MinValue || units > long.MaxValue ? (null, KpiGap.OutOfRange) : (Rate.OfTenBillionths((long)units), KpiGap.None);
    }

    /// <summary>The square root to 24 decimals, nearest.</summary>
    public static Ratio Root(Ratio square)
    {
        BigInteger scaled = square.Numerator * BigInteger.Pow(10, 2 * RootScale) / square.Denominator;
        BigInteger root = Floor(scaled);
        if (scaled - (root * root) > root)
        {
            root++;
        }

        return new Ratio(root, BigInteger.Pow(10, RootScale));
    }

    public static Ratio Abs(Ratio value) => value.Sign < 0 ? -value : value;

    public static Ratio Min(Ratio a, Ratio b) => a.CompareTo(b) <= 0 ? a : b;

    public static Ratio Max(Ratio a, Ratio b) => a.CompareTo(b) >= 0 ? a : b;

    /// <summary>The middle value, or the mean of the two middle ones.</summary>
    public static Ratio Median(List<Ratio> values)
    {
        values.Sort((a, b) => a.CompareTo(b));
        int half = values.Count / 2;
        return values.Count % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / new BigInteger(2);
    }

    /// <summary>The largest whole number whose square is not above (Newton's method from above).</summary>
    private static BigInteger Floor(BigInteger square)
    {
        if (square.Sign <= 0)
        {
            return BigInteger.Zero;
        }

        int bits = square.ToByteArray().Length * 8;
        BigInteger x = BigInteger.One << ((bits + 1) / 2);
        while (true)
        {
            BigInteger next = (x + (square / x)) >> 1;
            if (next >= x)
            {
                return x;
            }

            x = next;
        }
    }

    private static KpiFigure Make(KpiUnit unit, BigInteger units, int scale)
    {
        if (BigInteger.Abs(units) > Limit)
        {
            return KpiFigure.Missing(KpiGap.OutOfRange);
        }

        decimal amount = Exact.Canonical(Exact.ToDecimal(units, scale));
        if (unit.Kind == KpiUnitKind.Percent)
        {
            return ToRate(Of(amount) / new BigInteger(100)).Value is Rate rate ? KpiFigure.Of(rate) : KpiFigure.Missing(KpiGap.OutOfRange);
        }

        return unit.Kind == KpiUnitKind.Money && (amount > Money.MaxAmount || amount < -Money.MaxAmount)
            ? KpiFigure.Missing(KpiGap.OutOfRange)
            : KpiFigure.Of(unit.Make(amount));
    }
}
