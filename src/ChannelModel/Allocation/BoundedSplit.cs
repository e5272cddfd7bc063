using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>Splits a total by weight where lines have minimums and maximums: each gets level x weight, held between its bounds, at the one level where the parts add up to the total.</summary>
/// <remarks>
/// <para>
/// Known as water filling. With equal weights and demands as maximums it is max-min fair (<see cref="MaxMinFair{TKey}(Money, IEnumerable{KeyValuePair{TKey, Money}})"/>): nobody can get more unless somebody who has no more gets less. With any weights it
/// is weighted proportional fairness, the largest sum of weight x logarithm of the part within the bounds. The level is exact; whole units come by largest remainder among the lines that no bound holds, and never leave the bounds.
/// </para>
/// <para>Totals and bounds are 0 or more. A total that cannot be split within the bounds is a status, not an exception. Time grows with n log n for n lines, never with the total.</para>
/// </remarks>
public static class BoundedSplit
{
    /// <summary>Splits an amount of money; a total that does not fit the bounds is refused.</summary>
    /// <typeparam name="TKey">What gets a part; ties go to the smaller key.</typeparam>
    /// <param name="total">The amount, a whole number of the currency's smallest unit.</param>
    /// <param name="lines">The lines, each key once.</param>
    /// <returns>The parts, or what stands against them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no line, a key is there twice, currencies differ, a bound is negative, or an amount has more decimals than the currency.</exception>
    public static BoundedAllotment<TKey, Money> Of<TKey>(Money total, IEnumerable<BoundedLine<TKey, Money>> lines)
        where TKey : notnull, IComparable<TKey> => Of(total, lines, InfeasiblePolicy.Refuse);

    /// <summary>Splits an amount of money.</summary>
    /// <typeparam name="TKey">What gets a part; ties go to the smaller key.</typeparam>
    /// <param name="total">The amount, a whole number of the currency's smallest unit.</param>
    /// <param name="lines">The lines, each key once.</param>
    /// <param name="policy">What happens when the total does not fit the bounds.</param>
    /// <returns>The parts, or what stands against them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no line, a key is there twice, currencies differ, a bound is negative, or an amount has more decimals than the currency.</exception>
    public static BoundedAllotment<TKey, Money> Of<TKey>(Money total, IEnumerable<BoundedLine<TKey, Money>> lines, InfeasiblePolicy policy)
        where TKey : notnull, IComparable<TKey>
    {
        var unit = new MoneyUnit(total.Currency, null);
        return Solve(total, BoundedLines<TKey>.Of(Guard.Against.Null(lines).ToList(), unit, nameof(lines)), policy, unit);
    }

    /// <summary>Splits a number of whole things; a total that does not fit the bounds is refused.</summary>
    /// <typeparam name="TKey">What gets a part; ties go to the smaller key.</typeparam>
    /// <param name="total">How many.</param>
    /// <param name="lines">The lines, each key once.</param>
    /// <returns>The parts, or what stands against them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no line, a key is there twice, or a bound is negative.</exception>
    public static BoundedAllotment<TKey, long> Of<TKey>(long total, IEnumerable<BoundedLine<TKey, long>> lines)
        where TKey : notnull, IComparable<TKey> => Of(total, lines, InfeasiblePolicy.Refuse);

    /// <summary>Splits a number of whole things.</summary>
    /// <typeparam name="TKey">What gets a part; ties go to the smaller key.</typeparam>
    /// <param name="total">How many.</param>
    /// <param name="lines">The lines, each key once.</param>
    /// <param name="policy">What happens when the total does not fit the bounds.</param>
    /// <returns>The parts, or what stands against them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no line, a key is there twice, or a bound is negative.</exception>
    public static BoundedAllotment<TKey, long> Of<TKey>(long total, IEnumerable<BoundedLine<TKey, long>> lines, InfeasiblePolicy policy)
        where TKey : notnull, IComparable<TKey>
    {
        var unit = new CountUnit();
        return Solve(total, BoundedLines<TKey>.Of(Guard.Against.Null(lines).ToList(), unit, nameof(lines)), policy, unit);
    }

    /// <summary>Splits an amount of money max-min fairly among demands: equal weights, each demand a maximum; what is above all demands stays unallocated.</summary>
    /// <typeparam name="TKey">What gets a part; ties go to the smaller key.</typeparam>
    /// <param name="total">The amount, a whole number of the currency's smallest unit.</param>
    /// <param name="demands">The demand of each key, 0 or more.</param>
    /// <returns>The parts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="demands"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no demand, a key is there twice, currencies differ, a demand is negative, or an amount has more decimals than the currency.</exception>
    public static BoundedAllotment<TKey, Money> MaxMinFair<TKey>(Money total, IEnumerable<KeyValuePair<TKey, Money>> demands)
        where TKey : notnull, IComparable<TKey> =>
        Of(total, Guard.Against.Null(demands).Select(demand => new BoundedLine<TKey, Money>(demand.Key, 1, maximum: demand.Value)), InfeasiblePolicy.LeaveUnallocated);

    internal static BoundedAllotment<TKey, TAmount> Solve<TKey, TAmount>(TAmount total, BoundedLines<TKey> lines, InfeasiblePolicy policy, AmountUnit<TAmount> unit)
        where TKey : notnull
        where TAmount : struct
    {
        if (policy is < InfeasiblePolicy.Refuse or > InfeasiblePolicy.LeaveUnallocated)
        {
            throw new ArgumentOutOfRangeException(nameof(policy), policy, "Expected one of the three policies.");
        }

        BigInteger units = unit.ToUnits(total, "total", nameof(total));
        if (lines.IsFeasible(units))
        {
            BigInteger[] parts = lines.Split(units, out Ratio level, out LineBound[] bounds);
            return new(BoundedStatus.Split, total, unit.ToAmount(0), lines, parts, bounds, level, unit, null);
        }

        bool below = units < lines.Minimums;
        var why = new Infeasibility<TKey, TAmount>(
            below ? InfeasibleSide.BelowMinimums : InfeasibleSide.AboveMaximums,
            total,
            unit.ToAmount(below ? lines.Minimums - units : units - lines.Maximums!.Value),
            unit.ToAmount(lines.Minimums),
            lines.Maximums is BigInteger most ? unit.ToAmount(most) : null,
            lines.Lines.Keys.Where((_, i) => !below || !lines.Low[i].IsZero).ToArray());
        if (below && policy == InfeasiblePolicy.RelaxMinimums && units.Sign >= 0)
        {
            // The minimums themselves are the weights: each is cut in proportion, and none is exceeded.
            BigInteger[] parts = SplitCalculation.Split(SplitRule.LargestRemainder, units, lines.Low, lines.Lines.Order, out _);
            return new(BoundedStatus.MinimumsRelaxed, total, unit.ToAmount(0), lines, parts, new LineBound[parts.Length], Ratio.Zero, unit, why);
        }

        if (!below && policy == InfeasiblePolicy.LeaveUnallocated)
        {
            BigInteger[] parts = lines.Weights.Select((weight, i) => weight.IsZero ? lines.Low[i] : lines.High[i]!.Value).ToArray();
            LineBound[] bounds = lines.Weights.Select((weight, i) => weight.IsZero ? LineBound.NoWeight : lines.High[i] == lines.Low[i] ? LineBound.Fixed : LineBound.AtMaximum).ToArray();
            return new(BoundedStatus.PartlyUnallocated, total, unit.ToAmount(units - lines.Maximums!.Value), lines, parts, bounds, Ratio.Zero, unit, why);
        }

        return new(BoundedStatus.Infeasible, total, total, lines, null, [], Ratio.Zero, unit, why);
    }
}
