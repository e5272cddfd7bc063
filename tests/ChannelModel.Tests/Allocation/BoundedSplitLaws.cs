using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Allocation;
using CsCheck;

namespace ChannelModel.Tests.Allocation;

/// <summary>Water filling against its conditions, against every other split of small totals, and against the split without bounds.</summary>
public sealed class BoundedSplitLaws
{
    private static readonly Gen<(long Total, long[] Weights, long[] Low, long?[] High)> Cases =
        Gen.Select(Gen.Frequency((2, Gen.Long[0, 60]), (1, Gen.Long[0, 10_000_000_000])), Gen.Frequency((2, Gen.Long[0, 6]), (1, Gen.Long[0, 1_000_000])).Array[1, 8], Gen.Long[0, 9].Array[8], Gen.Long[0, 40].Array[8], Gen.Long[1, 100_000_000])
            .Select(entry =>
            {
                long scale = entry.Item1 > 60 ? entry.Item5 : 1;
                long[] low = [.. entry.Item2.Select((_, i) => entry.Item3[i] > 5 ? 0 : entry.Item3[i] * scale)];
                long?[] high = [.. entry.Item2.Select((_, i) => entry.Item4[i] > 30 ? (long?)null : low[i] + (entry.Item4[i] * scale))];
                return (entry.Item1, entry.Item2, low, high);
            });

    [Fact]
    public void Parts_add_up_stay_within_bounds_and_meet_the_conditions()
    {
        Cases.Sample(
            entry =>
            {
                (long total, long[] weights, long[] low, long?[] high) = entry;
                BoundedAllotment<int, long> split = BoundedSplit.Of(total, Lines(weights, low, high));
                long least = low.Sum();
                long? most = weights.Select((weight, i) => weight == 0 ? low[i] : high[i]).Aggregate((long?)0, (sum, bound) => sum + bound);
                if (total < least || total > most)
                {
                    split.Status.Should().Be(BoundedStatus.Infeasible);
                    split.Infeasibility!.Side.Should().Be(total < least ? InfeasibleSide.BelowMinimums : InfeasibleSide.AboveMaximums);
                    split.Infeasibility.Amount.Should().Be(total < least ? least - total : total - most!.Value);
                    split.Infeasibility.SumOfMaximums.Should().Be(most);
                    split.Unallocated.Should().Be(total);
                    ((Action)(() => _ = split.Parts)).Should().Throw<InvalidOperationException>();
                    return;
                }

                split.Status.Should().Be(BoundedStatus.Split);
                split.Parts.Sum().Should().Be(total);
                Fraction level = split.Level!.Value;
                Fraction sum = Fraction.Zero;
                for (int i = 0; i < weights.Length; i++)
                {
                    split[i].Should().BeInRange(low[i], high[i] ?? long.MaxValue);
                    Fraction exact = split.ExactOf(i);
                    sum = Fraction.Of((sum.Numerator * exact.Denominator) + (exact.Numerator * sum.Denominator), sum.Denominator * exact.Denominator);
                    BigInteger.Abs((split[i] * exact.Denominator) - exact.Numerator).Should().BeLessThan(exact.Denominator, "whole units are less than one away");
                    var share = Fraction.Of(level.Numerator * weights[i], level.Denominator);
                    exact.Should().Be(share < low[i] ? low[i] : share > (high[i] ?? long.MaxValue) ? (Fraction)high[i]!.Value : share);
                    if (weights[i] == 0)
                    {
                        split[i].Should().Be(low[i]);
                    }

                    if (high[i] == low[i])
                    {
                        split[i].Should().Be(low[i], "a fixed line is fixed to the unit");
                    }
                }

                sum.Should().Be((Fraction)total);
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void No_other_split_of_small_totals_is_nearer_to_the_weights()
    {
        // Largest product of part^weight: weighted proportional fairness, over real parts; over whole ones the exact shares lie within a unit of the best.
        Gen.Select(Gen.Long[0, 10], Gen.Long[1, 5].Array[2, 4], Gen.Long[0, 2].Array[4], Gen.Long[0, 6].Array[4]).Sample(
            (total, weights, lows, spans) =>
            {
                long[] low = [.. weights.Select((_, i) => lows[i])];
                long?[] high = [.. weights.Select((_, i) => (long?)(lows[i] + spans[i]))];
                BoundedAllotment<int, long> split = BoundedSplit.Of(total, Lines(weights, low, high));
                if (split.Status != BoundedStatus.Split)
                {
                    return;
                }

                // Of all splits within the bounds, ours has the least sum of squared distances to the exact shares.
                Fraction[] exact = [.. split.Keys.Select(split.ExactOf)];
                Fraction Distance(IReadOnlyList<long> parts) => parts.Select((part, i) => Fraction.Of(BigInteger.Pow((part * exact[i].Denominator) - exact[i].Numerator, 2), exact[i].Denominator * exact[i].Denominator))
                    .Aggregate((a, b) => Fraction.Of((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator));
                Fraction best = Ways(total, low, high, 0).Min(Distance);
                Distance(split.Parts).Should().Be(best);

                // And of all splits that stay between the exact shares, none is more even per weight where it could be: a unit moved to a line with less per weight finds that line full.
                for (int i = 0; i < weights.Length; i++)
                {
                    for (int k = 0; k < weights.Length; k++)
                    {
                        bool canMove = i != k && exact[i] > low[i] && exact[k] < high[k]!.Value;
                        if (canMove)
                        {
                            (Fraction.Of(exact[i].Numerator, exact[i].Denominator * weights[i]) <= Fraction.Of(exact[k].Numerator, exact[k].Denominator * weights[k])).Should().BeTrue();
                        }
                    }
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Without_bounds_it_is_the_plain_split_in_any_order()
    {
        Cases.Where(entry => entry.Weights.Any(weight => weight > 0)).Sample(
            entry =>
            {
                (long total, long[] weights, long[] low, long?[] high) = entry;
                BoundedLine<int, long>[] open = [.. weights.Select((weight, i) => new BoundedLine<int, long>(i, weight))];
                BoundedSplit.Of(total, open).Parts.Should().Equal(Split.By(SplitRule.LargestRemainder, total, weights.Select((weight, i) => new KeyValuePair<int, Fraction>(i, weight))).Parts);
                BoundedAllotment<int, long> split = BoundedSplit.Of(total, Lines(weights, low, high));
                BoundedAllotment<int, long> reversed = BoundedSplit.Of(total, Lines(weights, low, high).Reverse());
                if (split.Status == BoundedStatus.Split)
                {
                    reversed.ToDictionary().Should().Equal(split.ToDictionary());
                    BoundedSplit.Of(total, Lines(weights, low, high).Select(line => new BoundedLine<int, long>(line.Key, Fraction.Of(line.Weight.Numerator * 1_000_003, 7), line.Minimum, line.Maximum))).Parts.Should().Equal(split.Parts);

                    // Monotone in the total: the exact shares never fall when there is more.
                    BoundedAllotment<int, long> more = BoundedSplit.Of(total + 1, Lines(weights, low, high));
                    if (more.Status == BoundedStatus.Split)
                    {
                        split.Keys.All(key => more.ExactOf(key) >= split.ExactOf(key)).Should().BeTrue();
                    }

                    // Fixed at what it got, it gets the same again.
                    BoundedSplit.Of(total, split.Select(part => new BoundedLine<int, long>(part.Key, 1, part.Value, part.Value))).Parts.Should().Equal(split.Parts);
                }
            },
            iter: Laws.Iterations);
    }

    private static IEnumerable<BoundedLine<int, long>> Lines(long[] weights, long[] low, long?[] high) => weights.Select((weight, i) => new BoundedLine<int, long>(i, weight, low[i], high[i]));

    private static IEnumerable<long[]> Ways(long total, long[] low, long?[] high, int at)
    {
        if (at == low.Length)
        {
            return total == 0 ? [[]] : [];
        }

        return Enumerable.Range((int)low[at], (int)(high[at]!.Value - low[at]) + 1).SelectMany(part => Ways(total - part, low, high, at + 1).Select(rest => (long[])[part, .. rest]));
    }
}
