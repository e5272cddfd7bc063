using System.Collections.Generic;

namespace ChannelModel.Scoring.Methods;

/// <summary>The standard deviation of scaled values.</summary>
internal sealed class DeviationWeighting : WeightingMethod
{
    private readonly Normalisation _normalisation;
    private readonly int _ddof;

    public DeviationWeighting(Normalisation normalisation, int ddof)
        : base($"standard deviation ({normalisation})")
    {
        _normalisation = normalisation;
        _ddof = ddof;
    }

    internal override double[] Importance(DecisionMatrix matrix, List<MatrixError> errors)
    {
        var importance = new double[matrix.Sorted.Length];
        if (!Compares(matrix, errors))
        {
            return importance;
        }

        for (int j = 0; j < importance.Length; j++)
        {
            importance[j] = Column.Spread(_normalisation.Scale(matrix, j, directed: true, errors), _ddof).Deviation;
        }

        return importance;
    }
}
