using System.Globalization;
using ChannelModel.Scoring;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>A candidate's place in a ranking, as it was stored.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class StoredRank
{
    internal StoredRank(Id<Candidate> candidate, int rank, double score, bool isTied)
    {
        Candidate = candidate;
        Rank = rank;
        Score = score;
        IsTied = isTied;
    }

    /// <summary>Gets the candidate.</summary>
    public Id<Candidate> Candidate { get; }

    /// <summary>Gets the rank by the tie rule, 1 for the best.</summary>
    public int Rank { get; }

    /// <summary>Gets the score; the method says whether higher is better.</summary>
    public double Score { get; }

    /// <summary>Gets a value indicating whether another candidate has an equal score.</summary>
    public bool IsTied { get; }

    /// <summary>Returns rank, id and score.</summary>
    /// <returns>Such as <c>1. tmall 0.75</c>.</returns>
    public override string ToString() => $"{Rank.ToString(CultureInfo.InvariantCulture)}. {Candidate} {Score.ToString("R", CultureInfo.InvariantCulture)}";
}
