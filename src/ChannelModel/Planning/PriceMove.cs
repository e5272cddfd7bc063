using System;

namespace ChannelModel.Planning;

/// <summary>A price cut that is to be paid for by a cost saving, with the margin that the plan states for afterwards.</summary>
/// <remarks>
/// <para>Range: the price is above 0, cut and saving are 0 % to below 100 %, the margin is at most 100 %.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class PriceMove
{
    /// <summary>Initializes a new instance of the <see cref="PriceMove"/> class.</summary>
    /// <param name="price">The price before; above 0.</param>
    /// <param name="priceCut">The cut as a share of the price before.</param>
    /// <param name="costSaving">The saving as a share of the unit cost before.</param>
    /// <param name="margin">The margin after the move, as a share of the price after.</param>
    /// <param name="claim">What the plan says of the margin.</param>
    /// <param name="statedNewPrice">The price after, if it is stated, to be compared with the price after the cut.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public PriceMove(Money price, Rate priceCut, Rate costSaving, Rate margin, MarginClaim claim, Money? statedNewPrice = null)
    {
        Price = price.Amount > 0m ? price : throw new ArgumentOutOfRangeException(nameof(price), price, "Expected a price above 0.");
        PriceCut = Cut(priceCut, nameof(priceCut));
        CostSaving = Cut(costSaving, nameof(costSaving));
        Margin = margin <= Rate.One ? margin : throw new ArgumentOutOfRangeException(nameof(margin), margin, "Expected a margin of at most 100%.");
        Claim = claim;
        StatedNewPrice = statedNewPrice is Money after && after.Currency != price.Currency
            ? throw new ArgumentException($"The prices {price} and {after} have different currencies, {price.Currency} and {after.Currency}.", nameof(statedNewPrice))
            : statedNewPrice is { Amount: <= 0m } nothing ? throw new ArgumentOutOfRangeException(nameof(statedNewPrice), nothing, "Expected a price above 0.") : statedNewPrice;
    }

    /// <summary>Gets the price before.</summary>
    public Money Price { get; }

    /// <summary>Gets the cut as a share of the price before.</summary>
    public Rate PriceCut { get; }

    /// <summary>Gets the saving as a share of the unit cost before.</summary>
    public Rate CostSaving { get; }

    /// <summary>Gets the margin after the move.</summary>
    public Rate Margin { get; }

    /// <summary>Gets what the plan says of the margin.</summary>
    public MarginClaim Claim { get; }

    /// <summary>Gets the price after, if it is stated.</summary>
    public Money? StatedNewPrice { get; }

    private static Rate Cut(Rate rate, string name) => rate >= Rate.Zero && rate < Rate.One
        ? rate
        : throw new ArgumentOutOfRangeException(name, rate, "Expected 0% to below 100%.");
}
