using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ChannelModel.Fuzz;
using ChannelModel.Planning;
using ChannelModel.Tests;
using CsCheck;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>What is written is read back as the same plan, member for member.</summary>
public sealed class GrowthPlanJsonLaws
{
    [Fact]
    public void A_plan_reads_back_member_for_member() =>
        Gen.Int[0, 10_000_000].Sample(
            seed =>
            {
                GrowthPlan plan = RandomGrowthPlans.Plan(seed);
                string json = GrowthPlanJson.Write(plan);
                JsonReadResult<GrowthPlan> read = GrowthPlanJson.Read(Encoding.UTF8.GetBytes(json));
                read.Errors.Should().BeEmpty(json);
                Same.Differences(plan, read.Value).Should().BeEmpty(json);
                GrowthPlanJson.Write(read.Value).Should().Be(json);
            },
            iter: Laws.Iterations);

    [Fact]
    public void A_plan_that_is_written_fits_the_schema()
    {
        using var schema = JsonDocument.Parse(GrowthPlanJson.Schema());
        Gen.Int[0, 10_000_000].Sample(
            seed =>
            {
                using var plan = JsonDocument.Parse(GrowthPlanJson.Write(RandomGrowthPlans.Plan(seed)));
                SchemaCheck.Problems(schema.RootElement, plan.RootElement).Should().BeEmpty(plan.RootElement.GetRawText());
            },
            iter: Laws.Iterations / 4);
    }

    [Fact]
    public void The_comparison_of_members_sees_every_kind_of_change()
    {
        string text = GrowthPlanJson.Write(GrowthPlanJson.Read(File.ReadAllBytes(Path.Combine(RuleFile.Root, "docs", "plans", "growth-plan-2025.json"))).Value);
        GrowthPlan plan = GrowthPlanJson.Read(Encoding.UTF8.GetBytes(text)).Value;
        var seen = new List<string>();
        foreach ((string good, string changed) in new[]
        {
            ("\"2025-02-28\"", "\"2025-02-27\""), ("\"growth\": \"20%\"", "\"growth\": \"20.1%\""), ("144000000", "144000000.01"), ("\"higher\"", "\"lower\""), ("\"viewers\"", "\"clicks\""),
            ("\"kind\": \"best\",\n      \"name\": {\n        \"en\": \"", "\"kind\": \"best\",\n      \"name\": {\n        \"en\": \"x"), ("\"per\": \"month\"", "\"per\": \"week\""), ("\"brand\": \"80%\"", "\"platform\": \"80%\""),
        })
        {
            text.Should().Contain(good);
            int at = text.IndexOf(good, StringComparison.Ordinal);
            GrowthPlan other = GrowthPlanJson.Read(Encoding.UTF8.GetBytes(text[..at] + changed + text[(at + good.Length)..])).Value;
            seen.AddRange(Same.Differences(plan, other).Take(1).Select(difference => difference[..difference.IndexOf(':', StringComparison.Ordinal)]));
        }

        seen.Should().Equal(
            "$.Period", "$.Sales.Growth.TenBillionths", "$.Sales.Target.Amount", "$.Kpis[0].Kpi.Direction", "$.Initiatives[0].Funnel.Reach.Unit.Code", "$.Claims[4].Name.En", "$.Counts[0].SalesDensity[0].Value.Per", "$.Initiatives[3].CostShare[0].Key.Code");
    }

    [Theory]
    [InlineData("\"names\": { \"categories\": { \"online\": \"On\" } }", "$.names.categories.online: 'online' is ready-made and has its name, expected codes of the plan's own")]
    [InlineData("\"names\": { \"formats\": { \"On line\": \"On\" } }", "$.names.formats['On line']: 'On line' is not a code, expected 1 to 50 characters, lower-case letters, digits and single hyphens between them, such as 'live-commerce'")]
    [InlineData("\"names\": { \"colours\": {} }", "$.names.colours: the member 'colours' is not known here, expected one of categories, formats, reachUnits, densityUnits, costBearers")]
    public void A_name_for_no_code_of_the_plan_is_refused(string names, string error)
    {
        string text = "{ \"schemaVersion\": 1, \"id\": \"x\", \"name\": \"X\", \"currency\": \"CNY\", \"period\": { \"start\": \"2025-01-01\", \"end\": \"2025-01-31\" }, " + names + " }";
        GrowthPlanJson.Read(Encoding.UTF8.GetBytes(text)).Errors.Select(entry => entry.ToString()).Should().ContainSingle().Which.Should().EndWith(error);
    }
}
