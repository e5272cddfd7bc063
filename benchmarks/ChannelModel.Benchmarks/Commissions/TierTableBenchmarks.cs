using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Benchmarks.Commissions;

/// <summary>One evaluation of a five-tier graduated plan, over 4 096 shuffled amounts; beside it what a user would write.</summary>
[MemoryDiagnoser]
public class TierTableBenchmarks
{
    private const int Count = 4096;
    private static readonly (decimal From, decimal Rate)[] Tiers = [(0m, 0.03m), (10_000m, 0.04m), (25_000m, 0.05m), (60_000m, 0.06m), (100_000m, 0.08m)];
    private readonly Money[] _values = new Money[Count];
    private readonly CommissionFacts[] _facts = new CommissionFacts[Count];
    private ResolvedPlan _plan = null!;
    private ResolvedPlan _capped = null!;

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(42);
        var period = new DateInterval(new LocalDate(2025, 1, 1), new LocalDate(2025, 1, 31));
        for (int i = 0; i < Count; i++)
        {
            _values[i] = Money.OfMinorUnits(random.Next(15_000_000), Currency.CNY);
            _facts[i] = CommissionFacts.For(new Id<Payee>("p"), period).With(Basis.NetRevenue, _values[i]).WithTarget(Basis.NetRevenue, 50_000);
        }

        TierTable table = TierTable.Graduated(Edge.LowerIncluded, Tiers.Select(t => Tier.From(t.From).Percent(t.Rate * 100m)));
        _plan = CommissionPlan.Define("five", Currency.CNY).Pay(table, Basis.NetRevenue, Cycle.Month).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(period.End);
        _capped = CommissionPlan.Define("capped", Currency.CNY).Pay(table, Basis.NetRevenue, Cycle.Month).Gate(Basis.AttainmentOf(Basis.NetRevenue), 90)
            .Cap(Money.Of(5_000, Currency.CNY), Cycle.Month, Excess.Lost).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(period.End);
        for (int i = 0; i < Count; i++)
        {
            decimal due = _plan.Evaluate(_values[i]).Amount;
            if (due != ByLoop(_values[i].Amount) || due != ByLinq(_values[i].Amount) || due != _plan.Explain(_facts[i]).Total.Amount || _capped.Evaluate(_facts[i]) != _capped.Explain(_facts[i]).Total)
            {
                throw new InvalidOperationException($"The ways differ at {_values[i]}.");
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public decimal Evaluate()
    {
        decimal sum = 0m;
        foreach (Money value in _values)
        {
            sum = _plan.Evaluate(value).Amount;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public decimal EvaluateFacts()
    {
        decimal sum = 0m;
        foreach (CommissionFacts facts in _facts)
        {
            sum = _plan.Evaluate(facts).Amount;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public decimal EvaluateWithGateAndCap()
    {
        decimal sum = 0m;
        foreach (CommissionFacts facts in _facts)
        {
            sum = _capped.Evaluate(facts).Amount;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public decimal Explain()
    {
        decimal sum = 0m;
        foreach (CommissionFacts facts in _facts)
        {
            sum = _plan.Explain(facts).Total.Amount;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public decimal LoopWithDecimals()
    {
        decimal sum = 0m;
        foreach (Money value in _values)
        {
            sum = ByLoop(value.Amount);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public decimal LinqOverTiers()
    {
        decimal sum = 0m;
        foreach (Money value in _values)
        {
            sum = ByLinq(value.Amount);
        }

        return sum;
    }

    private static decimal ByLoop(decimal value)
    {
        decimal sum = 0m;
        for (int i = 0; i < Tiers.Length && value > Tiers[i].From; i++)
        {
            decimal to = i + 1 < Tiers.Length ? Math.Min(value, Tiers[i + 1].From) : value;
            sum += (to - Tiers[i].From) * Tiers[i].Rate;
        }

        return Math.Round(sum, 2, MidpointRounding.AwayFromZero);
    }

    private static decimal ByLinq(decimal value)
    {
        IEnumerable<decimal> parts = Tiers.Select((tier, i) => (tier, To: i + 1 < Tiers.Length ? Tiers[i + 1].From : decimal.MaxValue))
            .Where(t => value > t.tier.From).Select(t => (Math.Min(value, t.To) - t.tier.From) * t.tier.Rate);
        return Math.Round(parts.Sum(), 2, MidpointRounding.AwayFromZero);
    }
}
