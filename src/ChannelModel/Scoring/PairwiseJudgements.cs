using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Scoring.Methods;

namespace ChannelModel.Scoring;

/// <summary>Judgements of the analytic hierarchy process (AHP): how many times each item is preferred to each other.</summary>
/// <typeparam name="T">What is judged: <see cref="DecisionCriterion"/> for weights, <see cref="Candidate"/> for candidates by one criterion.</typeparam>
/// <remarks>
/// <para>Range: each ratio from 10^-6 to 10^6; the usual scale is 1/9 to 9. The ratio of b to a is the reciprocal of that of a to b.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class PairwiseJudgements<T>
{
    private const double Smallest = 1e-6;
    private const double Largest = 1e6;
    private readonly Id<T>[] _ids;
    private readonly double[][] _ratios;

    private PairwiseJudgements(Id<T>[] ids, double[][] ratios)
    {
        _ids = ids;
        _ratios = ratios;
    }

    /// <summary>Gets the items, in the ordinal order of their ids.</summary>
    public IReadOnlyList<Id<T>> Items => _ids;

    /// <summary>Starts with items that are not compared yet.</summary>
    /// <param name="items">The ids.</param>
    /// <returns>Judgements to be completed by <see cref="Prefer"/>.</returns>
    /// <exception cref="ArgumentException">There are none, one is not an id, or one occurs twice.</exception>
    public static PairwiseJudgements<T> Of(params string[] items)
    {
        Guard.Against.Null(items);
        Id<T>[] ids = items.Select(item => new Id<T>(item)).OrderBy(id => id).ToArray();
        if (ids.Length == 0 || ids.Distinct().Count() != ids.Length)
        {
            throw new ArgumentException($"The items are {string.Join(", ", items.Select(item => $"'{item}'"))}; expected each once, and at least one.", nameof(items));
        }

        return new PairwiseJudgements<T>(ids, ids.Select((_, i) => ids.Select((_, j) => i == j ? 1d : 0d).ToArray()).ToArray());
    }

    /// <summary>Takes a whole table.</summary>
    /// <param name="items">The ids, in the order of rows and columns.</param>
    /// <param name="ratios">A row for each item: how many times it is preferred to each other.</param>
    /// <returns>The judgements.</returns>
    /// <exception cref="ArgumentException">The table is not square, a ratio is out of range, or two ratios that face each other are not reciprocal (within 10^-3 of their product being 1).</exception>
    public static PairwiseJudgements<T> OfTable(IReadOnlyList<string> items, IReadOnlyList<double[]> ratios)
    {
        Guard.Against.Null(items);
        Guard.Against.Null(ratios);
        PairwiseJudgements<T> made = Of([.. items]);
        if (ratios.Count != items.Count || ratios.Any(row => row is null || row.Length != items.Count))
        {
            throw new ArgumentException($"The table has {ratios.Count} rows; expected {items.Count} rows of {items.Count} ratios.", nameof(ratios));
        }

        const double Slack = 1e-3;
        for (int i = 0; i < items.Count; i++)
        {
            for (int j = i; j < items.Count; j++)
            {
                double product = ratios[i][j] * ratios[j][i];
                if (!(Math.Abs(product - 1d) <= Slack) || (i == j && ratios[i][i] != 1d))
                {
                    throw new ArgumentException(
                        $"'{items[i]}' to '{items[j]}' is {MatrixError.Format(ratios[i][j])}, the other way round {MatrixError.Format(ratios[j][i])}; expected the reciprocal, and 1 on the diagonal.", nameof(ratios));
                }

                if (i != j)
                {
                    int a = Figures<T>.Position(made._ids, new Id<T>(items[i]));
                    int b = Figures<T>.Position(made._ids, new Id<T>(items[j]));
                    made._ratios[a][b] = Check(ratios[i][j], items[i], items[j]);
                    made._ratios[b][a] = Check(ratios[j][i], items[j], items[i]);
                }
            }
        }

        return made;
    }

    /// <summary>Adds or replaces a judgement.</summary>
    /// <param name="item">The item.</param>
    /// <param name="over">The other item.</param>
    /// <param name="times">How many times <paramref name="item"/> is preferred: 1 equal, 3 moderately, 5 strongly, 9 extremely; a fraction where it is the lesser.</param>
    /// <returns>Judgements with this one.</returns>
    /// <exception cref="ArgumentException">An item is unknown, or both are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is out of range.</exception>
    public PairwiseJudgements<T> Prefer(string item, string over, double times)
    {
        int a = Figures<T>.Position(_ids, new Id<T>(item));
        int b = Figures<T>.Position(_ids, new Id<T>(over));
        if (a == b)
        {
            throw new ArgumentException($"'{item}' is compared with itself; expected two items.", nameof(over));
        }

        Check(times, item, over);
        double[][] ratios = Array.ConvertAll(_ratios, row => (double[])row.Clone());
        ratios[a][b] = times;
        ratios[b][a] = 1d / times;
        return new PairwiseJudgements<T>(_ids, ratios);
    }

    /// <summary>Finds the priorities, and how far the judgements contradict one another.</summary>
    /// <param name="by">How.</param>
    /// <param name="randomIndex">The mean consistency index of random judgements; Saaty's table for up to 15 items unless given.</param>
    /// <returns>The priorities.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is not defined, or the index is not above 0.</exception>
    /// <exception cref="InvalidOperationException">A pair is not judged, or there are more than 15 items and no random index is given.</exception>
    public AhpPriorities<T> Prioritise(Prioritisation by = Prioritisation.Eigenvector, double? randomIndex = null)
    {
        if (by is < Prioritisation.Eigenvector or > Prioritisation.ColumnMean)
        {
            throw new ArgumentOutOfRangeException(nameof(by), by, "Expected a defined prioritisation.");
        }

        if (randomIndex is double index && !(index > 0d && index <= Largest))
        {
            throw new ArgumentOutOfRangeException(nameof(randomIndex), randomIndex, "Expected an index above 0.");
        }

        for (int i = 0; i < _ids.Length; i++)
        {
            int open = Array.IndexOf(_ratios[i], 0d);
            if (open >= 0)
            {
                throw new InvalidOperationException($"'{_ids[i]}' is not compared with '{_ids[open]}'; expected a judgement of every pair.");
            }
        }

        if (randomIndex is null && _ids.Length > Ahp.LargestTable)
        {
            throw new InvalidOperationException($"There are {_ids.Length} items; expected up to {Ahp.LargestTable}, or a random index from a table you trust.");
        }

        double[] weights = Ahp.Priorities(_ratios, by);
        return new AhpPriorities<T>(_ids, _ratios, weights, by, randomIndex ?? Ahp.RandomIndex(_ids.Length));
    }

    private static double Check(double ratio, string item, string over) =>
        ratio >= Smallest && ratio <= Largest
            ? ratio
            : throw new ArgumentOutOfRangeException(nameof(ratio), ratio, $"The ratio of '{item}' to '{over}' is out of range; expected 10^-6 to 10^6.");
}
