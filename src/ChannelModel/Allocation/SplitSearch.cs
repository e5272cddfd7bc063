using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>
/// The best split of a total in doubles, with a proof. Concave curves need one price. For others the concave envelopes give a bound; at most one line then stands inside
/// a chord, its range is cut there, and the part with the highest bound comes next, until no part can hold a better split.
/// </summary>
internal sealed class SplitSearch
{
    private const int MostNodes = 20_000;

    private readonly SplitSpace _space;
    private readonly SplitParts _parts = new();
    private readonly double _tolerance;

    private SplitSearch(SplitSpace space, double tolerance)
    {
        _space = space;
        _tolerance = tolerance;
        Spend = new double[space.Curves.Length];
    }

    /// <summary>What each line gets.</summary>
    public double[] Spend { get; private set; }

    /// <summary>What the split brings.</summary>
    public double Value { get; private set; } = double.NegativeInfinity;

    /// <summary>The price of money at the split.</summary>
    public double Price { get; private set; }

    /// <summary>What no split can exceed.</summary>
    public double Bound { get; private set; }

    /// <summary>The lines as columns, where one price was enough.</summary>
    public ResponseColumns? Columns { get; private set; }

    /// <summary>Cuts and prices that prove the bound.</summary>
    public IReadOnlyList<BoundStep> Proof { get; private set; } = [];

    /// <summary>Solves for a total between the sums of the ranges' ends.</summary>
    /// <param name="space">The splits.</param>
    /// <param name="tolerance">The relative gap at which the search ends.</param>
    /// <param name="start">A split to begin with, or null.</param>
    public static SplitSearch Solve(SplitSpace space, double tolerance, double[]? start)
    {
        var search = new SplitSearch(space, tolerance);
        bool concave = true;
        foreach (ResponseCurve curve in space.Curves)
        {
            concave &= curve.IsConcave;
        }

        if (concave)
        {
            search.Concave();
        }
        else
        {
            search.Branch(start);
        }

        search.Bound = Math.Max(search.Bound, search.Value);
        return search;
    }

    /// <summary>The split in which each line takes its best answer to a price, which is the best of its total.</summary>
    public static SplitSearch AtPrice(SplitSpace space, double[] spend, double price) => new(space, 0d)
    {
        Spend = spend,
        Value = space.ValueOf(spend),
        Price = price,
        Proof = [BoundStep.Price(price)],
        Bound = space.ValueOf(spend),
    };

    private static double[] ByLine(ResponseColumns columns, double[] values)
    {
        var result = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            result[columns.Order[i]] = values[i];
        }

        return result;
    }

    private void Concave()
    {
        var columns = new ResponseColumns(_space.Curves, _space.Lo, _space.Hi);
        PriceSearch found = PriceSearch.Solve(columns, _space.Total);
        Spend = ByLine(columns, found.Spend);
        Columns = columns;
        Value = columns.ValueOf(found.Spend);
        Price = found.Price;
        Proof = [BoundStep.Price(Price)];
        Bound = columns.BoundAt(Price, _space.Total);
    }

    private void Branch(double[]? start)
    {
        int most = Math.Max(20, Math.Min(MostNodes, 400_000 / Math.Max(1, _space.Curves.Length)));
        if (start is not null)
        {
            Take(start, double.NaN);
            Polish(start);
        }

        Open(_space.Lo, _space.Hi);
        while (_parts.OpenCount > 0)
        {
            SplitPart node = _parts[_parts.Pop()];
            if (!Better(node.Bound))
            {
                break; // nor can any other that is still open
            }

            if (node.Partial < 0 || _parts.Count + 2 > most)
            {
                Bound = Math.Max(Bound, node.Bound);
                if (node.Partial >= 0)
                {
                    break; // the rest stays open, and counts in the bound
                }

                continue;
            }

            int line = node.Partial;
            (double[] lo, double[] hi) lower = ((double[])node.Lo.Clone(), (double[])node.Hi.Clone());
            (double[] lo, double[] hi) upper = ((double[])node.Lo.Clone(), (double[])node.Hi.Clone());
            _space.Cut(line, node.At, upper: false, lower.lo, lower.hi);
            _space.Cut(line, node.At, upper: true, upper.lo, upper.hi);
            node.Cut = line;
            node.Left = Open(lower.lo, lower.hi);
            node.Right = Open(upper.lo, upper.hi);
        }

        Proof = Walk();
        Bound = _space.BoundOf(Proof);
    }

    private bool Better(double bound) => bound > Value + (_tolerance * 0.5 * Math.Abs(Value));

    /// <summary>Solves the envelopes within ranges and keeps the part for later.</summary>
    private int Open(double[] lo, double[] hi)
    {
        var node = new SplitPart(lo, hi);
        int number = _parts.Add(node);
        double least = 0d;
        double most = 0d;
        bool crossed = false;
        for (int i = 0; i < lo.Length; i++)
        {
            crossed |= lo[i] > hi[i];
            least += lo[i];
            most += hi[i];
        }

        double margin = 1e-12 * Math.Max(_space.Total, most);
        if (crossed || least > _space.Total + margin || most < _space.Total - margin)
        {
            return number;
        }

        var columns = new ResponseColumns(_space.Curves, lo, hi);
        PriceSearch found = PriceSearch.Solve(columns, _space.Total);
        node.Price = found.Price;
        node.Bound = _space.BoundAt(found.Price, lo, hi);
        double[] x = ByLine(columns, found.Spend);
        if (found.Low is not null)
        {
            double[] low = ByLine(columns, found.Low);
            double[] high = ByLine(columns, found.High!);
            Fill(node, x, low, high);
        }

        Take(x, found.Price);
        Polish(x);
        if (node.Partial >= 0 && Better(node.Bound))
        {
            Try(x, node.Partial, _space.Lo[node.Partial]);
            Try(x, node.Partial, hi[node.Partial]);
        }

        if (node.Partial >= 0)
        {
            double from = lo[node.Partial];
            double width = hi[node.Partial] - from;
            node.At = x[node.Partial];
            if (node.At - from < 1e-6 * width || from + width - node.At < 1e-6 * width)
            {
                node.At = from + (0.5 * width);
            }
        }

        if (Better(node.Bound))
        {
            _parts.Push(number);
        }

        return number;
    }

    /// <summary>Gives the lines that jump all or nothing, smaller keys first; what is left goes to straight pieces, and else to one line inside its chord.</summary>
    private void Fill(SplitPart node, double[] x, double[] low, double[] high)
    {
        double rest = _space.Total;
        double spare = 0d;
        for (int i = 0; i < x.Length; i++)
        {
            rest -= low[i];
            x[i] = low[i];
            if (_space.Curves[i].IsConcave)
            {
                spare += high[i] - low[i];
            }
        }

        int partial = -1;
        for (int i = 0; i < x.Length; i++)
        {
            double width = high[i] - low[i];
            if (_space.Curves[i].IsConcave || !(width > 0d) || rest <= 0d)
            {
                continue;
            }

            if (width <= rest)
            {
                x[i] = high[i];
                rest -= width;
            }
            else if (partial < 0)
            {
                partial = i;
            }
        }

        if (rest > 0d && spare > 0d)
        {
            double part = Math.Min(1d, rest / spare);
            for (int i = 0; i < x.Length; i++)
            {
                if (_space.Curves[i].IsConcave)
                {
                    x[i] = Math.Min(high[i], x[i] + (part * (high[i] - low[i])));
                }
            }

            rest -= part * spare;
        }

        if (rest > 0d && partial >= 0)
        {
            x[partial] = Math.Min(high[partial], x[partial] + rest);
            double chord = high[partial] - low[partial];
            double level = _space.Curves[partial].Value(low[partial]) + ((_space.Curves[partial].Value(high[partial]) - _space.Curves[partial].Value(low[partial])) * (rest / chord));
            node.Partial = level > _space.Curves[partial].Value(x[partial]) ? partial : -1;
        }
    }

    /// <summary>Keeps a split if it is better than the best so far; of equals the first.</summary>
    private void Take(double[] x, double price)
    {
        double value = _space.ValueOf(x);
        if (value > Value + (1e-15 * Math.Abs(Value)) || double.IsNegativeInfinity(Value))
        {
            Value = value;
            Spend = (double[])x.Clone();
            Price = price;
        }
    }

    /// <summary>Sets one line and lets the others make room, or take what it leaves.</summary>
    private void Try(double[] x, int line, double value)
    {
        var moved = (double[])x.Clone();
        moved[line] = value;
        Polish(moved);
    }

    /// <summary>The best split with each line on its own bend: S-shaped lines above their inflection stay above it, others of them stay where they are.</summary>
    private void Polish(double[] x)
    {
        var lo = new double[x.Length];
        var hi = new double[x.Length];
        double least = 0d;
        double most = 0d;
        for (int i = 0; i < x.Length; i++)
        {
            (lo[i], hi[i]) = Bend(i, x[i]);
            least += lo[i];
            most += hi[i];
        }

        if (least <= _space.Total && most >= _space.Total)
        {
            var columns = new ResponseColumns(_space.Curves, lo, hi);
            PriceSearch found = PriceSearch.Solve(columns, _space.Total);
            Take(ByLine(columns, found.Spend), found.Price);
        }
    }

    private (double Lo, double Hi) Bend(int line, double x)
    {
        ResponseCurve curve = _space.Curves[line];
        double lo = _space.Lo[line];
        double hi = _space.Hi[line];
        if (curve.IsConcave)
        {
            return (lo, hi);
        }

        if (curve.Shape == ResponseShape.Hill)
        {
            return x >= curve.Inflection ? (Math.Max(lo, curve.Inflection), hi) : (x, x);
        }

        // The piece of the line that x stands on.
        foreach (ResponsePoint corner in curve.Vertices)
        {
            if (corner.Spend <= x)
            {
                lo = Math.Max(lo, corner.Spend);
            }
            else
            {
                hi = Math.Min(hi, corner.Spend);
                break;
            }
        }

        return (Math.Min(lo, x), Math.Max(hi, x));
    }

    private List<BoundStep> Walk()
    {
        var steps = new List<BoundStep>();
        var open = new Stack<int>();
        open.Push(0);
        while (open.Count > 0)
        {
            SplitPart node = _parts[open.Pop()];
            if (node.Cut >= 0)
            {
                steps.Add(BoundStep.Cut(node.Cut, node.At));
                open.Push(node.Right);
                open.Push(node.Left);
            }
            else
            {
                steps.Add(BoundStep.Price(node.Price));
            }
        }

        return steps;
    }
}
