using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <content>Values, slopes and maxima of one curve, without checks: for the search.</content>
public sealed partial class ResponseCurve
{
    /// <summary>The value at <paramref name="x"/>, finite and not negative.</summary>
    internal double Value(double x) => Shape switch
    {
        ResponseShape.Logarithmic => A * CurveMath.Log1P(x / B),
        ResponseShape.Power => A * Math.Pow(x, B),
        ResponseShape.Exponential => -A * CurveMath.ExpM1(-x / B),
        ResponseShape.Hill => A * Saturation((x + C) / B, N),
        ResponseShape.Logistic => A * Math.Tanh(0.5 * B * x),
        ResponseShape.Quadratic => (A * x) - (0.5 * B * x * x),
        _ => Line!.At(x),
    };

    /// <summary>The derivative; at a corner that of the piece to the right.</summary>
    internal double Slope(double x) => Shape switch
    {
        ResponseShape.Logarithmic => A / (B + x),
        ResponseShape.Power => A == 0d ? 0d : A * B * Math.Pow(x, B - 1d),
        ResponseShape.Exponential => A / B * Math.Exp(-x / B),
        ResponseShape.Hill => A == 0d ? 0d : A / B * SaturationSlope((x + C) / B, N),
        ResponseShape.Logistic => LogisticSlope(x),
        ResponseShape.Quadratic => A - (B * x),
        _ => Line!.Pieces[Line.Locate(x)].Slope,
    };

    /// <summary>The derivative, but where it is infinite, at 0, that of the smallest number: the ideal spend may be above 0 and too small to write down.</summary>
    internal double SlopeNear(double x)
    {
        double slope = Slope(x);
        return double.IsInfinity(slope) ? Slope(1e-300) : slope;
    }

    /// <summary>The derivative from the left; differs from <see cref="Slope"/> at corners only.</summary>
    internal double SlopeBefore(double x)
    {
        if (Shape != ResponseShape.PiecewiseLinear)
        {
            return Slope(x);
        }

        int piece = Line!.Locate(x);
        return piece > 0 && x == Line.Pieces[piece].From ? Line.Pieces[piece - 1].Slope : Line.Pieces[piece].Slope;
    }

    /// <summary>The largest slope between two spends: at a price of at least that, nobody asks for more than the lower.</summary>
    internal double Steepest(double lo, double hi)
    {
        if (IsConcave || Shape == ResponseShape.Hill)
        {
            return Slope(Math.Min(hi, Math.Max(lo, Inflection)));
        }

        double steepest = Line!.Pieces[Line.Locate(lo)].Slope;
        for (int i = Line.Locate(lo); i < Line.Pieces.Count && Line.Pieces[i].From < hi; i++)
        {
            steepest = Math.Max(steepest, Line.Pieces[i].Slope);
        }

        return steepest;
    }

    /// <summary>The smallest slope between two spends: at a price of at most that, everybody asks for the higher.</summary>
    internal double Gentlest(double lo, double hi)
    {
        if (IsConcave || Shape == ResponseShape.Hill)
        {
            return IsConcave ? SlopeBefore(hi) : Math.Min(Slope(lo), Slope(hi));
        }

        double gentlest = SlopeBefore(hi);
        for (int i = Line!.Locate(lo); i < Line.Pieces.Count && Line.Pieces[i].From < hi; i++)
        {
            gentlest = Math.Min(gentlest, Line.Pieces[i].Slope);
        }

        return gentlest;
    }

    /// <summary>The second derivative; 0 on straight lines.</summary>
    internal double Curvature(double x)
    {
        switch (Shape)
        {
            case ResponseShape.Hill:
                double v = (x + C) / B;
                double power = v > 1d ? 1d / (1d + Math.Pow(v, -N)) : Math.Pow(v, N) / (1d + Math.Pow(v, N));
                return Slope(x) * (N - 1d - (2d * N * power)) / (x + C);
            case ResponseShape.Quadratic:
                return -B;
            default:
                return double.NaN;
        }
    }

    /// <summary>Where the falling slope is <paramref name="slope"/>: 0 if it is below that everywhere, positive infinity if it is never below.</summary>
    internal double FallingPart(double slope)
    {
        switch (Shape)
        {
            case ResponseShape.Logarithmic:
                return Math.Max(0d, (A / slope) - B);
            case ResponseShape.Power:
                return Math.Pow(A * B / slope, 1d / (1d - B));
            case ResponseShape.Exponential:
                return A > B * slope ? B * Math.Log(A / B / slope) : 0d;
            case ResponseShape.Hill:
                return HillFallingPart(slope, double.NaN, out _);
            case ResponseShape.Logistic:
                double over = (0.5 * A * B / slope) - 1d;
                return over > 0d ? 2d / B * CurveMath.ArcoshOfRoot(over) : 0d;
            case ResponseShape.Quadratic:
                return A < slope ? 0d : B == 0d ? double.PositiveInfinity : (A - slope) / B;
            default:
                return LastCorner(slope);
        }
    }

    /// <summary>The same for a Hill curve, with the logarithm of z / k as guess and as result.</summary>
    internal double HillFallingPart(double slope, double warm, out double log)
    {
        log = double.NaN;
        if (A == 0d)
        {
            return 0d;
        }

        if (N == 1d)
        {
            return Math.Max(0d, Math.Sqrt(A * B / slope) - B - C);
        }

        double t = Math.Log(slope) + Math.Log(B / N) - Math.Log(A);
        if (N > 1d)
        {
            double peak = Math.Log((N - 1d) / (N + 1d)) / N;
            if (t >= ((N - 1d) * peak) - (2d * CurveMath.SoftPlus(N * peak)))
            {
                return 0d;
            }
        }

        log = CurveMath.HillRoot(N, t, warm);
        return Math.Max(0d, (B * Math.Exp(log)) - C);
    }

    /// <summary>
    /// The x between two finite ends where f(x) - price x is greatest: the best answer to a price of money. Of several the smallest, or the largest if
    /// <paramref name="high"/>.
    /// </summary>
    internal double Best(double price, double lo, double hi, bool high = false)
    {
        if (!(hi > lo))
        {
            return lo;
        }

        if (Shape == ResponseShape.PiecewiseLinear && !(IsConcave && price > 0d && !high))
        {
            return BestCorner(price, lo, hi, high);
        }

        if (price <= 0d && Shape != ResponseShape.Quadratic)
        {
            return price == 0d && A == 0d && !high ? lo : hi; // all others rise
        }

        if (Shape == ResponseShape.Quadratic)
        {
            double peak = B > 0d ? (A - price) / B : A > price || (A == price && high) ? hi : lo;
            return peak < lo ? lo : peak > hi ? hi : peak;
        }

        double inside = FallingPart(price);
        if (lo < Inflection)
        {
            double top = inside > hi || hi <= Inflection ? hi : inside;
            if (!(top > lo))
            {
                return lo;
            }

            double gain = Value(top) - Value(lo) - (price * (top - lo));
            return gain > 0d || (gain == 0d && high) ? top : lo;
        }

        return inside < lo ? lo : inside > hi ? hi : inside;
    }

    /// <summary>The last corner whose piece before it is steeper than <paramref name="slope"/>: by halving where the slopes only fall.</summary>
    private double LastCorner(double slope)
    {
        IReadOnlyList<RealPiece> pieces = Line!.Pieces;
        if (!IsConcave)
        {
            for (int i = pieces.Count - 1; i > 0; i--)
            {
                if (pieces[i - 1].Slope > slope)
                {
                    return pieces[i].From;
                }
            }

            return 0d;
        }

        // The pieces from 1 on that are steeper come first; piece 0 is level, and counts only where a first point right of 0 leaves it as the whole rise: never.
        int low = 1;
        int high = pieces.Count;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (pieces[middle].Slope > slope)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 1 ? 0d : low == pieces.Count ? double.PositiveInfinity : pieces[low].From;
    }

    private static double Saturation(double v, double n)
    {
        if (n == 1d)
        {
            return v > 1d ? 1d / (1d + (1d / v)) : v / (1d + v);
        }

        if (v > 1d)
        {
            return 1d / (1d + Math.Pow(v, -n));
        }

        double power = Math.Pow(v, n);
        return power / (1d + power);
    }

    private static double SaturationSlope(double v, double n)
    {
        if (v > 1d)
        {
            double inverse = 1d + Math.Pow(v, -n);
            return n * Math.Pow(v, -n - 1d) / (inverse * inverse);
        }

        double sum = 1d + Math.Pow(v, n);
        return n * Math.Pow(v, n - 1d) / (sum * sum);
    }

    private double LogisticSlope(double x)
    {
        // sech^2 by e^-|y|, which cannot overflow.
        double e = Math.Exp(-B * x);
        double sum = 1d + e;
        return 2d * A * B * e / (sum * sum);
    }

    private double BestCorner(double price, double lo, double hi, bool high)
    {
        double best = lo;
        double most = Value(lo) - (price * lo);
        foreach (ResponsePoint corner in Vertices)
        {
            if (corner.Spend > lo && corner.Spend < hi)
            {
                Take(corner.Spend, corner.Response - (price * corner.Spend));
            }
        }

        Take(hi, Value(hi) - (price * hi));
        return best;

        void Take(double x, double gain)
        {
            if (gain > most || (gain == most && high))
            {
                best = x;
                most = gain;
            }
        }
    }
}
