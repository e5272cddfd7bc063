using System;
using System.Linq;

namespace ChannelModel.Scoring.Methods;

/// <summary>The arithmetic of the analytic hierarchy process.</summary>
internal static class Ahp
{
    private const int MaxSteps = 100_000;

    // Saaty's random indices for 1 to 15 items, as printed in most textbooks.
    private static readonly double[] RandomIndices = [0d, 0d, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

    public static int LargestTable => RandomIndices.Length;

    public static double RandomIndex(int items) => RandomIndices[items - 1];

    public static double[] Priorities(double[][] ratios, Prioritisation by) => by switch
    {
        Prioritisation.Eigenvector => Eigenvector(ratios),
        Prioritisation.GeometricMean => Divide(Array.ConvertAll(ratios, row => Math.Exp(row.Select(ratio => Math.Log(ratio)).Aggregate(0d, (sum, log) => sum + log) / row.Length))),
        _ => ColumnMean(ratios),
    };

    /// <summary>(A w) / w, item by item: all equal to n where the judgements are consistent.</summary>
    public static double[] Consistency(double[][] ratios, double[] weights) => Multiply(ratios, weights).Select((value, i) => value / weights[i]).ToArray();

    /// <summary>A matrix of positive numbers has one largest eigenvalue, and its powers converge to the eigenvector from any start.</summary>
    private static double[] Eigenvector(double[][] ratios)
    {
        double[] weights = ColumnMean(ratios);
        for (int step = 0; step < MaxSteps; step++)
        {
            double[] next = Divide(Multiply(ratios, weights));
            double change = 0d;
            for (int i = 0; i < next.Length; i++)
            {
                change = Math.Max(change, Math.Abs(next[i] - weights[i]) / next[i]);
            }

            weights = next;
            if (change <= 1e-15)
            {
                break;
            }
        }

        return weights;
    }

    private static double[] ColumnMean(double[][] ratios)
    {
        var means = new double[ratios.Length];
        for (int j = 0; j < ratios.Length; j++)
        {
            double sum = 0d;
            foreach (double[] row in ratios)
            {
                sum += row[j];
            }

            for (int i = 0; i < ratios.Length; i++)
            {
                means[i] += ratios[i][j] / sum;
            }
        }

        return Divide(means);
    }

    private static double[] Multiply(double[][] ratios, double[] weights)
    {
        var products = new double[weights.Length];
        for (int i = 0; i < products.Length; i++)
        {
            for (int j = 0; j < weights.Length; j++)
            {
                products[i] += ratios[i][j] * weights[j];
            }
        }

        return products;
    }

    private static double[] Divide(double[] values)
    {
        double sum = 0d;
        foreach (double value in values)
        {
            sum += value;
        }

        return Array.ConvertAll(values, value => value / sum);
    }
}
