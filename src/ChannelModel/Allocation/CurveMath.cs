using System;

namespace ChannelModel.Allocation;

/// <summary>Elementary functions that keep their digits where the plain ones lose them; not in the runtime library.</summary>
internal static class CurveMath
{
    /// <summary>ln(1 + x), with all digits for small x.</summary>
    public static double Log1P(double x)
    {
        double u = 1d + x;
        if (u == 1d)
        {
            return x;
        }

        double log = Math.Log(u);
        return double.IsInfinity(u) || u - 1d == x ? log : log * (x / (u - 1d));
    }

    /// <summary>e^x - 1, with all digits for small x.</summary>
    public static double ExpM1(double x)
    {
        double u = Math.Exp(x);
        if (u == 1d)
        {
            return x;
        }

        double less = u - 1d;
        return less == -1d || double.IsInfinity(u) ? less : less * (x / Math.Log(u));
    }

    /// <summary>ln(1 + e^x), for x of any size.</summary>
    public static double SoftPlus(double x) => x > 40d ? x : x < -40d ? Math.Exp(x) : x > 0d ? x + Log1P(Math.Exp(-x)) : Log1P(Math.Exp(x));

    /// <summary>arcosh of the square root of 1 + <paramref name="over"/>, over above 0, with all digits for a small one.</summary>
    public static double ArcoshOfRoot(double over)
    {
        double s = Math.Sqrt(1d + over);
        return Log1P((over / (s + 1d)) + Math.Sqrt(over));
    }

    /// <summary>
    /// The larger solution u of (n - 1) u - 2 ln(1 + e^(n u)) = t: where a Hill curve of steepness n has a given slope, u = ln(z / k). The left side is concave and falls to
    /// the right of its peak; from the right, Newton steps only go left and never past the root.
    /// </summary>
    /// <param name="n">The steepness, above 0.</param>
    /// <param name="t">ln(slope k / (ceiling n)); below the peak if n is above 1.</param>
    /// <param name="warm">A guess near the root, or NaN.</param>
    public static double HillRoot(double n, double t, double warm)
    {
        // For n > 1 and n = 1 there is an end to the right of which the left side falls; a guess left of it would be sent the wrong way.
        double far = -t / (n + 1d);
        double peak = n > 1d ? Math.Log((n - 1d) / (n + 1d)) / n : double.NegativeInfinity;
        double u = warm > peak && warm < far ? warm : far;
        for (int i = 0; i < 100; i++)
        {
            double w = n * u;
            double e = w < 700d ? Math.Exp(w) : double.PositiveInfinity;
            double part = double.IsInfinity(e) ? 1d : e / (1d + e);
            double value = ((n - 1d) * u) - (2d * (w > 40d ? w : w < -40d ? e : Log1P(e))) - t;
            double slope = n - 1d - (2d * n * part);
            if (!(slope < 0d))
            {
                u = far; // the guess stood on the peak
                far += 1d;
                continue;
            }

            double step = value / slope;
            u -= step;
            if (Math.Abs(step) <= 4e-16 * Math.Max(1d, Math.Abs(u)))
            {
                break;
            }

            if (u > far)
            {
                u = far;
            }
        }

        return u;
    }
}
