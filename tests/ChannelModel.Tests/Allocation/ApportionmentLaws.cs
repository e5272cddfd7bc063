using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Allocation;
using CsCheck;

namespace ChannelModel.Tests.Allocation;

/// <summary>Apportionments against the definition itself, unit by unit; Webster also against every other way to hand out the units.</summary>
public sealed class ApportionmentLaws
{
    private static readonly ApportionmentMethod[] Methods =
        [.. ApportionmentMethod.All, ApportionmentMethod.Stationary(Fraction.Of(1, 3)), ApportionmentMethod.WebsterWithFirst(Fraction.Of(3, 5)), ApportionmentMethod.Stationary(0), ApportionmentMethod.Stationary(1)];

    private static readonly Gen<ApportionmentMethod> Method = Gen.Int[0, Methods.Length - 1].Select(i => Methods[i]);
    private static readonly Gen<ApportionmentMethod> Divisor = Gen.Int[0, Methods.Length - 1].Select(i => Methods[i]).Where(method => method.HasDivisor);

    private static readonly Gen<long[]> Weights = Gen.OneOf(Gen.Long[0, 6].Array[1, 7], Gen.Long[0, 1_000_000].Array[1, 9]).Where(weights => weights.Any(weight => weight > 0));

    [Fact]
    public void Handing_out_unit_by_unit_gives_the_same_within_bounds_too()
    {
        Gen.Select(Divisor, Gen.Long[0, 60], Weights, Gen.Long[0, 4].Array[9], Gen.Long[0, 12].Array[9]).Sample(
            (method, units, weights, lows, spans) =>
            {
                (long Low, long? High)[] bounds = [.. weights.Select((_, i) => (lows[i] == 4 ? 0 : lows[i], spans[i] > 8 ? (long?)null : lows[i] + spans[i]))];
                if (UnitByUnit(method, units, weights, bounds) is not long[] expected)
                {
                    ((Action)(() => Within(method, units, weights, bounds))).Should().Throw<ArgumentException>();
                    return;
                }

                Apportionment<int> made = Within(method, units, weights, bounds);
                made.Parts.Should().Equal(expected);
                CheckQueue(made, method, units, weights, bounds);
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Every_divisor_of_the_interval_gives_the_same()
    {
        Gen.Select(Divisor.Where(method => method.Power == 1), Gen.Long[1, 60], Weights).Where(entry => Enough(entry.Item1, entry.Item2, entry.Item3)).Sample(
            (method, units, weights) =>
            {
                Apportionment<int> made = Apportion.By(method, units, Lines(weights));
                Fraction low = made.LowestDivisor!.Value.Value!.Value;
                Fraction high = made.HighestDivisor?.Value ?? Fraction.Of(low.Numerator * 2, low.Denominator);
                made.IsTied.Should().Be(low == high);
                if (made.IsTied)
                {
                    made.Tied.Should().HaveCountGreaterThan(1).And.BeInAscendingOrder();
                    return;
                }

                low.Should().BeLessThan(high);
                var middle = Fraction.Of((low.Numerator * high.Denominator) + (high.Numerator * low.Denominator), 2 * low.Denominator * high.Denominator);
                foreach (Fraction divisor in new[] { middle, high })
                {
                    // The number of signposts that weight / divisor reaches.
                    for (int i = 0; i < weights.Length; i++)
                    {
                        long count = 0;
                        while (weights[i] > 0 && Reaches(method, weights[i], divisor, count))
                        {
                            count++;
                        }

                        made[i].Should().Be(count);
                    }
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Webster_is_nearest_to_the_quotas_of_all_ways()
    {
        Gen.Select(Gen.Long[0, 9], Gen.Long[1, 12].Array[1, 4]).Sample(
            (units, weights) =>
            {
                Apportionment<int> made = Apportion.By(ApportionmentMethod.Webster, units, Lines(weights));
                BigInteger sum = weights.Sum();
                Fraction Distance(IReadOnlyList<long> parts) => weights.Select((weight, i) => Fraction.Of(BigInteger.Pow((parts[i] * sum) - (units * weight), 2), weight)).Aggregate((a, b) => Fraction.Of((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator));
                Fraction best = AllWays(units, weights.Length).Min(Distance);
                Distance(made.Parts).Should().Be(best);
            },
            iter: Laws.Iterations / 4);
    }

    [Fact]
    public void The_margin_is_the_least_weight_that_brings_one_more_unit()
    {
        Gen.Select(Divisor, Gen.Long[1, 40], Gen.Long[1, 300].Array[2, 6], Gen.Int[0, 5]).Where(entry => Enough(entry.Item1, entry.Item2, entry.Item3)).Sample(
            (method, units, weights, at) =>
            {
                at %= weights.Length;
                Apportionment<int> made = Apportion.By(method, units, Lines(weights));
                if (made.MarginOf(at) is not Fraction margin)
                {
                    return;
                }

                long[] more = [.. weights];
                more[at] += (long)margin.Numerator;
                Apportion.By(method, units, Lines(more))[at].Should().BeGreaterThan(made[at]);
                if (margin > 1)
                {
                    more[at]--;

                    // One less brings a tie at best.
                    Apportionment<int> less = Apportion.By(method, units, Lines(more));
                    (less[at] == made[at] || less.IsTied).Should().BeTrue();
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Methods_keep_their_laws_and_scale_does_not_matter()
    {
        Gen.Select(Method, Gen.Frequency((1, Gen.Long[0, 50]), (1, Gen.Long[0, 1_000_000_000_000])), Weights, Gen.Long[1, 1_000_000_000]).Where(entry => Enough(entry.Item1, entry.Item2, entry.Item3)).Sample(
            (method, units, weights, scale) =>
            {
                foreach (SplitLaw law in method.Laws)
                {
                    LawChecks.Holds(law, ApportionmentTests.Splitter(method), units, weights).Should().BeTrue("{0} claims {1}", method, law);
                }

                Apportionment<int> made = Apportion.By(method, units, Lines(weights));
                Apportion.By(method, units, weights.Select((weight, i) => new KeyValuePair<int, Fraction>(i, Fraction.Of((BigInteger)weight * scale, 7)))).Parts.Should().Equal(made.Parts);
                Apportion.By(method, weights.Sum(), Lines(weights)).Parts.Should().Equal(weights);
            },
            iter: Laws.Iterations / 2);
    }

    private static void CheckQueue(Apportionment<int> made, ApportionmentMethod method, long units, long[] weights, (long Low, long? High)[] bounds)
    {
        if (UnitByUnit(method, units + 1, weights, bounds) is long[] more)
        {
            int next = Enumerable.Range(0, weights.Length).Single(i => more[i] > made[i]);
            made.NextInQueue.Should().StartWith(next);
        }
        else
        {
            made.NextInQueue.Should().BeEmpty();
        }
    }

    /// <summary>From the minimums, each unit goes to the largest weight / signpost that is below its maximum; null where that cannot be done.</summary>
    private static long[]? UnitByUnit(ApportionmentMethod method, long units, long[] weights, (long Low, long? High)[] bounds)
    {
        long[] parts = [.. bounds.Select((bound, i) => method.GivesEachOne && weights[i] > 0 && bound.High != 0 ? Math.Max(1, bound.Low) : bound.Low)];
        long left = units - parts.Sum();
        for (; left > 0; left--)
        {
            int best = -1;
            for (int i = 0; i < parts.Length; i++)
            {
                if (weights[i] == 0 || parts[i] >= bounds[i].High)
                {
                    continue;
                }

                if (best < 0 || Claim(method, weights[i], parts[i], weights[best], parts[best]) > 0)
                {
                    best = i;
                }
            }

            if (best < 0)
            {
                return null;
            }

            parts[best]++;
        }

        return left < 0 ? null : parts;
    }

    private static int Claim(ApportionmentMethod method, BigInteger a, long countA, BigInteger b, long countB)
    {
        (BigInteger topA, BigInteger bottomA) = method.Signpost(countA);
        (BigInteger topB, BigInteger bottomB) = method.Signpost(countB);
        return (BigInteger.Pow(a, method.Power) * bottomA * topB).CompareTo(BigInteger.Pow(b, method.Power) * bottomB * topA);
    }

    private static bool Reaches(ApportionmentMethod method, long weight, Fraction divisor, long count)
    {
        (BigInteger top, BigInteger bottom) = method.Signpost(count);
        return weight * divisor.Denominator * bottom >= top * divisor.Numerator;
    }

    private static bool Enough(ApportionmentMethod method, long units, long[] weights) => !method.GivesEachOne || units >= weights.Count(weight => weight > 0);

    private static IEnumerable<long[]> AllWays(long units, int lines) => lines == 1
        ? [[units]]
        : Enumerable.Range(0, (int)units + 1).SelectMany(first => AllWays(units - first, lines - 1).Select(rest => (long[])[first, .. rest]));

    private static Apportionment<int> Within(ApportionmentMethod method, long units, long[] weights, (long Low, long? High)[] bounds) =>
        Apportion.Within(method, units, weights.Select((weight, i) => new BoundedLine<int, long>(i, weight, bounds[i].Low, bounds[i].High)));

    private static IEnumerable<KeyValuePair<int, Fraction>> Lines(long[] weights) => weights.Select((weight, i) => new KeyValuePair<int, Fraction>(i, weight));
}
