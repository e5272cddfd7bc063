using System;
using System.Globalization;

namespace ChannelModel.Scoring.Methods;

/// <summary>A share of the weighted sum and the rest of the weighted product.</summary>
internal sealed class WaspasMethod : RankingMethod
{
    private readonly Normalisation _normalisation;
    private readonly double _share;

    public WaspasMethod(double share, Normalisation normalisation)
        : base(RankingMethodKind.Waspas, string.Format(CultureInfo.InvariantCulture, "WASPAS ({0}, {1})", share, normalisation), normalisation.IsRelative, higherIsBetter: true)
    {
        _normalisation = normalisation;
        _share = share;
    }

    public override Normalisation? Normalisation => _normalisation;

    public override double? Share => _share;

    internal override RankingOutcome Compute(RankingTask task)
    {
        double[][] columns = task.Scale(_normalisation);
        double[] sums = task.Sum(columns);
        double[] products = Array.ConvertAll(task.LogProduct(columns), Math.Exp);
        var scores = new double[sums.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = (_share * sums[i]) + ((1d - _share) * products[i]);
        }

        return new RankingOutcome(scores, new WaspasDetail(new NormalisedMatrix(task.Matrix, _normalisation, columns), sums, products));
    }
}
