using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Scoring;

/// <summary>Who or what is scored and ranked: a partner, a channel, a store; the alternative of decision analysis.</summary>
/// <remarks>Equality is by id. Immutable, hence safe for use by several threads.</remarks>
public sealed class Candidate : IEquatable<Candidate>
{
    /// <summary>Initializes a new instance of the <see cref="Candidate"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name to print.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public Candidate(Id<Candidate> id, LocalText name)
    {
        Id = Guard.Against.Null(id);
        Name = Guard.Against.Null(name);
    }

    /// <summary>Gets the id.</summary>
    public Id<Candidate> Id { get; }

    /// <summary>Gets the name.</summary>
    public LocalText Name { get; }

    /// <summary>Compares ids.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(Candidate? left, Candidate? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares ids.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Candidate? left, Candidate? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Candidate? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Candidate);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();
}
