using System;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Channels;

/// <summary>Price, unit cost and margin of one unit sold, held exactly as fractions, so that a price cut and a cost saving can be followed without rounding on the way.</summary>
/// <remarks>
/// <para>Range: the price is above 0; the cost may be any amount of 0 or more, also above the price (a negative margin). Margin = (price - cost) / price.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class UnitEconomics
{
    // Two numerators over one denominator, in units of the currency: exact under every operation below.
    private readonly BigInteger _price;
    private readonly BigInteger _cost;
    private readonly BigInteger _denominator;
    private readonly Currency _currency;

    private UnitEconomics(BigInteger price, BigInteger cost, BigInteger denominator, Currency currency)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(BigInteger.GreatestCommonDivisor(price, cost), denominator);
        _price = price / divisor;
        _cost = cost / divisor;
        _denominator = denominator / divisor;
        _currency = currency;
    }

    /// <summary>Gets the margin as a share of the price, rounded to ten decimals, a half away from zero.</summary>
    /// <exception cref="OverflowException">The cost is so far above the price that the margin is no <see cref="Rate"/>.</exception>
    public Rate Margin => Rate.OfTenBillionths(checked((long)Exact.Divide((_price - _cost) * Rate.One.TenBillionths, _price, RoundingMode.HalfAwayFromZero)));

    /// <summary>Makes it from price and cost.</summary>
    /// <param name="price">What the customer pays; above 0.</param>
    /// <param name="unitCost">What the unit costs; 0 or more, same currency.</param>
    /// <returns>The unit economics.</returns>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The price is not above 0, or the cost is negative.</exception>
    public static UnitEconomics Of(Money price, Money unitCost)
    {
        if (price.Currency != unitCost.Currency)
        {
            throw new ArgumentException($"The price {price} and the unit cost {unitCost} have different currencies, {price.Currency} and {unitCost.Currency}.", nameof(unitCost));
        }

        Positive(price);
        if (unitCost.IsNegative)
        {
            throw new ArgumentOutOfRangeException(nameof(unitCost), unitCost, "Expected a unit cost of 0 or more.");
        }

        return new UnitEconomics(Units(price), Units(unitCost), BigInteger.Pow(10, Money.MaxScale), price.Currency);
    }

    /// <summary>Makes it from price and margin: cost = price x (1 - margin).</summary>
    /// <param name="price">What the customer pays; above 0.</param>
    /// <param name="margin">The margin as a share of the price; at most 100 %, may be negative.</param>
    /// <returns>The unit economics.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The price is not above 0, or the margin is above 100 %.</exception>
    public static UnitEconomics OfMargin(Money price, Rate margin)
    {
        Positive(price);
        if (margin > Rate.One)
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "Expected a margin of at most 100%.");
        }

        BigInteger one = Rate.One.TenBillionths;
        return new UnitEconomics(
            Units(price) * one,
            Units(price) * (one - margin.TenBillionths),
            BigInteger.Pow(10, Money.MaxScale) * one,
            price.Currency);
    }

    /// <summary>Returns the price.</summary>
    /// <param name="rounding">Applied once to the exact price.</param>
    /// <returns>The rounded price.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is <see langword="null"/>.</exception>
    public Money Price(Rounding rounding) => ToMoney(_price, rounding);

    /// <summary>Returns the unit cost.</summary>
    /// <param name="rounding">Applied once to the exact cost.</param>
    /// <returns>The rounded cost.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is <see langword="null"/>.</exception>
    public Money UnitCost(Rounding rounding) => ToMoney(_cost, rounding);

    /// <summary>Returns what a unit leaves: price - cost.</summary>
    /// <param name="rounding">Applied once to the exact difference.</param>
    /// <returns>The rounded gross profit of a unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is <see langword="null"/>.</exception>
    public Money GrossProfit(Rounding rounding) => ToMoney(_price - _cost, rounding);

    /// <summary>Returns the same price with the cost that gives a margin: cost = price x (1 - margin).</summary>
    /// <param name="margin">The margin as a share of the price; at most 100 %, may be negative.</param>
    /// <returns>The unit economics with that margin.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The margin is above 100 %.</exception>
    public UnitEconomics WithMargin(Rate margin)
    {
        if (margin > Rate.One)
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "Expected a margin of at most 100%.");
        }

        BigInteger one = Rate.One.TenBillionths;
        return new UnitEconomics(_price * one, _price * (one - margin.TenBillionths), _denominator * one, _currency);
    }

    /// <summary>Returns what a price cut does: price x (1 - cut), the cost stays.</summary>
    /// <param name="cut">The cut as a share of the price, below 100 %; negative for a price rise.</param>
    /// <returns>The unit economics after the cut.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cut"/> is 100 % or more.</exception>
    public UnitEconomics AfterPriceCut(Rate cut)
    {
        BigInteger one = Rate.One.TenBillionths;
        return new UnitEconomics(_price * (one - BelowOne(cut, nameof(cut)).TenBillionths), _cost * one, _denominator * one, _currency);
    }

    /// <summary>Returns what a cost saving does: cost x (1 - saving), the price stays.</summary>
    /// <param name="saving">The saving as a share of the cost, below 100 %; negative for a cost rise.</param>
    /// <returns>The unit economics after the saving.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="saving"/> is 100 % or more.</exception>
    public UnitEconomics AfterCostSaving(Rate saving)
    {
        BigInteger one = Rate.One.TenBillionths;
        return new UnitEconomics(_price * one, _cost * (one - BelowOne(saving, nameof(saving)).TenBillionths), _denominator * one, _currency);
    }

    /// <summary>Returns what was before a price cut: price / (1 - cut), the cost stays.</summary>
    /// <param name="cut">The cut as a share of the price before, below 100 %.</param>
    /// <returns>The unit economics before the cut.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cut"/> is 100 % or more.</exception>
    public UnitEconomics BeforePriceCut(Rate cut)
    {
        BigInteger one = Rate.One.TenBillionths;
        BigInteger kept = one - BelowOne(cut, nameof(cut)).TenBillionths;
        return new UnitEconomics(_price * one, _cost * kept, _denominator * kept, _currency);
    }

    /// <summary>Returns what was before a cost saving: cost / (1 - saving), the price stays.</summary>
    /// <param name="saving">The saving as a share of the cost before, below 100 %.</param>
    /// <returns>The unit economics before the saving.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="saving"/> is 100 % or more.</exception>
    public UnitEconomics BeforeCostSaving(Rate saving)
    {
        BigInteger one = Rate.One.TenBillionths;
        BigInteger kept = one - BelowOne(saving, nameof(saving)).TenBillionths;
        return new UnitEconomics(_price * kept, _cost * one, _denominator * kept, _currency);
    }

    private static BigInteger Units(Money money) => Exact.ToUnits(money.Amount, Money.MaxScale);

    private static void Positive(Money price)
    {
        if (price.Amount <= 0m)
        {
            throw new ArgumentOutOfRangeException(nameof(price), price, "Expected a price above 0.");
        }
    }

    private static Rate BelowOne(Rate rate, string name) =>
        rate < Rate.One ? rate : throw new ArgumentOutOfRangeException(name, rate, "Expected less than 100%.");

    private Money ToMoney(BigInteger numerator, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        int scale = rounding.ScaleFor(_currency);
        BigInteger units = Exact.Divide(numerator * BigInteger.Pow(10, scale), _denominator, rounding.Mode);
        return Money.Of(Exact.ToDecimal(units, scale), _currency);
    }
}
