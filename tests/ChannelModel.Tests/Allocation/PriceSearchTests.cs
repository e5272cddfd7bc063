#if !NETFX_REPLAY // what is tested here is internal
using System;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>The price at which lines ask for exactly a total: closed forms, the conditions of an optimum for mixes of any scale, and few questions.</summary>
public sealed class PriceSearchTests
{
    [Fact]
    public void The_price_of_two_logarithmic_lines_is_known_in_closed_form()
    {
        // a / (b + x) is the same on both: price (a1 + a2) / (b1 + b2 + total).
        foreach (double total in new[] { 1e-3, 1d, 90d, 1e4, 1e9, 1e14 })
        {
            Answer found = Solve(total, (ResponseCurve.Logarithmic(126d, 20d), 0d, 2e14), (ResponseCurve.Logarithmic(112d, 20d), 0d, 2e14));
            if (total > 10d)
            {
                found.Price.Should().BeApproximately(238d / (40d + total), 1e-12 * 238d / (40d + total));
                found.Spend[0].Should().BeApproximately((126d * (40d + total) / 238d) - 20d, 1e-11 * (total + 40d));
            }

            found.Spend.Sum().Should().BeApproximately(total, 1e-13 * total);
        }
    }

    [Fact]
    public void The_price_at_an_end_is_the_nearest_slope()
    {
        (ResponseCurve, double, double)[] lines = [(ResponseCurve.Logarithmic(100d, 50d), 10d, 50d), (ResponseCurve.Exponential(100d, 10d), 0d, 20d), (ResponseCurve.Linear(77d), 5d, 5d)];
        Answer least = Solve(15d, lines);
        least.Spend.Should().Equal(10d, 0d, 5d);
        least.Price.Should().Be(10d, "the first unit of the exponential line brings most of all");
        Solve(14d, lines).Spend.Should().Equal(10d, 0d, 5d);
        Answer most = Solve(75d, lines);
        most.Spend.Should().Equal(50d, 20d, 5d);
        most.Price.Should().BeApproximately(Math.Min(1d, 10d * Math.Exp(-2d)), 1e-14, "the last unit of the logarithmic line brings 1");
        Solve(76d, lines).Spend.Should().Equal(50d, 20d, 5d);
        Solve(5d, (ResponseCurve.Linear(77d), 5d, 5d)).Price.Should().Be(0d, "no line can move");
        Solve(0d, (ResponseCurve.Power(3d, 0.5), 0d, 5d)).Price.Should().Be(double.MaxValue, "the first unit brings more than any number");
        Answer falling = Solve(30d, (ResponseCurve.Quadratic(10d, 0.5), 0d, 30d));
        falling.Price.Should().Be(-5d);
    }

    [Fact]
    public void Lines_that_ask_for_a_whole_range_at_one_price_share_it_by_their_widths()
    {
        Answer straight = Solve(60d, (ResponseCurve.Linear(2d), 0d, 100d), (ResponseCurve.Linear(2d), 0d, 50d), (ResponseCurve.Linear(1d), 0d, 100d), (ResponseCurve.Linear(3d), 0d, 15d));
        straight.Price.Should().Be(2d);
        straight.Spend[0].Should().BeApproximately(30d, 1e-12);
        straight.Spend[1].Should().BeApproximately(15d, 1e-12);
        straight.Spend[2].Should().Be(0d);
        straight.Spend[3].Should().Be(15d);
        straight.Low.Should().NotBeNull();

        // On a corner: the piece of slope 4 is taken whole and the one of slope 2 not at all.
        ResponseCurve falling = ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 40d), new(20d, 60d), new(40d, 70d)]);
        Solve(20d, (falling, 0d, 40d), (falling, 0d, 40d)).Spend.Should().Equal(10d, 10d);
        Answer inside = Solve(30d, (falling, 0d, 40d), (falling, 0d, 40d));
        inside.Price.Should().Be(2d);
        inside.Spend[0].Should().BeApproximately(15d, 1e-12);
        inside.Spend[1].Should().BeApproximately(15d, 1e-12);
        Solve(40d, (falling, 0d, 40d), (falling, 0d, 40d)).Spend.Should().Equal(20d, 20d);

        // The S-curve jumps from 0 to 10 at the price 5; the ranges tell where it stands.
        Answer jump = Solve(6d, (ResponseCurve.Hill(100d, 10d, 2d), 0d, 100d));
        jump.Price.Should().BeApproximately(5d, 1e-9);
        jump.Spend[0].Should().BeApproximately(6d, 1e-12);
        jump.Low![0].Should().Be(0d);
        jump.High![0].Should().BeApproximately(10d, 1e-6);
        Solve(40d, (ResponseCurve.Hill(100d, 10d, 2d), 0d, 100d)).Low.Should().BeNull("there is nothing to share where all lines are smooth");
    }

    [Fact]
    public void Money_that_brings_nothing_or_costs_has_a_price_of_nothing_or_less()
    {
        Answer idle = Solve(50d, (ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 40d)]), 0d, 80d), (ResponseCurve.Linear(0d), 0d, 40d));
        idle.Price.Should().Be(0d);
        idle.Spend.Sum().Should().BeApproximately(50d, 1e-12);
        idle.Spend[0].Should().BeApproximately(10d + (70d * 40d / 110d), 1e-12, "what is over is shared by the widths 70 and 40");
        Answer falling = Solve(100d, (ResponseCurve.Quadratic(1d, 0.1), 0d, 100d), (ResponseCurve.Quadratic(2d, 0.1), 0d, 100d));
        falling.Price.Should().BeApproximately(-3.5, 1e-12, "1 - x/10 and 2 - (100 - x)/10 meet at 45");
        falling.Spend[0].Should().BeApproximately(45d, 1e-11);
        falling.Spend[1].Should().BeApproximately(55d, 1e-11);
        Answer capped = Solve(55d, (ResponseCurve.Quadratic(1d, 0.1), 0d, 50d), (ResponseCurve.Exponential(5d, 0.01), 0d, 40d));
        capped.Spend[1].Should().BeApproximately(40d, 1e-9, "which never falls, though it brings next to nothing");
        capped.Price.Should().BeApproximately(-0.5, 1e-9);
        Solve(30d, (ResponseCurve.Quadratic(1d, 0.1), 0d, 50d), (ResponseCurve.Quadratic(2d, 0.1), 0d, 60d)).Price.Should().BeApproximately(0d, 1e-12, "both peaks together are exactly 30");
    }

    [Fact]
    public void Lines_of_any_scale_agree_on_a_price_after_few_questions()
    {
        int most = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            (ResponseCurve Curve, double Lo, double Hi)[] lines = Mix(seed, out double total, families: 8);
            most = Math.Max(most, Balanced(total, lines).Steps);
        }

        most.Should().BeLessThan(80);
    }

    [Fact]
    public void The_price_of_a_straight_line_is_its_slope_to_the_last_digit()
    {
        foreach (double slope in new[] { 3d, 5d, 7d, 11d, 13d, 17d, 19d, 23d, 1e6, 3e9 })
        {
            Solve(60d, (ResponseCurve.Linear(slope), 10d, 110d), (ResponseCurve.Linear(slope / 2d), 0d, 30d), (ResponseCurve.Linear(slope * 2d), 0d, 20d)).Price.Should().Be(slope);
        }
    }

    [Fact]
    public void Prices_at_the_ends_of_the_range_of_numbers_are_found()
    {
        Answer low = Solve(15d, (ResponseCurve.Linear(1d), 0d, 10d), (ResponseCurve.Linear(1e-290), 0d, 10d));
        low.Spend.Should().Equal(10d, 5d);
        low.Price.Should().BeApproximately(1e-290, 1e-299);
        Answer high = Solve(5d, (ResponseCurve.Linear(1e302), 0d, 10d), (ResponseCurve.Linear(1d), 0d, 10d));
        high.Spend.Should().Equal(5d, 0d);
        high.Price.Should().BeApproximately(1e302, 1e293);
    }

    [Fact]
    public void Below_a_price_of_nothing_falling_pieces_share_what_the_smooth_lines_leave()
    {
        // A peak of 15 at the price -0.5, where the piece from 10 to 20 takes the rest of 30.
        ResponseCurve tent = ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 10d), new(20d, 5d)]);
        Answer mixed = Solve(30d, (tent, 0d, 20d), (ResponseCurve.Quadratic(1d, 0.1), 0d, 50d));
        mixed.Price.Should().BeApproximately(-0.5, 1e-12);
        mixed.Spend[0].Should().BeApproximately(15d, 1e-9);
        mixed.Spend[1].Should().BeApproximately(15d, 1e-9);
        Answer tents = Solve(35d, (tent, 0d, 20d), (tent, 0d, 20d));
        tents.Price.Should().BeApproximately(-0.5, 1e-12);
        tents.Spend[0].Should().BeApproximately(17.5, 1e-9);
        Solve(15d, (tent, 0d, 20d)).Price.Should().BeApproximately(-0.5, 1e-12);
    }

    [Fact]
    public void A_bound_next_to_a_line_s_answer_takes_nothing_from_the_total()
    {
        // Without bounds the first line gets 1 200 (100 + total) / 2 000 - 60: a minimum or maximum on either side of that, from far to a rounding away.
        foreach (double total in new[] { 10d, 70d, 500d, 3_000d, 90_000d, 1e6 })
        {
            double answer = (0.6 * (100d + total)) - 60d;
            for (int halvings = 4; halvings <= 50; halvings++)
            {
                foreach (double sign in new[] { -1d, 1d })
                {
                    double bound = answer * (1d + (sign * Math.Pow(2d, -halvings)));
                    Balanced(total, (ResponseCurve.Logarithmic(1200d, 60d), 0d, bound), (ResponseCurve.Logarithmic(800d, 40d), 0d, 2d * total));
                    Balanced(total, (ResponseCurve.Logarithmic(1200d, 60d), bound, 2d * total), (ResponseCurve.Logarithmic(800d, 40d), 0d, 2d * total));
                }
            }
        }
    }

    [Fact]
    public void A_bound_next_to_a_falling_line_s_answer_takes_nothing_from_the_total()
    {
        // (10 - p) / 0.1 and (6 - p) / 0.05 are 220 - 30 p together.
        foreach (double total in new[] { 70d, 100d, 150d, 180d, 200d })
        {
            double answer = 100d - ((220d - total) / 3d);
            for (int halvings = 4; halvings <= 50; halvings++)
            {
                foreach (double sign in new[] { -1d, 1d })
                {
                    double bound = answer * (1d + (sign * Math.Pow(2d, -halvings)));
                    Balanced(total, (ResponseCurve.Quadratic(10d, 0.1), 0d, bound), (ResponseCurve.Quadratic(6d, 0.05), 0d, 120d));
                    Balanced(total, (ResponseCurve.Quadratic(10d, 0.1), bound, 100d), (ResponseCurve.Quadratic(6d, 0.05), 0d, 120d));
                }
            }
        }
    }

    [Fact]
    public void A_total_next_to_the_jump_of_an_s_curve_is_met()
    {
        // The S-curve jumps from 0 to 10 at the price 5, where the smooth line asks for 30.
        for (int halvings = 1; halvings <= 50; halvings++)
        {
            foreach (double sign in new[] { -1d, 1d })
            {
                double off = sign * Math.Pow(2d, -halvings);
                Balanced(40d + off, (ResponseCurve.Hill(100d, 10d, 2d), 0d, 100d), (ResponseCurve.Logarithmic(200d, 10d), 0d, 100d));
                Balanced(30d + off, (ResponseCurve.Hill(100d, 10d, 2d), 0d, 100d), (ResponseCurve.Logarithmic(200d, 10d), 0d, 100d));
            }
        }
    }

    [Fact]
    public void Just_right_of_the_steepest_place_of_an_s_curve_the_answer_keeps_its_digits()
    {
        // There the answer moves without limit with the price: a step along the tangent would miss it.
        ResponseCurve curve = ResponseCurve.Hill(100d, 10d, 2d);
        double steepest = curve.SlopeAt(curve.Inflection);
        for (int halvings = 4; halvings <= 44; halvings++)
        {
            double price = steepest * (1d - Math.Pow(2d, -halvings));
            double bent = curve.SpendAtSlope(price);
            double smooth = (200d / price) - 10d;
            foreach (double part in new[] { 0.9, 1d, 1.1 })
            {
                // The smooth line hardly moves with so small a change of the price: what is over or missing is the S-curve's.
                double wanted = curve.Inflection + (part * (bent - curve.Inflection));
                Answer found = Solve(wanted + smooth, (curve, curve.Inflection, 100d), (ResponseCurve.Logarithmic(200d, 10d), 0d, 100d));
                found.Spend.Sum().Should().BeApproximately(wanted + smooth, 1e-11);
                found.Spend[0].Should().BeApproximately(curve.SpendAtSlope(Math.Min(200d / (10d + found.Spend[1]), steepest)), 1e-6, "{0} halvings", halvings);
            }
        }
    }

    [Fact]
    public void Lines_stand_on_their_corners_where_only_a_rounding_is_left_to_share()
    {
        // 0.1 + 0.2 + 0.3 is 0.6000000000000001, and 0.3 + 0.2 + 0.1 is 0.6.
        static (ResponseCurve, double, double) Corner(double at) => (ResponseCurve.PiecewiseLinear([new(0d, 0d), new(at, 4d * at), new(at + 10d, (4d * at) + 10d)]), 0d, 20d);
        (0.1 + 0.2 + 0.3).Should().BeGreaterThan(0.6);
        Solve(0.6, Corner(0.1), Corner(0.2), Corner(0.3)).Spend.Should().Equal(0.1, 0.2, 0.3);
        Solve(0.1 + 0.2 + 0.3, Corner(0.3), Corner(0.2), Corner(0.1)).Spend.Should().Equal(0.3, 0.2, 0.1);
        Solve(0.5, Corner(0.1), Corner(0.2), Corner(0.3)).Spend.Sum().Should().BeApproximately(0.5, 1e-15);
    }

    [Fact]
    public void Smooth_lines_agree_after_a_handful_of_questions()
    {
        // Newton's steps on the logarithm of the price: what halving would need some fifty questions for.
        int all = 0;
        int most = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            (ResponseCurve Curve, double Lo, double Hi)[] lines = Mix(seed, out double total, families: 6);
            int steps = Solve(total, lines).Steps;
            all += steps;
            most = Math.Max(most, steps);
        }

        most.Should().BeLessThan(36);
        (all / 400d).Should().BeLessThan(9.4, "on average");
    }

    /// <summary>Two to six lines whose sizes and scales lie many powers of ten apart: the same for a number on every machine.</summary>
    private static (ResponseCurve Curve, double Lo, double Hi)[] Mix(int seed, out double total, int families)
    {
        ulong state = (ulong)seed;
        Next();
        double wide = seed % 3 == 0 ? 6d : 2d;
        var lines = new (ResponseCurve Curve, double Lo, double Hi)[2 + (int)(Next() * 5d)];
        double least = 0d;
        double most = 0d;
        for (int i = 0; i < lines.Length; i++)
        {
            double size = Math.Pow(10d, wide * ((2d * Next()) - 1d));
            double scale = Math.Pow(10d, wide * ((2d * Next()) - 1d));
            ResponseCurve curve = (int)(Next() * families) switch
            {
                0 => ResponseCurve.Logarithmic(size, scale),
                1 => ResponseCurve.Power(size, 0.05 + (0.9 * Next())),
                2 => ResponseCurve.Exponential(size, scale),
                3 => ResponseCurve.MichaelisMenten(size, scale),
                4 => ResponseCurve.Logistic(size, 1d / scale),
                5 => ResponseCurve.Hill(size, scale, 0.2 + (0.7 * Next()), seed % 2 == 0 ? 0d : scale * Next()),
                6 => ResponseCurve.Linear(size / scale),
                _ => ResponseCurve.Hill(size, scale, 1.2 + (4d * Next()), seed % 2 == 0 ? 0d : scale * Next()),
            };
            double lo = seed % 4 == 0 ? scale * Next() : 0d;
            lines[i] = (curve, lo, lo + (scale * Math.Pow(10d, 3d * Next())));
            least += lines[i].Lo;
            most += lines[i].Hi;
        }

        total = least + ((most - least) * (0.02 + (0.96 * Next())));
        return lines;

        double Next()
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
            return (state >> 11) / (double)(1UL << 53);
        }
    }

    /// <summary>The total is spent, within the bounds, and nobody gets less than is asked for at a price a little higher, nor more than at one a little lower.</summary>
    private static Answer Balanced(double total, params (ResponseCurve Curve, double Lo, double Hi)[] lines)
    {
        Answer found = Solve(total, lines);
        string what = $"{total} over {string.Join("; ", lines)} at {found.Price}";
        Math.Abs(found.Spend.Sum() - total).Should().BeLessThanOrEqualTo(1e-12 * total, what);
        for (int i = 0; i < lines.Length; i++)
        {
            (ResponseCurve curve, double lo, double hi) = lines[i];
            double x = found.Spend[i];
            (x >= lo && x <= hi).Should().BeTrue("line {0} gets {1} of {2}", i, x, what);
            double off = 1e-8 * (1e-6 + hi - lo);
            (x >= curve.Best(Math.Max(1e-299, found.Price * (1d + 1e-7)), lo, hi) - off).Should().BeTrue("line {0} gets {1} of {2}", i, x, what);
            (x <= curve.Best(found.Price * (1d - 1e-7), lo, hi, high: true) + off).Should().BeTrue("line {0} gets {1} of {2}", i, x, what);
        }

        return found;
    }

    private static Answer Solve(double total, params (ResponseCurve Curve, double Lo, double Hi)[] lines)
    {
        var columns = new ResponseColumns([.. lines.Select(line => line.Curve)], [.. lines.Select(line => line.Lo)], [.. lines.Select(line => line.Hi)]);
        var search = PriceSearch.Solve(columns, total);
        return new Answer(search.Price, search.Steps, ByLine(search.Spend)!, ByLine(search.Low), ByLine(search.High));

        double[]? ByLine(double[]? values) => values is null ? null : [.. Enumerable.Range(0, lines.Length).Select(line => values[Array.IndexOf(columns.Order, line)])];
    }

    /// <summary>What was found, in the order of the lines.</summary>
    private sealed record Answer(double Price, int Steps, double[] Spend, double[]? Low, double[]? High);
}
#endif
