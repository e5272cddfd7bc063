using System.Runtime.InteropServices;

namespace ChannelModel.Allocation;

/// <summary>
/// One step of the proof of a bound, in the order of a walk that goes left first: either the range of a line is cut in two, or at a price of money no split within the
/// ranges left by the cuts can bring more than the price's own bound.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct BoundStep
{
    private BoundStep(int line, double value)
    {
        Line = line;
        Value = value;
    }

    /// <summary>The line that is cut; -1 for a price.</summary>
    public int Line { get; }

    /// <summary>Where the line is cut, or the price.</summary>
    public double Value { get; }

    public static BoundStep Cut(int line, double at) => new(line, at);

    public static BoundStep Price(double price) => new(-1, price);
}
