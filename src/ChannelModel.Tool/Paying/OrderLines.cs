using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Bulk;
using ChannelModel.Commissions;
using nietras.SeparatedValues;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool.Paying;

/// <summary>
/// A file of order lines: <c>payee</c>, <c>date</c>, and a column for each measure that adds up. The lines are added up by payee and period; memory is for these, not for the lines.
/// </summary>
internal sealed class OrderLines
{
    private const int RowsBits = 40;
    private const int MostStatements = 1 << 30;
    private const int NoDate = -1;
    private const int NoPeriod = -2;
    private const int FirstYear = 1900;
    private const int Days = 300 * 512;

    private readonly PeriodCalendar _calendar;
    private readonly Basis[] _measures;
    private readonly int[] _cells;
    private readonly int _width;
    private readonly int[] _periodOfDay = new int[Days]; // number + 1; 0 is not known yet
    private readonly byte[] _status = new byte[FactsBlock.Capacity];
    private readonly GroupTotals[] _totals;
    private readonly long[]?[] _copies; // of totals that have sums beyond 64 bits
    private ulong[] _marks; // which measures are stated, above; how many rows, below

    private OrderLines(PeriodCalendar calendar, Basis[] measures, int[] cells, int width)
    {
        _calendar = calendar;
        _measures = measures;
        _cells = cells;
        _width = width;
        _totals = [.. measures.Select(_ => GroupTotals.Of(1024, 4))];
        _copies = new long[measures.Length][];
        _marks = new ulong[_totals[0].Count];
    }

    public PayeeTable Payees { get; } = new();

    public PeriodTable Periods { get; } = new();

    public IReadOnlyList<Basis> Measures => _measures;

    /// <summary>Gets the statements that are refused, by their numbers, each with the reason.</summary>
    public Dictionary<int, string> Refused { get; } = [];

    public Int128[] Read { get; private set; } = [];

    public int[] Unreadable { get; private set; } = [];

    /// <summary>Whether a header is one of order lines.</summary>
    public static bool Fits(IReadOnlyList<string> names) => names.Count > 1 && names[0] == "payee" && names[1] == "date";

    public static OrderLines? Open(IReadOnlyList<string> names, CommissionPlan plan, PeriodCalendar calendar, IReadOnlyList<string> ignored, List<string> problems)
    {
        if (plan.Accumulation == Accumulation.PerRecord)
        {
            problems.Add("1: the plan rates each record by itself, and order lines are added up; expected payee, start, end and record, the rows of a statement together");
            return null;
        }

        Basis[] known = [.. FactsFile.MeasuresOf(plan).Where(basis => basis.Kind != BasisKind.Rate)];
        var measures = new List<Basis>();
        var cells = new List<int>();
        for (int i = 2; i < names.Count; i++)
        {
            if (ignored.Contains(names[i], StringComparer.Ordinal))
            {
                continue;
            }

            if (Array.Find(known, basis => basis.Name == names[i]) is not Basis basis)
            {
                problems.Add($"1: '{names[i]}' is no amount or count of the plan, expected one of {string.Join(", ", known.Select(one => one.Name))}; rates, targets and what was paid before come with --join");
                continue;
            }

            measures.Add(basis);
            cells.Add(i);
        }

        if (measures.Count is 0 or > 20 && problems.Count == 0)
        {
            problems.Add($"1: there is nothing to add up, expected a column of {string.Join(", ", known.Select(one => one.Name))}");
        }

        return problems.Count > 0 ? null : new OrderLines(calendar, [.. measures], [.. cells], names.Count) { Read = new Int128[measures.Count], Unreadable = new int[measures.Count] };
    }

    /// <summary>Takes a line into a block, or adds it to the block's others with the reason.</summary>
    public void Take(SepReader.Row row, FactsBlock block, bool keepsText)
    {
        if (TryTake(row, block, keepsText ? row.Span : default, out string reason))
        {
            return;
        }

        var values = new decimal?[_measures.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = row.ColCount != _width ? null : row[_cells[i]].Span.Length == 0 ? 0m : FactsFile.Value(_measures[i], row[_cells[i]].ToString());
        }

        block.Others.Add((block.Count, new PendingRow(row.LineNumberFrom, TextOf(row), null, reason, values)));
    }

    /// <summary>Adds the lines of a block to their statements.</summary>
    public void Add(FactsBlock block)
    {
        Payees.Number(block);
        ReadOnlySpan<int> payees = block.Payees.AsSpan(0, block.Count);
        ReadOnlySpan<int> periods = block.Periods.AsSpan(0, block.Count);
        if (Payees.Count > _totals[0].Partners || Periods.Count > _totals[0].Periods)
        {
            Grow();
        }

        for (int m = 0; m < _totals.Length; m++)
        {
            ReadOnlySpan<long> amounts = block.Columns[m].AsSpan(0, block.Count);
            _ = _totals[m].Add(payees, periods, amounts, _status);
            Int128 sum = 0;
            foreach (long amount in amounts)
            {
                sum += amount;
            }

            Read[m] += sum;
        }

        int width = _totals[0].Periods;
        for (int i = 0; i < payees.Length; i++)
        {
            int group = (payees[i] * width) + periods[i];
            _marks[group] = (_marks[group] + 1) | ((ulong)block.Stated[i] << RowsBits);
        }
    }

    /// <summary>Adds a statement that another file asks for, with sums of 0 where it has no lines; false where the calendar has no period for it.</summary>
    public bool Ask(string payee, LocalDate start)
    {
        if (!TryPeriod(LocalDatePattern.Iso.Format(start), out int period, out _))
        {
            return false;
        }

        int number = Payees.NumberOf(payee);
        if (Payees.Count > _totals[0].Partners || Periods.Count > _totals[0].Periods)
        {
            Grow();
        }

        int statement = NumberOf(number, period);
        if (RowsOf(statement) == 0)
        {
            _marks[statement] |= ((1UL << _measures.Length) - 1) << RowsBits;
        }

        return true;
    }

    /// <summary>Payee and period, as the keys of a row.</summary>
    public string NameOf(int statement) => Payees[statement / _totals[0].Periods] + "," + System.Text.Encoding.ASCII.GetString(Periods.CellsOf(statement % _totals[0].Periods));

    public int RowsOf(int statement) => (int)(_marks[statement] & ((1UL << RowsBits) - 1));

    public int NumberOf(int payee, int period) => (payee * _totals[0].Periods) + period;

    /// <summary>Whether a statement states a measure; none states any where it has no lines.</summary>
    public bool IsStated(int statement, int measure) => (_marks[statement] >> (RowsBits + measure) & 1) != 0;

    public bool Exists(int statement) => _marks[statement] != 0;

    /// <summary>The sum of a measure in a statement that is not refused.</summary>
    public long SumOf(int measure, int statement) => _copies[measure] is long[] copy ? copy[statement] : _totals[measure].Sums[statement];

    /// <summary>Refuses the statements whose sums do not fit 64 bits.</summary>
    public void Settle()
    {
        for (int measure = 0; measure < _totals.Length; measure++)
        {
            try
            {
                _ = _totals[measure].Sums;
            }
            catch (InvalidOperationException)
            {
                long[] copy = _copies[measure] = new long[_totals[measure].Count];
                var status = new byte[copy.Length];
                _ = _totals[measure].CopyTo(copy, status);
                for (int i = 0; i < status.Length; i++)
                {
                    if (status[i] != 0)
                    {
                        Refused.TryAdd(i, $"{_measures[measure]}: the sum of its lines is too large");
                    }
                }
            }
        }
    }

    /// <summary>The text of a row. Cells that were read have lost their quotes in place, so a row of as many cells as it should have is put together again.</summary>
    private string TextOf(SepReader.Row row)
    {
        string text = row.Span.ToString();
        if (row.ColCount != _width || !text.Contains('"', StringComparison.Ordinal))
        {
            return text;
        }

        var cells = new string[row.ColCount];
        for (int i = 0; i < cells.Length; i++)
        {
            string cell = row[i].ToString();
            cells[i] = cell.AsSpan().ContainsAny(",\"\n\r") ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell;
        }

        return string.Join(',', cells);
    }

    private bool TryTake(SepReader.Row row, FactsBlock block, ReadOnlySpan<char> text, out string reason)
    {
        if (row.ColCount != _width)
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"the row has {row.ColCount} cells, expected {_width}");
            return false;
        }

        reason = string.Empty;
        block.Start(text);
        ReadOnlySpan<char> payee = row[0].Span;
        if (!BulkLane.IsPayee(payee))
        {
            reason = $"payee: '{payee}' is not an id, expected 1 to 100 characters";
            return false;
        }

        if (!TryPeriod(row[1].Span, out int period, out reason))
        {
            return false;
        }

        int stated = 0;
        for (int i = 0; i < _cells.Length; i++)
        {
            ReadOnlySpan<char> cell = row[_cells[i]].Span;
            long units = 0;
            if (cell.Length > 0 && !CellNumber.TryRead(cell, Money.MaxScale, out units) && !IsNumber(_measures[i], cell, out units, out reason))
            {
                return false;
            }

            stated |= cell.Length > 0 ? 1 << i : 0;
            block.Columns[i][block.Count] = units;
        }

        block.Stated[block.Count] = stated;
        block.Add(payee, period, row.LineNumberFrom);
        return true;
    }

    /// <summary>A number as people rarely write it, such as 1.0000000.</summary>
    private static bool IsNumber(Basis measure, ReadOnlySpan<char> cell, out long units, out string reason)
    {
        units = 0;
        reason = string.Empty;
        if (FactsFile.Value(measure, cell.ToString()) is not decimal value)
        {
            reason = FactsFile.NotAValue(measure.Name, measure, cell.ToString());
            return false;
        }

        decimal whole = Math.Abs(value) < 9_000_000_000_000m ? value * 1_000_000m : decimal.MaxValue;
        reason = whole == decimal.MaxValue ? $"{measure.Name}: '{cell}' is too large for a line, expected less than 9 000 000 000 000" : string.Empty;
        units = whole == decimal.MaxValue ? 0 : (long)whole;
        return reason.Length == 0;
    }

    private bool TryPeriod(ReadOnlySpan<char> text, out int period, out string reason)
    {
        if (CellNumber.TryReadDay(text, out int day))
        {
            (int year, int rest) = Math.DivRem(day, 10_000);
            (int month, int of) = Math.DivRem(rest, 100);
            int at = ((year - FirstYear) * 512) + (month * 32) + of;
            if (month < 16 && of < 32 && (uint)at < Days)
            {
                period = _periodOfDay[at] - 1;
                if (period < 0)
                {
                    period = Find(text);
                    _periodOfDay[at] = Math.Max(period + 1, 0);
                }

                if (period >= 0)
                {
                    reason = string.Empty;
                    return true;
                }
            }
        }

        period = Find(text);
        reason = period switch
        {
            NoDate => $"date: '{text}' is not a date, expected one such as 2025-01-31",
            NoPeriod => $"date: the calendar '{_calendar.Name}' has no period for {text}",
            _ => string.Empty,
        };
        return period >= 0;
    }

    private int Find(ReadOnlySpan<char> text)
    {
        ParseResult<LocalDate> date = LocalDatePattern.Iso.Parse(text.ToString());
        try
        {
            return date.Success ? Periods.NumberOf(_calendar.PeriodOf(date.Value)) : NoDate;
        }
        catch (ArgumentOutOfRangeException)
        {
            return NoPeriod;
        }
    }

    private void Grow()
    {
        int width = _totals[0].Periods;
        long partners = Room(_totals[0].Partners, Payees.Count);
        long periods = Room(width, Periods.Count);
        if (partners * periods > MostStatements)
        {
            (partners, periods) = (Payees.Count, Periods.Count);
        }

        if (partners * periods > MostStatements)
        {
            throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"there are {partners} payees and {periods} periods, expected at most {MostStatements} statements in one file; pay it in parts"));
        }

        foreach (GroupTotals totals in _totals)
        {
            totals.Grow((int)partners, (int)periods);
        }

        var marks = new ulong[_totals[0].Count];
        for (int i = 0; i < _marks.Length; i++)
        {
            marks[(i / width * (int)periods) + (i % width)] = _marks[i];
        }

        _marks = marks;
    }

    /// <summary>As much as is needed, and half of what there was more, so that growing is rare.</summary>
    private static int Room(int has, int needs) => has >= needs ? has : Math.Max(needs, (int)Math.Min(MostStatements, has + (has / 2L)));
}
