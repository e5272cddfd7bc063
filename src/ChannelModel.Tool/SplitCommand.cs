using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Allocation;
using ChannelModel.Serialization.SystemTextJson;
using ChannelModel.Tool.Reports;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel split</c>: a problem file, or a total and a file of weights.</summary>
internal static class SplitCommand
{
    public static Command Create(TextWriter output, TextWriter error, Terminal terminal)
    {
        var file = new Argument<string?>("PROBLEM.json") { Description = "The split; see docs/plans/splits for examples. Without it, --total and --weights say what is split.", Arity = ArgumentArity.ZeroOrOne };
        var total = new Option<string?>("--total") { Description = "What is split, such as 3000000; whole things unless there is a currency." };
        var currency = new Option<string?>("--currency") { Description = "The currency of the total, such as CNY." };
        var weights = new Option<string?>("--weights") { Description = "The lines as CSV: id, weight, and minimum and maximum if there are any." };
        var rule = new Option<string?>("--rule") { Description = "The rule, such as largest-remainder (the default), cumulative, separate or moneyphp." };
        var method = new Option<string?>("--method") { Description = "The method of apportionment of whole things, such as webster, jefferson or huntington-hill." };
        var step = new Option<string?>("--step") { Description = "The smallest amount that is handed out, such as 0.05." };
        Option<string> format = SharedOptions.Format();
        Option<string> language = SharedOptions.LanguageOption();
        Option<bool> strict = SharedOptions.Strict();
        var command = new Command(
            "split",
            "Splits a total by weights without losing a cent, by a named rule, within bounds if there are any; the parts stand beside their exact shares.\n\n"
            + "Example: channelmodel split --total 78 --weights docs/plans/splits/stores.csv\n\n"
            + "Exit codes: 0 split, 1 the total does not fit the bounds and --strict, 2 bad input (nothing on standard output).")
        {
            file, total, currency, weights, rule, method, step, format, language, strict,
        };
        command.SetAction(parsed =>
        {
            string? path = parsed.GetValue(file);
            string?[] direct = [parsed.GetValue(total), parsed.GetValue(currency), parsed.GetValue(weights), parsed.GetValue(rule), parsed.GetValue(method), parsed.GetValue(step)];
            SplitProblem? problem;
            if (path is null)
            {
                problem = FromOptions(direct, error);
            }
            else if (Array.Exists(direct, option => option is not null))
            {
                error.WriteLine("channelmodel: both a problem file and options that say what is split; expected one of them");
                problem = null;
            }
            else
            {
                problem = FromFile(path, error);
            }

            return problem is null ? ToolProgram.BadInput : Write(problem.Solve(), parsed.GetRequiredValue(format), SharedOptions.LanguageOf(parsed.GetRequiredValue(language)), parsed.GetValue(strict), output, terminal);
        });
        return command;
    }

    private static SplitProblem? FromFile(string path, TextWriter error)
    {
        if (!InputFile.TryRead(path, error, out byte[] bytes))
        {
            return null;
        }

        JsonReadResult<SplitProblem> read = SplitJson.ReadProblem(bytes);
        if (!read.Succeeded)
        {
            InputFile.Report(path, read.Errors, error);
            return null;
        }

        return read.Value;
    }

    private static SplitProblem? FromOptions(string?[] options, TextWriter error)
    {
        if (options[0] is not string total || options[2] is not string path)
        {
            error.WriteLine("channelmodel: nothing says what is split; expected a problem file, or --total and --weights");
            return null;
        }

        try
        {
            Currency? currency = options[1] is string code ? Currency.Parse(code) : null;
            SplitRule rule = options[3] is string named ? SplitRule.Parse(named) : SplitRule.LargestRemainder;
            ApportionmentMethod? method = options[4] is string how ? ApportionmentMethod.Parse(how) : null;
            decimal? step = options[5] is string least ? Number("--step", least) : null;
            return Lines(path, error) is List<SplitProblemLine> lines ? SplitProblem.Create(Number("--total", total), currency, lines, rule, method, step, InfeasiblePolicy.Refuse) : null;
        }
        catch (Exception refused) when (refused is FormatException or ArgumentException or OverflowException)
        {
            error.WriteLine("channelmodel: " + refused.Message.Split('\n')[0].Split(" (Parameter ")[0]);
            return null;
        }
    }

    private static List<SplitProblemLine>? Lines(string path, TextWriter error)
    {
        var lines = new List<SplitProblemLine>();
        return CsvFile.Read(path, error, rows => ReadAll(rows, path, lines, error)) ? lines : null;
    }

    private static bool ReadAll(SepReader rows, string path, List<SplitProblemLine> lines, TextWriter error)
    {
        string[] columns = [.. rows.Header.ColNames];
        if (columns is not (["id", "weight"] or ["id", "weight", "minimum", "maximum"]))
        {
            error.WriteLine($"{path}:1: the columns are '{string.Join(',', columns)}', expected 'id,weight' or 'id,weight,minimum,maximum'");
            return false;
        }

        bool good = true;
        foreach (SepReader.Row row in rows)
        {
            try
            {
                decimal? Bound(int at, SepReader.Row of) => columns.Length > at && of[at].Span.Length > 0 ? Number(columns[at], of[at].ToString()) : null;
                lines.Add(row.ColCount == columns.Length
                    ? new SplitProblemLine(row[0].ToString(), Fraction.Parse(row[1].ToString()), Bound(2, row), Bound(3, row))
                    : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"the row has {row.ColCount} cells; expected {columns.Length}")));
            }
            catch (Exception refused) when (refused is FormatException or ArgumentException)
            {
                good = false;
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}:{row.LineNumberFrom}: {refused.Message.Split('\n')[0].Split(" (Parameter ")[0]}"));
            }
        }

        return good;
    }

    private static decimal Number(string what, string text) => CsvFile.Number(text)
        ?? throw new FormatException($"{what}: '{text}' is not a number; expected digits, a point, and at most 6 decimals");

    private static int Write(SplitSolution solution, string format, Language language, bool strict, TextWriter output, Terminal terminal)
    {
        switch (format)
        {
            case "json":
                output.Write(SplitJson.Write(solution));
                break;
            case "markdown":
                MarkdownReportWriter.Write(ReportOf(solution, language), output);
                break;
            default:
                TextReportWriter.Write(ReportOf(solution, language), output, terminal);
                break;
        }

        return strict && solution.Status != BoundedStatus.Split ? ToolProgram.Findings : ToolProgram.Success;
    }

    private static Report ReportOf(SplitSolution solution, Language language)
    {
        string Say(string en, string zhHans) => language == Language.SimplifiedChinese ? zhHans : en;
        SplitProblem problem = solution.Problem;
        string Amount(decimal value) => problem.Currency is Currency currency ? $"{Money.Of(value, currency):N}" : value.ToString(CultureInfo.InvariantCulture);
        string way = problem.Method?.Name ?? problem.Rule.Name;
        var sentences = solution.Notes.Select(note => note.In(language)).ToList();
        if (solution.Remainder != 0m && solution.Status != BoundedStatus.Infeasible)
        {
            sentences.Insert(0, Say($"Left over: {Amount(solution.Remainder)}.", $"余额：{Amount(solution.Remainder)}。"));
        }

        bool bounded = problem.HasBounds && problem.Method is null;
        (string, bool)[] headings = [(Say("Line", "项目"), false), (Say("Weight", "权重"), true), (Say("Exact share", "精确份额"), true), (Say("Part", "所得"), true)];
        var table = new ReportTable(bounded ? [.. headings, (Say("Held by", "约束"), false)] : headings);
        foreach (SplitSolutionLine line in solution.Lines)
        {
            string[] cells = [line.Line.Id, line.Line.Weight.ToString(), Share(line.Share), Amount(line.Part)];
            table.Add(bounded ? [.. cells, Bound(line.Bound, language)] : cells);
        }

        if (solution.Lines.Count > 0)
        {
            table.Add([Say("Total", "合计"), string.Empty, string.Empty, Amount(solution.Lines.Sum(line => line.Part)), .. bounded ? new[] { string.Empty } : []]);
        }

        return new Report($"{Amount(problem.Total)} · {way}", [new ReportSection(Say("Split", "分配"), sentences, solution.Lines.Count > 0 ? table : null)]);
    }

    /// <summary>Four decimals, and three dots where there are more.</summary>
    private static string Share(Fraction share)
    {
        decimal shown = share.ToDecimal(4, RoundingMode.TowardZero);
        return shown.ToString(CultureInfo.InvariantCulture) + ((Fraction)shown == share ? string.Empty : "...");
    }

    private static string Bound(LineBound bound, Language language) => (bound, language) switch
    {
        (LineBound.AtMinimum, Language.SimplifiedChinese) => "下限",
        (LineBound.AtMinimum, _) => "minimum",
        (LineBound.AtMaximum, Language.SimplifiedChinese) => "上限",
        (LineBound.AtMaximum, _) => "maximum",
        (LineBound.Fixed, Language.SimplifiedChinese) => "固定",
        (LineBound.Fixed, _) => "fixed",
        (LineBound.NoWeight, Language.SimplifiedChinese) => "权重为0",
        (LineBound.NoWeight, _) => "weight 0",
        _ => string.Empty,
    };
}
