using System;
using System.Text.Json;
using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Writes an element of <c>claims</c>.</summary>
internal static class ClaimWriter
{
    public static void Write(Utf8JsonWriter json, PlanClaim claim)
    {
        switch (claim)
        {
            case SumClaim sum:
                Begin(json, "sum", claim);
                Unit(json, sum.Total);
                GrowthPlanWriter.Figure(json, "total", sum.Total);
                GrowthPlanWriter.List(json, "parts", sum.Parts, part => Part(json, part));
                break;
            case ComparisonClaim comparison:
                Begin(json, "comparison", claim);
                Unit(json, comparison.Left.Figure ?? comparison.Right.Figure);
                Part(json, "left", comparison.Left);
                json.WriteString("relation", JsonText.Word(comparison.Relation));
                Part(json, "right", comparison.Right);
                break;
            case BestClaim best:
                Begin(json, "best", claim);
                json.WriteString("initiative", best.Initiative.Value);
                json.WriteStartArray("figures");
                foreach (InitiativeFigure figure in best.Figures)
                {
                    json.WriteStringValue(JsonText.Word(figure));
                }

                json.WriteEndArray();
                break;
            case RoiClaim roi:
                Begin(json, "roi", claim);
                InitiativeWriter.Roi(json, roi.Roi);
                break;
            case RoiUpliftClaim uplift:
                Begin(json, "roi-uplift", claim);
                GrowthPlanWriter.Rate(json, "uplift", uplift.Uplift);
                InitiativeWriter.Definition(json, uplift.Definition);
                break;
            default:
                throw new NotSupportedException($"A claim of the type {claim.GetType().Name} has no form in JSON.");
        }
    }

    private static void Begin(Utf8JsonWriter json, string kind, PlanClaim claim)
    {
        json.WriteString("kind", kind);
        GrowthPlanWriter.Text(json, "name", claim.Name);
    }

    /// <summary>Amounts are meant where no unit is stated.</summary>
    private static void Unit(Utf8JsonWriter json, Figure? figure)
    {
        if (figure is not null && figure.Kind != FigureKind.Money)
        {
            json.WriteString("unit", JsonText.Word(figure.Kind));
        }
    }

    private static void Part(Utf8JsonWriter json, string name, ClaimPart part)
    {
        json.WriteStartObject(name);
        Part(json, part);
        json.WriteEndObject();
    }

    private static void Part(Utf8JsonWriter json, ClaimPart part)
    {
        if (part.Initiative is Id<Channel> initiative)
        {
            json.WriteString("initiative", initiative.Value);
            json.WriteString("figure", JsonText.Word(part.InitiativeFigure));
        }
        else
        {
            GrowthPlanWriter.Text(json, "name", part.Name!);
            GrowthPlanWriter.Figure(json, "value", part.Figure);
        }
    }
}
