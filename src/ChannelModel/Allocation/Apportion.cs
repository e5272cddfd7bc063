using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;

namespace ChannelModel.Allocation;

/// <summary>Apportions whole units by weights: seats, stores, people, boxes.</summary>
/// <remarks>
/// <para>
/// Comparisons are exact, by cross-multiplication; ties go to the smaller key and are named in the result. Time does not grow with the total. Weights are 0 or more; a weight of 0 gets its minimum.
/// </para>
/// <para>
/// With bounds, a divisor method hands every unit to the line with the highest claim that is below its maximum, starting from the minimums. Hamilton cuts off the quotas of the whole total, raises those below a minimum, and
/// gives the units that are left to the largest remainders among the lines that no bound moved; where the bounds move more than is left, the quotas are those of <see cref="BoundedSplit"/>.
/// </para>
/// </remarks>
public static class Apportion
{
    /// <summary>Apportions units.</summary>
    /// <typeparam name="TKey">What gets units; ties go to the smaller key.</typeparam>
    /// <param name="method">The method; it is kept with the result.</param>
    /// <param name="units">How many, 0 or more.</param>
    /// <param name="weights">The weight of each key, 0 or more, in any proportion; each key once.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> or <paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is negative.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, a key is there twice, or a method that gives each weight above 0 a unit has too few of them.</exception>
    public static Apportionment<TKey> By<TKey>(ApportionmentMethod method, long units, IEnumerable<KeyValuePair<TKey, Fraction>> weights)
        where TKey : notnull, IComparable<TKey>
    {
        WeightedLines<TKey> lines = Split.OfPairs(weights);
        return Of(method, units, new BoundedLines<TKey>(lines, new BigInteger[lines.Count], new BigInteger?[lines.Count]));
    }

    /// <summary>Apportions units, with the lines written out.</summary>
    /// <typeparam name="TKey">What gets units; ties go to the smaller key.</typeparam>
    /// <param name="method">The method; it is kept with the result.</param>
    /// <param name="units">How many, 0 or more.</param>
    /// <param name="weights">Each key with its weight, such as <c>("tier-1", 40)</c>.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> or <paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is negative.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, a key is there twice, or a method that gives each weight above 0 a unit has too few of them.</exception>
    public static Apportionment<TKey> By<TKey>(ApportionmentMethod method, long units, params (TKey Key, Fraction Weight)[] weights)
        where TKey : notnull, IComparable<TKey> =>
        By(method, units, Guard.Against.Null(weights).Select(line => new KeyValuePair<TKey, Fraction>(line.Key, line.Weight)));

    /// <summary>Apportions units within bounds.</summary>
    /// <typeparam name="TKey">What gets units; ties go to the smaller key.</typeparam>
    /// <param name="method">The method; it is kept with the result.</param>
    /// <param name="units">How many, 0 or more.</param>
    /// <param name="lines">The lines, each key once.</param>
    /// <returns>The parts, in the order of the lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> or <paramref name="lines"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is negative.</exception>
    /// <exception cref="ArgumentException">There is no line, a bound is negative, a key is there twice, or the units cannot be apportioned within the bounds: the message says which side, by how much and which lines.</exception>
    public static Apportionment<TKey> Within<TKey>(ApportionmentMethod method, long units, IEnumerable<BoundedLine<TKey, long>> lines)
        where TKey : notnull, IComparable<TKey> => Of(method, units, BoundedLines<TKey>.Of(Guard.Against.Null(lines).ToList(), new CountUnit(), nameof(lines)));

    /// <summary>Sets the weights to 0 that are below a share of all weights, such as a hurdle of 4 %.</summary>
    /// <typeparam name="TKey">What gets units.</typeparam>
    /// <param name="share">The share that is enough, 0 to 1.</param>
    /// <param name="weights">The weight of each key.</param>
    /// <returns>The weights, in their order; those below the share are 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside 0 to 1.</exception>
    public static IReadOnlyList<KeyValuePair<TKey, Fraction>> WithHurdle<TKey>(Fraction share, IEnumerable<KeyValuePair<TKey, Fraction>> weights)
    {
        if (share < 0 || share > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share from 0 to 1.");
        }

        List<KeyValuePair<TKey, Fraction>> lines = Guard.Against.Null(weights).ToList();
        Internal.Ratio hurdle = lines.Aggregate(Internal.Ratio.Zero, (sum, line) => (sum + line.Value.Ratio).Reduce()) * share.Ratio;
        return [.. lines.Select(line => line.Value.Ratio.CompareTo(hurdle) < 0 ? new KeyValuePair<TKey, Fraction>(line.Key, Fraction.Zero) : line)];
    }

    private static Apportionment<TKey> Of<TKey>(ApportionmentMethod method, long units, BoundedLines<TKey> lines)
        where TKey : notnull
    {
        Guard.Against.Null(method);
        if (units < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(units), units, "Expected 0 or more units.");
        }

        BigInteger[] low = [.. lines.Low];
        for (int i = 0; i < low.Length; i++)
        {
            if (method.GivesEachOne && !lines.Weights[i].IsZero && low[i].IsZero && lines.High[i] is not { IsZero: true })
            {
                low[i] = BigInteger.One;
            }
        }

        var checkedLines = new BoundedLines<TKey>(lines.Lines, low, lines.High);
        if (!checkedLines.IsFeasible(units))
        {
            bool below = units < checkedLines.Minimums;
            BigInteger bound = below ? checkedLines.Minimums : checkedLines.Maximums!.Value;
            string keys = string.Join(", ", checkedLines.Lines.Keys.Where((_, i) => !below || !low[i].IsZero).Take(10));
            string why = below && method.GivesEachOne ? $"; {method} gives every weight above 0 at least 1" : string.Empty;
            throw new ArgumentException(
                FormattableString.Invariant($"{units} units are {BigInteger.Abs(bound - units)} {(below ? "below the minimums" : "above the maximums")}, which come to {bound} ({keys}){why}; expected a number of units within the bounds."),
                nameof(units));
        }

        return new Apportionment<TKey>(method, units, checkedLines, new ApportionmentCalculation(method, units, checkedLines.Weights, low, checkedLines.High, checkedLines.Lines.Order));
    }
}
