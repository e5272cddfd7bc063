using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Tests;
using CsCheck;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Reading plans: good ones whole, bad ones with every error at its place.</summary>
public sealed class GrowthPlanJsonTests
{
    private static readonly string Reference = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plans", "growth-plan-2025.json"));

    [Fact]
    public void The_reference_plan_is_read_whole()
    {
        GrowthPlan plan = Read(Reference).Value;
        plan.Currency.Should().Be(Currency.CNY);
        plan.Name.In(Language.SimplifiedChinese).Should().Be("2025年增长计划");
        plan.Initiatives.Should().HaveCount(9);
        plan.Budgets.Should().HaveCount(3);
        plan.Budgets[0].Lines.Select(line => line.Amount.Amount).Should().Equal(2_000_000m, 800_000m, 200_000m);
        plan.Claims.Should().HaveCount(11);
        plan.Headcounts.Should().HaveCount(3);
        plan.Synergies.Should().HaveCount(5);
        plan.Initiatives[3].Funnel!.Reach!.Sites.Should().Be(500);
        plan.Initiatives[3].CostShare![CostBearer.Brand].Should().Be(Rate.Percent(80));
        plan.Sales!.TargetMix![ChannelCategory.Emerging].Should().Be(Rate.Percent(5));
    }

    [Theory]
    [InlineData("\"growth\": \"20%\",", "\"growth\": \"20%\", \"grwoth\": \"20%\",", "9:22 $.sales.grwoth: the member 'grwoth' is not known here, expected one of per, target, growth, baseline, actual, statedAttainment, targetMix, actualMix")]
    [InlineData("\"actual\": 138000000", "\"actual\": 138000000, \"actual\": 1", "11:26 $.sales.actual: the member 'actual' is there twice, expected each member once")]
    [InlineData("144000000", "\"many\"", "10:15 $.sales.target: the text \"many\" was found, expected an amount above 0, up to 79228162514264337593543.950335, with at most 6 decimals")]
    [InlineData("144000000", "1000000000000000000000000000000", "10:15 $.sales.target: 1000000000000000000000000000000 is too large or has more digits than can be kept exactly, expected an amount above 0, up to 79228162514264337593543.950335, with at most 6 decimals")]
    [InlineData("144000000", "1e23", "10:15 $.sales.target: 1e23 is outside the range, expected an amount above 0, up to 79228162514264337593543.950335, with at most 6 decimals")]
    [InlineData("144000000", "0.0000001", "10:15 $.sales.target: 0.0000001 has more than 6 decimals, expected an amount above 0, up to 79228162514264337593543.950335, with at most 6 decimals")]
    [InlineData("144000000", "-5", "10:15 $.sales.target: -5 is outside the range, expected an amount above 0, up to 79228162514264337593543.950335, with at most 6 decimals")]
    [InlineData("144000000", "null", "10:15 $.sales.target: null was found, expected a value, or no such member")]
    [InlineData("\"20%\",\n    \"target\"", "0.2,\n    \"target\"", "9:15 $.sales.growth: the number 0.2 was found, expected a percentage in double quotes, such as \"5%\"")]
    [InlineData("\"20%\",\n    \"target\"", "\"20\",\n    \"target\"", "9:15 $.sales.growth: '20' is not a percentage, expected a percentage in double quotes, such as \"5%\" (at most 8 decimals)")]
    [InlineData("\"online\": \"50%\"", "\"online\": \"150%\"", "13:30 $.sales.targetMix.online: 150% is outside the range, expected a percentage from 0% to 100% in double quotes, such as \"5%\"")]
    [InlineData("\"online\": \"50%\"", "\"online\": \"49.99%\"", "13:18 $.sales.targetMix: the shares add up to 99.99%, 0.01% too little, expected exactly 100%")]
    [InlineData("\"online\": \"50%\"", "\"On line\": \"50%\"", "13:31 $.sales.targetMix['On line']: 'On line' is no name for a share, expected a category code such as 'online'")]
    [InlineData("\"CNY\"", "\"BGN\"", "5:15 $.currency: 'BGN' is not an active currency code, expected a code of ISO 4217 (list of 2026-01-01) such as \"CNY\"")]
    [InlineData("2025-02-28", "2024-02-28", "6:45 $.period.end: the end 2024-02-28 is before the start 2025-01-01, expected an end on or after the start")]
    [InlineData("2025-02-28", "2025-02-29", "6:45 $.period.end: '2025-02-29' is not a date, expected a date of the calendar such as \"2025-01-31\"")]
    [InlineData("\"schemaVersion\": 1,", "\"schemaVersion\": 2,", "2:20 $.schemaVersion: version 2 is newer than this reader, expected 1")]
    [InlineData("\"id\": \"growth-plan-2025\",", "", "1:1 $: 'id' is missing, expected a member 'id'")]
    [InlineData("\"id\": \"growth-plan-2025\",", "\"id\": \" x\",", "3:9 $.id: ' x' is not an id, expected 1 to 100 characters without control characters and without white space at either end")]
    [InlineData("\"id\": \"gyms\"", "\"id\": \"bookstores\"", "198:13 $.initiatives[5].id: the id 'bookstores' is there twice, first at $.initiatives[4].id, expected an id of its own")]
    [InlineData("\"roi\": { \"value\": 1.18 }", "\"roi\": { \"value\": 1.18, \"definition\": \"roi\" }", "235:45 $.initiatives[8].roi.definition: 'roi' is no definition of a return, expected one of roas, gross-profit-on-cost, net-return-on-cost, payback, cost-per-order, cost-per-click, cost-per-new-customer")]
    [InlineData("\"orders\": 50000,", "\"orders\": 50000, \"conversion\": \"1%\",", "211:19 $.initiatives[6].funnel.orders: orders are stated beside a reach and conversion that give them, expected either 'orders', or 'reach' and 'conversion'")]
    [InlineData("\"kind\": \"best\"", "\"kind\": \"bestest\"", "284:15 $.claims[4].kind: 'bestest' is not known here, expected one of sum, comparison, best, roi, roi-uplift")]
    public void A_bad_value_is_named_at_its_place(string good, string bad, string error)
    {
        int at = Reference.IndexOf(good, StringComparison.Ordinal);
        at.Should().BePositive();
        string text = Reference[..at] + bad + Reference[(at + good.Length)..];
        JsonReadResult<GrowthPlan> result = Read(text);
        result.Succeeded.Should().BeFalse();
        result.Errors.Select(entry => entry.ToString()).Should().Contain(error);
        ((Action)(() => _ = result.Value)).Should().Throw<InvalidOperationException>().WithMessage("The input has errors:*");
    }

    [Fact]
    public void All_errors_come_at_once_in_the_order_of_the_file()
    {
        string text = Reference
            .Replace("\"CNY\"", "\"cny\"", StringComparison.Ordinal)
            .Replace("144000000", "-1", StringComparison.Ordinal)
            .Replace("\"kind\": \"best\"", "\"kind\": 7", StringComparison.Ordinal)
            .Replace("\"total\": 78", "\"total\": 78.5", StringComparison.Ordinal);
        Read(text).Errors.Select(error => error.Path).Should().Equal("$.currency", "$.sales.target", "$.counts[0].total", "$.claims[4].kind");
    }

    [Fact]
    public void No_change_of_one_character_throws_and_errors_are_in_order()
    {
        byte[] good = Encoding.UTF8.GetBytes(Reference);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Sample(
            entry =>
            {
                byte[] bytes = (byte[])good.Clone();
                bytes[entry.Item1] = entry.Item2;
                JsonReadResult<GrowthPlan> result = GrowthPlanJson.Read(bytes);
                result.Succeeded.Should().Be(result.Errors.Count == 0);
                result.Errors.Select(error => (error.Line * 100_000) + error.Column).Should().BeInAscendingOrder();
                if (result.Succeeded)
                {
                    PlanReview.Of(result.Value).Plan.Should().BeSameAs(result.Value);
                }
            },
            iter: Laws.Iterations / 2);
    }

    [Fact]
    public void Many_errors_on_one_long_line_take_linear_time()
    {
        string text = "{\"kpis\": [" + string.Join(",", Enumerable.Repeat("\"渠\"", 100_000)) + "]}";
        var errors = Read(text).Errors;
        errors.Should().HaveCount(100_000 + 5);
        errors[^1].Column.Should().Be(text.Length - 4, "the last element ends two characters before the end");
        errors[^1].ToString().Should().StartWith(string.Create(CultureInfo.InvariantCulture, $"1:{text.Length - 4} $.kpis[99999]: "));
    }

    private static JsonReadResult<GrowthPlan> Read(string text) => GrowthPlanJson.Read(Encoding.UTF8.GetBytes(text));
}
