using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>
/// Brings an ideal split to whole smallest units: each line is cut off to whole units, and the units left go where the next one brings most. For concave curves the result
/// is the best split of whole units: each unit kept brings at least the price of money, each unit not given at most that.
/// </summary>
internal sealed class WholeUnits
{
    // Below it a unit's gain is a plain difference; above, the slope in the middle of the unit has more digits.
    private const long Differences = 100_000;

    private readonly BudgetModel _model;
    private readonly long[] _units;

    private WholeUnits(BudgetModel model)
    {
        _model = model;
        _units = new long[model.Free.Length];
    }

    /// <summary>Returns the units of the free lines, in their order.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="ideal">The ideal split of the free lines.</param>
    /// <param name="total">The units to be given to the free lines, within the sums of their bounds.</param>
    public static long[] Of(BudgetModel model, double[] ideal, long total)
    {
        var whole = new WholeUnits(model);
        long left = total;
        for (int k = 0; k < ideal.Length; k++)
        {
            double units = Math.Floor(ideal[k] * model.UnitsPerOne);
            int line = model.Free[k];
            whole._units[k] = units <= model.Lo[line] ? model.Lo[line] : units >= model.Hi[line] ? model.Hi[line] : (long)units;
            left -= whole._units[k];
        }

        while (left != 0)
        {
            long moved = whole.HandOut(left);
            if (moved == 0)
            {
                throw new InvalidOperationException("The units do not fit the bounds."); // excluded by the check of the bounds
            }

            left -= moved;
        }

        whole.Improve(ideal);
        return whole._units;
    }

    /// <summary>What the unit after <paramref name="units"/> brings.</summary>
    public static double Gain(ResponseCurve curve, long units, double unitsPerOne)
    {
        if (curve.Shape == ResponseShape.PiecewiseLinear || units + (curve.C * unitsPerOne) < Differences)
        {
            return curve.Value((units + 1) / unitsPerOne) - curve.Value(units / unitsPerOne);
        }

        return curve.Slope((units + 0.5) / unitsPerOne) / unitsPerOne;
    }

    private double Next(int k) => Gain(_model.Curves[_model.Free[k]], _units[k], _model.UnitsPerOne);

    private double Last(int k) => Gain(_model.Curves[_model.Free[k]], _units[k] - 1, _model.UnitsPerOne);

    private bool CanGrow(int k) => _units[k] < _model.Hi[_model.Free[k]];

    private bool CanShrink(int k) => _units[k] > _model.Lo[_model.Free[k]];

    /// <summary>Gives one unit each to the lines where it brings most, or takes one each where it costs least; equals by key.</summary>
    private long HandOut(long left)
    {
        bool give = left > 0;
        var lines = new List<int>();
        for (int k = 0; k < _units.Length; k++)
        {
            if (give ? CanGrow(k) : CanShrink(k))
            {
                lines.Add(k);
            }
        }

        long wanted = Math.Abs(left);
        if (lines.Count <= wanted && lines.Count > 0)
        {
            // All of them, and as often as all have room for: a total far off the sum does not cost a round for each unit.
            long times = wanted / lines.Count;
            foreach (int k in lines)
            {
                times = Math.Min(times, give ? _model.Hi[_model.Free[k]] - _units[k] : _units[k] - _model.Lo[_model.Free[k]]);
            }

            foreach (int k in lines)
            {
                _units[k] += give ? times : -times;
            }

            return (give ? 1 : -1) * times * lines.Count;
        }

        var worth = new double[lines.Count];
        for (int i = 0; i < worth.Length; i++)
        {
            worth[i] = give ? -Next(lines[i]) : Last(lines[i]);
        }

        // The lines are in the order of their keys. Those below the edge all move; of those at the edge, equals, the smaller key is served first when units are given, last when they are taken.
        double edge = Selected((double[])worth.Clone(), (int)wanted - 1);
        var equals = new List<int>();
        long done = 0;
        for (int i = 0; i < worth.Length; i++)
        {
            if (worth[i] < edge)
            {
                _units[lines[i]] += give ? 1 : -1;
                done++;
            }
            else if (worth[i] == edge)
            {
                equals.Add(lines[i]);
            }
        }

        for (int i = 0; done < wanted; i++, done++)
        {
            _units[equals[give ? i : equals.Count - 1 - i]] += give ? 1 : -1;
        }

        return left;
    }

    /// <summary>The number that would stand at a place if the numbers were sorted; they are moved about.</summary>
    private static double Selected(double[] values, int place)
    {
        int low = 0;
        int high = values.Length - 1;
        while (low < high)
        {
            double pivot = values[low + ((high - low) >> 1)];
            int i = low;
            int k = high;
            while (i <= k)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[k] > pivot)
                {
                    k--;
                }

                if (i <= k)
                {
                    (values[i], values[k]) = (values[k], values[i]);
                    i++;
                    k--;
                }
            }

            if (place <= k)
            {
                high = k;
            }
            else if (place >= i)
            {
                low = i;
            }
            else
            {
                break;
            }
        }

        return values[place];
    }

    /// <summary>
    /// Moves single units while that brings more. After a search of full precision there is nothing to move; it is there for kinks and rounding. Of lines that are the same to the last digits, those furthest
    /// from their ideal come first, so that equal lines take turns.
    /// </summary>
    private void Improve(double[] ideal)
    {
        int n = _units.Length;
        if (n > 10_000)
        {
            return;
        }

        var next = new double[n];
        var last = new double[n];
        for (int k = 0; k < n; k++)
        {
            Refresh(k);
        }

        for (int round = 0; round < 4 * n; round++)
        {
            double most = double.NegativeInfinity;
            double least = double.PositiveInfinity;
            for (int k = 0; k < n; k++)
            {
                most = Math.Max(most, next[k]);
                least = Math.Min(least, last[k]);
            }

            if (double.IsNegativeInfinity(most) || double.IsPositiveInfinity(least))
            {
                return;
            }

            int to = -1;
            int from = -1;
            for (int k = 0; k < n; k++)
            {
                to = next[k] >= most - Noise(k) && (to < 0 || Excess(k) < Excess(to)) ? k : to;
                from = last[k] <= least + Noise(k) && (from < 0 || Excess(k) >= Excess(from)) ? k : from;
            }

            if (to == from || !(next[to] - last[from] > (1e-9 * Math.Abs(next[to])) + Noise(to) + Noise(from)))
            {
                return;
            }

            _units[to]++;
            _units[from]--;
            Refresh(to);
            Refresh(from);
        }

        double Excess(int k) => _units[k] - (ideal[k] * _model.UnitsPerOne);

        // Differences of values below it say nothing.
        double Noise(int k) => 1e-15 * Math.Abs(_model.Curves[_model.Free[k]].Value(_units[k] / _model.UnitsPerOne));

        void Refresh(int k)
        {
            next[k] = CanGrow(k) ? Next(k) : double.NegativeInfinity;
            last[k] = CanShrink(k) ? Last(k) : double.PositiveInfinity;
        }
    }
}
