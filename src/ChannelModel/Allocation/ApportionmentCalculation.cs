using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>
/// One apportionment in whole numbers. A divisor method starts at the level of the bounded proportional split, rounds every line by its signposts, and then takes or gives the few units that are over
/// or missing, lowest or highest priority first: as many as there are lines at most, whatever the total. Priorities (weight / signpost) are compared by cross-multiplication.
/// </summary>
internal sealed class ApportionmentCalculation
{
    private readonly ApportionmentMethod _method;
    private readonly BigInteger[] _weights;
    private readonly BigInteger[] _powers;
    private readonly BigInteger[] _low;
    private readonly BigInteger?[] _high;
    private readonly IComparer<int> _order;

    /// <summary>Initializes a new instance of the <see cref="ApportionmentCalculation"/> class and works it out; the total fits the bounds.</summary>
    public ApportionmentCalculation(ApportionmentMethod method, BigInteger total, BigInteger[] weights, BigInteger[] low, BigInteger?[] high, IComparer<int> order)
    {
        _method = method;
        _weights = weights;
        _powers = method.Power == 2 ? weights.Select(weight => weight * weight).ToArray() : weights;
        _low = low;
        _high = high;
        _order = order;
        Parts = new BigInteger[weights.Length];
        if (method.HasDivisor)
        {
            ByDivisor(total);
        }
        else
        {
            ByRemainder(total);
        }
    }

    public BigInteger[] Parts { get; }

    /// <summary>Gets the lines that would get the next unit: more than one if they tie.</summary>
    public IReadOnlyList<int> Next { get; private set; } = [];

    /// <summary>Gets the lines whose last unit has the lowest priority of all units handed out.</summary>
    public IReadOnlyList<int> Last { get; private set; } = [];

    /// <summary>Gets a value indicating whether the last units went by key only, since lines of the same priority got none.</summary>
    public bool IsTied { get; private set; }

    /// <summary>Gets the priority of the next unit, in the method's power; null if no line can grow.</summary>
    public Ratio? NextPriority { get; private set; }

    /// <summary>Gets the lowest priority handed out; null if no line got a unit by it.</summary>
    public Ratio? LastPriority { get; private set; }

    /// <summary>The least whole number of units of weight with which a line, all else the same, has one more unit for sure; null where no weight can bring that about.</summary>
    public BigInteger? MissingWeight(int line)
    {
        if (!_method.HasDivisor || _high[line] is BigInteger most && Parts[line] >= most)
        {
            return null;
        }

        // It must outbid the lowest priority of the others.
        Ratio? lowest = null;
        for (int i = 0; i < Parts.Length; i++)
        {
            if (i != line && Shrinkable(i))
            {
                Ratio priority = Priority(i, Parts[i] - 1)!.Value;
                lowest = lowest is null || priority.CompareTo(lowest.Value) < 0 ? priority : lowest;
            }
        }

        if (lowest is not Ratio bid)
        {
            return null;
        }

        (BigInteger top, BigInteger bottom) = _method.Signpost(Parts[line]);
        Ratio needed = bid * new Ratio(top, bottom);

        // The smallest whole weight whose power is above what is needed.
        BigInteger floor = BigInteger.Divide(needed.Numerator, needed.Denominator);
        BigInteger weight = (_method.Power == 2 ? Root(floor) : floor) + 1;
        return BigInteger.Max(BigInteger.Zero, weight - _weights[line]);
    }

    private static BigInteger Root(BigInteger value)
    {
        if (value.IsZero)
        {
            return value;
        }

        BigInteger guess = BigInteger.One << (int)((BigInteger.Log(value, 2) / 2) + 2);
        while (true)
        {
            BigInteger better = (guess + (value / guess)) >> 1;
            if (better >= guess)
            {
                return guess;
            }

            guess = better;
        }
    }

    private bool Growable(int line) => !_weights[line].IsZero && !(_high[line] is BigInteger most && Parts[line] >= most);

    private bool Shrinkable(int line) => !_weights[line].IsZero && Parts[line] > _low[line] && Priority(line, Parts[line] - 1) is not null;

    /// <summary>What a line bids for its unit after <paramref name="count"/>; null is without end.</summary>
    private Ratio? Priority(int line, BigInteger count)
    {
        (BigInteger top, BigInteger bottom) = _method.Signpost(count);
        return top.IsZero ? null : new Ratio(_powers[line] * bottom, top);
    }

    private void ByDivisor(BigInteger total)
    {
        Ratio level = WaterFilling.Level(total, _weights, _low, _high);
        BigInteger over = -total;
        for (int i = 0; i < Parts.Length; i++)
        {
            Parts[i] = Rounded(i, level);
            over += Parts[i];
        }

        if (over.Sign > 0)
        {
            var heap = new LineHeap(Compare(1, (line, count) => Priority(line, count - 1)), Enumerable.Range(0, Parts.Length).Where(Shrinkable));
            for (; over.Sign > 0; over -= BigInteger.One)
            {
                int line = heap.Top;
                Parts[line] -= BigInteger.One;
                heap.Settle(Shrinkable(line));
            }
        }
        else if (over.Sign < 0)
        {
            var heap = new LineHeap(Compare(-1, Priority), Enumerable.Range(0, Parts.Length).Where(Growable));
            for (; over.Sign < 0; over += BigInteger.One)
            {
                int line = heap.Top;
                Parts[line] += BigInteger.One;
                heap.Settle(Growable(line));
            }
        }

        int[] growable = [.. Enumerable.Range(0, Parts.Length).Where(Growable)];
        int[] shrinkable = [.. Enumerable.Range(0, Parts.Length).Where(Shrinkable)];
        NextPriority = Extreme(growable, line => Priority(line, Parts[line]), 1);
        LastPriority = Extreme(shrinkable, line => Priority(line, Parts[line] - 1), -1);
        Next = [.. growable.Where(line => Same(Priority(line, Parts[line]), NextPriority)).OrderBy(line => line, _order)];
        Last = [.. shrinkable.Where(line => Same(Priority(line, Parts[line] - 1), LastPriority)).OrderBy(line => line, _order)];
        IsTied = Next.Count > 0 && Last.Count > 0 && NextPriority is not null && Same(NextPriority, LastPriority);
    }

    /// <summary>The number of signposts that weight x level reaches, between the bounds.</summary>
    private BigInteger Rounded(int line, Ratio level)
    {
        if (_weights[line].IsZero)
        {
            return _low[line];
        }

        BigInteger share = level.Numerator * _weights[line];
        BigInteger count = BigInteger.Divide(share, level.Denominator);
        (BigInteger top, BigInteger bottom) = _method.Signpost(count);
        bool reached = _method.Power == 2
            ? share * share * bottom >= top * level.Denominator * level.Denominator
            : share * bottom >= top * level.Denominator;
        count += reached ? BigInteger.One : BigInteger.Zero;
        return _high[line] is BigInteger most && count > most ? most : BigInteger.Max(count, _low[line]);
    }

    /// <summary>Orders lines by what they bid, the sign says which comes first; ties by key, so that the smaller key is the first to get and the last to lose.</summary>
    private Comparison<int> Compare(int sign, Func<int, BigInteger, Ratio?> priority) => (x, y) =>
    {
        int compared = Compared(priority(x, Parts[x]), priority(y, Parts[y])) * sign;
        return compared != 0 ? compared : -sign * _order.Compare(x, y);
    };

    private static int Compared(Ratio? a, Ratio? b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => a.Value.CompareTo(b.Value),
    };

    private static bool Same(Ratio? a, Ratio? b) => Compared(a, b) == 0;

    private static Ratio? Extreme(int[] lines, Func<int, Ratio?> priority, int sign)
    {
        Ratio? best = null;
        bool first = true;
        foreach (int line in lines)
        {
            Ratio? own = priority(line);
            if (first || Compared(own, best) * sign > 0)
            {
                best = own;
                first = false;
            }
        }

        return best;
    }

    /// <summary>Hamilton: quotas of the whole total cut off, held between the bounds; the units left go to the largest remainders among the lines that no bound moved.</summary>
    private void ByRemainder(BigInteger total)
    {
        BigInteger sum = _weights.Aggregate(BigInteger.Zero, (all, weight) => all + weight);
        var remainders = new BigInteger[Parts.Length];
        var free = new List<int>();
        BigInteger left = total;
        for (int i = 0; i < Parts.Length; i++)
        {
            Parts[i] = sum.IsZero ? BigInteger.Zero : BigInteger.DivRem(total * _weights[i], sum, out remainders[i]);
            if (Parts[i] >= _low[i] && !(_high[i] is BigInteger most && Parts[i] >= most) && !_weights[i].IsZero)
            {
                free.Add(i);
            }

            Parts[i] = BigInteger.Max(Parts[i], _low[i]);
            Parts[i] = _high[i] is BigInteger cap && Parts[i] > cap ? cap : Parts[i];
            left -= Parts[i];
        }

        if (left.Sign < 0 || left > free.Count)
        {
            // The bounds move so much that the quotas no longer serve: those of the bounded proportional split do.
            left = Refit(total, free, remainders);
        }

        int[] ranked = [.. free.OrderByDescending(line => remainders[line]).ThenBy(line => line, _order)];
        int given = (int)left;
        foreach (int line in ranked.Take(given))
        {
            Parts[line] += BigInteger.One;
        }

        if (given < ranked.Length && !remainders[ranked[given]].IsZero)
        {
            Next = [.. ranked.Skip(given).Where(line => remainders[line] == remainders[ranked[given]])];
        }

        if (given > 0)
        {
            Last = [.. ranked.Take(given).Where(line => remainders[line] == remainders[ranked[given - 1]])];
            IsTied = Next.Count > 0 && remainders[Next[0]] == remainders[Last[0]];
        }
    }

    private BigInteger Refit(BigInteger total, List<int> free, BigInteger[] remainders)
    {
        Ratio level = WaterFilling.Level(total, _weights, _low, _high);
        BigInteger left = total;
        free.Clear();
        for (int i = 0; i < Parts.Length; i++)
        {
            BigInteger share = level.Numerator * _weights[i];
            Parts[i] = BigInteger.DivRem(share, level.Denominator, out remainders[i]);
            if (_weights[i].IsZero || share <= _low[i] * level.Denominator)
            {
                Parts[i] = _low[i];
            }
            else if (_high[i] is BigInteger most && share >= most * level.Denominator)
            {
                Parts[i] = most;
            }
            else
            {
                free.Add(i);
            }

            left -= Parts[i];
        }

        return left;
    }
}
