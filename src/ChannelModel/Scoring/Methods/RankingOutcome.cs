namespace ChannelModel.Scoring.Methods;

/// <summary>What a method has found: a score for each candidate in the order of ids, and how.</summary>
internal sealed class RankingOutcome
{
    public RankingOutcome(double[] scores, RankingDetail detail, double[][]? parts = null)
    {
        Scores = scores;
        Detail = detail;
        Parts = parts;
    }

    public double[] Scores { get; }

    public RankingDetail Detail { get; }

    /// <summary>Gets columns whose weighted sum is the score, for methods that are linear in the weights; else null.</summary>
    public double[][]? Parts { get; }
}
