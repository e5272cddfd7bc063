using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Serialization.SystemTextJson;
using ChannelModel.Tool.Reports;
using ChannelModel.Tool.Reports.Html;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel watch</c>: judges KPIs on a day; a bad row of readings is rejected with its line and reason, and the rest is judged.</summary>
internal static class WatchCommand
{
    public static Command Create(TextWriter output, TextWriter error, Terminal terminal)
    {
        var kpis = new Option<string>("--kpis") { Description = "The KPIs with targets, bands and rules; see docs/plans/kpis.", Required = true };
        var readings = new Option<string>("--readings") { Description = "The readings as CSV: kpi, start, end, source, and of subject, value, numerator, denominator, sample what there is.", Required = true };
        var day = new Option<string?>("--as-of") { Description = "The day, such as 2025-02-09; readings that end later are not looked at. Without it the day of the last reading.", HelpName = "DATE" };
        var rejects = new Option<string?>("--rejects") { Description = "Where rejected rows are written, with line and reason; else they go to standard error." };
        Option<string> format = SharedOptions.Format();
        Option<string> language = SharedOptions.LanguageOption();
        Option<bool> strict = SharedOptions.Strict();
        Option<string?> page = SharedOptions.ReportFile();
        var command = new Command(
            "watch",
            "Judges KPIs on a day: attainment, pace, forecast, status, early warnings, and what partners report against what was measured.\n\n"
            + "Example: channelmodel watch --kpis docs/plans/kpis/growth-plan-2025.json --readings docs/plans/kpis/growth-plan-2025.csv --as-of 2025-02-09\n\n"
            + "Exit codes: 0 watched (warnings are content), 1 warnings or rejected rows with --strict, 2 bad input (nothing on standard output).")
        {
            kpis, readings, day, rejects, format, language, strict, page,
        };
        command.SetAction(parsed =>
        {
            Language spoken = SharedOptions.LanguageOf(parsed.GetRequiredValue(language));
            if (Watch(parsed.GetRequiredValue(kpis), parsed.GetRequiredValue(readings), parsed.GetValue(rejects), parsed.GetValue(day), spoken, error) is not (KpiWatchReport report, int rejected, bool last))
            {
                return ToolProgram.BadInput;
            }

            if (parsed.GetValue(page) is string file && !OutputFile.TryWrite(file, writer => HtmlReportWriter.Write(WatchReport.Of(report, rejected, spoken, last), spoken, writer), error))
            {
                return ToolProgram.BadInput;
            }

            switch (parsed.GetRequiredValue(format))
            {
                case "json":
                    JsonWatch.Write(report, rejected, spoken, last, output);
                    break;
                case "markdown":
                    MarkdownReportWriter.Write(WatchReport.Of(report, rejected, spoken, last), output);
                    break;
                default:
                    TextReportWriter.Write(WatchReport.Of(report, rejected, spoken, last), output, terminal);
                    break;
            }

            return parsed.GetValue(strict) && (report.Active.Count > 0 || rejected > 0) ? ToolProgram.Findings : ToolProgram.Success;
        });
        return command;
    }

    /// <summary>Reads KPIs and readings and judges them on the day, or on that of the last reading; nothing where one of them is wrong, which has been said.</summary>
    public static (KpiWatchReport Report, int Rejected, bool OnLastDay)? Watch(string kpisPath, string readingsPath, string? rejectsPath, string? day, Language language, TextWriter error)
    {
        LocalDate asOf = default;
        if (day is not null && !LocalDatePattern.Iso.Parse(day).TryGetValue(default, out asOf))
        {
            error.WriteLine($"channelmodel: '{day}' is not a date; expected a date of the calendar such as 2025-02-09");
            return null;
        }

        if (!InputFile.TryRead(kpisPath, error, out byte[] bytes))
        {
            return null;
        }

        JsonReadResult<KpiSet> set = KpiSetJson.Read(bytes);
        if (!set.Succeeded)
        {
            InputFile.Report(kpisPath, set.Errors, error);
            return null;
        }

        if (!InputFile.AreApart([kpisPath, readingsPath], [rejectsPath], error))
        {
            return null;
        }

        var rejected = new List<RejectedRow>();
        if (ReadingsFile.Read(readingsPath, set.Value, rejected, error) is not List<ReadingRow> rows)
        {
            return null;
        }

        if (day is null && rows.Count == 0)
        {
            RejectsFile.Write(rejectsPath, readingsPath, rejected, error);
            error.WriteLine($"{readingsPath}: there is no reading, and so no last day; expected readings, or --as-of");
            return null;
        }

        asOf = day is null ? rows.Max(row => row.Reading.Period.End) : asOf;
        KpiWatchReport report = set.Value.Watch(rows.ConvertAll(row => row.Reading), asOf);
        foreach (KpiRejection rejection in report.Rejected)
        {
            rejected.Add(new RejectedRow(rows[rejection.Index].Line, rejection.Reason.In(language), rows[rejection.Index].Text));
        }

        rejected.Sort((a, b) => a.Line.CompareTo(b.Line));
        RejectsFile.Write(rejectsPath, readingsPath, rejected, error);
        return (report, rejected.Count, day is null);
    }
}
