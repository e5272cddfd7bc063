using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Kpis;

/// <summary>Who or what a reading is of, where it is a part of the whole: a partner, a streamer, a store.</summary>
/// <remarks>Equality is by id. A class; there is no default. Immutable, hence safe for use by several threads.</remarks>
public sealed class KpiSubject : IEquatable<KpiSubject>
{
    /// <summary>Initializes a new instance of the <see cref="KpiSubject"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name to show.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public KpiSubject(Id<KpiSubject> id, LocalText name)
    {
        Id = Guard.Against.Null(id);
        Name = Guard.Against.Null(name);
    }

    /// <summary>Gets the id.</summary>
    public Id<KpiSubject> Id { get; }

    /// <summary>Gets the name to show.</summary>
    public LocalText Name { get; }

    /// <summary>Compares ids.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(KpiSubject? left, KpiSubject? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares ids.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(KpiSubject? left, KpiSubject? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(KpiSubject? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiSubject);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();
}
