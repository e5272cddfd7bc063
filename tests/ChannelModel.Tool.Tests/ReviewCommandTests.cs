using System;
using System.Globalization;
using System.IO;
using System.Text.Json;

namespace ChannelModel.Tool.Tests;

/// <summary><c>channelmodel review</c>: committed outputs, formats, languages, exit codes, bad input.</summary>
public sealed class ReviewCommandTests
{
    [Theory]
    [InlineData("docs/plans/growth-plan-2025.review.txt", "docs/plans/growth-plan-2025.json")]
    [InlineData("docs/plans/growth-plan-2025.review.json", "docs/plans/growth-plan-2025.json", "--format", "json")]
    [InlineData("docs/plans/growth-plan-2025.review.md", "docs/plans/growth-plan-2025.json", "--format", "markdown")]
    [InlineData("docs/plans/growth-plan-2025.review.zh-Hans.md", "docs/plans/growth-plan-2025.json", "--format", "markdown", "--lang", "zh-Hans")]
    [InlineData("docs/plans/tea-house-2026-q1.review.txt", "docs/plans/tea-house-2026-q1.json")]
    [InlineData("docs/plans/coffee-2025-q4.review.txt", "docs/plans/coffee-2025-q4.json")]
    public void The_committed_output_is_what_the_tool_prints(string expected, params string[] args)
    {
        ToolRun run = ToolRun.With(["review", .. args]);
        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be(File.ReadAllText(Path.Combine(ToolRun.Root, expected)));
    }

    [Theory]
    [InlineData("docs/plans/growth-plan-2025.json", 1)]
    [InlineData("docs/plans/tea-house-2026-q1.json", 0)]
    [InlineData("docs/plans/coffee-2025-q4.json", 0)]
    public void Strict_turns_findings_into_an_exit_code(string plan, int exitCode)
    {
        ToolRun.With("review", plan, "--strict").ExitCode.Should().Be(exitCode);
        using JsonDocument json = JsonDocument.Parse(ToolRun.With("review", plan, "--format", "json").Output);
        (json.RootElement.GetProperty("findings").GetArrayLength() > 0).Should().Be(exitCode == 1);
        json.RootElement.GetProperty("confirmed").GetArrayLength().Should().BePositive();
    }

    [Fact]
    public void Numbers_in_json_are_exact_whatever_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            string english = ToolRun.With("review", "docs/plans/coffee-2025-q4.json", "--format", "json").Output;
            // A culture of our own making: machines without culture data have no other.
            var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            foreign.NumberFormat.NumberDecimalSeparator = ",";
            foreign.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = foreign;
            ToolRun.With("review", "docs/plans/coffee-2025-q4.json", "--format", "json").Output.Should().Be(english);
            using JsonDocument json = JsonDocument.Parse(english);
            json.RootElement.GetProperty("sales").GetProperty("variance").GetString().Should().Be("-2485.243");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("truncated", "31:22 $: the file ends in the middle of a value, expected the rest of the JSON")]
    [InlineData("unknown-field", "$.sales.grwoth: the member 'grwoth' is not known here")]
    [InlineData("wrong-type", "$.sales.target: the text \"many\" was found")]
    [InlineData("share-above-1", "$.sales.targetMix.online: 150% is outside the range")]
    [InlineData("shares-miss-1", "$.sales.targetMix: the shares add up to 99.99%, 0.01% too little")]
    [InlineData("negative-money", "$.initiatives[3].fees[0].amount: -800000 is outside the range")]
    [InlineData("unknown-currency", "$.currency: 'BGN' is not an active currency code")]
    [InlineData("duplicate-id", "$.initiatives[4].id: the id 'concessions' is there twice, first at $.initiatives[3].id")]
    [InlineData("end-before-start", "$.period.end: the end 2024-02-28 is before the start 2025-01-01")]
    [InlineData("huge-amount", "$.sales.target: 1000000000000000000000000000000 is too large")]
    [InlineData("nesting", "1:65 $: objects and arrays are nested too deep")]
    public void A_bad_plan_exits_with_2_says_where_and_prints_nothing(string kind, string message)
    {
        string path = Path.Combine(Path.GetTempPath(), $"channelmodel-{kind}-{Guid.NewGuid():N}.json");
        try
        {
            File.WriteAllText(path, Bad(kind));
            ToolRun run = ToolRun.With("review", path);
            run.ExitCode.Should().Be(2);
            run.Output.Should().BeEmpty();
            string[] lines = run.Error.TrimEnd('\n').Split('\n');
            lines.Should().OnlyContain(line => line.StartsWith(path + ":", StringComparison.Ordinal) && line.Contains(", expected ", StringComparison.Ordinal));
            lines.Should().Contain(line => line.Contains(message, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Amounts_too_large_to_be_added_up_are_bad_input_too()
    {
        string path = Path.Combine(Path.GetTempPath(), $"channelmodel-overflow-{Guid.NewGuid():N}.json");
        try
        {
            string plan = File.ReadAllText(Path.Combine(ToolRun.Root, "docs/plans/growth-plan-2025.json"));
            File.WriteAllText(path, plan.Replace("600000", "79228162514264337593543", StringComparison.Ordinal));
            ToolRun run = ToolRun.With("review", path);
            run.ExitCode.Should().Be(2);
            run.Output.Should().BeEmpty();
            run.Error.Should().Contain("too large to be added up");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("there is no such file", "review", "nowhere.json")]
    [InlineData("this is a folder", "review", "/")]
    [InlineData("Required argument missing", "review")]
    [InlineData("'xml' not recognized", "review", "x.json", "--format", "xml")]
    [InlineData("'fr' not recognized", "review", "x.json", "--lang", "fr")]
    [InlineData("Unrecognized command or argument 'revue'", "revue")]
    public void A_bad_command_line_exits_with_2_and_prints_nothing(string message, params string[] args)
    {
        ToolRun run = ToolRun.With(args);
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(message).And.NotContain("   at ");
    }

    [Fact]
    public void Help_names_the_command_as_its_users_know_it()
    {
        ToolRun.With("--help").Output.Should().Contain("channelmodel [command]").And.Contain("review <PLAN.json>");
        ToolRun.With().Output.Should().Be(ToolRun.With("--help").Output);
        ToolRun.With("review", "--help").Output.Should().Contain("--strict").And.Contain("Example: channelmodel review");
    }

    private static string Bad(string kind)
    {
        string plan = File.ReadAllText(Path.Combine(ToolRun.Root, "docs/plans/growth-plan-2025.json"));
        string Replace(string good, string bad)
        {
            plan.Should().Contain(good);
            return plan.Replace(good, bad, StringComparison.Ordinal);
        }

        return kind switch
        {
            "truncated" => plan[..900],
            "unknown-field" => Replace("\"growth\": \"20%\",", "\"growth\": \"20%\", \"grwoth\": \"20%\","),
            "wrong-type" => Replace("\"target\": 144000000", "\"target\": \"many\""),
            "share-above-1" => Replace("\"online\": \"50%\"", "\"online\": \"150%\""),
            "shares-miss-1" => Replace("\"online\": \"50%\"", "\"online\": \"49.99%\""),
            "negative-money" => Replace("\"amount\": 800000, \"per\": \"once\"", "\"amount\": -800000, \"per\": \"once\""),
            "unknown-currency" => Replace("\"CNY\"", "\"BGN\""),
            "duplicate-id" => Replace("\"id\": \"gyms\"", "\"id\": \"concessions\""),
            "end-before-start" => Replace("2025-02-28", "2024-02-28"),
            "huge-amount" => Replace("144000000", "1" + new string('0', 30)),
            _ => new string('[', 5_000_000),
        };
    }
}
