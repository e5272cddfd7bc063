using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using CsCheck;

namespace ChannelModel.Tests.Scoring;

/// <summary>Laws of scorecards, against an oracle that interpolates in fractions of whole numbers.</summary>
public sealed class ScorecardLaws
{
    private static readonly LocalText Any = new("any");

    private static readonly Gen<ValueCurve> Monotone = Gen.OneOf(
        from a in Gen.Int[-500, 500]
        from width in Gen.Int[1, 400]
        from falling in Gen.Bool
        select falling ? ValueCurve.Falling(a / 10m, (a + width) / 10m) : ValueCurve.Rising(a / 10m, (a + width) / 10m),
        from start in Gen.Int[-500, 500]
        from widths in Gen.Int[1, 200].Array[0, 5]
        from points in Gen.Int[0, 1_000_000_000].Array[6]
        from falling in Gen.Bool
        from steps in Gen.Int[0, 2]
        select Knots(start, widths, points, falling, steps));

    private static readonly Gen<Scorecard> Cards =
        from curves in Monotone.Array[1, 5]
        from weights in Gen.Int[1, 1000].Array[5]
        from missing in Gen.Int[0, 2].Array[5]
        from decimals in Gen.Int[0, 4]
        from hysteresis in Gen.Int[0, 3]
        select Card([.. curves.Select((curve, j) => ScoreCriterion.Of(Name(j), Any, KpiUnit.Number, curve, weights[j] / 100m).WhenMissing(Policy(missing[j])))], decimals, hysteresis);

    private static readonly Gen<decimal?[]> Values = (from present in Gen.Int[0, 4] from value in Gen.Int[-7_000_000, 7_000_000] select present == 0 ? (decimal?)null : value / 100_000m).Array[5];

    [Fact]
    public void Points_add_up_to_the_score_and_the_record_holds() => Gen.Select(Cards, Values).Sample(
        (card, values) =>
        {
            ScoreResult result = card.Evaluate(Facts(card, values));
            result.Verify().Should().BeEmpty();
            if (result.Score is decimal score)
            {
                score.Should().BeInRange(0m, 100m);
                result.Contributions.Sum(line => line.Points).Should().Be(score);
                result.Contributions.Sum(line => line.Lost).Should().Be(100m - score);
                result.Contributions.Should().OnlyContain(line => line.Points >= 0m && line.Lost >= 0m);
                result.Losses.Select(line => (BigInteger)line.WeightBillionths * (1_000_000_000 - line.WorthBillionths!.Value)).Should().BeInDescendingOrder();
            }
        },
        iter: Laws.Iterations);

    [Fact]
    public void The_score_is_the_oracles() => Gen.Select(Cards, Values).Sample(
        (card, values) =>
        {
            ScoreResult result = card.Evaluate(Facts(card, values));
            decimal? expected = Oracle(card, values);
            result.Score.Should().Be(expected);
            result.Coverage.TenBillionths.Should().Be(card.Weights.Where((_, j) => values[j] is not null).Sum(weight => weight.TenBillionths));
        },
        iter: Laws.Iterations);

    [Fact]
    public void The_bare_numbers_give_the_same_score() => Gen.Select(Cards, Values).Sample(
        (card, values) =>
        {
            ScoreResult result = card.Evaluate(Facts(card, values));
            ScorePoint point = card.Score([.. values.Take(card.Criteria.Count).Select(value => value is decimal known ? Real.Of(known) : (double?)null)], [], null);
            point.Should().Be(new ScorePoint(result.Status, result.Reason, result.Score, result.Grade));
        },
        iter: Laws.Iterations);

    [Fact]
    public void A_better_value_never_lowers_a_score_nor_the_grade() => Gen.Select(Cards, Values, Gen.Int[0, 4], Gen.Int[1, 3_000_000]).Sample(
        (card, values, at, more) =>
        {
            int j = at % card.Criteria.Count;
            if (values[j] is not decimal value)
            {
                return;
            }

            decimal?[] better = [.. values];
            better[j] = value + (card.Criteria[j].Curve!.NeverFalls ? more / 100_000m : -more / 100_000m);
            ScoreResult before = card.Evaluate(Facts(card, values));
            ScoreResult after = card.Evaluate(Facts(card, better));
            after.Score.Should().BeGreaterThanOrEqualTo(before.Score!.Value);
            card.Grades!.IndexOf(after.Grade!.Code).Should().BeGreaterThanOrEqualTo(card.Grades.IndexOf(before.Grade!.Code));
        },
        iter: Laws.Iterations);

    [Fact]
    public void Order_of_criteria_and_scale_of_weights_play_no_part() => Gen.Select(Cards, Values, Gen.Int[2, 97], Gen.Int[0, 1000]).Sample(
        (card, values, factor, seed) =>
        {
            ScoreFacts facts = Facts(card, values);
            ScoreResult result = card.Evaluate(facts);
            ScoreCriterion[] scaled = [.. card.Criteria.Select(criterion => ScoreCriterion.Of(criterion.Id.Value, Any, criterion.Unit, criterion.Curve!, criterion.Weight * factor).WhenMissing(criterion.Missing))];
            ScoreCriterion[] shuffled = [.. scaled.OrderBy(criterion => (criterion.Id.Value[0] * 7919 + seed) % 31)];
            ScoreResult other = Card(shuffled, card.Decimals, 0).Evaluate(facts);
            other.Score.Should().Be(result.Score);
            foreach (ScoreContribution line in result.Contributions)
            {
                ScoreContribution twin = other.Contributions.Single(l => l.Criterion.Id == line.Criterion.Id);
                (twin.Points, twin.Lost, twin.WeightBillionths).Should().Be((line.Points, line.Lost, line.WeightBillionths));
            }
        },
        iter: Laws.Iterations);

    [Fact]
    public void Hysteresis_stays_between_the_grade_before_and_the_grade_of_the_score() => Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 3], Gen.Int[0, 9]).Sample(
        (tenths, before, margin) =>
        {
            GradeScale plain = GradeScale.Of(("D", 0m), ("C", 40m), ("B", 60m), ("A", 80m));
            GradeScale scale = plain.WithHysteresis(margin);
            decimal score = tenths / 10m;
            int raw = plain.IndexOf(plain.GradeOf(score).Code);
            int held = scale.IndexOf(scale.GradeOf(score, scale.Grades[before].Code).Code);
            held.Should().BeInRange(Math.Min(raw, before), Math.Max(raw, before));
            Math.Abs(held - raw).Should().BeLessThanOrEqualTo(1, "a grade is never skipped");
            scale.GradeOf(score, scale.Grades[held].Code).Code.Should().Be(scale.Grades[held].Code, "the same score again changes nothing");
        },
        iter: Laws.Iterations);

    [Fact]
    public void Shrinkage_comes_nearer_to_the_rate_as_the_sample_grows() => Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 100_000], Gen.Int[1, 100_000], Gen.Int[0, 1000], Gen.Int[1, 500]).Sample(
        (permille, n, more, prior, strength) =>
        {
            Rate rate = Rate.Percent(permille / 10m);
            Rate low = Shrinkage.Wilson().Apply(rate, n);
            Rate less = Shrinkage.Wilson().Apply(rate, n + more);
            low.Should().BeLessThanOrEqualTo(less);
            less.Should().BeLessThanOrEqualTo(rate);
            Shrinkage.Wilson().Apply(rate, n, higherIsBetter: false).Should().BeGreaterThanOrEqualTo(rate);
            CompiledShrinkage.Wilson(0.5d + (permille / 250d), lower: true).Apply(0d, n).Should().Be(0d, "no digit is lost at the ends");
            CompiledShrinkage.Wilson(0.5d + (permille / 250d), lower: false).Apply(100d, n).Should().Be(100d, "no digit is lost at the ends");
            Shrinkage beta = Shrinkage.Beta(Rate.Percent(prior / 10m), strength);
            long near = Math.Abs(beta.Apply(rate, n + more).TenBillionths - rate.TenBillionths);
            near.Should().BeLessThanOrEqualTo(Math.Abs(beta.Apply(rate, n).TenBillionths - rate.TenBillionths));

            // Against exact fractions: (hits + prior x strength) / (n + strength).
            BigInteger exact = Exact.Divide((((BigInteger)rate.TenBillionths * n) + ((BigInteger)prior * 10_000_000 * strength)), n + strength, RoundingMode.HalfEven);
            ((long)exact - beta.Apply(rate, n).TenBillionths).Should().BeInRange(-1, 1);
        },
        iter: Laws.Iterations);

    [Fact]
    public void A_lever_reaches_the_next_grade_and_one_step_less_does_not() => Gen.Select(Cards, Values).Sample(
        (card, values) =>
        {
            ScoreFacts facts = Facts(card, values);
            ScoreResult result = card.Evaluate(facts);
            foreach (ScoreLever lever in result.Levers())
            {
                string id = lever.Criterion.Id.Value;
                if (lever.NeededForNextGrade is decimal needed)
                {
                    int next = card.Grades!.IndexOf(result.Next!.Grade.Code);
                    card.Grades.IndexOf(card.Evaluate(facts.With(id, needed), result.Grade!.Code).Grade!.Code).Should().BeGreaterThanOrEqualTo(next, "a step may lead past it");
                    decimal before = needed - (lever.Direction * 0.0001m);
                    decimal at = result.Facts.ValueOf(id)!.Value.Amount;
                    if ((before - at) * lever.Direction > 0m)
                    {
                        card.Evaluate(facts.With(id, before), result.Grade!.Code).Grade.Should().Be(result.Grade);
                    }
                }
            }
        },
        iter: Laws.Iterations);

    [Fact]
    public void A_decimal_becomes_the_nearest_double() => Gen.Decimal.Sample(
        value => Real.Of(value).Should().Be(double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)), iter: Laws.Iterations);

    [Theory]
    [InlineData("0.1")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-0.0000000000000000000000000001")]
    [InlineData("12345678.901234567890123456789")]
    [InlineData("9007199254740993")]
    [InlineData("9007199254740992.5")]
    [InlineData("0")]
    public void A_decimal_at_the_edge_becomes_the_nearest_double(string text)
    {
        decimal value = decimal.Parse(text, CultureInfo.InvariantCulture);
        Real.Of(value).Should().Be(double.Parse(text, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Decayed_totals_are_means() => Gen.Select(Gen.Int[0, 1000].Array[0, 15], Gen.Int[1, 14], Gen.Int[1, 999]).Sample(
        (tenths, window, alpha) =>
        {
            decimal?[] scores = [.. tenths.Select(t => t % 7 == 0 ? (decimal?)null : t / 10m)];
            foreach (PeriodPolicy policy in new[] { PeriodPolicy.Decay(window), PeriodPolicy.Smoothing(alpha / 1000m), PeriodPolicy.Weighted([.. Enumerable.Repeat(1m, window)]) })
            {
                PeriodTotal total = policy.Total(scores, 4);
                total.Score.Should().Be(Mean(policy, scores));
                if (total.Score is decimal score)
                {
                    score.Should().BeInRange(scores.Min()!.Value, scores.Max()!.Value);
                }
            }
        },
        iter: Laws.Iterations / 4);

    /// <summary>In doubles, as a spreadsheet would; the rounding to 4 decimals tells them apart only at a half.</summary>
    private static decimal? Mean(PeriodPolicy policy, decimal?[] scores)
    {
        if (policy.Kind == PeriodPolicyKind.Smoothing)
        {
            Ratio? smoothed = null;
            foreach (decimal score in scores.Reverse().OfType<decimal>())
            {
                Ratio a = new(Exact.ToUnits(policy.Alpha, 6), 1_000_000);
                Ratio next = new(Exact.ToUnits(score, 1), 10);
                smoothed = smoothed is Ratio old ? (old * new Ratio(a.Denominator - a.Numerator, a.Denominator)) + (next * a) : next;
            }

            return smoothed is Ratio total ? Exact.ToDecimal(Exact.Divide(total.Numerator * 10_000, total.Denominator, RoundingMode.HalfAwayFromZero), 4) : null;
        }

        decimal sum = 0m;
        decimal weights = 0m;
        for (int i = 0; i < scores.Length; i++)
        {
            decimal weight = policy.Kind == PeriodPolicyKind.Decay ? Math.Max(0, policy.Window - i) : i < policy.Weights.Count ? 1m : 0m;
            sum += scores[i] is decimal score ? score * weight : 0m;
            weights += scores[i] is null ? 0m : weight;
        }

        return weights == 0m ? null : Math.Round(sum / weights, 4, MidpointRounding.AwayFromZero);
    }

    private static ValueCurve Knots(int start, int[] widths, int[] points, bool falling, int steps)
    {
        decimal[] worth = [.. points.Take(widths.Length + 1).Select(p => p / 10_000_000m).OrderBy(p => falling ? -p : p)];
        int at = start;
        var knots = new List<(decimal, decimal)>();
        for (int i = 0; i < worth.Length; i++)
        {
            at += i == 0 ? 0 : widths[i - 1];
            knots.Add((at / 10m, worth[i]));
        }

        return steps == 0 ? ValueCurve.Through([.. knots]) : ValueCurve.Steps(steps == 1 ? Edge.LowerIncluded : Edge.UpperIncluded, falling ? 100m : 0m, [.. knots]);
    }

    private static MissingPolicy Policy(int kind) => kind switch
    {
        0 => MissingPolicy.Exclude,
        1 => MissingPolicy.Points(50m),
        _ => MissingPolicy.Worst,
    };

    private static string Name(int j) => ((char)('e' - j)).ToString();

    private static Scorecard Card(ScoreCriterion[] criteria, int decimals, int hysteresis)
    {
        ScorecardBuilder builder = Scorecard.Define("law").Decimals(decimals).Grades(GradeScale.Of(("D", 0m), ("C", 40m), ("B", 60m), ("A", 80m)).WithHysteresis(hysteresis));
        foreach (ScoreCriterion criterion in criteria)
        {
            builder.Add(criterion);
        }

        return builder.Build();
    }

    private static ScoreFacts Facts(Scorecard card, decimal?[] values)
    {
        var facts = ScoreFacts.For("candidate");
        for (int j = 0; j < card.Criteria.Count; j++)
        {
            // By id, so that a shuffled card reads the same facts.
            facts = values[j] is decimal value ? facts.With(Name(j), value) : facts;
        }

        return facts;
    }

    /// <summary>The worth by fractions and one rounding to 10^-9, then weighted and rounded once. Within half a billionth of a tie doubles may round the other way, so near ones are let pass.</summary>
    private static decimal? Oracle(Scorecard card, decimal?[] values)
    {
        BigInteger sum = BigInteger.Zero;
        BigInteger counted = BigInteger.Zero;
        bool observed = false;
        for (int j = 0; j < card.Criteria.Count; j++)
        {
            ScoreCriterion criterion = card.Criteria[j];
            BigInteger weight = card.Weights[j].TenBillionths / 10;
            if (values[j] is not decimal value)
            {
                if (criterion.Missing.Kind != MissingKind.Exclude)
                {
                    sum += weight * (BigInteger)(criterion.Missing.Value * 10_000_000m);
                    counted += weight;
                }

                continue;
            }

            observed = true;
            sum += weight * Worth(criterion.Curve!, value);
            counted += weight;
        }

        return observed
            ? Exact.ToDecimal(Exact.Divide(sum * 100 * BigInteger.Pow(10, card.Decimals), counted * 1_000_000_000, RoundingMode.HalfAwayFromZero), card.Decimals)
            : null;
    }

    private static BigInteger Worth(ValueCurve curve, decimal value)
    {
        (decimal At, decimal Points)[] points = [.. curve.Points];
        BigInteger Billionths(decimal p) => Exact.ToUnits(p, 7);
        if (curve.Kind == CurveKind.Steps)
        {
            decimal worth = curve.Below;
            foreach ((decimal at, decimal step) in points)
            {
                worth = (curve.Edge == Edge.LowerIncluded ? value >= at : value > at) ? step : worth;
            }

            return Billionths(worth);
        }

        if (value <= points[0].At)
        {
            return Billionths(points[0].Points);
        }

        for (int i = 1; i < points.Length; i++)
        {
            if (value <= points[i].At)
            {
                (BigInteger top, BigInteger bottom) = Exact.ToFraction(value - points[i - 1].At, points[i].At - points[i - 1].At);
                BigInteger a = Billionths(points[i - 1].Points);
                return Exact.Divide((a * bottom) + ((Billionths(points[i].Points) - a) * top), bottom, RoundingMode.HalfEven);
            }
        }

        return Billionths(points[^1].Points);
    }
}
