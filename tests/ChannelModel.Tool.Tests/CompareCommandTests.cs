using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ChannelModel.Tool.Tests;

/// <summary><c>channelmodel compare</c>: what differs between two runs, by partner and line, with reasons.</summary>
public sealed class CompareCommandTests : IDisposable
{
    private const string Head = "payee,start,end,line,kind,from,to,portion,rate,text,amount\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Lines_are_compared_with_reasons_and_the_sums_reconcile()
    {
        File.WriteAllText(At("old.csv"), Head
            + "a,2025-01-01,2025-01-31,sales/tier-1,Tier,0,,1000,5%,sales,50\na,2025-01-01,2025-01-31,rounding,Rounding,,,,,Rounding,0.004\na,2025-01-01,2025-01-31,cap/Month,Cap,,,,,Cut by the cap,-10\n"
            + "b,2025-01-01,2025-01-31,sales/tier-1,Tier,0,,70,5%,sales,3.5\nc,2025-01-01,2025-01-31,sales/tier-1,Tier,0,,20,5%,sales,1\n");
        File.WriteAllText(At("new.csv"), Head
            + "a,2025-01-01,2025-01-31,sales/tier-1,Tier,0,,1200,6%,sales,72\na,2025-01-01,2025-01-31,rounding,Rounding,,,,,Rounding,0.002\na,2025-01-01,2025-01-31,floor,Floor,,,,,Topped up,8\n"
            + "b,2025-01-01,2025-01-31,sales/tier-1,Tier,0,,70,5%,sales,3.5\nd,2025-01-01,2025-01-31,sales/tier-1,Tier,0,,40,5%,sales,2\n");
        ToolRun run = ToolRun.With("compare", At("old.csv"), At("new.csv"), "--format", "json", "--strict");
        run.ExitCode.Should().Be(1);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("statements").GetInt32().Should().Be(4);
        json.RootElement.GetProperty("equal").GetInt32().Should().Be(1);
        JsonElement[] all = [.. json.RootElement.GetProperty("differences").EnumerateArray()];
        all.Select(d => $"{d.GetProperty("payee")} {d.GetProperty("line")}: {d.GetProperty("reason")}").Should().Equal(
            "a sales/tier-1: portion 1000 → 1200; rate 5% → 6%",
            "a rounding: it follows from the lines above",
            "a cap/Month: the line is gone: Cut by the cap",
            "a floor: the line is new: Topped up",
            "c : the statement is only in the old run",
            "d : the statement is only in the new run");
        decimal Sum(string name) => all.Sum(d => d.TryGetProperty(name, out JsonElement value) ? value.GetDecimal() : 0m);
        (Sum("new") - Sum("old")).Should().Be(json.RootElement.GetProperty("new").GetDecimal() - json.RootElement.GetProperty("old").GetDecimal());
    }

    [Fact]
    public void Equal_files_have_no_differences_in_either_language()
    {
        File.WriteAllText(At("s.csv"), "payee,start,end,plan,currency,total\na,2025-01-01,2025-01-31,p,CNY,10.5\n");
        File.WriteAllText(At("t.csv"), "payee,start,end,plan,currency,total\na,2025-01-01,2025-01-31,q,CNY,11\n");
        ToolRun same = ToolRun.With("compare", At("s.csv"), At("s.csv"), "--strict");
        same.ExitCode.Should().Be(0);
        same.Output.Should().Contain("1 statements: 1 equal, 0 different.");
        ToolRun other = ToolRun.With("compare", At("s.csv"), At("t.csv"), "--lang", "zh-Hans", "--format", "markdown");
        other.Output.Should().Contain("方案 p → q").And.Contain("+0.50");
    }

    [Theory]
    [InlineData("payee,start\n", "expected payee, start, end, and line and amount")]
    [InlineData("payee,start,end,total\na,2025-01-01,2025-01-31,x\n", "f.csv:2: 'x' is not an amount")]
    [InlineData("payee,start,end,total\na,1,2,3\na,1,2,3\n", "f.csv:3: this statement stands in an earlier row")]
    [InlineData("payee,start,end,total\na,1,2\n", "f.csv:2: the row has 3 cells, expected 4")]
    public void A_file_of_another_kind_exits_with_2(string text, string message)
    {
        File.WriteAllText(At("f.csv"), text);
        ToolRun run = ToolRun.With("compare", At("f.csv"), At("f.csv"));
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(message).And.NotContain("   at ");
        ToolRun.With("compare", At("none.csv"), At("f.csv")).Error.Should().Contain("there is no such file");
    }

    private string At(string name) => Path.Combine(_folder, name);
}
