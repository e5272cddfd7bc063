using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using ChannelModel.Channels;
using ChannelModel.Kpis;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Contracts;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Writes a plan in the members that <see cref="GrowthPlanReader"/> reads; parts that a plan does not have are left out.</summary>
internal static class GrowthPlanWriter
{
    public static void Write(GrowthPlan plan, Utf8JsonWriter json)
    {
        json.WriteNumber("schemaVersion", GrowthPlanJson.SchemaVersion);
        json.WriteString("id", plan.Id.Value);
        Text(json, "name", plan.Name);
        json.WriteString("currency", plan.Currency.Code);
        ContractBookWriter.Days("period", plan.Period, json);
        PlanNamesWriter.Write(plan, json);
        if (plan.Sales is SalesTarget sales)
        {
            Sales(json, sales);
        }

        Amount(json, "companyAverageOrderValue", plan.CompanyAverageOrderValue);
        List(json, "kpis", plan.Kpis, kpi => Kpi(json, kpi));
        List(json, "counts", plan.Counts, count => Count(json, count));
        List(json, "budgets", plan.Budgets, budget => Budget(json, budget));
        List(json, "headcount", plan.Headcounts, headcount => Headcount(json, headcount));
        List(json, "initiatives", plan.Initiatives, initiative => InitiativeWriter.Write(json, initiative));
        List(json, "synergies", plan.Synergies, synergy => Synergy(json, synergy));
        List(json, "claims", plan.Claims, claim => ClaimWriter.Write(json, claim));
    }

    /// <summary>Writes an array of objects; none where there is nothing in it.</summary>
    public static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> members)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Text(Utf8JsonWriter json, string name, LocalText text) => ContractBookWriter.Text(name, text, json);

    public static void Amount(Utf8JsonWriter json, string name, Money? amount) => json.Number(name, amount?.Amount);

    public static void Rate(Utf8JsonWriter json, string name, Rate? rate)
    {
        if (rate is Rate known)
        {
            json.WriteString(name, known.ToString(null, CultureInfo.InvariantCulture));
        }
    }

    public static void Mix<TKey>(Utf8JsonWriter json, string name, Mix<TKey>? mix, Func<TKey, string> key)
        where TKey : class, IEquatable<TKey>
    {
        if (mix is null)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (KeyValuePair<TKey, Rate> share in mix)
        {
            Rate(json, key(share.Key), share.Value);
        }

        json.WriteEndObject();
    }

    /// <summary>A figure as it is read: a percentage in quotes, or a number.</summary>
    public static void Figure(Utf8JsonWriter json, string name, Figure? figure)
    {
        if (figure is { Kind: FigureKind.Percent })
        {
            json.Percent(name, figure.Value);
        }
        else
        {
            json.Number(name, figure?.Value);
        }
    }

    public static void Density(Utf8JsonWriter json, string name, SalesDensity density)
    {
        json.WriteStartObject(name);
        Amount(json, "amount", density.Amount);
        json.WriteString("per", JsonText.Word(density.Per));
        if (density.Unit is DensityUnit unit)
        {
            json.WriteString("unit", unit.Code);
        }

        json.WriteEndObject();
    }

    private static void Sales(Utf8JsonWriter json, SalesTarget sales)
    {
        json.WriteStartObject("sales");
        json.WriteString("per", JsonText.Word(sales.Per));
        Amount(json, "target", sales.Target);
        Rate(json, "growth", sales.Growth);
        Amount(json, "baseline", sales.StatedBaseline);
        Amount(json, "actual", sales.Actual);
        Rate(json, "statedAttainment", sales.StatedAttainment);
        Mix(json, "targetMix", sales.TargetMix, category => category.Code);
        Mix(json, "actualMix", sales.ActualMix, category => category.Code);
        json.WriteEndObject();
    }

    private static void Kpi(Utf8JsonWriter json, PlanKpi kpi)
    {
        json.WriteString("id", kpi.Kpi.Id.Value);
        Text(json, "name", kpi.Kpi.Name);
        if (kpi.Kpi.Unit is { Kind: KpiUnitKind.Score } score)
        {
            json.WriteStartObject("unit");
            json.WriteStartObject("score");
            json.Number("from", score.Minimum);
            json.Number("to", score.Maximum);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("unit", JsonText.Word(kpi.Kpi.Unit.Kind));
        }

        json.WriteString("direction", JsonText.Word(kpi.Kpi.Direction));
        if (kpi.Kpi.Aggregation != KpiAggregation.Latest)
        {
            json.WriteString("aggregation", JsonText.Word(kpi.Kpi.Aggregation));
        }

        Figure(json, "target", kpi.Target);
        Figure(json, "baseline", kpi.Baseline);
        Figure(json, "actual", kpi.Actual);
        List(json, "baselineParts", kpi.BaselineParts, part =>
        {
            Text(json, "name", part.Key);
            Figure(json, "value", part.Value);
        });
        List(json, "restatedTargets", kpi.RestatedTargets, restated =>
        {
            Text(json, "source", restated.Key);
            Figure(json, "target", restated.Value);
        });
    }

    private static void Count(Utf8JsonWriter json, PlanCount count)
    {
        json.WriteString("id", count.Id.Value);
        Text(json, "name", count.Name);
        json.WriteNumber("total", count.Total);
        Mix(json, "mix", count.Mix, name => name);
        if (count.SalesDensity.Count > 0)
        {
            json.WriteStartObject("salesDensity");
            foreach (KeyValuePair<string, SalesDensity> density in count.SalesDensity)
            {
                Density(json, density.Key, density.Value);
            }

            json.WriteEndObject();
        }
    }

    private static void Budget(Utf8JsonWriter json, Budget budget)
    {
        if (budget.Id is Id<Budget> id)
        {
            json.WriteString("id", id.Value);
            Text(json, "source", budget.Source!);
        }

        if (budget.Category is ChannelCategory category)
        {
            json.WriteString("category", category.Code);
        }

        if (budget.Initiative is Id<Channel> initiative)
        {
            json.WriteString("initiative", initiative.Value);
        }

        Amount(json, "amount", budget.Amount);
        List(json, "lines", budget.Lines, line => Budget(json, line));
    }

    private static void Headcount(Utf8JsonWriter json, Headcount headcount)
    {
        Text(json, "source", headcount.Source);
        if (headcount.Category is ChannelCategory category)
        {
            json.WriteString("category", category.Code);
        }

        json.WriteStartArray("roles");
        foreach (KeyValuePair<LocalText, int> role in headcount.Roles)
        {
            json.WriteStartObject();
            Text(json, "role", role.Key);
            json.WriteNumber("count", role.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Synergy(Utf8JsonWriter json, Synergy synergy)
    {
        Text(json, "name", synergy.Name);
        json.WriteString("metric", JsonText.Word(synergy.Metric));
        Rate(json, "uplift", synergy.Uplift);
    }
}
