using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Serialization.SystemTextJson;

namespace ChannelModel.Tool.Tests;

/// <summary><c>channelmodel allocate</c>: the growth plan's budget, formats, targets, bad input, and the pictures of the docs.</summary>
public sealed class AllocateCommandTests
{
    private const string Plan = "docs/plans/budgets/growth-plan-2025.json";

    [Fact]
    public void The_growth_plans_budget_is_split_to_the_cent_with_its_proof()
    {
        ToolRun run = ToolRun.With("allocate", Plan, "--format", "json", "--frontier");
        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement root = json.RootElement;
        root.GetProperty("status").GetString().Should().Be("optimal");
        decimal sum = 0m;
        foreach (JsonElement line in root.GetProperty("lines").EnumerateArray())
        {
            sum += decimal.Parse(line.GetProperty("amount").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        }

        sum.Should().Be(3_000_000m);
        JsonElement proof = root.GetProperty("certificate");
        proof.GetProperty("lift").GetDouble().Should().BeGreaterThan(440_000d);
        proof.GetProperty("relativeGap").GetDouble().Should().BeInRange(0d, 1e-9);
        root.GetProperty("frontier").GetArrayLength().Should().Be(11);
    }

    [Fact]
    public void Every_format_and_language_has_the_reasons()
    {
        ToolRun.With("allocate", Plan).Output.Should().Contain("concessions is held at its minimum of 300 000.00 CNY (-157 142.86 CNY); one more yuan here would bring 1.15, elsewhere");
        ToolRun.With("allocate", Plan, "--format", "markdown", "--lang", "zh-Hans").Output.Should().Contain("xiaohongshu-notes已达上限150 000.00 CNY（+100 000.00 CNY）；此处再多投1元可带来2.32，投向别处为1.25。").And.Contain("gyms未参与分配：方案未列明费用。");
        string[] rows = ToolRun.With("allocate", Plan, "--format", "csv").Output.Split('\n');
        rows[0].Should().Be("channel,current,amount,change,status,response,marginal,reason");
        rows[7].Should().StartWith("meituan-pop-up,30000,30000,0,fixed,");
    }

    [Fact]
    public void Targets_have_their_own_total()
    {
        ToolRun run = ToolRun.With("allocate", Plan, "--response", "5000000", "--format", "json");
        run.ExitCode.Should().Be(0);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("goal").GetString().Should().Be("response");
        json.RootElement.GetProperty("certificate").GetProperty("response").GetDouble().Should().BeGreaterThanOrEqualTo(5_000_000d);
        ToolRun.With("allocate", Plan, "--marginal-return", "1.5").ExitCode.Should().Be(0);
        ToolRun.With("allocate", Plan, "--average-return", "2").ExitCode.Should().Be(0);
        ToolRun unreachable = ToolRun.With("allocate", Plan, "--average-return", "100");
        unreachable.ExitCode.Should().Be(1);
        unreachable.Output.Should().Contain("No spend within the bounds reaches the target of 100.00.");
        ToolRun.With("allocate", Plan, "--average-return", "2", "--response", "1").ExitCode.Should().Be(2);
        ToolRun.With("allocate", Plan, "--response", "-1").ExitCode.Should().Be(2);
    }

    [Theory]
    [InlineData("\"total\": 3000000", "\"total\": 300000", 1, "The total of 300 000.00 CNY is 953 076.93 CNY below the minima and fixed amounts of live-commerce, concessions, meituan-pop-up.")]
    [InlineData("\"total\": 3000000", "\"total\": \"NaN\"", 2, "$.total: the text \"NaN\" was found")]
    [InlineData("\"total\": 3000000", "\"total\": 0.001", 2, "has more decimals than CNY")]
    [InlineData("\"ceiling\": 4200000", "\"ceiling\": -1", 2, "$.lines[0].curve: ")]
    [InlineData("\"ceiling\": 4200000", "\"ceiling\": 1e999", 2, "1e999 is too large")]
    [InlineData("\"exponent\": 0.55", "\"exponent\": 1", 2, "above 0 and below 1")]
    [InlineData("\"maximum\": 600000", "\"maximum\": 600000, \"minimum\": 700000", 2, "above its maximum of 600000.00 CNY")]
    [InlineData("\"channel\": \"douyin-shop\"", "\"channel\": \"meituan-pop-up\"", 2, "$.lines: the key 'meituan-pop-up' is there twice")]
    [InlineData("\"shape\": \"power\"", "\"shape\": \"sigmoid\"", 2, "'sigmoid' is not known here")]
    [InlineData("\"current\": 120000", "\"curent\": 120000", 2, "the member 'curent' is not known here")]
    public void What_cannot_be_met_or_read_says_so(string good, string bad, int exitCode, string message)
    {
        string text = File.ReadAllText(Path.Combine(ToolRun.Root, Plan));
        text.Should().Contain(good);
        string path = Path.Combine(Path.GetTempPath(), $"channelmodel-budget-{Guid.NewGuid():N}.json");
        try
        {
            File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));
            ToolRun run = ToolRun.With("allocate", path);
            run.ExitCode.Should().Be(exitCode);
            (run.Output + run.Error).ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal).Should().Contain(message).And.NotContain("   at ");
            (exitCode == 2).Should().Be(run.Output.Length == 0);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_pictures_of_the_docs_are_what_the_library_computes()
    {
        BudgetProblem<Id<Channel>> problem = BudgetProblemJson.Read(File.ReadAllBytes(Path.Combine(ToolRun.Root, Plan))).Value;
        BudgetSolution<Id<Channel>> solution = problem.Solve();
        Check("growth-plan-2025.svg", BudgetPictures.Curves(solution));
        IReadOnlyList<BudgetSolution<Id<Channel>>> frontier = problem.Frontier(Money.Of(1_400_000m, Currency.CNY), Money.Of(4_500_000m, Currency.CNY), 32);
        Check("growth-plan-2025-frontier.svg", BudgetPictures.Frontier(frontier, 3_000_000d, solution.Certificate!.CurrentResponse!.Value));
    }

    private static void Check(string name, string picture)
    {
        string path = Path.Combine(ToolRun.Root, "docs", "images", "budgets", name);
        if (Environment.GetEnvironmentVariable("CHANNELMODEL_WRITE") == "1")
        {
            File.WriteAllText(path, picture);
        }

        picture.Should().Be(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
