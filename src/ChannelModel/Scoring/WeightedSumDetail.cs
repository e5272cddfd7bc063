namespace ChannelModel.Scoring;

/// <summary>How a weighted sum came about.</summary>
/// <remarks>Law: the contributions of a candidate, added in the order of criterion ids, are its score.</remarks>
public sealed class WeightedSumDetail : RankingDetail
{
    internal WeightedSumDetail(NormalisedMatrix normalised)
    {
        Normalised = normalised;
    }

    /// <summary>Gets the scaled values; 0 for criteria of weight 0.</summary>
    public NormalisedMatrix Normalised { get; }

    /// <summary>Returns what a criterion adds to a candidate's score: weight x scaled value.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The contribution.</returns>
    /// <exception cref="System.ArgumentException">There is no such candidate or criterion.</exception>
    public double Contribution(Id<Candidate> candidate, Id<DecisionCriterion> criterion) => Normalised.Matrix.Weights[criterion] * Normalised[candidate, criterion];
}
