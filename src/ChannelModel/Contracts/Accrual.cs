using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>What is earned and not settled yet at a cut-off: expense and income to date against one accrued payable, and the same taken back a day later.</summary>
/// <remarks>Deposits, holdbacks and advances are no expense and are not accrued. Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class Accrual
{
    internal Accrual(Settlement toDate)
    {
        ToDate = toDate;
        CutOff = toDate.Period.End;
        JournalAccount[] profitAndLoss = [JournalAccount.CommissionExpense, JournalAccount.GuaranteeExpense, JournalAccount.BonusExpense, JournalAccount.CompensationIncome];
        var lines = new List<JournalLine>();
        string[] forgiven = [.. toDate.Lines.Where(line => line.Kind == SettlementLineKind.AdvanceForgiven).Select(line => " " + line.Id)];
        foreach (JournalLine line in toDate.Journal.Where(line => profitAndLoss.Contains(line.Account) && !Array.Exists(forgiven, id => line.Reference.EndsWith(id, StringComparison.Ordinal))))
        {
            Contracts.Journal.Pair(lines, line.Account, JournalAccount.AccruedPayable, line.Signed, line.Reference);
        }

        Lines = lines;
        Reversal = [.. lines.Select(line => new JournalLine(line.Account, line.Side == JournalSide.Debit ? JournalSide.Credit : JournalSide.Debit, line.Amount, line.Reference))];
        Amount = Money.Sum(lines.Where(line => line.Account == JournalAccount.AccruedPayable).Select(line => -line.Signed), toDate.NetDue.Currency);
    }

    /// <summary>Gets the settlement of the days up to the cut-off, as if they were all.</summary>
    public Settlement ToDate { get; }

    /// <summary>Gets the last day that is accrued.</summary>
    public LocalDate CutOff { get; }

    /// <summary>Gets the day on which it is taken back: the day after.</summary>
    public LocalDate ReversedOn => CutOff.PlusDays(1);

    /// <summary>Gets what is owed, below 0 where the partner owes.</summary>
    public Money Amount { get; }

    /// <summary>Gets the journal lines at the cut-off; debits equal credits.</summary>
    public IReadOnlyList<JournalLine> Lines { get; }

    /// <summary>Gets the journal lines that take them back.</summary>
    public IReadOnlyList<JournalLine> Reversal { get; }
}
