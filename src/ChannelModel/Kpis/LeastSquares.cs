using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;
using ChannelModel.Internal;

namespace ChannelModel.Kpis;

/// <summary>The straight line of least squares in exact fractions: slope = Sxy / Sxx, through the means.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct LeastSquares
{
    private LeastSquares(Ratio meanX, Ratio meanY, Ratio sxx, Ratio slope, Ratio residual)
    {
        MeanX = meanX;
        MeanY = meanY;
        Sxx = sxx;
        Slope = slope;
        Residual = residual;
    }

    public Ratio MeanX { get; }

    public Ratio MeanY { get; }

    /// <summary>Gets the sum of the squared distances of x from its mean.</summary>
    public Ratio Sxx { get; }

    public Ratio Slope { get; }

    /// <summary>Gets the sum of the squared distances of y from the line.</summary>
    public Ratio Residual { get; }

    /// <summary>Fits the line; there are at least two different x.</summary>
    public static LeastSquares Through(IReadOnlyList<BigInteger> x, IReadOnlyList<Ratio> y)
    {
        BigInteger sumX = BigInteger.Zero;
        BigInteger sumXX = BigInteger.Zero;
        Ratio sumY = Ratio.Zero;
        Ratio sumXY = Ratio.Zero;
        Ratio sumYY = Ratio.Zero;
        for (int i = 0; i < x.Count; i++)
        {
            Ratio value = y[i].Reduce();
            sumX += x[i];
            sumXX += x[i] * x[i];
            sumY = (sumY + value).Reduce();
            sumXY = (sumXY + (value * x[i])).Reduce();
            sumYY = (sumYY + (value * value)).Reduce();
        }

        BigInteger n = x.Count;
        Ratio sxx = new((n * sumXX) - (sumX * sumX), n);
        Ratio sxy = (sumXY - (sumY * sumX / n)).Reduce();
        Ratio syy = (sumYY - (sumY * sumY / n)).Reduce();
        Ratio slope = (sxy / sxx).Reduce();
        return new LeastSquares(new Ratio(sumX, n), (sumY / n).Reduce(), sxx, slope, (syy - (slope * sxy)).Reduce());
    }
}
