using BenchmarkDotNet.Attributes;

namespace ChannelModel.Benchmarks.Bulk;

/// <summary>Plans over columns of ten million rows, beside a copy of the column and what a user would write.</summary>
[MemoryDiagnoser]
public class BulkPlanBenchmarks
{
    private FiveTiers _data = null!;

    [Params(1_000, 1_000_000, 10_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup() => _data = new FiveTiers(Rows);

    [Benchmark(Baseline = true)]
    public void Copy() => _data.Copy();

    [Benchmark]
    public void Graduated() => _data.RateGraduated();

    [Benchmark]
    public void WholeAmount() => _data.RateWhole();

    [Benchmark]
    public void FlatSteps() => _data.RateFlat();

    [Benchmark]
    public void CapAndFloor() => _data.RateCapped();

    [Benchmark]
    public void Grid() => _data.RateByGrid();

    [Benchmark]
    public void HundredPlansGrouped() => _data.RateGrouped();

    [Benchmark]
    public void HundredPlansMixed() => _data.RateMixed();

    [Benchmark]
    public void TwoThreads() => _data.RateOnTwoThreads();

    [Benchmark]
    public void LongLoop() => _data.LongLoop(Rows);

    [Benchmark]
    public void DecimalLoop() => _data.DecimalLoop(Rows);

    [Benchmark]
    public void Linq() => _data.Linq(Rows);
}
