using System.CommandLine;
using System.IO;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel commission</c>: pays a file of facts; a bad row is rejected with its line and reason, and the rest is paid.</summary>
internal static class CommissionCommand
{
    public static Command Create(TextWriter output, TextWriter error, Terminal terminal)
    {
        var plan = new Option<string>("--plan") { Description = "The commission plan; see docs/plans/commissions.", Required = true };
        var facts = new Option<string>("--facts") { Description = "The facts as CSV: payee, start, end, and a column for each measure of the plan; or order lines: payee, date, and amounts and counts, which are added up by payee and period. See docs/commissions.md for records, returns and balances.", Required = true };
        var calendar = new Option<string?>("--calendar") { Description = "The periods that order lines are added up in, if not those of the plan: " + CalendarFile.Words };
        var join = new Option<string[]>("--join") { Description = "For order lines: a CSV of payee, start (optional) and more columns, such as targets and rates; a row without lines is added with 0.", AllowMultipleArgumentsPerToken = true };
        var statements = new Option<string?>("--out") { Description = "Where the statements are written, one line each." };
        var lines = new Option<string?>("--explain") { Description = "Where the lines of all statements are written." };
        var rejects = new Option<string?>("--rejects") { Description = "Where rejected rows are written, with line and reason; else they go to standard error." };
        var one = new Option<string?>("--explain-one") { Description = "Print the statements of this payee as a person reads them." };
        var ignore = new Option<string[]>("--ignore") { Description = "Columns of the facts that this plan does not use.", AllowMultipleArgumentsPerToken = true };
        Option<string> format = SharedOptions.TextOrJson();
        Option<string> language = SharedOptions.LanguageOption();
        Option<string?> page = SharedOptions.ReportFile();
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 if any row is rejected." };
        var command = new Command(
            "commission",
            "Pays a file of facts by a plan, and explains every statement line by line.\n\n"
            + "Example: channelmodel commission --plan docs/plans/commissions/group-leader.json --facts docs/plans/commissions/group-leader.csv --explain-one leader-017\n\n"
            + "Exit codes: 0 paid (rejected rows are content), 1 rejected rows with --strict, 2 bad input (nothing is written).")
        {
            plan, facts, calendar, join, statements, lines, rejects, one, ignore, format, language, strict, page,
        };
        command.SetAction(parsed => new CommissionRun(output, error, terminal)
        {
            PlanPath = parsed.GetRequiredValue(plan),
            FactsPath = parsed.GetRequiredValue(facts),
            Calendar = parsed.GetValue(calendar),
            JoinPaths = parsed.GetValue(join) ?? [],
            StatementsPath = parsed.GetValue(statements),
            LinesPath = parsed.GetValue(lines),
            RejectsPath = parsed.GetValue(rejects),
            PagePath = parsed.GetValue(page),
            ExplainOne = parsed.GetValue(one),
            Ignore = parsed.GetValue(ignore) ?? [],
            Format = parsed.GetRequiredValue(format),
            Language = SharedOptions.LanguageOf(parsed.GetRequiredValue(language)),
            Strict = parsed.GetValue(strict),
        }.Pay());
        return command;
    }
}
