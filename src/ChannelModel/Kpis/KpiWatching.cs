using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>One watching of a set: sorts the readings, then judges each KPI.</summary>
internal sealed class KpiWatching
{
    private readonly KpiSet _set;
    private readonly LocalDate _asOf;
    private readonly KpiConfidence _confidence;
    private readonly List<KpiReading> _good = [];
    private readonly List<KpiRejection> _rejected = [];
    private readonly List<KpiWatchLine> _lines = [];
    private readonly List<KpiAlert> _alerts = [];
    private readonly List<KpiReportedLine> _reported = [];
    private int _later;

    private KpiWatching(KpiSet set, LocalDate asOf, KpiConfidence confidence)
    {
        _set = set;
        _asOf = asOf;
        _confidence = confidence;
    }

    public static KpiWatchReport Run(KpiSet set, IEnumerable<KpiReading> readings, LocalDate asOf, KpiConfidence confidence)
    {
        StudentT.Quantile(confidence, 1);
        var watching = new KpiWatching(set, asOf, confidence);
        watching.Sort(readings);
        foreach (KpiWatch watch in set.Kpis)
        {
            watching.Judge(watch);
        }

        return new KpiWatchReport(
            set,
            asOf,
            watching._lines,
            watching._alerts.OrderBy(alert => alert.On).ToArray(),
            watching._reported,
            watching._rejected.OrderBy(rejection => rejection.Index).ToArray(),
            watching._later);
    }

    private void Sort(IEnumerable<KpiReading> readings)
    {
        var known = new List<(int Index, KpiReading Reading, string? Source)>();
        int index = 0;
        foreach (KpiReading reading in readings)
        {
            if (_set.Find(reading.Kpi.Id) is not KpiWatch watch)
            {
                Reject(index, reading, $"KPI '{reading.Kpi.Id}' is not in the set", $"指标“{reading.Kpi.Id}”不在此组中");
            }
            else if (watch.Kpi.Unit != reading.Kpi.Unit || watch.Kpi.Aggregation != reading.Kpi.Aggregation)
            {
                Reject(index, reading, $"KPI '{reading.Kpi.Id}' has another unit or aggregation than in the set", $"指标“{reading.Kpi.Id}”的单位或汇总方式与此组不同");
            }
            else if (reading.Period.End > _asOf)
            {
                _later++;
            }
            else
            {
                known.Add((index, reading, watch.Source is null ? null : reading.Source.Code));
            }

            index++;
        }

        foreach (var group in known.GroupBy(entry => (entry.Reading.Kpi.Id, entry.Reading.Subject, entry.Source)))
        {
            KpiReading? last = null;
            foreach ((int place, KpiReading reading, string? _) in group.OrderBy(entry => entry.Reading.Period.Start).ThenBy(entry => entry.Index))
            {
                if (last is not null && reading.Period.Start <= last.Period.End)
                {
                    Reject(place, reading, $"it shares a day with the reading {last}", $"与读数{last}日期重叠");
                }
                else
                {
                    last = reading;
                    _good.Add(reading);
                }
            }
        }
    }

    private void Reject(int index, KpiReading reading, string en, string zh) => _rejected.Add(new KpiRejection(index, reading, new LocalText(en, zh)));

    private void Judge(KpiWatch watch)
    {
        KpiReading[] own = [.. _good.Where(reading => reading.Kpi.Id == watch.Kpi.Id)];
        KpiReading[] watched = [.. own.Where(reading => watch.Source is null || reading.Source == watch.Source)];
        KpiReading[] all = [.. _good.Where(reading => _set.Find(reading.Kpi.Id)!.Source is not KpiSource source || reading.Source == source)];
        var whole = new KpiSeries(watch.Kpi, watched.Where(reading => reading.Subject is null));
        KpiSeries[] parts = [.. watched
            .Where(reading => reading.Subject is not null)
            .GroupBy(reading => reading.Subject!)
            .OrderBy(group => group.Key)
            .Select(group => new KpiSeries(watch.Kpi, group))];
        if (whole.Count > 0 || parts.Length == 0 || watch.Target is not null)
        {
            _lines.Add(Line(watch, whole));
        }

        _lines.AddRange(parts.Select(part => Line(watch, part)));
        foreach (KpiSeries series in parts.Prepend(whole))
        {
            var input = new KpiRuleInput(watch, series, all, _set.NameOf);
            _alerts.AddRange(watch.Rules.SelectMany(rule => rule.Follow(input)));
        }

        if (watch.Check is ReportedTolerance tolerance)
        {
            Compare(own, tolerance);
        }
    }

    private KpiWatchLine Line(KpiWatch watch, KpiSeries readings)
    {
        bool isWhole = readings.Subject is null;
        KpiTarget? target = isWhole ? watch.Target : null;
        PaceProfile profile = watch.Pace ?? PaceProfile.Linear(_set.Period);
        KpiSeries ofPeriod = readings.Within(_set.Period);
        KpiTotal total = ofPeriod.Total();
        KpiForecast? forecast = isWhole ? KpiForecast.Of(profile, readings, _asOf, _confidence) : null;
        (KpiStatus? status, KpiGap gap) = Status(watch, target, ofPeriod, readings);
        return new KpiWatchLine(
            watch,
            readings,
            total,
            target?.Assess(Fits(watch.Kpi, total.Value)),
            target is not null && watch.Pace is not null ? KpiPacing.Of(target, watch.Pace, readings, _asOf) : null,
            forecast,
            target is not null && forecast is not null ? target.Assess(Fits(watch.Kpi, forecast.Value.Value)) : null,
            KpiTrend.Of(readings, KpiTrendMethod.TheilSen),
            status,
            gap);
    }

    /// <summary>A total of counts or scores of the KPI is of its unit; nothing else is assessed.</summary>
    private static KpiValue? Fits(Kpi kpi, KpiValue? value) => value is KpiValue known && kpi.Unit.Accepts(known) ? known : null;

    private static (KpiStatus? Status, KpiGap Gap) Status(KpiWatch watch, KpiTarget? target, KpiSeries ofPeriod, KpiSeries readings)
    {
        if (watch.Bands is not KpiBands bands)
        {
            return (null, KpiGap.None);
        }

        if (bands.Measure != KpiMeasure.Value && target is null)
        {
            return (null, KpiGap.NoTarget);
        }

        if (ofPeriod.Count == 0)
        {
            return (null, KpiGap.NoData);
        }

        KpiTotal total = KpiTotal.Of(watch.Kpi, []);
        KpiStatus? status = null;
        KpiGap gap = KpiGap.None;
        foreach (KpiReading reading in ofPeriod)
        {
            total += KpiTotal.Of(watch.Kpi, [reading]);
            KpiValue? figure;
            (figure, gap) = Figure(watch, bands.Measure, target, total, reading, readings);
            status = figure is KpiValue known ? bands.StatusAfter(status, known) : status;
        }

        return (gap == KpiGap.None ? status : null, gap);
    }

    private static (KpiValue? Figure, KpiGap Gap) Figure(KpiWatch watch, KpiMeasure measure, KpiTarget? target, KpiTotal total, KpiReading reading, KpiSeries readings)
    {
        if (measure == KpiMeasure.Value)
        {
            return (reading.Value, KpiGap.None);
        }

        if (measure == KpiMeasure.Pace)
        {
            KpiPacing pacing = KpiPacing.Of(target!, watch.Pace!, readings, reading.Period.End);
            return (pacing.Ratio is Rate ratio ? ratio : null, pacing.RatioGap);
        }

        if (total.Value is null)
        {
            return (null, total.Figure.Gap);
        }

        KpiAssessment assessment = target!.Assess(Fits(watch.Kpi, total.Value));
        return measure == KpiMeasure.Attainment
            ? (assessment.Attainment is Rate attainment ? attainment : null, assessment.AttainmentGap)
            : (assessment.Progress is Rate progress ? progress : null, assessment.ProgressGap);
    }

    /// <summary>Each report against the measurement of the same subject and days, and the excess of each against those of all.</summary>
    private void Compare(KpiReading[] own, ReportedTolerance tolerance)
    {
        Dictionary<string, KpiReading> measured = own
            .Where(reading => reading.Source == KpiSource.ThirdParty)
            .ToDictionary(Key, StringComparer.Ordinal);
        KpiReading[] reports = [.. own
            .Where(reading => reading.Source == KpiSource.Reported)
            .OrderBy(reading => reading.Period.End)
            .ThenBy(reading => reading.Subject?.Value, StringComparer.Ordinal)];
        var checks = new List<ReportedCheck>();
        var excesses = new List<KeyValuePair<int, decimal>>();
        foreach (KpiReading report in reports)
        {
            ReportedCheck check = measured.TryGetValue(Key(report), out KpiReading? counterpart)
                ? ReportedCheck.Of(report, counterpart, tolerance)
                : ReportedCheck.Missing(KpiGap.NoCounterpart, tolerance, null);
            if (check.Excess is Rate excess)
            {
                excesses.Add(new KeyValuePair<int, decimal>(checks.Count, excess.ToFraction()));
            }

            checks.Add(check);
        }

        var outliers = RobustOutliers<int>.Of(excesses);
        Dictionary<int, decimal> scores = outliers.Scores.ToDictionary(score => score.Key, score => score.Value);
        var standOut = new HashSet<int>(outliers.Outliers);
        for (int i = 0; i < reports.Length; i++)
        {
            measured.TryGetValue(Key(reports[i]), out KpiReading? counterpart);
            _reported.Add(new KpiReportedLine(reports[i], counterpart, checks[i], scores.TryGetValue(i, out decimal score) ? score : null, standOut.Contains(i)));
        }
    }

    private static string Key(KpiReading reading) => $"{KpiText.Date(reading.Period.Start)} {KpiText.Date(reading.Period.End)} {reading.Subject?.Value}";
}
