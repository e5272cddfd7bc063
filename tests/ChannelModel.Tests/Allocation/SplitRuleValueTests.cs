using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>What each rule gives, line by line, and the rules as values.</summary>
public sealed class SplitRuleValueTests
{
    private static readonly SplitRule[] Rules = [.. SplitRule.All, .. LibrarySplitRules.All];

    [Theory]
    [InlineData("largest-remainder", 7, "1 0 3 3")]
    [InlineData("largest-remainder", 6, "1 0 3 2")]
    [InlineData("largest-remainder", -6, "-1 0 -3 -2")]
    [InlineData("first", 7, "2 1 2 2")]
    [InlineData("first", 6, "2 0 2 2")]
    [InlineData("first", -7, "-2 -1 -2 -2")]
    [InlineData("first-non-zero", 7, "2 0 3 2")]
    [InlineData("first-non-zero", -6, "-2 0 -2 -2")]
    [InlineData("last", 7, "1 0 3 3")]
    [InlineData("last", 6, "1 0 2 3")]
    [InlineData("last", -6, "-1 0 -2 -3")]
    [InlineData("largest-weight", 7, "1 0 3 3")]
    [InlineData("largest-weight", 6, "1 0 3 2")]
    [InlineData("cumulative", 7, "1 0 3 3")]
    [InlineData("cumulative", 6, "1 0 3 2")] // to date 1.2, 1.2, 3.6 and 6
    [InlineData("cumulative/floor", 6, "1 0 2 3")]
    [InlineData("cumulative/ceiling", 6, "2 0 2 2")]
    [InlineData("separate", 7, "1 0 2 2")]
    [InlineData("separate", -7, "-1 0 -2 -2")]
    [InlineData("block", 7, "1 0 2 2")]
    [InlineData("block", -11, "-2 0 -4 -4")]
    [InlineData("rubymoney", 7, "2 0 3 2")] // from the last: 2 of 7 by 5, 3 of 5 by 3, 2 of 2 by 1
    [InlineData("rubymoney", -7, "-2 0 -3 -2")]
    [InlineData("nodamoney", 7, "1 0 3 3")]
    [InlineData("nodamoney", 6, "1 0 2 3")]
    [InlineData("dinero-v1", 7, "2 0 3 2")]
    [InlineData("dinero-v1", -7, "-1 0 -3 -3")] // floors -2, 0, -3 and -3 are one too many
    [InlineData("dinero-v2", 6, "1 0 3 2")]
    [InlineData("dinero-v2", -7, "-1 0 -3 -3")]
    [InlineData("moneyphp", -7, "-1 0 -3 -3")]
    [InlineData("moneyphp", -6, "-1 0 -2 -3")] // floors -2, 0, -3 and -3 leave 0.8, 0, 0.6 and 0.6
    [InlineData("shopify/roundrobin", -7, "-1 0 -3 -3")]
    [InlineData("shopify/roundrobin", -6, "-1 1 -3 -3")]
    [InlineData("shopify/roundrobin-reverse", -7, "-2 0 -3 -2")]
    [InlineData("shopify/nearest", -6, "-1 0 -2 -3")]
    [InlineData("brick/floor-to-first", 6, "2 0 2 2")]
    [InlineData("brick/floor-to-largest-remainder", 6, "1 0 3 2")]
    [InlineData("brick/floor-to-largest-ratio", 6, "1 0 3 2")]
    [InlineData("brick/floor-separate", 6, "1 0 2 2")]
    [InlineData("brick/block-separate", 6, "1 0 2 2")]
    [InlineData("nmoneys/first-to-last", 7, "2 1 2 2")]
    [InlineData("nmoneys/last-to-first", 6, "1 0 2 3")]
    public void A_rule_gives_what_is_left_where_it_says(string name, int total, string parts)
    {
        // By weights of 1, 0, 2 and 2: 7 are 1.4, 0, 2.8 and 2.8, and 6 are 1.2, 0, 2.4 and 2.4.
        (string, Fraction)[] whole = [("a", 1), ("b", 0), ("c", 2), ("d", 2)];
        (string, Fraction)[] halves = [("a", Fraction.Of(1, 2)), ("b", 0), ("c", 1), ("d", 1)];
        foreach ((string, Fraction)[] weights in new[] { whole, halves })
        {
            Allotment<string, long> split = Split.By(SplitRule.Parse(name), total, weights);
            string.Join(" ", split.Parts.Select(part => part.ToString(CultureInfo.InvariantCulture))).Should().Be(parts);
            (split.Parts.Sum() + split.Remainder).Should().Be(total);
            split.Rule.Name.Should().Be(name);
        }
    }

    [Theory]
    [InlineData("largest-remainder", "0 1")]
    [InlineData("largest-weight", "0 1")]
    [InlineData("brick/floor-to-largest-remainder", "1 0")]
    [InlineData("brick/floor-to-largest-ratio", "1 0")]
    [InlineData("dinero-v2", "1 0")]
    [InlineData("moneyphp", "1 0")]
    [InlineData("shopify/nearest", "1 0")]
    public void Ties_go_to_the_smaller_key_or_to_the_earlier_line(string name, string parts)
    {
        foreach (Fraction weight in new[] { 3, Fraction.Of(1, 3), Fraction.Parse("100000000000000000000") })
        {
            string.Join(" ", Split.By(SplitRule.Parse(name), 1, ("b", weight), ("a", weight)).Parts).Should().Be(parts);
        }
    }

    [Fact]
    public void A_cascade_stops_where_only_weights_of_0_are_left()
    {
        Split.By(LibrarySplitRules.RubyMoney, 7, ("a", 0), ("b", 0), ("c", 5)).Parts.Should().Equal(0, 0, 7);
        Split.By(LibrarySplitRules.RubyMoney, 7, ("a", 5), ("b", 0)).Parts.Should().Equal(7, 0);
    }

    [Fact]
    public void Totals_of_more_than_64_bits_are_split_too()
    {
        // The largest amount of money in millionths has more than 64 bits.
        var most = Money.Of(Money.MaxAmount, Currency.XXX);
        foreach (Money total in new[] { most, -most })
        {
            Allotment<string, Money> split = Split.By(SplitRule.LargestRemainder, total, ("b", 1), ("a", 1));
            (split["a"] + split["b"]).Should().Be(total);
            decimal apart = Math.Abs(split["a"].Amount) - Math.Abs(split["b"].Amount);
            apart.Should().BeInRange(0m, 0.000001m, "the smaller key has the odd unit");
        }
    }

    [Fact]
    public void Only_some_rules_leave_a_remainder()
    {
        Rules.Where(rule => rule.LeavesRemainder).Select(rule => rule.Name).Should().Equal("separate", "block", "brick/floor-separate", "brick/block-separate");
    }

    [Theory]
    [InlineData(RoundingMode.HalfAwayFromZero, true, true)]
    [InlineData(RoundingMode.HalfEven, false, true)]
    [InlineData(RoundingMode.HalfTowardZero, true, true)]
    [InlineData(RoundingMode.HalfUp, true, false)]
    [InlineData(RoundingMode.HalfDown, true, false)]
    [InlineData(RoundingMode.AwayFromZero, true, true)]
    [InlineData(RoundingMode.TowardZero, true, true)]
    [InlineData(RoundingMode.Ceiling, true, false)]
    [InlineData(RoundingMode.Floor, true, false)]
    public void A_cumulative_rule_keeps_the_quota_and_the_sign_as_its_rounding_does(RoundingMode mode, bool quota, bool symmetric)
    {
        var rule = SplitRule.CumulativeBy(mode);
        (rule.Keeps(SplitLaw.Quota), rule.Keeps(SplitLaw.SignSymmetric)).Should().Be((quota, symmetric));
        rule.Laws.Should().Contain([SplitLaw.Sum, SplitLaw.NoOppositeSign, SplitLaw.ZeroGetsZero, SplitLaw.PrefixRounded]).And.HaveCount(4 + (quota ? 1 : 0) + (symmetric ? 1 : 0));
    }

    [Fact]
    public void Two_rules_keep_all_but_one_of_the_fair_laws()
    {
        SplitRule.LargestRemainder.Laws.Except(SplitRule.LargestWeight.Laws).Should().Equal(SplitLaw.Quota);
        SplitRule.LargestWeight.Laws.Should().HaveCount(6).And.BeSubsetOf(SplitRule.LargestRemainder.Laws);
        SplitRule.LargestRemainder.Laws.Except(SplitRule.Separate.Laws).Should().Equal(SplitLaw.Sum);
        SplitRule.Separate.Laws.Except(SplitRule.LargestRemainder.Laws).Should().Equal(SplitLaw.HouseMonotone);
    }

    [Fact]
    public void Cumulative_rules_are_named_after_their_rounding()
    {
        SplitRule.CumulativeBy(RoundingMode.HalfAwayFromZero).Should().Be(SplitRule.Cumulative);
        SplitRule.CumulativeBy(RoundingMode.HalfEven).Name.Should().Be("cumulative/half-even");
        SplitRule.CumulativeBy(RoundingMode.Floor).Name.Should().Be("cumulative/floor");
        SplitRule.TryParse("cumulative/ceiling", out SplitRule? read).Should().BeTrue();
        read.Should().Be(SplitRule.CumulativeBy(RoundingMode.Ceiling));
        foreach (RoundingMode mode in new[] { (RoundingMode)(-1), (RoundingMode)9 })
        {
            ((Action)(() => SplitRule.CumulativeBy(mode))).Should().ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("mode").WithMessage("Expected one of the nine rounding modes.*").Which.ActualValue.Should().Be(mode);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("First")]
    [InlineData("cumulative/")]
    [InlineData("cumulative/x")]
    [InlineData("cumulative/half-even/2")]
    [InlineData("xcumulative/floor")]
    [InlineData("CUMULATIVE/floor")]
    public void Other_names_are_no_rules(string? text)
    {
        SplitRule.TryParse(text, out SplitRule? rule).Should().BeFalse();
        rule.Should().BeNull();
        if (text is not null)
        {
            ((Action)(() => SplitRule.Parse(text))).Should().ThrowExactly<FormatException>().WithMessage(
                $"'{text}' is not a rule; expected one of largest-remainder, first, first-non-zero, last, largest-weight, cumulative, cumulative/half-even, separate, block, brick/floor-to-first, *, nmoneys/last-to-first, or cumulative/ and a rounding mode.");
        }
    }
}
