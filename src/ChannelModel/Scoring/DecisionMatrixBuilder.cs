using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using ChannelModel.Kpis;

namespace ChannelModel.Scoring;

/// <summary>Words a decision matrix; nothing is checked before <see cref="Build"/> or <see cref="TryBuild"/>, which see all errors at once.</summary>
/// <remarks>Used by one thread at a time; what it builds is immutable.</remarks>
public sealed class DecisionMatrixBuilder
{
    private readonly List<DecisionCriterion> _criteria = [];
    private readonly List<double> _weights = [];
    private readonly List<string> _candidates = [];
    private readonly List<double[]> _rows = [];
    private readonly List<MatrixError> _errors = [];
    private bool _keepWeights;

    internal DecisionMatrixBuilder()
    {
    }

    /// <summary>Adds a criterion, the next column.</summary>
    /// <param name="id">The id.</param>
    /// <param name="direction"><see cref="KpiDirection.Higher"/> or <see cref="KpiDirection.Lower"/>.</param>
    /// <param name="weight">Its weight in proportion to the others'; 1 for all means equal weights.</param>
    /// <param name="unit">What the values are measured in.</param>
    /// <param name="name">The name to print; the id without one.</param>
    /// <returns>This builder.</returns>
    public DecisionMatrixBuilder Criterion(string id, KpiDirection direction, double weight = 1d, string? unit = null, LocalText? name = null)
    {
        if (!Id<DecisionCriterion>.TryCreate(id, out Id<DecisionCriterion>? made))
        {
            _errors.Add(new MatrixError($"'{id}' is not the id of a criterion; expected 1 to {Id<DecisionCriterion>.MaxLength} characters"));
        }
        else if (direction is not (KpiDirection.Higher or KpiDirection.Lower))
        {
            _errors.Add(new MatrixError($"criterion '{id}' has the direction {direction}; expected Higher or Lower", made));
        }
        else
        {
            return Criterion(new DecisionCriterion(made, direction, name, unit), weight);
        }

        return this;
    }

    /// <summary>Adds a criterion that is there already, the next column.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="weight">Its weight in proportion to the others'.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    public DecisionMatrixBuilder Criterion(DecisionCriterion criterion, double weight)
    {
        _criteria.Add(Guard.Against.Null(criterion));
        _weights.Add(weight);
        return this;
    }

    /// <summary>Adds a candidate, with a value for each criterion in the order in which they were added.</summary>
    /// <param name="candidate">The candidate's id.</param>
    /// <param name="values">The values.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public DecisionMatrixBuilder Candidate(string candidate, params double[] values)
    {
        _candidates.Add(candidate);
        _rows.Add((double[])Guard.Against.Null(values).Clone());
        return this;
    }

    /// <summary>Uses the weights as they are, instead of dividing them by their sum; see <see cref="CriterionWeights.AsGiven"/>.</summary>
    /// <returns>This builder.</returns>
    public DecisionMatrixBuilder KeepWeights()
    {
        _keepWeights = true;
        return this;
    }

    /// <summary>Builds the matrix.</summary>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">Something is wrong; the message lists all errors.</exception>
    public DecisionMatrix Build() => TryBuild(out DecisionMatrix? matrix, out IReadOnlyList<MatrixError> errors)
        ? matrix
        : throw new ArgumentException(DecisionMatrix.Say(errors));

    /// <summary>Builds the matrix, if nothing is wrong with it.</summary>
    /// <param name="matrix">The matrix, or <see langword="null"/>.</param>
    /// <param name="errors">All that is wrong.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public bool TryBuild([NotNullWhen(true)] out DecisionMatrix? matrix, out IReadOnlyList<MatrixError> errors)
    {
        var found = new List<MatrixError>(_errors);
        errors = found;
        matrix = null;
        var ids = new List<Id<Candidate>>(_rows.Count);
        var rows = new List<double[]>(_rows.Count);
        for (int i = 0; i < _rows.Count; i++)
        {
            if (!Id<Candidate>.TryCreate(_candidates[i], out Id<Candidate>? id))
            {
                found.Add(new MatrixError($"'{_candidates[i]}' is not the id of a candidate; expected 1 to {Id<Candidate>.MaxLength} characters"));
            }
            else if (_rows[i].Length != _criteria.Count)
            {
                found.Add(new MatrixError($"candidate '{id}' has {_rows[i].Length} values; expected {_criteria.Count}, one for each criterion", null, id));
            }
            else
            {
                ids.Add(id);
                rows.Add(_rows[i]);
            }
        }

        var columns = new double[_criteria.Count][];
        for (int j = 0; j < columns.Length; j++)
        {
            columns[j] = new double[rows.Count];
            for (int i = 0; i < rows.Count; i++)
            {
                columns[j][i] = rows[i][j];
            }
        }

        DecisionMatrix? made = DecisionMatrix.Create(_criteria, _weights, _keepWeights, [.. ids], columns, found);
        matrix = found.Count == 0 ? made : null;
        return matrix is not null;
    }
}
