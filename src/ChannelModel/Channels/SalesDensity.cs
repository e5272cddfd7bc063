using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Channels;

/// <summary>Sales for each store, square metre or other unit, in a stated time; also called productivity of space.</summary>
/// <remarks>
/// <para>Range: the amount is 0 or more. A plan may leave the unit out; then the figure says nothing until somebody names it, and an audit says so.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class SalesDensity
{
    /// <summary>Initializes a new instance of the <see cref="SalesDensity"/> class.</summary>
    /// <param name="amount">Sales for each unit and cycle, 0 or more.</param>
    /// <param name="per">The time.</param>
    /// <param name="unit">What it is for; <see langword="null"/> where it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public SalesDensity(Money amount, Cycle per, DensityUnit? unit)
    {
        if (amount.IsNegative)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "Expected a sales density of 0 or more.");
        }

        Amount = amount;
        Per = per;
        Unit = unit;
    }

    /// <summary>Gets the sales for each unit and cycle.</summary>
    public Money Amount { get; }

    /// <summary>Gets the time that the amount is for.</summary>
    public Cycle Per { get; }

    /// <summary>Gets what the amount is for, or <see langword="null"/> where it is not stated.</summary>
    public DensityUnit? Unit { get; }

    /// <summary>Divides sales by a number of units.</summary>
    /// <param name="sales">The sales of one cycle, 0 or more.</param>
    /// <param name="units">How many stores or square metres; above 0.</param>
    /// <param name="per">The cycle.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="rounding">Applied to the quotient.</param>
    /// <returns>The density.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> or <paramref name="rounding"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is not above 0, or <paramref name="sales"/> is negative.</exception>
    public static SalesDensity Of(Money sales, decimal units, Cycle per, DensityUnit unit, Rounding rounding)
    {
        Guard.Against.Null(unit);
        if (units <= 0m)
        {
            throw new ArgumentOutOfRangeException(nameof(units), units, "Expected a number of units above 0.");
        }

        return new SalesDensity(sales.Divide(units, rounding), per, unit);
    }

    /// <summary>Returns the sales of a number of units in one cycle.</summary>
    /// <param name="units">How many stores or square metres, 0 or more.</param>
    /// <param name="rounding">Applied to the product.</param>
    /// <returns>The sales.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is negative.</exception>
    public Money SalesOf(decimal units, Rounding rounding) => units < 0m
        ? throw new ArgumentOutOfRangeException(nameof(units), units, "Expected a number of units of 0 or more.")
        : Amount.Multiply(units, rounding);
}
