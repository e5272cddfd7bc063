using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Tool.Reports;

namespace ChannelModel.Tool.Paying;

/// <summary>
/// Pays statements: row by row by the plan itself, or block by block by a plan for columns, with the same bytes in the files and the same reasons for what is rejected. Of the statements only their keys stay in memory.
/// </summary>
internal sealed class Payments
{
    private readonly CommissionPlan _plan;
    private readonly FactsFile _facts;
    private readonly StatementFiles _files;
    private readonly List<PendingRow> _group = [];
    private readonly SeenStatements? _seen;
    private readonly long[] _due = new long[FactsBlock.Capacity];
    private readonly byte[] _status = new byte[FactsBlock.Capacity];
    private Money _paidByPlan;
    private Int128 _paidByColumns;

    /// <summary>Initializes a new instance of the <see cref="Payments"/> class.</summary>
    public Payments(CommissionPlan plan, FactsFile facts, StatementFiles files, bool once)
    {
        _plan = plan;
        _facts = facts;
        _files = files;
        _seen = once ? null : new SeenStatements();
        _paidByPlan = Money.Zero(plan.Currency);
        Lane = BulkLane.Of(plan, facts, out string obstacle);
        Obstacle = Lane is null ? obstacle : null;
        Tallies = [.. facts.Measures.Where(measure => measure.Kind != BasisKind.Rate).Select(measure => new Tally(measure))];
    }

    /// <summary>Gets the plan for columns; nothing where each row is paid by itself.</summary>
    public BulkLane? Lane { get; private set; }

    /// <summary>Gets why each row is paid by itself; nothing where the rows are paid as columns.</summary>
    public string? Obstacle { get; private set; }

    public required PayeeTable Payees { get; init; }

    public required PeriodTable Periods { get; init; }

    public Tally[] Tallies { get; }

    /// <summary>Gets who is told of a statement that is paid by the plan itself.</summary>
    public Action<CommissionStatement>? Told { get; init; }

    /// <summary>Gets what becomes of a row that cannot be paid.</summary>
    public required Action<PendingRow, string> Rejected { get; init; }

    /// <summary>Gets the rows of a statement, by the line that it is known by; nothing where that is one.</summary>
    public Func<int, int>? RowsOf { get; init; }

    /// <summary>Gets the payee whose statements are told, whatever way the others are paid.</summary>
    public string? Alone { get; init; }

    public int PaidRows { get; private set; }

    public int Statements { get; private set; }

    public Money Total => _paidByPlan + Money.Of(Decimal(_paidByColumns, Lane?.ResultScale ?? 0), _plan.Currency);

    /// <summary>Pays each row by itself from now on.</summary>
    public void PayOneByOne(string reason)
    {
        Lane = null;
        Obstacle ??= reason;
    }

    /// <summary>Takes the measures of a row that has been read.</summary>
    public decimal?[] Read(IReadOnlyList<string> cells)
    {
        var values = new decimal?[Tallies.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _facts.ValueOf(cells, Tallies[i].Measure);
        }

        return values;
    }

    /// <summary>Takes a row into its statement; statements without records and returns are closed at once.</summary>
    public void Take(PendingRow pending)
    {
        for (int i = 0; i < Tallies.Length; i++)
        {
            Tallies[i].Read += pending.Values[i] ?? 0m;
            Tallies[i].Unreadable += pending.Values[i] is null ? 1 : 0;
        }

        if (pending.Row is not FactsRow made)
        {
            Rejected(pending, pending.Reason);
            return;
        }

        if (_group.Count > 0 && (!_facts.HasGroups || _group[0].Row!.Payee != made.Payee || !_group[0].Row!.Period.Equals(made.Period)))
        {
            Close();
        }

        // Lines of a file are counted from 1, the header is the first.
        if (_seen is not null && _seen.LineOf(Payees.NumberOf(made.Payee.Value), Periods.NumberOf(made.Period)) is int first and > 0)
        {
            Rejected(pending, _facts.HasGroups
                ? string.Create(CultureInfo.InvariantCulture, $"the statement of this payee and period started in line {first} and ended, expected its rows together")
                : Twice(first));
            return;
        }

        _group.Add(pending);
        if (!_facts.HasGroups)
        {
            Close();
        }
    }

    /// <summary>Pays the rows of a block, in their order.</summary>
    public void Pay(FactsBlock block)
    {
        BulkLane lane = Lane!;
        if (_seen is not null)
        {
            Payees.Number(block);
        }

        lane.Evaluate(block, _due, _status);
        foreach (Tally tally in Tallies)
        {
            tally.ReadUnits += Sum(block.Columns[lane.Measures[tally.At(lane)].Value], block.Count);
        }

        int next = 0;
        for (int row = 0; row <= block.Count; row++)
        {
            for (; next < block.Others.Count && block.Others[next].Before == row; next++)
            {
                Take(block.Others[next].Row);
            }

            if (row < block.Count)
            {
                Pay(lane, block, row);
            }
        }
    }

    /// <summary>Pays the statement whose rows have been taken.</summary>
    public void Close()
    {
        if (_group.Count == 0)
        {
            return;
        }

        if (Statement(out string reason) is CommissionStatement statement)
        {
            _seen?.Add(Payees.NumberOf(statement.Facts.Payee.Value), Periods.NumberOf(statement.Facts.Period), _group[0].Line);
            Statements++;
            _paidByPlan += statement.Total;
            foreach (PendingRow row in _group)
            {
                PaidRows += RowsOf?.Invoke(row.Line) ?? 1;
                for (int i = 0; i < Tallies.Length; i++)
                {
                    Tallies[i].Paid += row.Values[i] ?? 0m;
                }
            }

            _files.Write(statement);
            Told?.Invoke(statement);
        }
        else
        {
            _group.ForEach(row => Rejected(row, reason));
        }

        _group.Clear();
    }

    private static string Twice(int first) => string.Create(CultureInfo.InvariantCulture, $"the same payee and period stand in line {first}, expected each once");

    public static decimal Decimal(Int128 units, int scale)
    {
        decimal one = 1m;
        for (int i = 0; i < scale; i++)
        {
            one *= 10m;
        }

        return (decimal)units / one;
    }

    private static Int128 Sum(long[] values, int count)
    {
        Int128 sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += values[i];
        }

        return sum;
    }

    private void Pay(BulkLane lane, FactsBlock block, int row)
    {
        ReadOnlySpan<char> payee = block.PayeeOf(row);
        int period = block.Periods[row];
        if (_status[row] != 0 || (Alone is not null && payee.SequenceEqual(Alone)))
        {
            PendingRow alone = ByItself(lane, block, row);
            for (int i = 0; i < Tallies.Length; i++)
            {
                Tallies[i].ReadUnits -= block.Columns[lane.Measures[Tallies[i].At(lane)].Value][row]; // counted again as it is taken
            }

            Take(alone);
            return;
        }

        int line = block.Lines[row];
        if (_seen is not null)
        {
            if (_seen.LineOf(block.Payees[row], period) is int first and > 0)
            {
                Rejected(ByItself(lane, block, row), Twice(first));
                return;
            }

            _seen.Add(block.Payees[row], period, line);
        }

        Statements++;
        PaidRows += RowsOf?.Invoke(line) ?? 1;
        _paidByColumns += _due[row];
        foreach (Tally tally in Tallies)
        {
            tally.PaidUnits += block.Columns[lane.Measures[tally.At(lane)].Value][row];
        }

        _files.Write(_plan, payee, Periods.CellsOf(period), lane, block, row, _due[row]);
    }

    /// <summary>The row as the plan itself takes it; what was read of it is not read again.</summary>
    private PendingRow ByItself(BulkLane lane, FactsBlock block, int row)
    {
        var made = new FactsRow(new Id<Payee>(block.PayeeOf(row).ToString()), Periods[block.Periods[row]]);
        for (int i = 0; i < lane.Columns.Length; i++)
        {
            BulkColumn column = lane.Columns[i];
            long units = block.Columns[i][row];
            decimal value = column.IsRate ? Rate.OfTenBillionths(units).ToPercent() : Money.Of(Decimal(units, column.Scale), _plan.Currency).Amount;
            if (column.Basis is Basis basis)
            {
                made.Numbers.Add((basis, column.Part, value));
            }
            else
            {
                made.Paid.Add((column.Paid, value));
            }
        }

        bool good = made.Complete(_plan.Currency, perRecord: false, out string reason);
        var values = new decimal?[Tallies.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Decimal(block.Columns[lane.Measures[Tallies[i].At(lane)].Value][row], Money.MaxScale);
        }

        return new PendingRow(block.Lines[row], block.TextOf(row).ToString(), good ? made : null, reason, values);
    }

    private CommissionStatement? Statement(out string reason)
    {
        try
        {
            if (FactsRow.Facts([.. _group.Select(row => row.Row!)], _plan.Currency, _plan.Accumulation == Accumulation.PerRecord, out reason) is not CommissionFacts facts)
            {
                return null;
            }

            ResolvedPlan rules = _plan.Resolve(facts.Period.End);
            IReadOnlyList<FactError> missing = rules.Check(facts);
            if (missing.Count > 0)
            {
                reason = string.Join("; ", missing);
                return null;
            }

            return rules.Explain(facts);
        }
        catch (OverflowException)
        {
            reason = "the amounts are too large to be paid exactly";
        }
        catch (ArgumentException refused)
        {
            reason = refused.Message.Split('\n')[0];
        }

        return null;
    }
}
