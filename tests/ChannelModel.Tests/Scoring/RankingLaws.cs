using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using CsCheck;

namespace ChannelModel.Tests.Scoring;

/// <summary>Laws of rankings, on matrices of whole numbers with many ties, against textbook formulas.</summary>
public sealed class RankingLaws
{
    private static readonly Gen<Case> Any = Cases(-20, 20);
    private static readonly Gen<Case> Positive = Cases(1, 20);
    private static readonly Gen<PreferenceFunction> Functions = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 6]).Select((shape, q, more) => shape switch
    {
        0 => PreferenceFunction.Usual,
        1 => PreferenceFunction.UShape(q),
        2 => PreferenceFunction.VShape(more),
        3 => PreferenceFunction.Level(q, q + more),
        4 => PreferenceFunction.Linear(q, q + more),
        _ => PreferenceFunction.Gaussian(more),
    });

    [Fact]
    public void Every_method_is_its_textbook_formula() => Gen.Select(Positive, Functions.Array[5]).Sample(
        (c, functions) =>
        {
            double[][] linear = RankingOracle.LinearMax(c.Rows, c.Higher);
            double[] sums = RankingOracle.WeightedSum(linear, c.Shares);
            double[] products = RankingOracle.WeightedProduct(linear, c.Shares);
            Same(RankingMethod.WeightedSum(Normalisation.LinearMax), c, sums);
            Same(RankingMethod.WeightedSum(Normalisation.Sum), c, RankingOracle.WeightedSum(RankingOracle.Sum(c.Rows, c.Higher), c.Shares));
            Same(RankingMethod.WeightedProduct(), c, products);
            Same(RankingMethod.Waspas(0.3), c, [.. sums.Select((s, i) => (0.3 * s) + (0.7 * products[i]))]);
            Same(RankingMethod.Edas(), c, RankingOracle.Edas(c.Rows, c.Higher, c.Shares));
            if (c.Rows.Length > 1)
            {
                Same(RankingMethod.Promethee(Named(c, functions)), c, RankingOracle.Promethee(c.Rows, c.Higher, c.Shares, functions));
            }
        },
        iter: Laws.Iterations);

    [Fact]
    public void The_flows_of_two_are_what_the_preference_function_says() => Gen.Select(Functions, Gen.Int[0, 14]).Sample(
        (function, difference) =>
        {
            DecisionMatrix matrix = DecisionMatrix.Define().Criterion("k", KpiDirection.Higher).Candidate("a", difference).Candidate("b", 0).Build();
            double net = RankingMethod.Promethee(function).Rank(matrix).Scores["a"];
            net.Should().BeApproximately(function.At(difference), 1e-12, "{0} of {1}", function, difference);
            function.At(-difference).Should().Be(0d);
        },
        iter: Laws.Iterations);

    [Fact]
    public void Methods_that_take_negative_values_are_their_formulas_too() => Any.Sample(
        c =>
        {
            Same(RankingMethod.WeightedSum(Normalisation.MinMax), c, RankingOracle.WeightedSum(RankingOracle.MinMax(c.Rows, c.Higher), c.Shares));
            Same(RankingMethod.Topsis(), c, RankingOracle.Topsis(c.Rows, c.Higher, c.Shares));
            Same(RankingMethod.Vikor(0.25), c, RankingOracle.Vikor(c.Rows, c.Higher, c.Shares, 0.25));
            Same(RankingMethod.Spotis(Bounds(c)), c, RankingOracle.Spotis(c.Rows, c.Shares, [.. c.Higher.Select(up => (-20d, 20d, up ? 20d : -20d))]));
        },
        iter: Laws.Iterations);

    [Fact]
    public void No_bit_depends_on_the_order_of_rows_or_criteria() => Gen.Select(Any, Gen.Int).Sample(
        (c, seed) =>
        {
            var random = new Random(seed);
            int[] rows = [.. Enumerable.Range(0, c.Rows.Length).OrderBy(_ => random.Next())];
            int[] columns = [.. Enumerable.Range(0, c.Higher.Length).OrderBy(_ => random.Next())];
            foreach (RankingMethod method in Methods(c))
            {
                bool ranked = method.TryRank(c.Matrix(), Ties.Competition, out Ranking? one, out IReadOnlyList<MatrixError> errors);
                method.TryRank(c.Matrix(rows, columns), Ties.Competition, out Ranking? other, out IReadOnlyList<MatrixError> again).Should().Be(ranked);
                if (ranked)
                {
                    other!.Scores.Values.SequenceEqual(one!.Scores.Values).Should().BeTrue();
                    other.ToString().Should().Be(one.ToString());
                }
                else
                {
                    again.Select(error => error.Message).Should().Equal(errors.Select(error => error.Message));
                }
            }
        },
        iter: Laws.Iterations / 4);

    [Fact]
    public void Every_result_is_finite_or_a_named_error() => Cases(-2, 2).Sample(
        c =>
        {
            foreach (RankingMethod method in Methods(c))
            {
                if (method.TryRank(c.Matrix(), Ties.Competition, out Ranking? ranking, out IReadOnlyList<MatrixError> errors))
                {
                    ranking.Scores.Values.ToArray().All(double.IsFinite).Should().BeTrue();
                    ranking.Entries.Select(entry => entry.Candidate).Order().SequenceEqual(c.Matrix().Candidates).Should().BeTrue();
                    string.IsNullOrEmpty(ranking.Rationale.ZhHans).Should().BeFalse();
                }
                else
                {
                    errors.Count.Should().BePositive();
                    errors.All(error => error.Message.Contains("criterion '", StringComparison.Ordinal) && error.Message.Contains("use ", StringComparison.Ordinal)).Should().BeTrue();
                }
            }

            foreach (WeightingMethod method in new[] { WeightingMethod.Equal, WeightingMethod.Entropy, WeightingMethod.Critic(), WeightingMethod.Critic(Correlation.Spearman), WeightingMethod.StandardDeviation() })
            {
                if (method.TryWeigh(c.Matrix(), out CriterionWeights? weights, out IReadOnlyList<MatrixError> errors))
                {
                    weights.Sum(pair => pair.Value).Should().BeApproximately(1d, 1e-12);
                    weights.All(pair => pair.Value >= 0d).Should().BeTrue();
                }
                else
                {
                    errors.Should().NotBeEmpty();
                }
            }
        },
        iter: Laws.Iterations / 4);

    [Fact]
    public void The_scale_of_weights_does_not_matter() => Any.Sample(
        c =>
        {
            Case scaled = c with { Weights = [.. c.Weights.Select(weight => weight * 8)] };
            foreach (RankingMethod method in Methods(c))
            {
                if (method.TryRank(c.Matrix(), Ties.Competition, out Ranking? one, out _))
                {
                    method.Rank(scaled.Matrix()).Scores.Values.SequenceEqual(one.Scores.Values).Should().BeTrue();
                }
            }
        },
        iter: Laws.Iterations / 4);

    [Fact]
    public void Units_do_not_matter_where_the_method_promises_it() => Gen.Select(Any, Gen.Int[1, 9].Array[5], Gen.Int[-50, 50].Array[5]).Sample(
        (c, factors, shifts) =>
        {
            Case other = c with { Rows = [.. c.Rows.Select(row => row.Select((x, j) => (x * factors[j]) + shifts[j]).ToArray())] };
            Same(RankingMethod.WeightedSum(Normalisation.MinMax), other, Scores(RankingMethod.WeightedSum(Normalisation.MinMax), c));
            Same(RankingMethod.Vikor(), other, Scores(RankingMethod.Vikor(), c));
            Same(RankingMethod.Promethee(PreferenceFunction.Usual), other, Scores(RankingMethod.Promethee(PreferenceFunction.Usual), c));
            RankingMethod Linear(Func<int, double> factor) => RankingMethod.Promethee(Named(c, [.. c.Higher.Select((_, j) => PreferenceFunction.Linear(factor(j), 5 * factor(j)))]));
            Same(Linear(j => factors[j]), other, Scores(Linear(_ => 1d), c));
            Case scaled = c with { Rows = [.. c.Rows.Select(row => row.Select((x, j) => x * factors[j]).ToArray())] };
            Same(RankingMethod.Topsis(), scaled, Scores(RankingMethod.Topsis(), c));
        },
        iter: Laws.Iterations / 2);

    [Fact]
    public void A_candidate_that_is_nowhere_worse_never_ranks_worse() => Any.Sample(
        c =>
        {
            foreach (RankingMethod method in Methods(c))
            {
                if (!method.TryRank(c.Matrix(), Ties.Competition, out Ranking? ranking, out _))
                {
                    continue;
                }

                for (int a = 0; a < c.Rows.Length; a++)
                {
                    for (int b = 0; b < c.Rows.Length; b++)
                    {
                        if (c.Higher.Select((up, j) => up ? c.Rows[a][j] >= c.Rows[b][j] : c.Rows[a][j] <= c.Rows[b][j]).All(fine => fine))
                        {
                            ranking[Case.Candidate(a)].Rank.Should().BeLessThanOrEqualTo(ranking[Case.Candidate(b)].Rank, method.Name);
                        }
                    }
                }
            }
        },
        iter: Laws.Iterations / 4);

    [Fact]
    public void Net_flows_add_up_to_nothing() => Gen.Select(Any, Functions.Array[5]).Sample(
        (c, functions) => Math.Abs(RankingMethod.Promethee(Named(c, functions)).Rank(c.Matrix()).Scores.Values.ToArray().Sum()) < 1e-12,
        iter: Laws.Iterations);

    [Fact]
    public void Contributions_add_up_to_the_score_to_the_bit() => Any.Sample(
        c =>
        {
            Ranking ranking = RankingMethod.WeightedSum(Normalisation.MinMax).Rank(c.Matrix());
            var detail = (WeightedSumDetail)ranking.Detail;
            foreach (RankedCandidate entry in ranking.Entries)
            {
                double sum = 0d;
                foreach (Id<DecisionCriterion> criterion in ranking.Matrix.Weights.Criteria)
                {
                    sum += detail.Contribution(entry.Candidate, criterion);
                }

                sum.Should().Be(entry.Score);
            }
        },
        iter: Laws.Iterations / 4);

    [Fact]
    public void Absolute_methods_never_reverse_when_a_candidate_leaves() => Any.Where(c => c.Rows.Length > 1).Sample(
        c =>
        {
            CriterionBounds[] narrow = [.. c.Higher.Select((_, j) => CriterionBounds.Of(Case.Criterion(j), -15, 15))];
            foreach (RankingMethod method in new[] { RankingMethod.Spotis(Bounds(c)), RankingMethod.BalancedSpotis(0.4, [.. Bounds(c).Select(bounds => bounds.WithTarget(3))]), RankingMethod.WeightedSum(Normalisation.FixedBounds(narrow)) })
            {
                method.IsRelative.Should().BeFalse();
                Ranking ranking = method.Rank(c.Matrix());
                LeaveOneOut.Of(ranking).Reversals.Should().BeEmpty();
                Ranking fewer = method.Rank(ranking.Matrix.Without(ranking.Matrix.Candidates[0]));
                fewer.Scores.Values.SequenceEqual(ranking.Scores.Values[1..]).Should().BeTrue();
            }
        },
        iter: Laws.Iterations / 4);

    [Fact]
    public void Just_inside_a_stability_interval_the_order_holds_and_just_outside_it_swaps() => Gen.Select(Any, Gen.Int[0, 2]).Where((c, _) => c.Rows.Length > 1 && c.Higher.Length > 1).Sample(
        (c, which) =>
        {
            RankingMethod method = which switch
            {
                0 => RankingMethod.WeightedSum(Normalisation.MinMax),
                1 => RankingMethod.Spotis(Bounds(c)),
                _ => RankingMethod.Promethee(PreferenceFunction.Linear(1, 7)),
            };
            Ranking ranking = method.Rank(c.Matrix());
            WeightStability stability = WeightStability.Of(ranking);
            const double Step = 1e-7;
            for (int k = 0; k < c.Higher.Length; k++)
            {
                WeightInterval interval = stability[Case.Criterion(k)];
                interval.Weight.Should().BeApproximately(c.Shares[k], 1e-12);
                interval.Weight.Should().BeInRange(interval.From.Weight, interval.To.Weight);
                interval.TopFrom.Weight.Should().BeLessThanOrEqualTo(interval.From.Weight);
                interval.TopTo.Weight.Should().BeGreaterThanOrEqualTo(interval.To.Weight);
                foreach ((WeightLimit limit, int outward, bool top) in new[] { (interval.From, -1, false), (interval.To, 1, false), (interval.TopFrom, -1, true), (interval.TopTo, 1, true) })
                {
                    double inside = limit.Weight - (outward * Step);
                    if (inside > interval.Weight == outward > 0)
                    {
                        Keeps(ranking, At(method, c, k, inside), top).Should().BeTrue("the order holds at {0} for {1}", inside, k);
                    }

                    double outside = limit.Weight + (outward * Step);
                    if (limit.Falls is not null && outside is > 0d and < 1d)
                    {
                        Ranking swapped = At(method, c, k, outside);
                        double gap = swapped.Scores[limit.Rises!] - swapped.Scores[limit.Falls];
                        (method.HigherIsBetter ? gap : -gap).Should().BePositive("the two swap at {0}", outside);
                    }
                }
            }
        },
        iter: Laws.Iterations / 2);

    private static Gen<Case> Cases(int low, int high) =>
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 5]).SelectMany((n, m) => Gen.Select(
            Gen.Int[low, high].Select(value => (double)value).Array[m].Array[n],
            Gen.Bool.Array[m],
            Gen.Int[1, 9].Array[m]).Select((rows, higher, weights) => new Case(rows, higher, weights)));

    private static CriterionBounds[] Bounds(Case c) => [.. c.Higher.Select((_, j) => CriterionBounds.Of(Case.Criterion(j), -20, 20))];

    private static (string Criterion, PreferenceFunction Function)[] Named(Case c, PreferenceFunction[] functions) => [.. c.Higher.Select((_, j) => (Case.Criterion(j), functions[j]))];

    private static RankingMethod[] Methods(Case c) =>
    [
        RankingMethod.WeightedSum(Normalisation.None), RankingMethod.WeightedSum(Normalisation.MinMax), RankingMethod.WeightedSum(Normalisation.Sum), RankingMethod.WeightedSum(Normalisation.Vector),
        RankingMethod.WeightedSum(Normalisation.Percentile), RankingMethod.WeightedSum(Normalisation.ZScore()), RankingMethod.WeightedSum(Normalisation.Sum.WithCost(CostRule.Complement)),
        RankingMethod.WeightedSum(Normalisation.FixedBounds(Bounds(c))), RankingMethod.WeightedProduct(), RankingMethod.Waspas(), RankingMethod.Topsis(), RankingMethod.Topsis(Normalisation.MinMax),
        RankingMethod.Vikor(), RankingMethod.Edas(), RankingMethod.Promethee(PreferenceFunction.Usual), RankingMethod.Promethee(PreferenceFunction.Linear(1, 4)),
        RankingMethod.Promethee(PreferenceFunction.Gaussian(3)), RankingMethod.Spotis(Bounds(c)),
    ];

    private static double[] Scores(RankingMethod method, Case c) => method.Rank(c.Matrix()).Scores.Values.ToArray();

    private static void Same(RankingMethod method, Case c, double[] expected)
    {
        double[] scores = Scores(method, c);
        for (int i = 0; i < expected.Length; i++)
        {
            scores[i].Should().BeApproximately(expected[i], 1e-9, "{0} by {1}", i, method.Name);
        }
    }

    private static Ranking At(RankingMethod method, Case c, int k, double share)
    {
        double rest = c.Shares.Where((_, j) => j != k).Sum();
        (string, double)[] weights = [.. c.Shares.Select((one, j) => (Case.Criterion(j), j == k ? share : one * (1d - share) / rest))];
        return method.Rank(c.Matrix().WithWeights(CriterionWeights.AsGiven(weights)), Ties.Competition.WithTolerance(0d));
    }

    /// <summary>Whether no pair that was ranked apart has swapped; for the top, no pair with a winner.</summary>
    private static bool Keeps(Ranking before, Ranking after, bool top) =>
        before.Entries.All(a => before.Entries.Where(b => b.Rank > a.Rank && (!top || a.Rank == 1)).All(b => (before.Method.HigherIsBetter ? 1 : -1) * (after.Scores[a.Candidate] - after.Scores[b.Candidate]) > -1e-12));

    internal sealed record Case(double[][] Rows, bool[] Higher, int[] Weights)
    {
        public double[] Shares => [.. Weights.Select(weight => weight / (double)Weights.Sum())];

        public static Id<Candidate> Candidate(int row) => new(string.Create(CultureInfo.InvariantCulture, $"c{row:00}"));

        public static string Criterion(int column) => string.Create(CultureInfo.InvariantCulture, $"k{column:00}");

        public DecisionMatrix Matrix() => Matrix([.. Enumerable.Range(0, Rows.Length)], [.. Enumerable.Range(0, Higher.Length)]);

        public DecisionMatrix Matrix(int[] rows, int[] columns)
        {
            DecisionMatrixBuilder builder = DecisionMatrix.Define();
            foreach (int j in columns)
            {
                builder.Criterion(Criterion(j), Higher[j] ? KpiDirection.Higher : KpiDirection.Lower, Weights[j]);
            }

            foreach (int i in rows)
            {
                builder.Candidate(Candidate(i).Value, [.. columns.Select(j => Rows[i][j])]);
            }

            return builder.Build();
        }
    }
}
