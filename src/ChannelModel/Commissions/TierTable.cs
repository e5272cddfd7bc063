using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>A table of tiers with every choice that changes what it pays: mode, edge, zero, negative values, the top.</summary>
/// <remarks>
/// <para>
/// Tiers may be given in any order. They start at 0 and leave no gap; what is wrong with them is said when the plan is built. Amounts are in the
/// plan's currency, edges in the unit of the basis that chooses the tier (rates in percent).
/// </para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class TierTable
{
    private TierTable(TierMode mode, Edge edge, IEnumerable<Tier> tiers)
    {
        Mode = mode;
        Edge = edge;
        Tiers = [.. Guard.Against.Null(tiers).OrderBy(tier => Guard.Against.Null(tier).Lower)];
        Points = [];
    }

    private TierTable(TierTable other)
    {
        Mode = other.Mode;
        Edge = other.Edge;
        Tiers = other.Tiers;
        Points = other.Points;
        Zero = other.Zero;
        Negative = other.Negative;
        Top = other.Top;
        AboveTop = other.AboveTop;
        EdgesInPercentOfTarget = other.EdgesInPercentOfTarget;
        AfterLast = other.AfterLast;
        RateBy = other.RateBy;
    }

    /// <summary>Gets the mode.</summary>
    public TierMode Mode { get; }

    /// <summary>Gets to which tier the value exactly on an edge belongs.</summary>
    public Edge Edge { get; }

    /// <summary>Gets the tiers in the order of their edges; empty for a curve.</summary>
    public IReadOnlyList<Tier> Tiers { get; }

    /// <summary>Gets the points of a curve in the order of their values; empty for tiers.</summary>
    public IReadOnlyList<CurvePoint> Points { get; private set; }

    /// <summary>Gets what 0 pays, or <see langword="null"/> where the table does not say; it must where the first tier pays a flat amount or a minimum.</summary>
    public ZeroValue? Zero { get; private set; }

    /// <summary>Gets what a value below 0 pays.</summary>
    public NegativeValue Negative { get; private set; }

    /// <summary>Gets the top of the table, or <see langword="null"/> for a table that is open above.</summary>
    public decimal? Top { get; private set; }

    /// <summary>Gets what a value above the top pays.</summary>
    public AboveTop AboveTop { get; private set; }

    /// <summary>Gets a value indicating whether the edges are percentages of the target that the facts hold, while the portions are money.</summary>
    public bool EdgesInPercentOfTarget { get; private set; }

    /// <summary>Gets the rate of the facts that the amount is paid at, or <see langword="null"/> where the table has its own.</summary>
    public Basis? RateBy { get; private set; }

    /// <summary>Pays each portion at the rate of its own tier (marginal).</summary>
    /// <param name="edge">To which tier an edge belongs; it changes the result only where a tier pays a flat amount, a minimum or blocks.</param>
    /// <param name="tiers">The tiers, in any order.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tiers"/> or one of them is <see langword="null"/>.</exception>
    public static TierTable Graduated(Edge edge, params IEnumerable<Tier> tiers) => new(TierMode.Graduated, edge, tiers);

    /// <summary>Pays the whole amount at the rate of the tier that is reached (retroactive, slab, volume).</summary>
    /// <param name="edge">To which tier an edge belongs.</param>
    /// <param name="tiers">The tiers, in any order.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tiers"/> or one of them is <see langword="null"/>.</exception>
    public static TierTable WholeAmount(Edge edge, params IEnumerable<Tier> tiers) => new(TierMode.WholeAmount, edge, tiers);

    /// <summary>Pays the flat amount of the tier that is reached (stair step).</summary>
    /// <param name="edge">To which tier an edge belongs.</param>
    /// <param name="tiers">The tiers, in any order; flat amounts only.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tiers"/> or one of them is <see langword="null"/>.</exception>
    public static TierTable Step(Edge edge, params IEnumerable<Tier> tiers) => new(TierMode.Step, edge, tiers);

    /// <summary>Pays the flat amounts of the tiers passed, and of the current one the share that has been covered. Such a table has a top.</summary>
    /// <param name="edge">To which tier an edge belongs; the payout is the same on both sides.</param>
    /// <param name="tiers">The tiers, in any order; flat amounts only.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tiers"/> or one of them is <see langword="null"/>.</exception>
    public static TierTable Interpolated(Edge edge, params IEnumerable<Tier> tiers) => new(TierMode.Interpolated, edge, tiers);

    /// <summary>Pays one rate from the first unit on.</summary>
    /// <param name="percent">5 for 5 %; at most 8 decimals.</param>
    /// <returns>The table, with one tier.</returns>
    public static TierTable Percent(decimal percent) => Graduated(Edge.LowerIncluded, Tier.From(0m).Percent(percent));

    /// <summary>Pays the whole amount at a rate that the facts state, such as the payee's own.</summary>
    /// <param name="rate">The rate, as a basis of that kind: <c>Basis.Rate("own-rate")</c>.</param>
    /// <returns>The table, with one tier.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is <see langword="null"/>.</exception>
    public static TierTable AtRateOf(Basis rate) => new(TierMode.Graduated, Edge.LowerIncluded, [Tier.From(0m).Percent(100m)]) { RateBy = Guard.Against.Null(rate) };

    /// <summary>Pays one price for each unit.</summary>
    /// <param name="price">In the plan's currency; at most 6 decimals.</param>
    /// <returns>The table, with one tier.</returns>
    public static TierTable PerUnit(decimal price) => Graduated(Edge.LowerIncluded, Tier.From(0m).PerUnit(price));

    /// <summary>Pays a price for each block of units above a free quantity.</summary>
    /// <param name="size">Units in a block, above 0.</param>
    /// <param name="price">In the plan's currency.</param>
    /// <param name="rounding">How a part of a block counts.</param>
    /// <param name="free">Units that pay nothing, 0 or more.</param>
    /// <returns>The table.</returns>
    public static TierTable Packages(decimal size, decimal price, BlockRounding rounding, decimal free = 0m) => free == 0m
        ? Graduated(Edge.LowerIncluded, Tier.From(0m).PerBlock(size, price, rounding))
        : Graduated(Edge.LowerIncluded, Tier.From(0m), Tier.From(free).PerBlock(size, price, rounding));

    /// <summary>Pays along straight lines between points.</summary>
    /// <param name="afterLast">What a value beyond the last point pays.</param>
    /// <param name="points">At least two, in any order; the first value is 0.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> or one of them is <see langword="null"/>.</exception>
    public static TierTable Curve(AfterLast afterLast, params IEnumerable<CurvePoint> points) => new(TierMode.Curve, Edge.LowerIncluded, [])
    {
        Points = [.. Guard.Against.Null(points).OrderBy(point => Guard.Against.Null(point).Value)],
        AfterLast = afterLast,
    };

    /// <summary>Gets what a curve pays beyond its last point.</summary>
    public AfterLast AfterLast { get; private set; }

    /// <summary>Names what a value of 0 pays.</summary>
    /// <param name="policy">The choice.</param>
    /// <returns>The table.</returns>
    public TierTable OnZero(ZeroValue policy) => new(this) { Zero = policy };

    /// <summary>Names what a value below 0 pays.</summary>
    /// <param name="policy">The choice.</param>
    /// <returns>The table.</returns>
    public TierTable OnNegative(NegativeValue policy) => new(this) { Negative = policy };

    /// <summary>Closes the table above. A last tier that states its upper edge does so too.</summary>
    /// <param name="top">The largest value inside.</param>
    /// <param name="above">What a larger value pays.</param>
    /// <returns>The table.</returns>
    public TierTable EndingAt(decimal top, AboveTop above) => new(this) { Top = top, AboveTop = above };

    /// <summary>Reads the edges as percentages of the target that the facts hold: 125 is a quarter above target. The target stays out of the plan.</summary>
    /// <returns>The table.</returns>
    public TierTable InPercentOfTarget() => new(this) { EdgesInPercentOfTarget = true };
}
