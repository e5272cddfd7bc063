using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using ChannelModel.Internal;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Contracts;

/// <summary>The canonical text of a settlement, and the check of such a text from itself alone.</summary>
/// <remarks>
/// Rows end with a line feed, fields are separated by tabs, amounts are millionths. A SHA-256 covers all rows: it finds errors, not forgery. Beyond it the arithmetic is done again: the price of
/// every deviation, the sums, what the deposit holds, what is paid and carried, what is forgiven, what commission plans have paid and carry, and that the journal balances.
/// </remarks>
public static class SettlementRecord
{
    private const string HeadRow = "channelmodel-settlement\t2";

    /// <summary>Re-checks a record.</summary>
    /// <param name="record">What <see cref="Settlement.ToRecord"/> wrote.</param>
    /// <returns>What is wrong; nothing if it holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<string> Verify(string record)
    {
        Guard.Against.Null(record);
        string[] rows = record.Split('\n');
        if (rows.Length < 4 || rows[0] != HeadRow || rows[rows.Length - 1].Length != 0 || !rows[rows.Length - 2].StartsWith("sha256\t", StringComparison.Ordinal))
        {
            return ["This is not a settlement record of version 2."];
        }

        var problems = new List<string>();
        if (rows[rows.Length - 2] != "sha256\t" + RecordRow.Hash(rows.Take(rows.Length - 2)))
        {
            problems.Add("The rows do not match their SHA-256.");
        }

        ILookup<string, string[]> byKind = rows.Skip(1).Take(rows.Length - 3).Select(RecordRow.Cells).ToLookup(cells => cells[0], StringComparer.Ordinal);
        try
        {
            Recalculate(byKind, problems);
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or OverflowException or IndexOutOfRangeException or InvalidOperationException or DivideByZeroException)
        {
            problems.Add("A row is not of the form of this record.");
        }

        return problems;
    }

    /// <summary>The rows that say of what contract, payee and days a record is, and what it adds to a ledger.</summary>
    internal static (Id<PartnerContract> Contract, Id<Payee> Payee, DateInterval Period, Money Total) Head(string record)
    {
        if (!record.StartsWith(HeadRow + "\n", StringComparison.Ordinal))
        {
            throw new FormatException("This is not a settlement record of version 2.");
        }

        ILookup<string, string[]> rows = record.Split('\n').Select(RecordRow.Cells).ToLookup(cells => cells[0], StringComparer.Ordinal);
        try
        {
            string[] contract = One(rows, "contract", 6);
            string[] period = One(rows, "period", 3);
            string[] net = One(rows, "net", 5);
            if (!Currency.TryParse(contract[4], out Currency currency))
            {
                throw new FormatException($"'{contract[4]}' is no currency.");
            }

            var days = new DateInterval(LocalDatePattern.Iso.Parse(period[1]).Value, LocalDatePattern.Iso.Parse(period[2]).Value);
            return (new Id<PartnerContract>(contract[1]), new Id<Payee>(contract[2]), days, Money.OfMillionths(Read(net[2]), currency) - Money.OfMillionths(Read(net[1]), currency));
        }
        catch (Exception broken) when (broken is ArgumentException or OverflowException)
        {
            throw new FormatException("A row that says what the settlement is of is not of the form of this record: " + broken.Message, broken);
        }
    }

    /// <summary>The SHA-256 of the record of each commission statement behind a settlement, in order.</summary>
    internal static IEnumerable<string> CommissionHashes(string record) =>
        record.Split('\n').Where(row => row.StartsWith("commission\t", StringComparison.Ordinal)).Select(RecordRow.Cells).Select(cells => cells.Length > 5 ? cells[5] : string.Empty);

    internal static string Write(Settlement settlement)
    {
        PartnerContract contract = settlement.Contract;
        var rows = new List<string>
        {
            HeadRow,
            RecordRow.Of("contract", contract.Id.Value, contract.Partner.Id.Value, contract.Channel.Value, contract.Currency.Code, contract.Rounding.ToString()),
            RecordRow.Of("period", Dates.Text(settlement.Period.Start), Dates.Text(settlement.Period.End)),
            RecordRow.Of("unit", Number(BigInteger.Pow(10, Money.MaxScale - contract.Rounding.ScaleFor(contract.Currency))), Number((int)contract.Rounding.Mode)),
        };
        rows.AddRange(contract.Slices(settlement.Period).Select(slice => RecordRow.Of("part", Dates.Text(slice.Start), Dates.Text(slice.End), Number(contract.AsOf(slice.Start).Number))));
        rows.AddRange(settlement.Facts.Select(fact => fact.ToRow()));
        rows.AddRange(settlement.Commissions.Select(statement => RecordRow.Of("commission", Dates.Text(statement.Facts.Period.Start), statement.Rules.Plan.Name.Value, Number(statement.Rules.Version), Amount(statement.Total), RecordRow.Hash([statement.ToRecord()]), Amount(statement.Facts.CarriedIn ?? Money.Zero(contract.Currency)), Amount(statement.Carried))));
        rows.AddRange(settlement.Results.Select(Row));
        rows.AddRange(settlement.Lines.Select(Row));
        rows.AddRange(settlement.DepositMovements.Select(e => RecordRow.Of("deposit", Number(e.Number), Dates.Text(e.Date), e.Kind.ToString(), Amount(e.Change), Amount(e.Amount), Amount(e.Unmet), e.Reference, e.Commitment ?? string.Empty, e.Reverses is int other ? Number(other) : string.Empty)));
        rows.AddRange(settlement.Journal.Select(line => RecordRow.Of("journal", line.Account.Code, line.Side.ToString(), Amount(line.Amount), line.Reference)));
        rows.Add(RecordRow.Of("held", Amount(settlement.Opening.Deposit.Held), Amount(settlement.Closing.Deposit.Held), Amount(settlement.DepositShortfall)));
        rows.Add(RecordRow.Of("advance", Amount(settlement.Opening.Advance), Amount(settlement.Closing.Advance), Amount(settlement.Forgiven)));
        rows.Add(RecordRow.Of("excess", Amount(settlement.Closing.CommissionCarried - Money.Sum(settlement.Commissions.Select(Excess), contract.Currency)), Amount(settlement.Closing.CommissionCarried)));
        rows.AddRange(settlement.Closing.CommissionsPaid.Select(paid =>
        {
            Money moved = Money.Sum(settlement.CommissionMovements().Where(movement => movement.Plan == paid.Plan && paid.Span?.Contains(movement.Day) != false).Select(movement => movement.Amount), contract.Currency);
            return RecordRow.Of("paid", paid.Plan.Value, paid.Per.ToString(), paid.Span is null ? string.Empty : Dates.Text(paid.Span.Start), paid.Span is null ? string.Empty : Dates.Text(paid.Span.End), Amount(paid.Amount - moved), Amount(paid.Amount));
        }));
        rows.AddRange(settlement.Closing.Holdbacks.Select(held => RecordRow.Of("holdback", Dates.Text(held.HeldOn), Dates.Text(held.ReleaseOn), Amount(held.Amount))));
        rows.Add(RecordRow.Of("net", Amount(settlement.Opening.Balance), Amount(settlement.NetDue), Amount(settlement.Paid), Amount(settlement.Carried)));
        rows.Add("sha256\t" + RecordRow.Hash(rows));
        return string.Join("\n", rows) + "\n";
    }

    private static void Recalculate(ILookup<string, string[]> rows, List<string> problems)
    {
        string[] unit = One(rows, "unit", 3);
        string[] net = One(rows, "net", 5);
        string[] held = One(rows, "held", 4);
        BigInteger step = Read(unit[1]);
        if (step.Sign <= 0 || !int.TryParse(unit[2], NumberStyles.None, CultureInfo.InvariantCulture, out int mode) || mode > (int)RoundingMode.Floor)
        {
            throw new FormatException("The rounding is none.");
        }

        BigInteger sum = BigInteger.Zero;
        BigInteger fromDeposit = BigInteger.Zero;
        BigInteger commissions = BigInteger.Zero;
        BigInteger opening = BigInteger.Zero;
        foreach (string[] line in rows["line"])
        {
            BigInteger amount = Read(line[3]);
            sum += amount;
            fromDeposit += line[2] == nameof(SettlementLineKind.MetFromDeposit) ? amount : BigInteger.Zero;
            commissions += line[2] == nameof(SettlementLineKind.Commission) ? amount : BigInteger.Zero;
            opening += line[2] == nameof(SettlementLineKind.OpeningBalance) ? amount : BigInteger.Zero;
            if (line[5].Length > 0)
            {
                // closed + (open + slope x portion) / denominator, rounded once, then at most the cap
                Ratio open = new Ratio((Read(line[6]) * Read(line[10])) + (Read(line[7]) * Read(line[9])), Read(line[8]) * Read(line[10])) + Read(line[5]);
                BigInteger exact = open.RoundTo(step, (RoundingMode)mode);
                BigInteger stated = BigInteger.Abs(amount);
                if (stated > exact || (stated < exact && line[11] != "capped") || (stated == exact && line[11].Length > 0))
                {
                    problems.Add(FormattableString.Invariant($"{line[1]}: the price of the deviation is {exact} millionths, not {stated}."));
                }
            }
        }

        Same("The lines", sum, Read(net[2]), problems);
        Same("Paid and carried", Read(net[3]) + Read(net[4]), Read(net[2]), problems);
        Same("The opening balance", opening, Read(net[1]), problems);
        Same("The commission statements", rows["commission"].Aggregate(BigInteger.Zero, (total, row) => total + Read(row[4])), commissions, problems);
        Same("The deposit's movements", Read(held[1]) + rows["deposit"].Aggregate(BigInteger.Zero, (total, row) => total + Read(row[4])), Read(held[2]), problems);
        Same("The forfeitures", rows["deposit"].Where(row => row[3] == nameof(DepositEventKind.Forfeited)).Aggregate(BigInteger.Zero, (total, row) => total + Read(row[5])), fromDeposit, problems);
        Same("Debits and credits", rows["journal"].Aggregate(BigInteger.Zero, (total, row) => total + (row[2] == nameof(JournalSide.Debit) ? Read(row[3]) : -Read(row[3]))), BigInteger.Zero, problems);
        Forgiven(rows, problems);
        Commissions(rows, problems);
        if (Read(net[3]).Sign < 0 || Read(net[4]).Sign > 0 || Read(held[2]).Sign < 0 || Read(held[3]).Sign < 0)
        {
            problems.Add("What is paid or held is below 0, or what is carried above.");
        }
    }

    /// <summary>What is forgiven leaves the books: a journal line for each, and no money.</summary>
    private static void Forgiven(ILookup<string, string[]> rows, List<string> problems)
    {
        List<string[]> lines = [.. rows["line"].Where(line => line[2] == nameof(SettlementLineKind.AdvanceForgiven))];
        BigInteger booked = rows["journal"].Where(row => row[1] == JournalAccount.AdvanceReceivable.Code && row[2] == nameof(JournalSide.Credit) && lines.Exists(line => row[4].EndsWith(" " + line[1], StringComparison.Ordinal)))
            .Aggregate(BigInteger.Zero, (total, row) => total + Read(row[3]));
        Same("The forgiven advances in the journal", booked, Read(One(rows, "advance", 4)[3]), problems);
    }

    /// <summary>What plans carry from part to part: what their caps left over, and what was paid in each span.</summary>
    private static void Commissions(ILookup<string, string[]> rows, List<string> problems)
    {
        string[] excess = One(rows, "excess", 3);
        Same("What caps carried", rows["commission"].Aggregate(Read(excess[1]), (total, row) => total + Read(row[7]) - Read(row[6])), Read(excess[2]), problems);
        foreach (string[] paid in rows["paid"])
        {
            BigInteger sum = Read(paid[5]);
            foreach (string[] commission in rows["commission"].Where(row => row[2] == paid[1] && (paid[3].Length == 0 || (string.CompareOrdinal(row[1], paid[3]) >= 0 && string.CompareOrdinal(row[1], paid[4]) <= 0))))
            {
                string clawbacks = "clawback/" + commission[1] + "/";
                sum += Read(commission[4]);
                sum = rows["line"].Where(line => line[2] == nameof(SettlementLineKind.Clawback) && line[1].StartsWith(clawbacks, StringComparison.Ordinal)).Aggregate(sum, (total, line) => total + Read(line[3]));
            }

            Same($"What '{paid[1]}' paid ({paid[2]})", sum, Read(paid[6]), problems);
        }
    }

    private static Money Excess(CommissionStatement statement) => statement.Facts.CarriedIn is Money carried ? statement.Carried - carried : statement.Carried;

    private static string[] One(ILookup<string, string[]> rows, string kind, int cells) =>
        rows[kind].ToList() is { Count: 1 } found && found[0].Length == cells ? found[0] : throw new FormatException($"There is not one row '{kind}' of {cells} cells.");

    private static void Same(string what, BigInteger found, BigInteger stated, List<string> problems)
    {
        if (found != stated)
        {
            problems.Add(FormattableString.Invariant($"{what} add up to {found} millionths, not to {stated}."));
        }
    }

    private static string Row(CommitmentResult result) => RecordRow.Of(
        "result",
        result.Commitment.Code,
        Dates.Text(result.Period.Start),
        Dates.Text(result.Period.End),
        result.Session ?? string.Empty,
        Text(result.Threshold),
        Text(result.Value),
        Text(result.Reported),
        Text(result.Measured),
        result.Verdict.ToString(),
        result.Status.ToString(),
        Text(result.Deviation),
        Amount(result.Compensation),
        Amount(result.Penalty),
        Amount(result.Bonus),
        string.Join("; ", result.Evidence));

    private static string Row(SettlementLine line)
    {
        var cells = new List<string> { "line", line.Id, line.Kind.ToString(), Amount(line.Amount), line.Text.En };
        if (line.Priced is (ExactPiece piece, Ratio portion))
        {
            cells.AddRange([Number(piece.Closed), Number(piece.Open), Number(piece.Slope), Number(piece.Denominator), Number(portion.Numerator), Number(portion.Denominator), line.IsCapped ? "capped" : string.Empty]);
        }
        else
        {
            cells.AddRange(Enumerable.Repeat(string.Empty, 7));
        }

        cells.Add(line.Text.In(Language.SimplifiedChinese));
        cells.AddRange(line.Evidence);

        return RecordRow.Of(cells);
    }

    private static string Amount(Money amount) => Number(amount.ToMillionths());

    private static string Number(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal? value) => value is decimal number ? StatementLine.Number(number) : string.Empty;

    private static BigInteger Read(string text) => BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
