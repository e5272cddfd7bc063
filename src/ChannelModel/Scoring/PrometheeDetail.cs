namespace ChannelModel.Scoring;

/// <summary>The flows behind PROMETHEE II scores: net = leaving - entering.</summary>
/// <remarks>Law: the net flows of all candidates add up to 0, up to rounding.</remarks>
public sealed class PrometheeDetail : RankingDetail
{
    private readonly DecisionMatrix _matrix;
    private readonly double[][] _flows;

    internal PrometheeDetail(DecisionMatrix matrix, double[] leaving, double[] entering, double[][] flows)
    {
        _matrix = matrix;
        _flows = flows;
        Leaving = new Figures<Candidate>(matrix.Ids, leaving);
        Entering = new Figures<Candidate>(matrix.Ids, entering);
    }

    /// <summary>Gets the positive flow: how much each candidate is preferred to the others on average.</summary>
    public Figures<Candidate> Leaving { get; }

    /// <summary>Gets the negative flow: how much the others are preferred to each candidate on average.</summary>
    public Figures<Candidate> Entering { get; }

    /// <summary>Gets the net flow of each candidate by one criterion alone, before its weight; 0 for a criterion of weight 0.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The flows, from -1 to 1.</returns>
    /// <exception cref="System.ArgumentException">There is no such criterion.</exception>
    public Figures<Candidate> NetFlows(Id<DecisionCriterion> criterion) => new(_matrix.Ids, _flows[_matrix.Place(criterion)]);
}
