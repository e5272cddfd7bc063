using System.Collections.Generic;
using System.Numerics;

namespace ChannelModel.Bulk;

/// <summary>Folds a rounding mode into pieces, so that each pays floor((A + B x) / D): where the sign of the amount is known, every mode is a floor of a shifted fraction.</summary>
internal static class LineRounding
{
    public static List<LinePiece> Fold(List<LinePiece> pieces, RoundingMode mode)
    {
        var folded = new List<LinePiece>();
        for (int i = 0; i < pieces.Count; i++)
        {
            BigInteger first = pieces[i].Start ?? long.MinValue;
            BigInteger last = i + 1 < pieces.Count ? pieces[i + 1].Start!.Value - 1 : long.MaxValue;
            first = BigInteger.Max(first, long.MinValue);
            last = BigInteger.Min(last, long.MaxValue);
            if (first > last)
            {
                continue;
            }

            LinePiece piece = pieces[i];
            if (piece.Status != RowStatus.Ok)
            {
                folded.Add(piece.From(first));
                continue;
            }

            // The amount is monotone inside a piece, so its sign changes once at most.
            bool negative = piece.Numerator(first).Sign < 0;
            folded.Add(Shift(piece.From(first), negative, mode));
            if (LineBuilder.FirstAfter(first, last, v => piece.Numerator(v).Sign < 0 != negative) is BigInteger turn)
            {
                folded.Add(Shift(piece.From(turn), !negative, mode));
            }
        }

        return folded;
    }

    private static LinePiece Shift(LinePiece piece, bool negative, RoundingMode mode)
    {
        mode = piece.IsMirrored ? Mirrored(mode) : mode;
        BigInteger common = BigInteger.GreatestCommonDivisor(BigInteger.GreatestCommonDivisor(piece.A, piece.B), piece.D);
        BigInteger a = piece.A / common;
        BigInteger b = piece.B / common;
        BigInteger d = piece.D / common;
        bool up; // to the next whole number above, however little is over
        bool half; // to the nearest
        (half, up) = mode switch
        {
            RoundingMode.HalfAwayFromZero => (true, !negative),
            RoundingMode.HalfTowardZero => (true, negative),
            RoundingMode.HalfUp or RoundingMode.HalfEven => (true, true),
            RoundingMode.HalfDown => (true, false),
            RoundingMode.AwayFromZero => (false, !negative),
            RoundingMode.TowardZero => (false, negative),
            RoundingMode.Ceiling => (false, true),
            _ => (false, false),
        };
        if (half)
        {
            a = (2 * a) + d - (up ? 0 : 1);
            b *= 2;
            d *= 2;
        }
        else if (up)
        {
            a += d - 1;
        }

        if (mode != RoundingMode.HalfEven)
        {
            // floor(n / (g d)) = floor(floor(n / g) / d); an even half would be lost from sight by it.
            common = BigInteger.GreatestCommonDivisor(b, d);
            a = LinePiece.Floor(a, common);
            b /= common;
            d /= common;
        }

        piece.A = a;
        piece.B = b;
        piece.D = d;
        if (mode != RoundingMode.HalfEven || piece.Closed.IsEven)
        {
            // An odd amount beside it would turn even into odd.
            piece.A += piece.Closed * d;
            piece.Closed = BigInteger.Zero;
        }

        return piece;
    }

    private static RoundingMode Mirrored(RoundingMode mode) => mode switch
    {
        RoundingMode.HalfUp => RoundingMode.HalfDown,
        RoundingMode.HalfDown => RoundingMode.HalfUp,
        RoundingMode.Ceiling => RoundingMode.Floor,
        RoundingMode.Floor => RoundingMode.Ceiling,
        _ => mode,
    };
}
