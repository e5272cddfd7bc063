using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>A settlement as its record has it, with the records of the commission statements behind it: what a ledger that was stored has in the place of the settlement.</summary>
/// <remarks>It needs no contract: a settlement itself is made again from its contract, facts and account. Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class RecordedSettlement : LedgerDocument
{
    private RecordedSettlement(string text, (Id<PartnerContract> Contract, Id<Payee> Payee, DateInterval Period, Money Total) head, IReadOnlyList<StatementRecord> commissions)
        : base(head.Payee, head.Total)
    {
        Text = text;
        Contract = head.Contract;
        Period = head.Period;
        Commissions = commissions;
    }

    /// <summary>Gets the canonical text, as <see cref="Settlement.ToRecord"/> wrote it.</summary>
    public string Text { get; }

    /// <summary>Gets the id of the contract.</summary>
    public Id<PartnerContract> Contract { get; }

    /// <summary>Gets the settled days, both ends included.</summary>
    public DateInterval Period { get; }

    /// <summary>Gets the records of the commission statements, one for each settled part that pays commission.</summary>
    public IReadOnlyList<StatementRecord> Commissions { get; }

    /// <summary>Makes the record of a settlement.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settlement"/> is <see langword="null"/>.</exception>
    public static RecordedSettlement Of(Settlement settlement) => Parse(Guard.Against.Null(settlement).ToRecord(), settlement.Commissions.Select(StatementRecord.Of));

    /// <summary>Reads a canonical text. A text with wrong numbers is read too: <see cref="Verify"/> finds them.</summary>
    /// <param name="text">What <see cref="Settlement.ToRecord"/> wrote.</param>
    /// <param name="commissions">The records of its commission statements, in order.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a record of version 2.</exception>
    public static RecordedSettlement Parse(string text, IEnumerable<StatementRecord> commissions) =>
        new(text, SettlementRecord.Head(Guard.Against.Null(text)), [.. Guard.Against.Null(commissions)]);

    /// <summary>Re-checks the record from itself alone, each commission statement from itself alone, and that the statements are those of the record.</summary>
    /// <returns>What is wrong; nothing if all holds.</returns>
    public override IReadOnlyList<string> Verify()
    {
        List<string> problems = [.. SettlementRecord.Verify(Text), .. Commissions.SelectMany(statement => statement.Verify())];
        if (!SettlementRecord.CommissionHashes(Text).SequenceEqual(Commissions.Select(statement => RecordRow.Hash([statement.Text])), StringComparer.Ordinal))
        {
            problems.Add("The commission statements are not those of the record.");
        }

        return problems;
    }

    /// <summary>Returns the contract and the days.</summary>
    /// <returns>The contract's id and both days.</returns>
    public override string ToString() => $"{Contract} {Dates.Text(Period)}";

    /// <inheritdoc/>
    internal override string Fingerprint() => RecordRow.Hash([Text]);
}
