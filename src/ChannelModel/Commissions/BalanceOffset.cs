using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>Amounts owed by a payee set off against amounts owed to the payee, oldest first, never below 0.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class BalanceOffset
{
    private BalanceOffset(IReadOnlyList<Money> taken, IReadOnlyList<Money> paid, IReadOnlyList<Money> open)
    {
        Taken = taken;
        Paid = paid;
        Open = open;
    }

    /// <summary>Gets what is taken off each payable.</summary>
    public IReadOnlyList<Money> Taken { get; }

    /// <summary>Gets what is paid of each payable.</summary>
    public IReadOnlyList<Money> Paid { get; }

    /// <summary>Gets what stays open of each receivable.</summary>
    public IReadOnlyList<Money> Open { get; }

    /// <summary>Sets off, oldest first on both sides.</summary>
    /// <param name="receivables">What the payee owes, oldest first, each at or above 0.</param>
    /// <param name="payables">What is owed to the payee, oldest first, each at or above 0.</param>
    /// <returns>The result; taken + paid is each payable, and the sum taken is the sum of receivables less what stays open.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An amount is below 0.</exception>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static BalanceOffset OldestFirst(IEnumerable<Money> receivables, IEnumerable<Money> payables)
    {
        List<Money> open = [.. Guard.Against.Null(receivables)];
        Money[] due = [.. Guard.Against.Null(payables)];
        foreach (Money amount in open.Concat(due))
        {
            if (amount.IsNegative)
            {
                throw new ArgumentOutOfRangeException(nameof(receivables), amount, "Expected amounts at or above 0.");
            }
        }

        var taken = new Money[due.Length];
        for (int i = 0; i < due.Length; i++)
        {
            taken[i] = Money.Zero(due[i].Currency);
            for (int j = 0; j < open.Count; j++)
            {
                Money rest = due[i] - taken[i];
                Money part = rest < open[j] ? rest : open[j];
                taken[i] += part;
                open[j] -= part;
            }
        }

        return new BalanceOffset(taken, [.. due.Select((amount, i) => amount - taken[i])], open);
    }
}
