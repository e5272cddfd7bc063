using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson.Allocation;

/// <summary>Writes a budget problem in the members that <see cref="BudgetProblemReader"/> reads.</summary>
internal static class BudgetProblemWriter
{
    public static void Write(BudgetProblem<Id<Channel>> problem, Utf8JsonWriter json)
    {
        json.WriteNumber("schemaVersion", BudgetProblemJson.SchemaVersion);
        Members(problem, json);
    }

    public static void Members(BudgetProblem<Id<Channel>> problem, Utf8JsonWriter json)
    {
        json.WriteString("currency", problem.Total.Currency.Code);
        json.WriteNumber("total", problem.Total.Amount);
        json.WriteStartArray("lines");
        foreach (BudgetLine<Id<Channel>> line in problem.Lines)
        {
            json.WriteStartObject();
            json.WriteString("channel", line.Key.Value);
            json.WriteStartObject("curve");
            Curve(line.Curve, json);
            json.WriteEndObject();
            json.Number("current", line.Current?.Amount);
            json.Number("minimum", line.Minimum?.Amount);
            json.Number("maximum", line.Maximum?.Amount);
            Share("minimumOfCurrent", line.MinimumOfCurrent, json);
            Share("maximumOfCurrent", line.MaximumOfCurrent, json);
            json.Number("fixed", line.FixedAmount?.Amount);
            if (line.ExcludedFor is LocalText reason)
            {
                Text("excluded", reason, json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Curve(ResponseCurve curve, Utf8JsonWriter json)
    {
        json.WriteString("shape", JsonText.Word(curve.Shape));
        foreach (KeyValuePair<string, double> parameter in curve.Parameters)
        {
            json.WriteNumber(parameter.Key, parameter.Value);
        }

        if (curve.Shape == ResponseShape.PiecewiseLinear)
        {
            json.WriteStartArray("points");
            foreach (ResponsePoint point in curve.Points)
            {
                json.WriteStartObject();
                json.WriteNumber("spend", point.Spend);
                json.WriteNumber("response", point.Response);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Share(string name, Rate? share, Utf8JsonWriter json)
    {
        if (share is Rate rate)
        {
            json.WriteString(name, rate.ToString(null, CultureInfo.InvariantCulture));
        }
    }

    private static void Text(string name, LocalText text, Utf8JsonWriter json)
    {
        if (text.ZhHans is null)
        {
            json.WriteString(name, text.En);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("en", text.En);
        json.WriteString("zh-Hans", text.ZhHans);
        json.WriteEndObject();
    }
}
