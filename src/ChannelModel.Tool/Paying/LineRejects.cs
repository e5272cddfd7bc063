using System;
using System.Collections.Generic;
using nietras.SeparatedValues;

namespace ChannelModel.Tool.Paying;

/// <summary>What becomes of order lines that are not paid: those that cannot be read are rejected as they come; those of refused statements in a second reading, since nothing is kept of them but a number.</summary>
internal sealed class LineRejects(OrderLines lines, Payments payments, Action<int, string, string> reject)
{
    private readonly decimal[] _values = new decimal[lines.Measures.Count];
    private readonly int[] _unreadable = new int[lines.Measures.Count];

    /// <summary>Adds the lines of a block, and rejects its others.</summary>
    public void Add(FactsBlock block)
    {
        lines.Add(block);
        foreach ((_, PendingRow row) in block.Others)
        {
            for (int i = 0; i < _values.Length; i++)
            {
                _values[i] += row.Values[i] ?? 0m;
                _unreadable[i] += row.Values[i] is null ? 1 : 0;
            }

            reject(row.Line, row.Reason, row.Text);
        }
    }

    /// <summary>Puts what was read, line by line, beside what was paid by statement.</summary>
    public void Settle()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            Tally tally = Array.Find(payments.Tallies, one => one.Measure == lines.Measures[i])!;
            tally.Read = _values[i];
            tally.ReadUnits = lines.Read[i];
            tally.Unreadable = _unreadable[i];
        }
    }

    /// <summary>Reads the file again and rejects the lines of refused statements.</summary>
    public bool Reject(SepReader rows)
    {
        var block = new FactsBlock(lines.Measures.Count);
        foreach (SepReader.Row row in rows)
        {
            lines.Take(row, block, keepsText: true);
            if (block.IsFull)
            {
                Reject(block);
            }
        }

        Reject(block);
        foreach ((int statement, string reason) in lines.Refused)
        {
            if (lines.RowsOf(statement) == 0)
            {
                reject(0, $"{lines.NameOf(statement)}: {reason}", lines.NameOf(statement)); // it was asked for, and has no line
            }
        }

        return true;
    }

    private void Reject(FactsBlock block)
    {
        lines.Payees.Number(block);
        for (int i = 0; i < block.Count; i++)
        {
            if (lines.Refused.TryGetValue(lines.NumberOf(block.Payees[i], block.Periods[i]), out string? reason))
            {
                reject(block.Lines[i], reason, block.TextOf(i).ToString());
            }
        }

        block.Clear();
    }
}
