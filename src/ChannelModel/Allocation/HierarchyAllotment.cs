using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Allocation;

/// <summary>A total, split down a hierarchy.</summary>
/// <typeparam name="TKey">What gets a part.</typeparam>
/// <typeparam name="TAmount">What is split.</typeparam>
/// <remarks>Law: the amounts of the top nodes add up to the total, and those below each node to its amount. Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class HierarchyAllotment<TKey, TAmount>
    where TKey : notnull
    where TAmount : struct
{
    internal HierarchyAllotment(TAmount total, IReadOnlyList<NodeAllotment<TKey, TAmount>> nodes, IReadOnlyList<TKey> place, Infeasibility<TKey, TAmount>? why)
    {
        Total = total;
        Nodes = nodes;
        InfeasibleAt = place;
        Infeasibility = why;
    }

    /// <summary>Gets how the split ended: <see cref="BoundedStatus.Split"/> or <see cref="BoundedStatus.Infeasible"/>.</summary>
    public BoundedStatus Status => Infeasibility is null ? BoundedStatus.Split : BoundedStatus.Infeasible;

    /// <summary>Gets what was to be split.</summary>
    public TAmount Total { get; }

    /// <summary>Gets the top nodes, in the order in which they were given; none if the total is infeasible.</summary>
    public IReadOnlyList<NodeAllotment<TKey, TAmount>> Nodes { get; }

    /// <summary>Gets what stands against the bounds; <see langword="null"/> if nothing does.</summary>
    public Infeasibility<TKey, TAmount>? Infeasibility { get; }

    /// <summary>Gets the path of the node whose children's bounds contradict its own; empty for the total itself, or if all is well.</summary>
    public IReadOnlyList<TKey> InfeasibleAt { get; }

    /// <summary>Gets all leaves in order.</summary>
    public IEnumerable<NodeAllotment<TKey, TAmount>> Leaves => Nodes.SelectMany(node => node.Leaves);

    /// <summary>Returns the node at a path.</summary>
    /// <param name="path">The keys from the top.</param>
    /// <returns>The node.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no such node.</exception>
    /// <exception cref="InvalidOperationException">The total is infeasible.</exception>
    public NodeAllotment<TKey, TAmount> At(params TKey[] path)
    {
        Guard.Against.Null(path);
        if (Infeasibility is not null)
        {
            throw new InvalidOperationException($"There are no parts. {Infeasibility}");
        }

        NodeAllotment<TKey, TAmount>? found = null;
        IReadOnlyList<NodeAllotment<TKey, TAmount>> among = Nodes;
        foreach (TKey key in path)
        {
            found = among.FirstOrDefault(node => EqualityComparer<TKey>.Default.Equals(node.Key, key))
                ?? throw new ArgumentException($"There is no node '{string.Join("/", path)}'; expected a path such as '{string.Join("/", Nodes[0].Path)}'.", nameof(path));
            among = found.Children;
        }

        return found ?? throw new ArgumentException("The path is empty; expected at least one key.", nameof(path));
    }
}
