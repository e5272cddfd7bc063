using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ChannelModel.Fuzz;
using ChannelModel.Tests;
using CsCheck;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>What must hold for every input of a reader holds for inputs that are nearly right: bytes of the corpus changed, taken away, or put in once more. A small brother of the fuzzing, run in every test run.</summary>
public sealed class ReaderMutationLaws
{
    public static TheoryData<string> Readers() => new(JsonReader.All.Select(reader => reader.Name));

    [Theory]
    [MemberData(nameof(Readers))]
    public void Nearly_right_inputs_are_read_or_refused(string name)
    {
        JsonReader reader = JsonReader.All.Single(reader => reader.Name == name);
        byte[][] corpus = [.. Directory.EnumerateFiles(Path.Combine(RuleFile.Root, "tests", "ChannelModel.Fuzz", "corpus", name)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(bytes => bytes.Length is > 0 and < 12_000)];
        Gen.Select(Gen.Int[0, corpus.Length - 1], Gen.Select(Gen.Int[0, 3], Gen.Int[0, int.MaxValue], Gen.Int[1, 30], Gen.Byte).Array[1, 4]).Sample(
            (which, changes) =>
            {
                var bytes = new List<byte>(corpus[which]);
                foreach ((int what, int where, int length, byte value) in changes)
                {
                    int at = where % Math.Max(1, bytes.Count);
                    int most = Math.Min(length, bytes.Count - at);
                    switch (what)
                    {
                        case 0 when bytes.Count > 0:
                            bytes[at] = value;
                            break;
                        case 1 when bytes.Count > 0 && char.IsAsciiDigit((char)bytes[at]):
                            bytes[at] = (byte)('0' + (value % 10));
                            break;
                        case 2:
                            bytes.RemoveRange(at, most);
                            break;
                        default:
                            bytes.InsertRange(at, [.. bytes.Skip(at).Take(most)]);
                            break;
                    }
                }

                reader.Check([.. bytes]).Should().NotBeEmpty();
            },
            iter: Math.Max(100, Laws.Iterations / 5));
    }
}
