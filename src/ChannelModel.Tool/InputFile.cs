using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ChannelModel.Serialization.SystemTextJson;

namespace ChannelModel.Tool;

/// <summary>Reads an input file, and reports what is wrong with it, one line each: file:line:column path: problem; expected.</summary>
internal static class InputFile
{
    public static bool TryRead(string path, TextWriter error, out byte[] bytes)
    {
        bytes = [];
        try
        {
            bytes = File.ReadAllBytes(path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string reason = exception switch
            {
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                UnauthorizedAccessException => Directory.Exists(path) ? "this is a folder" : "the file may not be read",
                _ => "the file cannot be read",
            };
            error.WriteLine($"{path}: {reason}; expected a file to read");
            return false;
        }
    }

    public static void Report(string path, IReadOnlyList<JsonError> errors, TextWriter error)
    {
        foreach (JsonError problem in errors)
        {
            error.WriteLine($"{path}:{problem}");
        }
    }

    /// <summary>Whether all inputs and outputs are different files; an output must never overwrite what is read.</summary>
    public static bool AreApart(string[] inputs, string?[] outputs, TextWriter error)
    {
        string[] written = [.. outputs.OfType<string>().Select(Path.GetFullPath)];
        string[] all = [.. written, .. inputs.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)];
        if (all.Distinct(StringComparer.Ordinal).Count() == all.Length)
        {
            return true;
        }

        error.WriteLine("channelmodel: two of the inputs and outputs are the same file; expected a file for each");
        return false;
    }
}
