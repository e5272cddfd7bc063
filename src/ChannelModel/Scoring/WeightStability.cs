using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Scoring.Methods;

namespace ChannelModel.Scoring;

/// <summary>How far each weight of a ranking can move before the order changes: exact, by formula, without sampling.</summary>
/// <remarks>
/// <para>When the share of criterion k goes from u to t, every other share is multiplied by (1 - t) / (1 - u), so that shares still add up to 1; where u is 1, the others get equal parts of 1 - t. The score of a candidate
/// is then t a + (1 - t) b, a straight line, with a its figure by k and b its score by the others alone. Two candidates swap where their lines cross: t = (b1 - b2) / ((b1 - b2) - (a1 - a2)).</para>
/// <para>Candidates that are tied at the given weights may be ordered either way; only pairs that are ranked apart count. Exists for methods whose score is a weighted sum: weighted sum, SPOTIS and PROMETHEE II.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class WeightStability
{
    private WeightStability(Ranking ranking, WeightInterval[] intervals)
    {
        Ranking = ranking;
        Intervals = intervals;
    }

    /// <summary>Gets the ranking.</summary>
    public Ranking Ranking { get; }

    /// <summary>Gets an interval for each criterion, in the order of the matrix's criteria.</summary>
    public IReadOnlyList<WeightInterval> Intervals { get; }

    /// <summary>Gets the interval of a criterion.</summary>
    /// <param name="criterion">The criterion's id.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentException">There is no such criterion.</exception>
    public WeightInterval this[string criterion] => Intervals.FirstOrDefault(one => one.Criterion.Value == criterion)
        ?? throw new ArgumentException($"There is no criterion '{criterion}'; expected one of {string.Join(", ", Ranking.Matrix.Criteria)}.", nameof(criterion));

    /// <summary>Finds the intervals of a ranking.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <returns>The stability of its order.</returns>
    /// <exception cref="ArgumentException">The method's score is not a weighted sum.</exception>
    public static WeightStability Of(Ranking ranking)
    {
        Guard.Against.Null(ranking);
        if (ranking.Parts is null)
        {
            throw new ArgumentException($"The score of {ranking.Method.Name} is not a weighted sum; expected weighted sum, SPOTIS or PROMETHEE II. Leave-one-out and rank agreement work for all methods.", nameof(ranking));
        }

        var lines = new WeightLines(ranking);
        return new WeightStability(ranking, ranking.Matrix.Criteria.Select(criterion => lines.Interval(ranking.Matrix.Place(criterion.Id))).ToArray());
    }
}
