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
    /// <exception cref="ArgumentException">There is no part, or the total is words.</exception>
    public SumClaim(LocalText name, Figure total, IEnumerable<ClaimPart> parts)
        : base(name)
    {
        Total = Guard.Against.Null(total).Kind == FigureKind.Words
            ? throw new ArgumentException("The total is words; expected a number.", nameof(total))
            : total;
        Parts = Guard.Against.Null(parts).ToArray();
        if (Parts.Count == 0)
        {
            throw new ArgumentException("A total has no parts; expected at least one.", nameof(parts));
        }
    }

    /// <summary>Gets the stated total.</summary>
    public Figure Total { get; }

    /// <summary>Gets the parts.</summary>
    public IReadOnlyList<ClaimPart> Parts { get; }
}
