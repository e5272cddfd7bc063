namespace ChannelModel.Scoring;

/// <summary>The two halves of a WASPAS score.</summary>
public sealed class WaspasDetail : RankingDetail
{
    internal WaspasDetail(NormalisedMatrix normalised, double[] sums, double[] products)
    {
        Normalised = normalised;
        Sums = new Figures<Candidate>(normalised.Matrix.Ids, sums);
        Products = new Figures<Candidate>(normalised.Matrix.Ids, products);
    }

    /// <summary>Gets the scaled values; 0 for criteria of weight 0.</summary>
    public NormalisedMatrix Normalised { get; }

    /// <summary>Gets the weighted sum of each candidate.</summary>
    public Figures<Candidate> Sums { get; }

    /// <summary>Gets the weighted product of each candidate.</summary>
    public Figures<Candidate> Products { get; }
}
