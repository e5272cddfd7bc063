using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Scoring;

/// <summary>Candidates compared by criteria: a row for each candidate, a column for each criterion, and the weights.</summary>
/// <remarks>
/// <para>Range: at least one candidate and one criterion; ids distinct; every value finite, and 0 or of a magnitude from 10^-100 to 10^100, so that no method can overflow. A value that is not known has no place
/// here: leave the candidate out, or judge it by a scorecard, which knows missing data.</para>
/// <para>Candidates stand in the ordinal order of their ids, whatever order they were added in, and every method sums in that order: no result depends on the order of rows, to the last bit. Methods go through criteria
/// in the order of their ids as well.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class DecisionMatrix
{
    private const double Smallest = 1e-100;
    private const double Largest = 1e100;

    private DecisionMatrix(DecisionCriterion[] criteria, DecisionCriterion[] sorted, CriterionWeights weights, Id<Candidate>[] ids, double[][] columns)
    {
        Criteria = criteria;
        Sorted = sorted;
        Weights = weights;
        Ids = ids;
        Columns = columns;
    }

    /// <summary>Gets the criteria, in the order in which they were added.</summary>
    public IReadOnlyList<DecisionCriterion> Criteria { get; }

    /// <summary>Gets the candidates, in the ordinal order of their ids.</summary>
    public IReadOnlyList<Id<Candidate>> Candidates => Ids;

    /// <summary>Gets the weights.</summary>
    public CriterionWeights Weights { get; }

    /// <summary>Gets the criteria in the order of their ids, as methods use them.</summary>
    internal DecisionCriterion[] Sorted { get; }

    /// <summary>Gets the candidates in the order of their ids. Nobody writes to it.</summary>
    internal Id<Candidate>[] Ids { get; }

    /// <summary>Gets a column for each of <see cref="Sorted"/>, in the order of <see cref="Ids"/>. Nobody writes to them.</summary>
    internal double[][] Columns { get; }

    /// <summary>Gets a value.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">There is no such candidate or criterion.</exception>
    public double this[Id<Candidate> candidate, Id<DecisionCriterion> criterion] => Columns[Place(criterion)][Figures<Candidate>.Position(Ids, candidate)];

    /// <summary>Starts a matrix.</summary>
    /// <returns>A builder.</returns>
    public static DecisionMatrixBuilder Define() => new();

    /// <summary>Makes a matrix of columns, the fast way for many candidates; the columns are copied.</summary>
    /// <param name="criteria">The criteria.</param>
    /// <param name="weights">The weights, for exactly these criteria; <see langword="null"/> for equal weights.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="columns">A column for each criterion, with a value for each candidate.</param>
    /// <param name="matrix">The matrix, or <see langword="null"/>.</param>
    /// <param name="errors">All that is wrong.</param>
    /// <returns>Whether nothing is wrong.</returns>
    /// <exception cref="ArgumentNullException">A list or one of its items is <see langword="null"/>.</exception>
    public static bool TryOfColumns(
        IReadOnlyList<DecisionCriterion> criteria,
        CriterionWeights? weights,
        IReadOnlyList<Id<Candidate>> candidates,
        IReadOnlyList<double[]> columns,
        [NotNullWhen(true)] out DecisionMatrix? matrix,
        out IReadOnlyList<MatrixError> errors)
    {
        Guard.Against.Null(criteria);
        Guard.Against.Null(candidates);
        Guard.Against.Null(columns);
        var found = new List<MatrixError>();
        errors = found;
        matrix = null;
        if (columns.Count != criteria.Count)
        {
            found.Add(new MatrixError($"there are {columns.Count} columns; expected {criteria.Count}, one for each criterion"));
            return false;
        }

        for (int j = 0; j < columns.Count; j++)
        {
            if (Guard.Against.Null(columns[j]).Length != candidates.Count)
            {
                found.Add(new MatrixError($"criterion '{criteria[j]}' has {columns[j].Length} values; expected {candidates.Count}, one for each candidate", criteria[j].Id));
            }
        }

        if (weights is not null && !Fits(weights, criteria, found))
        {
            return false;
        }

        if (found.Count > 0)
        {
            return false;
        }

        double[] given = criteria.Select(criterion => weights is null ? 1d : weights[criterion.Id]).ToArray();
        matrix = Create([.. criteria], given, weights?.IsAsGiven ?? false, [.. candidates], columns.Select(column => (double[])column.Clone()).ToArray(), found);
        if (matrix is not null && weights is not null)
        {
            matrix = new DecisionMatrix((DecisionCriterion[])matrix.Criteria, matrix.Sorted, weights, matrix.Ids, matrix.Columns);
        }

        return matrix is not null;
    }

    /// <summary>Gets the values of a criterion.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The value of each candidate.</returns>
    /// <exception cref="ArgumentException">There is no such criterion.</exception>
    public Figures<Candidate> Column(Id<DecisionCriterion> criterion) => new(Ids, Columns[Place(criterion)]);

    /// <summary>Replaces the weights.</summary>
    /// <param name="weights">The weights, for exactly the criteria of this matrix.</param>
    /// <returns>A matrix with the same values.</returns>
    /// <exception cref="ArgumentException">The weights are for other criteria.</exception>
    public DecisionMatrix WithWeights(CriterionWeights weights)
    {
        Guard.Against.Null(weights);
        var errors = new List<MatrixError>();
        return Fits(weights, Criteria, errors) ? new DecisionMatrix((DecisionCriterion[])Criteria, Sorted, weights, Ids, Columns) : throw new ArgumentException(Say(errors), nameof(weights));
    }

    /// <summary>Leaves a candidate out.</summary>
    /// <param name="candidate">The candidate; not the only one.</param>
    /// <returns>A matrix of the others.</returns>
    /// <exception cref="ArgumentException">There is no such candidate.</exception>
    /// <exception cref="InvalidOperationException">It is the only one.</exception>
    public DecisionMatrix Without(Id<Candidate> candidate)
    {
        int place = Figures<Candidate>.Position(Ids, candidate);
        return Ids.Length > 1
            ? new DecisionMatrix((DecisionCriterion[])Criteria, Sorted, Weights, Cut(Ids, place), Array.ConvertAll(Columns, column => Cut(column, place)))
            : throw new InvalidOperationException($"'{candidate}' is the only candidate; expected another to remain.");
    }

    /// <summary>Where a criterion stands among <see cref="Sorted"/>.</summary>
    internal int Place(Id<DecisionCriterion> criterion)
    {
        Guard.Against.Null(criterion);
        int place = Array.FindIndex(Sorted, other => other.Id == criterion);
        return place >= 0 ? place : throw new ArgumentException($"There is no criterion '{criterion}'; expected one of {string.Join(", ", Criteria)}.", nameof(criterion));
    }

    internal static string Say(IReadOnlyList<MatrixError> errors) =>
        $"The matrix has {errors.Count} error{(errors.Count == 1 ? string.Empty : "s")}: {string.Join(" | ", errors)}";

    /// <summary>Checks everything and makes the matrix; takes the columns over, and sorts them.</summary>
    internal static DecisionMatrix? Create(IReadOnlyList<DecisionCriterion> criteria, IReadOnlyList<double> weights, bool keepWeights, Id<Candidate>[] ids, double[][] columns, List<MatrixError> errors)
    {
        int before = errors.Count;
        if (criteria.Count == 0)
        {
            errors.Add(new MatrixError("the matrix has no criterion; expected at least one"));
        }

        if (ids.Length == 0 && before == 0)
        {
            errors.Add(new MatrixError("the matrix has no candidate; expected at least one"));
        }

        foreach (IGrouping<Id<DecisionCriterion>, DecisionCriterion> twice in criteria.GroupBy(criterion => criterion.Id).Where(group => group.Count() > 1))
        {
            errors.Add(new MatrixError($"criterion '{twice.Key}' is there {twice.Count()} times; expected once", twice.Key));
        }

        int[] rows = Order(ids);
        ids = Array.ConvertAll(rows, row => ids[row]);
        for (int i = 1; i < ids.Length; i++)
        {
            if (ids[i] == ids[i - 1] && (i == 1 || ids[i - 1] != ids[i - 2]))
            {
                Id<Candidate> twice = ids[i];
                errors.Add(new MatrixError($"candidate '{twice}' is there {ids.Count(id => id == twice)} times; expected once", null, twice));
            }
        }

        int[] order = Enumerable.Range(0, criteria.Count).OrderBy(j => criteria[j].Id).ToArray();
        columns = Array.ConvertAll(order, j => Array.ConvertAll(rows, row => columns[j][row]));
        DecisionCriterion[] sorted = Array.ConvertAll(order, j => criteria[j]);
        for (int j = 0; j < sorted.Length; j++)
        {
            Check(sorted[j], ids, columns[j], errors);
        }

        if (errors.Count > before)
        {
            // The weights are looked at all the same, so that all errors show at once.
            if (criteria.Count > 0)
            {
                CriterionWeights.Create(criteria.Select((criterion, j) => new KeyValuePair<Id<DecisionCriterion>, double>(criterion.Id, weights[j])), keepWeights, errors);
            }

            return null;
        }

        CriterionWeights? made = CriterionWeights.Create(criteria.Select((criterion, j) => new KeyValuePair<Id<DecisionCriterion>, double>(criterion.Id, weights[j])), keepWeights, errors);
        return made is null ? null : new DecisionMatrix([.. criteria], sorted, made, ids, columns);
    }

    private static void Check(DecisionCriterion criterion, Id<Candidate>[] ids, double[] column, List<MatrixError> errors)
    {
        for (int i = 0; i < column.Length; i++)
        {
            // Written so that NaN is caught too.
            double size = Math.Abs(column[i]);
            if (!(size == 0d || (size >= Smallest && size <= Largest)))
            {
                errors.Add(new MatrixError(
                    $"criterion '{criterion.Id}' has {MatrixError.Format(column[i])} for '{ids[i]}'; expected a finite number, 0 or of a magnitude from 10^-100 to 10^100", criterion.Id, ids[i], column[i]));
            }
            else if (size == 0d)
            {
                // Minus zero would turn the sign of its reciprocal.
                column[i] = 0d;
            }
        }
    }

    private static bool Fits(CriterionWeights weights, IReadOnlyList<DecisionCriterion> criteria, List<MatrixError> errors)
    {
        int before = errors.Count;
        foreach (DecisionCriterion criterion in criteria.Where(criterion => !weights.Criteria.Contains(criterion.Id)))
        {
            errors.Add(new MatrixError($"criterion '{criterion.Id}' has no weight; expected one for each criterion", criterion.Id));
        }

        foreach (Id<DecisionCriterion> id in weights.Criteria.Where(id => criteria.All(criterion => criterion.Id != id)))
        {
            errors.Add(new MatrixError($"there is a weight for '{id}', which is not a criterion here; expected {string.Join(", ", criteria)}", id));
        }

        return errors.Count == before;
    }

    /// <summary>The rows in the order of ids; rows that are in order already are found in one pass.</summary>
    private static int[] Order(Id<Candidate>[] ids)
    {
        var rows = new int[ids.Length];
        bool inOrder = true;
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
            Guard.Against.Null(ids[i]);
            inOrder &= i == 0 || ids[i - 1].CompareTo(ids[i]) <= 0;
        }

        if (!inOrder)
        {
            Array.Sort((Id<Candidate>[])ids.Clone(), rows);
        }

        return rows;
    }

    private static TItem[] Cut<TItem>(TItem[] items, int place)
    {
        var rest = new TItem[items.Length - 1];
        Array.Copy(items, rest, place);
        Array.Copy(items, place + 1, rest, place, rest.Length - place);
        return rest;
    }
}
