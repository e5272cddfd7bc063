using System;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>Where lines of scores over one weight cross, by hand.</summary>
public sealed class WeightStabilityTests
{
    private static readonly RankingMethod Plain = RankingMethod.WeightedSum(Normalisation.None);

    [Fact]
    public void Only_neighbours_decide_on_the_order_and_only_the_first_on_the_top()
    {
        // By x and y, each at a half: a 100 and 40, b 60 and 60, c 10 and 90. a meets b at 1/3 (100t + 40(1 - t) = 60), c at 5/14; b meets c at 3/8.
        WeightStability stability = WeightStability.Of(Plain.Rank(Two(0.5, 0.5).Candidate("a", 100, 40).Candidate("b", 60, 60).Candidate("c", 10, 90).Build()));
        stability.Ranking.ToString().Should().Be("a > b > c");
        Is(stability["x"], 0.5, 3d / 8d, "b c", 1, " ", 5d / 14d, "a c", 1, " ");
        Is(stability["y"], 0.5, 0, " ", 5d / 8d, "b c", 0, " ", 9d / 14d, "a c");
        stability.Intervals.Select(one => one.Criterion.Value).Should().Equal("x", "y");
        FluentActions.Invoking(() => stability["z"]).Should().Throw<ArgumentException>().WithMessage("There is no criterion 'z'; expected one of x, y.*").WithParameterName("criterion");
        FluentActions.Invoking(() => WeightStability.Of(null!)).Should().Throw<ArgumentNullException>().WithParameterName("ranking");
    }

    [Fact]
    public void An_order_has_ends_on_both_sides()
    {
        // a 60 and 60 at 0.5 before b 100 and 10 (55) and c 0 and 100 (50): a meets b at 5/9, c at 2/5; b meets c at 9/19, so that the order ends there.
        WeightStability stability = WeightStability.Of(Plain.Rank(Two(3, 3).Candidate("a", 60, 60).Candidate("b", 100, 10).Candidate("c", 0, 100).Build()));
        Is(stability["x"], 0.5, 9d / 19d, "b c", 5d / 9d, "a b", 0.4, "a c", 5d / 9d, "a b");
        Is(stability["y"], 0.5, 4d / 9d, "a b", 10d / 19d, "b c", 4d / 9d, "a b", 0.6, "a c");
    }

    [Fact]
    public void Where_lower_is_better_the_lines_are_turned()
    {
        // Distances of a 0.2 and 0.4, of b 0.8 and 0.1, at 0.5: a 0.3, b 0.45; they meet at 1/3: 0.2t + 0.4(1 - t) = 0.8t + 0.1(1 - t).
        WeightStability stability = WeightStability.Of(RankingMethod.Spotis(CriterionBounds.Of("x", 0, 10), CriterionBounds.Of("y", 0, 10)).Rank(Two(1, 1).Candidate("a", 8, 6).Candidate("b", 2, 9).Build()));
        stability.Ranking.ToString().Should().Be("a > b");
        Is(stability["x"], 0.5, 1d / 3d, "a b", 1, " ", 1d / 3d, "a b", 1, " ");
    }

    [Fact]
    public void Weights_that_do_not_add_up_to_1_are_taken_as_shares()
    {
        DecisionMatrix matrix = Two(1, 1).Candidate("a", 100, 40).Candidate("b", 60, 60).Build().WithWeights(CriterionWeights.AsGiven(("x", 6), ("y", 2)));
        WeightStability stability = WeightStability.Of(Plain.Rank(matrix));
        Is(stability["x"], 0.75, 1d / 3d, "a b", 1, " ", 1d / 3d, "a b", 1, " ");
        Is(stability["y"], 0.25, 0, " ", 2d / 3d, "a b", 0, " ", 2d / 3d, "a b");
    }

    [Fact]
    public void One_criterion_can_only_have_all_the_weight()
    {
        WeightStability stability = WeightStability.Of(Plain.Rank(DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Candidate("a", 2).Candidate("b", 1).Build()));
        Is(stability["x"], 1, 0, " ", 1, " ", 0, " ", 1, " ");
    }

    [Fact]
    public void Others_keep_their_proportion()
    {
        // y and z weigh 3 to 1. a has 10 by x; b 8 by y and 4 by z, 7 by both: 10t = 7(1 - t) at 7/17.
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 4).Criterion("y", KpiDirection.Higher, 3).Criterion("z", KpiDirection.Higher, 1)
            .Candidate("a", 10, 0, 0).Candidate("b", 0, 8, 4).Build();
        WeightStability stability = WeightStability.Of(Plain.Rank(matrix));
        Is(stability["x"], 0.5, 7d / 17d, "a b", 1, " ", 7d / 17d, "a b", 1, " ");

        // By y: of the others x weighs 4/5. a 8(1 - t), b 8t + 0.8(1 - t): 7.2(1 - t) = 8t at 7.2 / 15.2.
        Is(stability["y"], 0.375, 0, " ", 7.2 / 15.2, "a b", 0, " ", 7.2 / 15.2, "a b");
    }

    [Theory]
    [InlineData(2, 50)]
    [InlineData(199, 50)]
    [InlineData(200, 50)]
    [InlineData(201, 50)]
    [InlineData(202, 50)]
    [InlineData(2, 150)]
    [InlineData(200, 150)]
    [InlineData(201, 150)]
    [InlineData(202, 150)]
    public void Of_many_equals_the_steepest_and_the_flattest_cross_first(int many, int other)
    {
        // All are 100 at a half each; the first is 0 by x and 200 by y, the last the other way round. The other one, 50 or 150 by both, meets them at 3/4 and 1/4.
        DecisionMatrixBuilder builder = Two(1, 1).Candidate("z", other, other);
        for (int i = 0; i < many; i++)
        {
            // Out of order, so that neither end stands first or last.
            int x = i == many / 2 ? 0 : i == many / 3 ? 200 : 1 + (i * 37 % 199);
            builder.Candidate($"c{i:000}", x, 200 - x);
        }

        WeightInterval interval = WeightStability.Of(Plain.Rank(builder.Build()))["x"];
        string low = $"c{many / 3:000}";
        string high = $"c{many / 2:000}";
        string from = other == 50 ? low + " z" : "z " + high;
        string to = other == 50 ? high + " z" : "z " + low;
        Is(interval, 0.5, 0.25, from, 0.75, to, 0.25, from, 0.75, to);
    }

    [Fact]
    public void A_criterion_of_weight_0_has_its_line_too()
    {
        // All by x: a 10, b 0. By y it is the other way round: a 10(1 - t), b 10t, equal at a half.
        DecisionMatrix matrix = Two(1, 0).Candidate("a", 10, 0).Candidate("b", 0, 10).Build();
        CriterionBounds[] bounds = [CriterionBounds.Of("x", 0, 10), CriterionBounds.Of("y", 0, 10)];
        foreach (RankingMethod method in new[] { Plain, RankingMethod.WeightedSum(Normalisation.MinMax), RankingMethod.Spotis(bounds), RankingMethod.Promethee(PreferenceFunction.Usual) })
        {
            Ranking ranking = method.Rank(matrix);
            ranking.ToString().Should().Be("a > b");
            WeightStability stability = WeightStability.Of(ranking);
            Is(stability["x"], 1, 0.5, "a b", 1, " ", 0.5, "a b", 1, " ");
            Is(stability["y"], 0, 0, " ", 0.5, "a b", 0, " ", 0.5, "a b");
        }
    }

    [Fact]
    public void Where_one_criterion_has_all_the_weight_the_others_get_equal_parts()
    {
        // By y and z in equal parts b has 6 and a 0, by x a has 10: 10t = 6(1 - t) at 3/8. By z alone a 10(1 - t) meets b 4t at 5/7.
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 1).Criterion("y", KpiDirection.Higher, 0).Criterion("z", KpiDirection.Higher, 0)
            .Candidate("a", 10, 0, 0).Candidate("b", 0, 8, 4).Build();
        WeightStability stability = WeightStability.Of(Plain.Rank(matrix));
        Is(stability["x"], 1, 3d / 8d, "a b", 1, " ", 3d / 8d, "a b", 1, " ");
        Is(stability["z"], 0, 0, " ", 5d / 7d, "a b", 0, " ", 5d / 7d, "a b");
    }

    [Fact]
    public void Beyond_a_weight_of_0_nothing_is_said_of_what_the_method_cannot_use()
    {
        // Sums need values of 0 or more, SPOTIS bounds and PROMETHEE a function; y has none of them, and its weight of 0 asks for none.
        DecisionMatrix matrix = Two(1, 0).Candidate("a", 10, -1).Candidate("b", 5, 10).Build();
        foreach (RankingMethod method in new[] { RankingMethod.WeightedSum(Normalisation.Sum), RankingMethod.Spotis(CriterionBounds.Of("x", 0, 10)), RankingMethod.Promethee(("x", PreferenceFunction.Usual)) })
        {
            WeightStability stability = WeightStability.Of(method.Rank(matrix));
            Is(stability["x"], 1, 1, " ", 1, " ", 1, " ", 1, " ");
            Is(stability["y"], 0, 0, " ", 0, " ", 0, " ", 0, " ");
        }

        // Beside two that count it is in nobody's way: y has no bounds, x and z cross at a half.
        DecisionMatrix three = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 3).Criterion("y", KpiDirection.Higher, 0).Criterion("z", KpiDirection.Higher, 1)
            .Candidate("a", 10, 0, 0).Candidate("b", 0, 8, 10).Build();
        WeightStability beside = WeightStability.Of(RankingMethod.Spotis(CriterionBounds.Of("x", 0, 10), CriterionBounds.Of("z", 0, 10)).Rank(three));
        Is(beside["x"], 0.75, 0.5, "a b", 1, " ", 0.5, "a b", 1, " ");
        Is(beside["y"], 0, 0, " ", 0, " ", 0, " ", 0, " ");
        Is(beside["z"], 0.25, 0, " ", 0.5, "a b", 0, " ", 0.5, "a b");
    }

    private static DecisionMatrixBuilder Two(double x, double y) => DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, x).Criterion("y", KpiDirection.Higher, y);

    private static void Is(WeightInterval interval, double weight, double from, string fromPair, double to, string toPair, double topFrom, string topFromPair, double topTo, string topToPair)
    {
        interval.Weight.Should().BeApproximately(weight, 1e-15);
        Ends(interval.From, from, fromPair);
        Ends(interval.To, to, toPair);
        Ends(interval.TopFrom, topFrom, topFromPair);
        Ends(interval.TopTo, topTo, topToPair);

        static void Ends(WeightLimit limit, double at, string pair)
        {
            limit.Weight.Should().BeApproximately(at, 1e-15);
            $"{limit.Falls} {limit.Rises}".Should().Be(pair);
        }
    }
}
