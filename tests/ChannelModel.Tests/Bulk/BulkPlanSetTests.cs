using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ChannelModel.Bulk;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Bulk;

public sealed class BulkPlanSetTests
{
    [Fact]
    public void Each_row_is_rated_by_its_plan_grouped_or_not()
    {
        var random = new Random(3);
        BulkPlanSet set = BulkPlanSet.Of(Enumerable.Range(0, 40).Select(i => Simple(random, i)));
        foreach (int run in new[] { 1, 3, 127, 128, 129, 700 })
        {
            for (int rows = 0; rows < 3000; rows = (rows * 2) + 1)
            {
                int[] plans = [.. Enumerable.Range(0, rows).Select(i => i / run % 41 == 40 ? -1 : (i / run * 7) % 40)];
                long[] values = [.. Enumerable.Range(0, rows).Select(_ => random.Next(20) == 0 ? long.MaxValue - random.Next() : random.Next(-5, 12_000_000))];
                var results = new long[rows];
                var status = new byte[rows];
                int failures = set.Evaluate(plans, FactColumns.Of(Basis.NetRevenue, values), results, status);
                failures.Should().Be(status.Count(s => s != 0));
                var one = new long[1];
                var state = new byte[1];
                for (int i = 0; i < rows; i++)
                {
                    if (plans[i] < 0)
                    {
                        state[0] = (byte)RowStatus.NoSuchIndex;
                        one[0] = 0;
                    }
                    else
                    {
                        _ = set.Plans[plans[i]].Evaluate(values.AsSpan(i, 1), one, state);
                    }

                    if (one[0] != results[i] || state[0] != status[i])
                    {
                        (results[i], status[i]).Should().Be((one[0], state[0]), "row {0} value {1} plan {2}", i, values[i], plans[i]);
                    }
                }

                var parallel = new long[rows];
                set.Evaluate(plans, FactColumns.Of(Basis.NetRevenue, values), parallel, status, ParallelRun.On(2)).Should().Be(failures);
                parallel.Should().Equal(results);
            }
        }
    }

    [Fact]
    public void Plans_with_gates_and_grids_are_taken_one_run_at_a_time()
    {
        int plans = 0;
        for (int seed = 0; plans < 10; seed++)
        {
            var draw = new RandomPlans(seed);
            ResolvedPlan rules = draw.Plan();
            BulkPlan bulk = BulkPlan.Of(rules, draw.Scales);
            draw.Fill(rules, 60);
            if (!bulk.IsColumnar || (rules.Plan.Gates.Count == 0 && rules.Plan.Components[0].Grid is null) || draw.Columns.Count > 8)
            {
                continue;
            }

            plans++;
            int[] numbers = [.. Enumerable.Range(0, 60).Select(i => i % 3 == 2 ? 9 : i % 2)];
            var results = new long[60];
            var status = new byte[60];
            _ = BulkPlanSet.Of(bulk, bulk).Evaluate(numbers, draw.Facts(0, 60), results, status);
            for (int i = 0; i < 60; i++)
            {
                long? expected = numbers[i] == 9 ? null : draw.Scalar(rules, i);
                if (status[i] != (byte)RowStatus.Overflow)
                {
                    (status[i] == 0 ? results[i] : (long?)null).Should().Be(expected);
                }
            }
        }
    }

#if NET8_0_OR_GREATER
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_allocated(bool grouped)
    {
        var random = new Random(6);
        BulkPlanSet set = BulkPlanSet.Of(Enumerable.Range(0, 30).Select(i => Simple(random, i)));
        int[] plans = [.. Enumerable.Range(0, 9_000).Select(i => grouped ? i / 300 : random.Next(-1, 30))];
        long[] values = [.. Enumerable.Range(0, 9_000).Select(_ => random.Next(20) == 0 ? long.MaxValue - random.Next() : random.Next(-5, 12_000_000))];
        var results = new long[9_000];
        var status = new byte[9_000];
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = set.Evaluate(plans, FactColumns.Of(Basis.NetRevenue, values), results, status);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        least.Should().Be(0);
    }
#endif

    [Fact]
    public void A_set_has_one_currency_and_one_scale()
    {
        BulkPlan five = BulkPlanTests.Five(Rounding.HalfEven);
        new Action(() => BulkPlanSet.Of()).Should().Throw<ArgumentException>().WithMessage("*no plan*");
        new Action(() => BulkPlanSet.Of(five, BulkPlan.Of(five.Rules, ColumnScales.Of(3)))).Should().Throw<ArgumentException>().WithMessage("*currency or scale*");
        five.Invoking(f => BulkPlanSet.Of(f).Evaluate([0, 0], FactColumns.Of(Basis.NetRevenue, [1]), new long[1])).Should().Throw<ArgumentException>().WithMessage("*2 plan numbers for 1 rows*");
        five.Invoking(f => BulkPlanSet.Of(f).Evaluate([0, 1], FactColumns.Of(Basis.NetRevenue, [1, 2]), new long[2])).Should().Throw<ArgumentException>().WithMessage("*Row 1 has no result: NoSuchIndex*");
    }

    [Fact]
    public void Several_threads_give_the_same_and_tell_their_progress()
    {
        BulkPlan five = BulkPlanTests.Five(Rounding.HalfAwayFromZero);
        long[] values = [.. Enumerable.Range(0, 200_001).Select(i => (i * 7_919L) % 15_000_000L)];
        values[150_000] = -1;
        var results = new long[values.Length];
        var status = new byte[values.Length];
        five.Evaluate(values, results, status).Should().Be(1);
        var told = new List<long>();
        var parallel = new long[values.Length];
        five.Evaluate(FactColumns.Of(Basis.NetRevenue, values), parallel, status, ParallelRun.On(3).Reporting(new Told(told))).Should().Be(1);
        parallel.Should().Equal(results);
        status[150_000].Should().Be((byte)RowStatus.NegativeValue);
        told.Should().BeInAscendingOrder().And.EndWith(200_001).And.HaveCount(4);
        five.Evaluate(FactColumns.Of(Basis.NetRevenue, values), values, status, ParallelRun.On(2)).Should().Be(1);
        values.Should().Equal(results, "in place");
    }

    [Fact]
    public void A_run_that_is_cancelled_midway_throws_and_has_finished_its_blocks()
    {
        BulkPlan five = BulkPlanTests.Five(Rounding.HalfAwayFromZero);
        long[] values = [.. Enumerable.Repeat(10_000L, 400_000)];
        long[] results = [.. Enumerable.Repeat(-7L, 400_000)];
        using var source = new CancellationTokenSource();
        ParallelRun run = ParallelRun.On(1).Reporting(new Cancels(source)).CancelledBy(source.Token);
        five.Invoking(f => f.Evaluate(FactColumns.Of(Basis.NetRevenue, values), results, new byte[400_000], run)).Should().Throw<OperationCanceledException>();
        results.Count(r => r == 300).Should().Be(2 * 65_536);
        results.Count(r => r == -7).Should().Be(400_000 - (2 * 65_536));
        new Action(() => ParallelRun.On(0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Objects_go_through_in_blocks_and_in_order()
    {
        BulkPlan five = BulkPlanTests.Five(Rounding.HalfAwayFromZero);
        (string Id, long Cents)[] rows = [.. Enumerable.Range(0, 2_500).Select(i => ("p" + i, i == 2_000 ? -1L : i * 1_000L))];
        var got = new List<(string, long, RowStatus)>();
        five.EvaluateAll(rows, row => row.Cents, (row, due, status) => got.Add((row.Id, due, status))).Should().Be(1);
        got.Select(g => g.Item1).Should().Equal(rows.Select(r => r.Id));
        got[2_000].Should().Be(("p2000", 0L, RowStatus.NegativeValue));
        got[1_999].Item2.Should().Be(five.Rules.Evaluate(Money.OfMinorUnits(1_999_000, Currency.CNY)).Amount is decimal due ? (long)(due * 100) : 0);
    }

    [Fact]
    public void Lists_arrays_and_sequences_give_the_same()
    {
        BulkPlan five = BulkPlanTests.Five(Rounding.HalfAwayFromZero);
        for (int length = 0; length < 4_000; length += 511)
        {
            string[] array = [.. Enumerable.Range(0, length).Select(i => new string('x', (i * 37) % 300))];
            var expected = new List<(string, long, RowStatus)>();
            long failures = five.EvaluateAll(array.Select(text => text), text => (text.Length - 1) * 997L, (text, due, status) => expected.Add((text, due, status)));
            expected.Count.Should().Be(length);
            failures.Should().Be(array.Count(text => text.Length == 0));
            foreach (IEnumerable<object> rows in new IEnumerable<object>[] { array, array.ToList<object>(), array.ToList(), new Queue<object>(array) })
            {
                var got = new List<(string, long, RowStatus)>();
                five.EvaluateAll(rows, text => (((string)text).Length - 1) * 997L, (text, due, status) => got.Add(((string)text, due, status))).Should().Be(failures);
                got.Should().Equal(expected);
                var due = new long[length];
                var status = new byte[length + 3];
                five.EvaluateAll(rows, text => (((string)text).Length - 1) * 997L, due, status).Should().Be((int)failures);
                due.Should().Equal(expected.Select(entry => entry.Item2));
                status.Take(length).Should().Equal(expected.Select(entry => (byte)entry.Item3));
                five.Invoking(f => f.EvaluateAll(rows, _ => 1L, new long[length + 1], new byte[length + 1])).Should().Throw<ArgumentException>().WithMessage($"There are {length} objects for {length + 1} places*");
                if (length > 0)
                {
                    five.Invoking(f => f.EvaluateAll(rows, _ => 1L, new long[length], new byte[length - 1])).Should().Throw<ArgumentException>();
                    five.Invoking(f => f.EvaluateAll(rows, _ => 1L, new long[length - 1], new byte[length])).Should().Throw<ArgumentException>().WithMessage("There are *");
                }
            }
        }

#if NET8_0_OR_GREATER
        List<long> list = [1, 2, 3];
        five.Invoking(f => f.EvaluateAll(list, x => x, (_, _, _) => list.Add(4))).Should().Throw<InvalidOperationException>().WithMessage("*had 3 rows and now has 6*");
#endif
    }

    private static BulkPlan Simple(Random random, int i)
    {
        decimal[] edges = [0m, .. Enumerable.Range(0, random.Next(7)).Select(_ => (decimal)random.Next(1, 100_000)).Distinct().OrderBy(e => e)];
        Tier[] tiers = [.. edges.Select(edge => Tier.From(edge).Percent(random.Next(2000) / 100m))];
        CommissionPlanBuilder plan = CommissionPlan.Define("p" + i, Currency.CNY)
            .Pay(random.Next(2) == 0 ? TierTable.Graduated(Edge.LowerIncluded, tiers) : TierTable.WholeAmount(Edge.UpperIncluded, tiers).OnNegative(NegativeValue.Mirrored), Basis.NetRevenue, Cycle.Month);
        plan = random.Next(3) == 0 ? plan.Cap(Money.Of(random.Next(1000), Currency.CNY), Cycle.Month, Excess.Lost) : plan;
        return BulkPlan.Of(plan.Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(new LocalDate(2025, 1, 31)), ColumnScales.Of(2));
    }

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }

    private sealed class Cancels(CancellationTokenSource source) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value >= 2 * 65_536)
            {
                source.Cancel();
            }
        }
    }
}
