using System;
using System.Globalization;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>The parts of a scorecard at their bounds: curves, grades, gates, policies for what is missing, for small samples and for several periods; and levers in both directions.</summary>
public sealed class ScoreRulesTests
{
    private static readonly LocalText Why = new("why", "原因");

    private static decimal D(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("8.99", 0)]
    [InlineData("9", 0)]
    [InlineData("9.5", 50)]
    [InlineData("10", 100)]
    [InlineData("15", 100)]
    [InlineData("20", 100)]
    [InlineData("21", 75)]
    [InlineData("23", 25)]
    [InlineData("24", 0)]
    [InlineData("99", 0)]
    public void A_target_range_falls_off_on_both_sides(string value, int points)
    {
        ValueCurve curve = ValueCurve.TargetRange(10m, 20m, 1m, 4m);
        curve.PointsAt(D(value)).Should().Be(points);
        (curve.NeverFalls, curve.NeverRises, curve.ToString()).Should().Be((false, false, "target range 10 to 20"));
        curve.Points.Should().Equal((9m, 0m), (10m, 100m), (20m, 100m), (24m, 0m));
    }

    [Fact]
    public void A_target_range_without_tolerance_ends_at_once()
    {
        ValueCurve below = ValueCurve.TargetRange(10m, 20m, 0m, 5m);
        new[] { 9.9999m, 10m, 20m, 22.5m, 25m }.Select(below.PointsAt).Should().Equal(0m, 100m, 100m, 50m, 0m);
        ValueCurve above = ValueCurve.TargetRange(10m, 20m, 5m, 0m);
        new[] { 5m, 7.5m, 10m, 20m, 20.0001m }.Select(above.PointsAt).Should().Equal(0m, 50m, 100m, 100m, 0m);
        ValueCurve point = ValueCurve.TargetRange(10m, 10m, 0m, 0m);
        new[] { 9.9999m, 10m, 10.0001m }.Select(point.PointsAt).Should().Equal(0m, 100m, 0m);
        Refused<ArgumentException>(() => ValueCurve.TargetRange(11m, 10m, 1m, 1m));
        Refused<ArgumentException>(() => ValueCurve.TargetRange(10m, 11m, -1m, 1m));
        Refused<ArgumentException>(() => ValueCurve.TargetRange(10m, 11m, 1m, -1m));
        Refused<ArgumentException>(() => ValueCurve.TargetRange(-1_000_000_000_000_001m, 11m, 1m, 1m));
        Refused<ArgumentException>(() => ValueCurve.TargetRange(10m, 1_000_000_000_000_001m, 1m, 1m));
        Refused<ArgumentException>(() => ValueCurve.TargetRange(-1_000_000_000_000_000m, 11m, 1m, 1m));
        Refused<ArgumentException>(() => ValueCurve.TargetRange(10m, 1_000_000_000_000_000m, 1m, 1m));
        ValueCurve.TargetRange(-1_000_000_000_000_000m, 1_000_000_000_000_000m, 0m, 0m).PointsAt(0m).Should().Be(100m);
    }

    [Fact]
    public void Curves_are_checked_and_written()
    {
        ValueCurve bins = ValueCurve.Bins(Edge.LowerIncluded, 40m, 10m, (5m, 20m), (9m, 40m)).WithMissing(4m);
        new[] { 4.99m, 5m, 9m }.Select(bins.PointsAt).Should().Equal(25m, 50m, 100m);
        (bins.MissingPoints, bins.ToString(), bins.NeverFalls, bins.NeverRises).Should().Be((4m, "bins out of 40 5: 20, 9: 40", true, false));
        ValueCurve steps = ValueCurve.Steps(Edge.UpperIncluded, 100m, (5m, 20m), (9m, 10m));
        new[] { 5m, 5.01m, 9m, 9.01m }.Select(steps.PointsAt).Should().Equal(100m, 20m, 20m, 10m);
        (steps.ToString(), steps.NeverFalls, steps.NeverRises).Should().Be(("steps 5: 20, 9: 10", false, true));
        ValueCurve.Through((0m, 0m), (1m, 30m)).ToString().Should().Be("through 0: 0, 1: 30");
        (ValueCurve.Rising(1m, 2m).ToString(), ValueCurve.Falling(1m, 2m).ToString()).Should().Be(("rising 1 to 2", "falling 1 to 2"));
        Refused<InvalidOperationException>(() => steps.WithMissing(1m));
        Refused<ArgumentException>(() => bins.WithMissing(41m));
        Refused<ArgumentException>(() => bins.WithMissing(-1m));
        Refused<ArgumentOutOfRangeException>(() => ValueCurve.Steps((Edge)7, 0m, (1m, 1m)));
        Refused<ArgumentException>(() => ValueCurve.Bins(Edge.LowerIncluded, 0m, 0m, (1m, 0m)));
        Refused<ArgumentException>(() => ValueCurve.Bins(Edge.LowerIncluded, 1_000_000_001m, 0m, (1m, 0m)));
        ValueCurve.Bins(Edge.LowerIncluded, 1_000_000_000m, 0m, (1m, 1_000_000_000m)).PointsAt(1m).Should().Be(100m);
        Refused<ArgumentException>(() => ValueCurve.Bins(Edge.LowerIncluded, 10m, 11m, (1m, 0m)));
        Refused<ArgumentException>(() => ValueCurve.Steps(Edge.LowerIncluded, 0m, (1m, 100.0000001m)));
        Refused<ArgumentException>(() => ValueCurve.Steps(Edge.LowerIncluded, 0m, (1m, 0.00000001m)));
        Refused<ArgumentException>(() => ValueCurve.Steps(Edge.LowerIncluded, 0m, (1m, 1m), (1m, 2m)));
        Refused<ArgumentException>(() => ValueCurve.Steps(Edge.LowerIncluded, 0m));
        Refused<ArgumentException>(() => ValueCurve.Rising(0m, 1_000_000_000_000_001m));
        Refused<ArgumentException>(() => ValueCurve.Rising(-1_000_000_000_000_001m, 0m));
        ValueCurve.Rising(-1_000_000_000_000_000m, 1_000_000_000_000_000m).PointsAt(0m).Should().Be(50m);
    }

    [Fact]
    public void Grades_are_checked_and_found_at_their_edges()
    {
        GradeScale lower = GradeScale.Of(("C", 0m), ("B", 60m), ("A", 80m));
        new[] { "0", "59.9999999999", "60", "79.9999999999", "80", "100" }.Select(score => lower.GradeOf(D(score)).Code).Should().Equal("C", "C", "B", "B", "A", "A");
        GradeScale upper = GradeScale.Of(Edge.UpperIncluded, new Grade("C", 0m), new Grade("B", 60m), new Grade("A", 80m));
        new[] { "60", "60.0000000001", "80", "80.0000000001" }.Select(score => upper.GradeOf(D(score)).Code).Should().Equal("C", "B", "B", "A");
        GradeScale sticky = lower.WithHysteresis(5m);
        new[] { "64.9", "65", "84.9", "85" }.Select(score => sticky.GradeOf(D(score), "C").Code).Should().Equal("C", "B", "B", "A");
        new[] { "75", "74.9", "55", "54.9" }.Select(score => sticky.GradeOf(D(score), "A").Code).Should().Equal("A", "B", "B", "C");
        sticky.GradeOf(70m, "B").Code.Should().Be("B");
        sticky.GradeOf(64m).Code.Should().Be("B");
        lower.ToString().Should().Be("C 0, B 60, A 80");
        Refused<ArgumentException>(() => sticky.GradeOf(70m, "X"));
        Refused<ArgumentOutOfRangeException>(() => lower.GradeOf(-0.0001m));
        Refused<ArgumentOutOfRangeException>(() => lower.GradeOf(100.0001m));
        lower.WithHysteresis(19.9999999m).Hysteresis.Should().Be(19.9999999m);
        Refused<ArgumentOutOfRangeException>(() => lower.WithHysteresis(20m));
        Refused<ArgumentOutOfRangeException>(() => lower.WithHysteresis(-1m));
        Refused<ArgumentOutOfRangeException>(() => lower.WithHysteresis(0.00000001m));
        GradeScale.Of(("all", 0m)).WithHysteresis(500m).Hysteresis.Should().Be(500m);
        Refused<ArgumentOutOfRangeException>(() => GradeScale.Of((Edge)7, new Grade("C", 0m)));
        Says("0 grades that start at nothing leave a gap*", () => GradeScale.Of(Array.Empty<Grade>()));
        Says("1 grades that start at 1 leave a gap*", () => GradeScale.Of(("A", 1m)));
        Says("The grade 'A' is there twice*", () => GradeScale.Of(("A", 0m), ("A", 1m)));
        Says("The grade 'A' from 1 does not start above 'B'*", () => GradeScale.Of(("C", 0m), ("B", 1m), ("A", 1m)));
        Says("The grade 'A' above 100 holds no score*", () => GradeScale.Of(Edge.UpperIncluded, new Grade("B", 0m), new Grade("A", 100m)));
        GradeScale.Of(("B", 0m), ("A", 100m)).GradeOf(100m).Code.Should().Be("A");
        GradeScale.Of([.. Enumerable.Range(0, 100).Select(i => new Grade($"g{i}", i))]).Grades.Should().HaveCount(100);
        Refused<ArgumentException>(() => GradeScale.Of([.. Enumerable.Range(0, 101).Select(i => new Grade($"g{i}", i * 0.5m))]));
        Refused<ArgumentOutOfRangeException>(() => new Grade("A", -0.1m));
        Refused<ArgumentOutOfRangeException>(() => new Grade("A", 100.1m));
        Refused<ArgumentOutOfRangeException>(() => new Grade("A", 0.00000001m));
        (new Grade("A", 0.0000001m).From, new Grade("A", 100m).From, new Grade("A", 0m).Name, new Grade("A", 0m, Why).Name).Should().Be((0.0000001m, 100m, new LocalText("A"), Why));
    }

    [Fact]
    public void Gates_policies_and_actions_are_checked_and_written()
    {
        new[] { ScoreGate.KnockOutBelow("k", 5m, Why), ScoreGate.KnockOutAbove("k", 5.50m, Why), ScoreGate.CapBelow("k", 5m, "B", Why), ScoreGate.CapAbove("k", 5m, "B", Why), ScoreGate.Evidence("k", 30, Why) }
            .Select(gate => $"{gate.Kind} {gate} {gate.AppliesWhenMissing} {gate.Grade}").Should().Equal(
            "KnockOut k below 5 False ", "KnockOut k above 5.5 False ", "CapGrade k below 5 False B", "CapGrade k above 5 False B", "Evidence sample of k below 30 True ");
        ScoreGate evidence = ScoreGate.Evidence("k", 1, Why);
        evidence.AlsoWhenMissing().Should().BeSameAs(evidence);
        ScoreGate missing = ScoreGate.KnockOutAbove("k", 5m, Why).With(new ScoreAction(ActionKind.Warn, "order")).AlsoWhenMissing();
        (missing.AppliesWhenMissing, missing.IsAbove, missing.Actions.Single().ToString()).Should().Be((true, true, "warn order"));
        Refused<ArgumentOutOfRangeException>(() => ScoreGate.Evidence("k", 0, Why));
        new[] { ActionKind.Block, ActionKind.Warn, ActionKind.Notify, ActionKind.Reward }.Select(kind => new ScoreAction(kind, "purchase-order").ToString()).Should().Equal("block purchase-order", "warn purchase-order", "notify purchase-order", "reward purchase-order");
        Refused<ArgumentOutOfRangeException>(() => new ScoreAction(ActionKind.Block - 1, "x"));
        Refused<ArgumentOutOfRangeException>(() => new ScoreAction(ActionKind.Reward + 1, "x"));
        Refused<ArgumentException>(() => new ScoreAction(ActionKind.Warn, "X"));
        new[] { MissingPolicy.Exclude, MissingPolicy.Worst, MissingPolicy.Fail, MissingPolicy.Points(12.50m), MissingPolicy.Points(0m), MissingPolicy.Points(100m) }.Select(policy => policy.ToString())
            .Should().Equal("exclude", "worst", "fail", "12.5 points", "0 points", "100 points");
        MissingPolicy.Points(0.0000001m).Value.Should().Be(0.0000001m);
        Refused<ArgumentOutOfRangeException>(() => MissingPolicy.Points(0.00000001m));
        Refused<ArgumentOutOfRangeException>(() => MissingPolicy.Points(-0.1m));
        Refused<ArgumentOutOfRangeException>(() => MissingPolicy.Points(100.1m));
    }

    [Fact]
    public void Small_samples_are_drawn_to_the_prior_or_to_the_cautious_end()
    {
        Shrinkage beta = Shrinkage.Beta(Rate.Percent(50), 10m);
        (beta.Apply(Rate.Percent(90), 10), beta.Apply(Rate.One, 1), beta.ToString()).Should().Be((Rate.Percent(70), Rate.Percent(54.54545455m), "beta 50% x 10"));
        Shrinkage wilson = Shrinkage.Wilson(2m);
        (wilson.Apply(Rate.Percent(50), 12), wilson.Apply(Rate.Percent(50), 12, higherIsBetter: false), wilson.ToString()).Should().Be((Rate.Percent(25), Rate.Percent(75), "wilson 2"));
        (Shrinkage.Wilson(0.01m).Strength, Shrinkage.Wilson(10m).Strength, Shrinkage.Beta(Rate.Zero, 1_000_000_000m).Strength, Shrinkage.Beta(Rate.One, 0.001m).Prior).Should().Be((0.01m, 10m, 1_000_000_000m, Rate.One));
        Refused<ArgumentOutOfRangeException>(() => Shrinkage.Wilson(0.009m));
        Refused<ArgumentOutOfRangeException>(() => Shrinkage.Wilson(10.1m));
        Refused<ArgumentOutOfRangeException>(() => Shrinkage.Beta(Rate.Percent(101), 1m));
        Refused<ArgumentOutOfRangeException>(() => Shrinkage.Beta(Rate.One, 0m));
        Refused<ArgumentOutOfRangeException>(() => Shrinkage.Beta(Rate.One, 1_000_000_001m));
        Refused<ArgumentOutOfRangeException>(() => wilson.Apply(Rate.Percent(101), 1));
        Refused<ArgumentOutOfRangeException>(() => wilson.Apply(Rate.One, 0));
    }

    [Fact]
    public void Periods_weigh_what_their_policy_says()
    {
        PeriodTotal decayed = PeriodPolicy.Decay(3).Total([80m, null, 50m, 100m]);
        (decayed.Score, string.Join(" ", decayed.Shares)).Should().Be((72.5m, "75% 0% 25% 0%"));
        PeriodTotal smooth = PeriodPolicy.Smoothing(0.5m).Total([80m, 40m, 20m], 2);
        (smooth.Score, string.Join(" ", smooth.Shares)).Should().Be((55m, "50% 25% 25%"));
        PeriodTotal weighted = PeriodPolicy.Weighted(2m, 1m).Total([90m, 30m, 7m], 0);
        (weighted.Score, string.Join(" ", weighted.Shares)).Should().Be((70m, "66.66666667% 33.33333333% 0%"));
        PeriodTotal nothing = PeriodPolicy.Weighted(0m, 1m).Total([90m]);
        (nothing.Score, string.Join(" ", nothing.Shares)).Should().Be((null, "0%"));
        PeriodPolicy.Weighted(1m).Total([33.3333333m], 7).Score.Should().Be(33.3333333m);
        new[] { PeriodPolicy.Decay(1000).ToString(), PeriodPolicy.Smoothing(0.000001m).ToString(), PeriodPolicy.Smoothing(1m).ToString(), PeriodPolicy.Weighted(1m, 0.000000001m, 1_000_000_000m).ToString() }
            .Should().Equal("decay over 1000 periods", "smoothing 0.000001", "smoothing 1", "weights 1, 0.000000001, 1000000000");
        new[] { 5m, 4m, 3.9m }.Select(band => PeriodPolicy.Weighted(1m).Total([76m, 80m]).Trend(band)).Should().Equal(ScoreTrend.Steady, ScoreTrend.Steady, ScoreTrend.Falling);
        PeriodPolicy.Weighted(1m).Total([78m, 80m]).Trend().Should().Be(ScoreTrend.Falling);
        Refused<ArgumentOutOfRangeException>(() => PeriodPolicy.Decay(0));
        Refused<ArgumentOutOfRangeException>(() => PeriodPolicy.Decay(1001));
        Refused<ArgumentOutOfRangeException>(() => PeriodPolicy.Smoothing(0m));
        Refused<ArgumentOutOfRangeException>(() => PeriodPolicy.Smoothing(1.1m));
        Refused<ArgumentOutOfRangeException>(() => PeriodPolicy.Smoothing(0.0000001m));
        Refused<ArgumentException>(() => PeriodPolicy.Weighted());
        Refused<ArgumentException>(() => PeriodPolicy.Weighted(0m));
        Refused<ArgumentException>(() => PeriodPolicy.Weighted(1m, -1m));
        Refused<ArgumentException>(() => PeriodPolicy.Weighted(1m, 1_000_000_001m));
        Refused<ArgumentException>(() => PeriodPolicy.Weighted(1m, 0.0000000001m));
        Refused<ArgumentException>(() => PeriodPolicy.Weighted([.. Enumerable.Repeat(1m, 1001)]));
        PeriodPolicy.Weighted([.. Enumerable.Repeat(1m, 1000)]).Weights.Should().HaveCount(1000);
        Refused<ArgumentOutOfRangeException>(() => PeriodPolicy.Decay(1).Total([1m], -1));
        Refused<ArgumentOutOfRangeException>(() => PeriodPolicy.Decay(1).Total([1m], 8));
        Refused<ArgumentOutOfRangeException>(() => PeriodPolicy.Decay(1).Total([100.1m]));
        Refused<ArgumentOutOfRangeException>(() => PeriodPolicy.Decay(1).Total([-0.1m]));
        Refused<ArgumentOutOfRangeException>(() => PeriodPolicy.Decay(1).Total([0.00000001m]));
        Refused<ArgumentOutOfRangeException>(() => PeriodPolicy.Decay(1).Total([.. Enumerable.Repeat<decimal?>(1m, 1001)]));
        PeriodPolicy.Decay(1).Total([.. Enumerable.Repeat<decimal?>(1m, 1000)]).Score.Should().Be(1m);
    }

    [Theory]
    [InlineData("1.5", 1, "3.125", "2.792")]
    [InlineData("4", 1, "6.25", "7.592")]
    [InlineData("14", 0, "0", null)]
    [InlineData("20", 0, "0", null)]
    [InlineData("24", -1, "8.3333", "21.806")]
    [InlineData("30", -1, "0", "25.406")]
    public void A_lever_of_a_target_range_points_to_the_nearer_side(string orders, int direction, string one, string? needed)
    {
        // Half of the weight: 2 to 10 rises, 10 to 20 is full, 20 to 26 falls. With 25 points from the other half, C (30) is shown from 9.9 points of 100, B (60) from 69.9.
        Scorecard card = Scorecard.Define("range")
            .Add(ScoreCriterion.Of("orders", Why, KpiUnit.Number, ValueCurve.TargetRange(10m, 20m, 8m, 6m), 1m))
            .Add(ScoreCriterion.Of("other", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .Grades(GradeScale.Of(("D", 0m), ("C", 30m), ("B", 60m))).Build();
        ScoreLever lever = card.Evaluate(ScoreFacts.For("x").With("orders", D(orders)).With("other", 50m)).Levers()[0];
        (lever.Direction, lever.PointsOfOneUnit, lever.NeededForNextGrade).Should().Be((direction, D(one), needed is null ? null : D(needed)));
    }

    private static void Refused<T>(Func<object> make)
        where T : Exception => make.Should().Throw<T>();

    private static void Says(string message, Func<object> make) => make.Should().Throw<ArgumentException>().WithMessage(message);
}
