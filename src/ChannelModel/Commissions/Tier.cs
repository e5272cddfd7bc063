using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>One tier as the contract words it: <c>Tier.From(10_000).Percent(7)</c>.</summary>
/// <remarks>
/// <para>
/// Numbers are kept as given; building the plan judges them and names tier and value. The upper end is the next tier's edge; stating it with
/// <see cref="To(decimal)"/> lets the plan report gaps and overlaps. To which tier the edge itself belongs is the table's <see cref="Edge"/>.
/// </para>
/// <para>Equality is by all parts. A class, since a tier that pays nothing from nowhere would be a poor default.</para>
/// <para>Immutable, hence safe for use by several threads: every method returns another tier.</para>
/// </remarks>
public sealed class Tier : IEquatable<Tier>
{
    private Tier(decimal lower)
    {
        Lower = lower;
    }

    private Tier(Tier other)
    {
        Lower = other.Lower;
        Upper = other.Upper;
        RatePercent = other.RatePercent;
        UnitPrice = other.UnitPrice;
        BlockSize = other.BlockSize;
        BlockPrice = other.BlockPrice;
        BlockRounding = other.BlockRounding;
        FlatAmount = other.FlatAmount;
        Minimum = other.Minimum;
        Maximum = other.Maximum;
    }

    /// <summary>Gets the edge where the tier starts, in the selector's unit (money, a count, or percent).</summary>
    public decimal Lower { get; }

    /// <summary>Gets the stated upper edge, or <see langword="null"/>.</summary>
    public decimal? Upper { get; private set; }

    /// <summary>Gets the rate in percent of the amount paid on.</summary>
    public decimal? RatePercent { get; private set; }

    /// <summary>Gets the price of one unit, in the plan's currency.</summary>
    public decimal? UnitPrice { get; private set; }

    /// <summary>Gets the size of a block.</summary>
    public decimal? BlockSize { get; private set; }

    /// <summary>Gets the price of a block, in the plan's currency.</summary>
    public decimal? BlockPrice { get; private set; }

    /// <summary>Gets how a part of a block counts.</summary>
    public BlockRounding BlockRounding { get; private set; }

    /// <summary>Gets the flat amount that is due once the tier is reached, in the plan's currency.</summary>
    public decimal? FlatAmount { get; private set; }

    /// <summary>Gets the least that rate or price pay in this tier (the flat amount is beside it).</summary>
    public decimal? Minimum { get; private set; }

    /// <summary>Gets the most that rate or price pay in this tier (the flat amount is beside it).</summary>
    public decimal? Maximum { get; private set; }

    /// <summary>Starts a tier.</summary>
    /// <param name="lower">The edge where it starts; the first tier of a table starts at 0.</param>
    /// <returns>A tier that pays nothing yet.</returns>
    public static Tier From(decimal lower) => new(lower);

    /// <summary>States the upper edge.</summary>
    /// <param name="upper">The edge; the next tier must start there.</param>
    /// <returns>The tier.</returns>
    public Tier To(decimal upper) => new(this) { Upper = upper };

    /// <summary>Pays a percentage of money.</summary>
    /// <param name="percent">5 for 5 %; at most 8 decimals.</param>
    /// <returns>The tier.</returns>
    public Tier Percent(decimal percent) => new(this) { RatePercent = percent };

    /// <summary>Pays a price for each unit.</summary>
    /// <param name="price">In the plan's currency; at most 6 decimals.</param>
    /// <returns>The tier.</returns>
    public Tier PerUnit(decimal price) => new(this) { UnitPrice = price };

    /// <summary>Pays a price for each block of units, counted from where the tier starts.</summary>
    /// <param name="size">Units in a block, above 0.</param>
    /// <param name="price">In the plan's currency; at most 6 decimals.</param>
    /// <param name="rounding">How a part of a block counts.</param>
    /// <returns>The tier.</returns>
    public Tier PerBlock(decimal size, decimal price, BlockRounding rounding) =>
        new(this) { BlockSize = size, BlockPrice = price, BlockRounding = rounding };

    /// <summary>Pays an amount once the tier is reached, beside rate or price.</summary>
    /// <param name="amount">In the plan's currency; at most 6 decimals.</param>
    /// <returns>The tier.</returns>
    public Tier Flat(decimal amount) => new(this) { FlatAmount = amount };

    /// <summary>Sets the least that rate or price pay in this tier once it is reached.</summary>
    /// <param name="amount">In the plan's currency; at most 6 decimals.</param>
    /// <returns>The tier.</returns>
    public Tier AtLeast(decimal amount) => new(this) { Minimum = amount };

    /// <summary>Sets the most that rate or price pay in this tier.</summary>
    /// <param name="amount">In the plan's currency; at most 6 decimals.</param>
    /// <returns>The tier.</returns>
    public Tier AtMost(decimal amount) => new(this) { Maximum = amount };

    /// <summary>Compares all parts.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(Tier? left, Tier? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares all parts.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Tier? left, Tier? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Tier? other) =>
        other is not null && Lower == other.Lower && Upper == other.Upper && RatePercent == other.RatePercent && UnitPrice == other.UnitPrice
        && BlockSize == other.BlockSize && BlockPrice == other.BlockPrice && BlockRounding == other.BlockRounding
        && FlatAmount == other.FlatAmount && Minimum == other.Minimum && Maximum == other.Maximum;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Tier);

    /// <inheritdoc/>
    public override int GetHashCode() => Lower.GetHashCode();
}
