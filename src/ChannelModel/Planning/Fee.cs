using System;

namespace ChannelModel.Planning;

/// <summary>What an initiative costs, once or in each cycle.</summary>
/// <remarks>
/// <para>Range: 0 or more. A part of a cycle costs its part by days: half of February costs half of the month's fee.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Fee
{
    /// <summary>Initializes a new instance of the <see cref="Fee"/> class.</summary>
    /// <param name="amount">The amount for one cycle, 0 or more.</param>
    /// <param name="per">The cycle.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public Fee(Money amount, Cycle per)
    {
        Amount = amount.IsNegative
            ? throw new ArgumentOutOfRangeException(nameof(amount), amount, "Expected a fee of 0 or more.")
            : amount;
        Per = per;
    }

    /// <summary>Gets the amount for one cycle.</summary>
    public Money Amount { get; }

    /// <summary>Gets the cycle.</summary>
    public Cycle Per { get; }
}
