using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;

namespace ChannelModel;

/// <summary>The identifier of one <typeparamref name="T"/>: the text a user's system knows it by, which cannot be mistaken for the identifier of something else.</summary>
/// <typeparam name="T">What is identified, such as a channel or a partner; only the type is used.</typeparam>
/// <remarks>
/// <para>Range: 1 to 100 characters; no control characters, and no white space at either end. Any script is welcome.</para>
/// <para>Equality and ordering are ordinal, hence the same in every culture. A class, since no text would be a good default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Id<T> : IEquatable<Id<T>>, IComparable<Id<T>>, IComparable
{
    /// <summary>The largest number of characters: 100.</summary>
    public const int MaxLength = 100;

    /// <summary>Initializes a new instance of the <see cref="Id{T}"/> class.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, too long, or has control characters or white space at an end.</exception>
    public Id(string value)
    {
        Guard.Against.Null(value);

        Value = IsLegal(value)
            ? value
            : throw new ArgumentException($"'{value}' is not an id; expected 1 to 100 characters without control characters and without white space at either end.", nameof(value));
    }

    /// <summary>Gets the text.</summary>
    public string Value { get; }

    /// <summary>Compares two ids.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(Id<T>? left, Id<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two ids.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Id<T>? left, Id<T>? right) => !(left == right);

    /// <summary>Compares two ids in ordinal order; <see langword="null"/> comes first.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first comes before the second.</returns>
    public static bool operator <(Id<T>? left, Id<T>? right) => string.CompareOrdinal(left?.Value, right?.Value) < 0;

    /// <summary>Compares two ids in ordinal order; <see langword="null"/> comes first.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first comes before the second or is the same.</returns>
    public static bool operator <=(Id<T>? left, Id<T>? right) => !(left > right);

    /// <summary>Compares two ids in ordinal order; <see langword="null"/> comes first.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first comes after the second.</returns>
    public static bool operator >(Id<T>? left, Id<T>? right) => string.CompareOrdinal(left?.Value, right?.Value) > 0;

    /// <summary>Compares two ids in ordinal order; <see langword="null"/> comes first.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether the first comes after the second or is the same.</returns>
    public static bool operator >=(Id<T>? left, Id<T>? right) => !(left < right);

    /// <summary>Makes an id, if the text is legal.</summary>
    /// <param name="value">The text.</param>
    /// <param name="id">The id, or <see langword="null"/>.</param>
    /// <returns>Whether the text is legal.</returns>
    public static bool TryCreate([NotNullWhen(true)] string? value, [NotNullWhen(true)] out Id<T>? id)
    {
        id = value is not null && IsLegal(value) ? new Id<T>(value) : null;
        return id is not null;
    }

    /// <inheritdoc/>
    public bool Equals(Id<T>? other) => other is not null && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Id<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <inheritdoc/>
    public int CompareTo(Id<T>? other) => string.CompareOrdinal(Value, other?.Value);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not an id of the same kind.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Id<T> other => CompareTo(other),
        _ => throw new ArgumentException($"Expected an Id of {typeof(T).Name}, got a {obj.GetType().Name}.", nameof(obj)),
    };

    /// <summary>Returns the text itself.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value;

    private static bool IsLegal(string value)
    {
        if (value.Length is 0 or > MaxLength || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[value.Length - 1]))
        {
            return false;
        }

        foreach (char c in value)
        {
            if (char.IsControl(c))
            {
                return false;
            }
        }

        return true;
    }
}
