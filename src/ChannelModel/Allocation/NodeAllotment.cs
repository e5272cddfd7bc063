using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Allocation;

/// <summary>What a node of a hierarchy got, and what the nodes below it got of that.</summary>
/// <typeparam name="TKey">What gets a part.</typeparam>
/// <typeparam name="TAmount">What is split.</typeparam>
/// <remarks>Law: the amounts of the children add up to the amount. Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class NodeAllotment<TKey, TAmount>
    where TKey : notnull
    where TAmount : struct
{
    internal NodeAllotment(IReadOnlyList<TKey> path, TAmount amount, LineBound bound, IReadOnlyList<NodeAllotment<TKey, TAmount>> children)
    {
        Path = path;
        Amount = amount;
        Bound = bound;
        Children = children;
    }

    /// <summary>Gets the keys from the top to this node.</summary>
    public IReadOnlyList<TKey> Path { get; }

    /// <summary>Gets the key among its siblings.</summary>
    public TKey Key => Path[Path.Count - 1];

    /// <summary>Gets what it got.</summary>
    public TAmount Amount { get; }

    /// <summary>Gets what held it: its own bounds, or those that come up from below.</summary>
    public LineBound Bound { get; }

    /// <summary>Gets the nodes below it, in the order in which they were given; none for a leaf.</summary>
    public IReadOnlyList<NodeAllotment<TKey, TAmount>> Children { get; }

    /// <summary>Gets the leaves below it in order, or the node itself.</summary>
    public IEnumerable<NodeAllotment<TKey, TAmount>> Leaves => Children.Count == 0 ? [this] : Children.SelectMany(child => child.Leaves);
}
