using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Allocation;

/// <summary>Whole units, split by what each further one brings.</summary>
/// <typeparam name="TKey">What gets units.</typeparam>
/// <remarks>
/// <para>Law: the units of all keys and <see cref="Left"/> add up to what was to be split. Equality is by reference.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class GainSplit<TKey> : IReadOnlyCollection<KeyValuePair<TKey, long>>
    where TKey : notnull
{
    private readonly KeyValuePair<TKey, long>[] _parts;

    internal GainSplit(KeyValuePair<TKey, long>[] parts, decimal gain, IReadOnlyList<TKey> order, long left, decimal? next)
    {
        _parts = parts;
        Gain = gain;
        Order = order;
        Left = left;
        NextGain = next;
    }

    /// <summary>Gets what all units bring together.</summary>
    public decimal Gain { get; }

    /// <summary>Gets the keys in the order in which they were given units, one entry for each unit.</summary>
    public IReadOnlyList<TKey> Order { get; }

    /// <summary>Gets the units that no key had a gain for.</summary>
    public long Left { get; }

    /// <summary>Gets what one more unit would bring, if a key has room for it.</summary>
    public decimal? NextGain { get; }

    /// <summary>Gets the number of keys.</summary>
    public int Count => _parts.Length;

    /// <summary>Gets the units of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>0 or more.</returns>
    /// <exception cref="ArgumentException">There is no such key.</exception>
    public long this[TKey key]
    {
        get
        {
            foreach (KeyValuePair<TKey, long> part in _parts)
            {
                if (EqualityComparer<TKey>.Default.Equals(part.Key, key))
                {
                    return part.Value;
                }
            }

            throw new ArgumentException($"'{key}' had no gains; expected one of {string.Join(", ", _parts.Take(10).Select(part => part.Key))}.", nameof(key));
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TKey, long>> GetEnumerator() => ((IEnumerable<KeyValuePair<TKey, long>>)_parts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _parts.GetEnumerator();
}
