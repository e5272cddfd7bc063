using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>The order of keys: ordinal for texts, which the framework would compare by culture; else the key's own.</summary>
internal sealed class KeyOrder<TKey> : IComparer<int>
{
    private readonly IReadOnlyList<TKey> _keys;

    public KeyOrder(IReadOnlyList<TKey> keys)
    {
        _keys = keys;
    }

    public static IComparer<TKey> Comparer { get; } = typeof(TKey) == typeof(string) ? (IComparer<TKey>)(object)StringComparer.Ordinal : Comparer<TKey>.Default;

    /// <summary>Compares the keys of two lines.</summary>
    public int Compare(int x, int y) => Comparer.Compare(_keys[x], _keys[y]);
}
