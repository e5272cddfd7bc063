using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using ChannelModel;
using ChannelModel.Bulk;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Benchmarks.NetStandard;

/// <summary><c>[rows] [rounds]</c>: five graduated tiers by the netstandard2.0 build, beside a plain loop with 64-bit numbers and one with decimals; all are compared before they are timed.</summary>
internal static class Program
{
    private static readonly long[] From = [0, 1_000_000, 2_500_000, 6_000_000, 10_000_000];
    private static readonly long[] Percent = [3, 4, 5, 6, 8];

    public static int Main(string[] args)
    {
        int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 9;
        var random = new Random(42);
        var values = new long[rows];
        for (int i = 0; i < rows; i++)
        {
            values[i] = random.Next(15_000_000);
        }

        BulkPlan plan = BulkPlan.Of(
            CommissionPlan.Define("five", Currency.CNY)
                .Pay(TierTable.Graduated(Edge.LowerIncluded, Enumerable.Range(0, 5).Select(i => Tier.From(From[i] / 100m).Percent(Percent[i]))), Basis.NetRevenue, Cycle.Month)
                .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(new LocalDate(2025, 1, 31)),
            ColumnScales.OfMinorUnits(Currency.CNY));
        var due = new long[rows];
        (string Name, Action Run)[] ways =
        [
            ("64-bit loop", () => LongLoop(values, due)),
            ("ChannelModel", () => plan.Evaluate(values, due)),
            ("decimal loop", () => DecimalLoop(values, due)),
        ];
        long[]? expected = null;
        foreach ((string name, Action run) in ways)
        {
            run();
            expected ??= (long[])due.Clone();
            if (!due.SequenceEqual(expected))
            {
                Console.Error.WriteLine($"The results of '{name}' differ.");
                return 1;
            }
        }

        string target = typeof(BulkPlan).Assembly.GetCustomAttributes(typeof(System.Runtime.Versioning.TargetFrameworkAttribute), false).Cast<System.Runtime.Versioning.TargetFrameworkAttribute>().Single().FrameworkName;
        Console.WriteLine($"{rows} rows, {rounds} rounds, {RuntimeInformation.FrameworkDescription}, the package built for {target}");
        Console.WriteLine("| way | ns a row, best | of the 64-bit loop, median |");
        Console.WriteLine("|---|---:|---:|");
        var times = ways.Select(_ => new List<double>()).ToArray();
        for (int round = -2; round < rounds; round++)
        {
            for (int way = 0; way < ways.Length; way++)
            {
                long start = Stopwatch.GetTimestamp();
                ways[way].Run();
                if (round >= 0)
                {
                    times[way].Add((Stopwatch.GetTimestamp() - start) * 1e9 / Stopwatch.Frequency / rows);
                }
            }
        }

        for (int way = 0; way < ways.Length; way++)
        {
            double[] ratios = [.. times[way].Zip(times[0], (own, other) => other / own).OrderBy(ratio => ratio)];
            Console.WriteLine(FormattableString.Invariant($"| {ways[way].Name} | {times[way].Min():0.00} | {ratios[ratios.Length / 2]:0.00} |"));
        }

        return 0;
    }

    private static void DecimalLoop(long[] values, long[] due)
    {
        for (int i = 0; i < values.Length; i++)
        {
            due[i] = ByDecimal(values[i]);
        }
    }

    private static void LongLoop(long[] values, long[] due)
    {
        for (int i = 0; i < values.Length; i++)
        {
            due[i] = ByLong(values[i]);
        }
    }

    private static long ByLong(long value)
    {
        long sum = 0;
        for (int i = 0; i < From.Length && value > From[i]; i++)
        {
            long to = i + 1 < From.Length ? Math.Min(value, From[i + 1]) : value;
            sum += (to - From[i]) * Percent[i];
        }

        return (sum + 50) / 100;
    }

    private static long ByDecimal(long cents)
    {
        decimal value = cents / 100m;
        decimal sum = 0m;
        for (int i = 0; i < From.Length && value > From[i] / 100m; i++)
        {
            decimal to = i + 1 < From.Length ? Math.Min(value, From[i + 1] / 100m) : value;
            sum += (to - (From[i] / 100m)) * Percent[i] / 100m;
        }

        return (long)(Math.Round(sum, 2, MidpointRounding.AwayFromZero) * 100m);
    }
}
