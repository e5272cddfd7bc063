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
        TierChecks.Check(table, on, by, separate, path, errors);
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
