using System;
using BenchmarkDotNet.Running;
using ChannelModel.Benchmarks;
using ChannelModel.Benchmarks.Bulk;

if (args.Length > 0 && args[0] == "ratios")
{
    return RatioRun.Run(args[1..]);
}

if (args.Length > 2 && args[0] == "spin")
{
    return RatioRun.Spin(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(MoneyBenchmarks).Assembly).Run(args);
return 0;
