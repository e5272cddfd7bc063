using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using ChannelModel.Allocation;

namespace ChannelModel.Benchmarks.Allocation;

/// <summary>
/// A million lines by largest remainder, whatever the total; beside it what a user would write with wide integers and a sort. The loop that hands out cent by cent cannot finish on such totals:
/// it is measured over 1 000 lines, beside ours over the same. All ways are checked for equality first.
/// </summary>
[MemoryDiagnoser]
public class SplitBenchmarks
{
    private const int Lines = 1_000_000;
    private const int Few = 1_000;
    private const long FewTotal = 100_000_000;
    private readonly long[] _weights = new long[Lines];
    private readonly KeyValuePair<int, Fraction>[] _numbered = new KeyValuePair<int, Fraction>[Lines];
    private readonly KeyValuePair<string, Fraction>[] _named = new KeyValuePair<string, Fraction>[Lines];
    private KeyValuePair<int, Fraction>[] _few = [];

    [Params(1_000_000_000_000, 1_000_000_000_000_000_000)]
    public long Total { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(42);
        for (int i = 0; i < Lines; i++)
        {
            _weights[i] = random.Next(1_000_000_000);
            _numbered[i] = new(i, _weights[i]);
            _named[i] = new($"P{i:D7}", _weights[i]);
        }

        _few = _numbered[..Few];
        if (!ByNumber().Parts.SequenceEqual(Sorted()) || !ByName().Parts.SequenceEqual(Sorted()))
        {
            throw new InvalidOperationException("The ways differ over a million lines.");
        }

        if (!FewLines().Parts.SequenceEqual(CentByCent()))
        {
            throw new InvalidOperationException("The ways differ over a thousand lines.");
        }
    }

    [Benchmark(Baseline = true)]
    public Allotment<int, long> ByNumber() => Split.By(SplitRule.LargestRemainder, Total, _numbered);

    [Benchmark]
    public Allotment<string, long> ByName() => Split.By(SplitRule.LargestRemainder, Total, _named);

    [Benchmark]
    public long[] Sorted()
    {
        UInt128 sum = 0;
        foreach (long weight in _weights)
        {
            sum += (UInt128)weight;
        }

        long[] parts = new long[Lines];
        var remainders = new UInt128[Lines];
        long left = Total;
        for (int i = 0; i < Lines; i++)
        {
            UInt128 product = (UInt128)Total * (UInt128)_weights[i];
            parts[i] = (long)(product / sum);
            remainders[i] = product % sum;
            left -= parts[i];
        }

        foreach (int i in Enumerable.Range(0, Lines).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take((int)left))
        {
            parts[i]++;
        }

        return parts;
    }

    [Benchmark]
    public Allotment<int, long> FewLines() => Split.By(SplitRule.LargestRemainder, FewTotal, _few);

    /// <summary>Whole quotas first, then cent by cent to whoever is furthest below its quota.</summary>
    [Benchmark]
    public long[] CentByCent()
    {
        decimal sum = 0m;
        for (int i = 0; i < Few; i++)
        {
            sum += _weights[i];
        }

        long[] parts = new long[Few];
        long left = FewTotal;
        for (int i = 0; i < Few; i++)
        {
            parts[i] = (long)decimal.Truncate(FewTotal * (decimal)_weights[i] / sum);
            left -= parts[i];
        }

        for (; left > 0; left--)
        {
            int furthest = 0;
            decimal most = decimal.MinValue;
            for (int i = 0; i < Few; i++)
            {
                decimal below = (FewTotal * (decimal)_weights[i]) - (parts[i] * sum);
                if (below > most)
                {
                    most = below;
                    furthest = i;
                }
            }

            parts[furthest]++;
        }

        return parts;
    }
}
