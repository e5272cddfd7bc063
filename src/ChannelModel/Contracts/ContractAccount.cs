using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>What stands open between the parties of a contract after a settlement: the deposit, the carried balance, what is held back and what is owed of advances.</summary>
/// <remarks>
/// <see cref="PartnerContract.Open"/> makes the first, and <see cref="PartnerContract.OpenAfter"/> one of a contract that was settled elsewhere so far. Equality is by reference. Immutable, hence
/// safe for use by several threads: each settlement gives another.
/// </remarks>
public sealed partial class ContractAccount
{
    internal ContractAccount(PartnerContract contract)
    {
        Contract = contract.Id;
        Deposit = DepositAccount.Open(contract.Currency);
        SettledPer = contract.SettledPer;
        Balance = Advance = CommissionCarried = Money.Zero(contract.Currency);
    }

    internal ContractAccount(ContractAccount other)
    {
        Contract = other.Contract;
        Deposit = other.Deposit;
        DepositLevel = other.DepositLevel;
        Balance = other.Balance;
        Holdbacks = other.Holdbacks;
        Advance = other.Advance;
        Compensations = other.Compensations;
        CommissionCarried = other.CommissionCarried;
        CommissionsPaid = other.CommissionsPaid;
        SettledPer = other.SettledPer;
        Taken = other.Taken;
        SettledThrough = other.SettledThrough;
        Version = other.Version;
        Parts = other.Parts;
    }

    /// <summary>Gets the contract.</summary>
    public Id<PartnerContract> Contract { get; }

    /// <summary>Gets the deposit.</summary>
    public DepositAccount Deposit { get; internal set; }

    /// <summary>Gets what the deposit should hold; <see langword="null"/> where none is agreed, or before the first settlement.</summary>
    public Money? DepositLevel { get; internal set; }

    /// <summary>Gets what is carried into the next settlement: 0, below 0 what the partner owes, or above 0 what a correction left to be paid.</summary>
    public Money Balance { get; internal set; }

    /// <summary>Gets what is held back, oldest first.</summary>
    public IReadOnlyList<HeldBack> Holdbacks { get; internal set; } = [];

    /// <summary>Gets what is owed of advances; 0 or more.</summary>
    public Money Advance { get; internal set; }

    /// <summary>Gets what shortfalls have cost in the term so far, by the code of the commitment.</summary>
    public IReadOnlyList<KeyValuePair<string, Money>> Compensations { get; internal set; } = [];

    /// <summary>Gets what caps of commission plans left over and carry: owed, and handed to the next part's sales facts until there is room for it; 0 or more.</summary>
    public Money CommissionCarried { get; internal set; }

    /// <summary>Gets what was paid as commission in the calendar spans longer than a part, and to date, by plan: what caps of such spans and true-ups ask for. Amendments under the same name of the plan go on with it.</summary>
    public IReadOnlyList<CommissionPaid> CommissionsPaid { get; internal set; } = [];

    /// <summary>Gets the last day that is settled; <see langword="null"/> before the first settlement.</summary>
    public LocalDate? SettledThrough { get; internal set; }

    /// <summary>Gets what the contract settles at a time. Spans that are longer are kept in <see cref="CommissionsPaid"/>.</summary>
    public Cycle SettledPer { get; }

    /// <summary>Gets the number of the contract's version that the last settled part was settled by, from 1: its deposit level is in force. 0 before the first settlement.</summary>
    public int Version { get; internal set; }

    /// <summary>Gets how many parts were settled, 0 or more: guarantees and advances count periods by it.</summary>
    public int Parts { get; internal set; }

    /// <summary>Gets the keys of the facts that settlements have taken in: of each a SHA-256 of all that it states, 64 digits from 0 to f. By them a fact that comes too late is told from one that was used.</summary>
    public IReadOnlyList<string> Taken { get; internal set; } = [];

    internal Money CompensationOf(string code)
    {
        foreach (KeyValuePair<string, Money> spent in Compensations)
        {
            if (spent.Key == code)
            {
                return spent.Value;
            }
        }

        return Money.Zero(Balance.Currency);
    }

    internal void AddCompensation(string code, Money amount) =>
        Compensations = [.. Compensations.Where(spent => spent.Key != code), new KeyValuePair<string, Money>(code, CompensationOf(code) + amount)];

    /// <summary>Takes back what a settlement did and does what the right one does. The closed period stays as it is; the difference goes into today's balance.</summary>
    /// <param name="wrong">A settlement of this contract whose effects are in this account.</param>
    /// <param name="right">The settlement of the same days under the facts as they are.</param>
    /// <param name="on">The day of the correction, not before the deposit's last event.</param>
    /// <returns>The account. Its deposit has a reversal for each forfeiture of the wrong settlement, and those of the right one; what the deposit cannot meet any more is carried. Payments into and out of the deposit are not touched: those are reversed in the deposit itself. Commission that was carried and is paid already is taken off the balance; what was recouped of an advance that was none is added to it.</returns>
    /// <exception cref="ArgumentException">The settlements are not of this contract and the same days, or the day is too early.</exception>
    public ContractAccount Correct(Settlement wrong, Settlement right, LocalDate on)
    {
        Guard.Against.Null(wrong);
        Guard.Against.Null(right);
        if (wrong.Contract.Id != Contract || right.Contract.Id != Contract || wrong.Period != right.Period)
        {
            throw new ArgumentException($"The settlements are of {wrong.Contract.Id}, {Dates.Text(wrong.Period)}, and {right.Contract.Id}, {Dates.Text(right.Period)}; expected the same days of {Contract}.", nameof(right));
        }

        string reference = $"correction of {Dates.Text(wrong.Period)}";
        DepositAccount deposit = Deposit;
        Money metBefore = Money.Zero(Balance.Currency);
        foreach (DepositEvent forfeited in wrong.DepositMovements.Where(e => e.Kind == DepositEventKind.Forfeited))
        {
            DepositEvent? open = deposit.Events.FirstOrDefault(e => e.Kind == DepositEventKind.Forfeited && e.Reverses is null && e.Reference == forfeited.Reference && e.Commitment == forfeited.Commitment
                && e.Amount + e.Unmet == forfeited.Amount + forfeited.Unmet && !deposit.Events.Any(other => other.Reverses == e.Number));
            deposit = open is null
                ? throw new ArgumentException($"The forfeiture for '{forfeited.Commitment}', {forfeited.Reference}, is not in this account, or was reversed.", nameof(wrong))
                : deposit.Reverse(open.Number, on, reference);
            metBefore += open.Amount;
        }

        // What the deposit had met, and what it meets now; the rest is carried.
        Money metNow = Money.Zero(Balance.Currency);
        foreach (DepositEvent forfeited in right.DepositMovements.Where(e => e.Kind == DepositEventKind.Forfeited))
        {
            deposit = deposit.Forfeit(on, forfeited.Amount + forfeited.Unmet, forfeited.Reference, forfeited.Commitment);
            metNow += deposit.Events[deposit.Events.Count - 1].Amount;
        }

        Money gross = right.SumWithoutDeposit - wrong.SumWithoutDeposit;
        bool IsReleased(HeldBack held) => SettledThrough is LocalDate last && (held.ReleaseOn <= last || last == right.Contract.Term.End);
        List<HeldBack> takenBack = [.. wrong.Closing.Holdbacks.Where(held => wrong.Period.Contains(held.HeldOn))];
        List<HeldBack> heldNow = [.. right.Closing.Holdbacks.Where(held => right.Period.Contains(held.HeldOn))];
        Money released = Money.Sum(heldNow.Where(IsReleased).Select(held => held.Amount), Balance.Currency) - Money.Sum(takenBack.Where(IsReleased).Select(held => held.Amount), Balance.Currency);

        // Nothing below 0 is owed of advances: what was recouped of one that was none is paid back.
        Money advance = Advance + (right.Closing.Advance - right.Opening.Advance) - (wrong.Closing.Advance - wrong.Opening.Advance);
        Money recoupedTooMuch = advance.IsNegative ? -advance : Money.Zero(Balance.Currency);
        var corrected = new ContractAccount(this)
        {
            Deposit = deposit,
            DepositLevel = DepositLevel == wrong.Closing.DepositLevel ? right.Closing.DepositLevel : DepositLevel,
            Balance = Balance + gross + metNow - metBefore + released + recoupedTooMuch,
            Advance = advance + recoupedTooMuch,
            Holdbacks = [.. Holdbacks.Where(held => !wrong.Period.Contains(held.HeldOn)).Concat(heldNow.Where(held => !IsReleased(held))).OrderBy(held => held.HeldOn)],
        };
        corrected.CorrectCommission(wrong, right);
        IReadOnlyList<string> without = TakenFacts.Remove(Taken, wrong.Facts.Select(fact => TakenFacts.Key(wrong.Contract, fact)));
        corrected.Taken = TakenFacts.Add(without, right.Facts.Select(fact => TakenFacts.Key(right.Contract, fact)));
        foreach (KeyValuePair<string, Money> spent in wrong.CostByCommitment())
        {
            corrected.AddCompensation(spent.Key, -spent.Value);
        }

        foreach (KeyValuePair<string, Money> spent in right.CostByCommitment())
        {
            corrected.AddCompensation(spent.Key, spent.Value);
        }

        return corrected;
    }
}
