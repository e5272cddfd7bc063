using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel;

/// <summary>
/// One piece of the normal form: from an edge on it pays Closed + (Open + Slope x portion) / Denominator millionths, where the portion is
/// (value - Anchor), or the number of blocks in it.
/// </summary>
internal sealed class ExactPiece
{
    /// <summary>Gets the edge where the piece starts, in units of the selector.</summary>
    public BigInteger From { get; set; }

    /// <summary>Gets or sets a value indicating whether the edge itself belongs to the piece before.</summary>
    public bool Strict { get; set; }

    /// <summary>Gets the first whole unit inside.</summary>
    public BigInteger Start => Strict ? From + 1 : From;

    public BigInteger Anchor { get; set; }

    /// <summary>Gets or sets what earlier tiers paid, already rounded, in millionths; 0 unless each tier rounds.</summary>
    public BigInteger Closed { get; set; }

    public BigInteger Open { get; set; }

    public BigInteger Slope { get; set; }

    public BigInteger Denominator { get; set; } = BigInteger.One;

    /// <summary>Gets or sets the block size in units of the basis; 0 for none.</summary>
    public BigInteger Block { get; set; }

    public BlockRounding BlockRounding { get; set; }

    /// <summary>Gets or sets the number of the tier, from 1; 0 for "nothing is paid on zero".</summary>
    public int Tier { get; set; }

    /// <summary>Gets or sets the least that the line pays, where it is not split into parts.</summary>
    public BigInteger? Least { get; set; }

    /// <summary>Gets or sets the most that the line pays, where it is not split into parts.</summary>
    public BigInteger? Most { get; set; }

    /// <summary>The exact open amount in millionths.</summary>
    public Ratio OpenAt(Ratio basis)
    {
        Ratio portion = Portion(basis);
        if (Least is not null || Most is not null)
        {
            return new Ratio(Open, Denominator) + Clamp(new Ratio(Slope * portion.Numerator, Denominator * portion.Denominator), Least, Most);
        }

        return new Ratio((Open * portion.Denominator) + (Slope * portion.Numerator), Denominator * portion.Denominator);
    }

    public static Ratio Clamp(Ratio line, BigInteger? least, BigInteger? most) =>
        least is BigInteger low && line.CompareTo(low) < 0 ? low : most is BigInteger high && line.CompareTo(high) > 0 ? high : line;

    public Ratio Portion(Ratio basis) => Blocks(basis - Anchor, Block, BlockRounding);

    public static Ratio Blocks(Ratio portion, BigInteger block, BlockRounding rounding)
    {
        if (block.IsZero)
        {
            return portion;
        }

        RoundingMode mode = rounding switch
        {
            BlockRounding.Up => RoundingMode.Ceiling,
            BlockRounding.Down => RoundingMode.Floor,
            _ => RoundingMode.HalfUp,
        };
        return Exact.Divide(portion.Numerator, portion.Denominator * block, mode);
    }
}
