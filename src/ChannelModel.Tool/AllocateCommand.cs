using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Serialization.SystemTextJson;
using ChannelModel.Serialization.SystemTextJson.Writing;
using ChannelModel.Tool.Reports;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel allocate PROBLEM.json</c>.</summary>
internal static class AllocateCommand
{
    // Totals from half to one and a half of the problem's own.
    private const int FrontierPoints = 11;

    public static Command Create(TextWriter output, TextWriter error, Terminal terminal)
    {
        var file = new Argument<string>("PROBLEM.json") { Description = "The budget problem; see docs/plans/budgets for examples." };
        var format = new Option<string>("--format") { Description = "How the result is written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown", "csv");
        Option<string> language = SharedOptions.LanguageOption();
        var frontier = new Option<bool>("--frontier") { Description = "Add what the best split of 50 % to 150 % of the total brings." };
        var marginal = new Option<double?>("--marginal-return") { Description = "Instead of the total: spend while the last unit brings this much." };
        var average = new Option<double?>("--average-return") { Description = "Instead of the total: spend while each unit brings this much on average." };
        var response = new Option<double?>("--response") { Description = "Instead of the total: the least spend that brings this much." };
        var command = new Command(
            "allocate",
            "Splits a budget over channels so that it brings most, with the proof, and says for each channel why.\n\n"
            + "Example: channelmodel allocate docs/plans/budgets/growth-plan-2025.json --frontier\n\n"
            + "Exit codes: 0 solved, 1 the bounds or the target cannot be met, 2 bad input (nothing on standard output).")
        {
            file, format, language, frontier, marginal, average, response,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(format),
            SharedOptions.LanguageOf(parsed.GetRequiredValue(language)),
            parsed.GetValue(frontier),
            [(BudgetGoal.MarginalReturn, parsed.GetValue(marginal)), (BudgetGoal.AverageReturn, parsed.GetValue(average)), (BudgetGoal.Response, parsed.GetValue(response))],
            output,
            error,
            terminal));
        return command;
    }

    /// <summary>Reads a budget problem; nothing where it is wrong, which has been said.</summary>
    public static BudgetProblem<Id<Channel>>? Read(string path, TextWriter error)
    {
        if (!InputFile.TryRead(path, error, out byte[] bytes))
        {
            return null;
        }

        JsonReadResult<BudgetProblem<Id<Channel>>> read = BudgetProblemJson.Read(bytes);
        if (!read.Succeeded)
        {
            InputFile.Report(path, read.Errors, error);
            return null;
        }

        return read.Value;
    }

    private static int Run(string path, string format, Language language, bool frontier, (BudgetGoal Goal, double? Target)[] targets, TextWriter output, TextWriter error, Terminal terminal)
    {
        (BudgetGoal Goal, double? Target)[] given = targets.Where(target => target.Target is not null).ToArray();
        if (given.Length > 1 || given.Any(target => !(target.Target > 0d) || double.IsInfinity(target.Target!.Value)))
        {
            error.WriteLine("channelmodel: --marginal-return, --average-return and --response: expected at most one of them, a number above 0.");
            return ToolProgram.BadInput;
        }

        if (Read(path, error) is not BudgetProblem<Id<Channel>> problem)
        {
            return ToolProgram.BadInput;
        }

        BudgetSolution<Id<Channel>> solution = given.Length == 0 ? problem.Solve() : given[0] switch
        {
            (BudgetGoal.MarginalReturn, double target) => problem.SolveForMarginalReturn(target),
            (BudgetGoal.AverageReturn, double target) => problem.SolveForAverageReturn(target),
            (_, double target) => problem.SolveForResponse(target),
            _ => throw new InvalidOperationException("A target without a number."),
        };
        IReadOnlyList<BudgetSolution<Id<Channel>>> others = frontier && solution.HasAmounts && !solution.Total.IsZero ? Frontier(solution) : [];
        switch (format)
        {
            case "json":
                AllocationJson.Write(solution, others, language, output);
                break;
            case "csv":
                Csv(solution, language, output);
                break;
            case "markdown":
                MarkdownReportWriter.Write(AllocationReport.Of(solution, others, language), output);
                break;
            default:
                TextReportWriter.Write(AllocationReport.Of(solution, others, language), output, terminal);
                break;
        }

        return solution.HasAmounts ? ToolProgram.Success : ToolProgram.Findings;
    }

    private static IReadOnlyList<BudgetSolution<Id<Channel>>> Frontier(BudgetSolution<Id<Channel>> solution)
    {
        Money total = solution.Total;
        Money from = total.Multiply(0.5m, Rounding.Floor);
        Money to = total.Multiply(1.5m, Rounding.Floor);
        return solution.Problem.Frontier(from, to, FrontierPoints);
    }

    private static void Csv(BudgetSolution<Id<Channel>> solution, Language language, TextWriter output) => output.Write(CsvFile.Text(rows =>
    {
        foreach (SolvedLine<Id<Channel>> line in solution)
        {
            using SepWriter.Row row = rows.NewRow();
            row["channel"].Set(line.Key.Value);
            row["current"].Set(line.Line.Current is Money current ? Plain(current) : string.Empty);
            row["amount"].Set(Plain(line.Amount));
            row["change"].Set(line.Change is Money change ? Plain(change) : string.Empty);
            row["status"].Set(JsonText.Word(line.Status));
            row["response"].Set(line.Response.ToString("R", CultureInfo.InvariantCulture));
            row["marginal"].Set(line.Marginal.ToString("R", CultureInfo.InvariantCulture));
            row["reason"].Set(line.Reason.In(language));
        }
    }));

    private static string Plain(Money amount) => amount.Amount.ToString(CultureInfo.InvariantCulture);
}
