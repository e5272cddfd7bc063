using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ChannelModel.Mutants;

/// <summary>Runs tests against the mutants that Stryker compiled, many times as fast as it does itself: see docs/testing.md.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        switch (args)
        {
            case ["coverage", string folder, .. string[] tests]:
                new Worker(folder, tests, MutantSwitch.None).Coverage();
                return 0;
            case ["names", string folder, .. string[] tests]:
                new Worker(folder, tests, MutantSwitch.None).Names();
                return 0;
            case ["serve", string first, string folder, .. string[] tests]:
                new Worker(folder, tests, int.Parse(first, CultureInfo.InvariantCulture)).Serve(Console.In);
                return 0;
            case ["run", string folder, string report, string result, string files, .. string[] tests]:
                Run(folder, report, result, files, tests);
                return 0;
            case ["check", string folder, string result, .. string[] tests]:
                return Check(folder, result, tests);
            case ["list", string report, string files]:
                foreach (Mutant mutant in Report.Read(report).Mutants.Where(mutant => Chosen(mutant, files) && mutant.Status is "Survived" or "NoCoverage"))
                {
                    Console.WriteLine(mutant);
                }

                return 0;
            case ["table", string report]:
                Report.Read(report).Print(Console.Out);
                return 0;
            default:
                Console.Error.WriteLine("mutants run FOLDER REPORT RESULT FILES TESTS...: runs the mutants of files (names with commas, or all) that RESULT does not know to be killed.");
                Console.Error.WriteLine("mutants check FOLDER RESULT TESTS...: runs each test that killed a mutant without it.");
                Console.Error.WriteLine("mutants list RESULT FILES | table RESULT");
                return 2;
        }
    }

    /// <summary>Runs each killer without a mutant, in the order of the kills: one that fails then proves nothing.</summary>
    private static int Check(string folder, string result, string[] tests)
    {
        var names = new List<string>();
        using (Process process = WorkerProcess.Start(["names"], folder, tests))
        {
            while (process.StandardOutput.ReadLine() is string name)
            {
                names.Add(name);
            }
        }

        using var worker = new WorkerProcess(folder, tests);
        int wrong = 0;
        int[] killers = [.. Report.Read(result).Mutants.Where(mutant => mutant.Killer is not null).Select(mutant => names.IndexOf(mutant.Killer!))];
        foreach (int killer in killers)
        {
            if (worker.Try(MutantSwitch.None, [killer], TimeSpan.FromMinutes(2)) != -1)
            {
                Console.WriteLine($"fails without a mutant: {names[killer]}");
                wrong++;
            }
        }

        Console.WriteLine($"{killers.Length} kills tried without their mutant, {wrong} of the tests fail all the same");
        return wrong == 0 ? 0 : 1;
    }

    private static bool Chosen(Mutant mutant, string files) => files == "all" || files.Split(',').Any(file => Path.GetFileNameWithoutExtension(mutant.File) == file);

    private static void Run(string folder, string source, string result, string files, string[] tests)
    {
        long budget = long.Parse(Environment.GetEnvironmentVariable("MUTANTS_BUDGET") ?? "3000", CultureInfo.InvariantCulture);
        bool again = File.Exists(result);
        var report = Report.Read(again ? result : source);
        List<Mutant> chosen = [.. report.Mutants.Where(mutant => Chosen(mutant, files) && !(again && mutant.Status is "Killed" or "Timeout"))];
        var coverage = Coverage.Of(folder, tests);
        Console.WriteLine($"{coverage.Cases.Count} tests, {coverage.Failing.Count} left out since they fail without a mutant, {chosen.Count} mutants");
        coverage.Failing.ForEach(failing => Console.WriteLine($"left out: {failing}"));

        var kills = new ConcurrentDictionary<int, int>();
        var queue = new ConcurrentQueue<Mutant>(chosen);
        int done = 0;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            using var worker = new WorkerProcess(folder, tests);
            while (queue.TryDequeue(out Mutant? mutant))
            {
                long spent = 0;
                int[] cases = [.. coverage.Of(mutant.Id).OrderBy(test => (coverage.Cases[test].Milliseconds + 0.2) / (1 + kills.GetValueOrDefault(test)))
                    .TakeWhile(test => (spent += coverage.Cases[test].Milliseconds) <= budget || spent == coverage.Cases[test].Milliseconds)];
                if (cases.Length == 0)
                {
                    mutant.Settle("NoCoverage", null);
                    continue;
                }

                var limit = TimeSpan.FromMilliseconds(8000 + 5 * cases.Sum(test => coverage.Cases[test].Milliseconds));
                int? killer = coverage.Once.Contains(mutant.Id) ? worker.TryAlone(mutant.Id, cases, limit) : worker.Try(mutant.Id, cases, limit);

                mutant.Settle(killer is null ? "Timeout" : killer < 0 ? "Survived" : "Killed", killer is >= 0 ? coverage.Cases[killer.Value].Name : null);
                if (killer is >= 0)
                {
                    kills.AddOrUpdate(killer.Value, 1, (_, count) => count + 1);
                }

                lock (report)
                {
                    if (++done % 100 == 0)
                    {
                        Console.WriteLine($"{done} of {chosen.Count}: {mutant.File}");
                        report.Write(result);
                    }
                }
            }
        });
        report.Write(result);
        report.Print(Console.Out);
    }
}
