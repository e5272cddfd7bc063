using System.Collections.Generic;
using System.IO;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tool;

/// <summary>Fills the rank column: by the score, or by a ranking method over the values of those who are rated.</summary>
internal static class ScoreRanks
{
    /// <summary>Gets what <c>--rank</c> accepts.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["score", .. MethodChoice.Methods];

    /// <summary>Ranks the rated candidates; false where the method cannot, which has been said.</summary>
    public static bool Fill(Scorecard card, IReadOnlyList<ScoreRow> rows, string method, TextWriter error)
    {
        ScoreRow[] rated = [.. rows.Where(row => row.Status == ScoreStatus.Rated)];
        if (method != "score")
        {
            return ByMethod(card, rated, method, error);
        }

        Dictionary<Id<Candidate>, ScoreRow> rowOf = rated.ToDictionary(row => row.Candidate);
        foreach (RankedCandidate place in Ties.Competition.Rank(rated.Select(row => new KeyValuePair<Id<Candidate>, double>(row.Candidate, (double)row.Score!.Value))))
        {
            rowOf[place.Candidate].Rank = place.Rank;
        }

        return true;
    }

    /// <summary>A method compares values, so that a candidate without one of them has no rank; it is said who.</summary>
    private static bool ByMethod(Scorecard card, ScoreRow[] rated, string method, TextWriter error)
    {
        int[] used = [.. Enumerable.Range(0, card.Criteria.Count).Where(j => card.Criteria[j].Curve is not null && card.Criteria[j].Weight > 0m)];
        ScoreRow[] whole = [.. rated.Where(row => used.All(j => row.Values[j] is not null))];
        foreach (ScoreRow row in rated.Except(whole))
        {
            string missing = string.Join(", ", used.Where(j => row.Values[j] is null).Select(j => card.Criteria[j].Id));
            error.WriteLine($"channelmodel: {row.Candidate} has no rank by {method}: no value of {missing}");
        }

        if (whole.Length == 0)
        {
            return true;
        }

        CriterionRow[] criteria = [.. used.Select(j => Criterion(card, j))];
        if (MethodChoice.Method(method, null, null, criteria, out string problem) is not RankingMethod ranked)
        {
            error.WriteLine("channelmodel: " + problem);
            return false;
        }

        CriterionWeights weights = CriterionWeights.Of([.. criteria.Select(criterion => (criterion.Criterion.Id.Value, criterion.Weight!.Value))]);
        double[][] columns = [.. used.Select(j => whole.Select(row => IsDirected(card.Criteria[j].Curve!) ? (double)row.Values[j]!.Value : (row.Worth[j] ?? 0L) / 1e7).ToArray())];
        if (!DecisionMatrix.TryOfColumns([.. criteria.Select(criterion => criterion.Criterion)], weights, [.. whole.Select(row => row.Candidate)], columns, out DecisionMatrix? matrix, out IReadOnlyList<MatrixError> errors)
            || !ranked.TryRank(matrix, Ties.Competition, out Ranking? ranking, out errors))
        {
            foreach (MatrixError wrong in errors)
            {
                error.WriteLine($"channelmodel: {ranked} cannot rank: {wrong}");
            }

            return false;
        }

        foreach (ScoreRow row in whole)
        {
            RankedCandidate place = ranking[row.Candidate];
            row.Rank = place.Rank;
            row.MethodScore = place.Score;
        }

        return true;
    }

    /// <summary>A curve that goes one way is a direction with its first and last edge as bounds; of one that rises and falls, the points are compared.</summary>
    private static CriterionRow Criterion(Scorecard card, int j)
    {
        ScoreCriterion criterion = card.Criteria[j];
        ValueCurve curve = criterion.Curve!;
        bool directed = IsDirected(curve);
        var compared = new DecisionCriterion(
            new Id<DecisionCriterion>(criterion.Id.Value), directed && !curve.NeverFalls ? KpiDirection.Lower : KpiDirection.Higher, criterion.Name, directed ? criterion.Unit.ToString() : "points");
        CriterionBounds bounds = directed
            ? CriterionBounds.Of(criterion.Id.Value, (double)curve.Points[0].At, (double)curve.Points[^1].At)
            : CriterionBounds.Of(criterion.Id.Value, 0d, 100d);
        return new CriterionRow(compared, card.Weights[j].TenBillionths / 1e10, bounds, null);
    }

    private static bool IsDirected(ValueCurve curve) => curve.NeverFalls != curve.NeverRises && curve.Points.Count > 1;
}
