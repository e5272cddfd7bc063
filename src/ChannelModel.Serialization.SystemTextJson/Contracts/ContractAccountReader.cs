using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>Reads accounts by stating them to their contracts, which refuse what no settlement could leave.</summary>
internal static class ContractAccountReader
{
    /// <summary>The word for an event that takes another back.</summary>
    public const string Reversed = "reversed";

    private static readonly (string Word, DepositEventKind Value)[] Kinds =
        [("paid-in", DepositEventKind.PaidIn), ("topped-up", DepositEventKind.ToppedUp), ("forfeited", DepositEventKind.Forfeited), ("refunded", DepositEventKind.Refunded), (Reversed, (DepositEventKind)(-1))];

    public static IReadOnlyList<ContractAccount>? Read(JsonValue value, ContractBook contracts)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(ContractAccountJson.SchemaVersion);

        List<ContractAccount>? accounts = o.Required("accounts")?.Array(account => One(account, contracts));
        o.Done();
        if (accounts is not null)
        {
            ContractBookReader.Twice(value, "accounts", accounts.Select(account => account.Contract.Value));
        }

        return value.Reading.IsComplete ? accounts : null;
    }

    private static ContractAccount? One(JsonValue value, ContractBook contracts)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        PartnerContract? contract = null;
        JsonValue? named = o.Required("contract");
        if (named?.Id<PartnerContract>() is Id<PartnerContract> id)
        {
            contract = contracts.Find(id);
            if (contract is null)
            {
                named.Error($"there is no contract '{JsonValue.Short(id.Value)}'", "the id of one of the contracts");
            }
        }

        JsonValue? money = o.Required("currency");
        Currency? stated = money?.Currency();
        if (contract is not null && stated is Currency other && other != contract.Currency)
        {
            money!.Error($"the account is in {other}, the contract in {contract.Currency}", contract.Currency.Code);
        }

        JsonValue? settledPer = o.Optional("settledPer");
        Cycle? per = settledPer is null ? null : GrowthPlanReader.Cycle(settledPer);
        if (contract is not null && per is Cycle kept && kept != contract.SettledPer)
        {
            settledPer!.Error($"the account is settled each {kept}, the contract each {contract.SettledPer}", "an account that was kept by this contract");
        }

        LocalDate? through = o.Optional("settledThrough")?.Date();
        List<Action<ContractAccountBuilder>> steps = Steps(o, contract?.Currency ?? stated ?? Currency.XXX, out bool isAnythingStated);
        JsonValue? hash = o.Optional("sha256");
        string? sha256 = hash?.Sha256();
        o.Done();
        if (!value.Reading.IsComplete)
        {
            return null;
        }

        if (through is null && isAnythingStated)
        {
            value.Error("nothing is settled, and something stands open", "settledThrough, or an account with nothing in it");
            return null;
        }

        ContractAccount? account = through is LocalDate day ? Build(value, contract!.OpenAfter(day), steps) : contract!.Open();
        if (account is not null && sha256 is not null && sha256 != ContractAccountWriter.Hash(account))
        {
            hash!.Error("the account is not the one that has this SHA-256", "an account that was not changed, or no sha256 where it is stated by hand");
            return null;
        }

        return account;
    }

    private static List<Action<ContractAccountBuilder>> Steps(JsonObject o, Currency currency, out bool isAnythingStated)
    {
        var steps = new List<Action<ContractAccountBuilder>>();
        bool any = false;
        JsonValue? Take(string name)
        {
            JsonValue? member = o.Optional(name);
            any |= member is not null;
            return member;
        }

        int? parts = Take("parts")?.Whole(1, 1_000_000);
        int? version = Take("version")?.Whole(1, 1_000_000);
        Money? balance = Take("balance")?.AnyAmount(currency);
        Money? advance = Take("advance")?.Amount(currency);
        (DepositAccount? Events, Money? Level) deposit = Take("deposit") is JsonValue held ? Deposit(held, currency) : default;
        Take("holdbacks")?.Array(item => HeldBack(item, currency, steps));
        Take("compensations")?.Array(item => Compensation(item, currency, steps));
        Money? carried = Take("commissionCarried")?.Amount(currency);
        Take("commissionsPaid")?.Array(item => Paid(item, currency, steps));
        List<string> taken = Take("taken")?.Array(key => key.Sha256()) ?? [];
        isAnythingStated = any;
        steps.Add(account =>
        {
            account.Balance(balance ?? Money.Zero(currency)).Advance(advance ?? Money.Zero(currency)).CommissionCarried(carried ?? Money.Zero(currency)).TookKeys(taken);
            _ = parts is int count ? account.Parts(count) : account;
            _ = version is int number ? account.SettledBy(number) : account;
            _ = deposit.Events is null ? account : account.Deposit(deposit.Events);

            // An account that says by which version it was settled says its level as well, if it has one.
            _ = deposit.Level is not null || version is not null ? account.DepositLevel(deposit.Level) : account;
        });
        return steps;
    }

    private static ContractAccount? Build(JsonValue value, ContractAccountBuilder account, List<Action<ContractAccountBuilder>> steps)
    {
        steps.ForEach(step => step(account));
        if (account.TryBuild(out ContractAccount? built, out IReadOnlyList<ContractError> errors))
        {
            return built;
        }

        foreach (ContractError error in errors)
        {
            (string problem, string expected) = DomainMessage.Split(error.Message, "an account that a settlement of the contract can leave");
            value.Reading.ErrorAt($"{value.Path}.{error.Path}", problem, expected);
        }

        return null;
    }

    /// <summary>Makes every event again: amounts that the deposit could not meet or give back are refused.</summary>
    private static (DepositAccount? Events, Money? Level) Deposit(JsonValue value, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return default;
        }

        Money? level = o.Optional("level")?.Amount(currency);
        DepositAccount? deposit = DepositAccount.Open(currency);
        o.Optional("events")?.Array(item =>
        {
            deposit = Event(item, deposit);
            return item;
        });
        o.Done();
        return (deposit, level);
    }

    private static DepositAccount? Event(JsonValue value, DepositAccount? deposit)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        LocalDate? date = o.Required("date")?.Date();
        DepositEventKind? kind = o.Required("kind")?.OneOf(Kinds);
        bool isReversal = kind == (DepositEventKind)(-1);
        int? wrong = isReversal ? o.Required("event")?.Whole(1, 1_000_000) : null;
        Money? amount = isReversal || kind is null ? null : kind == DepositEventKind.Forfeited ? o.Required("amount")?.Amount(Of(deposit)) : o.Required("amount")?.AmountAbove0(Of(deposit));
        Money? unmet = kind == DepositEventKind.Forfeited ? o.Optional("unmet")?.Amount(Of(deposit)) : null;
        string? commitment = kind == DepositEventKind.Forfeited ? o.Optional("commitment")?.Code() : null;
        string? reference = o.Required("reference")?.Text();
        o.Done();
        if (deposit is null || date is not LocalDate day || reference is null || (isReversal ? wrong is null : amount is null))
        {
            return null;
        }

        Money moved = amount ?? deposit.Held;
        Money due = unmet is Money left ? moved + left : moved;
        DepositAccount? after = value.Try(() => kind switch
        {
            DepositEventKind.PaidIn => deposit.PayIn(day, moved, reference),
            DepositEventKind.ToppedUp => deposit.TopUp(day, moved, reference),
            DepositEventKind.Forfeited => deposit.Forfeit(day, due, reference, commitment),
            DepositEventKind.Refunded => deposit.Refund(day, moved, reference),
            _ => deposit.Reverse(wrong!.Value, day, reference),
        });
        if (after is not null && kind == DepositEventKind.Forfeited && after.Events[after.Events.Count - 1].Amount != moved)
        {
            value.Error($"the deposit held {deposit.Held}, which does not meet {moved} of {due}", "what the deposit met as amount, and the rest as unmet");
            return null;
        }

        return after;
    }

    /// <summary>The currency of a deposit, or any where it could not be read: its amounts are of no use then.</summary>
    private static Currency Of(DepositAccount? deposit) => deposit?.Currency ?? Currency.XXX;

    private static JsonValue? HeldBack(JsonValue value, Currency currency, List<Action<ContractAccountBuilder>> steps)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Money? amount = o.Required("amount")?.AmountAbove0(currency);
        LocalDate? heldOn = o.Required("heldOn")?.Date();
        LocalDate? releaseOn = o.Required("releaseOn")?.Date();
        o.Done();
        if (amount is Money held && heldOn is LocalDate from && releaseOn is LocalDate to)
        {
            steps.Add(account => account.HoldBack(held, from, to));
        }

        return value;
    }

    private static JsonValue? Compensation(JsonValue value, Currency currency, List<Action<ContractAccountBuilder>> steps)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        string? commitment = o.Required("commitment")?.Code();
        Money? amount = o.Required("amount")?.Amount(currency);
        o.Done();
        if (commitment is not null && amount is Money spent)
        {
            steps.Add(account => account.Compensation(commitment, spent));
        }

        return value;
    }

    private static JsonValue? Paid(JsonValue value, Currency currency, List<Action<ContractAccountBuilder>> steps)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<CommissionPlan>? plan = o.Required("plan")?.Id<CommissionPlan>();
        Cycle? per = o.Required("per") is JsonValue cycle ? GrowthPlanReader.Cycle(cycle) : null;
        DateInterval? span = o.Optional("span") is JsonValue days ? ContractBookReader.Days(days) : null;
        Money? amount = o.Required("amount")?.AnyAmount(currency);
        o.Done();
        if (plan is not null && per is Cycle each && amount is Money paid)
        {
            steps.Add(account => account.CommissionPaid(plan, each, paid, span));
        }

        return value;
    }
}
