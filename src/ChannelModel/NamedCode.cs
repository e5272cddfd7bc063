using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;

namespace ChannelModel;

/// <summary>A member of an open set: some members are ready-made, a user adds others by a code and a name.</summary>
/// <typeparam name="TSelf">The set, such as channel categories.</typeparam>
/// <remarks>
/// <para>Range: a code is 1 to 50 characters, lower-case letters a to z, digits and single hyphens between them, such as <c>live-commerce</c>.</para>
/// <para>Equality and ordering are by code, ordinal; the name is only shown. A class, since no code would be a good default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public abstract class NamedCode<TSelf> : IEquatable<TSelf>, IComparable<TSelf>
    where TSelf : NamedCode<TSelf>
{
    private protected NamedCode(string code, LocalText? name)
    {
        Guard.Against.Null(code);
        if (!IsLegal(code))
        {
            throw new ArgumentException($"'{code}' is not a code; expected 1 to 50 characters, lower-case letters, digits and single hyphens between them, such as 'live-commerce'.", nameof(code));
        }

        Code = code;
        Name = name ?? new LocalText(code);
    }

    /// <summary>Gets the code, such as <c>live-commerce</c>.</summary>
    public string Code { get; }

    /// <summary>Gets the name to show.</summary>
    public LocalText Name { get; }

    /// <summary>Compares two codes.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(NamedCode<TSelf>? left, NamedCode<TSelf>? right) =>
        left is null ? right is null : left.Equals(right as TSelf);

    /// <summary>Compares two codes.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(NamedCode<TSelf>? left, NamedCode<TSelf>? right) => !(left == right);

    /// <summary>Compares two codes in ordinal order; <see langword="null"/> comes first.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first comes before the second.</returns>
    public static bool operator <(NamedCode<TSelf>? left, NamedCode<TSelf>? right) => string.CompareOrdinal(left?.Code, right?.Code) < 0;

    /// <summary>Compares two codes in ordinal order; <see langword="null"/> comes first.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first comes before the second or is the same.</returns>
    public static bool operator <=(NamedCode<TSelf>? left, NamedCode<TSelf>? right) => !(left > right);

    /// <summary>Compares two codes in ordinal order; <see langword="null"/> comes first.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first comes after the second.</returns>
    public static bool operator >(NamedCode<TSelf>? left, NamedCode<TSelf>? right) => string.CompareOrdinal(left?.Code, right?.Code) > 0;

    /// <summary>Compares two codes in ordinal order; <see langword="null"/> comes first.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first comes after the second or is the same.</returns>
    public static bool operator >=(NamedCode<TSelf>? left, NamedCode<TSelf>? right) => !(left < right);

    /// <summary>Tells whether a text can be a code.</summary>
    /// <param name="code">The text.</param>
    /// <returns>Whether it is 1 to 50 characters, lower-case letters, digits and single hyphens between them.</returns>
    public static bool IsLegal(string? code)
    {
        if (code is null || code.Length is 0 or > 50)
        {
            return false;
        }

        bool hyphenAllowed = false;
        foreach (char c in code)
        {
            bool word = c is (>= 'a' and <= 'z') or (>= '0' and <= '9');
            if (!word && !(c == '-' && hyphenAllowed))
            {
                return false;
            }

            hyphenAllowed = word;
        }

        return hyphenAllowed;
    }

    /// <inheritdoc/>
    public bool Equals(TSelf? other) => other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as TSelf);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    /// <inheritdoc/>
    public int CompareTo(TSelf? other) => string.CompareOrdinal(Code, other?.Code);

    /// <summary>Returns the code.</summary>
    /// <returns>The code.</returns>
    public sealed override string ToString() => Code;

    /// <summary>Finds the ready-made member of a code, so that it keeps its name.</summary>
    private protected static TSelf? Known(IReadOnlyList<TSelf> readyMade, string code)
    {
        foreach (TSelf known in readyMade)
        {
            if (known.Code == code)
            {
                return known;
            }
        }

        return null;
    }
}
