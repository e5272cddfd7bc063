using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>Splits a total down a hierarchy, such as region, channel, partner, without losing a cent at any level.</summary>
/// <remarks>
/// <para>
/// <see cref="Nested{TKey}(Money, IEnumerable{SplitNode{TKey, Money}})"/> splits level by level: every node is the split of its parent, so that a reader who has only one level finds its arithmetic right. Bounds
/// come up before: a node can get no less than the minimums below it together, and no more than the maximums.
/// <see cref="Flat{TKey}(Money, IEnumerable{SplitNode{TKey, Money}})"/> splits over all leaves at once by the products of their shares and adds up: leaves of equal weight never differ by more than
/// a unit across parents. The two differ by at most a unit or so for each level.
/// </para>
/// <para>Whole units come by largest remainder, ties to the smaller key (flat: to the earlier leaf).</para>
/// </remarks>
public static class HierarchySplit
{
    /// <summary>Splits an amount of money level by level.</summary>
    /// <typeparam name="TKey">What gets a part; ties go to the smaller key.</typeparam>
    /// <param name="total">The amount, a whole number of the currency's smallest unit.</param>
    /// <param name="nodes">The top nodes.</param>
    /// <returns>The parts, or what stands against them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no node, a key is twice among siblings, currencies differ, or a bound is negative.</exception>
    public static HierarchyAllotment<TKey, Money> Nested<TKey>(Money total, IEnumerable<SplitNode<TKey, Money>> nodes)
        where TKey : notnull, IComparable<TKey> => Nested(total, Guard.Against.Null(nodes).ToList(), new MoneyUnit(total.Currency, null));

    /// <summary>Splits a number of whole things level by level.</summary>
    /// <typeparam name="TKey">What gets a part; ties go to the smaller key.</typeparam>
    /// <param name="total">How many, 0 or more.</param>
    /// <param name="nodes">The top nodes.</param>
    /// <returns>The parts, or what stands against them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no node, a key is twice among siblings, or a bound is negative.</exception>
    public static HierarchyAllotment<TKey, long> Nested<TKey>(long total, IEnumerable<SplitNode<TKey, long>> nodes)
        where TKey : notnull, IComparable<TKey> => Nested(total, Guard.Against.Null(nodes).ToList(), new CountUnit());

    /// <summary>Splits an amount of money over all leaves at once.</summary>
    /// <typeparam name="TKey">What gets a part; ties go to the earlier leaf.</typeparam>
    /// <param name="total">The amount, a whole number of the currency's smallest unit.</param>
    /// <param name="nodes">The top nodes; only leaves may have bounds.</param>
    /// <returns>The parts, or what stands against them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no node, a key is twice among siblings, currencies differ, a bound is negative, or a node that is no leaf has bounds.</exception>
    public static HierarchyAllotment<TKey, Money> Flat<TKey>(Money total, IEnumerable<SplitNode<TKey, Money>> nodes)
        where TKey : notnull, IComparable<TKey> => Flat(total, Guard.Against.Null(nodes).ToList(), new MoneyUnit(total.Currency, null));

    /// <summary>Splits a number of whole things over all leaves at once.</summary>
    /// <typeparam name="TKey">What gets a part; ties go to the earlier leaf.</typeparam>
    /// <param name="total">How many, 0 or more.</param>
    /// <param name="nodes">The top nodes; only leaves may have bounds.</param>
    /// <returns>The parts, or what stands against them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no node, a key is twice among siblings, a bound is negative, or a node that is no leaf has bounds.</exception>
    public static HierarchyAllotment<TKey, long> Flat<TKey>(long total, IEnumerable<SplitNode<TKey, long>> nodes)
        where TKey : notnull, IComparable<TKey> => Flat(total, Guard.Against.Null(nodes).ToList(), new CountUnit());

    private static HierarchyAllotment<TKey, TAmount> Nested<TKey, TAmount>(TAmount total, List<SplitNode<TKey, TAmount>> nodes, AmountUnit<TAmount> unit)
        where TKey : notnull
        where TAmount : struct, IComparable<TAmount>
    {
        var tree = new Level<TKey, TAmount>(nodes, [], unit);
        if (tree.Contradiction is (IReadOnlyList<TKey> place, Infeasibility<TKey, TAmount> inside))
        {
            return new(total, [], place, inside);
        }

        BoundedAllotment<TKey, TAmount> top = BoundedSplit.Solve(total, tree.Lines, InfeasiblePolicy.Refuse, unit);
        return top.Infeasibility is Infeasibility<TKey, TAmount> why
            ? new(total, [], [], why)
            : new(total, tree.Split(unit.ToUnits(total, "total", nameof(total)), unit), [], null);
    }

    private static HierarchyAllotment<TKey, TAmount> Flat<TKey, TAmount>(TAmount total, List<SplitNode<TKey, TAmount>> nodes, AmountUnit<TAmount> unit)
        where TKey : notnull
        where TAmount : struct, IComparable<TAmount>
    {
        // The levels check keys and bounds; the leaves are then numbered.
        _ = new Level<TKey, TAmount>(nodes, [], unit);
        var leaves = new List<BoundedLine<int, TAmount>>();
        var paths = new List<TKey>();
        Collect(nodes, Fraction.Of(1, 1).Ratio, leaves, paths);
        BoundedAllotment<int, TAmount> split = BoundedSplit.Solve(total, BoundedLines<int>.Of(leaves, unit, nameof(nodes)), InfeasiblePolicy.Refuse, unit);
        if (split.Infeasibility is Infeasibility<int, TAmount> why)
        {
            return new(total, [], [], new(why.Side, total, why.Amount, why.SumOfMinimums, why.SumOfMaximums, [.. why.Lines.Select(i => paths[i])]));
        }

        int next = 0;
        return new(total, RollUp(nodes, [], split, unit, ref next, out _), [], null);
    }

    private static void Collect<TKey, TAmount>(IReadOnlyList<SplitNode<TKey, TAmount>> nodes, Ratio share, List<BoundedLine<int, TAmount>> leaves, List<TKey> keys)
        where TKey : notnull
        where TAmount : struct, IComparable<TAmount>
    {
        Ratio sum = nodes.Aggregate(Ratio.Zero, (all, node) => (all + node.Line.Weight.Ratio).Reduce());
        foreach (SplitNode<TKey, TAmount> node in nodes)
        {
            Ratio own = sum.IsZero ? Ratio.Zero : (share * node.Line.Weight.Ratio / sum).Reduce();
            if (node.Children.Count == 0)
            {
                leaves.Add(new BoundedLine<int, TAmount>(leaves.Count, Fraction.Of(own), node.Line.Minimum, node.Line.Maximum));
                keys.Add(node.Line.Key);
                continue;
            }

            if (node.Line.Minimum is not null || node.Line.Maximum is not null)
            {
                throw new ArgumentException($"The node '{node.Line.Key}' has bounds and is no leaf; expected bounds on leaves only, or a nested split.", nameof(nodes));
            }

            Collect(node.Children, own, leaves, keys);
        }
    }

    private static NodeAllotment<TKey, TAmount>[] RollUp<TKey, TAmount>(
        IReadOnlyList<SplitNode<TKey, TAmount>> nodes, IReadOnlyList<TKey> path, BoundedAllotment<int, TAmount> split, AmountUnit<TAmount> unit, ref int next, out BigInteger sum)
        where TKey : notnull
        where TAmount : struct, IComparable<TAmount>
    {
        sum = BigInteger.Zero;
        var rolled = new NodeAllotment<TKey, TAmount>[nodes.Count];
        for (int i = 0; i < rolled.Length; i++)
        {
            TKey[] own = [.. path, nodes[i].Line.Key];
            if (nodes[i].Children.Count == 0)
            {
                rolled[i] = new(own, split[next], split.BoundOf(next), []);
                sum += unit.ToUnits(split[next++], "part", nameof(split));
                continue;
            }

            NodeAllotment<TKey, TAmount>[] children = RollUp(nodes[i].Children, own, split, unit, ref next, out BigInteger below);
            rolled[i] = new(own, unit.ToAmount(below), LineBound.Between, children);
            sum += below;
        }

        return rolled;
    }

    /// <summary>The children of one node, with the bounds that come up from below.</summary>
    private sealed class Level<TKey, TAmount>
        where TKey : notnull
        where TAmount : struct, IComparable<TAmount>
    {
        private readonly Level<TKey, TAmount>?[] _below;
        private readonly IReadOnlyList<TKey> _path;

        public Level(IReadOnlyList<SplitNode<TKey, TAmount>> nodes, IReadOnlyList<TKey> path, AmountUnit<TAmount> unit)
        {
            _path = path;
            _below = new Level<TKey, TAmount>?[nodes.Count];
            var own = BoundedLines<TKey>.Of([.. nodes.Select(node => node.Line)], unit, nameof(nodes));
            BigInteger[] low = [.. own.Low];
            BigInteger?[] high = [.. own.High];
            for (int i = 0; i < _below.Length; i++)
            {
                if (nodes[i].Children.Count == 0)
                {
                    continue;
                }

                TKey[] place = [.. path, nodes[i].Line.Key];
                Level<TKey, TAmount> below = _below[i] = new(nodes[i].Children, place, unit);
                Contradiction ??= below.Contradiction;
                low[i] = BigInteger.Max(low[i], below.Lines.Minimums);
                high[i] = high[i] is BigInteger cap && !(below.Lines.Maximums < cap) ? cap : below.Lines.Maximums;
                if (low[i] > high[i] && Contradiction is null)
                {
                    // Either the node wants more than its children can take, or its children want more than it may have.
                    bool above = own.Low[i] > below.Lines.Maximums;
                    BigInteger total = above ? own.Low[i] : own.High[i]!.Value;
                    Contradiction = (place, new Infeasibility<TKey, TAmount>(
                        above ? InfeasibleSide.AboveMaximums : InfeasibleSide.BelowMinimums,
                        unit.ToAmount(total),
                        unit.ToAmount(above ? total - below.Lines.Maximums!.Value : below.Lines.Minimums - total),
                        unit.ToAmount(below.Lines.Minimums),
                        below.Lines.Maximums is BigInteger most ? unit.ToAmount(most) : null,
                        below.Lines.Lines.Keys));
                }
            }

            Lines = new BoundedLines<TKey>(own.Lines, low, high);
        }

        public BoundedLines<TKey> Lines { get; }

        public (IReadOnlyList<TKey> Place, Infeasibility<TKey, TAmount> Why)? Contradiction { get; }

        public NodeAllotment<TKey, TAmount>[] Split(BigInteger total, AmountUnit<TAmount> unit)
        {
            BigInteger[] parts = Lines.Split(total, out _, out LineBound[] bounds);
            var nodes = new NodeAllotment<TKey, TAmount>[parts.Length];
            for (int i = 0; i < parts.Length; i++)
            {
                nodes[i] = new([.. _path, Lines.Lines.Keys[i]], unit.ToAmount(parts[i]), bounds[i], _below[i]?.Split(parts[i], unit) ?? []);
            }

            return nodes;
        }
    }
}
