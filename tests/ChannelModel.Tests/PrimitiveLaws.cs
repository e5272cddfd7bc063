using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;
using CsCheck;

namespace ChannelModel.Tests;

/// <summary>Money, rates and rounding against exact fractions of big integers.</summary>
public sealed class PrimitiveLaws
{
    private static readonly Currency[] Currencies = [Currency.CNY, Currency.JPY, Currency.KWD, Currency.CLF, Currency.XAU, default];

    private static readonly Gen<Currency> GenCurrency = Gen.Int[0, Currencies.Length - 1].Select(i => Currencies[i]);

    /// <summary>Millionths: small, around halves, and near the limits.</summary>
    private static readonly Gen<decimal> GenAmount = Gen.Frequency(
        (3, Gen.Long[-2_000_000, 2_000_000].Select(units => units / 1_000_000m)),
        (2, Gen.Long.Select(units => units / 1_000_000m)),
        (1, Gen.Int[0, 1_000].Select(less => Money.MaxAmount - (less / 1_000_000m))),
        (1, Gen.Int[0, 1_000].Select(less => -Money.MaxAmount + (less / 1_000_000m))));

    private static readonly Gen<Money> GenMoney = Gen.Select(GenAmount, GenCurrency, Money.Of);

    private static readonly Gen<Rate> GenRate = Gen.Frequency(
        (3, Gen.Long[-20_000_000_000, 20_000_000_000]), (1, Gen.Long), (1, Gen.Int[0, 5].Select(less => long.MaxValue - less))).Select(Rate.OfTenBillionths);

    private static readonly Gen<Rounding> GenRounding = Gen.Select(Gen.Int[0, 8], Gen.Int[-1, 6], (mode, scale) => scale < 0 ? Rounding.All[mode] : Rounding.All[mode].WithScale(scale));

    [Fact]
    public void Values_keep_the_laws_of_values()
    {
        GenMoney.Array[1, 6].Sample(
            values =>
            {
                ValueLaws.Equality(values);
                ValueLaws.Order(values, (left, right) => left.Currency == right.Currency);
                ValueLaws.Text(values, Money.Parse);
            },
            iter: Laws.Iterations / 10);
        GenRate.Array[1, 6].Sample(
            values =>
            {
                ValueLaws.Equality(values);
                ValueLaws.Order(values);
                ValueLaws.Text(values, Rate.Parse);
            },
            iter: Laws.Iterations / 10);
        GenRounding.Array[1, 6].Sample(
            values =>
            {
                ValueLaws.Equality(values);
                ValueLaws.Text(values, Rounding.Parse);
            },
            iter: Laws.Iterations / 10);
        Gen.String.AlphaNumeric.Where(text => text.Length is > 0 and <= 100).Select(text => new Id<string>(text)).Array[1, 6].Sample(
            values =>
            {
                ValueLaws.Equality(values);
                ValueLaws.Order(values);
                ValueLaws.Text(values, text => new Id<string>(text));
            },
            iter: Laws.Iterations / 10);
        ValueLaws.Equality(Currency.Active);
        ValueLaws.Order(Currency.Active);
        ValueLaws.Text(Currency.Active, Currency.Parse);
    }

    [Fact]
    public void Sums_are_exact_or_throw()
    {
        Gen.Select(GenAmount, GenAmount).Sample(
            (left, right) =>
            {
                BigInteger exact = Units(left) + Units(right);
                Money? sum = Attempt(() => Money.Of(left, Currency.CNY) + Money.Of(right, Currency.CNY));
                (sum is null).Should().Be(BigInteger.Abs(exact) > (BigInteger)decimal.MaxValue);
                if (sum is Money known)
                {
                    Units(known.Amount).Should().Be(exact);
                    (known - Money.Of(right, Currency.CNY)).Should().Be(Money.Of(left, Currency.CNY));
                    known.ToString().Should().Be(Money.Of(known.Amount, Currency.CNY).ToString(), "sums are canonical as well");
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Products_and_quotients_are_rounded_once_by_every_mode()
    {
        Gen.Select(GenAmount, GenRate, Gen.Long[-1_000_000, 1_000_000].Where(divisor => divisor != 0), GenRounding, GenCurrency).Sample(
            (amount, rate, divisor, rounding, currency) =>
            {
                int scale = rounding.Scale ?? currency.MinorUnits ?? 6;
                Money money = Money.Of(amount, currency);

                // amount x rate = units x tenBillionths / 10^(6 + 10), in units of 10^-scale.
                Same(
                    Attempt(() => money.Multiply(rate, rounding)),
                    Oracle(Units(amount) * rate.TenBillionths * BigInteger.Pow(10, scale), BigInteger.Pow(10, 16), rounding.Mode),
                    scale);
                Same(
                    Attempt(() => money.Divide(divisor, rounding)),
                    Oracle(Units(amount) * BigInteger.Pow(10, scale), BigInteger.Pow(10, 6) * divisor, rounding.Mode),
                    scale);
                Same(
                    Attempt(() => money.Round(rounding)),
                    Oracle(Units(amount) * BigInteger.Pow(10, scale), BigInteger.Pow(10, 6), rounding.Mode),
                    scale);
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Plain_rounding_agrees_with_the_oracle_and_where_it_can_with_the_framework()
    {
        Gen.Select(Gen.Decimal, Gen.Int[0, 28], Gen.Int[0, 8]).Sample(
            (value, scale, mode) =>
            {
                decimal? rounded = Attempt(() => Rounding.All[mode].Round(value, scale));
                if (rounded is null)
                {
                    return; // a carry beyond 96 bits
                }

                decimal framework = (RoundingMode)mode switch
                {
                    RoundingMode.HalfAwayFromZero => decimal.Round(value, scale, MidpointRounding.AwayFromZero),
                    RoundingMode.HalfEven => decimal.Round(value, scale, MidpointRounding.ToEven),
                    RoundingMode.TowardZero => decimal.Round(value, scale, MidpointRounding.ToZero),
                    RoundingMode.Ceiling => decimal.Round(value, scale, MidpointRounding.ToPositiveInfinity),
                    RoundingMode.Floor => decimal.Round(value, scale, MidpointRounding.ToNegativeInfinity),
                    _ => rounded.Value,
                };
                rounded.Should().Be(framework);
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void A_rate_of_two_numbers_is_the_nearest_of_its_scale()
    {
        Gen.Select(Gen.Long, Gen.Long.Where(whole => whole != 0)).Sample(
            (part, whole) =>
            {
                Rate? rate = Attempt(() => Rate.Of(part, (decimal)whole));
                BigInteger exact = Oracle((BigInteger)part * Rate.One.TenBillionths, whole, RoundingMode.HalfAwayFromZero);
                (rate is null).Should().Be(exact > long.MaxValue || exact < long.MinValue);
                if (rate is Rate known)
                {
                    ((BigInteger)known.TenBillionths).Should().Be(exact);
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Percent_and_fraction_are_the_same_rate()
    {
        Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Sample(
            units =>
            {
                Rate rate = Rate.OfTenBillionths(units);
                Rate.Percent(rate.ToPercent()).Should().Be(rate);
                Rate.Fraction(rate.ToFraction()).Should().Be(rate);
                rate.ToPercent().Should().Be(rate.ToFraction() * 100m);
                (rate.Complement() + rate).Should().Be(Rate.One);
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Text_of_numbers_is_read_exactly_or_refused()
    {
        Gen.OneOf(
            Gen.Char["0123456789.-"].Array[0, 36].Select(chars => new string(chars)),
            Gen.Decimal.Select(value => value.ToString(CultureInfo.InvariantCulture))).Sample(
            text =>
            {
                if (!Exact.TryParse(text, out decimal value))
                {
                    return;
                }

                // What was read is what stands there: no digit rounded away.
                string digits = text.TrimStart('-');
                int point = digits.IndexOf('.', StringComparison.Ordinal);
                int scale = point < 0 ? 0 : digits.Length - point - 1;
                BigInteger exact = BigInteger.Parse(digits.Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
                (BigInteger Top, BigInteger Bottom) read = Exact.ToFraction(Math.Abs(value), 1m);
                (read.Top * BigInteger.Pow(10, scale)).Should().Be(exact * read.Bottom);
            },
            iter: Laws.Iterations);
    }

    /// <summary>Rounds by looking at both neighbours: slow, and nothing to get wrong.</summary>
    private static BigInteger Oracle(BigInteger top, BigInteger bottom, RoundingMode mode)
    {
        if (bottom.Sign < 0)
        {
            (top, bottom) = (-top, -bottom);
        }

        BigInteger floor = (top - (((top % bottom) + bottom) % bottom)) / bottom;
        if (floor * bottom == top)
        {
            return floor;
        }

        BigInteger ceiling = floor + 1;
        BigInteger away = top.Sign > 0 ? ceiling : floor;
        BigInteger toward = top.Sign > 0 ? floor : ceiling;
        int nearer = (top - (floor * bottom)).CompareTo((ceiling * bottom) - top);
        BigInteger? nearest = nearer < 0 ? floor : nearer > 0 ? ceiling : null;
        return mode switch
        {
            RoundingMode.AwayFromZero => away,
            RoundingMode.TowardZero => toward,
            RoundingMode.Ceiling => ceiling,
            RoundingMode.Floor => floor,
            RoundingMode.HalfAwayFromZero => nearest ?? away,
            RoundingMode.HalfTowardZero => nearest ?? toward,
            RoundingMode.HalfUp => nearest ?? ceiling,
            RoundingMode.HalfDown => nearest ?? floor,
            _ => nearest ?? (floor.IsEven ? floor : ceiling),
        };
    }

    private static void Same(Money? actual, BigInteger expectedUnits, int scale)
    {
        BigInteger millionths = expectedUnits * BigInteger.Pow(10, 6 - scale);
        (actual is null).Should().Be(BigInteger.Abs(millionths) > (BigInteger)decimal.MaxValue);
        if (actual is Money money)
        {
            Units(money.Amount).Should().Be(millionths);
        }
    }

    private static BigInteger Units(decimal amount) => Exact.ToUnits(amount, Money.MaxScale);

    private static T? Attempt<T>(Func<T> compute)
        where T : struct
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
