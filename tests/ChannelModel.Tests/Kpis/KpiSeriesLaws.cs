using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;
using ChannelModel.Kpis;
using CsCheck;
using NodaTime;

namespace ChannelModel.Tests.Kpis;

/// <summary>What holds for any readings, each against a slow and obvious way to work it out.</summary>
public sealed class KpiSeriesLaws
{
    private static readonly LocalDate Day1 = new(2025, 1, 1);
    private static readonly DateInterval Period = new(Day1, Day1.PlusDays(58));

    private static readonly Gen<Line[]> Lines = Gen.Select(Gen.Int[0, 50], Gen.Int[-1_000_000, 1_000_000], Gen.Int[0, 1_000], Gen.Int[1, 1_000], Gen.Int[0, 3])
        .Select(entry => new Line(entry.Item1, entry.Item2 / 100m, entry.Item3, entry.Item4, entry.Item5)).Array[0, 12];

    [Fact]
    public void A_total_is_the_same_in_any_order_and_any_groups() =>
        Gen.Select(Lines, Gen.Enum<KpiAggregation>(), Gen.Int[0, 12], Gen.Int[0, int.MaxValue]).Sample(
            (lines, aggregation, cut, seed) =>
            {
                KpiReading[] readings = [.. lines.Select(line => line.ToReading(aggregation))];
                Kpi kpi = Line.Kpi(aggregation);
                KpiTotal all = KpiTotal.Of(kpi, readings);
                KpiReading[] shuffled = [.. readings.Select((reading, i) => (reading, Key: unchecked((i + 1) * 2_654_435_761L * (seed | 1)))).OrderBy(entry => entry.Key).Select(entry => entry.reading)];
                int at = Math.Min(cut, readings.Length);
                KpiTotal left = KpiTotal.Of(kpi, shuffled.Take(at));
                KpiTotal right = KpiTotal.Of(kpi, shuffled.Skip(at));
                return Same(all, left + right) && Same(all, right + left) && Same(all, KpiTotal.Of(kpi, []) + all);
            },
            iter: Laws.Iterations);

    [Fact]
    public void A_total_is_what_its_definition_says() =>
        Gen.Select(Lines, Gen.Enum<KpiAggregation>()).Sample(
            (lines, aggregation) =>
            {
                KpiFigure total = KpiTotal.Of(Line.Kpi(aggregation), lines.Select(line => line.ToReading(aggregation))).Figure;
                if (lines.Length == 0)
                {
                    return total.Gap == KpiGap.NoData;
                }

                int sampled = lines.Count(line => line.Sample > 0);
                decimal? expected = aggregation switch
                {
                    KpiAggregation.Sum => lines.Sum(line => line.Value),
                    KpiAggregation.Mean when sampled == 0 => lines.Average(line => line.Value),
                    KpiAggregation.Mean when sampled < lines.Length => null,
                    KpiAggregation.Mean => lines.Sum(line => line.Value * line.Sample) / lines.Sum(line => line.Sample),
                    KpiAggregation.Ratio when lines.Any(line => line.Sample == 0) => null,
                    KpiAggregation.Ratio => (decimal)lines.Sum(line => line.Numerator) / lines.Sum(line => line.Denominator),
                    _ => lines.Where(line => line.Day == lines.Max(other => other.Day)).Select(line => (decimal?)line.Value).Distinct().ToArray() is [decimal only] ? only : null,
                };
                return expected is decimal value ? Math.Abs(total.Value!.Value.Amount - value) <= 0.00000000005001m : total.Value is null && total.Gap != KpiGap.None;
            },
            iter: Laws.Iterations);

    [Fact]
    public void What_a_pace_expects_of_the_days_adds_up_to_the_target_exactly() =>
        Gen.Select(Gen.Int[1, 30].Array[1, 6], Gen.Int[0, 1_000].Array[6], Gen.Int[-100_000, 100_000]).Sample(
            (lengths, weights, target) =>
            {
                PaceProfile profile = Season(lengths, weights);
                Ratio sum = Ratio.Zero;
                Rate before = Rate.Zero;
                for (LocalDate day = profile.Period.Start; day <= profile.Period.End; day = day.PlusDays(1))
                {
                    sum = (sum + profile.Share(new DateInterval(day, day))).Reduce();
                    if (sum.CompareTo(profile.Share(day)) != 0 || profile.ShareThrough(day) < before)
                    {
                        return false;
                    }

                    before = profile.ShareThrough(day);
                }

                return sum.Numerator == sum.Denominator && profile.Expected(target, profile.Period.End) == (KpiValue)target;
            },
            iter: Laws.Iterations / 10);

    [Fact]
    public void A_figure_within_the_margin_of_an_edge_never_changes_the_status() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[1, 100], Gen.Int[-100, 100].Array[1, 20], Gen.Bool, Gen.Enum<Edge>()).Sample(
            (edge, margin, steps, fromAbove, side) =>
            {
                var bands = new KpiBands(KpiMeasure.Value, KpiStatus.OffTrack, [new(edge, KpiStatus.AtRisk), new(1_000, KpiStatus.OnTrack)], side, margin);
                KpiStatus start = fromAbove ? KpiStatus.AtRisk : KpiStatus.OffTrack;
                KpiStatus status = start;
                foreach (int step in steps)
                {
                    status = bands.StatusAfter(status, edge + (step * (margin - 0.5m) / 100m));
                }

                return status == start && bands.StatusAfter(start, edge - margin - 1) == KpiStatus.OffTrack && bands.StatusAfter(start, edge + margin + 1) == KpiStatus.AtRisk;
            },
            iter: Laws.Iterations);

    [Fact]
    public void Without_a_margin_the_band_that_the_value_lies_in_counts() =>
        Gen.Select(Gen.Int[-100, 100], Gen.Int[0, 2], Gen.Enum<Edge>()).Sample(
            (value, before, side) =>
            {
                KpiStatus[] all = [KpiStatus.OffTrack, KpiStatus.AtRisk, KpiStatus.OnTrack];
                var bands = new KpiBands(KpiMeasure.Value, all[0], [new(-20, all[1]), new(30, all[2])], side);
                bool low = side == Edge.LowerIncluded ? value < -20 : value <= -20;
                bool high = side == Edge.LowerIncluded ? value >= 30 : value > 30;
                return bands.StatusAfter(all[before], value) == (low ? all[0] : high ? all[2] : all[1]) && bands.StatusOf(value) == bands.StatusAfter(all[before], value);
            },
            iter: Laws.Iterations);

    [Fact]
    public void A_warning_follows_its_two_levels_and_never_flaps_between_them() =>
        Gen.Select(Gen.Int[0, 30].Array[0, 30], Gen.Int[1, 3], Gen.Int[1, 3]).Sample(
            (values, raiseAfter, clearAfter) =>
            {
                Kpi kpi = Line.Kpi(KpiAggregation.Latest);
                var watch = new KpiWatch(kpi, rules: [new KpiFloorRule(new("floor"), 10, 20, raiseAfter, clearAfter)]);
                KpiReading[] readings = [.. values.Select((value, i) => KpiReading.OnDay(kpi, Day1.PlusDays(i), value, KpiSource.OwnSystem))];
                IReadOnlyList<KpiAlert> alerts = new KpiSet(new("s"), new LocalText("S"), Period, [watch]).Watch(readings, Period.End).Alerts;

                // The oracle looks back over the whole past at each reading.
                var expected = new List<(int Day, KpiAlertState State)>();
                bool raised = false;
                for (int i = 0; i < values.Length; i++)
                {
                    bool low = i + 1 >= raiseAfter && values[(i + 1 - raiseAfter)..(i + 1)].All(value => value < 10);
                    bool high = i + 1 >= clearAfter && values[(i + 1 - clearAfter)..(i + 1)].All(value => value >= 20);
                    if (raised || low)
                    {
                        expected.Add((i, !raised ? KpiAlertState.Raised : high ? KpiAlertState.Cleared : KpiAlertState.Held));
                        raised = !raised || !high;
                    }
                }

                return alerts.Select(alert => (NodaTime.Period.DaysBetween(Day1, alert.On), alert.State)).SequenceEqual(expected);
            },
            iter: Laws.Iterations);

    [Fact]
    public void A_root_is_the_nearest_to_24_decimals() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Long[1, long.MaxValue]).Sample(
            (top, bottom) =>
            {
                var square = new Ratio(top, bottom);
                Ratio root = KpiArithmetic.Root(square);
                Ratio half = new(BigInteger.One, 2 * BigInteger.Pow(10, 24));
                Ratio below = KpiArithmetic.Max(Ratio.Zero, root - half);
                Ratio above = root + half;
                return (below * below).CompareTo(square) <= 0 && (above * above).CompareTo(square) >= 0;
            },
            iter: Laws.Iterations);

    [Fact]
    public void A_forecast_lies_in_its_interval_which_grows_with_confidence_and_scales() =>
        Gen.Select(Gen.Int[0, 100_000].Array[1, 7], Gen.Int[1, 1_000], Gen.Bool).Sample(
            (values, factor, sums) =>
            {
                Kpi kpi = Line.Kpi(sums ? KpiAggregation.Sum : KpiAggregation.Latest);
                KpiForecast Of(int times, KpiConfidence confidence) => KpiForecast.Of(
                    PaceProfile.Linear(Period),
                    new KpiSeries(kpi, values.Select((value, i) => KpiReading.Of(kpi, new DateInterval(Day1.PlusDays(7 * i), Day1.PlusDays((7 * i) + 6)), (decimal)value * times, KpiSource.OwnSystem))),
                    Period.End,
                    confidence);
                KpiForecast one = Of(1, KpiConfidence.Percent80);
                KpiForecast wide = Of(1, KpiConfidence.Percent99);
                KpiForecast scaled = Of(factor, KpiConfidence.Percent80);
                decimal? At(KpiFigure figure) => figure.Value?.Amount;
                bool close = At(one.Value) is not decimal a || Math.Abs((a * factor) - At(scaled.Value)!.Value) <= 0.0000000001m * factor;
                bool inside = At(one.Low) is null || (At(one.Low) <= At(one.Value) && At(one.Value) <= At(one.High) && At(wide.Low) <= At(one.Low) && At(wide.High) >= At(one.High));
                return close && inside && (At(one.Low) is null) == (values.Length < (sums ? 2 : 3)) && (At(one.Value) is null) == (!sums && values.Length < 2);
            },
            iter: Laws.Iterations);

    [Fact]
    public void A_trend_turns_with_its_readings_and_a_straight_line_is_found_exactly() =>
        Gen.Select(Gen.Int[-1_000, 1_000], Gen.Int[-1_000, 1_000], Gen.Int[1, 9].Array[2, 8], Gen.Enum<KpiTrendMethod>(), Gen.Int[-1_000, 1_000].Array[8]).Sample(
            (start, slope, gaps, method, noise) =>
            {
                Kpi kpi = Line.Kpi(KpiAggregation.Latest);
                KpiTrend Of(Func<int, int, decimal> value) => KpiTrend.Of(
                    new KpiSeries(kpi, gaps.Select((_, i) => KpiReading.OnDay(kpi, Day1.PlusDays(gaps[..i].Sum()), value(i, gaps[..i].Sum()), KpiSource.OwnSystem))), method);
                decimal straight = Of((_, day) => start + (slope * day)).PerDay!.Value;
                KpiTrend wild = Of((i, _) => noise[i]);
                KpiTrend turned = Of((i, _) => -noise[i]);
                KpiTrend tilted = Of((i, day) => noise[i] + (slope * day));
                return straight == slope && wild.PerDay == -turned.PerDay && Math.Abs(tilted.PerDay!.Value - wild.PerDay!.Value - slope) <= 0.0000000001m
                    && Enumerable.Range(0, gaps.Length).TakeWhile(n => n + 1 < gaps.Length && noise[gaps.Length - 1 - n] < noise[gaps.Length - 2 - n]).Count() == wild.FallsInARow;
            },
            iter: Laws.Iterations);

    [Fact]
    public void A_check_is_the_same_from_both_sides() =>
        Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, 1_000], Gen.Int[1, 5_000], Gen.Int[1, 5_000], Gen.Bool).Sample(
            (x1, x2, n1, n2, shares) =>
            {
                ReportedCheck Of(int a, int n, int b, int m) => shares
                    ? ReportedCheck.OfShares(Rate.Of(Math.Min(a, n), n), n, Rate.Of(Math.Min(b, m), m), m, ReportedTolerance.Default)
                    : ReportedCheck.OfCounts(a, n, b, m, ReportedTolerance.Default);
                ReportedCheck one = Of(x1, n1, x2, n2);
                ReportedCheck other = Of(x2, n2, x1, n1);
                bool level = one.Z is not decimal z || one.Verdict == (Math.Abs(z) > 3.0001m ? ReportedVerdict.Contradicted : Math.Abs(z) > 2.0001m && Math.Abs(z) < 2.9999m ? ReportedVerdict.Doubtful : Math.Abs(z) < 1.9999m ? ReportedVerdict.Consistent : one.Verdict);
                return one.Z == -other.Z && one.Verdict == other.Verdict && one.Gap == other.Gap && (one.Verdict is null) == (one.Gap != KpiGap.None) && level;
            },
            iter: Laws.Iterations);

    [Fact]
    public void Outliers_do_not_depend_on_place_order_or_scale() =>
        Gen.Select(Gen.Int[-1_000, 1_000].Array[3, 15], Gen.Int[-100, 100], Gen.Int[1, 50]).Sample(
            (values, shift, factor) =>
            {
                RobustOutliers<int> Of(Func<int, decimal> map, bool reversed = false)
                {
                    IEnumerable<KeyValuePair<int, decimal>> lines = values.Select((value, i) => new KeyValuePair<int, decimal>(i, map(value)));
                    return RobustOutliers<int>.Of(reversed ? lines.Reverse() : lines);
                }

                int[] found = [.. Of(value => value).Outliers];
                double[] sorted = [.. values.Select(value => (double)value).Order()];
                double median = Middle(sorted);
                double mad = Middle([.. sorted.Select(value => Math.Abs(value - median)).Order()]);
                bool oracle = mad == 0d || found.SequenceEqual(Enumerable.Range(0, values.Length).Where(i => Math.Abs(values[i] - median) > 3.5 * 1.4826 * mad));
                return oracle && found.SequenceEqual(Of(value => (value * factor) + shift).Outliers) && found.SequenceEqual(Of(value => value, true).Outliers.Order());
            },
            iter: Laws.Iterations);

    [Fact]
    public void Quantiles_fall_with_the_degrees_of_freedom_towards_the_normal_one()
    {
        foreach ((KpiConfidence confidence, decimal normal) in new[] { (KpiConfidence.Percent80, 1.281552m), (KpiConfidence.Percent90, 1.644854m), (KpiConfidence.Percent95, 1.959964m), (KpiConfidence.Percent99, 2.575829m) })
        {
            for (int degrees = 1; degrees < 400; degrees++)
            {
                StudentT.Quantile(confidence, degrees).Should().BeGreaterThan(StudentT.Quantile(confidence, degrees + 1)).And.BeGreaterThan(normal);
            }
        }

        StudentT.Quantile(KpiConfidence.Percent95, 40).Should().Be(2.021075m);
        StudentT.Quantile(KpiConfidence.Percent99, 60).Should().Be(2.660283m);
    }

    private static double Middle(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2d;

    private static bool Same(KpiTotal a, KpiTotal b) =>
        (a.Figure, a.Count, a.Span, a.SampleSize, a.Numerator, a.Denominator).Equals((b.Figure, b.Count, b.Span, b.SampleSize, b.Numerator, b.Denominator));

    private static PaceProfile Season(int[] lengths, int[] weights)
    {
        var parts = new List<KeyValuePair<DateInterval, Rate>>();
        LocalDate start = Day1;
        long left = Rate.One.TenBillionths;
        for (int i = 0; i < lengths.Length; i++)
        {
            long share = i == lengths.Length - 1 ? left : Math.Min(left, weights[i] * 3_333_333L);
            left -= share;
            parts.Add(new(new DateInterval(start, start.PlusDays(lengths[i] - 1)), Rate.OfTenBillionths(share)));
            start = start.PlusDays(lengths[i]);
        }

        return PaceProfile.Seasonal(parts);
    }

    /// <summary>A reading before it is one: some have no sample or no parts.</summary>
    private sealed record Line(int Day, decimal Value, int Numerator, int Denominator, int Sample)
    {
        public static Kpi Kpi(KpiAggregation aggregation) => KpiTotalTests.Make(KpiUnit.Number, aggregation);

        public KpiReading ToReading(KpiAggregation aggregation)
        {
            var days = new DateInterval(Day1.PlusDays(Day), Day1.PlusDays(Day));
            KpiReading reading = aggregation == KpiAggregation.Ratio && Sample > 0
                ? KpiReading.OfRatio(Kpi(aggregation), days, Numerator, Denominator, KpiSource.OwnSystem)
                : KpiReading.Of(Kpi(aggregation), days, Value, KpiSource.OwnSystem);
            return Sample > 0 ? reading.WithSampleSize(Sample) : reading;
        }
    }
}
