using BenchmarkDotNet.Running;
using ChannelModel.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(MoneyBenchmarks).Assembly).Run(args);
