using System;
using System.IO;
using System.Linq;
using ChannelModel.Fuzz;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>
/// Every input that fuzzing kept (tests/ChannelModel.Fuzz/corpus), read again: nothing is thrown, errors have their places, and what is read is written, read as an equal value and written in the same bytes.
/// Files with a name in words are inputs that once broke a reader.
/// </summary>
public sealed class FuzzCorpusTests
{
    private static readonly string Folder = Path.Combine(RuleFile.Root, "tests", "ChannelModel.Fuzz", "corpus");

    public static TheoryData<string> Readers() => new(JsonReader.All.Select(reader => reader.Name));

    [Theory]
    [MemberData(nameof(Readers))]
    public void What_fuzzing_kept_is_read_or_refused(string name)
    {
        JsonReader reader = JsonReader.All.Single(reader => reader.Name == name);
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Folder, name)).Order(StringComparer.Ordinal)];
        string[] came = [.. files.Select(file => Check(reader, file))];
        came.Should().Contain(what => what == "read" || what == "read, 0 problems" || what == "0 problems", "a corpus holds inputs that are right");
    }

    [Fact]
    public void Every_folder_of_the_corpus_is_that_of_a_reader() =>
        Directory.EnumerateDirectories(Folder).Select(Path.GetFileName).Should().BeEquivalentTo(JsonReader.All.Select(reader => reader.Name));

    private static string Check(JsonReader reader, string file)
    {
        try
        {
            return reader.Check(File.ReadAllBytes(file));
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"{file}: {broken.Message}", broken);
        }
    }
}
