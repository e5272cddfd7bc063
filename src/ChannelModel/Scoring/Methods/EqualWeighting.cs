using System;
using System.Collections.Generic;

namespace ChannelModel.Scoring.Methods;

/// <summary>1 for each.</summary>
internal sealed class EqualWeighting : WeightingMethod
{
    public EqualWeighting()
        : base("equal weights")
    {
    }

    internal override double[] Importance(DecisionMatrix matrix, List<MatrixError> errors) => Array.ConvertAll(matrix.Sorted, _ => 1d);
}
