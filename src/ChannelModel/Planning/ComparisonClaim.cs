using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Planning;

/// <summary>A stated comparison of two figures, such as "far below".</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ComparisonClaim : PlanClaim
{
    /// <summary>Initializes a new instance of the <see cref="ComparisonClaim"/> class.</summary>
    /// <param name="name">What is compared.</param>
    /// <param name="left">The figure that is said to be below, above or equal.</param>
    /// <param name="relation">What is said.</param>
    /// <param name="right">The figure that it is compared with.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The figures of the two sides have different units.</exception>
    public ComparisonClaim(LocalText name, ClaimPart left, ClaimRelation relation, ClaimPart right)
        : base(name)
    {
        Left = Guard.Against.Null(left);
        Relation = relation;
        Right = Guard.Against.Null(right);
        if (left.Figure is Figure one && right.Figure is Figure other && one.Kind != other.Kind)
        {
            throw new ArgumentException($"{one} and {other} have different units.", nameof(right));
        }
    }

    /// <summary>Gets the figure that is said to be below, above or equal.</summary>
    public ClaimPart Left { get; }

    /// <summary>Gets what is said.</summary>
    public ClaimRelation Relation { get; }

    /// <summary>Gets the figure that it is compared with.</summary>
    public ClaimPart Right { get; }
}
