using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ChannelModel.Mutants;

/// <summary>A process that runs tests against mutants: it is killed and begun anew where one does not end.</summary>
internal sealed class Worker
{
    private readonly List<TestCase> _cases;
    private readonly MutantSwitch _mutants;
    private readonly TextWriter _output;

    /// <param name="first">The mutant that acts while tests are found and their static fields are filled.</param>
    public Worker(string folder, IEnumerable<string> tests, int first)
    {
        _output = Console.Out;
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        _mutants = new MutantSwitch(Assembly.LoadFrom(Path.Combine(folder, "ChannelModel.dll")));
        _mutants.Activate(first);
        _cases = TestCases.Of(tests.Select(name => Path.Combine(folder, name)));
    }

    /// <summary>For each test a line: its number, its name, how long it takes, whether it passes, what it reaches; for each class of tests what its static fields reach.</summary>
    public void Coverage()
    {
        foreach (IGrouping<Type, (TestCase Case, int Index)> type in _cases.Select((test, index) => (Case: test, Index: index)).GroupBy(test => test.Case.Type))
        {
            (IReadOnlyList<int> all, IReadOnlyList<int> inside) = _mutants.Reached(() => RuntimeHelpers.RunClassConstructor(type.Key.TypeHandle));
            _output.WriteLine($"class\t{string.Join(',', type.Select(test => test.Index))}\t{string.Join(',', all.Union(inside))}");
            foreach ((TestCase test, int index) in type)
            {
                Exception? problem = null;
                var watch = Stopwatch.StartNew();
                (IReadOnlyList<int> reached, IReadOnlyList<int> once) = _mutants.Reached(() => problem = test.Run());
                if (watch.ElapsedMilliseconds < 500)
                {
                    // The first run compiles what it runs; for the long ones that is little.
                    watch.Restart();
                    problem = test.Run() ?? problem;
                }

                _output.WriteLine(
                    $"test\t{index}\t{test.Name}\t{watch.ElapsedMilliseconds}\t{problem?.Message.ReplaceLineEndings(" ").Replace('\t', ' ')}\t{string.Join(',', reached)}\t{string.Join(',', once)}");
                _output.Flush();
            }
        }
    }

    /// <summary>The names of the tests, one a line, in the order of their numbers.</summary>
    public void Names() => _cases.ForEach(test => _output.WriteLine(test.Name));

    /// <summary>Reads a mutant and the numbers of tests, and writes the number of the first that fails, or nothing where all pass.</summary>
    public void Serve(TextReader input)
    {
        _output.WriteLine("ready");
        _output.Flush();
        while (input.ReadLine() is string line)
        {
            string[] parts = line.Split('\t');
            _mutants.Activate(int.Parse(parts[0], CultureInfo.InvariantCulture));
            string killer = "";
            foreach (int test in parts[1].Split(',').Select(int.Parse))
            {
                if (_cases[test].Run() is not null)
                {
                    killer = test.ToString();
                    break;
                }
            }

            _mutants.Activate(MutantSwitch.None);
            _output.WriteLine($"{parts[0]}\t{killer}");
            _output.Flush();
        }
    }
}
