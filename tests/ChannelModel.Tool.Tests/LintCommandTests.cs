using System.IO;
using System.Text.Json;

namespace ChannelModel.Tool.Tests;

/// <summary><c>channelmodel lint</c>: findings with value and size, formats, exit codes, bad input.</summary>
public sealed class LintCommandTests
{
    [Fact]
    public void Cliffs_are_listed_with_value_and_size()
    {
        ToolRun run = ToolRun.With("lint", "docs/plans/commissions/retroactive.json", "--format", "json");
        run.ExitCode.Should().Be(0);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement fall = json.RootElement.GetProperty("findings")[1];
        fall.GetProperty("kind").GetString().Should().Be("fall");
        fall.GetProperty("at").GetString().Should().Be("25000");
        fall.GetProperty("size").GetString().Should().Be("-500", "8 % of 25 000 is 2 000, 6 % is 1 500");
        ToolRun.With("lint", "docs/plans/commissions/retroactive.json", "--strict").ExitCode.Should().Be(1);
        ToolRun.With("lint", "docs/plans/commissions/retroactive.json", "--format", "markdown", "--lang", "zh-Hans").Output.Should().Contain("| sales | 3 | 25000 | -500.00 CNY | 在 25000 处佣金减少 500.00 CNY。 |");
    }

    [Fact]
    public void A_plan_without_cliffs_has_no_finding()
    {
        ToolRun run = ToolRun.With("lint", "docs/plans/commissions/group-leader.json", "--strict");
        run.ExitCode.Should().Be(0);
        run.Output.Should().Be("group-leader · CNY\n\nLint\n  No finding.\n");
    }

    [Fact]
    public void A_bad_plan_exits_with_2_and_prints_nothing()
    {
        ToolRun run = ToolRun.With("lint", "docs/plans/growth-plan-2025.json");
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("growth-plan-2025.json:1:1 $: 'pay' is missing, expected a member 'pay'");
        ToolRun.With("lint", Path.Combine(Path.GetTempPath(), "channelmodel-no-such-plan.json")).ExitCode.Should().Be(2);
    }
}
