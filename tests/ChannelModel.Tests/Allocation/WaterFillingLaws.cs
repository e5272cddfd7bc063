using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Allocation;
using ChannelModel.Internal;

namespace ChannelModel.Tests.Allocation;

/// <summary>The level of water filling against its definition: the smallest at which the lines, held between their bounds, add up to the total; for numbers of 64 bits and above.</summary>
public sealed class WaterFillingLaws
{
    private static readonly (int Low, int? High)[] Bounds = [(0, null), (2, null), (0, 3), (1, 4), (2, 2)];

    [Fact]
    public void The_level_is_the_smallest_that_reaches_the_total()
    {
        foreach (BigInteger scale in new[] { BigInteger.One, BigInteger.Pow(2, 61), BigInteger.Pow(2, 62), BigInteger.Pow(2, 64), BigInteger.Pow(10, 30) })
        {
            foreach ((BigInteger[] weights, BigInteger[] low, BigInteger?[] high) in Cases())
            {
                BigInteger least = low.Aggregate(BigInteger.Add);
                BigInteger most = weights.Select((weight, i) => weight.IsZero ? low[i] : high[i] ?? 20).Aggregate(BigInteger.Add);
                for (BigInteger total = least; total <= most && total < least + 9; total += 2)
                {
                    Meets(total, weights, low, high);
                    Meets(total * scale, weights, Array.ConvertAll(low, bound => bound * scale), Array.ConvertAll(high, bound => bound * scale));
                    Meets(total, Array.ConvertAll(weights, weight => weight * scale), low, high);
                }
            }
        }
    }

    [Fact]
    public void Places_next_to_each_other_are_told_apart_to_the_last_bit()
    {
        // Minimum by weight: about 1 for each line, apart by less than 10^-12, so that their products differ in the low or in the high 64 bits only.
        BigInteger large = BigInteger.Pow(2, 40);
        foreach (BigInteger unit in new[] { large, BigInteger.Pow(2, 63), (BigInteger)ulong.MaxValue - 9, BigInteger.Pow(2, 64) - 3, BigInteger.Pow(2, 80) })
        {
            foreach (int shift in new[] { -2, -1, 0, 1, 2 })
            {
                BigInteger[] weights = [unit + 1, unit, unit + 2, unit + shift];
                BigInteger[] low = [unit, unit + 2, unit + 1, unit - 1];
                for (int over = 0; over < 9; over++)
                {
                    BigInteger total = low.Aggregate(BigInteger.Add) + over;
                    Meets(total, weights, low, new BigInteger?[4]);
                    Meets(total, weights, low, [unit + 1, null, unit + 3, null]);
                }

                Meets(weights.Aggregate(BigInteger.Add) * 3, weights, low, [unit * 2, (unit * 2) + 1, (unit * 2) - 1, null]);
            }
        }
    }

    [Fact]
    public void Splits_by_huge_weights_are_those_by_small_ones()
    {
        BigInteger huge = BigInteger.Pow(10, 30);
        for (long total = 15; total <= 60; total++)
        {
            IReadOnlyList<long> small = BoundedSplit.Of(total, Lines(BigInteger.One)).Parts;
            BoundedSplit.Of(total, Lines(huge)).Parts.Should().Equal(small);
            small.Sum().Should().Be(total);
        }

        static IEnumerable<BoundedLine<string, long>> Lines(BigInteger scale) =>
            [new("a", Fraction.Of(3 * scale, 1), 9), new("b", Fraction.Of(2 * scale, 1), maximum: 20), new("c", Fraction.Of(5 * scale, 1), 1, 14), new("d", Fraction.Of(4 * scale, 7), 5)];
    }

    private static IEnumerable<(BigInteger[] Weights, BigInteger[] Low, BigInteger?[] High)> Cases() =>
        from weights in new int[][] { [1, 2, 3], [3, 2, 1], [2, 0, 2] }
        from a in Bounds
        from b in Bounds
        from c in Bounds.Take(2)
        let bounds = new[] { a, b, c }
        select (Array.ConvertAll(weights, weight => (BigInteger)weight), Array.ConvertAll(bounds, bound => (BigInteger)bound.Low), Array.ConvertAll(bounds, bound => (BigInteger?)bound.High));

    private static void Meets(BigInteger total, BigInteger[] weights, BigInteger[] low, BigInteger?[] high)
    {
        Ratio level = WaterFilling.Level(total, weights, low, high);
        SumAt(level).Should().Be((total * level.Denominator, level.Denominator), "{0} by {1}", total, string.Join(":", weights));
        level.Sign.Should().BeGreaterThanOrEqualTo(0);
        if (level.Sign > 0)
        {
            Ratio less = level * new Ratio(999_999_999, 1_000_000_000);
            SumAt(less).Sum.Should().BeLessThan(total * less.Denominator, "a smaller level does not reach it");
        }

        (BigInteger Sum, BigInteger Denominator) SumAt(Ratio at) => (
            weights.Select((weight, i) => BigInteger.Max(low[i] * at.Denominator, high[i] is BigInteger most ? BigInteger.Min(most * at.Denominator, weight * at.Numerator) : weight * at.Numerator)).Aggregate(BigInteger.Add),
            at.Denominator);
    }
}
