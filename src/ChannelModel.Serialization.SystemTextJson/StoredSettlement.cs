using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Contracts;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>A settlement as it was stored: who is owed what for which period, the lines and journal lines behind it, and the record that re-checks them.</summary>
/// <remarks>
/// <para>It needs no contract: a settlement itself is made again from its contract, facts and account. Equality is by reference.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class StoredSettlement
{
    internal StoredSettlement(
        Id<PartnerContract> contract,
        Id<Partner> partner,
        DateInterval period,
        StoredSettlementTotals totals,
        IReadOnlyList<StoredSettlementLine> lines,
        IReadOnlyList<StatementRecord> commissions,
        IReadOnlyList<StoredJudgement> judgements,
        IReadOnlyList<StoredDepositMovement> depositMovements,
        IReadOnlyList<StoredJournalLine> journal,
        string record)
    {
        Contract = contract;
        Partner = partner;
        Period = period;
        Totals = totals;
        Lines = lines;
        Commissions = commissions;
        Judgements = judgements;
        DepositMovements = depositMovements;
        Journal = journal;
        Record = record;
    }

    /// <summary>Gets the id of the contract.</summary>
    public Id<PartnerContract> Contract { get; }

    /// <summary>Gets the id of the partner.</summary>
    public Id<Partner> Partner { get; }

    /// <summary>Gets the days that are settled; both ends are included.</summary>
    public DateInterval Period { get; }

    /// <summary>Gets the amounts at the foot of the settlement, and the deposit before and after.</summary>
    public StoredSettlementTotals Totals { get; }

    /// <summary>Gets the lines; they add up to what is due.</summary>
    public IReadOnlyList<StoredSettlementLine> Lines { get; }

    /// <summary>Gets the commission statements behind the lines, one for each settled part, with the sales facts they rest on.</summary>
    public IReadOnlyList<StatementRecord> Commissions { get; }

    /// <summary>Gets how each commitment was judged.</summary>
    public IReadOnlyList<StoredJudgement> Judgements { get; }

    /// <summary>Gets what moved on the deposit.</summary>
    public IReadOnlyList<StoredDepositMovement> DepositMovements { get; }

    /// <summary>Gets the journal lines; debits and credits balance.</summary>
    public IReadOnlyList<StoredJournalLine> Journal { get; }

    /// <summary>Gets the canonical text, as <see cref="Settlement.ToRecord"/> wrote it.</summary>
    public string Record { get; }

    /// <summary>Takes what is stored of a settlement.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <returns>What <see cref="SettlementJson"/> writes of it and reads back.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settlement"/> is <see langword="null"/>.</exception>
    public static StoredSettlement Of(Settlement settlement)
    {
        Guard.Against.Null(settlement);
        return new StoredSettlement(
            settlement.Contract.Id,
            settlement.Contract.Partner.Id,
            settlement.Period,
            new StoredSettlementTotals(
                settlement.Opening.Balance, settlement.NetDue, settlement.Paid, settlement.Carried, settlement.Opening.Deposit.Held, settlement.Closing.Deposit.Held, settlement.DepositShortfall),
            [.. settlement.Lines.Select(line => new StoredSettlementLine(line.Id, line.Kind, line.Amount, line.Text, line.Evidence))],
            [.. settlement.Commissions.Select(StatementRecord.Of)],
            [.. settlement.Results.Select(StoredJudgement.Of)],
            [.. settlement.DepositMovements.Select(moved => new StoredDepositMovement(moved.Date, moved.Kind, moved.Amount, moved.Unmet, moved.Reference))],
            [.. settlement.Journal.Select(line => new StoredJournalLine(line.Account.Code, line.Side, line.Amount, line.Reference))],
            settlement.ToRecord());
    }

    /// <summary>Re-checks the record from itself alone, each commission statement from itself alone, and everything beside the record against it.</summary>
    /// <returns>What is wrong; nothing if all holds.</returns>
    public IReadOnlyList<string> Verify() => [.. SettlementRecord.Verify(Record), .. Commissions.SelectMany(statement => statement.Verify()), .. StoredSettlementCheck.Differences(this)];

    /// <summary>Returns the contract and the period.</summary>
    /// <returns>The contract's id and both days.</returns>
    public override string ToString() => $"{Contract} {ContractBookWriter.Date(Period.Start)} to {ContractBookWriter.Date(Period.End)}";
}
