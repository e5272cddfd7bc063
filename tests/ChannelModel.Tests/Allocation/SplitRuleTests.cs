using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>What each rule says that it keeps is true on every small split, and what it does not claim has a counter-example.</summary>
public sealed class SplitRuleTests
{
    public static IEnumerable<SplitRule> Rules => SplitRule.All
        .Concat(Enum.GetValues(typeof(RoundingMode)).Cast<RoundingMode>().Select(SplitRule.CumulativeBy))
        .Concat(LibrarySplitRules.All)
        .Distinct();

    public static IEnumerable<TheoryDataRow<string, SplitLaw>> Claims() =>
        from rule in Rules
        from law in Enum.GetValues(typeof(SplitLaw)).Cast<SplitLaw>()
        select new TheoryDataRow<string, SplitLaw>(rule.Name, law);

    internal static LawChecks.Splitter Splitter(SplitRule rule) => (total, weights, keys) =>
        [.. Split.By(rule, total, keys.Select((key, i) => new KeyValuePair<int, Fraction>(key, weights[i]))).Parts];

    [Theory]
    [MemberData(nameof(Claims))]
    public void A_rule_keeps_what_it_claims_and_no_more(string name, SplitLaw law)
    {
        var rule = SplitRule.Parse(name);
        (long Total, long[] Weights)? broken = LawChecks.CounterExample(law, Splitter(rule), LawChecks.ModeOf(rule));
        string shown = broken is (long total, long[] weights) ? $"{total} by {string.Join(":", weights)} gives {string.Join(", ", Splitter(rule)(total, weights, [.. Enumerable.Range(0, weights.Length)]))}" : "none found";
        rule.Keeps(law).Should().Be(broken is null, "the counter-example is: {0}", shown);
    }

    [Fact]
    public void Rules_are_named_once_and_read_by_their_names()
    {
        Rules.Select(rule => rule.Name).Should().OnlyHaveUniqueItems();
        foreach (SplitRule rule in Rules)
        {
            SplitRule.Parse(rule.ToString()).Should().Be(rule);
            rule.Laws.Should().BeInAscendingOrder().And.OnlyContain(law => rule.Keeps(law));
        }

        ((Action)(() => SplitRule.Parse("fair"))).Should().Throw<FormatException>().WithMessage("'fair' is not a rule; expected one of largest-remainder, first*moneyphp*");
        SplitRule.TryParse("cumulative/half-even/2", out _).Should().BeFalse();
        SplitRule.TryParse(null, out _).Should().BeFalse();
        ((Action)(() => SplitRule.CumulativeBy((RoundingMode)9))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_rule_and_the_remainder_stay_with_the_result()
    {
        Allotment<string, Money> separate = Split.By(SplitRule.Separate, Money.Of(100m, Currency.USD), ("a", 30), ("b", 20), ("c", 40));
        separate.Rule.Should().Be(SplitRule.Separate);
        separate.Parts.Should().Equal(Usd(33.33m), Usd(22.22m), Usd(44.44m));
        separate.Remainder.Should().Be(Usd(0.01m));
        Allotment<string, long> block = Split.By(SplitRule.Block, -100, ("a", 2), ("b", 4), ("c", 0));
        block.Parts.Should().Equal(-33, -66, 0);
        block.Remainder.Should().Be(-1);
        Split.By(SplitRule.First, 3, ("a", 1), ("b", 1)).Remainder.Should().Be(0);
    }

    [Fact]
    public void Cash_is_split_in_steps()
    {
        KeyValuePair<string, Fraction>[] weights = [new("a", 1), new("b", 2), new("c", 3), new("d", 7)];
        var step = Money.Of(0.05m, Currency.CHF);
        Split.InSteps(SplitRule.LargestRemainder, Money.Of(100m, Currency.CHF), step, weights).Parts.Select(part => part.Amount).Should().Equal(7.70m, 15.40m, 23.05m, 53.85m);
        Split.InSteps(SplitRule.LargestRemainder, 120L, 12, weights).Parts.Should().Equal(12, 24, 24, 60);
        ((Action)(() => Split.InSteps(SplitRule.First, Money.Of(100.02m, Currency.CHF), step, weights))).Should().Throw<ArgumentException>().WithMessage("The total 100.02 CHF is no whole multiple of the step 0.05 CHF*");
        ((Action)(() => Split.InSteps(SplitRule.First, Money.Of(100m, Currency.CHF), Money.Of(0m, Currency.CHF), weights))).Should().Throw<ArgumentException>().WithMessage("The step is 0.00 CHF*");
        ((Action)(() => Split.InSteps(SplitRule.First, Money.Of(100m, Currency.CHF), Usd(1m), weights))).Should().Throw<ArgumentException>().WithMessage("The step 1.00 USD is of another currency*");
        ((Action)(() => Split.InSteps(SplitRule.First, 10L, 0, weights))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => Split.InSteps(SplitRule.First, 10L, 3, weights))).Should().Throw<ArgumentException>().WithMessage("The total 10 is no whole multiple of the step 3*");

        // A step finer than the currency's unit is for unit prices.
        Split.InSteps(SplitRule.First, Usd(0.0002m), Usd(0.0001m), weights).Parts[0].Should().Be(Usd(0.0001m));
    }

    [Fact]
    public void Extremes_are_exact_or_refused()
    {
        Split.By(SplitRule.LargestRemainder, long.MinValue, ("a", long.MaxValue)).Parts.Should().Equal(long.MinValue);
        Split.By(SplitRule.LargestRemainder, long.MaxValue, ("a", long.MaxValue), ("b", long.MaxValue), ("c", long.MaxValue)).Parts.Sum().Should().Be(long.MaxValue);
        Split.By(SplitRule.LargestRemainder, 0, ("a", 1), ("b", 1)).Parts.Should().Equal(0, 0);
        Split.By(SplitRule.LargestRemainder, 1, ("b", 1), ("a", 1), ("c", 1)).Parts.Should().Equal(0, 1, 0);
        Split.By(SplitRule.LargestRemainder, Money.Of(Money.MaxAmount, Currency.XXX), ("a", 1), ("b", 2)).Parts.Aggregate((x, y) => x + y).Amount.Should().Be(Money.MaxAmount);
        ((Action)(() => Split.By(SplitRule.First, 1, ("a", 0)))).Should().Throw<ArgumentException>().WithMessage("There is no weight above 0;*");
        ((Action)(() => Split.By(SplitRule.First, 1, ("a", 1), ("b", -0.5m)))).Should().Throw<ArgumentException>().WithMessage("The weight of 'b' is -1/2; expected 0 or more*");
        ((Action)(() => Split.By(SplitRule.First, 1, ("a", 1), ("a", 1)))).Should().Throw<ArgumentException>().WithMessage("The key 'a' is there twice*");
        ((Action)(() => Split.By<string>(SplitRule.First, 1))).Should().Throw<ArgumentException>();
        ((Action)(() => Split.By<string>(null!, 1, ("a", 1)))).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Texts_are_ordered_in_no_culture()
    {
        // Ordinal: 'B' before 'a'; most cultures have it the other way.
        Split.By(SplitRule.LargestRemainder, 1, ("a", 1), ("B", 1)).Parts.Should().Equal(0, 1);
    }

    private static Money Usd(decimal amount) => Money.Of(amount, Currency.USD);
}
