using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Channels;

/// <summary>What one channel does for another: an uplift of its conversion, order value or return, or a share of its orders led over.</summary>
/// <remarks>
/// <para>Range: an uplift is above -100 %; the share of orders led over is 0 % to 100 %. An uplift of 20 % turns 300 into 360.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Synergy
{
    /// <summary>Initializes a new instance of the <see cref="Synergy"/> class.</summary>
    /// <param name="name">What the effect is called.</param>
    /// <param name="metric">What is lifted.</param>
    /// <param name="uplift">By how much; for <see cref="SynergyMetric.OrdersLedOver"/> the share of orders.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="uplift"/> is outside the range.</exception>
    public Synergy(LocalText name, SynergyMetric metric, Rate uplift)
    {
        Name = Guard.Against.Null(name);
        if (metric == SynergyMetric.OrdersLedOver ? !uplift.IsShare : uplift <= -Rate.One)
        {
            throw new ArgumentOutOfRangeException(nameof(uplift), uplift, metric == SynergyMetric.OrdersLedOver ? "Expected 0% to 100%." : "Expected more than -100%.");
        }

        Metric = metric;
        Uplift = uplift;
    }

    /// <summary>Gets what the effect is called.</summary>
    public LocalText Name { get; }

    /// <summary>Gets what is lifted.</summary>
    public SynergyMetric Metric { get; }

    /// <summary>Gets by how much; for <see cref="SynergyMetric.OrdersLedOver"/> the share of orders.</summary>
    public Rate Uplift { get; }

    /// <summary>Applies the uplift to an amount, such as an average order value.</summary>
    /// <param name="amount">The amount before.</param>
    /// <param name="rounding">Applied to the exact result.</param>
    /// <returns>amount x (1 + uplift).</returns>
    /// <exception cref="InvalidOperationException">The metric is <see cref="SynergyMetric.OrdersLedOver"/>, which lifts no amount.</exception>
    public Money ApplyTo(Money amount, Rounding rounding) => Metric == SynergyMetric.OrdersLedOver
        ? throw new InvalidOperationException("A share of orders led over lifts no amount.")
        : amount.Multiply(Rate.One + Uplift, rounding);
}
