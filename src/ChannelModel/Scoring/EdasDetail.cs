namespace ChannelModel.Scoring;

/// <summary>The distances from the average behind EDAS scores.</summary>
public sealed class EdasDetail : RankingDetail
{
    internal EdasDetail(DecisionMatrix matrix, double[] averages, double[] above, double[] below)
    {
        Averages = new Figures<DecisionCriterion>(System.Array.ConvertAll(matrix.Sorted, criterion => criterion.Id), averages);
        PositiveDistances = new Figures<Candidate>(matrix.Ids, above);
        NegativeDistances = new Figures<Candidate>(matrix.Ids, below);
    }

    /// <summary>Gets the average of each criterion.</summary>
    public Figures<DecisionCriterion> Averages { get; }

    /// <summary>Gets SP: the weighted sum of distances on the better side of the averages.</summary>
    public Figures<Candidate> PositiveDistances { get; }

    /// <summary>Gets SN: the weighted sum of distances on the worse side of the averages.</summary>
    public Figures<Candidate> NegativeDistances { get; }
}
