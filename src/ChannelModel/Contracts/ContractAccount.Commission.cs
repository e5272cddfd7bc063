using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Contracts;

/// <content>What commission plans carry from part to part: what their caps left over, and what was paid in the spans they look at.</content>
public sealed partial class ContractAccount
{
    private static readonly Cycle[] Longer = [Cycle.Month, Cycle.Quarter, Cycle.Year];

    /// <summary>Whether a cap covers all that was earned to date, so that nothing can be carried into it.</summary>
    internal static bool CoversToDate(CommissionPlan plan) => plan.Accumulation is Accumulation.Cumulative or Accumulation.TrueUp && plan.Caps.Any(cap => cap.Per == plan.Cycle);

    private IEnumerable<Cycle> Spans => [Cycle.Once, .. Longer.Where(per => per > SettledPer)];

    /// <summary>What was paid by a plan before a day, in the span of that day; null where nothing is known of the plan.</summary>
    internal Money? PaidBefore(Id<CommissionPlan> plan, Cycle per, LocalDate day) => CommissionsPaid.FirstOrDefault(paid => paid.Plan == plan && paid.Per == per) is CommissionPaid known
        ? known.Span is null || known.Span.Contains(day) ? known.Amount : Money.Zero(Balance.Currency)
        : null;

    /// <summary>Adds to what a plan has paid, in every span of a day; a span before the one that is kept is closed.</summary>
    internal void AddPaid(Id<CommissionPlan> plan, LocalDate day, Money amount)
    {
        foreach (Cycle per in Spans)
        {
            if (CommissionsPaid.Any(paid => paid.Plan == plan && paid.Per == per && paid.Span is not null && paid.Span.Start > day))
            {
                continue;
            }

            Keep(new CommissionPaid(plan, per, per == Cycle.Once ? null : Dates.CycleOf(per, day), (PaidBefore(plan, per, day) ?? Money.Zero(Balance.Currency)) + amount));
        }
    }

    /// <summary>The facts with what is carried and was paid. What they state themselves must agree, but before the plan's first part, when it is taken over.</summary>
    internal CommissionFacts HandIn(CommissionPlan plan, CommissionFacts facts, List<FactError> errors)
    {
        LocalDate day = facts.Period.Start;
        foreach (Cycle per in Spans)
        {
            Money? known = PaidBefore(plan.Name, per, day);
            Money? stated = facts.PaidIn(per);
            if (stated is Money said && said.Currency == Balance.Currency)
            {
                if (known is Money paid && paid != said)
                {
                    errors.Add(new FactError("paid", $"The sales facts of {Dates.Text(facts.Period)} state {said} as paid before by '{plan.Name}' ({per}); by the account it is {paid}."));
                }
                else if (known is null)
                {
                    Keep(new CommissionPaid(plan.Name, per, per == Cycle.Once ? null : Dates.CycleOf(per, day), said));
                }
            }
            else if (stated is null && Asks(plan, per))
            {
                facts = facts.WithPaid(per, known ?? Money.Zero(Balance.Currency));
            }
        }

        if (facts.CarriedIn is Money carried)
        {
            if (carried.Currency == Balance.Currency && carried != CommissionCarried)
            {
                if (SettledThrough is not null || !CommissionCarried.IsZero)
                {
                    errors.Add(new FactError("carried-in", $"The sales facts of {Dates.Text(facts.Period)} state {carried} as carried in; by the account it is {CommissionCarried}."));
                }

                CommissionCarried = carried;
            }

            return facts;
        }

        return CommissionCarried.IsZero || CoversToDate(plan) ? facts : facts.WithCarriedIn(CommissionCarried);
    }

    /// <summary>Takes in what a statement pays and carries.</summary>
    internal void Take(CommissionStatement statement)
    {
        AddPaid(statement.Rules.Plan.Name, statement.Facts.Period.Start, statement.Total);
        CommissionCarried += statement.Carried - (statement.Facts.CarriedIn ?? Money.Zero(Balance.Currency));
    }

    private static bool Asks(CommissionPlan plan, Cycle per) =>
        plan.Caps.Any(cap => cap.Per == per && cap.Per != plan.Cycle) || (per == Cycle.Once && plan.Accumulation == Accumulation.TrueUp);

    private void Keep(CommissionPaid paid) =>
        CommissionsPaid = [.. CommissionsPaid.Where(other => other.Plan != paid.Plan || other.Per != paid.Per).Append(paid).OrderBy(other => other.Plan.Value, StringComparer.Ordinal).ThenBy(other => other.Per)];

    private void CorrectCommission(Settlement wrong, Settlement right)
    {
        foreach ((Id<CommissionPlan> plan, LocalDate day, Money amount) in wrong.CommissionMovements())
        {
            AddPaid(plan, day, -amount);
        }

        foreach ((Id<CommissionPlan> plan, LocalDate day, Money amount) in right.CommissionMovements())
        {
            AddPaid(plan, day, amount);
        }

        Money carried = CommissionCarried + (right.Closing.CommissionCarried - right.Opening.CommissionCarried) - (wrong.Closing.CommissionCarried - wrong.Opening.CommissionCarried);
        CommissionCarried = carried.IsNegative ? Money.Zero(Balance.Currency) : carried;
        Balance += carried - CommissionCarried;
    }
}
