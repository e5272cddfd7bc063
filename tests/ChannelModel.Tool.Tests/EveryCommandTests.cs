using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ChannelModel.Tool.Tests;

/// <summary>Every command with every input that cannot be one: exit code 2, a line that names the input, nothing on standard output, no stack trace; and help that shows how it is meant.</summary>
public sealed class EveryCommandTests : IDisposable
{
    /// <summary>A good call of each command; each FILE in turn is replaced, the others stay good.</summary>
    private static readonly string[] Calls =
    [
        "review FILE=docs/plans/growth-plan-2025.json",
        "watch --kpis FILE=docs/plans/kpis/growth-plan-2025.json --readings FILE=docs/plans/kpis/growth-plan-2025.csv --as-of 2025-02-09",
        "lint FILE=docs/plans/commissions/retroactive.json",
        "commission --plan FILE=docs/plans/commissions/group-leader.json --facts FILE=docs/plans/commissions/order-lines.csv --join FILE=docs/plans/commissions/leader-rates.csv",
        "credit --sales FILE=docs/data/adventureworks/sellers.csv --assignments FILE=docs/data/adventureworks/territories.csv --currency USD --calendar FILE=docs/data/adventureworks/quarters.csv",
        "compare FILE=docs/plans/commissions/shadow-old.csv FILE=docs/plans/commissions/shadow-new.csv",
        "score --model FILE=docs/models/group-leader.json --facts FILE=docs/models/group-leader.csv",
        "rank --matrix FILE=docs/data/electric-cars/cars.csv --criteria FILE=docs/data/electric-cars/criteria.csv --method topsis",
        "split --total 78 --weights FILE=docs/plans/commissions/leader-rates.csv",
        "split FILE=docs/plans/budgets/growth-plan-2025.json",
        "allocate FILE=docs/plans/budgets/growth-plan-2025.json",
        "settle --contracts FILE=docs/contracts/growth-plan-2025.json --facts FILE=docs/contracts/growth-plan-2025.csv --period 2025-02 --out OUT",
        "pipeline FILE=docs/contracts/partnerships-2025.json --as-of 2025-03-04",
        "schema FILE=scorecard",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, int, string> Inputs() => new(
        from call in Calls
        from at in Enumerable.Range(0, call.Split("FILE=").Length - 1)
        from kind in new[] { "empty", "binary", "missing", "folder", "quote", "bom", "zeros" }
        select (call, at, kind));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_file_that_is_none_is_said_in_a_line(string call, int at, string kind)
    {
        string bad = Path.Combine(_folder, kind);
        switch (kind)
        {
            case "empty":
                File.WriteAllBytes(bad, []);
                break;
            case "binary":
                var bytes = new byte[50_000];
                new Random(5).NextBytes(bytes);
                File.WriteAllBytes(bad, bytes);
                break;
            case "folder":
                Directory.CreateDirectory(bad);
                break;
            case "quote":
                File.WriteAllText(bad, "a,\"b\nc,d\n");
                break;
            case "bom":
                File.WriteAllBytes(bad, [0xEF, 0xBB, 0xBF]);
                break;
            case "zeros":
                File.WriteAllBytes(bad, new byte[4_096]);
                break;
        }

        ToolRun run = ToolRun.With(Args(call, at, bad));
        run.ExitCode.Should().Be(2, run.Error);
        run.Output.Should().BeEmpty();
        run.Error.Should().NotBeEmpty().And.NotContain("   at ").And.NotContain("this should not happen").And.NotContain("Exception");
        run.Error.Should().Contain(kind, "the input is named");
        run.Error.Split('\n').Should().HaveCountLessThan(60, "a person reads it");
    }

    public static TheoryData<string> Commands() => new(Calls.Select(call => call.Split(' ')[0]).Distinct(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_has_an_example_that_works_and_every_exit_code(string command)
    {
        ToolRun help = ToolRun.With(command, "--help");
        help.ExitCode.Should().Be(0);
        help.Error.Should().BeEmpty();
        help.Output.Should().Contain("Example: channelmodel " + command + " ").And.Contain("Exit codes: 0 ").And.Contain("2 ");
        string example = help.Output.Split('\n').First(line => line.Contains("Example: channelmodel ", StringComparison.Ordinal)).Split("Example: channelmodel ")[1].Trim();
        if (!example.Contains('>', StringComparison.Ordinal) && !example.Contains("--out", StringComparison.Ordinal))
        {
            ToolRun shown = ToolRun.With(example.Split(' '));
            shown.ExitCode.Should().Be(0, shown.Error);
            shown.Output.Should().NotBeEmpty();
        }

        foreach (string wrong in new[] { "--no-such-option", "--format=xml", "--lang=tlh" })
        {
            ToolRun run = ToolRun.With([.. Args(Calls.First(call => call.StartsWith(command + " ", StringComparison.Ordinal)), -1, string.Empty), wrong]);
            run.ExitCode.Should().Be(2);
            run.Output.Should().BeEmpty();
            run.Error.Should().StartWith("channelmodel: ").And.EndWith("Try 'channelmodel --help'.\n").And.NotContain("   at ");
        }

        ToolRun bare = ToolRun.With(command);
        bare.ExitCode.Should().Be(2);
        bare.Error.Should().NotBeEmpty().And.NotContain("   at ");
    }

    private string[] Args(string call, int at, string bad)
    {
        var args = new List<string>();
        int file = 0;
        foreach (string word in call.Split(' '))
        {
            args.Add(!word.StartsWith("FILE=", StringComparison.Ordinal) ? word.Replace("OUT", Path.Combine(_folder, "out.json"), StringComparison.Ordinal) : file++ == at ? bad : word[5..]);
        }

        return [.. args];
    }
}
