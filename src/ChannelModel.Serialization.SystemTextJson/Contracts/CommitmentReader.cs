using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Reading;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>Reads a commitment and what it costs or earns to be off.</summary>
internal static class CommitmentReader
{
    public static Commitment? Read(JsonValue value, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        string? code = o.Required("code")?.Code();
        JsonValue? duty = o.Optional("duty");
        CommitmentPeriod? per = o.Required("per")?.OneOf(
            ("session", CommitmentPeriod.Session), ("week", CommitmentPeriod.Week), ("month", CommitmentPeriod.Month), ("quarter", CommitmentPeriod.Quarter), ("term", CommitmentPeriod.Term));
        Commitment? made = duty is not null
            ? duty.Code() is string named && code is not null && per is CommitmentPeriod every ? value.Try(() => Commitment.Deliver(code, named, every)) : null
            : Measured(value, o, code, per);
        WeekRule? weeks = o.Optional("weeks")?.OneOf(("by-last-day", WeekRule.ByLastDay), ("clipped-at-month-end", WeekRule.ClippedAtMonthEnd));
        DateInterval? during = o.Optional("during") is JsonValue days ? ContractBookReader.Days(days) : null;
        (DeviationPrice? shortfall, Money? most, Money? mostInTerm) = o.Optional("shortfall") is JsonValue cost ? Price(cost, currency, inTerm: true) : default;
        (DeviationPrice? overDelivery, Money? bonusMost, Money? _) = o.Optional("overDelivery") is JsonValue bonus ? Price(bonus, currency, inTerm: false) : default;
        Money? falsified = o.Optional("falsifiedCosts")?.AmountAbove0(currency);
        int? grace = o.Optional("graceDays")?.Whole(1, 366);
        bool? excusable = o.Optional("excusable")?.Boolean();
        o.Done();
        if (made is null)
        {
            return null;
        }

        made = weeks is WeekRule rule ? made.WithWeeks(rule) : made;
        made = during is not null ? made.InForce(during) : made;
        made = shortfall is not null ? made.ShortfallCosts(shortfall, most, mostInTerm) : made;
        made = overDelivery is not null ? made.OverDeliveryEarns(overDelivery, bonusMost) : made;
        made = falsified is Money penalty ? made.FalsifiedReportCosts(penalty) : made;
        made = grace is int within ? made.CuredWithin(within) : made;
        return excusable == false ? made.WithoutForceMajeure() : made;
    }

    private static Commitment? Measured(JsonValue value, JsonObject o, string? code, CommitmentPeriod? per)
    {
        string? metricCode = o.Required("metric")?.Code();
        CommitmentMetric? known = metricCode is null ? null : CommitmentMetric.ReadyMade.FirstOrDefault(metric => metric.Code == metricCode);
        MetricKind? kind = o.Optional("metricKind")?.OneOf(("count", MetricKind.Count), ("level", MetricKind.Level), ("rate", MetricKind.Rate));
        LocalText? name = o.Optional("metricName")?.LocalText();
        if (metricCode is not null && known is null && kind is null)
        {
            value.Error($"'{metricCode}' is no ready-made metric", "a member 'metricKind' that says how its readings are put together");
        }

        bool percent = (known?.Kind ?? kind) == MetricKind.Rate;
        JsonValue? least = o.Optional("atLeast");
        JsonValue? most = o.Optional("atMost");
        decimal? threshold = (least ?? most) is JsonValue bound ? TableReader.Edge(bound, percent) : null;
        Measurement? measured = o.Required("measured") is JsonValue how ? MeasurementOf(how) : null;
        if (least is null == most is null)
        {
            value.Error("the commitment has no threshold, or two", "one of atLeast, atMost");
            return null;
        }

        if (code is null || metricCode is null || threshold is not decimal edge || per is not CommitmentPeriod every || measured is null || (known is null && kind is null))
        {
            return null;
        }

        CommitmentMetric metric = known ?? CommitmentMetric.Of(metricCode, kind!.Value, name);
        return value.Try(() => least is not null ? Commitment.AtLeast(code, metric, edge, every, measured) : Commitment.AtMost(code, metric, edge, every, measured));
    }

    private static Measurement? MeasurementOf(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        MeasurementSource? by = o.Required("by")?.OneOf(("reported", MeasurementSource.Reported), ("third-party", MeasurementSource.ThirdParty), ("both", MeasurementSource.Both));
        Rate? tolerance = by == MeasurementSource.Both ? o.Required("tolerance")?.Rate(Rate.Zero) : null;
        Rate? falsified = by == MeasurementSource.Both ? o.Required("falsifiedAbove")?.Rate(Rate.Zero) : null;
        o.Done();
        return by switch
        {
            MeasurementSource.Reported => Measurement.Reported,
            MeasurementSource.ThirdParty => Measurement.ThirdParty,
            MeasurementSource.Both when tolerance is Rate within && falsified is Rate above => value.Try(() => Measurement.Both(within, above)),
            _ => null,
        };
    }

    private static (DeviationPrice? Price, Money? AtMost, Money? AtMostInTerm) Price(JsonValue value, Currency currency, bool inTerm)
    {
        if (value.Object() is not JsonObject o)
        {
            return default;
        }

        DeviationUnit? unit = o.Required("unit")?.OneOf(("units", DeviationUnit.Units), ("percent-of-threshold", DeviationUnit.PercentOfThreshold));
        bool percent = unit == DeviationUnit.PercentOfThreshold;
        JsonValue? tiers = o.Optional("tiers");
        JsonValue? curve = o.Optional("curve");
        TierTable? table = tiers is not null ? TableReader.Tiers(tiers, percent) : curve is not null ? TableReader.Curve(curve, percent) : null;
        Money? most = o.Optional("atMost")?.AmountAbove0(currency);
        Money? mostInTerm = inTerm ? o.Optional("atMostInTerm")?.AmountAbove0(currency) : null;
        o.Done();
        if (tiers is null == curve is null)
        {
            value.Error("the price has no table, or more than one", "one of tiers, curve");
            return default;
        }

        return unit is DeviationUnit counted && table is not null ? (DeviationPrice.Of(table, counted), most, mostInTerm) : default;
    }
}
