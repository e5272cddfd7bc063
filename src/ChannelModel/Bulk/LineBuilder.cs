using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Commissions;
using ChannelModel.Internal;

namespace ChannelModel.Bulk;

/// <summary>Writes components of a plan as pieces over a column's whole numbers: every policy (negative, zero, top, limits, blocks) becomes a piece.</summary>
internal sealed class LineBuilder
{
    private readonly BigInteger _multiplier;
    private readonly BigInteger _unit;
    private readonly bool _roundsTiers;

    /// <summary>Initializes a new instance of the <see cref="LineBuilder"/> class.</summary>
    /// <param name="multiplier">Units of the basis in one of the column.</param>
    /// <param name="unit">The rounding unit in millionths.</param>
    /// <param name="roundsTiers">Whether each tier rounds by itself.</param>
    public LineBuilder(BigInteger multiplier, BigInteger unit, bool roundsTiers)
    {
        _multiplier = multiplier;
        _unit = unit;
        _roundsTiers = roundsTiers;
    }

    /// <summary>A component whose tiers are chosen by what it is paid on.</summary>
    public List<LinePiece> Along(CompiledComponent component, int row)
    {
        ExactCurve curve = component.Curves[row];
        var positive = new List<LinePiece>();
        for (int i = 0; i < curve.Pieces.Count; i++)
        {
            Add(positive, FromExact(curve.Pieces[i], i == 0 ? BigInteger.Zero : Column(curve.Pieces[i].Start)));
        }

        if (component.Top is BigInteger top)
        {
            BigInteger above = LinePiece.Floor(top, _multiplier) + 1;
            positive.RemoveAll(piece => piece.Start >= above);
            Add(positive, component.Table.AboveTop == AboveTop.Refused
                ? new LinePiece { Start = above, Status = RowStatus.AboveTop }
                : Constant(curve.Pay(top), above));
        }

        return WithNegative(positive, component, row);
    }

    /// <summary>A component whose tier is chosen by another number: one exact piece, over what is paid on.</summary>
    public List<LinePiece> Beside(CompiledComponent component, int row, ExactPiece piece)
    {
        LinePiece line = FromExact(piece, BigInteger.Zero);
        var positive = new List<LinePiece>();
        if (piece.Least is null && piece.Most is null)
        {
            positive.Add(line);
            return WithNegative(positive, component, row);
        }

        // Least and most bound the line, not what was added to it.
        var open = new Ratio(piece.Open, piece.Denominator);
        var below = piece.Least is BigInteger least ? (open + least, least * piece.Denominator) : ((Ratio, BigInteger)?)null;
        var above = piece.Most is BigInteger most ? (open + most, most * piece.Denominator) : ((Ratio, BigInteger)?)null;
        int State(BigInteger v)
        {
            BigInteger paid = piece.Slope * line.X(line.HasBlocks ? v : v * _multiplier);
            return below is not null && paid < below.Value.Item2 ? -1 : above is not null && paid > above.Value.Item2 ? 1 : 0;
        }

        BigInteger from = BigInteger.Zero;
        int state = State(from);
        while (true)
        {
            positive.Add(state < 0 ? Constant(below!.Value.Item1, from) : state > 0 ? Constant(above!.Value.Item1, from) : line.From(from));
            if (FirstAfter(from, long.MaxValue, v => State(v) != state) is not BigInteger next)
            {
                return WithNegative(positive, component, row);
            }

            from = next;
            state = State(from);
        }
    }

    /// <summary>A component whose selector is above its top; a negative value that is refused is said first.</summary>
    public static List<LinePiece> Refused(CompiledComponent component) =>
        [component.Table.Negative == NegativeValue.Refused ? new LinePiece { Status = RowStatus.NegativeValue } : new LinePiece { Status = RowStatus.AboveTop }, new LinePiece { Start = BigInteger.Zero, Status = RowStatus.AboveTop }];

    /// <summary>The sum of components over the same number; <see langword="null"/> if blocks of two of them cannot be added.</summary>
    public static List<LinePiece>? Sum(IReadOnlyList<List<LinePiece>> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        var sum = new List<LinePiece>();
        foreach (BigInteger? start in Starts(parts))
        {
            LinePiece[] at = [.. parts.Select(part => At(part, start))];
            LinePiece? failed = at.FirstOrDefault(piece => piece.Status != RowStatus.Ok);
            if (failed is not null)
            {
                sum.Add(failed.From(start));
                continue;
            }

            LinePiece[] moving = [.. at.Where(piece => !piece.B.IsZero)];
            if (moving.Length > 1 && moving.Any(piece => piece.HasBlocks))
            {
                return null;
            }

            LinePiece total = (moving.Length > 0 ? moving[0] : at[0]).From(start);
            BigInteger common = at.Aggregate(BigInteger.One, (d, piece) => d * (piece.D / BigInteger.GreatestCommonDivisor(d, piece.D)));
            total.A = at.Aggregate(BigInteger.Zero, (a, piece) => a + (piece.A * (common / piece.D)));
            total.B = at.Aggregate(BigInteger.Zero, (b, piece) => b + (piece.B * (common / piece.D)));
            total.D = common;
            total.IsMirrored = at.All(piece => piece.IsMirrored);
            sum.Add(total);
        }

        return sum;
    }

    /// <summary>All starts of some lists of pieces, in order.</summary>
    public static List<BigInteger?> Starts(IEnumerable<List<LinePiece>> parts)
    {
        var starts = new List<BigInteger?> { null };
        starts.AddRange(parts.SelectMany(part => part).Select(piece => piece.Start).OfType<BigInteger>().Distinct().OrderBy(start => start).Cast<BigInteger?>());
        return starts;
    }

    public static LinePiece At(List<LinePiece> pieces, BigInteger? v)
    {
        int at = 0;
        while (v is not null && at + 1 < pieces.Count && pieces[at + 1].Start <= v)
        {
            at++;
        }

        return pieces[at];
    }

    /// <summary>The first whole number after one where something is no longer so; it changes once at most.</summary>
    public static BigInteger? FirstAfter(BigInteger from, BigInteger to, System.Func<BigInteger, bool> changed)
    {
        if (from >= to || !changed(to))
        {
            return null;
        }

        BigInteger low = from;
        BigInteger high = to;
        while (high - low > 1)
        {
            BigInteger middle = LinePiece.Floor(low + high, 2);
            if (changed(middle))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }

    /// <summary>The last piece that starts at a place is the one that holds there.</summary>
    private static void Add(List<LinePiece> pieces, LinePiece piece)
    {
        if (pieces.Count > 0 && pieces[pieces.Count - 1].Start == piece.Start)
        {
            pieces.RemoveAt(pieces.Count - 1);
        }

        pieces.Add(piece);
    }

    private BigInteger Column(BigInteger units) => Exact.Divide(units, _multiplier, RoundingMode.Ceiling);

    private LinePiece Constant(Ratio millionths, BigInteger start) => new() { Start = start, A = millionths.Numerator, D = millionths.Denominator * _unit };

    private LinePiece FromExact(ExactPiece piece, BigInteger start)
    {
        var line = new LinePiece { Start = start, D = piece.Denominator * _unit, Closed = _roundsTiers ? piece.Closed / _unit : BigInteger.Zero };
        if (piece.Block.IsZero)
        {
            line.A = piece.Open - (piece.Slope * piece.Anchor);
            line.B = piece.Slope * _multiplier;
            return line;
        }

        line.A = piece.Open;
        line.B = piece.Slope;
        SetBlocks(line, piece.Anchor, piece.Block, piece.BlockRounding);
        return line;
    }

    private void SetBlocks(LinePiece line, BigInteger anchor, BigInteger block, BlockRounding rounding)
    {
        int twice = rounding == BlockRounding.Nearest ? 2 : 1;
        BigInteger e = twice * _multiplier;
        BigInteger f = (-twice * anchor) + (rounding switch { BlockRounding.Up => block - 1, BlockRounding.Down => BigInteger.Zero, _ => block });
        BigInteger g = twice * block;
        BigInteger common = BigInteger.GreatestCommonDivisor(e, g);
        line.E = e / common;
        line.F = LinePiece.Floor(f, common);
        line.G = g / common;
    }

    private List<LinePiece> WithNegative(List<LinePiece> positive, CompiledComponent component, int row)
    {
        var pieces = new List<LinePiece>();
        switch (component.Table.Negative)
        {
            case NegativeValue.Refused:
                pieces.Add(new LinePiece { Status = RowStatus.NegativeValue });
                break;
            case NegativeValue.PaysNothing:
                pieces.Add(new LinePiece());
                break;
            case NegativeValue.AtFirstTier:
                TierSheet.Row first = component.Sheets[row].Rows[0];
                var line = new LinePiece { D = first.Slope.Denominator * _unit, B = first.Slope.Numerator };
                if (first.Block.IsZero)
                {
                    line.B *= _multiplier;
                }
                else
                {
                    SetBlocks(line, BigInteger.Zero, first.Block, first.Tier?.BlockRounding ?? BlockRounding.Up);
                }

                pieces.Add(line);
                break;
            default:
                for (int i = positive.Count - 1; i >= 0; i--)
                {
                    // [start, end] becomes [-end, -start]; 0 itself is not negative.
                    BigInteger? end = i + 1 < positive.Count ? positive[i + 1].Start - 1 : null;
                    if (end is null || end > 0)
                    {
                        pieces.Add(positive[i].Mirror(-end));
                    }
                }

                break;
        }

        pieces.AddRange(positive);
        return pieces;
    }
}
