using System.Collections.Generic;
using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>What an initiative would cost and bring, as far as the plan's figures tell.</summary>
/// <remarks>What the plan gives no figures for is <see langword="null"/> or not in the list, never 0. Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class InitiativeReview
{
    internal InitiativeReview(
        Initiative initiative,
        Money? fees,
        Money? revenue,
        IReadOnlyList<KeyValuePair<RoiDefinition, decimal>> returns,
        Money? statedReturn,
        Rate? impliedGrossMargin,
        UnitEconomics? before,
        UnitEconomics? after)
    {
        Initiative = initiative;
        Fees = fees;
        Revenue = revenue;
        Returns = returns;
        StatedReturn = statedReturn;
        ImpliedGrossMargin = impliedGrossMargin;
        Before = before;
        After = after;
    }

    /// <summary>Gets the initiative.</summary>
    public Initiative Initiative { get; }

    /// <summary>Gets the fees over the plan's period.</summary>
    public Money? Fees { get; }

    /// <summary>Gets the orders of the funnel, for the time that its reach is stated for.</summary>
    public decimal? Orders => Initiative.Funnel?.Orders;

    /// <summary>Gets the revenue of the funnel, for the time that its reach is stated for, rounded to the currency's decimals.</summary>
    public Money? Revenue { get; }

    /// <summary>
    /// Gets the named returns that the plan has figures for, each rounded to four decimals. Cost and result are for the same time: the plan's period, or, for a funnel whose
    /// reach says no time, one cycle of the fees.
    /// </summary>
    public IReadOnlyList<KeyValuePair<RoiDefinition, decimal>> Returns { get; }

    /// <summary>Gets what a stated return of no definition comes to in money: ROI x cost, for the time of <see cref="Returns"/>.</summary>
    public Money? StatedReturn { get; }

    /// <summary>Gets the gross margin that a stated return of no definition implies if it is gross profit / cost: ROI x cost / revenue.</summary>
    public Rate? ImpliedGrossMargin { get; }

    /// <summary>Gets price, cost and margin before a price move.</summary>
    public UnitEconomics? Before { get; }

    /// <summary>Gets price, cost and margin after a price move.</summary>
    public UnitEconomics? After { get; }
}
