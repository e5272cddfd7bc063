using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>The splits of a search: values, bounds by price, cuts with their twins, and proofs that are whole or not.</summary>
public sealed class SplitSpaceLaws
{
    // Slope 100 / (50 + x): at a price of 1 each asks for 50.
    private static readonly ResponseCurve Log = ResponseCurve.Logarithmic(100d, 50d);

    private static readonly ResponseCurve Line = ResponseCurve.Linear(0.5);

    private static readonly double AtPrice = 200d * Math.Log(2d);

    [Fact]
    public void A_price_bounds_every_split_within_ranges()
    {
        SplitSpace space = Space(100d, Log, Log);
        space.ValueOf([50d, 50d]).Should().BeApproximately(AtPrice, 1e-12);
        space.ValueOf([0d, 100d]).Should().BeApproximately(100d * Math.Log(3d), 1e-12);
        space.BoundAt(1d, [0d, 0d], [100d, 100d]).Should().BeApproximately(AtPrice, 1e-12, "each gets what it asks for, and that is the total");

        // At half the price each would ask for 150 and gets the 100 of its range: 2 x 100 ln 3 less 0.5 for each of the 100 too many.
        space.BoundAt(0.5, [0d, 0d], [100d, 100d]).Should().BeApproximately((200d * Math.Log(3d)) - 50d, 1e-12);

        // At twice the price nobody asks for anything, and the 100 are paid at 2.
        space.BoundAt(2d, [0d, 0d], [100d, 100d]).Should().BeApproximately(200d, 1e-12);
        space.BoundAt(2d, [10d, 0d], [100d, 100d]).Should().BeApproximately((100d * Math.Log(1.2)) + 180d, 1e-12);
    }

    [Fact]
    public void Ranges_that_no_split_fits_bound_nothing()
    {
        SplitSpace space = Space(100d, Log, Log);
        space.BoundAt(1d, [60d, 0d], [50d, 100d]).Should().Be(double.NegativeInfinity);
        space.BoundAt(1d, [60d, 40d], [60d, 40d]).Should().BeApproximately((100d * Math.Log(110d / 50d)) + (100d * Math.Log(90d / 50d)), 1e-12, "the one split there is");
        space.BoundAt(1d, [60d, 40.001], [100d, 100d]).Should().Be(double.NegativeInfinity);
        space.BoundAt(1d, [0d, 0d], [60d, 39.999]).Should().Be(double.NegativeInfinity);

        // Within the rounding of sums it still counts.
        space.BoundAt(1d, [60d, 40d + 5e-11], [100d, 100d]).Should().BeGreaterThan(0d);
        space.BoundAt(1d, [0d, 0d], [60d, 40d - 5e-11]).Should().BeGreaterThan(0d);
        space.BoundAt(1d, [60d, 40d + 5e-7], [1e6, 1e6]).Should().BeGreaterThan(0d, "sums of ranges of a million are off by more");
        space.BoundAt(1d, [60d, 40d + 1e-9], [100d, 100d]).Should().Be(double.NegativeInfinity);
        space.BoundAt(1d, [0d, 0d], [60d, 40d - 1e-9]).Should().Be(double.NegativeInfinity);
    }

    [Fact]
    public void A_cut_goes_on_to_the_twins_before_or_after()
    {
        // 0, 2 and 3 are twins; of twins the smaller key gets at least as much.
        SplitSpace space = new([Log, Line, Log, Log, Line], new double[5], [9d, 9d, 9d, 9d, 9d], 20d, [-1, -1, 0, 2, 1]);
        space.Before.Should().Equal(-1, -1, 0, 2, 1);
        space.After.Should().Equal(2, 4, 3, -1, -1);
        Cut(2, 5d, upper: true).Should().Be("5 0 5 0 0 | 9 9 9 9 9");
        Cut(2, 5d, upper: false).Should().Be("0 0 0 0 0 | 9 9 5 5 9");
        Cut(0, 5d, upper: true).Should().Be("5 0 0 0 0 | 9 9 9 9 9");
        Cut(0, 5d, upper: false).Should().Be("0 0 0 0 0 | 5 9 5 5 9");
        Cut(4, 5d, upper: true).Should().Be("0 5 0 0 5 | 9 9 9 9 9");
        Cut(3, 10d, upper: false).Should().Be("0 0 0 0 0 | 9 9 9 9 9", "the range was smaller already");
        Cut(3, -1d, upper: true).Should().Be("0 0 0 0 0 | 9 9 9 9 9");

        string Cut(int line, double at, bool upper)
        {
            double[] lo = (double[])space.Lo.Clone();
            double[] hi = (double[])space.Hi.Clone();
            space.Cut(line, at, upper, lo, hi);
            return $"{string.Join(" ", lo)} | {string.Join(" ", hi)}";
        }
    }

    [Fact]
    public void A_proof_is_worth_its_worst_part()
    {
        SplitSpace space = Space(100d, Log, Log);
        space.BoundOf([BoundStep.Price(1d)]).Should().BeApproximately(AtPrice, 1e-12);

        // Below 30 the other gets 70 at least: at a price of 1 it is 100 ln 1.6 - 30 + 100 ln 2 - 50 + 100; above 30 it is as without a cut.
        double below = (100d * Math.Log(1.6)) + (100d * Math.Log(2d)) + 20d;
        below.Should().BeLessThan(AtPrice);
        space.BoundOf([BoundStep.Cut(0, 30d), BoundStep.Price(1d), BoundStep.Price(1d)]).Should().BeApproximately(AtPrice, 1e-12);

        // The lower part comes first: a high price is cheap for it and dear for the other.
        space.BoundOf([BoundStep.Cut(0, 30d), BoundStep.Price(0.5), BoundStep.Price(1d)]).Should().BeApproximately(Math.Max((100d * Math.Log(1.6)) + (100d * Math.Log(3d)) - 15d, AtPrice), 1e-12);
        space.BoundOf([BoundStep.Cut(0, 30d), BoundStep.Price(1d), BoundStep.Price(2d)]).Should().BeApproximately((100d * Math.Log(1.6)) + 140d, 1e-12);
        space.BoundOf([BoundStep.Cut(1, 0d), BoundStep.Price(1d), BoundStep.Price(1d)]).Should().BeApproximately(AtPrice, 1e-12);
        space.BoundOf([BoundStep.Cut(0, 30d), BoundStep.Cut(1, 60d), BoundStep.Price(1d), BoundStep.Price(1d), BoundStep.Price(1d)]).Should().BeApproximately(AtPrice, 1e-12);
    }

    [Fact]
    public void A_proof_that_is_not_whole_proves_nothing()
    {
        SplitSpace space = Space(100d, Log, Log);
        foreach (BoundStep[] broken in new BoundStep[][]
        {
            [],
            [BoundStep.Price(1d), BoundStep.Price(1d)],
            [BoundStep.Cut(0, 30d)],
            [BoundStep.Cut(0, 30d), BoundStep.Price(1d)],
            [BoundStep.Cut(0, 30d), BoundStep.Price(1d), BoundStep.Price(1d), BoundStep.Price(1d)],
            [BoundStep.Cut(2, 30d), BoundStep.Price(1d), BoundStep.Price(1d)],
            [BoundStep.Cut(int.MaxValue, 30d), BoundStep.Price(1d), BoundStep.Price(1d)],
        })
        {
            space.BoundOf(broken).Should().Be(double.NaN);
        }
    }

    private static SplitSpace Space(double total, params ResponseCurve[] curves) =>
        new(curves, new double[curves.Length], [.. curves.Select(_ => total)], total, [.. curves.Select(_ => -1)]);
}
