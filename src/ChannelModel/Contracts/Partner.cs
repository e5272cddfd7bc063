using System;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;

namespace ChannelModel.Contracts;

/// <summary>Who runs a channel under a contract.</summary>
/// <remarks>Equality is by id, name and kind. A class; there is no default. Immutable, hence safe for use by several threads.</remarks>
public sealed class Partner : IEquatable<Partner>
{
    /// <summary>Initializes a new instance of the <see cref="Partner"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="kind">What the partner is.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public Partner(Id<Partner> id, LocalText name, PartnerKind kind)
    {
        Id = Guard.Against.Null(id);
        Name = Guard.Against.Null(name);
        Kind = Guard.Against.Null(kind);
    }

    /// <summary>Gets the id.</summary>
    public Id<Partner> Id { get; }

    /// <summary>Gets the name to show.</summary>
    public LocalText Name { get; }

    /// <summary>Gets what the partner is.</summary>
    public PartnerKind Kind { get; }

    /// <summary>Gets the id under which the partner is paid: the same text.</summary>
    public Id<Payee> Payee => new(Id.Value);

    /// <summary>Compares id, name and kind.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(Partner? left, Partner? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares id, name and kind.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Partner? left, Partner? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Partner? other) => other is not null && Id == other.Id && Name == other.Name && Kind == other.Kind;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Partner);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Returns the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id.Value;
}
