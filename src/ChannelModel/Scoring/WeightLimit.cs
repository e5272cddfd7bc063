namespace ChannelModel.Scoring;

/// <summary>One end of a <see cref="WeightInterval"/>, and who swaps beyond it.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class WeightLimit
{
    internal WeightLimit(double weight, Id<Candidate>? falls = null, Id<Candidate>? rises = null)
    {
        Weight = weight;
        Falls = falls;
        Rises = rises;
    }

    /// <summary>Gets the share, from 0 to 1.</summary>
    public double Weight { get; }

    /// <summary>Gets the candidate that is overtaken beyond this end; <see langword="null"/> where nobody is.</summary>
    public Id<Candidate>? Falls { get; }

    /// <summary>Gets the candidate that overtakes it; <see langword="null"/> where nobody does.</summary>
    public Id<Candidate>? Rises { get; }
}
