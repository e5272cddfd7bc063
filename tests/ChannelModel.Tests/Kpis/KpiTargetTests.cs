using System;
using ChannelModel.Kpis;

namespace ChannelModel.Tests.Kpis;

public sealed class KpiTargetTests
{
    [Fact]
    public void The_growth_plan_s_conversion_is_half_way_from_its_baseline()
    {
        var target = new KpiTarget(Make(KpiUnit.Percent, KpiDirection.Higher, KpiAggregation.Ratio), Rate.Percent(12m), Rate.Percent(8m));

        KpiAssessment half = target.Assess(Rate.Percent(10m));

        half.Progress.Should().Be(Rate.Percent(50m));
        half.Attainment.Should().Be(Rate.OfTenBillionths(8_333_333_333));
        half.IsMet.Should().BeFalse();
        half.Explain(Language.English).Should().Be("KPI: 10% against a target of 12%, attainment 83.33%, progress 50.00%.");
        half.Explain(Language.SimplifiedChinese).Should().Be("指标：10%，目标 12%，达成率 83.33%，进度 50.00%。");
        target.Progress(Rate.Percent(6m)).Should().Be(Rate.Percent(-50m), "moving away is negative");
    }

    [Fact]
    public void The_growth_plan_s_sales_reach_95_83_percent()
    {
        var sales = new KpiTarget(
            Make(KpiUnit.Money(Currency.CNY), KpiDirection.Higher, KpiAggregation.Sum),
            Money.Of(144_000_000m, Currency.CNY),
            Money.Of(120_000_000m, Currency.CNY));

        KpiAssessment result = sales.Assess(Money.Of(138_000_000m, Currency.CNY));

        result.Attainment!.Value.ToString("2", null).Should().Be("95.83%");
        result.Progress.Should().Be(Rate.Percent(75m));
    }

    [Fact]
    public void No_data_is_not_zero()
    {
        var target = new KpiTarget(Make(KpiUnit.Count, KpiDirection.Lower, KpiAggregation.Sum), 5, 9);

        KpiAssessment none = target.Assess(null);
        KpiAssessment zero = target.Assess(0);

        (none.Value, none.Attainment, none.Progress, none.IsMet).Should().Be(((KpiValue?)null, (Rate?)null, (Rate?)null, (bool?)null));
        (none.AttainmentGap, none.ProgressGap).Should().Be((KpiGap.NoData, KpiGap.NoData));
        none.Explain(Language.English).Should().Be("KPI: no data.");
        (zero.IsMet, zero.AttainmentGap, zero.Progress).Should().Be((true, KpiGap.NotPositive, Rate.Percent(225m)));
    }

    [Theory]
    [InlineData(KpiDirection.Higher, 80, 100, 80, false)]
    [InlineData(KpiDirection.Higher, 120, 100, 120, true)]
    [InlineData(KpiDirection.Lower, 125, 100, 80, false)]
    [InlineData(KpiDirection.Lower, 80, 100, 125, true)]
    [InlineData(KpiDirection.OnTarget, 90, 100, 90, false)]
    [InlineData(KpiDirection.OnTarget, 110, 100, 90, false)]
    [InlineData(KpiDirection.OnTarget, 300, 100, 0, false)]
    [InlineData(KpiDirection.OnTarget, 100, 100, 100, true)]
    public void Attainment_follows_the_direction(KpiDirection direction, int value, int target, int percent, bool met)
    {
        KpiAssessment result = new KpiTarget(Make(KpiUnit.Number, direction, KpiAggregation.Latest), target).Assess(value);

        result.Attainment.Should().Be(Rate.Percent(percent));
        result.IsMet.Should().Be(met);
        result.ProgressGap.Should().Be(KpiGap.NoBaseline);
    }

    [Theory]
    [InlineData(24, 80, false)]
    [InlineData(30, 100, true)]
    [InlineData(45, 100, true)]
    [InlineData(60, 100, true)]
    [InlineData(75, 80, false)]
    public void A_range_includes_both_bounds(int days, int percent, bool met)
    {
        var stock = KpiTarget.InRange(Make(KpiUnit.Number, KpiDirection.InRange, KpiAggregation.Latest), 30, 60, 100);

        stock.Attainment(days).Should().Be(Rate.Percent(percent));
        stock.Assess(days).IsMet.Should().Be(met);
        stock.Progress(80).Should().Be(Rate.Percent(50m), "from 100 down to the upper bound 60");
    }

    [Fact]
    public void A_quotient_without_meaning_names_its_reason()
    {
        Kpi profit = Make(KpiUnit.Number, KpiDirection.Higher, KpiAggregation.Latest);

        new KpiTarget(profit, -10).Assess(5).AttainmentGap.Should().Be(KpiGap.NotPositive);
        new KpiTarget(profit, 10, 10).Assess(5).ProgressGap.Should().Be(KpiGap.NoWayToGo);
        new KpiTarget(profit, 0.000001m).Assess(1_000_000_000m).AttainmentGap.Should().Be(KpiGap.OutOfRange);
        new KpiTarget(profit, decimal.MaxValue, decimal.MinValue).Assess(decimal.MaxValue).Progress.Should().Be(Rate.One, "nothing overflows on the way");
    }

    [Fact]
    public void A_value_of_another_unit_is_the_caller_s_mistake()
    {
        var satisfaction = new KpiTarget(Make(KpiUnit.Score(0m, 5m), KpiDirection.Higher, KpiAggregation.Mean), 4.5m, 4.2m);
        Kpi range = Make(KpiUnit.Number, KpiDirection.InRange, KpiAggregation.Latest);

        satisfaction.Progress(4.3m)!.Value.ToString("2", null).Should().Be("33.33%");
        FluentActions.Invoking(() => satisfaction.Assess(5.1m)).Should().Throw<ArgumentException>().WithMessage("*score 0 to 5*5.1*");
        FluentActions.Invoking(() => satisfaction.Assess(Rate.Percent(4m))).Should().Throw<ArgumentException>().WithMessage("*score 0 to 5*4%*");
        FluentActions.Invoking(() => new KpiTarget(range, 3)).Should().Throw<ArgumentException>().WithMessage("*InRange*");
        FluentActions.Invoking(() => KpiTarget.InRange(range, 4, 3)).Should().Throw<ArgumentException>().WithMessage("*from 4 down to 3*");
    }

    private static Kpi Make(KpiUnit unit, KpiDirection direction, KpiAggregation aggregation) =>
        new(new Id<Kpi>("kpi"), new LocalText("KPI", "指标"), unit, direction, aggregation);
}
