using System;
using System.Collections.Generic;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>What is asked for by name: an argument that is missing is said to be, not stumbled over.</summary>
public sealed class ScoringArgumentTests
{
    private static readonly LocalText Why = new("why");

    [Fact]
    public void A_missing_part_of_a_scorecard_is_named()
    {
        ValueCurve rising = ValueCurve.Rising(0m, 1m);
        var kpi = new Kpi(new Id<Kpi>("k"), Why, KpiUnit.Number, KpiDirection.Higher, KpiAggregation.Mean);
        Missing("name", () => ScoreCriterion.Of("a", null!, KpiUnit.Number, rising, 1m));
        Missing("unit", () => ScoreCriterion.Of("a", Why, null!, rising, 1m));
        Missing("curve", () => ScoreCriterion.Of("a", Why, KpiUnit.Number, null!, 1m));
        Missing("kpi", () => ScoreCriterion.Of(null!, rising, 1m));
        Missing("curve", () => ScoreCriterion.Of(kpi, null!, 1m));
        Missing("name", () => ScoreCriterion.ForGates("a", null!, KpiUnit.Number));
        Missing("unit", () => ScoreCriterion.ForGates("a", Why, null!));
        ScoreCriterion a = ScoreCriterion.Of("a", Why, KpiUnit.Number, rising, 1m);
        Missing("policy", () => a.WhenMissing(null!));
        Missing("shrinkage", () => a.WithShrinkage(null!));
        FluentActions.Invoking(() => a.WithMinimumSample(-1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected a sample of 0 or more.*").WithParameterName("sample");
        Missing("reason", () => ScoreGate.KnockOutBelow("a", 1m, null!));
        Missing("grade", () => ScoreGate.CapBelow("a", 1m, null!, Why));
        Missing("grade", () => ScoreGate.CapAbove("a", 1m, null!, Why));
        Missing("actions", () => ScoreGate.KnockOutBelow("a", 1m, Why).With(null!));
        Missing("action", () => ScoreGate.KnockOutBelow("a", 1m, Why).With([null!]));
        Missing("actions", () => new Grade("A", 0m, null, null!));
        Missing("action", () => new Grade("A", 0m, null, [null!]));
        Missing("grades", () => GradeScale.Of(Edge.LowerIncluded, null!));
        Missing("subject", () => new ScoreAction(ActionKind.Warn, null!));
        Missing("weights", () => PeriodPolicy.Weighted(null!));
        Missing("newestFirst", () => PeriodPolicy.Decay(1).Total(null!));
    }

    [Fact]
    public void A_missing_part_of_a_ranking_is_named()
    {
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Candidate("a", 1).Candidate("b", 2).Build();
        Ranking ranking = RankingMethod.WeightedSum(Normalisation.MinMax).Rank(matrix);
        Missing("weights", () => CriterionWeights.Of(((string, double)[])null!));
        Missing("priorities", () => CriterionWeights.Of((AhpPriorities<DecisionCriterion>)null!));
        Missing("criterion", () => DecisionMatrix.Define().Criterion((DecisionCriterion)null!, 1));
        Missing("values", () => DecisionMatrix.Define().Candidate("a", null!));
        Missing("bounds", () => RankingMethod.Spotis(null!));
        Missing("bounds", () => Normalisation.FixedBounds(null!));
        Missing("matrix", () => Normalisation.MinMax.Apply(null!));
        Missing("items", () => PairwiseJudgements<DecisionCriterion>.Of(null!));
        Missing("items", () => PairwiseJudgements<DecisionCriterion>.OfTable(null!, [[1d]]));
        Missing("ratios", () => PairwiseJudgements<DecisionCriterion>.OfTable(["a"], null!));
        Missing("reference", () => RankAgreement.Between(null!, ranking));
        Missing("other", () => RankAgreement.Between(ranking, null!));
        Missing("reference", () => RankAgreement.Of(null!, [1d, 2d]));
        Missing("other", () => RankAgreement.Of([1d, 2d], null!));
        Missing("scores", () => Ties.Dense.Rank(null!));
        Missing("matrix", () => WeightingMethod.Equal.TryWeigh(null!, out _, out IReadOnlyList<MatrixError> _));
        Missing("fromMostImportant", () => WeightingMethod.RankOrderCentroid(null!));
        Missing("id", () => ranking[(Id<Candidate>)null!]);
    }

    private static void Missing(string name, Func<object?> make) => make.Should().Throw<ArgumentNullException>().WithParameterName(name);
}
