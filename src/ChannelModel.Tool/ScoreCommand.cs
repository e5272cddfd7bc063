using System.CommandLine;
using System.IO;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel score</c>: scores a file of candidates; a bad row is rejected with its line and reason, and the rest is scored.</summary>
internal static class ScoreCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var model = new Option<string>("--model") { Description = "The scorecard; see docs/models.", Required = true };
        var facts = new Option<string>("--facts")
        {
            Description = "The candidates as CSV: candidate, a column for each criterion, with .sample behind it for its number of observations, and previous-grade where grades have a hysteresis.",
            Required = true,
        };
        var scores = new Option<string?>("--out") { Description = "Where the scores are written, one line for each candidate." };
        var rank = new Option<string>("--rank") { Description = "What the rank column is made by: the score, or a ranking method over the values, with the directions, bounds and weights of the model.", DefaultValueFactory = _ => "score" };
        rank.AcceptOnlyFromAmong([.. ScoreRanks.Methods]);
        var explain = new Option<bool>("--explain") { Description = "Print the explanation of every score." };
        var one = new Option<string?>("--explain-one") { Description = "Print the explanation of this candidate." };
        var rejects = new Option<string?>("--rejects") { Description = "Where rejected rows are written, with line and reason; else they go to standard error." };
        var ignore = new Option<string[]>("--ignore") { Description = "A column to leave aside; may be given several times.", DefaultValueFactory = _ => [] };
        Option<string> format = SharedOptions.TextOrJson();
        Option<string> language = SharedOptions.LanguageOption();
        Option<string?> page = SharedOptions.ReportFile();
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 if any row is rejected." };
        var command = new Command(
            "score",
            "Scores candidates by a scorecard: points that add up, grades, gates, and what is missing to the next grade.\n\n"
            + "Example: channelmodel score --model docs/models/group-leader.json --facts docs/models/group-leader.csv --explain-one leader-017\n\n"
            + "Exit codes: 0 scored (candidates that are not rated and rejected rows are content), 1 rejected rows with --strict, 2 bad input (nothing is written).")
        {
            model, facts, scores, rank, explain, one, rejects, ignore, format, language, strict, page,
        };
        command.SetAction(parsed => new ScoreRun(output, error)
        {
            ModelPath = parsed.GetRequiredValue(model),
            FactsPath = parsed.GetRequiredValue(facts),
            ScoresPath = parsed.GetValue(scores),
            Rank = parsed.GetRequiredValue(rank),
            ExplainAll = parsed.GetValue(explain),
            ExplainOne = parsed.GetValue(one),
            RejectsPath = parsed.GetValue(rejects),
            PagePath = parsed.GetValue(page),
            Explains = parsed.GetValue(page) is not null,
            Ignored = parsed.GetValue(ignore) ?? [],
            Format = parsed.GetRequiredValue(format),
            Language = SharedOptions.LanguageOf(parsed.GetRequiredValue(language)),
            Strict = parsed.GetValue(strict),
        }.Score());
        return command;
    }
}
