using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Scoring.Methods;

/// <summary>Distance from the worst over the sum of the distances from worst and best.</summary>
internal sealed class TopsisMethod : RankingMethod
{
    private readonly Normalisation _normalisation;
    private readonly Dictionary<Id<DecisionCriterion>, (double Ideal, double AntiIdeal)>? _ideals;

    public TopsisMethod(Normalisation normalisation, Dictionary<Id<DecisionCriterion>, (double Ideal, double AntiIdeal)>? ideals)
        : base(RankingMethodKind.Topsis, $"TOPSIS ({normalisation}{(ideals is null ? string.Empty : ", given ideals")})", ideals is null || normalisation.IsRelative, higherIsBetter: true)
    {
        _normalisation = normalisation;
        _ideals = ideals;
    }

    public override Normalisation? Normalisation => _normalisation;

    public override IReadOnlyList<(Id<DecisionCriterion> Criterion, double Ideal, double AntiIdeal)> Ideals =>
        _ideals is null ? [] : [.. _ideals.OrderBy(ideal => ideal.Key).Select(ideal => (ideal.Key, ideal.Value.Ideal, ideal.Value.AntiIdeal))];

    public static Dictionary<Id<DecisionCriterion>, (double Ideal, double AntiIdeal)> Check((string Criterion, double Ideal, double AntiIdeal)[] ideals)
    {
        Guard.Against.Null(ideals);
        if (ideals.Length == 0)
        {
            throw new ArgumentException("There are no ideals; expected those of every criterion.", nameof(ideals));
        }

        const double Largest = 1e100;
        var made = new Dictionary<Id<DecisionCriterion>, (double Ideal, double AntiIdeal)>();
        foreach ((string criterion, double ideal, double antiIdeal) in ideals)
        {
            if (!(Math.Abs(ideal) <= Largest && Math.Abs(antiIdeal) <= Largest))
            {
                throw new ArgumentException($"The ideals of '{criterion}' are {MatrixError.Format(ideal)} and {MatrixError.Format(antiIdeal)}; expected finite numbers.", nameof(ideals));
            }

            var id = new Id<DecisionCriterion>(criterion);
            if (made.ContainsKey(id))
            {
                throw new ArgumentException($"The ideals of '{criterion}' are given twice; expected once.", nameof(ideals));
            }

            made.Add(id, (ideal, antiIdeal));
        }

        return made;
    }

    internal override RankingOutcome Compute(RankingTask task)
    {
        DecisionMatrix matrix = task.Matrix;
        var ideal = new double[task.Weights.Length];
        var antiIdeal = new double[task.Weights.Length];
        var toIdeal = new double[task.Count];
        var toAntiIdeal = new double[task.Count];
        for (int j = 0; j < ideal.Length; j++)
        {
            DecisionCriterion criterion = matrix.Sorted[j];
            double weight = task.Weights[j];
            if (!(weight > 0d))
            {
                continue;
            }

            // A cost keeps its scaled value, and its ideal is the smallest one: distances are as by 1 - value, without its rounding.
            bool turned = !_normalisation.TurnsCostsLast(criterion.Id);
            double[] scaled = Array.ConvertAll(_normalisation.Scale(matrix, j, directed: turned, task.Errors), value => weight * value);
            (double low, double high) = Column.Range(scaled);
            bool higher = turned || criterion.IsHigher;
            ideal[j] = higher ? high : low;
            antiIdeal[j] = higher ? low : high;
            if (_ideals is not null)
            {
                if (!_ideals.TryGetValue(criterion.Id, out (double Ideal, double AntiIdeal) given))
                {
                    task.Errors.Add(new MatrixError($"criterion '{criterion.Id}' has no ideals; expected some for each criterion that counts", criterion.Id));
                    continue;
                }

                (ideal[j], antiIdeal[j]) = given;
            }

            for (int i = 0; i < scaled.Length; i++)
            {
                double up = scaled[i] - ideal[j];
                double down = scaled[i] - antiIdeal[j];
                toIdeal[i] += up * up;
                toAntiIdeal[i] += down * down;
            }
        }

        var scores = new double[task.Count];
        for (int i = 0; i < scores.Length; i++)
        {
            toIdeal[i] = Math.Sqrt(toIdeal[i]);
            toAntiIdeal[i] = Math.Sqrt(toAntiIdeal[i]);
            double both = toIdeal[i] + toAntiIdeal[i];
            scores[i] = both == 0d ? 0.5 : toAntiIdeal[i] / both;
        }

        return new RankingOutcome(scores, new TopsisDetail(matrix, ideal, antiIdeal, toIdeal, toAntiIdeal));
    }
}
