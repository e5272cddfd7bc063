using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Writing;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>Writes contracts in the members that <see cref="ContractBookReader"/> reads.</summary>
internal static class ContractBookWriter
{
    public static void Write(ContractBook book, Utf8JsonWriter json)
    {
        json.WriteNumber("schemaVersion", ContractBookJson.SchemaVersion);
        Partners(book.Partners, json);
        var plans = new ContractPlans(book.Contracts);
        plans.WriteList(json);
        json.WriteStartArray("contracts");
        foreach (PartnerContract contract in book.Contracts)
        {
            Contract(contract, plans, json);
        }

        json.WriteEndArray();
    }

    public static void Partners(IEnumerable<Partner> partners, Utf8JsonWriter json)
    {
        json.WriteStartArray("partners");
        foreach (Partner partner in partners)
        {
            json.WriteStartObject();
            json.WriteString("id", partner.Id.Value);
            Text("name", partner.Name, json);
            json.WriteString("kind", partner.Kind.Code);
            if (!PartnerKind.ReadyMade.Contains(partner.Kind) && partner.Kind.Name != new LocalText(partner.Kind.Code))
            {
                Text("kindName", partner.Kind.Name, json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>The first day of a version and, if it ends, the day after its last.</summary>
    public static void Days(LocalDate from, LocalDate? until, Utf8JsonWriter json)
    {
        json.WriteString("from", Date(from));
        if (until is LocalDate end)
        {
            json.WriteString("until", Date(end));
        }
    }

    public static void Days(string name, DateInterval days, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("start", Date(days.Start));
        json.WriteString("end", Date(days.End));
        json.WriteEndObject();
    }

    public static void Text(string name, LocalText text, Utf8JsonWriter json)
    {
        if (text.ZhHans is not string zhHans)
        {
            json.WriteString(name, text.En);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("en", text.En);
        json.WriteString("zh-Hans", zhHans);
        json.WriteEndObject();
    }

    private static void Contract(PartnerContract contract, ContractPlans plans, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", contract.Id.Value);
        json.WriteString("partner", contract.Partner.Id.Value);
        json.WriteString("channel", contract.Channel.Value);
        Days("term", contract.Term, json);
        json.WriteString("currency", contract.Currency.Code);
        json.WriteString("rounding", contract.Rounding.ToString());
        json.WriteString("settledPer", JsonText.Word(contract.SettledPer));
        if (contract.Renews is Id<PartnerContract> renews)
        {
            json.WriteString("renews", renews.Value);
        }

        json.WriteStartArray("versions");
        foreach (ContractVersion version in contract.Versions)
        {
            json.WriteStartObject();
            json.WriteString("from", Date(version.From));
            json.WriteString("until", Date(version.Until));
            json.WriteString("agreedOn", Date(version.AgreedOn));
            Terms(version.Terms, plans, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Terms(ContractTerms terms, ContractPlans plans, Utf8JsonWriter json)
    {
        json.Number("value", terms.Value?.Amount);
        if (terms.Commission is PlanVersion version)
        {
            plans.WriteReference(version, json);
        }

        if (terms.Commitments.Count > 0)
        {
            json.WriteStartArray("commitments");
            foreach (Commitment commitment in terms.Commitments)
            {
                CommitmentWriter.Write(commitment, json);
            }

            json.WriteEndArray();
        }

        if (terms.Deposit is DepositTerms deposit)
        {
            Deposit(deposit, json);
        }

        if (terms.CostShare is CostShare share)
        {
            Share(share, json);
        }

        if (terms.Exclusivity is LocalText what)
        {
            Text("exclusivity", what, json);
        }

        if (terms.DataDuties.Count > 0)
        {
            json.WriteStartArray("dataDuties");
            foreach (DataDuty duty in terms.DataDuties)
            {
                json.WriteStartObject();
                json.WriteString("code", duty.Code);
                Text("what", duty.What, json);
                json.WriteString("per", JsonText.Word(duty.Per));
                json.WriteNumber("dueWithinDays", duty.DueWithinDays);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Rest(terms, json);
    }

    private static void Rest(ContractTerms terms, Utf8JsonWriter json)
    {
        if (terms.Renewal is RenewalTerms renewal)
        {
            json.WriteStartObject("renewal");
            json.WriteNumber("windowMonths", renewal.WindowMonths);
            json.WriteNumber("earlyScore", renewal.EarlyScore);
            json.WriteNumber("renewScore", renewal.RenewScore);
            json.WriteNumber("renegotiateScore", renewal.RenegotiateScore);
            json.Percent("keptShare", renewal.KeptShare.ToPercent());
            if (renewal.Roi is not null)
            {
                json.WriteString("roi", renewal.Roi.Code);
                json.Number("leastRoi", renewal.LeastRoi);
            }

            json.WriteEndObject();
        }

        if (terms.Clauses.Count > 0)
        {
            json.WriteStartArray("clauses");
            foreach (ContractClause clause in terms.Clauses)
            {
                json.WriteStartObject();
                json.WriteString("kind", clause.Kind.Code);
                if (!ClauseKind.ReadyMade.Contains(clause.Kind) && clause.Kind.Name != new LocalText(clause.Kind.Code))
                {
                    Text("kindName", clause.Kind.Name, json);
                }

                json.WriteString("reference", clause.Reference);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (terms.Advance is Draw draw)
        {
            json.WriteStartObject("advance");
            json.WriteString("kind", JsonText.Word(draw.Kind));
            json.WriteNumber("amount", draw.Amount.Amount);
            json.WriteNumber("recoveryFrom", draw.RecoveryFrom);
            json.Percent("recoveryShare", draw.RecoveryShare.ToPercent());
            json.Number("lastPeriod", draw.LastPeriod);
            json.WriteEndObject();
        }

        if (terms.HoldbackMonths > 0)
        {
            json.WriteStartObject("holdback");
            json.Percent("share", terms.HoldbackShare.ToPercent());
            json.WriteNumber("months", terms.HoldbackMonths);
            json.WriteEndObject();
        }

        if (terms.Clawback is Clawback clawback)
        {
            json.WriteStartObject("clawback");
            json.WriteStartArray("windows");
            foreach (KeyValuePair<int, Rate> window in clawback.Windows)
            {
                json.WriteStartObject();
                json.WriteNumber("throughMonth", window.Key);
                json.Percent("share", window.Value.ToPercent());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("causes");
            foreach (KeyValuePair<string, Rate> cause in clawback.Causes)
            {
                json.WriteStartObject();
                json.WriteString("cause", cause.Key);
                json.Percent("share", cause.Value.ToPercent());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void Deposit(DepositTerms deposit, Utf8JsonWriter json)
    {
        json.WriteStartObject("deposit");
        if (deposit.Share is Rate share)
        {
            json.Percent("share", share.ToPercent());
        }

        json.Number("amount", deposit.Amount?.Amount);
        if (deposit.IsFromCostShare)
        {
            json.WriteBoolean("fromCostShare", true);
        }

        if (deposit.Instalments.Count > 0)
        {
            json.WriteStartArray("instalments");
            foreach (DepositInstalment part in deposit.Instalments)
            {
                json.WriteStartObject();
                json.WriteString("dueOn", Date(part.DueOn));
                json.Percent("share", part.Share.ToPercent());
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (deposit.ForfeitureOrder.Count > 0)
        {
            json.WriteStartArray("forfeitedFirstFor");
            foreach (string code in deposit.ForfeitureOrder)
            {
                json.WriteStringValue(code);
            }

            json.WriteEndArray();
        }

        json.Number("toppedUpWithinDays", deposit.ToppedUpWithinDays);
        json.WriteEndObject();
    }

    private static void Share(CostShare share, Utf8JsonWriter json)
    {
        json.WriteStartObject("costShare");
        json.WriteNumber("goods", share.Goods.Amount);
        json.Percent("brand", share.BrandShare.ToPercent());
        json.Percent("partner", share.PartnerShare.ToPercent());
        if (share.MonthlySales is Money sales && share.AdjustedFrom is LocalDate from)
        {
            json.WriteNumber("monthlySales", sales.Amount);
            json.WriteString("adjustedFrom", Date(from));
            json.WriteStartArray("steps");
            foreach (KeyValuePair<decimal, Rate> step in share.Steps)
            {
                json.WriteStartObject();
                json.Percent("attainment", step.Key);
                json.Percent("partner", step.Value.ToPercent());
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
