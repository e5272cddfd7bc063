using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;

namespace ChannelModel.Contracts;

/// <summary>Turns the lines of a settlement into journal lines. Each is a pair, so the journal balances line by line.</summary>
internal static class Journal
{
    public static IReadOnlyList<JournalLine> Of(Settlement settlement)
    {
        var journal = new List<JournalLine>();
        string prefix = $"{settlement.Contract.Id} {Dates.Text(settlement.Period.Start)} ";
        foreach (SettlementLine line in settlement.Lines)
        {
            string reference = prefix + line.Id;
            switch (line.Kind)
            {
                case SettlementLineKind.Commission or SettlementLineKind.Clawback:
                    Pair(journal, JournalAccount.CommissionExpense, JournalAccount.PartnerPayable, line.Amount, reference);
                    break;
                case SettlementLineKind.GuaranteeTopUp:
                    bool isOwed = settlement.Contract.AsOf(settlement.Period.End).Terms.Advance?.Kind is DrawKind.Recoverable or DrawKind.BalanceForgiven or DrawKind.AdvanceOnTop;
                    Pair(journal, isOwed ? JournalAccount.AdvanceReceivable : JournalAccount.GuaranteeExpense, JournalAccount.PartnerPayable, line.Amount, reference);
                    break;
                case SettlementLineKind.Bonus:
                    Pair(journal, JournalAccount.BonusExpense, JournalAccount.PartnerPayable, line.Amount, reference);
                    break;
                case SettlementLineKind.HoldbackReleased or SettlementLineKind.Holdback:
                    Pair(journal, JournalAccount.HoldbackPayable, JournalAccount.PartnerPayable, line.Amount, reference);
                    break;
                case SettlementLineKind.Recoupment:
                    Pair(journal, JournalAccount.AdvanceReceivable, JournalAccount.PartnerPayable, line.Amount, reference);
                    break;
                case SettlementLineKind.AdvanceForgiven:
                    Pair(journal, JournalAccount.GuaranteeExpense, JournalAccount.AdvanceReceivable, line.Forgiven!.Value, reference);
                    break;
                case SettlementLineKind.Compensation:
                    Pair(journal, JournalAccount.CompensationIncome, JournalAccount.PartnerPayable, line.Amount, reference);
                    break;
                case SettlementLineKind.MetFromDeposit:
                    Pair(journal, JournalAccount.DepositLiability, JournalAccount.PartnerPayable, line.Amount, reference);
                    break;
                default:
                    break; // what was carried is booked already, and a judgement moves no money
            }
        }

        foreach (DepositEvent movement in settlement.DepositMovements.Where(e => e.Kind != DepositEventKind.Forfeited))
        {
            Pair(journal, JournalAccount.Cash, JournalAccount.DepositLiability, movement.Change, $"{prefix}deposit/{StatementLine.Number(movement.Number)}");
        }

        return journal;
    }

    public static void Pair(List<JournalLine> journal, JournalAccount debit, JournalAccount credit, Money amount, string reference)
    {
        if (amount.IsZero)
        {
            return;
        }

        (JournalAccount left, JournalAccount right) = amount.IsNegative ? (credit, debit) : (debit, credit);
        Money positive = amount.IsNegative ? -amount : amount;
        journal.Add(new JournalLine(left, JournalSide.Debit, positive, reference));
        journal.Add(new JournalLine(right, JournalSide.Credit, positive, reference));
    }
}
