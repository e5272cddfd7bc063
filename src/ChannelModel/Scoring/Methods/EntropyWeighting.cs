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

            // 1 - entropy / ln n is the mean of (1 + d) ln(1 + d) - d over ln n, with d the distance of each value from the mean in proportion to it. No term is negative, so that nothing cancels
            // where a criterion is nearly constant.
            double mean = Column.Spread(x, 0).Mean;
            double sum = 0d;
            foreach (double value in x)
            {
                sum += Term((value - mean) / mean);
            }

            importance[j] = sum / (x.Length * Math.Log(x.Length));
        }

        return importance;
    }
    private static double Term(double d)
    {
        if (Math.Abs(d) > 0.01)
        {
            return d <= -1d ? 1d : ((1d + d) * Math.Log(1d + d)) - d;
        }

        // The series d^2 / (1 x 2) - d^3 / (2 x 3) + d^4 / (3 x 4) - ..., by Horner's rule.
        double tail = 0d;
        for (int k = 10; k >= 2; k--)
        {
            tail = (1d / (k * (k - 1))) - (d * tail);
        }

        return d * d * tail;
    }
}
