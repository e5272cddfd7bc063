using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Allocation;

/// <summary>A node of targets that are added up from the bottom: the target stated for it, and the nodes below it.</summary>
/// <typeparam name="TKey">What has the target.</typeparam>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class TargetNode<TKey>
    where TKey : notnull
{
    /// <summary>Initializes a new instance of the <see cref="TargetNode{TKey}"/> class.</summary>
    /// <param name="key">The key.</param>
    /// <param name="stated">The target stated for it; needed for a leaf, and <see langword="null"/> where only the nodes below have targets.</param>
    /// <param name="children">The nodes below it; none for a leaf.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A leaf has no target, or currencies differ.</exception>
    public TargetNode(TKey key, Money? stated, params TargetNode<TKey>[] children)
    {
        if (key is null)
        {
            throw new ArgumentNullException(nameof(key));
        }

        Children = children is null ? [] : (TargetNode<TKey>[])children.Clone();
        if (Children.Count == 0 && stated is null)
        {
            throw new ArgumentException($"The node '{key}' has neither a target nor nodes below it; expected one of them.", nameof(stated));
        }

        Key = key;
        Stated = stated;
        RolledUp = Children.Count == 0 ? stated!.Value : Children.Skip(1).Aggregate(Children[0].RolledUp, (sum, child) => sum + child.RolledUp);
        Gap = stated is Money given ? given - RolledUp : null;
    }

    /// <summary>Gets the key.</summary>
    public TKey Key { get; }

    /// <summary>Gets the target stated for it.</summary>
    public Money? Stated { get; }

    /// <summary>Gets the sum of the targets of all leaves below it; its own for a leaf.</summary>
    public Money RolledUp { get; }

    /// <summary>Gets what the stated target is above the sum from below (negative: below it); <see langword="null"/> where none is stated.</summary>
    public Money? Gap { get; }

    /// <summary>Gets the nodes below it; none for a leaf.</summary>
    public IReadOnlyList<TargetNode<TKey>> Children { get; }

    /// <summary>Lists the nodes whose stated target is not the sum from below, this one first.</summary>
    /// <returns>The nodes with a gap other than 0, parents before children.</returns>
    public IReadOnlyList<TargetNode<TKey>> Gaps() =>
        [.. (Gap is Money gap && !gap.IsZero ? new[] { this } : []).Concat(Children.SelectMany(child => child.Gaps()))];
}
