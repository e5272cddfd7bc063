using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Ideal splits brought to whole units: cut off, handed out where the next brings most, and moved while that brings more.</summary>
public sealed class WholeUnitLaws
{
    private static readonly ResponseCurve Log = ResponseCurve.Logarithmic(100d, 50d);

    [Fact]
    public void Units_left_go_to_the_smaller_keys_of_equals_and_are_taken_from_the_larger()
    {
        WholeUnits.Of(Model([Log, Log, Log, Log]), [2.5, 2.5, 2.5, 2.5], 10).Should().Equal(3, 3, 2, 2);
        WholeUnits.Of(Model([Log, Log, Log, Log]), [2.5, 2.5, 2.5, 2.5], 11).Should().Equal(3, 3, 3, 2);
        WholeUnits.Of(Model([Log, Log, Log, Log]), [3d, 3d, 3d, 3d], 10).Should().Equal(3, 3, 2, 2);
        WholeUnits.Of(Model([Log, Log, Log, Log]), [3d, 3d, 3d, 3d], 11).Should().Equal(3, 3, 3, 2);
        WholeUnits.Of(Model([Log, Log, Log, Log]), [3d, 3d, 3d, 3d], 12).Should().Equal(3, 3, 3, 3);
    }

    [Fact]
    public void Amounts_are_in_the_smallest_unit_and_end_at_the_bounds()
    {
        // 0.025 yuan are 2.5 cents.
        WholeUnits.Of(Model([Log, Log], unitsPerOne: 100d), [0.025, 0.035], 6).Should().Equal(3, 3);
        WholeUnits.Of(Model([Log, Log, Log], lo: [4, 0, 0], hi: [9, 2, 9]), [1d, 7d, 3d], 9).Should().Equal(4, 2, 3);
        WholeUnits.Of(Model([Log, Log, Log], lo: [4, 0, 0], hi: [9, 2, 9]), [4d, 2d, 3d], 9).Should().Equal(4, 2, 3);

        // Fixed and excluded lines take no part; free ones come in the order of their keys, here backwards.
        var model = new BudgetModel(
            [Log, ResponseCurve.Linear(9d), Log, Log],
            new long[4],
            [99, 99, 99, 99],
            [-1, -1, -1, -1],
            [BudgetLineStatus.Interior, BudgetLineStatus.Fixed, BudgetLineStatus.Interior, BudgetLineStatus.Excluded],
            1d,
            [3, 2, 1, 0]);
        model.Free.Should().Equal(2, 0);
        WholeUnits.Of(model, [2.5, 2.5], 5).Should().Equal(3, 2);
    }

    [Fact]
    public void A_total_far_off_is_handed_out_evenly_as_far_as_bounds_go()
    {
        WholeUnits.Of(Model([Log, Log, Log]), [0d, 0d, 0d], 1000).Should().Equal(334, 333, 333);
        WholeUnits.Of(Model([Log, Log, Log], hi: [10, 5000, 5000]), [0d, 0d, 0d], 1000).Should().Equal(10, 495, 495);
        WholeUnits.Of(Model([Log, Log, Log], hi: [5000, 5000, 7]), [0d, 0d, 0d], 1000).Should().Equal(497, 496, 7);
        WholeUnits.Of(Model([Log, Log, Log]), [1000d, 1000d, 1000d], 300).Should().Equal(100, 100, 100);
        WholeUnits.Of(Model([Log, Log, Log], lo: [500, 0, 0]), [1000d, 1000d, 1000d], 701).Should().Equal(500, 101, 100);
        WholeUnits.Of(Model([Log, Log, Log], hi: [10, 5000, 5000]), [5d, 5d, 5d], 1000).Should().Equal(10, 495, 495);
        WholeUnits.Of(Model([Log, Log, Log], hi: [10, 10, 5000]), [5d, 8d, 5d], 1000).Should().Equal(10, 10, 980);
        WholeUnits.Of(Model([Log, Log], hi: [3, 4]), [0d, 0d], 7).Should().Equal(3, 4);
        WholeUnits.Of(Model([]), [], 0).Should().BeEmpty();
    }

    [Fact]
    public void Many_lines_get_their_units_where_they_bring_most()
    {
        // More lines than single units are moved for afterwards: slopes of 0 to 996, in no order, ten lines of each.
        const int Count = 10_001;
        ResponseCurve[] curves = [.. Enumerable.Range(0, Count).Select(i => ResponseCurve.Linear(i * 7919L % 997))];
        double[] ideal = [.. Enumerable.Repeat(5d, Count)];
        BudgetModel model = Model(curves);
        foreach (int extra in new[] { 1, 2, 10, 11, 12, 4_999, 5_000, 5_001, 9_990, 10_000 })
        {
            int[] ranked = [.. Enumerable.Range(0, Count).OrderByDescending(i => i * 7919L % 997)];
            long[] more = [.. ideal.Select(units => (long)units)];
            foreach (int i in ranked.Take(extra))
            {
                more[i]++;
            }

            WholeUnits.Of(model, ideal, (5 * Count) + extra).Should().Equal(more);

            // Of equals the larger key gives first.
            long[] less = [.. ideal.Select(units => (long)units)];
            foreach (int i in Enumerable.Reverse(ranked).Take(extra))
            {
                less[i]--;
            }

            WholeUnits.Of(model, ideal, (5 * Count) - extra).Should().Equal(less);
        }
    }

    [Fact]
    public void Equal_worths_in_the_middle_of_many_go_by_key()
    {
        // Three slopes only: nearly all lines are at the edge.
        const int Count = 10_002;
        ResponseCurve[] curves = [.. Enumerable.Range(0, Count).Select(i => ResponseCurve.Linear(i % 3))];
        foreach (int extra in new[] { 3_333, 3_334, 3_335, 6_667, 6_668, 6_669 })
        {
            long[] expected = new long[Count];
            foreach (int i in Enumerable.Range(0, Count).OrderByDescending(i => i % 3).Take(extra))
            {
                expected[i]++;
            }

            WholeUnits.Of(Model(curves), new double[Count], extra).Should().Equal(expected);
        }
    }

    [Fact]
    public void Whole_units_are_the_best_there_are_even_from_an_ideal_that_is_a_little_off()
    {
        ResponseCurve[] curves = [ResponseCurve.Logarithmic(90d, 4d), ResponseCurve.Logarithmic(60d, 2d), ResponseCurve.Exponential(70d, 5d)];
        foreach (double[] off in new double[][] { [0d, 0d, 0d], [2d, -2d, 0d], [-2d, 0d, 2d], [0d, 3d, -3d], [1.5, 1.5, -3d], [-1d, -1d, -1d], [2d, 2d, 2d] })
        {
            for (int total = 10; total <= 24; total++)
            {
                (double best, int[] at) = Best(curves, total);
                long[] units = WholeUnits.Of(Model(curves), [.. at.Select((x, i) => Math.Max(0d, x + off[i]))], total);
                units.Sum().Should().Be(total);
                units.Select((x, i) => curves[i].ValueAt(x)).Sum().Should().BeApproximately(best, 1e-9, "from {0} to {1}", string.Join(" ", off), string.Join(" ", units));
            }
        }
    }

    [Fact]
    public void Of_equal_lines_the_one_furthest_below_its_ideal_gets_the_next_and_the_one_furthest_above_gives()
    {
        ResponseCurve steep = ResponseCurve.Linear(1d);
        ResponseCurve flat = ResponseCurve.Linear(0.5);

        // One unit moves from the flat line, which has one, to a steep one.
        WholeUnits.Of(Model([steep, steep, flat]), [3.2, 2.8, 1d], 6).Should().Equal(3, 3, 0);
        WholeUnits.Of(Model([steep, steep, flat], unitsPerOne: 100d), [0.032, 0.028, 0.01], 6).Should().Equal(3, 3, 0);
        WholeUnits.Of(Model([steep, steep, flat]), [2.8, 3.2, 1d], 6).Should().Equal(3, 3, 0);
        WholeUnits.Of(Model([steep, steep, flat]), [2.5, 2.5, 1d], 5).Should().Equal([3, 2, 0], "of equals the smaller key gets");

        // The steep line has room for one more.
        WholeUnits.Of(Model([flat, flat, steep], hi: [99, 99, 2]), [3.2, 2.1, 1d], 6).Should().Equal(3, 1, 2);
        WholeUnits.Of(Model([flat, flat, steep], hi: [99, 99, 2]), [2.1, 3.2, 1d], 6).Should().Equal(1, 3, 2);
        WholeUnits.Of(Model([flat, flat, steep], hi: [99, 99, 2]), [2.5, 2.5, 1d], 5).Should().Equal([2, 1, 2], "of equals the larger key gives");

        // With a minimum it does not give, at its maximum it does not get.
        WholeUnits.Of(Model([flat, flat, steep], lo: [0, 2, 0], hi: [99, 99, 2]), [2.5, 2.5, 1d], 5).Should().Equal(1, 2, 2);
        WholeUnits.Of(Model([steep, steep, flat], hi: [2, 99, 99]), [2.5, 2.5, 1d], 5).Should().Equal(2, 3, 0);
    }

    [Fact]
    public void A_unit_brings_the_difference_of_values_or_for_long_curves_the_slope_in_its_middle()
    {
        ResponseCurve strong = ResponseCurve.Logarithmic(10d, 0.5);
        WholeUnits.Gain(strong, 0, 1d).Should().BeApproximately(10d * Math.Log(3d), 1e-12);
        WholeUnits.Gain(strong, 1, 1d).Should().BeApproximately(10d * Math.Log(5d / 3d), 1e-12);
        WholeUnits.Gain(strong, 1, 100d).Should().BeApproximately(10d * Math.Log(0.52 / 0.51), 1e-12);

        // Values near 7 x 10^5 have no digits for what one unit in 10^12 brings; the slope has them all.
        ResponseCurve wide = ResponseCurve.Logarithmic(1e6, 1e12);
        Near(WholeUnits.Gain(wide, 1_000_000_000_000, 1d), 1e6 / (2e12 + 0.5));
        Near(WholeUnits.Gain(wide, 100_000_000_000_000, 100d), 1e6 / (2e12 + 0.005) / 100d);

        // So it is when what is carried over is large, in units.
        Near(WholeUnits.Gain(ResponseCurve.Hill(1e3, 1e6, 1d, 1e6), 0, 100d), 1e9 / Math.Pow(2e6 + 0.005, 2d) / 100d);

        // A corner inside the unit: half at 3, half at 1, however far out.
        ResponseCurve broken = ResponseCurve.PiecewiseLinear([new ResponsePoint(0d, 0d), new ResponsePoint(200_000.5, 600_001.5), new ResponsePoint(300_000d, 700_001d)]);
        WholeUnits.Gain(broken, 200_000, 1d).Should().BeApproximately(2d, 1e-9);

        static void Near(double gain, double expected) => (gain / expected).Should().BeApproximately(1d, 1e-12);
    }

    private static (double Value, int[] At) Best(ResponseCurve[] curves, int total)
    {
        IEnumerable<int[]> ways = Enumerable.Range(0, total + 1).SelectMany(a => Enumerable.Range(0, total - a + 1).Select(b => new[] { a, b, total - a - b }));
        return ways.Select(at => (at.Select((x, i) => curves[i].ValueAt(x)).Sum(), at)).OrderByDescending(way => way.Item1).First();
    }

    private static BudgetModel Model(ResponseCurve[] curves, long[]? lo = null, long[]? hi = null, double unitsPerOne = 1d) => new(
        curves,
        lo ?? new long[curves.Length],
        hi ?? [.. curves.Select(_ => BudgetModel.MostUnits)],
        [.. curves.Select(_ => -1L)],
        [.. curves.Select(_ => BudgetLineStatus.Interior)],
        unitsPerOne,
        [.. Enumerable.Range(0, curves.Length)]);
}
