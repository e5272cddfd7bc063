using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;

namespace ChannelModel.Mutants;

/// <summary>The other end of a <see cref="Worker"/>.</summary>
internal sealed class WorkerProcess(string folder, IReadOnlyList<string> tests) : IDisposable
{
    private Process? _process;

    public static Process Start(IReadOnlyList<string> mode, string folder, IReadOnlyList<string> tests)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. mode, folder, .. tests]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // A mutant that fills the memory ends its own process and no other.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x80000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        var process = Process.Start(start)!;
        // A stack that overflows writes thousands of lines.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>The test that fails, below 0 where none does, nothing where the mutant did not end or ended the process.</summary>
    public int? Try(int mutant, IEnumerable<int> cases, TimeSpan limit) => Try(mutant, cases, limit, MutantSwitch.None);

    /// <summary>The same in a process of its own, for mutants that act once in a process: also while tests are found.</summary>
    public int? TryAlone(int mutant, IEnumerable<int> cases, TimeSpan limit)
    {
        Dispose();
        int? killer = Try(mutant, cases, limit, mutant);
        Dispose();
        return killer;
    }

    private int? Try(int mutant, IEnumerable<int> cases, TimeSpan limit, int first)
    {
        if (_process is null)
        {
            _process = Start(["serve", first.ToString(CultureInfo.InvariantCulture)], folder, tests);
            if (_process.StandardOutput.ReadLine() != "ready")
            {
                Dispose();
                return first == MutantSwitch.None ? throw new InvalidOperationException("a worker did not start") : null;
            }
        }

        _process.StandardInput.WriteLine($"{mutant}\t{string.Join(',', cases)}");
        _process.StandardInput.Flush();
        Task<string?> answer = _process.StandardOutput.ReadLineAsync();
        if (!answer.Wait(limit) || answer.Result is not string line)
        {
            Dispose();
            return null;
        }

        string killer = line.Split('\t')[1];
        return killer.Length == 0 ? -1 : int.Parse(killer);
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
            _process = null;
        }
    }
}
