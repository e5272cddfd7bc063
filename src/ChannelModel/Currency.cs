using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel;

/// <summary>A currency of ISO 4217: three letters and the number of decimals that its smallest unit has.</summary>
/// <remarks>
/// <para>Range: every active code of list one as published on <see cref="ListDate"/>, funds, metals, XTS and XXX included; no other code can be made.</para>
/// <para>Equality is by code. Ordering is by code, ordinal. <c>default</c> is <see cref="XXX"/>, "no currency".</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public readonly partial struct Currency : IEquatable<Currency>, IComparable<Currency>, IComparable
{
    private static readonly Dictionary<string, byte> IndexByCode = MakeIndex();

    private readonly byte _index;

    private Currency(byte index)
    {
        _index = index;
    }

    /// <summary>Gets the date of the ISO 4217 list behind this version, as <c>yyyy-MM-dd</c>.</summary>
    public static string ListDate => "2026-01-01";

    /// <summary>Gets all active currencies, ordered by code.</summary>
    public static IReadOnlyList<Currency> Active { get; } = MakeActive();

    /// <summary>Gets the three upper-case letters, such as <c>CNY</c>.</summary>
    public string Code => Row.Code;

    /// <summary>Gets the three-digit number of the standard, 1 to 999, such as 156 for CNY.</summary>
    public int Number => Row.Number;

    /// <summary>Gets the name of the currency in English, as in the standard.</summary>
    public string Name => Row.Name;

    /// <summary>Gets the number of decimals of the smallest unit: 0, 2, 3 or 4; or <see langword="null"/> for codes without one (XAU, XDR, XXX and the like).</summary>
    public int? MinorUnits => Row.MinorUnits == IsoCurrencies.NoMinorUnit ? null : Row.MinorUnits;

    private IsoCurrency Row => IsoCurrencies.All[_index];

    /// <summary>Compares two currencies by code.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they are the same currency.</returns>
    public static bool operator ==(Currency left, Currency right) => left._index == right._index;

    /// <summary>Compares two currencies by code.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Currency left, Currency right) => left._index != right._index;

    /// <summary>Compares two codes in ordinal order.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first code comes before the second.</returns>
    public static bool operator <(Currency left, Currency right) => left.CompareTo(right) < 0;

    /// <summary>Compares two codes in ordinal order.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first code comes before the second or is the same.</returns>
    public static bool operator <=(Currency left, Currency right) => left.CompareTo(right) <= 0;

    /// <summary>Compares two codes in ordinal order.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first code comes after the second.</returns>
    public static bool operator >(Currency left, Currency right) => left.CompareTo(right) > 0;

    /// <summary>Compares two codes in ordinal order.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first code comes after the second or is the same.</returns>
    public static bool operator >=(Currency left, Currency right) => left.CompareTo(right) >= 0;

    /// <summary>Finds a currency by its code.</summary>
    /// <param name="code">Three upper-case letters, such as <c>CNY</c>.</param>
    /// <returns>The currency.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="code"/> is not an active code.</exception>
    public static Currency Parse(string code)
    {
        Guard.Against.Null(code);

        return TryParse(code, out Currency currency)
            ? currency
            : throw new FormatException($"'{code}' is not an active ISO 4217 code (list of {ListDate}); expected three upper-case letters such as CNY.");
    }

    /// <summary>Finds a currency by its code.</summary>
    /// <param name="code">Three upper-case letters, such as <c>CNY</c>.</param>
    /// <param name="currency">The currency, or XXX where there is none.</param>
    /// <returns>Whether <paramref name="code"/> is an active code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? code, out Currency currency)
    {
        currency = default;
        if (code is null || !IndexByCode.TryGetValue(code, out byte index))
        {
            return false;
        }

        currency = new Currency(index);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Currency other) => _index == other._index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Currency other && Equals(other);

    /// <summary>Returns a hash that is the same in every process: the number of the standard.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => Number;

    /// <inheritdoc/>
    public int CompareTo(Currency other) => string.CompareOrdinal(Code, other.Code);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not a currency.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Currency other => CompareTo(other),
        _ => throw new ArgumentException($"Expected a Currency, got a {obj.GetType().Name}.", nameof(obj)),
    };

    /// <summary>Returns the code, such as <c>CNY</c>; <see cref="Parse(string)"/> reads it back.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Code;

    private static Dictionary<string, byte> MakeIndex()
    {
        var index = new Dictionary<string, byte>(IsoCurrencies.All.Length, StringComparer.Ordinal);
        for (int i = 0; i < IsoCurrencies.All.Length; i++)
        {
            index.Add(IsoCurrencies.All[i].Code, checked((byte)i));
        }

        return index;
    }

    private static Currency[] MakeActive()
    {
        var all = new Currency[IsoCurrencies.All.Length];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = new Currency((byte)i);
        }

        Array.Sort(all);
        return all;
    }
}
