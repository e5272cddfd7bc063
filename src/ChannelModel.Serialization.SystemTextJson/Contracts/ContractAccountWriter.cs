using System.Collections.Generic;
using System.Text.Json;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Writing;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>Writes accounts in the members that <see cref="ContractAccountReader"/> reads.</summary>
internal static class ContractAccountWriter
{
    public static void Write(IEnumerable<ContractAccount> accounts, Utf8JsonWriter json)
    {
        json.WriteNumber("schemaVersion", ContractAccountJson.SchemaVersion);
        json.WriteStartArray("accounts");
        foreach (ContractAccount account in accounts)
        {
            json.WriteStartObject();
            Members(account, json);
            json.WriteString("sha256", Hash(account));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The hash of all members as they are written here, so that blanks, the order of members and other ways to write a number do not matter.</summary>
    public static string Hash(ContractAccount account) => TextHash.Of(JsonText.Object(json => Members(account, json)));

    private static void Members(ContractAccount account, Utf8JsonWriter json)
    {
        json.WriteString("contract", account.Contract.Value);
        json.WriteString("currency", account.Balance.Currency.Code);
        json.WriteString("settledPer", JsonText.Word(account.SettledPer));
        if (account.SettledThrough is not LocalDate through)
        {
            return; // an account that is open and nothing more
        }

        json.WriteString("settledThrough", ContractBookWriter.Date(through));
        json.WriteNumber("parts", account.Parts);
        json.WriteNumber("version", account.Version);
        json.WriteNumber("balance", account.Balance.Amount);
        json.WriteNumber("advance", account.Advance.Amount);
        json.WriteStartObject("deposit");
        json.Number("level", account.DepositLevel?.Amount);
        json.WriteStartArray("events");
        foreach (DepositEvent moved in account.Deposit.Events)
        {
            Event(moved, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("holdbacks");
        foreach (HeldBack held in account.Holdbacks)
        {
            json.WriteStartObject();
            json.WriteNumber("amount", held.Amount.Amount);
            json.WriteString("heldOn", ContractBookWriter.Date(held.HeldOn));
            json.WriteString("releaseOn", ContractBookWriter.Date(held.ReleaseOn));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("compensations");
        foreach (KeyValuePair<string, Money> spent in account.Compensations)
        {
            json.WriteStartObject();
            json.WriteString("commitment", spent.Key);
            json.WriteNumber("amount", spent.Value.Amount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("commissionCarried", account.CommissionCarried.Amount);
        json.WriteStartArray("commissionsPaid");
        foreach (CommissionPaid paid in account.CommissionsPaid)
        {
            json.WriteStartObject();
            json.WriteString("plan", paid.Plan.Value);
            json.WriteString("per", JsonText.Word(paid.Per));
            if (paid.Span is DateInterval span)
            {
                ContractBookWriter.Days("span", span, json);
            }

            json.WriteNumber("amount", paid.Amount.Amount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("taken");
        foreach (string key in account.Taken)
        {
            json.WriteStringValue(key);
        }

        json.WriteEndArray();
    }

    /// <summary>A reversal is written by the event that it takes back, which says all its numbers.</summary>
    private static void Event(DepositEvent moved, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("date", ContractBookWriter.Date(moved.Date));
        if (moved.Reverses is int wrong)
        {
            json.WriteString("kind", ContractAccountReader.Reversed);
            json.WriteNumber("event", wrong);
        }
        else
        {
            json.WriteString("kind", JsonText.Word(moved.Kind));
            json.WriteNumber("amount", moved.Amount.Amount);
        }

        if (moved.Kind == DepositEventKind.Forfeited && moved.Reverses is null)
        {
            json.WriteNumber("unmet", moved.Unmet.Amount);
            if (moved.Commitment is string code)
            {
                json.WriteString("commitment", code);
            }
        }

        json.WriteString("reference", moved.Reference);
        json.WriteEndObject();
    }
}
