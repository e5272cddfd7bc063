using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Corpus;

/// <summary>
/// Generated matrices, ranked by every method and weighed in every way that goes without exp, log and pow: the bits of scores, details, weights, intervals and agreements, and the orders.
/// Weighted products, WASPAS, Gaussian shapes, entropy weights and geometric means are not among them: what exp and log give is not the same on every runtime.
/// </summary>
internal static class RankingCorpus
{
    public static void Write(Ledger ledger, int count)
    {
        var dice = new Dice(80);
        for (int i = 0; i < count; i++)
        {
            int criteria = dice.Int(1, 5);
            DecisionMatrix given = Matrix(dice, criteria);
            DecisionMatrix matrix = Weigh(ledger, dice, given);
            var rankings = new List<Ranking>();
            Ties ties = dice.Pick(Ties.Competition, Ties.Dense, Ties.Ordinal).WithTolerance(dice.Pick(0d, 1e-9, 0.01)).ThenBy("k0");
            foreach (RankingMethod method in Methods(dice, criteria))
            {
                if (!method.TryRank(matrix, ties, out Ranking? ranking, out IReadOnlyList<MatrixError> errors))
                {
                    ledger.Write(method.Name + ": " + string.Join(" ", errors.Select(error => $"{error.Criterion} {error.Candidate}")));
                    continue;
                }

                ledger.Write(method.Name + ": " + ranking + " " + string.Join(" ", ranking.Entries.Select(entry => entry.Rank.ToString(CultureInfo.InvariantCulture))));
                Write(ledger, ranking.Scores);
                Write(ledger, ranking.Detail);
                rankings.Add(ranking);
            }

            Compare(ledger, dice, rankings);
            Judge(ledger, dice);
        }
    }

    private static void Write<T>(Ledger ledger, Figures<T> figures)
        where T : class
    {
        foreach (double value in figures.Values.ToArray())
        {
            ledger.Write(value);
        }
    }

    private static void Write(Ledger ledger, RankingDetail detail)
    {
        switch (detail)
        {
            case TopsisDetail topsis:
                Write(ledger, topsis.ToIdeal);
                Write(ledger, topsis.ToAntiIdeal);
                break;
            case VikorDetail vikor:
                Write(ledger, vikor.GroupUtility);
                Write(ledger, vikor.IndividualRegret);
                ledger.Write(string.Join(" ", vikor.CompromiseSet));
                break;
            case EdasDetail edas:
                Write(ledger, edas.PositiveDistances);
                Write(ledger, edas.NegativeDistances);
                break;
            case PrometheeDetail promethee:
                Write(ledger, promethee.Leaving);
                Write(ledger, promethee.Entering);
                break;
            default:
                break;
        }
    }

    /// <summary>Weights that the data give, each method's bits, and one of them to go on with.</summary>
    private static DecisionMatrix Weigh(Ledger ledger, Dice dice, DecisionMatrix given)
    {
        DecisionMatrix chosen = given;
        WeightingMethod[] methods =
        [
            WeightingMethod.Equal, WeightingMethod.Critic(), WeightingMethod.Critic(Correlation.Spearman), WeightingMethod.StandardDeviation(), WeightingMethod.StandardDeviation(Normalisation.MinMax, ddof: 1),
            WeightingMethod.RankOrderCentroid([.. given.Criteria.Select(criterion => criterion.Id.Value).Reverse()]),
        ];
        foreach (WeightingMethod method in methods)
        {
            if (!method.TryWeigh(given, out CriterionWeights? weights, out IReadOnlyList<MatrixError> errors))
            {
                ledger.Write(string.Join(" ", errors.Select(error => $"{error.Criterion} {error.Candidate}")));
                continue;
            }

            foreach (KeyValuePair<Id<DecisionCriterion>, double> weight in weights)
            {
                ledger.Write(weight.Value);
            }

            if (dice.Int(0, 9) == 0)
            {
                chosen = given.WithWeights(weights);
            }
        }

        return chosen;
    }

    private static void Compare(Ledger ledger, Dice dice, List<Ranking> rankings)
    {
        foreach (Ranking ranking in rankings.Where(ranking => ranking.Method.Name.StartsWith("weighted sum", System.StringComparison.Ordinal) || ranking.Method.Name == "SPOTIS"))
        {
            foreach (WeightInterval interval in WeightStability.Of(ranking).Intervals)
            {
                foreach (WeightLimit limit in new[] { interval.From, interval.To, interval.TopFrom, interval.TopTo })
                {
                    ledger.Write(limit.Weight);
                    ledger.Write($"{limit.Falls} {limit.Rises}");
                }
            }
        }

        Ranking one = rankings[dice.Int(0, rankings.Count - 1)];
        if (one.Entries.Count > 1)
        {
            RankAgreement agreement = RankAgreement.Between(one, rankings[dice.Int(0, rankings.Count - 1)]);
            ledger.Write(agreement.Spearman ?? 9d);
            ledger.Write(agreement.KendallTauB ?? 9d);
            ledger.Write(agreement.WeightedSpearman);
            foreach (RankReversal reversal in LeaveOneOut.Of(one).Reversals)
            {
                ledger.Write($"{reversal.Leaves} {reversal.FirstBefore} {reversal.FirstAfter} {reversal.Swapped.Count}");
            }
        }
    }

    private static void Judge(Ledger ledger, Dice dice)
    {
        string[] items = [.. Enumerable.Range(0, dice.Int(2, 6)).Select(Name)];
        PairwiseJudgements<DecisionCriterion> judgements = PairwiseJudgements<DecisionCriterion>.Of(items);
        for (int i = 0; i < items.Length; i++)
        {
            for (int j = i + 1; j < items.Length; j++)
            {
                judgements = dice.Coin() ? judgements.Prefer(items[i], items[j], dice.Int(1, 9)) : judgements.Prefer(items[j], items[i], dice.Int(1, 9));
            }
        }

        AhpPriorities<DecisionCriterion> priorities = judgements.Prioritise();
        Write(ledger, priorities.Weights);
        ledger.Write(priorities.ConsistencyRatio);
    }

    private static DecisionMatrix Matrix(Dice dice, int criteria)
    {
        DecisionMatrixBuilder builder = DecisionMatrix.Define();
        for (int j = 0; j < criteria; j++)
        {
            builder.Criterion(Name(j), dice.Coin() ? KpiDirection.Higher : KpiDirection.Lower, dice.Int(1, 1000) / 10d);
        }

        // Whole numbers make ties, sevenths make none; now and then a column has negative values, and a row is there twice.
        int rows = dice.Int(1, 9);
        double[] last = [];
        for (int i = 0; i < rows; i++)
        {
            last = i > 0 && dice.Int(0, 9) == 0 ? last : [.. Enumerable.Range(0, criteria).Select(_ => dice.Int(0, 30) == 0 ? dice.Int(-20, 0) : dice.Coin() ? dice.Int(1, 9) : dice.Int(1, 9_999) / 7d)];
            builder.Candidate("c" + i.ToString(CultureInfo.InvariantCulture), last);
        }

        return builder.Build();
    }

    private static IEnumerable<RankingMethod> Methods(Dice dice, int criteria)
    {
        CriterionBounds[] bounds = [.. Enumerable.Range(0, criteria).Select(j => CriterionBounds.Of(Name(j), dice.Int(-30, -20), dice.Int(1_429, 2_000)))];
        yield return RankingMethod.WeightedSum(Normalisation.FixedBounds(bounds));
        yield return RankingMethod.WeightedSum(Normalisation.MinMax);
        yield return RankingMethod.WeightedSum(dice.Pick(Normalisation.LinearMax, Normalisation.Sum, Normalisation.Vector, Normalisation.Percentile, Normalisation.ZScore(), Normalisation.None));
        yield return RankingMethod.Topsis();
        yield return RankingMethod.Topsis(Normalisation.MinMax);
        yield return RankingMethod.Vikor(dice.Int(0, 10) / 10d);
        yield return RankingMethod.Edas();
        double q = dice.Int(0, 40) / 10d;
        yield return RankingMethod.Promethee(dice.Pick(
            PreferenceFunction.Usual, PreferenceFunction.UShape(q), PreferenceFunction.VShape(q + 0.7), PreferenceFunction.Level(q, q + 3d), PreferenceFunction.Linear(q, q + 3d)));
        yield return RankingMethod.Spotis(bounds);
        yield return RankingMethod.BalancedSpotis(dice.Int(0, 10) / 10d, bounds);
    }

    private static string Name(int place) => "k" + place.ToString(CultureInfo.InvariantCulture);
}
