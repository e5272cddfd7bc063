using System.Collections.Generic;

namespace ChannelModel;

/// <summary>
/// The normal form for curves: contiguous pieces in ascending order over all finite numbers, the twin of <see cref="ExactCurve"/> in
/// <see cref="double"/>. Value curves of scorecards and piecewise-linear responses resolve to it.
/// </summary>
internal sealed class RealCurve
{
    private readonly RealPiece[] _pieces;

    /// <summary>Initializes a new instance of the <see cref="RealCurve"/> class.</summary>
    /// <param name="pieces">Ascending by edge; the first starts at negative infinity, so that every number has a piece.</param>
    public RealCurve(IReadOnlyList<RealPiece> pieces)
    {
        _pieces = [.. pieces];
    }

    public IReadOnlyList<RealPiece> Pieces => _pieces;

    /// <summary>Makes straight lines between points, level outside them.</summary>
    /// <param name="points">At least one, strictly ascending by <c>X</c>.</param>
    public static RealCurve Through(IReadOnlyList<(double X, double Y)> points)
    {
        var pieces = new RealPiece[points.Count + 1];
        pieces[0] = new RealPiece(double.NegativeInfinity, strict: false, points[0].X, points[0].Y, 0d);
        for (int i = 0; i < points.Count; i++)
        {
            (double x, double y) = points[i];
            double slope = i + 1 < points.Count ? (points[i + 1].Y - y) / (points[i + 1].X - x) : 0d;
            pieces[i + 1] = new RealPiece(x, strict: false, x, y, slope);
        }

        return new RealCurve(pieces);
    }

    /// <summary>The number of the piece that <paramref name="x"/>, a finite number, lies in.</summary>
    public int Locate(double x)
    {
        int low = 0;
        int high = _pieces.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >> 1;
            RealPiece piece = _pieces[middle];
            if (piece.Strict ? x > piece.From : x >= piece.From)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>The value at <paramref name="x"/>, a finite number.</summary>
    public double At(double x) => _pieces[Locate(x)].At(x);
}
