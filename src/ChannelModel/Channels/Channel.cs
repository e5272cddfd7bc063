using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Channels;

/// <summary>A way to sell: what it is called, which category it counts in, and how it sells.</summary>
/// <remarks>
/// <para>Equality is by all four properties. A class; there is no default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Channel : IEquatable<Channel>
{
    /// <summary>Initializes a new instance of the <see cref="Channel"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="category">The category it counts in.</param>
    /// <param name="format">How it sells.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public Channel(Id<Channel> id, LocalText name, ChannelCategory category, ChannelFormat format)
    {
        Id = Guard.Against.Null(id);
        Name = Guard.Against.Null(name);
        Category = Guard.Against.Null(category);
        Format = Guard.Against.Null(format);
    }

    /// <summary>Gets the id.</summary>
    public Id<Channel> Id { get; }

    /// <summary>Gets the name to show.</summary>
    public LocalText Name { get; }

    /// <summary>Gets the category it counts in.</summary>
    public ChannelCategory Category { get; }

    /// <summary>Gets how it sells.</summary>
    public ChannelFormat Format { get; }

    /// <summary>Compares all properties.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(Channel? left, Channel? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares all properties.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Channel? left, Channel? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Channel? other) =>
        other is not null && Id == other.Id && Name == other.Name && Category == other.Category && Format == other.Format;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Channel);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Returns the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id.Value;
}
