using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>The claim that one initiative has the highest of some figures among all initiatives of the plan.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class BestClaim : PlanClaim
{
    /// <summary>Initializes a new instance of the <see cref="BestClaim"/> class.</summary>
    /// <param name="name">What is claimed.</param>
    /// <param name="initiative">The id of the initiative that is said to be best.</param>
    /// <param name="figures">The figures in which it is said to be highest; at least one.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no figure.</exception>
    public BestClaim(LocalText name, Id<Channel> initiative, IEnumerable<InitiativeFigure> figures)
        : base(name)
    {
        Initiative = Guard.Against.Null(initiative);
        Figures = Guard.Against.Null(figures).ToArray();
        if (Figures.Count == 0)
        {
            throw new ArgumentException("Nothing is said to be best; expected at least one figure.", nameof(figures));
        }
    }

    /// <summary>Gets the id of the initiative that is said to be best.</summary>
    public Id<Channel> Initiative { get; }

    /// <summary>Gets the figures in which it is said to be highest.</summary>
    public IReadOnlyList<InitiativeFigure> Figures { get; }
}
