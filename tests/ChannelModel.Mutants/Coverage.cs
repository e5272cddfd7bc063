using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace ChannelModel.Mutants;

/// <summary>Which tests reach which mutants, as the unchanged code runs.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<int, HashSet<int>> _tests = [];

    /// <summary>Mutants that act when a class is made ready, once in a process.</summary>
    public HashSet<int> Once { get; } = [];

    public Dictionary<int, (string Name, long Milliseconds)> Cases { get; } = [];

    /// <summary>Tests that fail without any mutant, here or in this way of running them.</summary>
    public List<string> Failing { get; } = [];

    public IReadOnlyCollection<int> Of(int mutant) => _tests.TryGetValue(mutant, out HashSet<int>? tests) ? tests : [];

    public static Coverage Of(string folder, IReadOnlyList<string> tests)
    {
        var coverage = new Coverage();
        using Process process = WorkerProcess.Start(["coverage"], folder, tests);
        var classes = new List<(int[] Cases, int[] Mutants)>();
        while (process.StandardOutput.ReadLine() is string line)
        {
            string[] parts = line.Split('\t');
            if (parts[0] == "class")
            {
                classes.Add((Numbers(parts[1]), Numbers(parts[2])));
            }
            else if (parts[4].Length > 0)
            {
                coverage.Failing.Add($"{parts[2]}: {parts[4]}");
            }
            else
            {
                int test = int.Parse(parts[1], CultureInfo.InvariantCulture);
                coverage.Cases.Add(test, (parts[2], long.Parse(parts[3], CultureInfo.InvariantCulture)));
                foreach (int mutant in Numbers(parts[5]).Concat(Numbers(parts[6])))
                {
                    coverage.Add(mutant, test);
                }

                coverage.Once.UnionWith(Numbers(parts[6]));
            }
        }

        foreach ((int[] cases, int[] mutants) in classes)
        {
            foreach (int mutant in mutants)
            {
                coverage.Once.Add(mutant);
                foreach (int test in cases.Where(coverage.Cases.ContainsKey))
                {
                    coverage.Add(mutant, test);
                }
            }
        }

        return coverage;
    }

    private static int[] Numbers(string list) => list.Length == 0 ? [] : [.. list.Split(',').Select(int.Parse)];

    private void Add(int mutant, int test)
    {
        if (!_tests.TryGetValue(mutant, out HashSet<int>? tests))
        {
            _tests.Add(mutant, tests = []);
        }

        tests.Add(test);
    }
}
