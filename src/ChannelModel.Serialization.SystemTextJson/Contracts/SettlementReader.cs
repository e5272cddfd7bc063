using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Reading;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>Reads stored settlements.</summary>
internal static class SettlementReader
{
    private static readonly (string Word, SettlementLineKind Value)[] Kinds =
    [
        ("opening-balance", SettlementLineKind.OpeningBalance), ("commission", SettlementLineKind.Commission), ("guarantee-top-up", SettlementLineKind.GuaranteeTopUp), ("bonus", SettlementLineKind.Bonus),
        ("holdback-released", SettlementLineKind.HoldbackReleased), ("holdback", SettlementLineKind.Holdback), ("recoupment", SettlementLineKind.Recoupment), ("clawback", SettlementLineKind.Clawback),
        ("compensation", SettlementLineKind.Compensation), ("met-from-deposit", SettlementLineKind.MetFromDeposit), ("judgement", SettlementLineKind.Judgement),
        ("advance-forgiven", SettlementLineKind.AdvanceForgiven),
    ];

    private static readonly (string Word, MeasurementVerdict Value)[] Verdicts =
    [
        ("missing", MeasurementVerdict.Missing), ("single-source", MeasurementVerdict.SingleSource), ("agrees", MeasurementVerdict.Agrees), ("understated", MeasurementVerdict.Understated),
        ("overstated", MeasurementVerdict.Overstated), ("falsified", MeasurementVerdict.Falsified),
    ];

    private static readonly (string Word, CommitmentStatus Value)[] Statuses =
    [
        ("not-measured", CommitmentStatus.NotMeasured), ("kept", CommitmentStatus.Kept), ("exceeded", CommitmentStatus.Exceeded), ("missed", CommitmentStatus.Missed), ("cured", CommitmentStatus.Cured),
        ("excused", CommitmentStatus.Excused),
    ];

    private static readonly (string Word, DepositEventKind Value)[] Movements =
        [("paid-in", DepositEventKind.PaidIn), ("topped-up", DepositEventKind.ToppedUp), ("forfeited", DepositEventKind.Forfeited), ("refunded", DepositEventKind.Refunded)];

    private static readonly (string Word, JournalSide Value)[] Sides = [("debit", JournalSide.Debit), ("credit", JournalSide.Credit)];

    public static IReadOnlyList<StoredSettlement>? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(SettlementJson.SchemaVersion);

        List<StoredSettlement>? settlements = o.Required("settlements")?.Array(One);
        o.Done();
        return value.Reading.IsComplete ? settlements : null;
    }

    private static StoredSettlement? One(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<PartnerContract>? contract = o.Required("contract")?.Id<PartnerContract>();
        Id<Partner>? partner = o.Required("partner")?.Id<Partner>();
        DateInterval? period = o.Required("period") is JsonValue days ? ContractBookReader.Days(days) : null;

        // Without a currency the amounts are still read, so that their own errors are reported as well.
        Currency currency = o.Required("currency")?.Currency() ?? Currency.XXX;
        Money? Amount(JsonObject from, string name) => from.Required(name)?.AnyAmount(currency);
        Money? opening = Amount(o, "opening");
        Money? netDue = Amount(o, "netDue");
        Money? paid = Amount(o, "paid");
        Money? carried = Amount(o, "carried");
        List<StoredSettlementLine>? lines = o.Required("lines")?.Array(line => Line(line, currency));
        List<StatementRecord>? commissions = o.Required("commissions")?.Array(StatementReader.Inner);
        List<StoredJudgement>? judgements = o.Required("judgements")?.Array(Judgement);
        JsonObject? deposit = o.Required("deposit")?.Object();
        Money? before = deposit is null ? null : Amount(deposit, "before");
        List<StoredDepositMovement>? movements = deposit?.Required("movements")?.Array(movement => Movement(movement, currency));
        Money? after = deposit is null ? null : Amount(deposit, "after");
        Money? shortfall = deposit is null ? null : Amount(deposit, "shortfall");
        deposit?.Done();
        List<StoredJournalLine>? journal = o.Required("journal")?.Array(line => JournalLine(line, currency));
        string? record = o.Required("record")?.Text();
        o.Done();
        return value.Reading.IsComplete
            ? new StoredSettlement(contract!, partner!, period!, new StoredSettlementTotals(opening!.Value, netDue!.Value, paid!.Value, carried!.Value, before!.Value, after!.Value, shortfall!.Value), lines!, commissions!, judgements!, movements!, journal!, record!)
            : null;
    }

    private static StoredSettlementLine? Line(JsonValue value, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        string? id = o.Required("id")?.Text();
        SettlementLineKind? kind = o.Required("kind")?.OneOf(Kinds);
        Money? amount = o.Required("amount")?.AnyAmount(currency);
        LocalText? text = o.Required("text")?.LocalText();
        List<string>? evidence = o.Required("evidence")?.Array(item => item.Text());
        o.Done();
        return id is not null && kind is SettlementLineKind what && amount is Money money && text is not null && evidence is not null ? new StoredSettlementLine(id, what, money, text, evidence) : null;
    }

    private static StoredJudgement? Judgement(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        string? commitment = o.Required("commitment")?.Text();
        DateInterval? period = o.Required("period") is JsonValue days ? ContractBookReader.Days(days) : null;
        string? session = o.Optional("session")?.Text();
        decimal? threshold = o.Required("threshold")?.Number();
        decimal? counted = o.Optional("value")?.Number();
        decimal? reported = o.Optional("reported")?.Number();
        decimal? measured = o.Optional("measured")?.Number();
        MeasurementVerdict? verdict = o.Required("verdict")?.OneOf(Verdicts);
        CommitmentStatus? status = o.Required("status")?.OneOf(Statuses);
        decimal? deviation = o.Required("deviation")?.Number();
        o.Done();
        return commitment is not null && period is not null && threshold is decimal agreed && verdict is MeasurementVerdict said && status is CommitmentStatus ended && deviation is decimal by
            ? new StoredJudgement(commitment, period, session, agreed, counted, reported, measured, said, ended, by)
            : null;
    }

    private static StoredDepositMovement? Movement(JsonValue value, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        LocalDate? date = o.Required("date")?.Date();
        DepositEventKind? kind = o.Required("kind")?.OneOf(Movements);
        Money? amount = o.Required("amount")?.Amount(currency);
        Money? unmet = o.Required("unmet")?.Amount(currency);
        string? reference = o.Required("reference")?.Text();
        o.Done();
        return date is LocalDate day && kind is DepositEventKind what && amount is Money moved && unmet is Money left && reference is not null ? new StoredDepositMovement(day, what, moved, left, reference) : null;
    }

    private static StoredJournalLine? JournalLine(JsonValue value, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        string? account = o.Required("account")?.Code();
        JournalSide? side = o.Required("side")?.OneOf(Sides);
        Money? amount = o.Required("amount")?.Amount(currency);
        string? reference = o.Required("reference")?.Text();
        o.Done();
        return account is not null && side is JournalSide where && amount is Money money && reference is not null ? new StoredJournalLine(account, where, money, reference) : null;
    }
}
