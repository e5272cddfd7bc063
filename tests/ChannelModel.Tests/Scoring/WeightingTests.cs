using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>Weights by hand: stated ones, those that judgements give, and those that the data give.</summary>
public sealed class WeightingTests
{
    [Fact]
    public void Weights_are_divided_by_their_sum_or_kept()
    {
        CriterionWeights of = CriterionWeights.Of(("b", 1e9), ("a", 3e9 / 3), ("c", 0));
        (of.IsAsGiven, of.Count, of["a"], of["b"], of["c"]).Should().Be((false, 3, 0.5, 0.5, 0d));
        of.Criteria.Select(id => id.Value).Should().Equal("a", "b", "c");
        CriterionWeights given = CriterionWeights.AsGiven(("b", 3), ("a", 2));
        (given.IsAsGiven, given["a"], given["b"]).Should().Be((true, 2d, 3d));
        FluentActions.Invoking(() => CriterionWeights.Of(("a", 1), ("b", 1), ("a", 2))).Should().Throw<ArgumentException>().WithMessage("criterion 'a' has 2 weights; expected one*").WithParameterName("weights");
        FluentActions.Invoking(() => CriterionWeights.AsGiven(("a", 1e9 + 1))).Should().Throw<ArgumentException>().WithMessage("criterion 'a' has the weight 1000000001; expected a number from 0 to 10^9*");

        DecisionMatrixBuilder builder = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 3).Criterion("y", KpiDirection.Higher, 2).Candidate("a", 1, 2);
        (builder.Build().Weights.IsAsGiven, builder.Build().Weights["x"]).Should().Be((false, 0.6));
        (builder.KeepWeights().Build().Weights.IsAsGiven, builder.Build().Weights["x"]).Should().Be((true, 3d));
        CriterionWeights judged = CriterionWeights.Of(PairwiseJudgements<DecisionCriterion>.Of("a", "b").Prefer("a", "b", 4).Prioritise());
        (judged.IsAsGiven, judged["a"]).Should().Be((false, 0.8));
    }

    [Fact]
    public void A_matrix_says_which_id_is_none()
    {
        DecisionMatrix.Define().Criterion(" x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Candidate("a", 1).TryBuild(out DecisionMatrix? matrix, out IReadOnlyList<MatrixError> errors).Should().BeFalse();
        matrix.Should().BeNull("the rest alone would be a matrix");
        errors.Select(error => error.Message).Should().Equal("' x' is not the id of a criterion; expected 1 to 100 characters");
    }

    [Fact]
    public void Judgements_of_three_by_hand()
    {
        // a is twice b and c, b is twice c. The columns add up to 2, 3.5 and 5; the geometric means are the roots of 4, 1 and 1/4.
        PairwiseJudgements<DecisionCriterion> three = PairwiseJudgements<DecisionCriterion>.Of("a", "b", "c").Prefer("a", "b", 2).Prefer("a", "c", 2).Prefer("b", "c", 2);
        double[] mean = three.Prioritise(Prioritisation.ColumnMean).Weights.Values.ToArray();
        mean[0].Should().BeApproximately(((1d / 2d) + (2d / 3.5) + (2d / 5d)) / 3d, 1e-15);
        mean[1].Should().BeApproximately(((0.5 / 2d) + (1d / 3.5) + (2d / 5d)) / 3d, 1e-15);
        mean[2].Should().BeApproximately(((0.5 / 2d) + (0.5 / 3.5) + (1d / 5d)) / 3d, 1e-15);
        double root = Math.Pow(4d, 1d / 3d);
        double[] geometric = three.Prioritise(Prioritisation.GeometricMean).Weights.Values.ToArray();
        geometric[0].Should().BeApproximately(root / (root + 1d + (1d / root)), 1e-15);
        geometric[2].Should().BeApproximately(1d / root / (root + 1d + (1d / root)), 1e-15);
        three.Prioritise().Weights.Values.ToArray().Should().Equal(geometric, (x, y) => Math.Abs(x - y) < 1e-14, "of three the eigenvector is the geometric mean");
    }

    [Fact]
    public void Judgements_of_four_contradict_one_another_by_a_measure()
    {
        // Four equals, but for one pair of 1 to 16: by geometric means 2, 1/2, 1 and 1 the sums over the means are 6, 5.25, 4.5 and 4.5.
        PairwiseJudgements<DecisionCriterion> four = PairwiseJudgements<DecisionCriterion>.Of("a", "b", "c", "d")
            .Prefer("a", "b", 16).Prefer("a", "c", 1).Prefer("a", "d", 1).Prefer("b", "c", 1).Prefer("b", "d", 1).Prefer("c", "d", 1);
        AhpPriorities<DecisionCriterion> priorities = four.Prioritise(Prioritisation.GeometricMean, randomIndex: 0.5);
        priorities.ConsistencyVector.Values.ToArray().Should().Equal([6d, 5.25, 4.5, 4.5], (x, y) => Math.Abs(x - y) < 1e-13);
        priorities.LambdaMax.Should().BeApproximately(20.25 / 4d, 1e-13);
        priorities.ConsistencyIndex.Should().BeApproximately((5.0625 - 4d) / 3d, 1e-13);
        priorities.ConsistencyRatio.Should().BeApproximately((5.0625 - 4d) / 1.5, 1e-13);
        (priorities.RandomIndex, priorities.By, priorities.IsConsistent).Should().Be((0.5, Prioritisation.GeometricMean, false));

        // An eigenvector is stretched alike everywhere; the mean of columns, where it starts from, is not.
        double[] eigen = four.Prioritise().ConsistencyVector.Values.ToArray();
        eigen.Should().OnlyContain(value => Math.Abs(value - eigen[0]) < 1e-12);
        double[] start = four.Prioritise(Prioritisation.ColumnMean).ConsistencyVector.Values.ToArray();
        (start.Max() - start.Min()).Should().BeGreaterThan(0.1);
    }

    [Fact]
    public void One_or_two_items_cannot_contradict_one_another()
    {
        AhpPriorities<DecisionCriterion> one = PairwiseJudgements<DecisionCriterion>.Of("a").Prioritise();
        (one.Weights["a"], one.ConsistencyIndex, one.ConsistencyRatio, one.IsConsistent, one.ToRevisit).Should().Be((1d, 0d, 0d, true, null));
        AhpPriorities<DecisionCriterion> two = PairwiseJudgements<DecisionCriterion>.OfTable(["a", "b"], [[1, 3], [0.3331, 1]]).Prioritise();
        (two.ConsistencyIndex, two.ConsistencyRatio).Should().Be((0d, 0d));
        one.Explain(Language.English).Should().Be("The consistency ratio is 0.0000, within 0.1.");
        one.Explain(Language.SimplifiedChinese).Should().Be("一致性比率0.0000，不超过0.1。");
        FluentActions.Invoking(() => PairwiseJudgements<DecisionCriterion>.OfTable(["a"], [[1.0004]])).Should().Throw<ArgumentException>().WithMessage("'a' to 'a' is 1.0004, the other way round 1.0004; expected the reciprocal, and 1 on the diagonal.*");
        string[] many = [.. Enumerable.Range(0, 15).Select(i => $"c{i}")];
        PairwiseJudgements<DecisionCriterion>.OfTable(many, [.. many.Select(_ => many.Select(_ => 1d).ToArray())]).Prioritise().IsConsistent.Should().BeTrue("there is a random index of 15");
    }

    [Fact]
    public void An_order_of_importance_names_each_criterion_once()
    {
        FluentActions.Invoking(() => WeightingMethod.RankOrderCentroid()).Should().Throw<ArgumentException>().WithMessage("The order is ; expected each criterion once.*");
        FluentActions.Invoking(() => WeightingMethod.RankOrderCentroid("a", "b", "a")).Should().Throw<ArgumentException>().WithMessage("The order is 'a', 'b', 'a'; expected each criterion once.*").WithParameterName("fromMostImportant");
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Candidate("a", 1, 2).Build();
        FluentActions.Invoking(() => WeightingMethod.RankOrderCentroid("x", "z").Weigh(matrix)).Should().Throw<ArgumentException>()
            .WithMessage("rank-order centroid cannot weigh the matrix: criterion 'y' is not in the order of importance; expected every criterion there | the order of importance has 'z', which is not a criterion here; expected x, y*").WithParameterName("matrix");
        CriterionWeights weights = WeightingMethod.RankOrderCentroid("y", "x").Weigh(matrix);
        (weights["y"], weights["x"], weights.IsAsGiven).Should().Be((0.75, 0.25, false));
    }

    [Fact]
    public void Weights_of_data_by_hand()
    {
        // x 1 and 3, y 2 and 2 and z 1 and 9, of two each: by min-max both spread by a half, as raw values by 1 and 4, and y by nothing.
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Criterion("z", KpiDirection.Lower).Candidate("a", 1, 2, 9).Candidate("b", 3, 2, 1).Build();
        Is(WeightingMethod.Equal, 1d / 3d, 1d / 3d, 1d / 3d);
        Is(WeightingMethod.StandardDeviation(), 0.5, 0d, 0.5);
        Is(WeightingMethod.StandardDeviation(Normalisation.None), 0.2, 0d, 0.8);
        Is(WeightingMethod.StandardDeviation(Normalisation.None, ddof: 1), 0.2, 0d, 0.8);

        // Entropy: 1 less the entropy of 1/4 and 3/4, and of 1/10 and 9/10, over ln 2.
        static double Spread(double share) => 1d + (((share * Math.Log(share)) + ((1d - share) * Math.Log(1d - share))) / Math.Log(2d));
        Is(WeightingMethod.Entropy, Spread(0.25) / (Spread(0.25) + Spread(0.1)), 0d, Spread(0.1) / (Spread(0.25) + Spread(0.1)));

        // x falls as z does; a cost that is turned goes the same way, and neither says anything of its own.
        WeightingMethod.Critic().TryWeigh(matrix, out CriterionWeights? none, out IReadOnlyList<MatrixError> errors).Should().BeFalse();
        none.Should().BeNull();
        errors.Single().Message.Should().Be("by CRITIC (Pearson) no criterion tells the candidates apart in a way of its own; use equal weights, or leave out criteria that say the same");

        void Is(WeightingMethod method, params double[] weights) => method.Weigh(matrix).Select(pair => pair.Value).Should().Equal(weights, (x, y) => Math.Abs(x - y) < 1e-12, "of {0}", method);
    }

    [Fact]
    public void Conflicting_criteria_weigh_more()
    {
        // x and y rise together, z falls: correlations 1 and -1. By min-max all deviate alike: x and y conflict by 2 each, z by 4.
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Criterion("z", KpiDirection.Higher)
            .Candidate("a", 1, 10, 3).Candidate("b", 2, 20, 2).Candidate("c", 3, 30, 1).Build();
        Is(WeightingMethod.Critic(), 0.25, 0.25, 0.5);
        Is(WeightingMethod.Critic(Correlation.Spearman), 0.25, 0.25, 0.5);

        // Unscaled y deviates ten times as much: 1 x 2, 10 x 2, 1 x 4.
        Is(WeightingMethod.Critic(scale: false), 2d / 26d, 20d / 26d, 4d / 26d);
        new[] { WeightingMethod.Critic().Name, WeightingMethod.Critic(Correlation.Spearman, false).ToString(), WeightingMethod.Equal.Name, WeightingMethod.Entropy.Name }.Should().Equal("CRITIC (Pearson)", "CRITIC (Spearman, unscaled)", "equal weights", "entropy");
        FluentActions.Invoking(() => WeightingMethod.Critic((Correlation)7)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected a defined correlation.*").WithParameterName("correlation");
        FluentActions.Invoking(() => WeightingMethod.StandardDeviation(ddof: 2)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected 0 (population) or 1 (sample).*").WithParameterName("ddof");

        void Is(WeightingMethod method, params double[] weights) => method.Weigh(matrix).Select(pair => pair.Value).Should().Equal(weights, (x, y) => Math.Abs(x - y) < 1e-14, "of {0}", method);
    }

    [Fact]
    public void A_correlation_is_of_values_or_of_ranks()
    {
        // Correlations by ranks and, since ranks and values are the same, by values: x and y 0.5, x and z -1, y and z -0.5. Conflicts 2.5, 2 and 3.5.
        DecisionMatrix three = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Criterion("z", KpiDirection.Higher)
            .Candidate("a", 1, 1, 3).Candidate("b", 2, 3, 2).Candidate("c", 3, 2, 1).Build();
        foreach (WeightingMethod method in new[] { WeightingMethod.Critic(), WeightingMethod.Critic(Correlation.Spearman) })
        {
            method.Weigh(three).Select(pair => pair.Value).Should().Equal([2.5 / 8d, 2d / 8d, 3.5 / 8d], (x, y) => Math.Abs(x - y) < 1e-14, "of {0}", method);
        }

        // 1, 2, 3 and 1, 4, 9 rise together: by ranks they say the same, by values they do not.
        DecisionMatrix squares = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Candidate("a", 1, 1).Candidate("b", 2, 4).Candidate("c", 3, 9).Build();
        WeightingMethod.Critic().TryWeigh(squares, out _, out _).Should().BeTrue();
        WeightingMethod.Critic(Correlation.Spearman).TryWeigh(squares, out _, out IReadOnlyList<MatrixError> errors).Should().BeFalse();
        errors.Single().Message.Should().StartWith("by CRITIC (Spearman) no criterion tells the candidates apart");
    }

    [Fact]
    public void What_is_the_same_for_all_deviates_by_nothing_to_the_bit()
    {
        // Three tenths, summed and divided by three, are not a tenth.
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Candidate("a", 0.1, 1).Candidate("b", 0.1, 2).Candidate("c", 0.1, 3).Build();
        WeightingMethod.StandardDeviation(Normalisation.None).Weigh(matrix)["x"].Should().Be(0d);
    }

    [Fact]
    public void Small_distances_from_the_mean_on_unequal_sides_count_by_their_own_size()
    {
        // Just below the limit of 0.01 a series stands for the formula, which still has ten digits there.
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Candidate("a", 0.992, 1).Candidate("b", 1.004, 1).Candidate("c", 1.004, 4).Build();
        static double Term(double d) => ((1d + d) * Math.Log(1d + d)) - d;
        CriterionWeights weights = WeightingMethod.Entropy.Weigh(matrix);
        (weights["x"] / weights["y"] / ((Term(-0.008) + Term(0.004) + Term(0.004)) / (Term(-0.5) + Term(-0.5) + Term(1d)))).Should().BeApproximately(1d, 1e-10);
    }

    [Fact]
    public void A_nearly_constant_criterion_keeps_its_small_weight()
    {
        // Off the mean by d on both sides the entropy is short of ln 2 by about d^2 / 2, here 2 x 10^-10 and 2 x 10^-14; one value of two is 0: all of ln 2.
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Criterion("z", KpiDirection.Higher)
            .Candidate("a", 1d - 2e-5, 1d - 2e-7, 0).Candidate("b", 1d + 2e-5, 1d + 2e-7, 1).Build();
        CriterionWeights weights = WeightingMethod.Entropy.Weigh(matrix);
        (weights["x"] / weights["z"]).Should().BeApproximately(2e-10 / Math.Log(2d), 1e-18);
        (weights["y"] / weights["z"]).Should().BeApproximately(2e-14 / Math.Log(2d), 1e-22);
        foreach (WeightingMethod method in new[] { WeightingMethod.Entropy, WeightingMethod.StandardDeviation() })
        {
            method.TryWeigh(matrix.Without(new("b")), out _, out IReadOnlyList<MatrixError> errors).Should().BeFalse();
            errors.Single().Message.Should().Be($"there is one candidate; {method} looks at how candidates differ and needs two or more");
        }
    }
}
