using System;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Response curves against numbers worked out by hand: values, slopes, their inverse, and what is refused.</summary>
public sealed class ResponseCurveTests
{
    private static readonly double Ln2 = Math.Log(2d);

    [Fact]
    public void Each_shape_has_the_values_and_slopes_of_its_formula()
    {
        At(ResponseCurve.Logarithmic(100d, 50d), (0d, 0d, 2d), (50d, 100d * Ln2, 1d), (150d, 200d * Ln2, 0.5), (5e-19, 1e-18, 2d));
        At(ResponseCurve.Power(3d, 0.5), (0d, 0d, double.PositiveInfinity), (4d, 6d, 0.75), (100d, 30d, 0.15));
        At(ResponseCurve.Power(0d, 0.5), (0d, 0d, 0d), (4d, 0d, 0d));
        At(ResponseCurve.Exponential(100d, 10d), (0d, 0d, 10d), (10d * Ln2, 50d, 5d), (20d * Ln2, 75d, 2.5), (1e-19, 1e-18, 10d), (1e9, 100d, 0d));
        At(ResponseCurve.MichaelisMenten(100d, 50d), (0d, 0d, 2d), (50d, 50d, 0.5), (150d, 75d, 0.125), (12.5, 20d, 1.28));
        At(ResponseCurve.Hill(100d, 50d, 1d, 50d), (0d, 50d, 0.5), (100d, 75d, 0.125));
        At(ResponseCurve.Hill(100d, 10d, 2d), (0d, 0d, 0d), (5d, 20d, 6.4), (10d, 50d, 5d), (20d, 80d, 1.6), (30d, 90d, 0.6));
        At(ResponseCurve.Hill(100d, 10d, 2d, 5d), (0d, 20d, 6.4), (5d, 50d, 5d), (15d, 80d, 1.6));
        At(ResponseCurve.Hill(100d, 9d, 0.5), (0d, 0d, double.PositiveInfinity), (36d, 200d / 3d, 50d / 162d), (2.25, 100d / 3d, 400d / 81d), (9d, 50d, 100d / 72d));
        At(ResponseCurve.Hill(0d, 9d, 0.5), (0d, 0d, 0d), (9d, 0d, 0d));
        At(ResponseCurve.Logistic(100d, 0.1), (0d, 0d, 5d), (10d * Math.Log(3d), 50d, 3.75), (10d * Math.Log(7d), 75d, 35d / 16d), (1e9, 100d, 0d));
        At(ResponseCurve.Quadratic(10d, 0.5), (0d, 0d, 10d), (4d, 36d, 8d), (20d, 100d, 0d), (30d, 75d, -5d));
        At(ResponseCurve.Linear(1.5), (0d, 0d, 1.5), (4d, 6d, 1.5));
        At(ResponseCurve.PiecewiseLinear([new(10d, 5d), new(20d, 25d), new(40d, 35d)]), (0d, 5d, 0d), (10d, 5d, 2d), (15d, 15d, 2d), (20d, 25d, 0.5), (30d, 30d, 0.5), (40d, 35d, 0d), (99d, 35d, 0d));

        static void At(ResponseCurve curve, params (double Spend, double Value, double Slope)[] rows)
        {
            foreach ((double spend, double value, double slope) in rows)
            {
                Near(curve.ValueAt(spend), value, $"the value of {curve} at {spend}");
                Near(curve.SlopeAt(spend), slope, $"the slope of {curve} at {spend}");
            }
        }
    }

    [Fact]
    public void Numbers_beyond_what_a_power_of_them_fits_still_have_a_value_and_a_slope()
    {
        // (10^200)^2 and (10^-200)^-2 are infinite, and infinity by infinity is no number.
        ResponseCurve steep = ResponseCurve.Hill(1e10, 1d, 2d);
        steep.ValueAt(1e200).Should().Be(1e10);
        Near(steep.SlopeAt(1e100), 2e-290, "far right");
        Near(steep.SlopeAt(1e-200), 2e-190, "far left");
        ResponseCurve.Hill(1e300, 1d, 2d).ValueAt(1e-160).Should().BeGreaterThan(0d);
        ResponseCurve.MichaelisMenten(100d, 1e-300).ValueAt(1e10).Should().Be(100d, "x / halfSpend is infinite");
        ResponseCurve.MichaelisMenten(1e300, 1e300).ValueAt(1e-10).Should().BeGreaterThan(0d, "halfSpend / x is infinite");
        ResponseCurve.Logistic(100d, 1d).SlopeAt(1e6).Should().Be(0d);
    }

    [Fact]
    public void The_spend_at_a_slope_undoes_the_slope_where_it_falls()
    {
        const double Infinite = double.PositiveInfinity;
        Check(ResponseCurve.Logarithmic(100d, 50d), (1d, 50d), (0.5, 150d), (2d, 0d), (3d, 0d));
        Check(ResponseCurve.Power(3d, 0.5), (0.75, 4d), (1.5, 1d));
        Check(ResponseCurve.Power(3d, 0.25), (0.75, 1d), (0.09375, 16d));
        Check(ResponseCurve.Exponential(100d, 10d), (5d, 10d * Ln2), (10d, 0d), (11d, 0d), (1.25, 30d * Ln2));
        Check(ResponseCurve.MichaelisMenten(100d, 50d), (0.5, 50d), (0.125, 150d), (2d, 0d), (3d, 0d));
        Check(ResponseCurve.Hill(100d, 50d, 1d, 50d), (0.5, 0d), (0.125, 100d), (0.6, 0d));
        Check(ResponseCurve.Hill(100d, 10d, 2d), (1.6, 20d), (5d, 10d), (0.6, 30d), (6.5, 0d));
        Check(ResponseCurve.Hill(100d, 10d, 2d, 5d), (1.6, 15d), (5d, 5d), (0.6, 25d));
        Check(ResponseCurve.Hill(100d, 10d, 2d, 25d), (1.6, 0d), (0.6, 5d));
        Check(ResponseCurve.Hill(100d, 9d, 0.5), (50d / 162d, 36d), (400d / 81d, 2.25), (100d / 72d, 9d));
        Check(ResponseCurve.Hill(0d, 9d, 0.5), (1d, 0d));
        Check(ResponseCurve.Logistic(100d, 0.1), (3.75, 10d * Math.Log(3d)), (35d / 16d, 10d * Math.Log(7d)), (5d, 0d), (6d, 0d));
        Check(ResponseCurve.Quadratic(10d, 0.5), (8d, 4d), (10d, 0d), (11d, 0d), (1d, 18d));
        Check(ResponseCurve.Linear(2d), (1d, Infinite), (2d, Infinite), (3d, 0d));
        Check(ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 20d), new(20d, 30d)]), (3d, 0d), (2d, 0d), (1.5, 10d), (1d, 10d), (0.5, 20d), (1e-9, 20d));
        Check(ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 40d), new(20d, 70d), new(30d, 90d), new(40d, 100d)]), (5d, 0d), (3.5, 10d), (2.5, 20d), (1.5, 30d), (0.5, 40d));
        Check(ResponseCurve.PiecewiseLinear([new(5d, 3d)]), (1d, 0d));

        // Not concave: beyond the last corner with a steeper piece before it.
        Check(ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 10d), new(20d, 40d), new(30d, 50d), new(40d, 45d)]), (0.5, 30d), (1d, 20d), (2d, 20d), (3d, 0d));

        Check(ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 10d), new(20d, 12d), new(30d, 14d), new(40d, 44d)]), (0.5, 40d), (2.9, 40d), (0.1, 40d));
        Check(ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 30d), new(20d, 32d), new(30d, 34d), new(40d, 44d)]), (2d, 10d), (0.5, 40d));

        // The steepest place of the S-curve brings 6.4952 for a unit: just below it the answer is just right of the inflection.
        ResponseCurve steep = ResponseCurve.Hill(100d, 10d, 2d);
        double near = steep.SpendAtSlope(6.49);
        near.Should().BeInRange(10d / Math.Sqrt(3d), 6.2);
        Near(steep.SlopeAt(near), 6.49, "the slope there");

        static void Check(ResponseCurve curve, params (double Slope, double Spend)[] rows)
        {
            foreach ((double slope, double spend) in rows)
            {
                Near(curve.SpendAtSlope(slope), spend, $"the spend of {curve} at the slope {slope}");
            }
        }
    }

    [Fact]
    public void A_logistic_slope_just_below_its_largest_keeps_its_digits()
    {
        // The slope is 5 (1 - t^2) with t = tanh(x / 20): at t = 2^-20 the spend is 20 artanh 2^-20.
        double t = Math.Pow(2d, -20d);
        ResponseCurve.Logistic(100d, 0.1).SpendAtSlope(5d * (1d - (t * t))).Should().BeApproximately(20d * t, 20d * t * 1e-3);
    }

    [Fact]
    public void A_curve_tells_its_shape_parameters_and_points()
    {
        Said(ResponseCurve.Logarithmic(1d, 2d), ResponseShape.Logarithmic, "Logarithmic(size 1, scale 2)", true, 0d, 0d);
        Said(ResponseCurve.Power(1.5, 0.5), ResponseShape.Power, "Power(size 1.5, exponent 0.5)", true, 0d, 0d);
        Said(ResponseCurve.Exponential(1d, 2d), ResponseShape.Exponential, "Exponential(ceiling 1, scale 2)", true, 0d, 0d);
        Said(ResponseCurve.MichaelisMenten(1d, 2d), ResponseShape.Hill, "Hill(ceiling 1, halfSpend 2, steepness 1, carryOver 0)", true, 0d, 0d);
        Said(ResponseCurve.Hill(100d, 10d, 2d, 5d), ResponseShape.Hill, "Hill(ceiling 100, halfSpend 10, steepness 2, carryOver 5)", false, (10d / Math.Sqrt(3d)) - 5d, 20d);
        Said(ResponseCurve.Hill(100d, 10d, 2d, 10d), ResponseShape.Hill, "Hill(ceiling 100, halfSpend 10, steepness 2, carryOver 10)", false, 0d, 50d);
        Said(ResponseCurve.Hill(100d, 9d, 0.5), ResponseShape.Hill, "Hill(ceiling 100, halfSpend 9, steepness 0.5, carryOver 0)", true, 0d, 0d);
        Said(ResponseCurve.Hill(100d, 9d, 0.5, 9d), ResponseShape.Hill, "Hill(ceiling 100, halfSpend 9, steepness 0.5, carryOver 9)", true, 0d, 50d);
        Said(ResponseCurve.Logistic(1d, 2d), ResponseShape.Logistic, "Logistic(ceiling 1, rate 2)", true, 0d, 0d);
        Said(ResponseCurve.Linear(2d), ResponseShape.Quadratic, "Quadratic(slope 2, bend 0)", true, 0d, 0d);
        Said(ResponseCurve.PiecewiseLinear([new(0d, 1d), new(2.5, 3d)]), ResponseShape.PiecewiseLinear, "PiecewiseLinear((0, 1), (2.5, 3))", true, 0d, 1d);

        static void Said(ResponseCurve curve, ResponseShape shape, string text, bool concave, double inflection, double nothing)
        {
            curve.Shape.Should().Be(shape);
            curve.ToString().Should().Be(text);
            curve.IsConcave.Should().Be(concave, text);
            Near(curve.Inflection, inflection, $"the inflection of {text}");
            Near(curve.BaseResponse, nothing, $"the base of {text}");
            $"{shape}({string.Join(", ", shape == ResponseShape.PiecewiseLinear ? curve.Points.Select(point => point.ToString()) : curve.Parameters.Select(pair => $"{pair.Key} {pair.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}"))})".Should().Be(text);
            (curve.Points.Count > 0).Should().Be(shape == ResponseShape.PiecewiseLinear);
        }
    }

    [Fact]
    public void Points_make_a_concave_curve_if_no_piece_is_steeper_than_the_one_before()
    {
        (bool Concave, ResponsePoint[] Points)[] rows =
        [
            (true, [new(0d, 0d), new(1d, 2d), new(2d, 4d), new(3d, 5d)]),
            (false, [new(0d, 0d), new(1d, 2d), new(2d, 5d)]),
            (false, [new(0d, 0d), new(1d, -2d)]), // level at the end, which is steeper than a fall
            (false, [new(1d, 0d), new(2d, 1d)]), // level up to 1, and then it rises
            (true, [new(1d, 5d)]),
            (true, [new(0d, 5d)]),
            (false, [new(0d, 0d), new(1d, 1d), new(2d, 0d), new(3d, 1d)]),
        ];
        foreach ((bool concave, ResponsePoint[] points) in rows)
        {
            ResponseCurve.PiecewiseLinear(points).IsConcave.Should().Be(concave, string.Join(", ", points));
        }
    }

    [Fact]
    public void A_stretched_curve_has_every_response_times_the_factor()
    {
        ResponseCurve[] curves =
        [
            ResponseCurve.Logarithmic(100d, 50d), ResponseCurve.Power(3d, 0.5), ResponseCurve.Exponential(100d, 10d), ResponseCurve.Hill(100d, 10d, 2d, 5d), ResponseCurve.Logistic(100d, 0.1), ResponseCurve.Quadratic(10d, 0.5),
            ResponseCurve.PiecewiseLinear([new(10d, 5d), new(20d, 25d)]),
        ];
        foreach (ResponseCurve curve in curves)
        {
            curve.Times(1d).Should().BeSameAs(curve);
            ResponseCurve twice = curve.Times(2d);
            twice.Shape.Should().Be(curve.Shape);
            twice.Parameters.Select(pair => pair.Key).Should().Equal(curve.Parameters.Select(pair => pair.Key));
            foreach (double x in new[] { 0d, 3d, 15d, 40d })
            {
                Near(twice.ValueAt(x), 2d * curve.ValueAt(x), $"{twice} at {x}");
                curve.Times(0d).ValueAt(x).Should().Be(0d);
                Near(curve.IncrementalAt(x), curve.ValueAt(x) - curve.ValueAt(0d), $"what {x} itself brings");
            }
        }
    }

    [Fact]
    public void What_is_out_of_range_is_refused_with_its_parameter_and_bounds()
    {
        const string Zero = "Expected a finite number, 0 or more.";
        const string Above = "Expected a finite number above 0.";
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1e-9 })
        {
            Refused(() => ResponseCurve.Logarithmic(bad, 1d), "size", bad, Zero);
            Refused(() => ResponseCurve.Exponential(bad, 1d), "ceiling", bad, Zero);
            Refused(() => ResponseCurve.Hill(1d, 1d, 1d, bad), "carryOver", bad, Zero);
            Refused(() => ResponseCurve.Quadratic(1d, bad), "bend", bad, Zero);
            Refused(() => ResponseCurve.Linear(1d).ValueAt(bad), "spend", bad, Zero);
            Refused(() => ResponseCurve.Linear(1d).SlopeAt(bad), "spend", bad, Zero);
            Refused(() => ResponseCurve.Linear(1d).IncrementalAt(bad), "spend", bad, Zero);
            Refused(() => ResponseCurve.Linear(1d).Times(bad), "factor", bad, Zero);
            Refused(() => ResponseCurve.Linear(1d).Envelope(bad, 1d), "from", bad, Zero);
            Refused(() => ResponseCurve.Linear(1d).Envelope(0d, bad), "to", bad, Zero);
            Refused(() => ResponseCurve.Linear(1d).SpendAtSlope(bad), "slope", bad, Above);
            Refused(() => new ResponsePoint(bad, 1d), "spend", bad, Zero);
        }

        Refused(() => ResponseCurve.Linear(1d).SpendAtSlope(0d), "slope", 0d, Above);
        Refused(() => ResponseCurve.Logarithmic(1d, 0d), "scale", 0d, Above);
        Refused(() => ResponseCurve.Exponential(1d, 0d), "scale", 0d, Above);
        Refused(() => ResponseCurve.Logistic(1d, 0d), "rate", 0d, Above);
        Refused(() => ResponseCurve.Logistic(-1d, 1d), "ceiling", -1d, Zero);
        Refused(() => ResponseCurve.Hill(-1d, 1d, 1d), "ceiling", -1d, Zero);
        Refused(() => ResponseCurve.Hill(1d, 0d, 1d), "halfSpend", 0d, Above);
        Refused(() => ResponseCurve.Hill(1d, 1d, 0d), "steepness", 0d, Above);
        Refused(() => ResponseCurve.Hill(1d, 1d, 1000.5), "steepness", 1000.5, "Expected a number above 0, at most 1000.");
        ResponseCurve.Hill(1d, 1d, 1000d).Parameters[2].Value.Should().Be(1000d);
        Refused(() => ResponseCurve.Power(-1d, 0.5), "size", -1d, Zero);
        Refused(() => ResponseCurve.Power(1d, 0d), "exponent", 0d, Above);
        Refused(() => ResponseCurve.Power(1d, 1d), "exponent", 1d, "Expected a number above 0 and below 1.");
        Refused(() => ResponseCurve.Quadratic(-1d, 0d), "slope", -1d, Zero);
        Refused(() => ResponseCurve.Linear(1d).Envelope(2d, 2d), "to", 2d, "Expected a number above 2.");
        Refused(() => new ResponsePoint(1d, double.NaN), "response", double.NaN, "Expected a finite number.");
        Refused(() => new ResponsePoint(1d, double.NegativeInfinity), "response", double.NegativeInfinity, "Expected a finite number.");
        Message(() => ResponseCurve.PiecewiseLinear([]), "points", "There is no point; expected at least one.");
        Message(() => ResponseCurve.PiecewiseLinear([new(1d, 0d), new(1d, 2d)]), "points", "The point (1, 2) follows (1, 0); expected spends that ascend.");
        Message(() => ResponseCurve.PiecewiseLinear([new(0d, 0d), new(2d, 0d), new(1.5, 2d)]), "points", "The point (1.5, 2) follows (2, 0); expected spends that ascend.");
        ((Action)(() => ResponseCurve.PiecewiseLinear(null!))).Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be("points");
        new ResponsePoint(0d, -5d).Response.Should().Be(-5d);

        void Refused(Func<object> action, string parameter, double value, string message)
        {
            ArgumentOutOfRangeException thrown = ((Action)(() => action())).Should().Throw<ArgumentOutOfRangeException>().Which;
            thrown.ParamName.Should().Be(parameter);
            thrown.ActualValue.Should().Be(value);
            thrown.Message.Should().StartWith(message);
        }

        void Message(Func<object> action, string parameter, string message)
        {
            ArgumentException thrown = ((Action)(() => action())).Should().Throw<ArgumentException>().Which;
            thrown.ParamName.Should().Be(parameter);
            thrown.Message.Should().StartWith(message);
        }
    }

    /// <summary>The same number to thirteen digits; infinite and 0 to the last.</summary>
    internal static void Near(double actual, double expected, string what) =>
        (actual.Equals(expected) || Math.Abs(actual - expected) <= 1e-13 * Math.Abs(expected) || (expected == 0d && actual == 0d)).Should().BeTrue("{0} is {1}, expected {2}", what, actual, expected);
}
