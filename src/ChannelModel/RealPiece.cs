using System.Runtime.InteropServices;

namespace ChannelModel;

/// <summary>One piece of the normal form for curves: from an edge on it is Base + Slope x (x - Anchor).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct RealPiece
{
    /// <summary>Initializes a new instance of the <see cref="RealPiece"/> struct.</summary>
    /// <param name="from">Where the piece starts; negative infinity for the first.</param>
    /// <param name="strict">Whether the edge itself belongs to the piece before.</param>
    /// <param name="anchor">Where the value is <paramref name="start"/>.</param>
    /// <param name="start">The value at the anchor.</param>
    /// <param name="slope">The change of the value for one unit; 0 for a step.</param>
    public RealPiece(double from, bool strict, double anchor, double start, double slope)
    {
        From = from;
        Strict = strict;
        Anchor = anchor;
        Base = start;
        Slope = slope;
    }

    public double From { get; }

    public bool Strict { get; }

    public double Anchor { get; }

    public double Base { get; }

    public double Slope { get; }

    /// <summary>One subtraction, one product, one sum, never fused: the same bits on every runtime and vector width.</summary>
    public double At(double x) => Base + (Slope * (x - Anchor));
}
