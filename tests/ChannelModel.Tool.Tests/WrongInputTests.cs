using System;
using System.IO;
using System.Text;

namespace ChannelModel.Tool.Tests;

/// <summary>What a person gets wrong at first: every command says what it found and what it expected, and never shows a stack trace.</summary>
public sealed class WrongInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("commission --plan docs/plans/commissions/group-leader.json --facts FILE")]
    [InlineData("score --model docs/models/group-leader.json --facts FILE")]
    [InlineData("rank --matrix FILE --criteria docs/data/electric-cars/criteria.csv --method topsis")]
    [InlineData("rank --matrix docs/data/electric-cars/cars.csv --criteria FILE --method topsis")]
    [InlineData("watch --kpis docs/plans/kpis/growth-plan-2025.json --readings FILE --as-of 2025-02-09")]
    [InlineData("split --total 78 --weights FILE")]
    [InlineData("settle --contracts docs/contracts/growth-plan-2025.json --facts FILE --period 2025-02 --out OUT")]
    [InlineData("compare FILE docs/plans/commissions/shadow-new.csv")]
    [InlineData("credit --sales FILE --assignments docs/data/adventureworks/territories.csv --currency USD")]
    public void A_file_in_another_code_page_is_refused_with_its_line(string command)
    {
        // The two bytes are a Chinese name as a spreadsheet saves it in GB 18030.
        string file = Path.Combine(_folder, "facts.csv");
        File.WriteAllBytes(file, [.. Encoding.ASCII.GetBytes("id,weight\na,1\n"), 0xD0, 0xC7, .. Encoding.ASCII.GetBytes(",1\n")]);
        ToolRun run = ToolRun.With(command.Replace("FILE", file, StringComparison.Ordinal).Replace("OUT", Path.Combine(_folder, "out.json"), StringComparison.Ordinal).Split(' '));
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Be($"{file}:3: the byte 0xD0 is not UTF-8, expected a text in UTF-8; spreadsheets call it 'CSV UTF-8'\n");
    }

    [Theory]
    [InlineData("commission --plan docs/plans/commissions/group-leader.json --facts docs/plans/commissions/group-leader.csv --explain-one nobody", "no statement of 'nobody'")]
    [InlineData("score --model docs/models/group-leader.json --facts docs/models/group-leader.csv --explain-one nobody", "no result of 'nobody'")]
    public void Who_is_not_there_to_be_explained_is_named(string command, string said)
    {
        ToolRun run = ToolRun.With(command.Split(' '));
        run.ExitCode.Should().Be(0);
        run.Error.Should().Contain("channelmodel: --explain-one: " + said + " in docs/");
    }

    [Theory]
    [InlineData(
        "allocate docs/plans/budgets/growth-plan-2025.json --marginal-return much",
        "channelmodel: 'much' for option '--marginal-return' is not a number; expected one such as 1.5\nTry 'channelmodel --help'.\n")]
    [InlineData(
        "credit --sales docs/data/adventureworks/orders.csv --assignments docs/data/adventureworks/territories.csv --currency USD --calendar weekly",
        "channelmodel: --calendar 'weekly' is no file; expected month, quarter, year, iso-week, or a CSV of periods\n")]
    public void A_word_that_is_not_understood_says_what_would_be(string command, string said)
    {
        ToolRun run = ToolRun.With(command.Split(' '));
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Be(said);
    }
}
