using System;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Channels;

/// <summary>From reach to revenue: reach x conversion = orders; orders x average order value = revenue; part of the customers are new, part buy again.</summary>
/// <remarks>
/// <para>
/// Range: orders are 0 to 10^18 and may be a fraction, since they are an expectation; conversion, the share of new customers and the repurchase rate are
/// 0 % to 100 %; the average order value is 0 or more. What the plan does not state is <see langword="null"/>, never 0.
/// </para>
/// <para>Every figure is for the time that the reach is stated for. Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Funnel
{
    private Funnel(Reach? reach, Rate? conversion, decimal? orders, Money? averageOrderValue, Rate? newCustomerShare, Rate? repurchase)
    {
        Share(conversion, nameof(conversion));
        Share(newCustomerShare, nameof(newCustomerShare));
        Share(repurchase, nameof(repurchase));
        if (averageOrderValue is { IsNegative: true } negative)
        {
            throw new ArgumentOutOfRangeException(nameof(averageOrderValue), negative, "Expected an average order value of 0 or more.");
        }

        Reach = reach;
        Conversion = conversion;
        Orders = orders;
        AverageOrderValue = averageOrderValue;
        NewCustomerShare = newCustomerShare;
        Repurchase = repurchase;
    }

    /// <summary>Gets the reach, if it is stated.</summary>
    public Reach? Reach { get; }

    /// <summary>Gets the share of those reached who order, 0 % to 100 %, if it is stated.</summary>
    public Rate? Conversion { get; }

    /// <summary>Gets the number of orders: as stated, or reach x sites x conversion, exactly.</summary>
    public decimal? Orders { get; }

    /// <summary>Gets the average order value (AOV), if it is stated.</summary>
    public Money? AverageOrderValue { get; }

    /// <summary>Gets the share of customers who buy for the first time, 0 % to 100 %, if it is stated.</summary>
    public Rate? NewCustomerShare { get; }

    /// <summary>Gets the share of customers who buy again, 0 % to 100 %, if it is stated.</summary>
    public Rate? Repurchase { get; }

    /// <summary>Gets the number of new customers: orders x share of new customers, rounded to ten decimals, if both are known.</summary>
    public decimal? NewCustomers => Orders is decimal orders && NewCustomerShare is Rate share
        ? Exact.Multiply(orders, share.TenBillionths, Rate.One.TenBillionths, 10, RoundingMode.HalfAwayFromZero)
        : null;

    /// <summary>Makes a funnel from a reach.</summary>
    /// <param name="reach">Who is reached.</param>
    /// <param name="conversion">The share of them who order, 0 % to 100 %.</param>
    /// <param name="averageOrderValue">The average order value, if it is stated; 0 or more.</param>
    /// <param name="newCustomerShare">The share of new customers, if it is stated.</param>
    /// <param name="repurchase">The share who buy again, if it is stated.</param>
    /// <returns>The funnel.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reach"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside 0 % to 100 %, or the order value is negative.</exception>
    public static Funnel FromReach(Reach reach, Rate conversion, Money? averageOrderValue = null, Rate? newCustomerShare = null, Rate? repurchase = null) =>
        new(Guard.Against.Null(reach), conversion, Exact.Canonical(reach.Total * conversion.ToFraction()), averageOrderValue, newCustomerShare, repurchase);

    /// <summary>Makes a funnel from a number of orders.</summary>
    /// <param name="orders">The number of orders, 0 to 10^18.</param>
    /// <param name="averageOrderValue">The average order value, if it is stated; 0 or more.</param>
    /// <param name="newCustomerShare">The share of new customers, if it is stated.</param>
    /// <param name="repurchase">The share who buy again, if it is stated.</param>
    /// <returns>The funnel.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="orders"/> is outside 0 to 10^18, a share is outside 0 % to 100 %, or the order value is negative.</exception>
    public static Funnel FromOrders(decimal orders, Money? averageOrderValue = null, Rate? newCustomerShare = null, Rate? repurchase = null)
    {
        if (orders is < 0m or > 1_000_000_000_000_000_000m)
        {
            throw new ArgumentOutOfRangeException(nameof(orders), orders, "Expected 0 to 10^18 orders.");
        }

        return new Funnel(null, null, Exact.Canonical(orders), averageOrderValue, newCustomerShare, repurchase);
    }

    /// <summary>Makes a funnel of which neither reach nor orders are stated.</summary>
    /// <param name="averageOrderValue">The average order value, if it is stated; 0 or more.</param>
    /// <param name="newCustomerShare">The share of new customers, if it is stated.</param>
    /// <param name="repurchase">The share who buy again, if it is stated.</param>
    /// <returns>The funnel.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside 0 % to 100 %, or the order value is negative.</exception>
    public static Funnel FromRatios(Money? averageOrderValue = null, Rate? newCustomerShare = null, Rate? repurchase = null) =>
        new(null, null, null, averageOrderValue, newCustomerShare, repurchase);

    /// <summary>Returns the revenue: orders x average order value.</summary>
    /// <param name="rounding">Applied to the exact product.</param>
    /// <returns>The revenue, or <see langword="null"/> if orders or order value are not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is <see langword="null"/>.</exception>
    public Money? Revenue(Rounding rounding)
    {
        Guard.Against.Null(rounding);
        return Orders is decimal orders && AverageOrderValue is Money value ? value.Multiply(orders, rounding) : null;
    }

    private static void Share(Rate? rate, string name)
    {
        if (rate is { IsShare: false } outside)
        {
            throw new ArgumentOutOfRangeException(name, outside, "Expected 0% to 100%.");
        }
    }
}
