using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Contracts;

/// <content>What is earned by the plan, and what is advanced, held back and taken back of it.</content>
internal sealed partial class SettlementRun
{
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

        // A plan that rates each record would pay nothing on totals, and nobody would notice.
        if (plan.Plan.Accumulation == Accumulation.PerRecord && facts[0].Records.Count == 0 && facts[0].Set.Facts.Length > 0)
        {
            Errors.Add(new FactError("records", $"The plan '{plan.Plan.Name}' rates each record, but the sales facts of {Dates.Text(slice)} state totals and no records."));
            return Zero;
        }

        int errors = Errors.Count;
        CommissionFacts handed = _account.HandIn(plan.Plan, facts[0], Errors);
        if (Errors.Count > errors)
        {
            return Zero;
        }

        var rules = new ResolvedPlan(plan.Plan, version.From, plan.Number, DateAnchor.Contract);
        IReadOnlyList<FactError> refused = rules.Check(handed);
        if (refused.Count > 0)
        {
            Errors.AddRange(refused);
            return Zero;
        }

        CommissionStatement statement = rules.Explain(handed);
        _commissions.Add(statement);
        _account.Take(statement);
        Add(
            "commission/" + Dates.Text(slice.Start),
            SettlementLineKind.Commission,
            statement.Total,
            new LocalText($"Commission {Dates.Text(slice)} by plan {plan.Plan.Name} version {plan.Number}", $"{Dates.Text(slice).Replace(" to ", " 至 ")} 佣金，方案 {plan.Plan.Name} 第{plan.Number}版"));
        return statement.Total;
    }

    private void Advance(ContractTerms terms, DateInterval slice, Money commission, bool isLast)
    {
        if (terms.Advance is not Draw draw)
        {
            return;
        }

        Money earned = commission.IsNegative ? Zero : commission;
        DrawPeriod settled = draw.Settle(_account.Parts, earned, _account.Advance, _contract.Rounding);

        // What is forgiven at the end of the agreement is forgiven at the end of the term at the latest.
        Money forgiven = isLast && draw.Kind == DrawKind.BalanceForgiven ? settled.Forgiven + settled.Balance : settled.Forgiven;
        Money owed = settled.Balance + settled.Forgiven - forgiven;
        _account.Advance = owed;
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
            Add("recoupment/" + Dates.Text(slice.Start), SettlementLineKind.Recoupment, -settled.Recovered, new LocalText($"Recouped of advances; {owed + forgiven:N} stay owed", $"抵扣预付；余 {owed + forgiven:N}"));
        }

        if (!forgiven.IsZero)
        {
            _lines.Add(new SettlementLine("forgiven/" + Dates.Text(slice.Start), SettlementLineKind.AdvanceForgiven, Zero, new LocalText($"Forgiven: {forgiven:N} of advances are no longer owed", $"免除：预付余额 {forgiven:N} 不再追偿")) { Forgiven = forgiven });
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

    private void Clawbacks(ContractVersion version, DateInterval slice)
    {
        ContractTerms terms = version.Terms;
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
            string why = fact.Name ?? (fact.ElapsedMonths == 1 ? "1 month" : StatementLine.Number(fact.ElapsedMonths!.Value) + " months");
            string whyZh = fact.Name ?? StatementLine.Number(fact.ElapsedMonths!.Value) + "个月";
            Add(
                FormattableString.Invariant($"clawback/{slice.Start:uuuu-MM-dd}/{number}"),
                SettlementLineKind.Clawback,
                taken.Amount,
                new LocalText($"Clawed back: {taken.Share} of {paid:N} ({why})", $"追回佣金：{paid:N} 的 {taken.Share}（{whyZh}）"),
                [fact.Reference]);
            if (terms.Commission is PlanVersion plan)
            {
                _account.AddPaid(plan.Plan.Name, slice.Start, taken.Amount); // a clawback opens room under a cap again
            }
        }
    }
}
