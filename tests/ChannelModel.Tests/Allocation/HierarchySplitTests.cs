using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;
using Node = ChannelModel.Allocation.SplitNode<string, long>;

namespace ChannelModel.Tests.Allocation;

/// <summary>Splits down a hierarchy, node by node, nested and flat: amounts, what held each node, and bounds that do not go together at any level.</summary>
public sealed class HierarchySplitTests
{
    [Fact]
    public void Nested_splits_each_node_over_those_below_it()
    {
        Node[] nodes = [new("a", 3, new Node("x", 1), new Node("y", 1, new Node("p", 2), new Node("q", 1))), new("b", 1)];
        Shown(HierarchySplit.Nested(101, nodes)).Should().Equal("a 76 Between", "a/x 38 Between", "a/y 38 Between", "a/y/p 25 Between", "a/y/q 13 Between", "b 25 Between");
        HierarchyAllotment<string, long> split = HierarchySplit.Nested(101, nodes);
        split.Total.Should().Be(101);
        split.Status.Should().Be(BoundedStatus.Split);
        split.InfeasibleAt.Should().BeEmpty();
        split.At("a", "y", "q").Amount.Should().Be(13);
        split.At("a", "y").Key.Should().Be("y");
        split.At("a", "y").Leaves.Select(leaf => leaf.Key).Should().Equal("p", "q");
        split.At("b").Leaves.Should().Equal(split.At("b"));
        Refused(() => split.At(), "path", "The path is empty; expected at least one key.*");
        Refused(() => split.At("a", "z"), "path", "There is no node 'a/z'; expected a path such as 'a'.*");
        ((Action)(() => split.At(null!))).Should().ThrowExactly<ArgumentNullException>().WithParameterName("path");
    }

    [Fact]
    public void Flat_splits_over_the_leaves_by_the_products_of_their_shares()
    {
        // x, y and z have a third of a third each, u two thirds.
        Node[] nodes = [new("a", 1, new Node("x", 1), new Node("y", 1), new Node("z", 1)), new("b", 2, new Node("u", 5))];
        Shown(HierarchySplit.Flat(3, nodes)).Should().Equal("a 1 Between", "a/x 1 Between", "a/y 0 Between", "a/z 0 Between", "b 2 Between", "b/u 2 Between");
        Shown(HierarchySplit.Flat(90, nodes)).Should().Equal("a 30 Between", "a/x 10 Between", "a/y 10 Between", "a/z 10 Between", "b 60 Between", "b/u 60 Between");

        // Shares 3/5 and 2/5, and below them 2/3 and 1/3.
        Node[] fractions = [new("a", Fraction.Of(1, 2), new Node("x", Fraction.Of(1, 2)), new Node("y", Fraction.Of(1, 4))), new("b", Fraction.Of(1, 3))];
        Shown(HierarchySplit.Flat(15, fractions)).Should().Equal("a 9 Between", "a/x 6 Between", "a/y 3 Between", "b 6 Between");
        Shown(HierarchySplit.Nested(15, fractions)).Should().Equal("a 9 Between", "a/x 6 Between", "a/y 3 Between", "b 6 Between");

        Node[] deep = [new("t", 1, new Node("a", 1, new Node("x", 1), new Node("y", 2)), new Node("b", 1), new Node("c", 2, new Node("z", 1)))];
        Shown(HierarchySplit.Flat(24, deep)).Should().Equal("t 24 Between", "t/a 6 Between", "t/a/x 2 Between", "t/a/y 4 Between", "t/b 6 Between", "t/c 12 Between", "t/c/z 12 Between");

        // The same key below two nodes is two leaves; ties go to the earlier one.
        Node[] twins = [new("b", 1, new Node("x", 1)), new("a", 1, new Node("x", 1))];
        Shown(HierarchySplit.Flat(1, twins)).Should().Equal("b 1 Between", "b/x 1 Between", "a 0 Between", "a/x 0 Between");
        Shown(HierarchySplit.Nested(1, twins)).Should().Equal("b 0 Between", "b/x 0 AtMinimum", "a 1 Between", "a/x 1 Between");
        HierarchyAllotment<string, Money> money = HierarchySplit.Flat(Cny(0.05m), [new SplitNode<string, Money>("a", 1, new SplitNode<string, Money>("x", 1), new SplitNode<string, Money>("y", 1)), new("b", 3)]);
        (money.Total, money.At("a").Amount, money.At("a", "x").Amount, money.At("a", "y").Amount, money.At("b").Amount).Should().Be((Cny(0.05m), Cny(0.01m), Cny(0.01m), Cny(0m), Cny(0.04m)));
    }

    [Fact]
    public void Bounds_of_leaves_hold_in_both()
    {
        Node[] nodes = [new("a", 1, Leaf("x", 1, 30), Leaf("y", 1, most: 4), Leaf("z", 0, 2)), new("b", 1, Leaf("u", 1), Leaf("v", 1, 5, 5))];
        Shown(HierarchySplit.Flat(60, nodes)).Should().Equal("a 36 Between", "a/x 30 AtMinimum", "a/y 4 AtMaximum", "a/z 2 NoWeight", "b 24 Between", "b/u 19 Between", "b/v 5 Fixed");
        Shown(HierarchySplit.Nested(100, nodes)).Should().Equal("a 50 Between", "a/x 44 Between", "a/y 4 AtMaximum", "a/z 2 NoWeight", "b 50 Between", "b/u 45 Between", "b/v 5 Fixed");
        Node[] nothing = [new("a", 1, Leaf("x", 0, 3), Leaf("y", 0)), new("b", 1)];
        Shown(HierarchySplit.Flat(10, nothing)).Should().Equal("a 3 Between", "a/x 3 NoWeight", "a/y 0 NoWeight", "b 7 Between");
        Shown(HierarchySplit.Nested(10, nothing)).Should().Equal("a 3 Fixed", "a/x 3 NoWeight", "a/y 0 NoWeight", "b 7 Between");
    }

    [Theory]
    [InlineData(null, 11, "AtMaximum")]
    [InlineData(12L, 11, "AtMaximum")]
    [InlineData(11L, 11, "AtMaximum")]
    [InlineData(10L, 10, "AtMaximum")]
    public void A_node_takes_what_it_and_those_below_it_may(long? most, long expected, string bound)
    {
        Node[] nodes = [new(new BoundedLine<string, long>("a", 1, maximum: most), Leaf("x", 1, most: 5), Leaf("y", 1, most: 6)), new("b", 1)];
        Shown(HierarchySplit.Nested(100, nodes)).First().Should().Be($"a {expected} {bound}");
        Node[] open = [new(new BoundedLine<string, long>("a", 1, maximum: most), Leaf("x", 1, most: 5), Leaf("y", 1)), new("b", 1)];
        HierarchySplit.Nested(100, open).At("a").Amount.Should().Be(most ?? 50);
    }

    [Theory]
    [InlineData(null, 7)]
    [InlineData(6L, 7)]
    [InlineData(7L, 7)]
    [InlineData(8L, 8)]
    public void A_node_gets_what_it_and_those_below_it_must(long? least, long expected)
    {
        Node[] nodes = [new(new BoundedLine<string, long>("a", 1, least), Leaf("x", 1, 3), Leaf("y", 1, 4)), new("b", 99)];
        HierarchyAllotment<string, long> split = HierarchySplit.Nested(20, nodes);
        split.At("a").Amount.Should().Be(expected);
        split.At("a").Bound.Should().Be(LineBound.AtMinimum);
        HierarchySplit.Nested(expected, nodes).At("b").Amount.Should().Be(0);
        HierarchySplit.Nested(expected - 1, nodes).Infeasibility!.ToString().Should().Be($"The total {expected - 1} is 1 below the minimums, which come to {expected} (a).");
    }

    [Fact]
    public void A_node_that_must_have_more_than_those_below_it_may_is_named_with_its_path()
    {
        Node[] nodes = [new("top", 1, new Node("other", 1), new Node(new BoundedLine<string, long>("a", 1, 12), Leaf("x", 1, most: 5), Leaf("y", 1, 2, most: 6)))];
        HierarchyAllotment<string, long> split = HierarchySplit.Nested(100, nodes);
        split.InfeasibleAt.Should().Equal("top", "a");
        split.Infeasibility!.ToString().Should().Be("The total 12 is 1 above the maximums, which come to 11 (x, y).");
        (split.Infeasibility.Side, split.Infeasibility.Total, split.Infeasibility.Amount, split.Infeasibility.SumOfMinimums, split.Infeasibility.SumOfMaximums).Should().Be((InfeasibleSide.AboveMaximums, 12, 1, 2, 11));
        split.Infeasibility.Lines.Should().Equal("x", "y");
        split.Nodes.Should().BeEmpty();
        split.Leaves.Should().BeEmpty();
        split.Total.Should().Be(100);
        ((Action)(() => split.At("top"))).Should().ThrowExactly<InvalidOperationException>().WithMessage("There are no parts. The total 12 is 1 above the maximums, which come to 11 (x, y).");
        HierarchySplit.Nested(100, [new Node("top", 1, new Node("other", 1), new Node(new BoundedLine<string, long>("a", 1, 11), Leaf("x", 1, most: 5), Leaf("y", 1, most: 6)))]).At("top", "a").Amount.Should().Be(11);
    }

    [Fact]
    public void Those_below_a_node_that_must_have_more_than_it_may_are_named()
    {
        Node Held(string key, long most) => new(new BoundedLine<string, long>(key, 1, maximum: most), Leaf("x", 1, 5), Leaf("y", 1, 6));
        HierarchyAllotment<string, long> split = HierarchySplit.Nested(100, [new Node("b", 1), Held("a", 9), Held("c", 8)]);
        split.InfeasibleAt.Should().Equal("a");
        split.Infeasibility!.ToString().Should().Be("The total 9 is 2 below the minimums, which come to 11 (x, y).");
        (split.Infeasibility.Side, split.Infeasibility.SumOfMinimums, split.Infeasibility.SumOfMaximums).Should().Be((InfeasibleSide.BelowMinimums, 11, null));
        HierarchySplit.Nested(100, [new Node("b", 1), Held("a", 11)]).At("a").Amount.Should().Be(11);

        // The first in the order of the hierarchy, from below, is told.
        HierarchyAllotment<string, long> deep = HierarchySplit.Nested(100, [new Node(new BoundedLine<string, long>("top", 1, maximum: 1), Held("a", 9)), Held("c", 8)]);
        deep.InfeasibleAt.Should().Equal("top", "a");
    }

    [Fact]
    public void A_total_that_does_not_fit_the_top_is_told_without_a_place()
    {
        Node[] nodes = [new("a", 1, Leaf("x", 1, most: 2), Leaf("y", 1, most: 3)), new("b", 0)];
        HierarchyAllotment<string, long> nested = HierarchySplit.Nested(9, nodes);
        nested.Status.Should().Be(BoundedStatus.Infeasible);
        nested.InfeasibleAt.Should().BeEmpty();
        nested.Infeasibility!.ToString().Should().Be("The total 9 is 4 above the maximums, which come to 5 (a, b).");
        HierarchyAllotment<string, long> flat = HierarchySplit.Flat(9, nodes);
        flat.Status.Should().Be(BoundedStatus.Infeasible);
        flat.InfeasibleAt.Should().BeEmpty();
        flat.Infeasibility!.ToString().Should().Be("The total 9 is 4 above the maximums, which come to 5 (x, y, b).");
        (flat.Infeasibility.Side, flat.Infeasibility.Total, flat.Infeasibility.SumOfMinimums, flat.Infeasibility.SumOfMaximums, flat.Total).Should().Be((InfeasibleSide.AboveMaximums, 9, 0, 5, 9));
        HierarchySplit.Flat(1, [new Node("a", 1, Leaf("x", 1, 2), Leaf("y", 1))]).Infeasibility!.ToString().Should().Be("The total 1 is 1 below the minimums, which come to 2 (x).");
    }

    [Fact]
    public void Wrong_nodes_are_named()
    {
        foreach (Func<long, IEnumerable<Node>, object> split in new Func<long, IEnumerable<Node>, object>[] { HierarchySplit.Nested, HierarchySplit.Flat })
        {
            Refused(() => split(1, []), "nodes", "There is no line; expected at least one.*");
            Refused(() => split(1, [new("a", 1), new("a", 1)]), "nodes", "The key 'a' is there twice; expected each key once.*");
            Refused(() => split(1, [new("a", 1, new Node("x", 1), new Node("x", 1))]), "nodes", "The key 'x' is there twice; expected each key once.*");
            Refused(() => split(1, [new("a", 1, Leaf("x", 1, -1))]), "nodes", "The minimum of 'x' is -1; expected 0 or more.*");
            Refused(() => split(1, [new("a", 1, Leaf("x", 1, most: -1))]), "nodes", "The maximum of 'x' is -1; expected 0 or more.*");
        }

        Refused(() => HierarchySplit.Flat(1, [new Node(new BoundedLine<string, long>("a", 1, 1), Leaf("x", 1))]), "nodes", "The node 'a' has bounds and is no leaf; expected bounds on leaves only, or a nested split.*");
        Refused(() => HierarchySplit.Flat(1, [new Node("t", 1, new Node(new BoundedLine<string, long>("a", 1, maximum: 1), Leaf("x", 1)))]), "nodes", "The node 'a' has bounds and is no leaf; expected bounds on leaves only, or a nested split.*");
        var usd = Money.Of(1m, Currency.USD);
        Refused(() => HierarchySplit.Nested(Cny(1m), [new SplitNode<string, Money>(new BoundedLine<string, Money>("a", 1, usd))]), "nodes", "The minimum of 'a', 1.00 USD is of another currency than the total; expected CNY.*");
        Refused(() => HierarchySplit.Flat(Cny(1m), [new SplitNode<string, Money>(new BoundedLine<string, Money>("a", 1, maximum: usd))]), "nodes", "The maximum of 'a', 1.00 USD is of another currency than the total; expected CNY.*");
        Refused(() => HierarchySplit.Nested(Cny(0.001m), [new SplitNode<string, Money>("a", 1)]), "total", "The total 0.001 CNY has more decimals than CNY; expected a whole number of its smallest unit.*");
        new Node("a", 1, null!).Children.Should().BeEmpty();
        var children = new[] { new Node("x", 1) };
        var parent = new Node("a", 1, children);
        children[0] = new Node("y", 1);
        parent.Children.Single().Line.Key.Should().Be("x", "the array is copied");
    }

    private static Node Leaf(string key, Fraction weight, long? least = null, long? most = null) => new(new BoundedLine<string, long>(key, weight, least, most));

    private static IEnumerable<string> Shown(HierarchyAllotment<string, long> split) => split.Nodes.SelectMany(Lines);

    private static IEnumerable<string> Lines(NodeAllotment<string, long> node) => new[] { $"{string.Join("/", node.Path)} {node.Amount} {node.Bound}" }.Concat(node.Children.SelectMany(Lines));

    private static void Refused(Action made, string parameter, string message) => made.Should().ThrowExactly<ArgumentException>().WithParameterName(parameter).WithMessage(message);

    private static Money Cny(decimal amount) => Money.Of(amount, Currency.CNY);
}
