using System;
using System.Linq;
using System.Numerics;
using ChannelModel.Bulk;
using ChannelModel.Kpis;

namespace ChannelModel.Tests.Bulk;

public sealed class AttainmentColumnsTests
{
    [Theory]
    [InlineData(KpiDirection.Higher)]
    [InlineData(KpiDirection.Lower)]
    [InlineData(KpiDirection.OnTarget)]
    public void Every_row_is_what_the_target_says(KpiDirection direction)
    {
        var random = new Random((int)direction + 5);
        var kpi = new Kpi(new Id<Kpi>("k"), new LocalText("k"), KpiUnit.Number, direction, KpiAggregation.Sum);
        for (int length = 0; length <= 256; length += length < 34 ? 1 : 13)
        {
            long[] values = [.. Enumerable.Range(0, length).Select(_ => Draw(random))];
            long[] targets = [.. Enumerable.Range(0, length).Select(i => random.Next(5) == 0 ? values[i] : Draw(random))];
            var results = new long[length];
            var status = new byte[length];
            int failures = AttainmentColumns.Evaluate(direction, values, targets, results, status);
            failures.Should().Be(status.Count(s => s != 0));
            for (int i = 0; i < length; i++)
            {
                Rate? expected = new KpiTarget(kpi, KpiValue.Of(targets[i])).Attainment(KpiValue.Of(values[i]));
                long? got = status[i] == 0 ? results[i] : null;
                if (got != expected?.TenBillionths || (status[i] != 0 && results[i] != 0))
                {
                    got.Should().Be(expected?.TenBillionths, "{0} of {1}, {2}", values[i], targets[i], (RowStatus)status[i]);
                }
            }

            long[] place = [.. targets];
            _ = AttainmentColumns.Evaluate(direction, values, place, place, status);
            place.Should().Equal(results);
        }
    }

    [Fact]
    public void Halves_go_away_from_zero()
    {
        long[] results = new long[16];
        long[] values = [.. Enumerable.Repeat(1L, 16)];
        long[] targets = [.. Enumerable.Range(0, 16).Select(i => 1L << (i + 30))];
        AttainmentColumns.Evaluate(KpiDirection.Higher, values, targets, results);
        results.Should().Equal(targets.Select(t => (long)(((2 * new BigInteger(10_000_000_000)) + t) / (2 * new BigInteger(t)))));
    }

    [Fact]
    public void A_range_is_no_target_and_spans_keep_their_rules()
    {
        new Action(() => AttainmentColumns.Evaluate(KpiDirection.InRange, [1], [1], new long[1])).Should().Throw<ArgumentException>().WithMessage("*InRange*");
        new Action(() => AttainmentColumns.Evaluate(KpiDirection.Higher, [1], [1, 2], new long[1])).Should().Throw<ArgumentException>().WithMessage("*2 targets for 1 values*");
        new Action(() => AttainmentColumns.Evaluate(KpiDirection.Higher, [1], [1], [])).Should().Throw<ArgumentException>().WithMessage("*'destination' has 0 elements*");
        new Action(() => AttainmentColumns.Evaluate(KpiDirection.Higher, [1, 1], [1, 0], new long[2])).Should().Throw<ArgumentException>().WithMessage("*Row 1 has no result: NoTarget*");
    }

    private static long Draw(Random random) => random.Next(12) switch
    {
        0 => 0,
        1 => -random.Next(),
        2 => long.MaxValue - random.Next(3),
        3 => long.MinValue + random.Next(3),
        4 => (1L << random.Next(63)) + random.Next(-1, 2),
        _ => random.Next(1, 1 << random.Next(1, 31)) * (long)random.Next(1, 1 << random.Next(1, 20)),
    };
}
