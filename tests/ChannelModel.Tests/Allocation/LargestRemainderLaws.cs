using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Allocation;
using ChannelModel.Internal;
using CsCheck;

namespace ChannelModel.Tests.Allocation;

/// <summary>The span form equals the split over whole numbers of any size, line for line, ties included; and scale does not matter.</summary>
public sealed class LargestRemainderLaws
{
    private static readonly Gen<long> Weight = Gen.Frequency((1, Gen.Const(0L)), (2, Gen.Long[0, 6]), (2, Gen.Long[0, 1_000_000]), (1, Gen.Long[0, 1_000_000_000_000_000_000]), (1, Gen.Const(long.MaxValue)));
    private static readonly Gen<long> Total = Gen.Frequency((1, Gen.Long[-30, 30]), (2, Gen.Long[-1_000_000_000_000_000_000, 1_000_000_000_000_000_000]), (1, OneOf(long.MinValue, long.MaxValue, 0L, 1L)));

    [Fact]
    public void The_span_form_equals_the_form_of_any_size()
    {
        Gen.Select(Total, Gen.Frequency((3, Weight.Array[1, 12]), (1, Weight.Array[40, 300]), (1, Gen.Long[0, 3].Array[49, 200])), Gen.Bool).Sample(
            (total, weights, reversed) =>
            {
                if (weights.All(weight => weight == 0))
                {
                    return;
                }

                IComparer<int> ties = reversed ? Comparer<int>.Create((x, y) => y.CompareTo(x)) : Comparer<int>.Default;
                BigInteger[] expected = SplitCalculation.Split(SplitRule.LargestRemainder, total, [.. weights.Select(weight => (BigInteger)weight)], ties, out _);
                long[] parts = new long[weights.Length + 1];
                parts[^1] = 17;
                LargestRemainder.Split(total, weights, parts, reversed ? ties : null);
                parts[..^1].Should().Equal(expected.Select(part => (long)part));
                parts[^1].Should().Be(17);
                LargestRemainder.Split(total, weights, weights, ties);
                weights.Should().Equal(expected.Select(part => (long)part));
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Products_divide_as_wide_integers_do()
    {
        Gen<ulong> any = Gen.Frequency((2, Gen.ULong), (1, Gen.ULong[1, 100]), (1, OneOf(ulong.MaxValue, 1UL, 1UL << 63, (1UL << 63) - 1, (1UL << 32) + 1)));
        Gen.Select(any, any, any).Sample(
            (factor, weight, other) =>
            {
                ulong divisor = Math.Max(Math.Max(weight, other), 1);
                weight = Math.Min(weight, divisor);
                ulong quotient = new WideDivisor(divisor).Divide(factor, weight, out ulong shifted);
                (UInt128 expected, UInt128 remainder) = UInt128.DivRem((UInt128)factor * weight, divisor);
                ((UInt128)quotient).Should().Be(expected);
                (shifted >> BitOperations.LeadingZeroCount(divisor)).Should().Be((ulong)remainder);
            },
            iter: Laws.Iterations * 10);
    }

    [Fact]
    public void Every_rule_keeps_its_laws_on_any_split_and_ignores_the_scale_of_weights()
    {
        Gen.Select(OneOf([.. SplitRuleTests.Rules]), Gen.Frequency((1, Gen.Long[-20, 20]), (1, Gen.Long[-1_000_000_000_000, 1_000_000_000_000])), Gen.Frequency((1, Gen.Long[0, 5]), (1, Gen.Long[0, 1_000_000])).Array[1, 9], Gen.Long[1, 1_000_000_000_000])
            .Where(entry => entry.Item3.Any(weight => weight > 0))
            .Sample(
            entry =>
            {
                (SplitRule rule, long total, long[] weights, long scale) = entry;
                LawChecks.Splitter split = SplitRuleTests.Splitter(rule);
                foreach (SplitLaw law in rule.Laws)
                {
                    LawChecks.Holds(law, split, total, weights, LawChecks.ModeOf(rule)).Should().BeTrue("{0} claims {1}", rule, law);
                }

                // Weights of another scale take the way of any size; thirds have another denominator.
                Allotment<int, long> parts = Split.By(rule, total, Lines(weights, weight => weight));
                Split.By(rule, total, Lines(weights, weight => Fraction.Of((BigInteger)weight * scale * scale, 1))).Parts.Should().Equal(parts.Parts);
                Split.By(rule, total, Lines(weights, weight => Fraction.Of(weight, 3))).Parts.Should().Equal(parts.Parts);
                (parts.Parts.Sum() + parts.Remainder).Should().Be(total);

                // k times the sum of the weights is split without a remainder.
                long whole = weights.Sum() * 7;
                Split.By(rule, whole, Lines(weights, weight => weight)).Parts.Should().Equal(weights.Select(weight => weight * 7));
            },
            iter: Laws.Iterations);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static IEnumerable<KeyValuePair<int, Fraction>> Lines(long[] weights, Func<long, Fraction> weight) => weights.Select((w, i) => new KeyValuePair<int, Fraction>(i, weight(w)));
}
