using System;
using System.Linq;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>Judgements of pairs are checked when they are stated.</summary>
public sealed class PairwiseJudgementsTests
{
    [Fact]
    public void A_table_is_square_reciprocal_and_of_ratios_in_range()
    {
        PairwiseJudgements<DecisionCriterion> table = PairwiseJudgements<DecisionCriterion>.OfTable(["a", "b"], [[1d, 4d], [0.25, 1d]]);
        table.Items.Select(item => item.Value).Should().Equal("a", "b");
        AhpPriorities<DecisionCriterion> priorities = table.Prioritise();
        (priorities.Weights[new Id<DecisionCriterion>("a")], priorities.ConsistencyRatio).Should().Be((0.8, 0d));
        Refused(["a", "b"], [[1d, 4d]]);
        Refused(["a", "b"], [[1d, 4d], [0.25]]);
        Refused(["a", "b"], [[1d, 4d], null!]);
        Refused(["a", "b"], [[1d, 4d], [0.3, 1d]]);
        Refused(["a", "b"], [[2d, 4d], [0.25, 0.5]]);
        Refused(["a", "b"], [[1d, 0d], [0d, 1d]]);
        Refused(["a", "b"], [[1d, 2e6], [0.5e-6, 1d]]);
        Refused(["a", "a"], [[1d, 1d], [1d, 1d]]);
        Refused([], []);
        PairwiseJudgements<DecisionCriterion>.OfTable(["a", "b"], [[1d, 1e6], [1e-6, 1d]]).Items.Should().HaveCount(2);
        PairwiseJudgements<DecisionCriterion>.OfTable(["a", "b", "c"], [[1d, 2d, 4d], [0.5, 1d, 2d], [0.25, 0.5005, 1d]]).Prioritise().IsConsistent.Should().BeTrue();

        static void Refused(string[] items, double[][] ratios) => FluentActions.Invoking(() => PairwiseJudgements<DecisionCriterion>.OfTable(items, ratios)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_judgement_is_of_two_items_and_every_pair_needs_one()
    {
        PairwiseJudgements<DecisionCriterion> three = PairwiseJudgements<DecisionCriterion>.Of("a", "b", "c").Prefer("a", "b", 2d).Prefer("b", "c", 2d);
        three.Invoking(t => t.Prioritise()).Should().Throw<InvalidOperationException>().WithMessage("'a' is not compared with 'c'; expected a judgement of every pair.");
        PairwiseJudgements<DecisionCriterion> whole = three.Prefer("a", "c", 4d);
        AhpPriorities<DecisionCriterion> priorities = whole.Prioritise();
        foreach ((string id, double weight) in new[] { ("a", 4d / 7d), ("b", 2d / 7d), ("c", 1d / 7d) })
        {
            priorities.Weights[new Id<DecisionCriterion>(id)].Should().BeApproximately(weight, 1e-14);
            whole.Prioritise(Prioritisation.ColumnMean).Weights[new Id<DecisionCriterion>(id)].Should().BeApproximately(weight, 1e-14);
        }

        three.Invoking(t => t.Prefer("a", "a", 2d)).Should().Throw<ArgumentException>().WithMessage("'a' is compared with itself*");
        foreach (double wrong in new[] { 0d, -1d, 0.9e-6, 1.1e6, double.NaN })
        {
            three.Invoking(t => t.Prefer("a", "b", wrong)).Should().Throw<ArgumentOutOfRangeException>();
        }

        three.Prefer("a", "b", 1e-6).Prefer("a", "b", 1e6).Items.Should().HaveCount(3);
        foreach (double wrong in new[] { 0d, -1d, double.NaN, 2e6 })
        {
            whole.Invoking(t => t.Prioritise(randomIndex: wrong)).Should().Throw<ArgumentOutOfRangeException>();
        }

        whole.Prioritise(randomIndex: 1e6).IsConsistent.Should().BeTrue();
        whole.Invoking(t => t.Prioritise((Prioritisation)77)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => PairwiseJudgements<DecisionCriterion>.Of()).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => PairwiseJudgements<DecisionCriterion>.Of("a", "a")).Should().Throw<ArgumentException>();
    }
}
