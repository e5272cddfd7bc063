using System.Collections.Generic;
using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Reads an element of <c>initiatives</c>.</summary>
internal static class InitiativeReader
{
    public static Initiative? Read(JsonValue value, PlanContext plan)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<Channel>? id = o.Required("id")?.Id<Channel>();
        LocalText? name = o.Required("name")?.LocalText();
        string? category = o.Required("category")?.Code();
        string? format = o.Required("format")?.Code();
        List<Fee> fees = o.Optional("fees")?.Array(fee => Fee(fee, plan.Currency)) ?? [];
        Funnel? funnel = o.Optional("funnel") is JsonValue stages ? FunnelReader.Read(stages, plan) : null;
        Rate? trial = o.Optional("trialConversion")?.Share();
        Money? expected = o.Optional("expectedSales")?.Amount(plan.Currency);
        StatedRoi? roi = o.Optional("roi") is JsonValue stated ? Roi(stated) : null;
        PriceMove? move = o.Optional("priceMove") is JsonValue prices ? PriceMove(prices, plan.Currency) : null;
        Space? space = o.Optional("space") is JsonValue area ? Space(area) : null;
        SalesDensity? density = o.Optional("salesDensity") is JsonValue sales ? CountReader.Density(sales, plan) : null;
        Mix<CostBearer>? costShare = o.Optional("costShare") is JsonValue shares
            ? GrowthPlanReader.Mix(shares, code => NamedCode<CostBearer>.IsLegal(code) ? plan.CostBearerOf(code) : null, "a code such as 'brand'")
            : null;
        o.Done();
        return id is not null && name is not null && category is not null && format is not null
            ? value.Try(() => new Initiative(
                new Channel(id, name, plan.CategoryOf(category), plan.FormatOf(format)),
                fees,
                funnel,
                trial,
                expected,
                roi,
                move,
                space,
                density,
                costShare))
            : null;
    }

    public static StatedRoi? Roi(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        StatedRoi? roi = RoiMembers(o);
        o.Done();
        return roi;
    }

    /// <summary>The members <c>value</c> and <c>definition</c>, in an object of their own or in a claim.</summary>
    public static StatedRoi? RoiMembers(JsonObject o)
    {
        decimal? figure = o.Required("value")?.Number();
        RoiDefinition? definition = o.Optional("definition") is JsonValue named ? Definition(named) : null;
        return figure is decimal roi ? new StatedRoi(roi, definition) : null;
    }

    public static RoiDefinition? Definition(JsonValue value)
    {
        if (value.Text() is not string code)
        {
            return null;
        }

        RoiDefinition? definition = RoiDefinition.Find(code);
        if (definition is null)
        {
            value.Error($"'{JsonValue.Short(code)}' is no definition of a return", "one of " + string.Join(", ", RoiDefinition.All));
        }

        return definition;
    }

    private static Fee? Fee(JsonValue value, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Money? amount = o.Required("amount")?.Amount(currency);
        Cycle? per = o.Required("per") is JsonValue cycle ? GrowthPlanReader.Cycle(cycle) : null;
        o.Done();
        return amount is Money fee && per is Cycle time ? value.Try(() => new Fee(fee, time)) : null;
    }

    private static PriceMove? PriceMove(JsonValue value, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Money? price = o.Required("price")?.AmountAbove0(currency);
        Rate? cut = o.Required("priceCut")?.Share();
        Rate? saving = o.Required("costSaving")?.Share();
        Rate? margin = o.Required("margin")?.Rate(null, Rate.One);
        MarginClaim? claim = o.Optional("claim") is JsonValue said
            ? said.OneOf(("kept", MarginClaim.Kept), ("raised", MarginClaim.Raised))
            : MarginClaim.None;
        Money? newPrice = o.Optional("newPrice")?.AmountAbove0(currency);
        o.Done();
        return price is Money before && cut is Rate off && saving is Rate saved && margin is Rate left && claim is MarginClaim claimed
            ? value.Try(() => new PriceMove(before, off, saved, left, claimed, newPrice))
            : null;
    }

    private static Space? Space(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        int? stores = o.Required("stores")?.Whole(1, int.MaxValue);
        decimal? area = o.Required("squareMetresEach")?.NumberAbove(0m);
        o.Done();
        return stores is int count && area is decimal each ? value.Try(() => new Space(count, each)) : null;
    }
}
