using System;

namespace ChannelModel.Channels;

/// <summary>What is known about one investment, from which the named definitions of return compute their figure.</summary>
/// <remarks>
/// <para>Range: cost, orders, clicks and new customers are 0 or more; profits may be negative. What is not known is <see langword="null"/>, never 0.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class RoiFacts
{
    /// <summary>Initializes a new instance of the <see cref="RoiFacts"/> class.</summary>
    /// <param name="cost">What was spent, 0 or more.</param>
    /// <param name="revenue">The revenue it brought.</param>
    /// <param name="grossProfit">The gross profit of that revenue.</param>
    /// <param name="monthlyGrossProfit">The gross profit of one month.</param>
    /// <param name="orders">The number of orders.</param>
    /// <param name="clicks">The number of clicks.</param>
    /// <param name="newCustomers">The number of new customers.</param>
    /// <exception cref="ArgumentException">An amount has another currency than the cost.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cost or a number is negative.</exception>
    public RoiFacts(
        Money cost,
        Money? revenue = null,
        Money? grossProfit = null,
        Money? monthlyGrossProfit = null,
        decimal? orders = null,
        decimal? clicks = null,
        decimal? newCustomers = null)
    {
        if (cost.IsNegative)
        {
            throw new ArgumentOutOfRangeException(nameof(cost), cost, "Expected a cost of 0 or more.");
        }

        Cost = cost;
        Revenue = SameCurrency(revenue, nameof(revenue));
        GrossProfit = SameCurrency(grossProfit, nameof(grossProfit));
        MonthlyGrossProfit = SameCurrency(monthlyGrossProfit, nameof(monthlyGrossProfit));
        Orders = NotNegative(orders, nameof(orders));
        Clicks = NotNegative(clicks, nameof(clicks));
        NewCustomers = NotNegative(newCustomers, nameof(newCustomers));
    }

    /// <summary>Gets what was spent.</summary>
    public Money Cost { get; }

    /// <summary>Gets the revenue, if it is known.</summary>
    public Money? Revenue { get; }

    /// <summary>Gets the gross profit, if it is known.</summary>
    public Money? GrossProfit { get; }

    /// <summary>Gets the gross profit of one month, if it is known.</summary>
    public Money? MonthlyGrossProfit { get; }

    /// <summary>Gets the number of orders, if it is known.</summary>
    public decimal? Orders { get; }

    /// <summary>Gets the number of clicks, if it is known.</summary>
    public decimal? Clicks { get; }

    /// <summary>Gets the number of new customers, if it is known.</summary>
    public decimal? NewCustomers { get; }

    private static decimal? NotNegative(decimal? value, string name) =>
        value < 0m ? throw new ArgumentOutOfRangeException(name, value, "Expected 0 or more.") : value;

    private Money? SameCurrency(Money? amount, string name) =>
        amount is Money other && other.Currency != Cost.Currency
            ? throw new ArgumentException($"The cost {Cost} and {other} have different currencies, {Cost.Currency} and {other.Currency}.", name)
            : amount;
}
