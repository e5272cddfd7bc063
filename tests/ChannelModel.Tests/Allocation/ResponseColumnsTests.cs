#if !NETFX_REPLAY // what is tested here is internal
using System;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>The loops over families of curves against one curve at a time.</summary>
public sealed class ResponseColumnsTests
{
    // Each family twice or more, in no order, with ranges that hold some prices' answers and cut off others.
    private static readonly (ResponseCurve Curve, double Lo, double Hi)[] Lines =
    [
        (ResponseCurve.Hill(100d, 10d, 2d), 0d, 60d), (ResponseCurve.Logistic(100d, 0.1), 0d, 80d), (ResponseCurve.Logarithmic(100d, 50d), 0d, 500d), (ResponseCurve.Power(3d, 0.5), 0d, 60d), (ResponseCurve.Linear(2d), 1d, 9d),
        (ResponseCurve.Exponential(100d, 10d), 0d, 45d), (ResponseCurve.MichaelisMenten(100d, 50d), 0d, 400d), (ResponseCurve.Hill(100d, 9d, 0.5), 0d, 120d), (ResponseCurve.Quadratic(10d, 0.5), 0d, 30d), (ResponseCurve.Logarithmic(60d, 20d), 5d, 40d),
        (ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 40d), new(20d, 60d), new(40d, 70d)]), 0d, 50d), (ResponseCurve.Hill(100d, 30d, 5d, 2d), 0d, 60d), (ResponseCurve.Hill(80d, 50d, 1d, 20d), 0d, 300d), (ResponseCurve.Power(5d, 0.25), 2d, 9d),
        (ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 10d), new(20d, 40d), new(30d, 50d), new(40d, 45d)]), 0d, 45d), (ResponseCurve.Exponential(30d, 4d), 1d, 8d), (ResponseCurve.Logistic(40d, 0.5), 2d, 6d), (ResponseCurve.Quadratic(6d, 0.1), 10d, 25d),
        (ResponseCurve.Hill(100d, 9d, 0.7, 15d), 3d, 50d), (ResponseCurve.PiecewiseLinear([new(0d, 0d), new(8d, 12d)]), 2d, 20d), (ResponseCurve.Hill(50d, 3d, 3d), 12d, 40d),
    ];

    private static readonly double[] Prices = [1e-6, 0.01, 0.13, 0.31, 0.57, 0.83, 1.1, 1.7, 2.3, 3.3, 4.7, 5.9, 8.1, 20d, 1e5];

    [Fact]
    public void Every_line_answers_a_price_as_its_curve_does_and_the_sums_are_those_of_the_lines()
    {
        ResponseColumns columns = Columns();
        var x = new double[columns.Count];
        var change = new double[columns.Count];
        foreach (double price in Prices)
        {
            (double sum, double slope) = columns.SpendAt(price, x, change);
            for (int i = 0; i < x.Length; i++)
            {
                double best = columns.Curves[i].Best(price, columns.Lo[i], columns.Hi[i]);
                x[i].Should().BeApproximately(best, 1e-10 * (1d + best), "{0} at the price {1}", columns.Curves[i], price);
            }

            sum.Should().BeApproximately(x.Sum(), 1e-9);
            slope.Should().BeApproximately(change.Sum(), 1e-9);
        }
    }

    [Fact]
    public void The_change_of_a_line_is_how_its_answer_moves_with_the_logarithm_of_the_price()
    {
        ResponseColumns columns = Columns();
        var x = new double[columns.Count];
        var change = new double[columns.Count];
        int moving = 0;
        foreach (double price in Prices)
        {
            columns.SpendAt(price, x, change);
            for (int i = 0; i < x.Length; i++)
            {
                ResponseCurve curve = columns.Curves[i];
                double higher = curve.Best(price * Math.Exp(1e-5), columns.Lo[i], columns.Hi[i]);
                double lower = curve.Best(price * Math.Exp(-1e-5), columns.Lo[i], columns.Hi[i]);
                change[i].Should().BeApproximately((higher - lower) / 2e-5, 1e-5 * (1d + Math.Abs(change[i])), "{0} at the price {1}", curve, price);
                moving += change[i] < 0d ? 1 : 0;
            }
        }

        moving.Should().BeGreaterThan(60, "most families answer most prices inside their ranges");
    }

    [Fact]
    public void What_all_lines_bring_is_the_sum_of_the_curves_values()
    {
        ResponseColumns columns = Columns();
        foreach (double share in new[] { 0d, 1e-9, 0.1, 0.5, 0.9, 1d })
        {
            double[] x = columns.Lo.Zip(columns.Hi, (lo, hi) => lo + (share * (hi - lo))).ToArray();
            ResponseCurveTests.Near(columns.ValueOf(x), x.Select((spend, i) => columns.Curves[i].ValueAt(spend)).Sum(), $"at {share}");

            // One line alone, so that nothing hides in the sum.
            for (int i = 0; i < Lines.Length; i++)
            {
                double spend = Lines[i].Lo + (share * (Lines[i].Hi - Lines[i].Lo));
                ResponseCurveTests.Near(new ResponseColumns([Lines[i].Curve], [0d], [1d]).ValueOf([spend]), Lines[i].Curve.ValueAt(spend), $"{Lines[i].Curve} at {spend}");
            }
        }

        // Spend and half spend that lie further apart than a double can tell.
        new ResponseColumns([ResponseCurve.MichaelisMenten(100d, 1e-300)], [0d], [1d]).ValueOf([1e10]).Should().Be(100d);
        new ResponseColumns([ResponseCurve.MichaelisMenten(1e300, 1e300)], [0d], [1d]).ValueOf([1e-10]).Should().BeGreaterThan(0d);
    }

    [Fact]
    public void The_columns_hold_each_line_once_and_those_that_jump_last()
    {
        ResponseColumns columns = Columns();
        columns.Order.OrderBy(i => i).Should().Equal(Enumerable.Range(0, Lines.Length));
        for (int i = 0; i < columns.Count; i++)
        {
            (columns.Curves[i], columns.Lo[i], columns.Hi[i]).Should().Be(Lines[columns.Order[i]]);
            bool steps = columns.Curves[i] == ResponseCurve.Linear(2d);
            (i >= columns.FirstJumping).Should().Be(steps || !columns.Curves[i].IsConcave, "{0}", columns.Curves[i]);
        }
    }

    [Fact]
    public void The_bound_at_a_price_is_that_of_each_line_s_best_answer()
    {
        ResponseColumns columns = Columns();
        foreach (double price in new[] { -2d, -0.1, 0d, 0.2, 1d, 3d, 7d })
        {
            double best = Enumerable.Range(0, columns.Count).Sum(i =>
            {
                double x = columns.Curves[i].Best(price, columns.Lo[i], columns.Hi[i]);
                return columns.Curves[i].ValueAt(x) - (price * x);
            });
            foreach (double total in new[] { 50d, 300d, 1500d })
            {
                columns.BoundAt(price, total).Should().BeApproximately(best + (price * total), 1e-9, "at the price {0}", price);
            }
        }
    }

    [Fact]
    public void Answers_to_any_price_are_the_smallest_or_the_largest_of_each_line()
    {
        ResponseColumns columns = Columns();
        var x = new double[columns.Count];
        foreach (bool high in new[] { false, true })
        {
            foreach (double price in new[] { -1d, 0d, 0.5, 2d, 3d })
            {
                double sum = columns.SpendAtAny(price, x, high);
                double[] expected = columns.Curves.Select((curve, i) => curve.Best(price, columns.Lo[i], columns.Hi[i], high)).ToArray();
                x.Should().Equal(expected);
                sum.Should().BeApproximately(expected.Sum(), 1e-9);
            }
        }
    }

    private static ResponseColumns Columns() => new([.. Lines.Select(line => line.Curve)], [.. Lines.Select(line => line.Lo)], [.. Lines.Select(line => line.Hi)]);
}
#endif
