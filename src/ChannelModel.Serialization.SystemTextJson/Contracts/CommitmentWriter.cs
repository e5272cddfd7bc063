using System.Linq;
using System.Text.Json;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Writing;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>Writes commitments in the members that <see cref="CommitmentReader"/> reads.</summary>
internal static class CommitmentWriter
{
    public static void Write(Commitment commitment, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("code", commitment.Code);
        if (commitment.Duty is string duty)
        {
            json.WriteString("duty", duty);
        }
        else
        {
            json.WriteString("metric", commitment.Metric.Code);
            if (!CommitmentMetric.ReadyMade.Contains(commitment.Metric))
            {
                json.WriteString("metricKind", JsonText.Word(commitment.Metric.Kind));
                if (commitment.Metric.Name != new LocalText(commitment.Metric.Code))
                {
                    ContractBookWriter.Text("metricName", commitment.Metric.Name, json);
                }
            }

            json.Edge(commitment.Bound == CommitmentBound.AtLeast ? "atLeast" : "atMost", commitment.Threshold, commitment.Metric.Kind == MetricKind.Rate);
            json.WriteStartObject("measured");
            json.WriteString("by", JsonText.Word(commitment.Measurement.Source));
            if (commitment.Measurement.Source == MeasurementSource.Both)
            {
                json.Percent("tolerance", commitment.Measurement.Tolerance.ToPercent());
                json.Percent("falsifiedAbove", commitment.Measurement.FalsifiedAbove.ToPercent());
            }

            json.WriteEndObject();
        }

        json.WriteString("per", JsonText.Word(commitment.Per));
        if (commitment.Weeks == WeekRule.ClippedAtMonthEnd)
        {
            json.WriteString("weeks", "clipped-at-month-end");
        }

        if (commitment.During is DateInterval during)
        {
            ContractBookWriter.Days("during", during, json);
        }

        Price("shortfall", commitment.Shortfall, commitment.ShortfallCap, commitment.ShortfallCapInTerm, json);
        Price("overDelivery", commitment.OverDelivery, commitment.OverDeliveryCap, null, json);
        json.Number("falsifiedCosts", commitment.FalsifiedPenalty?.Amount);
        if (commitment.GraceDays > 0)
        {
            json.WriteNumber("graceDays", commitment.GraceDays);
        }

        if (!commitment.IsExcusable)
        {
            json.WriteBoolean("excusable", false);
        }

        json.WriteEndObject();
    }

    private static void Price(string name, DeviationPrice? price, Money? atMost, Money? atMostInTerm, Utf8JsonWriter json)
    {
        if (price is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("unit", JsonText.Word(price.Unit));
        TableWriter.Table(price.Table, price.Unit == DeviationUnit.Units ? Basis.Count("deviation") : Basis.Rate("deviation"), json);
        json.Number("atMost", atMost?.Amount);
        json.Number("atMostInTerm", atMostInTerm?.Amount);
        json.WriteEndObject();
    }
}
