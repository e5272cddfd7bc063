using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>Targets from the top, from the bottom, and between: phased over periods, blended, and split again when some periods are closed.</summary>
/// <remarks>From the bottom up, <see cref="TargetNode{TKey}"/> adds up and names the gaps.</remarks>
public static class Targets
{
    /// <summary>Phases a target over periods by their seasonal weights, so that the year to date is right in every period: cumulative rounding, a half away from zero.</summary>
    /// <typeparam name="TKey">The periods.</typeparam>
    /// <param name="total">The target for all periods.</param>
    /// <param name="seasonality">The periods in order, each with its weight: an index, or last year's sales.</param>
    /// <returns>The target of each period; they add up to the total.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="seasonality"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, a period is there twice, or the total has more decimals than the currency.</exception>
    public static Allotment<TKey, Money> Phase<TKey>(Money total, IEnumerable<KeyValuePair<TKey, Fraction>> seasonality)
        where TKey : notnull, IComparable<TKey> => Split.By(SplitRule.Cumulative, total, seasonality);

    /// <summary>Blends targets from the top with those from the bottom and fits them to the total, within bounds: weights are share x top + (1 - share) x bottom.</summary>
    /// <typeparam name="TKey">What has the target; ties go to the smaller key.</typeparam>
    /// <param name="total">The target for all lines.</param>
    /// <param name="topDownShare">How much the top counts, 0 % to 100 %.</param>
    /// <param name="lines">The lines, each key once.</param>
    /// <returns>The targets, or what stands against the bounds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="topDownShare"/> is not a share.</exception>
    /// <exception cref="ArgumentException">There is no line, a key is there twice, currencies differ, or an amount has more decimals than the currency.</exception>
    public static BoundedAllotment<TKey, Money> Blend<TKey>(Money total, Rate topDownShare, IEnumerable<TargetLine<TKey>> lines)
        where TKey : notnull, IComparable<TKey>
    {
        if (!topDownShare.IsShare)
        {
            throw new ArgumentOutOfRangeException(nameof(topDownShare), topDownShare, "Expected a share of 0% to 100%.");
        }

        long top = topDownShare.TenBillionths;
        long bottom = Rate.One.TenBillionths - top;
        return BoundedSplit.Of(total, Guard.Against.Null(lines).Select(line => line.TopDown.Currency == total.Currency && line.BottomUp.Currency == total.Currency
            ? new BoundedLine<TKey, Money>(line.Key, Fraction.Of((line.TopDown.ToMillionths() * top) + (line.BottomUp.ToMillionths() * bottom), 1), line.Minimum, line.Maximum)
            : throw new ArgumentException($"The targets of '{line.Key}' are in {line.TopDown.Currency}; expected {total.Currency}, as the total.", nameof(lines))));
    }

    /// <summary>Splits what is left of a target over the periods that are still open, by largest remainder.</summary>
    /// <typeparam name="TKey">The periods; ties go to the smaller key.</typeparam>
    /// <param name="total">The target (or budget) for all periods.</param>
    /// <param name="plan">All periods with their weights.</param>
    /// <param name="actuals">What the closed periods have brought (or cost); a period is closed when it is here.</param>
    /// <returns>What is left and how it is split; a target that is already exceeded is a status, never a negative part.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> or <paramref name="actuals"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A period is there twice or only among the actuals, a weight is negative, currencies differ, or an amount has more decimals than the currency.</exception>
    public static Resplit<TKey> Resplit<TKey>(Money total, IEnumerable<KeyValuePair<TKey, Fraction>> plan, IEnumerable<KeyValuePair<TKey, Money>> actuals)
        where TKey : notnull, IComparable<TKey> => Resplit(SplitRule.LargestRemainder, total, plan, actuals);

    /// <summary>Splits what is left of a target over the periods that are still open, by a rule.</summary>
    /// <typeparam name="TKey">The periods.</typeparam>
    /// <param name="rule">The rule for the open periods.</param>
    /// <param name="total">The target (or budget) for all periods.</param>
    /// <param name="plan">All periods with their weights.</param>
    /// <param name="actuals">What the closed periods have brought (or cost); a period is closed when it is here.</param>
    /// <returns>What is left and how it is split; a target that is already exceeded is a status, never a negative part.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/>, <paramref name="plan"/> or <paramref name="actuals"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A period is there twice or only among the actuals, a weight is negative, currencies differ, or an amount has more decimals than the currency.</exception>
    public static Resplit<TKey> Resplit<TKey>(SplitRule rule, Money total, IEnumerable<KeyValuePair<TKey, Fraction>> plan, IEnumerable<KeyValuePair<TKey, Money>> actuals)
        where TKey : notnull, IComparable<TKey>
    {
        Guard.Against.Null(rule);
        KeyValuePair<TKey, Fraction>[] periods = Guard.Against.Null(plan).ToArray();
        var all = new WeightedLines<TKey>(Array.ConvertAll(periods, period => period.Key), Array.ConvertAll(periods, period => period.Value), nameof(plan), needsWeight: false);
        var closed = new Dictionary<TKey, Money>();
        foreach (KeyValuePair<TKey, Money> actual in Guard.Against.Null(actuals))
        {
            if (!all.Index.ContainsKey(actual.Key))
            {
                throw new ArgumentException($"The period '{actual.Key}' has an actual but no place in the plan; expected one of its periods.", nameof(actuals));
            }

            if (closed.ContainsKey(actual.Key))
            {
                throw new ArgumentException($"The period '{actual.Key}' has two actuals; expected one.", nameof(actuals));
            }

            closed.Add(actual.Key, actual.Value);
        }

        Money done = Money.Sum(closed.Values, total.Currency);
        KeyValuePair<TKey, Fraction>[] open = [.. periods.Where(period => !closed.ContainsKey(period.Key))];
        Money left = total - done;
        if (left.IsNegative || (!left.IsZero && open.All(period => period.Value.IsZero)))
        {
            return new Resplit<TKey>(left.IsNegative ? ResplitStatus.Overspent : ResplitStatus.Unplaced, total, done, open.Select(period => period.Key), null);
        }

        Allotment<TKey, Money>? parts = open.Any(period => !period.Value.IsZero) ? Split.By(rule, left, open) : null;
        return new Resplit<TKey>(ResplitStatus.Split, total, done, open.Select(period => period.Key), parts);
    }
}
