using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>How much of a period's target is expected by each day: evenly by days, or by the shares of a season.</summary>
/// <remarks>
/// <para>
/// Range: parts that follow one another without a gap, with shares of 0 % or more that add up to exactly 100 %; within a part each day counts the same. Shares of days are exact fractions, so what is
/// expected of all days adds up to the target exactly.
/// </para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class PaceProfile
{
    private readonly KeyValuePair<DateInterval, Rate>[] _parts;

    private PaceProfile(KeyValuePair<DateInterval, Rate>[] parts)
    {
        _parts = parts;
        Period = new DateInterval(parts[0].Key.Start, parts[parts.Length - 1].Key.End);
    }

    /// <summary>Gets the period, both ends included.</summary>
    public DateInterval Period { get; }

    /// <summary>Gets the parts with their shares; a single one of 100 % for an even pace.</summary>
    public IReadOnlyList<KeyValuePair<DateInterval, Rate>> Parts => _parts;

    /// <summary>Gets a value indicating whether every day counts the same.</summary>
    public bool IsLinear => _parts.Length == 1;

    /// <summary>Makes an even pace: every day counts the same.</summary>
    /// <param name="period">The period, both ends included.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="period"/> is <see langword="null"/>.</exception>
    public static PaceProfile Linear(DateInterval period) => new([new KeyValuePair<DateInterval, Rate>(Guard.Against.Null(period), Rate.One)]);

    /// <summary>Makes a seasonal pace from shares of parts of the period.</summary>
    /// <param name="parts">The parts in order, each beginning the day after the one before; their shares, 0 % or more, add up to exactly 100 %.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no part, the parts do not follow one another, a share is negative, or the shares do not add up to 100 %.</exception>
    public static PaceProfile Seasonal(IEnumerable<KeyValuePair<DateInterval, Rate>> parts)
    {
        KeyValuePair<DateInterval, Rate>[] checkedParts = [.. Guard.Against.Null(parts)];
        if (checkedParts.Length == 0)
        {
            throw new ArgumentException("There is no part; expected at least one.", nameof(parts));
        }

        BigInteger sum = BigInteger.Zero;
        for (int i = 0; i < checkedParts.Length; i++)
        {
            (DateInterval part, Rate share) = (checkedParts[i].Key, checkedParts[i].Value);
            if (i > 0 && part.Start != checkedParts[i - 1].Key.End.PlusDays(1))
            {
                throw new ArgumentException(
                    $"A part begins on {KpiText.Date(part.Start)} after one that ends on {KpiText.Date(checkedParts[i - 1].Key.End)}; expected the next day, without a gap.", nameof(parts));
            }

            if (share.IsNegative)
            {
                throw new ArgumentException(FormattableString.Invariant($"The share of the part from {KpiText.Date(part.Start)} is {share}; expected 0% or more."), nameof(parts));
            }

            sum += share.TenBillionths;
        }

        return sum == Rate.One.TenBillionths
            ? new PaceProfile(checkedParts)
            : throw new ArgumentException($"The shares add up to {KpiText.Number(Exact.Canonical(Exact.ToDecimal(sum, Rate.Scale - 2)))}%; expected exactly 100%.", nameof(parts));
    }

    /// <summary>Returns what share of the period's target is expected by the end of a day.</summary>
    /// <param name="day">The day; before the period it is 0 %, after it 100 %.</param>
    /// <returns>The share, rounded to ten decimals.</returns>
    public Rate ShareThrough(LocalDate day) => KpiArithmetic.ToRate(Share(day)).Value!.Value;

    /// <summary>Returns what is expected by the end of a day of a target that adds up over the period.</summary>
    /// <param name="target">The period's target.</param>
    /// <param name="day">The day; before the period nothing is expected, after it the whole target.</param>
    /// <returns>Target x share, rounded once to the decimals of its unit: 8 of a percentage, 6 of money, 10 of a number.</returns>
    public KpiValue Expected(KpiValue target, LocalDate day) => KpiArithmetic.Round(UnitOf(target), KpiArithmetic.Of(target.Amount) * Share(day)).Value ?? target;

    /// <summary>The exact share of the days up to and including a day.</summary>
    internal Ratio Share(LocalDate day) =>
        day < Period.Start ? Ratio.Zero : Share(new DateInterval(Period.Start, LocalDate.Min(day, Period.End)));

    /// <summary>The exact share of some days.</summary>
    internal Ratio Share(DateInterval days)
    {
        Ratio sum = Ratio.Zero;
        foreach (KeyValuePair<DateInterval, Rate> part in _parts)
        {
            if (part.Key.Intersection(days) is DateInterval common)
            {
                sum += new Ratio(new BigInteger(part.Value.TenBillionths) * common.Length, new BigInteger(Rate.One.TenBillionths) * part.Key.Length);
                sum = sum.Reduce();
            }
        }

        return sum;
    }

    private static KpiUnit UnitOf(KpiValue value) => value.Kind switch
    {
        KpiUnitKind.Percent => KpiUnit.Percent,
        KpiUnitKind.Money => KpiUnit.Money(value.Currency!.Value),
        _ => KpiUnit.Number,
    };
}
