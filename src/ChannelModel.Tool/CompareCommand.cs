using System.CommandLine;
using System.IO;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel compare OLD NEW</c>: a shadow run, that is, what differs between two runs and why.</summary>
internal static class CompareCommand
{
    public static Command Create(TextWriter output, TextWriter error, Terminal terminal)
    {
        var old = new Argument<string>("OLD.csv") { Description = "What 'commission' wrote with --explain (lines) or --out (statements)." };
        var now = new Argument<string>("NEW.csv") { Description = "The same kind of file of another run." };
        Option<string> format = SharedOptions.Format();
        Option<string> language = SharedOptions.LanguageOption();
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 if anything differs." };
        var command = new Command(
            "compare",
            "Compares two runs statement by statement and line by line, and says why they differ: another rate, another portion, a line that came or went.\n\n"
            + "Example: channelmodel compare docs/plans/commissions/shadow-old.csv docs/plans/commissions/shadow-new.csv\n\n"
            + "Exit codes: 0 compared (differences are content), 1 differences with --strict, 2 bad input (nothing on standard output).")
        {
            old, now, format, language, strict,
        };
        command.SetAction(parsed => new CompareRun(output, error, terminal)
        {
            OldPath = parsed.GetRequiredValue(old),
            NewPath = parsed.GetRequiredValue(now),
            Format = parsed.GetRequiredValue(format),
            Language = SharedOptions.LanguageOf(parsed.GetRequiredValue(language)),
            Strict = parsed.GetValue(strict),
        }.Compare());
        return command;
    }
}
