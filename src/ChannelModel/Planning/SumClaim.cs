using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Planning;

/// <summary>A stated total of stated parts.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class SumClaim : PlanClaim
{
    /// <summary>Initializes a new instance of the <see cref="SumClaim"/> class.</summary>
    /// <param name="name">What is added up.</param>
    /// <param name="total">The stated total; not words.</param>
    /// <param name="parts">The parts, at least one.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no part, one of another unit than the total, or the total is not what plans state: words, days, points, or a count below 0 or not whole.</exception>
    public SumClaim(LocalText name, Figure total, IEnumerable<ClaimPart> parts)
        : base(name)
    {
        Total = Guard.Against.Null(total).Stated(nameof(total));
        Parts = Guard.Against.Null(parts).ToArray();
        if (Parts.Count == 0)
        {
            throw new ArgumentException("A total has no parts; expected at least one.", nameof(parts));
        }

        if (Parts.FirstOrDefault(part => part.Figure is Figure figure && figure.Kind != total.Kind) is ClaimPart other)
        {
            throw new ArgumentException($"The part {other.Figure} has another unit than the total {total}.", nameof(parts));
        }
    }

    /// <summary>Gets the stated total.</summary>
    public Figure Total { get; }

    /// <summary>Gets the parts.</summary>
    public IReadOnlyList<ClaimPart> Parts { get; }
}
