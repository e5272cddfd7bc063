using ChannelModel.Scoring;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>What a criterion gave to a stored score, and what it kept from it.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class StoredScorePoints
{
    internal StoredScorePoints(Id<ScoreCriterion> criterion, decimal points, decimal lost)
    {
        Criterion = criterion;
        Points = points;
        Lost = lost;
    }

    /// <summary>Gets the id of the criterion.</summary>
    public Id<ScoreCriterion> Criterion { get; }

    /// <summary>Gets the points.</summary>
    public decimal Points { get; }

    /// <summary>Gets the points that are missing to the full ones.</summary>
    public decimal Lost { get; }
}
