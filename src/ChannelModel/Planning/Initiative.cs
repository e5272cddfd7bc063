using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>One thing the plan will do: which channel it runs, what it costs, whom it reaches, and what it is expected to bring.</summary>
/// <remarks>
/// <para>Everything but the channel is optional, since plans leave it out; what is missing is <see langword="null"/> or empty, never 0.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Initiative
{
    /// <summary>Initializes a new instance of the <see cref="Initiative"/> class.</summary>
    /// <param name="channel">The channel that it runs; its id is the id of the initiative.</param>
    /// <param name="fees">What it costs; none if the plan does not say.</param>
    /// <param name="funnel">From reach to revenue.</param>
    /// <param name="trialConversion">The conversion that a trial of this initiative reached, 0 % to 100 %.</param>
    /// <param name="expectedSales">The sales that it is expected to bring over the period, 0 or more.</param>
    /// <param name="roi">The return that the plan states.</param>
    /// <param name="priceMove">A price cut with its cost saving and margin.</param>
    /// <param name="space">The selling space.</param>
    /// <param name="salesDensity">The sales density that the plan states.</param>
    /// <param name="costShare">Who bears which share of the first costs.</param>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="trialConversion"/> or <paramref name="expectedSales"/> is outside its range.</exception>
    public Initiative(
        Channel channel,
        IEnumerable<Fee>? fees = null,
        Funnel? funnel = null,
        Rate? trialConversion = null,
        Money? expectedSales = null,
        StatedRoi? roi = null,
        PriceMove? priceMove = null,
        Space? space = null,
        SalesDensity? salesDensity = null,
        Mix<CostBearer>? costShare = null)
    {
        Channel = Guard.Against.Null(channel);
        Fees = fees?.ToArray() ?? [];
        Funnel = funnel;
        TrialConversion = trialConversion is { IsShare: false } outside
            ? throw new ArgumentOutOfRangeException(nameof(trialConversion), outside, "Expected 0% to 100%.")
            : trialConversion;
        ExpectedSales = expectedSales is { IsNegative: true } negative
            ? throw new ArgumentOutOfRangeException(nameof(expectedSales), negative, "Expected sales of 0 or more.")
            : expectedSales;
        Roi = roi;
        PriceMove = priceMove;
        Space = space;
        SalesDensity = salesDensity;
        CostShare = costShare;
    }

    /// <summary>Gets the channel; its id is the id of the initiative.</summary>
    public Channel Channel { get; }

    /// <summary>Gets what it costs; empty if the plan does not say.</summary>
    public IReadOnlyList<Fee> Fees { get; }

    /// <summary>Gets the funnel.</summary>
    public Funnel? Funnel { get; }

    /// <summary>Gets the conversion that a trial reached.</summary>
    public Rate? TrialConversion { get; }

    /// <summary>Gets the sales that it is expected to bring over the period.</summary>
    public Money? ExpectedSales { get; }

    /// <summary>Gets the stated return.</summary>
    public StatedRoi? Roi { get; }

    /// <summary>Gets the price cut with its cost saving and margin.</summary>
    public PriceMove? PriceMove { get; }

    /// <summary>Gets the selling space.</summary>
    public Space? Space { get; }

    /// <summary>Gets the stated sales density.</summary>
    public SalesDensity? SalesDensity { get; }

    /// <summary>Gets who bears which share of the first costs.</summary>
    public Mix<CostBearer>? CostShare { get; }

    /// <summary>Returns the id of the channel.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Channel.Id.Value;
}
