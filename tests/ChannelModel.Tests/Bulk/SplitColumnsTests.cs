using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;
using ChannelModel.Allocation;
using ChannelModel.Bulk;

namespace ChannelModel.Tests.Bulk;

/// <summary>Splits over columns against the scalar verb; run again with narrower vectors by <see cref="VectorWidthTests"/>.</summary>
public sealed class SplitColumnsTests
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("CHANNELMODEL_LONG") == "1";

    [Fact]
    public void Many_splits_are_what_the_scalar_verb_gives_one_by_one()
    {
        int failed = 0;
        for (int seed = 0; seed < (Long ? 3_000 : 60); seed++)
        {
            var random = new Random(seed);
            int count = random.Next(40);
            int[] offsets = new int[count + 1];
            for (int k = 0; k < count; k++)
            {
                offsets[k + 1] = offsets[k] + (random.Next(6) == 0 ? random.Next(400) : random.Next(random.Next(6) == 0 ? 2 : 80));
            }

            int lines = offsets[count];
            long[] totals = [.. Enumerable.Range(0, count).Select(_ => Total(random))];
            long[] weights = new long[lines];
            for (int k = 0; k < count; k++)
            {
                int kind = random.Next(9);
                for (int i = offsets[k]; i < offsets[k + 1]; i++)
                {
                    weights[i] = Weight(random, kind);
                }
            }

            long[] keys = Keys(random, lines);
            bool keyed = random.Next(2) == 0;
            SplitColumns splits = SplitColumns.Of(totals, offsets, weights);
            splits = keyed ? splits.WithKeys(keys) : splits;
            long[] parts = [.. Enumerable.Repeat(-77L, lines + 3)];
            byte[] status = [.. Enumerable.Repeat((byte)99, count + 3)];
            int failures = splits.ByLargestRemainder(parts, status);
            parts.Skip(lines).Should().OnlyContain(x => x == -77);
            status.Skip(count).Should().OnlyContain(x => x == 99);
            failures.Should().Be(status.Take(count).Count(s => s != 0));
            for (int k = 0; k < count; k++)
            {
                int length = offsets[k + 1] - offsets[k];
                (RowStatus Status, long[] Parts) expected = Scalar(totals[k], weights.AsSpan(offsets[k], length).ToArray(), keyed ? keys.AsSpan(offsets[k], length).ToArray() : null);
                failed += expected.Status == RowStatus.Ok ? 0 : 1;
                status[k].Should().Be((byte)expected.Status, "seed {0} split {1}", seed, k);
                if (!parts.AsSpan(offsets[k], length).SequenceEqual(expected.Parts))
                {
                    parts.AsSpan(offsets[k], length).ToArray().Should().Equal(expected.Parts, "seed {0} split {1} of {2}", seed, k, totals[k]);
                }
            }

            var parallel = new long[lines];
            var states = new byte[count];
            splits.ByLargestRemainder(parallel, states, ParallelRun.On(3)).Should().Be(failures);
            parallel.Should().Equal(parts.Take(lines));
            states.Should().Equal(status.Take(count));
            splits.ByLargestRemainder(weights, states).Should().Be(failures);
            weights.Should().Equal(parts.Take(lines), "in place, seed {0}", seed);
        }

        failed.Should().BeGreaterThan(50);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void One_split_of_many_lines_is_what_the_scalar_verb_gives(int kind)
    {
        var random = new Random(kind + 100);
        for (int round = 0; round < (Long ? 40 : 3); round++)
        {
            int lines = round == 0 ? (Long ? 1_000_000 : 150_000) : random.Next(65, 9_000);
            long[] weights = [.. Enumerable.Range(0, lines).Select(_ => Math.Max(0, Weight(random, kind)))];
            weights[lines / 2] = 1;
            long[] keys = Keys(random, lines);
            long total = round == 0 ? 1_000_000_007 : Total(random);
            foreach (bool keyed in new[] { false, true })
            {
                long[] expected = Scalar(total, weights, keyed ? keys : null).Parts;
                SplitColumns split = SplitColumns.One(total, weights);
                split = keyed ? split.WithKeys(keys) : split;
                var parts = new long[lines];
                split.ByLargestRemainder(parts);
                parts.AsSpan().SequenceEqual(expected).Should().BeTrue("kind {0} round {1} total {2} keyed {3}", kind, round, total, keyed);
                Array.Clear(parts, 0, lines);
                split.ByLargestRemainder(parts, new byte[1], ParallelRun.On(2)).Should().Be(0);
                parts.AsSpan().SequenceEqual(expected).Should().BeTrue("on two threads");
                parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part).Should().Be(total);
                weights.CopyTo(parts, 0);
                SplitColumns place = SplitColumns.One(total, parts);
                place = keyed ? place.WithKeys(keys) : place;
                place.ByLargestRemainder(parts);
                parts.AsSpan().SequenceEqual(expected).Should().BeTrue("in place");
            }
        }
    }

    [Fact]
    public void Equal_keys_of_a_split_go_by_line()
    {
        long[] weights = [.. Enumerable.Repeat(1L, 200)];
        long[] keys = [.. Enumerable.Range(0, 200).Select(i => i < 100 ? 5L : i < 150 ? -7L : long.MaxValue)];
        var parts = new long[200];
        SplitColumns.One(260, weights).WithKeys(keys).ByLargestRemainder(parts);
        parts.Should().Equal(Enumerable.Range(0, 200).Select(i => i is < 10 or (>= 100 and < 150) ? 2L : 1L));
        SplitColumns.One(-260, weights).ByLargestRemainder(parts);
        parts.Should().Equal(Enumerable.Range(0, 200).Select(i => i < 60 ? -2L : -1L));
        SplitColumns.One(4, weights.AsSpan(0, 3)).WithKeys(keys.AsSpan(98, 3)).ByLargestRemainder(parts);
        parts.Take(3).Should().Equal(1, 1, 2);
    }

    [Fact]
    public void A_split_that_fails_is_0_with_its_reason_and_the_rest_is_computed()
    {
        long[] totals = [100, 5, 7, 9, 3];
        int[] offsets = [0, 3, 3, 5, 7, 7];
        long[] weights = [1, 1, 1, 0, 0, 4, -1];
        long[] parts = [.. Enumerable.Repeat(9L, 7)];
        var status = new byte[5];
        SplitColumns.Of(totals, offsets, weights).ByLargestRemainder(parts, status).Should().Be(4);
        parts.Should().Equal(34, 33, 33, 0, 0, 0, 0);
        status.Should().Equal(0, (byte)RowStatus.NoWeight, (byte)RowStatus.NoWeight, (byte)RowStatus.NegativeWeight, (byte)RowStatus.NoWeight);
        new Action(() => SplitColumns.Of(totals, offsets, weights).ByLargestRemainder(parts)).Should().Throw<ArgumentException>().WithMessage("*Split 1 has no result: NoWeight*");
        SplitColumns.Of([3, 4], [0, 0, 0], []).ByLargestRemainder([], status, ParallelRun.On(2)).Should().Be(2);
        default(SplitColumns).ByLargestRemainder([], []).Should().Be(0);
        SplitColumns.Of([], [0], []).ByLargestRemainder([]);
    }

    [Fact]
    public void Spans_keep_their_rules()
    {
        long[] memory = [.. Enumerable.Repeat(1L, 100)];
        var parts = new long[100];
        var status = new byte[100];
        new Action(() => SplitColumns.Of([1], [0], [1])).Should().Throw<ArgumentException>().WithMessage("*1 offsets for 1 totals; expected one more*");
        new Action(() => SplitColumns.Of([1], [1, 1], [1])).Should().Throw<ArgumentException>().WithMessage("*Offset 0 is 1; expected 0*");
        new Action(() => SplitColumns.Of([1, 1], [0, 2, 1], [1, 1])).Should().Throw<ArgumentException>().WithMessage("*Offset 2 is 1; expected 2 or more*");
        new Action(() => SplitColumns.Of([1], [0, 2], [1])).Should().Throw<ArgumentException>().WithMessage("*The last offset is 2; expected 1*");
        new Action(() => SplitColumns.One(1, [1]).WithKeys([1, 2])).Should().Throw<ArgumentException>().WithMessage("*2 keys for 1 lines*");
        new Action(() => SplitColumns.One(1, memory).ByLargestRemainder(parts.AsSpan(1))).Should().Throw<ArgumentException>().WithMessage("*'destination' has 99 elements; expected at least 100*");
        new Action(() => SplitColumns.One(1, memory).ByLargestRemainder(parts, [])).Should().Throw<ArgumentException>().WithMessage("*'status' has 0 elements*");
        new Action(() => SplitColumns.One(1, memory.AsSpan(0, 90)).ByLargestRemainder(memory.AsSpan(1, 90))).Should().Throw<ArgumentException>().WithMessage("*'destination' overlaps*");
        new Action(() => SplitColumns.One(1, memory).WithKeys(parts).ByLargestRemainder(parts)).Should().Throw<ArgumentException>().WithMessage("*'destination' overlaps*");
        new Action(() => SplitColumns.One(1, memory).ByLargestRemainder(parts, System.Runtime.InteropServices.MemoryMarshal.AsBytes(memory.AsSpan()))).Should().Throw<ArgumentException>().WithMessage("*'status' overlaps*");
        new Action(() => SplitColumns.One(1, memory).ByLargestRemainder(parts, status, null!)).Should().Throw<ArgumentNullException>();
        SplitColumns.One(1, memory).Length.Should().Be(100);
        SplitColumns.One(1, memory).Count.Should().Be(1);
    }

    [Fact]
    public void Several_threads_tell_their_progress_and_can_be_stopped()
    {
        long[] weights = [.. Enumerable.Range(0, 200_001).Select(i => i % 977L)];
        int[] offsets = [.. Enumerable.Range(0, 20_002).Select(k => Math.Min(k * 10, 200_001))];
        long[] totals = [.. Enumerable.Range(0, 20_001).Select(k => k * 31L)];
        var told = new List<long>();
        var parts = new long[200_001];
        var status = new byte[20_001];
        SplitColumns.Of(totals, offsets, weights).ByLargestRemainder(parts, status, ParallelRun.On(2).Reporting(new Told(told))).Should().Be(status.Count(s => s != 0));
        told.Should().BeInAscendingOrder().And.EndWith(200_001).And.HaveCount(4);
        told.Clear();
        SplitColumns.One(1_000_003, weights).ByLargestRemainder(parts, status, ParallelRun.On(2).Reporting(new Told(told))).Should().Be(0);
        told.Should().BeInAscendingOrder().And.EndWith(200_001).And.HaveCount(4);
        using var source = new CancellationTokenSource();
        source.Cancel();
        ParallelRun stopped = ParallelRun.On(2).CancelledBy(source.Token);
        new Action(() => SplitColumns.Of(totals, offsets, weights).ByLargestRemainder(parts, status, stopped)).Should().Throw<OperationCanceledException>();
        new Action(() => SplitColumns.One(1, weights).ByLargestRemainder(parts, status, stopped)).Should().Throw<OperationCanceledException>();
    }

#if NET8_0_OR_GREATER
    [Fact]
    public void Nothing_is_allocated()
    {
        var random = new Random(8);
        for (int kind = 0; kind < 7; kind++)
        {
            int[] offsets = [.. Enumerable.Range(0, 101).Select(k => k * k)];
            long[] totals = [.. Enumerable.Range(0, 100).Select(_ => Total(random))];
            long[] weights = [.. Enumerable.Range(0, 10_000).Select(_ => Weight(random, kind))];
            long[] keys = Keys(random, 10_000);
            var parts = new long[10_000];
            var status = new byte[100];
            long least = long.MaxValue;
            for (int attempt = 0; attempt < 5 && least > 0; attempt++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                _ = SplitColumns.Of(totals, offsets, weights).ByLargestRemainder(parts, status);
                _ = SplitColumns.Of(totals, offsets, weights).WithKeys(keys).ByLargestRemainder(parts, status);
                _ = SplitColumns.One(totals[0], weights).ByLargestRemainder(parts, status);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            least.Should().Be(0, "kind {0}", kind);
        }
    }
#endif

    private static (RowStatus Status, long[] Parts) Scalar(long total, long[] weights, long[]? keys)
    {
        if (weights.Any(weight => weight < 0))
        {
            return (RowStatus.NegativeWeight, new long[weights.Length]);
        }

        if (weights.All(weight => weight == 0))
        {
            return (RowStatus.NoWeight, new long[weights.Length]);
        }

        Allotment<long, long> split = Split.By(SplitRule.LargestRemainder, total, weights.Select((weight, i) => new KeyValuePair<long, Fraction>(keys?[i] ?? i, weight)));
        return (RowStatus.Ok, [.. split.Parts]);
    }

    private static long[] Keys(Random random, int lines)
    {
        long[] keys = [.. Enumerable.Range(0, lines).Select(i => ((long)i * 3) - lines)];
        for (int i = lines - 1; i > 0; i--)
        {
            int k = random.Next(i + 1);
            (keys[i], keys[k]) = (keys[k], keys[i]);
        }

        return keys;
    }

    private static long Total(Random random) => random.Next(14) switch
    {
        0 => 0,
        1 => long.MaxValue - random.Next(3),
        2 => long.MinValue + random.Next(3),
        3 => (1L << 50) + random.Next(-2, 3),
        4 => -random.Next(1_000_000),
        5 => random.Next(100),
        _ => random.Next() * (long)random.Next(1, 1 << random.Next(1, 20)),
    };

    private static long Weight(Random random, int kind) => kind switch
    {
        0 => 1,
        1 => random.Next(3),
        2 => random.Next(1_000_000_000),
        3 => random.Next(5) == 0 ? 0 : (1L << 40) + random.Next(-1, 2),
        4 => random.Next(2) * 123_456_789L,
        5 => random.Next() * (1L << 20),
        6 => (1L << random.Next(44)) + random.Next(2),
        7 => random.Next(4) == 0 ? long.MaxValue - random.Next(5) : random.Next(9),
        _ => random.Next(-1, 200),
    };

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }
}
