using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

public sealed class RankingTests
{
    private static DecisionMatrixBuilder Agencies() => DecisionMatrix.Define()
        .Criterion("roi", KpiDirection.Higher, weight: 3)
        .Criterion("fee", KpiDirection.Lower, weight: 2, unit: "CNY", name: new LocalText("fee", "费用"))
        .Criterion("fit", KpiDirection.Higher, weight: 1);

    private static DecisionMatrix Three() => Agencies()
        .Candidate("mcn-2", 1.2, 200_000, 80)
        .Candidate("mcn-1", 1.4, 500_000, 90)
        .Candidate("mcn-3", -0.2, 100_000, 60)
        .Build();

    [Fact]
    public void A_matrix_is_keyed_and_its_weights_add_up_to_1()
    {
        DecisionMatrix matrix = Three();
        matrix.Candidates.Select(id => id.Value).Should().Equal("mcn-1", "mcn-2", "mcn-3");
        matrix.Criteria.Select(criterion => criterion.Id.Value).Should().Equal("roi", "fee", "fit");
        matrix[new Id<Candidate>("mcn-3"), new Id<DecisionCriterion>("roi")].Should().Be(-0.2);
        matrix.Column(new Id<DecisionCriterion>("fit"))["mcn-1"].Should().Be(90d);
        matrix.Weights["roi"].Should().Be(0.5);
        FluentActions.Invoking(() => matrix.Weights["price"]).Should().Throw<ArgumentException>().WithMessage("There is no DecisionCriterion 'price' here; expected one of 'fee', 'fit', 'roi'.*");
        FluentActions.Invoking(() => matrix.WithWeights(CriterionWeights.Of(("roi", 1), ("fee", 1), ("size", 1)))).Should().Throw<ArgumentException>()
            .WithMessage("*criterion 'fit' has no weight*there is a weight for 'size', which is not a criterion here*");
    }

    [Fact]
    public void All_that_is_wrong_with_a_matrix_is_named_at_once()
    {
        bool built = DecisionMatrix.Define()
            .Criterion("roi", KpiDirection.Higher, double.NaN)
            .Criterion("roi", KpiDirection.Higher)
            .Criterion("days", KpiDirection.InRange)
            .Criterion("fee", KpiDirection.Lower)
            .Candidate("a", 1, 2, double.NaN)
            .Candidate("b", 1, double.NegativeInfinity, 4)
            .Candidate("b", 1, 2, 1e101)
            .Candidate("c", 1)
            .Candidate(" d", 1, 2, 3)
            .TryBuild(out DecisionMatrix? matrix, out IReadOnlyList<MatrixError> errors);
        built.Should().BeFalse();
        matrix.Should().BeNull();
        errors.Select(error => error.Message).Should().BeEquivalentTo(
            "criterion 'days' has the direction InRange; expected Higher or Lower",
            "candidate 'c' has 1 values; expected 3, one for each criterion",
            "' d' is not the id of a candidate; expected 1 to 100 characters",
            "criterion 'roi' is there 2 times; expected once",
            "candidate 'b' is there 2 times; expected once",
            "criterion 'fee' has NaN for 'a'; expected a finite number, 0 or of a magnitude from 10^-100 to 10^100",
            "criterion 'roi' has -Infinity for 'b'; expected a finite number, 0 or of a magnitude from 10^-100 to 10^100",
            "criterion 'fee' has 1E+101 for 'b'; expected a finite number, 0 or of a magnitude from 10^-100 to 10^100",
            "criterion 'roi' has the weight NaN; expected a number from 0 to 10^9");
        errors.Single(error => error.Message.Contains("-Infinity", StringComparison.Ordinal)).Should().BeEquivalentTo(
            new { Criterion = new Id<DecisionCriterion>("roi"), Candidate = new Id<Candidate>("b"), Value = double.NegativeInfinity });
        FluentActions.Invoking(() => DecisionMatrix.Define().Build()).Should().Throw<ArgumentException>().WithMessage("The matrix has 2 errors: the matrix has no criterion; expected at least one | the matrix has no candidate*");
        FluentActions.Invoking(() => Agencies().Build()).Should().Throw<ArgumentException>().WithMessage("*the matrix has no candidate; expected at least one");
        FluentActions.Invoking(() => CriterionWeights.Of(("a", 0), ("b", 0))).Should().Throw<ArgumentException>().WithMessage("the weights are all 0*");
        FluentActions.Invoking(() => CriterionWeights.Of(("a", -1), ("a", 1))).Should().Throw<ArgumentException>().WithMessage("*'a' has 2 weights*'a' has the weight -1*");
    }

    [Fact]
    public void Columns_make_the_same_matrix()
    {
        DecisionMatrix rows = Three();
        DecisionMatrix.TryOfColumns(rows.Criteria, rows.Weights, [new("mcn-3"), new("mcn-1"), new("mcn-2")], [[-0.2, 1.4, 1.2], [1e5, 5e5, 2e5], [60, 90, 80]], out DecisionMatrix? columns, out _).Should().BeTrue();
        RankingMethod.Topsis().Rank(columns!).Scores.Values.ToArray().Should().Equal(RankingMethod.Topsis().Rank(rows).Scores.Values.ToArray());
        DecisionMatrix.TryOfColumns(rows.Criteria, null, [new("a")], [[1], [1, 2], [1]], out _, out IReadOnlyList<MatrixError> errors).Should().BeFalse();
        errors.Single().Message.Should().Be("criterion 'fee' has 2 values; expected 1, one for each candidate");
        DecisionMatrix.TryOfColumns(rows.Criteria, null, [new("a")], [[1], [2]], out _, out errors).Should().BeFalse();
        errors.Single().Message.Should().Be("there are 2 columns; expected 3, one for each criterion");
    }

    [Theory]
    [InlineData("sum", "criterion 'roi' has -0.2 for 'mcn-3'; the sum normalisation needs values of 0 or more; use fixed bounds or min-max")]
    [InlineData("linear-max", "criterion 'roi' has -0.2 for 'mcn-3'; the linear-max normalisation needs values of 0 or more; use fixed bounds or min-max")]
    [InlineData("logarithmic", "criterion 'roi' has -0.2 for 'mcn-3'; the logarithmic normalisation needs values of 1 or more; use fixed bounds or min-max")]
    [InlineData("reciprocal", "criterion 'fee' has 0 for 'mcn-4'; the reciprocal of a cost needs values above 0; use the complement, fixed bounds or min-max")]
    [InlineData("bounds", "criterion 'fit' has no bounds; expected some for each criterion that counts")]
    public void A_value_that_a_normalisation_cannot_use_is_named(string which, string message)
    {
        Normalisation normalisation = which switch
        {
            "sum" => Normalisation.Sum,
            "linear-max" => Normalisation.LinearMax,
            "logarithmic" => Normalisation.Logarithmic,
            "reciprocal" => Normalisation.MinMax.WithCost(CostRule.Reciprocal),
            _ => Normalisation.FixedBounds(CriterionBounds.Of("roi", -1, 2), CriterionBounds.Of("fee", 0, 1e6)),
        };
        DecisionMatrix matrix = which == "reciprocal" ? Agencies().Candidate("mcn-4", 1, 0, 1).Candidate("mcn-5", 1, 2, 1).Build() : Three();
        RankingMethod.WeightedSum(normalisation).TryRank(matrix, Ties.Competition, out _, out IReadOnlyList<MatrixError> errors).Should().BeFalse();
        errors.Select(error => error.Message).Should().ContainSingle().Which.Should().Be(message);
        FluentActions.Invoking(() => RankingMethod.WeightedSum(normalisation).Rank(matrix)).Should().Throw<ArgumentException>().WithMessage($"*{message}*");

        // A criterion that does not count is not checked.
        matrix.WithWeights(CriterionWeights.Of(("roi", which == "reciprocal" ? 1 : 0), ("fee", which == "reciprocal" ? 0 : 1), ("fit", 0)));
        DecisionMatrix without = matrix.WithWeights(CriterionWeights.Of(("roi", which == "reciprocal" ? 1 : 0), ("fee", which == "reciprocal" ? 0 : 1), ("fit", 0)));
        Ranking ranking = RankingMethod.WeightedSum(normalisation).Rank(without);
        ranking.Diagnostics.Select(diagnostic => diagnostic.Kind).Should().Contain([RankingDiagnosticKind.ZeroWeight, RankingDiagnosticKind.AllWeightOnOne]);
    }

    [Fact]
    public void Products_and_averages_refuse_what_they_cannot_use()
    {
        DecisionMatrix matrix = Agencies().Candidate("a", -0.5, 1, 1).Candidate("b", 0.3, 2, 1).Candidate("c", -0.1, 3, 1).Build();
        RankingMethod.Edas().TryRank(matrix, Ties.Competition, out _, out IReadOnlyList<MatrixError> errors);
        errors.Single().Message.Should().StartWith("criterion 'roi' has the average -0.1").And.Contain("EDAS divides by it and needs an average above 0; use a weighted sum over fixed bounds, or PROMETHEE");
        RankingMethod.WeightedProduct(Normalisation.None.WithCost(CostRule.Reciprocal)).TryRank(matrix, Ties.Competition, out _, out errors);
        errors.Single().Message.Should().Be("criterion 'roi' has -0.5 for 'a', which is -0.5 when scaled; a product needs values of 0 or more; use a weighted sum or fixed bounds");

        // 0 is a value: it makes the product 0, and the ranking says so.
        Ranking zero = RankingMethod.WeightedProduct().Rank(Agencies().Candidate("a", 0, 1, 1).Candidate("b", 3, 2, 1).Build());
        zero["a"].Score.Should().Be(0d);
        ((WeightedProductDetail)zero.Detail).Log10(new Id<Candidate>("a")).Should().BeNull();
        zero.Diagnostics.Select(diagnostic => diagnostic.Message.En).Should().Equal("fit is 1 for all; its weight 0.1667 is idle.", "roi is 0 when scaled for 1 of 2 candidates, which makes their products 0.");
    }

    [Fact]
    public void Traps_have_a_defined_answer()
    {
        DecisionMatrix same = Agencies().Candidate("a", 1, 2, 3).Candidate("b", 1, 2, 3).Build();
        foreach (RankingMethod method in new[] { RankingMethod.Topsis(), RankingMethod.Edas(), RankingMethod.Vikor(), RankingMethod.WeightedSum(Normalisation.MinMax), RankingMethod.Promethee(PreferenceFunction.Usual), RankingMethod.WeightedProduct() })
        {
            Ranking ranking = method.Rank(same);
            ranking.Entries.Select(entry => entry.Rank).Should().Equal(1, 1);
            ranking.Winners.Should().HaveCount(2);
            ranking.Diagnostics.Select(diagnostic => diagnostic.Kind).Should().Equal(
                RankingDiagnosticKind.ConstantCriterion, RankingDiagnosticKind.ConstantCriterion, RankingDiagnosticKind.ConstantCriterion, RankingDiagnosticKind.AllEqual);
            ranking.Rationale.En.Should().StartWith("'a', 'b' share the first place of 2 by ");
        }

        RankingMethod.Topsis().Rank(same)["a"].Score.Should().Be(0.5, "0 / 0");
        RankingMethod.Edas().Rank(same)["a"].Score.Should().Be(0.5, "nobody is above or below the average");
        RankingMethod.Vikor().Rank(same)["a"].Score.Should().Be(0d);

        // R is 0.5 for both: its term says nothing, S decides.
        DecisionMatrix regret = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 2).Criterion("y", KpiDirection.Higher, 2).Criterion("z", KpiDirection.Higher, 1)
            .Candidate("a", 1, 0, 1).Candidate("b", 0, 1, 0).Build();
        Ranking vikor = RankingMethod.Vikor().Rank(regret);
        vikor["a"].Score.Should().Be(0d);
        vikor["b"].Score.Should().Be(0.5);

        Ranking one = RankingMethod.Promethee(PreferenceFunction.Gaussian(1)).Rank(Agencies().Candidate("a", 1, 2, 3).Build());
        one["a"].Should().BeEquivalentTo(new { Rank = 1, Score = 0d, IsTied = false });
        one.Diagnostics.Single().Kind.Should().Be(RankingDiagnosticKind.SingleCandidate);
        RankingMethod.Vikor().Rank(one.Matrix).Detail.Should().BeOfType<VikorDetail>().Which.CompromiseSet.Should().Equal(new Id<Candidate>("a"));
        FluentActions.Invoking(() => one.Matrix.Without(new Id<Candidate>("a"))).Should().Throw<InvalidOperationException>().WithMessage("'a' is the only candidate*");
    }

    [Fact]
    public void The_winner_is_explained_in_words()
    {
        Ranking ranking = RankingMethod.Topsis().Rank(Three());
        ranking.ToText(Language.English).Should().Be(
            """
            TOPSIS (vector), higher is better
            1  mcn-2  0.8362
            2  mcn-1  0.6401
            3  mcn-3  0.3599
            'mcn-2' is first of 3 by TOPSIS (vector) with 0.8362, ahead of 'mcn-1' with 0.6401. It is best of all on no single criterion. 'mcn-1' is better on roi and fit.
            """);
        ranking.Rationale.ZhHans.Should().Be("“mcn-2”按TOPSIS (vector)在3个候选中排名第一，得分0.8362，领先于“mcn-1”的0.6401。它没有单项最优的指标。“mcn-1”在roi、fit上更好。");
        RankingMethod.Vikor().Rank(Three()).ToText(Language.SimplifiedChinese).Should().Contain("越低越好").And.Contain("折衷方案：“mcn-2”");
    }

    [Fact]
    public void Ties_are_told_by_a_tolerance_and_listed_by_a_chain()
    {
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("score", KpiDirection.Higher).Criterion("cost", KpiDirection.Lower, 0)
            .Candidate("a", 0.70, 9).Candidate("b", 0.704, 8).Candidate("c", 0.708, 7).Candidate("d", 0.1, 1).Build();
        RankingMethod method = RankingMethod.WeightedSum(Normalisation.None);
        method.Rank(matrix).ToString().Should().Be("c > b > a > d");
        method.Rank(matrix, Ties.Competition.WithTolerance(0.005)).ToString().Should().Be("b = c > a > d", "a is 0.008 from the best of its group");
        method.Rank(matrix, Ties.Competition.WithTolerance(0.01).ThenBy("cost")).ToString().Should().Be("c = b = a > d");
        method.Rank(matrix, Ties.Competition.WithTolerance(0.01))["d"].Rank.Should().Be(4);
        method.Rank(matrix, Ties.Dense.WithTolerance(0.01))["d"].Rank.Should().Be(2);
        method.Rank(matrix, Ties.Ordinal.WithTolerance(0.01).ThenBy("cost")).Entries.Select(entry => entry.Rank).Should().Equal(1, 2, 3, 4);
        FluentActions.Invoking(() => method.Rank(matrix, Ties.Dense.ThenBy("size"))).Should().Throw<ArgumentException>().WithMessage("There is no criterion 'size'*");
        FluentActions.Invoking(() => Ties.Dense.WithTolerance(double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Scores_that_are_there_already_are_ranked_too()
    {
        KeyValuePair<Id<Candidate>, double> Score(string id, double score) => new(new Id<Candidate>(id), score);
        Ties.Competition.Rank([Score("d", 60), Score("c", 70), Score("b", 70), Score("a", 90)]).Select(entry => entry.ToString()).Should().Equal("1. a 90", "2. b 70", "2. c 70", "4. d 60");
        Ties.Dense.WithTolerance(0.2).Rank([Score("a", 90), Score("b", 75), Score("c", 60)], higherIsBetter: false).Select(entry => entry.Rank).Should().Equal([1, 1, 2], "the tolerance is 0.2 x 90");
        Ties.Ordinal.Rank([]).Should().BeEmpty();
        FluentActions.Invoking(() => Ties.Dense.Rank([Score("a", 1), Score("a", 1)])).Should().Throw<ArgumentException>().WithMessage("'a' stands there twice*");
        FluentActions.Invoking(() => Ties.Dense.Rank([Score("a", double.NaN)])).Should().Throw<ArgumentException>().WithMessage("The score of 'a' is NaN*");
        FluentActions.Invoking(() => Ties.Dense.ThenBy("cost").Rank([Score("a", 1)])).Should().Throw<ArgumentException>().WithMessage("The chain names 'cost'*");
    }

    [Fact]
    public void Two_ways_with_costs_can_rank_differently()
    {
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("fee", KpiDirection.Lower).Criterion("orders", KpiDirection.Higher)
            .Candidate("a", 1, 40).Candidate("b", 4, 80).Candidate("c", 10, 100).Build();
        RankingMethod.WeightedSum(Normalisation.LinearMax).Rank(matrix).ToString().Should().Be("a > c > b");
        RankingMethod.WeightedSum(Normalisation.LinearMax.WithCost(CostRule.Complement)).Rank(matrix).ToString().Should().Be("b > a > c");
    }

    [Fact]
    public void Stability_names_the_swap_on_each_side()
    {
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 0.6).Criterion("y", KpiDirection.Higher, 0.4)
            .Candidate("a", 10, 0).Candidate("b", 0, 10).Candidate("c", 5, 3).Build();
        WeightStability stability = WeightStability.Of(RankingMethod.WeightedSum(Normalisation.FixedBounds(CriterionBounds.Of("x", 0, 10), CriterionBounds.Of("y", 0, 10))).Rank(matrix));

        // a: 0.6, c: 0.42, b: 0.4. Between b and c: t = (1 - 0.3) / ((1 - 0.3) + 0.5) = 7 / 12.
        stability.Ranking.ToString().Should().Be("a > c > b");
        WeightInterval x = stability["x"];
        x.From.Weight.Should().BeApproximately(7d / 12d, 1e-15);
        (x.From.Falls!.Value, x.From.Rises!.Value).Should().Be(("c", "b"));
        x.TopFrom.Weight.Should().BeApproximately(0.5, 1e-15);
        (x.To.Weight, x.To.Falls, x.TopTo.Weight).Should().Be((1d, null, 1d));
        stability["y"].To.Weight.Should().BeApproximately(5d / 12d, 1e-15);
        FluentActions.Invoking(() => WeightStability.Of(RankingMethod.Topsis().Rank(matrix))).Should().Throw<ArgumentException>().WithMessage("The score of TOPSIS (vector) is not a weighted sum*");
    }

    [Fact]
    public void A_loser_who_leaves_can_change_the_winner()
    {
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 5).Criterion("y", KpiDirection.Higher, 3).Criterion("z", KpiDirection.Higher, 2)
            .Candidate("A1", 5, 6, 3).Candidate("A2", 9, 5, 2).Candidate("A3", 6, 4, 8).Candidate("A4", 8, 7, 1).Build();
        LeaveOneOut report = LeaveOneOut.Of(RankingMethod.Topsis().Rank(matrix));
        RankReversal reversal = report.Reversals.Single(one => one.Leaves.Value == "A4");
        reversal.WinnerChanges.Should().BeTrue();
        (reversal.FirstBefore.Value, reversal.FirstAfter.Value).Should().Be(("A3", "A2"));
        reversal.Explain(Language.English).Should().Be("Without 'A4', 'A2' passes 'A3'; the winner changes.");
        reversal.Explain(Language.SimplifiedChinese).Should().Be("若“A4”退出，“A2”将超过“A3”，第一名随之改变。");
        report.WinnerCanChange.Should().BeTrue();
        RankAgreement.Between(report.Ranking, RankingMethod.Vikor().Rank(matrix)).Spearman.Should().BeInRange(-1d, 1d);
        FluentActions.Invoking(() => RankAgreement.Between(report.Ranking, RankingMethod.Topsis().Rank(Three()))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Judgements_that_contradict_one_another_are_named()
    {
        PairwiseJudgements<DecisionCriterion> judgements = PairwiseJudgements<DecisionCriterion>.Of("traffic", "cooperation", "fit")
            .Prefer("traffic", over: "cooperation", 3).Prefer("cooperation", over: "fit", 3);
        FluentActions.Invoking(() => judgements.Prioritise()).Should().Throw<InvalidOperationException>().WithMessage("'fit' is not compared with 'traffic'*");
        AhpPriorities<DecisionCriterion> priorities = judgements.Prefer("fit", over: "traffic", 3).Prioritise();
        priorities.IsConsistent.Should().BeFalse();
        priorities.Weights["fit"].Should().BeApproximately(1d / 3d, 1e-12);
        priorities.Explain(Language.English).Should().Be("The consistency ratio is 1.1494, above 0.1. Look again at 'cooperation' over 'fit': stated 3.00, the judgements together imply 1.00.");
        AhpPriorities<DecisionCriterion> better = judgements.Prefer("traffic", over: "fit", 7).Prioritise();
        better.IsConsistent.Should().BeTrue();
        better.Explain(Language.SimplifiedChinese).Should().Be("一致性比率0.0061，不超过0.1。");
        CriterionWeights.Of(better).Sum(pair => pair.Value).Should().BeApproximately(1d, 1e-15);
        FluentActions.Invoking(() => PairwiseJudgements<DecisionCriterion>.OfTable(["a", "b"], [[1, 3], [0.5, 1]])).Should().Throw<ArgumentException>().WithMessage("'a' to 'b' is 3, the other way round 0.5; expected the reciprocal*");
        string[] many = [.. Enumerable.Range(0, 16).Select(i => $"c{i}")];
        double[][] equal = [.. many.Select(_ => many.Select(_ => 1d).ToArray())];
        FluentActions.Invoking(() => PairwiseJudgements<DecisionCriterion>.OfTable(many, equal).Prioritise()).Should().Throw<InvalidOperationException>().WithMessage("There are 16 items; expected up to 15*");
        PairwiseJudgements<DecisionCriterion>.OfTable(many, equal).Prioritise(randomIndex: 1.6).IsConsistent.Should().BeTrue();
        PairwiseJudgements<DecisionCriterion>.Of("a", "b").Prefer("a", "b", 9).Prioritise().ConsistencyRatio.Should().Be(0d, "two items cannot contradict each other");
    }

    [Fact]
    public void Weights_can_come_from_an_order_or_from_the_data()
    {
        CriterionWeights centroid = WeightingMethod.RankOrderCentroid("roi", "fee", "fit").Weigh(Three());
        centroid["roi"].Should().BeApproximately(11d / 18d, 1e-15);
        centroid["fee"].Should().BeApproximately(5d / 18d, 1e-15);
        centroid["fit"].Should().BeApproximately(2d / 18d, 1e-15);
        WeightingMethod.RankOrderCentroid("roi", "size").TryWeigh(Three(), out _, out IReadOnlyList<MatrixError> errors).Should().BeFalse();
        errors.Select(error => error.Message).Should().Contain("criterion 'fee' is not in the order of importance; expected every criterion there").And.HaveCount(3);
        WeightingMethod.Entropy.TryWeigh(Three(), out _, out errors).Should().BeFalse();
        errors.Single().Message.Should().Be("criterion 'roi' has -0.2 for 'mcn-3'; entropy needs values of 0 or more; use CRITIC or standard deviation");
        DecisionMatrix one = Agencies().Candidate("a", 1, 2, 3).Build();
        WeightingMethod.Critic().TryWeigh(one, out _, out errors).Should().BeFalse();
        errors.Single().Message.Should().Be("there is one candidate; CRITIC (Pearson) looks at how candidates differ and needs two or more");
        WeightingMethod.StandardDeviation().TryWeigh(Agencies().Candidate("a", 1, 2, 3).Candidate("b", 1, 2, 3).Build(), out _, out errors).Should().BeFalse();
        errors.Single().Message.Should().Contain("no criterion tells the candidates apart");

        // A constant criterion takes no part; the only one that spreads has all the weight.
        WeightingMethod.Critic().Weigh(Agencies().Candidate("a", 1, 2, 3).Candidate("b", 2, 2, 3).Build())["roi"].Should().Be(1d);
    }

    [Fact]
    public void A_million_candidates_are_ranked_and_pairs_of_them_are_refused()
    {
        const int Count = 1_000_000;
        var ids = new Id<Candidate>[Count];
        var x = new double[Count];
        var y = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            ids[i] = new Id<Candidate>(i.ToString("0000000", CultureInfo.InvariantCulture));
            x[i] = (i * 7919L) % 1_000_003;
            y[i] = (i * 104_729L) % 999_983;
        }

        DecisionCriterion[] criteria = [new(new("x"), KpiDirection.Higher), new(new("y"), KpiDirection.Lower)];
        DecisionMatrix.TryOfColumns(criteria, null, ids, [x, y], out DecisionMatrix? matrix, out _).Should().BeTrue();
        Ranking ranking = RankingMethod.Promethee(PreferenceFunction.Linear(100, 5_000)).Rank(matrix!);
        ranking.Entries.Count.Should().Be(Count);
        ranking.Scores.Values.ToArray().Sum().Should().BeApproximately(0d, 1e-6);
        RankingMethod.Promethee(PreferenceFunction.Gaussian(5)).TryRank(matrix!, Ties.Competition, out _, out IReadOnlyList<MatrixError> errors).Should().BeFalse();
        errors[0].Message.Should().Be("criterion 'x' has a Gaussian preference, which compares all pairs; 1000000 candidates are above the limit of 20000; use the linear shape");
        FluentActions.Invoking(() => LeaveOneOut.Of(ranking)).Should().Throw<ArgumentException>().WithMessage("There are 1000000 candidates*expected up to 1000*");
    }
}
