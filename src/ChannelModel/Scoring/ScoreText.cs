using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Internal;

namespace ChannelModel.Scoring;

/// <summary>The wording of results, in both languages.</summary>
internal static class ScoreText
{
    public static string Number(decimal value, int decimals) => Exact.Format(value, decimals, string.Empty);

    public static string Of(ScoreResult result, Language language)
    {
        bool zh = language == Language.SimplifiedChinese;
        var lines = new List<string> { Head(result, language) };
        lines.AddRange(result.Contributions.Where(line => line.Criterion.Curve is not null).Select(line => "  " + Line(result, line, language)));
        foreach (GateCheck check in result.Gates.Where(check => check.Outcome == GateOutcome.NotChecked))
        {
            lines.Add(zh ? $"  未检查（无数据）：{Condition(result, check.Gate, language)}" : $"  Not checked, no data: {Condition(result, check.Gate, language)}");
        }

        if (result.Coverage != Rate.One && result.Contributions.Count > 0)
        {
            lines.Add(zh ? $"  有数据的权重：{result.Coverage.ToString("2", null)}" : $"  Values cover {result.Coverage.ToString("2", null)} of the weight.");
        }

        lines.AddRange(result.Reasons.Select(reason => "  " + reason.In(language)));
        if (result.GradeOfScore is Grade raw && raw != result.Grade)
        {
            lines.Add(zh ? $"  得分对应等级 {raw.Name.In(language)}，受限为 {result.Grade!.Name.In(language)}" : $"  The score alone is grade {raw.Name.En}, held at {result.Grade!.Name.En}.");
        }

        if (result.Losses.Count > 0)
        {
            string most = string.Join(zh ? "，" : ", ", result.Losses.Take(3).Select(line => $"{line.Criterion.Name.In(language)} {Number(line.Lost, result.Scorecard.Decimals)}"));
            lines.Add(zh ? "  失分最多：" + most : "  Most points are lost by " + most + ".");
        }

        if (result.Next is NextGrade next)
        {
            string[] ways = [.. result.Levers().Where(lever => lever.NeededForNextGrade is not null).Select(lever => Way(result, lever, language))];
            string points = Number(next.Points, result.Scorecard.Decimals);
            string at = Number(next.At, result.Scorecard.Decimals);
            lines.Add(zh
                ? $"  等级 {next.Grade.Name.In(language)} 需 {at} 分，还差 {points} 分" + (ways.Length == 0 ? string.Empty : "；单项可行：" + string.Join("，或 ", ways))
                : $"  Grade {next.Grade.Name.En} needs {at}: {points} points more" + (ways.Length == 0 ? "." : ", by " + string.Join(" or ", ways) + " alone."));
        }

        if (result.Actions.Count > 0)
        {
            lines.Add((zh ? "  后续动作：" : "  To do: ") + string.Join(zh ? "，" : ", ", result.Actions.Select(action => action.Text?.In(language) ?? action.ToString())));
        }

        return string.Join("\n", lines);
    }

    public static LocalText Missing(ScoreContribution line)
    {
        string zh = line.Criterion.Name.In(Language.SimplifiedChinese);
        return line.Missing == MissingCause.NoValue
            ? new LocalText($"{line.Criterion.Name.En} has no value, and there is no score without it.", $"{zh} 无数据，不予评分。")
            : new LocalText($"{line.Criterion.Name.En} has too few observations{Sample(line)}, and there is no score without it.", $"{zh} 样本不足{SampleZh(line)}，不予评分。");
    }

    private static string Head(ScoreResult result, Language language)
    {
        bool zh = language == Language.SimplifiedChinese;
        string card = result.Scorecard.Name.In(language);
        string score = result.Score is decimal points ? Number(points, result.Scorecard.Decimals) : string.Empty;
        string before = result.PreviousGrade is null ? string.Empty : zh ? $"（此前 {result.PreviousGrade}）" : $" (before: {result.PreviousGrade})";
        string grade = result.Grade is null ? string.Empty : (zh ? $"，等级 {result.Grade.Name.In(language)}" : $", grade {result.Grade.Name.En}") + before;
        string what = result.Status switch
        {
            ScoreStatus.Rated => zh ? $"{score} 分{grade}" : $"{score} of 100{grade}",
            ScoreStatus.KnockedOut => (zh ? "一票否决" : "knocked out") + (score.Length == 0 ? string.Empty : zh ? $"（得分 {score}）" : $" (score {score})"),
            _ => zh ? "不予评分" : "not rated",
        };
        return zh ? $"{result.Facts.Candidate}，{card}：{what}" : $"{result.Facts.Candidate}, {card}: {what}";
    }

    private static string Line(ScoreResult result, ScoreContribution line, Language language)
    {
        bool zh = language == Language.SimplifiedChinese;
        int decimals = result.Scorecard.Decimals;
        string name = line.Criterion.Name.In(language);
        string value = line.Value is null ? zh ? "无数据" : "no value" : line.Value.Value + (line.Sample is long n ? zh ? $"（样本 {n}）" : $" from {n}" : string.Empty);
        if (line.Moved is decimal moved)
        {
            string shown = Exact.Format(Exact.Round(moved, 2, RoundingMode.HalfAwayFromZero), 2, string.Empty) + "%";
            value += zh ? $"，按 {shown} 计" : $", counts as {shown}";
        }

        if (line.Missing == MissingCause.NotEnoughObservations)
        {
            value += zh ? "，样本不足" : ", too few observations";
        }

        if (line.IsExcluded)
        {
            string fate = line.Criterion.Missing.Kind == MissingKind.Fail ? zh ? "不予评分" : "no score without it" : zh ? "不计入，权重分给其他指标" : "left out, its weight goes to the others";
            return zh ? $"{name}：{value}，{fate}" : $"{name}: {value}, {fate}";
        }

        if (line.Missing != MissingCause.None)
        {
            string stands = Exact.Format(line.Criterion.Missing.Value, 0, string.Empty);
            value += zh ? $"，以 {stands} 分代替" : $", {stands} points stand in";
        }

        if (result.Score is null)
        {
            return zh ? $"{name}：{value}" : $"{name}: {value}";
        }

        string weight = line.Share.ToString("2", null);
        return zh
            ? $"{name}：{value}，权重 {weight}，得 {Number(line.Points, decimals)} 分，失 {Number(line.Lost, decimals)} 分"
            : $"{name}: {value}, weight {weight}: {Number(line.Points, decimals)} points, {Number(line.Lost, decimals)} lost";
    }

    private static string Condition(ScoreResult result, ScoreGate gate, Language language)
    {
        bool zh = language == Language.SimplifiedChinese;
        ScoreCriterion criterion = result.Scorecard.Criteria.First(known => known.Id == gate.Criterion);
        string name = criterion.Name.In(language);
        if (gate.Kind == GateKind.Evidence)
        {
            string sample = Exact.Format(gate.Bound, 0, string.Empty);
            return zh ? $"{name}样本少于 {sample}" : $"sample of {name} below {sample}";
        }

        Kpis.KpiValue bound = criterion.Unit.Make(gate.Bound);
        return zh ? $"{name}{(gate.IsAbove ? "高于" : "低于")} {bound}" : $"{name} {(gate.IsAbove ? "above" : "below")} {bound}";
    }

    private static string Way(ScoreResult result, ScoreLever lever, Language language)
    {
        Kpis.KpiValue value = result.Facts.ValueOf(lever.Criterion.Id.Value)!.Value;
        Kpis.KpiValue needed = lever.Criterion.Unit.Make(lever.NeededForNextGrade!.Value);
        return language == Language.SimplifiedChinese
            ? $"{lever.Criterion.Name.In(language)} 由 {value} 到 {needed}"
            : $"{lever.Criterion.Name.En} from {value} to {needed}";
    }

    private static string Sample(ScoreContribution line) => line.Sample is long n ? $" ({n})" : " (none stated)";

    private static string SampleZh(ScoreContribution line) => line.Sample is long n ? $"（{n}）" : "（未给出）";
}
