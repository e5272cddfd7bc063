using System;
using System.IO;
using Spectre.Console;

namespace ChannelModel.Tool;

/// <summary>A progress bar on standard error, for long work before a terminal; elsewhere the work runs without one.</summary>
internal static class ProgressBar
{
    /// <summary>Files from this size on are long work.</summary>
    public const long LongWork = 4_000_000;

    public static void Run(Terminal terminal, TextWriter error, string title, long total, Action<Action<long>> work)
    {
        if (!terminal.ShowsProgress || total < LongWork)
        {
            work(_ => { });
            return;
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        console.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: total);
            work(done => task.Value = done);
        });
    }
}
