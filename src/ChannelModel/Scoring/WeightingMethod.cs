using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using ChannelModel.Scoring.Methods;

namespace ChannelModel.Scoring;

/// <summary>A way to find the weights of a matrix's criteria: by their order of importance, or by how the data spread.</summary>
/// <remarks>
/// <para>Weights from data (entropy, CRITIC, standard deviation) say which criteria tell the candidates apart, not which matter; use them where nobody can say what matters. Weights that people judge come from
/// <see cref="CriterionWeights.Of(ValueTuple{string, double}[])"/>, <see cref="RankOrderCentroid"/> or <see cref="PairwiseJudgements{T}"/>.</para>
/// <para>All but entropy, which goes through a logarithm and agrees to 10^-12, give the same bits on every runtime.</para>
/// <para>A closed set. Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public abstract class WeightingMethod
{
    private protected WeightingMethod(string name)
    {
        Name = name;
    }

    /// <summary>Gets equal weights.</summary>
    public static WeightingMethod Equal { get; } = new EqualWeighting();

    /// <summary>Gets entropy: a criterion weighs more, the less evenly it is spread over the candidates. Values of 0 or more; directions do not matter.</summary>
    public static WeightingMethod Entropy { get; } = new EntropyWeighting();

    /// <summary>Gets the name with its variant, such as <c>CRITIC (Pearson)</c>.</summary>
    public string Name { get; }

    /// <summary>Makes rank-order centroid weights: of m criteria, the k-th in importance weighs (1/k + ... + 1/m) / m. Cheap to ask for, hard to get wrong.</summary>
    /// <param name="fromMostImportant">The ids of all criteria, the most important one first.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException">There are none, one is not an id, or one occurs twice.</exception>
    public static WeightingMethod RankOrderCentroid(params string[] fromMostImportant) => new CentroidWeighting(Guard.Against.Null(fromMostImportant));

    /// <summary>Makes CRITIC: a criterion weighs more, the more it spreads, and the less it is correlated with the others. Directions count: a cost is turned first.</summary>
    /// <param name="correlation">The correlation.</param>
    /// <param name="scale">Whether values are scaled by min-max first; without it, criteria in small units weigh nothing.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="correlation"/> is not defined.</exception>
    public static WeightingMethod Critic(Correlation correlation = Correlation.Pearson, bool scale = true) =>
        correlation is Correlation.Pearson or Correlation.Spearman
            ? new CriticWeighting(correlation, scale)
            : throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "Expected a defined correlation.");

    /// <summary>Makes weights in proportion to the standard deviation of the scaled values.</summary>
    /// <param name="normalisation">How values are scaled; <see cref="Normalisation.MinMax"/> unless named.</param>
    /// <param name="ddof">What is subtracted from the number of candidates in the variance, 0 or 1; it cancels in the weights.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ddof"/> is neither.</exception>
    public static WeightingMethod StandardDeviation(Normalisation? normalisation = null, int ddof = 0) => new DeviationWeighting(normalisation ?? Normalisation.MinMax, Column.CheckDdof(ddof));

    /// <summary>Finds the weights.</summary>
    /// <param name="matrix">The matrix; its own weights do not count.</param>
    /// <returns>The weights, with the sum 1; use them by <see cref="DecisionMatrix.WithWeights"/>.</returns>
    /// <exception cref="ArgumentException">The method cannot use the matrix; the message names criterion, candidate and value.</exception>
    public CriterionWeights Weigh(DecisionMatrix matrix) => TryWeigh(matrix, out CriterionWeights? weights, out IReadOnlyList<MatrixError> errors)
        ? weights
        : throw new ArgumentException($"{Name} cannot weigh the matrix: {string.Join(" | ", errors)}", nameof(matrix));

    /// <summary>Finds the weights, if the method can.</summary>
    /// <param name="matrix">The matrix; its own weights do not count.</param>
    /// <param name="weights">The weights, or <see langword="null"/>.</param>
    /// <param name="errors">All that the method cannot use.</param>
    /// <returns>Whether there are weights.</returns>
    public bool TryWeigh(DecisionMatrix matrix, [NotNullWhen(true)] out CriterionWeights? weights, out IReadOnlyList<MatrixError> errors)
    {
        Guard.Against.Null(matrix);
        var found = new List<MatrixError>();
        errors = found;
        weights = null;
        double[] importance = Importance(matrix, found);
        if (found.Count > 0)
        {
            return false;
        }

        double sum = 0d;
        foreach (double value in importance)
        {
            sum += value;
        }

        if (!(sum > 0d))
        {
            found.Add(new MatrixError($"by {Name} no criterion tells the candidates apart in a way of its own; use equal weights, or leave out criteria that say the same"));
            return false;
        }

        weights = CriterionWeights.Trusted(Array.ConvertAll(matrix.Sorted, criterion => criterion.Id), Array.ConvertAll(importance, value => value / sum), isAsGiven: false);
        return true;
    }

    /// <summary>Returns the name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;

    /// <summary>How much each of the sorted criteria counts, in any proportion; not negative.</summary>
    internal abstract double[] Importance(DecisionMatrix matrix, List<MatrixError> errors);

    private protected bool Compares(DecisionMatrix matrix, List<MatrixError> errors)
    {
        if (matrix.Ids.Length < 2)
        {
            errors.Add(new MatrixError($"there is one candidate; {Name} looks at how candidates differ and needs two or more"));
        }

        return matrix.Ids.Length > 1;
    }
}
