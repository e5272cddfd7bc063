using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>Splits whole units (people, shelf metres, live sessions) by what each further unit brings.</summary>
public static class UnitSplit
{
    /// <summary>Gives unit after unit to the key where the next one brings most (Fox's rule); equals to the smaller key.</summary>
    /// <typeparam name="TKey">What gets units.</typeparam>
    /// <param name="units">How many units; 0 or more.</param>
    /// <param name="gains">For each key what its first, second, ... unit brings: never rising. A key takes at most as many units as it has gains.</param>
    /// <returns>The split that brings most: with gains that never rise no other split brings more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="gains"/> or a list in it is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is negative.</exception>
    /// <exception cref="ArgumentException">A key is there twice, or the gains of a key rise: then this rule may miss the best, and <see cref="LevelChoice"/> finds it.</exception>
    public static GainSplit<TKey> ByMarginalGain<TKey>(long units, IEnumerable<KeyValuePair<TKey, IReadOnlyList<decimal>>> gains)
        where TKey : notnull, IComparable<TKey>
    {
        KeyValuePair<TKey, IReadOnlyList<decimal>>[] lines = Guard.Against.Null(gains).ToArray();
        if (units < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(units), units, "Expected 0 or more.");
        }

        var seen = new HashSet<TKey>();
        var all = new List<(decimal Gain, int Line, int Place)>();
        for (int i = 0; i < lines.Length; i++)
        {
            IReadOnlyList<decimal> list = Guard.Against.Null(lines[i].Value, nameof(gains));
            if (!seen.Add(lines[i].Key))
            {
                throw new ArgumentException($"The key '{lines[i].Key}' is there twice; expected each key once.", nameof(gains));
            }

            for (int k = 0; k < list.Count; k++)
            {
                if (k > 0 && list[k] > list[k - 1])
                {
                    throw new ArgumentException(FormattableString.Invariant($"Unit {k + 1} of '{lines[i].Key}' brings {list[k]}, more than the {list[k - 1]} of the unit before; expected gains that never rise. For others use LevelChoice."), nameof(gains));
                }

                all.Add((list[k], i, k));
            }
        }

        // Sorted by gain, the gains of each key in their order: the order in which the rule gives.
        all.Sort((left, right) => left.Gain != right.Gain ? right.Gain.CompareTo(left.Gain)
            : left.Line != right.Line ? KeyOrder<TKey>.Comparer.Compare(lines[left.Line].Key, lines[right.Line].Key)
            : left.Place.CompareTo(right.Place));
        int count = (int)Math.Min(units, all.Count);
        var given = new long[lines.Length];
        var order = new TKey[count];
        decimal gain = 0m;
        for (int i = 0; i < count; i++)
        {
            given[all[i].Line]++;
            order[i] = lines[all[i].Line].Key;
            gain += all[i].Gain;
        }

        return new GainSplit<TKey>(
            lines.Select((line, i) => new KeyValuePair<TKey, long>(line.Key, given[i])).ToArray(),
            gain,
            order,
            units - count,
            count < all.Count ? all[count].Gain : null);
    }
}
