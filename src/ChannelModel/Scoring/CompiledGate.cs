using System.Runtime.InteropServices;

namespace ChannelModel.Scoring;

/// <summary>A gate with its criterion, bound and grade as numbers.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CompiledGate
{
    public CompiledGate(GateKind kind, int criterion, bool above, double bound, int grade, bool whenMissing)
    {
        Kind = kind;
        Criterion = criterion;
        Above = above;
        Bound = bound;
        Grade = grade;
        WhenMissing = whenMissing;
    }

    public GateKind Kind { get; }

    public int Criterion { get; }

    public bool Above { get; }

    /// <summary>Gets the last value that passes, or the least sample.</summary>
    public double Bound { get; }

    /// <summary>Gets the best grade that remains, from 0.</summary>
    public int Grade { get; }

    public bool WhenMissing { get; }

    /// <summary>Whether the gate applies.</summary>
    /// <param name="present">Whether there is a value.</param>
    /// <param name="value">The value as observed.</param>
    /// <param name="sample">The sample, or below 0 for none stated.</param>
    public bool Applies(bool present, double value, double sample)
    {
        if (!present)
        {
            return WhenMissing;
        }

        return Kind == GateKind.Evidence ? sample < Bound : Above ? value > Bound : value < Bound;
    }
}
