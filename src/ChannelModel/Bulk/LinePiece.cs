using System.Numerics;

namespace ChannelModel.Bulk;

/// <summary>
/// One piece of a plan over a whole column value v: from a start on it pays Closed + round((A + B x) / D) result units, where x is v itself or the
/// number of blocks floor((E v + F) / G). Once rounding is folded in, it pays floor((A + B x) / D).
/// </summary>
internal sealed class LinePiece
{
    /// <summary>Gets or sets the first column value inside; <see langword="null"/> is minus infinity.</summary>
    public BigInteger? Start { get; set; }

    public BigInteger A { get; set; }

    public BigInteger B { get; set; }

    public BigInteger D { get; set; } = BigInteger.One;

    public BigInteger E { get; set; } = BigInteger.One;

    public BigInteger F { get; set; }

    public BigInteger G { get; set; } = BigInteger.One;

    /// <summary>Gets or sets what is added after rounding.</summary>
    public BigInteger Closed { get; set; }

    /// <summary>Gets or sets a value indicating whether the rounding is that of the value's mirror image.</summary>
    public bool IsMirrored { get; set; }

    public RowStatus Status { get; set; }

    public bool HasBlocks => !G.IsOne || !E.IsOne || !F.IsZero;

    public LinePiece From(BigInteger? start)
    {
        var copy = (LinePiece)MemberwiseClone();
        copy.Start = start;
        return copy;
    }

    public BigInteger X(BigInteger v) => HasBlocks ? Floor((E * v) + F, G) : v;

    public BigInteger Numerator(BigInteger v) => A + (B * X(v));

    /// <summary>The piece that pays the opposite for the opposite value.</summary>
    public LinePiece Mirror(BigInteger? start)
    {
        LinePiece copy = From(start);
        copy.A = -A;
        copy.Closed = -Closed;
        copy.IsMirrored = true;
        if (HasBlocks)
        {
            copy.B = -B;
            copy.E = -E;
        }

        return copy;
    }

    public static BigInteger Floor(BigInteger numerator, BigInteger denominator) =>
        Internal.Exact.Divide(numerator, denominator, RoundingMode.Floor);
}
