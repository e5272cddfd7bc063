using System;
using System.Linq;
using System.Numerics;
using System.Threading;
using ChannelModel.Bulk;
using ChannelModel.Commissions;

namespace ChannelModel.Tests.Bulk;

public sealed class GroupTotalsTests
{
    [Fact]
    public void Totals_that_grow_keep_their_sums_also_beyond_64_bits()
    {
        var random = new Random(12);
        GroupTotals grown = GroupTotals.Of(1, 1);
        GroupTotals whole = GroupTotals.Of(9, 5);
        foreach ((int partners, int periods) in new[] { (1, 1), (3, 1), (3, 4), (8, 4), (9, 5) })
        {
            grown.Grow(partners, periods);
            int[] partner = [.. Enumerable.Range(0, 200).Select(_ => random.Next(partners))];
            int[] period = [.. Enumerable.Range(0, 200).Select(_ => random.Next(periods))];
            long[] amounts = [.. Enumerable.Range(0, 200).Select(_ => random.Next(2) == 0 ? random.Next() : (random.Next(2) * 2 - 1) * (long.MaxValue - random.Next()))];
            grown.Add(partner, period, amounts);
            whole.Add(partner, period, amounts);
        }

        (grown.Partners, grown.Periods, grown.Count).Should().Be((9, 5, 45));
        (long[] sums, byte[] states) = (new long[45], new byte[45]);
        (long[] expected, byte[] wanted) = (new long[45], new byte[45]);
        grown.CopyTo(sums, states).Should().Be(whole.CopyTo(expected, wanted)).And.BeInRange(1, 44);
        sums.Should().Equal(expected);
        states.Should().Equal(wanted);
        grown.Invoking(totals => totals.Grow(8, 5)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected at least 9 partners and 5 periods*");
        grown.Invoking(totals => totals.Grow(1 << 20, 1 << 20)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Sums_are_those_of_big_integers_on_one_thread_and_on_three()
    {
        var random = new Random(11);
        for (int round = 0; round < 40; round++)
        {
            int partners = random.Next(1, 9);
            int periods = random.Next(1, 4);
            int rows = round % 8 == 7 ? 150_000 : random.Next(257);
            int[] partner = [.. Enumerable.Range(0, rows).Select(_ => random.Next(-1, partners + 1))];
            int[] period = [.. Enumerable.Range(0, rows).Select(_ => random.Next(0, periods))];
            long[] amounts = [.. Enumerable.Range(0, rows).Select(_ => random.Next(3) == 0 ? (random.Next(2) == 0 ? long.MaxValue - random.Next() : long.MinValue + random.Next()) : random.Next(-100, 10_000))];
            var sums = new BigInteger[partners * periods];
            for (int i = 0; i < rows; i++)
            {
                if (partner[i] >= 0 && partner[i] < partners)
                {
                    sums[(partner[i] * periods) + period[i]] += amounts[i];
                }
            }

            GroupTotals one = GroupTotals.Of(partners, periods);
            GroupTotals many = GroupTotals.Of(partners, periods);
            var status = new byte[rows];
            int outside = partner.Count(p => p < 0 || p >= partners);
            one.Add(partner, period, amounts, status).Should().Be(outside);
            status.Select(s => s != 0).Should().Equal(partner.Select(p => p < 0 || p >= partners));
            many.Add(partner, period, amounts, status, ParallelRun.On(3)).Should().Be(outside);
            foreach (GroupTotals totals in new[] { one, many })
            {
                var copied = new long[totals.Count];
                var states = new byte[totals.Count];
                int failed = totals.CopyTo(copied, states);
                failed.Should().Be(sums.Count(s => s > long.MaxValue || s < long.MinValue));
                for (int group = 0; group < sums.Length; group++)
                {
                    bool fits = sums[group] <= long.MaxValue && sums[group] >= long.MinValue;
                    copied[group].Should().Be(fits ? (long)sums[group] : 0);
                    states[group].Should().Be(fits ? (byte)0 : (byte)RowStatus.Overflow);
                }

                if (failed > 0)
                {
                    totals.Invoking(t => t.Sums.Length).Should().Throw<InvalidOperationException>().WithMessage("The sum of group*");
                }
            }
        }
    }

    [Fact]
    public void Each_group_is_rated_as_a_statement()
    {
        BulkPlan five = BulkPlanTests.Five(Rounding.HalfAwayFromZero);
        GroupTotals totals = GroupTotals.Of(3, 2);
        totals.Add([0, 0, 2, 1, 1], [0, 0, 1, 0, 0], [1_000_000, 500_000, 12_345, -5, 2]);
        var due = new long[6];
        var status = new byte[6];
        totals.Evaluate(five, due, status).Should().Be(1);
        due.Should().Equal(50_000, 0, 0, 0, 0, 370);
        status.Should().Equal(0, 0, (byte)RowStatus.NegativeValue, 0, 0, 0);
        totals.Sums.ToArray().Should().Equal(1_500_000, 0, -3, 0, 0, 12_345);
        totals.Invoking(t => t.Add([0, 3], [0, 0], [1, 1])).Should().Throw<ArgumentException>().WithMessage("*Row 1 has no result: NoSuchIndex*");
        totals.Sums[0].Should().Be(1_500_001, "the rows before it are added");
        totals.Invoking(t => t.Add([0], [0, 0], [1])).Should().Throw<ArgumentException>().WithMessage("*1 partners, 2 periods and 1 amounts*");
        totals.Invoking(t => t.Evaluate(five, new long[5], new byte[6])).Should().Throw<ArgumentException>().WithMessage("*'destination' has 5 elements*");
        new Action(() => GroupTotals.Of(0, 5)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_sum_beyond_64_bits_fails_its_group_alone()
    {
        GroupTotals totals = GroupTotals.Of(2, 1);
        totals.Add([0, 0, 1], [0, 0, 0], [long.MaxValue, 1, 10_000]);
        var due = new long[2];
        var status = new byte[2];
        totals.Evaluate(BulkPlanTests.Five(Rounding.HalfAwayFromZero), due, status).Should().Be(1);
        due.Should().Equal(0, 300);
        status.Should().Equal((byte)RowStatus.Overflow, 0);
        totals.Add([0], [0], [-1]);
        totals.Sums[0].Should().Be(long.MaxValue, "it came back into range");
    }

#if NET8_0_OR_GREATER
    [Fact]
    public void Nothing_is_allocated_after_the_totals()
    {
        var random = new Random(3);
        int[] partners = [.. Enumerable.Range(0, 5_000).Select(_ => random.Next(-1, 50))];
        int[] periods = [.. Enumerable.Range(0, 5_000).Select(_ => random.Next(12))];
        long[] amounts = [.. Enumerable.Range(0, 5_000).Select(_ => (long)random.Next(-9, 100_000))];
        GroupTotals totals = GroupTotals.Of(50, 12);
        BulkPlan five = BulkPlanTests.Five(Rounding.HalfAwayFromZero);
        var status = new byte[5_000];
        var due = new long[600];
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = totals.Add(partners, periods, amounts, status);
            _ = totals.Evaluate(five, due, status);
            _ = totals.CopyTo(due, status);
            _ = totals.Sums.Length;
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        least.Should().Be(0);
    }
#endif

    [Fact]
    public void A_cancelled_run_adds_nothing()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        GroupTotals totals = GroupTotals.Of(1, 1);
        totals.Invoking(t => t.Add([0], [0], [5], new byte[1], ParallelRun.On(2).CancelledBy(source.Token))).Should().Throw<OperationCanceledException>();
        totals.Sums[0].Should().Be(0);
    }
}
