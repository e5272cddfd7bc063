using System;

namespace ChannelModel.Allocation;

/// <summary>A line of a split with bounds: a key, a weight, and the least and the most that it may get.</summary>
/// <typeparam name="TKey">What gets a part.</typeparam>
/// <typeparam name="TAmount">What is split: <see cref="Money"/>, or <see cref="long"/> for a number of whole things.</typeparam>
/// <remarks>
/// <para>Range: a weight of 0 or more; a minimum of 0 or more, a maximum of the minimum or more, both included. Equal bounds fix the line. Equality is by reference.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class BoundedLine<TKey, TAmount>
    where TKey : notnull
    where TAmount : struct, IComparable<TAmount>
{
    /// <summary>Initializes a new instance of the <see cref="BoundedLine{TKey, TAmount}"/> class.</summary>
    /// <param name="key">The key.</param>
    /// <param name="weight">The weight, 0 or more; a line of weight 0 gets exactly its minimum.</param>
    /// <param name="minimum">The least that it gets; 0 if none is given.</param>
    /// <param name="maximum">The most that it gets; without end if none is given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The weight or a bound is negative, or the minimum is above the maximum.</exception>
    public BoundedLine(TKey key, Fraction weight, TAmount? minimum = null, TAmount? maximum = null)
    {
        if (key is null)
        {
            throw new ArgumentNullException(nameof(key));
        }

        if (weight.IsNegative)
        {
            throw new ArgumentException($"The weight of '{key}' is {weight}; expected 0 or more.", nameof(weight));
        }

        if (minimum is TAmount low && maximum is TAmount high && low.CompareTo(high) > 0)
        {
            throw new ArgumentException($"The minimum of '{key}' is {low}, its maximum {high}; expected the minimum not to be above the maximum.", nameof(minimum));
        }

        Key = key;
        Weight = weight;
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Gets the key.</summary>
    public TKey Key { get; }

    /// <summary>Gets the weight, 0 or more.</summary>
    public Fraction Weight { get; }

    /// <summary>Gets the least that it gets; 0 where it is <see langword="null"/>.</summary>
    public TAmount? Minimum { get; }

    /// <summary>Gets the most that it gets; without end where it is <see langword="null"/>.</summary>
    public TAmount? Maximum { get; }
}
