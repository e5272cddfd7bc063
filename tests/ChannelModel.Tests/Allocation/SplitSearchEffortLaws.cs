using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Problems where many choices are nearly as good as the best: the answer is still proven to the last digit, by a proof that is short enough to keep with it.</summary>
public sealed class SplitSearchEffortLaws
{
    public enum Kind
    {
        Steep,
        SomeConcave,
        SomeBroken,
        Twins,
    }

    [Theory]
    [InlineData(Kind.Steep, 75)]
    [InlineData(Kind.SomeConcave, 28)]
    [InlineData(Kind.SomeBroken, 115)]
    [InlineData(Kind.Twins, 45)]
    public void Good_splits_are_found_early_so_that_few_parts_are_left_to_cut(Kind kind, int most)
    {
        int steps = 0;
        foreach (SplitSpace space in Spaces(10, kind))
        {
            var found = SplitSearch.Solve(space, 1e-9, null);
            SplitSearchLaws.Sound(space, found);
            found.Value.Should().BeGreaterThanOrEqualTo(SplitSearchLaws.Grid(space, 60) * (1d - 1e-12));
            found.Bound.Should().BeLessThanOrEqualTo(found.Value * (1d + 1e-9));
            steps += found.Proof.Count;
        }

        steps.Should().BeLessThanOrEqualTo(most);
    }

    [Theory]
    [InlineData(Kind.Steep)]
    [InlineData(Kind.SomeConcave)]
    [InlineData(Kind.SomeBroken)]
    [InlineData(Kind.Twins)]
    public void The_answer_does_not_depend_on_where_the_search_begins(Kind kind)
    {
        foreach (SplitSpace space in Spaces(6, kind))
        {
            var found = SplitSearch.Solve(space, 1e-9, null);
            foreach (int line in new[] { 0, 3, 5 })
            {
                double[] start = new double[6];
                start[line] = space.Total;
                var again = SplitSearch.Solve(space, 1e-9, start);
                SplitSearchLaws.Sound(space, again);
                again.Value.Should().BeApproximately(found.Value, 1e-9 * found.Value);
                again.Bound.Should().BeLessThanOrEqualTo(again.Value * (1d + 1e-9));
            }
        }
    }

    private static IEnumerable<SplitSpace> Spaces(int count, Kind kind)
    {
        ResponseCurve[] curves = [.. Enumerable.Range(0, count).Select(i => Curve(i, kind))];
        int[] before = [.. curves.Select((curve, i) => Enumerable.Range(0, i).Where(k => curves[k] == curve).DefaultIfEmpty(-1).Last())];
        return new[] { 0.15, 0.3, 0.45, 0.6 }.Select(share => new SplitSpace(curves, new double[count], [.. curves.Select(_ => 1800d * count * share)], 1800d * count * share, before));
    }

    /// <summary>All bring about as much for their money.</summary>
    private static ResponseCurve Curve(int i, Kind kind)
    {
        double half = 1000d + (170d * (i * 7 % 13));
        double ceiling = half * (0.92 + (0.02 * (i * 5 % 9)));
        return kind switch
        {
            Kind.SomeConcave when i % 4 == 3 => ResponseCurve.Logarithmic(ceiling, 1.5 * half),
            Kind.SomeBroken when i % 3 == 2 => ResponseCurve.PiecewiseLinear(
                [new ResponsePoint(0d, 0d), new ResponsePoint(0.8 * half, 0.1 * ceiling), new ResponsePoint(1.3 * half, ceiling), new ResponsePoint(3d * half, 1.4 * ceiling)]),
            Kind.Twins when i % 2 == 1 => ResponseCurve.Hill(1200d, 1400d, 5d),
            _ => ResponseCurve.Hill(ceiling, half, 4d + (i % 5)),
        };
    }
}
