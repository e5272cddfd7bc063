using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson;

namespace ChannelModel.Tool.Tests;

/// <summary>
/// The reference plan, read from its file: every figure that was worked out by hand, with the same rounding, and every contradiction with rule, place, left, right and difference.
/// </summary>
public sealed class ReferencePlanTests
{
    private static readonly Rounding Cent = Rounding.HalfAwayFromZero;
    private static readonly PlanReview Review = PlanReview.Of(GrowthPlanJson.Read(File.ReadAllBytes(Path.Combine(ToolRun.Root, "docs", "plans", "growth-plan-2025.json"))).Value);

    [Fact]
    public void Sales_are_95_83_percent_of_target_and_grew_by_15_percent()
    {
        SalesReview sales = Review.Sales!;
        sales.Sales.Baseline.Should().Be(Yuan(120_000_000));
        sales.Attainment!.Value.ToString("2", null).Should().Be("95.83%");
        sales.Growth.Should().Be(Rate.Percent(15));
        sales.PlannedGrowth.Should().Be(Rate.Percent(20));
        sales.Variance.Should().Be(Yuan(-6_000_000));
    }

    [Theory]
    [InlineData("online", 67_620_000, 72_000_000, "93.92%", -3_000_000, -1_380_000)]
    [InlineData("offline", 63_480_000, 64_800_000, "97.96%", -2_700_000, 1_380_000)]
    [InlineData("emerging", 6_900_000, 7_200_000, "95.83%", -300_000, 0)]
    public void Categories_split_their_variance_into_volume_and_mix(string category, int actual, int target, string attainment, int volume, int mix)
    {
        CategoryReview row = Review.Sales!.Categories.Single(entry => entry.Category.Code == category);
        row.Actual.Should().Be(Yuan(actual));
        row.Target.Should().Be(Yuan(target));
        row.Attainment!.Value.ToString("2", null).Should().Be(attainment);
        row.Volume.Should().Be(Yuan(volume));
        row.Mix.Should().Be(Yuan(mix));
    }

    [Fact]
    public void Categories_add_up_to_138_million_to_the_cent() =>
        Money.Sum(Review.Sales!.Categories.Select(row => row.Actual), Currency.CNY).ToString("N", null).Should().Be("138 000 000.00 CNY");

    [Fact]
    public void Initiatives_bring_what_was_worked_out_by_hand()
    {
        InitiativeReview live = Of("live-commerce");
        live.Orders.Should().Be(40_000m);
        live.Revenue.Should().Be(Yuan(20_000_000));
        Return(live, RoiDefinition.Roas).Should().Be(40m);

        InitiativeReview group = Of("group-buying");
        group.After!.UnitCost(Cent).Should().Be(Yuan(229.50m));
        group.Before!.UnitCost(Cent).Should().Be(Yuan(241.58m));
        group.Before.Margin.ToString("2", null).Should().Be("19.47%");
        (group.After.Margin - group.Before.Margin).ToString("2", null).Should().Be("-4.47%");

        Of("concessions").Orders.Should().Be(4_500m);

        InitiativeReview douyin = Of("douyin-shop");
        douyin.Revenue.Should().Be(Yuan(1_900_000));
        Return(douyin, RoiDefinition.Roas).Should().Be(2.375m);
        douyin.ImpliedGrossMargin!.Value.ToString("2", null).Should().Be("52.63%");

        InitiativeReview notes = Of("xiaohongshu-notes");
        notes.Orders.Should().Be(960m);
        Math.Round(Return(notes, RoiDefinition.CostPerOrder), 2).Should().Be(52.08m);
        Return(notes, RoiDefinition.CostPerClick).Should().Be(0.4167m);

        Of("meituan-pop-up").StatedReturn.Should().Be(Yuan(708_000));
    }

    [Fact]
    public void Seventy_eight_stores_are_31_and_47()
    {
        CountReview stores = Review.Counts.Single();
        stores.Quotas.Select(part => part.Value).Should().Equal(31.2m, 46.8m);
        stores.Whole.Select(part => part.Value).Should().Equal(31L, 47L);
    }

    [Theory]
    [InlineData("sum", "$.claims[0].total", "24 000 000 CNY", "25 000 000 CNY", "-1 000 000 CNY")]
    [InlineData("budget-restated", "$.budgets[0].lines[2].amount", "200 000 CNY", "1 000 000 CNY", "-800 000 CNY")]
    [InlineData("budget-restated", "$.budgets[0].lines[0].amount", "2 000 000 CNY", "1 000 000 CNY", "1 000 000 CNY")]
    [InlineData("line-claimed-twice", "$.budgets[1].lines[0].amount", "1 200 000 CNY", "600 000 CNY", "600 000 CNY")]
    [InlineData("line-claimed-twice", "$.budgets[1].lines[1].amount", "500 000 CNY", "250 000 CNY", "250 000 CNY")]
    [InlineData("line-claimed-twice", "$.budgets[1].lines[2].amount", "300 000 CNY", "150 000 CNY", "150 000 CNY")]
    [InlineData("fees-over-budget", "$.budgets[0].lines[1].amount", "1 400 000 CNY", "800 000 CNY", "600 000 CNY")]
    [InlineData("fees-over-budget", "$.budgets[0].lines[2].amount", "1 450 000 CNY", "200 000 CNY", "1 250 000 CNY")]
    [InlineData("fees-over-budget", "$.budgets[1].amount", "1 450 000 CNY", "1 000 000 CNY", "450 000 CNY")]
    [InlineData("fees-over-budget", "$.budgets[0].amount", "4 150 000 CNY", "3 000 000 CNY", "1 150 000 CNY")]
    [InlineData("fees-over-budget", "$.budgets[2].amount", "1 300 000 CNY", "1 000 000 CNY", "300 000 CNY")]
    [InlineData("fees-over-line", "$.initiatives[6].fees", "800 000 CNY", "600 000 CNY", "200 000 CNY")]
    [InlineData("fees-over-line", "$.initiatives[8].fees", "600 000 CNY", "150 000 CNY", "450 000 CNY")]
    [InlineData("comparison", "$.claims[2].left", "1.2%", "0.6%", "0.6 points")]
    [InlineData("headcount-restated", "$.headcount[0].roles", "7", "6", "1")]
    [InlineData("target-period", "$.sales.per", "90 days", "59 days", "31 days")]
    [InlineData("best", "$.claims[4].figures[0]", "38 CNY", "600 CNY", "-562 CNY")]
    [InlineData("best", "$.claims[4].figures[1]", "18%", "30%", "-12 points")]
    [InlineData("kpi-restated", "$.kpis[5].target", "75%", "82%", "-7 points")]
    [InlineData("margin", "$.initiatives[1].priceMove.claim", "15%", "19.47%", "-4.47 points")]
    [InlineData("unit-missing", "$.initiatives[2].salesDensity", "20 000 CNY", "unit not stated", null)]
    [InlineData("implied-order-value", "$.initiatives[3].expectedSales", "45.20 CNY", "450 CNY", "-404.80 CNY")]
    [InlineData("roi-undefined", "$.initiatives[3].roi", "1.25", "no definition", null)]
    [InlineData("roi-undefined", "$.initiatives[6].roi", "1.25", "no definition", null)]
    [InlineData("roi-undefined", "$.initiatives[8].roi", "1.18", "no definition", null)]
    [InlineData("roi-undefined", "$.claims[5]", "1.3", "no definition", null)]
    [InlineData("roi-undefined", "$.claims[6]", "1.4", "no definition", null)]
    [InlineData("count-not-whole", "$.counts[0].mix", "31.2", "31", "0.2")]
    [InlineData("trial-conversion", "$.initiatives[0].funnel.conversion", "2%", "1.5%", "0.5 points")]
    [InlineData("baseline-of-part", "$.kpis[1].baseline", "8%", "18%", "-10 points")]
    public void A_contradiction_is_listed_with_its_row(string rule, string place, string left, string right, string? difference)
    {
        AuditLine line = Review.Audit.Findings.Should().ContainSingle(entry => entry.Rule.Id == rule && entry.Places[0] == place).Which;
        line.Left.Figure.ToText(Language.English).Should().Be(left);
        line.Right.Figure.ToText(Language.English).Should().Be(right);
        (line.Difference?.ToText(Language.English)).Should().Be(difference);
        line.Sentence.In(Language.English).Should().NotBeEmpty();
        line.Sentence.ZhHans.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("sum", "$.budgets[0].amount", "2 000 000 + 800 000 + 200 000 = 3 000 000 CNY")]
    [InlineData("sum", "$.claims[1].total", "5 + 12 + 6 = 23")]
    [InlineData("fees-over-budget", "$.budgets[0].lines[0].amount", "1 000 000 + 300 000 = 1 300 000 CNY")]
    [InlineData("attainment", "$.sales.statedAttainment", "138 000 000 / 144 000 000 = 95.83%")]
    [InlineData("comparison", "$.claims[3].left", "82% > 75%")]
    [InlineData("price", "$.initiatives[1].priceMove.newPrice", "300 x (1 - 10%) = 270 CNY")]
    public void Nothing_is_raised_where_the_plan_is_right(string rule, string place, string arithmetic)
    {
        Review.Audit.Findings.Should().NotContain(line => line.Rule.Id == rule && line.Places[0] == place);
        Review.Audit.Confirmed.Should().ContainSingle(line => line.Rule.Id == rule && line.Places[0] == place).Which.Arithmetic.Should().Be(arithmetic);
    }

    [Fact]
    public void Every_finding_of_the_plan_is_accounted_for()
    {
        // A rule that begins to raise more, or less, on the reference plan is a change that somebody must look at.
        IEnumerable<(string Key, int)> counts = Review.Audit.Findings.GroupBy(line => line.Rule.Id).Select(group => (group.Key, group.Count()));
        counts.Should().BeEquivalentTo(
        [
            ("fees-over-budget", 5), ("sum", 1), ("budget-restated", 2), ("line-claimed-twice", 3), ("fees-over-line", 2), ("best", 2), ("comparison", 1),
            ("headcount-restated", 1), ("target-period", 1), ("kpi-restated", 1), ("margin", 1), ("implied-order-value", 1), ("roi-undefined", 9), ("unit-missing", 4),
            ("trial-conversion", 1), ("baseline-of-part", 1), ("count-not-whole", 1),
        ]);
    }

    private static InitiativeReview Of(string id) => Review.Initiatives.Single(entry => entry.Initiative.Channel.Id.Value == id);

    private static decimal Return(InitiativeReview review, RoiDefinition definition) => review.Returns.Single(entry => entry.Key == definition).Value;

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);
}
