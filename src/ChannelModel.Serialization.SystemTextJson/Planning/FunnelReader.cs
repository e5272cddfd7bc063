using ChannelModel.Channels;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Reads <c>funnel</c>: from a reach with its conversion, from a number of orders, or from neither.</summary>
internal static class FunnelReader
{
    public static Funnel? Read(JsonValue value, PlanContext plan)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        JsonValue? reachValue = o.Optional("reach");
        Reach? reach = reachValue is null ? null : Reach(reachValue, plan);
        JsonValue? conversionValue = o.Optional("conversion");
        Rate? conversion = conversionValue?.Share();
        JsonValue? ordersValue = o.Optional("orders");
        decimal? orders = ordersValue?.Number(0m, 1_000_000_000_000_000_000m);
        Money? orderValue = o.Optional("averageOrderValue")?.Amount(plan.Currency);
        Rate? newCustomers = o.Optional("newCustomers")?.Share();
        Rate? repurchase = o.Optional("repurchase")?.Share();
        o.Done();
        if (ordersValue is not null && (reachValue is not null || conversionValue is not null))
        {
            ordersValue.Error("orders are stated beside a reach and conversion that give them", "either 'orders', or 'reach' and 'conversion'");
            return null;
        }

        if ((reachValue is null) != (conversionValue is null))
        {
            value.Error(reachValue is null ? "a conversion is stated without a reach" : "a reach is stated without a conversion", "both 'reach' and 'conversion'");
            return null;
        }

        if (reachValue is not null)
        {
            return reach is not null && conversion is Rate rate
                ? value.Try(() => Funnel.FromReach(reach, rate, orderValue, newCustomers, repurchase))
                : null;
        }

        return value.Try(() => orders is decimal count
            ? Funnel.FromOrders(count, orderValue, newCustomers, repurchase)
            : Funnel.FromRatios(orderValue, newCustomers, repurchase));
    }

    private static Reach? Reach(JsonValue value, PlanContext plan)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        long? count = o.Required("count")?.WholeLong(0, 1_000_000_000_000);
        string? unit = o.Required("unit")?.Code();
        JsonValue? perValue = o.Optional("per");
        Cycle? per = perValue is null ? null : GrowthPlanReader.Cycle(perValue);
        JsonValue? sitesValue = o.Optional("sites");
        int? sites = sitesValue is null ? 1 : sitesValue.Whole(1, 1_000_000);
        o.Done();
        return count is long reached && unit is not null && sites is int places
            ? value.Try(() => new Reach(reached, plan.ReachUnitOf(unit), per, places))
            : null;
    }
}
