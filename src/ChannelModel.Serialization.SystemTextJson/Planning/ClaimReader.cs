using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Reads an element of <c>claims</c>; its member <c>kind</c> says what else it has.</summary>
internal static class ClaimReader
{
    private enum Kind
    {
        Sum,
        Comparison,
        Best,
        Roi,
        RoiUplift,
    }

    public static PlanClaim? Read(JsonValue value, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Kind? kind = o.Required("kind")?.OneOf(
            ("sum", Kind.Sum), ("comparison", Kind.Comparison), ("best", Kind.Best), ("roi", Kind.Roi), ("roi-uplift", Kind.RoiUplift));
        LocalText? name = o.Required("name")?.LocalText();
        if (kind is null)
        {
            return null; // which other members are right is not known
        }

        PlanClaim? claim = kind switch
        {
            Kind.Sum => Sum(value, o, name, currency),
            Kind.Comparison => Comparison(value, o, name, currency),
            Kind.Best => Best(value, o, name),
            Kind.Roi => InitiativeReader.RoiMembers(o) is StatedRoi roi && name is not null ? new RoiClaim(name, roi) : null,
            _ => Uplift(value, o, name),
        };
        o.Done();
        return claim;
    }

    private static SumClaim? Sum(JsonValue value, JsonObject o, LocalText? name, Currency currency)
    {
        FigureKind unit = UnitOf(o, FigureKind.Money);
        Figure? total = o.Required("total") is JsonValue stated ? KpiReader.Of(stated, unit, currency) : null;
        List<ClaimPart>? parts = o.Required("parts")?.Array(part => Part(part, unit, currency));
        return name is not null && total is not null && parts is not null ? value.Try(() => new SumClaim(name, total, parts)) : null;
    }

    private static ComparisonClaim? Comparison(JsonValue value, JsonObject o, LocalText? name, Currency currency)
    {
        FigureKind unit = UnitOf(o, FigureKind.Money);
        ClaimPart? left = o.Required("left") is JsonValue first ? Part(first, unit, currency) : null;
        ClaimRelation? relation = o.Required("relation")?.OneOf(
            ("below", ClaimRelation.Below), ("above", ClaimRelation.Above), ("equal", ClaimRelation.Equal));
        ClaimPart? right = o.Required("right") is JsonValue second ? Part(second, unit, currency) : null;
        return name is not null && left is not null && relation is ClaimRelation said && right is not null
            ? value.Try(() => new ComparisonClaim(name, left, said, right))
            : null;
    }

    private static BestClaim? Best(JsonValue value, JsonObject o, LocalText? name)
    {
        Id<Channel>? initiative = o.Required("initiative")?.Id<Channel>();
        var figures = o.Required("figures")?.Array(figure => FigureOf(figure) is InitiativeFigure known ? (object)known : null);
        return name is not null && initiative is not null && figures is not null
            ? value.Try(() => new BestClaim(name, initiative, figures.Cast<InitiativeFigure>()))
            : null;
    }

    private static RoiUpliftClaim? Uplift(JsonValue value, JsonObject o, LocalText? name)
    {
        Rate? uplift = o.Required("uplift")?.Rate();
        RoiDefinition? definition = o.Optional("definition") is JsonValue named ? InitiativeReader.Definition(named) : null;
        return name is not null && uplift is Rate by ? value.Try(() => new RoiUpliftClaim(name, by, definition)) : null;
    }

    /// <summary>A figure with a name, or a pointer to a figure of an initiative.</summary>
    private static ClaimPart? Part(JsonValue value, FigureKind unit, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        ClaimPart? part;
        if (o.Optional("initiative") is JsonValue initiative)
        {
            Id<Channel>? id = initiative.Id<Channel>();
            InitiativeFigure? figure = o.Required("figure") is JsonValue which ? FigureOf(which) : null;
            part = id is not null && figure is InitiativeFigure known ? ClaimPart.Of(id, known) : null;
        }
        else
        {
            LocalText? name = o.Required("name")?.LocalText();
            Figure? figure = o.Required("value") is JsonValue stated ? KpiReader.Of(stated, unit, currency) : null;
            part = name is not null && figure is not null ? ClaimPart.Of(name, figure) : null;
        }

        o.Done();
        return part;
    }

    private static InitiativeFigure? FigureOf(JsonValue value) => value.OneOf(
        ("expected-sales", InitiativeFigure.ExpectedSales),
        ("average-order-value", InitiativeFigure.AverageOrderValue),
        ("repurchase", InitiativeFigure.Repurchase),
        ("conversion", InitiativeFigure.Conversion),
        ("orders", InitiativeFigure.Orders));

    private static FigureKind UnitOf(JsonObject o, FigureKind otherwise) =>
        o.Optional("unit") is JsonValue unit ? KpiReader.Unit(unit) ?? otherwise : otherwise;
}
