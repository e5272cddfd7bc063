using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Scoring;

/// <summary>How much each criterion counts.</summary>
/// <remarks>
/// <para>Range: finite, 0 to 10^9, not all 0. The weights are divided by their sum (taken in the order of ids), unless they are made by <see cref="AsGiven"/>.</para>
/// <para>Weighted sum, weighted product and WASPAS scores change with the sum of the weights; the order by any method does not, but for weighted sums inside WASPAS.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
#pragma warning disable CA1043 // an id is what its type identifies; text is accepted beside it
public sealed class CriterionWeights : IReadOnlyCollection<KeyValuePair<Id<DecisionCriterion>, double>>
{
    private const double Largest = 1e9;
    private readonly Figures<DecisionCriterion> _figures;

    private CriterionWeights(Id<DecisionCriterion>[] ids, double[] weights, bool isAsGiven)
    {
        _figures = new Figures<DecisionCriterion>(ids, weights);
        IsAsGiven = isAsGiven;
    }

    /// <inheritdoc/>
    public int Count => _figures.Count;

    /// <summary>Gets a value indicating whether the weights are used as given, whatever their sum.</summary>
    public bool IsAsGiven { get; }

    /// <summary>Gets the ids of the criteria, in ordinal order.</summary>
    public IReadOnlyList<Id<DecisionCriterion>> Criteria => _figures.Ids;

    internal ReadOnlySpan<double> Values => _figures.Values;

    /// <summary>Gets the weight of a criterion.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The weight.</returns>
    /// <exception cref="ArgumentException">There is no such criterion.</exception>
    public double this[Id<DecisionCriterion> criterion] => _figures[criterion];

    /// <summary>Gets the weight of a criterion whose id is written as text.</summary>
    /// <param name="criterion">The id's text.</param>
    /// <returns>The weight.</returns>
    /// <exception cref="ArgumentException">There is no such criterion.</exception>
    public double this[string criterion] => _figures[criterion];

    /// <summary>Makes weights from their proportions; they are divided by their sum.</summary>
    /// <param name="weights">The criterion and its proportion, such as 3 against 2.</param>
    /// <returns>The weights, with the sum 1.</returns>
    /// <exception cref="ArgumentException">A criterion occurs twice, a weight is negative, too large or not a number, or all are 0.</exception>
    public static CriterionWeights Of(params (string Criterion, double Weight)[] weights) => Make(weights, asGiven: false);

    /// <summary>Makes weights that are used as they are, for comparison with published tables whose weights do not add up to 1.</summary>
    /// <param name="weights">The criterion and its weight.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentException">A criterion occurs twice, a weight is negative, too large or not a number, or all are 0.</exception>
    public static CriterionWeights AsGiven(params (string Criterion, double Weight)[] weights) => Make(weights, asGiven: true);

    /// <summary>Takes shares that add up to 1 already and leaves every digit as it is, so that weights that were stored are read back to the last bit.</summary>
    /// <param name="shares">The criterion and its share.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentException">A criterion occurs twice, a share is negative or not a number, or the sum is further from 1 than 10^-9.</exception>
    public static CriterionWeights OfShares(params (string Criterion, double Share)[] shares)
    {
        CriterionWeights weights = Make(shares, asGiven: true);
        double sum = 0d;
        foreach (double share in weights.Values)
        {
            sum += share;
        }

        return Math.Abs(sum - 1d) <= 1e-9
            ? new CriterionWeights([.. weights.Criteria], weights.Values.ToArray(), isAsGiven: false)
            : throw new ArgumentException($"The shares add up to {MatrixError.Format(sum)}; expected 1.", nameof(shares));
    }

    /// <summary>Takes the priorities of the analytic hierarchy process.</summary>
    /// <param name="priorities">The priorities.</param>
    /// <returns>The weights, with the sum 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="priorities"/> is <see langword="null"/>.</exception>
    public static CriterionWeights Of(AhpPriorities<DecisionCriterion> priorities)
    {
        Guard.Against.Null(priorities);
        return new CriterionWeights([.. priorities.Weights.Ids], priorities.Weights.Values.ToArray(), isAsGiven: false);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<Id<DecisionCriterion>, double>> GetEnumerator() => _figures.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Checks weights and makes them, or adds what is wrong to the errors. The ids are distinct.</summary>
    internal static CriterionWeights? Create(IEnumerable<KeyValuePair<Id<DecisionCriterion>, double>> weights, bool asGiven, List<MatrixError> errors)
    {
        KeyValuePair<Id<DecisionCriterion>, double>[] sorted = weights.OrderBy(pair => pair.Key).ToArray();
        int before = errors.Count;
        double sum = 0d;
        foreach (KeyValuePair<Id<DecisionCriterion>, double> pair in sorted)
        {
            // Written so that NaN is caught too.
            if (!(pair.Value >= 0d && pair.Value <= Largest))
            {
                errors.Add(new MatrixError($"criterion '{pair.Key}' has the weight {MatrixError.Format(pair.Value)}; expected a number from 0 to 10^9", pair.Key, null, pair.Value));
            }

            sum += pair.Value;
        }

        if (errors.Count == before && !(sum > 0d))
        {
            errors.Add(new MatrixError("the weights are all 0; expected at least one above 0"));
        }

        return errors.Count > before ? null : Trusted(Array.ConvertAll(sorted, pair => pair.Key), Array.ConvertAll(sorted, pair => asGiven ? pair.Value : pair.Value / sum), asGiven);
    }

    /// <summary>Trusts its arguments: distinct ids in order, legal weights of sum 1 (or as given).</summary>
    internal static CriterionWeights Trusted(Id<DecisionCriterion>[] ids, double[] weights, bool isAsGiven) => new(ids, weights, isAsGiven);

    private static CriterionWeights Make((string Criterion, double Weight)[] weights, bool asGiven)
    {
        Guard.Against.Null(weights);
        var pairs = Array.ConvertAll(weights, pair => new KeyValuePair<Id<DecisionCriterion>, double>(new Id<DecisionCriterion>(pair.Criterion), pair.Weight));
        var errors = new List<MatrixError>();
        foreach (IGrouping<Id<DecisionCriterion>, double> twice in pairs.GroupBy(pair => pair.Key, pair => pair.Value).Where(group => group.Count() > 1))
        {
            errors.Add(new MatrixError($"criterion '{twice.Key}' has {twice.Count()} weights; expected one", twice.Key));
        }

        CriterionWeights? made = Create(pairs, asGiven, errors);
        return errors.Count == 0 && made is not null ? made : throw new ArgumentException(string.Join(" | ", errors), nameof(weights));
    }
}
