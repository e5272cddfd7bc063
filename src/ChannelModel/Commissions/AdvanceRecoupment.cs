using System;

namespace ChannelModel.Commissions;

/// <summary>A minimum guarantee that is paid in instalments: what is earned above the instalments paid is due at once, and shrinks what remains.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class AdvanceRecoupment
{
    private AdvanceRecoupment(Money guarantee, Money paid, Money earned)
    {
        Money zero = Money.Zero(guarantee.Currency);
        DueNow = earned > paid ? earned - paid : zero;
        Money after = paid + DueNow;
        RemainingGuarantee = guarantee > after ? guarantee - after : zero;
        Unrecouped = paid > earned ? paid - earned : zero;
    }

    /// <summary>Gets what is due at once.</summary>
    public Money DueNow { get; }

    /// <summary>Gets what of the guarantee is still to be paid.</summary>
    public Money RemainingGuarantee { get; }

    /// <summary>Gets what was paid and not earned yet; earnings pay nothing until they pass it.</summary>
    public Money Unrecouped { get; }

    /// <summary>Compares what was paid with what was earned.</summary>
    /// <param name="guarantee">The guarantee, at or above 0.</param>
    /// <param name="paidToDate">What was paid to date.</param>
    /// <param name="earnedToDate">What was earned to date.</param>
    /// <returns>The position.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An amount is below 0.</exception>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static AdvanceRecoupment Of(Money guarantee, Money paidToDate, Money earnedToDate) =>
        guarantee.IsNegative || paidToDate.IsNegative || earnedToDate.IsNegative
            ? throw new ArgumentOutOfRangeException(nameof(guarantee), guarantee, $"Expected amounts at or above 0 (paid {paidToDate}, earned {earnedToDate}).")
            : new AdvanceRecoupment(guarantee, paidToDate, earnedToDate);
}
