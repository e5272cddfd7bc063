using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Commissions;

/// <summary>The rows of a record, read; what cannot be read is a problem with its row.</summary>
internal sealed class RecordRows
{
    private const int LineCells = 19;
    private readonly List<string[]> _facts = [];
    private readonly List<string[]> _rules = [];

    private RecordRows()
    {
    }

    public Id<CommissionPlan> Plan { get; private set; } = null!;

    public int Version { get; private set; }

    public Currency Currency { get; private set; }

    public DateAnchor Anchor { get; private set; }

    public LocalDate AsOf { get; private set; }

    public Id<Payee> Payee { get; private set; } = null!;

    public DateInterval Period { get; private set; } = null!;

    public List<StatementLine> Lines { get; } = [];

    public Money Total { get; private set; }

    public Money Carried { get; private set; }

    /// <summary>Reads a text; nothing where it is no record, with the reason among the problems.</summary>
    public static RecordRows? Read(string text, List<string> problems)
    {
        string[] rows = text.Split('\n');
        if (rows.Length < 9 || rows[0] != RecordText.Head || rows[rows.Length - 1].Length != 0)
        {
            problems.Add("This is not a statement record of version 2.");
            return null;
        }

        var read = new RecordRows();
        int at = 1;
        try
        {
            for (; at < rows.Length - 5; at++)
            {
                read.Take(rows[at]);
            }

            at = 1;
            read.Heads();
            for (at = 1; at < rows.Length - 5; at++)
            {
                if (rows[at].StartsWith("line\t", StringComparison.Ordinal))
                {
                    read.Lines.Add(read.Line(RecordRow.Cells(rows[at]), problems));
                }
            }

            read.Carried = Money.Of(Number(Tail(rows[at = rows.Length - 3], "carried")), read.Currency);
            read.Total = Money.Of(Number(Tail(rows[at = rows.Length - 2], "total")), read.Currency);
            var facts = rows.Where(row => row.StartsWith("fact\t", StringComparison.Ordinal) || row.StartsWith("rule\t", StringComparison.Ordinal)).ToList();
            var lines = rows.Where(row => row.StartsWith("line\t", StringComparison.Ordinal)).ToList();
            Expect(Tail(rows[at = rows.Length - 5], "facts-sha256") == RecordRow.Hash(facts), "The facts and rules do not match their SHA-256.", problems);
            Expect(Tail(rows[at = rows.Length - 4], "lines-sha256") == RecordRow.Hash(lines), "The lines do not match their SHA-256.", problems);
            return read;
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or OverflowException)
        {
            problems.Add($"Row {(at + 1).ToString(CultureInfo.InvariantCulture)} is none of a statement record: {broken.Message.Split('\n')[0]}");
            return null;
        }
    }

    /// <summary>The cells of all facts of a name, behind the name.</summary>
    public IEnumerable<string[]> Facts(string name) => _facts.Where(row => row[1] == name).Select(row => row.Skip(2).ToArray());

    public IEnumerable<string[]> Rules(string name) => _rules.Where(row => row[1] == name).Select(row => row.Skip(2).ToArray());

    public BigInteger Millionths(string cell) => Money.Of(Number(cell), Currency).ToMillionths();

    public static Ratio Fraction(string cell)
    {
        string[] parts = cell.Split('/');
        if (parts.Length > 2 || !Whole(parts[0], out BigInteger top) || !Whole(parts[parts.Length - 1], out BigInteger bottom) || (parts.Length == 2 && bottom.Sign <= 0))
        {
            throw new FormatException($"'{cell}' is not a number or fraction.");
        }

        return parts.Length == 2 ? new Ratio(top, bottom) : top;
    }

    public static T OneOf<T>(string cell)
        where T : struct, Enum => RecordRow.IsOneOf(cell, out T value) ? value : throw new FormatException($"'{cell}' is no {typeof(T).Name}.");

    public static decimal Number(string cell) =>
        Exact.TryParse(cell, out decimal value) && StatementLine.Number(value) == cell ? value : throw new FormatException($"'{cell}' is not a number in its shortest form.");

    private static void Expect(bool holds, string problem, List<string> problems)
    {
        if (!holds)
        {
            problems.Add(problem);
        }
    }

    private static string Tail(string row, string name)
    {
        string[] cells = row.Split('\t');
        return cells.Length == 2 && cells[0] == name ? cells[1] : throw new FormatException($"expected '{name}' and its value.");
    }

    private static bool Whole(string text, out BigInteger value) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value.ToString(CultureInfo.InvariantCulture) == text;

    private static LocalDate Day(string cell) =>
        LocalDatePattern.Iso.Parse(cell) is { Success: true } parsed ? parsed.Value : throw new FormatException($"'{cell}' is not a date.");

    private void Take(string row)
    {
        string[] cells = RecordRow.Cells(row);
        List<string[]>? list = cells[0] switch { "fact" => _facts, "rule" => _rules, "line" => null, _ => throw new FormatException($"'{cells[0]}' is not a kind of row.") };
        if (list is not null)
        {
            list.Add(cells.Length > 2 ? cells : throw new FormatException("too few cells."));
        }
    }

    private void Heads()
    {
        string[] plan = One("plan", 3);
        Plan = new Id<CommissionPlan>(plan[0]);
        Version = int.Parse(plan[1], NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and int version ? version : throw new FormatException("version 0 of a plan; versions count from 1.");
        Currency = Currency.Parse(plan[2]);
        string[] asOf = One("as-of", 2);
        Anchor = OneOf<DateAnchor>(asOf[0]);
        AsOf = Day(asOf[1]);
        Payee = new Id<Payee>(One("payee", 1)[0]);
        string[] period = One("period", 2);
        Period = new DateInterval(Day(period[0]), Day(period[1]));
    }

    private string[] One(string name, int cells) =>
        Facts(name).ToList() is { Count: 1 } rows && rows[0].Length == cells ? rows[0] : throw new FormatException($"expected one '{name}' of {cells} cells.");

    private StatementLine Line(string[] cells, List<string> problems)
    {
        if (cells.Length != LineCells)
        {
            throw new FormatException($"a line has {LineCells} cells, not {cells.Length}.");
        }

        bool tier = cells[15].Length > 0;
        var line = new StatementLine(cells[1], OneOf<LineKind>(cells[2]), Millionths(cells[12]), Currency)
        {
            IsPrior = Flag(cells[3], "prior"),
            IsMirrored = Flag(cells[4], "mirrored"),
            Component = Text(cells[5]),
            Record = Text(cells[6]),
            Tier = int.Parse(cells[7], NumberStyles.None, CultureInfo.InvariantCulture),
            From = cells[8].Length == 0 ? null : Number(cells[8]),
            To = cells[9].Length == 0 ? null : Number(cells[9]),
            Rate = Text(cells[11]),
            Units = tier ? Fraction(cells[13]) : Ratio.Zero,
            Slope = tier ? Fraction(cells[14]) : Ratio.Zero,
            PerShown = tier ? long.Parse(cells[15], NumberStyles.None, CultureInfo.InvariantCulture) : 0,
            Operands = cells[16].Length == 0 ? [] : [.. cells[16].Split(';').Select(Fraction)],
            Note = cells[17].Length == 0 ? null : new LocalText(cells[17], Text(cells[18])),
        };
        Expect((line.Portion is decimal portion ? StatementLine.Number(portion) : string.Empty) == cells[10], $"{line.Id}: the portion shown is not that of its exact units.", problems);
        return line;
    }

    private static bool Flag(string cell, string word) => cell == word || (cell.Length == 0 ? false : throw new FormatException($"expected '{word}' or nothing, not '{cell}'."));

    private static string? Text(string cell) => cell.Length == 0 ? null : cell;
}
