using System.Globalization;
using System.IO;
using System.Text.Json;
using ChannelModel.Kpis;
using ChannelModel.Serialization.SystemTextJson.Writing;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool.Reports;

/// <summary>Writes a watching of KPIs as JSON: values as exact strings with their unit; a missing figure has a reason.</summary>
internal static class JsonWatch
{
    public static void Write(KpiWatchReport report, int rejected, Language language, bool onLastDay, TextWriter output)
    {
        output.Write(JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("set", report.Set.Id.Value);
            json.WriteString("name", report.Set.Name.In(language));
            Days(json, report.Set.Period);
            json.WriteString("asOf", LocalDatePattern.Iso.Format(report.AsOf));
            if (onLastDay)
            {
                json.WriteString("asOfIs", "last-reading");
            }

            json.WriteNumber("later", report.Later);
            json.WriteNumber("rejected", rejected);
            json.WriteStartArray("kpis");
            foreach (KpiWatchLine line in report.Lines)
            {
                json.WriteStartObject();
                Line(json, line);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("alerts");
            foreach (KpiAlert alert in report.Alerts)
            {
                json.WriteStartObject();
                Alert(json, alert, language);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("reported");
            foreach (KpiReportedLine line in report.Reported)
            {
                json.WriteStartObject();
                Reported(json, line, language);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }));
    }

    private static void Line(Utf8JsonWriter json, KpiWatchLine line)
    {
        json.WriteString("kpi", line.Watch.Kpi.Id.Value);
        if (line.Subject is Id<KpiSubject> subject)
        {
            json.WriteString("subject", subject.Value);
        }

        json.WriteNumber("readings", line.Readings.Count);
        Figure(json, "value", line.Total.Figure);
        if (line.Assessment is KpiAssessment assessment)
        {
            json.WriteString("target", assessment.Target.From.ToString());
            if (assessment.Target.From != assessment.Target.To)
            {
                json.WriteString("targetTo", assessment.Target.To.ToString());
            }

            Quotient(json, "attainment", assessment.Attainment, assessment.AttainmentGap);
            Quotient(json, "progress", assessment.Progress, assessment.ProgressGap);
        }

        if (line.Pacing is KpiPacing pacing)
        {
            json.WriteStartObject("pace");
            Figure(json, "actual", pacing.Actual);
            Figure(json, "expected", pacing.Expected);
            Figure(json, "expectedToDate", pacing.ExpectedToDate);
            Quotient(json, "ratio", pacing.Ratio, pacing.RatioGap);
            json.WriteNumber("elapsedDays", pacing.ElapsedDays);
            json.WriteNumber("daysWithoutData", pacing.DaysWithoutData);
            json.WriteEndObject();
        }

        if (line.Forecast is KpiForecast forecast)
        {
            json.WriteStartObject("forecast");
            json.WriteString("method", JsonText.Word(forecast.Method));
            Figure(json, "value", forecast.Value);
            Figure(json, "low", forecast.Low);
            Figure(json, "high", forecast.High);
            json.WriteString("confidence", JsonText.Word(forecast.Confidence));
            json.WriteEndObject();
        }

        if (line.Trend.Over(7) is decimal change)
        {
            json.WriteString("changeAWeek", change.ToString(CultureInfo.InvariantCulture));
        }

        if (line.Status is KpiStatus status)
        {
            json.WriteString("status", status.Code);
        }
        else if (line.StatusGap != KpiGap.None)
        {
            json.WriteString("statusGap", JsonText.Word(line.StatusGap));
        }
    }

    private static void Alert(Utf8JsonWriter json, KpiAlert alert, Language language)
    {
        json.WriteString("on", LocalDatePattern.Iso.Format(alert.On));
        json.WriteString("rule", alert.Rule.Id.Value);
        json.WriteString("kpi", alert.Kpi.Id.Value);
        if (alert.Subject is Id<KpiSubject> subject)
        {
            json.WriteString("subject", subject.Value);
        }

        json.WriteString("state", JsonText.Word(alert.State));
        json.WriteString("since", LocalDatePattern.Iso.Format(alert.Since));
        json.WriteStartObject("evidence");
        foreach (System.Collections.Generic.KeyValuePair<string, KpiValue> number in alert.Evidence)
        {
            json.WriteString(number.Key, number.Value.ToString());
        }

        json.WriteEndObject();
        json.WriteString("sentence", alert.Sentence.In(language));
    }

    private static void Reported(Utf8JsonWriter json, KpiReportedLine line, Language language)
    {
        json.WriteString("kpi", line.Kpi.Id.Value);
        if (line.Subject is Id<KpiSubject> subject)
        {
            json.WriteString("subject", subject.Value);
        }

        Days(json, line.Period);
        json.WriteString("reported", line.Reported.Value.ToString());
        if (line.Measured is KpiReading measured)
        {
            json.WriteString("measured", measured.Value.ToString());
        }

        if (line.Check is { Verdict: ReportedVerdict verdict, Z: decimal z })
        {
            json.WriteString("test", JsonText.Word(line.Check.Test));
            json.WriteString("z", z.ToString(CultureInfo.InvariantCulture));
            json.WriteString("verdict", JsonText.Word(verdict));
        }
        else
        {
            json.WriteString("gap", JsonText.Word(line.Check.Gap));
        }

        if (line.Score is decimal score)
        {
            json.WriteString("score", score.ToString(CultureInfo.InvariantCulture));
            json.WriteBoolean("outlier", line.IsOutlier);
        }

        json.WriteString("sentence", line.Check.Explain(language));
    }

    private static void Figure(Utf8JsonWriter json, string name, KpiFigure figure)
    {
        if (figure.Value is KpiValue value)
        {
            json.WriteString(name, value.ToString());
        }
        else
        {
            json.WriteString(name + "Gap", JsonText.Word(figure.Gap));
        }
    }

    private static void Quotient(Utf8JsonWriter json, string name, Rate? rate, KpiGap gap)
    {
        if (rate is Rate known)
        {
            json.WriteString(name, known.ToString("G", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteString(name + "Gap", JsonText.Word(gap));
        }
    }

    private static void Days(Utf8JsonWriter json, DateInterval days)
    {
        json.WriteString("start", LocalDatePattern.Iso.Format(days.Start));
        json.WriteString("end", LocalDatePattern.Iso.Format(days.End));
    }
}
