using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>Money that is advanced against earnings, in the kind that is meant.</summary>
/// <remarks>
/// While a draw of the first three kinds is in force, a period never pays less than the draw: only earnings above it are recovered from. Equality is by
/// reference. Immutable, hence safe for use by several threads: the balance is carried in and out.
/// </remarks>
public sealed class Draw
{
    /// <summary>Initializes a new instance of the <see cref="Draw"/> class.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="amount">The draw of a period, at or above 0.</param>
    /// <param name="recoveryFrom">The first period, from 1, that recovers.</param>
    /// <param name="recoveryShare">The share of what could be recovered that is: 0 % to 100 %.</param>
    /// <param name="lastPeriod">The last period, from 1; <see langword="null"/> for no end. Later periods recover without a floor.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Draw(DrawKind kind, Money amount, int recoveryFrom, Rate recoveryShare, int? lastPeriod = null)
    {
        if (amount.IsNegative || recoveryFrom < 1 || !recoveryShare.IsShare || lastPeriod < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"Expected a draw at or above 0, recovery from period 1 or later (got {recoveryFrom}) of 0 % to 100 % (got {recoveryShare}), and a last period of 1 or later.");
        }

        Kind = kind;
        Amount = amount;
        RecoveryFrom = recoveryFrom;
        RecoveryShare = recoveryShare;
        LastPeriod = lastPeriod;
    }

    /// <summary>Gets the kind.</summary>
    public DrawKind Kind { get; }

    /// <summary>Gets the draw of a period.</summary>
    public Money Amount { get; }

    /// <summary>Gets the first period that recovers.</summary>
    public int RecoveryFrom { get; }

    /// <summary>Gets the share that is recovered.</summary>
    public Rate RecoveryShare { get; }

    /// <summary>Gets the last period of the draw.</summary>
    public int? LastPeriod { get; }

    /// <summary>Settles one period.</summary>
    /// <param name="period">Its number, from 1.</param>
    /// <param name="earned">What was earned, at or above 0.</param>
    /// <param name="balance">What was owed before, at or above 0.</param>
    /// <param name="rounding">For the share that is recovered.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below its range.</exception>
    public DrawPeriod Settle(int period, Money earned, Money balance, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        if (period < 1 || earned.IsNegative || balance.IsNegative)
        {
            throw new ArgumentOutOfRangeException(nameof(earned), earned, $"Expected a period from 1 (got {period}), earnings and a balance (got {balance}) at or above 0.");
        }

        Money zero = Money.Zero(Amount.Currency);
        bool inForce = LastPeriod is null || period <= LastPeriod;
        Money draw = inForce ? Amount : zero;
        bool recovers = period >= RecoveryFrom;
        bool isTopUp = Kind is DrawKind.Recoverable or DrawKind.NonRecoverable or DrawKind.BalanceForgiven;
        Money advanced = isTopUp ? Max(draw - earned, zero) : draw;
        Money room = isTopUp ? Max(earned - draw, zero) : earned;
        Money owed = Kind == DrawKind.AdvanceSettled ? balance + draw : balance;
        Money recovered = Kind == DrawKind.NonRecoverable || (!recovers && Kind != DrawKind.AdvanceSettled) ? zero : Min(owed, room.Multiply(RecoveryShare, rounding));
        Money after = Kind switch
        {
            DrawKind.NonRecoverable => zero,
            DrawKind.AdvanceSettled => owed - recovered,
            _ => balance + advanced - recovered,
        };
        Money forgiven = Kind == DrawKind.BalanceForgiven && period == LastPeriod ? after : zero;
        Money paid = Kind == DrawKind.AdvanceSettled ? earned - recovered : earned + advanced - recovered;
        return new DrawPeriod(earned, advanced, recovered, forgiven, paid, after - forgiven);
    }

    /// <summary>Settles period after period, carrying the balance.</summary>
    /// <param name="earned">What was earned, period by period from the first.</param>
    /// <param name="opening">What was owed before the first, at or above 0.</param>
    /// <param name="rounding">For the share that is recovered.</param>
    /// <returns>The periods.</returns>
    public IReadOnlyList<DrawPeriod> SettleAll(IEnumerable<Money> earned, Money opening, Rounding rounding)
    {
        var periods = new List<DrawPeriod>();
        foreach (Money amount in Guard.Against.Null(earned))
        {
            DrawPeriod period = Settle(periods.Count + 1, amount, opening, rounding);
            opening = period.Balance;
            periods.Add(period);
        }

        return periods;
    }

    private static Money Max(Money a, Money b) => a > b ? a : b;

    private static Money Min(Money a, Money b) => a < b ? a : b;
}
