using ChannelModel.Kpis;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Kpis;

/// <summary>Reads an element of <c>rules</c>; its member <c>kind</c> says what else it has.</summary>
internal static class KpiRuleReader
{
    private enum Kind
    {
        BelowPace,
        Falling,
        Drop,
        BelowFloor,
        Concentration,
        StockOut,
    }

    public static KpiRule? Read(JsonValue value, KpiUnit? unit)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Kind? kind = o.Required("kind")?.OneOf(
            ("below-pace", Kind.BelowPace),
            ("falling", Kind.Falling),
            ("drop", Kind.Drop),
            ("below-floor", Kind.BelowFloor),
            ("concentration", Kind.Concentration),
            ("stock-out", Kind.StockOut));
        if (kind is not Kind known)
        {
            return null; // what else it may have is not known
        }

        Id<KpiRule>? id = o.Required("id")?.Id<KpiRule>();
        int raise = known == Kind.Falling ? 1 : o.Optional("raiseAfter")?.Whole(1, int.MaxValue) ?? 1;
        int clear = o.Optional("clearAfter")?.Whole(1, int.MaxValue) ?? 1;
        KpiRule? rule = known switch
        {
            Kind.BelowPace => Rates(o, value, id, "raiseBelow", "clearFrom", (name, first, second) => new KpiPaceRule(name, first, second, raise, clear)),
            Kind.Concentration => Rates(o, value, id, "raiseAbove", "clearTo", (name, first, second) => new KpiConcentrationRule(name, first, second, raise, clear)),
            Kind.Falling => Falling(o, value, id, clear),
            Kind.Drop => Drop(o, value, id, raise, clear),
            Kind.BelowFloor => Floor(o, value, id, unit, raise, clear),
            _ => Stock(o, value, id, raise, clear),
        };
        o.Done();
        return rule;
    }

    private static KpiRule? Rates(JsonObject o, JsonValue value, Id<KpiRule>? id, string raise, string clear, System.Func<Id<KpiRule>, Rate, Rate, KpiRule> make)
    {
        Rate? first = o.Required(raise)?.Rate();
        Rate? second = o.Required(clear)?.Rate();
        return id is not null && first is Rate level && second is Rate other ? value.Try(() => make(id, level, other)) : null;
    }

    private static KpiFallRule? Falling(JsonObject o, JsonValue value, Id<KpiRule>? id, int clear)
    {
        int? falls = o.Required("falls")?.Whole(1, int.MaxValue);
        return id is not null && falls is int count ? value.Try(() => new KpiFallRule(id, count, clear)) : null;
    }

    private static KpiDropRule? Drop(JsonObject o, JsonValue value, Id<KpiRule>? id, int raise, int clear)
    {
        Rate? from = o.Required("raiseFrom")?.Rate();
        Rate? to = o.Required("clearTo")?.Rate();
        int? within = o.Optional("withinDays")?.Whole(1, int.MaxValue);
        return id is not null && from is Rate level && to is Rate other ? value.Try(() => new KpiDropRule(id, level, other, within, raise, clear)) : null;
    }

    private static KpiFloorRule? Floor(JsonObject o, JsonValue value, Id<KpiRule>? id, KpiUnit? unit, int raise, int clear)
    {
        JsonValue? below = o.Required("raiseBelow");
        JsonValue? from = o.Required("clearFrom");
        KpiValue? first = below is not null && unit is not null ? KpiSetReader.Value(below, unit) : null;
        KpiValue? second = from is not null && unit is not null ? KpiSetReader.Value(from, unit) : null;
        return id is not null && first is KpiValue level && second is KpiValue other ? value.Try(() => new KpiFloorRule(id, level, other, raise, clear)) : null;
    }

    private static KpiStockRule? Stock(JsonObject o, JsonValue value, Id<KpiRule>? id, int raise, int clear)
    {
        Id<Kpi>? demand = o.Required("demand")?.Id<Kpi>();
        int? lead = o.Required("leadTimeDays")?.Whole(1, int.MaxValue);
        int? from = o.Required("clearFromDays")?.Whole(1, int.MaxValue);
        int? days = o.Required("demandDays")?.Whole(1, int.MaxValue);
        return id is not null && demand is not null && lead is int first && from is int second && days is int third
            ? value.Try(() => new KpiStockRule(id, demand, first, second, third, raise, clear))
            : null;
    }
}
