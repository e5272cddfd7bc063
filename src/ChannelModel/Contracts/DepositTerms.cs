using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>What deposit a partner leaves, when, and in which order breaches are met from it.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads: every method returns other terms.</remarks>
public sealed class DepositTerms
{
    private DepositTerms(Rate? share, Money? amount, bool fromCostShare)
    {
        Share = share;
        Amount = amount;
        IsFromCostShare = fromCostShare;
    }

    private DepositTerms(DepositTerms other)
    {
        Share = other.Share;
        Amount = other.Amount;
        IsFromCostShare = other.IsFromCostShare;
        Instalments = other.Instalments;
        ForfeitureOrder = other.ForfeitureOrder;
        ToppedUpWithinDays = other.ToppedUpWithinDays;
    }

    /// <summary>Gets the share of the contract's value; <see langword="null"/> for another form.</summary>
    public Rate? Share { get; }

    /// <summary>Gets the amount; <see langword="null"/> for another form.</summary>
    public Money? Amount { get; }

    /// <summary>Gets a value indicating whether the deposit is the partner's share of the cost share, and follows it.</summary>
    public bool IsFromCostShare { get; }

    /// <summary>Gets the instalments in the order of their days; empty for one payment on the first day of the term.</summary>
    public IReadOnlyList<DepositInstalment> Instalments { get; private set; } = [];

    /// <summary>Gets the codes of commitments whose breaches are met first, in this order; the others follow by date, then by code.</summary>
    public IReadOnlyList<string> ForfeitureOrder { get; private set; } = [];

    /// <summary>Gets the days after a settlement in which a deposit below its level is topped up; <see langword="null"/> where it need not be.</summary>
    public int? ToppedUpWithinDays { get; private set; }

    /// <summary>A share of the contract's value.</summary>
    /// <param name="share">Above 0 %; a deposit above the contract's value is refused when the contract is built.</param>
    /// <returns>The terms.</returns>
    public static DepositTerms OfValue(Rate share) => new(share, null, false);

    /// <summary>An amount.</summary>
    /// <param name="amount">Above 0, in the contract's currency.</param>
    /// <returns>The terms.</returns>
    public static DepositTerms Of(Money amount) => new(null, amount, false);

    /// <summary>The partner's share of the cost share, at every time.</summary>
    /// <returns>The terms.</returns>
    public static DepositTerms OfCostShare() => new(null, null, true);

    /// <summary>Lets the deposit be paid in parts.</summary>
    /// <param name="instalments">In any order; their shares add up to exactly 100 %. The last takes what rounding leaves.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentException">The shares are not 100 % together.</exception>
    public DepositTerms PaidIn(params IEnumerable<DepositInstalment> instalments)
    {
        DepositInstalment[] parts = [.. Guard.Against.Null(instalments).OrderBy(part => Guard.Against.Null(part).DueOn)];
        _ = InstalmentPlan.Of([.. parts.Select(part => part.Share)]);
        return new DepositTerms(this) { Instalments = parts };
    }

    /// <summary>States in which order breaches are met.</summary>
    /// <param name="commitments">Codes of commitments, each once.</param>
    /// <returns>The terms.</returns>
    public DepositTerms ForfeitedFirstFor(params IEnumerable<string> commitments) => new(this) { ForfeitureOrder = [.. Guard.Against.Null(commitments)] };

    /// <summary>Demands that a deposit below its level is topped up.</summary>
    /// <param name="days">Days after the settlement's last day, 1 or more.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The days are below 1.</exception>
    public DepositTerms ToppedUpWithin(int days) => days >= 1
        ? new(this) { ToppedUpWithinDays = days }
        : throw new ArgumentOutOfRangeException(nameof(days), days, "Expected 1 day or more.");

    /// <summary>What is to be paid in by a day, of a level: all instalments due until then.</summary>
    internal Money DueBy(LocalDate day, Money level, DateInterval term, Rounding rounding)
    {
        if (Instalments.Count == 0)
        {
            return day < term.Start ? Money.Zero(level.Currency) : level;
        }

        IReadOnlyList<Money> parts = InstalmentPlan.Of([.. Instalments.Select(part => part.Share)]).Schedule(level, rounding);
        return Money.Sum(parts.Where((_, i) => Instalments[i].DueOn <= day), level.Currency);
    }
}
