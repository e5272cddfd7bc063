using System;
using System.IO;
using System.Linq;
using SharpFuzz;

namespace ChannelModel.Fuzz;

/// <summary>
/// <c>ChannelModel.Fuzz READER</c> under afl-fuzz: gives each input to that reader. <c>ChannelModel.Fuzz READER FILE...</c> gives it files, one after another, to see what is wrong with one.
/// <c>ChannelModel.Fuzz</c> alone prints the readers.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args.Length == 0)
        {
            Console.WriteLine(string.Join("\n", JsonReader.All.Select(reader => reader.Name)));
            return 0;
        }

        JsonReader reader = JsonReader.All.Single(reader => reader.Name == args[0]);
        if (args.Length == 1)
        {
            byte[] buffer = new byte[1 << 20];
            Fuzzer.Run(stream =>
            {
                int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
                reader.Check(buffer[..length]);
            });
            return 0;
        }

        foreach (string file in args.Skip(1))
        {
            Console.WriteLine($"{file}: {reader.Check(File.ReadAllBytes(file))}");
        }

        return 0;
    }
}
