using System;
using System.Collections.Generic;

namespace ChannelModel.Scoring.Methods;

/// <summary>What a method works on, and where it leaves errors and remarks.</summary>
internal sealed class RankingTask
{
    private readonly bool _all;

    /// <summary>Initializes a new instance of the <see cref="RankingTask"/> class.</summary>
    /// <param name="matrix">What is ranked.</param>
    /// <param name="all">Whether figures are wanted for criteria of weight 0 too, as if they could get a weight.</param>
    public RankingTask(DecisionMatrix matrix, bool all = false)
    {
        _all = all;
        Matrix = matrix;
        Weights = matrix.Weights.Values.ToArray();
        Count = matrix.Ids.Length;
    }

    public DecisionMatrix Matrix { get; }

    /// <summary>Gets the weights, in the order of the sorted criteria.</summary>
    public double[] Weights { get; }

    public int Count { get; }

    public List<MatrixError> Errors { get; } = [];

    public List<RankingDiagnostic> Diagnostics { get; } = [];

    /// <summary>Whether figures are wanted for a criterion.</summary>
    public bool Counts(int j) => _all || Weights[j] > 0d;

    /// <summary>Scales every criterion that counts; the others are zeros.</summary>
    public double[][] Scale(Normalisation normalisation)
    {
        var columns = new double[Weights.Length][];
        for (int j = 0; j < columns.Length; j++)
        {
            columns[j] = Counts(j) ? normalisation.Scale(Matrix, j, directed: true, Errors) : new double[Count];
        }

        return columns;
    }

    /// <summary>The weighted sum of columns, criterion after criterion.</summary>
    public double[] Sum(double[][] columns)
    {
        var sums = new double[Count];
        for (int j = 0; j < columns.Length; j++)
        {
            double weight = Weights[j];
            if (weight > 0d)
            {
                double[] column = columns[j];
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i] += weight * column[i];
                }
            }
        }

        return sums;
    }

    /// <summary>The logarithms of weighted products; minus infinity where a factor is 0. Checks that no factor is negative.</summary>
    public double[] LogProduct(double[][] columns)
    {
        var logs = new double[Count];
        for (int j = 0; j < columns.Length; j++)
        {
            double weight = Weights[j];
            if (!(weight > 0d))
            {
                continue;
            }

            DecisionCriterion criterion = Matrix.Sorted[j];
            double[] column = columns[j];
            int zeros = 0;
            for (int i = 0; i < logs.Length; i++)
            {
                if (column[i] < 0d)
                {
                    double value = Matrix.Columns[j][i];
                    Errors.Add(new MatrixError(
                        $"criterion '{criterion.Id}' has {MatrixError.Format(value)} for '{Matrix.Ids[i]}', which is {MatrixError.Format(column[i])} when scaled; a product needs values of 0 or more; use a weighted sum or fixed bounds",
                        criterion.Id,
                        Matrix.Ids[i],
                        value));
                    break;
                }

                zeros += column[i] == 0d ? 1 : 0;
                logs[i] += weight * Math.Log(column[i]);
            }

            if (zeros > 0)
            {
                Diagnostics.Add(new RankingDiagnostic(RankingDiagnosticKind.ZeroInProduct, criterion.Id, new LocalText(
                    $"{criterion.Name.En} is 0 when scaled for {zeros} of {Count} candidates, which makes their products 0.",
                    $"{criterion.Name.In(Language.SimplifiedChinese)}归一化后对{Count}个候选中的{zeros}个为0，其乘积因此为0。")));
            }
        }

        return logs;
    }
}
