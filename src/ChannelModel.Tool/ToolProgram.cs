using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ChannelModel.Tool;

/// <summary>The tool without its process: arguments and writers in, exit code out.</summary>
internal static class ToolProgram
{
    /// <summary>Everything went well; findings are content, not failures.</summary>
    public const int Success = 0;

    /// <summary>There are findings, and --strict was given.</summary>
    public const int Findings = 1;

    /// <summary>The input or the command line is wrong; nothing was written to standard output.</summary>
    public const int BadInput = 2;

    /// <summary>The tool itself has failed.</summary>
    public const int Defect = 3;

    public static int Run(string[] args, TextWriter output, TextWriter error, Terminal terminal)
    {
        var root = new RootCommand("Sales channels in exact numbers: growth plans, KPIs, commissions, scores, rankings, splits, budgets and partner contracts.")
        {
            ReviewCommand.Create(output, error, terminal),
            WatchCommand.Create(output, error, terminal),
            LintCommand.Create(output, error, terminal),
            CommissionCommand.Create(output, error, terminal),
            CreditCommand.Create(output, error, terminal),
            CompareCommand.Create(output, error, terminal),
            ScoreCommand.Create(output, error),
            RankCommand.Create(output, error, terminal),
            SplitCommand.Create(output, error, terminal),
            AllocateCommand.Create(output, error, terminal),
            SettleCommand.Create(output, error),
            PipelineCommand.Create(output, error),
            SchemaCommand.Create(output, error),
        };
        ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        string[] problems = [.. parsed.Errors.Select(problem => Plain(problem.Message)).Concat(Unknown(args, parsed)).Distinct(StringComparer.Ordinal)];
        if (problems.Length > 0)
        {
            foreach (string problem in problems)
            {
                error.WriteLine("channelmodel: " + problem);
            }

            error.WriteLine("Try 'channelmodel --help'.");
            return BadInput;
        }

        if (parsed.Action is HelpAction)
        {
            // The library calls the tool by its assembly; its users know it by its command.
            using var help = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            parsed.Invoke(new InvocationConfiguration { Output = help, Error = error });
            output.Write(help.ToString().Replace(root.Name, "channelmodel", StringComparison.Ordinal));
            return Success;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            error.WriteLine("channelmodel: the output cannot be written: " + broken.Message);
            return BadInput;
        }
        catch (Exception defect)
        {
            // A defect of ours, not of the input. Its stack trace would tell a user nothing.
            error.WriteLine($"channelmodel: this should not happen, please report it: {defect.GetType().Name}: {defect.Message}");
            return Defect;
        }
    }

    /// <summary>Options that there are not, and that the library took for a file: a word with two dashes in front, unless all that follows was said to be files by a bare <c>--</c>.</summary>
    private static IEnumerable<string> Unknown(string[] args, ParseResult parsed) =>
        from token in parsed.Tokens
        where token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal) && !args.Contains("--", StringComparer.Ordinal) && parsed.Errors.All(known => !known.Message.Contains(token.Value, StringComparison.Ordinal))
        select $"'{token.Value}' is no option of this command";

    /// <summary>The library names the type that it expected, which tells nobody what to write. All typed options are numbers.</summary>
    private static string Plain(string message)
    {
        int type = message.IndexOf(" as expected type '", StringComparison.Ordinal);
        return type < 0 ? message : message[..type].Replace("Cannot parse argument ", string.Empty, StringComparison.Ordinal) + " is not a number; expected one such as 1.5";
    }
}
