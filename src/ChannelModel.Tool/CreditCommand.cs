using System.CommandLine;
using System.IO;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel credit</c>: finds who earns on which sale, and makes the facts of a commission run of it.</summary>
internal static class CreditCommand
{
    public static Command Create(TextWriter output, TextWriter error, Terminal terminal)
    {
        var sales = new Option<string>("--sales") { Description = "The sales as CSV: id, date, amount, and a column for each attribute.", Required = true };
        var assignments = new Option<string>("--assignments") { Description = "The assignments as CSV: payee, start, end (both included, empty for no end), credit such as 50% (optional), and attributes to match; an empty cell matches all.", Required = true };
        var currency = new Option<string>("--currency") { Description = "The currency of the amounts.", Required = true };
        var calendar = new Option<string>("--calendar") { Description = CalendarFile.Words, DefaultValueFactory = _ => "month" };
        var measure = new Option<string>("--measure") { Description = "What the credited amount is called in the facts.", DefaultValueFactory = _ => "net-revenue" };
        var share = new Option<bool>("--share") { Description = "Share each sale among its assignments by their credit, to the last unit; else each gets its credit of the whole (overlay)." };
        var facts = new Option<string?>("--facts") { Description = "Where the facts are written: payee, start, end and the measure." };
        var join = new Option<string[]>("--join") { Description = "A CSV of payee, start (optional) and more columns, which the facts take over; a row without sales is added with 0.", AllowMultipleArgumentsPerToken = true };
        var credits = new Option<string?>("--credits") { Description = "Where each credit of each sale is written, uncredited sales with the reason." };
        var by = new Option<string?>("--by") { Description = "An attribute of the sales to count by, such as how a date is known." };
        Option<string> format = SharedOptions.TextOrJson();
        Option<string> language = SharedOptions.LanguageOption();
        var command = new Command(
            "credit",
            "Finds who earns on which sale by dated assignments, lists what nobody earns on, and writes the facts of a commission run.\n\n"
            + "Example: channelmodel credit --sales docs/data/adventureworks/orders.csv --assignments docs/data/adventureworks/territories.csv --currency USD --share\n\n"
            + "Exit codes: 0 credited (sales of nobody are content), 2 bad input (nothing is written).")
        {
            sales, assignments, currency, calendar, measure, share, facts, join, credits, by, format, language,
        };
        command.SetAction(parsed => new CreditRun(output, error, terminal)
        {
            SalesPath = parsed.GetRequiredValue(sales),
            AssignmentsPath = parsed.GetRequiredValue(assignments),
            Currency = parsed.GetRequiredValue(currency),
            Calendar = parsed.GetRequiredValue(calendar),
            Measure = parsed.GetRequiredValue(measure),
            Share = parsed.GetValue(share),
            FactsPath = parsed.GetValue(facts),
            JoinPaths = parsed.GetValue(join) ?? [],
            CreditsPath = parsed.GetValue(credits),
            By = parsed.GetValue(by),
            Format = parsed.GetRequiredValue(format),
            Language = SharedOptions.LanguageOf(parsed.GetRequiredValue(language)),
        }.Credit());
        return command;
    }
}
