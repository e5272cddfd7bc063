using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Runtime.Intrinsics;

namespace ChannelModel.Benchmarks.Bulk;

/// <summary>
/// <c>ratios [rows] [rounds] [--only name] [--check]</c>: the ways take turns, round by round, and each is compared with its yardstick of the same round; what is printed is the median of
/// those ratios, and the best speed. So a busy machine slows both sides. With --check the exit code is 1 where a ratio is below its floor.
/// </summary>
internal static class RatioRun
{
    private static readonly (string Name, Func<int, List<Way>> Ways)[] Parts =
        [("plans", Plans), ("scores", Scores), ("groups", Groups), ("splits", Splits), ("objects", Objects), ("sizes", Sizes)];

    public static int Run(string[] args)
    {
        int rows = args.Length > 0 && args[0][0] != '-' ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
        int rounds = args.Length > 1 && args[1][0] != '-' ? int.Parse(args[1], CultureInfo.InvariantCulture) : 15;
        int at = Array.IndexOf(args, "--only");
        string? only = at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        if (only is not null && !Parts.Any(part => part.Name == only))
        {
            Console.Error.WriteLine($"There is no part '{only}'; expected one of {string.Join(", ", Parts.Select(part => part.Name))}.");
            return 2;
        }

        string width = Vector512.IsHardwareAccelerated ? "512" : Vector256.IsHardwareAccelerated ? "256" : Vector128.IsHardwareAccelerated ? "128" : "no";
        Console.WriteLine(FormattableString.Invariant($"{rows} rows, {rounds} rounds, vectors of {width} bits, .NET {Environment.Version}, {Environment.ProcessorCount} processors"));
        List<Way> all = [];
        foreach ((string name, Func<int, List<Way>> make) in Parts)
        {
            if (only is null || only == name)
            {
                List<Way> ways = make(rows);
                Print(ways, rounds);
                all.AddRange(ways);
            }
        }

        if (!args.Contains("--check", StringComparer.Ordinal))
        {
            return 0;
        }

        List<Way> failed = [.. all.Where(way => way.Ratio < way.Floor)];
        failed.ForEach(way => Console.WriteLine(FormattableString.Invariant($"{way.Name} is {way.Ratio:0.00} of {way.Yardstick}, below {way.Floor:0.00}")));
        Console.WriteLine(failed.Count == 0 ? $"all {all.Count(way => way.Floor > 0)} floors hold" : $"{failed.Count} below their floors");
        return failed.Count == 0 ? 0 : 1;
    }

    /// <summary><c>spin part way [rows] [seconds]</c>: one way again and again, for a profiler or for <c>DOTNET_JitDisasm</c>.</summary>
    public static int Spin(string[] args)
    {
        (string Name, Func<int, List<Way>> Ways) part = Parts.Single(part => part.Name == args[0]);
        int rows = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 16_384;
        double seconds = args.Length > 3 ? double.Parse(args[3], CultureInfo.InvariantCulture) : 5;
        Way way = part.Ways(rows).Single(way => way.Name == args[1]);
        long start = Stopwatch.GetTimestamp();
        double best = double.MaxValue;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            long from = Stopwatch.GetTimestamp();
            way.Run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(from).TotalSeconds);
        }

        Console.WriteLine(FormattableString.Invariant($"{way.Name}: {way.Rows} rows, {1e9 * best / way.Rows:0.000} ns a row at best"));
        return 0;
    }

    private static List<Way> Plans(int rows)
    {
        bool wide = Vector512.IsHardwareAccelerated;
        var five = new FiveTiers(rows);
        int few = Math.Min(rows, 200_000);
        return
        [
            new("copy", "copy", rows, five.Copy, 0),
            new("graduated", "copy", rows, five.RateGraduated, wide ? 0.5 : 0.2),
            new("whole amount", "graduated", rows, five.RateWhole, 0.5),
            new("flat steps", "graduated", rows, five.RateFlat, 0.5),
            new("cap and floor", "graduated", rows, five.RateCapped, 0.5),
            new("grid 3 x 3", "graduated", rows, five.RateByGrid, 0.3),
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
    }

    private static List<Way> Scores(int rows)
    {
        var eight = new EightCriteria(Math.Min(rows, 4_000_000));
        return
        [
            new("read 8 columns", "read 8 columns", eight.Rows, () => eight.Read(), 0),
            new("score 8 x 4 knots", "read 8 columns", eight.Rows, eight.Score, 0.15),
            new("plain double loop", "score 8 x 4 knots", eight.Rows, eight.PlainLoop, 0),
        ];
    }

    private static List<Way> Groups(int rows)
    {
        var lines = new OrderLines(Math.Min(rows * 5, 50_000_000));
        return
        [
            new("bare grouping", "bare grouping", lines.Rows, lines.Group, 0),
            new("group and rate", "bare grouping", lines.Rows, lines.GroupAndRate, 0.6),
            new("group and rate, 2 threads", "bare grouping", lines.Rows, lines.GroupAndRateOnTwoThreads, 0),
        ];
    }

    private static List<Way> Splits(int rows)
    {
        var many = new ManySplits(Math.Min(rows, 10_000_000));
        int few = Math.Min(many.Rows, 200_000);
        return
        [
            new("copy of the weights", "copy of the weights", many.Rows, many.Copy, 0),
            new("splits of ten lines", "copy of the weights", many.Rows, many.Many, 0.05),
            new("splits of ten lines, 2 threads", "splits of ten lines", many.Rows, many.ManyOnTwoThreads, 0),
            new("64-bit loop and a sort", "splits of ten lines", few, () => many.LongLoop(few), 0),
            new("decimal loop", "splits of ten lines", few / 4, () => many.DecimalLoop(few / 4), 0),
            new("scalar verb", "splits of ten lines", few / 4, () => many.ScalarVerb(few / 4), 0),
            new("one split of all lines", "copy of the weights", many.Rows, many.One, 0.04),
            new("one split, 2 threads", "one split of all lines", many.Rows, many.OneOnTwoThreads, 0),
            new("wide integers and a sort", "one split of all lines", few, () => many.SortedWide(few), 0),
        ];
    }

    private static List<Way> Objects(int rows)
    {
        var objects = new ObjectRows(Math.Min(rows, 1_000_000));
        return
        [
            new("bare foreach, array", "bare foreach, array", objects.Rows, objects.BareArray, 0),
            new("foreach that hands over, array", "bare foreach, array", objects.Rows, objects.HandArray, 0),
            new("EvaluateAll, array", "bare foreach, array", objects.Rows, objects.Array, 0.2),
            new("EvaluateAll to a column, array", "bare foreach, array", objects.Rows, objects.ArrayToColumn, 0.4),
            new("bare foreach, list", "bare foreach, list", objects.Rows, objects.BareList, 0),
            new("foreach that hands over, list", "bare foreach, list", objects.Rows, objects.HandList, 0),
            new("EvaluateAll, list", "bare foreach, list", objects.Rows, objects.List, 0.2),
            new("EvaluateAll to a column, list", "bare foreach, list", objects.Rows, objects.ListToColumn, 0.4),
            new("bare foreach, lazy", "bare foreach, lazy", objects.Rows, objects.BareLazy, 0),
            new("foreach that hands over, lazy", "bare foreach, lazy", objects.Rows, objects.HandLazy, 0),
            new("EvaluateAll, lazy", "bare foreach, lazy", objects.Rows, objects.Lazy, 0.2),
            new("EvaluateAll to a column, lazy", "bare foreach, lazy", objects.Rows, objects.LazyToColumn, 0.4),
            new("bare foreach, list of values", "bare foreach, list of values", objects.Rows, objects.BareValues, 0),
            new("foreach that hands over, list of values", "bare foreach, list of values", objects.Rows, objects.HandValues, 0),
            new("EvaluateAll, list of values", "bare foreach, list of values", objects.Rows, objects.Values, 0.2),
            new("EvaluateAll to a column, list of values", "bare foreach, list of values", objects.Rows, objects.ValuesToColumn, 0.4),
        ];
    }

    /// <summary>The cost of a row from a thousand rows to as many as were asked for, each beside its cost at a million; and into memory that nobody has touched before.</summary>
    private static List<Way> Sizes(int rows)
    {
        var data = new ManySizes(Math.Max(rows, 1_000_000));
        List<Way> ways = [];
        foreach ((string name, Action<int> run) in new (string, Action<int>)[] { ("graduated", data.Rate), ("copy", data.Copy) })
        {
            for (int size = 1_000; size <= data.Rows; size = (int)Math.Min(10L * size, int.MaxValue))
            {
                int own = size;
                int times = Math.Max(1, 1_000_000 / own);
                ways.Add(new(FormattableString.Invariant($"{name}, {own} rows"), $"{name}, 1000000 rows", own * times, () => Repeat(run, own, times), name == "graduated" ? 0.2 : 0));
            }
        }

        int fresh = Math.Min(rows, 10_000_000);
        if (fresh < 5_000_000)
        {
            return ways; // so little is handed out again without its pages being new
        }

        ways.Add(new("copy into untouched memory", "copy, 1000000 rows", fresh, () => data.CopyFresh(fresh), 0));
        ways.Add(new("graduated into untouched memory", "copy into untouched memory", fresh, () => data.RateFresh(fresh), 0.5));
        return ways;
    }

    private static void Repeat(Action<int> run, int rows, int times)
    {
        for (int i = 0; i < times; i++)
        {
            run(rows);
        }
    }

    private static void Print(List<Way> ways, int rounds)
    {
        var times = ways.ToDictionary(way => way.Name, _ => new List<double>(), StringComparer.Ordinal);
        foreach (Way way in ways)
        {
            // Until the compiler has done its best, which it does beside this thread.
            long start = Stopwatch.GetTimestamp();
            for (int runs = 0; runs < 3 || (Stopwatch.GetElapsedTime(start).TotalSeconds < 0.3 && runs < 2_000); runs++)
            {
                way.Run();
            }
        }

        for (int round = 0; round < rounds; round++)
        {
            foreach (Way way in ways)
            {
                long start = Stopwatch.GetTimestamp();
                way.Run();
                times[way.Name].Add(Stopwatch.GetElapsedTime(start).TotalSeconds / way.Rows);
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
