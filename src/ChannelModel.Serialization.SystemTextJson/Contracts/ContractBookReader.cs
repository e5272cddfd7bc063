using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>Reads a book of contracts: partners, plans by version, contracts.</summary>
internal static class ContractBookReader
{
    public static ContractBook? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(ContractBookJson.SchemaVersion);

        List<Partner> partners = o.Required("partners")?.Array(PartnerOf) ?? [];
        List<Plan> plans = o.Optional("plans")?.Array(PlanOf) ?? [];
        Twice(value, "partners", partners.Select(partner => partner.Id.Value));
        Twice(value, "plans", plans.Select(plan => $"{plan.Rules.Name} version {plan.Number}"));
        List<PartnerContract> contracts = o.Required("contracts")?.Array(contract => Contract(contract, partners, plans)) ?? [];
        o.Done();
        if (!value.Reading.IsComplete)
        {
            return null;
        }

        return value.Try(() => ContractBook.Of(contracts));
    }

    public static Partner? PartnerOf(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<Partner>? id = o.Required("id")?.Id<Partner>();
        LocalText? name = o.Required("name")?.LocalText();
        string? kind = o.Required("kind")?.Code();
        LocalText? kindName = o.Optional("kindName")?.LocalText();
        o.Done();
        return id is null || name is null || kind is null ? null : new Partner(id, name, PartnerKind.Of(kind, kindName));
    }

    public static DateInterval? Days(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        LocalDate? start = o.Required("start")?.Date();
        JsonValue? endValue = o.Required("end");
        LocalDate? end = endValue?.Date();
        o.Done();
        if (start is not LocalDate first || end is not LocalDate last)
        {
            return null;
        }

        if (last < first)
        {
            endValue!.Error("the end is before the start", "an end on or after the start");
            return null;
        }

        return new DateInterval(first, last);
    }

    public static void Twice(JsonValue value, string member, IEnumerable<string> names)
    {
        foreach (string twice in names.GroupBy(name => name, System.StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            value.Reading.ErrorAt($"{value.Path}.{member}", $"'{JsonValue.Short(twice)}' stands twice", "each once");
        }
    }

    private static Plan? PlanOf(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        int? number = o.Required("version")?.Whole(1, 1_000_000);
        LocalDate? from = o.Required("from")?.Date();
        LocalDate? until = o.Optional("until")?.Date();
        CommissionPlan? plan = o.Required("plan") is JsonValue rules ? CommissionPlanReader.Read(rules) : null;
        o.Done();
        return number is int known && from is LocalDate first && plan is not null ? new Plan(known, first, until, plan) : null;
    }

    private static PartnerContract? Contract(JsonValue value, List<Partner> partners, List<Plan> plans)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<PartnerContract>? id = o.Required("id")?.Id<PartnerContract>();
        Partner? partner = null;
        if (o.Required("partner") is JsonValue named && named.Text() is string text)
        {
            partner = partners.FirstOrDefault(known => known.Id.Value == text);
            if (partner is null)
            {
                named.Error($"there is no partner '{JsonValue.Short(text)}'", "the id of one of the partners");
            }
        }

        Id<Channels.Channel>? channel = o.Required("channel")?.Id<Channels.Channel>();
        DateInterval? term = o.Required("term") is JsonValue days ? Days(days) : null;
        Currency? stated = o.Required("currency")?.Currency();
        Rounding? rounding = o.Required("rounding") is JsonValue how ? RoundingOf(how) : null;
        Cycle? per = o.Optional("settledPer") is JsonValue cycle ? GrowthPlanReader.Cycle(cycle) : Cycle.Month;
        Id<PartnerContract>? renews = o.Optional("renews")?.Id<PartnerContract>();
        JsonValue? list = o.Required("versions");
        var readers = new List<VersionReader>();
        list?.Array(version =>
        {
            readers.Add(VersionReader.Of(version, stated ?? Currency.XXX, plans));
            return version;
        });
        if (list is not null && readers.Count == 0)
        {
            list.Error("there is no version", "at least one version");
        }

        o.Done();
        if (!value.Reading.IsComplete)
        {
            return null;
        }

        PartnerContractBuilder contract = PartnerContract.Define(id!.Value, partner!, channel!, term!, stated!.Value).Round(rounding!).SettleEach(per!.Value);
        if (renews is not null)
        {
            contract.Renews(renews);
        }

        for (int i = 0; i < readers.Count; i++)
        {
            readers[i].Apply(contract, i == 0, term!);
        }

        if (!value.Reading.IsComplete)
        {
            return null;
        }

        if (contract.TryBuild(out PartnerContract? built, out IReadOnlyList<ContractError> errors))
        {
            return built;
        }

        foreach (ContractError error in errors)
        {
            value.Reading.ErrorAt($"{value.Path}.{error.Path}", error.Message.TrimEnd('.'), "a contract without this contradiction");
        }

        return null;
    }

    private static Rounding? RoundingOf(JsonValue value)
    {
        if (value.Text() is not string text)
        {
            return null;
        }

        if (Rounding.TryParse(text, out Rounding? rounding))
        {
            return rounding;
        }

        value.Error($"'{JsonValue.Short(text)}' is not a rounding", "one of " + string.Join(", ", Rounding.All) + ", or one of them with /0 to /6 decimals");
        return null;
    }

    internal sealed class Plan
    {
        public Plan(int number, LocalDate from, LocalDate? until, CommissionPlan rules)
        {
            Number = number;
            From = from;
            Until = until;
            Rules = rules;
        }

        public int Number { get; }

        public LocalDate From { get; }

        public LocalDate? Until { get; }

        public CommissionPlan Rules { get; }
    }
}
