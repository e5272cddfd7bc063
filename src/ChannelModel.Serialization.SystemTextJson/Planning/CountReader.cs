using System.Collections.Generic;
using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Reads an element of <c>counts</c>, and sales densities.</summary>
internal static class CountReader
{
    public static PlanCount? Read(JsonValue value, PlanContext plan)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<PlanCount>? id = o.Required("id")?.Id<PlanCount>();
        LocalText? name = o.Required("name")?.LocalText();
        long? total = o.Required("total")?.WholeLong(0, 1_000_000_000_000);
        Mix<string>? mix = o.Required("mix") is JsonValue shares
            ? GrowthPlanReader.Mix(shares, part => string.IsNullOrWhiteSpace(part) ? null : part, "a name")
            : null;
        var densities = new List<KeyValuePair<string, SalesDensity>>();
        if (o.Optional("salesDensity")?.Object() is JsonObject parts)
        {
            foreach (KeyValuePair<string, JsonValue> part in parts.All())
            {
                if (Density(part.Value, plan) is SalesDensity density)
                {
                    densities.Add(new KeyValuePair<string, SalesDensity>(part.Key, density));
                }
            }

            parts.Done();
        }

        o.Done();
        return id is not null && name is not null && total is long count && mix is not null
            ? value.Try(() => new PlanCount(id, name, count, mix, densities))
            : null;
    }

    public static SalesDensity? Density(JsonValue value, PlanContext plan)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Money? amount = o.Required("amount")?.Amount(plan.Currency);
        Cycle? per = o.Required("per") is JsonValue cycle ? GrowthPlanReader.Cycle(cycle) : null;
        string? unit = o.Optional("unit")?.Code();
        o.Done();
        return amount is Money sales && per is Cycle time
            ? value.Try(() => new SalesDensity(sales, time, unit is null ? null : plan.DensityUnitOf(unit)))
            : null;
    }
}
