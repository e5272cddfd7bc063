using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Ardalis.GuardClauses;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Contracts;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Writes settlements as JSON (lines, commission statements, judgements, movements of the deposit and journal lines, each with the record that re-checks it), and reads what is stored.</summary>
public static class SettlementJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes settlements.</summary>
    /// <param name="settlements">The settlements, in order.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed. <c>record</c> is what <see cref="SettlementRecord.Verify(string)"/> takes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settlements"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(IEnumerable<Settlement> settlements) => Write(Guard.Against.Null(settlements).Select(StoredSettlement.Of));

    /// <summary>Writes stored settlements again; <see cref="Read"/> makes the same of it.</summary>
    /// <param name="settlements">The settlements, in order.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settlements"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(IEnumerable<StoredSettlement> settlements)
    {
        Guard.Against.Null(settlements);
        return JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", SchemaVersion);
            List("settlements", settlements, json, settlement => One(settlement, json));
        });
    }

    /// <summary>Reads stored settlements. Those with wrong numbers are read too: <see cref="StoredSettlement.Verify"/> finds them.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>The settlements, or every error with its line, column and path. No input throws.</returns>
    public static JsonReadResult<IReadOnlyList<StoredSettlement>> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, SettlementReader.Read);

    /// <summary>Returns the JSON Schema (2020-12) of the form. It knows the form of each member; what contradicts what is only found by <see cref="StoredSettlement.Verify"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("settlement");

    private static void One(StoredSettlement settlement, Utf8JsonWriter json)
    {
        StoredSettlementTotals totals = settlement.Totals;
        json.WriteString("contract", settlement.Contract.Value);
        json.WriteString("partner", settlement.Partner.Value);
        ContractBookWriter.Days("period", settlement.Period, json);
        json.WriteString("currency", totals.NetDue.Currency.Code);
        json.WriteNumber("opening", totals.Opening.Amount);
        json.WriteNumber("netDue", totals.NetDue.Amount);
        json.WriteNumber("paid", totals.Paid.Amount);
        json.WriteNumber("carried", totals.Carried.Amount);
        List("lines", settlement.Lines, json, line =>
        {
            json.WriteString("id", line.Id);
            json.WriteString("kind", JsonText.Word(line.Kind));
            json.WriteNumber("amount", line.Amount.Amount);
            ContractBookWriter.Text("text", line.Text, json);
            Texts("evidence", line.Evidence, json);
        });
        List("commissions", settlement.Commissions, json, statement => CommissionStatementJson.Members(statement.Text, json));
        List("judgements", settlement.Judgements, json, result =>
        {
            json.WriteString("commitment", result.Commitment);
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
        json.WriteNumber("before", totals.DepositBefore.Amount);
        List("movements", settlement.DepositMovements, json, movement =>
        {
            json.WriteString("date", ContractBookWriter.Date(movement.Date));
            json.WriteString("kind", JsonText.Word(movement.Kind));
            json.WriteNumber("amount", movement.Amount.Amount);
            json.WriteNumber("unmet", movement.Unmet.Amount);
            json.WriteString("reference", movement.Reference);
        });
        json.WriteNumber("after", totals.DepositAfter.Amount);
        json.WriteNumber("shortfall", totals.DepositShortfall.Amount);
        json.WriteEndObject();
        List("journal", settlement.Journal, json, line =>
        {
            json.WriteString("account", line.Account);
            json.WriteString("side", JsonText.Word(line.Side));
            json.WriteNumber("amount", line.Amount.Amount);
            json.WriteString("reference", line.Reference);
        });
        json.WriteString("record", settlement.Record);
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
