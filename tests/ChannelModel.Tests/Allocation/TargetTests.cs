using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Targets phased, blended, split again and added up; units by what each brings: every number, and what each refuses.</summary>
public sealed class TargetTests
{
    [Fact]
    public void A_blend_counts_the_top_by_its_share()
    {
        TargetLine<string>[] lines = [new("a", Cny(60m), Cny(100m)), new("b", Cny(40m), Cny(100m))];
        Blend(0m).Should().Equal(Cny(50m), Cny(50m));
        Blend(100m).Should().Equal(Cny(60m), Cny(40m));
        Blend(25m).Should().Equal(Cny(51.43m), Cny(48.57m)); // 90 to 85
        BoundedAllotment<string, Money> bounded = Targets.Blend(Cny(100m), Rate.Zero, [new TargetLine<string>("a", Cny(1m), Cny(1m), Cny(70m)), new("b", Cny(1m), Cny(1m), maximum: Cny(10m)), new("c", Cny(0.000001m), Cny(0.5m))]);
        bounded.Parts.Should().Equal(Cny(70m), Cny(10m), Cny(20m));
        bounded.Keys.Select(bounded.BoundOf).Should().Equal(LineBound.AtMinimum, LineBound.AtMaximum, LineBound.Between);
        foreach (Rate share in new[] { Rate.Percent(-0.1m), Rate.Percent(100.1m) })
        {
            ((Action)(() => Targets.Blend(Cny(1m), share, lines))).Should().ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("topDownShare").WithMessage("Expected a share of 0% to 100%.*").Which.ActualValue.Should().Be(share);
        }

        Refused(() => Targets.Blend(Usd(1m), Rate.One, lines), "lines", "The targets of 'a' are in CNY; expected USD, as the total.*");

        IEnumerable<Money> Blend(decimal percent) => Targets.Blend(Cny(100m), Rate.Percent(percent), lines).Parts;
    }

    [Fact]
    public void A_target_line_has_one_currency_and_nothing_below_0()
    {
        TargetLine<string> line = new("a", Cny(1m), Cny(2m), Cny(0m), Cny(4m));
        (line.Key, line.TopDown, line.BottomUp, line.Minimum, line.Maximum).Should().Be(("a", Cny(1m), Cny(2m), (Money?)Cny(0m), (Money?)Cny(4m)));
        Refused(() => _ = new TargetLine<string>("a", Cny(-1m), Cny(1m)), "topDown", "The top-down target of 'a' is -1.00 CNY; expected 0 CNY or more.*");
        Refused(() => _ = new TargetLine<string>("a", Cny(1m), Cny(-1m)), "topDown", "The bottom-up target of 'a' is -1.00 CNY; expected 0 CNY or more.*");
        Refused(() => _ = new TargetLine<string>("a", Cny(1m), Usd(1m)), "topDown", "The bottom-up target of 'a' is 1.00 USD; expected 0 CNY or more.*");
        Refused(() => _ = new TargetLine<string>("a", Cny(1m), Cny(1m), Usd(1m)), "topDown", "The minimum of 'a' is 1.00 USD; expected 0 CNY or more.*");
        Refused(() => _ = new TargetLine<string>("a", Cny(1m), Cny(1m), Cny(-1m)), "topDown", "The minimum of 'a' is -1.00 CNY; expected 0 CNY or more.*");
        Refused(() => _ = new TargetLine<string>("a", Cny(1m), Cny(1m), maximum: Usd(1m)), "topDown", "The maximum of 'a' is 1.00 USD; expected 0 CNY or more.*");
    }

    [Fact]
    public void Phases_are_right_in_every_year_to_date()
    {
        Targets.Phase<string>(Cny(0.05m), [new("Jan", 1), new("Feb", 1), new("Mar", 1), new("Apr", 1)]).Parts.Should().Equal(
            new[] { Cny(0.01m), Cny(0.02m), Cny(0.01m), Cny(0.01m) }, "to date 1.25, 2.5, 3.75 and 5 cents are 1, 3, 4 and 5");
    }

    [Fact]
    public void What_is_left_goes_to_the_open_periods()
    {
        KeyValuePair<string, Fraction>[] plan = [new("q1", 1), new("q2", 1), new("q3", 1), new("q4", 0)];
        Resplit<string> none = Targets.Resplit(Cny(100m), plan, []);
        Shown(none).Should().Be("Split, done 0.00 CNY, over 0.00 CNY, unplaced 0.00 CNY: q1 33.34 CNY, q2 33.33 CNY, q3 33.33 CNY, q4 0.00 CNY");
        none.Total.Should().Be(Cny(100m));
        Shown(Targets.Resplit(Cny(100m), plan, [new("q2", Cny(59.99m))])).Should().Be("Split, done 59.99 CNY, over 0.00 CNY, unplaced 0.00 CNY: q1 20.01 CNY, q3 20.00 CNY, q4 0.00 CNY");
        Shown(Targets.Resplit(SplitRule.Separate, Cny(100m), plan, [new("q2", Cny(59.99m))])).Should().Be("Split, done 59.99 CNY, over 0.00 CNY, unplaced 0.01 CNY: q1 20.00 CNY, q3 20.00 CNY, q4 0.00 CNY");
        Shown(Targets.Resplit(Cny(100m), plan, [new("q2", Cny(60m)), new("q1", Cny(50m))])).Should().Be("Overspent, done 110.00 CNY, over 10.00 CNY, unplaced 0.00 CNY: q3 0.00 CNY, q4 0.00 CNY");
        Shown(Targets.Resplit(Cny(100m), plan, [new("q2", Cny(60m)), new("q1", Cny(40m))])).Should().Be("Split, done 100.00 CNY, over 0.00 CNY, unplaced 0.00 CNY: q3 0.00 CNY, q4 0.00 CNY");
        Shown(Targets.Resplit(Cny(100m), plan, [new("q1", Cny(60m)), new("q2", Cny(20m)), new("q3", Cny(10m))])).Should().Be("Unplaced, done 90.00 CNY, over 0.00 CNY, unplaced 10.00 CNY: q4 0.00 CNY");
        Shown(Targets.Resplit(Cny(90m), plan, [new("q1", Cny(60m)), new("q2", Cny(20m)), new("q3", Cny(10m))])).Should().Be("Split, done 90.00 CNY, over 0.00 CNY, unplaced 0.00 CNY: q4 0.00 CNY");
        Shown(Targets.Resplit<string>(Cny(9m), [], [])).Should().Be("Unplaced, done 0.00 CNY, over 0.00 CNY, unplaced 9.00 CNY: ");
        Refused(() => _ = Targets.Resplit(Cny(100m), plan, [new("q2", Cny(1m))])["q2"], "period", "The period 'q2' is not open; expected one of q1, q3, q4.*");
        Refused(() => Targets.Resplit(Cny(100m), plan, [new("q5", Cny(1m))]), "actuals", "The period 'q5' has an actual but no place in the plan; expected one of its periods.*");
        Refused(() => Targets.Resplit(Cny(100m), plan, [new("q2", Cny(1m)), new("q2", Cny(1m))]), "actuals", "The period 'q2' has two actuals; expected one.*");
        Refused(() => Targets.Resplit<string>(Cny(100m), [new("q1", -1)], []), "plan", "The weight of 'q1' is -1; expected 0 or more.*");
    }

    [Fact]
    public void A_tree_adds_up_and_names_its_gaps_from_the_top()
    {
        TargetNode<string>[] children = [new("b", Cny(30m)), new("c", Cny(50m), new TargetNode<string>("d", Cny(20m)), new TargetNode<string>("e", Cny(25m)))];
        var all = new TargetNode<string>("a", Cny(70m), children);
        children[0] = new TargetNode<string>("z", Cny(999m));
        all.Children.Select(child => child.Key).Should().Equal(["b", "c"], "the array is copied");
        (all.Key, all.Stated, all.RolledUp, all.Gap).Should().Be(("a", (Money?)Cny(70m), Cny(75m), (Money?)Cny(-5m)));
        all.Gaps().Select(node => (node.Key, node.Gap)).Should().Equal(("a", Cny(-5m)), ("c", Cny(5m)));
        (all.Children[0].Stated, all.Children[0].RolledUp, all.Children[0].Gap).Should().Be((Cny(30m), Cny(30m), Cny(0m)));
        all.Children[0].Gaps().Should().BeEmpty();
        new TargetNode<string>("x", null, all).Gap.Should().BeNull();
        new TargetNode<string>("x", null, all).RolledUp.Should().Be(Cny(75m));
        new TargetNode<string>("x", Cny(1m), null!).RolledUp.Should().Be(Cny(1m));
        Refused(() => _ = new TargetNode<string>("x", null), "stated", "The node 'x' has neither a target nor nodes below it; expected one of them.*");
    }

    [Fact]
    public void Units_go_where_the_next_one_brings_most()
    {
        KeyValuePair<string, IReadOnlyList<decimal>>[] gains = [new("b", [5m, 3m, 3m, 0m]), new("a", [5m, 3m]), new("c", []), new("d", [-1m])];
        Shown(UnitSplit.ByMarginalGain(0, gains)).Should().Be("b 0, a 0, c 0, d 0; order ; gain 0; left 0; next 5");
        Shown(UnitSplit.ByMarginalGain(1, gains)).Should().Be("b 0, a 1, c 0, d 0; order a; gain 5; left 0; next 5");
        Shown(UnitSplit.ByMarginalGain(5, gains)).Should().Be("b 3, a 2, c 0, d 0; order a, b, a, b, b; gain 19; left 0; next 0");
        Shown(UnitSplit.ByMarginalGain(6, gains)).Should().Be("b 4, a 2, c 0, d 0; order a, b, a, b, b, b; gain 19; left 0; next -1");
        Shown(UnitSplit.ByMarginalGain(7, gains)).Should().Be("b 4, a 2, c 0, d 1; order a, b, a, b, b, b, d; gain 18; left 0; next ");
        Shown(UnitSplit.ByMarginalGain(long.MaxValue, gains)).Should().Be($"b 4, a 2, c 0, d 1; order a, b, a, b, b, b, d; gain 18; left {long.MaxValue - 7}; next ");
        GainSplit<string> split = UnitSplit.ByMarginalGain(5, gains);
        split.Count.Should().Be(4);
        (split["b"], split["c"]).Should().Be((3, 0));
        ((IEnumerable)split).Cast<KeyValuePair<string, long>>().Should().Equal(split);
        Refused(() => _ = split["x"], "key", "'x' had no gains; expected one of b, a, c, d.*");
        GainSplit<int> many = UnitSplit.ByMarginalGain<int>(1, Enumerable.Range(1, 11).Select(i => new KeyValuePair<int, IReadOnlyList<decimal>>(i, [1m])));
        Refused(() => _ = many[0], "key", "'0' had no gains; expected one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.*");
    }

    [Fact]
    public void Gains_that_rise_are_refused_with_the_unit()
    {
        Refused(
            () => UnitSplit.ByMarginalGain<string>(1, [new("a", [3m]), new("b", [5m, 4m, 4.5m])]),
            "gains",
            "Unit 3 of 'b' brings 4.5, more than the 4 of the unit before; expected gains that never rise. For others use LevelChoice.*");
        Refused(() => UnitSplit.ByMarginalGain<string>(1, [new("a", [3m]), new("a", [3m])]), "gains", "The key 'a' is there twice; expected each key once.*");
        ((Action)(() => UnitSplit.ByMarginalGain<string>(-1, []))).Should().ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("units").WithMessage("Expected 0 or more.*").Which.ActualValue.Should().Be(-1L);
    }

    private static string Shown(Resplit<string> split)
    {
        split.Open.All(part => split[part.Key] == part.Value).Should().BeTrue();
        return $"{split.Status}, done {split.Done}, over {split.Overrun}, unplaced {split.Unplaced}: {string.Join(", ", split.Open.Select(part => $"{part.Key} {part.Value}"))}";
    }

    private static string Shown(GainSplit<string> split) =>
        FormattableString.Invariant($"{string.Join(", ", split.Select(part => $"{part.Key} {part.Value}"))}; order {string.Join(", ", split.Order)}; gain {split.Gain}; left {split.Left}; next {split.NextGain}");

    private static void Refused(Action made, string parameter, string message) => made.Should().ThrowExactly<ArgumentException>().WithParameterName(parameter).WithMessage(message);

    private static Money Cny(decimal amount) => Money.Of(amount, Currency.CNY);

    private static Money Usd(decimal amount) => Money.Of(amount, Currency.USD);
}
