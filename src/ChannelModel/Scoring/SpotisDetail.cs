namespace ChannelModel.Scoring;

/// <summary>The distances behind SPOTIS scores.</summary>
public sealed class SpotisDetail : RankingDetail
{
    private readonly DecisionMatrix _matrix;
    private readonly double[][] _distances;

    internal SpotisDetail(DecisionMatrix matrix, double[][] distances)
    {
        _matrix = matrix;
        _distances = distances;
    }

    /// <summary>Gets the distance of each candidate to the best value of one criterion, in proportion to the width of its bounds and before its weight; 0 for a criterion of weight 0.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The distances, from 0 to 1 within the bounds.</returns>
    /// <exception cref="System.ArgumentException">There is no such criterion.</exception>
    public Figures<Candidate> Distances(Id<DecisionCriterion> criterion) => new(_matrix.Ids, _distances[_matrix.Place(criterion)]);
}
