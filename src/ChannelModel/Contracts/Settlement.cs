using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>A period of a contract, settled: what is due and why, line by line, what the deposit did beside it, and what is carried.</summary>
/// <remarks>
/// <para>
/// Net due = opening balance + commission + guarantee top-up + bonuses + holdback released - holdback - recoupment - clawback - compensation not met from the deposit. Above 0 it is paid;
/// below 0 it is carried.
/// </para>
/// <para>
/// As a document of a ledger its total is what the period adds, net due less the opening balance, so that the ledger's net is what was paid plus what is carried. Equality is by reference.
/// Immutable, hence safe for use by several threads.
/// </para>
/// </remarks>
public sealed class Settlement : LedgerDocument
{
    internal Settlement(
        PartnerContract contract,
        DateInterval period,
        IReadOnlyList<ContractFact> facts,
        IReadOnlyList<UnusedFact> unused,
        IReadOnlyList<CommissionStatement> commissions,
        IReadOnlyList<CommitmentResult> results,
        IReadOnlyList<SettlementLine> lines,
        Money netDue,
        ContractAccount opening,
        ContractAccount closing)
        : base(contract.Partner.Payee, netDue - opening.Balance)
    {
        Contract = contract;
        Period = period;
        Facts = facts;
        Unused = unused;
        Commissions = commissions;
        Results = results;
        Lines = lines;
        NetDue = netDue;
        Opening = opening;
        Closing = closing;
        DepositMovements = [.. closing.Deposit.Events.Skip(opening.Deposit.Events.Count)];
        Journal = Contracts.Journal.Of(this);
    }

    /// <summary>Gets the contract.</summary>
    public PartnerContract Contract { get; }

    /// <summary>Gets the settled days, both ends included.</summary>
    public DateInterval Period { get; }

    /// <summary>Gets the facts it was made from: those that concern its days, in the order given.</summary>
    public IReadOnlyList<ContractFact> Facts { get; }

    /// <summary>Gets the facts of these or earlier days that no settlement has taken in, in the order given: those that came after their days were settled, and those that nothing agreed asks for.</summary>
    public IReadOnlyList<UnusedFact> Unused { get; }

    /// <summary>Gets the commission statements, one for each settled part.</summary>
    public IReadOnlyList<CommissionStatement> Commissions { get; }

    /// <summary>Gets all commitments that were judged, in the order of time.</summary>
    public IReadOnlyList<CommitmentResult> Results { get; }

    /// <summary>Gets the breaches among them, with their evidence.</summary>
    public IReadOnlyList<CommitmentResult> Breaches => [.. Results.Where(result => result.IsBreach)];

    /// <summary>Gets the lines; they add up to the net due exactly.</summary>
    public IReadOnlyList<SettlementLine> Lines { get; }

    /// <summary>Gets what is due to the partner; below 0, what the partner owes.</summary>
    public Money NetDue { get; }

    /// <summary>Gets what is paid: the net due, if it is above 0.</summary>
    public Money Paid => NetDue.IsNegative ? Money.Zero(NetDue.Currency) : NetDue;

    /// <summary>Gets what is carried into the next settlement: 0, or below 0 what the partner owes.</summary>
    public Money Carried => NetDue - Paid;

    /// <summary>Gets what the deposit did in these days, beside the lines.</summary>
    public IReadOnlyList<DepositEvent> DepositMovements { get; }

    /// <summary>Gets what the deposit lacks to its level at the end of the period; 0 where it has it, or where no deposit is agreed.</summary>
    public Money DepositShortfall
    {
        get
        {
            Money due = Contract.DepositDueBy(Closing, Period.End);
            return due > Closing.Deposit.Held ? due - Closing.Deposit.Held : Money.Zero(NetDue.Currency);
        }
    }

    /// <summary>Gets what stood open before.</summary>
    public ContractAccount Opening { get; }

    /// <summary>Gets what stands open after: the next settlement takes it in.</summary>
    public ContractAccount Closing { get; }

    /// <summary>Gets the journal lines; debits equal credits.</summary>
    public IReadOnlyList<JournalLine> Journal { get; }

    /// <summary>Gets what is forgiven of advances in these days: no longer owed; 0 or more.</summary>
    public Money Forgiven => Money.Sum(Lines.Select(line => line.Forgiven).OfType<Money>(), NetDue.Currency);

    internal Money SumWithoutDeposit =>
        Money.Sum(Lines.Where(line => line.Kind is not (SettlementLineKind.OpeningBalance or SettlementLineKind.MetFromDeposit)).Select(line => line.Amount), NetDue.Currency);

    /// <summary>Adds up the lines of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The signed sum.</returns>
    public Money Sum(SettlementLineKind kind) => Money.Sum(Lines.Where(line => line.Kind == kind).Select(line => line.Amount), NetDue.Currency);

    /// <summary>Writes the settlement as its own record: text that <see cref="SettlementRecord.Verify(string)"/> re-checks without the contract.</summary>
    /// <returns>The text.</returns>
    public string ToRecord() => SettlementRecord.Write(this);

    /// <summary>Re-checks the settlement from its own record, and each commission statement from its own.</summary>
    /// <returns>What is wrong; nothing if it holds.</returns>
    public override IReadOnlyList<string> Verify() => [.. SettlementRecord.Verify(ToRecord()), .. Commissions.SelectMany(statement => statement.Verify())];

    /// <summary>Writes the settlement as a person reads it, the commission statements not unfolded.</summary>
    /// <param name="language">The language.</param>
    /// <returns>Several lines, the amounts before the sentences.</returns>
    public string ToText(Language language) => SettlementText.Of(this, language);

    /// <inheritdoc/>
    internal override string Fingerprint() => RecordRow.Hash([ToRecord()]);

    internal IEnumerable<KeyValuePair<string, Money>> CostByCommitment() => Results
        .Where(result => !result.Compensation.IsZero)
        .GroupBy(result => result.Commitment.Code, StringComparer.Ordinal)
        .Select(group => new KeyValuePair<string, Money>(group.Key, Money.Sum(group.Select(result => result.Compensation), NetDue.Currency)));

    /// <summary>What each plan paid or took back, and the first day of the part.</summary>
    internal IEnumerable<(Id<CommissionPlan> Plan, LocalDate Day, Money Amount)> CommissionMovements()
    {
        foreach (CommissionStatement statement in Commissions)
        {
            LocalDate day = statement.Facts.Period.Start;
            yield return (statement.Rules.Plan.Name, day, statement.Total);
            string clawbacks = $"clawback/{Dates.Text(day)}/";
            foreach (SettlementLine line in Lines.Where(line => line.Kind == SettlementLineKind.Clawback && line.Id.StartsWith(clawbacks, StringComparison.Ordinal)))
            {
                yield return (statement.Rules.Plan.Name, day, line.Amount);
            }
        }
    }

    internal static string Amount(Money amount) => Exact.Format(amount.Amount, amount.Currency.MinorUnits ?? 0, " ");
}
