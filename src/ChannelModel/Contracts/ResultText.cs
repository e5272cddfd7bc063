using System;
using ChannelModel.Internal;

namespace ChannelModel.Contracts;

/// <summary>The wording of judgements, in both languages.</summary>
internal static class ResultText
{
    public static string Number(decimal value) => Exact.Format(value, 0, " ");

    public static LocalText Of(CommitmentResult result)
    {
        Commitment commitment = result.Commitment;
        string percent = commitment.Metric.Kind == MetricKind.Rate ? "%" : string.Empty;
        string when = Dates.Text(result.Period) + (result.Session is null ? string.Empty : " (" + result.Session + ")");
        string whenZh = when.Replace(" to ", " 至 ");
        string value = result.Value is decimal known ? Number(known) + percent : "-";
        string threshold = Number(result.Threshold) + percent;
        string bound = commitment.Bound == CommitmentBound.AtLeast ? "at least" : "at most";
        string boundZh = commitment.Bound == CommitmentBound.AtLeast ? "不低于" : "不高于";
        string deviation = Number(result.Deviation) + (percent.Length == 0 ? string.Empty : " points");
        string deviationZh = Number(result.Deviation) + (percent.Length == 0 ? string.Empty : "个百分点");
        (string en, string zh) = result.Status switch
        {
            CommitmentStatus.Kept => ("kept", "达标"),
            CommitmentStatus.Exceeded => ("exceeded by " + deviation, "超出" + deviationZh),
            CommitmentStatus.Missed => ("missed by " + deviation, "差" + deviationZh),
            CommitmentStatus.Cured => ("cured within the days of grace", "宽限期内补足"),
            CommitmentStatus.Excused => ("excused by force majeure", "不可抗力免责"),
            _ => ("not judged, readings are missing", "数据缺失，未评定"),
        };
        (string alsoEn, string alsoZh) = result.Verdict switch
        {
            MeasurementVerdict.Falsified => ($"; the report of {Number(result.Reported ?? 0m)}{percent} is falsified", $"；上报{Number(result.Reported ?? 0m)}{percent}，属虚报"),
            MeasurementVerdict.Overstated => ($"; the report of {Number(result.Reported ?? 0m)}{percent} overstates", $"；上报{Number(result.Reported ?? 0m)}{percent}，偏高"),
            MeasurementVerdict.Understated => ($"; the report of {Number(result.Reported ?? 0m)}{percent} understates", $"；上报{Number(result.Reported ?? 0m)}{percent}，偏低"),
            _ => (string.Empty, string.Empty),
        };
        return new LocalText(
            $"{commitment.Code}, {when}: {value} of {bound} {threshold}, {en}{alsoEn}",
            $"{commitment.Metric.Name.In(Language.SimplifiedChinese)}（{commitment.Code}），{whenZh}：{value}，约定{boundZh} {threshold}，{zh}{alsoZh}");
    }
}
