using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Internal;

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
    public string ToRecord() => StatementRecord.Write(this);

    /// <summary>Re-checks the statement from its own record.</summary>
    /// <returns>What is wrong; nothing if it holds.</returns>
    public IReadOnlyList<string> Verify() => StatementRecord.Verify(ToRecord());

    /// <inheritdoc/>
    internal override string Fingerprint() => StatementRecord.FactsHash(Facts, Rules);

    /// <summary>Writes the statement as a person reads it.</summary>
    /// <param name="language">The language.</param>
    /// <returns>Several lines, the amounts at the right.</returns>
    public string ToText(Language language)
    {
        bool zh = language == Language.SimplifiedChinese;
        var rows = new List<(string Text, string Amount)>(Lines.Count + 1);
        rows.AddRange(Lines.Select(line => (line.Text(language), Exact.Format(line.Amount.Amount, Total.Currency.MinorUnits ?? 0, " "))));
        rows.Add((zh ? "合计" : "Total", Exact.Format(Total.Amount, Total.Currency.MinorUnits ?? 0, " ")));
        int width = rows.Max(row => row.Text.Length);
        int amounts = rows.Max(row => row.Amount.Length);
        string head = zh
            ? FormattableString.Invariant($"{Facts.Payee}，{Facts.Period.Start:uuuu-MM-dd} 至 {Facts.Period.End:uuuu-MM-dd}，方案 {Rules.Plan.Name} 第{Rules.Version}版（{Rules.Anchor} {Rules.AsOf:uuuu-MM-dd}），{Total.Currency}")
            : FormattableString.Invariant($"{Facts.Payee}, {Facts.Period.Start:uuuu-MM-dd} to {Facts.Period.End:uuuu-MM-dd}, plan {Rules.Plan.Name} version {Rules.Version} ({Rules.Anchor} date {Rules.AsOf:uuuu-MM-dd}), {Total.Currency}");
        return head + "\n" + string.Join("\n", rows.Select(row => row.Text.PadRight(width) + "  " + row.Amount.PadLeft(amounts)));
    }
}
