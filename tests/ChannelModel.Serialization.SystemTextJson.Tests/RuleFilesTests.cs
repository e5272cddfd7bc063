using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>
/// Files written by one version are read by the next. RuleFiles/vN has files of schemaVersion N, named KIND.NAME.json, as a released package wrote them (growth plans, which people write too, also as
/// they were published; KIND.NAME.written.json is what a package wrote). They are added to, never changed: a change that breaks one of them breaks the files of users.
/// </summary>
public sealed class RuleFilesTests
{
    private static readonly string Folder = Path.Combine(RuleFile.Root, "tests", "ChannelModel.Serialization.SystemTextJson.Tests", "RuleFiles");

    public static TheoryData<string> Files() => new(Directory
        .EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_an_earlier_version_is_read_and_means_the_same(string file)
    {
        RuleFile rules = RuleFile.Kinds.Single(kind => kind.Kind == Path.GetFileName(file).Split('.')[0]);
        byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, file));
        (IReadOnlyList<JsonError> errors, string? written) = rules.Read(bytes);
        errors.Should().BeEmpty();
        if (rules.Kind != "growth-plan" || file.EndsWith(".written.json", StringComparison.Ordinal))
        {
            // What is written today still says what the file said: with version 1 as the newest, in the very same words.
            written.Should().Be(Encoding.UTF8.GetString(bytes));
        }

        rules.Read(Encoding.UTF8.GetBytes(written!)).Written.Should().Be(written);
    }

    [Fact]
    public void Every_kind_of_rule_file_is_in_the_corpus_of_version_1()
    {
        if (Environment.GetEnvironmentVariable("CHANNELMODEL_WRITE") == "1")
        {
            AddFromDocs(Path.Combine(Folder, "v1"));
        }

        Directory.EnumerateFiles(Path.Combine(Folder, "v1"), "*.json")
            .Select(path => Path.GetFileName(path).Split('.')[0]).Distinct(StringComparer.Ordinal)
            .Should().BeEquivalentTo(RuleFile.Kinds.Select(kind => kind.Kind));
    }

    /// <summary>Adds the rule files of docs that the corpus does not have; those it has are left as they are.</summary>
    private static void AddFromDocs(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string path in Directory.EnumerateFiles(Path.Combine(RuleFile.Root, "docs"), "*.json", SearchOption.AllDirectories))
        {
            byte[] bytes = File.ReadAllBytes(path);
            foreach (RuleFile rules in RuleFile.Kinds)
            {
                (IReadOnlyList<JsonError> errors, string? written) = rules.Read(bytes);
                string name = Path.GetFileNameWithoutExtension(path) + (rules.Kind == "growth-plan" ? ".written" : string.Empty);
                string to = Path.Combine(folder, $"{rules.Kind}.{name}.json");
                if (errors.Count == 0 && !File.Exists(to))
                {
                    File.WriteAllText(to, written);
                }
            }
        }
    }
}
