using BenchmarkDotNet.Attributes;

namespace ChannelModel.Benchmarks.Bulk;

/// <summary>Fifty million order lines of 100 000 partners and 12 months.</summary>
public class GroupTotalsBenchmarks
{
    private OrderLines _data = null!;

    [GlobalSetup]
    public void Setup() => _data = new OrderLines(50_000_000);

    [Benchmark(Baseline = true)]
    public void BareGrouping() => _data.Group();

    [Benchmark]
    public void GroupAndRate() => _data.GroupAndRate();

    [Benchmark]
    public void GroupAndRateOnTwoThreads() => _data.GroupAndRateOnTwoThreads();
}
