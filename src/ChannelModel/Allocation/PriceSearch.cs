using System;

namespace ChannelModel.Allocation;

/// <summary>
/// Finds the price of money at which the lines ask for exactly the total: Newton steps on the logarithm of the price inside a bracket. Smooth lines end on their closed
/// forms; where lines ask for a whole range at one price (straight pieces, the chord of an S-curve), the range is shared out in proportion to its width, so that
/// equal lines get equal amounts.
/// </summary>
internal sealed class PriceSearch
{
    // Beyond e^-690 and e^690 a price is no longer a normal number.
    private const double Limit = 690d;

    private readonly ResponseColumns _columns;
    private readonly double[] _x;
    private readonly double[] _change;
    private readonly double[] _other;

    private PriceSearch(ResponseColumns columns)
    {
        _columns = columns;
        _x = new double[columns.Count];
        _change = new double[columns.Count];
        _other = new double[columns.Count];
    }

    /// <summary>What each line gets, in the order of the columns.</summary>
    public double[] Spend => _x;

    /// <summary>What each line asks for just above the price; differs from <see cref="High"/> where a line jumps.</summary>
    public double[]? Low { get; private set; }

    /// <summary>What each line asks for just below the price.</summary>
    public double[]? High { get; private set; }

    /// <summary>The price of money: the response for one more unit.</summary>
    public double Price { get; private set; }

    /// <summary>How many prices were asked.</summary>
    public int Steps { get; private set; }

    /// <summary>Solves for a total between the sums of the bounds; the upper bounds are finite.</summary>
    public static PriceSearch Solve(ResponseColumns columns, double total)
    {
        var search = new PriceSearch(columns);
        double least = Sum(columns.Lo);
        double most = Sum(columns.Hi);
        if (total <= least || total >= most)
        {
            bool full = total >= most;
            Array.Copy(full ? columns.Hi : columns.Lo, search._x, columns.Count);
            search.Price = search.EndPrice(full);
            return search;
        }

        search.Find(total);
        return search;
    }

    private static double Sum(double[] values)
    {
        double sum = 0d;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>At an end every price beyond some slope will do; the nearest is taken.</summary>
    private double EndPrice(bool full)
    {
        double price = full ? double.PositiveInfinity : 0d;
        for (int i = 0; i < _columns.Count; i++)
        {
            if (_columns.Hi[i] > _columns.Lo[i])
            {
                price = full
                    ? Math.Min(price, _columns.Curves[i].Gentlest(_columns.Lo[i], _columns.Hi[i]))
                    : Math.Max(price, _columns.Curves[i].Steepest(_columns.Lo[i], _columns.Hi[i]));
            }
        }

        return double.IsInfinity(price) ? (full ? 0d : double.MaxValue) : price;
    }

    private void Find(double total)
    {
        double low = double.NegativeInfinity; // asks for at least the total
        double high = double.PositiveInfinity; // asks for at most the total
        double at = Guess(total);
        double expand = 1d;
        double width = double.PositiveInfinity;
        for (Steps = 1; Steps < 400; Steps++)
        {
            double price = Math.Exp(at);
            (double sum, double change) = _columns.SpendAt(price, _x, _change);
            double over = sum - total;
            if (change < 0d && Math.Abs(over) <= -1e-9 * change && Finish(at, over, change, total))
            {
                // This step changed the price by less than 10^-9, and the step after it would by less than a rounding.
                return;
            }

            if (over == 0d)
            {
                Price = price;
                return;
            }

            if (over > 0d)
            {
                low = at;
            }
            else
            {
                high = at;
            }

            double next = change < 0d ? at - (over / change) : double.NaN;
            if (double.IsInfinity(low) || double.IsInfinity(high))
            {
                // Steps at most double: a Newton step from a flat place would leave the range of numbers.
                double furthest = over > 0d ? at + expand : at - expand;
                bool near = over > 0d ? next > at && next < furthest : next < at && next > furthest;
                next = near ? next : furthest;
                expand *= 2d;
                if (Math.Abs(next) > Limit)
                {
                    if (next > 0d || at > Limit - 1d)
                    {
                        next = Math.Min(next, 709d);
                        if (at >= 709d)
                        {
                            break;
                        }
                    }
                    else if (at <= -Limit)
                    {
                        Saturated(total);
                        return;
                    }
                    else
                    {
                        next = -Limit;
                    }
                }
            }
            else
            {
                if (high - low <= 2e-16 * Math.Max(1d, Math.Abs(at)))
                {
                    break;
                }

                // A step that leaves the bracket, or one that has not halved it three times running, is replaced by its middle.
                bool slow = Steps % 4 == 0 && high - low > 0.5 * width;
                if (Steps % 4 == 0)
                {
                    width = high - low;
                }

                if (!(next > low && next < high) || slow)
                {
                    next = low + ((high - low) * 0.5);
                    if (next <= low || next >= high)
                    {
                        break;
                    }
                }
            }

            at = next;
        }

        Share(total, Math.Exp(low), Math.Exp(high));
    }

    /// <summary>
    /// The last step in closed form: what is over is taken from the free lines by how strongly each reacts to the price. Not taken where that is no measure of the answer:
    /// at a bound that cuts the step short, and at the bend of an S-curve, where the reaction grows beyond all limits and below which the line jumps.
    /// </summary>
    private bool Finish(double at, double over, double change, double total)
    {
        double by = over / change;
        double price = Math.Exp(at - by);
        double cut = 0d;
        for (int i = 0; i < _x.Length; i++)
        {
            if (_change[i] != 0d)
            {
                double free = _x[i] - (by * _change[i]);
                double moved = Clip(i, free);
                cut += Math.Abs(free - moved);
                if (i >= _columns.FirstJumping && !(Math.Abs(_columns.Curves[i].Best(price, _columns.Lo[i], _columns.Hi[i]) - moved) <= 1e-10 * total))
                {
                    return false;
                }
            }
        }

        if (cut > 1e-13 * total)
        {
            return false;
        }

        for (int i = 0; i < _x.Length; i++)
        {
            if (_change[i] != 0d)
            {
                _x[i] = Clip(i, _x[i] - (by * _change[i]));
            }
        }

        Price = price;
        return true;
    }

    private double Clip(int i, double x) => x < _columns.Lo[i] ? _columns.Lo[i] : x > _columns.Hi[i] ? _columns.Hi[i] : x;

    /// <summary>Shares what lies between the answers to two neighbouring prices in proportion to the width of each line's range.</summary>
    private void Share(double total, double low, double high)
    {
        // The answers at the lower price are the larger ones.
        _columns.SpendAt(low, _other, _change);
        _columns.SpendAt(high, _x, _change);
        Mix(total, high);
    }

    private void Mix(double total, double price)
    {
        Low = (double[])_x.Clone();
        High = (double[])_other.Clone();
        double from = Sum(_x);
        double to = Sum(_other);
        double part = to > from ? (total - from) / (to - from) : 0d;

        // Within rounding of an end the range is taken whole, or not at all, so that lines stand on their corners and bounds.
        double margin = 4e-16 * Math.Max(1d, _x.Length) * (total / Math.Max(to - from, double.Epsilon));
        part = part <= margin ? 0d : part >= 1d - margin ? 1d : part;
        double widest = 0d;
        Price = price;
        for (int i = 0; i < _x.Length; i++)
        {
            double range = _other[i] - _x[i];
            if (range > widest)
            {
                // The price of a jump is the slope of its line, to the last digit.
                widest = range;
                double slope = (_columns.Curves[i].Value(_other[i]) - _columns.Curves[i].Value(_x[i])) / range;
                Price = Math.Abs(slope - price) <= 1e-9 * Math.Abs(price) ? slope : price;
            }

            _x[i] = part >= 1d ? _other[i] : Math.Min(_other[i], _x[i] + (part * range));
        }
    }

    /// <summary>The lines ask for less than the total at any price above 0: the rest brings nothing, or costs.</summary>
    private void Saturated(double total)
    {
        if (_columns.SpendAtAny(0d, _other, high: true) >= total)
        {
            Mix(total, 0d);
            return;
        }

        // Below 0 a line is paid to take money: only falling curves have such prices.
        double near = -1e-300;
        double far = -1e-300;
        while (_columns.SpendAtAny(far, _other, high: true) < total && far > -1e300)
        {
            near = far;
            far *= 16d;
        }

        for (int i = 0; i < 200; i++)
        {
            double middle = near / far < 0.5 ? -Math.Sqrt(near * far) : near + ((far - near) * 0.5);
            if (middle >= near || middle <= far)
            {
                break;
            }

            if (_columns.SpendAtAny(middle, _other, high: true) >= total)
            {
                far = middle;
            }
            else
            {
                near = middle;
            }
        }

        _columns.SpendAtAny(far, _other, high: true);
        _columns.SpendAtAny(near, _x, high: false);
        Mix(total, far);
    }

    /// <summary>The mean, of the logarithms, of a few lines' slopes at an even share of the total.</summary>
    private double Guess(double total)
    {
        int step = Math.Max(1, _columns.Count / 64);
        double sum = 0d;
        int seen = 0;
        for (int i = 0; i < _columns.Count; i += step)
        {
            double lo = _columns.Lo[i];
            double hi = _columns.Hi[i];
            double even = Math.Min(hi, Math.Max(lo, total / _columns.Count));
            double slope = _columns.Curves[i].Slope(even);
            if (slope > 0d && slope < double.MaxValue)
            {
                sum += Math.Log(slope);
                seen++;
            }
        }

        double guess = seen == 0 ? 0d : sum / seen;
        return guess < -600d ? -600d : guess > 600d ? 600d : guess;
    }
}
