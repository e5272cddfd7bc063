using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>Who is paid: a partner, a group leader, a salesperson.</summary>
/// <remarks>Equality is by id. Immutable, hence safe for use by several threads.</remarks>
public sealed class Payee : IEquatable<Payee>
{
    /// <summary>Initializes a new instance of the <see cref="Payee"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name to print.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public Payee(Id<Payee> id, LocalText name)
    {
        Id = Guard.Against.Null(id);
        Name = Guard.Against.Null(name);
    }

    /// <summary>Gets the id.</summary>
    public Id<Payee> Id { get; }

    /// <summary>Gets the name.</summary>
    public LocalText Name { get; }

    /// <summary>Compares ids.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(Payee? left, Payee? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares ids.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Payee? left, Payee? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Payee? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Payee);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();
}
