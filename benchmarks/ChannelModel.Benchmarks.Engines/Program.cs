using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ChannelModel;
using ChannelModel.Bulk;
using ChannelModel.Commissions;
using DuckDB.NET.Data;
using NodaTime;
using RulesEngine.Models;

namespace ChannelModel.Benchmarks.Engines;

/// <summary>
/// Five graduated tiers in cents, half away from zero, by our kernel, by DuckDB in this process (the exact formula in 64-bit integers, into a table) and by RulesEngine (one rule a tier,
/// decimals). The ways take turns; their results are compared before they are timed.
/// </summary>
internal static class Program
{
    private static readonly (long From, int Percent, long Before)[] Tiers = [(0, 3, 0), (1_000_000, 4, 3_000_000), (2_500_000, 5, 9_000_000), (6_000_000, 6, 26_500_000), (10_000_000, 8, 50_500_000)];

    private static async Task Main(string[] args)
    {
        if (args.Length > 0 && args[0] == "budget")
        {
            BudgetRun.Run(args[1..]);
            return;
        }

        int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
        int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var random = new Random(42);
        long[] values = [.. Enumerable.Range(0, rows).Select(_ => (long)random.Next(15_000_000))];
        var due = new long[rows];
        BulkPlan plan = BulkPlan.Of(
            CommissionPlan.Define("five", Currency.CNY)
                .Pay(TierTable.Graduated(Edge.LowerIncluded, Tiers.Select(t => Tier.From(t.From / 100m).Percent(t.Percent))), Basis.NetRevenue, Cycle.Month)
                .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(new LocalDate(2025, 1, 31)),
            ColumnScales.Of(2));
        plan.Evaluate(values, due);

        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Sql(connection, "CREATE TABLE facts (v BIGINT)");
        using (DuckDBAppender appender = connection.CreateAppender("facts"))
        {
            foreach (long value in values)
            {
                appender.CreateRow().AppendValue(value).EndRow();
            }
        }

        string formula = "(CASE " + string.Join(' ', Tiers.Reverse().Select(t => FormattableString.Invariant($"WHEN v >= {t.From} THEN {t.Before} + (v - {t.From}) * {t.Percent}"))) + " END + 50) // 100";
        string query = $"CREATE OR REPLACE TABLE due AS SELECT {formula} AS d FROM facts";
        Sql(connection, query);
        long total = due.Sum();
        using (DuckDBCommand sum = connection.CreateCommand())
        {
            sum.CommandText = "SELECT CAST(SUM(d) AS BIGINT) FROM due";
            Require(Convert.ToInt64(sum.ExecuteScalar(), CultureInfo.InvariantCulture) == total, "DuckDB pays something else");
        }

        var engine = new RulesEngine.RulesEngine([new Workflow { WorkflowName = "five", Rules = [.. Rules()] }]);
        const int Few = 2_000;
        for (int i = 0; i < 200; i++)
        {
            Require(await Pay(engine, values[i]).ConfigureAwait(false) == due[i], "RulesEngine pays something else");
        }

        var times = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        for (int round = 0; round < rounds; round++)
        {
            Time("copy", rows, () => values.AsSpan().CopyTo(due));
            Time("ChannelModel", rows, () => plan.Evaluate(values, due));
            Sql(connection, "SET threads = 1");
            Time("DuckDB, 1 thread", rows, () => Sql(connection, query));
            Sql(connection, "SET threads = 2");
            Time("DuckDB, 2 threads", rows, () => Sql(connection, query));
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Few; i++)
            {
                _ = await Pay(engine, values[i]).ConfigureAwait(false);
            }

            Add("RulesEngine", Stopwatch.GetElapsedTime(start).TotalSeconds / Few);
        }

        Console.WriteLine("| way | million rows a second, best | ChannelModel is faster by, median |");
        Console.WriteLine("|---|---:|---:|");
        foreach ((string name, List<double> seconds) in times)
        {
            double[] ratios = [.. seconds.Zip(times["ChannelModel"], (other, own) => other / own).OrderBy(r => r)];
            Console.WriteLine(FormattableString.Invariant($"| {name} | {1e-6 / seconds.Min():0.###} | {ratios[ratios.Length / 2]:0.#} x |"));
        }

        void Time(string name, int count, Action run)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            Add(name, Stopwatch.GetElapsedTime(start).TotalSeconds / count);
        }

        void Add(string name, double seconds)
        {
            if (!times.TryGetValue(name, out List<double>? all))
            {
                times.Add(name, all = []);
            }

            all.Add(seconds);
        }
    }

    private static IEnumerable<Rule> Rules() => Tiers.Select((tier, i) => new Rule
    {
        RuleName = "tier" + i,
        Expression = i + 1 < Tiers.Length ? FormattableString.Invariant($"v >= {tier.From} && v < {Tiers[i + 1].From}") : FormattableString.Invariant($"v >= {tier.From}"),
        Actions = new RuleActions
        {
            OnSuccess = new ActionInfo
            {
                Name = "OutputExpression",
                Context = new Dictionary<string, object>(StringComparer.Ordinal) { ["expression"] = FormattableString.Invariant($"({tier.Before} + (v - {tier.From}) * {tier.Percent} + 50) / 100") },
            },
        },
    });

    private static async Task<long> Pay(RulesEngine.RulesEngine engine, long value)
    {
        List<RuleResultTree> results = await engine.ExecuteAllRulesAsync("five", new RuleParameter("v", value)).ConfigureAwait(false);
        return Convert.ToInt64(results.First(result => result.IsSuccess).ActionResult.Output, CultureInfo.InvariantCulture);
    }

    private static void Sql(DuckDBConnection connection, string text)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = text;
        _ = command.ExecuteNonQuery();
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new InvalidOperationException(message);
        }
    }
}
