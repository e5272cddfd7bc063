using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Reads an element of <c>kpis</c>, and figures of a stated unit.</summary>
internal static class KpiReader
{
    public static PlanKpi? Read(JsonValue value, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<Kpi>? id = o.Required("id")?.Id<Kpi>();
        LocalText? name = o.Required("name")?.LocalText();
        KpiUnit? unit = o.Required("unit") is JsonValue stated ? UnitOfKpi(stated, currency) : null;
        KpiDirection? direction = o.Required("direction")?.OneOf(
            ("higher", KpiDirection.Higher), ("lower", KpiDirection.Lower), ("on-target", KpiDirection.OnTarget));
        KpiAggregation? aggregation = o.Optional("aggregation") is JsonValue summed
            ? summed.OneOf(("sum", KpiAggregation.Sum), ("mean", KpiAggregation.Mean), ("ratio", KpiAggregation.Ratio), ("latest", KpiAggregation.Latest))
            : KpiAggregation.Latest;
        Figure? Read(JsonValue? figure) => figure is not null && unit is not null ? Of(figure, KindOf(unit), currency) : null;
        Figure? target = Read(o.Required("target"));
        Figure? baseline = Read(o.Optional("baseline"));
        Figure? actual = Read(o.Optional("actual"));
        var parts = o.Optional("baselineParts")?.Array(part => Pair(part, "name", "value", Read)) ?? [];
        var restated = o.Optional("restatedTargets")?.Array(part => Pair(part, "source", "target", Read)) ?? [];
        o.Done();
        return id is not null && name is not null && unit is not null && direction is KpiDirection way && aggregation is KpiAggregation how && target is not null
            ? value.Try(() => new PlanKpi(
                new Kpi(id, name, unit, way, how),
                target,
                baseline,
                actual,
                parts.Select(part => new KeyValuePair<LocalText, Figure>(part.Name, part.Figure)),
                restated.Select(part => new KeyValuePair<LocalText, Figure>(part.Name, part.Figure))))
            : null;
    }

    public static FigureKind? Unit(JsonValue value) => value.OneOf(
        ("percent", FigureKind.Percent), ("money", FigureKind.Money), ("count", FigureKind.Count), ("number", FigureKind.Number));

    /// <summary>A figure in the unit that its neighbour states: a percentage in quotes, or a number.</summary>
    public static Figure? Of(JsonValue value, FigureKind kind, Currency currency) => kind switch
    {
        FigureKind.Percent => value.Rate() is Rate rate ? Figure.Of(rate) : null,
        FigureKind.Money => value.AnyAmount(currency) is Money money ? Figure.Of(money) : null,
        FigureKind.Count => value.WholeLong(0) is long count ? Figure.Count(count) : null,
        _ => value.Number() is decimal number ? Figure.Number(number) : null,
    };

    /// <summary>One of the words for a figure, or <c>{ "score": { "from": 0, "to": 5 } }</c>.</summary>
    private static KpiUnit? UnitOfKpi(JsonValue value, Currency currency)
    {
        if (value.IsObject && value.Object() is JsonObject o)
        {
            JsonValue? score = o.Required("score");
            JsonObject? scale = score?.Object();
            decimal? from = scale?.Required("from")?.Number();
            decimal? to = scale?.Required("to")?.Number();
            scale?.Done();
            o.Done();
            return from is decimal low && to is decimal high ? score!.Try(() => KpiUnit.Score(low, high)) : null;
        }

        return Unit(value) switch
        {
            FigureKind.Percent => KpiUnit.Percent,
            FigureKind.Money => KpiUnit.Money(currency),
            FigureKind.Count => KpiUnit.Count,
            FigureKind.Number => KpiUnit.Number,
            _ => null,
        };
    }

    private static FigureKind KindOf(KpiUnit unit) => unit.Kind switch
    {
        KpiUnitKind.Percent => FigureKind.Percent,
        KpiUnitKind.Money => FigureKind.Money,
        KpiUnitKind.Count => FigureKind.Count,
        _ => FigureKind.Number,
    };

    private static NamedFigure? Pair(JsonValue value, string nameMember, string figureMember, System.Func<JsonValue?, Figure?> read)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        LocalText? name = o.Required(nameMember)?.LocalText();
        Figure? figure = read(o.Required(figureMember));
        o.Done();
        return name is not null && figure is not null ? new NamedFigure(name, figure) : null;
    }

    private sealed class NamedFigure
    {
        public NamedFigure(LocalText name, Figure figure)
        {
            Name = name;
            Figure = figure;
        }

        public LocalText Name { get; }

        public Figure Figure { get; }
    }
}
