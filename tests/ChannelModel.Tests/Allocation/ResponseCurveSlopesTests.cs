#if !NETFX_REPLAY // what is tested here is internal
using System;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>The slopes that the search asks for: at corners from the left, over ranges, and of the slope itself.</summary>
public sealed class ResponseCurveSlopesTests
{
    [Fact]
    public void The_slope_before_a_corner_is_that_of_the_piece_to_the_left()
    {
        ResponseCurve curve = ResponseCurve.PiecewiseLinear([new(10d, 5d), new(20d, 25d), new(40d, 35d)]);
        (double Spend, double Before)[] rows = [(0d, 0d), (10d, 0d), (15d, 2d), (20d, 2d), (21d, 0.5), (40d, 0.5), (41d, 0d)];
        foreach ((double spend, double before) in rows)
        {
            curve.SlopeBefore(spend).Should().Be(before, "{0}", spend);
        }

        ResponseCurve.Logarithmic(100d, 50d).SlopeBefore(50d).Should().Be(1d);
        ResponseCurve.Linear(3d).SlopeBefore(0d).Should().Be(3d);
    }

    [Fact]
    public void The_slope_near_nothing_is_finite_where_that_at_nothing_is_not()
    {
        ResponseCurveTests.Near(ResponseCurve.Power(3d, 0.5).SlopeNear(0d), 1.5e150, "1.5 / sqrt(10^-300)");
        ResponseCurve.Power(3d, 0.5).SlopeNear(4d).Should().Be(0.75);
        ResponseCurve.Logarithmic(100d, 50d).SlopeNear(0d).Should().Be(2d);
    }

    [Fact]
    public void The_steepest_and_the_gentlest_slope_of_a_range_are_those_of_its_pieces()
    {
        // The slopes are 1, 3, 1, -0.5 and then 0; a piece that only begins at the end of the range is not in it.
        ResponseCurve broken = ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 10d), new(20d, 40d), new(30d, 50d), new(40d, 45d)]);
        (double Lo, double Hi, double Steepest, double Gentlest)[] rows =
        [
            (0d, 40d, 3d, -0.5), (0d, 10d, 1d, 1d), (0d, 10.5, 3d, 1d), (20d, 40d, 1d, -0.5), (25d, 28d, 1d, 1d), (35d, 60d, 0d, -0.5), (30d, 35d, -0.5, -0.5), (10d, 20d, 3d, 3d), (12d, 25d, 3d, 1d),
            (5d, 15d, 3d, 1d), (45d, 60d, 0d, 0d), (0d, 30d, 3d, 1d), (15d, 35d, 3d, -0.5),
        ];
        Check(broken, rows);
        Check(ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 20d), new(20d, 30d)]), (0d, 10d, 2d, 2d), (10d, 30d, 1d, 0d), (5d, 20d, 2d, 1d), (0d, 20.5, 2d, 0d));
        Check(ResponseCurve.PiecewiseLinear([new(5d, 0d), new(10d, 10d)]), (0d, 5d, 0d, 0d), (0d, 7d, 2d, 0d), (6d, 12d, 2d, 0d), (6d, 10d, 2d, 2d));

        // An S-curve is steepest at its inflection, 10 / sqrt 3, and gentlest at one of its ends.
        double most = 20d / Math.Sqrt(3d) / (16d / 9d);
        double one = 2d / (1.01 * 1.01);
        Check(ResponseCurve.Hill(100d, 10d, 2d), (0d, 20d, most, 0d), (0d, 5d, 6.4, 0d), (10d, 20d, 5d, 1.6), (1d, 10d, most, one), (5d, 20d, most, 1.6), (1d, 5d, 6.4, one));
        Check(ResponseCurve.MichaelisMenten(100d, 50d), (0d, 50d, 2d, 0.5), (50d, 150d, 0.5, 0.125));
        Check(ResponseCurve.Quadratic(10d, 0.5), (0d, 30d, 10d, -5d));

        static void Check(ResponseCurve curve, params (double Lo, double Hi, double Steepest, double Gentlest)[] rows)
        {
            foreach ((double lo, double hi, double steepest, double gentlest) in rows)
            {
                ResponseCurveTests.Near(curve.Steepest(lo, hi), steepest, $"the steepest slope of {curve} from {lo} to {hi}");
                ResponseCurveTests.Near(curve.Gentlest(lo, hi), gentlest, $"the gentlest slope of {curve} from {lo} to {hi}");
            }
        }
    }

    [Fact]
    public void The_curvature_is_the_slope_of_the_slope()
    {
        ResponseCurve.Hill(1e10, 1d, 2d).Curvature(1e200).Should().Be(0d, "(10^200)^2 is infinite");
        foreach (ResponseCurve curve in new[] { ResponseCurve.Hill(100d, 10d, 2d), ResponseCurve.Hill(100d, 10d, 3.5, 4d), ResponseCurve.Hill(100d, 10d, 0.5), ResponseCurve.Hill(100d, 10d, 0.7, 2d), ResponseCurve.Quadratic(10d, 0.5) })
        {
            foreach (double x in new[] { 1d, 4d, 9.5, 12d, 40d })
            {
                double step = 1e-4 * x;
                curve.Curvature(x).Should().BeApproximately((curve.Slope(x + step) - curve.Slope(x - step)) / (2d * step), 1e-6 * Math.Abs(curve.Curvature(x)) + 1e-9, "{0} at {1}", curve, x);
            }
        }
    }
}
#endif
