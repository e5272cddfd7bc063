using System.CommandLine;
using System.IO;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel settle</c>: settles contracts up to a period from a file of facts; a bad row is rejected with its line and reason, and the rest is settled.</summary>
internal static class SettleCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var contracts = new Option<string>("--contracts") { Description = "The contracts; see docs/contracts.", Required = true };
        var facts = new Option<string>("--facts") { Description = "The facts as CSV: contract, fact, start, end, name, value, on, session, reference.", Required = true };
        var period = new Option<string>("--period") { Description = "The month, such as 2025-02. Earlier months of each contract are settled first, for what they carry.", Required = true };
        var written = new Option<string>("--out") { Description = "Where the settlements of the period are written, as JSON.", Required = true };
        var rejects = new Option<string?>("--rejects") { Description = "Where rejected rows are written, with line and reason; else they go to standard error." };
        var explain = new Option<bool>("--explain") { Description = "Print every settlement as a person reads it." };
        Option<string> format = SharedOptions.TextOrJson();
        Option<string> language = SharedOptions.LanguageOption();
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 if any row or contract is rejected." };
        var command = new Command(
            "settle",
            "Settles contracts: commission, commitments, deposit, balance, each line explained.\n\n"
            + "Example: channelmodel settle --contracts docs/contracts/growth-plan-2025.json --facts docs/contracts/growth-plan-2025.csv --period 2025-02 --out settlements.json --explain\n\n"
            + "Exit codes: 0 settled (rejects are content), 1 rejects with --strict, 2 bad input (nothing is written).")
        {
            contracts, facts, period, written, rejects, explain, format, language, strict,
        };
        command.SetAction(parsed => new SettleRun(output, error)
        {
            ContractsPath = parsed.GetRequiredValue(contracts),
            FactsPath = parsed.GetRequiredValue(facts),
            Period = parsed.GetRequiredValue(period),
            OutPath = parsed.GetRequiredValue(written),
            RejectsPath = parsed.GetValue(rejects),
            Explain = parsed.GetValue(explain),
            Format = parsed.GetRequiredValue(format),
            Language = SharedOptions.LanguageOf(parsed.GetRequiredValue(language)),
            Strict = parsed.GetValue(strict),
        }.Settle());
        return command;
    }
}
