using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson;
using ChannelModel.Tool.Reports;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel review PLAN.json</c>.</summary>
internal static class ReviewCommand
{
    public static Command Create(TextWriter output, TextWriter error, Terminal terminal)
    {
        var file = new Argument<string>("PLAN.json") { Description = "The plan file; see docs/plans for examples." };
        Option<string> format = SharedOptions.Format();
        Option<string> language = SharedOptions.LanguageOption();
        Option<bool> strict = SharedOptions.Strict();
        Option<string?> page = SharedOptions.ReportFile();
        var budget = new Option<string?>("--budget") { Description = "For the page: a budget problem as of allocate; the page shows its best split, curves and proof.", HelpName = "PROBLEM.json" };
        var kpis = new Option<string?>("--kpis") { Description = "For the page: KPIs as of watch, with --readings and --as-of; the page shows warnings and forecasts.", HelpName = "KPIS.json" };
        var readings = new Option<string?>("--readings") { Description = "For the page: the readings of --kpis.", HelpName = "READINGS.csv" };
        var day = new Option<string?>("--as-of") { Description = "For the page: the day on which --kpis are judged, such as 2025-02-09.", HelpName = "DATE" };
        var scores = new Option<string?>("--scores") { Description = "For the page: a scorecard as of score, with --facts; the page shows the partners' grades.", HelpName = "MODEL.json" };
        var facts = new Option<string?>("--facts") { Description = "For the page: the candidates of --scores.", HelpName = "FACTS.csv" };
        var command = new Command(
            "review",
            "Reviews a growth plan: attainment, variances, budgets, what each initiative would bring, and every contradiction in its numbers.\n\n"
            + "Example: channelmodel review docs/plans/growth-plan-2025.json --lang zh-Hans\n"
            + "         channelmodel review docs/plans/growth-plan-2025.json --report review.html --budget docs/plans/budgets/growth-plan-2025.json\n\n"
            + "Exit codes: 0 reviewed (findings are content), 1 findings with --strict, 2 bad input (nothing on standard output).")
        {
            file, format, language, strict, page, budget, kpis, readings, day, scores, facts,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(format),
            SharedOptions.LanguageOf(parsed.GetRequiredValue(language)),
            parsed.GetValue(strict),
            new ReviewPage(error)
            {
                PagePath = parsed.GetValue(page),
                BudgetPath = parsed.GetValue(budget),
                KpisPath = parsed.GetValue(kpis),
                ReadingsPath = parsed.GetValue(readings),
                AsOf = parsed.GetValue(day),
                ScoresPath = parsed.GetValue(scores),
                FactsPath = parsed.GetValue(facts),
            },
            output,
            error,
            terminal));
        return command;
    }

    private static int Run(string path, string format, Language language, bool strict, ReviewPage page, TextWriter output, TextWriter error, Terminal terminal)
    {
        if (!InputFile.TryRead(path, error, out byte[] bytes))
        {
            return ToolProgram.BadInput;
        }

        JsonReadResult<GrowthPlan> read = GrowthPlanJson.Read(bytes);
        if (!read.Succeeded)
        {
            InputFile.Report(path, read.Errors, error);
            return ToolProgram.BadInput;
        }

        PlanReview review;
        try
        {
            review = PlanReview.Of(read.Value);
        }
        catch (OverflowException overflow)
        {
            error.WriteLine($"{path}: the amounts of the plan are too large to be added up or compared: {overflow.Message}");
            return ToolProgram.BadInput;
        }

        if (!page.TryWrite(path, review, language))
        {
            return ToolProgram.BadInput;
        }

        switch (format)
        {
            case "json":
                JsonReview.Write(review, language, output);
                break;
            case "markdown":
                MarkdownReportWriter.Write(ReviewReport.Of(review, language), output);
                break;
            default:
                TextReportWriter.Write(ReviewReport.Of(review, language), output, terminal);
                break;
        }

        return strict && review.Audit.Findings.Count > 0 ? ToolProgram.Findings : ToolProgram.Success;
    }
}
