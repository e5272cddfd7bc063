using System;
using BenchmarkDotNet.Running;
using ChannelModel.Benchmarks;
using ChannelModel.Benchmarks.Bulk;

if (args.Length > 0 && args[0] == "ratios")
{
    return RatioRun.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(MoneyBenchmarks).Assembly).Run(args);
return 0;
