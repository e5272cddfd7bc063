using System;
using System.Collections.Generic;

namespace ChannelModel.Scoring.Methods;

/// <summary>1 - entropy of the shares of the sum, over that of equal shares.</summary>
internal sealed class EntropyWeighting : WeightingMethod
{
    public EntropyWeighting()
        : base("entropy")
    {
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
            double[] x = matrix.Columns[j];
            (double low, double high) = Column.Range(x);
            if (!Column.Demand(matrix, matrix.Sorted[j], x, value => value >= 0d, "entropy needs values of 0 or more; use CRITIC or standard deviation", errors) || low == high)
            {
                continue;
            }

            double sum = 0d;
            foreach (double value in x)
            {
                sum += value;
            }

            double entropy = 0d;
            foreach (double value in x)
            {
                double share = value / sum;
                entropy -= share > 0d ? share * Math.Log(share) : 0d;
            }

            importance[j] = Math.Max(0d, 1d - (entropy / Math.Log(x.Length)));
        }

        return importance;
    }
}
