using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Allocation;

/// <summary>The levels chosen within a total.</summary>
/// <typeparam name="TKey">What is run at a level.</typeparam>
/// <remarks>
/// <para>Law: what is spent is at most the total, and no other choice within it brings more. Equality is by reference.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class LevelChoice<TKey> : IReadOnlyCollection<KeyValuePair<TKey, SpendLevel>>
    where TKey : notnull
{
    private readonly KeyValuePair<TKey, SpendLevel>[] _levels;

    internal LevelChoice(Money total, KeyValuePair<TKey, SpendLevel>[] levels, Money? missing)
    {
        Total = total;
        _levels = levels;
        Missing = missing;
    }

    /// <summary>Gets what may be spent.</summary>
    public Money Total { get; }

    /// <summary>Gets how much the cheapest levels cost beyond the total, if they do: then no level is chosen.</summary>
    public Money? Missing { get; }

    /// <summary>Gets what is spent.</summary>
    public Money Spend => Money.Sum(_levels.Select(level => level.Value.Spend), Total.Currency);

    /// <summary>Gets what the levels bring together.</summary>
    public decimal Response => _levels.Sum(level => level.Value.Response);

    /// <summary>Gets the number of keys; 0 if no level is chosen.</summary>
    public int Count => _levels.Length;

    /// <summary>Gets the level of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The level.</returns>
    /// <exception cref="ArgumentException">There is no such key, or no level is chosen.</exception>
    public SpendLevel this[TKey key]
    {
        get
        {
            foreach (KeyValuePair<TKey, SpendLevel> level in _levels)
            {
                if (EqualityComparer<TKey>.Default.Equals(level.Key, key))
                {
                    return level.Value;
                }
            }

            throw new ArgumentException($"There is no level for '{key}'; expected one of {string.Join(", ", _levels.Take(10).Select(level => level.Key))}.", nameof(key));
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TKey, SpendLevel>> GetEnumerator() => ((IEnumerable<KeyValuePair<TKey, SpendLevel>>)_levels).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _levels.GetEnumerator();
}
