using System;
using System.Collections.Generic;

namespace ChannelModel.Internal;

/// <summary>The order of keys: ordinal for texts, which the framework would compare by culture; else the key's own.</summary>
internal sealed class KeyOrder<TKey> : IComparer<int>
{
    private readonly IReadOnlyList<TKey> _keys;

    public KeyOrder(IReadOnlyList<TKey> keys)
    {
        _keys = keys;
    }

    public static IComparer<TKey> Comparer { get; } = typeof(TKey) == typeof(string) ? (IComparer<TKey>)(object)StringComparer.Ordinal : Comparer<TKey>.Default;

    /// <summary>The lines in the order of their keys; lines that stand in order are not sorted again.</summary>
    public static int[] Sorted(TKey[] keys)
    {
        int[] lines = new int[keys.Length];
        bool ordered = true;
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = i;
            ordered = ordered && (i == 0 || Comparer.Compare(keys[i - 1], keys[i]) < 0);
        }

        if (!ordered)
        {
            Array.Sort((TKey[])keys.Clone(), lines, Comparer);
        }

        return lines;
    }

    /// <summary>Compares the keys of two lines.</summary>
    public int Compare(int x, int y) => Comparer.Compare(_keys[x], _keys[y]);
}
