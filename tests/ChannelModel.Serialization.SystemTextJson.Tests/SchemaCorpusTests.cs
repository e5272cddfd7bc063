using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>
/// What the readers say to every rule file of docs and to thousands of small changes of them. The verdicts are written beside the tests, as schema-corpus.json; tests/node/schemas.mjs compares them with
/// those of a standard validator.
/// </summary>
public sealed class SchemaCorpusTests
{
    private static readonly string[] Discriminators = ["kind", "shape", "mode", "unit", "type"];

    [Fact]
    public void Every_change_of_a_rule_file_is_read_or_refused_with_a_place()
    {
        string docs = Path.Combine(RuleFile.Root, "docs");
        string own = Path.Combine(RuleFile.Root, "tests", "ChannelModel.Serialization.SystemTextJson.Tests", "RuleFiles");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var files = new JsonArray();
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var thrown = new List<string>();
        int changes = 0;
        int refused = 0;
        foreach (string path in Directory.EnumerateFiles(docs, "*.json", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(own, "*.json", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            byte[] bytes = File.ReadAllBytes(path);
            foreach (RuleFile rules in RuleFile.Kinds.Where(kind => kind.Read(bytes).Errors.Count == 0))
            {
                kinds.Add(rules.Kind);
                var entries = new JsonArray();
                JsonNode root = JsonNode.Parse(bytes)!;
                foreach (JsonObject change in Changes(root, rules.Kind, seen).ToList())
                {
                    IReadOnlyList<JsonError> errors;
                    try
                    {
                        errors = rules.Read(Encoding.UTF8.GetBytes(Apply(root, change))).Errors;
                    }
                    catch (Exception exception)
                    {
                        thrown.Add($"{path} {change.ToJsonString()}: {exception.GetType().Name} {exception.Message}");
                        continue;
                    }

                    errors.All(error => error.Path.StartsWith('$') && error.Line == 1 && error.Column > 0 && error.Problem.Length > 0).Should().BeTrue(change.ToJsonString());
                    change["errors"] = new JsonArray([.. errors.Select(error => (JsonNode)error.Problem)]);
                    entries.Add(change);
                    changes++;
                    refused += errors.Count > 0 ? 1 : 0;
                }

                files.Add(new JsonObject { ["kind"] = rules.Kind, ["file"] = Path.GetRelativePath(RuleFile.Root, path).Replace('\\', '/'), ["changes"] = entries });
            }
        }

        thrown.Should().BeEmpty("no input throws");
        kinds.Should().BeEquivalentTo(RuleFile.Kinds.Select(kind => kind.Kind));
        changes.Should().BeGreaterThan(2_000);
        refused.Should().BeInRange(1_500, changes - 100, "most changes break a file, and some do not");
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "schema-corpus.json"), files.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    /// <summary>All changes of all places, each kind of place once.</summary>
    private static IEnumerable<JsonObject> Changes(JsonNode root, string kind, HashSet<string> seen)
    {
        var open = new Stack<(JsonNode Node, JsonNode[] At, string Place)>();
        open.Push((root, [], kind));
        while (open.Count > 0)
        {
            (JsonNode node, JsonNode[] at, string place) = open.Pop();
            JsonObject Change(string what, JsonNode? value = null, string? member = null)
            {
                var path = new JsonArray([.. at.Select(step => (JsonNode?)step.DeepClone())]);
                if (member is not null)
                {
                    path.Add((JsonNode)member);
                }

                return new JsonObject { ["do"] = what, ["at"] = path, ["value"] = value };
            }

            bool New(string change) => seen.Add(place + "|" + change);
            if (node is JsonObject obj)
            {
                string said = string.Join(",", Discriminators.Select(word => obj[word] is JsonValue value ? value.ToJsonString() : string.Empty));
                place += "{" + said + "}";
                if (New("add"))
                {
                    yield return Change("set", 1, "zzz");
                }

                foreach (string name in obj.Select(member => member.Key).ToList())
                {
                    if (New("remove " + name))
                    {
                        yield return Change("remove", null, name);
                    }
                }

                foreach ((string name, JsonNode? value) in obj)
                {
                    open.Push((value!, [.. at, (JsonNode)name], place + "." + name));
                }
            }
            else if (node is JsonArray array)
            {
                if (array.Count > 0 && New("again"))
                {
                    yield return Change("set", new JsonArray([.. array.Append(array[0]).Select(item => item!.DeepClone())]));
                }

                if (array.Count > 1 && New("reversed"))
                {
                    yield return Change("set", new JsonArray([.. array.Reverse().Select(item => item!.DeepClone())]));
                }

                for (int i = 0; i < array.Count; i++)
                {
                    open.Push((array[i]!, [.. at, (JsonNode)i], place + "[]"));
                }
            }

            foreach (string value in Values(node).Where(value => New(value)))
            {
                yield return Change("set", JsonNode.Parse(value));
            }
        }
    }

    /// <summary>Values that stand in the place of another: of other kinds, and of the same at its limits.</summary>
    private static string[] Values(JsonNode node)
    {
        string[] any = ["null", "[]", "{}", "true", "7", "\"7\"", "\"7%\""];
        if (node is not JsonValue)
        {
            return any;
        }

        string text = node.ToJsonString();
        string[] own = text[0] != '"' ? ["-1", "0", "1.5", "1.0", "100", "1e30", "1e-7", "12345678901234567890"]
            : Regex.IsMatch(text, "^\"-?[0-9.]+%\"$", RegexOptions.None, TimeSpan.FromSeconds(1)) ? ["\"\"", "\"-0%\"", "\"0.0%\"", "\"7.5000000000%\"", "\"007%\"", "\"-5%\"", "\"1.123456789%\"", "\"200%\"", "\"+5%\"", "\"5 %\"", "\"5\"", "0.05"]
            : Regex.IsMatch(text, "^\"[0-9]{4}-[0-9]{2}-[0-9]{2}\"$", RegexOptions.None, TimeSpan.FromSeconds(1)) ? ["\"\"", "\"2025-02-30\"", "\"-0001-01-01\"", "\"20250101\"", "\"2025-1-1\"", "\"9999-12-31\""]
            : ["\"\"", "\" \"", "\"?!\"", "\"a-b\"", "\"A\"", "\"" + new string('x', 101) + "\"", "\" x\"", "\"a\\u0007b\"", "\"USD\"", "\"XYZ\""];
        return [.. any, .. own.Except(any, StringComparer.Ordinal)];
    }

    /// <summary>The text of the whole file with one change in it.</summary>
    private static string Apply(JsonNode root, JsonObject change)
    {
        var path = (JsonArray)change["at"]!;
        JsonNode? value = change["value"]?.DeepClone();
        if (path.Count == 0)
        {
            return value?.ToJsonString() ?? "null";
        }

        JsonNode copy = root.DeepClone();
        JsonNode parent = path.Take(path.Count - 1).Aggregate(copy, (node, step) => step!.GetValueKind() == JsonValueKind.Number ? node[step.GetValue<int>()]! : node[step.GetValue<string>()]!);
        JsonNode last = path[^1]!;
        if (last.GetValueKind() == JsonValueKind.Number)
        {
            parent[last.GetValue<int>()] = value;
        }
        else if (change["do"]!.GetValue<string>() == "remove")
        {
            ((JsonObject)parent).Remove(last.GetValue<string>());
        }
        else
        {
            parent[last.GetValue<string>()] = value;
        }

        return copy.ToJsonString();
    }
}
