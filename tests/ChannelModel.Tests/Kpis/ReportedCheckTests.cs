using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using NodaTime;

namespace ChannelModel.Tests.Kpis;

public sealed class ReportedCheckTests
{
    private static readonly DateInterval Week = new(new LocalDate(2025, 1, 6), new LocalDate(2025, 1, 12));

    [Theory]
    [InlineData(240, 12_000, 210, 10_000, ReportedVerdict.Consistent)]
    [InlineData(240, 12_000, 160, 10_000, ReportedVerdict.Doubtful)]
    [InlineData(240, 12_000, 100, 10_000, ReportedVerdict.Contradicted)]
    [InlineData(100, 10_000, 240, 12_000, ReportedVerdict.Contradicted)]
    public void Shares_are_compared_by_the_pooled_test(int reported, int clicks, int measured, int panel, ReportedVerdict verdict)
    {
        double p1 = (double)reported / clicks;
        double p2 = (double)measured / panel;
        double p = (double)(reported + measured) / (clicks + panel);
        double z = (p1 - p2) / Math.Sqrt(p * (1 - p) * ((1d / clicks) + (1d / panel)));

        ReportedCheck check = ReportedCheck.Of(Share(reported, clicks, KpiSource.Reported), Share(measured, panel, KpiSource.ThirdParty), ReportedTolerance.Default);
        check.Test.Should().Be(ReportedTest.TwoProportions);
        ((double)check.Z!.Value).Should().BeApproximately(z, 0.00005);
        check.Verdict.Should().Be(verdict);
        check.SampleSizes.Should().Be(((long)clicks, (long)panel));
        ((double)check.Excess!.Value.ToFraction()).Should().BeApproximately((p1 / p2) - 1d, 1e-9);
    }

    [Theory]
    [InlineData(60, 40, ReportedVerdict.Doubtful)]
    [InlineData(59, 41, ReportedVerdict.Consistent)]
    [InlineData(65, 35, ReportedVerdict.Contradicted)]
    [InlineData(64, 36, ReportedVerdict.Doubtful)]
    public void A_distance_of_exactly_the_limit_is_beyond_it(int reported, int measured, ReportedVerdict verdict) =>
        ReportedCheck.OfCounts(reported, 1_000, measured, 1_000, ReportedTolerance.Default).Verdict.Should().Be(verdict, "60 and 40 are exactly 2 standard errors apart, 65 and 35 exactly 3");

    [Fact]
    public void An_outlier_lies_beyond_the_cutoff_and_not_on_it()
    {
        // The median is 0 and the median distance 1, so that 3.5 x 1.4826 is the cutoff.
        RobustOutliers<string> With(decimal last) => RobustOutliers<string>.Of(
            new Dictionary<string, decimal> { ["a"] = -1m, ["b"] = -1m, ["c"] = 0m, ["d"] = 1m, ["e"] = last });
        With(5.1891m).Outliers.Should().BeEmpty();
        With(5.1892m).Outliers.Should().Equal("e");
    }

    [Theory]
    [InlineData(130, 1_000, 100, 1_000, ReportedVerdict.Consistent)]
    [InlineData(150, 1_000, 100, 1_000, ReportedVerdict.Contradicted)]
    [InlineData(300, 2_000, 110, 1_000, ReportedVerdict.Doubtful)]
    [InlineData(300, 2_000, 150, 1_000, ReportedVerdict.Consistent)]
    public void Counts_are_compared_given_their_sum(int reported, int among, int measured, int amongMeasured, ReportedVerdict verdict)
    {
        double q = (double)among / (among + amongMeasured);
        double sum = reported + measured;
        double z = (reported - (sum * q)) / Math.Sqrt(sum * q * (1 - q));
        ReportedCheck check = ReportedCheck.OfCounts(reported, among, measured, amongMeasured, ReportedTolerance.Default);
        check.Test.Should().Be(ReportedTest.TwoCounts);
        ((double)check.Z!.Value).Should().BeApproximately(z, 0.00005);
        check.Verdict.Should().Be(verdict);
    }

    [Fact]
    public void There_is_no_verdict_without_sample_sizes_or_with_small_ones()
    {
        ReportedCheck unknown = ReportedCheck.OfShares(Rate.Percent(90m), null, Rate.Percent(1m), 1_000, ReportedTolerance.Default);
        (unknown.Verdict, unknown.Gap, unknown.Z, unknown.Test).Should().Be(((ReportedVerdict?)null, KpiGap.NoSampleSize, (decimal?)null, ReportedTest.None));
        unknown.Explain(Language.English).Should().Be("no verdict: no sample size.");
        ReportedCheck small = ReportedCheck.OfShares(Rate.Percent(90m), 10, Rate.Percent(1m), 1_000, ReportedTolerance.Default);
        (small.Verdict, small.Gap, small.Reported).Should().Be(((ReportedVerdict?)null, KpiGap.SampleTooSmall, (Rate?)Rate.Percent(90m)));
        ReportedCheck.OfShares(Rate.Zero, 1_000_000, Rate.Zero, 1_000_000, ReportedTolerance.Default).Gap.Should().Be(KpiGap.SampleTooSmall, "0 of everything shows no spread");
        ReportedCheck.OfCounts(3, 100, 4, 100, ReportedTolerance.Default).Gap.Should().Be(KpiGap.SampleTooSmall);
        Kpi sales = KpiTotalTests.Make(KpiUnit.Money(Currency.CNY), KpiAggregation.Sum);
        KpiReading money = KpiReading.Of(sales, Week, Money.Of(5m, Currency.CNY), KpiSource.Reported).WithSampleSize(1_000);
        ReportedCheck.Of(money, money, ReportedTolerance.Default).Gap.Should().Be(KpiGap.NotCounted);
        FluentActions.Invoking(() => ReportedCheck.OfShares(Rate.Percent(101m), 10, Rate.Zero, 10, ReportedTolerance.Default)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_deviation_can_be_allowed_whatever_the_sample()
    {
        var tolerance = new ReportedTolerance(2m, 3m, Rate.Percent(5m));
        ReportedCheck.OfShares(Rate.Percent(2.1m), 10_000_000, Rate.Percent(2m), 10_000_000, tolerance).Verdict.Should().Be(ReportedVerdict.Consistent, "5 % more is allowed, itself included");
        ReportedCheck.OfShares(Rate.Percent(2.1001m), 10_000_000, Rate.Percent(2m), 10_000_000, tolerance).Verdict.Should().Be(ReportedVerdict.Contradicted);
        FluentActions.Invoking(() => new ReportedTolerance(3m, 2m)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_check_explains_itself_in_both_languages()
    {
        ReportedCheck check = ReportedCheck.Of(Share(240, 12_000, KpiSource.Reported), Share(100, 10_000, KpiSource.ThirdParty), ReportedTolerance.Default);
        check.Explain(Language.English).Should().Be("contradicted: 2.00% reported of 12 000, 1.00% measured of 10 000, 5.9873 standard errors apart.");
        check.Explain(Language.SimplifiedChinese).Should().Be("矛盾：上报2.00%（样本12 000），监测1.00%（样本10 000），相差5.9873个标准误。");
    }

    [Fact]
    public void One_wild_partner_does_not_hide_another()
    {
        // Median 4; distances 3 2 1 0 1 96 56, of which the middle one is 2.
        var outliers = RobustOutliers<string>.Of(Figures(1, 2, 3, 4, 5, 100, 60));
        outliers.Median.Should().Be(4m);
        outliers.Outliers.Should().Equal("5", "6");
        outliers.Scores[5].Value.Should().Be(32.3756m, "(100 - 4) / (1.4826 x 2)");

        // The mean and the standard deviation of the seven would call neither one an outlier at 3: z of 100 is 1.99.
        var same = RobustOutliers<string>.Of(Figures(7, 7, 7, 7, 9));
        (same.Gap, same.Deviation).Should().Be((KpiGap.None, 0.50132m));
        same.Outliers.Should().Equal("4");
        RobustOutliers<string>.Of(Figures(7, 7, 7)).Gap.Should().Be(KpiGap.NoVariation);
        RobustOutliers<string>.Of(Figures(7, 8)).Gap.Should().Be(KpiGap.TooFewReadings);
        RobustOutliers<string>.Of([]).Gap.Should().Be(KpiGap.NoData);
        FluentActions.Invoking(() => RobustOutliers<string>.Of(Figures(decimal.MaxValue))).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static KeyValuePair<string, decimal>[] Figures(params decimal[] values) =>
        [.. values.Select((value, i) => new KeyValuePair<string, decimal>(i.ToString(System.Globalization.CultureInfo.InvariantCulture), value))];

    private static KpiReading Share(int hits, int of, KpiSource source) => KpiReading.OfRatio(KpiTotalTests.Make(KpiUnit.Percent, KpiAggregation.Ratio), Week, hits, of, source);
}
