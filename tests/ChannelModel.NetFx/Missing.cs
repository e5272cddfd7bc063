using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ChannelModel.Tests;

/// <summary>What the tests use of later runtimes and .NET Framework 4.8 does not have.</summary>
internal static class Missing
{
    extension(string)
    {
        public static string Create(IFormatProvider provider, FormattableString text) => text.ToString(provider);

        public static string Join<T>(char separator, IEnumerable<T> items) => string.Join(separator.ToString(), items);
    }

    extension(Enum)
    {
        public static TEnum[] GetValues<TEnum>()
            where TEnum : struct, Enum => (TEnum[])Enum.GetValues(typeof(TEnum));
    }

    extension(int)
    {
        public static int Parse(ReadOnlySpan<char> digits, IFormatProvider provider) => int.Parse(digits.ToString(), NumberStyles.Integer, provider);
    }

    public static string[] Split(this string text, string separator) => text.Split([separator], StringSplitOptions.None);

    public static string Replace(this string text, string old, string with, StringComparison comparison) =>
        comparison == StringComparison.Ordinal ? text.Replace(old, with) : throw new ArgumentOutOfRangeException(nameof(comparison));

    public static IEnumerable<(TFirst First, TSecond Second)> Zip<TFirst, TSecond>(this IEnumerable<TFirst> first, IEnumerable<TSecond> second) =>
        first.Zip(second, (a, b) => (a, b));

    public static TValue? GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> items, TKey key) => items.TryGetValue(key, out TValue? value) ? value : default;
}
