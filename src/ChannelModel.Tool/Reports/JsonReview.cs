using System;
using System.Globalization;
using System.IO;
using System.Text.Json;
using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Writing;
using NodaTime.Text;

namespace ChannelModel.Tool.Reports;

/// <summary>Writes a review as JSON: numbers as exact strings with their unit, names in the language asked for.</summary>
internal static class JsonReview
{
    public static void Write(PlanReview review, Language language, TextWriter output) => output.Write(JsonText.Object(json => Write(json, review, language)));

    private static void Write(Utf8JsonWriter json, PlanReview review, Language language)
    {
        GrowthPlan plan = review.Plan;
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("plan", plan.Id.Value);
        json.WriteString("name", plan.Name.In(language));
        json.WriteString("currency", plan.Currency.Code);
        json.WriteString("start", LocalDatePattern.Iso.Format(plan.Period.Start));
        json.WriteString("end", LocalDatePattern.Iso.Format(plan.Period.End));
        if (review.Sales is SalesReview sales)
        {
            json.WriteStartObject("sales");
            Amount(json, "baseline", sales.Sales.Baseline);
            Amount(json, "target", sales.Sales.Target);
            Amount(json, "actual", sales.Sales.Actual);
            Percent(json, "attainment", sales.Attainment);
            Percent(json, "growth", sales.Growth);
            Percent(json, "plannedGrowth", sales.PlannedGrowth);
            Amount(json, "variance", sales.Variance);
            List(json, "categories", sales.Categories, category =>
            {
                json.WriteString("category", category.Category.Code);
                Percent(json, "targetShare", category.TargetShare);
                Percent(json, "actualShare", category.ActualShare);
                Amount(json, "target", category.Target);
                Amount(json, "actual", category.Actual);
                Percent(json, "attainment", category.Attainment);
                Amount(json, "variance", category.Variance);
                Amount(json, "volume", category.Volume);
                Amount(json, "mix", category.Mix);
            });
            json.WriteEndObject();
        }

        List(json, "kpis", review.Kpis, kpi =>
        {
            json.WriteString("id", kpi.Kpi.Kpi.Id.Value);
            json.WriteString("name", kpi.Kpi.Kpi.Name.In(language));
            Shown(json, "baseline", kpi.Kpi.Baseline, language);
            Shown(json, "target", kpi.Kpi.Target, language);
            Shown(json, "actual", kpi.Kpi.Actual, language);
            Shown(json, "difference", kpi.Difference, language);
            Percent(json, "progress", kpi.Progress);
        });
        List(json, "budgets", review.Budgets, budget =>
        {
            json.WriteString("scope", budget.Category?.Code ?? "plan");
            Amount(json, "budget", budget.Budget);
            Amount(json, "fees", budget.Fees);
            Amount(json, "left", budget.Left);
        });
        List(json, "initiatives", review.Initiatives, initiative => Initiative(json, initiative, language));
        List(json, "counts", review.Counts, count =>
        {
            json.WriteString("id", count.Count.Id.Value);
            json.WriteString("total", count.Count.Total.ToString(CultureInfo.InvariantCulture));
            List(json, "parts", count.Whole, part =>
            {
                json.WriteString("part", part.Key);
                Percent(json, "share", count.Count.Mix[part.Key]);
                json.WriteString("whole", part.Value.ToString(CultureInfo.InvariantCulture));
            });
        });
        List(json, "findings", review.Audit.Findings, line => Line(json, line, language));
        List(json, "confirmed", review.Audit.Confirmed, line => Line(json, line, language));
    }

    private static void Initiative(Utf8JsonWriter json, InitiativeReview initiative, Language language)
    {
        json.WriteString("id", initiative.Initiative.Channel.Id.Value);
        json.WriteString("name", initiative.Initiative.Channel.Name.In(language));
        json.WriteString("category", initiative.Initiative.Channel.Category.Code);
        Amount(json, "fees", initiative.Fees);
        if (initiative.Orders is decimal orders)
        {
            json.WriteString("orders", orders.ToString(CultureInfo.InvariantCulture));
        }

        Amount(json, "revenue", initiative.Revenue);
        Amount(json, "expectedSales", initiative.Initiative.ExpectedSales);
        List(json, "returns", initiative.Returns, entry =>
        {
            json.WriteString("definition", entry.Key.Code);
            json.WriteString("value", entry.Value.ToString(CultureInfo.InvariantCulture));
        });
        Amount(json, "statedReturn", initiative.StatedReturn);
        Percent(json, "impliedGrossMargin", initiative.ImpliedGrossMargin);
        if (initiative is { Before: UnitEconomics before, After: UnitEconomics after })
        {
            Unit(json, "before", before);
            Unit(json, "after", after);
        }
    }

    private static void Unit(Utf8JsonWriter json, string name, UnitEconomics unit)
    {
        json.WriteStartObject(name);
        Amount(json, "price", unit.Price(Rounding.HalfAwayFromZero));
        Amount(json, "unitCost", unit.UnitCost(Rounding.HalfAwayFromZero));
        Percent(json, "margin", unit.Margin);
        json.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter json, AuditLine line, Language language)
    {
        json.WriteString("rule", line.Rule.Id);
        json.WriteString("severity", line.Rule.Severity switch
        {
            AuditSeverity.Contradiction => "contradiction",
            AuditSeverity.Doubt => "doubt",
            _ => "note",
        });
        json.WriteStartArray("places");
        foreach (string place in line.Places)
        {
            json.WriteStringValue(place);
        }

        json.WriteEndArray();
        Side(json, "left", line.Left, language);
        Side(json, "right", line.Right, language);
        Shown(json, "difference", line.Difference, language);
        json.WriteString("arithmetic", line.Arithmetic);
        json.WriteString("sentence", line.Sentence.In(language));
    }

    private static void Side(Utf8JsonWriter json, string name, AuditSide side, Language language)
    {
        json.WriteStartObject(name);
        json.WriteString("name", side.Name.In(language));
        Value(json, side.Figure, language);
        json.WriteEndObject();
    }

    private static void Shown(Utf8JsonWriter json, string name, Figure? figure, Language language)
    {
        if (figure is not null)
        {
            json.WriteStartObject(name);
            Value(json, figure, language);
            json.WriteEndObject();
        }
    }

    private static void Value(Utf8JsonWriter json, Figure figure, Language language)
    {
        if (figure.Kind != FigureKind.Words)
        {
            json.WriteString("value", figure.Value.ToString(CultureInfo.InvariantCulture));
            json.WriteString("unit", figure.Kind switch
            {
                FigureKind.Money => figure.Currency.Code,
                FigureKind.Percent => "percent",
                FigureKind.Points => "points",
                FigureKind.Count => "count",
                FigureKind.Days => "days",
                _ => "number",
            });
        }

        json.WriteString("text", figure.ToText(language));
    }

    private static void Amount(Utf8JsonWriter json, string name, Money? amount)
    {
        if (amount is Money money)
        {
            json.WriteString(name, money.Amount.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Percent(Utf8JsonWriter json, string name, Rate? rate)
    {
        if (rate is Rate known)
        {
            json.WriteString(name, known.ToString(null, CultureInfo.InvariantCulture));
        }
    }

    private static void List<T>(Utf8JsonWriter json, string name, System.Collections.Generic.IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
