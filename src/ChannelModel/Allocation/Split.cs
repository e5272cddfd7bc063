using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>Splits a total among keys without losing or making a cent, by a named rule.</summary>
/// <remarks>
/// <para>
/// Whatever the rule, the parts and the remainder add up to the total. By <see cref="SplitRule.LargestRemainder"/> (Hamilton) each key first gets its quota, total x weight / sum of the
/// weights, cut off to whole units; the units that are left go one each to the largest remainders. It keeps these laws: each part is its quota rounded down or up; a weight of 0 gets 0; equal input
/// in another order gives each key the same, since ties go to the smaller key; and the split of -x is the negative of the split of x.
/// </para>
/// <para>Keys that are texts are compared by ordinal, in no culture. Time grows with the number of lines, never with the total.</para>
/// </remarks>
public static class Split
{
    /// <summary>Splits an amount of money by a rule, with rates as weights, such as those of a mix.</summary>
    /// <typeparam name="TKey">What gets a part.</typeparam>
    /// <param name="rule">The rule; it is kept with the result.</param>
    /// <param name="total">The amount, a whole number of the currency's smallest unit; of millionths for a currency that has none.</param>
    /// <param name="weights">The weight of each key, 0 or more, in any proportion; each key once.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> or <paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, a key is there twice, or the total has more decimals than the currency.</exception>
    public static Allotment<TKey, Money> By<TKey>(SplitRule rule, Money total, IEnumerable<KeyValuePair<TKey, Rate>> weights)
        where TKey : notnull, IComparable<TKey> => Of(rule, total, OfRates(weights), new MoneyUnit(total.Currency, null));

    /// <summary>Splits a number of whole things by a rule, with rates as weights: 78 stores at 40 % and 60 % are 31 and 47 by largest remainder.</summary>
    /// <typeparam name="TKey">What gets a part.</typeparam>
    /// <param name="rule">The rule; it is kept with the result.</param>
    /// <param name="total">How many; may be negative.</param>
    /// <param name="weights">The weight of each key, 0 or more, in any proportion; each key once.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> or <paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, or a key is there twice.</exception>
    public static Allotment<TKey, long> By<TKey>(SplitRule rule, long total, IEnumerable<KeyValuePair<TKey, Rate>> weights)
        where TKey : notnull, IComparable<TKey> => Of(rule, total, OfRates(weights), new CountUnit());

    /// <summary>Splits an amount of money by a rule, in steps.</summary>
    /// <typeparam name="TKey">What gets a part.</typeparam>
    /// <param name="rule">The rule; it is kept with the result.</param>
    /// <param name="total">The amount, a whole multiple of the step.</param>
    /// <param name="step">The smallest amount that is handed out, such as 0.05 CHF in cash, or 0.0001 where parts have more decimals than the currency.</param>
    /// <param name="weights">The weight of each key, 0 or more, in any proportion; each key once.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> or <paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, a key is there twice, or the total is no whole multiple of the step.</exception>
    /// <exception cref="OverflowException">A part is outside the range of money; only a rule that gives parts of the wrong sign can bring that about.</exception>
    public static Allotment<TKey, Money> InSteps<TKey>(SplitRule rule, Money total, Money step, IEnumerable<KeyValuePair<TKey, Fraction>> weights)
        where TKey : notnull, IComparable<TKey> => Of(rule, total, OfPairs(weights), new MoneyUnit(total.Currency, step));

    /// <summary>Splits a number of whole things by a rule, in steps.</summary>
    /// <typeparam name="TKey">What gets a part.</typeparam>
    /// <param name="rule">The rule; it is kept with the result.</param>
    /// <param name="total">How many, a whole multiple of the step; may be negative.</param>
    /// <param name="step">The smallest number that is handed out, such as 12 to a box; 1 or more.</param>
    /// <param name="weights">The weight of each key, 0 or more, in any proportion; each key once.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> or <paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not above 0.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, a key is there twice, or the total is no whole multiple of the step.</exception>
    /// <exception cref="OverflowException">A part is outside 64 bits; only a rule that gives parts of the wrong sign can bring that about.</exception>
    public static Allotment<TKey, long> InSteps<TKey>(SplitRule rule, long total, long step, IEnumerable<KeyValuePair<TKey, Fraction>> weights)
        where TKey : notnull, IComparable<TKey> => Of(rule, total, OfPairs(weights), new CountUnit(step));

    /// <summary>Splits an amount of money by a rule.</summary>
    /// <typeparam name="TKey">What gets a part.</typeparam>
    /// <param name="rule">The rule; it is kept with the result.</param>
    /// <param name="total">The amount, a whole number of the currency's smallest unit; of millionths for a currency that has none.</param>
    /// <param name="weights">The weight of each key, 0 or more, in any proportion; each key once.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> or <paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, a key is there twice, or the total has more decimals than the currency.</exception>
    /// <exception cref="OverflowException">A part is outside the range of money; only a rule that gives parts of the wrong sign can bring that about.</exception>
    public static Allotment<TKey, Money> By<TKey>(SplitRule rule, Money total, IEnumerable<KeyValuePair<TKey, Fraction>> weights)
        where TKey : notnull, IComparable<TKey> => Of(rule, total, OfPairs(weights), new MoneyUnit(total.Currency, null));

    /// <summary>Splits a number of whole things by a rule.</summary>
    /// <typeparam name="TKey">What gets a part.</typeparam>
    /// <param name="rule">The rule; it is kept with the result.</param>
    /// <param name="total">How many; may be negative.</param>
    /// <param name="weights">The weight of each key, 0 or more, in any proportion; each key once.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> or <paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, or a key is there twice.</exception>
    /// <exception cref="OverflowException">A part is outside 64 bits; only a rule that gives parts of the wrong sign can bring that about.</exception>
    public static Allotment<TKey, long> By<TKey>(SplitRule rule, long total, IEnumerable<KeyValuePair<TKey, Fraction>> weights)
        where TKey : notnull, IComparable<TKey> => Of(rule, total, OfPairs(weights), new CountUnit());

    /// <summary>Splits an amount of money by a rule, with the lines written out.</summary>
    /// <typeparam name="TKey">What gets a part.</typeparam>
    /// <param name="rule">The rule; it is kept with the result.</param>
    /// <param name="total">The amount, a whole number of the currency's smallest unit; of millionths for a currency that has none.</param>
    /// <param name="weights">Each key with its weight, such as <c>("online", 50)</c>.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> or <paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, a key is there twice, or the total has more decimals than the currency.</exception>
    public static Allotment<TKey, Money> By<TKey>(SplitRule rule, Money total, params (TKey Key, Fraction Weight)[] weights)
        where TKey : notnull, IComparable<TKey> => Of(rule, total, OfTuples(weights), new MoneyUnit(total.Currency, null));

    /// <summary>Splits a number of whole things by a rule, with the lines written out.</summary>
    /// <typeparam name="TKey">What gets a part.</typeparam>
    /// <param name="rule">The rule; it is kept with the result.</param>
    /// <param name="total">How many; may be negative.</param>
    /// <param name="weights">Each key with its weight, such as <c>("tier-1", 40)</c>.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> or <paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, or a key is there twice.</exception>
    public static Allotment<TKey, long> By<TKey>(SplitRule rule, long total, params (TKey Key, Fraction Weight)[] weights)
        where TKey : notnull, IComparable<TKey> => Of(rule, total, OfTuples(weights), new CountUnit());

    internal static Allotment<TKey, TAmount> Of<TKey, TAmount>(SplitRule rule, TAmount total, WeightedLines<TKey> lines, AmountUnit<TAmount> unit)
        where TKey : notnull
        where TAmount : struct
    {
        Guard.Against.Null(rule);

        BigInteger units = unit.ToUnits(total, "total", nameof(total));
        if (rule.LeftOver == LeftOver.LargestRemainder && !rule.FloorsDown && lines.Small is long[] small && units >= long.MinValue && units <= long.MaxValue)
        {
            var whole = new long[small.Length];
            LargestRemainder.Split((long)units, small, whole, rule.TiesByPosition ? null : lines.Order);
            return new Allotment<TKey, TAmount>(total, rule, unit.ToAmount(0), lines, unit.ToAmounts(whole));
        }

        var amounts = new TAmount[lines.Count];
        BigInteger[] parts = SplitCalculation.Split(rule, units, lines.Whole(out _), lines.Order, out BigInteger remainder);
        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = unit.ToAmount(parts[i]);
        }

        return new Allotment<TKey, TAmount>(total, rule, unit.ToAmount(remainder), lines, amounts);
    }

    internal static WeightedLines<TKey> OfPairs<TKey>(IEnumerable<KeyValuePair<TKey, Fraction>> weights)
        where TKey : notnull
    {
        Guard.Against.Null(weights);
        return WeightedLines<TKey>.Of(weights as KeyValuePair<TKey, Fraction>[] ?? weights.ToArray(), nameof(weights));
    }

    private static WeightedLines<TKey> OfRates<TKey>(IEnumerable<KeyValuePair<TKey, Rate>> weights)
        where TKey : notnull => WeightedLines<TKey>.Of(Guard.Against.Null(weights).ToArray(), nameof(weights));

    private static WeightedLines<TKey> OfTuples<TKey>((TKey Key, Fraction Weight)[] weights)
        where TKey : notnull
    {
        Guard.Against.Null(weights);
        return WeightedLines<TKey>.Of(Array.ConvertAll(weights, line => new KeyValuePair<TKey, Fraction>(line.Key, line.Weight)), nameof(weights));
    }
}
