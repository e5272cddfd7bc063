using BenchmarkDotNet.Attributes;

namespace ChannelModel.Benchmarks.Bulk;

/// <summary>Exact splits over columns: splits of ten lines, and one split of all lines, beside a copy of the column and what a user would write.</summary>
[MemoryDiagnoser]
public class SplitColumnsBenchmarks
{
    private ManySplits _data = null!;

    [Params(1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup() => _data = new ManySplits(Rows);

    [Benchmark(Baseline = true)]
    public void Copy() => _data.Copy();

    [Benchmark]
    public void Many() => _data.Many();

    [Benchmark]
    public void ManyOnTwoThreads() => _data.ManyOnTwoThreads();

    [Benchmark]
    public void LongLoop() => _data.LongLoop(Rows);

    [Benchmark]
    public void DecimalLoop() => _data.DecimalLoop(Rows);

    [Benchmark]
    public void ScalarVerb() => _data.ScalarVerb(Rows);

    [Benchmark]
    public void One() => _data.One();

    [Benchmark]
    public void OneOnTwoThreads() => _data.OneOnTwoThreads();

    [Benchmark]
    public void SortedWide() => _data.SortedWide(Rows);
}
