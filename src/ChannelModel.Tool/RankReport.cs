using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Scoring;
using ChannelModel.Tool.Reports;

namespace ChannelModel.Tool;

/// <summary>A ranking as a report: the list, the weights, the reason, and how stable it is.</summary>
internal static class RankReport
{
    public static Report Of(Ranking ranking, string weights, int rejected, bool stability, Language language)
    {
        string Say(string en, string zhHans) => language == Language.SimplifiedChinese ? zhHans : en;
        var list = new ReportTable((Say("Rank", "名次"), true), (Say("Candidate", "候选"), false), (Say("Score", "得分"), true));
        foreach (RankedCandidate entry in ranking.Entries)
        {
            list.Add(Whole(entry.Rank) + (entry.IsTied ? "=" : string.Empty), entry.Candidate.Value, Four(entry.Score));
        }

        var sentences = new List<string> { ranking.Rationale.In(language) };
        if (ranking.Detail.Verdict is LocalText verdict)
        {
            sentences.Add(verdict.In(language));
        }

        if (ranking.Method.IsRelative)
        {
            sentences.Add(Say("A relative method: the order of two can change because a third joins or leaves.", "相对方法：第三者的加入或退出可能改变两者的先后。"));
        }

        if (rejected > 0)
        {
            sentences.Add(Say($"{Whole(rejected)} rejected row{(rejected == 1 ? string.Empty : "s")} not ranked.", $"{Whole(rejected)}行被拒绝，未参与排名。"));
        }

        sentences.AddRange(ranking.Diagnostics.Select(diagnostic => Say("Note: ", "注意：") + diagnostic.Message.In(language)));
        var sections = new List<ReportSection> { new(Say("Ranking", "排名"), sentences, list), new(Say("Weights", "权重"), [WeightsFrom(weights, ranking, Say)], WeightTable(ranking, stability, language)) };
        if (stability)
        {
            sections.Add(new ReportSection(Say("When one leaves", "若一家退出"), Departures(ranking, language)));
        }

        string direction = ranking.Method.HigherIsBetter ? Say("higher is better", "越高越好") : Say("lower is better", "越低越好");
        return new Report($"{ranking.Method.Name} · {direction}", sections);
    }

    /// <summary>What happens when one leaves, in sentences; also where the report cannot be made.</summary>
    public static IReadOnlyList<string> Departures(Ranking ranking, Language language)
    {
        string Say(string en, string zhHans) => language == Language.SimplifiedChinese ? zhHans : en;
        if (ranking.Entries.Count > LeaveOneOut.MaxCandidates)
        {
            return [Say($"Not looked at: {Whole(ranking.Entries.Count)} candidates are above the limit of {Whole(LeaveOneOut.MaxCandidates)}.", $"未检查：{Whole(ranking.Entries.Count)}个候选超过上限{Whole(LeaveOneOut.MaxCandidates)}。")];
        }

        LeaveOneOut report = LeaveOneOut.Of(ranking);
        string[] refused = [.. report.Refused.Select(one => Say($"Without '{one.Candidate}' the method cannot rank the rest: {one.Message}", $"若“{one.Candidate}”退出，该方法无法对其余排名：{one.Message}"))];
        return report.Reversals.Count == 0
            ? [Say("No departure makes others swap.", "任何一家退出都不改变其余的先后。"), .. refused]
            : [.. report.Reversals.Select(reversal => reversal.Explain(language)), .. refused];
    }

    private static string WeightsFrom(string weights, Ranking ranking, Func<string, string, string> say) => MethodChoice.Weighting(weights) is WeightingMethod method
        ? say($"From the data, by {method.Name}.", $"来自数据：{method.Name}。")
        : ranking.Matrix.Weights.Count == 1 ? say("One criterion.", "单一指标。") : say("As given, divided by their sum; equal where none are given.", "按给定值除以其总和；未给定时相等。");

    private static ReportTable WeightTable(Ranking ranking, bool stability, Language language)
    {
        string Say(string en, string zhHans) => language == Language.SimplifiedChinese ? zhHans : en;
        WeightStability? found = stability && ranking.Detail is (WeightedSumDetail or SpotisDetail or PrometheeDetail) ? WeightStability.Of(ranking) : null;
        (string, bool)[] columns = [(Say("Criterion", "指标"), false), (Say("Weight", "权重"), true)];
        var table = new ReportTable(found is null ? columns : [.. columns, (Say("Order holds", "次序不变"), true), (Say("First stays", "第一不变"), true), (Say("Beyond", "越界时"), false)]);
        foreach (DecisionCriterion criterion in ranking.Matrix.Criteria)
        {
            string name = criterion.Name.In(language) + (criterion.Unit is null ? string.Empty : $" ({criterion.Unit})");
            string weight = Four(ranking.Matrix.Weights[criterion.Id]);
            if (found is null)
            {
                table.Add(name, weight);
                continue;
            }

            WeightInterval interval = found[criterion.Id.Value];
            string[] swaps = [.. new[] { interval.From, interval.To }.Where(limit => limit.Falls is not null)
                .Select(limit => Say($"at {Four(limit.Weight)} {limit.Rises} passes {limit.Falls}", $"{Four(limit.Weight)}处{limit.Rises}超过{limit.Falls}"))];
            table.Add(name, weight, Range(interval.From, interval.To), Range(interval.TopFrom, interval.TopTo), swaps.Length == 0 ? "–" : string.Join("; ", swaps));
        }

        return table;
    }

    private static string Range(WeightLimit from, WeightLimit to) => $"{Four(from.Weight)} – {Four(to.Weight)}";

    private static string Four(double value)
    {
        string text = value.ToString("F4", CultureInfo.InvariantCulture);
        return text == "-0.0000" ? "0.0000" : text;
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
