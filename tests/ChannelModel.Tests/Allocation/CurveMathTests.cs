#if !NETFX_REPLAY // what is tested here is internal
using System;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>The functions that keep their digits, against series and against the equation that a root solves.</summary>
public sealed class CurveMathTests
{
    [Fact]
    public void Logarithms_near_1_keep_their_digits()
    {
        foreach (double x in new[] { 0d, 1e-300, 1e-20, 1e-17, 1.7e-16, 3e-16, 1e-12, 3.3e-9, 1e-5, 0.01, 0.1, 0.4, 0.75, -1e-20, -1e-9, -0.01, -0.3 })
        {
            ResponseCurveTests.Near(CurveMath.Log1P(x), LogSeries(x), $"ln(1 + {x})");
        }

        ResponseCurveTests.Near(CurveMath.Log1P(Math.E - 1d), 1d, "ln e");
        ResponseCurveTests.Near(CurveMath.Log1P(1e300), 300d * Math.Log(10d), "ln 10^300");
        CurveMath.Log1P(double.PositiveInfinity).Should().Be(double.PositiveInfinity);
        CurveMath.Log1P(-1d).Should().Be(double.NegativeInfinity);
    }

    [Fact]
    public void Exponentials_near_1_keep_their_digits()
    {
        foreach (double x in new[] { 0d, 1e-300, 1e-20, 1.7e-16, 3e-16, 1e-12, 3.3e-9, 1e-5, 0.01, 0.4, 1d, -1e-300, -1e-20, -1.7e-16, -3e-9, -1e-5, -0.01, -0.3, -1d })
        {
            ResponseCurveTests.Near(CurveMath.ExpM1(x), ExpSeries(x), $"e^{x} - 1");
        }

        ResponseCurveTests.Near(CurveMath.ExpM1(10d), Math.Exp(10d) - 1d, "e^10 - 1");
        CurveMath.ExpM1(-50d).Should().Be(-1d);
        CurveMath.ExpM1(-800d).Should().Be(-1d);
        CurveMath.ExpM1(800d).Should().Be(double.PositiveInfinity);
    }

    [Fact]
    public void Soft_maxima_of_any_size_have_all_their_digits()
    {
        ResponseCurveTests.Near(CurveMath.SoftPlus(0d), Math.Log(2d), "at 0");
        foreach (double x in new[] { 0.5, 1d, 2d, 10d, 30d, 39d })
        {
            double small = LogOf(Math.Exp(-x));
            ResponseCurveTests.Near(CurveMath.SoftPlus(x), x + small, $"at {x}");
            ResponseCurveTests.Near(CurveMath.SoftPlus(-x), small, $"at -{x}");
        }

        CurveMath.SoftPlus(50d).Should().Be(50d);
        CurveMath.SoftPlus(1000d).Should().Be(1000d);
        ResponseCurveTests.Near(CurveMath.SoftPlus(-50d), Math.Exp(-50d), "at -50");
        CurveMath.SoftPlus(-1000d).Should().Be(0d);

        static double LogOf(double e) => e < 0.8 ? LogSeries(e) : Math.Log(1d + e);
    }

    [Fact]
    public void The_inverse_of_a_hyperbolic_cosine_undoes_it()
    {
        // arcosh(sqrt(1 + sinh^2 y)) = y.
        foreach (double y in new[] { 1e-8, 1e-3, 0.1, 0.5, 1d, 3d, 20d })
        {
            double sinh = (ExpSeriesOrPlain(y) - ExpSeriesOrPlain(-y)) / 2d;
            ResponseCurveTests.Near(CurveMath.ArcoshOfRoot(sinh * sinh), y, $"arcosh at {y}");
        }

        static double ExpSeriesOrPlain(double y) => Math.Abs(y) <= 1d ? ExpSeries(y) : Math.Exp(y) - 1d;
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    [InlineData(1d)]
    [InlineData(1.001)]
    [InlineData(2d)]
    [InlineData(7d)]
    [InlineData(1000d)]
    public void A_root_of_a_hill_curve_solves_its_equation_to_the_right_of_the_peak_wherever_the_search_begins(double n)
    {
        double peak = n > 1d ? Math.Log((n - 1d) / (n + 1d)) / n : double.NegativeInfinity;
        foreach (double u in new[] { -30d, -3d, -0.5, -0.01, 0d, 0.01, 0.7, 4d, 60d })
        {
            if (u < peak + 0.001)
            {
                continue;
            }

            double t = ((n - 1d) * u) - (2d * CurveMath.SoftPlus(n * u));
            foreach (double warm in new[] { double.NaN, u, u + 1e-3, u - 1e-3, u + 5d, u - 5d, peak, peak + 1e-9, 1e6, -1e6 })
            {
                // An error of a rounding in t moves the root by that over the slope.
                double slope = n - 1d - (2d * n / (1d + Math.Exp(-n * u)));
                double off = (1e-14 * Math.Max(1d, Math.Abs(t)) / Math.Abs(slope)) + (1e-14 * Math.Abs(u));
                CurveMath.HillRoot(n, t, warm).Should().BeApproximately(u, off, "n {0}, t {1}, begun at {2}", n, t, warm);
            }
        }
    }

    /// <summary>2 artanh(x / (2 + x)) as a series.</summary>
    private static double LogSeries(double x)
    {
        double s = x / (2d + x);
        double sum = 0d;
        for (int k = 79; k > 1; k -= 2)
        {
            sum = (sum + (1d / k)) * s * s;
        }

        return 2d * s * (1d + sum);
    }

    private static double ExpSeries(double x)
    {
        double sum = 0d;
        for (int k = 30; k > 1; k--)
        {
            sum = (sum + 1d) * x / k;
        }

        return x * (1d + sum);
    }
}
#endif
