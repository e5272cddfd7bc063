using System;
using System.Linq;
using ChannelModel.Kpis;
using NodaTime;

namespace ChannelModel.Tests.Kpis;

public sealed class KpiTotalTests
{
    private static readonly LocalDate Day1 = new(2025, 1, 1);

    [Fact]
    public void A_ratio_aggregates_from_its_parts_and_not_as_a_mean_of_ratios()
    {
        // 10 of 100 and 20 of 1 900: the mean of 10 % and 1.05 % would be 5.53 %, but 30 of 2 000 are 1.5 %.
        Kpi conversion = Make(KpiUnit.Percent, KpiAggregation.Ratio);
        KpiTotal total = KpiTotal.Of(conversion, [Ratio(conversion, 0, 10, 100), Ratio(conversion, 7, 20, 1_900)]);

        total.Value.Should().Be((KpiValue)Rate.Percent(1.5m));
        (total.Numerator, total.Denominator, total.Count).Should().Be((30m, 2_000m, 2));
        (total.Span!.Start, total.Span.End).Should().Be((Day1, Day1.PlusDays(13)));
    }

    [Fact]
    public void A_ratio_without_its_parts_cannot_be_aggregated()
    {
        Kpi conversion = Make(KpiUnit.Percent, KpiAggregation.Ratio);
        KpiTotal total = KpiTotal.Of(conversion, [Ratio(conversion, 0, 10, 100), Of(conversion, 7, Rate.Percent(3m))]);

        (total.Value, total.Figure.Gap, total.Numerator).Should().Be(((KpiValue?)null, KpiGap.NoParts, (decimal?)null));
        total.ToString().Should().Be("a ratio without numerator and denominator");
    }

    [Fact]
    public void Money_by_orders_is_a_ratio_too()
    {
        Kpi aov = Make(KpiUnit.Money(Currency.CNY), KpiAggregation.Ratio);
        KpiTotal total = KpiTotal.Of(aov, [Ratio(aov, 0, 90_000m, 200m), Ratio(aov, 7, 1_000m, 300m)]);

        total.Value.Should().Be((KpiValue)Money.Of(182m, Currency.CNY));
        Ratio(aov, 7, 1_000m, 300m).Value.Should().Be((KpiValue)Money.Of(3.333333m, Currency.CNY));
    }

    [Fact]
    public void A_mean_is_weighted_by_samples_that_all_readings_have_or_none()
    {
        Kpi score = Make(KpiUnit.Score(0m, 5m), KpiAggregation.Mean);
        KpiReading small = Of(score, 0, 5m);
        KpiReading large = Of(score, 7, 4m);

        KpiTotal.Of(score, [small.WithSampleSize(10), large.WithSampleSize(990)]).Value.Should().Be((KpiValue)4.01m);
        KpiTotal.Of(score, [small.WithSampleSize(10), large.WithSampleSize(990)]).SampleSize.Should().Be(1_000);
        KpiTotal.Of(score, [small, large]).Value.Should().Be((KpiValue)4.5m);
        KpiTotal.Of(score, [small.WithSampleSize(10), large]).Figure.Gap.Should().Be(KpiGap.MixedSamples);
    }

    [Fact]
    public void The_latest_is_the_reading_that_ends_last_and_two_of_them_are_none()
    {
        Kpi followers = Make(KpiUnit.Count, KpiAggregation.Latest);
        KpiTotal.Of(followers, [Of(followers, 7, 900), Of(followers, 0, 1_000)]).Value.Should().Be((KpiValue)900);
        KpiTotal.Of(followers, [Of(followers, 7, 900), Of(followers, 7, 900)]).Value.Should().Be((KpiValue)900);
        KpiTotal.Of(followers, [Of(followers, 7, 900), Of(followers, 7, 901)]).Figure.Gap.Should().Be(KpiGap.TwoLatest);
    }

    [Fact]
    public void Nothing_is_no_data_and_not_zero()
    {
        foreach (KpiAggregation aggregation in (KpiAggregation[])Enum.GetValues(typeof(KpiAggregation)))
        {
            KpiTotal none = KpiTotal.Of(Make(KpiUnit.Number, aggregation), []);
            (none.Value, none.Figure.Gap, none.SampleSize, none.Span).Should().Be(((KpiValue?)null, KpiGap.NoData, (long?)null, (DateInterval?)null));
        }
    }

    [Fact]
    public void Extremes_are_out_of_range_and_never_overflow()
    {
        Kpi number = Make(KpiUnit.Number, KpiAggregation.Sum);
        Kpi money = Make(KpiUnit.Money(Currency.CNY), KpiAggregation.Sum);
        Kpi ratio = Make(KpiUnit.Percent, KpiAggregation.Ratio);
        KpiTotal.Of(number, [Of(number, 0, decimal.MaxValue), Of(number, 7, decimal.MaxValue)]).Figure.Gap.Should().Be(KpiGap.OutOfRange);
        KpiTotal.Of(number, [Of(number, 0, decimal.MaxValue), Of(number, 7, decimal.MinValue)]).Value.Should().Be((KpiValue)0);
        KpiTotal.Of(money, [Of(money, 0, Money.Of(Money.MaxAmount, Currency.CNY)), Of(money, 7, Money.Of(0.000001m, Currency.CNY))]).Figure.Gap.Should().Be(KpiGap.OutOfRange);
        KpiTotal.Of(number, [Of(number, 0, 79_228_162_514_264_337_593_543_950_335m), Of(number, 7, 0.1m)]).Figure.Gap.Should().Be(KpiGap.OutOfRange, "a rounded sum would be no sum");
        FluentActions.Invoking(() => Ratio(ratio, 0, decimal.MaxValue, 0.01m)).Should().Throw<ArgumentException>().WithMessage("*outside what KPI 'kpi' in percent holds*");
    }

    [Fact]
    public void A_reading_is_checked()
    {
        Kpi conversion = Make(KpiUnit.Percent, KpiAggregation.Ratio);
        Kpi sales = Make(KpiUnit.Money(Currency.CNY), KpiAggregation.Sum);
        FluentActions.Invoking(() => Of(sales, 0, 5)).Should().Throw<ArgumentException>().WithMessage("*CNY*5*");
        FluentActions.Invoking(() => Ratio(conversion, 0, 1, 0)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*denominator above 0*");
        FluentActions.Invoking(() => Ratio(sales, 0, 1, 1)).Should().Throw<ArgumentException>().WithMessage("*Sum*");
        FluentActions.Invoking(() => Of(conversion, 0, Rate.One).WithSampleSize(0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_series_sorts_and_refuses_days_twice()
    {
        Kpi number = Make(KpiUnit.Number, KpiAggregation.Sum);
        var series = new KpiSeries(number, [Of(number, 7, 2m), Of(number, 0, 1m)]);
        series.Select(reading => reading.Value.Amount).Should().Equal(1m, 2m);
        series.Latest!.Value.Should().Be((KpiValue)2m);
        series.Within(new DateInterval(Day1.PlusDays(1), Day1.PlusDays(13))).Should().ContainSingle();
        series.Through(Day1.PlusDays(12)).Should().ContainSingle();
        FluentActions.Invoking(() => new KpiSeries(number, [Of(number, 0, 1m), Of(number, 6, 1m)])).Should().Throw<ArgumentException>().WithMessage("*share a day*");
        FluentActions.Invoking(() => new KpiSeries(number, [Of(number, 0, 1m), Of(number, 7, 1m).For(new("a"))])).Should().Throw<ArgumentException>().WithMessage("*subject*");
    }

    [Fact]
    public void Older_readings_decay()
    {
        Kpi score = Make(KpiUnit.Number, KpiAggregation.Mean);
        Kpi conversion = Make(KpiUnit.Percent, KpiAggregation.Ratio);
        var scores = new KpiSeries(score, [Of(score, 0, 1m), Of(score, 7, 2m), Of(score, 14, 4m)]);

        // (1 x 0.25 + 2 x 0.5 + 4) / 1.75 = 3
        scores.Decayed(Rate.Percent(50m)).Value.Should().Be((KpiValue)3m);
        scores.Decayed(Rate.One).Value.Should().Be(scores.Total().Value);

        // (10 x 0.5 + 20) / (100 x 0.5 + 1 950) = 1.25 %
        new KpiSeries(conversion, [Ratio(conversion, 0, 10, 100), Ratio(conversion, 7, 20, 1_950)]).Decayed(Rate.Percent(50m)).Value.Should().Be((KpiValue)Rate.Percent(1.25m));
        new KpiSeries(score, []).Decayed(Rate.One).Gap.Should().Be(KpiGap.NoData);
        FluentActions.Invoking(() => scores.Decayed(Rate.Zero)).Should().Throw<ArgumentOutOfRangeException>();
    }

    internal static Kpi Make(KpiUnit unit, KpiAggregation aggregation, KpiDirection direction = KpiDirection.Higher) =>
        new(new Id<Kpi>("kpi"), new LocalText("KPI", "指标"), unit, direction, aggregation);

    private static KpiReading Of(Kpi kpi, int day, KpiValue value) => KpiReading.Of(kpi, Week(day), value, KpiSource.OwnSystem);

    private static KpiReading Ratio(Kpi kpi, int day, decimal numerator, decimal denominator) => KpiReading.OfRatio(kpi, Week(day), numerator, denominator, KpiSource.OwnSystem);

    private static DateInterval Week(int day) => new(Day1.PlusDays(day), Day1.PlusDays(day + 6));
}
