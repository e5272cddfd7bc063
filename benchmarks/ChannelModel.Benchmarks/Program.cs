using BenchmarkDotNet.Running;
using ChannelModel.Benchmarks;
using ChannelModel.Benchmarks.Bulk;
using ChannelModel.Benchmarks.Tool;

return args switch
{
    ["ratios", .. string[] rest] => RatioRun.Run(rest),
    ["spin", _, _, ..] => RatioRun.Spin(args[1..]),
    ["csv", .. string[] rest] => CsvRun.Run(rest),
    ["sep", string way, string path, string to] => SepCopy.Run(way, path, to),
    _ => Measure(args),
};

static int Measure(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(MoneyBenchmarks).Assembly).Run(args);
    return 0;
}
