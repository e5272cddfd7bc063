using BenchmarkDotNet.Attributes;

namespace ChannelModel.Benchmarks.Bulk;

/// <summary>Eight criteria with curves of four knots over two million rows.</summary>
public class BulkScorecardBenchmarks
{
    private EightCriteria _data = null!;

    [GlobalSetup]
    public void Setup() => _data = new EightCriteria(2_000_000);

    [Benchmark(Baseline = true)]
    public double ReadColumns() => _data.Read();

    [Benchmark]
    public void Score() => _data.Score();

    [Benchmark]
    public void PlainDoubleLoop() => _data.PlainLoop();
}
