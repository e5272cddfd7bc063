namespace ChannelModel.Scoring.Methods;

/// <summary>The sum of weight x scaled value.</summary>
internal sealed class WeightedSumMethod : RankingMethod
{
    private readonly Normalisation _normalisation;

    public WeightedSumMethod(Normalisation normalisation)
        : base(RankingMethodKind.WeightedSum, $"weighted sum ({normalisation})", normalisation.IsRelative, higherIsBetter: true)
    {
        _normalisation = normalisation;
    }

    public override Normalisation? Normalisation => _normalisation;

    internal override RankingOutcome Compute(RankingTask task)
    {
        double[][] columns = task.Scale(_normalisation);
        return new RankingOutcome(task.Sum(columns), new WeightedSumDetail(new NormalisedMatrix(task.Matrix, _normalisation, columns)), columns);
    }
}
