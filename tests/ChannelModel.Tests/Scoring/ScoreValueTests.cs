using System;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>Values of scorecards and decision matrices are equal when every member is.</summary>
public sealed class ScoreValueTests
{
    private static readonly LocalText Name = new("name", "名称");

    private static readonly LocalText Other = new("other", "另一个");

    private static readonly ScoreAction Warn = new(ActionKind.Warn, "order");

    private static ValueCurve Rising => ValueCurve.Rising(0m, 1m);

    private static ScoreCriterion Sales => ScoreCriterion.Of("sales", Name, KpiUnit.Number, Rising, 1m);

    [Fact]
    public void Every_member_of_a_rule_counts()
    {
        ValueLaws.Apart(() => new ScoreAction(ActionKind.Warn, "order"), () => new ScoreAction(ActionKind.Block, "order"), () => new ScoreAction(ActionKind.Warn, "visit"), () => new ScoreAction(ActionKind.Warn, "order", Name));
        ValueLaws.Apart(() => new Grade("A", 1m, Name, Warn), () => new Grade("B", 1m, Name, Warn), () => new Grade("A", 2m, Name, Warn), () => new Grade("A", 1m, Other, Warn), () => new Grade("A", 1m, Name));
        ValueLaws.Apart(
            () => GradeScale.Of(("B", 0m), ("A", 50m)),
            () => GradeScale.Of(("B", 0m), ("A", 60m)),
            () => GradeScale.Of(Edge.UpperIncluded, new Grade("B", 0m), new Grade("A", 50m)),
            () => GradeScale.Of(("B", 0m), ("A", 50m)).WithHysteresis(1m));
        ValueLaws.Apart(() => MissingPolicy.Exclude, () => MissingPolicy.Worst, () => MissingPolicy.Fail, () => MissingPolicy.Points(0m), () => MissingPolicy.Points(1m));
        ValueLaws.Apart(() => PeriodPolicy.Decay(1), () => PeriodPolicy.Decay(2), () => PeriodPolicy.Smoothing(0.5m), () => PeriodPolicy.Smoothing(0.6m), () => PeriodPolicy.Weighted(1m), () => PeriodPolicy.Weighted(1m, 2m), () => PeriodPolicy.Weighted(1m, 3m));
        ValueLaws.Apart(() => Shrinkage.Wilson(1m), () => Shrinkage.Wilson(2m), () => Shrinkage.Beta(Rate.Zero, 1m), () => Shrinkage.Beta(Rate.One, 1m), () => Shrinkage.Beta(Rate.Zero, 2m));
        ValueLaws.Apart(
            () => ScoreGate.KnockOutBelow("k", 1m, Name),
            () => ScoreGate.KnockOutAbove("k", 1m, Name),
            () => ScoreGate.KnockOutBelow("l", 1m, Name),
            () => ScoreGate.KnockOutBelow("k", 2m, Name),
            () => ScoreGate.KnockOutBelow("k", 1m, Other),
            () => ScoreGate.CapBelow("k", 1m, "A", Name),
            () => ScoreGate.CapBelow("k", 1m, "B", Name),
            () => ScoreGate.Evidence("k", 1, Name),
            () => ScoreGate.KnockOutBelow("k", 1m, Name).AlsoWhenMissing(),
            () => ScoreGate.KnockOutBelow("k", 1m, Name).With(Warn));
        ValueLaws.Apart(
            () => ValueCurve.Rising(0m, 1m),
            () => ValueCurve.Through((0m, 0m), (1m, 100m)),
            () => ValueCurve.Rising(0m, 2m),
            () => ValueCurve.Steps(Edge.LowerIncluded, 0m, (1m, 2m)),
            () => ValueCurve.Steps(Edge.UpperIncluded, 0m, (1m, 2m)),
            () => ValueCurve.Steps(Edge.LowerIncluded, 1m, (1m, 2m)),
            () => ValueCurve.Bins(Edge.LowerIncluded, 10m, 0m, (1m, 2m)),
            () => ValueCurve.Bins(Edge.LowerIncluded, 20m, 0m, (1m, 2m)),
            () => ValueCurve.Bins(Edge.LowerIncluded, 10m, 0m, (1m, 2m)).WithMissing(3m));
    }

    [Fact]
    public void Every_member_of_a_criterion_and_a_scorecard_counts()
    {
        var id = new Id<Kpi>("sales");
        ValueLaws.Apart(
            () => Sales,
            () => ScoreCriterion.Of("visits", Name, KpiUnit.Number, Rising, 1m),
            () => ScoreCriterion.Of("sales", Other, KpiUnit.Number, Rising, 1m),
            () => ScoreCriterion.Of("sales", Name, KpiUnit.Count, Rising, 1m),
            () => ScoreCriterion.Of("sales", Name, KpiUnit.Number, ValueCurve.Rising(0m, 2m), 1m),
            () => ScoreCriterion.Of("sales", Name, KpiUnit.Number, Rising, 2m),
            () => Sales.WhenMissing(MissingPolicy.Worst),
            () => Sales.WithShrinkage(Shrinkage.Wilson()),
            () => Sales.WithMinimumSample(1),
            () => ScoreCriterion.ForGates("sales", Name, KpiUnit.Number),
            () => ScoreCriterion.Of(new Kpi(id, Name, KpiUnit.Number, KpiDirection.Higher, KpiAggregation.Sum), Rising, 1m),
            () => ScoreCriterion.Of(new Kpi(id, Name, KpiUnit.Number, KpiDirection.Higher, KpiAggregation.Mean), Rising, 1m));
        ValueLaws.Apart(
            () => Card().Build(),
            () => Scorecard.Define("other").Add(Sales).Build(),
            () => Scorecard.Define("card", Other).Add(Sales).Build(),
            () => Card().Add(ScoreCriterion.ForGates("visits", Name, KpiUnit.Number)).Build(),
            () => Card().Gate(ScoreGate.KnockOutBelow("sales", 1m, Name)).Build(),
            () => Card().Grades(GradeScale.Of(("A", 0m))).Build(),
            () => Card().Periods(PeriodPolicy.Decay(2)).Build(),
            () => Card().MinimumCoverage(Rate.Percent(50)).Build(),
            () => Card().Decimals(3).Build());
        ValueLaws.Apart(() => new Candidate(new Id<Candidate>("a"), Name), () => new Candidate(new Id<Candidate>("b"), Name));
        var k = new Id<DecisionCriterion>("k");
        ValueLaws.Apart(
            () => new DecisionCriterion(k, KpiDirection.Higher, Name, "km"),
            () => new DecisionCriterion(new Id<DecisionCriterion>("l"), KpiDirection.Higher, Name, "km"),
            () => new DecisionCriterion(k, KpiDirection.Lower, Name, "km"),
            () => new DecisionCriterion(k, KpiDirection.Higher, Other, "km"),
            () => new DecisionCriterion(k, KpiDirection.Higher, Name, "m"));
        new DecisionCriterion(k, KpiDirection.Higher).Name.Should().Be(new LocalText("k"));
        FluentActions.Invoking(() => new DecisionCriterion(k, (KpiDirection)77)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Sales.WithMinimumSample(-1)).Should().Throw<ArgumentOutOfRangeException>();
        Sales.WithMinimumSample(0).MinimumSample.Should().Be(0);

        static ScorecardBuilder Card() => Scorecard.Define("card").Add(Sales);
    }
}
