using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>Finds all that is wrong with a table, tier by tier, before it becomes the normal form.</summary>
internal static class TierChecks
{
    public static void Check(TierTable table, Basis on, Basis by, bool separate, string path, List<PlanError> errors)
    {
        int edgeScale = by.Kind == BasisKind.Rate || table.EdgesInPercentOfTarget ? 8 : 6;
        if (table.EdgesInPercentOfTarget && (on.Kind != BasisKind.Money || on != by || table.Mode is TierMode.Curve or TierMode.Interpolated))
        {
            errors.Add(new PlanError(path, "Edges in percent of the target need graduated, whole-amount or step tiers that are chosen by the same amount of money that they pay on; else choose the tier by Basis.AttainmentOf."));
        }

        if (table.RateBy is Basis rate && (rate.Kind != BasisKind.Rate || rate.How != BasisDerivation.None || on.Kind != BasisKind.Money || table.EdgesInPercentOfTarget))
        {
            errors.Add(new PlanError(path, $"The table pays '{on}' at the rate '{rate}'; expected money and a rate, and no edges in percent of a target."));
        }

        if (table.Mode == TierMode.Curve)
        {
            CheckPoints(table, separate, edgeScale, path, errors);
            return;
        }

        IReadOnlyList<Tier> tiers = table.Tiers;
        if (tiers.Count == 0)
        {
            errors.Add(new PlanError(path + ".tiers", "A table needs at least one tier."));
            return;
        }

        if (tiers[0].Lower != 0m)
        {
            errors.Add(new PlanError(path + ".tiers[0].from", $"Tier 1 starts at {Text(tiers[0].Lower)}; the first tier starts at 0, so that nothing between is left out.", tiers[0].Lower));
        }

        if (separate && tiers.Count > 1 && table.Mode is TierMode.Graduated or TierMode.Interpolated)
        {
            errors.Add(new PlanError(path + ".mode", $"{table.Mode} tiers are chosen by '{by}' but paid on '{on}'; a portion of one is no portion of the other. Use WholeAmount or Step."));
        }

        decimal? top = TierCompiler.TopOf(table);
        if (table.Mode == TierMode.Interpolated && top is null)
        {
            errors.Add(new PlanError(path + ".top", $"Tier {tiers.Count} is open above, so no share of it can be covered; interpolated tiers need a top (EndingAt)."));
        }

        if (top is decimal end)
        {
            Scale(path + ".top", "The top", end, edgeScale, errors);
            if (end <= tiers[tiers.Count - 1].Lower)
            {
                errors.Add(new PlanError(path + ".top", $"The top {Text(end)} is not above the last tier's edge {Text(tiers[tiers.Count - 1].Lower)}.", end));
            }
        }

        for (int i = 0; i < tiers.Count; i++)
        {
            CheckTier(table, tiers[i], i, on, edgeScale, $"{path}.tiers[{i}]", errors);
            if (i == 0)
            {
                continue;
            }

            string name = $"Tier {i + 1}";
            Tier previous = tiers[i - 1];
            if (tiers[i].Lower == previous.Lower)
            {
                errors.Add(new PlanError($"{path}.tiers[{i}].from", $"{name} and tier {i} both start at {Text(tiers[i].Lower)}.", tiers[i].Lower));
            }
            else if (previous.Upper is decimal upper && upper < tiers[i].Lower)
            {
                errors.Add(new PlanError($"{path}.tiers[{i}].from", $"{name} starts at {Text(tiers[i].Lower)} but tier {i} ends at {Text(upper)}: a gap. Edges are cumulative and touch.", tiers[i].Lower));
            }
            else if (previous.Upper is decimal over && over > tiers[i].Lower)
            {
                errors.Add(new PlanError($"{path}.tiers[{i}].from", $"{name} starts at {Text(tiers[i].Lower)} but tier {i} ends at {Text(over)}: an overlap.", tiers[i].Lower));
            }
        }
    }

    private static void CheckTier(TierTable table, Tier tier, int index, Basis on, int edgeScale, string path, List<PlanError> errors)
    {
        string name = $"Tier {index + 1}";
        Scale(path + ".from", name + "'s edge", tier.Lower, edgeScale, errors);
        if (tier.Upper is decimal upper)
        {
            Scale(path + ".to", name + "'s upper edge", upper, edgeScale, errors);
            if (upper <= tier.Lower)
            {
                errors.Add(new PlanError(path + ".to", $"{name} ends at {Text(upper)}, not above its start {Text(tier.Lower)}: the edges descend.", upper));
            }
        }

        int ways = (tier.RatePercent is null ? 0 : 1) + (tier.UnitPrice is null ? 0 : 1) + (tier.BlockPrice is null ? 0 : 1);
        if (ways > 1)
        {
            errors.Add(new PlanError(path, $"{name} has {ways} of rate, price of a unit and price of a block; it can have one."));
        }

        if (ways > 0 && table.Mode is TierMode.Step or TierMode.Interpolated)
        {
            errors.Add(new PlanError(path, $"{name} has a rate or a price; {table.Mode} tiers pay flat amounts only."));
        }

        if (tier.RatePercent is decimal rate)
        {
            Scale(path + ".rate", name + "'s rate in percent", rate, 8, errors);
            if (Math.Abs(rate) > 1_000_000m)
            {
                errors.Add(new PlanError(path + ".rate", $"{name}'s rate of {Text(rate)} % is outside -1 000 000 % to 1 000 000 %.", rate));
            }

            if (on.Kind != BasisKind.Money)
            {
                errors.Add(new PlanError(path + ".rate", $"{name} pays {Text(rate)} % of '{on}', which is no money; give a price.", rate));
            }
        }

        Scale(path + ".price", name + "'s price of a unit", tier.UnitPrice, 6, errors);
        Scale(path + ".price", name + "'s price of a block", tier.BlockPrice, 6, errors);
        Scale(path + ".flat", name + "'s flat amount", tier.FlatAmount, 6, errors);
        Scale(path + ".minimum", name + "'s minimum", tier.Minimum, 6, errors);
        Scale(path + ".maximum", name + "'s maximum", tier.Maximum, 6, errors);
        if (tier.BlockSize is decimal size)
        {
            Scale(path + ".size", name + "'s block size", size, on.Kind == BasisKind.Rate ? 8 : 6, errors);
            if (size <= 0m)
            {
                errors.Add(new PlanError(path + ".size", $"{name}'s block size {Text(size)} is not above 0.", size));
            }
        }

        if (tier.Minimum is decimal least && tier.Maximum is decimal most && least > most)
        {
            errors.Add(new PlanError(path + ".minimum", $"{name}'s minimum {Text(least)} is above its maximum {Text(most)}.", least));
        }

        if (tier.Minimum is not null || tier.Maximum is not null)
        {
            if (ways == 0)
            {
                errors.Add(new PlanError(path + ".minimum", $"{name} has a minimum or maximum but no rate or price that it could hold."));
            }
            else if (tier.RatePercent < 0m || tier.UnitPrice < 0m || tier.BlockPrice < 0m)
            {
                errors.Add(new PlanError(path + ".minimum", $"{name} has a minimum or maximum on a rate or price below 0."));
            }

            if (table.EdgesInPercentOfTarget)
            {
                errors.Add(new PlanError(path + ".minimum", $"{name} has a minimum or maximum, but its edges are in percent of a target; cap the component instead."));
            }
        }

        if (table.EdgesInPercentOfTarget && table.Mode == TierMode.Graduated && (tier.FlatAmount is not null || tier.BlockPrice is not null || tier.UnitPrice is not null))
        {
            errors.Add(new PlanError(path, $"{name} pays more than a rate, but graduated tiers in percent of a target can only pay rates."));
        }

        if (index == 0 && table.Zero is null && (tier.FlatAmount is not null and not 0m || tier.Minimum is > 0m) && table.Mode != TierMode.Interpolated)
        {
            errors.Add(new PlanError(path + ".flat", $"{name} pays a flat amount or a minimum; name whether a value of 0 earns it (OnZero)."));
        }
    }

    private static void CheckPoints(TierTable table, bool separate, int edgeScale, string path, List<PlanError> errors)
    {
        if (separate)
        {
            errors.Add(new PlanError(path + ".mode", "A curve is read and paid on one basis; name no other selector."));
        }

        if (table.Points.Count < 2)
        {
            errors.Add(new PlanError(path + ".points", $"A curve needs at least two points, not {table.Points.Count}."));
            return;
        }

        for (int i = 0; i < table.Points.Count; i++)
        {
            CurvePoint point = table.Points[i];
            Scale($"{path}.points[{i}].value", $"Point {i + 1}'s value", point.Value, edgeScale, errors);
            Scale($"{path}.points[{i}].payout", $"Point {i + 1}'s payout", point.Payout, 6, errors);
            if (i == 0 && point.Value != 0m)
            {
                errors.Add(new PlanError($"{path}.points[0].value", $"Point 1 has the value {Text(point.Value)}; the first has 0.", point.Value));
            }

            if (i > 0 && point.Value == table.Points[i - 1].Value)
            {
                errors.Add(new PlanError($"{path}.points[{i}].value", $"Points {i} and {i + 1} both have the value {Text(point.Value)}.", point.Value));
            }
        }

        if (table.Zero is null && table.Points[0].Payout != 0m)
        {
            errors.Add(new PlanError(path + ".points[0].payout", "The curve pays at 0; name whether a value of 0 earns it (OnZero).", table.Points[0].Payout));
        }
    }

    public static void Scale(string path, string what, decimal? value, int scale, List<PlanError> errors)
    {
        if (value is not decimal number)
        {
            return;
        }

        if (Exact.Scale(number) > scale)
        {
            errors.Add(new PlanError(path, $"{what} {Text(number)} has more than {scale} decimals; round it in the contract, not in the calculation.", number));
        }

        if (Math.Abs(number) > (scale == 8 ? 10_000_000_000m : 1_000_000_000_000_000m))
        {
            errors.Add(new PlanError(path, $"{what} {Text(number)} is outside {(scale == 8 ? "-10^10 % to 10^10 %" : "-10^15 to 10^15")}.", number));
        }
    }

    private static string Text(decimal value) => Exact.Format(value, 0, string.Empty);
}
