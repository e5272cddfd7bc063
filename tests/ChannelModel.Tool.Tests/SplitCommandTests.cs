using System.IO;
using System.Text.Json;

namespace ChannelModel.Tool.Tests;

/// <summary><c>channelmodel split</c>: files and options, formats, exit codes, bad input.</summary>
public sealed class SplitCommandTests
{
    [Fact]
    public void Stores_are_split_whole()
    {
        ToolRun run = ToolRun.With("split", "--total", "78", "--weights", "docs/plans/splits/stores.csv", "--format", "json");
        run.ExitCode.Should().Be(0);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("parts")[0].GetProperty("part").GetInt64().Should().Be(31);
        json.RootElement.GetProperty("parts")[1].GetProperty("part").GetInt64().Should().Be(47);
        json.RootElement.GetProperty("problem").GetProperty("rule").GetString().Should().Be("largest-remainder");
        ToolRun.With("split", "--total", "78", "--weights", "docs/plans/splits/stores.csv", "--method", "dhondt", "--lang", "zh-Hans", "--format", "markdown").Output.Should().Contain("| tier-2-3 | 60 | 46.8 | 47 |");
        ToolRun.With("split", "--total", "100.05", "--currency", "CHF", "--step", "0.05", "--rule", "last", "--weights", "docs/plans/splits/stores.csv").Output.Should().Contain("60.05 CHF");
    }

    [Fact]
    public void Bounds_are_kept_and_shown()
    {
        ToolRun run = ToolRun.With("split", "docs/plans/splits/marketing-budget.json", "--strict");
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("fixed").And.Contain("minimum").And.Contain("3 000 000.00 CNY");
    }

    [Fact]
    public void Bad_input_exits_with_2_and_prints_nothing()
    {
        string folder = Directory.CreateTempSubdirectory("channelmodel-split").FullName;
        string weights = Path.Combine(folder, "weights.csv");
        File.WriteAllText(weights, "id,weight\na,1\n,2\nc,x\nd,1,1\n");
        ToolRun run = ToolRun.With("split", "--total", "78", "--weights", weights);
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("weights.csv:3: '' is not an id").And.Contain("weights.csv:4: 'x' is not a fraction").And.Contain("weights.csv:5: the row has 3 cells; expected 2");
        File.WriteAllText(weights, "name,share\na,1\n");
        ToolRun.With("split", "--total", "78", "--weights", weights).Error.Should().Contain("weights.csv:1: the columns are 'name,share', expected 'id,weight'");
        ToolRun.With("split").Error.Should().Contain("nothing says what is split");
        ToolRun.With("split", "docs/plans/splits/marketing-budget.json", "--total", "1").Error.Should().Contain("expected one of them");
        ToolRun.With("split", "docs/plans/growth-plan-2025.json").ExitCode.Should().Be(2);
        ToolRun.With("split", "--total", "x", "--weights", "docs/plans/splits/stores.csv").Error.Should().Contain("--total: 'x' is not a number");
        ToolRun.With("split", "--total", "1", "--rule", "fair", "--weights", "docs/plans/splits/stores.csv").Error.Should().Contain("'fair' is not a rule; expected one of");
        ToolRun.With("split", "--total", "1.5", "--weights", "docs/plans/splits/stores.csv").Error.Should().Contain("expected a whole number of at most 64 bits, or a currency");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_total_that_does_not_fit_the_bounds_is_a_finding()
    {
        string folder = Directory.CreateTempSubdirectory("channelmodel-split").FullName;
        string weights = Path.Combine(folder, "weights.csv");
        File.WriteAllText(weights, "id,weight,minimum,maximum\na,1,,10\nb,2,5,20\n");
        ToolRun run = ToolRun.With("split", "--total", "100", "--weights", weights, "--strict");
        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("The total 100 is 70 above the maximums, which come to 30 (a, b).");
        Directory.Delete(folder, recursive: true);
    }
}
