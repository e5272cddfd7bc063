using System;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Bounds, policies, hierarchies and targets by example: what is split, what held a line, and what a total that does not fit is told.</summary>
public sealed class BoundedSplitTests
{
    [Fact]
    public void A_total_below_the_minimums_is_refused_or_relaxes_them()
    {
        BoundedLine<string, Money>[] lines = [new("a", 5, Cny(200)), new("b", 3, Cny(100)), new("c", 2)];
        BoundedAllotment<string, Money> refused = BoundedSplit.Of(Cny(150), lines);
        refused.Status.Should().Be(BoundedStatus.Infeasible);
        refused.Infeasibility!.ToString().Should().Be("The total 150.00 CNY is 150.00 CNY below the minimums, which come to 300.00 CNY (a, b).");
        refused.Infeasibility.In(Language.SimplifiedChinese).Should().Be("总额150.00 CNY低于各下限之和300.00 CNY，缺150.00 CNY（a, b）。");
        ((Action)(() => _ = refused["a"])).Should().Throw<InvalidOperationException>().WithMessage("There are no parts. The total 150.00 CNY is*");
        BoundedAllotment<string, Money> relaxed = BoundedSplit.Of(Cny(150), lines, InfeasiblePolicy.RelaxMinimums);
        relaxed.Status.Should().Be(BoundedStatus.MinimumsRelaxed);
        relaxed.Parts.Should().Equal(Cny(100), Cny(50), Cny(0));
        relaxed.Level.Should().BeNull();
        BoundedSplit.Of(Cny(150), lines, InfeasiblePolicy.LeaveUnallocated).Status.Should().Be(BoundedStatus.Infeasible);
        BoundedSplit.Of(Cny(-1), lines, InfeasiblePolicy.RelaxMinimums).Status.Should().Be(BoundedStatus.Infeasible);
    }

    [Fact]
    public void A_total_above_the_maximums_is_refused_or_leaves_the_rest()
    {
        BoundedLine<string, long>[] lines = [new("a", 5, maximum: 20), new("b", 3, minimum: 4, maximum: 4), new("c", 0, minimum: 1)];
        BoundedSplit.Of(100, lines).Infeasibility!.ToString().Should().Be("The total 100 is 75 above the maximums, which come to 25 (a, b, c).");
        BoundedAllotment<string, long> left = BoundedSplit.Of(100, lines, InfeasiblePolicy.LeaveUnallocated);
        left.Status.Should().Be(BoundedStatus.PartlyUnallocated);
        left.Parts.Should().Equal(20, 4, 1);
        left.Unallocated.Should().Be(75);
        left.Keys.Select(left.BoundOf).Should().Equal(LineBound.AtMaximum, LineBound.Fixed, LineBound.NoWeight);
        BoundedSplit.Of(100, lines, InfeasiblePolicy.RelaxMinimums).Status.Should().Be(BoundedStatus.Infeasible);

        // Nothing has a weight: only the minimums can be placed.
        BoundedSplit.Of(1, [new BoundedLine<string, long>("a", 0)]).Infeasibility!.Side.Should().Be(InfeasibleSide.AboveMaximums);
        BoundedSplit.Of(0, [new BoundedLine<string, long>("a", 0)]).Parts.Should().Equal(0);
    }

    [Fact]
    public void Each_line_says_what_held_it()
    {
        BoundedAllotment<string, Money> split = BoundedSplit.Of(Cny(1000), [new BoundedLine<string, Money>("live", 50, maximum: Cny(400)), new("group", 30), new("popup", 1, minimum: Cny(100))]);
        split.Parts.Should().Equal(Cny(400), Cny(500), Cny(100));
        split.Keys.Select(key => split.ReasonOf(key).En).Should().Equal("Held at its maximum of 400.00 CNY.", "Gets 500.00 CNY by its weight.", "Held at its minimum of 100.00 CNY.");
        split.ReasonOf("popup").ZhHans.Should().Be("受下限100.00 CNY约束。");
        split.Level.Should().Be(Fraction.Of(500, 30));
    }

    [Fact]
    public void Max_min_fairness_fills_small_demands_first()
    {
        BoundedAllotment<string, Money> fair = BoundedSplit.MaxMinFair<string>(Cny(10), [new("a", Cny(2)), new("b", Cny(2.6m)), new("c", Cny(4)), new("d", Cny(5))]);
        fair.Parts.Should().Equal(Cny(2), Cny(2.6m), Cny(2.7m), Cny(2.7m));
        BoundedSplit.MaxMinFair<string>(Cny(20), [new("a", Cny(2)), new("b", Cny(5))]).Unallocated.Should().Be(Cny(13));
    }

    [Fact]
    public void Wrong_lines_are_the_callers_mistake()
    {
        ((Action)(() => _ = new BoundedLine<string, long>("a", 1, 5, 4))).Should().Throw<ArgumentException>().WithMessage("The minimum of 'a' is 5, its maximum 4;*");
        ((Action)(() => _ = new BoundedLine<string, long>("a", -1))).Should().Throw<ArgumentException>().WithMessage("The weight of 'a' is -1;*");
        ((Action)(() => BoundedSplit.Of(1, [new BoundedLine<string, long>("a", 1, -1)]))).Should().Throw<ArgumentException>().WithMessage("The minimum of 'a' is -1; expected 0 or more*");
        ((Action)(() => BoundedSplit.Of(Cny(1), [new BoundedLine<string, Money>("a", 1, Money.Of(1, Currency.USD))]))).Should().Throw<ArgumentException>().WithMessage("*'a', 1.00 USD is of another currency*");
        ((Action)(() => BoundedSplit.Of<string>(1, []))).Should().Throw<ArgumentException>().WithMessage("There is no line*");
        ((Action)(() => BoundedSplit.Of(1, [new BoundedLine<string, long>("a", 1), new("a", 1)]))).Should().Throw<ArgumentException>().WithMessage("The key 'a' is there twice*");
    }

    [Fact]
    public void Bounds_come_up_a_hierarchy_before_it_is_split()
    {
        SplitNode<string, Money>[] regions =
        [
            new("east", 1, new SplitNode<string, Money>(new BoundedLine<string, Money>("live", 1, minimum: Cny(70))), new SplitNode<string, Money>("group", 1)),
            new("north", 1, new SplitNode<string, Money>(new BoundedLine<string, Money>("live", 1, maximum: Cny(10)))),
        ];
        HierarchyAllotment<string, Money> split = HierarchySplit.Nested(Cny(100), regions);
        split.At("east").Amount.Should().Be(Cny(90), "the north can take 10 only");
        split.At("east", "live").Amount.Should().Be(Cny(70));
        split.At("east", "group").Amount.Should().Be(Cny(20));
        split.At("north").Bound.Should().Be(LineBound.AtMaximum);
        split.Leaves.Select(leaf => string.Join("/", leaf.Path)).Should().Equal("east/live", "east/group", "north/live");
        HierarchySplit.Nested(Cny(60), regions).Infeasibility!.Amount.Should().Be(Cny(10));
        ((Action)(() => split.At("west"))).Should().Throw<ArgumentException>().WithMessage("There is no node 'west'; expected a path such as 'east'*");
    }

    [Fact]
    public void A_node_that_contradicts_those_below_it_is_named()
    {
        SplitNode<string, long>[] nodes = [new(new BoundedLine<string, long>("east", 1, maximum: 5), new SplitNode<string, long>(new BoundedLine<string, long>("live", 1, minimum: 8)))];
        HierarchyAllotment<string, long> split = HierarchySplit.Nested(9, nodes);
        split.Status.Should().Be(BoundedStatus.Infeasible);
        split.InfeasibleAt.Should().Equal("east");
        split.Infeasibility!.ToString().Should().Be("The total 5 is 3 below the minimums, which come to 8 (live).");
        ((Action)(() => HierarchySplit.Flat(9, nodes))).Should().Throw<ArgumentException>().WithMessage("The node 'east' has bounds and is no leaf*");
    }

    [Fact]
    public void Targets_are_phased_blended_and_split_again()
    {
        Allotment<int, Money> phased = Targets.Phase<int>(Cny(100), [new(1, 1), new(2, 1), new(3, 1)]);
        phased.Parts.Should().Equal(Cny(33.33m), Cny(33.34m), Cny(33.33m));
        BoundedAllotment<string, Money> blend = Targets.Blend(Cny(100), Rate.Percent(50), [new TargetLine<string>("a", Cny(60), Cny(100)), new("b", Cny(40), Cny(100), maximum: Cny(40))]);
        blend.Parts.Should().Equal(Cny(60), Cny(40));
        ((Action)(() => Targets.Blend(Cny(100), Rate.Percent(101), [new TargetLine<string>("a", Cny(1), Cny(1))]))).Should().Throw<ArgumentOutOfRangeException>();
        Resplit<int> open = Targets.Resplit<int>(Cny(100), [new(1, 1), new(2, 1), new(3, 2)], [new(1, Cny(40))]);
        open.Status.Should().Be(ResplitStatus.Split);
        open.Open.Select(part => part.Value).Should().Equal(Cny(20), Cny(40));
        open[3].Should().Be(Cny(40));
        Resplit<int> over = Targets.Resplit<int>(Cny(100), [new(1, 1), new(2, 1)], [new(1, Cny(140))]);
        over.Status.Should().Be(ResplitStatus.Overspent);
        over.Overrun.Should().Be(Cny(40));
        over[2].Should().Be(Cny(0));
        Resplit<int> closed = Targets.Resplit<int>(Cny(100), [new(1, 1)], [new(1, Cny(90))]);
        closed.Status.Should().Be(ResplitStatus.Unplaced);
        closed.Unplaced.Should().Be(Cny(10));
        ((Action)(() => Targets.Resplit<int>(Cny(100), [new(1, 1)], [new(2, Cny(90))]))).Should().Throw<ArgumentException>().WithMessage("The period '2' has an actual but no place in the plan*");
        ((Action)(() => Targets.Resplit<int>(Cny(100), [new(1, 1)], [new(1, Cny(1)), new(1, Cny(1))]))).Should().Throw<ArgumentException>().WithMessage("The period '1' has two actuals*");
    }

    [Fact]
    public void Targets_from_the_bottom_name_their_gaps()
    {
        var tree = new TargetNode<string>("all", Cny(100), new TargetNode<string>("east", Cny(60), new TargetNode<string>("live", Cny(50))), new TargetNode<string>("north", null, new TargetNode<string>("live", Cny(45))));
        tree.RolledUp.Should().Be(Cny(95));
        tree.Gap.Should().Be(Cny(5));
        tree.Gaps().Select(node => node.Key).Should().Equal("all", "east");
        tree.Children[1].Gap.Should().BeNull();
        ((Action)(() => _ = new TargetNode<string>("x", null))).Should().Throw<ArgumentException>().WithMessage("The node 'x' has neither a target nor nodes below it*");
    }

    private static Money Cny(decimal amount) => Money.Of(amount, Currency.CNY);
}
