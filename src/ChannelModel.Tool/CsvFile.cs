using System;
using System.IO;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary>Reads CSV files row by row, and writes them; what is no CSV is said in one line.</summary>
internal static class CsvFile
{
    /// <summary>Opens a file and works through it; false where the file or the work is wrong, which has been said.</summary>
    public static bool Read(string path, TextWriter error, Func<SepReader, bool> work) => Read(path, error, Terminal.File, string.Empty, (rows, _) => work(rows));

    /// <summary>Opens a file to be written; cells with commas, quotes or line ends are quoted.</summary>
    public static SepWriter Write(string path) => Writer.ToFile(path);

    /// <summary>A number of at most 6 decimals, read exactly and in no culture, by money's own reader.</summary>
    public static decimal? Number(string text) => Money.TryParse(text + " XXX", out Money amount) ? amount.Amount : null;

    /// <summary>Writes rows as text, for standard output.</summary>
    public static string Text(Action<SepWriter> write)
    {
        using SepWriter rows = Writer.ToText();
        write(rows);
        return rows.ToString().ReplaceLineEndings("\n");
    }

    private static SepWriterOptions Writer => Sep.New(',').Writer(options => options with { Escape = true });

    /// <summary>Opens a file and works through it, with a progress bar where that is long. False where the file or the work is wrong, which has been said.</summary>
    public static bool Read(string path, TextWriter error, Terminal terminal, string title, Func<SepReader, Action, bool> work)
    {
        if (!File.Exists(path))
        {
            error.WriteLine($"{path}: {(Directory.Exists(path) ? "this is a folder" : "there is no such file")}; expected a file to read");
            return false;
        }

        if (!InputFile.IsUtf8(path, error))
        {
            return false;
        }

        try
        {
            using FileStream stream = File.OpenRead(path);
            using SepReader rows = Sep.New(',').Reader(options => options with { Unescape = true, DisableColCountCheck = true }).From(stream);
            bool done = false;
            ProgressBar.Run(terminal, error, title, stream.Length, report =>
            {
                int count = 0;
                done = work(rows, () =>
                {
                    if ((++count & 1023) == 0)
                    {
                        report(stream.Position);
                    }
                });
            });
            return done;
        }
        catch (ArgumentException doubled) when (doubled.Message.StartsWith("Col name", StringComparison.Ordinal))
        {
            error.WriteLine($"{path}:1: {doubled.Message.Split(" in header")[0]}, expected each column once");
        }
        catch (InvalidDataException broken)
        {
            error.WriteLine($"{path}: the file is not CSV: {broken.Message.Split('\n')[0].TrimEnd('\r')}; expected commas, and double quotes around cells with commas");
        }
        catch (UnauthorizedAccessException)
        {
            error.WriteLine($"{path}: the file may not be read; expected a file to read");
        }

        return false;
    }
}
