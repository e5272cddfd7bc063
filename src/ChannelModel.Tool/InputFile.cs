using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Unicode;
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

    /// <summary>Whether a file is UTF-8 throughout. A spreadsheet that saves in another code page would turn names into question marks in silence; that is said instead.</summary>
    public static bool IsUtf8(string path, TextWriter error)
    {
        try
        {
            string[] problems = NotUtf8(path);
            Array.ForEach(problems, problem => error.WriteLine($"{path}:{problem}"));
            return problems.Length == 0;
        }
        catch (UnauthorizedAccessException)
        {
            error.WriteLine($"{path}: {(Directory.Exists(path) ? "this is a folder" : "the file may not be read")}; expected a file to read");
            return false;
        }
    }

    /// <summary>Where a file is not UTF-8, with its line: one problem or none.</summary>
    public static string[] NotUtf8(string path)
    {
        using FileStream stream = File.OpenRead(path);
        if (IsValid(stream))
        {
            return [];
        }

        stream.Position = 0;
        Decoder decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[1 << 16];
        var text = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        int line = 1;
        int count;
        do
        {
            count = stream.Read(bytes, 0, bytes.Length);
            try
            {
                _ = decoder.GetChars(bytes, 0, count, text, 0, flush: count == 0);
            }
            catch (DecoderFallbackException wrong)
            {
                line += bytes.AsSpan(0, Math.Clamp(wrong.Index, 0, count)).Count((byte)'\n');
                return [$"{line}: the byte 0x{wrong.BytesUnknown![0]:X2} is not UTF-8, expected a text in UTF-8; spreadsheets call it 'CSV UTF-8'"];
            }

            line += bytes.AsSpan(0, count).Count((byte)'\n');
        }
        while (count > 0);
        return [];
    }

    /// <summary>The quick look, which only says that something is wrong.</summary>
    private static bool IsValid(FileStream stream)
    {
        var bytes = new byte[1 << 17];
        int kept = 0;
        while (true)
        {
            int count = stream.Read(bytes, kept, bytes.Length - kept);
            int length = kept + count;
            int whole = count == 0 ? length : length - Unfinished(bytes.AsSpan(0, length));
            if (!Utf8.IsValid(bytes.AsSpan(0, whole)))
            {
                return false;
            }

            if (count == 0)
            {
                return true;
            }

            kept = length - whole;
            bytes.AsSpan(whole, kept).CopyTo(bytes);
        }
    }

    /// <summary>How many bytes at the end begin a character that goes on behind them.</summary>
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            byte one = bytes[^back];
            if (one >= 0xC0)
            {
                return back < (one >= 0xF0 ? 4 : one >= 0xE0 ? 3 : 2) ? back : 0;
            }

            if (one < 0x80)
            {
                return 0;
            }
        }

        return 0;
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
