using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>Reads one version of a contract's terms, stated in full, as steps of the builder.</summary>
internal sealed class VersionReader
{
    private readonly List<Action<PartnerContractBuilder>> _steps = [];
    private readonly JsonValue _value;
    private LocalDate? _from;
    private LocalDate? _until;
    private LocalDate? _agreedOn;

    private VersionReader(JsonValue value)
    {
        _value = value;
    }

    public static VersionReader Of(JsonValue value, Currency currency, List<ContractBookReader.Plan> plans)
    {
        var version = new VersionReader(value);
        if (value.Object() is JsonObject o)
        {
            version.Read(value, o, currency, plans);
            o.Done();
        }

        return version;
    }

    public void Apply(PartnerContractBuilder contract, bool isFirst, DateInterval term)
    {
        LocalDate from = _from ?? term.Start;
        if (!isFirst)
        {
            contract.Amend(from, _agreedOn ?? from).WithoutTerms();
        }
        else
        {
            if (from != term.Start)
            {
                _value.Reading.ErrorAt(_value.Path + ".from", "the first version does not begin with the term", NodaTime.Text.LocalDatePattern.Iso.Format(term.Start));
            }

            contract.AgreedOn(_agreedOn ?? from);
        }

        if (_until is LocalDate until)
        {
            contract.Until(until);
        }

        _steps.ForEach(step => step(contract));
    }

    private void Read(JsonValue value, JsonObject o, Currency currency, List<ContractBookReader.Plan> plans)
    {
        _from = o.Optional("from")?.Date();
        _until = o.Optional("until")?.Date();
        _agreedOn = o.Optional("agreedOn")?.Date();
        if (o.Optional("value")?.AmountAbove0(currency) is Money worth)
        {
            _steps.Add(contract => contract.Value(worth));
        }

        Add(o.Optional("commission"), commission => PaidPlanReader.Read(commission, plans), (contract, paid) => contract.Pay(paid.Rules, paid.Number, paid.From, paid.Until));
        List<Commitment> commitments = o.Optional("commitments")?.Array(commitment => CommitmentReader.Read(commitment, currency)) ?? [];
        ContractBookReader.Twice(value, "commitments", commitments.Select(commitment => commitment.Code));
        commitments.ForEach(commitment => _steps.Add(contract => contract.Commit(commitment)));
        Add(o.Optional("deposit"), deposit => Deposit(deposit, currency), (contract, deposit) => contract.Deposit(deposit));
        Add(o.Optional("costShare"), share => Share(share, currency), (contract, share) => contract.ShareCost(share));
        Add(o.Optional("exclusivity"), what => what.LocalText(), (contract, what) => contract.Exclusive(what));
        List<DataDuty> duties = o.Optional("dataDuties")?.Array(Duty) ?? [];
        ContractBookReader.Twice(value, "dataDuties", duties.Select(duty => duty.Code));
        duties.ForEach(duty => _steps.Add(contract => contract.Deliver(duty)));
        Add(o.Optional("renewal"), Renewal, (contract, renewal) => contract.Renewal(renewal));
        o.Optional("clauses")?.Array(clause =>
        {
            JsonObject? k = clause.Object();
            string? kind = k?.Required("kind")?.Code();
            LocalText? name = k?.Optional("kindName")?.LocalText();
            string? reference = k?.Required("reference")?.Text();
            k?.Done();
            if (kind is not null && reference is not null)
            {
                _steps.Add(contract => contract.Clause(ClauseKind.Of(kind, name), reference));
            }

            return clause;
        });
        Add(o.Optional("advance"), advance => Advance(advance, currency), (contract, advance) => contract.Advance(advance));
        if (o.Optional("holdback") is JsonValue holdback && holdback.Object() is JsonObject h)
        {
            Rate? share = h.Required("share")?.Share();
            int? months = h.Required("months")?.Whole(1, 60);
            h.Done();
            if (share is Rate held && months is int after)
            {
                _steps.Add(contract => contract.HoldBack(held, after));
            }
        }

        Add(o.Optional("clawback"), ClawbackOf, (contract, clawback) => contract.ClawBack(clawback));
    }

    private void Add<T>(JsonValue? value, Func<JsonValue, T?> read, Action<PartnerContractBuilder, T> apply)
        where T : class
    {
        if (value is not null && read(value) is T part)
        {
            _steps.Add(contract => apply(contract, part));
        }
    }

    private static DepositTerms? Deposit(JsonValue value, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        JsonValue? share = o.Optional("share");
        JsonValue? amount = o.Optional("amount");
        JsonValue? fromCostShare = o.Optional("fromCostShare");
        DepositTerms? terms = share?.Rate() is Rate part ? DepositTerms.OfValue(part)
            : amount?.AmountAbove0(currency) is Money money ? DepositTerms.Of(money)
            : fromCostShare?.Boolean() == true ? DepositTerms.OfCostShare() : null;
        List<DepositInstalment> instalments = o.Optional("instalments")?.Array(item =>
        {
            JsonObject? i = item.Object();
            LocalDate? dueOn = i?.Required("dueOn")?.Date();
            Rate? of = i?.Required("share")?.Share();
            i?.Done();
            return dueOn is LocalDate day && of is Rate rate ? item.Try(() => new DepositInstalment(day, rate)) : null;
        }) ?? [];
        List<string> order = o.Optional("forfeitedFirstFor")?.Array(code => code.Code()) ?? [];
        int? topUp = o.Optional("toppedUpWithinDays")?.Whole(1, 3660);
        o.Done();
        if (new[] { share, amount, fromCostShare }.Count(form => form is not null) != 1)
        {
            value.Error("the deposit has no size, or more than one", "one of share, amount, fromCostShare");
            return null;
        }

        if (terms is null || !value.Reading.IsComplete)
        {
            return null;
        }

        terms = instalments.Count > 0 ? value.Try(() => terms.PaidIn(instalments)) : terms;
        terms = order.Count > 0 ? terms?.ForfeitedFirstFor(order) : terms;
        return topUp is int days ? terms?.ToppedUpWithin(days) : terms;
    }

    private static CostShare? Share(JsonValue value, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Money? goods = o.Required("goods")?.AmountAbove0(currency);
        Rate? brand = o.Required("brand")?.Share();
        Rate? partner = o.Required("partner")?.Share();
        JsonValue? monthly = o.Optional("monthlySales");
        Money? sales = monthly?.AmountAbove0(currency);
        LocalDate? from = o.Optional("adjustedFrom")?.Date();
        List<Tuple<decimal, Rate>>? steps = o.Optional("steps")?.Array(step =>
        {
            JsonObject? s = step.Object();
            Rate? attainment = s?.Required("attainment")?.Rate(Rate.Zero);
            Rate? share = s?.Required("partner")?.Share();
            s?.Done();
            return attainment is Rate at && share is Rate rate ? Tuple.Create(at.ToPercent(), rate) : null;
        });
        o.Done();
        if (goods is not Money cost || brand is not Rate ours || partner is not Rate theirs)
        {
            return null;
        }

        CostShare made = CostShare.Of(cost, ours, theirs);
        if (monthly is null && from is null && steps is null)
        {
            return made;
        }

        if (sales is Money target && from is LocalDate day && steps is not null)
        {
            return made.AdjustedBySales(target, day, steps.Select(step => (step.Item1, step.Item2)));
        }

        value.Error("the adjustment by sales is not complete", "monthlySales, adjustedFrom and steps together");
        return null;
    }

    private static DataDuty? Duty(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        string? code = o.Required("code")?.Code();
        LocalText? what = o.Required("what")?.LocalText();
        Cycle? per = o.Required("per") is JsonValue cycle ? GrowthPlanReader.Cycle(cycle) : null;
        int? within = o.Required("dueWithinDays")?.Whole(0, 366);
        o.Done();
        return code is not null && what is not null && per is Cycle often && within is int days ? value.Try(() => new DataDuty(code, what, often, days)) : null;
    }

    private static RenewalTerms? Renewal(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        int? window = o.Required("windowMonths")?.Whole(1, 24);
        decimal? early = o.Required("earlyScore")?.Number(0m, 100m);
        decimal? renew = o.Required("renewScore")?.Number(0m, 100m);
        decimal? renegotiate = o.Required("renegotiateScore")?.Number(0m, 100m);
        Rate? kept = o.Required("keptShare")?.Share();
        RoiDefinition? roi = null;
        if (o.Optional("roi") is JsonValue named && named.Text() is string code)
        {
            roi = RoiDefinition.Find(code);
            if (roi is null)
            {
                named.Error($"'{JsonValue.Short(code)}' is no definition of return on investment", "one of " + string.Join(", ", RoiDefinition.All.Select(known => known.Code)));
            }
        }

        decimal? least = o.Optional("leastRoi")?.Number();
        o.Done();
        return window is int months && early is decimal e && renew is decimal r && renegotiate is decimal n && kept is Rate share && value.Reading.IsComplete
            ? value.Try(() => new RenewalTerms(months, e, r, n, share, roi, least))
            : null;
    }

    private static Draw? Advance(JsonValue value, Currency currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        DrawKind? kind = o.Required("kind")?.OneOf(
            ("recoverable", DrawKind.Recoverable), ("non-recoverable", DrawKind.NonRecoverable), ("balance-forgiven", DrawKind.BalanceForgiven),
            ("advance-on-top", DrawKind.AdvanceOnTop), ("advance-settled", DrawKind.AdvanceSettled));
        Money? amount = o.Required("amount")?.Amount(currency);
        int? from = o.Required("recoveryFrom")?.Whole(1, 1_000_000);
        Rate? share = o.Required("recoveryShare")?.Share();
        int? last = o.Optional("lastPeriod")?.Whole(1, 1_000_000);
        o.Done();
        return kind is DrawKind what && amount is Money each && from is int first && share is Rate part ? value.Try(() => new Draw(what, each, first, part, last)) : null;
    }

    private static Clawback? ClawbackOf(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Clawback? schedule = Clawback.None;
        o.Optional("windows")?.Array(window =>
        {
            JsonObject? w = window.Object();
            int? month = w?.Required("throughMonth")?.Whole(0, 1_200);
            Rate? share = w?.Required("share")?.Share();
            w?.Done();
            schedule = month is int last && share is Rate part ? window.Try(() => schedule?.Through(last, part)!) : null;
            return window;
        });
        o.Optional("causes")?.Array(cause =>
        {
            JsonObject? c = cause.Object();
            string? name = c?.Required("cause")?.Text();
            Rate? share = c?.Required("share")?.Share();
            c?.Done();
            schedule = name is not null && share is Rate part ? cause.Try(() => schedule?.ForCause(name, part)!) : null;
            return cause;
        });
        o.Done();
        return schedule;
    }
}
