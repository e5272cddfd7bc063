using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Reading;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>Reads by which version of which plan a contract pays: one of the list, by its name, or one that is stated in full.</summary>
internal static class PaidPlanReader
{
    public static ContractBookReader.Plan? Read(JsonValue value, List<ContractBookReader.Plan> plans)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        JsonValue? what = o.Required("plan");
        string? name = what is { IsObject: false } ? what.Text() : null;
        CommissionPlan? own = what is { IsObject: true } ? CommissionPlanReader.Read(what) : null;
        int? number = o.Required("version")?.Whole(1, 1_000_000);
        LocalDate? from = (what is { IsObject: true } ? o.Required("from") : o.Optional("from"))?.Date();
        JsonValue? end = o.Optional("until");
        LocalDate? until = end?.Date();
        o.Done();
        if (end is not null && from is null)
        {
            end.Error("an end stands without a start", "from and until together, or neither for the days of the list");
            return null;
        }

        if (number is not int version)
        {
            return null;
        }

        if (own is not null)
        {
            return from is LocalDate first ? new ContractBookReader.Plan(version, first, until, own) : null;
        }

        if (name is null)
        {
            return null;
        }

        if (plans.FirstOrDefault(plan => plan.Rules.Name.Value == name && plan.Number == version) is not { } known)
        {
            value.Error($"there is no plan '{JsonValue.Short(name)}' version {version}", "a plan of the list 'plans'");
            return null;
        }

        return from is LocalDate day ? new ContractBookReader.Plan(version, day, until, known.Rules) : known;
    }
}
