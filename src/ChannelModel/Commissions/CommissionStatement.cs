using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Commissions;

/// <summary>What is due to one payee for one period, line by line, with the plan, its version, and the facts it was made from.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class CommissionStatement : LedgerDocument
{
    internal CommissionStatement(ResolvedPlan rules, CommissionFacts facts, IReadOnlyList<StatementLine> lines, Money total, Money carried)
        : base(facts.Payee, total)
    {
        Rules = rules;
        Facts = facts;
        Lines = lines;
        Carried = carried;
    }

    /// <summary>Gets the rules: plan, version, and the date that chose it.</summary>
    public ResolvedPlan Rules { get; }

    /// <summary>Gets the facts.</summary>
    public CommissionFacts Facts { get; }

    /// <summary>Gets the lines; they add up to the total exactly.</summary>
    public IReadOnlyList<StatementLine> Lines { get; }

    /// <summary>Gets what caps left over and the plan carries; the next facts take it in.</summary>
    public Money Carried { get; }

    /// <summary>Adds up the lines of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The signed sum.</returns>
    public Money Sum(LineKind kind) => Money.Sum(Lines.Where(line => line.Kind == kind).Select(line => line.Amount), Total.Currency);

    /// <summary>Adds up what one tier earned in this period: its portions, flat amounts, minimum and maximum, less what it had earned before.</summary>
    /// <param name="tier">From 1.</param>
    /// <returns>The signed sum.</returns>
    public Money SumOfTier(int tier) => Money.Sum(Lines.Where(line => line.Tier == tier).Select(line => line.Amount), Total.Currency);

    /// <summary>Adds up what one record earned.</summary>
    /// <param name="record">The id of the record.</param>
    /// <returns>The signed sum.</returns>
    public Money SumOfRecord(string record) => Money.Sum(Lines.Where(line => string.Equals(line.Record, record, StringComparison.Ordinal)).Select(line => line.Amount), Total.Currency);

    /// <summary>Adds up what takes off earnings before the period: the reversal half of "reversal and rebooking".</summary>
    /// <returns>The signed sum, usually below 0.</returns>
    public Money SumOfPrior() => Money.Sum(Lines.Where(line => line.IsPrior).Select(line => line.Amount), Total.Currency);

    /// <summary>Writes the statement as its own record: text that <see cref="StatementRecord.Verify(string)"/> re-checks without the plan.</summary>
    /// <returns>The text.</returns>
    public string ToRecord() => RecordText.Write(this);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Verify() => StatementRecord.Verify(ToRecord());

    /// <inheritdoc/>
    internal override string Fingerprint() => RecordText.FactsHash(Facts, Rules);

    /// <summary>Writes the statement as a person reads it.</summary>
    /// <param name="language">The language.</param>
    /// <returns>Several lines, the amounts at the right.</returns>
    public string ToText(Language language) => StatementText.Whole(Facts.Payee, Facts.Period, Rules.Plan.Name, Rules.Version, Rules.Anchor, Rules.AsOf, Lines, Total, language);
}
