using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>A share of each commission that is kept back, and paid later in instalments: until a return period has passed, say.</summary>
/// <remarks>
/// Paid now + held = due, and the instalments add up to what is held, to the last cent. A commission below 0 is taken back at once: nothing of it is held. Equality is by
/// reference. Immutable, hence safe for use by several threads.
/// </remarks>
public sealed class Holdback
{
    private Holdback(Rate share, InstalmentPlan release)
    {
        Share = share;
        Release = release;
    }

    /// <summary>Gets the share that is kept back: 0 % to 100 %.</summary>
    public Rate Share { get; }

    /// <summary>Gets in which parts it is paid later.</summary>
    public InstalmentPlan Release { get; }

    /// <summary>Makes a holdback.</summary>
    /// <param name="share">The share that is kept back: 0 % to 100 %.</param>
    /// <param name="release">In which parts it is paid later; the last takes the residue.</param>
    /// <returns>The holdback.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="release"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside 0 % to 100 %.</exception>
    public static Holdback Of(Rate share, InstalmentPlan release) => share.IsShare
        ? new Holdback(share, Guard.Against.Null(release))
        : throw new ArgumentOutOfRangeException(nameof(share), share, "Expected 0 % to 100 %.");

    /// <summary>Keeps back a share that is paid in one part.</summary>
    /// <param name="share">The share that is kept back: 0 % to 100 %.</param>
    /// <returns>The holdback.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside 0 % to 100 %.</exception>
    public static Holdback Of(Rate share) => Of(share, InstalmentPlan.Of(Rate.One));

    /// <summary>Splits a commission into what is paid now and what is held.</summary>
    /// <param name="due">The commission; below 0 it is taken back at once.</param>
    /// <param name="rounding">Applied to what is held, and to the instalments but the last.</param>
    /// <returns>The parts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is <see langword="null"/>.</exception>
    public HeldCommission Withhold(Money due, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        Money held = due.IsNegative ? Money.Zero(due.Currency) : due.Multiply(Share, rounding);
        held = held > due && !due.IsNegative ? due : held; // rounding up never holds more than there is
        return new HeldCommission(due, due - held, held, Release.Schedule(held, rounding));
    }
}
