using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using ChannelModel.Internal;

namespace ChannelModel.Contracts;

/// <summary>What a shortfall costs, or what over-delivery earns: a table over the size of the deviation, in the normal form of all tiers.</summary>
/// <remarks>
/// Amounts are in the contract's currency; a deviation of 0 costs and earns nothing. What is wrong with a table is said when the contract is built. Equality is by reference. Immutable, hence
/// safe for use by several threads.
/// </remarks>
public sealed class DeviationPrice
{
    private DeviationPrice(TierTable table, DeviationUnit unit)
    {
        Table = Guard.Against.Null(table);
        Unit = unit;
    }

    /// <summary>Gets the table.</summary>
    public TierTable Table { get; }

    /// <summary>Gets what the table's edges count.</summary>
    public DeviationUnit Unit { get; }

    /// <summary>Costs in proportion to the share of the threshold that is missing.</summary>
    /// <param name="forAll">What a deviation of the whole threshold costs.</param>
    /// <returns>A straight line: a shortfall of 20 % costs a fifth.</returns>
    public static DeviationPrice Proportional(decimal forAll) =>
        new(TierTable.Curve(AfterLast.SameSlope, new CurvePoint(0m, 0m), new CurvePoint(100m, forAll)), DeviationUnit.PercentOfThreshold);

    /// <summary>Costs a price for each unit.</summary>
    /// <param name="price">The price of one unit, of at most 6 decimals.</param>
    /// <returns>A straight line.</returns>
    public static DeviationPrice PerUnit(decimal price) => new(TierTable.PerUnit(price), DeviationUnit.Units);

    /// <summary>Costs a fixed amount for any deviation.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>One step.</returns>
    public static DeviationPrice Fixed(decimal amount) =>
        new(TierTable.Step(Edge.LowerIncluded, Tier.From(0m).Flat(amount)).OnZero(ZeroValue.PaysNothing), DeviationUnit.Units);

    /// <summary>Costs by any table of tiers over the deviation.</summary>
    /// <param name="table">Steps, graduated prices, blocks, a curve; no percentages, since the deviation is no money.</param>
    /// <param name="unit">What its edges count.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is <see langword="null"/>.</exception>
    public static DeviationPrice Of(TierTable table, DeviationUnit unit) => new(table, unit);

    internal Basis Basis => Unit == DeviationUnit.Units ? Basis.Count("deviation") : Basis.Rate("deviation");

    /// <summary>Gets a value indicating whether the last cap or tier pays no amount below 0 anywhere that the table itself states.</summary>
    internal bool StatesNegative => Table.Tiers.Any(tier => tier.FlatAmount < 0m || tier.UnitPrice < 0m || tier.BlockPrice < 0m || tier.RatePercent < 0m) || Table.Points.Any(point => point.Payout < 0m);

    internal ExactCurve? Compile(Currency currency, Rounding rounding, string path, List<ContractError> errors)
    {
        var found = new List<PlanError>();
        TierTable table = Table.Zero is null ? Table.OnZero(ZeroValue.PaysNothing) : Table;
        ExactCurve? curve = TierCompiler.Compile(table, Basis, Basis, rounding, currency, false, path, found);
        errors.AddRange(found.Select(error => new ContractError(error.Path, error.Message)));
        if (StatesNegative)
        {
            errors.Add(new ContractError(path, "An amount is below 0; what a deviation costs or earns is 0 or more."));
        }

        return curve;
    }

    /// <summary>The deviation in the units of the table: 10^6 for units, 10^10 for a whole threshold.</summary>
    internal Ratio Units(Ratio deviation, Ratio threshold) => Unit == DeviationUnit.Units
        ? deviation * new Ratio(1_000_000, BigInteger.One)
        : deviation / threshold * new Ratio(10_000_000_000, BigInteger.One);
}
