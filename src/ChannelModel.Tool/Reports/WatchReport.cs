using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Kpis;
using NodaTime.Text;

namespace ChannelModel.Tool.Reports;

/// <summary>Words a watching of KPIs as a report.</summary>
internal sealed class WatchReport
{
    private readonly KpiWatchReport _report;
    private readonly int _rejected;
    private readonly Language _language;

    private WatchReport(KpiWatchReport report, int rejected, Language language)
    {
        _report = report;
        _rejected = rejected;
        _language = language;
    }

    public static Report Of(KpiWatchReport report, int rejected, Language language, bool onLastDay = false)
    {
        var words = new WatchReport(report, rejected, language);
        KpiSet set = report.Set;
        string title = $"{set.Name.In(language)} · {LocalDatePattern.Iso.Format(set.Period.Start)} – {LocalDatePattern.Iso.Format(set.Period.End)} · {words.Say("as of", "截至")} {LocalDatePattern.Iso.Format(report.AsOf)}{(onLastDay ? words.Say(", the day of the last reading", "（最后一次读数之日）") : string.Empty)}";
        ReportSection warnings = words.Warnings();
        ReportSection?[] sections = [words.Summary(), words.Kpis(), words.Forecasts(), words.Subjects(), warnings, words.History(), words.Reported()];
        return new Report(title, [.. sections.OfType<ReportSection>()]) { Tiles = [words.Tile(warnings)] };
    }

    private ReportTile Tile(ReportSection warnings)
    {
        string[] kpis = [.. _report.Active.Select(alert => alert.Kpi.Name.In(_language)).Distinct()];
        return new ReportTile(
            Say("Active warnings", "未解除的预警"),
            Whole(_report.Active.Count),
            kpis.Length == 0 ? Say("none of the rules applies", "未触发任何规则") : string.Join(Say(", ", "、"), kpis),
            warnings,
            _report.Active.Count > 0);
    }

    /// <summary>Attainment now and as forecast, of the KPIs that have both.</summary>
    private IReadOnlyList<ReportChart> Charts()
    {
        (string Name, Rate Now, Rate End)[] lines =
        [
            .. from line in _report.Lines
               where line is { Subject: null, Assessment.Attainment: not null, ForecastAssessment.Attainment: not null }
               select (line.Watch.Kpi.Name.In(_language), line.Assessment!.Attainment!.Value, line.ForecastAssessment!.Attainment!.Value),
        ];
        return lines.Length == 0
            ? []
            :
            [
                ReportChart.Bars(
                    Say("Attainment of targets", "目标达成率"),
                    Say("How much of each target is reached on the day, and by the forecast at the period's end.", "各指标截至当日的达成率，以及按预测期末的达成率。"),
                    "%",
                    [.. lines.Select(line => line.Name)],
                    new ChartSeries(Say("so far", "截至当日"), [.. lines.Select(line => (double)line.Now.ToPercent())]),
                    new ChartSeries(Say("forecast", "期末预测"), [.. lines.Select(line => (double)line.End.ToPercent())])),
            ];
    }

    private ReportSection Summary()
    {
        int missing = _report.Lines.Count(line => line.Subject is null && line.Total.Count == 0);
        return new ReportSection(
            Say("Summary", "摘要"),
            [
                Say($"Warnings: {Whole(_report.Active.Count)} active.", $"预警：{Whole(_report.Active.Count)}项未解除。"),
                Say(
                    $"Readings: {Whole(_report.Lines.Sum(line => line.Readings.Count))} watched, {Whole(_report.Later)} later than the day, {Whole(_rejected)} rejected.",
                    $"读数：采用{Whole(_report.Lines.Sum(line => line.Readings.Count))}条，晚于截止日{Whole(_report.Later)}条，拒绝{Whole(_rejected)}条。"),
                Say($"KPIs without data in the period: {Whole(missing)}; no data is not 0.", $"本期无数据的指标：{Whole(missing)}项；无数据不等于0。"),
            ]);
    }

    private ReportSection Kpis()
    {
        var table = new ReportTable(
            ("KPI", false),
            (Say("Value", "数值"), true),
            (Say("Target", "目标"), true),
            (Say("Attained", "达成率"), true),
            (Say("Progress", "进度"), true),
            (Say("Pace", "应有进度比"), true),
            (Say("Status", "状态"), false));
        foreach (KpiWatchLine line in _report.Lines.Where(line => line.Subject is null))
        {
            table.Add(
                line.Watch.Kpi.Name.In(_language),
                Show(line.Total.Figure),
                Target(line.Watch.Target),
                Show(line.Assessment?.Attainment),
                Show(line.Assessment?.Progress),
                Show(line.Pacing?.Ratio),
                line.Status?.Name.In(_language) ?? "–");
        }

        return new ReportSection(
            Say("KPIs", "指标"),
            [
                Say(
                    "Value: the readings of the period as one. Pace: what is reached of what the season expects by now. – stands where a figure is missing.",
                    "数值为本期读数汇总；应有进度比为实际与按季节应达之比；“–”表示缺失。"),
            ],
            table)
        {
            Charts = Charts(),
        };
    }

    private ReportSection Forecasts()
    {
        var table = new ReportTable(
            ("KPI", false),
            (Say("Method", "方法"), false),
            (Say("Forecast", "期末预测"), true),
            (Say("95 % interval", "95%区间"), true),
            (Say("Attained", "达成率"), true),
            (Say("Readings", "读数"), true));
        foreach (KpiWatchLine line in _report.Lines.Where(line => line.Subject is null))
        {
            KpiForecast forecast = line.Forecast!;
            table.Add(
                line.Watch.Kpi.Name.In(_language),
                forecast.Method switch
                {
                    KpiForecastMethod.RunRate => Say("run rate", "按日推算"),
                    KpiForecastMethod.Seasonal => Say("seasonal", "按季节推算"),
                    _ => Say("trend line", "趋势线"),
                },
                Show(forecast.Value),
                forecast.Low.Value is KpiValue low && forecast.High.Value is KpiValue high ? $"{Show(low)} – {Show(high)}" : "–",
                Show(line.ForecastAssessment?.Attainment),
                Whole(forecast.Readings));
        }

        return new ReportSection(
            Say("Forecast of the period's end", "期末预测"),
            [
                Say(
                    "As if the period went on as it began. The interval knows the spread of the readings so far, and no campaign or change to come.",
                    "假定后续与本期至今相同；区间只反映已有波动，不含未来活动与变化。"),
            ],
            table);
    }

    private ReportSection? Subjects()
    {
        KpiWatchLine[] lines = [.. _report.Lines.Where(line => line.Subject is not null)];
        if (lines.Length == 0)
        {
            return null;
        }

        var table = new ReportTable(
            ("KPI", false), (Say("Of", "对象"), false), (Say("Period", "本期"), true), (Say("Newest", "最新"), true), (Say("Change a week", "每周变化"), true), (Say("Readings", "读数"), true));
        foreach (KpiWatchLine line in lines)
        {
            table.Add(
                line.Watch.Kpi.Name.In(_language),
                _report.Set.NameOf(line.Subject!).In(_language),
                Show(line.Total.Figure),
                line.Readings.Latest is KpiReading newest ? Show(newest.Value) : "–",
                line.Trend.Over(7) is decimal change ? Signed(change) + (line.Watch.Kpi.Unit.Kind == KpiUnitKind.Percent ? Say(" points", "个百分点") : string.Empty) : "–",
                Whole(line.Readings.Count));
        }

        return new ReportSection(
            Say("Partners", "合作方"),
            [Say("Change a week: the median slope between all readings (Theil-Sen); of sums, of the amount for a day.", "每周变化为全部读数两两斜率的中位数（Theil-Sen）；累加指标按日均计。")],
            table);
    }

    private ReportSection Warnings()
    {
        if (_report.Active.Count == 0)
        {
            return new ReportSection(Say("Active warnings", "未解除的预警"), [Say("None.", "无。")]);
        }

        var table = new ReportTable((Say("Since", "起始"), false), (Say("Newest", "最新"), false), (Say("Rule", "规则"), false), (Say("Warning", "预警"), false));
        foreach (KpiAlert alert in _report.Active)
        {
            table.Add(LocalDatePattern.Iso.Format(alert.Since), LocalDatePattern.Iso.Format(alert.On), alert.Rule.Id.Value, alert.Sentence.In(_language));
        }

        return new ReportSection(Say("Active warnings", "未解除的预警"), [], table);
    }

    private ReportSection? History()
    {
        KpiAlert[] changes = [.. _report.Alerts.Where(alert => alert.State != KpiAlertState.Held)];
        if (changes.Length == 0)
        {
            return null;
        }

        var table = new ReportTable((Say("Day", "日期"), false), (Say("Rule", "规则"), false), (Say("What happened", "经过"), false));
        foreach (KpiAlert alert in changes)
        {
            table.Add(LocalDatePattern.Iso.Format(alert.On), alert.Rule.Id.Value, alert.Sentence.In(_language));
        }

        return new ReportSection(Say("Warnings raised and cleared", "预警的触发与解除"), [], table);
    }

    private ReportSection? Reported()
    {
        if (_report.Reported.Count == 0)
        {
            return null;
        }

        var table = new ReportTable(
            (Say("Days", "日期"), false), ("KPI", false), (Say("Of", "对象"), false), (Say("Excess", "偏差"), true), (Say("Score", "稳健得分"), true), (Say("Verdict", "结论"), false));
        foreach (KpiReportedLine line in _report.Reported)
        {
            table.Add(
                $"{LocalDatePattern.Iso.Format(line.Period.Start)} – {LocalDatePattern.Iso.Format(line.Period.End)}",
                line.Kpi.Name.In(_language),
                line.Subject is Id<KpiSubject> subject ? _report.Set.NameOf(subject).In(_language) : "–",
                Show(line.Check.Excess),
                line.Score is decimal score ? score.ToString("0.00", CultureInfo.InvariantCulture) + (line.IsOutlier ? Say(" outlier", " 离群") : string.Empty) : "–",
                line.Check.Explain(_language));
        }

        return new ReportSection(
            Say("Reported against measured", "上报与监测对照"),
            [
                Say(
                    "Excess: (reported - measured) / measured. Score: the excess against those of all reports, by the median absolute deviation; beyond 3.5 it is an outlier.",
                    "偏差为（上报-监测）/监测；稳健得分按中位数绝对偏差计，超过3.5为离群。"),
            ],
            table);
    }

    private string Say(string en, string zhHans) => _language == Language.SimplifiedChinese ? zhHans : en;

    private static string Target(KpiTarget? target) => target is null ? "–" : target.From == target.To ? Show(target.From) : $"{Show(target.From)} – {Show(target.To)}";

    private static string Show(Rate? rate) => rate is Rate known ? known.ToString("2", CultureInfo.InvariantCulture) : "–";

    private static string Show(KpiFigure figure) => figure.Value is KpiValue value ? Show(value) : "–";

    /// <summary>Percentages and numbers with at most 2 decimals; money in whole units where it is large.</summary>
    private static string Show(KpiValue value)
    {
        switch (value.Kind)
        {
            case KpiUnitKind.Percent:
                return value.ToRate().ToString("2", CultureInfo.InvariantCulture);
            case KpiUnitKind.Money:
                int decimals = System.Math.Abs(value.Amount) >= 10_000m ? 0 : value.Currency!.Value.MinorUnits ?? 2;
                return Grouped(Rounding.HalfAwayFromZero.Round(value.Amount, decimals), decimals) + " " + value.Currency!.Value.Code;
            default:
                return Grouped(Rounding.HalfAwayFromZero.Round(value.Amount, 2), 0);
        }
    }

    private static string Signed(decimal change) => (change > 0m ? "+" : string.Empty) + Grouped(Rounding.HalfAwayFromZero.Round(change, 2), 0);

    private static string Grouped(decimal number, int decimals)
    {
        NumberFormatInfo spaces = new() { NumberGroupSeparator = " ", NumberDecimalSeparator = ".", NegativeSign = "-" };
        return number.ToString(decimals > 0 ? "#,##0." + new string('0', decimals) : "#,##0.##", spaces);
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
