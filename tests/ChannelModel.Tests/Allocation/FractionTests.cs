using System;
using System.Collections.Generic;
using System.Numerics;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Fractions of any size: lowest terms, order, texts and decimals, on both sides of where 64 bits end.</summary>
public sealed class FractionTests
{
    private static readonly BigInteger PastLong = (BigInteger)long.MaxValue + 1;

    [Fact]
    public void A_fraction_is_kept_in_lowest_terms_with_a_positive_denominator()
    {
        Is(Fraction.Of(6, 4), 3, 2);
        Is(Fraction.Of(6, -4), -3, 2);
        Is(Fraction.Of(-6, -4), 3, 2);
        Is(Fraction.Of(0, -7), 0, 1);
        Is(default, 0, 1);
        Is(Fraction.Zero, 0, 1);
        Is(5, 5, 1);
        Is(0.125m, 1, 8);
        Is(Rate.Percent(12.5m), 1, 8);
        Is(Fraction.Of(PastLong * 6, PastLong * 4), 3, 2);
        Is(Fraction.Of(BigInteger.Pow(10, 40) * 2, 14), BigInteger.Pow(10, 40), 7);
        Is(Fraction.Of(1, PastLong), 1, PastLong);
        Is(Fraction.Of(long.MinValue, 1), long.MinValue, 1);
        Is(Fraction.Of((BigInteger)long.MinValue - 1, 1), (BigInteger)long.MinValue - 1, 1);
        Is(Fraction.Of(long.MinValue, long.MaxValue), long.MinValue, long.MaxValue);
        Is(Fraction.Of(PastLong, 1), PastLong, 1);
    }

    [Fact]
    public void Zero_sign_and_wholeness_are_told_apart_for_small_and_large_ones()
    {
        Says(0, zero: true, negative: false, whole: true);
        Says(3, zero: false, negative: false, whole: true);
        Says(-3, zero: false, negative: true, whole: true);
        Says(Fraction.Of(1, 2), zero: false, negative: false, whole: false);
        Says(Fraction.Of(-1, 2), zero: false, negative: true, whole: false);
        Says(Fraction.Of(PastLong, 1), zero: false, negative: false, whole: true);
        Says(Fraction.Of(-PastLong * 2, 1), zero: false, negative: true, whole: true);
        Says(Fraction.Of(-PastLong, 3), zero: false, negative: true, whole: false);
        Says(Fraction.Of(1, PastLong), zero: false, negative: false, whole: false);
    }

    [Fact]
    public void Equality_and_order_are_those_of_the_numbers()
    {
        Func<Fraction>[] makes =
        [
            () => Fraction.Of(-PastLong * 2, 1), () => Fraction.Of(-PastLong * 2, 3), () => -1, () => Fraction.Of(-1, 3), () => 0, () => Fraction.Of(1, PastLong * 3), () => Fraction.Of(1, PastLong * 2),
            () => Fraction.Of(1, PastLong), () => Fraction.Of(1, 3), () => Fraction.Of(1, 2), () => 1, () => 2, () => long.MaxValue, () => Fraction.Of(PastLong, 1), () => Fraction.Of(PastLong + 1, 1),
        ];
        ValueLaws.Apart(makes);
        Fraction[] ascending = Array.ConvertAll(makes, make => make());
        ValueLaws.Order(ascending);
        ascending.Should().BeInAscendingOrder();
        Fraction.Of(1, PastLong).Equals(0).Should().BeFalse("both have nothing in their 64 bits");
        ((Fraction)0).Equals(Fraction.Of(1, PastLong)).Should().BeFalse();
        ((Action)(() => ((IComparable)Fraction.Zero).CompareTo("1"))).Should().ThrowExactly<ArgumentException>().WithParameterName("obj").WithMessage("Expected a Fraction, got a String.*");
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("007", "7")]
    [InlineData("-12", "-12")]
    [InlineData("0.75", "3/4")]
    [InlineData("-0.5", "-1/2")]
    [InlineData("2.0", "2")]
    [InlineData("6/4", "3/2")]
    [InlineData("-6/4", "-3/2")]
    [InlineData("0/5", "0")]
    [InlineData("9/3", "3")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("-9223372036854775809", "-9223372036854775809")]
    [InlineData("1/9223372036854775808", "1/9223372036854775808")]
    [InlineData("20000000000000000000000000000000000000000/7", "20000000000000000000000000000000000000000/7")]
    public void A_text_is_read_and_written_in_lowest_terms(string text, string written)
    {
        Fraction.TryParse(text, out Fraction read).Should().BeTrue();
        read.ToString().Should().Be(written);
        Fraction.Parse(text).Should().Be(read);
        Fraction.Parse(written).Should().Be(read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData("x")]
    [InlineData("1/")]
    [InlineData("/2")]
    [InlineData("1/0")]
    [InlineData("1/-2")]
    [InlineData("+1/2")]
    [InlineData("1/+2")]
    [InlineData("1/2/3")]
    [InlineData("1/:")]
    [InlineData("1.5/2")]
    [InlineData("1/2.5")]
    public void Other_texts_are_no_fractions(string? text)
    {
        Fraction.TryParse(text, out Fraction read).Should().BeFalse();
        read.Should().Be(Fraction.Zero);
        if (text is not null)
        {
            ((Action)(() => Fraction.Parse(text))).Should().ThrowExactly<FormatException>()
                .WithMessage($"'{text}' is not a fraction; expected a whole number, a decimal with a point, or two whole numbers such as '1/3'.");
        }
    }

    [Fact]
    public void A_text_has_at_most_a_thousand_characters()
    {
        Fraction.Parse(new string('9', 1000)).Numerator.Should().Be(BigInteger.Pow(10, 1000) - 1);
        Fraction.TryParse(new string('9', 1001), out _).Should().BeFalse();
        ((Action)(() => Fraction.Parse(null!))).Should().ThrowExactly<ArgumentNullException>().WithParameterName("text");
    }

    [Fact]
    public void A_denominator_of_zero_is_refused()
    {
        ((Action)(() => Fraction.Of(1, 0))).Should().ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("denominator").WithMessage("Expected a denominator other than 0.*")
            .Which.ActualValue.Should().Be("0");
    }

    [Fact]
    public void A_decimal_is_rounded_once_and_has_no_zeros_at_its_end()
    {
        var cases = new List<(Fraction Value, int Scale, RoundingMode Mode, string Text)>
        {
            (Fraction.Of(1, 3), 0, RoundingMode.HalfAwayFromZero, "0"),
            (Fraction.Of(1, 3), 2, RoundingMode.HalfAwayFromZero, "0.33"),
            (Fraction.Of(1, 3), 2, RoundingMode.Ceiling, "0.34"),
            (Fraction.Of(1, 3), 28, RoundingMode.HalfAwayFromZero, "0.3333333333333333333333333333"),
            (Fraction.Of(1, 2), 0, RoundingMode.HalfAwayFromZero, "1"),
            (Fraction.Of(1, 2), 0, RoundingMode.HalfEven, "0"),
            (Fraction.Of(1, 2), 5, RoundingMode.HalfAwayFromZero, "0.5"),
            (Fraction.Of(-5, 2), 0, RoundingMode.HalfAwayFromZero, "-3"),
            (Fraction.Of(BigInteger.Pow(10, 20), 3), 1, RoundingMode.Floor, "33333333333333333333.3"),
        };
        foreach ((Fraction value, int scale, RoundingMode mode, string text) in cases)
        {
            value.ToDecimal(scale, mode).ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(text);
        }

        Fraction.Of(5, 2).ToDecimal(0).Should().Be(3m);
        foreach (int scale in new[] { -1, 29 })
        {
            ((Action)(() => Fraction.Of(1, 2).ToDecimal(scale))).Should().ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("scale").WithMessage("Expected 0 to 28 decimals.*")
                .Which.ActualValue.Should().Be(scale);
        }
    }

    private static void Is(Fraction fraction, BigInteger top, BigInteger bottom)
    {
        fraction.Numerator.Should().Be(top);
        fraction.Denominator.Should().Be(bottom);
    }

    private static void Says(Fraction fraction, bool zero, bool negative, bool whole) =>
        (fraction.IsZero, fraction.IsNegative, fraction.IsWhole).Should().Be((zero, negative, whole), "it is {0}", fraction);
}
