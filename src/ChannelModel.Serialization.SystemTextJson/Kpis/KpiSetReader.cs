using System.Collections.Generic;
using ChannelModel.Kpis;
using ChannelModel.Serialization.SystemTextJson.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Kpis;

/// <summary>Reads a set of KPIs: its top, and each KPI with target, pace and bands.</summary>
internal static class KpiSetReader
{
    public static KpiSet? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(KpiSetJson.SchemaVersion);

        Id<KpiSet>? id = o.Required("id")?.Id<KpiSet>();
        LocalText? name = o.Required("name")?.LocalText();
        DateInterval? period = o.Required("period") is JsonValue between ? GrowthPlanReader.Period(between) : null;
        JsonValue? list = o.Required("kpis");
        List<KpiWatch> kpis = list?.Array(kpi => Watch(kpi, period)) ?? [];
        List<KpiSubject> subjects = o.Optional("subjects")?.Array(Subject) ?? [];
        o.Done();
        return !value.Reading.IsComplete ? null : list!.Try(() => new KpiSet(id!, name!, period!, kpis, subjects));
    }

    private static KpiWatch? Watch(JsonValue value, DateInterval? period)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<Kpi>? id = o.Required("id")?.Id<Kpi>();
        LocalText? name = o.Required("name")?.LocalText();
        KpiUnit? unit = o.Required("unit") is JsonValue stated ? Unit(stated) : null;
        KpiDirection? direction = o.Required("direction")?.OneOf(
            ("higher", KpiDirection.Higher), ("lower", KpiDirection.Lower), ("on-target", KpiDirection.OnTarget), ("in-range", KpiDirection.InRange));
        KpiAggregation? aggregation = o.Required("aggregation")?.OneOf(
            ("sum", KpiAggregation.Sum), ("mean", KpiAggregation.Mean), ("ratio", KpiAggregation.Ratio), ("latest", KpiAggregation.Latest));
        Kpi? kpi = id is not null && name is not null && unit is not null && direction is KpiDirection way && aggregation is KpiAggregation how
            ? value.Try(() => new Kpi(id, name, unit, way, how))
            : null;
        KpiTarget? target = Target(o.Optional("target"), o.Optional("baseline"), kpi, unit, direction);
        PaceProfile? pace = o.Optional("pace") is JsonValue profile ? Pace(profile, period) : null;
        KpiBands? bands = o.Optional("bands") is JsonValue cover ? Bands(cover, unit) : null;
        List<KpiRule> rules = o.Optional("rules")?.Array(rule => KpiRuleReader.Read(rule, unit)) ?? [];
        KpiSource? source = o.Optional("source") is JsonValue who ? Named(who, KpiSource.Of) : null;
        ReportedTolerance? check = o.Optional("check") is JsonValue tolerance ? Tolerance(tolerance) : null;
        o.Done();
        return kpi is not null && value.Reading.IsComplete ? value.Try(() => new KpiWatch(kpi, target, pace, bands, rules, source, check)) : null;
    }

    /// <summary>A value in the KPI's unit: a percentage in quotes, or a number.</summary>
    public static KpiValue? Value(JsonValue value, KpiUnit unit)
    {
        if (unit.Kind == KpiUnitKind.Percent)
        {
            return value.Rate() is Rate rate ? rate : null;
        }

        if (unit.Kind != KpiUnitKind.Money)
        {
            return value.Number() is decimal number ? number : null;
        }

        if (value.Number(-Money.MaxAmount, Money.MaxAmount) is not decimal amount)
        {
            return null;
        }

        if (decimal.Round(amount, Money.MaxScale) == amount)
        {
            return Money.Of(amount, unit.Currency!.Value);
        }

        value.Error("the amount has more than 6 decimals", "at most 6 decimals");
        return null;
    }

    /// <summary>A member of an open set: its code, or an object with code and name.</summary>
    private static T? Named<T>(JsonValue value, System.Func<string, LocalText?, T> make)
        where T : class
    {
        if (value.IsString)
        {
            return value.Code() is string code ? make(code, null) : null;
        }

        JsonObject? o = value.Object();
        string? named = o?.Required("code")?.Code();
        LocalText? name = o?.Required("name")?.LocalText();
        o?.Done();
        return named is not null && name is not null ? make(named, name) : null;
    }

    private static KpiSubject? Subject(JsonValue value)
    {
        JsonObject? o = value.Object();
        Id<KpiSubject>? id = o?.Required("id")?.Id<KpiSubject>();
        LocalText? name = o?.Required("name")?.LocalText();
        o?.Done();
        return id is not null && name is not null ? new KpiSubject(id, name) : null;
    }

    /// <summary>percent, number, count, { "money": "CNY" } or { "score": { "from": 0, "to": 5 } }.</summary>
    private static KpiUnit? Unit(JsonValue value)
    {
        if (value.IsString)
        {
            return value.OneOf(("percent", KpiUnitKind.Percent), ("number", KpiUnitKind.Number), ("count", KpiUnitKind.Count)) switch
            {
                KpiUnitKind.Percent => KpiUnit.Percent,
                KpiUnitKind.Number => KpiUnit.Number,
                KpiUnitKind.Count => KpiUnit.Count,
                _ => null,
            };
        }

        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        JsonValue? money = o.Optional("money");
        JsonValue? score = o.Optional("score");
        Currency? currency = money?.Currency();
        JsonObject? scale = score?.Object();
        decimal? from = scale?.Required("from")?.Number();
        decimal? to = scale?.Required("to")?.Number();
        scale?.Done();
        o.Done();
        if ((money is null) == (score is null))
        {
            value.Error("the unit is none, or two", "one of percent, number, count, { \"money\": \"CNY\" }, { \"score\": { \"from\": 0, \"to\": 5 } }");
            return null;
        }

        return currency is Currency known ? KpiUnit.Money(known)
            : from is decimal low && to is decimal high ? score!.Try(() => KpiUnit.Score(low, high))
            : null;
    }

    private static KpiTarget? Target(JsonValue? target, JsonValue? baseline, Kpi? kpi, KpiUnit? unit, KpiDirection? direction)
    {
        if (target is null)
        {
            baseline?.Error("there is a baseline without a target", "a target beside it");
            return null;
        }

        if (unit is null)
        {
            return null;
        }

        KpiValue? start = baseline is null ? null : Value(baseline, unit);
        if (direction != KpiDirection.InRange)
        {
            return Value(target, unit) is KpiValue value && kpi is not null ? target.Try(() => new KpiTarget(kpi, value, start)) : null;
        }

        JsonObject? o = target.Object();
        KpiValue? from = o?.Required("from") is JsonValue low ? Value(low, unit) : null;
        KpiValue? to = o?.Required("to") is JsonValue high ? Value(high, unit) : null;
        o?.Done();
        return from is KpiValue first && to is KpiValue last && kpi is not null ? target.Try(() => KpiTarget.InRange(kpi, first, last, start)) : null;
    }

    /// <summary>linear, or the parts of a season.</summary>
    private static PaceProfile? Pace(JsonValue value, DateInterval? period)
    {
        if (value.IsString)
        {
            return value.OneOf(("linear", true)) is true && period is not null ? PaceProfile.Linear(period) : null;
        }

        int given = 0;
        var parts = new List<KeyValuePair<DateInterval, Rate>>();
        value.Array(part =>
        {
            given++;
            JsonObject? o = part.Object();
            LocalDate? start = o?.Required("start")?.Date();
            LocalDate? end = o?.Required("end")?.Date();
            Rate? share = o?.Required("share")?.Share();
            o?.Done();
            if (start is LocalDate first && end is LocalDate last && last < first)
            {
                part.Error("the end is before the start", "an end on or after the start");
            }
            else if (start is LocalDate from && end is LocalDate to && share is Rate weight)
            {
                parts.Add(new KeyValuePair<DateInterval, Rate>(new DateInterval(from, to), weight));
            }

            return part;
        });
        return given == parts.Count ? value.Try(() => PaceProfile.Seasonal(parts)) : null;
    }

    private static KpiBands? Bands(JsonValue value, KpiUnit? unit)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        KpiMeasure? measure = o.Required("measure")?.OneOf(
            ("value", KpiMeasure.Value), ("attainment", KpiMeasure.Attainment), ("progress", KpiMeasure.Progress), ("pace", KpiMeasure.Pace));
        KpiUnit? edges = measure == KpiMeasure.Value ? unit : KpiUnit.Percent;
        Edge? edge = o.Required("edge")?.OneOf(("lower-included", Edge.LowerIncluded), ("upper-included", Edge.UpperIncluded));
        KpiStatus? lowest = o.Required("lowest") is JsonValue low ? Named(low, KpiStatus.Of) : null;
        KpiValue? margin = o.Optional("margin") is JsonValue by && edges is not null ? Value(by, edges) : null;
        List<KpiBand> above = o.Required("above")?.Array(band =>
        {
            JsonObject? b = band.Object();
            KpiValue? from = b?.Required("from") is JsonValue at && edges is not null ? Value(at, edges) : null;
            KpiStatus? status = b?.Required("status") is JsonValue named ? Named(named, KpiStatus.Of) : null;
            b?.Done();
            return from is KpiValue first && status is not null ? new KpiBand(first, status) : null;
        }) ?? [];
        o.Done();
        return measure is KpiMeasure figure && edge is Edge side && lowest is not null && edges is not null && value.Reading.IsComplete
            ? value.Try(() => new KpiBands(figure, lowest, above, side, margin))
            : null;
    }

    private static ReportedTolerance? Tolerance(JsonValue value)
    {
        JsonObject? o = value.Object();
        decimal? doubtful = o?.Required("doubtfulFrom")?.NumberAbove(0m);
        decimal? contradicted = o?.Required("contradictedFrom")?.NumberAbove(0m);
        Rate? allowed = o?.Optional("allowed")?.Rate(Rate.Zero);
        o?.Done();
        return doubtful is decimal first && contradicted is decimal second ? value.Try(() => new ReportedTolerance(first, second, allowed ?? Rate.Zero)) : null;
    }
}
