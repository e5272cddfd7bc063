namespace ChannelModel.Scoring;

/// <summary>The distances behind TOPSIS scores: score = ToAntiIdeal / (ToIdeal + ToAntiIdeal), and 0.5 where both are 0.</summary>
public sealed class TopsisDetail : RankingDetail
{
    internal TopsisDetail(DecisionMatrix matrix, double[] ideal, double[] antiIdeal, double[] toIdeal, double[] toAntiIdeal)
    {
        Id<DecisionCriterion>[] criteria = System.Array.ConvertAll(matrix.Sorted, criterion => criterion.Id);
        Ideal = new Figures<DecisionCriterion>(criteria, ideal);
        AntiIdeal = new Figures<DecisionCriterion>(criteria, antiIdeal);
        ToIdeal = new Figures<Candidate>(matrix.Ids, toIdeal);
        ToAntiIdeal = new Figures<Candidate>(matrix.Ids, toAntiIdeal);
    }

    /// <summary>Gets the ideal: the best weighted scaled value of each criterion (the smallest, for a cost that is not turned by its reciprocal).</summary>
    public Figures<DecisionCriterion> Ideal { get; }

    /// <summary>Gets the anti-ideal: the worst weighted scaled value of each criterion.</summary>
    public Figures<DecisionCriterion> AntiIdeal { get; }

    /// <summary>Gets the Euclidean distance of each candidate to the ideal.</summary>
    public Figures<Candidate> ToIdeal { get; }

    /// <summary>Gets the Euclidean distance of each candidate to the anti-ideal.</summary>
    public Figures<Candidate> ToAntiIdeal { get; }
}
