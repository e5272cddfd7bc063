using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson;
using ChannelModel.Tool.Reports;
using ChannelModel.Tool.Reports.Html;

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
        var command = new Command(
            "review",
            "Reviews a growth plan: attainment, variances, budgets, what each initiative would bring, and every contradiction in its numbers.\n\n"
            + "Example: channelmodel review docs/plans/growth-plan-2025.json --lang zh-Hans\n\n"
            + "Exit codes: 0 reviewed (findings are content), 1 findings with --strict, 2 bad input (nothing on standard output).")
        {
            file, format, language, strict, page,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(format),
            SharedOptions.LanguageOf(parsed.GetRequiredValue(language)),
            parsed.GetValue(strict),
            parsed.GetValue(page),
            output,
            error,
            terminal));
        return command;
    }

    private static int Run(string path, string format, Language language, bool strict, string? page, TextWriter output, TextWriter error, Terminal terminal)
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

        if (page is not null && !OutputFile.TryWrite(page, writer => HtmlReportWriter.Write(ReviewReport.Of(review, language), language, writer), error))
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
