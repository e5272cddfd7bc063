using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Runtime.Intrinsics;

namespace ChannelModel.Benchmarks.Bulk;

/// <summary>
/// <c>ratios [rows] [rounds] [--check]</c>: the ways take turns, round by round, and each is compared with its yardstick of the same round; what is printed is the median of
/// those ratios, and the best speed. So a busy machine slows both sides. With --check the exit code is 1 where a ratio is below its floor.
/// </summary>
internal static class RatioRun
{
    public static int Run(string[] args)
    {
        int rows = args.Length > 0 && args[0][0] != '-' ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
        int rounds = args.Length > 1 && args[1][0] != '-' ? int.Parse(args[1], CultureInfo.InvariantCulture) : 15;
        string width = Vector512.IsHardwareAccelerated ? "512" : Vector256.IsHardwareAccelerated ? "256" : Vector128.IsHardwareAccelerated ? "128" : "no";
        Console.WriteLine(FormattableString.Invariant($"{rows} rows, {rounds} rounds, vectors of {width} bits, .NET {Environment.Version}, {Environment.ProcessorCount} processors"));
        bool wide = Vector512.IsHardwareAccelerated;
        var five = new FiveTiers(rows);
        int few = Math.Min(rows, 200_000);
        List<Way> ways =
        [
            new("copy", "copy", rows, five.Copy, 0),
            new("graduated", "copy", rows, five.RateGraduated, wide ? 0.5 : 0.2),
            new("whole amount", "graduated", rows, five.RateWhole, 0.5),
            new("flat steps", "graduated", rows, five.RateFlat, 0.5),
            new("cap and floor", "graduated", rows, five.RateCapped, 0.5),
            new("grid 3 x 3", "graduated", rows, five.RateByGrid, 0.25),
            new("gate on attainment", "graduated", rows, five.RateGated, 0.2),
            new("half to even", "graduated", rows, five.RateHalfEven, 0.3),
            new("packages", "graduated", rows, five.RatePackages, 0.3),
            new("100 plans, grouped", "graduated", rows, five.RateGrouped, 0.25),
            new("100 plans, mixed", "graduated", rows, five.RateMixed, 0.07),
            new("graduated, 2 threads", "graduated", rows, five.RateOnTwoThreads, 0),
            new("long loop", "graduated", few, () => five.LongLoop(few), 0),
            new("decimal loop", "graduated", few, () => five.DecimalLoop(few), 0),
            new("LINQ", "graduated", few / 4, () => five.Linq(few / 4), 0),
        ];
        Print(ways, rounds);
        var eight = new EightCriteria(Math.Min(rows, 4_000_000));
        List<Way> scores =
        [
            new("read 8 columns", "read 8 columns", eight.Rows, () => eight.Read(), 0),
            new("score 8 x 4 knots", "read 8 columns", eight.Rows, eight.Score, 0.15),
            new("plain double loop", "score 8 x 4 knots", eight.Rows, eight.PlainLoop, 0),
        ];
        Print(scores, rounds);
        var lines = new OrderLines(Math.Min(rows * 5, 50_000_000));
        List<Way> groups =
        [
            new("bare grouping", "bare grouping", lines.Rows, lines.Group, 0),
            new("group and rate", "bare grouping", lines.Rows, lines.GroupAndRate, 0.6),
            new("group and rate, 2 threads", "bare grouping", lines.Rows, lines.GroupAndRateOnTwoThreads, 0),
        ];
        Print(groups, Math.Max(3, rounds / 3));
        List<Way> failed = [.. ways.Concat(scores).Concat(groups).Where(way => way.Ratio < way.Floor)];
        if (!args.Contains("--check", StringComparer.Ordinal))
        {
            return 0;
        }

        failed.ForEach(way => Console.WriteLine(FormattableString.Invariant($"{way.Name} is {way.Ratio:0.00} of {way.Yardstick}, below {way.Floor:0.00}")));
        return failed.Count == 0 ? 0 : 1;
    }

    private static void Print(List<Way> ways, int rounds)
    {
        var times = ways.ToDictionary(way => way.Name, _ => new List<double>(), StringComparer.Ordinal);
        for (int round = -3; round < rounds; round++)
        {
            foreach (Way way in ways)
            {
                long start = Stopwatch.GetTimestamp();
                way.Run();
                double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / way.Rows;
                if (round >= 0)
                {
                    times[way.Name].Add(seconds);
                }
            }
        }

        Console.WriteLine();
        Console.WriteLine("| way | million rows a second, best | of | ratio, median |");
        Console.WriteLine("|---|---:|---|---:|");
        foreach (Way way in ways)
        {
            double[] ratios = [.. times[way.Name].Zip(times[way.Yardstick], (own, other) => other / own).OrderBy(ratio => ratio)];
            way.Ratio = ratios[ratios.Length / 2];
            Console.WriteLine(FormattableString.Invariant($"| {way.Name} | {1e-6 / times[way.Name].Min():0.0} | {way.Yardstick} | {way.Ratio:0.000} |"));
        }
    }

    private sealed class Way(string name, string yardstick, int rows, Action run, double floor)
    {
        public string Name { get; } = name;

        public string Yardstick { get; } = yardstick;

        public int Rows { get; } = rows;

        public Action Run { get; } = run;

        public double Floor { get; } = floor;

        public double Ratio { get; set; }
    }
}
