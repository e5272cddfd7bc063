using System;
using Ardalis.GuardClauses;
using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>One side or summand of a claim: a figure with a name, or a figure of an initiative, looked up in the plan.</summary>
/// <remarks>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</remarks>
public sealed class ClaimPart
{
    private ClaimPart(LocalText? name, Figure? figure, Id<Channel>? initiative, InitiativeFigure initiativeFigure)
    {
        Name = name;
        Figure = figure;
        Initiative = initiative;
        InitiativeFigure = initiativeFigure;
    }

    /// <summary>Gets the name of a figure that stands in the claim itself.</summary>
    public LocalText? Name { get; }

    /// <summary>Gets the figure that stands in the claim itself.</summary>
    public Figure? Figure { get; }

    /// <summary>Gets the initiative whose figure it is.</summary>
    public Id<Channel>? Initiative { get; }

    /// <summary>Gets which figure of the initiative it is; of no meaning where <see cref="Initiative"/> is <see langword="null"/>.</summary>
    public InitiativeFigure InitiativeFigure { get; }

    /// <summary>Makes a part that stands in the claim itself.</summary>
    /// <param name="name">What the figure is.</param>
    /// <param name="figure">The figure; not words.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The figure is not what plans state: words, days, points, or a count below 0 or not whole.</exception>
    public static ClaimPart Of(LocalText name, Figure figure)
    {
        return new ClaimPart(Guard.Against.Null(name), Guard.Against.Null(figure).Stated(nameof(figure)), null, default);
    }

    /// <summary>Makes a part that points to an initiative of the plan.</summary>
    /// <param name="initiative">The id of the initiative.</param>
    /// <param name="figure">Which of its figures.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="initiative"/> is <see langword="null"/>.</exception>
    public static ClaimPart Of(Id<Channel> initiative, InitiativeFigure figure) =>
        new(null, null, Guard.Against.Null(initiative), figure);
}
