using System;
using System.Collections.Generic;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Reading;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Commissions;

/// <summary>Reads a ledger by booking again what was booked; what stands beside a document is held against it.</summary>
internal static class CommissionLedgerReader
{
    public static CommissionLedger? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(CommissionLedgerJson.SchemaVersion);

        Currency currency = o.Required("currency")?.Currency() ?? Currency.XXX;
        CommissionLedger? ledger = CommissionLedger.Open(currency);
        o.Required("bookings")?.Array(booking =>
        {
            ledger = Booking(booking, currency, ledger);
            return booking;
        });
        JsonValue? hash = o.Optional("sha256");
        string? sha256 = hash?.Sha256();
        o.Done();
        if (value.Reading.IsComplete && sha256 is not null && sha256 != CommissionLedgerWriter.Hash(ledger!))
        {
            hash!.Error("the bookings are not those that have this SHA-256", "bookings that were not changed, or no sha256 where they are stated by hand");
        }

        return value.Reading.IsComplete ? ledger : null;
    }

    private static CommissionLedger? Booking(JsonValue value, Currency currency, CommissionLedger? ledger)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        JsonValue? stated = o.Required("entry");
        int? entry = stated?.Whole(1, int.MaxValue);
        JsonValue? named = o.Required("key");
        string? key = named?.Id<CommissionLedger>()?.Value;
        LocalDate? bookedOn = o.Required("bookedOn")?.Date();
        int? corrects = o.Optional("corrects")?.Whole(1, int.MaxValue);
        Id<Payee>? payee = o.Required("payee")?.Id<Payee>();
        Money? amount = o.Required("amount")?.AnyAmount(currency);
        LedgerDocument? document = Document(value, o);
        o.Done();
        if (ledger is null || !value.Reading.IsComplete || document is null)
        {
            return null;
        }

        if (document.Payee != payee || document.Total != amount)
        {
            value.Error($"the document is of {document.Payee} with {document.Total}, not of {payee} with {amount}", "payee and amount as the document has them");
            return null;
        }

        CommissionLedger? after = value.Try(() => corrects is int wrong ? ledger.Correct(wrong, key!, document, bookedOn!.Value) : ledger.Book(key!, document, bookedOn!.Value));
        if (ReferenceEquals(after, ledger))
        {
            named!.Error($"the key '{JsonValue.Short(key!)}' stands twice", "each once");
            return null;
        }

        if (after is not null && after.Entries[after.Entries.Count - 1].Number != entry)
        {
            stated!.Error($"{entry} is not the number of this entry", $"{after.Entries[after.Entries.Count - 1].Number}, since a booking makes one entry and a correction two");
            return null;
        }

        return after;
    }

    private static LedgerDocument? Document(JsonValue value, JsonObject o)
    {
        JsonValue? statement = o.Optional("statement");
        JsonValue? settlement = o.Optional("settlement");
        if (statement is null == settlement is null)
        {
            value.Error("there is no document, or more than one", "one of statement, settlement");
            return null;
        }

        return statement is null ? Settlement(settlement!) : StatementReader.Inner(statement);
    }

    private static RecordedSettlement? Settlement(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        List<StatementRecord>? commissions = o.Required("commissions")?.Array(StatementReader.Inner);
        JsonValue? text = o.Required("record");
        string? record = text?.Text();
        o.Done();
        if (record is null || commissions is null)
        {
            return null;
        }

        try
        {
            return RecordedSettlement.Parse(record, commissions);
        }
        catch (FormatException broken)
        {
            text!.Error(broken.Message.TrimEnd('.'), "a settlement record as this package writes it");
            return null;
        }
    }
}
