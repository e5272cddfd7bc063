using System.Collections.Generic;
using System.Linq;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Reading;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>Reads partnerships by making every step again.</summary>
internal static class PartnershipBookReader
{
    private static readonly (string Word, PartnershipStage Value)[] Stages =
    [
        ("initial-contact", PartnershipStage.InitialContact), ("needs-confirmed", PartnershipStage.NeedsConfirmed), ("contract-signed", PartnershipStage.ContractSigned),
        ("resources-committed", PartnershipStage.ResourcesCommitted), ("effect-evaluated", PartnershipStage.EffectEvaluated), ("continuously-optimised", PartnershipStage.ContinuouslyOptimised),
        ("suspended", PartnershipStage.Suspended), ("terminated", PartnershipStage.Terminated), ("renewed", PartnershipStage.Renewed),
    ];

    public static PartnershipBook? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(PartnershipBookJson.SchemaVersion);

        var limits = new Dictionary<PartnershipStage, int>();
        o.Optional("limits")?.Array(limit =>
        {
            JsonObject? l = limit.Object();
            PartnershipStage? stage = l?.Required("stage")?.OneOf(Stages);
            int? days = l?.Required("days")?.Whole(0, 36_600);
            l?.Done();
            if (stage is PartnershipStage known && days is int most)
            {
                if (limits.ContainsKey(known))
                {
                    limit.Error("the stage has two limits", "one limit for a stage");
                }

                limits[known] = most;
            }

            return limit;
        });
        List<Partner> partners = o.Required("partners")?.Array(ContractBookReader.PartnerOf) ?? [];
        ContractBookReader.Twice(value, "partners", partners.Select(partner => partner.Id.Value));
        List<Partnership> partnerships = o.Required("partnerships")?.Array(item => One(item, partners)) ?? [];
        o.Done();
        return !value.Reading.IsComplete ? null : value.Try(() => PartnershipBook.Of(partnerships, limits));
    }

    private static Partnership? One(JsonValue value, List<Partner> partners)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Partnership? partnership = null;
        JsonValue? named = o.Required("partner");
        LocalDate? begun = o.Required("begun")?.Date();
        if (named?.Text() is string id)
        {
            Partner? partner = partners.FirstOrDefault(known => known.Id.Value == id);
            if (partner is null)
            {
                named.Error($"there is no partner '{JsonValue.Short(id)}'", "the id of one of the partners");
            }
            else if (begun is LocalDate first)
            {
                partnership = Partnership.Begin(partner, first);
            }
        }

        o.Optional("steps")?.Array(step =>
        {
            partnership = Step(step, partnership);
            return step;
        });
        o.Optional("evidence")?.Array(item =>
        {
            partnership = Show(item, partnership);
            return item;
        });
        o.Done();
        return partnership;
    }

    private static Partnership? Step(JsonValue value, Partnership? partnership)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        PartnershipStage? stage = o.Required("stage")?.OneOf(Stages);
        LocalDate? on = o.Required("on")?.Date();
        o.Optional("evidence")?.Array(item =>
        {
            partnership = Show(item, partnership);
            return item;
        });
        o.Done();
        if (partnership is null || stage is not PartnershipStage to || on is not LocalDate day)
        {
            return null;
        }

        if (StageTransition.Between(partnership.Stage, to) is null)
        {
            value.Error($"there is no way from {partnership.Stage} to {to}", "a stage that follows");
            return null;
        }

        try
        {
            if (partnership.TryMove(to, day, out Partnership? moved, out IReadOnlyList<StageCriterion> unmet))
            {
                return moved;
            }

            value.Error($"the step to {to} lacks {string.Join(", ", unmet)}", "evidence of every criterion, not later than the step");
        }
        catch (System.Exception refused) when (refused is System.ArgumentException or System.InvalidOperationException)
        {
            (string problem, string expected) = DomainMessage.Split(refused);
            value.Error(problem, expected);
        }

        return null;
    }

    private static Partnership? Show(JsonValue value, Partnership? partnership)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        StageCriterion? criterion = null;
        if (o.Required("criterion") is JsonValue named && named.Text() is string code)
        {
            criterion = StageCriterion.Find(code);
            if (criterion is null)
            {
                named.Error($"'{JsonValue.Short(code)}' is no criterion", "one of " + string.Join(", ", StageCriterion.All));
            }
        }

        LocalDate? on = o.Required("on")?.Date();
        string? reference = o.Required("reference")?.Text();
        o.Done();
        return partnership is not null && criterion is not null && on is LocalDate day && reference is not null ? value.Try(() => partnership.Show(criterion, day, reference)) : null;
    }
}
