using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using NodaTime;

namespace ChannelModel.Tests.Kpis;

public sealed class PaceTests
{
    private static readonly DateInterval Period = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 28));
    private static readonly Kpi Sales = KpiTotalTests.Make(KpiUnit.Money(Currency.CNY), KpiAggregation.Sum);
    private static readonly Kpi Conversion = KpiTotalTests.Make(KpiUnit.Percent, KpiAggregation.Ratio);

    /// <summary>January brings 60 %, the holiday week (28 January to 3 February) 5 %, the rest of February 35 %.</summary>
    private static readonly PaceProfile Season = PaceProfile.Seasonal(
    [
        Part(1, 1, 1, 27, 60m),
        Part(1, 28, 2, 3, 5m),
        Part(2, 4, 2, 28, 35m),
    ]);

    [Fact]
    public void An_even_pace_counts_days()
    {
        PaceProfile even = PaceProfile.Linear(Period);
        even.Expected(Yuan(59_000m), new LocalDate(2025, 1, 31)).Should().Be(Yuan(31_000m));
        even.Expected(Yuan(100m), new LocalDate(2025, 1, 31)).Should().Be(Yuan(52.542373m));
        even.Expected(Yuan(100m), new LocalDate(2024, 12, 31)).Should().Be(Yuan(0m));
        even.Expected(Yuan(100m), new LocalDate(2025, 3, 5)).Should().Be(Yuan(100m));
    }

    [Fact]
    public void A_season_expects_little_in_its_holiday()
    {
        Season.ShareThrough(new LocalDate(2025, 1, 27)).Should().Be(Rate.Percent(60m));
        Season.ShareThrough(new LocalDate(2025, 2, 3)).Should().Be(Rate.Percent(65m));
        Season.ShareThrough(new LocalDate(2025, 1, 31)).Should().Be(Rate.OfTenBillionths(6_285_714_286), "60 % + 5 % x 4 / 7");
        FluentActions.Invoking(() => PaceProfile.Seasonal([Part(1, 1, 1, 31, 60m), Part(2, 1, 2, 28, 39.99m)])).Should().Throw<ArgumentException>().WithMessage("*99.99%; expected exactly 100%*");
        FluentActions.Invoking(() => PaceProfile.Seasonal([Part(1, 1, 1, 30, 60m), Part(2, 1, 2, 28, 40m)])).Should().Throw<ArgumentException>().WithMessage("*2025-02-01 after one that ends on 2025-01-30*");
        FluentActions.Invoking(() => PaceProfile.Seasonal([])).Should().Throw<ArgumentException>().WithMessage("*no part*");
        FluentActions.Invoking(() => PaceProfile.Seasonal([Part(1, 1, 1, 31, -1m), Part(2, 1, 2, 28, 101m)])).Should().Throw<ArgumentException>().WithMessage("*-1%*");
    }

    [Fact]
    public void Days_without_data_expect_nothing_and_are_counted()
    {
        var target = new KpiTarget(Sales, Yuan(59_000m));
        var readings = new KpiSeries(Sales, [Reading(1, 1, 1, 10, 9_000m), Reading(1, 21, 1, 31, 10_000m)]);
        KpiPacing pacing = KpiPacing.Of(target, PaceProfile.Linear(Period), readings, new LocalDate(2025, 2, 2));

        (pacing.ElapsedDays, pacing.DaysWithoutData, pacing.Through).Should().Be((33, 12, new LocalDate(2025, 1, 31)));
        pacing.Actual.Value.Should().Be(Yuan(19_000m));
        pacing.Expected.Value.Should().Be(Yuan(21_000m));
        pacing.ExpectedToDate.Value.Should().Be(Yuan(33_000m));
        pacing.Ratio!.Value.ToString("2", null).Should().Be("90.48%");
    }

    [Fact]
    public void A_level_is_paced_from_its_baseline()
    {
        var target = new KpiTarget(Conversion, Rate.Percent(12m), Rate.Percent(8m));
        var readings = new KpiSeries(Conversion, [KpiReading.OfRatio(Conversion, new DateInterval(new LocalDate(2025, 1, 1), new LocalDate(2025, 1, 27)), 90, 1_000, KpiSource.OwnSystem)]);
        KpiPacing pacing = KpiPacing.Of(target, Season, readings, new LocalDate(2025, 1, 31));

        pacing.Expected.Value.Should().Be((KpiValue)Rate.Percent(10.4m), "8 % + 60 % of 4 points");
        pacing.Ratio!.Value.ToString("2", null).Should().Be("86.54%");
        KpiPacing.Of(new KpiTarget(Conversion, Rate.Percent(12m)), Season, readings, new LocalDate(2025, 1, 31)).RatioGap.Should().Be(KpiGap.NoBaseline);
    }

    [Fact]
    public void Without_readings_there_is_no_pace()
    {
        KpiPacing none = KpiPacing.Of(new KpiTarget(Sales, Yuan(59_000m)), PaceProfile.Linear(Period), new KpiSeries(Sales, []), new LocalDate(2025, 1, 10));
        (none.Ratio, none.RatioGap, none.DaysWithoutData, none.Actual.Value).Should().Be(((Rate?)null, KpiGap.NoData, 10, (KpiValue?)null));
        none.ExpectedToDate.Value.Should().Be(Yuan(10_000m));
        KpiPacing zero = KpiPacing.Of(new KpiTarget(Sales, Yuan(0m)), PaceProfile.Linear(Period), new KpiSeries(Sales, [Reading(1, 1, 1, 10, 5m)]), new LocalDate(2025, 1, 10));
        (zero.Ratio, zero.RatioGap).Should().Be(((Rate?)null, KpiGap.NotPositive));
    }

    [Fact]
    public void A_run_rate_forecast_has_the_interval_of_the_ratio_model()
    {
        // 59 days; 10 + 10 days bring 9 000 and 11 000: T = 20 000 x 59 / 20 = 59 000. Each reading is off by 1 000 of its share 10 / 59, so
        // s² = (2 x 1 000²) / (10 / 59) / 1; the interval is t(1) x sqrt(s² x 39 / 20) = 12.706205 x 4 796.874... = 60 950.06...
        var readings = new KpiSeries(Sales, [Reading(1, 1, 1, 10, 9_000m), Reading(1, 11, 1, 20, 11_000m)]);
        KpiForecast forecast = KpiForecast.Of(PaceProfile.Linear(Period), readings, new LocalDate(2025, 1, 20));

        (forecast.Method, forecast.Readings, forecast.Confidence).Should().Be((KpiForecastMethod.RunRate, 2, KpiConfidence.Percent95));
        forecast.Value.Value.Should().Be(Yuan(59_000m));
        double half = 12.706205 * Math.Sqrt(2_000_000d / (10d / 59d) * 39d / 20d);
        ((double)(forecast.High.Value!.Value.Amount - 59_000m)).Should().BeApproximately(half, 0.00001);
        ((double)(59_000m - forecast.Low.Value!.Value.Amount)).Should().BeApproximately(half, 0.00001);
    }

    [Fact]
    public void A_seasonal_forecast_divides_by_the_season_s_share()
    {
        var readings = new KpiSeries(Sales, [Reading(1, 1, 1, 27, 60_000m), Reading(1, 28, 2, 3, 5_000m)]);
        KpiForecast forecast = KpiForecast.Of(Season, readings, new LocalDate(2025, 2, 3));
        forecast.Method.Should().Be(KpiForecastMethod.Seasonal);
        (forecast.Value.Value, forecast.Low.Value, forecast.High.Value).Should().Be((Yuan(100_000m), Yuan(100_000m), Yuan(100_000m)), "both readings fit the season exactly");
    }

    [Fact]
    public void A_trend_line_forecasts_what_does_not_add_up()
    {
        // Followers at days 0, 10, 20: 100, 120, 160. The line has slope 3 and passes (10, 126.67); at day 58 it is 270.67.
        Kpi followers = KpiTotalTests.Make(KpiUnit.Number, KpiAggregation.Latest);
        KpiReading On(int day, decimal value) => KpiReading.OnDay(followers, Period.Start.PlusDays(day), value, KpiSource.ThirdParty);
        var readings = new KpiSeries(followers, [On(0, 100m), On(10, 120m), On(20, 160m)]);
        KpiForecast forecast = KpiForecast.Of(PaceProfile.Linear(Period), readings, Period.End);

        forecast.Method.Should().Be(KpiForecastMethod.TrendLine);
        forecast.Value.Value.Should().Be((KpiValue)270.6666666667m);

        // Residuals 3.33, -6.67, 3.33: s² = 66.67; half = t(1) x sqrt(66.67 x (1 + 1/3 + 48² / 200)).
        double half = 12.706205 * Math.Sqrt(200d / 3d * (1d + (1d / 3d) + (48d * 48d / 200d)));
        ((double)(forecast.High.Value!.Value.Amount - forecast.Value.Value!.Value.Amount)).Should().BeApproximately(half, 0.0000001);
        KpiForecast.Of(PaceProfile.Linear(Period), readings, Period.Start.PlusDays(10)).Low.Gap.Should().Be(KpiGap.TooFewReadings);
        KpiForecast.Of(PaceProfile.Linear(Period), readings, Period.Start).Value.Gap.Should().Be(KpiGap.TooFewReadings);
        KpiForecast.Of(PaceProfile.Linear(Period), readings, Period.Start.PlusDays(-1)).Value.Gap.Should().Be(KpiGap.NoData);
    }

    [Fact]
    public void A_forecast_stays_on_its_scale()
    {
        Kpi score = KpiTotalTests.Make(KpiUnit.Score(0m, 5m), KpiAggregation.Mean);
        KpiReading On(int day, decimal value) => KpiReading.OnDay(score, Period.Start.PlusDays(day), value, KpiSource.ThirdParty);
        KpiForecast forecast = KpiForecast.Of(PaceProfile.Linear(Period), new KpiSeries(score, [On(0, 4m), On(10, 4.5m), On(20, 4.9m)]), Period.End);
        (forecast.Value.Value, forecast.High.Value).Should().Be(((KpiValue?)5m, (KpiValue?)5m));
        FluentActions.Invoking(() => KpiForecast.Of(PaceProfile.Linear(Period), new KpiSeries(score, []), Period.End, (KpiConfidence)9)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void One_reading_and_complete_data_are_defined()
    {
        KpiForecast one = KpiForecast.Of(PaceProfile.Linear(Period), new KpiSeries(Sales, [Reading(1, 1, 1, 10, 9_000m)]), Period.End);
        (one.Value.Value, one.Low.Gap).Should().Be((Yuan(53_100m), KpiGap.TooFewReadings));
        KpiForecast all = KpiForecast.Of(PaceProfile.Linear(Period), new KpiSeries(Sales, [Reading(1, 1, 2, 28, 9_000m)]), Period.End);
        (all.Value.Value, all.Low.Value, all.High.Value).Should().Be((Yuan(9_000m), Yuan(9_000m), Yuan(9_000m)));
    }

    [Fact]
    public void Trends_of_both_methods()
    {
        // 10, 20, 30, 400 at days 0, 7, 14, 21: least squares has 1 190 / 245 ... by hand: x = 0, 1, 2, 3 weeks, slope = 118 a week; the median of the pairs' slopes is 70.
        Kpi stock = KpiTotalTests.Make(KpiUnit.Number, KpiAggregation.Latest);
        KpiReading On(int day, decimal value) => KpiReading.OnDay(stock, Period.Start.PlusDays(day), value, KpiSource.OwnSystem);
        var readings = new KpiSeries(stock, [On(0, 10m), On(7, 20m), On(14, 30m), On(21, 400m)]);
        KpiTrend.Of(readings).Over(7).Should().Be(118m);

        // Pairs a week: 10, 10, 130, 10, 190, 370: the two middle ones are 10 and 130.
        KpiTrend.Of(readings, KpiTrendMethod.TheilSen).Over(7).Should().Be(70m);
        KpiTrend constant = KpiTrend.Of(new KpiSeries(stock, [On(0, 5m), On(7, 5m)]));
        (constant.PerDay, constant.Sign, constant.FallsInARow).Should().Be((0m, 0, 0));
        KpiTrend one = KpiTrend.Of(new KpiSeries(stock, [On(0, 5m)]));
        (one.PerDay, one.Gap, one.Sign).Should().Be(((decimal?)null, KpiGap.TooFewReadings, (int?)null));
        new KpiSeries(stock, [On(0, 9m), On(7, 8m), On(14, 8m), On(21, 7m), On(28, 6m)]).FallsInARow().Should().Be(2);
    }

    [Fact]
    public void A_short_month_is_no_fall()
    {
        var months = new KpiSeries(Sales, [Reading(1, 1, 1, 31, 31_000m), Reading(2, 1, 2, 28, 28_000m)]);
        months.FallsInARow().Should().Be(0);
        KpiTrend.Of(months).PerDay.Should().Be(0m);
    }

    internal static KpiValue Yuan(decimal amount) => Money.Of(amount, Currency.CNY);

    private static KpiReading Reading(int fromMonth, int fromDay, int toMonth, int toDay, decimal amount) =>
        KpiReading.Of(Sales, new DateInterval(new LocalDate(2025, fromMonth, fromDay), new LocalDate(2025, toMonth, toDay)), Yuan(amount), KpiSource.OwnSystem);

    private static KeyValuePair<DateInterval, Rate> Part(int fromMonth, int fromDay, int toMonth, int toDay, decimal percent) =>
        new(new DateInterval(new LocalDate(2025, fromMonth, fromDay), new LocalDate(2025, toMonth, toDay)), Rate.Percent(percent));
}
