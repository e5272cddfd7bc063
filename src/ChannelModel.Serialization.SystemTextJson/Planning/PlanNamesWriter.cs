using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ChannelModel.Channels;
using ChannelModel.Planning;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Writes <c>names</c>: what the plan calls the codes that are its own.</summary>
internal static class PlanNamesWriter
{
    public static void Write(GrowthPlan plan, Utf8JsonWriter json)
    {
        IEnumerable<SalesDensity> densities = plan.Counts.SelectMany(count => count.SalesDensity).Select(density => density.Value)
            .Concat(plan.Initiatives.Select(initiative => initiative.SalesDensity).OfType<SalesDensity>());
        IEnumerable<ChannelCategory> categories = Keys(plan.Sales?.TargetMix).Concat(Keys(plan.Sales?.ActualMix))
            .Concat(plan.Budgets.SelectMany(InBudget))
            .Concat(plan.Headcounts.Select(headcount => headcount.Category).OfType<ChannelCategory>())
            .Concat(plan.Initiatives.Select(initiative => initiative.Channel.Category));
        List<(string Member, KeyValuePair<string, LocalText>[] Names)> own =
        [
            ("categories", Own(categories)),
            ("formats", Own(plan.Initiatives.Select(initiative => initiative.Channel.Format))),
            ("reachUnits", Own(plan.Initiatives.Select(initiative => initiative.Funnel?.Reach?.Unit).OfType<ReachUnit>())),
            ("densityUnits", Own(densities.Select(density => density.Unit).OfType<DensityUnit>())),
            ("costBearers", Own(plan.Initiatives.SelectMany(initiative => Keys(initiative.CostShare)))),
        ];
        own.RemoveAll(entry => entry.Names.Length == 0);
        if (own.Count == 0)
        {
            return;
        }

        json.WriteStartObject("names");
        foreach ((string member, KeyValuePair<string, LocalText>[] names) in own)
        {
            json.WriteStartObject(member);
            foreach (KeyValuePair<string, LocalText> name in names)
            {
                GrowthPlanWriter.Text(json, name.Key, name.Value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The codes with a name that reading the code alone would not give, in order.</summary>
    private static KeyValuePair<string, LocalText>[] Own<TCode>(IEnumerable<TCode> codes)
        where TCode : NamedCode<TCode> =>
        [
            .. codes.Distinct().Where(code => code.Name != Plain(code)).OrderBy(code => code.Code, StringComparer.Ordinal)
                .Select(code => new KeyValuePair<string, LocalText>(code.Code, code.Name)),
        ];

    private static LocalText Plain<TCode>(TCode code)
        where TCode : NamedCode<TCode> => code switch
        {
            ChannelCategory => ChannelCategory.Of(code.Code).Name,
            ChannelFormat => ChannelFormat.Of(code.Code).Name,
            ReachUnit => ReachUnit.Of(code.Code).Name,
            DensityUnit => DensityUnit.Of(code.Code).Name,
            _ => CostBearer.Of(code.Code).Name,
        };

    private static IEnumerable<TCode> Keys<TCode>(Mix<TCode>? mix)
        where TCode : NamedCode<TCode> => mix?.Keys ?? [];

    private static IEnumerable<ChannelCategory> InBudget(Budget budget) =>
        (budget.Category is ChannelCategory own ? new[] { own } : []).Concat(budget.Lines.SelectMany(InBudget));
}
