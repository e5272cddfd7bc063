using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime.Text;

namespace ChannelModel.Tool.Paying;

/// <summary>Pays the sums of order lines, with what other files say of their payees: payee by payee as they first appear, each in the order of its periods.</summary>
internal sealed class LineStatements(OrderLines lines, FactsFile facts, IReadOnlyList<JoinFile> joins, Payments payments)
{
    private BlockPipe? _pipe;

    public void Pay()
    {
        using BlockPipe? pipe = payments.Lane is BulkLane lane ? new BlockPipe(lane.Columns.Length, payments.Pay) : null;
        _pipe = pipe;
        lines.Settle();
        HashSet<int> tooLarge = [.. lines.Refused.Keys]; // the thread that pays refuses more of them
        int[] periods = [.. Enumerable.Range(0, lines.Periods.Count).OrderBy(period => lines.Periods[period].Start)];
        for (int payee = 0; payee < lines.Payees.Count; payee++)
        {
            string name = lines.Payees[payee];
            foreach (int period in periods)
            {
                int statement = lines.NumberOf(payee, period);
                if (lines.Exists(statement) && !tooLarge.Contains(statement))
                {
                    Pay(name, period, statement);
                }
            }
        }

        pipe?.Finish();
        payments.Close();
    }

    private void Pay(string name, int period, int statement)
    {
        string[] more = joins.Count == 0 ? [] : [.. joins.SelectMany(join => join.CellsOf(name, lines.Periods[period].Start))];
        if (_pipe is not BlockPipe pipe)
        {
            payments.Take(Pending(name, period, statement, more));
            return;
        }

        FactsBlock block = pipe.Current;
        if (TryTake(payments.Lane!, block, statement, more))
        {
            block.Start(default);
            block.Add(name, period, statement);
        }
        else
        {
            block.Others.Add((block.Count, Pending(name, period, statement, more)));
        }

        if (block.IsFull)
        {
            pipe.Next();
        }
    }

    private bool TryTake(BulkLane lane, FactsBlock block, int statement, string[] more)
    {
        int first = FactsFile.Keys.Count + lines.Measures.Count;
        for (int i = 0; i < lane.Columns.Length; i++)
        {
            int cell = lane.Columns[i].Cell;
            if (cell >= first)
            {
                if (!lane.TryRead(i, more[cell - first], block))
                {
                    return false;
                }
            }
            else if (lines.IsStated(statement, cell - FactsFile.Keys.Count))
            {
                block.Columns[i][block.Count] = lines.SumOf(cell - FactsFile.Keys.Count, statement);
            }
            else
            {
                return false;
            }
        }

        return lane.Empty.All(cell => more[cell - first].Length == 0);
    }

    /// <summary>The statement as the plan itself takes it.</summary>
    private PendingRow Pending(string name, int period, int statement, string[] more)
    {
        var cells = new string[facts.Width];
        cells[0] = name;
        cells[1] = LocalDatePattern.Iso.Format(lines.Periods[period].Start);
        cells[2] = LocalDatePattern.Iso.Format(lines.Periods[period].End);
        for (int i = 0; i < lines.Measures.Count; i++)
        {
            cells[i + 3] = lines.IsStated(statement, i) ? Payments.Decimal(lines.SumOf(i, statement), Money.MaxScale).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) : string.Empty;
        }

        more.CopyTo(cells, 3 + lines.Measures.Count);
        FactsRow? made = facts.Read(cells, out string reason);
        return new PendingRow(statement, string.Empty, made, reason, payments.Read(cells));
    }
}
