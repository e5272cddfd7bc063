using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChannelModel.Mutants;

/// <summary>Stryker's report, with the fate of each mutant as it is found.</summary>
internal sealed class Report
{
    private readonly JsonNode _root;

    private Report(JsonNode root)
    {
        _root = root;
        Mutants = [.. from file in root["files"]!.AsObject()
                      from mutant in file.Value!["mutants"]!.AsArray()
                      where (string?)mutant!["status"] is not ("Ignored" or "CompileError")
                      select new Mutant(file.Key, (string)file.Value!["source"]!, mutant!.AsObject())];
    }

    public IReadOnlyList<Mutant> Mutants { get; }

    public static Report Read(string path) => new(JsonNode.Parse(File.ReadAllText(path))!);

    public void Write(string path) => File.WriteAllText(path, _root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));

    /// <summary>Counts by file and in all.</summary>
    public void Print(TextWriter output)
    {
        foreach (IGrouping<string, Mutant> file in Mutants.GroupBy(mutant => mutant.File).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Print(output, Path.ChangeExtension(file.Key, null), [.. file]);
        }

        Print(output, "all", Mutants);
    }

    private static void Print(TextWriter output, string name, IReadOnlyList<Mutant> mutants)
    {
        int Count(string status) => mutants.Count(mutant => mutant.Status == status);
        int killed = Count("Killed") + Count("Timeout");
        output.WriteLine($"| {name} | {mutants.Count} | {killed} | {Count("Timeout")} | {Count("Survived")} | {Count("NoCoverage")} | {100.0 * killed / mutants.Count:F1} % |");
    }
}
