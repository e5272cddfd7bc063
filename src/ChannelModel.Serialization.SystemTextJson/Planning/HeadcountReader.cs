using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Reads an element of <c>headcount</c>.</summary>
internal static class HeadcountReader
{
    public static Headcount? Read(JsonValue value, PlanContext plan)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        LocalText? source = o.Required("source")?.LocalText();
        string? category = o.Optional("category")?.Code();
        var roles = o.Required("roles")?.Array(Role);
        o.Done();
        return source is not null && roles is not null
            ? value.Try(() => new Headcount(
                source,
                roles.Select(role => new KeyValuePair<LocalText, int>(role.Item1, role.Item2)),
                category is null ? null : plan.CategoryOf(category)))
            : null;
    }

    private static System.Tuple<LocalText, int>? Role(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        LocalText? role = o.Required("role")?.LocalText();
        int? count = o.Required("count")?.Whole(1, int.MaxValue);
        o.Done();
        return role is not null && count is int hires ? System.Tuple.Create(role, hires) : null;
    }
}
