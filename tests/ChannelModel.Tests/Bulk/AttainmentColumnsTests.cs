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

            var parallel = new long[length];
            AttainmentColumns.Evaluate(direction, values, targets, parallel, status, ParallelRun.On(2)).Should().Be(failures);
            parallel.Should().Equal(results);
            long[] place = [.. targets];
            _ = AttainmentColumns.Evaluate(direction, values, place, place, status);
            place.Should().Equal(results);
        }
    }

    [Fact]
    public void Every_row_is_what_the_target_range_says()
    {
        var random = new Random(77);
        var kpi = new Kpi(new Id<Kpi>("k"), new LocalText("k"), KpiUnit.Number, KpiDirection.InRange, KpiAggregation.Sum);
        for (int length = 0; length <= 256; length += length < 34 ? 1 : 13)
        {
            long[] values = [.. Enumerable.Range(0, length).Select(_ => Draw(random))];
            long[] from = [.. Enumerable.Range(0, length).Select(i => random.Next(5) == 0 ? values[i] : Draw(random))];
            long[] to = [.. Enumerable.Range(0, length).Select(i => random.Next(5) == 0 ? values[i] : random.Next(20) == 0 ? Draw(random) : Math.Max(from[i], Draw(random)))];
            var results = new long[length];
            var status = new byte[length];
            int failures = AttainmentColumns.EvaluateInRange(values, from, to, results, status);
            failures.Should().Be(status.Count(s => s != 0));
            for (int i = 0; i < length; i++)
            {
                Rate? expected = from[i] > to[i] ? null : KpiTarget.InRange(kpi, KpiValue.Of(from[i]), KpiValue.Of(to[i])).Attainment(KpiValue.Of(values[i]));
                long? got = status[i] == 0 ? results[i] : null;
                if (got != expected?.TenBillionths || (status[i] != 0 && results[i] != 0) || (status[i] == (byte)RowStatus.OutOfRange) != from[i] > to[i])
                {
                    got.Should().Be(expected?.TenBillionths, "{0} in {1} to {2}, {3}", values[i], from[i], to[i], (RowStatus)status[i]);
                }
            }

            var parallel = new long[length];
            AttainmentColumns.EvaluateInRange(values, from, to, parallel, status, ParallelRun.On(2)).Should().Be(failures);
            parallel.Should().Equal(results);
            long[] place = [.. from];
            _ = AttainmentColumns.EvaluateInRange(values, place, to, place, status);
            place.Should().Equal(results);
        }

        new Action(() => AttainmentColumns.EvaluateInRange([1, 1], [1, 3], [2, 2], new long[2])).Should().Throw<ArgumentException>().WithMessage("*Row 1 has no result: OutOfRange*");
        new Action(() => AttainmentColumns.EvaluateInRange([1], [1], [], new long[2])).Should().Throw<ArgumentException>().WithMessage("*0 targets for 1 values*");
    }

#if NET8_0_OR_GREATER
    [Theory]
    [InlineData(KpiDirection.Higher)]
    [InlineData(KpiDirection.Lower)]
    [InlineData(KpiDirection.OnTarget)]
    [InlineData(KpiDirection.InRange)]
    public void Nothing_is_allocated(KpiDirection direction)
    {
        var random = new Random(9);
        long[] values = [.. Enumerable.Range(0, 5_000).Select(_ => Draw(random))];
        long[] targets = [.. Enumerable.Range(0, 5_000).Select(_ => Draw(random))];
        var results = new long[5_000];
        var status = new byte[5_000];
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = direction == KpiDirection.InRange
                ? AttainmentColumns.EvaluateInRange(values, targets, targets, results, status)
                : AttainmentColumns.Evaluate(direction, values, targets, results, status);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        least.Should().Be(0);
    }
#endif

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
