using System;
using System.Collections.Generic;
using System.Text.Json;
using Ardalis.GuardClauses;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Contracts;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Writes settlements as JSON: lines, judgements, movements of the deposit and journal lines, each with the record that re-checks it.</summary>
public static class SettlementJson
{
    /// <summary>The version of the form that this package writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes settlements.</summary>
    /// <param name="settlements">The settlements, in order.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed. <c>record</c> is what <see cref="SettlementRecord.Verify(string)"/> takes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settlements"/> is <see langword="null"/>.</exception>
    public static string Write(IEnumerable<Settlement> settlements)
    {
        Guard.Against.Null(settlements);
        return JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteStartArray("settlements");
            foreach (Settlement settlement in settlements)
            {
                json.WriteStartObject();
                One(settlement, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static void One(Settlement settlement, Utf8JsonWriter json)
    {
        json.WriteString("contract", settlement.Contract.Id.Value);
        json.WriteString("partner", settlement.Contract.Partner.Id.Value);
        ContractBookWriter.Days("period", settlement.Period, json);
        json.WriteString("currency", settlement.NetDue.Currency.Code);
        json.WriteNumber("opening", settlement.Opening.Balance.Amount);
        json.WriteNumber("netDue", settlement.NetDue.Amount);
        json.WriteNumber("paid", settlement.Paid.Amount);
        json.WriteNumber("carried", settlement.Carried.Amount);
        List("lines", settlement.Lines, json, line =>
        {
            json.WriteString("id", line.Id);
            json.WriteString("kind", JsonText.Word(line.Kind));
            json.WriteNumber("amount", line.Amount.Amount);
            ContractBookWriter.Text("text", line.Text, json);
            Texts("evidence", line.Evidence, json);
        });
        List("judgements", settlement.Results, json, result =>
        {
            json.WriteString("commitment", result.Commitment.Code);
            ContractBookWriter.Days("period", result.Period, json);
            if (result.Session is string session)
            {
                json.WriteString("session", session);
            }

            json.WriteNumber("threshold", result.Threshold);
            json.Number("value", result.Value);
            json.Number("reported", result.Reported);
            json.Number("measured", result.Measured);
            json.WriteString("verdict", JsonText.Word(result.Verdict));
            json.WriteString("status", JsonText.Word(result.Status));
            json.WriteNumber("deviation", result.Deviation);
        });
        json.WriteStartObject("deposit");
        json.WriteNumber("before", settlement.Opening.Deposit.Held.Amount);
        List("movements", settlement.DepositMovements, json, movement =>
        {
            json.WriteString("date", ContractBookWriter.Date(movement.Date));
            json.WriteString("kind", JsonText.Word(movement.Kind));
            json.WriteNumber("amount", movement.Amount.Amount);
            json.WriteNumber("unmet", movement.Unmet.Amount);
            json.WriteString("reference", movement.Reference);
        });
        json.WriteNumber("after", settlement.Closing.Deposit.Held.Amount);
        json.WriteNumber("shortfall", settlement.DepositShortfall.Amount);
        json.WriteEndObject();
        List("journal", settlement.Journal, json, line =>
        {
            json.WriteString("account", line.Account.Code);
            json.WriteString("side", JsonText.Word(line.Side));
            json.WriteNumber("amount", line.Amount.Amount);
            json.WriteString("reference", line.Reference);
        });
        json.WriteString("record", settlement.ToRecord());
    }

    private static void List<T>(string name, IEnumerable<T> items, Utf8JsonWriter json, Action<T> write)
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

    private static void Texts(string name, IReadOnlyList<string> texts, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
