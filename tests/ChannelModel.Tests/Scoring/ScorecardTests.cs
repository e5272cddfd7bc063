using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using NodaTime;

namespace ChannelModel.Tests.Scoring;

public sealed class ScorecardTests
{
    private static readonly LocalText Any = new("any", "任意");
    private static readonly LocalText Orders = new("Orders", "订单数");
    private static readonly LocalText Repurchase = new("Repurchase", "复购率");

    [Fact]
    public void A_score_is_the_weighted_worth_and_its_points_add_up()
    {
        ScoreResult result = Two().Evaluate(ScoreFacts.For("leader-017").With("orders", 46).With("repurchase", Rate.Percent(22)));

        // 46 of 100 at 40 % and (22 - 5) / 25 = 68 % at 60 %: 18.4 + 40.8
        result.Status.Should().Be(ScoreStatus.Rated);
        result.Score.Should().Be(59.2m);
        result.Grade!.Code.Should().Be("C");
        result.Contributions.Select(line => line.Points).Should().Equal(18.4m, 40.8m);
        result.Contributions.Select(line => line.Lost).Should().Equal(21.6m, 19.2m);
        result.Losses.Select(line => line.Criterion.Id.Value).Should().Equal("orders", "repurchase");
        result.Next!.Grade.Code.Should().Be("B");
        result.Next.Points.Should().Be(10.8m);
        result.Levers().Select(lever => lever.PointsOfOneUnit).Should().Equal(0.4m, 2.4m);

        // 69.95 rounds to 70.0: 10.75 more, by 0.4 an order or by 2.4 a percentage point.
        result.Levers().Select(lever => lever.NeededForNextGrade).Should().Equal(73m, 26.48m);
        result.Verify().Should().BeEmpty();
        result.ToString().Should().Be("leader-017: 59.2 C");
    }

    [Fact]
    public void What_a_lever_says_is_true()
    {
        Scorecard card = Two();
        ScoreFacts facts = ScoreFacts.For("x").With("orders", 46).With("repurchase", Rate.Percent(22));
        card.Evaluate(facts.With("orders", 73)).Grade!.Code.Should().Be("B");
        card.Evaluate(facts.With("orders", 72)).Grade!.Code.Should().Be("C");
        card.Evaluate(facts.With("repurchase", Rate.Percent(26.48m))).Grade!.Code.Should().Be("B");
        card.Evaluate(facts.With("repurchase", Rate.Percent(26.47m))).Grade!.Code.Should().Be("C");
    }

    [Fact]
    public void A_lever_looks_through_the_shrinkage()
    {
        Scorecard card = ReadyScorecards.GroupLeader;
        ScoreFacts facts = ScoreFacts.For("x").With("orders", 124).With("repurchase", Rate.Percent(26.5m), 98).With("positive-rating", Rate.Percent(98), 87);
        ScoreResult result = card.Evaluate(facts, "B");
        result.Next!.At.Should().Be(82m, "80 and the hysteresis");
        ScoreLever lever = result.Levers().Single(l => l.Criterion.Id.Value == "repurchase");
        lever.NeededForNextGrade.Should().Be(35.91m);
        card.Evaluate(facts.With("repurchase", Rate.Percent(35.91m), 98), "B").Grade!.Code.Should().Be("A");
        card.Evaluate(facts.With("repurchase", Rate.Percent(35.90m), 98), "B").Grade!.Code.Should().Be("B");
        result.Levers().Single(l => l.Criterion.Id.Value == "positive-rating").NeededForNextGrade.Should().BeNull("even 100 % of 87 is not enough");
    }

    [Fact]
    public void Three_equal_weights_show_points_that_add_up()
    {
        Scorecard card = Scorecard.Define("thirds")
            .Add(ScoreCriterion.Of("a", Any, KpiUnit.Number, ValueCurve.Rising(0m, 1m), 1m))
            .Add(ScoreCriterion.Of("b", Any, KpiUnit.Number, ValueCurve.Rising(0m, 1m), 1m))
            .Add(ScoreCriterion.Of("c", Any, KpiUnit.Number, ValueCurve.Rising(0m, 1m), 1m))
            .Decimals(2)
            .Build();
        card.Weights.Select(weight => weight.TenBillionths / 10).Should().Equal(333_333_334L, 333_333_333L, 333_333_333L);
        ScoreResult result = card.Evaluate(ScoreFacts.For("x").With("a", 1).With("b", 1).With("c", 0.5m));
        result.Score.Should().Be(83.33m);
        result.Contributions.Select(line => line.Points).Should().Equal(33.33m, 33.33m, 16.67m);
        result.Contributions.Sum(line => line.Lost).Should().Be(16.67m);
    }

    [Fact]
    public void Three_orders_at_full_rate_do_not_beat_three_thousand_at_97()
    {
        Scorecard card = Scorecard.Define("rating")
            .Add(ScoreCriterion.Of("rating", Any, KpiUnit.Percent, ValueCurve.Rising(0m, 100m), 1m).WithShrinkage(Shrinkage.Wilson()))
            .Build();
        ScoreResult few = card.Evaluate(ScoreFacts.For("few").With("rating", Rate.Percent(100), 3));
        ScoreResult many = card.Evaluate(ScoreFacts.For("many").With("rating", Rate.Percent(97), 3000));

        // Wilson's lower ends, 3 / (3 + 1.96^2) and 0.963269
        few.Score.Should().Be(43.8m);
        many.Score.Should().Be(96.3m);
        few.Contributions[0].Moved.Should().BeApproximately(43.8494m, 0.0001m);
        Shrinkage.Wilson().Apply(Rate.Percent(97), 3000).ToPercent().Should().BeApproximately(96.3269m, 0.0001m);
        Shrinkage.Beta(Rate.Percent(90), 20m).Apply(Rate.Percent(100), 3).ToPercent().Should().BeApproximately(100m * 21m / 23m, 0.000001m);
    }

    [Fact]
    public void A_missing_value_does_what_its_policy_says()
    {
        Scorecard Card(MissingPolicy policy) => Scorecard.Define("m")
            .Add(ScoreCriterion.Of("a", Any, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 3m).WhenMissing(policy))
            .Add(ScoreCriterion.Of("b", Any, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .Build();
        ScoreFacts facts = ScoreFacts.For("x").With("b", 80);

        ScoreResult excluded = Card(MissingPolicy.Exclude).Evaluate(facts);
        excluded.Score.Should().Be(80m);
        excluded.Coverage.Should().Be(Rate.Percent(25));
        excluded.Contributions[0].IsExcluded.Should().BeTrue();
        excluded.Contributions[1].Share.Should().Be(Rate.One);
        Card(MissingPolicy.Points(50m)).Evaluate(facts).Score.Should().Be(57.5m);
        Card(MissingPolicy.Worst).Evaluate(facts).Score.Should().Be(20m);
        ScoreResult failed = Card(MissingPolicy.Fail).Evaluate(facts);
        failed.Status.Should().Be(ScoreStatus.NotRated);
        failed.Reason.Should().Be(NotRatedReason.ValueMissing);
        failed.Score.Should().BeNull();
        foreach (MissingPolicy policy in new[] { MissingPolicy.Exclude, MissingPolicy.Points(50m), MissingPolicy.Worst, MissingPolicy.Fail })
        {
            Card(policy).Evaluate(facts).Verify().Should().BeEmpty();
            ScoreResult nothing = Card(policy).Evaluate(ScoreFacts.For("x"));
            nothing.Status.Should().Be(ScoreStatus.NotRated, "no data is not a score");
            nothing.Verify().Should().BeEmpty();
        }
    }

    [Fact]
    public void Coverage_and_small_samples_leave_a_candidate_unrated()
    {
        Scorecard card = Scorecard.Define("c")
            .Add(ScoreCriterion.Of("a", Any, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 3m).WhenMissing(MissingPolicy.Exclude).WithMinimumSample(5))
            .Add(ScoreCriterion.Of("b", Any, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .MinimumCoverage(Rate.Percent(50))
            .Build();
        ScoreResult low = card.Evaluate(ScoreFacts.For("x").With("a", 50, 4).With("b", 80));
        low.Reason.Should().Be(NotRatedReason.LowCoverage);
        low.Contributions[0].Missing.Should().Be(MissingCause.NotEnoughObservations);
        low.Reasons.Single().En.Should().Be("Values cover 25.00% of the weight, expected at least 50%.");
        card.Evaluate(ScoreFacts.For("x").With("a", 50, 5).With("b", 80)).Score.Should().Be(57.5m);
        card.Evaluate(ScoreFacts.For("x").With("a", 50).With("b", 80)).Reason.Should().Be(NotRatedReason.LowCoverage, "a sample that is asked for and not stated is none");
    }

    [Fact]
    public void A_coverage_of_exactly_the_least_is_enough()
    {
        Scorecard Asking(decimal percent) => Scorecard.Define("c")
            .Add(ScoreCriterion.Of("a", Any, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 40m))
            .Add(ScoreCriterion.Of("b", Any, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 60m).WhenMissing(MissingPolicy.Exclude))
            .MinimumCoverage(Rate.Percent(percent))
            .Build();
        Asking(40m).Evaluate(ScoreFacts.For("x").With("a", 50)).Score.Should().Be(50m);
        Asking(40.00001m).Evaluate(ScoreFacts.For("x").With("a", 50)).Reason.Should().Be(NotRatedReason.LowCoverage);
    }

    [Theory]
    [InlineData("B", "C")]
    [InlineData("C", "B")]
    public void Of_two_caps_the_lower_one_holds(string first, string second)
    {
        ScoreResult result = Scorecard.Define("g")
            .Add(ScoreCriterion.Of("a", Any, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .Gate(ScoreGate.CapBelow("a", 99m, first, new LocalText("Below 99.")))
            .Gate(ScoreGate.CapBelow("a", 98m, second, new LocalText("Below 98.")))
            .Grades(GradeScale.Of(("D", 0m), ("C", 30m), ("B", 50m), ("A", 80m)))
            .Build()
            .Evaluate(ScoreFacts.For("x").With("a", 95));
        result.Grade!.Code.Should().Be("C");
        result.Verify().Should().BeEmpty();
    }

    [Fact]
    public void Gates_knock_out_cap_and_ask_for_evidence()
    {
        Scorecard card = Scorecard.Define("g")
            .Add(ScoreCriterion.Of("a", Any, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .Add(ScoreCriterion.ForGates("overstated", Any, KpiUnit.Percent))
            .Gate(ScoreGate.KnockOutAbove("overstated", 20m, new LocalText("Falsified.")).With(new ScoreAction(ActionKind.Block, "contract")))
            .Gate(ScoreGate.CapBelow("a", 90m, "B", new LocalText("Below 90.")))
            .Gate(ScoreGate.Evidence("a", 3, new LocalText("Too few.")))
            .Grades(GradeScale.Of(("C", 0m), ("B", 50m), ("A", 80m)))
            .Build();
        ScoreResult out_ = card.Evaluate(ScoreFacts.For("x").With("a", 95, 5).With("overstated", Rate.Percent(20.01m)));
        out_.Status.Should().Be(ScoreStatus.KnockedOut);
        out_.Score.Should().Be(95m, "a knock-out stays listed");
        out_.Grade.Should().BeNull();
        out_.Reasons.Single().En.Should().Be("Falsified.");
        out_.Actions.Single().ToString().Should().Be("block contract");

        ScoreResult capped = card.Evaluate(ScoreFacts.For("x").With("a", 85, 5).With("overstated", Rate.Percent(20)));
        capped.Grade!.Code.Should().Be("B");
        capped.GradeOfScore!.Code.Should().Be("A");
        capped.Next.Should().BeNull();

        ScoreResult few = card.Evaluate(ScoreFacts.For("x").With("a", 95, 2));
        few.Reason.Should().Be(NotRatedReason.TooLittleEvidence);
        few.Gates.Select(check => check.Outcome).Should().Equal(GateOutcome.NotChecked, GateOutcome.Passed, GateOutcome.Applied);
        new[] { out_, capped, few }.SelectMany(result => result.Verify()).Should().BeEmpty();
    }

    [Fact]
    public void Hysteresis_holds_a_grade_until_the_score_is_clear_of_its_band()
    {
        GradeScale scale = GradeScale.Of(("C", 0m), ("B", 50m), ("A", 80m)).WithHysteresis(2m);
        scale.GradeOf(79.9m).Code.Should().Be("B");
        scale.GradeOf(79.9m, "A").Code.Should().Be("A");
        scale.GradeOf(78m, "A").Code.Should().Be("A");
        scale.GradeOf(77.9m, "A").Code.Should().Be("B");
        scale.GradeOf(81.9m, "B").Code.Should().Be("B");
        scale.GradeOf(82m, "B").Code.Should().Be("A");
        scale.GradeOf(100m).Code.Should().Be("A", "100 falls in a band");
        scale.GradeOf(0m).Code.Should().Be("C");
        new Func<Grade>(() => scale.GradeOf(100.1m)).Should().Throw<ArgumentOutOfRangeException>();
        new Func<GradeScale>(() => scale.WithHysteresis(20m)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*narrowest band of 20 points*");
        new Func<GradeScale>(() => GradeScale.Of(("C", 10m))).Should().Throw<ArgumentException>().WithMessage("*leave a gap*");
        GradeScale.Of(Edge.UpperIncluded, new Grade("low", 0m), new Grade("high", 50m)).GradeOf(50m).Code.Should().Be("low");
    }

    [Fact]
    public void Every_error_of_a_definition_is_reported_with_its_place()
    {
        Scorecard.Define("bad")
            .Add(ScoreCriterion.Of("a", Any, KpiUnit.Number, ValueCurve.Rising(0m, 1m), -1m).WithShrinkage(Shrinkage.Wilson()))
            .Add(ScoreCriterion.Of("a", Any, KpiUnit.Percent, ValueCurve.TargetRange(1m, 2m, 1m, 1m), 0m).WithShrinkage(Shrinkage.Wilson()))
            .Gate(ScoreGate.CapBelow("b", 1m, "Z", Any))
            .Grades(GradeScale.Of(("C", 0m), ("B", 50.55m)).WithHysteresis(0.25m))
            .MinimumCoverage(Rate.Percent(101))
            .Decimals(1)
            .TryBuild(out Scorecard? none, out IReadOnlyList<ScorecardError> errors).Should().BeFalse();
        none.Should().BeNull();
        errors.Select(error => error.Path).Should().BeEquivalentTo(
            "criteria[0].weight", "criteria[0].shrinkage", "criteria[1].id", "criteria[1].shrinkage", "gates[0].criterion", "gates[0].grade", "minimumCoverage", "grades[1].from", "hysteresis");
        new Func<Scorecard>(() => Scorecard.Define("none").Build()).Should().Throw<ArgumentException>().WithMessage("*There are 0 criteria*");
        new Func<Scorecard>(() => Scorecard.Define("zero").Add(ScoreCriterion.ForGates("a", Any, KpiUnit.Number)).Build()).Should().Throw<ArgumentException>().WithMessage("*All weights are 0*");
    }

    [Fact]
    public void A_curve_against_the_direction_of_its_kpi_is_refused()
    {
        Kpi Of(KpiDirection direction) => new(new Id<Kpi>("returns"), Any, KpiUnit.Percent, direction, KpiAggregation.Ratio);
        new Func<Scorecard>(() => Scorecard.Define("k").Add(ScoreCriterion.Of(Of(KpiDirection.Lower), ValueCurve.Rising(0m, 10m), 1m)).Build())
            .Should().Throw<ArgumentException>().WithMessage("*criteria[0].curve: The KPI 'returns' should go down, and its curve rising 0 to 10 rewards the other way*");
        Scorecard.Define("k").Add(ScoreCriterion.Of(Of(KpiDirection.Lower), ValueCurve.Falling(0m, 10m), 1m)).Build()
            .Evaluate(ScoreFacts.For("x").With("returns", Rate.Percent(2.5m))).Score.Should().Be(75m);
        Scorecard.Define("k").Add(ScoreCriterion.Of(Of(KpiDirection.OnTarget), ValueCurve.TargetRange(4m, 5m, 1m, 1m), 1m)).Build().Should().NotBeNull();
    }

    [Fact]
    public void A_million_candidates_and_a_single_one_score_the_same_way()
    {
        Scorecard card = Two();
        decimal sum = 0m;
        for (int i = 0; i < 1_000_000; i++)
        {
            sum += card.Score([i % 101, i % 36], [], null).Score!.Value;
        }

        // By hand: the residues of 101 and 36 meet each other once in 3 636 rows.
        decimal cycle = 0m;
        for (int i = 0; i < 3636; i++)
        {
            cycle += card.Evaluate(ScoreFacts.For("x").With("orders", i % 101).With("repurchase", Rate.Percent(i % 36))).Score!.Value * (i < 1_000_000 % 3636 ? 276 : 275);
        }

        sum.Should().Be(cycle);
    }

    [Fact]
    public void Numbers_that_are_none_are_refused_by_name()
    {
        Scorecard card = Two();
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1d })
        {
            new Action(() => card.Score([bad, 20d], [], null)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*'orders'*");
        }

        new Action(() => card.Score([1d], [], null)).Should().Throw<ArgumentException>().WithMessage("*expected one value for each of the 2 criteria*");
        ScoreResult refused = card.Evaluate(ScoreFacts.For("x").With("orders", -3).With("repurchase", 20));
        refused.Reason.Should().Be(NotRatedReason.ValueRefused);
        refused.Reasons.Should().HaveCount(2);
        refused.Verify().Should().BeEmpty();
        new Action(() => card.Evaluate(ScoreFacts.For("x").With("order", 3))).Should().Throw<ArgumentException>().WithMessage("*no criterion 'order'*");
        card.Score([1e300, 1e-300], [], null).Score.Should().Be(40m);
    }

    [Fact]
    public void A_record_that_was_touched_is_found_out()
    {
        string record = ReadyScorecards.GroupLeader.Evaluate(
            ScoreFacts.For("leader-017").With("orders", 120).With("repurchase", Rate.Percent(24), 90).With("positive-rating", Rate.Percent(97), 60), "B").ToRecord();
        ScoreRecord.Verify(record).Should().BeEmpty();
        string[] rows = record.Split('\n');
        for (int r = 1; r < rows.Length - 2; r++)
        {
            string[] cells = rows[r].Split('\t');
            for (int c = 1; c < cells.Length; c++)
            {
                string[] changed = [.. cells];
                changed[c] = cells[c].Length > 0 && cells[c][0] is >= '0' and <= '9' ? (cells[c][0] == '1' ? "2" : "1") + cells[c].Substring(1) : cells[c] + "x";
                ScoreRecord.Verify(string.Join("\n", rows.Select((row, i) => i == r ? string.Join("\t", changed) : row))).Should().NotBeEmpty();
            }
        }

        ScoreRecord.Verify("nonsense").Should().ContainSingle();
    }

    [Fact]
    public void Periods_without_a_score_are_left_out()
    {
        PeriodPolicy.Decay(12).Total([90m, null, 30m]).Score.Should().Be(62.7m, "(90 x 12 + 30 x 10) / 22");
        PeriodPolicy.Decay(12).Total([90m, null, 30m]).Shares[1].Should().Be(Rate.Zero);
        PeriodPolicy.Decay(2).Total([null, null, 30m]).Score.Should().BeNull();
        PeriodPolicy.Smoothing(0.3m).Total([null, 20m, 80m]).Score.Should().Be(62m);
        PeriodPolicy.Smoothing(0.3m).Total([]).Score.Should().BeNull();
        PeriodPolicy.Weighted(3m, 1m).Total([80m, 40m, 0m]).Score.Should().Be(70m);
        PeriodTotal total = PeriodPolicy.Weighted(1m).Total([80m, null, 76m]);
        total.Change.Should().Be(4m);
        total.Trend(3m).Should().Be(ScoreTrend.Rising);
        total.Trend(4m).Should().Be(ScoreTrend.Steady);
        PeriodPolicy.Weighted(1m).Total([80m]).Trend().Should().BeNull();
    }

    [Fact]
    public void The_version_of_a_day_is_found_and_nothing_is_guessed()
    {
        ScorecardHistory history = ScorecardHistory.Empty.With(Two(), new LocalDate(2025, 1, 1), null).Amend(Two(), new LocalDate(2025, 7, 1));
        history.InForceOn(new LocalDate(2025, 6, 30)).Number.Should().Be(1);
        history.InForceOn(new LocalDate(2025, 7, 1)).Number.Should().Be(2);
        new Action(() => history.InForceOn(new LocalDate(2024, 12, 31))).Should().Throw<ArgumentOutOfRangeException>();
        new Action(() => history.With(Two(), new LocalDate(2026, 1, 1), null)).Should().Throw<ArgumentException>().WithMessage("*overlaps version 2*");
        new Action(() => history.With(ReadyScorecards.Supplier, new LocalDate(2024, 1, 1), new LocalDate(2024, 2, 1))).Should().Throw<ArgumentException>().WithMessage("*expected one id*");
    }

    [Fact]
    public void Curves_are_what_they_say()
    {
        ValueCurve.Rising(8m, 12m).PointsAt(9m).Should().Be(25m);
        ValueCurve.Falling(1m, 5m).PointsAt(2m).Should().Be(75m);
        ValueCurve range = ValueCurve.TargetRange(10m, 20m, 5m, 0m);
        new[] { 4m, 7.5m, 10m, 20m, 20.0001m }.Select(range.PointsAt).Should().Equal(0m, 50m, 100m, 100m, 0m);
        ValueCurve.TargetRange(10m, 10m, 0m, 0m).PointsAt(10m).Should().Be(100m);
        ValueCurve.TargetRange(10m, 10m, 0m, 0m).PointsAt(9.99m).Should().Be(0m);
        ValueCurve bins = ValueCurve.Bins(Edge.UpperIncluded, 30m, 0m, (100m, 10m), (500m, 30m)).WithMissing(7m);
        new[] { 100m, 100.1m, 501m }.Select(bins.PointsAt).Should().Equal(0m, 33.3333333m, 100m);
        ScoreCriterion.Of("a", Any, KpiUnit.Number, bins, 30m).Missing.Should().Be(MissingPolicy.Points(23.3333333m));
        ValueCurve.Rising(0m, 1m).NeverFalls.Should().BeTrue();
        range.NeverFalls.Should().BeFalse();
        range.NeverRises.Should().BeFalse();
        ValueCurve.Steps(Edge.LowerIncluded, 90m, (1m, 50m), (2m, 10m)).NeverRises.Should().BeTrue();
        new Action(() => ValueCurve.Rising(1m, 1m)).Should().Throw<ArgumentException>();
        new Action(() => ValueCurve.Through((0m, 101m))).Should().Throw<ArgumentException>().WithMessage("*101 points at 0*expected 0 to 100*");
        new Action(() => ValueCurve.Through()).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Ready_models_explain_themselves_in_both_languages()
    {
        foreach (Scorecard card in ReadyScorecards.All)
        {
            ScoreFacts facts = ScoreFacts.For("p-1");
            foreach (ScoreCriterion criterion in card.Criteria)
            {
                KpiValue value = criterion.Unit.Kind switch
                {
                    KpiUnitKind.Percent => Rate.Percent(60),
                    KpiUnitKind.Money => Money.Of(450m, Currency.CNY),
                    _ => 3,
                };
                facts = facts.With(criterion.Id.Value, value, 2000);
            }

            ScoreResult result = card.Evaluate(facts);
            result.Verify().Should().BeEmpty();
            result.Score.Should().NotBeNull();
            result.ToText(Language.English).Should().StartWith("p-1, " + card.Name.En);
            result.ToText(Language.SimplifiedChinese).Should().StartWith("p-1，" + card.Name.ZhHans);
        }
    }

    private static Scorecard Two() => Scorecard.Define("two")
        .Add(ScoreCriterion.Of("orders", Orders, KpiUnit.Count, ValueCurve.Rising(0m, 100m), 40m))
        .Add(ScoreCriterion.Of("repurchase", Repurchase, KpiUnit.Percent, ValueCurve.Rising(5m, 30m), 60m))
        .Grades(GradeScale.Of(("D", 0m), ("C", 50m), ("B", 70m), ("A", 85m)))
        .Build();
}
