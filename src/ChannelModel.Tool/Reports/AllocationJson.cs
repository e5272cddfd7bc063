using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Tool.Reports;

/// <summary>Writes the solution of a budget problem as JSON: amounts as exact strings, responses as numbers.</summary>
internal static class AllocationJson
{
    public static void Write(BudgetSolution<Id<Channel>> solution, IReadOnlyList<BudgetSolution<Id<Channel>>> frontier, Language language, TextWriter output)
    {
        output.Write(JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("goal", JsonText.Word(solution.Goal));
            json.WriteString("status", JsonText.Word(solution.Status));
            json.WriteString("currency", solution.Problem.Total.Currency.Code);
            json.WriteString("summary", solution.Summary.In(language));
            if (solution.Shortfall is BudgetShortfall<Id<Channel>> shortfall)
            {
                json.WriteStartObject("shortfall");
                json.WriteString("total", shortfall.TotalTooSmall ? "too-small" : "too-large");
                Amount(json, "amount", shortfall.Amount);
                json.WriteStartArray("channels");
                foreach (Id<Channel> key in shortfall.Keys)
                {
                    json.WriteStringValue(key.Value);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            if (solution.Certificate is BudgetCertificate proof)
            {
                Amount(json, "total", solution.Total);
                json.WriteStartObject("certificate");
                Number(json, "multiplier", proof.Multiplier);
                Number(json, "response", proof.Response);
                Number(json, "currentResponse", proof.CurrentResponse);
                Number(json, "lift", proof.Lift);
                Number(json, "bound", proof.Bound);
                Number(json, "gap", proof.Gap);
                Number(json, "relativeGap", proof.RelativeGap);
                Number(json, "kktResidual", proof.KktResidual);
                json.WriteNumber("proofSteps", proof.ProofSteps);
                json.WriteEndObject();
                json.WriteStartArray("lines");
                foreach (SolvedLine<Id<Channel>> line in solution)
                {
                    json.WriteStartObject();
                    json.WriteString("channel", line.Key.Value);
                    json.WriteString("status", JsonText.Word(line.Status));
                    Amount(json, "current", line.Line.Current);
                    Amount(json, "amount", line.Amount);
                    Amount(json, "change", line.Change);
                    Number(json, "response", line.Response);
                    Number(json, "incrementalResponse", line.IncrementalResponse);
                    Number(json, "marginal", line.Marginal);
                    Number(json, "shadowPrice", line.ShadowPrice);
                    json.WriteString("reason", line.Reason.In(language));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            if (frontier.Count > 0)
            {
                json.WriteStartArray("frontier");
                foreach (BudgetSolution<Id<Channel>> point in frontier)
                {
                    json.WriteStartObject();
                    Amount(json, "total", point.Problem.Total);
                    json.WriteString("status", JsonText.Word(point.Status));
                    Number(json, "response", point.Certificate?.Response);
                    Number(json, "multiplier", point.Certificate?.Multiplier);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        }));
    }

    private static void Amount(Utf8JsonWriter json, string name, Money? amount)
    {
        if (amount is Money known)
        {
            json.WriteString(name, known.Amount.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A number, or nothing where there is none; JSON knows no infinity, so that is a text.</summary>
    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is double.PositiveInfinity)
        {
            json.WriteString(name, "infinite");
        }
        else if (value is double known)
        {
            json.WriteNumber(name, known);
        }
    }
}
