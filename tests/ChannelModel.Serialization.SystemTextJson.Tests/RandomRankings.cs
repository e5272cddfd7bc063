using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Ranking problems that use every method, normalisation, preference and tie rule, each from a seed; not every method can rank every matrix.</summary>
internal sealed class RandomRankings
{
    private readonly Random _random;

    private RandomRankings(int seed)
    {
        _random = new Random(seed);
    }

    public static RankingProblem Problem(int seed) => new RandomRankings(seed).Make();

    private RankingProblem Make()
    {
        string[] ids = [.. new[] { "price", "reach", "Repurchase rate", "\u6E20\u9053", "a.b['c']", "\"q\"" }.OrderBy(_ => _random.Next()).Take(_random.Next(1, 6))];
        DecisionMatrixBuilder builder = DecisionMatrix.Define();
        foreach (string id in ids)
        {
            builder.Criterion(id, Pick(KpiDirection.Higher, KpiDirection.Lower), Pick(1d, _random.Next(1, 9), _random.NextDouble()), Pick(null, "CNY"), Pick(null, new LocalText("Name"), new LocalText("Name", "名")));
        }

        int count = _random.Next(1, 8);
        bool mixed = Chance(4);
        for (int i = 0; i < count; i++)
        {
            builder.Candidate($"c {i}", [.. ids.Select(_ => Pick(_random.Next(1, 6), 1d + _random.NextDouble(), 1e9 * _random.NextDouble(), mixed ? -_random.NextDouble() : 2d))]);
        }

        DecisionMatrix matrix = (Chance(5) ? builder.KeepWeights() : builder).Build();
        if (Chance(5) && WeightingMethod.Entropy.TryWeigh(matrix, out CriterionWeights? weights, out _))
        {
            matrix = matrix.WithWeights(weights);
        }

        Ties ties = Pick(Ties.Competition, Ties.Dense, Ties.Ordinal);
        ties = Chance(2) ? ties.WithTolerance(Pick(0d, 1e-6, 1d)) : ties;
        ties = Chance(2) ? ties.ThenBy(Pick(ids)).ThenBy(Pick(ids)) : ties;
        return new RankingProblem(matrix, Method(ids), ties);
    }

    private RankingMethod Method(string[] ids)
    {
        double share = Pick(0d, 1d, 0.5, _random.NextDouble());
        switch (_random.Next(11))
        {
            case 0:
                return RankingMethod.WeightedProduct(Scaling(ids, 0));
            case 1:
                return RankingMethod.Waspas(share, Scaling(ids, 0));
            case 2:
                return RankingMethod.Topsis(Scaling(ids, 0));
            case 3:
                return RankingMethod.TopsisToward(Scaling(ids, 0), [.. ids.Select(id => (id, _random.NextDouble(), -_random.NextDouble()))]);
            case 4:
                return RankingMethod.Vikor(share);
            case 5:
                return RankingMethod.Edas();
            case 6:
                return RankingMethod.Promethee(Preference());
            case 7:
                return RankingMethod.Promethee([.. ids.Select(id => (id, Preference()))]);
            case 8:
                return RankingMethod.Spotis(Bounds(ids, targets: true));
            case 9:
                return RankingMethod.BalancedSpotis(share, Bounds(ids, targets: true));
            default:
                return RankingMethod.WeightedSum(Scaling(ids, 0));
        }
    }

    private Normalisation Scaling(string[] ids, int depth)
    {
        Normalisation made = _random.Next(9) switch
        {
            0 => Normalisation.None,
            1 => Normalisation.LinearMax,
            2 => Normalisation.Sum,
            3 => Normalisation.Vector,
            4 => Normalisation.Logarithmic,
            5 => Normalisation.ZScore(_random.Next(2)),
            6 => Normalisation.Percentile,
            7 => Normalisation.FixedBounds(Bounds(ids, targets: false)),
            _ => Normalisation.MinMax,
        };
        made = Chance(3) ? made.WithCost(Pick(CostRule.Complement, CostRule.Reciprocal, CostRule.Negate)) : made;
        made = depth < 2 && Chance(3) ? made.But(Pick(ids), Scaling(ids, depth + 1)) : made;
        return depth < 2 && Chance(5) ? made.But(Pick(ids), Scaling(ids, depth + 1)).But("not there", Normalisation.None) : made;
    }

    private CriterionBounds[] Bounds(string[] ids, bool targets) => [.. ids.Select(id =>
    {
        double from = Pick(0d, -_random.NextDouble(), -1e50);
        CriterionBounds bounds = CriterionBounds.Of(id, from, Pick(7d, 1e9, 1e100));
        return targets && Chance(2) ? bounds.WithTarget(Pick(from, 0d, 1d / 3d)) : bounds;
    })];

    private PreferenceFunction Preference()
    {
        double q = Pick(0d, _random.NextDouble());
        double p = q + _random.NextDouble();
        return _random.Next(6) switch
        {
            0 => PreferenceFunction.Usual,
            1 => PreferenceFunction.UShape(q),
            2 => PreferenceFunction.VShape(p),
            3 => PreferenceFunction.Level(q, p),
            4 => PreferenceFunction.Linear(q, p),
            _ => PreferenceFunction.Gaussian(q),
        };
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
