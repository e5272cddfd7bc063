using System;
using System.Globalization;
using System.Text.Json;
using ChannelModel.Kpis;
using ChannelModel.Serialization.SystemTextJson.Writing;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Serialization.SystemTextJson.Kpis;

/// <summary>Writes a set of KPIs in the form that <see cref="KpiSetReader"/> reads.</summary>
internal static class KpiSetWriter
{
    public static void Write(KpiSet set, Utf8JsonWriter json)
    {
        json.WriteNumber("schemaVersion", KpiSetJson.SchemaVersion);
        json.WriteString("id", set.Id.Value);
        Text(json, "name", set.Name);
        json.WriteStartObject("period");
        Days(json, set.Period);
        json.WriteEndObject();
        if (set.Subjects.Count > 0)
        {
            json.WriteStartArray("subjects");
            foreach (KpiSubject subject in set.Subjects)
            {
                json.WriteStartObject();
                json.WriteString("id", subject.Id.Value);
                Text(json, "name", subject.Name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("kpis");
        foreach (KpiWatch watch in set.Kpis)
        {
            json.WriteStartObject();
            Watch(json, watch);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Watch(Utf8JsonWriter json, KpiWatch watch)
    {
        json.WriteString("id", watch.Kpi.Id.Value);
        Text(json, "name", watch.Kpi.Name);
        Unit(json, watch.Kpi.Unit);
        json.WriteString("direction", JsonText.Word(watch.Kpi.Direction));
        json.WriteString("aggregation", JsonText.Word(watch.Kpi.Aggregation));
        if (watch.Target is KpiTarget target)
        {
            if (watch.Kpi.Direction == KpiDirection.InRange)
            {
                json.WriteStartObject("target");
                Value(json, "from", target.From);
                Value(json, "to", target.To);
                json.WriteEndObject();
            }
            else
            {
                Value(json, "target", target.From);
            }

            if (target.Baseline is KpiValue baseline)
            {
                Value(json, "baseline", baseline);
            }
        }

        if (watch.Pace is PaceProfile pace)
        {
            Pace(json, pace);
        }

        if (watch.Bands is KpiBands bands)
        {
            Bands(json, bands);
        }

        if (watch.Source is KpiSource source)
        {
            Named(json, "source", source.Code, source.Name, KpiSource.Of(source.Code).Name);
        }

        if (watch.Check is ReportedTolerance check)
        {
            json.WriteStartObject("check");
            json.WriteNumber("doubtfulFrom", check.DoubtfulFrom);
            json.WriteNumber("contradictedFrom", check.ContradictedFrom);
            json.WriteString("allowed", Percent(check.Allowed));
            json.WriteEndObject();
        }

        if (watch.Rules.Count > 0)
        {
            json.WriteStartArray("rules");
            foreach (KpiRule rule in watch.Rules)
            {
                json.WriteStartObject();
                Rule(json, rule);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Unit(Utf8JsonWriter json, KpiUnit unit)
    {
        switch (unit.Kind)
        {
            case KpiUnitKind.Money:
                json.WriteStartObject("unit");
                json.WriteString("money", unit.Currency!.Value.Code);
                json.WriteEndObject();
                break;
            case KpiUnitKind.Score:
                json.WriteStartObject("unit");
                json.WriteStartObject("score");
                json.WriteNumber("from", unit.Minimum!.Value);
                json.WriteNumber("to", unit.Maximum!.Value);
                json.WriteEndObject();
                json.WriteEndObject();
                break;
            default:
                json.WriteString("unit", JsonText.Word(unit.Kind));
                break;
        }
    }

    private static void Pace(Utf8JsonWriter json, PaceProfile pace)
    {
        if (pace.IsLinear)
        {
            json.WriteString("pace", "linear");
            return;
        }

        json.WriteStartArray("pace");
        foreach (System.Collections.Generic.KeyValuePair<DateInterval, Rate> part in pace.Parts)
        {
            json.WriteStartObject();
            Days(json, part.Key);
            json.WriteString("share", Percent(part.Value));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Bands(Utf8JsonWriter json, KpiBands bands)
    {
        json.WriteStartObject("bands");
        json.WriteString("measure", JsonText.Word(bands.Measure));
        json.WriteString("edge", JsonText.Word(bands.Edge));
        if (bands.Margin is KpiValue margin)
        {
            Value(json, "margin", margin);
        }

        Status(json, "lowest", bands.Lowest);
        json.WriteStartArray("above");
        foreach (KpiBand band in bands.Above)
        {
            json.WriteStartObject();
            Value(json, "from", band.From);
            Status(json, "status", band.Status);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Rule(Utf8JsonWriter json, KpiRule rule)
    {
        json.WriteString("kind", rule switch
        {
            KpiPaceRule => "below-pace",
            KpiFallRule => "falling",
            KpiDropRule => "drop",
            KpiFloorRule => "below-floor",
            KpiConcentrationRule => "concentration",
            KpiStockRule => "stock-out",
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a kind of rule."),
        });
        json.WriteString("id", rule.Id.Value);
        switch (rule)
        {
            case KpiPaceRule pace:
                json.WriteString("raiseBelow", Percent(pace.RaiseBelow));
                json.WriteString("clearFrom", Percent(pace.ClearFrom));
                break;
            case KpiFallRule fall:
                json.WriteNumber("falls", fall.Falls);
                break;
            case KpiDropRule drop:
                json.WriteString("raiseFrom", Percent(drop.RaiseFrom));
                json.WriteString("clearTo", Percent(drop.ClearTo));
                JsonText.Number(json, "withinDays", drop.WithinDays);
                break;
            case KpiFloorRule floor:
                Value(json, "raiseBelow", floor.RaiseBelow);
                Value(json, "clearFrom", floor.ClearFrom);
                break;
            case KpiConcentrationRule concentration:
                json.WriteString("raiseAbove", Percent(concentration.RaiseAbove));
                json.WriteString("clearTo", Percent(concentration.ClearTo));
                break;
            case KpiStockRule stock:
                json.WriteString("demand", stock.Demand.Value);
                json.WriteNumber("leadTimeDays", stock.LeadTimeDays);
                json.WriteNumber("clearFromDays", stock.ClearFromDays);
                json.WriteNumber("demandDays", stock.DemandDays);
                break;
        }

        if (rule.RaiseAfter > 1)
        {
            json.WriteNumber("raiseAfter", rule.RaiseAfter);
        }

        if (rule.ClearAfter > 1)
        {
            json.WriteNumber("clearAfter", rule.ClearAfter);
        }
    }

    private static void Status(Utf8JsonWriter json, string member, KpiStatus status) => Named(json, member, status.Code, status.Name, KpiStatus.Of(status.Code).Name);

    /// <summary>The code alone where the code already tells the name.</summary>
    private static void Named(Utf8JsonWriter json, string member, string code, LocalText name, LocalText known)
    {
        if (name == known)
        {
            json.WriteString(member, code);
            return;
        }

        json.WriteStartObject(member);
        json.WriteString("code", code);
        Text(json, "name", name);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string member, LocalText text)
    {
        if (text.ZhHans is not string zhHans)
        {
            json.WriteString(member, text.En);
            return;
        }

        json.WriteStartObject(member);
        json.WriteString("en", text.En);
        json.WriteString("zh-Hans", zhHans);
        json.WriteEndObject();
    }

    private static void Days(Utf8JsonWriter json, DateInterval days)
    {
        json.WriteString("start", LocalDatePattern.Iso.Format(days.Start));
        json.WriteString("end", LocalDatePattern.Iso.Format(days.End));
    }

    private static string Percent(Rate rate) => rate.ToString("G", CultureInfo.InvariantCulture);

    private static void Value(Utf8JsonWriter json, string member, KpiValue value)
    {
        if (value.Kind == KpiUnitKind.Percent)
        {
            json.WriteString(member, Percent(value.ToRate()));
        }
        else
        {
            json.WriteNumber(member, value.Amount);
        }
    }
}
