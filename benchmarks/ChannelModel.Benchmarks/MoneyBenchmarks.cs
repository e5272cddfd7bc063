using System;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace ChannelModel.Benchmarks;

/// <summary>A sum of amounts against the same sum of bare decimals, which is what one would write without the type.</summary>
[MemoryDiagnoser]
public class MoneyBenchmarks
{
    private decimal[] _decimals = [];
    private Money[] _amounts = [];

    [GlobalSetup]
    public void Setup()
    {
        _decimals = Enumerable.Range(1, 1_000).Select(i => i * 1.25m).ToArray();
        _amounts = Array.ConvertAll(_decimals, value => ChannelModel.Money.Of(value, Currency.CNY));
        if (Money() != ChannelModel.Money.Of(Decimal(), Currency.CNY))
        {
            throw new InvalidOperationException("The two sums differ.");
        }
    }

    [Benchmark(Baseline = true)]
    public decimal Decimal()
    {
        decimal sum = 0m;
        foreach (decimal value in _decimals)
        {
            sum += value;
        }

        return sum;
    }

    [Benchmark]
    public Money Money() => ChannelModel.Money.Sum(_amounts, Currency.CNY);
}
