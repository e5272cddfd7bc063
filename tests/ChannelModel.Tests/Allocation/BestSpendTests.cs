#if !NETFX_REPLAY // what is tested here is internal
using System;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>The best answer of a line to a price of money: by hand at the edges, and against every other spend.</summary>
public sealed class BestSpendTests
{
    private static readonly ResponseCurve[] Curves =
    [
        ResponseCurve.Logarithmic(100d, 50d), ResponseCurve.Power(3d, 0.5), ResponseCurve.Exponential(100d, 10d), ResponseCurve.MichaelisMenten(100d, 50d), ResponseCurve.Hill(100d, 9d, 0.5), ResponseCurve.Hill(100d, 9d, 0.5, 20d),
        ResponseCurve.Hill(100d, 10d, 2d), ResponseCurve.Hill(100d, 10d, 2d, 4d), ResponseCurve.Hill(100d, 30d, 5d), ResponseCurve.Logistic(100d, 0.1), ResponseCurve.Quadratic(10d, 0.5), ResponseCurve.Quadratic(3d, 0.01), ResponseCurve.Linear(2d),
        ResponseCurve.Linear(0d), ResponseCurve.Exponential(0d, 5d), ResponseCurve.Hill(0d, 5d, 3d), ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 40d), new(20d, 60d), new(40d, 70d)]),
        ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 10d), new(20d, 40d), new(30d, 50d), new(40d, 45d)]), ResponseCurve.PiecewiseLinear([new(5d, 7d)]), ResponseCurve.PiecewiseLinear([new(0d, 10d), new(20d, 0d), new(30d, 20d)]),
    ];

    private static readonly double[] Prices = [-3d, -0.5, 0d, 0.01, 0.3, 0.5, 0.9, 1d, 1.6, 2d, 2.5, 3d, 4d, 5d, 6.4, 10d, 25d];

    private static readonly (double Lo, double Hi)[] Ranges = [(0d, 60d), (0d, 5d), (3d, 12d), (8d, 40d), (20d, 30d), (0d, 1000d), (7d, 7d), (9d, 4d)];

    [Fact]
    public void No_other_spend_of_the_range_is_worth_more_at_the_price()
    {
        foreach (ResponseCurve curve in Curves)
        {
            foreach ((double lo, double hi) in Ranges)
            {
                foreach (double price in Prices)
                {
                    foreach (bool high in new[] { false, true })
                    {
                        double best = curve.Best(price, lo, hi, high);
                        double most = Worth(best);
                        double other = Enumerable.Range(0, 241).Select(k => lo + ((hi - lo) * k / 240d)).Where(x => x >= lo && x <= hi).Append(lo).Max(x => Worth(x));
                        bool holds = best >= lo && best <= Math.Max(lo, hi) && other <= most + (1e-12 * (1d + Math.Abs(most)));
                        holds.Should().BeTrue("{0} at the price {1} from {2} to {3} answers {4}, worth {5} against {6}", curve, price, lo, hi, best, most, other);

                        double Worth(double x) => curve.Value(x) - (price * x);
                    }
                }
            }
        }
    }

    [Fact]
    public void Of_spends_of_the_same_worth_the_smallest_is_taken_or_the_largest_if_that_is_asked()
    {
        ResponseCurve flat = ResponseCurve.Linear(2d);
        Ties(flat, 2d, 3d, 9d, 3d, 9d);
        Ties(flat, 1.9, 3d, 9d, 9d, 9d);
        Ties(flat, 2.1, 3d, 9d, 3d, 3d);
        Ties(flat, 0d, 3d, 9d, 9d, 9d);
        ResponseCurve nothing = ResponseCurve.Exponential(0d, 5d);
        Ties(nothing, 0d, 3d, 9d, 3d, 9d);
        Ties(nothing, -1d, 3d, 9d, 9d, 9d);
        Ties(nothing, 1d, 3d, 9d, 3d, 3d);
        Ties(ResponseCurve.Linear(0d), 0d, 3d, 9d, 3d, 9d);
        Ties(ResponseCurve.Linear(0d), -1d, 3d, 9d, 9d, 9d);
        Ties(ResponseCurve.Exponential(100d, 10d), 0d, 3d, 9d, 9d, 9d);
        ResponseCurve falling = ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 40d), new(20d, 60d), new(40d, 70d)]);
        Ties(falling, 2d, 0d, 50d, 10d, 20d);
        Ties(falling, 2d, 12d, 17d, 12d, 17d);
        Ties(falling, 4d, 0d, 50d, 0d, 10d);
        Ties(falling, 0d, 0d, 50d, 40d, 50d);
        Ties(falling, 0.5, 5d, 30d, 20d, 30d);
        Ties(falling, 3d, 0d, 50d, 10d, 10d);
        Ties(falling, -1d, 0d, 50d, 50d, 50d);

        // The chord from (0, 0) to (20, 40) has the slope 2, and 20 to 30 brings 1 a unit.
        ResponseCurve broken = ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 10d), new(20d, 40d), new(30d, 50d), new(40d, 45d)]);
        Ties(broken, 2d, 0d, 50d, 0d, 20d);
        Ties(broken, 1d, 0d, 50d, 20d, 30d);
        Ties(broken, 1d, 0d, 10d, 0d, 10d);
        Ties(broken, 1.5, 0d, 50d, 20d, 20d);
        Ties(broken, 1.5, 20d, 30d, 20d, 20d);
        Ties(broken, 3d, 10d, 20d, 10d, 20d);
        Ties(broken, -0.5, 0d, 40d, 30d, 40d);
        Ties(broken, 0d, 40d, 60d, 40d, 60d);

        static void Ties(ResponseCurve curve, double price, double lo, double hi, double smallest, double largest)
        {
            curve.Best(price, lo, hi).Should().Be(smallest, "{0} at {1} from {2} to {3}", curve, price, lo, hi);
            curve.Best(price, lo, hi, high: true).Should().Be(largest, "{0} at {1} from {2} to {3}", curve, price, lo, hi);
        }
    }

    [Fact]
    public void An_s_curve_takes_all_or_nothing_below_its_inflection()
    {
        // 20 for 5 units: 4 each; 80 for 20: the slope there is 1.6.
        ResponseCurve curve = ResponseCurve.Hill(100d, 10d, 2d);
        curve.Best(3.99, 0d, 5d).Should().Be(5d);
        curve.Best(4d, 0d, 5d).Should().Be(0d);
        curve.Best(4d, 0d, 5d, high: true).Should().Be(5d);
        curve.Best(4.01, 0d, 5d, high: true).Should().Be(0d);
        curve.Best(1.6, 0d, 100d).Should().BeApproximately(20d, 1e-12);
        curve.Best(1.6, 0d, 15d).Should().Be(15d);
        curve.Best(1.6, 6d, 15d).Should().Be(15d);
        curve.Best(1.6, 30d, 40d).Should().Be(30d);
        curve.Best(1.6, 6d, 40d).Should().BeApproximately(20d, 1e-12);
        curve.Best(7d, 0d, 100d).Should().Be(0d);
        curve.Best(7d, 6d, 100d).Should().Be(6d);
        curve.Best(6.45, 5.7, 100d).Should().BeApproximately(curve.SpendAtSlope(6.45), 1e-12, "there is room to gain just below the inflection");

        // The chord from 0 touches at 10 with the slope 5: at a price just above nothing is best, just below a little more than 10.
        curve.Best(5.001, 0d, 100d).Should().Be(0d);
        curve.Best(4.999, 0d, 100d).Should().BeInRange(10d, 10.01);
    }
}
#endif
