using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>
/// Lines of a budget as columns, ordered by the family of their curves: the answer of all lines to one price of money is a plain loop over each family. The caller's
/// numbers of the lines are in <see cref="Order"/>.
/// </summary>
internal sealed class ResponseColumns
{
    private const int Families = 9;

    private readonly int[] _ends = new int[Families];
    private readonly double[] _size;
    private readonly double[] _scale;
    private readonly double[] _a;
    private readonly double[] _b;
    private readonly double[] _c;
    private readonly double[] _n;
    private readonly double[] _logs;

    public ResponseColumns(IReadOnlyList<ResponseCurve> curves, double[] lo, double[] hi)
    {
        Count = curves.Count;
        Order = new int[Count];
        Curves = new ResponseCurve[Count];
        Lo = new double[Count];
        Hi = new double[Count];
        _size = new double[Count];
        _scale = new double[Count];
        _a = new double[Count];
        _b = new double[Count];
        _c = new double[Count];
        _n = new double[Count];
        _logs = new double[Count];
        var sizes = new int[Families];
        for (int i = 0; i < Count; i++)
        {
            sizes[Family(curves[i])]++;
        }

        var next = new int[Families];
        for (int f = 0; f < Families; f++)
        {
            next[f] = f == 0 ? 0 : _ends[f - 1];
            _ends[f] = next[f] + sizes[f];
        }

        for (int i = 0; i < Count; i++)
        {
            ResponseCurve curve = curves[i];
            int at = next[Family(curve)]++;
            Order[at] = i;
            Curves[at] = curve;
            Lo[at] = lo[i];
            Hi[at] = hi[i];
            _size[at] = curve.A;
            _scale[at] = curve.B;
            _c[at] = curve.C;
            _n[at] = curve.N;
            _logs[at] = double.NaN;

            // What the loops need, worked out once: a / (1 - p) and the like would be divisions for each price.
            (_a[at], _b[at]) = curve.Shape switch
            {
                ResponseShape.Power => (curve.A * curve.B, 1d / (1d - curve.B)),
                ResponseShape.Exponential => (curve.A / curve.B, curve.B),
                ResponseShape.Hill when curve.N == 1d => (curve.A * curve.B, curve.B + curve.C),
                ResponseShape.Logistic => (0.5 * curve.A * curve.B, 1d / curve.B),
                _ => (curve.A, curve.B),
            };
        }
    }

    public int Count { get; }

    public int[] Order { get; }

    public ResponseCurve[] Curves { get; }

    public double[] Lo { get; }

    public double[] Hi { get; }

    /// <summary>From here on the lines' answers to a price may jump: curves that bend up somewhere.</summary>
    public int FirstJumping => _ends[7];

    /// <summary>The best spend of each line at a price above 0, and in <paramref name="change"/> its derivative by the logarithm of the price: 0 where a bound holds it.</summary>
    /// <returns>The sum of the spends and the sum of the derivatives.</returns>
    public (double Sum, double Change) SpendAt(double price, double[] x, double[] change)
    {
        double sum = 0d;
        double slope = 0d;
        int i = 0;
        for (; i < _ends[0]; i++)
        {
            double far = _a[i] / price;
            Set(i, far - _b[i], -far);
        }

        for (; i < _ends[1]; i++)
        {
            double free = Math.Pow(_a[i] / price, _b[i]);
            Set(i, free, -free * _b[i]);
        }

        for (; i < _ends[2]; i++)
        {
            Set(i, _b[i] * Math.Log(_a[i] / price), -_b[i]);
        }

        for (; i < _ends[3]; i++)
        {
            double z = Math.Sqrt(_a[i] / price);
            Set(i, z - _b[i], -0.5 * z);
        }

        for (; i < _ends[4]; i++)
        {
            double over = (_a[i] / price) - 1d;
            if (over > 0d)
            {
                double root = Math.Sqrt(over);
                double s = Math.Sqrt(1d + over);
                Set(i, 2d * _b[i] * CurveMath.Log1P((over / (s + 1d)) + root), -_b[i] * s / root);
            }
            else
            {
                Set(i, double.NegativeInfinity, 0d);
            }
        }

        for (; i < _ends[5]; i++)
        {
            Set(i, (_a[i] - price) / _b[i], -price / _b[i]);
        }

        for (; i < _ends[6]; i++)
        {
            double free = Curves[i].HillFallingPart(price, _logs[i], out double log);
            _logs[i] = log;
            double bent = free > Lo[i] && free < Hi[i] ? Curves[i].Curvature(free) : 0d;
            Set(i, free, bent < 0d ? price / bent : 0d);
        }

        for (; i < _ends[7]; i++)
        {
            Set(i, Curves[i].FallingPart(price), 0d);
        }

        for (; i < _ends[8]; i++)
        {
            double best = Curves[i].Best(price, Lo[i], Hi[i]);
            double bent = Curves[i].Shape == ResponseShape.Hill && best > Lo[i] && best < Hi[i] ? Curves[i].Curvature(best) : 0d;
            Set(i, best, bent < 0d ? price / bent : 0d);
        }

        return (sum, slope);

        void Set(int at, double free, double by)
        {
            double lo = Lo[at];
            double hi = Hi[at];
            if (!(free > lo))
            {
                free = lo;
                by = 0d;
            }
            else if (free >= hi)
            {
                free = hi;
                by = 0d;
            }

            x[at] = free;
            change[at] = by;
            sum += free;
            slope += by;
        }
    }

    /// <summary>What all lines bring: the same formulas as the curves' own, in loops over the families.</summary>
    public double ValueOf(double[] x)
    {
        double sum = 0d;
        int i = 0;
        for (; i < _ends[0]; i++)
        {
            sum += _size[i] * CurveMath.Log1P(x[i] / _scale[i]);
        }

        for (; i < _ends[1]; i++)
        {
            sum += _size[i] * Math.Pow(x[i], _scale[i]);
        }

        for (; i < _ends[2]; i++)
        {
            sum -= _size[i] * CurveMath.ExpM1(-x[i] / _scale[i]);
        }

        for (; i < _ends[3]; i++)
        {
            double v = (x[i] + _c[i]) / _scale[i];
            sum += _size[i] * (v > 1d ? 1d / (1d + (1d / v)) : v / (1d + v));
        }

        for (; i < _ends[4]; i++)
        {
            sum += _size[i] * Math.Tanh(0.5 * _scale[i] * x[i]);
        }

        for (; i < _ends[5]; i++)
        {
            sum += (_size[i] * x[i]) - (0.5 * _scale[i] * x[i] * x[i]);
        }

        for (; i < Count; i++)
        {
            sum += Curves[i].Value(x[i]);
        }

        return sum;
    }

    /// <summary>What no split of a total within the ranges can exceed: price x total + the sum of the largest f(x) - price x.</summary>
    public double BoundAt(double price, double total)
    {
        var x = new double[Count];
        double sum = price > 0d ? SpendAt(price, x, new double[Count]).Sum : SpendAtAny(price, x, high: false);
        return ValueOf(x) + (price * (total - sum));
    }

    /// <summary>The best spend of each line at any price, 0 and below included; of several the smallest, or the largest if <paramref name="high"/>.</summary>
    public double SpendAtAny(double price, double[] x, bool high)
    {
        double sum = 0d;
        for (int i = 0; i < Count; i++)
        {
            x[i] = Curves[i].Best(price, Lo[i], Hi[i], high);
            sum += x[i];
        }

        return sum;
    }

    private static int Family(ResponseCurve curve) => curve.Shape switch
    {
        ResponseShape.Logarithmic => 0,
        ResponseShape.Power => 1,
        ResponseShape.Exponential => 2,
        ResponseShape.Hill when curve.N == 1d => 3,
        ResponseShape.Logistic => 4,
        ResponseShape.Quadratic when curve.B > 0d => 5,
        ResponseShape.Hill when curve.N < 1d => 6,
        ResponseShape.PiecewiseLinear when curve.IsConcave => 7,
        _ => 8,
    };
}
