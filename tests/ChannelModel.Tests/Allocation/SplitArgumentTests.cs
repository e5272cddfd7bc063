using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>What splits take and refuse: keys, weights, steps and amounts, each refusal with its parameter; and what their results answer to a key.</summary>
public sealed class SplitArgumentTests
{
    private static readonly SplitRule Rule = SplitRule.LargestRemainder;

    [Fact]
    public void A_key_is_there_once_wherever_it_stands()
    {
        foreach (string[] keys in new string[][] { ["a", "a", "b"], ["b", "a", "a"], ["a", "b", "a"], ["a", "b", "c", "b"] })
        {
            string twice = keys.GroupBy(key => key).Single(group => group.Count() == 2).Key;
            Refused(() => Split.By(Rule, 1, keys.Select(key => new KeyValuePair<string, Fraction>(key, 1))), "weights", $"The key '{twice}' is there twice; expected each key once.*");
            Refused(() => Split.By(Rule, 1, keys.Select(key => new KeyValuePair<string, Rate>(key, Rate.One))), "weights", $"The key '{twice}' is there twice; expected each key once.*");
        }

        Refused(() => Split.By<string>(Rule, 1, ("a", 1), (null!, 1)), "weights", "The key of line 1 is null; expected a key.*");
        Refused(() => Split.By<string>(Rule, 1, (null!, 1)), "weights", "The key of line 0 is null; expected a key.*");
        Refused(() => Targets.Resplit<string>(Cny(1m), [new("a", 1), new("a", 1)], []), "plan", "The key 'a' is there twice; expected each key once.*");
    }

    [Fact]
    public void A_weight_is_0_or_more_and_one_is_above_0()
    {
        Refused(() => Split.By(Rule, 1, ("a", 1), ("b", -2)), "weights", "The weight of 'b' is -2; expected 0 or more.*");
        Refused(() => Split.By(Rule, 1, ("a", Fraction.Of(1, 2)), ("b", -2)), "weights", "The weight of 'b' is -2; expected 0 or more.*");
        Refused(() => Split.By(Rule, 1, ("a", Fraction.Of(-1, 3)), ("b", 2)), "weights", "The weight of 'a' is -1/3; expected 0 or more.*");
        Refused(() => Split.By(Rule, 1, ("a", 0), ("b", 0)), "weights", "There is no weight above 0; expected at least one.*");
        Refused(() => Split.By<string>(Rule, 1), "weights", "There is no weight above 0; expected at least one.*");
        Refused(() => Split.By(Rule, 1, Rates(Rate.Percent(-5m))), "weights", "The weight of 'a' is -5%; expected 0% or more.*");
        Refused(() => Split.By(Rule, 1, Rates(Rate.Zero)), "weights", "There is no weight above 0%; expected at least one.*");
        Split.By(Rule, 9, ("a", 0), ("b", Fraction.Of(1, 2))).Parts.Should().Equal(0, 9);
        Split.By(Rule, 9, ("a", Fraction.Of(1, 2)), ("b", 0)).Parts.Should().Equal(9, 0);
        Split.By(Rule, 9, ("a", 0), ("b", 5)).Parts.Should().Equal(0, 9);
        Split.By(Rule, 9, Rates(Rate.One, Rate.Percent(50m))).Parts.Should().Equal(6, 3);
        Split.By(Rule, Cny(0.09m), Rates(Rate.One, Rate.Percent(50m))).Parts.Should().Equal(Cny(0.06m), Cny(0.03m));

        static IEnumerable<KeyValuePair<string, Rate>> Rates(params Rate[] rates) => rates.Select((rate, i) => new KeyValuePair<string, Rate>(i == 0 ? "a" : "b", rate));
    }

    [Fact]
    public void Weights_of_different_denominators_are_brought_to_a_common_one()
    {
        // 1/6, 1/4, 2/9 and 1 over 36: 6, 9, 8 and 36.
        (string, Fraction)[] weights = [("a", Fraction.Of(1, 6)), ("b", Fraction.Of(1, 4)), ("c", Fraction.Of(2, 9)), ("d", 1)];
        Split.By(Rule, 59, weights).Parts.Should().Equal(6, 9, 8, 36);
        Split.By(SplitRule.Block, 118, weights).Parts.Should().Equal(12, 18, 16, 72);
        Split.By(SplitRule.Block, 118, weights).Remainder.Should().Be(0);

        // One that does not fit 64 bits among those that do.
        Split.By(Rule, 4, ("a", Fraction.Parse("30000000000000000000")), ("b", Fraction.Parse("10000000000000000000"))).Parts.Should().Equal(3, 1);
        Split.By(Rule, 4, ("b", 1), ("a", Fraction.Parse("100000000000000000000"))).Parts.Should().Equal(0, 4);
        Split.By(Rule, 4, ("a", Fraction.Parse("100000000000000000000")), ("b", 1)).Parts.Should().Equal(4, 0);
    }

    [Fact]
    public void Steps_are_above_0_and_of_the_totals_currency()
    {
        KeyValuePair<string, Fraction>[] one = [new("a", 1)];
        Refused(() => Split.InSteps(Rule, Cny(1m), Cny(-1m), one), "step", "The step is -1.00 CNY; expected an amount above 0.*");
        Refused(() => Split.InSteps(Rule, Cny(1m), Cny(0m), one), "step", "The step is 0.00 CNY; expected an amount above 0.*");
        Refused(() => Split.InSteps(Rule, Cny(1m), Money.Of(1m, Currency.USD), one), "step", "The step 1.00 USD is of another currency than the total; expected CNY.*");
        Refused(() => Split.InSteps(Rule, Cny(1m), Cny(0.3m), one), "total", "The total 1.00 CNY is no whole multiple of the step 0.30 CNY; expected one, rounded by a rounding of your choice.*");
        Refused(() => Split.By(Rule, Cny(0.005m), one), "total", "The total 0.005 CNY has more decimals than CNY; expected a whole number of its smallest unit.*");
        Refused(() => Split.InSteps(Rule, 10L, 3, one), "total", "The total 10 is no whole multiple of the step 3; expected one.*");
        foreach (long step in new[] { 0L, -1L })
        {
            ((Action)(() => Split.InSteps(Rule, 10L, step, one))).Should().ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("step").WithMessage("Expected a step of 1 or more.*").Which.ActualValue.Should().Be(step);
        }

        Split.InSteps(Rule, 10L, 1, one).Parts.Should().Equal(10);
        Split.InSteps(Rule, -10L, 5, [new KeyValuePair<string, Fraction>("a", 1), new("b", 1)]).Parts.Should().Equal(-5, -5);
        Split.InSteps(SplitRule.Separate, 40L, 4, [new KeyValuePair<string, Fraction>("a", 1), new("b", 2)]).Remainder.Should().Be(4, "10 steps are 3 and 6, and one is left");
        Split.InSteps(SplitRule.Separate, Cny(4m), Cny(0.4m), [new KeyValuePair<string, Fraction>("a", 1), new("b", 2)]).Remainder.Should().Be(Cny(0.4m));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        foreach ((Action made, string parameter) in new (Action, string)[]
        {
            (() => Split.By(null!, 1, ("a", 1)), "rule"),
            (() => Split.By(Rule, 1, ((string, Fraction)[])null!), "weights"),
            (() => Split.By(Rule, 1, (IEnumerable<KeyValuePair<string, Fraction>>)null!), "weights"),
            (() => Split.By(Rule, 1, (IEnumerable<KeyValuePair<string, Rate>>)null!), "weights"),
            (() => Apportion.By<string>(null!, 1, ("a", 1)), "method"),
            (() => Apportion.By(ApportionmentMethod.Adams, 1, ((string, Fraction)[])null!), "weights"),
            (() => Apportion.By(ApportionmentMethod.Adams, 1, (IEnumerable<KeyValuePair<string, Fraction>>)null!), "weights"),
            (() => Apportion.Within<string>(ApportionmentMethod.Adams, 1, null!), "lines"),
            (() => Apportion.WithHurdle<string>(0, null!), "weights"),
            (() => BoundedSplit.Of<string>(1, null!), "lines"),
            (() => BoundedSplit.Of<string>(Cny(1m), null!), "lines"),
            (() => BoundedSplit.MaxMinFair<string>(Cny(1m), null!), "demands"),
            (() => HierarchySplit.Nested<string>(1, null!), "nodes"),
            (() => HierarchySplit.Nested<string>(Cny(1m), null!), "nodes"),
            (() => HierarchySplit.Flat<string>(1, null!), "nodes"),
            (() => HierarchySplit.Flat<string>(Cny(1m), null!), "nodes"),
            (() => UnitSplit.ByMarginalGain<string>(1, null!), "gains"),
            (() => UnitSplit.ByMarginalGain<string>(1, [new("a", null!)]), "gains"),
            (() => Targets.Blend<string>(Cny(1m), Rate.One, null!), "lines"),
            (() => Targets.Resplit<string>(null!, Cny(1m), [], []), "rule"),
            (() => Targets.Resplit<string>(Cny(1m), null!, []), "plan"),
            (() => Targets.Resplit<string>(Cny(1m), [], null!), "actuals"),
            (() => _ = new BoundedLine<string, long>(null!, 1), "key"),
            (() => _ = new TargetLine<string>(null!, Cny(1m), Cny(1m)), "key"),
            (() => _ = new TargetNode<string>(null!, Cny(1m)), "key"),
            (() => _ = new SplitNode<string, long>((BoundedLine<string, long>)null!), "line"),
            (() => SplitRule.Parse(null!), "text"),
            (() => ApportionmentMethod.Parse(null!), "text"),
        })
        {
            made.Should().ThrowExactly<ArgumentNullException>().WithParameterName(parameter);
        }
    }

    [Fact]
    public void A_result_lists_its_keys_and_parts_in_the_order_given()
    {
        Allotment<string, long> split = Split.By(Rule, 10, ("b", 3), ("a", 2), ("c", 5));
        split.Count.Should().Be(3);
        split.Total.Should().Be(10);
        split.Keys.Should().Equal("b", "a", "c");
        split.Should().Equal(new KeyValuePair<string, long>("b", 3), new KeyValuePair<string, long>("a", 2), new KeyValuePair<string, long>("c", 5));
        ((IEnumerable)split).Cast<KeyValuePair<string, long>>().Should().Equal(split);
        (split["b"], split["a"], split["c"]).Should().Be((3, 2, 5));
        Refused(() => _ = split["d"], "key", "'d' had no weight in the split; expected one of b, a, c.*");
        Split.By(Rule, 20, Numbered(20)).Invoking(wide => wide[0]).Should().ThrowExactly<ArgumentException>().Which.Message.Should().NotContain("more");
        Refused(() => _ = Split.By(Rule, 22, Numbered(22))[0], "key", "'0' had no weight in the split; expected one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 and 2 more.*");

        static IEnumerable<KeyValuePair<int, Fraction>> Numbered(int count) => Enumerable.Range(1, count).Select(i => new KeyValuePair<int, Fraction>(i, 1));
    }

    [Fact]
    public void A_bounded_result_answers_for_each_line()
    {
        BoundedLine<string, Money>[] lines = [new("fixed", 1, Cny(5m), Cny(5m)), new("none", 0, Cny(2m)), new("b", 1), new("most", 9, maximum: Cny(3m)), new("least", 1, Cny(50m))];
        BoundedAllotment<string, Money> split = BoundedSplit.Of(Cny(70m), lines);
        split.Count.Should().Be(5);
        split.Total.Should().Be(Cny(70m));
        split.Unallocated.Should().Be(Cny(0m));
        split.Should().Equal(lines.Select((line, i) => new KeyValuePair<string, Money>(line.Key, split.Parts[i])));
        ((IEnumerable)split).Cast<KeyValuePair<string, Money>>().Should().Equal(split);
        split.Parts.Should().Equal(Cny(5m), Cny(2m), Cny(10m), Cny(3m), Cny(50m));
        split.Keys.Select(split.ExactOf).Should().Equal(5, 2, 10, 3, 50);
        split.Keys.Select(key => split.ReasonOf(key).En).Should().Equal(
            "Fixed at 5.00 CNY.", "Has no weight and gets its minimum of 2.00 CNY.", "Gets 10.00 CNY by its weight.", "Held at its maximum of 3.00 CNY.", "Held at its minimum of 50.00 CNY.");
        split.Keys.Select(key => split.ReasonOf(key).ZhHans).Should().Equal("固定为5.00 CNY。", "权重为0，仅得下限2.00 CNY。", "按权重得10.00 CNY。", "受上限3.00 CNY约束。", "受下限50.00 CNY约束。");
        foreach (Action asked in new Action[] { () => _ = split["x"], () => split.BoundOf("x"), () => split.ExactOf("x"), () => split.ReasonOf("x") })
        {
            Refused(asked, "key", "There is no line 'x'; expected one of those that were split.*");
        }

        BoundedAllotment<string, Money> relaxed = BoundedSplit.Of(Cny(28.5m), lines, InfeasiblePolicy.RelaxMinimums);
        BoundedSplit.Of(Cny(0m), lines, InfeasiblePolicy.RelaxMinimums).Parts.Should().OnlyContain(part => part.IsZero, "a total of nothing leaves nothing of the minimums");
        BoundedSplit.Of(10, [new BoundedLine<string, long>("a", Fraction.Of(1, 2)), new("b", Fraction.Of(1, 3))]).Level.Should().Be((Fraction)12, "6 are 12 halves and 4 are 12 thirds");
        BoundedAllotment<string, long> just = BoundedSplit.Of(10, [new BoundedLine<string, long>("a", 1, maximum: 5), new("b", 1), new("c", 0)]);
        just.Keys.Select(just.BoundOf).Should().Equal([LineBound.AtMaximum, LineBound.Between, LineBound.NoWeight], "its share is its maximum");
        relaxed.ReasonOf("least").En.Should().Be("Gets 25.00 CNY: the minimums together are above the total, so each is cut in proportion.");
        relaxed.ReasonOf("least").ZhHans.Should().Be("得25.00 CNY：各下限之和高于总额，按比例下调。");
        relaxed.BoundOf("least").Should().Be(LineBound.Between);
        relaxed.Level.Should().BeNull();
        ((Action)(() => relaxed.ExactOf("least"))).Should().ThrowExactly<InvalidOperationException>().WithMessage("There is no exact share. The total 28.50 CNY is 28.50 CNY below the minimums, which come to 57.00 CNY (fixed, none, least).");
        BoundedAllotment<string, Money> refused = BoundedSplit.Of(Cny(28.5m), lines);
        ((Action)(() => refused.BoundOf("least"))).Should().ThrowExactly<InvalidOperationException>().WithMessage("There are no parts. The total 28.50 CNY is*");
        refused.Unallocated.Should().Be(Cny(28.5m));
        refused.Infeasibility!.SumOfMaximums.Should().BeNull("two lines have none");
        ((Action)(() => BoundedSplit.Of(Cny(70m), lines, (InfeasiblePolicy)3))).Should().ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("policy").WithMessage("Expected one of the three policies.*").Which.ActualValue.Should().Be((InfeasiblePolicy)3);
        ((Action)(() => BoundedSplit.Of(Cny(70m), lines, (InfeasiblePolicy)(-1)))).Should().ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("policy");
    }

    private static void Refused(Action made, string parameter, string message) => made.Should().ThrowExactly<ArgumentException>().WithParameterName(parameter).WithMessage(message);

    private static Money Cny(decimal amount) => Money.Of(amount, Currency.CNY);
}
