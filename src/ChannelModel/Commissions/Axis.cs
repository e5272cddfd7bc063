using System.Collections.Generic;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>One axis of a grid: a basis and the edges of its bands. The first edge is 0; the last band is open above.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class Axis
{
    private Axis(Basis by, decimal[] edges)
    {
        By = Guard.Against.Null(by);
        Edges = [.. Guard.Against.Null(edges)];
    }

    /// <summary>Gets what chooses the band.</summary>
    public Basis By { get; }

    /// <summary>Gets where the bands start, ascending, in the unit of the basis (rates in percent).</summary>
    public IReadOnlyList<decimal> Edges { get; }

    /// <summary>Makes an axis of any basis.</summary>
    /// <param name="by">What chooses the band.</param>
    /// <param name="edges">Where the bands start, ascending from 0 (rates in percent).</param>
    /// <returns>The axis.</returns>
    public static Axis Of(Basis by, params decimal[] edges) => new(by, edges);

    /// <summary>Makes an axis of order counts.</summary>
    /// <param name="edges">Where the bands start, ascending from 0.</param>
    /// <returns>The axis.</returns>
    public static Axis Orders(params decimal[] edges) => new(Basis.Orders, edges);

    /// <summary>Makes an axis of repurchase rates.</summary>
    /// <param name="edges">Where the bands start, in percent, ascending from 0.</param>
    /// <returns>The axis.</returns>
    public static Axis RepurchasePercent(params decimal[] edges) => new(Basis.RepurchaseRate, edges);

    /// <summary>Makes an axis of net revenue.</summary>
    /// <param name="edges">Where the bands start, in the plan's currency, ascending from 0.</param>
    /// <returns>The axis.</returns>
    public static Axis NetRevenue(params decimal[] edges) => new(Basis.NetRevenue, edges);
}
