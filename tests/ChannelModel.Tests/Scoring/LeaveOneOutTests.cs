using System;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>Departures that change nothing, that a method cannot follow, and how many there may be.</summary>
public sealed class LeaveOneOutTests
{
    [Fact]
    public void A_departure_after_which_the_rest_cannot_be_ranked_is_named_with_its_reason()
    {
        // The averages of x are 1 and, without a, -1; without b or c they are above 0.
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Criterion("y", KpiDirection.Higher).Candidate("a", 5, 1).Candidate("b", -1, 2).Candidate("c", -1, 3).Build();
        LeaveOneOut report = LeaveOneOut.Of(RankingMethod.Edas().Rank(matrix));
        MatrixError refused = report.Refused.Single();
        (refused.Criterion!.Value, refused.Candidate!.Value).Should().Be(("x", "a"));
        refused.Message.Should().Be("criterion 'x' has the average -1; EDAS divides by it and needs an average above 0; use a weighted sum over fixed bounds, or PROMETHEE");
        report.Reversals.Should().BeEmpty();
        report.WinnerCanChange.Should().BeFalse();
    }

    [Fact]
    public void Ties_that_come_or_go_are_no_reversal()
    {
        // By min-max a is 1 and b and c tie at 0; without c the tie is gone, without a both are 0 or 1 as before.
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Candidate("a", 3).Candidate("b", 1).Candidate("c", 1).Build();
        LeaveOneOut report = LeaveOneOut.Of(RankingMethod.WeightedSum(Normalisation.MinMax).Rank(matrix));
        (report.Reversals.Count, report.Refused.Count, report.WinnerCanChange).Should().Be((0, 0, false));

        // By x / 20 at 1/3 and y / 20 at 2/3: c 2/3, a and b 1/3, d 1/6. Without c, b is ahead of a; without a, d is as good as b.
        DecisionMatrix four = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 1).Criterion("y", KpiDirection.Higher, 2).Candidate("a", 20, 0).Candidate("b", 0, 10).Candidate("c", 0, 20).Candidate("d", 10, 0).Build();
        LeaveOneOut ties = LeaveOneOut.Of(RankingMethod.WeightedSum(Normalisation.MinMax).Rank(four));
        ties.Ranking.ToString().Should().Be("c > a = b > d");
        RankingMethod.WeightedSum(Normalisation.MinMax).Rank(four.Without(new("c"))).ToString().Should().Be("b > a > d");
        RankingMethod.WeightedSum(Normalisation.MinMax).Rank(four.Without(new("a"))).ToString().Should().Be("c > b = d");
        ties.Reversals.Should().BeEmpty();
        LeaveOneOut one = LeaveOneOut.Of(RankingMethod.Edas().Rank(matrix.Without(new("a")).Without(new("b"))));
        (one.Reversals.Count, one.Refused.Count, one.Ranking.Entries.Count).Should().Be((0, 0, 1));
        FluentActions.Invoking(() => LeaveOneOut.Of(null!)).Should().Throw<ArgumentNullException>().WithParameterName("ranking");
    }

    [Fact]
    public void One_candidate_too_many_is_refused()
    {
        DecisionMatrixBuilder builder = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher);
        for (int i = 0; i <= LeaveOneOut.MaxCandidates; i++)
        {
            builder.Candidate($"c{i}", i);
        }

        Ranking ranking = RankingMethod.WeightedSum(Normalisation.None).Rank(builder.Build());
        FluentActions.Invoking(() => LeaveOneOut.Of(ranking)).Should().Throw<ArgumentException>()
            .WithMessage("There are 1001 candidates; leaving each out takes as many rankings and n x n comparisons of each: expected up to 1000, such as the first of a long ranking.*").WithParameterName("ranking");
    }

    [Fact]
    public void A_judgement_that_fits_least_is_named_the_way_it_was_stated()
    {
        // Of four equals one pair is said to be 1 to 16: the geometric means are 1/2 and 2, and 1 of the others, so that 1 to 4 is implied.
        static PairwiseJudgements<DecisionCriterion> Equals(double times) => PairwiseJudgements<DecisionCriterion>.Of("a", "b", "c", "d")
            .Prefer("a", "b", times).Prefer("a", "c", 1).Prefer("a", "d", 1).Prefer("b", "c", 1).Prefer("b", "d", 1).Prefer("c", "d", 1);
        foreach ((double times, string item, string over) in new[] { (16d, "a", "b"), (1d / 16d, "b", "a") })
        {
            JudgementToRevisit<DecisionCriterion> worst = Equals(times).Prioritise(Prioritisation.GeometricMean).ToRevisit!;
            (worst.Item.Value, worst.Over.Value, worst.Stated).Should().Be((item, over, 16d));
            worst.Implied.Should().BeApproximately(4d, 1e-12);
            worst.Explain(Language.English).Should().Be($"Look again at '{item}' over '{over}': stated 16.00, the judgements together imply 4.00.");
            worst.Explain(Language.SimplifiedChinese).Should().Be($"请复核“{item}”对“{over}”的判断：给定16.00，其余判断意味着约4.00。");
        }

        // a is said to be four times c and d, and as good as b, which is as good as them: 2, 1 and roots of 1/2 of the geometric means, so that twice is implied.
        JudgementToRevisit<DecisionCriterion> equal = PairwiseJudgements<DecisionCriterion>.Of("a", "b", "c", "d").Prefer("a", "b", 1).Prefer("a", "c", 4).Prefer("a", "d", 4).Prefer("b", "c", 1).Prefer("b", "d", 1).Prefer("c", "d", 1)
            .Prioritise(Prioritisation.GeometricMean).ToRevisit!;
        (equal.Item.Value, equal.Over.Value, equal.Stated).Should().Be(("a", "b", 1d));
        equal.Implied.Should().BeApproximately(2d, 1e-12);

        Equals(1).Prioritise().ToRevisit.Should().BeNull("all of them fit");
        AhpPriorities<DecisionCriterion> slightly = Equals(1.2).Prioritise();
        slightly.ToRevisit.Should().NotBeNull();
        slightly.Explain(Language.English).Should().MatchRegex("^The consistency ratio is 0\\.00[0-9]{2}, within 0\\.1\\.$", "what is within is not named");
        Equals(16).Prioritise(Prioritisation.GeometricMean).Explain(Language.SimplifiedChinese).Should().MatchRegex("^一致性比率[0-9.]{6}，超过0\\.1。请复核“a”对“b”的判断：给定16\\.00，其余判断意味着约4\\.00。$");
    }
}
