using System;
using System.IO;
using System.Text;

namespace ChannelModel.Tool;

/// <summary>Writes a file of the user's, UTF-8 with line feeds.</summary>
internal static class OutputFile
{
    /// <summary>Writes the file, or says in one line why it cannot be written.</summary>
    public static bool TryWrite(string path, Action<TextWriter> write, TextWriter error)
    {
        try
        {
            using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            write(writer);
            return true;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error.WriteLine($"{path}: cannot be written: {broken.Message}");
            return false;
        }
    }
}
