using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Allocation;

/// <summary>A total, split exactly: what each key gets, in the order in which the keys were given.</summary>
/// <typeparam name="TKey">What gets a part, such as a channel or a partner.</typeparam>
/// <typeparam name="TAmount">What is split: <see cref="Money"/>, or <see cref="long"/> for a number of whole things.</typeparam>
/// <remarks>
/// <para>Law: the parts add up to the total, exactly. Equality is by reference. A class; there is no default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Allotment<TKey, TAmount> : IReadOnlyCollection<KeyValuePair<TKey, TAmount>>
    where TKey : notnull
    where TAmount : struct
{
    private readonly KeyValuePair<TKey, TAmount>[] _parts;
    private readonly Dictionary<TKey, TAmount> _byKey;

    internal Allotment(TAmount total, KeyValuePair<TKey, TAmount>[] parts)
    {
        Total = total;
        _parts = parts;
        _byKey = parts.ToDictionary(part => part.Key, part => part.Value);
    }

    /// <summary>Gets what was split.</summary>
    public TAmount Total { get; }

    /// <summary>Gets the number of keys, at least 1.</summary>
    public int Count => _parts.Length;

    /// <summary>Gets the part of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">The key had no weight in the split.</exception>
    public TAmount this[TKey key] => _byKey.TryGetValue(key, out TAmount part)
        ? part
        : throw new ArgumentException($"'{key}' had no weight in the split; expected one of {string.Join(", ", _byKey.Keys)}.", nameof(key));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TKey, TAmount>> GetEnumerator() => ((IEnumerable<KeyValuePair<TKey, TAmount>>)_parts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _parts.GetEnumerator();
}
