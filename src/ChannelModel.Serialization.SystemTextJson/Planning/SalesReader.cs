using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Reads <c>sales</c>.</summary>
internal static class SalesReader
{
    private const string CategoryExpected = "a category code such as 'online'";

    public static SalesTarget? Read(JsonValue value, PlanContext plan)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Cycle? per = o.Required("per") is JsonValue cycle ? GrowthPlanReader.Cycle(cycle) : null;
        Money? target = o.Required("target")?.AmountAbove0(plan.Currency);
        Rate? growth = o.Optional("growth")?.Rate();
        Money? baseline = o.Optional("baseline")?.AmountAbove0(plan.Currency);
        Money? actual = o.Optional("actual")?.Amount(plan.Currency);
        Rate? attainment = o.Optional("statedAttainment")?.Rate(Rate.Zero);
        Mix<ChannelCategory>? targetMix = Mix(o.Optional("targetMix"), plan);
        Mix<ChannelCategory>? actualMix = Mix(o.Optional("actualMix"), plan);
        o.Done();
        return per is Cycle cycleOfTarget && target is Money amount
            ? value.Try(() => new SalesTarget(cycleOfTarget, amount, growth, baseline, actual, attainment, targetMix, actualMix))
            : null;
    }

    private static Mix<ChannelCategory>? Mix(JsonValue? value, PlanContext plan) =>
        value is null ? null : GrowthPlanReader.Mix(value, code => NamedCode<ChannelCategory>.IsLegal(code) ? plan.CategoryOf(code) : null, CategoryExpected);
}
