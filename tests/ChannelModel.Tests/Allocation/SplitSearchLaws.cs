using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>The search itself, over S-shaped and broken curves: the best split there is, against a fine grid, and a bound that its own proof gives.</summary>
public sealed class SplitSearchLaws
{
    private const double Tolerance = 1e-9;

    private static readonly ResponseCurve Hill = ResponseCurve.Hill(1000d, 4000d, 3d);

    private static readonly ResponseCurve Log = ResponseCurve.Logarithmic(400d, 2000d);

    /// <summary>Rises at 1, then at 3, then not at all.</summary>
    private static readonly ResponseCurve Steps = ResponseCurve.PiecewiseLinear([new ResponsePoint(0d, 0d), new ResponsePoint(1000d, 1000d), new ResponsePoint(2000d, 4000d), new ResponsePoint(3000d, 4000d)]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    public void No_split_of_a_fine_grid_is_better_and_the_bound_says_so(int number)
    {
        SplitSpace space = Cases()[number];
        var found = SplitSearch.Solve(space, Tolerance, null);
        Sound(space, found);
        double best = Grid(space, 120);
        found.Value.Should().BeGreaterThanOrEqualTo(best * (1d - Tolerance));
        found.Bound.Should().BeInRange(Math.Max(best * (1d - 1e-12), found.Value), found.Value * (1d + Tolerance));
        found.Proof.Should().HaveCountLessThan(8, "lines inside their chords are few");

        // From any other split the search ends at the same.
        double[] start = Even(space);
        var again = SplitSearch.Solve(space, Tolerance, start);
        Sound(space, again);
        again.Value.Should().BeApproximately(found.Value, Tolerance * found.Value);
    }

    [Fact]
    public void What_does_not_reach_for_two_goes_to_the_smaller_key()
    {
        // f(4000) = 500 and f(2000) = 1000 / 9: all to one.
        Solved(Space(4000d, Hill, Hill)).Should().Be("4000 0 = 500");
        Solved(Space(4000d, Hill, Hill, Hill)).Should().Be("4000 0 0 = 500");

        // f(8000) = 8000 / 9 for one, 2 x 500 for two.
        Solved(Space(8000d, Hill, Hill)).Should().Be("4000 4000 = 1000");
        Solved(Space(8000d, Hill, Hill, Hill)).Should().Be("4000 4000 0 = 1000");
        Solved(Space(0d, Hill, Hill)).Should().Be("0 0 = 0");
        Solved(Space(4000d, Hill)).Should().Be("4000 = 500");
    }

    [Fact]
    public void Broken_lines_stand_on_their_corners()
    {
        Solved(Space(2000d, Steps, Steps)).Should().Be("2000 0 = 4000");
        Solved(Space(3000d, Steps, Steps)).Should().Be("2000 1000 = 5000");
        Solved(Space(3500d, Steps, Steps)).Should().Be("2000 1500 = 6500");
        Solved(Space(4000d, Steps, Steps)).Should().Be("2000 2000 = 8000");
        Solved(Space(1500d, Steps, Steps)).Should().Be("1500 0 = 2500");
        Solved(Space(1500d, Steps, ResponseCurve.Linear(2d))).Should().Be("0 1500 = 3000");
        Solved(Space(2500d, Steps, ResponseCurve.Linear(1.5))).Should().Be("2000 500 = 4750");
        Solved(Space(1900d, Steps, ResponseCurve.Linear(1.9))).Should().Be("1900 0 = 3700");
        Solved(Space(1500d, Steps, ResponseCurve.Linear(1.5))).Should().Be("1500 0 = 2500");
    }

    [Theory]
    [InlineData(700)]
    [InlineData(1000)]
    [InlineData(1100)]
    [InlineData(1300)]
    [InlineData(1500)]
    [InlineData(1650)]
    [InlineData(2000)]
    public void Nothing_or_all_is_the_best_choice_of_all(int total)
    {
        // Each brings nothing before 9/10 of its cost and all at its cost: a knapsack. Costs and corners are tens, so that a grid of tens holds the best.
        (double Cost, double Value)[] offers = [(400d, 410d), (500d, 520d), (600d, 600d), (700d, 730d), (900d, 905d)];
        SplitSpace space = Space(total, [.. offers.Select(offer => ResponseCurve.PiecewiseLinear([new ResponsePoint(0d, 0d), new ResponsePoint(0.9 * offer.Cost, 0d), new ResponsePoint(offer.Cost, offer.Value)]))]);
        var found = SplitSearch.Solve(space, Tolerance, null);
        Sound(space, found);
        found.Value.Should().BeApproximately(Grid(space, total / 10), 1e-9);
        found.Bound.Should().BeLessThanOrEqualTo(found.Value * (1d + Tolerance));
    }

    [Fact]
    public void A_straight_line_takes_the_rest_and_leaves_nothing_to_cut()
    {
        // Beyond its chord the curve takes what brings more than the line does: one price proves that.
        ResponseCurve line = ResponseCurve.Linear(0.1);
        var found = SplitSearch.Solve(Space(9000d, Hill, line), Tolerance, null);
        found.Proof.Should().ContainSingle();
        found.Price.Should().BeApproximately(0.1, 1e-9);
        Hill.SlopeAt(found.Spend[0]).Should().BeApproximately(0.1, 1e-9);
        var two = SplitSearch.Solve(Space(12_000d, line, Hill, ResponseCurve.Linear(0.1), Hill), Tolerance, null);
        Sound(Space(12_000d, line, Hill, ResponseCurve.Linear(0.1), Hill), two);
        two.Proof.Should().ContainSingle();
        two.Spend[1].Should().BeApproximately(two.Spend[3], 1e-6);
        two.Spend[1].Should().BeApproximately(found.Spend[0], 1e-6);
    }

    [Fact]
    public void A_split_may_end_inside_a_piece_of_a_broken_line()
    {
        // 2000 ln(1 + y / 1000) has a slope of 1 at 1000: the first piece takes what is left. All on the broken line would bring 1300, all on the other 2000 ln 2.1 = 1484.
        Solved(Space(1100d, Steps, ResponseCurve.Logarithmic(2000d, 1000d))).Should().Be("100 1000 = 1486.294361");
        Solved(Space(1100d, ResponseCurve.Logarithmic(2000d, 1000d), Steps)).Should().Be("1000 100 = 1486.294361");
    }

    [Fact]
    public void A_curve_that_rises_late_is_left_where_its_chord_does_not_pay()
    {
        // The best chord of the curve ends at 4000 x 2^(1/3) with slope f / x = (2 / 3) 1000 / 5039.7 = 0.1323; a line of 0.14 is better up to there, one of 0.13 not.
        double end = 4000d * Math.Pow(2d, 1d / 3d);
        SplitSpace flat = Space(end, Hill, ResponseCurve.Linear(0.14));
        SplitSearch.Solve(flat, Tolerance, null).Spend.Should().Equal(0d, end);
        SplitSpace steep = Space(end, Hill, ResponseCurve.Linear(0.13));
        SplitSearch taken = SplitSearch.Solve(steep, Tolerance, null);
        taken.Value.Should().BeApproximately((2000d / 3d) + Gain(taken, end), 1e-6);
        taken.Spend[0].Should().BeGreaterThan(4000d);

        // What is left on the line after the curve's slope has fallen to 0.13.
        static double Gain(SplitSearch found, double end) => (0.13 * found.Spend[1]) - (Hill.ValueAt(end) - Hill.ValueAt(found.Spend[0]));
    }

    [Fact]
    public void Concave_curves_need_one_price()
    {
        // 100 ln(1 + x / 50): slopes meet at 1 with 50 each; the other has half of it.
        SplitSpace space = Space(100d, ResponseCurve.Logarithmic(100d, 50d), ResponseCurve.Logarithmic(100d, 50d));
        var found = SplitSearch.Solve(space, Tolerance, null);
        found.Spend.Select(x => Math.Round(x, 9)).Should().Equal(50d, 50d);
        found.Price.Should().BeApproximately(1d, 1e-12);
        found.Value.Should().BeApproximately(200d * Math.Log(2d), 1e-12);
        found.Bound.Should().BeApproximately(found.Value, 1e-12).And.BeGreaterThanOrEqualTo(found.Value);
        found.Columns.Should().NotBeNull();
        found.Proof.Should().ContainSingle();
        (found.Proof[0].Line, found.Proof[0].Value).Should().Be((-1, found.Price));
        SplitSpace uneven = Space(150d, ResponseCurve.Linear(1d), ResponseCurve.Logarithmic(100d, 50d), ResponseCurve.Logarithmic(200d, 50d));
        SplitSearch.Solve(uneven, Tolerance, null).Spend.Select(x => Math.Round(x, 6)).Should().Equal([0d, 33.333333, 116.666667], "100 / (50 + x) = 200 / (50 + y), x + y = 150");
    }

    [Fact]
    public void A_price_that_was_given_proves_its_own_split()
    {
        SplitSpace space = Space(100d, ResponseCurve.Logarithmic(100d, 50d), ResponseCurve.Logarithmic(100d, 50d));
        var at = SplitSearch.AtPrice(space, [30d, 70d], 0.75);
        at.Spend.Should().Equal(30d, 70d);
        at.Price.Should().Be(0.75);
        at.Value.Should().BeApproximately(100d * (Math.Log(1.6) + Math.Log(2.4)), 1e-12);
        at.Bound.Should().Be(at.Value);
        at.Proof.Select(step => (step.Line, step.Value)).Should().Equal((-1, 0.75));
    }

    [Fact]
    public void A_start_that_is_best_already_stays()
    {
        SplitSpace space = Space(4000d, Hill, Hill);
        SplitSearch.Solve(space, Tolerance, [4000d, 0d]).Spend.Should().Equal(4000d, 0d);
        SplitSearch other = SplitSearch.Solve(space, Tolerance, [0d, 4000d]);
        other.Spend.Should().Equal([0d, 4000d], "of splits that bring the same the first stays");
        other.Value.Should().Be(500d);
        Sound(space, other);
    }

    private static SplitSpace[] Cases()
    {
        ResponseCurve late = ResponseCurve.Hill(700d, 2500d, 4d);
        ResponseCurve carried = ResponseCurve.Hill(1200d, 5000d, 2.5, 800d);
        ResponseCurve valley = ResponseCurve.PiecewiseLinear([new ResponsePoint(500d, 100d), new ResponsePoint(900d, 150d), new ResponsePoint(1500d, 900d), new ResponsePoint(2500d, 1000d), new ResponsePoint(3500d, 1600d)]);
        return
        [
            Space(3000d, Hill, late),
            Space(6000d, Hill, late),
            Space(9000d, Hill, late, Log),
            Space(5000d, Hill, Log),
            Space(7000d, Hill, Hill, Log),
            Space(5500d, Hill, Hill, Hill),
            Space(12_000d, carried, Hill, late),
            Space(2600d, valley, Steps),
            Space(4100d, valley, valley, Steps),
            Space(3300d, valley, Hill, Log),
            Space(5200d, Steps, Steps, late),
            Between(6000d, [500d, 0d, 1000d], [3000d, 2500d, 6000d], Hill, late, Log),
            Between(4500d, [0d, 700d, 0d], [2000d, 1800d, 1500d], Hill, valley, Steps),
            Space(4000d, ResponseCurve.Linear(0.12), Hill, late),
            Space(10_000d, ResponseCurve.Quadratic(0.3, 0.0001), carried, valley),
            Space(14_000d, Different(8)),
            Space(9_000d, Different(5)),
            Space(20_000d, [.. Different(6), Log, valley]),
        ];
    }

    private static ResponseCurve[] Different(int count) =>
        [.. Enumerable.Range(0, count).Select(i => ResponseCurve.Hill(500d + (90d * (i * 5 % 7)), 1500d + (400d * (i * 3 % 5)), 2d + (0.3 * i)))];

    internal static void Sound(SplitSpace space, SplitSearch found)
    {
        found.Spend.Sum().Should().BeApproximately(space.Total, 1e-9 * space.Total);
        Enumerable.Range(0, found.Spend.Length).All(i => found.Spend[i] >= space.Lo[i] && found.Spend[i] <= space.Hi[i]).Should().BeTrue();
        found.Value.Should().Be(space.ValueOf(found.Spend));

        // No money moved from one line to another would bring more: what the next yuan brings is nowhere above what the last one brought elsewhere.
        int[] lines = [.. Enumerable.Range(0, found.Spend.Length)];
        foreach (int from in lines.Where(i => found.Spend[i] > space.Lo[i]))
        {
            double last = space.Curves[from].SlopeBefore(found.Spend[from]);
            lines.Where(i => i != from && found.Spend[i] < space.Hi[i]).Select(i => space.Curves[i].SlopeAt(found.Spend[i])).All(next => next <= last + (1e-7 * Math.Abs(last))).Should().BeTrue();
        }

        found.Bound.Should().BeGreaterThanOrEqualTo(found.Value);
        Math.Max(found.Value, space.BoundOf(found.Proof)).Should().Be(found.Bound);
    }

    private static string Solved(SplitSpace space)
    {
        var found = SplitSearch.Solve(space, Tolerance, null);
        Sound(space, found);
        found.Bound.Should().BeLessThanOrEqualTo(found.Value * (1d + Tolerance));
        return FormattableString.Invariant($"{string.Join(" ", found.Spend.Select(x => Math.Round(x, 6).ToString(System.Globalization.CultureInfo.InvariantCulture)))} = {Math.Round(found.Value, 6)}");
    }

    internal static double Grid(SplitSpace space, int steps)
    {
        double step = space.Total / steps;
        double[] best = [.. Enumerable.Repeat(double.NegativeInfinity, steps + 1)];
        best[0] = 0d;
        for (int i = 0; i < space.Curves.Length; i++)
        {
            double[] next = [.. Enumerable.Repeat(double.NegativeInfinity, steps + 1)];
            for (int own = 0; own <= steps; own++)
            {
                if (own * step >= space.Lo[i] - 1e-9 && own * step <= space.Hi[i] + 1e-9)
                {
                    double value = space.Curves[i].ValueAt(own * step);
                    for (int before = 0; before + own <= steps; before++)
                    {
                        next[before + own] = Math.Max(next[before + own], best[before] + value);
                    }
                }
            }

            best = next;
        }

        return best[steps];
    }

    private static double[] Even(SplitSpace space)
    {
        double part = (space.Total - space.Lo.Sum()) / (space.Hi.Sum() - space.Lo.Sum());
        return [.. space.Lo.Select((lo, i) => lo + (part * (space.Hi[i] - lo)))];
    }

    private static SplitSpace Space(double total, params ResponseCurve[] curves) => Between(total, new double[curves.Length], [.. curves.Select(_ => total)], curves);

    private static SplitSpace Between(double total, double[] lo, double[] hi, params ResponseCurve[] curves) => new(
        curves,
        lo,
        hi,
        total,
        [.. curves.Select((curve, i) => Enumerable.Range(0, i).Where(k => curves[k] == curve && lo[k] == lo[i] && hi[k] == hi[i]).DefaultIfEmpty(-1).Last())]);
}
