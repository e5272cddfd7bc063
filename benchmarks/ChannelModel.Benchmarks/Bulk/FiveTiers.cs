using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Bulk;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Benchmarks.Bulk;

/// <summary>Five graduated tiers in cents, the other plans beside them, and what a user would write instead. All of it is checked for equality before it is timed.</summary>
internal sealed class FiveTiers
{
    public static readonly (decimal From, decimal Percent)[] Tiers = [(0m, 3m), (10_000m, 4m), (25_000m, 5m), (60_000m, 6m), (100_000m, 8m)];
    private static readonly (long From, long Percent)[] Cents = [.. Tiers.Select(t => ((long)(t.From * 100), (long)t.Percent))];

    public FiveTiers(int rows)
    {
        Rows = rows;
        var random = new Random(42);
        (Values, Orders, Repurchase, Due) = (new long[rows], new long[rows], new long[rows], new long[rows]);
        (Status, Mixed, Grouped) = (new byte[rows], new int[rows], new int[rows]);
        for (int i = 0; i < rows; i++)
        {
            Values[i] = random.Next(15_000_000);
            Orders[i] = random.Next(900);
            Repurchase[i] = random.Next(4_500);
            Mixed[i] = random.Next(100);
            Grouped[i] = (int)((long)i * 100 / rows);
        }

        TierTable table = Table(1m, 0m);
        Graduated = Plan(plan => plan.Pay(table, Basis.NetRevenue, Cycle.Month));
        Whole = Plan(plan => plan.Pay(TierTable.WholeAmount(Edge.LowerIncluded, Tiers.Select(t => Tier.From(t.From).Percent(t.Percent))), Basis.NetRevenue, Cycle.Month));
        Flat = Plan(plan => plan.Pay(TierTable.Step(Edge.LowerIncluded, Tiers.Select(t => Tier.From(t.From).Flat(t.From / 100m))), Basis.NetRevenue, Cycle.Month));
        Capped = Plan(plan => plan.Pay(table, Basis.NetRevenue, Cycle.Month).Cap(Money.Of(5_000m, Currency.CNY), Cycle.Month, Excess.Lost).Floor(Money.Of(100m, Currency.CNY)));
        Gated = Plan(plan => plan.Pay(table, Basis.NetRevenue, Cycle.Month).Gate(Basis.AttainmentOf(Basis.NetRevenue), 90m));
        Grid = Plan(plan => plan.Pay(
            RateGrid.Percent(Axis.Orders(0, 100, 500), Axis.RepurchasePercent(0, 20, 30), Edge.LowerIncluded, new decimal[,] { { 3, 4, 5 }, { 4, 5, 6 }, { 5, 6, 8 } }), Basis.NetRevenue, Cycle.Month));
        HalfEven = Plan(plan => plan.Pay(table, Basis.NetRevenue, Cycle.Month), Rounding.HalfEven);
        Packages = Plan(plan => plan.Pay(TierTable.Packages(100m, 3m, BlockRounding.Up, 500m), Basis.NetRevenue, Cycle.Month));
        Hundred = BulkPlanSet.Of(Enumerable.Range(0, 100).Select(k => Plan(plan => plan.Pay(Table(1 + (k % 7), k / 100m), Basis.NetRevenue, Cycle.Month))));
        Check();
    }

    public int Rows { get; }

    public long[] Values { get; }

    public long[] Orders { get; }

    public long[] Repurchase { get; }

    public long[] Due { get; }

    public byte[] Status { get; }

    public int[] Mixed { get; }

    public int[] Grouped { get; }

    public BulkPlan Graduated { get; }

    public BulkPlan Whole { get; }

    public BulkPlan Flat { get; }

    public BulkPlan Capped { get; }

    public BulkPlan Gated { get; }

    public BulkPlan Grid { get; }

    public BulkPlan HalfEven { get; }

    public BulkPlan Packages { get; }

    public BulkPlanSet Hundred { get; }

    public void Copy() => Values.AsSpan().CopyTo(Due);

    public void RateGraduated() => Graduated.Evaluate(Values, Due);

    public void RateWhole() => Whole.Evaluate(Values, Due);

    public void RateFlat() => Flat.Evaluate(Values, Due);

    public void RateCapped() => Capped.Evaluate(Values, Due);

    public void RateGated() => Gated.Evaluate(FactColumns.Of(Basis.NetRevenue, Values).WithTarget(Basis.NetRevenue, Values), Due, Status);

    public void RateByGrid() => Grid.Evaluate(FactColumns.Of(Basis.NetRevenue, Values).With(Basis.Orders, Orders).With(Basis.RepurchaseRate, Repurchase), Due);

    public void RateHalfEven() => HalfEven.Evaluate(Values, Due);

    public void RatePackages() => Packages.Evaluate(Values, Due);

    public void RateMixed() => Hundred.Evaluate(Mixed, FactColumns.Of(Basis.NetRevenue, Values), Due);

    public void RateGrouped() => Hundred.Evaluate(Grouped, FactColumns.Of(Basis.NetRevenue, Values), Due);

    public void RateOnTwoThreads() => Graduated.Evaluate(FactColumns.Of(Basis.NetRevenue, Values), Due, Status, ParallelRun.On(2));

    public void LongLoop(int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            Due[i] = ByLong(Values[i]);
        }
    }

    public void DecimalLoop(int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            Due[i] = ByDecimal(Values[i]);
        }
    }

    public void Linq(int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            Due[i] = ByLinq(Values[i]);
        }
    }

    private static long ByLong(long value)
    {
        long sum = 0;
        (long From, long Percent)[] tiers = Cents;
        for (int i = 0; i < tiers.Length && value > tiers[i].From; i++)
        {
            long to = i + 1 < tiers.Length ? Math.Min(value, tiers[i + 1].From) : value;
            sum += (to - tiers[i].From) * tiers[i].Percent;
        }

        return (sum + 50) / 100;
    }

    private static long ByDecimal(long cents)
    {
        decimal value = cents / 100m;
        decimal sum = 0m;
        for (int i = 0; i < Tiers.Length && value > Tiers[i].From; i++)
        {
            decimal to = i + 1 < Tiers.Length ? Math.Min(value, Tiers[i + 1].From) : value;
            sum += (to - Tiers[i].From) * Tiers[i].Percent / 100m;
        }

        return (long)(Math.Round(sum, 2, MidpointRounding.AwayFromZero) * 100m);
    }

    private static long ByLinq(long cents)
    {
        decimal value = cents / 100m;
        IEnumerable<decimal> parts = Tiers.Select((tier, i) => (tier, To: i + 1 < Tiers.Length ? Tiers[i + 1].From : decimal.MaxValue))
            .Where(t => value > t.tier.From).Select(t => (Math.Min(value, t.To) - t.tier.From) * t.tier.Percent / 100m);
        return (long)(Math.Round(parts.Sum(), 2, MidpointRounding.AwayFromZero) * 100m);
    }

    private static TierTable Table(decimal factor, decimal more) =>
        TierTable.Graduated(Edge.LowerIncluded, Tiers.Select(t => Tier.From(t.From * factor).Percent(t.Percent + more)));

    private static BulkPlan Plan(Func<CommissionPlanBuilder, CommissionPlanBuilder> define, Rounding? rounding = null) => BulkPlan.Of(
        define(CommissionPlan.Define("bulk", Currency.CNY)).Round(rounding ?? Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(new LocalDate(2025, 1, 31)),
        ColumnScales.OfMinorUnits(Currency.CNY));

    private void Check()
    {
        RateGraduated();
        for (int i = 0; i < Math.Min(Rows, 100_000); i++)
        {
            long due = Due[i];
            if (due != ByLong(Values[i]) || due != ByDecimal(Values[i]) || (i < 10_000 && (due != ByLinq(Values[i]) || Money.OfMinorUnits(due, Currency.CNY) != Graduated.Rules.Evaluate(Money.OfMinorUnits(Values[i], Currency.CNY)))))
            {
                throw new InvalidOperationException($"The ways differ at {Values[i]}.");
            }
        }
    }
}
