using System;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Envelopes against every chord between points of a fine grid.</summary>
public sealed class ConcaveEnvelopeTests
{
    [Fact]
    public void An_envelope_is_the_highest_chord_over_every_spend()
    {
        ResponseCurve[] curves =
        [
            ResponseCurve.Hill(100d, 10d, 2d), ResponseCurve.Hill(100d, 10d, 2d, 3d), ResponseCurve.Hill(100d, 30d, 6d), ResponseCurve.Logarithmic(100d, 50d), ResponseCurve.Quadratic(10d, 0.5),
            ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 10d), new(20d, 40d), new(30d, 50d), new(40d, 45d)]), ResponseCurve.PiecewiseLinear([new(4d, 5d), new(8d, 25d), new(12d, 26d), new(16d, 40d), new(20d, 41d), new(24d, 30d)]),
            ResponseCurve.PiecewiseLinear([new(0d, 20d), new(20d, 0d), new(40d, 30d)]), ResponseCurve.PiecewiseLinear([new(30d, 0d), new(31d, 1d), new(32d, 3d), new(33d, 4d), new(34d, 7d), new(36d, 8d)]),
        ];
        (double From, double To)[] ranges = [(0d, 40d), (0d, 4d), (4d, 16d), (12d, 36d), (20d, 24d), (8d, 60d), (30d, 36d), (31d, 35d)];
        foreach (ResponseCurve curve in curves)
        {
            foreach ((double from, double to) in ranges)
            {
                ConcaveEnvelope envelope = curve.Envelope(from, to);
                envelope.Curve.Should().BeSameAs(curve);
                envelope.From.Should().Be(from);
                envelope.To.Should().Be(to);

                // Whole steps hit every corner; between the points an S-curve is a little higher than its chords.
                double[] grid = Enumerable.Range(0, (int)(to - from) + 1).Select(k => from + k).ToArray();
                double margin = curve.Shape == ResponseShape.PiecewiseLinear ? 1e-11 : 0.5;
                foreach (double x in grid)
                {
                    double chord = grid.Where(a => a <= x).Max(a => grid.Where(b => b >= x).Max(b => a == b ? curve.ValueAt(x) : curve.ValueAt(a) + ((curve.ValueAt(b) - curve.ValueAt(a)) * (x - a) / (b - a))));
                    envelope.ValueAt(x).Should().BeInRange(chord - 1e-11, chord + margin, "{0} from {1} to {2} at {3}", curve, from, to, x);
                }
            }
        }
    }

    [Fact]
    public void The_chord_ends_where_it_touches_the_curve_or_at_an_end()
    {
        // From 0 the tangent touches k (n - 1)^(1/n) = 10 with the slope 5; the inflection is at 5.77.
        ResponseCurve curve = ResponseCurve.Hill(100d, 10d, 2d);
        Chord(curve, 0d, 40d, 10d, 5d);
        Chord(curve, 0d, 8d, 8d, 100d * 64d / 164d / 8d);
        Chord(curve, 0d, 5d, 5d, 4d);
        Chord(curve, 6d, 40d, 6d, 0d);
        Chord(curve, 20d, 40d, 20d, 0d);

        // Carry-over of 5: 20 to begin with, and the tangent from z = 5 touches where 100 z^2 / (100 + z^2) = 20 + f'(z) (z - 5).
        ResponseCurve carry = ResponseCurve.Hill(100d, 10d, 2d, 5d);
        ConcaveEnvelope envelope = carry.Envelope(0d, 40d);
        envelope.ChordEnd.Should().BeGreaterThan(carry.Inflection);
        envelope.ChordSlope.Should().BeApproximately(carry.SlopeAt(envelope.ChordEnd), 1e-9);
        Chord(ResponseCurve.Logarithmic(100d, 50d), 2d, 40d, 2d, 0d);
        Chord(ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 20d), new(20d, 30d)]), 2d, 40d, 2d, 0d);
        Chord(ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 10d), new(20d, 40d), new(30d, 50d), new(40d, 45d)]), 0d, 40d, 40d, 45d / 40d);
        Chord(ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 10d), new(20d, 40d), new(30d, 50d), new(40d, 45d)]), 10d, 15d, 15d, 3d);

        static void Chord(ResponseCurve curve, double from, double to, double end, double slope)
        {
            ConcaveEnvelope envelope = curve.Envelope(from, to);
            envelope.ChordEnd.Should().BeApproximately(end, 1e-7, "{0} from {1} to {2}", curve, from, to);
            envelope.ChordSlope.Should().BeApproximately(slope, 1e-9, "{0} from {1} to {2}", curve, from, to);
        }
    }

    [Fact]
    public void An_envelope_has_values_between_its_ends_only()
    {
        ConcaveEnvelope envelope = ResponseCurve.Linear(2d).Envelope(1.5, 4d);
        envelope.ValueAt(1.5).Should().Be(3d);
        envelope.ValueAt(4d).Should().Be(8d);
        foreach (double outside in new[] { 1.4, 4.1, double.NaN })
        {
            ArgumentOutOfRangeException thrown = ((Action)(() => envelope.ValueAt(outside))).Should().Throw<ArgumentOutOfRangeException>().Which;
            thrown.ParamName.Should().Be("spend");
            thrown.ActualValue.Should().Be(outside);
            thrown.Message.Should().StartWith("Expected a number from 1.5 to 4.");
        }
    }
}
