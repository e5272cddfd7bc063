using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>A node of a hierarchy that is split, such as region, channel, partner: a line with bounds and the lines below it.</summary>
/// <typeparam name="TKey">What gets a part; keys differ among the children of one node, and may be there again below another.</typeparam>
/// <typeparam name="TAmount">What is split: <see cref="Money"/>, or <see cref="long"/> for a number of whole things.</typeparam>
/// <remarks>
/// <para>Range: a weight of 0 or more among its siblings; bounds as of a <see cref="BoundedLine{TKey, TAmount}"/>. Equality is by reference.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class SplitNode<TKey, TAmount>
    where TKey : notnull
    where TAmount : struct, IComparable<TAmount>
{
    /// <summary>Initializes a new instance of the <see cref="SplitNode{TKey, TAmount}"/> class without bounds.</summary>
    /// <param name="key">The key.</param>
    /// <param name="weight">The weight among its siblings, 0 or more.</param>
    /// <param name="children">The nodes below it; none for a leaf.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The weight is negative.</exception>
    public SplitNode(TKey key, Fraction weight, params SplitNode<TKey, TAmount>[] children)
        : this(new BoundedLine<TKey, TAmount>(key, weight), children)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SplitNode{TKey, TAmount}"/> class with bounds.</summary>
    /// <param name="line">Its key, weight and bounds.</param>
    /// <param name="children">The nodes below it; none for a leaf.</param>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is <see langword="null"/>.</exception>
    public SplitNode(BoundedLine<TKey, TAmount> line, params SplitNode<TKey, TAmount>[] children)
    {
        Line = line ?? throw new ArgumentNullException(nameof(line));
        Children = children is null ? [] : (SplitNode<TKey, TAmount>[])children.Clone();
    }

    /// <summary>Gets the key, the weight and the bounds.</summary>
    public BoundedLine<TKey, TAmount> Line { get; }

    /// <summary>Gets the nodes below it; none for a leaf.</summary>
    public IReadOnlyList<SplitNode<TKey, TAmount>> Children { get; }
}
