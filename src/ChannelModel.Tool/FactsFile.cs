using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Tool.Paying;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool;

/// <summary>
/// Reads rows of facts for one plan. Columns: <c>payee</c>, <c>start</c>, <c>end</c>; one for each measure, such as <c>net-revenue</c>, with <c>.target</c>, <c>.baseline</c> or <c>.prior</c> behind it for
/// those; <c>record</c> where a plan rates each by itself; <c>return</c> with what was sold, earned and returned; <c>paid.month</c> and the like, <c>carried-in</c>, <c>active-start</c>,
/// <c>active-end</c>. An empty cell states nothing.
/// </summary>
internal sealed class FactsFile
{
    private static readonly string[] Fixed = ["payee", "start", "end"];
    /// <summary>Gets the columns that come first in every file.</summary>
    public static IReadOnlyList<string> Keys => Fixed;

    private static readonly string[] Others = ["record", "return", "return.sold", "return.commission", "return.before", "return.amount", "carried-in", "active-start", "active-end"];
    private static readonly (string Name, Cycle Cycle)[] PaidColumns =
    [
        ("paid.day", Cycle.Day), ("paid.week", Cycle.Week), ("paid.month", Cycle.Month), ("paid.quarter", Cycle.Quarter), ("paid.year", Cycle.Year), ("paid.once", Cycle.Once),
    ];

    /// <summary>The name of columns that the user said to pass over; no column of a file has it.</summary>
    private const string Ignored = "\n";

    private readonly Column[] _columns;
    private readonly CommissionPlan _plan;

    private FactsFile(Column[] columns, CommissionPlan plan)
    {
        _columns = columns;
        _plan = plan;
        HasGroups = columns.Any(column => column.Name is "record" or "return");
        Measures = [.. columns.Where(column => column is { Basis: not null, Part.Length: 0 }).Select(column => column.Basis!)];
    }

    /// <summary>Gets a value indicating whether a statement may have several rows, which stand together.</summary>
    public bool HasGroups { get; }

    /// <summary>Gets the measures that the file states, in the order of its columns.</summary>
    public IReadOnlyList<Basis> Measures { get; }

    /// <summary>Matches the header with what the plan asks for; every column that does not fit is a problem.</summary>
    public static FactsFile? Open(IReadOnlyList<string> names, CommissionPlan plan, IReadOnlyList<string> ignored, List<string> problems)
    {
        for (int i = 0; i < Fixed.Length; i++)
        {
            if (names.Count <= i || names[i] != Fixed[i])
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"1: column {i + 1} is '{(names.Count > i ? names[i] : string.Empty)}', expected '{Fixed[i]}'"));
            }
        }

        Dictionary<string, Basis> known = MeasuresOf(plan).GroupBy(basis => basis.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var columns = new List<Column>();
        foreach (string name in names.Skip(Fixed.Length))
        {
            int dot = name.LastIndexOf('.');
            string part = dot < 0 ? string.Empty : name[(dot + 1)..];
            bool suffixed = part is "target" or "baseline" or "prior";
            string measure = suffixed ? name[..dot] : name;
            bool other = ignored.Contains(name, StringComparer.Ordinal) || Others.Contains(name, StringComparer.Ordinal) || Array.Exists(PaidColumns, column => column.Name == name);
            if (!known.TryGetValue(measure, out Basis? basis) && !other)
            {
                problems.Add($"1: the plan has no measure '{measure}', expected one of {string.Join(", ", known.Keys)}, alone or with .target, .baseline or .prior; or one of {string.Join(", ", Others.Concat(PaidColumns.Select(column => column.Name)))}");
            }

            columns.Add(ignored.Contains(name, StringComparer.Ordinal) ? new Column(Ignored, null, string.Empty) : new Column(name, basis, suffixed ? part : string.Empty));
        }

        if (names.Contains("record", StringComparer.Ordinal) && plan.Accumulation != Accumulation.PerRecord)
        {
            problems.Add("1: there is a column 'record', but the plan does not rate each record by itself (accumulate: per-record)");
        }

        return problems.Count == 0 ? new FactsFile([.. columns], plan) : null;
    }

    /// <summary>The columns of numbers, as a plan for columns reads them, and the cells beside them that must be empty for that.</summary>
    public (BulkColumn[] Columns, int[] Empty) Bulk(int resultScale)
    {
        var columns = new List<BulkColumn>();
        var empty = new List<int>();
        for (int i = 0; i < _columns.Length; i++)
        {
            Column column = _columns[i];
            if (column.Basis is Basis basis)
            {
                columns.Add(new BulkColumn(Fixed.Length + i, basis, column.Part, Cycle.Once, basis.Kind == BasisKind.Rate ? 8 : Money.MaxScale));
            }
            else if (Array.Find(PaidColumns, paid => paid.Name == column.Name) is { Name: not null } span)
            {
                columns.Add(new BulkColumn(Fixed.Length + i, null, string.Empty, span.Cycle, resultScale));
            }
            else if (column.Name != Ignored)
            {
                empty.Add(Fixed.Length + i);
            }
        }

        return ([.. columns], [.. empty]);
    }

    /// <summary>The value of a cell of a measure; nothing where it is none.</summary>
    public static decimal? Value(Basis basis, string text) => basis.Kind != BasisKind.Rate ? CsvFile.Number(text) : Rate.TryParse(text, out Rate rate) ? rate.ToPercent() : null;

    /// <summary>What a cell of a measure should have been.</summary>
    public static string NotAValue(string column, Basis basis, string text) =>
        $"{column}: '{text}' is not a value, expected {(basis.Kind == BasisKind.Rate ? "a percentage such as 31.5%" : "a number such as 1234.56, with a point and no separators")}";

    /// <summary>Gets the cells of a row.</summary>
    public int Width => Fixed.Length + _columns.Length;

    /// <summary>Reads a row, or says why it cannot be paid.</summary>
    public FactsRow? Read(IReadOnlyList<string> row, out string reason)
    {
        if (row.Count != Fixed.Length + _columns.Length)
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"the row has {row.Count} cells, expected {Fixed.Length + _columns.Length}");
            return null;
        }

        if (!Id<Payee>.TryCreate(row[0], out Id<Payee>? payee))
        {
            reason = $"payee: '{row[0]}' is not an id, expected 1 to 100 characters";
            return null;
        }

        ParseResult<LocalDate> start = LocalDatePattern.Iso.Parse(row[1]);
        ParseResult<LocalDate> end = LocalDatePattern.Iso.Parse(row[2]);
        if (!start.Success || !end.Success || end.Value < start.Value)
        {
            reason = $"start and end: '{row[1]}' to '{row[2]}' is no period, expected dates such as 2025-01-31, the end not before the start";
            return null;
        }

        var read = new FactsRow(payee, new DateInterval(start.Value, end.Value));
        try
        {
            for (int i = 0; i < _columns.Length; i++)
            {
                string text = row[Fixed.Length + i];
                if (text.Length > 0 && _columns[i].Name != Ignored && !Take(_columns[i], text, read, out reason))
                {
                    return null;
                }
            }

            return read.Complete(_plan.Currency, _plan.Accumulation == Accumulation.PerRecord, out reason) ? read : null;
        }
        catch (Exception refused) when (refused is ArgumentException or OverflowException)
        {
            reason = refused.Message.Split('\n')[0];
            return null;
        }
    }

    /// <summary>The value of a measure in a row that may be rejected for another reason.</summary>
    public decimal? ValueOf(IReadOnlyList<string> row, Basis measure)
    {
        int at = Array.FindIndex(_columns, column => column.Part.Length == 0 && column.Basis == measure);
        return row.Count == Fixed.Length + _columns.Length ? (row[Fixed.Length + at].Length == 0 ? 0m : Value(measure, row[Fixed.Length + at])) : null;
    }

    private static bool Take(Column column, string text, FactsRow read, out string reason)
    {
        reason = string.Empty;
        if (column.Basis is Basis basis)
        {
            if (Value(basis, text) is not decimal value)
            {
                reason = NotAValue(column.Name, basis, text);
                return false;
            }

            read.Numbers.Add((basis, column.Part, value));
            return true;
        }

        switch (column.Name)
        {
            case "record":
                read.Record = text;
                return true;
            case "return":
                read.Return = text;
                return true;
            case "active-start" or "active-end":
                ParseResult<LocalDate> day = LocalDatePattern.Iso.Parse(text);
                reason = day.Success ? string.Empty : $"{column.Name}: '{text}' is not a date, expected one such as 2025-01-31";
                read.Days[column.Name] = day.Success ? day.Value : default;
                return day.Success;
            default:
                if (CsvFile.Number(text) is not decimal amount)
                {
                    reason = $"{column.Name}: '{text}' is not an amount, expected a number such as 1234.56, with a point and no separators";
                    return false;
                }

                if (Array.Find(PaidColumns, paid => paid.Name == column.Name) is { Name: not null } span)
                {
                    read.Paid.Add((span.Cycle, amount));
                }
                else
                {
                    read.Amounts[column.Name] = amount;
                }

                return true;
        }
    }

    /// <summary>The measures that the plan needs as facts: what it pays on and chooses by; for a derived one, what it derives from.</summary>
    public static IEnumerable<Basis> MeasuresOf(CommissionPlan plan) => plan.Components
        .SelectMany(component => new[] { component.On, component.By, component.Grid?.Rows.By, component.Grid?.Columns.By, component.Table?.RateBy })
        .Concat(plan.Gates.Select(gate => gate.By))
        .Concat(plan.Accelerators.Select(accelerator => accelerator.By))
        .Append(plan.AttainmentCap?.Of)
        .OfType<Basis>()
        .Select(Plain)
        .Distinct();

    private static Basis Plain(Basis basis) => basis.Source is Basis source ? Plain(source) : basis;

    private sealed record Column(string Name, Basis? Basis, string Part);
}
