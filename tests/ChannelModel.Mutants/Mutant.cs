using System;
using System.Text.Json.Nodes;

namespace ChannelModel.Mutants;

/// <summary>One change of the code.</summary>
internal sealed class Mutant(string file, string source, JsonObject node)
{
    public int Id { get; } = int.Parse((string)node["id"]!);

    /// <summary>The path below the folder of the project.</summary>
    public string File { get; } = file[(file.LastIndexOf("/src/ChannelModel/", StringComparison.Ordinal) is >= 0 and int at ? at + "/src/ChannelModel/".Length : 0)..];

    public int Line { get; } = (int)node["location"]!["start"]!["line"]!;

    public string Status
    {
        get => (string)node["status"]!;
        set => node["status"] = value;
    }

    public string? Killer => node["killedBy"] is JsonArray { Count: > 0 } killers && (string)killers[0]! is { Length: > 0 } name && Status == "Killed" ? name : null;

    public void Settle(string status, string? killer)
    {
        Status = status;
        node.Remove("statusReason");
        node["killedBy"] = killer is null ? [] : new JsonArray(killer);
    }

    /// <summary>Where it is, what stood there and what it says instead.</summary>
    public override string ToString()
    {
        string[] lines = source.Split('\n');
        int end = (int)node["location"]!["end"]!["line"]!;
        int from = (int)node["location"]!["start"]!["column"]! - 1;
        int to = (int)node["location"]!["end"]!["column"]! - 1;
        string before = Line == end ? lines[Line - 1][from..Math.Min(to, lines[Line - 1].Length)] : lines[Line - 1][from..].Trim() + " ...";
        return $"{Id} {Status} {File}:{Line} {(string)node["mutatorName"]!}\n    - {before}\n    + {((string)node["replacement"]!).ReplaceLineEndings(" ")}";
    }
}
