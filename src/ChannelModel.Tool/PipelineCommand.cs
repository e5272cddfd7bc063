using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson;
using ChannelModel.Serialization.SystemTextJson.Writing;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel pipeline</c>: where partnerships stand on a day, for how long, how many move on, and which are overdue.</summary>
internal static class PipelineCommand
{
    private static readonly Dictionary<PartnershipStage, string> Names = new()
    {
        [PartnershipStage.InitialContact] = "初步接触",
        [PartnershipStage.NeedsConfirmed] = "需求确认",
        [PartnershipStage.ContractSigned] = "合同签订",
        [PartnershipStage.ResourcesCommitted] = "资源投入",
        [PartnershipStage.EffectEvaluated] = "效果评估",
        [PartnershipStage.ContinuouslyOptimised] = "持续优化",
        [PartnershipStage.Suspended] = "中止",
        [PartnershipStage.Terminated] = "终止",
        [PartnershipStage.Renewed] = "续约",
    };

    public static Command Create(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("file") { Description = "The partnerships; see docs/contracts." };
        var asOf = new Option<string>("--as-of") { Description = "The day, such as 2025-03-01.", Required = true };
        Option<string> format = SharedOptions.TextOrJson();
        Option<string> language = SharedOptions.LanguageOption();
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 if a partnership is overdue." };
        var command = new Command(
            "pipeline",
            "Reports where partnerships stand on a day.\n\n"
            + "Example: channelmodel pipeline docs/contracts/partnerships-2025.json --as-of 2025-03-01\n\n"
            + "Exit codes: 0 reported, 1 overdue partnerships with --strict, 2 bad input.")
        {
            file, asOf, format, language, strict,
        };
        command.SetAction(parsed => Report(
            parsed.GetRequiredValue(file), parsed.GetRequiredValue(asOf), parsed.GetRequiredValue(format), SharedOptions.LanguageOf(parsed.GetRequiredValue(language)) == Language.SimplifiedChinese, parsed.GetValue(strict), output, error));
        return command;
    }

    private static int Report(string path, string asOf, string format, bool zh, bool strict, TextWriter output, TextWriter error)
    {
        if (!LocalDatePattern.Iso.Parse(asOf).TryGetValue(default, out LocalDate day))
        {
            error.WriteLine($"channelmodel: --as-of '{asOf}' is no date, expected one such as 2025-03-01");
            return ToolProgram.BadInput;
        }

        if (!InputFile.TryRead(path, error, out byte[] bytes))
        {
            return ToolProgram.BadInput;
        }

        JsonReadResult<PartnershipBook> read = PartnershipBookJson.Read(bytes);
        if (!read.Succeeded)
        {
            InputFile.Report(path, read.Errors, error);
            return ToolProgram.BadInput;
        }

        Pipeline pipeline = read.Value.AsOf(day);
        if (format == "json")
        {
            WriteJson(pipeline, zh ? Language.SimplifiedChinese : Language.English, output);
            return strict && pipeline.Overdue.Count > 0 ? ToolProgram.Findings : ToolProgram.Success;
        }

        output.WriteLine(zh ? $"合作进度，{asOf}" : $"Partnerships on {asOf}");
        string[] head = zh ? ["阶段", "数量", "最短天数", "中位天数", "最长天数", "曾到达", "已推进", "转化"] : ["stage", "count", "youngest", "median", "oldest", "came", "moved on", "conversion"];
        var rows = new List<string[]> { head };
        rows.AddRange(pipeline.Stages.Select(stage => new[]
        {
            Name(stage.Stage, zh), Number(stage.Count), Number(stage.YoungestDays), Number(stage.MedianDays), Number(stage.OldestDays), Number(stage.Entered), Number(stage.MovedOn),
            stage.Conversion is Rate rate && StageTransition.All.Any(transition => transition.From == stage.Stage && transition.IsForward) ? rate.ToString("1", CultureInfo.InvariantCulture) : "-",
        }));
        int[] widths = [.. head.Select((_, column) => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            output.WriteLine("  " + string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd());
        }

        output.WriteLine(pipeline.Overdue.Count == 0 ? (zh ? "无逾期" : "Nothing is overdue") : zh ? "逾期" : "Overdue");
        foreach (OverduePartnership late in pipeline.Overdue)
        {
            string unmet = string.Join(zh ? "、" : ", ", late.Unmet.Select(criterion => criterion.Name.In(zh ? Language.SimplifiedChinese : Language.English)));
            output.WriteLine(zh
                ? $"  {late.Partnership.Partner.Name.In(Language.SimplifiedChinese)}：{Names[late.Partnership.Stage]}{Number(late.Days)}天，期限{Number(late.LimitDays)}天；未满足：{(unmet.Length == 0 ? "无" : unmet)}"
                : $"  {late.Partnership.Partner.Name.En}: {Number(late.Days)} days in {Name(late.Partnership.Stage, zh: false)}, at most {Number(late.LimitDays)}; not shown: {(unmet.Length == 0 ? "nothing" : unmet)}");
        }

        return strict && pipeline.Overdue.Count > 0 ? ToolProgram.Findings : ToolProgram.Success;
    }

    private static void WriteJson(Pipeline pipeline, Language language, TextWriter output) => output.Write(JsonText.Object(json =>
    {
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("asOf", LocalDatePattern.Iso.Format(pipeline.AsOf));
        json.WriteStartArray("stages");
        foreach (StageReport stage in pipeline.Stages)
        {
            json.WriteStartObject();
            json.WriteString("stage", JsonText.Word(stage.Stage));
            json.WriteNumber("count", stage.Count);
            Days("youngestDays", stage.YoungestDays);
            Days("medianDays", stage.MedianDays);
            Days("oldestDays", stage.OldestDays);
            json.WriteNumber("entered", stage.Entered);
            json.WriteNumber("movedOn", stage.MovedOn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("overdue");
        foreach (OverduePartnership late in pipeline.Overdue)
        {
            json.WriteStartObject();
            json.WriteString("partner", late.Partnership.Partner.Name.In(language));
            json.WriteString("stage", JsonText.Word(late.Partnership.Stage));
            json.WriteNumber("days", late.Days);
            json.WriteNumber("limitDays", late.LimitDays);
            json.WriteStartArray("unmet");
            foreach (StageCriterion criterion in late.Unmet)
            {
                json.WriteStringValue(criterion.Name.In(language));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();

        void Days(string name, int? days)
        {
            if (days is int known)
            {
                json.WriteNumber(name, known);
            }
        }
    }));

    private static string Name(PartnershipStage stage, bool zh) => zh ? Names[stage] : string.Concat(stage.ToString().Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? string.Empty : " ") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static string Number(int? number) => number is int known ? known.ToString(CultureInfo.InvariantCulture) : "-";
}
