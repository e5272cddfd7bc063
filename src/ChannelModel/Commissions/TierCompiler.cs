using System;
using System.Collections.Generic;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>Turns a table into the normal form, or says all that is wrong with it.</summary>
internal static class TierCompiler
{
    private const long TenBillion = 10_000_000_000;

    public static ExactCurve? Compile(TierTable table, Basis on, Basis by, Rounding rounding, Currency currency, bool roundsTiers, string path, List<PlanError> errors)
    {
        int before = errors.Count;
        BigInteger unit = BigInteger.Pow(10, Money.MaxScale - rounding.ScaleFor(currency));
        bool separate = on != by && !table.EdgesInPercentOfTarget;
        Check(table, on, by, separate, path, errors);
        if (errors.Count > before)
        {
            return null;
        }

        List<ExactPiece> pieces = table.Mode switch
        {
            TierMode.Curve => CurvePieces(table, by.UnitsPerOne),
            TierMode.Interpolated => InterpolatedPieces(table, by.UnitsPerOne),
            _ => TierPieces(table, table.EdgesInPercentOfTarget ? TenBillion : by.UnitsPerOne, on, separate, roundsTiers ? unit : BigInteger.Zero, rounding.Mode),
        };

        if (table.Zero != ZeroValue.TouchesFirstTier && pieces[0].OpenAt(Ratio.Zero).Sign != 0)
        {
            pieces.Insert(0, new ExactPiece());
            pieces[1].Strict = true;
        }

        return new ExactCurve(pieces, unit, rounding.Mode, roundsTiers);
    }

    public static BigInteger Units(decimal value, long unitsPerOne, Basis? percent = null) =>
        Exact.ToUnits(value, Digits(unitsPerOne) - (unitsPerOne == TenBillion || percent is not null ? 2 : 0));

    /// <summary>The top of a table: stated, or the last tier's upper edge.</summary>
    public static decimal? TopOf(TierTable table) =>
        table.Top ?? (table.Tiers.Count > 0 ? table.Tiers[table.Tiers.Count - 1].Upper : null);

    private static int Digits(long unitsPerOne) => unitsPerOne == TenBillion ? 10 : 6;

    private static void Check(TierTable table, Basis on, Basis by, bool separate, string path, List<PlanError> errors)
    {
        int edgeScale = by.Kind == BasisKind.Rate || table.EdgesInPercentOfTarget ? 8 : 6;
        if (table.EdgesInPercentOfTarget && (on.Kind != BasisKind.Money || on != by || table.Mode is TierMode.Curve or TierMode.Interpolated))
        {
            errors.Add(new PlanError(path, "Edges in percent of the target need graduated, whole-amount or step tiers that are chosen by the same amount of money that they pay on; else choose the tier by Basis.AttainmentOf."));
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

        if (separate && table.Mode is TierMode.Graduated or TierMode.Interpolated && separate && tiers.Count > 1)
        {
            errors.Add(new PlanError(path + ".mode", $"{table.Mode} tiers are chosen by '{by}' but paid on '{on}'; a portion of one is no portion of the other. Use WholeAmount or Step."));
        }

        decimal? top = TopOf(table);
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

        if (ways > 0 && table.Mode is TierMode.Step or TierMode.Interpolated && ways > 0)
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

    private static void Scale(string path, string what, decimal? value, int scale, List<PlanError> errors)
    {
        if (value is not decimal number)
        {
            return;
        }

        if (Exact.Scale(number) > scale)
        {
            errors.Add(new PlanError(path, $"{what} {Text(number)} has more than {scale} decimals; round it in the contract, not in the calculation.", number));
        }

        if (Math.Abs(number) > 1_000_000_000_000_000m)
        {
            errors.Add(new PlanError(path, $"{what} {Text(number)} is outside -10^15 to 10^15.", number));
        }
    }

    private static string Text(decimal value) => Exact.Format(value, 0, string.Empty);

    private static List<ExactPiece> CurvePieces(TierTable table, long unitsPerOne)
    {
        var pieces = new List<ExactPiece>();
        for (int i = 0; i < table.Points.Count; i++)
        {
            BigInteger from = Units(table.Points[i].Value, unitsPerOne);
            bool last = i == table.Points.Count - 1;
            int a = last ? i - 1 : i;
            BigInteger width = Units(table.Points[a + 1].Value, unitsPerOne) - Units(table.Points[a].Value, unitsPerOne);
            BigInteger rise = Exact.ToUnits(table.Points[a + 1].Payout, 6) - Exact.ToUnits(table.Points[a].Payout, 6);
            BigInteger slope = last && table.AfterLast == AfterLast.Flat ? BigInteger.Zero : rise;
            pieces.Add(Reduced(from, from, Exact.ToUnits(table.Points[i].Payout, 6), slope, width, i + 1));
        }

        return pieces;
    }

    private static List<ExactPiece> InterpolatedPieces(TierTable table, long unitsPerOne)
    {
        var pieces = new List<ExactPiece>();
        BigInteger passed = BigInteger.Zero;
        for (int i = 0; i < table.Tiers.Count; i++)
        {
            BigInteger from = Units(table.Tiers[i].Lower, unitsPerOne);
            BigInteger to = Units(i + 1 < table.Tiers.Count ? table.Tiers[i + 1].Lower : TopOf(table)!.Value, unitsPerOne);
            BigInteger flat = Exact.ToUnits(table.Tiers[i].FlatAmount ?? 0m, 6);
            ExactPiece piece = Reduced(from, from, passed, flat, to - from, i + 1);
            piece.Strict = i > 0 && table.Edge == Edge.UpperIncluded;
            pieces.Add(piece);
            passed += flat;
        }

        return pieces;
    }

    private static ExactPiece Reduced(BigInteger from, BigInteger anchor, BigInteger amount, BigInteger slope, BigInteger denominator, int tier)
    {
        BigInteger divisor = slope.IsZero ? denominator : BigInteger.GreatestCommonDivisor(slope, denominator);
        return new ExactPiece
        {
            From = from,
            Anchor = anchor,
            Open = amount * (denominator / divisor),
            Slope = slope / divisor,
            Denominator = denominator / divisor,
            Tier = tier,
        };
    }

    private static List<ExactPiece> TierPieces(TierTable table, long unitsPerOne, Basis on, bool separate, BigInteger tierUnit, RoundingMode mode)
    {
        bool graduated = table.Mode == TierMode.Graduated && !separate;
        var pieces = new List<ExactPiece>();
        Ratio open = Ratio.Zero; // what earlier tiers pay, exact
        BigInteger closed = BigInteger.Zero; // the same, rounded tier by tier
        for (int i = 0; i < table.Tiers.Count; i++)
        {
            Tier tier = table.Tiers[i];
            (BigInteger slope, BigInteger denominator) = SlopeOf(tier, on);
            BigInteger from = Units(tier.Lower, unitsPerOne);
            BigInteger flat = Exact.ToUnits(tier.FlatAmount ?? 0m, 6);
            BigInteger? least = tier.Minimum is decimal low ? Exact.ToUnits(low, 6) : null;
            BigInteger? most = tier.Maximum is decimal high ? Exact.ToUnits(high, 6) : null;
            Ratio carried = graduated && tierUnit.IsZero ? open : Ratio.Zero;
            BigInteger common = denominator * carried.Denominator;
            var first = new ExactPiece
            {
                From = from,
                Strict = i > 0 && table.Edge == Edge.UpperIncluded,
                Anchor = graduated ? from : BigInteger.Zero,
                Closed = graduated ? closed : BigInteger.Zero,
                Open = (carried.Numerator * denominator) + (flat * common),
                Slope = slope * carried.Denominator,
                Denominator = common,
                Block = tier.BlockSize is decimal size ? Units(size, on.UnitsPerOne) : BigInteger.Zero,
                BlockRounding = tier.BlockRounding,
                Tier = i + 1,
            };

            BigInteger? next = i + 1 < table.Tiers.Count ? Units(table.Tiers[i + 1].Lower, unitsPerOne) : null;
            Ratio line = new Ratio(first.Slope, common) * first.Portion(next ?? from);
            AddParts(pieces, first, tier, separate, next is BigInteger edge && table.Edge == Edge.UpperIncluded ? edge + 1 : next);
            if (graduated && next is not null)
            {
                // What the whole tier pays; its parts change at whole units, which would miss the limit at the edge.
                Ratio full = carried + flat + ExactPiece.Clamp(line, least, most);
                if (tierUnit.IsZero)
                {
                    open = full.Reduce();
                }
                else
                {
                    closed += full.RoundTo(tierUnit, mode);
                }
            }
        }

        return pieces;
    }

    private static (BigInteger Slope, BigInteger Denominator) SlopeOf(Tier tier, Basis on)
    {
        (BigInteger slope, BigInteger denominator) = tier switch
        {
            { RatePercent: decimal rate } => (Exact.ToUnits(rate, 8), (BigInteger)TenBillion),
            { UnitPrice: decimal price } => (Exact.ToUnits(price, 6), on.UnitsPerOne),
            { BlockPrice: decimal price } => (Exact.ToUnits(price, 6), BigInteger.One),
            _ => (BigInteger.Zero, BigInteger.One),
        };
        BigInteger divisor = slope.IsZero ? denominator : BigInteger.GreatestCommonDivisor(slope, denominator);
        return (slope / divisor, denominator / divisor);
    }

    /// <summary>A tier with a minimum or maximum is up to three parts: the minimum, the line, the maximum.</summary>
    private static void AddParts(List<ExactPiece> pieces, ExactPiece first, Tier tier, bool separate, BigInteger? nextStart)
    {
        if ((tier.Minimum is null && tier.Maximum is null) || separate)
        {
            // Where the selector is not the basis, the line cannot be split along the selector: it clamps when it is paid.
            first.Least = tier.Minimum is decimal low ? Exact.ToUnits(low, 6) : null;
            first.Most = tier.Maximum is decimal high ? Exact.ToUnits(high, 6) : null;
            pieces.Add(first);
            return;
        }

        BigInteger own = first.Denominator;
        var candidates = new List<(BigInteger? After, ExactPiece Piece)>();
        if (tier.Minimum is decimal least && first.Slope.IsZero)
        {
            candidates.Add((null, With(first, first.Open + (Exact.ToUnits(least, 6) * own), BigInteger.Zero)));
        }
        else
        {
            if (tier.Minimum is decimal minimum)
            {
                BigInteger amount = Exact.ToUnits(minimum, 6);
                candidates.Add((null, With(first, first.Open + (amount * own), BigInteger.Zero)));
                candidates.Add((LastUpTo(first, amount), first));
            }
            else
            {
                candidates.Add((null, first));
            }

            if (tier.Maximum is decimal maximum && !first.Slope.IsZero)
            {
                BigInteger amount = Exact.ToUnits(maximum, 6);
                candidates.Add((LastUpTo(first, amount), With(first, first.Open + (amount * own), BigInteger.Zero)));
            }
        }

        int start = pieces.Count;
        foreach ((BigInteger? after, ExactPiece piece) in candidates)
        {
            if (after is not BigInteger threshold || threshold < first.Start)
            {
                pieces.RemoveRange(start, pieces.Count - start);
                piece.From = first.From;
                piece.Strict = first.Strict;
                pieces.Add(piece);
            }
            else if (nextStart is null || threshold + 1 < nextStart)
            {
                ExactPiece part = With(piece, piece.Open, piece.Slope);
                part.From = threshold;
                part.Strict = true;
                pieces.Add(part);
            }
        }
    }

    private static ExactPiece With(ExactPiece piece, BigInteger open, BigInteger slope) => new()
    {
        From = piece.From,
        Strict = piece.Strict,
        Anchor = piece.Anchor,
        Closed = piece.Closed,
        Open = open,
        Slope = slope,
        Denominator = piece.Denominator,
        Block = slope.IsZero ? BigInteger.Zero : piece.Block,
        BlockRounding = piece.BlockRounding,
        Tier = piece.Tier,
    };

    /// <summary>The last value whose line pays no more than an amount.</summary>
    private static BigInteger LastUpTo(ExactPiece line, BigInteger amount)
    {
        BigInteger count = Exact.Divide(amount * line.Denominator, line.Slope, RoundingMode.Floor);
        if (line.Block.IsZero)
        {
            return line.Anchor + count;
        }

        return line.Anchor + (line.BlockRounding switch
        {
            BlockRounding.Up => count * line.Block,
            BlockRounding.Down => ((count + 1) * line.Block) - 1,
            _ => Exact.Divide(((2 * count) + 1) * line.Block, 2, RoundingMode.Ceiling) - 1,
        });
    }
}
