using ChannelModel.Channels;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Reads an element of <c>synergies</c>.</summary>
internal static class SynergyReader
{
    public static Synergy? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        LocalText? name = o.Required("name")?.LocalText();
        SynergyMetric? metric = o.Required("metric")?.OneOf(
            ("conversion", SynergyMetric.Conversion),
            ("average-order-value", SynergyMetric.AverageOrderValue),
            ("roi", SynergyMetric.Roi),
            ("orders-led-over", SynergyMetric.OrdersLedOver));
        Rate? uplift = o.Required("uplift")?.Rate();
        o.Done();
        return name is not null && metric is SynergyMetric lifted && uplift is Rate by ? value.Try(() => new Synergy(name, lifted, by)) : null;
    }
}
