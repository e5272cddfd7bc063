using System;
using System.Collections.Generic;

namespace ChannelModel.Scoring.Methods;

/// <summary>Standard deviation x sum of (1 - correlation), on values turned so that more is better. Constant criteria take no part.</summary>
internal sealed class CriticWeighting : WeightingMethod
{
    // What is nearer to a correlation of 1 than this is rounding; without the limit, its noise would become weights.
    private const double Noise = 1e-12;
    private readonly Correlation _correlation;
    private readonly bool _scale;

    public CriticWeighting(Correlation correlation, bool scale)
        : base($"CRITIC ({correlation}{(scale ? string.Empty : ", unscaled")})")
    {
        _correlation = correlation;
        _scale = scale;
    }

    internal override double[] Importance(DecisionMatrix matrix, List<MatrixError> errors)
    {
        int m = matrix.Sorted.Length;
        var importance = new double[m];
        if (!Compares(matrix, errors))
        {
            return importance;
        }

        var values = new double[m][];
        var compared = new double[m][];
        var deviations = new double[m];
        var own = new double[m];
        int spread = 0;
        for (int j = 0; j < m; j++)
        {
            values[j] = (_scale ? Normalisation.MinMax : Normalisation.None).Scale(matrix, j, directed: true, errors);
            deviations[j] = Column.Spread(values[j], 0).Deviation;
            compared[j] = _correlation == Correlation.Spearman ? Column.AverageRanks(values[j]) : values[j];
            own[j] = Column.Spread(compared[j], 0).Deviation;
            spread += deviations[j] > 0d ? 1 : 0;
        }

        for (int j = 0; j < m; j++)
        {
            double conflict = spread == 1 ? 1d : 0d;
            for (int k = 0; k < m; k++)
            {
                if (k != j && deviations[k] > 0d && deviations[j] > 0d)
                {
                    double apart = 1d - Correlate(compared[j], own[j], compared[k], own[k]);
                    conflict += apart < Noise ? 0d : apart;
                }
            }

            importance[j] = deviations[j] * conflict;
        }

        return importance;
    }

    private static double Correlate(double[] x, double xDeviation, double[] y, double yDeviation)
    {
        double xMean = Column.Spread(x, 0).Mean;
        double yMean = Column.Spread(y, 0).Mean;
        double sum = 0d;
        for (int i = 0; i < x.Length; i++)
        {
            sum += ((x[i] - xMean) / xDeviation) * ((y[i] - yMean) / yDeviation);
        }

        return Math.Min(1d, Math.Max(-1d, sum / x.Length));
    }
}
