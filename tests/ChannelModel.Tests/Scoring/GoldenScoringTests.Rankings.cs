using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>Cases of ranking methods, weights and normalisations.</summary>
public sealed partial class GoldenScoringTests
{
    private static Dictionary<string, Action<JsonElement>> RankingHandlers() => new(StringComparer.Ordinal)
    {
        ["WSM"] = golden => Ranked(golden, RankingMethod.WeightedSum(NormalisationOf(golden))),
        ["WPM"] = golden => Ranked(golden, RankingMethod.WeightedProduct(NormalisationOf(golden))),
        ["WASPAS"] = golden => Ranked(golden, RankingMethod.Waspas(Param(golden, "lambda", 0.5), NormalisationOf(golden))),
        ["TOPSIS"] = golden => Ranked(golden, TopsisOf(golden)),
        ["VIKOR"] = golden => Ranked(golden, RankingMethod.Vikor(Param(golden, "v", 0.5))),
        ["EDAS"] = golden => Ranked(golden, RankingMethod.Edas()),
        ["PROMETHEE II"] = golden => Ranked(golden, RankingMethod.Promethee(PreferencesOf(golden))),
        ["SPOTIS"] = golden => Ranked(golden, RankingMethod.Spotis(BoundsOf(golden))),
        ["Balanced SPOTIS"] = golden => Ranked(golden, RankingMethod.BalancedSpotis(Param(golden, "alpha", 0.5), BoundsOf(golden))),
        ["normalisation"] = Normalised,
        ["Entropy"] = golden => Weighed(golden, WeightingMethod.Entropy),
        ["CRITIC"] = golden => Weighed(golden, CriticOf(golden)),
        ["StdDev"] = golden => Weighed(golden, WeightingMethod.StandardDeviation(Normalisation.None, (int)Param(golden, "ddof", 0))),
        ["AHP"] = Ahp,
        ["AHP consistency"] = Ahp,
        ["rank agreement"] = Agreement,
        ["rank reversal check"] = Reversal,
    };

    private static void Weighed(JsonElement golden, WeightingMethod method)
    {
        CriterionWeights weights = method.Weigh(MatrixOf(golden));
        Close(weights.Select(pair => pair.Value), golden.GetProperty("expected").GetProperty("weights"), Tolerance(golden));
        Close(weights.Select(pair => pair.Value), golden.GetProperty("computed").GetProperty("weights"), 1e-12);
    }

    private static WeightingMethod CriticOf(JsonElement golden)
    {
        JsonElement parameters = golden.GetProperty("params");
        bool scale = !parameters.TryGetProperty("scale", out JsonElement stated) || stated.GetBoolean();
        return WeightingMethod.Critic(Word(golden, "correlation") == "spearman" ? Correlation.Spearman : Correlation.Pearson, scale);
    }

    private static PairwiseJudgements<T> JudgementsOf<T>(JsonElement pairwise, Func<int, string> id)
    {
        double[][] rows = [.. pairwise.EnumerateArray().Select(Doubles)];
        return PairwiseJudgements<T>.OfTable([.. rows.Select((_, i) => id(i))], rows);
    }

    private static void Ahp(JsonElement golden)
    {
        string named = Word(golden, "prioritisation") ?? string.Empty;
        Prioritisation by = named.Contains("column", StringComparison.Ordinal) ? Prioritisation.ColumnMean
            : named.Contains("geometric", StringComparison.Ordinal) ? Prioritisation.GeometricMean : Prioritisation.Eigenvector;
        double? index = golden.GetProperty("params").TryGetProperty("RI", out JsonElement given) ? given.GetDouble() : null;
        JsonElement pairwise = golden.TryGetProperty("pairwise", out JsonElement only) ? only : golden.GetProperty("pairwise_criteria");
        AhpPriorities<DecisionCriterion> criteria = JudgementsOf<DecisionCriterion>(pairwise, CriterionId).Prioritise(by, index);
        AhpPriorities<Candidate>[] local = golden.TryGetProperty("pairwise_alternatives", out JsonElement tables)
            ? [.. tables.EnumerateArray().Select(table => JudgementsOf<Candidate>(table, row => CandidateId(row).Value).Prioritise(by, index))] : [];
        foreach ((string side, double tolerance) in new[] { ("expected", Tolerance(golden)), ("computed", 1e-9) })
        {
            foreach (JsonProperty property in golden.GetProperty(side).EnumerateObject())
            {
                switch (property.Name)
                {
                    case "weights":
                        Close(criteria.Weights.Values.ToArray(), property.Value, tolerance);
                        break;
                    case "lambda_max":
                        criteria.LambdaMax.Should().BeApproximately(property.Value.GetDouble(), tolerance);
                        break;
                    case "CI":
                        criteria.ConsistencyIndex.Should().BeApproximately(property.Value.GetDouble(), tolerance);
                        break;
                    case "CR" when property.Value.ValueKind == JsonValueKind.Array:
                        Close([criteria.ConsistencyRatio, .. local.Select(one => one.ConsistencyRatio)], property.Value, tolerance);
                        break;
                    case "CR":
                        criteria.ConsistencyRatio.Should().BeApproximately(property.Value.GetDouble(), tolerance);
                        break;
                    case "consistency_vector":
                        Close(criteria.ConsistencyVector.Values.ToArray(), property.Value, tolerance);
                        break;
                    case "eigenvector_lambda_max":
                        JudgementsOf<DecisionCriterion>(pairwise, CriterionId).Prioritise(Prioritisation.Eigenvector, index).LambdaMax.Should().BeApproximately(property.Value.GetDouble(), tolerance);
                        break;
                    case "eigenvector_weights":
                        Close(JudgementsOf<DecisionCriterion>(pairwise, CriterionId).Prioritise(Prioritisation.Eigenvector, index).Weights.Values.ToArray(), property.Value, tolerance);
                        break;
                    case "scores":
                        Close(Synthesis(criteria, local).Scores.Values.ToArray(), property.Value, tolerance);
                        break;
                    case "ranking":
                        Ranking ranking = Synthesis(criteria, local);
                        ranking.Matrix.Candidates.Select(id => ranking[id].Rank).Should().Equal(property.Value.EnumerateArray().Select(value => value.GetInt32()));
                        break;
                    case "ranking_source":
                        break;
                    default:
                        Assert.Fail($"'{property.Name}' is expected but not looked at.");
                        break;
                }
            }
        }
    }

    /// <summary>The hierarchy of AHP is a weighted sum of priorities as they are.</summary>
    private static Ranking Synthesis(AhpPriorities<DecisionCriterion> criteria, AhpPriorities<Candidate>[] local)
    {
        DecisionMatrix.TryOfColumns(
            [.. criteria.Weights.Ids.Select(id => new DecisionCriterion(id, KpiDirection.Higher))],
            CriterionWeights.Of(criteria),
            local[0].Weights.Ids,
            [.. local.Select(one => one.Weights.Values.ToArray())],
            out DecisionMatrix? matrix,
            out IReadOnlyList<MatrixError> errors).Should().BeTrue(string.Join(", ", errors));
        return RankingMethod.WeightedSum(Normalisation.None).Rank(matrix!);
    }

    private static void Agreement(JsonElement golden)
    {
        JsonElement parameters = golden.GetProperty("params");
        RankAgreement agreement = RankAgreement.Of(Doubles(parameters.GetProperty("reference")), Doubles(parameters.GetProperty("other")));
        foreach ((string side, double tolerance) in new[] { ("expected", Tolerance(golden)), ("computed", 1e-12) })
        {
            foreach (JsonProperty property in golden.GetProperty(side).EnumerateObject())
            {
                (property.Name switch
                {
                    "spearman" => agreement.Spearman,
                    "weighted_spearman" => agreement.WeightedSpearman,
                    "WS" => agreement.Ws,
                    "kendall" or "kendall_tau" or "tau_b" => agreement.KendallTauB,
                    string other => throw new InvalidOperationException($"'{other}' is expected but not looked at."),
                }).Should().BeApproximately(property.Value.GetDouble(), tolerance);
            }
        }
    }

    private static void Reversal(JsonElement golden)
    {
        DecisionMatrix matrix = MatrixOf(golden);
        JsonElement expected = golden.GetProperty("expected");
        JsonElement computed = golden.GetProperty("computed");
        RankingMethod topsis = RankingMethod.Topsis();
        RankingMethod spotis = RankingMethod.Spotis([.. matrix.Criteria.Select(criterion => CriterionBounds.Of(criterion.Id.Value, 0d, 10d))]);
        int removed = int.Parse(Word(golden, "removed")!.TrimStart('A'), CultureInfo.InvariantCulture) - 1;
        DecisionMatrix fewer = matrix.Without(CandidateId(removed));
        int[] Among(Ranking ranking)
        {
            Id<Candidate>[] left = [.. ranking.Entries.Select(entry => entry.Candidate).Where(id => id != CandidateId(removed))];
            return [.. fewer.Candidates.Select(id => Array.IndexOf(left, id) + 1)];
        }

        int[] Ranks(string name) => [.. expected.GetProperty(name).EnumerateArray().Select(value => value.GetInt32())];
        Among(topsis.Rank(matrix)).Should().Equal(Ranks("topsis_rank_with_a4_of_a1_a3"));
        Among(topsis.Rank(fewer)).Should().Equal(Ranks("topsis_rank_without_a4"));
        Among(spotis.Rank(matrix)).Should().Equal(Ranks("spotis_rank_with"));
        Among(spotis.Rank(fewer)).Should().Equal(Ranks("spotis_rank_without"));
        Close(topsis.Rank(matrix).Scores.Values.ToArray(), computed.GetProperty("topsis_with"), 1e-12);
        Close(topsis.Rank(fewer).Scores.Values.ToArray(), computed.GetProperty("topsis_without"), 1e-12);
        Close(spotis.Rank(matrix).Scores.Values.ToArray(), computed.GetProperty("spotis"), 1e-12);
    }

    private static void Ranked(JsonElement golden, RankingMethod method)
    {
        Ranking ranking = method.Rank(MatrixOf(golden));
        JsonElement expected = golden.GetProperty("expected");
        JsonElement computed = golden.GetProperty("computed");
        ranking.Method.HigherIsBetter.Should().Be(golden.GetProperty("higher_is_better").GetBoolean());
        double[] scores = Word(golden, "output") == "log10"
            ? [.. ranking.Scores.Ids.Select(id => ((WeightedProductDetail)ranking.Detail).Log10(id)!.Value)]
            : ranking.Scores.Values.ToArray();
        Close(scores, expected.GetProperty("scores"), Tolerance(golden));
        foreach ((JsonElement side, double tolerance) in new[] { (expected, Tolerance(golden)), (computed, 1e-9) })
        {
            foreach (JsonProperty property in side.EnumerateObject())
            {
                switch (property.Name)
                {
                    case "scores":
                        Close(scores, property.Value, tolerance);
                        break;
                    case "ranking":
                        ranking.Matrix.Candidates.Select(id => ranking[id].Rank).Should().Equal(property.Value.EnumerateArray().Select(value => value.GetInt32()));
                        break;
                    case "ranking_source":
                        break;
                    case "weights":
                        Close(ranking.Matrix.Weights.Select(pair => pair.Value), property.Value, tolerance);
                        break;
                    case "S":
                        Close(((VikorDetail)ranking.Detail).GroupUtility.Values.ToArray(), property.Value, tolerance);
                        break;
                    case "R":
                        Close(((VikorDetail)ranking.Detail).IndividualRegret.Values.ToArray(), property.Value, tolerance);
                        break;
                    case "acceptable_advantage":
                        ((VikorDetail)ranking.Detail).HasAcceptableAdvantage.Should().Be(property.Value.GetBoolean());
                        break;
                    case "acceptable_stability":
                        ((VikorDetail)ranking.Detail).HasAcceptableStability.Should().Be(property.Value.GetBoolean());
                        break;
                    case "compromise_set":
                        ((VikorDetail)ranking.Detail).CompromiseSet.Should().BeEquivalentTo(property.Value.EnumerateArray().Select(value => CandidateId(value.GetInt32())));
                        break;
                    case "phi_plus":
                        Close(((PrometheeDetail)ranking.Detail).Leaving.Values.ToArray(), property.Value, tolerance);
                        break;
                    case "phi_minus":
                        Close(((PrometheeDetail)ranking.Detail).Entering.Values.ToArray(), property.Value, tolerance);
                        break;
                    default:
                        Assert.Fail($"'{property.Name}' is expected but not looked at.");
                        break;
                }
            }
        }
    }

    private static void Normalised(JsonElement golden)
    {
        DecisionMatrix matrix = MatrixOf(golden);
        NormalisedMatrix normalised = NormalisationOf(golden).Apply(matrix);
        foreach ((string side, double tolerance) in new[] { ("expected", Tolerance(golden)), ("computed", 1e-12) })
        {
            JsonElement[] rows = [.. golden.GetProperty(side).GetProperty("normalised").EnumerateArray()];
            rows.Should().HaveCount(matrix.Candidates.Count);
            for (int i = 0; i < rows.Length; i++)
            {
                Close(matrix.Criteria.Select(criterion => normalised[CandidateId(i), criterion.Id]), rows[i], tolerance);
            }
        }
    }

    /// <summary>Ids keep the order of rows and columns: candidates c000, c001, ... and criteria k000, k001, ...</summary>
    private static Id<Candidate> CandidateId(int row) => new("c" + row.ToString("000", CultureInfo.InvariantCulture));

    private static string CriterionId(int column) => "k" + column.ToString("000", CultureInfo.InvariantCulture);

    private static DecisionMatrix Undirected(double[][] rows)
    {
        DecisionMatrixBuilder builder = DecisionMatrix.Define();
        for (int j = 0; j < rows[0].Length; j++)
        {
            builder.Criterion(CriterionId(j), KpiDirection.Higher);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            builder.Candidate(CandidateId(i).Value, rows[i]);
        }

        return builder.Build();
    }

    private static DecisionMatrix MatrixOf(JsonElement golden)
    {
        double[][] rows = [.. golden.GetProperty("matrix").EnumerateArray().Select(Doubles)];
        JsonElement directions = golden.TryGetProperty("directions", out JsonElement given) ? given : default;
        DecisionMatrixBuilder builder = DecisionMatrix.Define();
        double[]? weights = golden.TryGetProperty("weights", out JsonElement stated) && stated.ValueKind == JsonValueKind.Array ? Doubles(stated) : null;
        for (int j = 0; j < rows[0].Length; j++)
        {
            bool lower = directions.ValueKind == JsonValueKind.Array && directions[j].GetInt32() < 0;
            builder.Criterion(CriterionId(j), lower ? KpiDirection.Lower : KpiDirection.Higher, weights?[j] ?? 1d);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            builder.Candidate(CandidateId(i).Value, rows[i]);
        }

        // The cases use weights as they are given, unless they say otherwise.
        bool normalised = Word(golden, "weights_normalised") is not null;
        DecisionMatrix matrix = (normalised ? builder : builder.KeepWeights()).Build();
        if (Word(golden, "weights_from") is not string from)
        {
            return matrix;
        }

        from.Should().Contain("CRITIC");
        return matrix.WithWeights(WeightingMethod.Critic().Weigh(from.Contains("every criterion treated as benefit", StringComparison.Ordinal) ? Undirected(rows) : matrix));
    }

    private static string? Word(JsonElement golden, string name) =>
        golden.GetProperty("params").TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double Param(JsonElement golden, string name, double otherwise) =>
        golden.GetProperty("params").TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : otherwise;

    /// <summary>The words of the cases: <c>linear (x/max; cost min/x)</c>, <c>sum</c> with a cost transform <c>reciprocal before sum</c>, ...</summary>
    private static Normalisation NormalisationOf(JsonElement golden)
    {
        string kind = Word(golden, "normalization") ?? Word(golden, "normalisation") ?? Word(golden, "kind") ?? "linear";
        string cost = Word(golden, "cost_transform") ?? Word(golden, "cost") ?? string.Empty;
        Normalisation made = kind.Split(' ', '(')[0] switch
        {
            "none" => Normalisation.None,
            "minmax" or "min-max" => Normalisation.MinMax,
            "linear" => Normalisation.LinearMax,
            "max" => Normalisation.LinearMax.WithCost(CostRule.Complement),
            "sum" => Normalisation.Sum,
            "vector" => Normalisation.Vector,
            "log" or "logarithmic" => Normalisation.Logarithmic,
            "z-score" or "zscore" => Normalisation.ZScore((int)Param(golden, "ddof", 0)),
            _ => throw new InvalidOperationException($"No normalisation '{kind}'."),
        };
        return cost switch
        {
            "" => made,
            _ when cost.StartsWith("reciprocal", StringComparison.Ordinal) || cost.StartsWith("(1/x)", StringComparison.Ordinal) || cost is "min/x" or "1/x" => made.WithCost(CostRule.Reciprocal),
            _ when cost.StartsWith("1-", StringComparison.Ordinal) || cost.StartsWith("complement", StringComparison.Ordinal) => made.WithCost(CostRule.Complement),
            _ when cost.StartsWith("negate", StringComparison.Ordinal) || cost == "-x" => made.WithCost(CostRule.Negate),
            _ => throw new InvalidOperationException($"No cost rule '{cost}'."),
        };
    }

    private static RankingMethod TopsisOf(JsonElement golden)
    {
        Normalisation normalisation = NormalisationOf(golden);
        JsonElement parameters = golden.GetProperty("params");
        if (!parameters.TryGetProperty("pis_weighted", out JsonElement ideals))
        {
            return RankingMethod.Topsis(normalisation);
        }

        double[] best = Doubles(ideals);
        double[] worst = Doubles(parameters.GetProperty("nis_weighted"));
        return RankingMethod.TopsisToward(normalisation, [.. best.Select((value, j) => (CriterionId(j), value, worst[j]))]);
    }

    private static (string Criterion, PreferenceFunction Function)[] PreferencesOf(JsonElement golden)
    {
        JsonElement parameters = golden.GetProperty("params");
        double Threshold(string name, int j) => parameters.TryGetProperty(name, out JsonElement values) ? values.ValueKind == JsonValueKind.Array ? values[j].GetDouble() : values.GetDouble() : 0d;
        JsonElement named = parameters.GetProperty("preference");
        int count = golden.GetProperty("matrix")[0].GetArrayLength();
        return [.. Enumerable.Range(0, count).Select(j => (CriterionId(j), string.Concat((named.ValueKind == JsonValueKind.Array ? named[j] : named).GetString()!.Split('-')) switch
        {
            "usual" => PreferenceFunction.Usual,
            "ushape" => PreferenceFunction.UShape(Threshold("q", j)),
            "vshape" => PreferenceFunction.VShape(Threshold("p", j)),
            "level" => PreferenceFunction.Level(Threshold("q", j), Threshold("p", j)),
            "linear" => PreferenceFunction.Linear(Threshold("q", j), Threshold("p", j)),
            "gaussian" => PreferenceFunction.Gaussian(Threshold("s", j)),
            string other => throw new InvalidOperationException($"No preference function '{other}'."),
        }))];
    }

    private static CriterionBounds[] BoundsOf(JsonElement golden)
    {
        JsonElement parameters = golden.GetProperty("params");
        double[]? target = parameters.TryGetProperty("expected_solution_point", out JsonElement point) ? Doubles(point) : null;
        return [.. parameters.GetProperty("bounds").EnumerateArray().Select(Doubles)
            .Select((pair, j) => CriterionBounds.Of(CriterionId(j), pair[0], pair[1])).Select((bounds, j) => target is null ? bounds : bounds.WithTarget(target[j]))];
    }

    private static void Close(IEnumerable<double> actual, JsonElement expected, double tolerance)
    {
        double[] made = [.. actual];
        double[] wanted = Doubles(expected);
        made.Should().HaveCount(wanted.Length);
        for (int i = 0; i < made.Length; i++)
        {
            made[i].Should().BeApproximately(wanted[i], tolerance, "{0} of [{1}]", i, string.Join(", ", made));
        }
    }
}
