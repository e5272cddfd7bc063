using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>One run over the parts of a period, in order: each part is settled as it would be alone, so that the parts add up to the whole.</summary>
internal sealed partial class SettlementRun
{
    private readonly PartnerContract _contract;
    private readonly DateInterval _period;
    private readonly List<ContractFact> _facts;
    private readonly ContractAccount _opening;
    private readonly ContractAccount _account;
    private readonly List<SettlementLine> _lines = [];
    private readonly List<CommissionStatement> _commissions = [];
    private readonly List<CommitmentResult> _results = [];
    private readonly HashSet<ContractFact> _used = [];

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
        var settled = new DateInterval(slices[0].Start, slices[slices.Count - 1].End);
        List<ContractFact> used = [.. _facts.Where(_used.Contains)];
        _account.Taken = TakenFacts.Add(_opening.Taken, used.Select(fact => TakenFacts.Key(_contract, fact)));
        IReadOnlyList<UnusedFact> unused = TakenFacts.Left(_contract, settled, _facts, _used, _opening.Taken);
        return new Settlement(_contract, settled, used, unused, _commissions, _results, _lines, netDue, _opening, _account);
    }

    private void Slice(DateInterval slice)
    {
        ContractVersion version = _contract.AsOf(slice.Start);
        ContractTerms terms = version.Terms;
        if (_account.Version != version.Number)
        {
            // An amendment that leaves the cost share alone leaves the level that sales have shifted.
            ContractTerms? before = _account.Version > 0 ? _contract.Versions[_account.Version - 1].Terms : null;
            bool isSame = terms.Deposit?.IsFromCostShare == true && before?.Deposit?.IsFromCostShare == true && terms.CostShare!.IsSame(before.CostShare!);
            _account.DepositLevel = isSame ? _account.DepositLevel : terms.LevelOf(_contract.Currency, _contract.Rounding);
            _account.Version = version.Number;
        }

        _account.Parts++;
        Payments(slice);
        Money commission = Commission(version, slice);
        bool isLast = slice.End == _contract.Term.End;
        Advance(terms, slice, commission, isLast);
        Holdback(terms, slice, commission, isLast);
        Clawbacks(version, slice);
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
        _used.UnionWith(_facts.Where(fact => results.Exists(result => TakenFacts.Takes(result.Commitment, result.Period, fact))));
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
