using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Allocation;
using CsCheck;

namespace ChannelModel.Tests.Allocation;

/// <summary>What a split by largest remainder promises, against exact fractions. A sum check alone would pass every wrong rule.</summary>
public sealed class SplitLaws
{
    private static readonly Gen<(long Total, long[] Weights)> Cases =
        Gen.Select(
            Gen.Frequency((1, Gen.Long[-20, 20]), (3, Gen.Long[-1_000_000_000_000, 1_000_000_000_000])),
            Gen.Frequency((1, Gen.Long[0, 5]), (2, Gen.Long[0, 10_000_000_000])).Array[1, 12])
        .Where(entry => entry.Item2.Any(weight => weight > 0));

    [Fact]
    public void Parts_add_up_and_stay_within_one_unit_of_their_quota()
    {
        Cases.Sample(
            entry =>
            {
                var split = Split.By(SplitRule.LargestRemainder, entry.Total, Weights(entry.Weights));
                BigInteger sum = entry.Weights.Aggregate(BigInteger.Zero, (all, weight) => all + weight);
                split.Sum(part => part.Value).Should().Be(entry.Total);
                for (int i = 0; i < entry.Weights.Length; i++)
                {
                    // |part x sum - total x weight| < sum: less than one whole unit away from the exact quota.
                    BigInteger distance = BigInteger.Abs((split[i] * sum) - ((BigInteger)entry.Total * entry.Weights[i]));
                    (distance < sum).Should().BeTrue();
                    if (entry.Weights[i] == 0)
                    {
                        split[i].Should().Be(0);
                    }
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void The_largest_remainders_get_the_units_that_are_left()
    {
        Cases.Sample(
            entry =>
            {
                var split = Split.By(SplitRule.LargestRemainder, entry.Total, Weights(entry.Weights));
                BigInteger sum = entry.Weights.Aggregate(BigInteger.Zero, (all, weight) => all + weight);
                BigInteger total = BigInteger.Abs(entry.Total);
                for (int i = 0; i < entry.Weights.Length; i++)
                {
                    for (int k = 0; k < entry.Weights.Length; k++)
                    {
                        bool iUp = Math.Abs(split[i]) > total * entry.Weights[i] / sum;
                        bool kUp = Math.Abs(split[k]) > total * entry.Weights[k] / sum;
                        if (iUp && !kUp)
                        {
                            // Ties go to the smaller key.
                            (total * entry.Weights[i] % sum).CompareTo(total * entry.Weights[k] % sum).Should().BeGreaterThanOrEqualTo(i < k ? 0 : 1);
                        }
                    }
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Order_of_the_lines_does_not_matter_and_a_refund_mirrors_the_charge()
    {
        Cases.Sample(
            entry =>
            {
                var split = Split.By(SplitRule.LargestRemainder, entry.Total, Weights(entry.Weights));
                var reversed = Split.By(SplitRule.LargestRemainder, entry.Total, Weights(entry.Weights).Reverse());
                var refund = Split.By(SplitRule.LargestRemainder, -entry.Total, Weights(entry.Weights));
                for (int i = 0; i < entry.Weights.Length; i++)
                {
                    reversed[i].Should().Be(split[i]);
                    refund[i].Should().Be(-split[i]);
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Money_is_split_to_the_smallest_unit_of_its_currency()
    {
        Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Int[0, 3].Select(i => new[] { Currency.CNY, Currency.JPY, Currency.KWD, Currency.XAU }[i]), Gen.Long[1, 1_000].Array[1, 9]).Sample(
            entry =>
            {
                Money total = Money.OfMinorUnits(entry.Item1, entry.Item2);
                var split = Split.By(SplitRule.LargestRemainder, total, Weights(entry.Item3));
                Money.Sum(split.Select(part => part.Value), entry.Item2).Should().Be(total);
                if (entry.Item2.MinorUnits is not null)
                {
                    var whole = Split.By(SplitRule.LargestRemainder, entry.Item1, Weights(entry.Item3));
                    split.Select(part => part.Value).Should().Equal(whole.Select(part => Money.OfMinorUnits(part.Value, entry.Item2)));
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Seventy_eight_stores_at_40_and_60_percent_are_31_and_47()
    {
        var split = Split.By(SplitRule.LargestRemainder, 78, Rates(("tier-1", Rate.Percent(40)), ("tier-2-3", Rate.Percent(60))));
        split["tier-1"].Should().Be(31);
        split["tier-2-3"].Should().Be(47);
    }

    [Fact]
    public void What_cannot_be_split_says_why()
    {
        ((Action)(() => Split.By(SplitRule.LargestRemainder, 1, Weights([0, 0])))).Should().Throw<ArgumentException>().WithMessage("There is no weight above 0%*");
        ((Action)(() => Split.By(SplitRule.LargestRemainder, 1, Weights([1, -1])))).Should().Throw<ArgumentException>().WithMessage("The weight of '1' is -0.00000001%*");
        ((Action)(() => Split.By(SplitRule.LargestRemainder, 1, Rates(("a", Rate.One), ("a", Rate.One))))).Should().Throw<ArgumentException>().WithMessage("The key 'a' is there twice*");
        ((Action)(() => Split.By(SplitRule.LargestRemainder, Money.Of(0.001m, Currency.CNY), Weights([1])))).Should().Throw<ArgumentException>().WithMessage("The total 0.001 CNY has more decimals than CNY*");
        ((Action)(() => _ = Split.By(SplitRule.LargestRemainder, 1, Rates(("a", Rate.One)))["b"])).Should().Throw<ArgumentException>().WithMessage("'b' had no weight*one of a*");
    }

    private static IEnumerable<KeyValuePair<int, Rate>> Weights(long[] weights) =>
        weights.Select((weight, i) => new KeyValuePair<int, Rate>(i, Rate.OfTenBillionths(weight)));

    private static IEnumerable<KeyValuePair<string, Rate>> Rates(params (string Key, Rate Weight)[] weights) => weights.Select(weight => new KeyValuePair<string, Rate>(weight.Key, weight.Weight));
}
