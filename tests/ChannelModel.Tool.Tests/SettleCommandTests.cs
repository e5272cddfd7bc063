using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using ChannelModel.Contracts;

namespace ChannelModel.Tool.Tests;

/// <summary><c>channelmodel settle</c> and <c>pipeline</c> over the growth plan as contracts, with the numbers worked out by hand in docs/settlement.md.</summary>
public sealed class SettleCommandTests : IDisposable
{
    private const string Contracts = "docs/contracts/growth-plan-2025.json";
    private const string Facts = "docs/contracts/growth-plan-2025.csv";
    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void January_and_February_of_the_growth_plan_by_hand()
    {
        ToolRun january = Settle("2025-01", Facts);
        january.Error.Should().BeEmpty();
        january.Output.Should().Be("2025-01: 23 contracts settled, 0 breaches, 0 rejects; 1 083 597.00 CNY to pay\n");
        JsonElement[] first = Written();
        first.Length.Should().Be(23);
        Net(first, "mcn-1-2025").Should().Be(55_800m);
        Enumerable.Range(1, 12).Sum(i => Net(first, $"leader-{i:00}-2025")).Should().Be(55_797m);
        Net(first, "leader-09-2025").Should().Be(20_000m);
        Enumerable.Range(1, 6).Sum(i => Net(first, $"retailer-{i}-2025")).Should().Be(900_000m);

        ToolRun february = Settle("2025-02", Facts);
        february.Error.Should().BeEmpty();
        february.Output.Should().Be("2025-02: 23 contracts settled, 4 breaches, 0 rejects; 992 857.00 CNY to pay\n");
        JsonElement[] second = Written();
        new[] { "mcn-1", "mcn-2", "mcn-3", "mcn-4", "mcn-5" }.Select(id => Net(second, id + "-2025")).Should().Equal(40_500m, 22_500m, 17_100m, 14_400m, 21_700m);
        Enumerable.Range(1, 12).Sum(i => Net(second, $"leader-{i:00}-2025")).Should().Be(59_157m);
        Enumerable.Range(1, 6).Select(i => Net(second, $"retailer-{i}-2025")).Should().Equal(165_000m, 142_500m, 105_000m, 150_000m, 120_000m, 135_000m);

        // What the deposits hold: 160 000 - 60 000, 120 000 - 10 000, 100 000 - 50 000; refunds of 25 000 at 110 % and 100 % of sales; 1 000 for late data.
        new[] { "mcn-1", "mcn-2", "mcn-3", "mcn-4", "mcn-5" }.Select(id => Held(second, id + "-2025")).Should().Equal(200_000m, 100_000m, 110_000m, 50_000m, 80_000m);
        Enumerable.Range(1, 6).Select(i => Held(second, $"retailer-{i}-2025")).Should().Equal(75_000m, 100_000m, 100_000m, 75_000m, 100_000m, 99_000m);
        One(second, "retailer-3-2025").GetProperty("deposit").GetProperty("shortfall").GetDecimal().Should().Be(25_000m);
        foreach (JsonElement settlement in first.Concat(second))
        {
            SettlementRecord.Verify(settlement.GetProperty("record").GetString()!).Should().BeEmpty();
            settlement.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("amount").GetDecimal()).Should().Be(settlement.GetProperty("netDue").GetDecimal());
            settlement.GetProperty("journal").EnumerateArray().Sum(line => (line.GetProperty("side").GetString() == "debit" ? 1 : -1) * line.GetProperty("amount").GetDecimal()).Should().Be(0m);
        }
    }

    [Fact]
    public void Bad_rows_are_rejected_with_line_and_reason_and_the_rest_is_settled()
    {
        string[] lines = File.ReadAllLines(Path.Combine(ToolRun.Root, Facts));
        string[] bad =
        [
            "mcn-9-2025,reported,2025-01-01,2025-01-31,traffic,1,,,r", "mcn-1-2025,likes,2025-01-01,2025-01-31,traffic,1,,,r", "mcn-1-2025,reported,2025-01-32,,traffic,1,,,r",
            "mcn-1-2025,reported,2025-01-01,2025-01-31,views,1,,,r", "mcn-1-2025,reported,2025-01-01,2025-01-31,traffic,1 000,,,r", "mcn-1-2025,reported,2025-01-01,2025-01-31,traffic,1,,",
            "leader-01-2025,commission,2025-01-01,2025-01-31,orders,5,,,r", "leader-01-2025,commission,2025-02-01,2025-02-28,margin,5,,,r", "mcn-1-2025,deposit-paid,2025-01-02,,,-5,,,r", "mcn-1-2025,reported,2025-01-01,2025-01-31,traffic,2000000,,,again",
        ];
        File.WriteAllLines(At("f.csv"), lines.Where(line => !line.StartsWith("leader-02-2025,commission,2025-01-01,2025-01-31,orders", StringComparison.Ordinal)).Concat(bad));
        ToolRun run = ToolRun.With("settle", "--contracts", Contracts, "--facts", At("f.csv"), "--period", "2025-01", "--out", At("s.json"), "--rejects", At("r.csv"), "--strict");
        run.ExitCode.Should().Be(1);
        run.Output.Should().Be("2025-01: 22 contracts settled, 0 breaches, 11 rejects; 1 083 197.00 CNY to pay\n");
        string[] rejects = File.ReadAllLines(At("r.csv"))[1..];
        rejects.Length.Should().Be(11);
        string[] reasons =
        [
            "there is no contract 'mcn-9-2025'", "'likes' is not known", "'2025-01-32' is not a date", "has no commitment 'views'", "'1 000' is not a value", "the row has 8 cells",
            "'orders' stands twice", "no measure 'margin'", "above 0", "the same reading stands there already (partner report 2025-01)", "leader-02-2025 is not settled for 2025-01-01 to 2025-01-31: orders",
        ];
        for (int i = 0; i < rejects.Length; i++)
        {
            rejects[i].Should().Contain(reasons[i]);
            rejects[i].Should().StartWith(i < 10 ? (lines.Length + i).ToString(System.Globalization.CultureInfo.InvariantCulture) + "," : ",");
        }
    }

    [Fact]
    public void A_fact_that_no_settlement_takes_in_is_said()
    {
        File.WriteAllLines(At("f.csv"), [.. File.ReadAllLines(Path.Combine(ToolRun.Root, Facts)), "mcn-1-2025,sales,2025-01-01,2025-01-31,,1000,,,till"]);
        ToolRun run = Settle("2025-02", At("f.csv"));
        run.Output.Should().Be("2025-02: 23 contracts settled, 4 breaches, 1 rejects; 992 857.00 CNY to pay\n");
        run.Error.Should().EndWith("mcn-1-2025 does not use sales of 2025-01-01 to 2025-01-31 (till): nothing that is agreed for these days takes it in\n");
    }

    [Theory]
    [InlineData("2025-13", "--period '2025-13' is no month")]
    [InlineData("2025", "--period '2025' is no month")]
    public void A_wrong_period_exits_with_2(string period, string message)
    {
        ToolRun run = Settle(period, Facts);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(message);
        File.Exists(At("s.json")).Should().BeFalse();
    }

    [Fact]
    public void The_pipeline_of_the_growth_plan()
    {
        ToolRun run = ToolRun.With("pipeline", "docs/contracts/partnerships-2025.json", "--as-of", "2025-03-04", "--strict");
        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("  Group leader 12: 43 days in initial contact, at most 30; not shown: goal named, channel need named, expected return named\n");
        ToolRun before = ToolRun.With("pipeline", "docs/contracts/partnerships-2025.json", "--as-of", "2024-11-20", "--strict", "--lang", "zh-Hans");
        before.ExitCode.Should().Be(0);
        before.Output.Should().Contain("无逾期");
        ToolRun.With("pipeline", "docs/contracts/growth-plan-2025.json", "--as-of", "2024-11-20").ExitCode.Should().Be(2);
        ToolRun.With("pipeline", "docs/contracts/partnerships-2025.json", "--as-of", "tomorrow").ExitCode.Should().Be(2);
    }

    private ToolRun Settle(string period, string facts) => ToolRun.With("settle", "--contracts", Contracts, "--facts", facts, "--period", period, "--out", At("s.json"));

    private JsonElement[] Written() => [.. JsonDocument.Parse(File.ReadAllText(At("s.json"))).RootElement.GetProperty("settlements").EnumerateArray()];

    private static JsonElement One(JsonElement[] settlements, string contract) => settlements.Single(settlement => settlement.GetProperty("contract").GetString() == contract);

    private static decimal Net(JsonElement[] settlements, string contract) => One(settlements, contract).GetProperty("netDue").GetDecimal();

    private static decimal Held(JsonElement[] settlements, string contract) => One(settlements, contract).GetProperty("deposit").GetProperty("after").GetDecimal();

    private string At(string name) => Path.Combine(_folder, name);
}
