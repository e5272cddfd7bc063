using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>What rankings, verdicts and reports say, word for word, in both languages.</summary>
public sealed class RankingTextTests
{
    private static readonly RankingMethod Plain = RankingMethod.WeightedSum(Normalisation.None);

    private static readonly CriterionBounds[] Tens = [CriterionBounds.Of("reach", 0, 10), CriterionBounds.Of("fee", 0, 10), CriterionBounds.Of("fit", 0, 10), CriterionBounds.Of("size", 0, 10)];

    [Fact]
    public void The_first_of_two_is_explained_by_the_criteria_that_count_and_differ()
    {
        // (2 x 1 + 1 + 1 + 0.5) / 5 and (2 x 0.5 + 0.5 + 0.5 + 0.5) / 5; size is the same for both, age does not count.
        Ranking ranking = RankingMethod.WeightedSum(Normalisation.FixedBounds(Tens)).Rank(Partners().Candidate("a", 10, 0, 10, 5, 1).Candidate("bb", 5, 5, 5, 5, 9).Build());
        ranking.ToText(Language.English).Should().Be(Lines(
            "weighted sum (fixed-bounds), higher is better",
            "1  a   0.9000",
            "2  bb  0.5000",
            "'a' is first of 2 by weighted sum (fixed-bounds) with 0.9000, ahead of 'bb' with 0.5000. It is best of all on Reach, Fee and fit. 'bb' is better on nothing.",
            "Note: size is 5 for all; its weight 0.2000 is idle.",
            "Note: age has the weight 0 and does not count."));
        ranking.ToText(Language.SimplifiedChinese).Should().Be(Lines(
            "weighted sum (fixed-bounds)，越高越好",
            "1  a   0.9000",
            "2  bb  0.5000",
            "“a”按weighted sum (fixed-bounds)在2个候选中排名第一，得分0.9000，领先于“bb”的0.5000。它在触达、费用、fit上最优。“bb”没有更好的指标。",
            "注意：size对所有候选都是5；其权重0.2000不起作用。",
            "注意：age权重为0，不计入。"));
        ranking.Diagnostics.Select(note => (note.Kind, note.Criterion!.Value, note.ToString())).Should().Equal(
            (RankingDiagnosticKind.ConstantCriterion, "size", "size is 5 for all; its weight 0.2000 is idle."),
            (RankingDiagnosticKind.ZeroWeight, "age", "age has the weight 0 and does not count."));
    }

    [Fact]
    public void Where_lower_is_better_the_sentence_says_so()
    {
        // SPOTIS: (2 x 0.1 + 0.2 + 0.6) / 5 = 0.2 against (2 x 0.3 + 0.5 + 0.4) / 5 = 0.3; the runner-up is better on the last.
        RankingMethod method = RankingMethod.Spotis(Tens);
        Ranking ranking = method.Rank(Partners().Candidate("b", 7, 5, 6, 10, 9).Candidate("c", 1, 9, 1, 1, 1).Candidate("a", 9, 2, 4, 10, 9).Build());
        ranking.Rationale.Should().Be(new LocalText(
            "'a' is first of 3 by SPOTIS with 0.2000, ahead of 'b' with 0.3000, lower being better. It is best of all on Reach, Fee and size. 'b' is better on fit.",
            "“a”按SPOTIS在3个候选中排名第一，得分0.2000，领先于“b”的0.3000（越低越好）。它在触达、费用、size上最优。“b”在fit上更好。"));
        ranking.ToText(Language.English).Should().StartWith("SPOTIS, lower is better\n1  a  0.2000\n2  b  0.3000\n3  c  0.9000\n'a' is");
        ranking.ToText(Language.SimplifiedChinese).Should().StartWith("SPOTIS，越低越好\n1  a");
    }

    [Fact]
    public void Two_criteria_are_joined_by_and_and_a_cost_is_better_where_it_is_lower()
    {
        Ranking ranking = RankingMethod.Spotis(Tens).Rank(Partners().Candidate("a", 9, 3, 4, 9, 9).Candidate("b", 5, 2, 5, 9, 9).Build());
        ranking.Rationale.En.Should().EndWith("It is best of all on Reach. 'b' is better on Fee and fit.");
        ranking.Rationale.ZhHans.Should().EndWith("它在触达上最优。“b”在费用、fit上更好。");
        Ranking none = RankingMethod.Spotis(Tens).Rank(Partners().Candidate("a", 9, 3, 4, 9, 9).Candidate("b", 8, 3, 4, 9, 9).Candidate("c", 10, 10, 5, 1, 9).Candidate("d", 0, 2, 5, 1, 9).Build());
        none.Rationale.En.Should().EndWith("It is best of all on size. 'b' is better on nothing.");
    }

    [Fact]
    public void One_candidate_is_not_compared()
    {
        Ranking one = Plain.Rank(DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Candidate("a", -0.00001).Build());
        one.ToText(Language.English).Should().Be(Lines("weighted sum (none), higher is better", "1  a  0.0000", "'a' is the only candidate.", "Note: There is one candidate; nothing is compared."));
        one.ToText(Language.SimplifiedChinese).Should().Be(Lines("weighted sum (none)，越高越好", "1  a  0.0000", "“a”是唯一的候选。", "注意：只有一个候选，无从比较。"));
    }

    [Theory]
    [InlineData(2, "'c01', 'c02' share the first place of 3 by weighted sum (none) with 1.0000.", "“c01”、“c02”按weighted sum (none)在3个候选中并列第一，得分1.0000。")]
    [InlineData(5, "'c01', 'c02', 'c03', 'c04', 'c05' share the first place of 6 by weighted sum (none) with 1.0000.", "“c01”、“c02”、“c03”、“c04”、“c05”按weighted sum (none)在6个候选中并列第一，得分1.0000。")]
    [InlineData(6, "'c01', 'c02', 'c03', 'c04', 'c05' and 1 more share the first place of 7 by weighted sum (none) with 1.0000.", "“c01”、“c02”、“c03”、“c04”、“c05”等6个按weighted sum (none)在7个候选中并列第一，得分1.0000。")]
    public void Those_who_share_the_first_place_are_named_up_to_five(int count, string en, string zh)
    {
        DecisionMatrixBuilder matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Candidate("z", -12.5);
        for (int i = 1; i <= count; i++)
        {
            matrix.Candidate($"c0{i}", 1);
        }

        Ranking ranking = Plain.Rank(matrix.Build());
        ranking.Rationale.Should().Be(new LocalText(en, zh));
        ranking.ToText(Language.English).Should().StartWith("weighted sum (none), higher is better\n1= c01    1.0000\n1= c02    1.0000\n").And.Contain($"\n{count + 1}  z    -12.5000\n");
    }

    [Fact]
    public void Ranks_ids_and_scores_stand_in_columns()
    {
        DecisionMatrixBuilder matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Candidate("zz-longest", 100);
        for (int i = 1; i <= 9; i++)
        {
            matrix.Candidate($"c{i}", 10 - i);
        }

        string[] lines = Plain.Rank(matrix.Build()).ToText(Language.English).Split('\n');
        lines.Take(3).Should().Equal("weighted sum (none), higher is better", " 1  zz-longest  100.0000", " 2  c1            9.0000");
        lines[10].Should().Be("10  c9            1.0000");
        lines[11].Should().Be("'zz-longest' is first of 10 by weighted sum (none) with 100.0000, ahead of 'c1' with 9.0000. It is best of all on x. 'c1' is better on nothing.");
        lines.Should().HaveCount(12);
    }

    [Fact]
    public void Remarks_are_made_once_and_only_where_something_is_compared()
    {
        string[] Notes(DecisionMatrix matrix) => [.. Plain.Rank(matrix).Diagnostics.Select(note => $"{note.Kind} {note.Message.In(Language.SimplifiedChinese)}")];
        DecisionMatrixBuilder Two(double x, double y) => DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, x).Criterion("y", KpiDirection.Higher, y);

        Notes(DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Candidate("a", 1).Candidate("b", 2).Build()).Should().BeEmpty("one criterion has all the weight as a matter of course");
        Notes(Two(1, 0).Candidate("a", 1, 1).Candidate("b", 2, 1).Build()).Should().Equal("AllWeightOnOne x占有全部权重。", "ZeroWeight y权重为0，不计入。");
        Notes(Two(1, 1).Candidate("a", 1, 2).Candidate("b", 2, 1).Build()).Should().Equal("AllEqual 所有候选得分相同。");
        Notes(Two(1, 1).Candidate("a", 1, 2).Build()).Should().Equal("SingleCandidate 只有一个候选，无从比较。");
        Plain.Rank(Two(0, 1).Candidate("a", 1, 2).Candidate("b", 9, 1).Build()).Diagnostics.Select(note => note.Message.En).Should().Equal("x has the weight 0 and does not count.", "y has all the weight.");
        Plain.Rank(Two(1, 1).Candidate("a", 1, 2).Candidate("b", 2, 1).Build()).Diagnostics.Single().Should().BeEquivalentTo(new { Criterion = (Id<DecisionCriterion>?)null, Message = new LocalText("All candidates have equal scores.", "所有候选得分相同。") });
    }

    [Fact]
    public void A_departure_is_told_with_how_many_pairs_swap()
    {
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 5).Criterion("y", KpiDirection.Higher, 3).Criterion("z", KpiDirection.Higher, 2)
            .Candidate("c0", 2, 5, 9).Candidate("c1", 5, 3, 4).Candidate("c2", 4, 6, 1).Candidate("c3", 6, 1, 2).Candidate("c4", 9, 2, 5).Build();
        LeaveOneOut report = LeaveOneOut.Of(RankingMethod.Topsis().Rank(matrix));
        report.Ranking.ToString().Should().Be("c4 > c2 > c0 > c1 > c3");
        report.Reversals.Select(one => one.Explain(Language.English)).Should().Equal(
            "Without 'c4', 'c1' passes 'c2' (and 2 more pairs swap); the winner changes.",
            "Without 'c3', 'c1' passes 'c2' (and 1 more pair swaps).");
        report.Reversals.Select(one => one.Explain(Language.SimplifiedChinese)).Should().Equal("若“c4”退出，“c1”将超过“c2”（另有2对互换），第一名随之改变。", "若“c3”退出，“c1”将超过“c2”（另有1对互换）。");
        RankReversal first = report.Reversals[0];
        first.Swapped.Select(pair => $"{pair.Before}{pair.After}").Should().Equal("c2c1", "c0c1", "c0c3");
        (first.FirstBefore.Value, first.FirstAfter.Value, first.WinnerChanges).Should().Be(("c2", "c1", true));
        RankReversal second = report.Reversals[1];
        second.Swapped.Select(pair => $"{pair.Before}{pair.After}").Should().Equal("c2c1", "c0c1");
        (second.FirstBefore.Value, second.FirstAfter.Value, second.WinnerChanges).Should().Be(("c4", "c4", false));
        report.WinnerCanChange.Should().BeTrue();
    }

    private static DecisionMatrixBuilder Partners() => DecisionMatrix.Define()
        .Criterion("reach", KpiDirection.Higher, 2, name: new LocalText("Reach", "触达"))
        .Criterion("fee", KpiDirection.Lower, 1, name: new LocalText("Fee", "费用"))
        .Criterion("fit", KpiDirection.Higher)
        .Criterion("size", KpiDirection.Higher)
        .Criterion("age", KpiDirection.Higher, 0);

    private static string Lines(params string[] lines) => string.Join("\n", lines);
}
