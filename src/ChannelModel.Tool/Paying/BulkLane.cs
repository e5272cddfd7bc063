using System;
using System.Buffers;
using System.Linq;
using ChannelModel.Bulk;
using ChannelModel.Commissions;
using nietras.SeparatedValues;

namespace ChannelModel.Tool.Paying;

/// <summary>
/// Pays rows of plain numbers as columns. A row that states less or more than the columns, or a number that is none, is left to the plan itself, and so is a row that the plan for columns does not rate:
/// the plan says why.
/// </summary>
internal sealed class BulkLane
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    private readonly BulkPlan _plan;
    private readonly int _width;

    private BulkLane(BulkPlan plan, FactsFile facts)
    {
        _plan = plan;
        _width = facts.Width;
        (Columns, Empty) = facts.Bulk(plan.ResultScale);
        Measures = [.. facts.Measures.Select(measure => new BulkMeasure(measure, At(measure, string.Empty), At(measure, "target"), At(measure, "prior")))];
    }

    public BulkColumn[] Columns { get; }

    /// <summary>Gets the cells that must be empty in a row of plain numbers.</summary>
    public int[] Empty { get; }

    /// <summary>Gets the measures in the order of the file, each with its columns.</summary>
    public BulkMeasure[] Measures { get; }

    /// <summary>Gets the decimals of what is due.</summary>
    public int ResultScale => _plan.ResultScale;

    /// <summary>Makes the lane, or says why the rows are paid one by one.</summary>
    public static BulkLane? Of(CommissionPlan plan, FactsFile facts, out string obstacle)
    {
        var bulk = BulkPlan.Of(plan.Resolve(new NodaTime.LocalDate(2000, 1, 1)), ColumnScales.Of(Money.MaxScale, Money.MaxScale, 8));
        obstacle = bulk.Obstacle ?? (plan.Caps.Any(cap => cap.Excess == Excess.Carried) ? "it carries what a cap cuts" : facts.HasGroups ? "a statement has several rows" : string.Empty);
        if (obstacle.Length > 0)
        {
            return null;
        }

        var lane = new BulkLane(bulk, facts);
        if (lane.Columns.Length is 0 or > 8 || (plan.Accumulation != Accumulation.PerPeriod && lane.Columns.Count(column => column.Basis is not null && column.Part.Length == 0) > 4))
        {
            obstacle = "there are more columns than a plan for columns takes";
            return null;
        }

        try
        {
            var block = new FactsBlock(lane.Columns.Length);
            _ = bulk.Evaluate(lane.Facts(block, 1), new long[1], new byte[1]);
            return lane;
        }
        catch (ArgumentException missing)
        {
            obstacle = missing.Message.Split('\n')[0];
            return null;
        }
    }

    /// <summary>Takes a row, if it is one of plain numbers.</summary>
    public bool TryTake(SepReader.Row row, PeriodTable periods, FactsBlock block)
    {
        if (row.ColCount != _width)
        {
            return false;
        }

        block.Start(row.Span); // before the cells are read, which takes quotes away in place
        ReadOnlySpan<char> payee = row[0].Span;
        if (!IsPayee(payee) || !CellNumber.TryReadDay(row[1].Span, out int start) || !CellNumber.TryReadDay(row[2].Span, out int end) || periods.NumberOf(start, end) is int period && period < 0)
        {
            return false;
        }

        foreach (int cell in Empty)
        {
            if (row[cell].Span.Length > 0)
            {
                return false;
            }
        }

        for (int i = 0; i < Columns.Length; i++)
        {
            if (!TryRead(i, row[Columns[i].Cell].Span, block))
            {
                return false;
            }
        }

        block.Add(payee, period, row.LineNumberFrom);
        return true;
    }

    /// <summary>Puts a number in its place in the row that is being added.</summary>
    public bool TryRead(int column, ReadOnlySpan<char> text, FactsBlock block)
    {
        long units;
        bool read = Columns[column].IsRate ? CellNumber.TryReadPercent(text, out units) : CellNumber.TryRead(text, Columns[column].Scale, out units);
        if (read)
        {
            block.Columns[column][block.Count] = units;
        }

        return read;
    }

    public void Evaluate(FactsBlock block, long[] due, byte[] status)
    {
        if (block.Count > 0)
        {
            _ = _plan.Evaluate(Facts(block, block.Count), due, status);
        }
    }

    /// <summary>Whether a text is sure to be an id of a payee.</summary>
    public static bool IsPayee(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= Id<Payee>.MaxLength && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && (!text.ContainsAnyExceptInRange(' ', '~') || !text.ContainsAny(Controls));

    private FactColumns Facts(FactsBlock block, int rows)
    {
        FactColumns facts = default;
        for (int i = 0; i < Columns.Length; i++)
        {
            ReadOnlySpan<long> values = block.Columns[i].AsSpan(0, rows);
            facts = Columns[i] switch
            {
                { Basis: null } paid => facts.WithPaid(paid.Paid, values),
                { Part: "target" } target => facts.WithTarget(target.Basis, values),
                { Part: "baseline" } baseline => facts.WithBaseline(baseline.Basis, values),
                { Part: "prior" } prior => facts.WithPrior(prior.Basis, values),
                BulkColumn value => facts.With(value.Basis, values),
            };
        }

        return facts;
    }

    private int At(Basis measure, string part) => Array.FindIndex(Columns, column => column.Basis == measure && column.Part == part);
}
