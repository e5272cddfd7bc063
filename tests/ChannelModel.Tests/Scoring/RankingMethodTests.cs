using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>How methods are made and named, what they refuse, and TOPSIS, VIKOR and PROMETHEE by hand.</summary>
public sealed class RankingMethodTests
{
    [Fact]
    public void A_method_says_what_it_is()
    {
        Normalisation fixedBounds = Normalisation.FixedBounds(CriterionBounds.Of("x", 0, 10));
        Says(RankingMethod.WeightedSum(fixedBounds), "weighted sum (fixed-bounds)", false, true);
        Says(RankingMethod.WeightedSum(Normalisation.MinMax), "weighted sum (min-max)", true, true);
        Says(RankingMethod.WeightedProduct(), "weighted product (linear-max)", true, true);
        Says(RankingMethod.WeightedProduct(fixedBounds), "weighted product (fixed-bounds)", false, true);
        Says(RankingMethod.Waspas(), "WASPAS (0.5, linear-max)", true, true);
        Says(RankingMethod.Waspas(0, fixedBounds), "WASPAS (0, fixed-bounds)", false, true);
        Says(RankingMethod.Topsis(), "TOPSIS (vector)", true, true);
        Says(RankingMethod.Topsis(fixedBounds), "TOPSIS (fixed-bounds)", true, true);
        Says(RankingMethod.TopsisToward(fixedBounds, ("x", 1, 0)), "TOPSIS (fixed-bounds, given ideals)", false, true);
        Says(RankingMethod.TopsisToward(Normalisation.MinMax, ("x", 1, 0)), "TOPSIS (min-max, given ideals)", true, true);
        Says(RankingMethod.Vikor(), "VIKOR (v 0.5)", true, false);
        Says(RankingMethod.Vikor(1), "VIKOR (v 1)", true, false);
        Says(RankingMethod.Edas(), "EDAS", true, true);
        Says(RankingMethod.Promethee(("x", PreferenceFunction.Usual)), "PROMETHEE II", true, true);
        Says(RankingMethod.Promethee(PreferenceFunction.Usual), $"PROMETHEE II ({PreferenceFunction.Usual})", true, true);
        Says(RankingMethod.Spotis(CriterionBounds.Of("x", 0, 10)), "SPOTIS", false, false);
        Says(RankingMethod.BalancedSpotis(0, CriterionBounds.Of("x", 0, 10)), "Balanced SPOTIS", false, false);

        static void Says(RankingMethod method, string name, bool relative, bool higher) =>
            (method.Name, method.ToString(), method.IsRelative, method.HigherIsBetter).Should().Be((name, name, relative, higher));
    }

    [Fact]
    public void A_share_is_from_0_to_1()
    {
        CriterionBounds bounds = CriterionBounds.Of("x", 0, 10);
        foreach (double wrong in new[] { -0.001, 1.001, double.NaN })
        {
            FluentActions.Invoking(() => RankingMethod.Vikor(wrong)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("utilityShare").WithMessage("Expected a share from 0 to 1.*");
            FluentActions.Invoking(() => RankingMethod.Waspas(wrong)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("sumShare");
            FluentActions.Invoking(() => RankingMethod.BalancedSpotis(wrong, bounds)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("targetShare");
        }

        // One candidate at 4, a better end of 10 and a target of 6: 0.6 away from the end, 0.2 from the target.
        DecisionMatrix one = One(4);
        foreach ((double share, double score) in new[] { (0d, 0.6), (0.25, 0.5), (1d, 0.2) })
        {
            RankingMethod.BalancedSpotis(share, CriterionBounds.Of("x", 0, 10).WithTarget(6)).Rank(one)["a"].Score.Should().BeApproximately(score, 1e-15);
        }
    }

    [Fact]
    public void A_matrix_and_ties_are_asked_for()
    {
        RankingMethod method = RankingMethod.Edas();
        FluentActions.Invoking(() => method.Rank(null!)).Should().Throw<ArgumentNullException>().WithParameterName("matrix");
        FluentActions.Invoking(() => method.TryRank(One(1), null!, out _, out _)).Should().Throw<ArgumentNullException>().WithParameterName("ties");
        FluentActions.Invoking(() => RankingMethod.WeightedSum(null!)).Should().Throw<ArgumentNullException>().WithParameterName("normalisation");
        FluentActions.Invoking(() => RankingMethod.TopsisToward(null!, ("x", 1, 0))).Should().Throw<ArgumentNullException>().WithParameterName("normalisation");
        FluentActions.Invoking(() => RankingMethod.Promethee((PreferenceFunction)null!)).Should().Throw<ArgumentNullException>().WithParameterName("forAll");
        FluentActions.Invoking(() => RankingMethod.Promethee(("x", null!))).Should().Throw<ArgumentNullException>().WithParameterName("function");
    }

    [Fact]
    public void A_score_that_is_too_large_for_a_double_is_named()
    {
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Candidate("a", 1).Candidate("b", 10).Candidate("c", 10).Build().WithWeights(CriterionWeights.AsGiven(("x", 1e9)));
        RankingMethod.WeightedProduct(Normalisation.None).TryRank(matrix, Ties.Competition, out Ranking? ranking, out IReadOnlyList<MatrixError> errors).Should().BeFalse();
        ranking.Should().BeNull();
        MatrixError error = errors.Single();
        (error.Message, error.Criterion, error.Candidate!.Value, error.Value).Should().Be(("the score of 'b' is too large for a double; expected weights that add up to about 1", null, "b", double.PositiveInfinity));
        DecisionMatrix first = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 1e9).Candidate("a", 10).KeepWeights().Build();
        RankingMethod.WeightedProduct(Normalisation.None).TryRank(first, Ties.Competition, out _, out errors).Should().BeFalse();
        errors.Single().Candidate!.Value.Should().Be("a");
        FluentActions.Invoking(() => RankingMethod.WeightedProduct(Normalisation.None).Rank(matrix)).Should().Throw<ArgumentException>()
            .WithMessage("weighted product (none) cannot rank the matrix: the score of 'b' is too large*").WithParameterName("matrix");
    }

    [Fact]
    public void Ideals_are_given_once_for_each_criterion_that_counts()
    {
        Refused("There are no ideals; expected those of every criterion.*");
        Refused("The ideals of 'x' are NaN and 0; expected finite numbers.*", ("x", double.NaN, 0));
        Refused("The ideals of 'x' are 0 and NaN; expected finite numbers.*", ("x", 0, double.NaN));
        Refused("The ideals of 'x' are 1.1E+100 and 0; expected finite numbers.*", ("x", 1.1e100, 0));
        Refused("The ideals of 'x' are 0 and -1.1E+100; expected finite numbers.*", ("x", 0, -1.1e100));
        Refused("The ideals of 'x' are given twice; expected once.*", ("x", 1, 0), ("y", 1, 0), ("x", 1, 0));
        FluentActions.Invoking(() => RankingMethod.TopsisToward(Normalisation.None, null!)).Should().Throw<ArgumentNullException>().WithParameterName("ideals");

        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Criterion("z", KpiDirection.Higher, 0).Candidate("a", 1, 2, 3).Build();
        RankingMethod.TopsisToward(Normalisation.None, ("x", 1, 0)).TryRank(matrix, Ties.Competition, out _, out IReadOnlyList<MatrixError> errors).Should().BeFalse();
        (errors.Single().Message, errors.Single().Criterion!.Value).Should().Be(("criterion 'y' has no ideals; expected some for each criterion that counts", "y"));
        RankingMethod.TopsisToward(Normalisation.None, ("x", 1e100, -1e100), ("y", -1e100, 1e100)).TryRank(matrix, Ties.Competition, out _, out _).Should().BeTrue();

        static void Refused(string message, params (string Criterion, double Ideal, double AntiIdeal)[] ideals) =>
            FluentActions.Invoking(() => RankingMethod.TopsisToward(Normalisation.None, ideals)).Should().Throw<ArgumentException>().WithMessage(message).WithParameterName("ideals");
    }

    [Fact]
    public void Distances_to_given_ideals_by_hand()
    {
        // Weighted: a (3, 0), b (0, 4), c (3, 4) of halves of (6, 8). The ideal is (3, 4): a is 4 and 3 away, b 3 and 4, c 0 and 5.
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Criterion("z", KpiDirection.Higher, 0)
            .Candidate("a", 6, 0, 9).Candidate("b", 0, 8, 9).Candidate("c", 6, 8, 1).Build();
        Ranking ranking = RankingMethod.TopsisToward(Normalisation.None, ("x", 3, 0), ("y", 4, 0)).Rank(matrix);
        ranking.ToString().Should().Be("c > b > a");
        (ranking["a"].Score, ranking["b"].Score, ranking["c"].Score).Should().Be((3d / 7d, 4d / 7d, 1d));
        var detail = (TopsisDetail)ranking.Detail;
        detail.ToIdeal.Values.ToArray().Should().Equal(4d, 3d, 0d);
        detail.ToAntiIdeal.Values.ToArray().Should().Equal(3d, 4d, 5d);
        detail.Ideal.Values.ToArray().Should().Equal(3d, 4d, 0d);
        detail.AntiIdeal.Values.ToArray().Should().Equal(0d, 0d, 0d);
    }

    [Fact]
    public void The_ideal_of_a_cost_is_its_smallest_value_unless_it_is_turned()
    {
        // The fees are 3 and 4 of a root of 25, at half of the weight: 0.3 and 0.4; by reciprocals 1/3 and 1/4 of a root of 25/144: 0.8 and 0.6, at half of the weight 0.4 and 0.3.
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("fee", KpiDirection.Lower).Criterion("gain", KpiDirection.Higher).Candidate("a", 3, 4).Candidate("b", 4, 3).Build();
        var detail = (TopsisDetail)RankingMethod.Topsis().Rank(matrix).Detail;
        detail.Ideal["fee"].Should().BeApproximately(0.3, 1e-15);
        detail.AntiIdeal["fee"].Should().BeApproximately(0.4, 1e-15);
        detail.Ideal["gain"].Should().BeApproximately(0.4, 1e-15);
        detail.AntiIdeal["gain"].Should().BeApproximately(0.3, 1e-15);
        var turned = (TopsisDetail)RankingMethod.Topsis(Normalisation.Vector.WithCost(CostRule.Reciprocal)).Rank(matrix).Detail;
        turned.Ideal["fee"].Should().BeApproximately(0.4, 1e-15);
        turned.AntiIdeal["fee"].Should().BeApproximately(0.3, 1e-15);
        RankingMethod.Topsis().Rank(matrix)["a"].Score.Should().Be(1d);
    }

    // S by columns of 0 to 1, weight 1: the gaps to 10 in tenths.
    [Theory]
    [InlineData("10 0", "a", 1, 1, true, "Compromise: 'a'. Advantage 1.0000 reaches the 1.0000 required; the first is also best by S or R.", "折衷方案：“a”。优势1.0000达到所需的1.0000；第一名按S或R也是最优。")]
    [InlineData("10 10 0", "a b", 0, 0.5, false, "Compromise: 'a', 'b'. Advantage 0.0000 misses the 0.5000 required; the first is also best by S or R.", "折衷方案：“a”、“b”。优势0.0000未达到所需的0.5000；第一名按S或R也是最优。")]
    [InlineData("10 5 0", "a", 0.5, 0.5, true, "Compromise: 'a'. Advantage 0.5000 reaches the 0.5000 required; the first is also best by S or R.", "折衷方案：“a”。优势0.5000达到所需的0.5000；第一名按S或R也是最优。")]
    [InlineData("10 6 0", "a b", 0.4, 0.5, false, "Compromise: 'a', 'b'. Advantage 0.4000 misses the 0.5000 required; the first is also best by S or R.", "折衷方案：“a”、“b”。优势0.4000未达到所需的0.5000；第一名按S或R也是最优。")]
    [InlineData("10 8 7.5 1 0", "a b", 0.2, 0.25, false, "Compromise: 'a', 'b'. Advantage 0.2000 misses the 0.2500 required; the first is also best by S or R.", "折衷方案：“a”、“b”。优势0.2000未达到所需的0.2500；第一名按S或R也是最优。")]
    [InlineData("10 9 8 7.6 0", "a b c d", 0.1, 0.25, false, "Compromise: 'a', 'b', 'c', 'd'. Advantage 0.1000 misses the 0.2500 required; the first is also best by S or R.", "折衷方案：“a”、“b”、“c”、“d”。优势0.1000未达到所需的0.2500；第一名按S或R也是最优。")]
    public void A_compromise_is_the_first_alone_if_it_is_far_enough_ahead(string values, string compromise, double advantage, double required, bool reaches, string en, string zh)
    {
        VikorDetail detail = Vikor(1, [.. values.Split(' ').Select(value => new[] { double.Parse(value, System.Globalization.CultureInfo.InvariantCulture) })]);
        string.Join(" ", detail.CompromiseSet).Should().Be(compromise);
        detail.Advantage.Should().BeApproximately(advantage, 1e-15);
        detail.RequiredAdvantage.Should().Be(required);
        (detail.HasAcceptableAdvantage, detail.HasAcceptableStability).Should().Be((reaches, true));
        detail.Verdict.Should().Be(new LocalText(en, zh));
    }

    [Fact]
    public void A_first_that_is_best_neither_by_S_nor_by_R_shares_with_the_second()
    {
        // Gaps in quarters: b has the smallest sum (0.25), c the smallest maximum (0.125), a is near to both: Q of a 0.075, of c 1/6, of b 0.5.
        double[][] rows = [[0.45, 0.8, 0.8, 0.8], [0, 1, 1, 1], [0.5, 0.5, 0.5, 0.5], [1, 0, 0, 0]];
        double[][] Bad(int count) => [.. Enumerable.Repeat(new[] { 0d, 0d, 0d, 0d }, count)];
        VikorDetail near = Vikor(0.5, [.. rows, .. Bad(1)]);
        string.Join(" ", near.CompromiseSet).Should().Be("a c");
        near.Verdict.En.Should().Be("Compromise: 'a', 'c'. Advantage 0.0917 misses the 0.2500 required; the first is not best by S or R.");
        near.GroupUtility.Values.ToArray().Should().Equal([0.2875, 0.25, 0.5, 0.75, 1], (x, y) => Math.Abs(x - y) < 1e-15);
        near.IndividualRegret.Values.ToArray().Should().Equal([0.1375, 0.25, 0.125, 0.25, 0.25], (x, y) => Math.Abs(x - y) < 1e-15);
        VikorDetail far = Vikor(0.5, [.. rows, .. Bad(8)]);
        (far.HasAcceptableAdvantage, far.HasAcceptableStability, string.Join(" ", far.CompromiseSet)).Should().Be((true, false, "a c"));
        far.Verdict.Should().Be(new LocalText(
            "Compromise: 'a', 'c'. Advantage 0.0917 reaches the 0.0909 required; the first is not best by S or R.", "折衷方案：“a”、“c”。优势0.0917达到所需的0.0909；第一名按S或R不是最优。"));
        Vikor(0.5, [.. rows, .. Bad(7)]).HasAcceptableAdvantage.Should().BeFalse("1 / 10 is more than 0.0917");
    }

    [Fact]
    public void A_first_that_is_best_by_S_or_by_R_alone_is_stable()
    {
        // Gaps in quarters. S of a 0.1375 or 0.15, of b 0.2; R of a 0.0625 or 0.075, of b 0.05; the others are at 1 and 0.25.
        double[][] others = [[0, 0, 0, 0], [0, 1, 1, 1], [1, 0, 0, 0]];
        VikorDetail bySum = Vikor(0.5, [[0.75, 0.9, 0.9, 0.9], [0.8, 0.8, 0.8, 0.8], .. others]);
        (string.Join(" ", bySum.CompromiseSet), bySum.HasAcceptableStability).Should().Be(("a b", true));
        VikorDetail byMost = Vikor(0.5, [[0.7, 0.9, 0.9, 0.9], [0.8, 0.8, 0.8, 0.8], .. others]);
        (string.Join(" ", byMost.CompromiseSet), byMost.HasAcceptableStability).Should().Be(("b a", true));
    }

    [Fact]
    public void Where_the_sums_are_the_same_the_largest_gap_decides_and_one_alone_needs_no_lead()
    {
        Ranking same = RankingMethod.Vikor().Rank(DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Candidate("a", 0, 10).Candidate("b", 5, 5).Candidate("c", 10, 0).Build());
        same.Scores.Values.ToArray().Should().Equal(0.5, 0d, 0.5);
        VikorDetail one = Vikor(0.5, [[7]]);
        (one.Advantage, one.RequiredAdvantage, one.HasAcceptableAdvantage, one.HasAcceptableStability).Should().Be((0d, 0d, true, true));
        one.Verdict.En.Should().Be("Compromise: 'a'. Advantage 0.0000 reaches the 0.0000 required; the first is also best by S or R.");
    }

    [Fact]
    public void What_a_method_worked_out_on_the_way_is_kept()
    {
        // x 2 and 6 (4 on average), y 3 and 1 (2), a cost; at a half each.
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Lower).Candidate("a", 2, 3).Candidate("b", 6, 1).Build();
        Id<DecisionCriterion> x = new("x");
        Id<DecisionCriterion> y = new("y");
        var edas = (EdasDetail)RankingMethod.Edas().Rank(matrix).Detail;
        (edas.Averages["x"], edas.Averages["y"], edas.PositiveDistances["b"], edas.NegativeDistances["a"], edas.PositiveDistances["a"], edas.NegativeDistances["b"]).Should().Be((4d, 2d, 0.5, 0.5, 0d, 0d));
        var spotis = (SpotisDetail)RankingMethod.Spotis(CriterionBounds.Of("x", 0, 8), CriterionBounds.Of("y", 0, 4)).Rank(matrix).Detail;
        spotis.Distances(x).Values.ToArray().Should().Equal(0.75, 0.25);
        spotis.Distances(y).Values.ToArray().Should().Equal(0.75, 0.25);
        Ranking waspas = RankingMethod.Waspas(0.25).Rank(matrix);
        var both = (WaspasDetail)waspas.Detail;
        both.Sums.Values.ToArray().Should().Equal([1d / 3d, 1d], (u, v) => Math.Abs(u - v) < 1e-15);
        both.Products.Values.ToArray().Should().Equal([1d / 3d, 1d], (u, v) => Math.Abs(u - v) < 1e-15);
        both.Normalised[new("a"), y].Should().Be(1d / 3d);
        var product = (WeightedProductDetail)RankingMethod.WeightedProduct(Normalisation.None.WithCost(CostRule.Reciprocal)).Rank(matrix).Detail;
        product.Log10(new("b"))!.Value.Should().BeApproximately(0.5 * Math.Log10(6d), 1e-15);
        product.Normalised.Column(x).Values.ToArray().Should().Equal(2d, 6d);
        var sum = (WeightedSumDetail)RankingMethod.WeightedSum(Normalisation.MinMax).Rank(matrix).Detail;
        (sum.Contribution(new("b"), x), sum.Contribution(new("a"), y), sum.Normalised.Normalisation).Should().Be((0.5, 0d, Normalisation.MinMax));
    }

    [Fact]
    public void Ties_are_told_to_the_bit_and_ordered_by_the_better_value()
    {
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher, 0).Criterion("z", KpiDirection.Lower, 0)
            .Candidate("a", 1, 2, 3).Candidate("b", 1, 3, 3).Candidate("c", 1, 3, 2).Candidate("d", 2, 1, 1).Build();
        RankingMethod method = RankingMethod.WeightedSum(Normalisation.None);
        method.Rank(matrix, Ties.Dense.WithTolerance(0)).ToString().Should().Be("d > a = b = c");
        method.Rank(matrix, Ties.Dense.ThenBy("y")).ToString().Should().Be("d > b = c = a");
        method.Rank(matrix, Ties.Dense.ThenBy("y").ThenBy("z")).ToString().Should().Be("d > c = b = a");
        method.Rank(matrix, Ties.Dense.WithTolerance(1)).ToString().Should().Be("a = b = c = d", "1 x the largest score");
        foreach (double wrong in new[] { -0.1, 1.1, double.NaN })
        {
            FluentActions.Invoking(() => Ties.Dense.WithTolerance(wrong)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected a tolerance from 0 to 1.*").WithParameterName("tolerance");
        }
    }

    [Fact]
    public void Bounds_are_finite_and_in_order()
    {
        CriterionBounds wide = CriterionBounds.Of("x", -1e100, 1e100);
        (wide.From, wide.To, wide.WithTarget(-1e100).Target, wide.WithTarget(1e100).Target, wide.Target).Should().Be((-1e100, 1e100, -1e100, 1e100, null));
        (wide.ToString(), CriterionBounds.Of("x", 0, 10).WithTarget(2.5).ToString()).Should().Be(("x: -1E+100 to 1E+100", "x: 0 to 10, best at 2.5"));
        foreach ((double from, double to) in new[] { (-1.1e100, 0d), (0d, 1.1e100), (1d, 1d), (double.NaN, 1d), (0d, double.NaN) })
        {
            FluentActions.Invoking(() => CriterionBounds.Of("x", from, to)).Should().Throw<ArgumentException>().WithMessage("The bounds of 'x' are * and *; expected finite numbers, the first below the second.*").WithParameterName("from");
        }

        FluentActions.Invoking(() => CriterionBounds.Of("x", 0, 1).WithTarget(1.1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("The target of 'x' lies outside 0 to 1.*").WithParameterName("target");
        FluentActions.Invoking(() => RankingMethod.Spotis()).Should().Throw<ArgumentException>().WithMessage("There are no bounds; expected those of every criterion.*").WithParameterName("bounds");
        FluentActions.Invoking(() => RankingMethod.Spotis(wide, wide)).Should().Throw<ArgumentException>().WithMessage("The bounds of 'x' are given 2 times; expected once.*").WithParameterName("bounds");
    }

    [Fact]
    public void Preference_functions_are_given_once_for_each_criterion_that_counts()
    {
        FluentActions.Invoking(() => RankingMethod.Promethee(Array.Empty<(string, PreferenceFunction)>())).Should().Throw<ArgumentException>().WithMessage("There are no preference functions; expected one for every criterion.*");
        FluentActions.Invoking(() => RankingMethod.Promethee(("x", PreferenceFunction.Usual), ("x", PreferenceFunction.Usual))).Should().Throw<ArgumentException>()
            .WithMessage("The preference function of 'x' is given twice; expected once.*").WithParameterName("functions");
        FluentActions.Invoking(() => RankingMethod.Promethee(((string, PreferenceFunction)[])null!)).Should().Throw<ArgumentNullException>().WithParameterName("functions");

        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 3).Criterion("y", KpiDirection.Lower).Criterion("z", KpiDirection.Higher, 0)
            .Candidate("a", 1, 2, 3).Candidate("b", 2, 3, 1).Candidate("c", 3, 3, 1).Build();
        RankingMethod.Promethee(("x", PreferenceFunction.Usual)).TryRank(matrix, Ties.Competition, out _, out IReadOnlyList<MatrixError> errors).Should().BeFalse();
        (errors.Single().Message, errors.Single().Criterion!.Value).Should().Be(("criterion 'y' has no preference function; expected one for each criterion that counts", "y"));

        // x: c beats two, b one. y: a beats two. Leaving and entering flows are means over two others, weighted by 3/4 and 1/4.
        Ranking ranking = RankingMethod.Promethee(("x", PreferenceFunction.Usual), ("y", PreferenceFunction.Usual)).Rank(matrix);
        var detail = (PrometheeDetail)ranking.Detail;
        detail.Leaving.Values.ToArray().Should().Equal(0.25, 0.375, 0.75);
        detail.Entering.Values.ToArray().Should().Equal(0.75, 0.5, 0.125);
        ranking.Scores.Values.ToArray().Should().Equal(-0.5, -0.125, 0.625);
        detail.NetFlows(new Id<DecisionCriterion>("y")).Values.ToArray().Should().Equal(1d, -0.5, -0.5);
        detail.NetFlows(new Id<DecisionCriterion>("z")).Values.ToArray().Should().Equal(0d, 0d, 0d);
    }

    [Fact]
    public void Large_values_that_differ_by_little_keep_every_digit()
    {
        // Whole numbers above 4 x 10^15, one apart: sums of a few of them are beyond the 53 bits of a double. Over k others, in full beyond 10 apart, in tenths up to there.
        const int Count = 60;
        DecisionMatrixBuilder builder = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher);
        for (int i = 0; i < Count; i++)
        {
            builder.Candidate($"c{i:00}", 4e15 + i);
        }

        static double Tenths(int below) => Enumerable.Range(1, below).Sum(apart => Math.Min(apart, 10)) / 10d;
        var detail = (PrometheeDetail)RankingMethod.Promethee(PreferenceFunction.Linear(0, 10)).Rank(builder.Build()).Detail;
        for (int i = 0; i < Count; i++)
        {
            detail.Leaving.Values[i].Should().BeApproximately(Tenths(i) / (Count - 1), 1e-12);
            detail.Entering.Values[i].Should().BeApproximately(Tenths(Count - 1 - i) / (Count - 1), 1e-12);
        }
    }

    private static DecisionMatrix One(double x) => DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Candidate("a", x).Build();

    private static VikorDetail Vikor(double share, double[][] rows)
    {
        DecisionMatrixBuilder builder = DecisionMatrix.Define();
        for (int j = 0; j < rows[0].Length; j++)
        {
            builder.Criterion($"k{j}", KpiDirection.Higher);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            builder.Candidate(((char)('a' + i)).ToString(), rows[i]);
        }

        return (VikorDetail)RankingMethod.Vikor(share).Rank(builder.Build()).Detail;
    }
}
