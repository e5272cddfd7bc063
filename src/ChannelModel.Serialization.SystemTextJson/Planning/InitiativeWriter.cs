using System.Text.Json;
using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Writes an element of <c>initiatives</c>.</summary>
internal static class InitiativeWriter
{
    public static void Write(Utf8JsonWriter json, Initiative initiative)
    {
        json.WriteString("id", initiative.Channel.Id.Value);
        GrowthPlanWriter.Text(json, "name", initiative.Channel.Name);
        json.WriteString("category", initiative.Channel.Category.Code);
        json.WriteString("format", initiative.Channel.Format.Code);
        GrowthPlanWriter.List(json, "fees", initiative.Fees, fee =>
        {
            GrowthPlanWriter.Amount(json, "amount", fee.Amount);
            json.WriteString("per", JsonText.Word(fee.Per));
        });
        if (initiative.Funnel is Funnel funnel)
        {
            Funnel(json, funnel);
        }

        GrowthPlanWriter.Rate(json, "trialConversion", initiative.TrialConversion);
        GrowthPlanWriter.Amount(json, "expectedSales", initiative.ExpectedSales);
        if (initiative.Roi is StatedRoi roi)
        {
            json.WriteStartObject("roi");
            Roi(json, roi);
            json.WriteEndObject();
        }

        if (initiative.PriceMove is PriceMove move)
        {
            PriceMove(json, move);
        }

        if (initiative.Space is Space space)
        {
            json.WriteStartObject("space");
            json.WriteNumber("stores", space.Stores);
            json.WriteNumber("squareMetresEach", space.SquareMetresEach);
            json.WriteEndObject();
        }

        if (initiative.SalesDensity is SalesDensity density)
        {
            GrowthPlanWriter.Density(json, "salesDensity", density);
        }

        GrowthPlanWriter.Mix(json, "costShare", initiative.CostShare, bearer => bearer.Code);
    }

    public static void Roi(Utf8JsonWriter json, StatedRoi roi)
    {
        json.WriteNumber("value", roi.Value);
        Definition(json, roi.Definition);
    }

    public static void Definition(Utf8JsonWriter json, RoiDefinition? definition)
    {
        if (definition is not null)
        {
            json.WriteString("definition", definition.Code);
        }
    }

    private static void Funnel(Utf8JsonWriter json, Funnel funnel)
    {
        json.WriteStartObject("funnel");
        if (funnel.Reach is Reach reach)
        {
            json.WriteStartObject("reach");
            json.WriteNumber("count", reach.Count);
            json.WriteString("unit", reach.Unit.Code);
            if (reach.Per is Cycle per)
            {
                json.WriteString("per", JsonText.Word(per));
            }

            if (reach.Sites != 1)
            {
                json.WriteNumber("sites", reach.Sites);
            }

            json.WriteEndObject();
            GrowthPlanWriter.Rate(json, "conversion", funnel.Conversion);
        }
        else
        {
            json.Number("orders", funnel.Orders);
        }

        GrowthPlanWriter.Amount(json, "averageOrderValue", funnel.AverageOrderValue);
        GrowthPlanWriter.Rate(json, "newCustomers", funnel.NewCustomerShare);
        GrowthPlanWriter.Rate(json, "repurchase", funnel.Repurchase);
        json.WriteEndObject();
    }

    private static void PriceMove(Utf8JsonWriter json, PriceMove move)
    {
        json.WriteStartObject("priceMove");
        GrowthPlanWriter.Amount(json, "price", move.Price);
        GrowthPlanWriter.Rate(json, "priceCut", move.PriceCut);
        GrowthPlanWriter.Rate(json, "costSaving", move.CostSaving);
        GrowthPlanWriter.Rate(json, "margin", move.Margin);
        if (move.Claim != MarginClaim.None)
        {
            json.WriteString("claim", JsonText.Word(move.Claim));
        }

        GrowthPlanWriter.Amount(json, "newPrice", move.StatedNewPrice);
        json.WriteEndObject();
    }
}
