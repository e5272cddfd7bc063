using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>A line of a solved split: its exact share and the whole units that it got.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class SplitSolutionLine
{
    internal SplitSolutionLine(SplitProblemLine line, Fraction share, decimal part, LineBound bound)
    {
        Line = line;
        Share = share;
        Part = Exact.Canonical(part);
        Bound = bound;
    }

    /// <summary>Gets the line of the problem.</summary>
    public SplitProblemLine Line { get; }

    /// <summary>Gets the exact share before it was made whole, in the unit of the total; the quota for an apportionment.</summary>
    public Fraction Share { get; }

    /// <summary>Gets what it got.</summary>
    public decimal Part { get; }

    /// <summary>Gets what held it.</summary>
    public LineBound Bound { get; }
}
