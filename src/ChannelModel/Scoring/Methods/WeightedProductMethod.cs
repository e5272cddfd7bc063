using System;

namespace ChannelModel.Scoring.Methods;

/// <summary>The product of scaled value ^ weight, through logarithms.</summary>
internal sealed class WeightedProductMethod : RankingMethod
{
    private readonly Normalisation _normalisation;

    public WeightedProductMethod(Normalisation normalisation)
        : base(RankingMethodKind.WeightedProduct, $"weighted product ({normalisation})", normalisation.IsRelative, higherIsBetter: true)
    {
        _normalisation = normalisation;
    }

    public override Normalisation? Normalisation => _normalisation;

    internal override RankingOutcome Compute(RankingTask task)
    {
        double[][] columns = task.Scale(_normalisation);
        double[] logs = task.LogProduct(columns);
        return new RankingOutcome(Array.ConvertAll(logs, Math.Exp), new WeightedProductDetail(new NormalisedMatrix(task.Matrix, _normalisation, columns), logs));
    }
}
