using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson;
using NodaTime;

namespace ChannelModel.Benchmarks.Tool;

/// <summary>
/// <c>channelmodel commission</c> from file to file, as a whole process, beside what the CSV library alone takes to read and copy the same file. Results are checked first: statements of order lines against those of
/// facts that state the sums, row by row, to the byte; and at full size the totals, against sums that the generator made by itself.
/// </summary>
internal static class CsvRun
{
    private const int Seed = 20250131;

    private const string Plan = """
        { "schemaVersion": 1, "id": "five", "currency": "CNY", "per": "month",
          "pay": [{ "on": "net-revenue", "tiers": { "mode": "graduated", "edge": "lower-included", "negative": "mirrored",
                    "tiers": [{ "from": 0, "rate": "3%" }, { "from": 10000, "rate": "4%" }, { "from": 25000, "rate": "5%" }, { "from": 60000, "rate": "6%" }, { "from": 100000, "rate": "8%" }] } },
                  { "on": "net-revenue", "by": "orders", "tiers": { "mode": "whole-amount", "edge": "lower-included", "negative": "mirrored", "tiers": [{ "from": 0, "rate": "0%" }, { "from": 40, "rate": "1%" }] } }],
          "rounding": "half-away-from-zero", "roundingPlace": "statement" }
        """;

    public static int Run(string[] args)
    {
        int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
        int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        int payees = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 100_000;
        string folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "plan.json"), Plan);
            return new Bench(folder).Run(rows, rounds, payees);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A folder with a plan, and the programs that run in it.</summary>
    private sealed class Bench(string folder)
    {
        private static readonly string Tool = Path.Combine(Root(), "src", "ChannelModel.Tool", "bin", "Release", "net10.0", "ChannelModel.Tool");

        public int Run(int rows, int rounds, int payees)
        {
            Compare(new OrderLinesFile(At("few.csv"), 200_000, 3_000, Seed + 1));
            var lines = new OrderLinesFile(At("lines.csv"), rows, payees, Seed);
            int statements = lines.WriteFacts(At("facts.csv"));
            CheckTotals(lines, statements);
            var tenth = new OrderLinesFile(At("tenth.csv"), Math.Max(1, rows / 10), payees, Seed);

            (string Name, Func<(double, long)> Work)[] ways =
            [
                ("channelmodel commission, order lines", () => Pay("lines.csv")),
                ("Sep: fields copied to memory", () => Copy("fields", "lines.csv")),
                ("Sep: columns parsed to values", () => Copy("values", "lines.csv")),
                ("Sep: rows copied to a file", () => Copy("rows", "lines.csv")),
                ("channelmodel commission, facts", () => Pay("facts.csv")),
                ("Sep: rows of the facts copied to a file", () => Copy("rows", "facts.csv")),
                ("channelmodel commission, a tenth of the lines", () => Pay("tenth.csv")),
            ];
            var times = new double[ways.Length][];
            var peaks = new long[ways.Length];
            for (int i = 0; i < ways.Length; i++)
            {
                times[i] = new double[rounds];
                _ = ways[i].Work(); // the file is in the cache from here on
            }

            for (int round = 0; round < rounds; round++)
            {
                for (int i = 0; i < ways.Length; i++)
                {
                    (times[i][round], long peak) = ways[i].Work();
                    peaks[i] = Math.Max(peaks[i], peak);
                }
            }

            Console.WriteLine(FormattableString.Invariant($"{rows} order lines, {new FileInfo(lines.Path).Length / 1_000_000} MB, {payees} payees, {statements} statements; {rounds} rounds; {Environment.ProcessorCount} processors"));
            Console.WriteLine("| whole process | seconds, median | seconds, best | peak memory, MB |");
            Console.WriteLine("|---|---:|---:|---:|");
            for (int i = 0; i < ways.Length; i++)
            {
                Console.WriteLine(FormattableString.Invariant($"| {ways[i].Name} | {Median(times[i]):0.00} | {times[i].Min():0.00} | {peaks[i] / 1024} |"));
            }

            Console.WriteLine("| ratio, median of the rounds | |");
            Console.WriteLine("|---|---:|");
            for (int i = 1; i <= 3; i++)
            {
                Console.WriteLine(FormattableString.Invariant($"| order lines / {ways[i].Name} | {Ratio(times[0], times[i]):0.00} |"));
            }

            Console.WriteLine(FormattableString.Invariant($"| facts / {ways[5].Name} | {Ratio(times[4], times[5]):0.00} |"));
            return 0;
        }

        private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

        private static double Ratio(double[] own, double[] other) => Median([.. own.Zip(other, (a, b) => a / b)]);

        private static string Root()
        {
            DirectoryInfo? at = new(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "ChannelModel.sln")))
            {
                at = at.Parent;
            }

            return at?.FullName ?? throw new InvalidOperationException("The benchmarks do not run below the repository.");
        }

        /// <summary>Order lines, facts as columns and facts row by row (which the list of all lines asks for) give the same bytes.</summary>
        private void Compare(OrderLinesFile few)
        {
            _ = few.WriteFacts(At("few.facts.csv"));
            _ = Start(Tool, "commission", "--plan", At("plan.json"), "--facts", few.Path, "--out", At("a.csv"));
            _ = Start(Tool, "commission", "--plan", At("plan.json"), "--facts", At("few.facts.csv"), "--out", At("b.csv"));
            _ = Start(Tool, "commission", "--plan", At("plan.json"), "--facts", At("few.facts.csv"), "--out", At("c.csv"), "--explain", At("d.csv"));
            byte[] byRow = File.ReadAllBytes(At("c.csv"));
            Require(byRow.Length > 1_000_000 && File.ReadAllBytes(At("a.csv")).AsSpan().SequenceEqual(byRow), "order lines are paid otherwise than the plan pays row by row");
            Require(File.ReadAllBytes(At("b.csv")).AsSpan().SequenceEqual(byRow), "facts as columns are paid otherwise than the plan pays row by row");
        }

        private void CheckTotals(OrderLinesFile lines, int statements)
        {
            ResolvedPlan rules = CommissionPlanJson.Read(System.Text.Encoding.UTF8.GetBytes(Plan)).Value.Resolve(new LocalDate(2025, 1, 31));
            CommissionFacts none = CommissionFacts.For(new Id<Payee>("-"), new DateInterval(new LocalDate(2025, 1, 1), new LocalDate(2025, 1, 31)));
            (long[] cents, long[] orders) = lines.Sums;
            Money due = Money.Zero(Currency.CNY);
            for (int i = 0; i < cents.Length; i++)
            {
                due += orders[i] == 0 ? Money.Zero(Currency.CNY) : rules.Evaluate(none.With(Basis.NetRevenue, cents[i] / 100m).With(Basis.Orders, orders[i]));
            }

            string revenue = lines.Revenue.ToString("#,0.######", CultureInfo.InvariantCulture).Replace(',', ' ');
            string[] said = [$"{lines.Rows} rows read: {lines.Rows} paid in {statements} statements, 0 rejected; commission {due:N} in all", $"net-revenue: {revenue} read = {revenue} paid + 0 rejected"];
            (string output, _, _) = Start(Tool, "commission", "--plan", At("plan.json"), "--facts", lines.Path, "--out", At("out.csv"));
            Require(output.Split('\n')[..2].SequenceEqual(said), "the totals are '" + output + "', expected '" + string.Join('\n', said) + "'");
            Console.WriteLine(said[0]);
        }

        private (double Seconds, long Peak) Pay(string facts)
        {
            (_, double seconds, long peak) = Start(Tool, "commission", "--plan", At("plan.json"), "--facts", At(facts), "--out", At("out.csv"));
            return (seconds, peak);
        }

        private (double Seconds, long Peak) Copy(string way, string file)
        {
            (_, double seconds, long peak) = Start(Environment.ProcessPath!, "sep", way, At(file), At("copy.csv"));
            return (seconds, peak);
        }

        /// <summary>Runs a program; its peak memory is what the system last said of it while it ran, in KB (0 where the system does not say).</summary>
        private static (string Output, double Seconds, long Peak) Start(string program, params string[] args)
        {
            long start = Stopwatch.GetTimestamp();
            using Process process = Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            long peak = 0;
            using var watch = new Timer(_ => peak = Math.Max(peak, PeakOf(process.Id)), null, 20, 20);
            string output = process.StandardOutput.ReadToEnd();
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Require(process.ExitCode == 0 && error.Length == 0, program + " failed: " + error);
            return (output, seconds, peak);
        }

        private static long PeakOf(int process)
        {
            try
            {
                string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
                return line is null ? 0 : long.Parse(line[6..^2].Trim(), CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                return 0;
            }
        }

        private static void Require(bool holds, string message)
        {
            if (!holds)
            {
                throw new InvalidOperationException(message);
            }
        }

        private string At(string name) => Path.Combine(folder, name);
    }
}
