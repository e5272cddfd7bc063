using System;
using System.Linq;
using System.Numerics;
using ChannelModel.Bulk;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Bulk;

/// <summary>Bulk plans against the scalar verb; run again with narrower vectors by <see cref="VectorWidthTests"/>.</summary>
public sealed class BulkPlanTests
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("CHANNELMODEL_LONG") == "1";

    [Fact]
    public void Every_row_of_random_plans_is_what_the_scalar_verb_says()
    {
        int columnar = 0;
        int plans = Long ? 4_000 : 60;
        for (int seed = 0; seed < plans; seed++)
        {
            var draw = new RandomPlans(seed);
            ResolvedPlan rules = draw.Plan();
            BulkPlan bulk = BulkPlan.Of(rules, draw.Scales);
            columnar += bulk.IsColumnar ? 1 : 0;
            int rows = (seed * 73) % 257;
            draw.Fill(rules, rows);
            if (draw.Columns.Count > 8)
            {
                continue;
            }

            long[] results = [.. Enumerable.Repeat(-77L, rows + 3)];
            byte[] status = [.. Enumerable.Repeat((byte)99, rows + 3)];
            int failures = bulk.Evaluate(draw.Facts(0, rows), results, status);
            results.Skip(rows).Should().OnlyContain(x => x == -77);
            status.Skip(rows).Should().OnlyContain(x => x == 99);
            failures.Should().Be(status.Take(rows).Count(s => s != 0));
            for (int i = 0; i < rows; i++)
            {
                long? expected = draw.Scalar(rules, i);
                bool steps = rules.Plan.Accumulation is Accumulation.Cumulative or Accumulation.TrueUp || rules.Plan.Caps.Any(cap => cap.Per != rules.Plan.Cycle);
                if (expected is not null && status[i] == (byte)RowStatus.Overflow && steps)
                {
                    continue; // a sum or an amount before a cap left 64 bits: reported, not wrapped
                }

                if ((status[i] == 0 ? results[i] : (long?)null) != expected || results[i] != (expected ?? 0))
                {
                    (status[i] == 0 ? results[i] : (long?)null).Should().Be(expected, "plan {0} row {1} status {2}: {3}", seed, i, (RowStatus)status[i], Describe(draw, rules, i));
                    results[i].Should().Be(expected ?? 0);
                }
            }
        }

        columnar.Should().BeGreaterThan(plans / 2);
    }

    [Fact]
    public void Five_tiers_are_right_at_every_length_in_place_and_beside()
    {
        BulkPlan bulk = Five(Rounding.HalfAwayFromZero);
        for (int length = 0; length <= 256; length++)
        {
            long[] values = [.. Enumerable.Range(0, length).Select(i => (i * 7_919L * 104_729L) % 15_000_000L)];
            long[] results = new long[length];
            bulk.Evaluate(values, results);
            for (int i = 0; i < length; i++)
            {
                if (results[i] != Oracle(values[i], RoundingMode.HalfAwayFromZero))
                {
                    results[i].Should().Be(Oracle(values[i], RoundingMode.HalfAwayFromZero));
                }
            }

            var status = new byte[length];
            bulk.Evaluate(values, values, status).Should().Be(0);
            values.Should().Equal(results);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Axes_read_in_one_pass_are_right_at_every_length_and_over_any_column(bool isGrid)
    {
        var random = new Random(12);
        CommissionPlanBuilder plan = CommissionPlan.Define("axes", Currency.CNY);
        plan = isGrid
            ? plan.Pay(RateGrid.Percent(Axis.Orders(0, 100, 500), Axis.RepurchasePercent(0, 20, 30), Edge.LowerIncluded, new decimal[,] { { 3, 4, 5 }, { 4, 5, 6 }, { 5, 6, 8 } }), Basis.NetRevenue, Cycle.Month)
            : plan.Pay(TierTable.Percent(7), Basis.NetRevenue, Cycle.Month).Gate(Basis.AttainmentOf(Basis.NetRevenue), 90);
        BulkPlan bulk = BulkPlan.Of(plan.Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(new LocalDate(2025, 1, 31)), ColumnScales.OfMinorUnits(Currency.CNY));
        bulk.IsColumnar.Should().BeTrue();
        for (int length = 0; length <= 256; length++)
        {
            long[] values = [.. Enumerable.Range(0, length).Select(_ => random.Next(40) == 0 ? long.MaxValue - random.Next(3) : random.Next(60) == 0 ? -1 : random.Next(15_000_000))];
            long[] seconds = [.. Enumerable.Range(0, length).Select(i => isGrid ? (random.Next(30) == 0 ? long.MaxValue : random.Next(600)) : random.Next(40) == 0 ? random.Next(-1, 1) : random.Next(3) == 0 ? values[i] : random.Next(1, 16_000_000))];
            long[] thirds = [.. Enumerable.Range(0, length).Select(_ => random.Next(4) switch { 0 => 2_000L, 1 => 3_000L, _ => random.Next(4_500) })];
            var results = new long[length];
            var status = new byte[length];
            FactColumns facts = FactColumns.Of(Basis.NetRevenue, values);
            facts = isGrid ? facts.With(Basis.Orders, seconds).With(Basis.RepurchaseRate, thirds) : facts.WithTarget(Basis.NetRevenue, seconds);
            bulk.Evaluate(facts, results, status).Should().Be(status.Count(s => s != 0));
            for (int i = 0; i < length; i++)
            {
                BigInteger percent = isGrid ? 3 + (seconds[i] >= 100 ? 1 : 0) + (seconds[i] >= 500 ? 1 : 0) + (thirds[i] >= 2_000 ? 1 : 0) + (thirds[i] >= 3_000 ? seconds[i] >= 500 ? 2 : 1 : 0) : (BigInteger)values[i] * 10 >= (BigInteger)seconds[i] * 9 ? 7 : 0;
                RowStatus state = !isGrid && seconds[i] <= 0 ? RowStatus.NoTarget : values[i] < 0 ? RowStatus.NegativeValue : RowStatus.Ok;
                long expected = state == RowStatus.Ok ? (long)(((values[i] * percent) + 50) / 100) : 0;
                if (results[i] != expected || (state == RowStatus.Ok) != (status[i] == 0))
                {
                    (results[i], (RowStatus)status[i]).Should().Be((expected, state), "{0}, {1}, {2}", values[i], seconds[i], thirds[i]);
                }
            }

            long[] place = [.. seconds];
            FactColumns over = FactColumns.Of(Basis.NetRevenue, values);
            over = isGrid ? over.With(Basis.Orders, place).With(Basis.RepurchaseRate, thirds) : over.WithTarget(Basis.NetRevenue, place);
            _ = bulk.Evaluate(over, place, status);
            place.Should().Equal(results, "over a column");
        }
    }

    [Theory]
    [InlineData(RoundingMode.HalfAwayFromZero)]
    [InlineData(RoundingMode.HalfEven)]
    [InlineData(RoundingMode.HalfTowardZero)]
    [InlineData(RoundingMode.HalfUp)]
    [InlineData(RoundingMode.HalfDown)]
    [InlineData(RoundingMode.AwayFromZero)]
    [InlineData(RoundingMode.TowardZero)]
    [InlineData(RoundingMode.Ceiling)]
    [InlineData(RoundingMode.Floor)]
    public void A_million_rows_are_what_fractions_of_whole_numbers_give(RoundingMode mode)
    {
        BulkPlan bulk = Five(Rounding.All.Single(r => r.Mode == mode && r.Scale is null));
        int rows = Long ? 1_000_000 : 20_000;
        var random = new Random((int)mode);
        var values = new long[rows];
        for (int i = 0; i < rows; i++)
        {
            long edge = new[] { 0L, 1_000_000, 2_500_000, 6_000_000, 10_000_000, 1L << 44, 1L << 53, long.MaxValue / 2 }[random.Next(8)];
            values[i] = random.Next(3) == 0 ? edge + random.Next(-2, 3) : random.Next(4) == 0 ? long.MaxValue - random.Next() : random.Next(1 << random.Next(8, 30));
        }

        var results = new long[rows];
        var status = new byte[rows];
        int failures = bulk.Evaluate(values, results, status);
        failures.Should().Be(values.Count(v => v < 0));
        for (int i = 0; i < rows; i++)
        {
            long expected = values[i] < 0 ? 0 : Oracle(values[i], mode);
            if (results[i] != expected || status[i] != (values[i] < 0 ? (byte)RowStatus.NegativeValue : 0))
            {
                results[i].Should().Be(expected, "value {0} status {1}", values[i], (RowStatus)status[i]);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Long_columns_give_what_short_ones_give_wherever_they_start(int offset)
    {
        const int Rows = 600_001;
        var random = new Random(offset);
        CommissionPlanBuilder plan = CommissionPlan.Define("long", Currency.CNY);
        plan = offset == 0
            ? plan.Pay(RateGrid.Percent(Axis.Orders(0, 100), Axis.RepurchasePercent(0, 20), Edge.LowerIncluded, new decimal[,] { { 3, 4 }, { 4, 6 } }), Basis.NetRevenue, Cycle.Month)
            : plan.Pay(TierTable.Percent(7), Basis.NetRevenue, Cycle.Month);
        BulkPlan bulk = offset == 2 ? Five(Rounding.HalfEven) : BulkPlan.Of(plan.Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(new LocalDate(2025, 1, 31)), ColumnScales.OfMinorUnits(Currency.CNY));
        long[] values = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(5_000) == 0 ? -7L : random.Next(15_000_000))];
        long[] seconds = [.. Enumerable.Range(0, Rows).Select(_ => (long)random.Next(200))];
        var expected = new long[Rows];
        var results = new long[Rows + 3];
        var status = new byte[Rows];
        int failures = 0;
        for (int start = 0; start < Rows; start += 1_000)
        {
            int length = Math.Min(1_000, Rows - start);
            FactColumns part = FactColumns.Of(Basis.NetRevenue, values.AsSpan(start, length)).With(Basis.Orders, seconds.AsSpan(start, length)).With(Basis.RepurchaseRate, seconds.AsSpan(start, length));
            failures += bulk.Evaluate(part, expected.AsSpan(start, length), status);
        }

        failures.Should().BeGreaterThan(0);
        FactColumns facts = FactColumns.Of(Basis.NetRevenue, values).With(Basis.Orders, seconds).With(Basis.RepurchaseRate, seconds);
        bulk.Evaluate(facts, results.AsSpan(offset), status).Should().Be(failures);
        results.AsSpan(offset, Rows).SequenceEqual(expected).Should().BeTrue();
        status.Count(s => s != 0).Should().Be(failures);
        results.AsSpan().Clear();
        bulk.Evaluate(facts, results.AsSpan(offset), status, ParallelRun.On(2)).Should().Be(failures);
        results.AsSpan(offset, Rows).SequenceEqual(expected).Should().BeTrue("on two threads");
        results.AsSpan().Clear();
        BulkPlanSet.Of(bulk).Evaluate(new int[Rows], facts, results.AsSpan(offset), status).Should().Be(failures);
        results.AsSpan(offset, Rows).SequenceEqual(expected).Should().BeTrue("in a set");
        if (offset > 0)
        {
            bulk.Evaluate(values, results.AsSpan(offset), status).Should().Be(failures);
            results.AsSpan(offset, Rows).SequenceEqual(expected).Should().BeTrue("one column");
        }

        int first = values.AsSpan().IndexOf(values.First(value => value < 0));
        new Action(() => bulk.Evaluate(FactColumns.Of(Basis.NetRevenue, values).With(Basis.Orders, seconds).With(Basis.RepurchaseRate, seconds), results)).Should().Throw<ArgumentException>().WithMessage($"*Row {first} has no result*");
        bulk.Evaluate(facts, values, status).Should().Be(failures);
        values.AsSpan().SequenceEqual(expected).Should().BeTrue("in place");
    }

    [Theory]
    [InlineData(RoundingPlace.Line)]
    [InlineData(RoundingPlace.Statement)]
    [InlineData(RoundingPlace.Tier)]
    public void A_mirrored_return_is_rounded_as_the_scalar_verb_rounds_it(RoundingPlace place)
    {
        foreach (Rounding rounding in Rounding.All.Where(r => r.Scale is null))
        {
            ResolvedPlan rules = CommissionPlan.Define("mirrored", Currency.CNY)
                .Pay(TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0).Percent(3), Tier.From(1).Percent(4)).OnNegative(NegativeValue.Mirrored), Basis.NetRevenue, Cycle.Month)
                .Round(rounding, place).Build().Resolve(new LocalDate(2025, 1, 31));
            long[] values = [.. Enumerable.Range(-300, 600)];
            var results = new long[600];
            BulkPlan.Of(rules, ColumnScales.Of(2)).Evaluate(values, results);
            results.Should().Equal(values.Select(value => (long)(rules.Evaluate(Money.OfMinorUnits(value, Currency.CNY)).Amount * 100)), "{0}", rounding);
        }
    }

    [Fact]
    public void A_failed_row_is_0_with_its_reason_and_the_rest_is_computed()
    {
        BulkPlan bulk = Five(Rounding.HalfAwayFromZero);
        long[] values = [.. Enumerable.Repeat(10_000L, 100)];
        values[7] = -1;
        values[99] = long.MinValue;
        var results = new long[100];
        var status = new byte[100];
        bulk.Evaluate(values, results, status).Should().Be(2);
        results.Should().Equal(Enumerable.Range(0, 100).Select(i => i is 7 or 99 ? 0L : 300L));
        status.Should().Equal(Enumerable.Range(0, 100).Select(i => i is 7 or 99 ? (byte)RowStatus.NegativeValue : (byte)0));
        bulk.Invoking(b => b.Evaluate(values, results)).Should().Throw<ArgumentException>().WithMessage("*Row 7 has no result: NegativeValue*");
    }

    [Fact]
    public void What_does_not_fit_64_bits_is_reported()
    {
        BulkPlan bulk = BulkPlan.Of(
            CommissionPlan.Define("double", Currency.CNY).Pay(TierTable.Percent(200), Basis.NetRevenue, Cycle.Month).Round(Rounding.HalfEven, RoundingPlace.Statement).Build().Resolve(new LocalDate(2025, 1, 31)),
            ColumnScales.Of(2));
        long[] values = [long.MaxValue / 2, (long.MaxValue / 2) + 1, long.MaxValue, 5];
        var results = new long[4];
        var status = new byte[4];
        bulk.Evaluate(values, results, status).Should().Be(2);
        results.Should().Equal(long.MaxValue - 1, 0, 0, 10);
        status.Should().Equal(0, (byte)RowStatus.Overflow, (byte)RowStatus.Overflow, 0);
    }

    [Fact]
    public void Spans_keep_their_rules()
    {
        BulkPlan bulk = Five(Rounding.HalfAwayFromZero);
        var memory = new long[100];
        var status = new byte[100];
        bulk.Evaluate([], []);
        bulk.Evaluate([], [], []).Should().Be(0);
        bulk.Invoking(b => b.Evaluate(memory, new long[99])).Should().Throw<ArgumentException>().WithMessage("*'destination' has 99 elements; expected at least 100*");
        bulk.Invoking(b => b.Evaluate(memory, new long[100], new byte[99])).Should().Throw<ArgumentException>().WithMessage("*'status' has 99 elements*");
        bulk.Invoking(b => b.Evaluate(memory.AsSpan(0, 90), memory.AsSpan(1, 90))).Should().Throw<ArgumentException>().WithMessage("*'destination' overlaps*");
        bulk.Invoking(b => b.Evaluate(memory.AsSpan(10, 90), memory.AsSpan(0, 90), status)).Should().Throw<ArgumentException>().WithMessage("*'destination' overlaps*");
        bulk.Invoking(b => b.Evaluate(memory, new long[100], System.Runtime.InteropServices.MemoryMarshal.AsBytes(memory.AsSpan()))).Should().Throw<ArgumentException>().WithMessage("*'status' overlaps*");
        bulk.Evaluate(memory.AsSpan(0, 50), memory.AsSpan(50, 50), status).Should().Be(0);
    }

    [Fact]
    public void Columns_that_are_missing_or_doubled_are_named()
    {
        ResolvedPlan rules = CommissionPlan.Define("gated", Currency.CNY).Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month).Gate(Basis.AttainmentOf(Basis.NetRevenue), 90)
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(new LocalDate(2025, 1, 31));
        BulkPlan bulk = BulkPlan.Of(rules, ColumnScales.Of(2));
        long[] column = [100];
        bulk.Invoking(b => b.Evaluate(column, new long[1])).Should().Throw<ArgumentException>().WithMessage("*needs the column 'net-revenue' (Target)*");
        column.Invoking(c => FactColumns.Of(Basis.NetRevenue, c).With(Basis.NetRevenue, c)).Should().Throw<ArgumentException>().WithMessage("*there already*");
        column.Invoking(c => FactColumns.Of(Basis.NetRevenue, c).WithTarget(Basis.NetRevenue, new long[2])).Should().Throw<ArgumentException>().WithMessage("*has 2 rows; expected 1*");
        column.Invoking(c => FactColumns.Of(Basis.AttainmentOf(Basis.NetRevenue), c)).Should().Throw<ArgumentException>().WithMessage("*is derived*");
        new Action(() => ColumnScales.Of(7)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*0 to 6 decimals*");
    }

#if NET8_0_OR_GREATER
    [Fact]
    public void Nothing_is_allocated()
    {
        var draw = new RandomPlans(0);
        for (int seed = 0; seed < 60; seed++)
        {
            draw = new RandomPlans(seed);
            ResolvedPlan rules = draw.Plan();
            BulkPlan bulk = BulkPlan.Of(rules, draw.Scales);
            draw.Fill(rules, 3_000);
            if (!bulk.IsColumnar || draw.Columns.Count > 8)
            {
                continue;
            }

            var results = new long[3_000];
            var status = new byte[3_000];
            FactColumns facts = draw.Facts(0, 3_000);
            long least = long.MaxValue;
            for (int attempt = 0; attempt < 5 && least > 0; attempt++)
            {
                // The first call compiles; the runtime itself may allocate in one of the others.
                long before = GC.GetAllocatedBytesForCurrentThread();
                _ = bulk.Evaluate(facts, results, status);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            least.Should().Be(0, "plan {0}", seed);
        }
    }
#endif

    internal static BulkPlan Five(Rounding rounding) => BulkPlan.Of(
        CommissionPlan.Define("five", Currency.CNY)
            .Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(3), Tier.From(10_000).Percent(4), Tier.From(25_000).Percent(5), Tier.From(60_000).Percent(6), Tier.From(100_000).Percent(8)), Basis.NetRevenue, Cycle.Month)
            .Round(rounding, RoundingPlace.Statement).Build().Resolve(new LocalDate(2025, 1, 31)),
        ColumnScales.OfMinorUnits(Currency.CNY));

    /// <summary>Tier by tier in big integers: hundredths of a cent, divided and rounded once.</summary>
    private static long Oracle(long cents, RoundingMode mode)
    {
        (long From, int Percent)[] tiers = [(0, 3), (1_000_000, 4), (2_500_000, 5), (6_000_000, 6), (10_000_000, 8)];
        BigInteger sum = 0;
        for (int i = 0; i < tiers.Length && cents > tiers[i].From; i++)
        {
            BigInteger to = i + 1 < tiers.Length ? BigInteger.Min(cents, tiers[i + 1].From) : cents;
            sum += (to - tiers[i].From) * tiers[i].Percent;
        }

        BigInteger whole = BigInteger.DivRem(sum, 100, out BigInteger rest);
        bool up = mode switch
        {
            RoundingMode.HalfAwayFromZero or RoundingMode.HalfUp => rest >= 50,
            RoundingMode.HalfTowardZero or RoundingMode.HalfDown => rest > 50,
            RoundingMode.HalfEven => rest > 50 || (rest == 50 && !whole.IsEven),
            RoundingMode.AwayFromZero or RoundingMode.Ceiling => rest > 0,
            _ => false,
        };
        return (long)(up ? whole + 1 : whole);
    }

    internal static string Describe(RandomPlans draw, ResolvedPlan rules, int row) =>
        string.Join(", ", draw.Columns.Select(c => $"{c.Key.Basis?.ToString() ?? c.Key.Per.ToString()} {c.Key.Kind} {c.Value[row]}"))
        + $" scales {draw.Scales.Money}/{draw.Scales.Count}/{draw.Scales.Percent} {rules.Plan.Rounding} {rules.Plan.RoundingPlace} {rules.Plan.Accumulation} "
        + string.Join("; ", rules.Plan.Components.Select(c => $"{c.Table?.Mode} {c.Table?.Edge} {c.Table?.Negative} {c.Table?.Zero} top {c.Table?.Top} on {c.On} by {c.By}"));
}
