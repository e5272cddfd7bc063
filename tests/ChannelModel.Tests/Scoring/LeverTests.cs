using System;
using System.Globalization;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>Where the next grade is for one value alone, by hand: the score that is shown as the next grade's start, carried back through weight, curve and shrinkage to the grid of the unit.</summary>
public sealed class LeverTests
{
    private static readonly LocalText Why = new("why");

    private static readonly GradeScale Scale = GradeScale.Of(("D", 0m), ("C", 30m), ("B", 60m), ("A", 80m));

    private static decimal D(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    // 70.0 is shown from 69.95 on: 48.965 of 70 where the curve rises, 21.035 where it falls.
    [Theory]
    [InlineData("count", true, "49")]
    [InlineData("percent", true, "48.97")]
    [InlineData("money", true, "48.97")]
    [InlineData("number", true, "48.965")]
    [InlineData("score", true, "48.965")]
    [InlineData("count", false, "21")]
    [InlineData("percent", false, "21.03")]
    [InlineData("money", false, "21.03")]
    [InlineData("number", false, "21.035")]
    [InlineData("score", false, "21.035")]
    public void A_value_is_looked_for_on_the_grid_of_its_unit(string unit, bool rising, string needed)
    {
        KpiUnit of = unit switch
        {
            "count" => KpiUnit.Count,
            "percent" => KpiUnit.Percent,
            "money" => KpiUnit.Money(Currency.CNY),
            "score" => KpiUnit.Score(0m, 70m),
            _ => KpiUnit.Number,
        };
        KpiValue at = unit switch
        {
            "percent" => Rate.Percent(35),
            "money" => Money.Of(35m, Currency.CNY),
            _ => 35,
        };
        Scorecard card = Card(ScoreCriterion.Of("a", Why, of, rising ? ValueCurve.Rising(0m, 70m) : ValueCurve.Falling(0m, 70m), 1m), GradeScale.Of(("C", 0m), ("B", 70m)));
        Lever(card.Evaluate(ScoreFacts.For("x").With("a", at))).Should().Be((rising ? 1 : -1, 1.4286m, D(needed)));
    }

    // An edge belongs to the steps behind it or to those before it; the grid says how far behind it the other side starts.
    [Theory]
    [InlineData("count", false, false, "3", 1, "0", "5")]
    [InlineData("count", false, false, "4", 1, "50", "5")]
    [InlineData("count", false, false, "5", 1, "0", "10")]
    [InlineData("count", false, false, "9", 1, "50", "10")]
    [InlineData("count", false, false, "10", 0, "0", null)]
    [InlineData("count", true, false, "4", 1, "0", "6")]
    [InlineData("count", true, false, "5", 1, "50", "6")]
    [InlineData("count", true, false, "6", 1, "0", "11")]
    [InlineData("count", true, false, "10", 1, "50", "11")]
    [InlineData("count", true, false, "11", 0, "0", null)]
    [InlineData("number", false, false, "4.5", 1, "50", "5")]
    [InlineData("number", true, false, "4.5", 1, "50", "5.0001")]
    [InlineData("number", true, false, "5", 1, "50", "5.0001")]
    [InlineData("count", false, true, "12", -1, "0", "9")]
    [InlineData("count", false, true, "10", -1, "50", "9")]
    [InlineData("count", false, true, "9", -1, "0", "4")]
    [InlineData("count", false, true, "5", -1, "50", "4")]
    [InlineData("count", false, true, "4", 0, "0", null)]
    [InlineData("count", true, true, "12", -1, "0", "10")]
    [InlineData("count", true, true, "11", -1, "50", "10")]
    [InlineData("number", false, true, "12", -1, "0", "9.9999")]
    [InlineData("number", true, true, "12", -1, "0", "10")]
    public void A_step_is_reached_at_its_edge_or_just_behind_it(string unit, bool upper, bool falling, string value, int direction, string one, string? needed)
    {
        Edge edge = upper ? Edge.UpperIncluded : Edge.LowerIncluded;
        ValueCurve curve = falling ? ValueCurve.Steps(edge, 100m, (5m, 50m), (10m, 0m)) : ValueCurve.Steps(edge, 0m, (5m, 50m), (10m, 100m));
        Scorecard card = Card(ScoreCriterion.Of("a", Why, unit == "count" ? KpiUnit.Count : KpiUnit.Number, curve, 1m), Scale);
        Lever(card.Evaluate(ScoreFacts.For("x").With("a", D(value)))).Should().Be((direction, D(one), needed is null ? null : D(needed)));
    }

    // Down from 100 at 0 to 0 at 10, up to 100 at 30. C starts at 29.95: at 7.005 on the left and at 15.99 on the right.
    [Theory]
    [InlineData("12", 1, "5", "15.99")]
    [InlineData("11.4976", 1, "5", "15.99")]
    [InlineData("11.4974", -1, "0", "7.005")]
    [InlineData("11", -1, "0", "7.005")]
    [InlineData("8", -1, "10", "7.005")]
    [InlineData("3", -1, "10", "2.005")]
    [InlineData("25", 1, "5", "25.99")]
    public void Out_of_a_valley_the_nearer_side_is_named(string value, int direction, string one, string needed)
    {
        Scorecard card = Card(ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Through((0m, 100m), (10m, 0m), (30m, 100m)), 1m), Scale);
        Lever(card.Evaluate(ScoreFacts.For("x").With("a", D(value)))).Should().Be((direction, D(one), D(needed)));
    }

    [Fact]
    public void A_value_between_two_steps_of_the_grid_is_the_answer_where_only_it_will_do()
    {
        Scorecard point = Card(ScoreCriterion.Of("a", Why, KpiUnit.Count, ValueCurve.TargetRange(10.5m, 10.5m, 0m, 0m), 1m), Scale);
        Lever(point.Evaluate(ScoreFacts.For("x").With("a", 8))).Should().Be((1, 0m, 10.5m));
        Lever(point.Evaluate(ScoreFacts.For("x").With("a", 13))).Should().Be((-1, 0m, 10.5m));

        // A peak of 100 at 10.5 falls to 0 at 11.5: the whole number before it is enough for 60, none is for 96 and more.
        Scorecard peak = Card(ScoreCriterion.Of("a", Why, KpiUnit.Count, ValueCurve.Through((0m, 0m), (10.5m, 100m), (11.5m, 0m)), 1m), GradeScale.Of(("C", 0m), ("B", 60m), ("A", 96m)));
        Lever(peak.Evaluate(ScoreFacts.For("x").With("a", 3))).Should().Be((1, 9.5238m, 7m));
        Lever(peak.Evaluate(ScoreFacts.For("x").With("a", 9))).Should().Be((1, 9.5238m, 10.5m));
    }

    // From a value between two steps of the grid the next one counts; and beyond an edge between two steps, the step behind it if that will do.
    [Theory]
    [InlineData(true, "100", "46.5", "46.95", "47")]
    [InlineData(true, "100", "46.5", "47.95", "48")]
    [InlineData(false, "100", "46.5", "53.95", "46")]
    [InlineData(false, "100", "46.5", "54.95", "45")]
    [InlineData(true, "10.5", "3", "95.95", "11")]
    [InlineData(true, "10.5", "3", "94.95", "10")]
    public void Whole_things_are_looked_for_from_between_two_of_them(bool rising, string end, string value, string shown, string needed)
    {
        // A grade that is shown from 0.05 below its start.
        ValueCurve curve = rising ? ValueCurve.Rising(0m, D(end)) : ValueCurve.Falling(0m, D(end));
        Scorecard card = Card(ScoreCriterion.Of("a", Why, KpiUnit.Count, curve, 1m), GradeScale.Of(("C", 0m), ("B", D(shown) + 0.05m)));
        Lever(card.Evaluate(ScoreFacts.For("x").With("a", D(value)))).Needed.Should().Be(D(needed));
    }

    [Fact]
    public void Down_to_an_edge_between_two_things_the_smaller_one_will_do()
    {
        // 100 up to 0.5 and 0 from 11 on: 95.95 up to 0.925, which is 0 things.
        Scorecard card = Card(ScoreCriterion.Of("a", Why, KpiUnit.Count, ValueCurve.Falling(0.5m, 11m), 1m), GradeScale.Of(("C", 0m), ("B", 96m)));
        Lever(card.Evaluate(ScoreFacts.For("x").With("a", 3))).Needed.Should().Be(0m);
    }

    [Fact]
    public void One_unit_ends_where_the_values_of_the_unit_end()
    {
        // On a scale from 1 to 5 a quarter of the points each: from 4.7 there are 0.3 left.
        Scorecard score = Card(ScoreCriterion.Of("a", Why, KpiUnit.Score(1m, 5m), ValueCurve.Rising(1m, 5m), 1m), null);
        Lever(score.Evaluate(ScoreFacts.For("x").With("a", 4.7m))).Should().Be((1, 7.5m, null));
        Lever(score.Evaluate(ScoreFacts.For("x").With("a", 3m))).Should().Be((1, 25m, null));
        Scorecard fall = Card(ScoreCriterion.Of("a", Why, KpiUnit.Score(1m, 5m), ValueCurve.Falling(0m, 5m), 1m), null);
        Lever(fall.Evaluate(ScoreFacts.For("x").With("a", 1.5m))).Should().Be((-1, 10m, null));

        // A rate that its sample moves ends at 0 % and 100 %: (p x 10 + 5) / 20 is half of the rate and 25.
        ScoreCriterion rate = ScoreCriterion.Of("a", Why, KpiUnit.Percent, ValueCurve.Rising(0m, 100m), 1m).WithShrinkage(Shrinkage.Beta(Rate.Percent(50), 10m));
        Lever(Card(rate, null).Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(99.5m), 10))).Should().Be((1, 0.25m, null));
        Lever(Card(rate, null).Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(50m), 10))).Should().Be((1, 0.5m, null));
        ScoreCriterion down = ScoreCriterion.Of("a", Why, KpiUnit.Percent, ValueCurve.Falling(0m, 100m), 1m).WithShrinkage(Shrinkage.Beta(Rate.Percent(50), 10m));
        Lever(Card(down, null).Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(0.5m), 10))).Should().Be((-1, 0.25m, null));

        // Other rates go on: a margin may be above 100 %.
        Scorecard margin = Card(ScoreCriterion.Of("a", Why, KpiUnit.Percent, ValueCurve.Rising(0m, 200m), 1m), null);
        Lever(margin.Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(99.5m)))).Should().Be((1, 0.5m, null));
    }

    [Fact]
    public void A_rate_is_carried_back_through_its_sample_within_0_and_100_percent()
    {
        // The score is half of the rate and 25: 59.95 at 69.9 %, 79.95 nowhere.
        Scorecard up = Card(ScoreCriterion.Of("a", Why, KpiUnit.Percent, ValueCurve.Rising(0m, 100m), 1m).WithShrinkage(Shrinkage.Beta(Rate.Percent(50), 10m)), Scale);
        Lever(up.Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(60), 10))).Should().Be((1, 0.5m, 69.9m));
        Lever(up.Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(80), 10))).Should().Be((1, 0.5m, null));
        Scorecard down = Card(ScoreCriterion.Of("a", Why, KpiUnit.Percent, ValueCurve.Falling(0m, 100m), 1m).WithShrinkage(Shrinkage.Beta(Rate.Percent(50), 10m)), Scale);
        Lever(down.Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(60), 10))).Should().Be((-1, 0.5m, 30.1m));
        Lever(down.Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(20), 10))).Should().Be((-1, 0.5m, null));
    }

    // (p x 10 + 5) / 20 is half of the rate and 25: the range of 40 to 60 % is met from 30 to 70 %. 60 points are shown from 59.95 on: 31.99 % and 68.01 %, observed 13.98 % and 86.02 %.
    [Theory]
    [InlineData("0", 1, "2.5", "13.98")]
    [InlineData("5", 1, "2.5", "13.98")]
    [InlineData("14", 1, "2.5", null)]
    [InlineData("29.5", 1, "1.25", null)]
    [InlineData("30", 0, "0", null)]
    [InlineData("50", 0, "0", null)]
    [InlineData("70", 0, "0", null)]
    [InlineData("70.5", -1, "1.25", null)]
    [InlineData("100", -1, "2.5", "86.02")]
    public void A_target_range_is_found_through_the_sample(string percent, int direction, string one, string? needed)
    {
        ScoreCriterion range = ScoreCriterion.Of("a", Why, KpiUnit.Percent, ValueCurve.TargetRange(40m, 60m, 20m, 20m), 1m).WithShrinkage(Shrinkage.Beta(Rate.Percent(50), 10m));
        Scorecard card = Card(range, GradeScale.Of(("C", 0m), ("B", 60m)));
        Lever(card.Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(D(percent)), 10))).Should().Be((direction, D(one), needed is null ? null : D(needed)));
    }

    // The prior of 50 % weighs twice the sample: a third of the rate and a third of 100. 50 % and 60 % are met at 50 % and 80 %, 45.05 % at 35.15 %. What is met between two steps of 0.01 only,
    // from 50.00033 to 50.00036 %, is met off these steps. Rates of 0 and 100 % are moved to 33.3 and 66.7 %: what lies beyond is never met.
    [Theory]
    [InlineData("50", "60", "0", 1, "50")]
    [InlineData("50", "60", "100", -1, "80")]
    [InlineData("50", "60", "48.99", 1, "50")]
    [InlineData("45.05", "45.06", "0", 1, "35.15")]
    [InlineData("50.00011", "50.00012", "0", 1, "50.00033")]
    [InlineData("10", "20", "0", 0, null)]
    [InlineData("70", "80", "100", 0, null)]
    [InlineData("0", "33", "5", 0, null)]
    public void A_range_without_tolerances_is_found_through_the_sample_where_it_can_be(string from, string to, string percent, int direction, string? needed)
    {
        ScoreCriterion range = ScoreCriterion.Of("a", Why, KpiUnit.Percent, ValueCurve.TargetRange(D(from), D(to), 0m, 0m), 1m).WithShrinkage(Shrinkage.Beta(Rate.Percent(50), 20m));
        Lever(Card(range, Scale).Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(D(percent)), 10))).Should().Be((direction, 0m, needed is null ? null : D(needed)));
    }

    // Every rate of the grid is tried, 0.00 to 100.00 %; the nearest with the next grade, upwards if two are as near, is the one that is named.
    [Theory]
    [InlineData(0, 10)]
    [InlineData(50, 10)]
    [InlineData(90, 10)]
    [InlineData(50, 3)]
    [InlineData(35, 400)]
    public void No_rate_that_reaches_the_next_grade_is_nearer(int prior, int sample)
    {
        int reached = 0;
        foreach (decimal from in new[] { 10m, 30m, 45.05m })
        {
            foreach ((decimal width, decimal below, decimal above) in new[] { (0m, 5m, 30m), (1m, 0m, 0m), (1m, 30m, 5m), (20m, 0m, 7m), (20m, 10m, 10m), (33.33m, 5m, 0m) })
            {
                ScoreCriterion range = ScoreCriterion.Of("a", Why, KpiUnit.Percent, ValueCurve.TargetRange(from, from + width, below, above), 1m).WithShrinkage(Shrinkage.Beta(Rate.Percent(prior), 10m));
                Scorecard card = Card(range, Scale);
                decimal[] grades = [.. Enumerable.Range(0, 10_001).Select(k => card.Score([k / 100d], [sample], null).Grade!.From)];
                foreach (int at in new[] { 0, 2500, 5000, 7777, 10_000 })
                {
                    int[] better = [.. Enumerable.Range(0, 10_001).Where(k => grades[k] > grades[at]).OrderBy(k => Math.Abs(k - at)).ThenByDescending(k => k)];
                    if (better.Length > 0)
                    {
                        ScoreResult result = card.Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(at / 100m), sample));
                        Lever(result).Needed.Should().Be(better[0] / 100m, "of {0} at {1}", range.Curve, at);
                        reached++;
                    }
                }
            }
        }

        reached.Should().BeGreaterThan(20);
    }

    [Fact]
    public void Steps_are_found_on_both_sides_of_a_moved_rate()
    {
        // Half of the rate and 25: steps at 30 % and 60 %, observed 10 % and 70 %, the edge itself still before the step.
        ScoreCriterion steps = ScoreCriterion.Of("a", Why, KpiUnit.Percent, ValueCurve.Steps(Edge.UpperIncluded, 70m, (30m, 10m), (60m, 100m)), 1m).WithShrinkage(Shrinkage.Beta(Rate.Percent(50), 10m));
        Lever(Card(steps, Scale).Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(20), 10))).Should().Be((-1, 0m, 10m));
        Lever(Card(steps, Scale).Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(60), 10))).Should().Be((1, 0m, 70.01m));
        Lever(Card(steps, Scale).Evaluate(ScoreFacts.For("x").With("a", Rate.Percent(5), 10))).Should().Be((1, 0m, 70.01m));
    }

    // Down from 100 at 0 to 0 at 10, up to 100 at 30: one unit brings 10 on the left and 5 on the right.
    [Theory]
    [InlineData("8", -1, "10")]
    [InlineData("10", -1, "10")]
    [InlineData("10.5", 1, "5")]
    [InlineData("9.8", -1, "10")]
    [InlineData("0", 0, "0")]
    public void Out_of_a_valley_without_a_next_grade_the_steeper_side_is_named(string value, int direction, string one)
    {
        ScoreCriterion valley = ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Through((0m, 100m), (10m, 0m), (30m, 100m)), 1m);
        Lever(Card(valley, null).Evaluate(ScoreFacts.For("x").With("a", D(value)))).Should().Be((direction, D(one), null));

        // The same, turned: up wins where it is the steeper side, and where both are alike.
        ScoreCriterion turned = ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Through((-30m, 100m), (-10m, 0m), (0m, 100m)), 1m);
        Lever(Card(turned, null).Evaluate(ScoreFacts.For("x").With("a", -D(value)))).Should().Be((-direction, D(one), null));
    }

    [Fact]
    public void Nothing_can_be_gained_where_the_values_of_the_unit_end()
    {
        // 50 points at 0, and no count below it; 45 at 1, and 5 more at 0.
        Scorecard count = Card(ScoreCriterion.Of("a", Why, KpiUnit.Count, ValueCurve.Falling(-10m, 10m), 1m), Scale);
        Lever(count.Evaluate(ScoreFacts.For("x").With("a", 0))).Should().Be((0, 0m, null));
        Lever(count.Evaluate(ScoreFacts.For("x").With("a", 1))).Should().Be((-1, 5m, null));

        // A scale ends at 5, half way up.
        Scorecard score = Card(ScoreCriterion.Of("a", Why, KpiUnit.Score(1m, 5m), ValueCurve.Rising(0m, 10m), 1m), null);
        Lever(score.Evaluate(ScoreFacts.For("x").With("a", 5))).Should().Be((0, 0m, null));
    }

    [Fact]
    public void No_value_outside_the_unit_is_asked_for()
    {
        // 40 points at 2: 59.95 would need -1.99 things.
        Scorecard count = Card(ScoreCriterion.Of("a", Why, KpiUnit.Count, ValueCurve.Falling(-10m, 10m), 1m), Scale);
        Lever(count.Evaluate(ScoreFacts.For("x").With("a", 2))).Should().Be((-1, 5m, null));
        Lever(count.Evaluate(ScoreFacts.For("x").With("a", 8))).Should().Be((-1, 5m, 4m));

        // At 4 of 5 there are 40 points, and 5.995 would be needed.
        Scorecard score = Card(ScoreCriterion.Of("a", Why, KpiUnit.Score(1m, 5m), ValueCurve.Rising(0m, 10m), 1m), Scale);
        Lever(score.Evaluate(ScoreFacts.For("x").With("a", 4))).Should().Be((1, 10m, null));
        Lever(score.Evaluate(ScoreFacts.For("x").With("a", 2))).Should().Be((1, 10m, 2.995m));
    }

    [Fact]
    public void The_weight_that_counts_decides_how_far_it_is()
    {
        // The other three quarters are left out: each point of the value is a point.
        Scorecard left = Scorecard.Define("l")
            .Add(ScoreCriterion.Of("none", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 3m).WhenMissing(MissingPolicy.Exclude))
            .Add(ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .Grades(Scale).Build();
        Lever(left.Evaluate(ScoreFacts.For("x").With("a", 50))).Should().Be((1, 1m, 59.95m));

        // Half of 39.9 and half of full points are 69.95, which is shown as 70.0; with less beside it even full points are too few.
        Scorecard halves = Scorecard.Define("h")
            .Add(ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .Add(ScoreCriterion.Of("b", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .Grades(GradeScale.Of(("C", 0m), ("B", 70m))).Build();
        Lever(halves.Evaluate(ScoreFacts.For("x").With("a", 10).With("b", 39.9m))).Should().Be((1, 0.5m, 100m));
        Lever(halves.Evaluate(ScoreFacts.For("x").With("a", 10).With("b", 39.8999m))).Should().Be((1, 0.5m, null));
        Lever(halves.Evaluate(ScoreFacts.For("x").With("a", 99.9m).With("b", 39.8999m))).Should().Be((1, 0.05m, null));

        // One unit of 2 000 000 is 0.00005 points, half of the last decimal that is shown.
        Lever(Card(ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Rising(0m, 2_000_000m), 1m), null).Evaluate(ScoreFacts.For("x").With("a", 5))).Should().Be((1, 0.0001m, null));
    }

    [Fact]
    public void The_next_grade_starts_beyond_an_edge_that_belongs_below_it_and_beyond_the_hysteresis()
    {
        ScoreCriterion line = ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m);
        ScoreResult upper = Card(line, GradeScale.Of(Edge.UpperIncluded, new Grade("C", 0m), new Grade("B", 50m))).Evaluate(ScoreFacts.For("x").With("a", 40));
        (upper.Next!.Grade.Code, upper.Next.At, upper.Next.Points).Should().Be(("B", 50.1m, 10.1m));
        Lever(upper).Should().Be((1, 1m, 50.05m));
        Lever(Card(line, GradeScale.Of(Edge.UpperIncluded, new Grade("C", 0m), new Grade("B", 50m))).Evaluate(ScoreFacts.For("x").With("a", 50))).Should().Be((1, 1m, 50.05m));
        ScoreResult held = Card(line, Scale.WithHysteresis(2m)).Evaluate(ScoreFacts.For("x").With("a", 61.5m), "C");
        (held.Grade!.Code, held.Next!.Grade.Code, held.Next.At, held.Next.Points).Should().Be(("C", "B", 62m, 0.5m));
        Lever(held).Should().Be((1, 1m, 61.95m));
        Lever(Card(line, Scale).Evaluate(ScoreFacts.For("x").With("a", 85))).Should().Be((1, 1m, null), "there is no grade above A");
        Lever(Card(line, Scale).Evaluate(ScoreFacts.For("x").With("a", 100))).Should().Be((0, 0m, null));
    }

    [Fact]
    public void Only_values_that_count_have_a_lever()
    {
        Scorecard card = Scorecard.Define("c")
            .Add(ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .Add(ScoreCriterion.Of("weightless", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 0m))
            .Add(ScoreCriterion.Of("missing", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m).WhenMissing(MissingPolicy.Worst))
            .Add(ScoreCriterion.Of("few", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m).WithMinimumSample(5).WhenMissing(MissingPolicy.Worst))
            .Add(ScoreCriterion.ForGates("gate", Why, KpiUnit.Number))
            .Gate(ScoreGate.KnockOutAbove("gate", 5m, Why))
            .Build();
        ScoreFacts facts = ScoreFacts.For("x").With("a", 10).With("weightless", 10).With("few", 10, 4).With("gate", 5);
        card.Evaluate(facts).Levers().Select(lever => lever.Criterion.Id.Value).Should().Equal("a");
        card.Evaluate(facts.With("gate", 6)).Levers().Should().BeEmpty("a candidate that is out is not helped by points");
        card.Evaluate(ScoreFacts.For("x")).Levers().Should().BeEmpty("there is no score");
    }

    private static Scorecard Card(ScoreCriterion criterion, GradeScale? scale)
    {
        ScorecardBuilder builder = Scorecard.Define("c").Add(criterion);
        return (scale is null ? builder : builder.Grades(scale)).Build();
    }

    private static (int Direction, decimal One, decimal? Needed) Lever(ScoreResult result)
    {
        ScoreLever lever = result.Levers().First();
        return (lever.Direction, lever.PointsOfOneUnit, lever.NeededForNextGrade);
    }
}
