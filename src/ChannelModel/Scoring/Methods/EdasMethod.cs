namespace ChannelModel.Scoring.Methods;

/// <summary>Weighted distances from the average, better and worse, each in proportion to the largest.</summary>
internal sealed class EdasMethod : RankingMethod
{
    public EdasMethod()
        : base(RankingMethodKind.Edas, "EDAS", isRelative: true, higherIsBetter: true)
    {
    }

    internal override RankingOutcome Compute(RankingTask task)
    {
        DecisionMatrix matrix = task.Matrix;
        var averages = new double[task.Weights.Length];
        var above = new double[task.Count];
        var below = new double[task.Count];
        for (int j = 0; j < averages.Length; j++)
        {
            double[] x = matrix.Columns[j];
            DecisionCriterion criterion = matrix.Sorted[j];
            double average = Column.Spread(x, 0).Mean;
            averages[j] = average;
            double weight = task.Weights[j];
            if (!(weight > 0d))
            {
                continue;
            }

            if (!(average > 0d))
            {
                task.Errors.Add(new MatrixError(
                    $"criterion '{criterion.Id}' has the average {MatrixError.Format(average)}; EDAS divides by it and needs an average above 0; use a weighted sum over fixed bounds, or PROMETHEE", criterion.Id, null, average));
                continue;
            }

            for (int i = 0; i < x.Length; i++)
            {
                double better = criterion.IsHigher ? x[i] - average : average - x[i];
                if (better > 0d)
                {
                    above[i] += weight * (better / average);
                }
                else
                {
                    below[i] += weight * ((0d - better) / average);
                }
            }
        }

        double mostAbove = Column.Range(above).High;
        double mostBelow = Column.Range(below).High;
        var scores = new double[task.Count];
        for (int i = 0; i < scores.Length; i++)
        {
            double good = mostAbove == 0d ? 0d : above[i] / mostAbove;
            double bad = mostBelow == 0d ? 0d : below[i] / mostBelow;
            scores[i] = (good + (1d - bad)) / 2d;
        }

        return new RankingOutcome(scores, new EdasDetail(matrix, averages, above, below));
    }
}
