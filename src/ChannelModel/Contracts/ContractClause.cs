using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Contracts;

/// <summary>A clause by reference: the library does not hold its text, only where it stands.</summary>
/// <remarks>Equality is by kind and reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ContractClause : IEquatable<ContractClause>
{
    /// <summary>Initializes a new instance of the <see cref="ContractClause"/> class.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="reference">Where it stands, such as <c>section 8.2</c>; not empty.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="reference"/> is empty.</exception>
    public ContractClause(ClauseKind kind, string reference)
    {
        Kind = Guard.Against.Null(kind);
        Reference = Guard.Against.NullOrWhiteSpace(reference);
    }

    /// <summary>Gets what it is about.</summary>
    public ClauseKind Kind { get; }

    /// <summary>Gets where it stands.</summary>
    public string Reference { get; }

    /// <summary>Compares kind and reference.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(ContractClause? left, ContractClause? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares kind and reference.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ContractClause? left, ContractClause? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(ContractClause? other) => other is not null && Kind == other.Kind && string.Equals(Reference, other.Reference, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ContractClause);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind.GetHashCode();
}
