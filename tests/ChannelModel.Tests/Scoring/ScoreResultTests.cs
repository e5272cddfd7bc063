using System;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using NodaTime;

namespace ChannelModel.Tests.Scoring;

/// <summary>What stands in a result beside its score, what the scalar verb refuses, and the versions of a scorecard.</summary>
public sealed class ScoreResultTests
{
    private static readonly LocalText Why = new("why");

    [Fact]
    public void Points_are_lost_in_the_order_of_how_many_and_then_of_ids()
    {
        Scorecard card = Scorecard.Define("c")
            .Add(Number("d", 1m)).Add(Number("c", 1m)).Add(Number("b", 2m)).Add(Number("a", 1m)).Add(Number("full", 1m))
            .Add(Number("none", 5m).WhenMissing(MissingPolicy.Exclude)).Build();
        ScoreFacts facts = ScoreFacts.For("x").With("a", 60).With("b", 70).With("c", 40).With("d", 40).With("full", 100);
        card.Evaluate(facts).Losses.Select(line => line.Criterion.Id.Value).Should().Equal("b", "c", "d", "a");
        card.Evaluate(ScoreFacts.For("x")).Losses.Should().BeEmpty();
        card.Evaluate(facts.With("a", 100).With("b", 100).With("c", 100).With("d", 100)).Losses.Should().BeEmpty();

        // Of 6 that count each has a sixth, b two.
        ScoreContribution[] lines = [.. card.Evaluate(facts).Contributions];
        lines.Select(line => line.Share.ToString("2", null)).Should().Equal("16.67%", "16.67%", "33.33%", "16.67%", "16.67%", "0.00%");
        lines.Select(line => line.WorthBillionths).Should().Equal(400_000_000, 400_000_000, 700_000_000, 600_000_000, 1_000_000_000, null);
    }

    [Fact]
    public void Everything_may_be_worth_nothing_or_all()
    {
        Scorecard card = Scorecard.Define("c").Add(Number("a", 1m)).Add(Number("b", 3m)).Build();
        ScoreResult nothing = card.Evaluate(ScoreFacts.For("x").With("a", 0).With("b", 0));
        nothing.Contributions.Select(line => (line.Points, line.Lost)).Should().Equal((0m, 25m), (0m, 75m));
        nothing.Losses.Select(line => line.Criterion.Id.Value).Should().Equal("b", "a");
        ScoreResult all = card.Evaluate(ScoreFacts.For("x").With("a", 100).With("b", 100));
        all.Contributions.Select(line => (line.Points, line.Lost)).Should().Equal((25m, 0m), (75m, 0m));

        // What is worth less than is shown is not split: 0.04 of 100 is 0.0, and nothing is left of 99.96.
        card.Evaluate(ScoreFacts.For("x").With("a", 0.04m).With("b", 0.04m)).Contributions.Sum(line => line.Points).Should().Be(0m);
        card.Evaluate(ScoreFacts.For("x").With("a", 99.96m).With("b", 99.96m)).Contributions.Sum(line => line.Lost).Should().Be(0m);
    }

    [Fact]
    public void What_should_follow_comes_from_the_grade_and_then_from_the_gates_each_once()
    {
        var warn = new ScoreAction(ActionKind.Warn, "order");
        var block = new ScoreAction(ActionKind.Block, "order");
        var visit = new ScoreAction(ActionKind.Notify, "visit");
        Scorecard card = Scorecard.Define("c").Add(Number("a", 1m)).Add(ScoreCriterion.ForGates("g", Why, KpiUnit.Number))
            .Gate(ScoreGate.CapBelow("a", 90m, "D", new LocalText("one")).With(block, warn))
            .Gate(ScoreGate.CapBelow("a", 40m, "D", new LocalText("two")).With(visit))
            .Gate(ScoreGate.CapAbove("g", 1m, "D", new LocalText("three")).AlsoWhenMissing().With(visit))
            .Grades(GradeScale.Of(new Grade("D", 0m, null, warn), new Grade("C", 50m, null, visit))).Build();
        ScoreResult result = card.Evaluate(ScoreFacts.For("x").With("a", 60).With("g", 1));
        result.Actions.Should().Equal(warn, block);
        result.Reasons.Select(reason => reason.En).Should().Equal("one");
        result.Gates.Select(check => check.Outcome).Should().Equal(GateOutcome.Applied, GateOutcome.Passed, GateOutcome.Passed);
        ScoreResult without = card.Evaluate(ScoreFacts.For("x").With("a", 60));
        without.Reasons.Select(reason => reason.En).Should().Equal("one", "three");
        without.Actions.Should().Equal(warn, block, visit);
        without.Next.Should().BeNull("under a cap nothing is missing but the cap");
        card.Evaluate(ScoreFacts.For("x").With("a", 95).With("g", 1)).Actions.Should().Equal(visit);
    }

    [Fact]
    public void On_the_bound_a_gate_lets_pass_and_two_that_apply_are_not_one_that_does_not()
    {
        Scorecard card = Scorecard.Define("c").Add(Number("a", 1m)).Add(ScoreCriterion.ForGates("g", Why, KpiUnit.Number))
            .Gate(ScoreGate.KnockOutBelow("a", 20m, Why)).Gate(ScoreGate.KnockOutAbove("g", 5m, Why)).Gate(ScoreGate.Evidence("a", 3, Why)).Gate(ScoreGate.Evidence("g", 2, Why))
            .Grades(GradeScale.Of(("D", 0m), ("C", 60m))).Build();
        ScoreResult passes = card.Evaluate(ScoreFacts.For("x").With("a", 20, 3).With("g", 5, 2));
        (passes.Status, passes.Grade!.Code, passes.GradeOfScore!.Code).Should().Be((ScoreStatus.Rated, "D", "D"));
        card.Evaluate(ScoreFacts.For("x").With("a", 19, 3).With("g", 6, 2)).Status.Should().Be(ScoreStatus.KnockedOut);
        card.Evaluate(ScoreFacts.For("x").With("a", 20, 2).With("g", 5, 1)).Reason.Should().Be(NotRatedReason.TooLittleEvidence);
        card.Evaluate(ScoreFacts.For("x").With("a", 20).With("g", 5, 2)).Reason.Should().Be(NotRatedReason.TooLittleEvidence, "a sample that is not stated is none");
        (ScoreGate.Evidence("a", 1, Why).IsAbove, ScoreGate.KnockOutBelow("a", 1m, Why).IsAbove, ScoreGate.CapAbove("a", 1m, "D", Why).IsAbove).Should().Be((false, false, true));
        Scorecard.Define("c").Add(Number("a", 1m)).Add(Number("b", 1m)).Build().Evaluate(ScoreFacts.For("x")).Reason.Should().Be(NotRatedReason.ValueMissing, "two that are missing are missing");
    }

    [Fact]
    public void The_scalar_verb_refuses_by_name_and_bound()
    {
        Scorecard card = Scorecard.Define("c")
            .Add(ScoreCriterion.Of("n", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .Add(ScoreCriterion.Of("s", Why, KpiUnit.Score(1m, 5m), ValueCurve.Rising(1m, 5m), 1m).WhenMissing(MissingPolicy.Exclude))
            .Add(ScoreCriterion.Of("r", Why, KpiUnit.Percent, ValueCurve.Rising(0m, 100m), 1m).WithShrinkage(Shrinkage.Beta(Rate.Percent(50), 10m)).WhenMissing(MissingPolicy.Exclude))
            .Grades(GradeScale.Of(("D", 0m), ("C", 60m)).WithHysteresis(5m)).Build();
        Throws("values", "Expected a finite number for 'n'; a missing value is null.", () => card.Score([double.NaN, 1d, 1d], [], null));
        Throws("values", "Expected a finite number for 's'; a missing value is null.", () => card.Score([1d, double.PositiveInfinity, 1d], [], null));
        Throws("values", "Expected a value inside score 1 to 5 for 's'.", () => card.Score([1d, 0.99, 1d], [], null));
        Throws("values", "Expected a value inside score 1 to 5 for 's'.", () => card.Score([1d, 5.01, 1d], [], null));
        Throws("values", "Expected a share from 0 to 100 percent for 'r', whose sample moves it.", () => card.Score([1d, 1d, -0.01], [], null));
        Throws("values", "Expected a share from 0 to 100 percent for 'r', whose sample moves it.", () => card.Score([1d, 1d, 100.01], [], null));
        Throws("samples", "Expected a sample of 0 or more for 'r'.", () => card.Score([1d, 1d, 1d], [1, 0, -1], null));
        FluentActions.Invoking(() => card.Score([1d, 1d], [], null)).Should().Throw<ArgumentException>()
            .WithMessage("There are 2 values and 0 samples; expected one value for each of the 3 criteria, and as many samples or none.*").WithParameterName("values");
        FluentActions.Invoking(() => card.Score([1d, 1d, 1d], [1, 1], null)).Should().Throw<ArgumentException>().WithMessage("There are 3 values and 2 samples; *");
        FluentActions.Invoking(() => card.Score([1d, 1d, 1d], [], "X")).Should().Throw<ArgumentException>().WithMessage("The scorecard 'c' has no grade 'X'; expected one of D, C.*").WithParameterName("code");
        FluentActions.Invoking(() => card.Evaluate(ScoreFacts.For("x"), "X")).Should().Throw<ArgumentException>().WithMessage("The scorecard 'c' has no grade 'X'; expected one of D, C.*");
        FluentActions.Invoking(() => card.Evaluate(null!)).Should().Throw<ArgumentNullException>().WithParameterName("facts");
        FluentActions.Invoking(() => card.Evaluate(ScoreFacts.For("x").With("z", 1))).Should().Throw<ArgumentException>().WithMessage("The scorecard 'c' has no criterion 'z'; expected one of n, s, r.*").WithParameterName("facts");
        Scorecard bare = Scorecard.Define("b").Add(Number("a", 1m)).Build();
        FluentActions.Invoking(() => bare.Score([1d], [], "X")).Should().Throw<ArgumentException>().WithMessage("The scorecard 'b' has no grade 'X'; expected one of none.*");

        // At the bounds: 20, full points and the sample's (100 % of 10 and 5 of 10, 75); then 60, nothing and 25.
        Is(card.Score([20d, 5d, 100d], [null, null, 10], null), ScoreStatus.Rated, NotRatedReason.None, 65m, "C");
        card.Score([60d, 1d, 0d], [null, null, 10], null).Score.Should().Be(28.3m);
        card.Score([62d, null, 80d], [], null).Score.Should().Be(62m, "without a sample a rate that is moved by it counts as missing");
        card.Score([62d, null, 80d], [5, 5, null], null).Score.Should().Be(62m);
        card.Evaluate(ScoreFacts.For("x").With("n", 60).With("r", Rate.Zero, 10)).Score.Should().Be(42.5m, "0 % is a share");
        card.Evaluate(ScoreFacts.For("x").With("n", 60).With("r", Rate.One, 10)).Score.Should().Be(67.5m);
        card.Score([62d, null, null], [], "D").Grade!.Code.Should().Be("D", "62 is not 5 above 60");
        Is(card.Score([62d, null, 80d], [5, 5, 0], null), ScoreStatus.Rated, NotRatedReason.None, 62m, "C"); // a sample of 0 is no evidence
        Is(card.Score([null, 5d, null], [], null), ScoreStatus.NotRated, NotRatedReason.ValueMissing, null, null);

        static void Is(ScorePoint point, ScoreStatus status, NotRatedReason reason, decimal? score, string? grade) =>
            (point.Status, point.Reason, point.Score, point.Grade?.Code).Should().Be((status, reason, score, grade));

        static void Throws(string name, string message, Action action) => action.Should().Throw<ArgumentOutOfRangeException>().WithMessage(message + "*").WithParameterName(name);
    }

#if !NETFX_REPLAY // nobody outside makes one
    [Fact]
    public void Every_member_of_a_score_counts()
    {
        var a = new Grade("A", 0m);
        ValueLaws.Apart(
            () => new ScorePoint(ScoreStatus.Rated, NotRatedReason.None, 1m, a),
            () => new ScorePoint(ScoreStatus.KnockedOut, NotRatedReason.None, 1m, a),
            () => new ScorePoint(ScoreStatus.Rated, NotRatedReason.LowCoverage, 1m, a),
            () => new ScorePoint(ScoreStatus.Rated, NotRatedReason.None, 2m, a),
            () => new ScorePoint(ScoreStatus.Rated, NotRatedReason.None, null, a),
            () => new ScorePoint(ScoreStatus.Rated, NotRatedReason.None, 1m, new Grade("B", 0m)),
            () => new ScorePoint(ScoreStatus.Rated, NotRatedReason.None, 1m, null));
        var point = new ScorePoint(ScoreStatus.KnockedOut, NotRatedReason.TooLittleEvidence, 3m, a);
        (point.Status, point.Reason, point.Score, point.Grade).Should().Be((ScoreStatus.KnockedOut, NotRatedReason.TooLittleEvidence, 3m, a));
    }
#endif

    [Fact]
    public void Facts_are_asked_for_and_kept_in_order()
    {
        ScoreFacts facts = ScoreFacts.For("x").With("b", 1).With("a", 2, 0).With("b", 3, 7);
        facts.Criteria.Should().Equal("a", "b");
        (facts.ValueOf("b"), facts.SampleOf("b"), facts.SampleOf("a"), facts.ValueOf("c"), facts.SampleOf("c")).Should().Be(((KpiValue?)3, 7L, 0L, null, null));
        FluentActions.Invoking(() => facts.With("a", 1, -1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected a sample of 0 or more.*").WithParameterName("sample");
        FluentActions.Invoking(() => facts.With(null!, 1)).Should().Throw<ArgumentNullException>().WithParameterName("criterion");
        FluentActions.Invoking(() => facts.ValueOf(null!)).Should().Throw<ArgumentNullException>().WithParameterName("criterion");
        FluentActions.Invoking(() => facts.SampleOf(null!)).Should().Throw<ArgumentNullException>().WithParameterName("criterion");
        FluentActions.Invoking(() => ScoreFacts.For((Id<Candidate>)null!)).Should().Throw<ArgumentNullException>().WithParameterName("candidate");
    }

    [Fact]
    public void Versions_neither_overlap_nor_change_their_numbers()
    {
        static LocalDate Day(int day) => new(2026, 1, day);
        Scorecard card = Scorecard.Define("c").Add(Number("a", 1m)).Build();
        ScorecardHistory history = ScorecardHistory.Empty.With(card, Day(10), Day(20)).With(card, Day(20), Day(21)).With(card, Day(5), Day(10)).With(card, Day(21), null);
        history.Versions.Select(v => (v.Number, v.From, v.Until)).Should().Equal((3, Day(5), Day(10)), (1, Day(10), Day(20)), (2, Day(20), Day(21)), (4, Day(21), (LocalDate?)null));
        new[] { 5, 9, 10, 19, 20, 21, 31 }.Select(day => history.InForceOn(Day(day)).Number).Should().Equal(3, 3, 1, 1, 2, 4, 4);
        Throws("date", "No version of the scorecard is in force on that day.", () => history.InForceOn(Day(4)));
        Throws("date", "No version of the scorecard is in force on that day.", () => ScorecardHistory.Empty.With(card, Day(10), Day(20)).InForceOn(Day(20)));
        Throws("until", "A version from 2026-01-03 cannot end before 2026-01-03; periods are half-open, [from, until).", () => history.With(card, Day(3), Day(3)));
        Throws("until", "A version from 2026-01-03 cannot end before 2026-01-02; periods are half-open, [from, until).", () => history.With(card, Day(3), Day(2)));
        Throws("from", "[2026-01-04, 2026-01-06) overlaps version 3, [2026-01-05, 2026-01-10).", () => history.With(card, Day(4), Day(6)));
        Throws("from", "[2026-01-04, open) overlaps version 3, [2026-01-05, 2026-01-10).", () => history.With(card, Day(4), null));
        Throws("from", "[2026-01-22, 2026-01-23) overlaps version 4, [2026-01-21, open).", () => history.With(card, Day(22), Day(23)));
        Throws("scorecard", "The scorecard is 'd', version 3 is 'c'; expected one id.", () => history.With(Scorecard.Define("d").Add(Number("a", 1m)).Build(), Day(1), Day(5)));
        history.With(card, Day(1), Day(5)).Versions[0].Number.Should().Be(5);
        FluentActions.Invoking(() => history.With(null!, Day(1), null)).Should().Throw<ArgumentNullException>().WithParameterName("scorecard");

        ScorecardHistory amended = history.Amend(card, Day(25));
        amended.Versions.Select(v => (v.Number, v.From, v.Until)).Skip(3).Should().Equal((4, Day(21), Day(25)), (5, Day(25), (LocalDate?)null));
        amended.InForceOn(Day(24)).Number.Should().Be(4);
        amended.InForceOn(Day(25)).Number.Should().Be(5);
        Throws("from", "No version is open on 2026-01-21.", () => history.Amend(card, Day(21)));
        Throws("from", "No version is open on 2026-01-15.", () => ScorecardHistory.Empty.With(card, Day(10), Day(20)).Amend(card, Day(15)));

        static void Throws(string name, string message, Func<object> action) => action.Should().Throw<ArgumentException>().WithMessage(message + "*").WithParameterName(name);
    }

    private static ScoreCriterion Number(string id, decimal weight) => ScoreCriterion.Of(id, Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), weight);
}
