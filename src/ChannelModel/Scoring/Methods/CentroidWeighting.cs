using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Scoring.Methods;

/// <summary>The centre of all weights that have a given order.</summary>
internal sealed class CentroidWeighting : WeightingMethod
{
    private readonly Id<DecisionCriterion>[] _order;

    public CentroidWeighting(string[] fromMostImportant)
        : base("rank-order centroid")
    {
        _order = Array.ConvertAll(fromMostImportant, id => new Id<DecisionCriterion>(id));
        if (_order.Length == 0 || _order.Distinct().Count() != _order.Length)
        {
            throw new ArgumentException($"The order is {string.Join(", ", fromMostImportant.Select(id => $"'{id}'"))}; expected each criterion once.", nameof(fromMostImportant));
        }
    }

    internal override double[] Importance(DecisionMatrix matrix, List<MatrixError> errors)
    {
        var importance = new double[matrix.Sorted.Length];
        for (int j = 0; j < importance.Length; j++)
        {
            Id<DecisionCriterion> id = matrix.Sorted[j].Id;
            int place = Array.IndexOf(_order, id);
            if (place < 0)
            {
                errors.Add(new MatrixError($"criterion '{id}' is not in the order of importance; expected every criterion there", id));
                continue;
            }

            // From the smallest term up.
            for (int k = _order.Length; k > place; k--)
            {
                importance[j] += 1d / k;
            }
        }

        foreach (Id<DecisionCriterion> id in _order.Where(id => Array.TrueForAll(matrix.Sorted, criterion => criterion.Id != id)))
        {
            errors.Add(new MatrixError($"the order of importance has '{id}', which is not a criterion here; expected {string.Join(", ", matrix.Criteria)}", id));
        }

        return importance;
    }
}
