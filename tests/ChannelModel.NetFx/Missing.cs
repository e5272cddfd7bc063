using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Tests;

/// <summary>What the tests use of later runtimes and .NET Framework 4.8 does not have.</summary>
internal static class Missing
{
    public static IEnumerable<(TFirst First, TSecond Second)> Zip<TFirst, TSecond>(this IEnumerable<TFirst> first, IEnumerable<TSecond> second) =>
        first.Zip(second, (a, b) => (a, b));

    public static TValue? GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> items, TKey key) => items.TryGetValue(key, out TValue? value) ? value : default;
}
