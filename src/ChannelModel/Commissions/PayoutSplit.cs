using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>One commission for several parties.</summary>
/// <remarks>
/// Shares of a payout add up to exactly 100 %, and no cent is lost: parts are cut toward zero, and the cents left go one each to the largest
/// remainders, the first named where two are equal. Shares of credit may exceed 100 % (overlays) and are rounded each. Equality is by reference.
/// Immutable, hence safe for use by several threads.
/// </remarks>
public sealed class PayoutSplit
{
    private readonly (string Party, Rate Share)[] _shares;

    private PayoutSplit((string Party, Rate Share)[] shares)
    {
        _shares = shares;
    }

    /// <summary>Splits a payout.</summary>
    /// <param name="shares">Parties and shares, each 0 % to 100 %, together exactly 100 %.</param>
    /// <returns>The split.</returns>
    /// <exception cref="ArgumentException">The shares are not 100 %, or a party is named twice.</exception>
    public static PayoutSplit Of(params (string Party, Rate Share)[] shares)
    {
        PayoutSplit split = Checked(shares);
        Rate sum = shares.Aggregate(Rate.Zero, (total, share) => total + share.Share);
        return sum == Rate.One ? split : throw new ArgumentException($"The shares of a payout add up to {sum}, not to 100%.", nameof(shares));
    }

    /// <summary>Gives credit, which may be more or less than the whole.</summary>
    /// <param name="shares">Parties and shares, each 0 % to 100 %.</param>
    /// <returns>The split.</returns>
    /// <exception cref="ArgumentException">A party is named twice, or a share is none.</exception>
    public static PayoutSplit OfCredit(params (string Party, Rate Share)[] shares) => Checked(shares);

    /// <summary>Splits an amount so that the parts add up to it (for shares of exactly 100 %).</summary>
    /// <param name="total">The amount; a negative one splits with the same absolute parts.</param>
    /// <param name="rounding">Its decimals are those of the parts; its mode plays no part, since remainders decide.</param>
    /// <returns>The parts in the order of the parties.</returns>
    /// <exception cref="InvalidOperationException">The shares are not 100 %: credit is given by <see cref="Credit"/>.</exception>
    /// <exception cref="ArgumentException">The amount is finer than the rounding.</exception>
    public IReadOnlyList<PayoutShare> Split(Money total, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        if (_shares.Aggregate(0L, (sum, share) => sum + share.Share.TenBillionths) != Rate.One.TenBillionths)
        {
            throw new InvalidOperationException("The shares do not add up to 100%; use Credit.");
        }

        BigInteger unit = BigInteger.Pow(10, Money.MaxScale - rounding.ScaleFor(total.Currency));
        BigInteger units = BigInteger.DivRem(total.ToMillionths(), unit, out BigInteger fine);
        if (!fine.IsZero)
        {
            throw new ArgumentException($"{total} is finer than the rounding {rounding}.", nameof(total));
        }

        BigInteger whole = BigInteger.Abs(units);
        var parts = _shares.Select(share => BigInteger.DivRem(whole * share.Share.TenBillionths, Rate.One.TenBillionths, out _)).ToArray();
        BigInteger left = whole - parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part);
        foreach (int i in Enumerable.Range(0, parts.Length).OrderByDescending(i => (whole * _shares[i].Share.TenBillionths) % Rate.One.TenBillionths).Take((int)left))
        {
            parts[i] += 1;
        }

        return [.. parts.Select((part, i) => new PayoutShare(_shares[i].Party, Money.OfMillionths(part * units.Sign * unit, total.Currency)))];
    }

    /// <summary>Gives each party its share of credit, rounded by itself.</summary>
    /// <param name="total">The value that is credited.</param>
    /// <param name="rounding">Applied to each part.</param>
    /// <returns>The parts in the order of the parties.</returns>
    public IReadOnlyList<PayoutShare> Credit(Money total, Rounding rounding) =>
        [.. _shares.Select(share => new PayoutShare(share.Party, total.Multiply(share.Share, rounding)))];

    private static PayoutSplit Checked((string Party, Rate Share)[] shares)
    {
        Guard.Against.Null(shares);
        foreach ((string party, Rate share) in shares)
        {
            if (string.IsNullOrWhiteSpace(party) || !share.IsShare || shares.Count(s => s.Party == party) > 1)
            {
                throw new ArgumentException($"'{party}' with {share}: expected every party once, with 0 % to 100 %.", nameof(shares));
            }
        }

        return shares.Length == 0 ? throw new ArgumentException("Expected at least one party.", nameof(shares)) : new PayoutSplit([.. shares]);
    }
}
