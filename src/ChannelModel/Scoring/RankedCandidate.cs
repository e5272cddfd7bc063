namespace ChannelModel.Scoring;

/// <summary>A candidate's place in a ranking.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class RankedCandidate
{
    internal RankedCandidate(Id<Candidate> candidate, int rank, int position, double score, bool isTied)
    {
        Candidate = candidate;
        Rank = rank;
        Position = position;
        Score = score;
        IsTied = isTied;
    }

    /// <summary>Gets the candidate.</summary>
    public Id<Candidate> Candidate { get; }

    /// <summary>Gets the rank by the tie rule, 1 for the best.</summary>
    public int Rank { get; }

    /// <summary>Gets the place in the list, from 1; tied candidates stand in the order of the tie-break chain.</summary>
    public int Position { get; }

    /// <summary>Gets the score; the method says whether higher is better.</summary>
    public double Score { get; }

    /// <summary>Gets a value indicating whether another candidate has an equal score.</summary>
    public bool IsTied { get; }

    /// <summary>Returns rank, id and score.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Rank}. {Candidate} {MatrixError.Format(Score)}";
}
