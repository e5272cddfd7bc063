using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>The least concave curve above a response curve between two spends: chords where the curve bends up, the curve itself elsewhere.</summary>
/// <remarks>
/// <para>It bounds what any split can reach; where it equals the curve, the bound is reached. Equality is by reference.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class ConcaveEnvelope
{
    private readonly List<double> _corners = [];

    internal ConcaveEnvelope(ResponseCurve curve, double from, double to)
    {
        Curve = curve;
        From = from;
        To = to;
        if (curve.IsConcave)
        {
            ChordEnd = from;
        }
        else if (curve.Shape == ResponseShape.PiecewiseLinear)
        {
            Hull();
            ChordEnd = to;
        }
        else
        {
            ChordEnd = Tangent();
        }

        ChordSlope = ChordEnd > from ? (At(ChordEnd) - curve.Value(from)) / (ChordEnd - from) : 0d;
    }

    /// <summary>Gets the curve below.</summary>
    public ResponseCurve Curve { get; }

    /// <summary>Gets the lower end, in units of the currency.</summary>
    public double From { get; }

    /// <summary>Gets the upper end, in units of the currency.</summary>
    public double To { get; }

    /// <summary>
    /// Gets where the chord from the lower end touches the curve: below it, spending all or nothing beats anything in between. <see cref="From"/> for a concave curve,
    /// <see cref="To"/> for a piecewise-linear one that is not.
    /// </summary>
    public double ChordEnd { get; }

    /// <summary>Gets the slope from the lower end to <see cref="ChordEnd"/>: response for one unit of the currency; 0 if there is no chord.</summary>
    public double ChordSlope { get; }

    /// <summary>Returns the envelope's value.</summary>
    /// <param name="spend">Between <see cref="From"/> and <see cref="To"/>, both included.</param>
    /// <returns>At least the curve's value.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spend"/> is outside.</exception>
    public double ValueAt(double spend) => spend >= From && spend <= To
        ? Math.Max(At(spend), Curve.Value(spend))
        : throw new ArgumentOutOfRangeException(nameof(spend), spend, FormattableString.Invariant($"Expected a number from {From:R} to {To:R}."));

    private double At(double x)
    {
        if (_corners.Count > 0)
        {
            int i = 1;
            while (i < _corners.Count - 1 && _corners[i] < x)
            {
                i++;
            }

            double left = Curve.Value(_corners[i - 1]);
            return left + ((Curve.Value(_corners[i]) - left) * ((x - _corners[i - 1]) / (_corners[i] - _corners[i - 1])));
        }

        return x < ChordEnd ? Curve.Value(From) + (ChordSlope * (x - From)) : Curve.Value(x);
    }

    /// <summary>Where the slope of an S-shaped curve equals that of the chord: by bisection between the inflection and the end.</summary>
    private double Tangent()
    {
        double start = Curve.Value(From);
        double low = Math.Max(From, Curve.Inflection);
        double high = To;
        if (low >= To)
        {
            return To;
        }

        if (low == From)
        {
            return From;
        }

        while (true)
        {
            double middle = low + ((high - low) * 0.5);
            if (middle == low || middle == high)
            {
                break;
            }

            if (Below(middle))
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;

        bool Below(double t) => Curve.Slope(t) * (t - From) > Curve.Value(t) - start;
    }

    private void Hull()
    {
        Add(From);
        foreach (ResponsePoint corner in Curve.Vertices)
        {
            if (corner.Spend > From && corner.Spend < To)
            {
                Add(corner.Spend);
            }
        }

        Add(To);

        void Add(double x)
        {
            while (_corners.Count > 1)
            {
                double a = _corners[_corners.Count - 2];
                double b = _corners[_corners.Count - 1];
                double up = (Curve.Value(b) - Curve.Value(a)) * (x - a);
                if (up > (Curve.Value(x) - Curve.Value(a)) * (b - a))
                {
                    break;
                }

                _corners.RemoveAt(_corners.Count - 1);
            }

            _corners.Add(x);
        }
    }
}
