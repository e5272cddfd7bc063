using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>What a definition of a scorecard may not say, each with its place and its bounds.</summary>
public sealed class ScorecardBuilderTests
{
    private static readonly LocalText Why = new("why");

    private static readonly ValueCurve Rising = ValueCurve.Rising(0m, 1m);

    private static decimal D(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public void There_are_1_to_64_criteria_each_once()
    {
        ScorecardBuilder Of(int count)
        {
            ScorecardBuilder builder = Scorecard.Define("c");
            for (int i = 0; i < count; i++)
            {
                builder.Add(Number($"k{i:00}", 1m));
            }

            return builder;
        }

        Errors(Of(0)).Should().Equal("criteria: There are 0 criteria; expected 1 to 64.");
        Errors(Of(65)).Should().Equal("criteria: There are 65 criteria; expected 1 to 64.");
        Errors(Of(64)).Should().BeEmpty();
        Errors(Of(1)).Should().BeEmpty();

        // The last of 64 counts as the first does.
        ScoreFacts facts = Enumerable.Range(0, 64).Aggregate(ScoreFacts.For("x"), (known, i) => known.With($"k{i:00}", i == 63 ? 1 : 0));
        Of(64).Decimals(4).Build().Evaluate(facts).Score.Should().Be(1.5625m);
        Errors(Of(2).Add(Number("k01", 1m)).Add(Number("k00", 1m))).Should().Equal(
            "criteria[2].id: The id 'k01' is there twice, first as criterion 2; expected each once.", "criteria[3].id: The id 'k00' is there twice, first as criterion 1; expected each once.");
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("0.000000001", true)]
    [InlineData("1000000000", true)]
    [InlineData("0.0000000001", false)]
    [InlineData("-0.000000001", false)]
    [InlineData("1000000000.000000001", false)]
    public void A_weight_is_from_0_to_a_billion(string weight, bool legal) => Errors(Scorecard.Define("c").Add(Number("a", 1m)).Add(Number("b", D(weight))))
        .Should().Equal(legal ? [] : [$"criteria[1].weight: The weight of 'b' is {weight}; expected 0 to 10^9 with at most 9 decimals."]);

    [Fact]
    public void At_least_one_weight_is_above_0()
    {
        Errors(Scorecard.Define("c").Add(Number("a", 0m)).Add(Number("b", 0m))).Should().Equal("criteria: All weights are 0; expected at least one above 0.");
        Errors(Scorecard.Define("c").Add(Number("a", 0m)).Add(Number("b", 0.5m))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("percent", "1000000000", true)]
    [InlineData("percent", "1000000000.1", false)]
    [InlineData("percent", "5.12345678", true)]
    [InlineData("percent", "5.123456789", false)]
    [InlineData("number", "1000000000.1", true)]
    [InlineData("number", "5.123456789", true)]
    public void An_edge_of_a_rate_is_a_percentage(string unit, string at, bool legal)
    {
        KpiUnit of = unit == "percent" ? KpiUnit.Percent : KpiUnit.Number;
        foreach (string edge in new[] { at, "-" + at })
        {
            ValueCurve curve = edge[0] == '-' ? ValueCurve.Rising(D(edge), 1m) : ValueCurve.Rising(1m, D(edge));
            Errors(Scorecard.Define("c").Add(ScoreCriterion.Of("a", Why, of, curve, 1m))).Should().Equal(
                legal ? [] : [$"criteria[0].curve: The edge {edge} of 'a' is no percentage; expected -10^9 to 10^9 with at most 8 decimals."]);
            Errors(Scorecard.Define("c").Add(Number("n", 1m)).Add(ScoreCriterion.ForGates("a", Why, of)).Gate(ScoreGate.KnockOutBelow("a", D(edge), Why))).Should().Equal(
                legal ? [] : [$"gates[0].bound: The bound {edge} of 'a' is no percentage; expected -10^9 to 10^9 with at most 8 decimals."]);
        }
    }

    [Fact]
    public void A_sample_that_a_gate_asks_for_is_no_percentage() =>
        Errors(Scorecard.Define("c").Add(ScoreCriterion.Of("a", Why, KpiUnit.Percent, Rising, 1m)).Gate(ScoreGate.Evidence("a", 2_000_000_000, Why))).Should().BeEmpty();

    [Theory]
    [InlineData(KpiDirection.Higher, "up", false, true, false)]
    [InlineData(KpiDirection.Lower, "down", true, false, false)]
    [InlineData(KpiDirection.OnTarget, "", true, true, true)]
    [InlineData(KpiDirection.InRange, "", true, true, true)]
    public void A_curve_goes_with_its_kpi(KpiDirection direction, string word, bool falling, bool rising, bool range)
    {
        foreach ((ValueCurve curve, bool legal) in new[] { (ValueCurve.Falling(0m, 1m), falling), (Rising, rising), (ValueCurve.TargetRange(1m, 2m, 1m, 1m), range), (ValueCurve.Through((0m, 50m)), true) })
        {
            var kpi = new Kpi(new Id<Kpi>("k"), Why, KpiUnit.Number, direction, KpiAggregation.Mean);
            Errors(Scorecard.Define("c").Add(ScoreCriterion.Of(kpi, curve, 1m))).Should().Equal(
                legal ? [] : [$"criteria[0].curve: The KPI 'k' should go {word}, and its curve {curve} rewards the other way; expected a curve in its direction."]);
            Errors(Scorecard.Define("c").Add(ScoreCriterion.Of("k", Why, KpiUnit.Number, curve, 1m))).Should().BeEmpty("without a KPI there is no direction to keep");
        }
    }

    [Fact]
    public void Only_a_rate_with_a_curve_is_moved_and_by_Wilson_only_one_way()
    {
        ValueCurve range = ValueCurve.TargetRange(1m, 2m, 1m, 1m);
        string none = "' in {0} is no rate that is scored; expected a unit of percent and a curve.";
        Errors(Scorecard.Define("c").Add(Number("a", 1m).WithShrinkage(Shrinkage.Wilson()))).Should().Equal("criteria[0].shrinkage: 'a" + none.Replace("{0}", "number"));
        Errors(Scorecard.Define("c").Add(Number("a", 1m)).Add(ScoreCriterion.ForGates("b", Why, KpiUnit.Percent).WithShrinkage(Shrinkage.Beta(Rate.One, 1m)))).Should().Equal("criteria[1].shrinkage: 'b" + none.Replace("{0}", "percent"));
        Errors(Scorecard.Define("c").Add(ScoreCriterion.Of("a", Why, KpiUnit.Percent, range, 1m).WithShrinkage(Shrinkage.Wilson()))).Should().Equal(
            "criteria[0].shrinkage: The curve of 'a' rises and falls, so that neither end of a Wilson interval is the cautious one; expected a curve in one direction, or a Beta prior.");
        Errors(Scorecard.Define("c").Add(ScoreCriterion.Of("a", Why, KpiUnit.Percent, range, 1m).WithShrinkage(Shrinkage.Beta(Rate.One, 1m)))).Should().BeEmpty();
        Errors(Scorecard.Define("c").Add(ScoreCriterion.Of("a", Why, KpiUnit.Percent, Rising, 1m).WithShrinkage(Shrinkage.Wilson()))).Should().BeEmpty();
        Errors(Scorecard.Define("c").Add(ScoreCriterion.Of("a", Why, KpiUnit.Percent, ValueCurve.Falling(0m, 1m), 1m).WithShrinkage(Shrinkage.Wilson()))).Should().BeEmpty();

        // The cautious end of 50 % of 12, with z = 2, is 25 % where more is better, and 75 % where less is.
        ScoreFacts half = ScoreFacts.For("x").With("a", Rate.Percent(50), 12);
        foreach (ValueCurve curve in new[] { ValueCurve.Rising(0m, 100m), ValueCurve.Falling(0m, 100m) })
        {
            Scorecard.Define("c").Add(ScoreCriterion.Of("a", Why, KpiUnit.Percent, curve, 1m).WithShrinkage(Shrinkage.Wilson(2m))).Build().Evaluate(half).Score.Should().Be(25m);
        }
    }

    [Fact]
    public void A_gate_names_a_criterion_and_a_grade_that_are_there()
    {
        ScorecardBuilder Of() => Scorecard.Define("c").Add(Number("a", 1m)).Add(Number("b", 1m));
        Errors(Of().Gate(ScoreGate.KnockOutAbove("a", 1m, Why)).Gate(ScoreGate.KnockOutAbove("z", 1m, Why))).Should().Equal("gates[1].criterion: There is no criterion 'z'; expected one of a, b.");
        Errors(Of().Gate(ScoreGate.CapAbove("b", 1m, "B", Why))).Should().Equal("gates[0].grade: There is no grade 'B'; expected one of a scale of grades.");
        Errors(Of().Gate(ScoreGate.CapAbove("b", 1m, "B", Why)).Grades(GradeScale.Of(("D", 0m), ("C", 50m)))).Should().Equal("gates[0].grade: There is no grade 'B'; expected one of D, C.");
        Errors(Of().Gate(ScoreGate.CapAbove("b", 1m, "D", Why)).Grades(GradeScale.Of(("D", 0m), ("C", 50m)))).Should().BeEmpty();
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_score_has_0_to_4_decimals(int decimals, bool legal) => Errors(Scorecard.Define("c").Add(Number("a", 1m)).Decimals(decimals))
        .Should().Equal(legal ? [] : [FormattableString.Invariant($"decimals: A score of {decimals} decimals is not legal; expected 0 to 4.")]);

    [Theory]
    [InlineData("0", "0%", true)]
    [InlineData("100", "100%", true)]
    [InlineData("-0.01", "-0.01%", false)]
    [InlineData("100.01", "100.01%", false)]
    public void A_coverage_is_a_share(string percent, string text, bool legal) => Errors(Scorecard.Define("c").Add(Number("a", 1m)).MinimumCoverage(Rate.Percent(D(percent))))
        .Should().Equal(legal ? [] : [$"minimumCoverage: A coverage of {text} is no share; expected 0% to 100%."]);

    [Fact]
    public void Grades_start_at_scores_that_can_be_shown()
    {
        ScorecardBuilder Of(decimal from, decimal hysteresis, int decimals) => Scorecard.Define("c").Add(Number("a", 1m)).Decimals(decimals).Grades(GradeScale.Of(("D", 0m), ("C", from)).WithHysteresis(hysteresis));
        Errors(Of(50.5m, 0m, 0)).Should().Equal("grades[1].from: The grade 'C' starts at 50.5, finer than a score of 0 decimals; expected a score that can be shown.");
        Errors(Of(50.55m, 0.25m, 1)).Should().Equal(
            "grades[1].from: The grade 'C' starts at 50.55, finer than a score of 1 decimals; expected a score that can be shown.", "hysteresis: A hysteresis of 0.25 is finer than a score of 1 decimals; expected one that can be shown.");
        Errors(Of(50.55m, 0.25m, 2)).Should().BeEmpty();
        Errors(Of(50m, 1m, 0)).Should().BeEmpty();
    }

    [Fact]
    public void One_error_is_one_and_two_are_two()
    {
        FluentActions.Invoking(() => Scorecard.Define("c").Add(Number("a", 1m)).Decimals(9).Build()).Should().Throw<ArgumentException>().WithMessage("The scorecard 'c' has 1 error: decimals: A score of 9 decimals is not legal; expected 0 to 4.");
        FluentActions.Invoking(() => Scorecard.Define("c").Decimals(9).Build()).Should().Throw<ArgumentException>()
            .WithMessage("The scorecard 'c' has 2 errors: criteria: There are 0 criteria; expected 1 to 64. | decimals: A score of 9 decimals is not legal; expected 0 to 4.");
    }

    [Fact]
    public void Parts_are_asked_for()
    {
        ScorecardBuilder builder = Scorecard.Define("c");
        FluentActions.Invoking(() => builder.Add(null!)).Should().Throw<ArgumentNullException>().WithParameterName("criterion");
        FluentActions.Invoking(() => builder.Gate(null!)).Should().Throw<ArgumentNullException>().WithParameterName("gate");
        FluentActions.Invoking(() => builder.Grades(null!)).Should().Throw<ArgumentNullException>().WithParameterName("scale");
        FluentActions.Invoking(() => builder.Periods(null!)).Should().Throw<ArgumentNullException>().WithParameterName("policy");
        Scorecard card = builder.Add(Number("a", 1m)).Periods(PeriodPolicy.Decay(3)).Build();
        (card.Name, card.Decimals, card.MinimumCoverage, card.Periods, card.Grades).Should().Be((new LocalText("c"), 1, Rate.Zero, PeriodPolicy.Decay(3), null));
    }

    private static ScoreCriterion Number(string id, decimal weight) => ScoreCriterion.Of(id, Why, KpiUnit.Number, Rising, weight);

    private static string[] Errors(ScorecardBuilder builder)
    {
        bool built = builder.TryBuild(out Scorecard? card, out IReadOnlyList<ScorecardError> errors);
        built.Should().Be(errors.Count == 0);
        (card is not null).Should().Be(built);
        return [.. errors.Select(error => error.ToString())];
    }
}
