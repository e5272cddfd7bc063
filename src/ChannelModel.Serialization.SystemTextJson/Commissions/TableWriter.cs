using System.Collections.Generic;
using System.Text.Json;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson.Commissions;

/// <summary>Writes tier tables, curves and grids. Packages are tiers with blocks, and are written as such.</summary>
internal static class TableWriter
{
    public static void Table(TierTable table, Basis by, Utf8JsonWriter json)
    {
        bool percent = by.Kind == BasisKind.Rate || table.EdgesInPercentOfTarget;
        if (table.RateBy is Basis rate)
        {
            json.WriteStartObject("rateOf");
            CommissionPlanWriter.Measure("by", rate, json);
        }
        else if (table.Mode == TierMode.Curve)
        {
            json.WriteStartObject("curve");
            json.WriteString("afterLast", JsonText.Word(table.AfterLast));
            json.WriteStartArray("points");
            foreach (CurvePoint point in table.Points)
            {
                json.WriteStartObject();
                json.Edge("value", point.Value, percent);
                json.WriteNumber("payout", point.Payout);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteStartObject("tiers");
            json.WriteString("mode", JsonText.Word(table.Mode));
            json.WriteString("edge", JsonText.Word(table.Edge));
            if (table.EdgesInPercentOfTarget)
            {
                json.WriteBoolean("edgesInPercentOfTarget", true);
            }

            json.WriteStartArray("tiers");
            foreach (Tier tier in table.Tiers)
            {
                Tier(tier, percent, json);
            }

            json.WriteEndArray();
        }

        if (table.Zero is ZeroValue zero)
        {
            json.WriteString("zero", JsonText.Word(zero));
        }

        Negative(table.Negative, json);
        if (table.Top is decimal top)
        {
            json.Edge("top", top, percent);
            json.WriteString("aboveTop", JsonText.Word(table.AboveTop));
        }

        json.WriteEndObject();
    }

    public static void Grid(RateGrid grid, Utf8JsonWriter json)
    {
        json.WriteStartObject("grid");
        Axis("rows", grid.Rows, json);
        Axis("columns", grid.Columns, json);
        json.WriteString("edge", JsonText.Word(grid.Edge));
        if (grid.IsGraduated)
        {
            json.WriteBoolean("graduated", true);
        }

        json.WriteStartArray("rates");
        for (int row = 0; row < grid.Rows.Edges.Count; row++)
        {
            json.WriteStartArray();
            for (int column = 0; column < grid.Columns.Edges.Count; column++)
            {
                json.EdgeValue(grid.PercentAt(row, column), percent: true);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        Negative(grid.Negative, json);
        json.WriteEndObject();
    }

    private static void Tier(Tier tier, bool percent, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.Edge("from", tier.Lower, percent);
        if (tier.Upper is decimal upper)
        {
            json.Edge("to", upper, percent);
        }

        if (tier.RatePercent is decimal rate)
        {
            json.Percent("rate", rate);
        }

        json.Number("unitPrice", tier.UnitPrice);
        if (tier.BlockSize is decimal size && tier.BlockPrice is decimal price)
        {
            json.WriteStartObject("blocks");
            json.WriteNumber("size", size);
            json.WriteNumber("price", price);
            json.WriteString("rounding", JsonText.Word(tier.BlockRounding));
            json.WriteEndObject();
        }

        json.Number("flat", tier.FlatAmount);
        json.Number("minimum", tier.Minimum);
        json.Number("maximum", tier.Maximum);
        json.WriteEndObject();
    }

    private static void Axis(string name, Axis axis, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        CommissionPlanWriter.Measure("by", axis.By, json);
        json.WriteStartArray("edges");
        foreach (decimal edge in (IEnumerable<decimal>)axis.Edges)
        {
            json.EdgeValue(edge, axis.By.Kind == BasisKind.Rate);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Negative(NegativeValue negative, Utf8JsonWriter json)
    {
        if (negative != NegativeValue.Refused)
        {
            json.WriteString("negative", JsonText.Word(negative));
        }
    }
}
