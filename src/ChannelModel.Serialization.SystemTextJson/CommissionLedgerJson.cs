using System;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Writes ledgers as JSON with the records of their documents, and reads them, so that a host can go on booking, and verify what was booked years before.</summary>
public static class CommissionLedgerJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed: a booking for each statement or settlement, and for each correction.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ledger"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(CommissionLedger ledger)
    {
        Guard.Against.Null(ledger);
        return JsonText.Object(json => CommissionLedgerWriter.Write(ledger, json));
    }

    /// <summary>Reads a ledger by booking everything again. One whose documents have wrong numbers is read too: <see cref="CommissionLedger.Verify"/> finds them.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>
    /// The ledger, or every error with its line, column and path. Its documents are <see cref="StatementRecord"/> and <see cref="ChannelModel.Contracts.RecordedSettlement"/>, which stand for what they are the
    /// records of: an event that is replayed is harmless, and what was booked can be corrected. No input throws.
    /// </returns>
    public static JsonReadResult<CommissionLedger> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, CommissionLedgerReader.Read);

    /// <summary>Returns the JSON Schema (2020-12) of the form. It knows the form of each member; what contradicts what is only found by <see cref="Read"/> and by <see cref="CommissionLedger.Verify"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("commission-ledger");
}
