using System;

namespace ChannelModel.Tool;

/// <summary>Where the output goes: a terminal with colour and a width, or a file or pipe with neither.</summary>
internal sealed class Terminal
{
    /// <summary>The width of text that goes to a file or pipe: fixed, so that the same plan always prints the same.</summary>
    private const int FileWidth = 140;

    private Terminal(bool colour, int width, bool showsProgress)
    {
        Colour = colour;
        Width = width;
        ShowsProgress = showsProgress;
    }

    /// <summary>Gets a file or a pipe.</summary>
    public static Terminal File { get; } = new(false, FileWidth, false);

    /// <summary>Gets a value indicating whether colour is wanted.</summary>
    public bool Colour { get; }

    /// <summary>Gets a value indicating whether standard error is a terminal, where a progress bar may move.</summary>
    public bool ShowsProgress { get; }

    /// <summary>Gets the width in columns.</summary>
    public int Width { get; }

    /// <summary>Looks at the process's own output.</summary>
    public static Terminal Detect()
    {
        bool progress = !Console.IsErrorRedirected;
        if (Console.IsOutputRedirected)
        {
            return progress ? new Terminal(false, FileWidth, true) : File;
        }

        bool colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(colour, Math.Max(80, Console.WindowWidth), progress);
    }
}
