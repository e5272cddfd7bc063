using System;
using System.Globalization;
using System.Linq;

namespace ChannelModel.Tests;

/// <summary>The primitives by example: edges, defaults, refusals with the value and the bounds, texts free of culture.</summary>
public sealed class PrimitiveTests
{
    [Fact]
    public void Currencies_are_the_active_list_of_iso_4217()
    {
        Currency.ListDate.Should().Be("2026-01-01");
        Currency.Active.Should().HaveCount(178).And.OnlyHaveUniqueItems().And.BeInAscendingOrder();
        Currency.Active.Select(currency => currency.Number).Should().OnlyHaveUniqueItems();
        Currency.Active.Should().OnlyContain(currency => currency.Code.Length == 3 && currency.Name.Length > 2 && currency.Number > 0 && currency.Number < 1000);
        Currency.Active.GroupBy(currency => currency.MinorUnits).OrderBy(group => group.Key ?? -1).Select(group => (group.Key, group.Count()))
            .Should().Equal((null, 13), (0, 17), (2, 139), (3, 7), (4, 2));
        Currency.Active.Select(currency => typeof(Currency).GetProperty(currency.Code)!.GetValue(null)).Should().Equal(Currency.Active.Cast<object>());
    }

    [Theory]
    [InlineData("CNY", 156, 2)]
    [InlineData("JPY", 392, 0)]
    [InlineData("KWD", 414, 3)]
    [InlineData("CLF", 990, 4)]
    [InlineData("UYW", 927, 4)]
    [InlineData("XCG", 532, 2)]
    [InlineData("ZWG", 924, 2)]
    [InlineData("XAD", 396, 2)]
    [InlineData("XAU", 959, null)]
    [InlineData("XDR", 960, null)]
    [InlineData("XXX", 999, null)]
    public void A_currency_has_its_number_and_minor_units(string code, int number, int? minorUnits)
    {
        Currency currency = Currency.Parse(code);
        currency.Number.Should().Be(number);
        currency.MinorUnits.Should().Be(minorUnits);
        currency.ToString().Should().Be(code);
    }

    [Theory]
    [InlineData("BGN")]
    [InlineData("HRK")]
    [InlineData("ANG")]
    [InlineData("CUC")]
    [InlineData("ZWL")]
    [InlineData("cny")]
    [InlineData("")]
    [InlineData("RMB")]
    public void Historic_and_unknown_codes_are_refused(string code)
    {
        Currency.TryParse(code, out Currency currency).Should().BeFalse();
        currency.Should().Be(Currency.XXX);
        ((Action)(() => Currency.Parse(code))).Should().Throw<FormatException>().WithMessage($"'{code}' is not an active ISO 4217 code (list of 2026-01-01)*");
    }

    [Fact]
    public void Defaults_are_legal_values()
    {
        default(Currency).Should().Be(Currency.XXX);
        default(Money).Should().Be(Money.Zero(Currency.XXX));
        default(Money).ToString().Should().Be("0 XXX");
        default(Rate).Should().Be(Rate.Zero);
    }

    [Fact]
    public void Money_keeps_no_trailing_zeros_and_prints_the_currencys_decimals()
    {
        Money.Of(1.0m, Currency.CNY).Should().Be(Money.Of(1.00m, Currency.CNY));
        Money.Of(1.0m, Currency.CNY).ToString().Should().Be("1.00 CNY");
        Money.Of(-0.0m, Currency.CNY).ToString().Should().Be("0.00 CNY");
        (-Money.Of(0m, Currency.CNY)).ToString().Should().Be("0.00 CNY");
        Money.Of(1234567.5m, Currency.JPY).ToString("N", null).Should().Be("1 234 567.5 JPY");
        Money.Of(-123456.125m, Currency.KWD).ToString("N", null).Should().Be("-123 456.125 KWD");
        Money.Of(12.345678m, Currency.CNY).ToString().Should().Be("12.345678 CNY");
        Money.OfMinorUnits(1250, Currency.CNY).Should().Be(Money.Of(12.5m, Currency.CNY));
        Money.OfMinorUnits(1250, Currency.JPY).Should().Be(Money.Of(1250, Currency.JPY));
        (Money.Of(0.1m, Currency.CNY) * 3).Should().Be(3 * Money.Of(0.1m, Currency.CNY));
    }

    [Fact]
    public void Money_outside_its_range_is_refused_with_the_value_and_the_bounds()
    {
        ((Action)(() => Money.Of(0.0000001m, Currency.CNY))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected at most 6 decimals*").Which.ActualValue.Should().Be(0.0000001m);
        ((Action)(() => Money.Of(decimal.MaxValue, Currency.CNY))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Expected an amount from -79228162514264337593543.950335 to 79228162514264337593543.950335.*79228162514264337593543950335*");
        Money.Of(Money.MaxAmount, Currency.CNY).Amount.Should().Be(Money.MaxAmount);
        ((Action)(() => _ = Money.Of(Money.MaxAmount, Currency.CNY) + Money.Of(0.000001m, Currency.CNY))).Should().Throw<OverflowException>();
        ((Action)(() => _ = Money.Of(Money.MaxAmount, Currency.CNY) * 2)).Should().Throw<OverflowException>();
        ((Action)(() => Money.Of(1, Currency.CNY).Divide(0, Rounding.HalfEven))).Should().Throw<DivideByZeroException>();
    }

    [Fact]
    public void Mixing_currencies_names_both()
    {
        Money yuan = Money.Of(5, Currency.CNY);
        Money dollar = Money.Of(3, Currency.USD);
        ((Action)(() => _ = yuan + dollar)).Should().Throw<ArgumentException>().WithMessage("Cannot add 5.00 CNY and 3.00 USD: the currencies CNY and USD differ.");
        ((Action)(() => _ = yuan - dollar)).Should().Throw<ArgumentException>().WithMessage("*CNY and USD*");
        ((Action)(() => _ = yuan < dollar)).Should().Throw<ArgumentException>().WithMessage("*CNY and USD*");
        ((Action)(() => Rate.Of(yuan, dollar))).Should().Throw<ArgumentException>().WithMessage("*CNY and USD*");
        ((Action)(() => Money.Sum([yuan, dollar], Currency.CNY))).Should().Throw<ArgumentException>().WithMessage("*CNY and USD*");
        yuan.CompareTo(dollar).Should().BeNegative("sorting goes by currency first");
        (yuan == dollar).Should().BeFalse();
    }

    [Theory]
    [InlineData("12.50 CNY", "12.50 CNY")]
    [InlineData("-0.000001 CNY", "-0.000001 CNY")]
    [InlineData("12.5000000000 CNY", "12.50 CNY")]
    [InlineData("007 JPY", "7 JPY")]
    [InlineData("79228162514264337593543.950335 CNY", "79228162514264337593543.950335 CNY")]
    public void Money_is_read_from_text(string text, string printed) => Money.Parse(text).ToString().Should().Be(printed);

    [Theory]
    [InlineData("12.50")]
    [InlineData("12,50 CNY")]
    [InlineData("1 234.50 CNY")]
    [InlineData("12.50  CNY")]
    [InlineData("12. CNY")]
    [InlineData(".5 CNY")]
    [InlineData("1e3 CNY")]
    [InlineData("+1 CNY")]
    [InlineData("1.2345678 CNY")]
    [InlineData("79228162514264337593543.950336 CNY")]
    [InlineData("- CNY")]
    [InlineData("")]
    public void Text_that_is_no_amount_is_refused(string text)
    {
        Money.TryParse(text, out Money money).Should().BeFalse();
        money.Should().Be(default(Money));
        ((Action)(() => Money.Parse(text))).Should().Throw<FormatException>();
    }

    [Fact]
    public void Five_percent_cannot_be_mistaken_for_five()
    {
        Rate.Percent(5).Should().Be(Rate.Fraction(0.05m));
        Rate.Percent(5).ToString().Should().Be("5%");
        Rate.Parse("12.5%").Should().Be(Rate.Fraction(0.125m));
        Rate.TryParse("0.05", out _).Should().BeFalse();
        Rate.TryParse("5 %", out _).Should().BeFalse();
        Rate.TryParse("5.123456789%", out _).Should().BeFalse();
        Rate.Of(138m, 144m).ToString("2", null).Should().Be("95.83%");
        Rate.Of(138m, 144m).Round(2, RoundingMode.HalfAwayFromZero).Should().Be(Rate.Percent(95.83m));
        Money.Of(1000, Currency.CNY).Multiply(Rate.Percent(5), Rounding.HalfEven).Should().Be(Money.Of(50, Currency.CNY));
    }

    [Fact]
    public void Rates_outside_their_range_are_refused_with_the_value_and_the_bounds()
    {
        ((Action)(() => Rate.Fraction(0.00000000001m))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected a fraction with at most 10 decimals*").Which.ActualValue.Should().Be(0.00000000001m);
        ((Action)(() => Rate.Percent(1e12m))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected a percent from -92233720368.54775808% to 92233720368.54775807%.*1000000000000*");
        ((Action)(() => _ = Rate.MaxValue + Rate.OfTenBillionths(1))).Should().Throw<OverflowException>();
        ((Action)(() => Rate.Of(1m, 0m))).Should().Throw<DivideByZeroException>().WithMessage("The rate of 1 to 0 is not defined.");
        ((Action)(() => Rate.Percent(5).ToString("9", null))).Should().Throw<FormatException>();
        ((Action)(() => Rate.Percent(5).Round(9, RoundingMode.Floor))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("half-away-from-zero", "0.13", "-0.13")]
    [InlineData("half-even", "0.12", "-0.12")]
    [InlineData("half-toward-zero", "0.12", "-0.12")]
    [InlineData("half-up", "0.13", "-0.12")]
    [InlineData("half-down", "0.12", "-0.13")]
    [InlineData("away-from-zero", "0.13", "-0.13")]
    [InlineData("toward-zero", "0.12", "-0.12")]
    [InlineData("ceiling", "0.13", "-0.12")]
    [InlineData("floor", "0.12", "-0.13")]
    public void A_named_rounding_does_what_its_name_says(string name, string positive, string negative)
    {
        Rounding rounding = Rounding.Parse(name);
        rounding.Round(0.125m, 2).ToString(CultureInfo.InvariantCulture).Should().Be(positive);
        rounding.Round(-0.125m, 2).ToString(CultureInfo.InvariantCulture).Should().Be(negative);
        Money.Of(0.125m, Currency.CNY).Round(rounding).Should().Be(Money.Parse(positive + " CNY"));
        Rounding.Parse(name + "/3").Should().Be(rounding.WithScale(3));
        Money.Of(0.125m, Currency.CNY).Round(rounding.WithScale(3)).Should().Be(Money.Parse("0.125 CNY"));
        rounding.ScaleFor(Currency.KWD).Should().Be(3);
        rounding.ScaleFor(Currency.XAU).Should().Be(6);
    }

    [Fact]
    public void Unknown_roundings_are_refused_with_the_known_ones()
    {
        ((Action)(() => Rounding.Parse("bankers"))).Should().Throw<FormatException>().WithMessage("'bankers' is not a rounding; expected one of half-away-from-zero, half-even*");
        Rounding.TryParse("half-even/7", out _).Should().BeFalse();
        Rounding.TryParse("half-even/", out _).Should().BeFalse();
        ((Action)(() => Rounding.HalfEven.WithScale(7))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => Rounding.HalfEven.Round(1m, 29))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Ids_are_legal_texts_of_any_script()
    {
        new Id<string>("团长-01").Value.Should().Be("团长-01");
        foreach (string? illegal in new[] { string.Empty, " a", "a ", "a\tb\n", new string('x', 101) })
        {
            Id<string>.TryCreate(illegal, out Id<string>? id).Should().BeFalse();
            id.Should().BeNull();
            ((Action)(() => _ = new Id<string>(illegal))).Should().Throw<ArgumentException>().WithMessage("*expected 1 to 100 characters*");
        }

        ((Action)(() => _ = new Id<string>(null!))).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Texts_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            foreign.NumberFormat.NumberDecimalSeparator = ",";
            foreign.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = foreign;
            Money.Of(-1234.5m, Currency.CNY).ToString("N", foreign).Should().Be("-1 234.50 CNY");
            Money.Parse("-1234.50 CNY").Amount.Should().Be(-1234.5m);
            Rate.Percent(-12.5m).ToString().Should().Be("-12.5%");
            Rate.Parse("-12.5%").Should().Be(Rate.Percent(-12.5m));
            Rounding.HalfEven.WithScale(2).ToString().Should().Be("half-even/2");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
