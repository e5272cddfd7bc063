using System.CommandLine;
using System.IO;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel rank</c>: ranks the rows of a matrix; a bad row is rejected with its line and reason, and the rest is ranked.</summary>
internal static class RankCommand
{
    public static Command Create(TextWriter output, TextWriter error, Terminal terminal)
    {
        var matrix = new Option<string>("--matrix") { Description = "The matrix as CSV: candidate, and a column for each criterion.", Required = true };
        var criteria = new Option<string>("--criteria")
        {
            Description = "The criteria as CSV: id, direction (higher or lower), and any of weight, name, unit, from, to, target, preference, q, p, s.",
            Required = true,
        };
        var method = new Option<string>("--method") { Description = "The ranking method; weighted-sum and spotis judge by bounds and never reverse.", Required = true };
        method.AcceptOnlyFromAmong(MethodChoice.Methods);
        var normalisation = new Option<string?>("--normalisation") { Description = "How values are scaled; fixed-bounds for weighted-sum, linear-max for products, vector for topsis unless named." };
        normalisation.AcceptOnlyFromAmong(MethodChoice.Normalisations);
        var share = new Option<double?>("--share") { Description = "Of the sum in waspas, of the utility in vikor, of the target in balanced-spotis; 0.5 unless named." };
        var weights = new Option<string>("--weights") { Description = "Where the weights come from: the file of criteria, or the data.", DefaultValueFactory = _ => "given" };
        weights.AcceptOnlyFromAmong(MethodChoice.Weights);
        var ties = new Option<string>("--ties") { Description = "The ranks of equal scores: 1224, 1223 or 1234.", DefaultValueFactory = _ => "competition" };
        ties.AcceptOnlyFromAmong("competition", "dense", "ordinal");
        var thenBy = new Option<string[]>("--then-by") { Description = "Criteria that order equal scores before the id does.", AllowMultipleArgumentsPerToken = true };
        var ignore = new Option<string[]>("--ignore") { Description = "A column of the matrix to leave aside; may be given several times.", DefaultValueFactory = _ => [] };
        var stability = new Option<bool>("--stability") { Description = "Also say how far each weight can move, and whose departure makes others swap." };
        var format = new Option<string>("--format") { Description = "How the result is written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var rejects = new Option<string?>("--rejects") { Description = "Where rejected rows are written, with line and reason; else they go to standard error." };
        Option<string> language = SharedOptions.LanguageOption();
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 if any row is rejected." };
        var command = new Command(
            "rank",
            "Ranks the rows of a matrix by an established decision method, says why the first is first, and how stable that is.\n\n"
            + "Example: channelmodel rank --matrix docs/data/electric-cars/cars.csv --criteria docs/data/electric-cars/criteria.csv --method topsis --weights entropy\n\n"
            + "Exit codes: 0 ranked (rejected rows are content), 1 rejected rows with --strict, 2 bad input (nothing on standard output).")
        {
            matrix, criteria, method, normalisation, share, weights, ties, thenBy, ignore, stability, format, rejects, language, strict,
        };
        command.SetAction(parsed => new RankRun(output, error, terminal)
        {
            MatrixPath = parsed.GetRequiredValue(matrix),
            CriteriaPath = parsed.GetRequiredValue(criteria),
            Method = parsed.GetRequiredValue(method),
            Normalisation = parsed.GetValue(normalisation),
            Share = parsed.GetValue(share),
            Weights = parsed.GetRequiredValue(weights),
            Ties = parsed.GetRequiredValue(ties),
            ThenBy = parsed.GetValue(thenBy) ?? [],
            Ignored = parsed.GetValue(ignore) ?? [],
            Stability = parsed.GetValue(stability),
            Format = parsed.GetRequiredValue(format),
            RejectsPath = parsed.GetValue(rejects),
            Language = SharedOptions.LanguageOf(parsed.GetRequiredValue(language)),
            Strict = parsed.GetValue(strict),
        }.Rank());
        return command;
    }
}
