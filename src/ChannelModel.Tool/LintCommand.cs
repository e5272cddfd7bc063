using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson;
using ChannelModel.Serialization.SystemTextJson.Writing;
using ChannelModel.Tool.Reports;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel lint PLAN.json</c>.</summary>
internal static class LintCommand
{
    public static Command Create(TextWriter output, TextWriter error, Terminal terminal)
    {
        var file = new Argument<string>("PLAN.json") { Description = "The commission plan; see docs/plans/commissions for examples." };
        Option<string> format = SharedOptions.Format();
        Option<string> language = SharedOptions.LanguageOption();
        Option<bool> strict = SharedOptions.Strict();
        var command = new Command(
            "lint",
            "Reads a commission plan and lists what it pays in ways that surprise: cliffs with their value and size, falling tiers, tiers that nobody reaches.\n\n"
            + "Example: channelmodel lint docs/plans/commissions/retroactive.json\n\n"
            + "Exit codes: 0 read (findings are content), 1 findings with --strict, 2 bad input (nothing on standard output).")
        {
            file, format, language, strict,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(format),
            SharedOptions.LanguageOf(parsed.GetRequiredValue(language)),
            parsed.GetValue(strict),
            output,
            error,
            terminal));
        return command;
    }

    private static int Run(string path, string format, Language language, bool strict, TextWriter output, TextWriter error, Terminal terminal)
    {
        if (!InputFile.TryRead(path, error, out byte[] bytes))
        {
            return ToolProgram.BadInput;
        }

        JsonReadResult<CommissionPlan> read = CommissionPlanJson.Read(bytes);
        if (!read.Succeeded)
        {
            InputFile.Report(path, read.Errors, error);
            return ToolProgram.BadInput;
        }

        IReadOnlyList<PlanFinding> findings = PlanLint.Check(read.Value);
        switch (format)
        {
            case "json":
                Write(read.Value, findings, language, output);
                break;
            case "markdown":
                MarkdownReportWriter.Write(ReportOf(read.Value, findings, language), output);
                break;
            default:
                TextReportWriter.Write(ReportOf(read.Value, findings, language), output, terminal);
                break;
        }

        return strict && findings.Count > 0 ? ToolProgram.Findings : ToolProgram.Success;
    }

    private static Report ReportOf(CommissionPlan plan, IReadOnlyList<PlanFinding> findings, Language language)
    {
        string Say(string en, string zhHans) => language == Language.SimplifiedChinese ? zhHans : en;
        string title = $"{plan.Name} · {plan.Currency}";
        if (findings.Count == 0)
        {
            return new Report(title, [new ReportSection(Say("Lint", "检查"), [Say("No finding.", "无发现。")])]);
        }

        var table = new ReportTable(
            (Say("Component", "组成"), false),
            (Say("Tier", "档位"), true),
            (Say("At", "位置"), true),
            (Say("Size", "幅度"), true),
            (Say("Finding", "发现"), false));
        foreach (PlanFinding finding in findings)
        {
            table.Add(
                finding.Component,
                finding.Tier.ToString(CultureInfo.InvariantCulture),
                finding.At?.ToString(CultureInfo.InvariantCulture) ?? "–",
                finding.Size?.ToString("N", CultureInfo.InvariantCulture) ?? "–",
                finding.Message.In(language));
        }

        return new Report(title, [new ReportSection(Say("Lint", "检查"), [], table)]);
    }

    private static void Write(CommissionPlan plan, IReadOnlyList<PlanFinding> findings, Language language, TextWriter output)
    {
        output.Write(JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("plan", plan.Name.Value);
            json.WriteString("currency", plan.Currency.Code);
            json.WriteStartArray("findings");
            foreach (PlanFinding finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("kind", JsonText.Word(finding.Kind));
                json.WriteString("component", finding.Component);
                json.WriteNumber("tier", finding.Tier);
                if (finding.At is decimal at)
                {
                    json.WriteString("at", at.ToString(CultureInfo.InvariantCulture));
                }

                if (finding.Size is Money size)
                {
                    json.WriteString("size", size.Amount.ToString(CultureInfo.InvariantCulture));
                }

                json.WriteString("sentence", finding.Message.In(language));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }));
    }
}
