using System;
using System.Linq;
using ChannelModel.Kpis;

namespace ChannelModel.Tests.Kpis;

public sealed class KpiBandsTests
{
    private static readonly KpiBand[] Above = [new(Rate.Percent(80m), KpiStatus.AtRisk), new(Rate.Percent(95m), KpiStatus.OnTrack)];

    [Theory]
    [InlineData(Edge.LowerIncluded, 79.99, "off-track")]
    [InlineData(Edge.LowerIncluded, 80, "at-risk")]
    [InlineData(Edge.LowerIncluded, 94.99, "at-risk")]
    [InlineData(Edge.LowerIncluded, 95, "on-track")]
    [InlineData(Edge.UpperIncluded, 80, "off-track")]
    [InlineData(Edge.UpperIncluded, 95, "at-risk")]
    [InlineData(Edge.UpperIncluded, 95.01, "on-track")]
    [InlineData(Edge.LowerIncluded, -1_000, "off-track")]
    [InlineData(Edge.LowerIncluded, 1_000, "on-track")]
    public void The_side_of_an_edge_is_named(Edge edge, double percent, string status) =>
        new KpiBands(KpiMeasure.Attainment, KpiStatus.OffTrack, Above, edge).StatusOf(Rate.Percent((decimal)percent)).Code.Should().Be(status);

    [Fact]
    public void A_status_changes_only_beyond_the_margin()
    {
        var bands = new KpiBands(KpiMeasure.Pace, KpiStatus.OffTrack, Above, margin: Rate.Percent(2m));
        KpiValue?[] pace = [.. new decimal?[] { 96, 94, 93, 92.99m, 96, 97, null, 94, 77, 79, 82 }.Select(value => value is decimal percent ? (KpiValue?)Rate.Percent(percent) : null)];
        bands.Track(pace).Select(status => status?.Code).Should().Equal(
            "on-track", "on-track", "on-track", "at-risk", "at-risk", "on-track", null, "on-track", "off-track", "off-track", "at-risk");
    }

    [Fact]
    public void Own_names_and_values_have_bands_too()
    {
        KpiStatus thin = KpiStatus.Of("thin", new LocalText("thin", "偏低"));
        var bands = new KpiBands(KpiMeasure.Value, thin, [new(30, KpiStatus.OnTrack), new(60, KpiStatus.Of("idle"))]);
        bands.StatusOf(29.99m).Name.In(Language.SimplifiedChinese).Should().Be("偏低");
        bands.StatusOf(60).Code.Should().Be("idle");
        FluentActions.Invoking(() => bands.StatusOf(Rate.One)).Should().Throw<ArgumentException>().WithMessage("*another unit*");
        FluentActions.Invoking(() => bands.StatusAfter(KpiStatus.AtRisk, 3)).Should().Throw<ArgumentException>().WithMessage("*'at-risk' is not a status of these bands; expected one of thin, on-track, idle*");
    }

    [Fact]
    public void Bands_that_do_not_fit_are_refused()
    {
        FluentActions.Invoking(() => new KpiBands(KpiMeasure.Pace, KpiStatus.OffTrack, [])).Should().Throw<ArgumentException>().WithMessage("*no band above*");
        FluentActions.Invoking(() => new KpiBands(KpiMeasure.Pace, KpiStatus.OffTrack, Enumerable.Reverse(Above))).Should().Throw<ArgumentException>().WithMessage("*80% follows 95%*");
        FluentActions.Invoking(() => new KpiBands(KpiMeasure.Pace, KpiStatus.OnTrack, Above)).Should().Throw<ArgumentException>().WithMessage("*twice*");
        FluentActions.Invoking(() => new KpiBands(KpiMeasure.Pace, KpiStatus.OffTrack, [new(80, KpiStatus.OnTrack)])).Should().Throw<ArgumentException>().WithMessage("*not in percent*");
        FluentActions.Invoking(() => new KpiBands(KpiMeasure.Pace, KpiStatus.OffTrack, Above, margin: Rate.Percent(-1m))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new KpiBands(KpiMeasure.Pace, KpiStatus.OffTrack, Above, margin: 2)).Should().Throw<ArgumentException>().WithMessage("*another unit*");
    }
}
