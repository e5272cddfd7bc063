using System;
using System.IO;

namespace ChannelModel.Tool.Tests;

/// <summary>Runs the tool in this process, as from the root of the repository, and keeps what it prints.</summary>
internal sealed class ToolRun
{
    private ToolRun(int exitCode, string output, string error)
    {
        ExitCode = exitCode;
        Output = output;
        Error = error;
    }

    /// <summary>Gets the root of the repository: the folder above this one that has the solution.</summary>
    public static string Root { get; } = FindRoot();

    public int ExitCode { get; }

    public string Output { get; }

    public string Error { get; }

    /// <summary>Runs with arguments; those that name a file below the root are given their full path, and messages are read with the short one.</summary>
    public static ToolRun With(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string[] full = Array.ConvertAll(args, arg => File.Exists(Path.Combine(Root, arg)) ? Path.Combine(Root, arg) : arg);
        int exitCode = ToolProgram.Run(full, output, error, Terminal.File);
        return new ToolRun(exitCode, output.ToString(), error.ToString().Replace(Root + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal));
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChannelModel.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
