using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Contracts;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson.Commissions;

/// <summary>Writes what was booked in the members that <see cref="CommissionLedgerReader"/> reads: a correction is one booking, whose reversal follows from it.</summary>
internal static class CommissionLedgerWriter
{
    public static void Write(CommissionLedger ledger, Utf8JsonWriter json)
    {
        json.WriteNumber("schemaVersion", CommissionLedgerJson.SchemaVersion);
        Bookings(ledger, withDocuments: true, json);
        json.WriteString("sha256", Hash(ledger));
    }

    /// <summary>The hash of what is the ledger's own: keys, days, corrections and amounts. Documents have their own.</summary>
    public static string Hash(CommissionLedger ledger) => TextHash.Of(JsonText.Object(json => Bookings(ledger, withDocuments: false, json)));

    private static void Bookings(CommissionLedger ledger, bool withDocuments, Utf8JsonWriter json)
    {
        json.WriteString("currency", ledger.Currency.Code);
        json.WriteStartArray("bookings");
        int? corrects = null;
        foreach (LedgerEntry entry in ledger.Entries)
        {
            // A reversal is written with the rebooking behind it.
            if (entry.Kind == EntryKind.Reversal)
            {
                corrects = entry.Corrects;
                continue;
            }

            json.WriteStartObject();
            json.WriteNumber("entry", entry.Number);
            json.WriteString("key", entry.Key);
            json.WriteString("bookedOn", ContractBookWriter.Date(entry.BookedOn));
            if (corrects is int number)
            {
                json.WriteNumber("corrects", number);
            }

            json.WriteString("payee", entry.Document.Payee.Value);
            json.WriteNumber("amount", entry.Amount.Amount);
            if (withDocuments)
            {
                Document(entry.Document, json);
            }

            json.WriteEndObject();
            corrects = null;
        }

        json.WriteEndArray();
    }

    private static void Document(LedgerDocument document, Utf8JsonWriter json)
    {
        switch (document)
        {
            case CommissionStatement statement:
                Statement(statement.ToRecord(), json);
                break;
            case StatementRecord record:
                Statement(record.Text, json);
                break;
            case Settlement settlement:
                Settlement(settlement.ToRecord(), settlement.Commissions.Select(statement => statement.ToRecord()), json);
                break;
            case RecordedSettlement record:
                Settlement(record.Text, record.Commissions.Select(statement => statement.Text), json);
                break;
            default:
                throw new InvalidOperationException($"There is no form for a {document.GetType().Name}.");
        }
    }

    private static void Statement(string record, Utf8JsonWriter json)
    {
        json.WriteStartObject("statement");
        CommissionStatementJson.Members(record, json);
        json.WriteEndObject();
    }

    private static void Settlement(string record, IEnumerable<string> statements, Utf8JsonWriter json)
    {
        json.WriteStartObject("settlement");
        json.WriteStartArray("commissions");
        foreach (string statement in statements)
        {
            json.WriteStartObject();
            CommissionStatementJson.Members(statement, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("record", record);
        json.WriteEndObject();
    }
}
