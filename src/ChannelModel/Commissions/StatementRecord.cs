using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>A statement as it is stored: its facts, the rules that matter for its arithmetic, its lines and its total, readable and checkable without the plan.</summary>
/// <remarks>
/// <para>
/// The canonical text has a row a line, ended by a line feed, with cells separated by tabs. The facts and rules carry a SHA-256, the lines another;
/// both find errors, not forgery. Beyond them <see cref="Verify()"/> does the arithmetic again.
/// </para>
/// <para>In a ledger it stands for the statement that it is the record of. Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class StatementRecord : LedgerDocument
{
    private readonly IReadOnlyList<string> _problems;

    private StatementRecord(string text, RecordRows rows, IReadOnlyList<string> problems)
        : base(rows.Payee, rows.Total)
    {
        Text = text;
        Rows = rows;
        _problems = problems;
    }

    /// <summary>Gets the canonical text.</summary>
    public string Text { get; }

    /// <summary>Gets the period, both ends included.</summary>
    public DateInterval Period => Rows.Period;

    /// <summary>Gets the name of the plan.</summary>
    public Id<CommissionPlan> Plan => Rows.Plan;

    /// <summary>Gets the number of the plan's version.</summary>
    public int Version => Rows.Version;

    /// <summary>Gets which date of a sale chose the version.</summary>
    public DateAnchor Anchor => Rows.Anchor;

    /// <summary>Gets the date that was looked up.</summary>
    public LocalDate AsOf => Rows.AsOf;

    /// <summary>Gets the lines; they add up to the total.</summary>
    public IReadOnlyList<StatementLine> Lines => Rows.Lines;

    /// <summary>Gets what caps left over and the plan carries.</summary>
    public Money Carried => Rows.Carried;

    private RecordRows Rows { get; }

    /// <summary>Makes the record of a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="statement"/> is <see langword="null"/>.</exception>
    public static StatementRecord Of(CommissionStatement statement) => Parse(RecordText.Write(Guard.Against.Null(statement)));

    /// <summary>Reads a canonical text. A text with wrong numbers is read too: <see cref="Verify()"/> finds them.</summary>
    /// <param name="text">What <see cref="CommissionStatement.ToRecord"/> wrote.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a record of version 2; the message says where.</exception>
    public static StatementRecord Parse(string text)
    {
        var problems = new List<string>();
        return RecordRows.Read(Guard.Against.Null(text), problems) is RecordRows rows
            ? new StatementRecord(text, rows, problems)
            : throw new FormatException(string.Join(" ", problems));
    }

    /// <summary>Re-checks a text from itself alone.</summary>
    /// <param name="record">What <see cref="CommissionStatement.ToRecord"/> wrote.</param>
    /// <returns>What is wrong; nothing if it holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<string> Verify(string record)
    {
        var problems = new List<string>();
        return RecordRows.Read(Guard.Against.Null(record), problems) is RecordRows rows ? new StatementRecord(record, rows, problems).Verify() : problems;
    }

    /// <summary>
    /// Re-checks the record from itself alone: both hashes; portion x rate of every tier; minima, maxima, gates, accelerators, rounding, caps, floors, returns, what was earned or paid
    /// before; and the sum.
    /// </summary>
    /// <returns>What is wrong; nothing if it holds.</returns>
    public override IReadOnlyList<string> Verify() => [.. _problems, .. new StatementArithmetic(Rows).Check()];

    /// <inheritdoc/>
    internal override string Fingerprint() => RecordRow.Hash(Text.Split('\n').Where(row => row.StartsWith("fact\t", StringComparison.Ordinal)));

    /// <summary>Writes the statement as a person reads it.</summary>
    /// <param name="language">The language.</param>
    /// <returns>Several lines, the amounts at the right.</returns>
    public string ToText(Language language) => StatementText.Whole(Payee, Period, Plan, Version, Anchor, AsOf, Lines, Total, language);

    /// <summary>Returns the canonical text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
