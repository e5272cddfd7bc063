using System;
using System.Globalization;
using System.Linq;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>What a curve may not be, with its bounds, and which curves go one way only.</summary>
public sealed class ValueCurveTests
{
    private const decimal Far = 1_000_000_000_000_000m;

    private static decimal D(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public void A_curve_that_is_refused_says_why()
    {
        Refuses("to", "The edge 1 does not lie above 1; expected values in ascending order, different as double numbers.", () => ValueCurve.Rising(1m, 1m));
        Refuses("to", "The edge 1 does not lie above 2; expected values in ascending order, different as double numbers.", () => ValueCurve.Falling(2m, 1m));
        Refuses("to", "The edge 0.5 does not lie above 1; *", () => ValueCurve.Through((0m, 1m), (1m, 1m), (0.5m, 1m)));
        Refuses("to", "The edge 900000000000000.01 does not lie above 900000000000000; *", () => ValueCurve.Rising(900_000_000_000_000m, D("900000000000000.01")));
        Refuses("points", "A curve of kind Through with 0 edges is not legal; expected 1 to 1000.", () => ValueCurve.Through());
        Refuses("points", "A curve of kind Steps with 1001 edges is not legal; expected 1 to 1000.", () => ValueCurve.Steps(Edge.LowerIncluded, 0m, [.. Enumerable.Range(0, 1001).Select(i => ((decimal)i, 1m))]));
        Refuses("points", "-0.0000001 points at 5 are not legal; expected 0 to 100 with at most 7 decimals.", () => ValueCurve.Through((5m, -0.0000001m)));
        Refuses("points", "100.0000001 points at 5 are not legal; expected 0 to 100 with at most 7 decimals.", () => ValueCurve.Through((5m, 100.0000001m)));
        Refuses("points", "0.00000001 points at 5 are not legal; expected 0 to 100 with at most 7 decimals.", () => ValueCurve.Through((5m, 0.00000001m)));
        Refuses("points", "40.1 points at 5 are not legal; expected 0 to 40 with at most 7 decimals.", () => ValueCurve.Bins(Edge.LowerIncluded, 40m, 0m, (5m, 40.1m)));
        Refuses("points", "41 points at 0 are not legal; expected 0 to 40 with at most 7 decimals.", () => ValueCurve.Bins(Edge.LowerIncluded, 40m, 41m, (5m, 40m)));
        Refuses("points", "41 points at 1 are not legal; expected 0 to 40 with at most 7 decimals.", () => ValueCurve.Bins(Edge.LowerIncluded, 40m, 0m, (5m, 40m)).WithMissing(41m));
        Refuses("at", "The edge 1000000000000000.1 is too far away; expected -10^15 to 10^15.", () => ValueCurve.Rising(0m, Far + 0.1m));
        Refuses("at", "The edge -1000000000000000.1 is too far away; expected -10^15 to 10^15.", () => ValueCurve.Rising(-Far - 0.1m, 0m));
        Refuses("outOf", "Bins out of 0 points have no maximum; expected more than 0 and at most 1000000000.", () => ValueCurve.Bins(Edge.LowerIncluded, 0m, 0m, (1m, 0m)));
        Refuses("outOf", "Bins out of 1000000000.1 points have no maximum; *", () => ValueCurve.Bins(Edge.LowerIncluded, 1_000_000_000.1m, 0m, (1m, 0m)));
        Refuses("edge", "Expected a defined side of the edge.", () => ValueCurve.Steps(Edge.LowerIncluded - 1, 0m, (1m, 1m)));
        Refuses("edge", "Expected a defined side of the edge.", () => ValueCurve.Bins(Edge.UpperIncluded + 1, 1m, 0m, (1m, 1m)));
        FluentActions.Invoking(() => ValueCurve.Rising(0m, 1m).WithMissing(1m)).Should().Throw<InvalidOperationException>()
            .WithMessage("A curve of kind Rising has no bin for a missing value; expected bins, or a missing-value policy of the criterion.");
    }

    [Fact]
    public void A_range_that_is_refused_says_why()
    {
        string message = "A target range from {0} is no range; expected an end that is not below the start, and tolerances of 0 or more.";
        Refuses("to", message.Replace("{0}", "11 to 10 with the tolerances 1 and 2"), () => ValueCurve.TargetRange(11m, 10m, 1m, 2m));
        Refuses("to", message.Replace("{0}", "10 to 11 with the tolerances -0.1 and 2"), () => ValueCurve.TargetRange(10m, 11m, -0.1m, 2m));
        Refuses("to", message.Replace("{0}", "10 to 11 with the tolerances 1 and -0.1"), () => ValueCurve.TargetRange(10m, 11m, 1m, -0.1m));
        Refuses("to", message.Replace("{0}", "0 to 0 with the tolerances 1000000000000000.1 and 0"), () => ValueCurve.TargetRange(0m, 0m, Far + 0.1m, 0m));
        Refuses("to", message.Replace("{0}", "0 to 0 with the tolerances 0 and 1000000000000000.1"), () => ValueCurve.TargetRange(0m, 0m, 0m, Far + 0.1m));
        Refuses("at", "The edge -1000000000000001 is too far away; *", () => ValueCurve.TargetRange(-Far - 1m, 0m, 0m, 0m));
        Refuses("at", "The edge 1000000000000001 is too far away; *", () => ValueCurve.TargetRange(0m, Far + 1m, 0m, 0m));
        Refuses("at", "The edge -1000000000000001 is too far away; *", () => ValueCurve.TargetRange(-Far, 0m, 1m, 0m));
        Refuses("at", "The edge 1000000000000001 is too far away; *", () => ValueCurve.TargetRange(0m, Far, 0m, 1m));

        Refuses("at", "The edge -79228162514264337593543950335 is too far away; *", () => ValueCurve.TargetRange(decimal.MinValue, 0m, 1m, 1m));
        Refuses("at", "The edge 79228162514264337593543950335 is too far away; *", () => ValueCurve.TargetRange(0m, decimal.MaxValue, 1m, 1m));

        // A tolerance that no double tells from nothing is no line.
        Refuses("to", "The edge 900000000000000 does not lie above 899999999999999.99; *", () => ValueCurve.TargetRange(900_000_000_000_000m, 900_000_000_000_000m, 0.01m, 0m));
        Refuses("to", "The edge 900000000000000.01 does not lie above 900000000000000; *", () => ValueCurve.TargetRange(900_000_000_000_000m, 900_000_000_000_000m, 0m, 0.01m));
        ValueCurve wide = ValueCurve.TargetRange(0m, 0m, Far, Far);
        new[] { -Far, -Far / 2, 0m, Far / 4, Far }.Select(wide.PointsAt).Should().Equal(0m, 50m, 100m, 75m, 0m);
    }

    [Fact]
    public void What_is_at_the_bounds_is_a_curve()
    {
        ValueCurve steps = ValueCurve.Steps(Edge.LowerIncluded, 0m, [.. Enumerable.Range(0, 1000).Select(i => ((decimal)i, i / 10m))]);
        (steps.Points.Count, steps.PointsAt(999m), steps.PointsAt(-1m)).Should().Be((1000, 99.9m, 0m));
        ValueCurve.Through((5m, 0.0000001m)).PointsAt(5m).Should().Be(0.0000001m);
        ValueCurve bins = ValueCurve.Bins(Edge.LowerIncluded, 40m, 40m, (5m, 0m)).WithMissing(40m);
        (bins.MissingPoints, bins.WithMissing(0m).MissingPoints, bins.Below, bins.OutOf).Should().Be((40m, 0m, 40m, 40m));
        ValueCurve.Rising(-Far, Far).PointsAt(Far / 2).Should().Be(75m);

        // A third of the points is rounded to 10^-7, a half to the even neighbour.
        ValueCurve.Bins(Edge.LowerIncluded, 30m, 0m, (1m, 10m)).PointsAt(1m).Should().Be(33.3333333m);
        ValueCurve.Bins(Edge.LowerIncluded, 1_000_000_000m, 0m, (1m, 0.5m), (2m, 1.5m)).PointsAt(1m).Should().Be(0m);
        ValueCurve.Bins(Edge.LowerIncluded, 1_000_000_000m, 0m, (1m, 0.5m), (2m, 1.5m)).PointsAt(2m).Should().Be(0.0000002m);
    }

    [Theory]
    [InlineData("level", true, true)]
    [InlineData("rising", true, false)]
    [InlineData("falling", false, true)]
    [InlineData("up and level", true, false)]
    [InlineData("down and level", false, true)]
    [InlineData("up and down", false, false)]
    [InlineData("steps up", true, false)]
    [InlineData("steps down", false, true)]
    [InlineData("steps of none", true, true)]
    [InlineData("first step down", false, true)]
    [InlineData("first step up", true, false)]
    [InlineData("down then up", false, false)]
    [InlineData("by a billionth", true, false)]
    public void A_curve_knows_which_way_it_goes(string which, bool neverFalls, bool neverRises)
    {
        ValueCurve curve = which switch
        {
            "level" => ValueCurve.Through((1m, 50m), (2m, 50m)),
            "rising" => ValueCurve.Rising(1m, 2m),
            "falling" => ValueCurve.Falling(1m, 2m),
            "up and level" => ValueCurve.Through((1m, 50m), (2m, 60m), (3m, 60m)),
            "down and level" => ValueCurve.Through((1m, 50m), (2m, 50m), (3m, 40m)),
            "up and down" => ValueCurve.Through((1m, 50m), (2m, 60m), (3m, 59m)),
            "steps up" => ValueCurve.Steps(Edge.LowerIncluded, 0m, (1m, 10m), (2m, 10m), (3m, 20m)),
            "steps down" => ValueCurve.Steps(Edge.UpperIncluded, 30m, (1m, 30m), (2m, 10m)),
            "steps of none" => ValueCurve.Steps(Edge.UpperIncluded, 30m, (1m, 30m), (2m, 30m)),
            "first step down" => ValueCurve.Steps(Edge.LowerIncluded, 30m, (1m, 20m)),
            "first step up" => ValueCurve.Bins(Edge.LowerIncluded, 30m, 10m, (1m, 20m)),
            "down then up" => ValueCurve.Steps(Edge.LowerIncluded, 30m, (1m, 20m), (2m, 25m)),
            _ => ValueCurve.Steps(Edge.LowerIncluded, 30m, (1m, 30.0000001m)),
        };
        (curve.NeverFalls, curve.NeverRises).Should().Be((neverFalls, neverRises));
    }

    private static void Refuses(string name, string message, Func<object> make) => make.Should().Throw<ArgumentException>().WithMessage(message + "*").WithParameterName(name);
}
