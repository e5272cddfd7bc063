using System;

namespace ChannelModel.Tool;

/// <summary>Where the output goes: a terminal with colour and a width, or a file or pipe with neither.</summary>
internal sealed class Terminal
{
    /// <summary>The width of text that goes to a file or pipe: fixed, so that the same plan always prints the same.</summary>
    private const int FileWidth = 140;

    private Terminal(bool colour, int width)
    {
        Colour = colour;
        Width = width;
    }

    /// <summary>Gets a file or a pipe.</summary>
    public static Terminal File { get; } = new(false, FileWidth);

    /// <summary>Gets a value indicating whether colour is wanted.</summary>
    public bool Colour { get; }

    /// <summary>Gets the width in columns.</summary>
    public int Width { get; }

    /// <summary>Looks at the process's own output.</summary>
    public static Terminal Detect()
    {
        if (Console.IsOutputRedirected)
        {
            return File;
        }

        bool colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(colour, Math.Max(80, Console.WindowWidth));
    }
}
