using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Allocation;

/// <summary>A total, split exactly: what each key gets, in the order in which the keys were given, and the rule by which.</summary>
/// <typeparam name="TKey">What gets a part, such as a channel or a partner.</typeparam>
/// <typeparam name="TAmount">What is split: <see cref="Money"/>, or <see cref="long"/> for a number of whole things.</typeparam>
/// <remarks>
/// <para>Law: the parts and the remainder add up to the total, exactly; the remainder is 0 but for rules that leave one. Equality is by reference. A class; there is no default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Allotment<TKey, TAmount> : IReadOnlyCollection<KeyValuePair<TKey, TAmount>>
    where TKey : notnull
    where TAmount : struct
{
    private readonly TKey[] _keys;
    private readonly TAmount[] _parts;
    private readonly WeightedLines<TKey> _lines;

    internal Allotment(TAmount total, SplitRule rule, TAmount remainder, WeightedLines<TKey> lines, TAmount[] parts)
    {
        Total = total;
        Rule = rule;
        Remainder = remainder;
        _keys = lines.Keys;
        _lines = lines;
        _parts = parts;
    }

    /// <summary>Gets what was split.</summary>
    public TAmount Total { get; }

    /// <summary>Gets the rule by which it was split.</summary>
    public SplitRule Rule { get; }

    /// <summary>Gets what no key got: 0, but for <see cref="SplitRule.Separate"/> and <see cref="SplitRule.Block"/>.</summary>
    public TAmount Remainder { get; }

    /// <summary>Gets the number of keys, at least 1.</summary>
    public int Count => _parts.Length;

    /// <summary>Gets the keys, in the order in which they were given.</summary>
    public IReadOnlyList<TKey> Keys => _keys;

    /// <summary>Gets the parts, in the order of the keys.</summary>
    public IReadOnlyList<TAmount> Parts => _parts;

    /// <summary>Gets the part of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">The key had no weight in the split.</exception>
    public TAmount this[TKey key] => _lines.Index.TryGetValue(key, out int at)
        ? _parts[at]
        : throw new ArgumentException($"'{key}' had no weight in the split; expected one of {Some()}.", nameof(key));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TKey, TAmount>> GetEnumerator()
    {
        for (int i = 0; i < _parts.Length; i++)
        {
            yield return new KeyValuePair<TKey, TAmount>(_keys[i], _parts[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Some() => string.Join(", ", _keys.Take(20)) + (_keys.Length > 20 ? $" and {_keys.Length - 20} more" : string.Empty);
}
