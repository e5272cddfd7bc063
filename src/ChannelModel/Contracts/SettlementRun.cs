using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>One run over the parts of a period, in order: each part is settled as it would be alone, so that the parts add up to the whole.</summary>
internal sealed class SettlementRun
{
    private readonly PartnerContract _contract;
    private readonly DateInterval _period;
    private readonly List<ContractFact> _facts;
    private readonly ContractAccount _opening;
    private readonly ContractAccount _account;
    private readonly List<SettlementLine> _lines = [];
    private readonly List<CommissionStatement> _commissions = [];
    private readonly List<CommitmentResult> _results = [];
    private readonly List<ContractFact> _used = [];

    public SettlementRun(PartnerContract contract, DateInterval period, List<ContractFact> facts, ContractAccount opening)
    {
        _contract = contract;
        _period = period;
        _facts = facts;
        _opening = opening;
        _account = new ContractAccount(opening);
    }

    public List<FactError> Errors { get; } = [];

    private Money Zero => Money.Zero(_contract.Currency);

    public Settlement? Settle(IReadOnlyList<DateInterval> slices)
    {
        FactChecks.Check(_contract, _facts, Errors);
        if (!_opening.Balance.IsZero)
        {
            Add("opening", SettlementLineKind.OpeningBalance, _opening.Balance, new LocalText("Balance carried from before", "上期结转"));
        }

        foreach (DateInterval slice in slices)
        {
            Slice(slice);
        }

        if (Errors.Count > 0)
        {
            return null;
        }

        Money netDue = Money.Sum(_lines.Select(line => line.Amount), _contract.Currency);
        _account.Balance = netDue.IsNegative ? netDue : Zero;
        return new Settlement(_contract, new DateInterval(slices[0].Start, slices[slices.Count - 1].End), [.. _facts.Where(_used.Contains)], _commissions, _results, _lines, netDue, _opening, _account);
    }

    private void Slice(DateInterval slice)
    {
        ContractVersion version = _contract.AsOf(slice.Start);
        ContractTerms terms = version.Terms;
        if (_account.Version != version.Number)
        {
            // An amendment that leaves the cost share alone leaves the level that sales have shifted.
            bool isSame = _account.Version > 0 && ReferenceEquals(_contract.Versions[_account.Version - 1].Terms.CostShare, terms.CostShare) && terms.Deposit?.IsFromCostShare == true;
            _account.DepositLevel = isSame ? _account.DepositLevel : terms.LevelOf(_contract.Currency, _contract.Rounding);
            _account.Version = version.Number;
        }

        _account.Parts++;
        Payments(slice);
        Money commission = Commission(version, slice);
        Advance(terms, slice, commission);
        bool isLast = slice.End == _contract.Term.End;
        Holdback(terms, slice, commission, isLast);
        Clawbacks(terms, slice);
        var judged = new List<CommitmentResult>();
        for (int i = 0; i < terms.Commitments.Count; i++)
        {
            judged.AddRange(Judge(version, i, slice));
        }

        judged = [.. judged.OrderBy(result => result.Period.End).ThenBy(result => result.Period.Start)];
        _results.AddRange(judged);
        judged.ForEach(Lines);
        Forfeit(terms, slice, judged);
        Shift(terms, slice);
        _account.SettledThrough = slice.End;
        if (isLast && !_account.Deposit.Held.IsZero)
        {
            _account.Deposit = _account.Deposit.RefundRest(LastOf(slice.End), "end of term");
        }
    }

    private LocalDate LastOf(LocalDate day) =>
        _account.Deposit.Events.Count == 0 ? day : LocalDate.Max(day, _account.Deposit.Events[_account.Deposit.Events.Count - 1].Date);

    private IEnumerable<ContractFact> Take(ContractFactKind kind, DateInterval slice, bool beforeToo = false)
    {
        foreach (ContractFact fact in _facts.Where(fact => fact.Kind == kind
            && (slice.Contains(fact.Days) || (beforeToo && _account.SettledThrough is null && fact.Days.End < slice.Start))))
        {
            _used.Add(fact);
            yield return fact;
        }
    }

    private void Payments(DateInterval slice)
    {
        ContractFactKind[] kinds = [ContractFactKind.DepositPaid, ContractFactKind.DepositToppedUp, ContractFactKind.DepositRefunded];
        foreach (ContractFact payment in kinds.SelectMany(kind => Take(kind, slice, beforeToo: true).ToList()).OrderBy(fact => fact.Days.Start))
        {
            Money amount = payment.Amount!.Value;
            DepositAccount deposit = _account.Deposit;
            LocalDate on = LastOf(payment.Days.Start);
            if (amount.Currency != _contract.Currency)
            {
                continue; // reported by the checks
            }

            if (payment.Kind == ContractFactKind.DepositRefunded && amount > deposit.Held)
            {
                Errors.Add(new FactError("deposit-refunded", $"{amount} on {Dates.Text(on)} is more than the {deposit.Held} that is held."));
                continue;
            }

            _account.Deposit = payment.Kind switch
            {
                ContractFactKind.DepositPaid => deposit.PayIn(on, amount, payment.Reference),
                ContractFactKind.DepositToppedUp => deposit.TopUp(on, amount, payment.Reference),
                _ => deposit.Refund(on, amount, payment.Reference),
            };
        }
    }

    private Money Commission(ContractVersion version, DateInterval slice)
    {
        List<CommissionFacts> facts = [.. Take(ContractFactKind.Commission, slice).Select(fact => fact.CommissionFacts!)];
        if (version.Terms.Commission is not PlanVersion plan)
        {
            if (facts.Count > 0)
            {
                Errors.Add(new FactError("commission", $"Version {version.Number} pays no commission, but there are sales facts for {Dates.Text(slice)}."));
            }

            return Zero;
        }

        if (facts.Count != 1 || facts[0].Period != slice)
        {
            string found = facts.Count == 0 ? "none" : string.Join(", ", facts.Select(other => Dates.Text(other.Period)));
            Errors.Add(new FactError("commission", $"Expected the sales facts of {Dates.Text(slice)} once, found {found}."));
            return Zero;
        }

        var rules = new ResolvedPlan(plan.Plan, slice.End, plan.Number, DateAnchor.Order);
        IReadOnlyList<FactError> refused = rules.Check(facts[0]);
        if (refused.Count > 0)
        {
            Errors.AddRange(refused);
            return Zero;
        }

        CommissionStatement statement = rules.Explain(facts[0]);
        _commissions.Add(statement);
        Add(
            "commission/" + Dates.Text(slice.Start),
            SettlementLineKind.Commission,
            statement.Total,
            new LocalText($"Commission {Dates.Text(slice)} by plan {plan.Plan.Name} version {plan.Number}", $"{Dates.Text(slice).Replace(" to ", " 至 ")} 佣金，方案 {plan.Plan.Name} 第{plan.Number}版"));
        return statement.Total;
    }

    private void Advance(ContractTerms terms, DateInterval slice, Money commission)
    {
        if (terms.Advance is not Draw draw)
        {
            return;
        }

        Money earned = commission.IsNegative ? Zero : commission;
        DrawPeriod settled = draw.Settle(_account.Parts, earned, _account.Advance, _contract.Rounding);
        _account.Advance = settled.Balance;
        if (draw.Kind != DrawKind.AdvanceSettled && !settled.Advanced.IsZero)
        {
            bool isGuarantee = draw.Kind is not DrawKind.AdvanceOnTop;
            Add(
                "guarantee/" + Dates.Text(slice.Start),
                SettlementLineKind.GuaranteeTopUp,
                settled.Advanced,
                isGuarantee ? new LocalText($"Topped up to {draw.Amount:N}", $"补足至 {draw.Amount:N}") : new LocalText("Advance", "预付"));
        }

        if (!settled.Recovered.IsZero)
        {
            Add("recoupment/" + Dates.Text(slice.Start), SettlementLineKind.Recoupment, -settled.Recovered, new LocalText($"Recouped of advances; {settled.Balance:N} stay owed", $"抵扣预付；余 {settled.Balance:N}"));
        }
    }

    private void Holdback(ContractTerms terms, DateInterval slice, Money commission, bool isLast)
    {
        var open = new List<HeldBack>();
        foreach (HeldBack held in _account.Holdbacks)
        {
            if (held.ReleaseOn <= slice.End || isLast)
            {
                Add(
                    "release/" + Dates.Text(held.HeldOn),
                    SettlementLineKind.HoldbackReleased,
                    held.Amount,
                    new LocalText($"Released, held back on {Dates.Text(held.HeldOn)}", $"释放 {Dates.Text(held.HeldOn)} 的留存款"));
            }
            else
            {
                open.Add(held);
            }
        }

        if (!isLast && !terms.HoldbackShare.IsZero && commission.Amount > 0m)
        {
            Money amount = ChannelModel.Commissions.Holdback.Of(terms.HoldbackShare).Withhold(commission, _contract.Rounding).Held;
            if (!amount.IsZero)
            {
                LocalDate release = slice.End.PlusMonths(terms.HoldbackMonths);
                open.Add(new HeldBack(amount, slice.End, release));
                Add(
                    "holdback/" + Dates.Text(slice.Start),
                    SettlementLineKind.Holdback,
                    -amount,
                    new LocalText($"Held back: {terms.HoldbackShare} of {commission:N}, until {Dates.Text(release)}", $"留存：{commission:N} 的 {terms.HoldbackShare}，至 {Dates.Text(release)}"));
            }
        }

        _account.Holdbacks = open;
    }

    private void Clawbacks(ContractTerms terms, DateInterval slice)
    {
        int number = 0;
        foreach (ContractFact fact in Take(ContractFactKind.ClawedBack, slice).ToList())
        {
            number++;
            Money paid = fact.Amount!.Value;
            if (terms.Clawback is not Clawback schedule || (fact.Name is string unknown && !schedule.Causes.Any(cause => cause.Key == unknown)))
            {
                Errors.Add(new FactError("clawed-back", $"The contract takes back no commission{(fact.Name is null ? string.Empty : $" because of '{fact.Name}'")} ({fact.Reference})."));
                continue;
            }

            if (paid.Currency != _contract.Currency)
            {
                continue;
            }

            ClawbackResult taken = fact.Name is string cause
                ? schedule.BecauseOf(cause, paid, Zero, _contract.Rounding)
                : schedule.After(fact.ElapsedMonths!.Value, paid, Zero, _contract.Rounding);
            string why = fact.Name ?? StatementLine.Number(fact.ElapsedMonths!.Value) + " months";
            string whyZh = fact.Name ?? StatementLine.Number(fact.ElapsedMonths!.Value) + "个月";
            Add(
                FormattableString.Invariant($"clawback/{slice.Start:uuuu-MM-dd}/{number}"),
                SettlementLineKind.Clawback,
                taken.Amount,
                new LocalText($"Clawed back: {taken.Share} of {paid:N} ({why})", $"追回佣金：{paid:N} 的 {taken.Share}（{whyZh}）"),
                [fact.Reference]);
        }
    }

    private List<CommitmentResult> Judge(ContractVersion version, int index, DateInterval slice)
    {
        var results = new List<CommitmentResult>();
        string code = version.Terms.Commitments[index].Code;
        var run = new CommitmentRun(_contract, version, index, _facts);
        foreach ((DateInterval period, string? session) in run.Periods(slice).OrderBy(span => span.Period.End))
        {
            CommitmentResult result = run.Judge(period, session, _account.CompensationOf(code));
            _account.AddCompensation(code, result.Compensation);
            results.Add(result);
        }

        _account.Compensations = [.. _account.Compensations.Where(spent => !spent.Value.IsZero)];
        _used.AddRange(_facts.Where(fact => fact.Kind is ContractFactKind.Reported or ContractFactKind.ThirdParty or ContractFactKind.MadeGood or ContractFactKind.Delivered or ContractFactKind.Excused
            && results.Exists(result => Dates.Common(fact.Days, result.Period) is not null && (fact.Name is null || fact.Name == code || fact.Name == result.Commitment.Duty))));
        return results;
    }

    private void Lines(CommitmentResult result)
    {
        string id = $"{result.Commitment.Code}/{Dates.Text(result.Period.Start)}{(result.Session is null ? string.Empty : "/" + result.Session)}";
        if (!result.Bonus.IsZero)
        {
            _lines.Add(new SettlementLine("bonus/" + id, SettlementLineKind.Bonus, result.Bonus, SettlementText.Priced(result, result.Commitment.OverDelivery!, result.Bonus), result.Evidence) { Priced = result.Priced, IsCapped = result.IsCapped });
        }

        if (!result.Compensation.IsZero)
        {
            _lines.Add(new SettlementLine("compensation/" + id, SettlementLineKind.Compensation, -result.Compensation, SettlementText.Priced(result, result.Commitment.Shortfall!, result.Compensation), result.Evidence) { Priced = result.Priced, IsCapped = result.IsCapped });
        }

        if (!result.Penalty.IsZero)
        {
            _lines.Add(new SettlementLine("penalty/" + id, SettlementLineKind.Compensation, -result.Penalty, SettlementText.Penalty(result), result.Evidence));
        }

        if (result.Bonus.IsZero && result.Compensation.IsZero && result.Penalty.IsZero)
        {
            _lines.Add(new SettlementLine("judged/" + id, SettlementLineKind.Judgement, Zero, result.Explanation, result.Evidence));
        }
    }

    private void Forfeit(ContractTerms terms, DateInterval slice, List<CommitmentResult> judged)
    {
        if (terms.Deposit is null && _account.Deposit.Held.IsZero)
        {
            return;
        }

        List<string> first = [.. terms.Deposit?.ForfeitureOrder ?? []];
        foreach (CommitmentResult breach in judged.Where(result => !(result.Compensation + result.Penalty).IsZero)
            .OrderBy(result => first.IndexOf(result.Commitment.Code) is int at and >= 0 ? at : int.MaxValue)
            .ThenBy(result => result.Period.End).ThenBy(result => result.Commitment.Code, StringComparer.Ordinal))
        {
            Money cost = breach.Compensation + breach.Penalty;
            string id = $"{breach.Commitment.Code}/{Dates.Text(breach.Period.Start)}{(breach.Session is null ? string.Empty : "/" + breach.Session)}";
            _account.Deposit = _account.Deposit.Forfeit(LastOf(slice.End), cost, "breach/" + id, breach.Commitment.Code);
            Money met = _account.Deposit.Events[_account.Deposit.Events.Count - 1].Amount;
            if (!met.IsZero)
            {
                Add(
                    "from-deposit/" + id,
                    SettlementLineKind.MetFromDeposit,
                    met,
                    new LocalText($"{breach.Commitment.Code}: {met:N} of {cost:N} met from the deposit", $"{breach.Commitment.Code}：{cost:N} 中 {met:N} 由保证金抵付"));
            }
        }
    }

    private void Shift(ContractTerms terms, DateInterval slice)
    {
        if (terms.CostShare is not { MonthlySales: not null, AdjustedFrom: LocalDate from } share || slice.Start < from || terms.Deposit?.IsFromCostShare != true)
        {
            return;
        }

        List<ContractFact> sales = [.. Take(ContractFactKind.Sales, slice)];
        if (sales.Count == 0)
        {
            Errors.Add(new FactError("sales", $"The cost share follows the sales of {Dates.Text(slice)}, which are not stated."));
            return;
        }

        if (sales.Exists(fact => fact.Amount!.Value.Currency != _contract.Currency))
        {
            return;
        }

        (Rate partner, decimal attainment) = share.ShareFor(Money.Sum(sales.Select(fact => fact.Amount!.Value), _contract.Currency), slice);
        Money level = share.Goods.Multiply(partner, _contract.Rounding);
        Money before = _account.DepositLevel ?? Zero;
        _account.DepositLevel = level;
        string shown = StatementLine.Number(Exact.Canonical(attainment - (attainment % 0.01m))); // cut, so that a target missed by a cent does not read as 100 %
        Add(
            "cost-share/" + Dates.Text(slice.Start),
            SettlementLineKind.Judgement,
            Zero,
            new LocalText($"Sales {shown}% of target: the partner bears {partner} of {share.Goods:N}, deposit level {before:N} to {level:N}", $"销售达成 {shown}%：合作方承担 {share.Goods:N} 的 {partner}，保证金标准由 {before:N} 调为 {level:N}"),
            [.. sales.Select(fact => fact.Reference)]);
        if (level < before && _account.Deposit.Held > level)
        {
            _account.Deposit = _account.Deposit.Refund(LastOf(slice.End), _account.Deposit.Held - level, "cost share " + Dates.Text(slice));
        }
    }

    private void Add(string id, SettlementLineKind kind, Money amount, LocalText text, IReadOnlyList<string>? evidence = null) => _lines.Add(new SettlementLine(id, kind, amount, text, evidence));
}
