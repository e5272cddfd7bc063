using System.IO;
using System.Linq;
using System.Text.Json;

namespace ChannelModel.Tool.Tests;

/// <summary><c>channelmodel schema</c>: every published schema is printed as it is, and an unknown name is answered with the list.</summary>
public sealed class SchemaCommandTests
{
    private const string Suffix = ".schema.json";

    public static TheoryData<string> Published() => new(Directory
        .EnumerateFiles(Path.Combine(ToolRun.Root, "docs", "schemas"), "*" + Suffix)
        .Select(path => Path.GetFileName(path)[..^Suffix.Length])
        .Order(System.StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Published))]
    public void A_published_schema_is_printed_byte_for_byte(string name)
    {
        ToolRun run = ToolRun.With("schema", name);
        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be(File.ReadAllText(Path.Combine(ToolRun.Root, "docs", "schemas", name + Suffix)));
        using JsonDocument schema = JsonDocument.Parse(run.Output);
        schema.RootElement.GetProperty("$schema").GetString().Should().Be("https://json-schema.org/draft/2020-12/schema");
        schema.RootElement.GetProperty("$id").GetString().Should().Be($"https://channelmodel.example/schemas/{name}-1.json");
    }

    [Theory]
    [InlineData("growth_plan")]
    [InlineData("")]
    [InlineData("Scorecard")]
    public void An_unknown_name_is_answered_with_the_list(string name)
    {
        ToolRun run = ToolRun.With("schema", name);
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Be($"channelmodel: there is no schema '{name}'; expected one of commission-plan, scorecard, kpis, contract, budget-problem, growth-plan, split, partnerships, commission-statement, settlement, score, split-solution, budget-solution, contract-account, commission-ledger, plan-history, scorecard-history, ranking-problem, ranking\n");
    }

    [Fact]
    public void Without_a_name_nothing_is_printed()
    {
        ToolRun run = ToolRun.With("schema");
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
    }
}
