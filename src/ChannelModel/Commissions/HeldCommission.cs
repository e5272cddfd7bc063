using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Commissions;

/// <summary>A commission of which a share is held.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class HeldCommission
{
    internal HeldCommission(Money due, Money paidNow, Money held, IReadOnlyList<Money> releases)
    {
        Due = due;
        PaidNow = paidNow;
        Held = held;
        Releases = releases;
    }

    /// <summary>Gets the whole commission.</summary>
    public Money Due { get; }

    /// <summary>Gets what is paid now.</summary>
    public Money PaidNow { get; }

    /// <summary>Gets what is held; <see cref="PaidNow"/> and this are the whole.</summary>
    public Money Held { get; }

    /// <summary>Gets the later payments, in order; they add up to <see cref="Held"/>.</summary>
    public IReadOnlyList<Money> Releases { get; }

    /// <summary>Gets what is still held after some of the later payments.</summary>
    /// <param name="paid">How many were made: 0 to their number.</param>
    /// <returns>The amount; 0 after the last.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many payments.</exception>
    public Money StillHeldAfter(int paid) => paid < 0 || paid > Releases.Count
        ? throw new ArgumentOutOfRangeException(nameof(paid), paid, $"Expected 0 to {Releases.Count} payments.")
        : Held - Money.Sum(Releases.Take(paid), Held.Currency);
}
