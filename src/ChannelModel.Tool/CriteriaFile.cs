using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary>
/// Reads the criteria of a ranking: <c>id</c>, <c>direction</c> (higher or lower), and any of <c>weight</c>, <c>name</c>, <c>name.zh-Hans</c>, <c>unit</c>, <c>from</c>, <c>to</c>, <c>target</c>, <c>preference</c>,
/// <c>q</c>, <c>p</c>, <c>s</c>. An empty cell states nothing. Every row must be right: a ranking without one of its criteria is another ranking.
/// </summary>
internal static class CriteriaFile
{
    private static readonly string[] Known = ["id", "direction", "weight", "name", "name.zh-Hans", "unit", "from", "to", "target", "preference", "q", "p", "s"];
    private static readonly string[] Required = ["id", "direction"];

    public static IReadOnlyList<CriterionRow>? Read(string path, TextWriter error)
    {
        var problems = new List<string>();
        var rows = new List<CriterionRow>();
        if (!CsvFile.Read(path, error, reader => ReadAll(reader, rows, problems)))
        {
            return null;
        }

        if (problems.Count == 0 && rows.Count == 0)
        {
            problems.Add("2: there is no criterion, expected at least one row");
        }

        if (problems.Count == 0 && rows.Any(row => row.Weight is null) && rows.Any(row => row.Weight is not null))
        {
            problems.Add($"1: '{rows.First(row => row.Weight is null).Criterion.Id}' has no weight and others have, expected weights for all criteria or for none");
        }

        problems.ForEach(problem => error.WriteLine($"{path}:{problem}"));
        return problems.Count == 0 ? rows : null;
    }

    /// <summary>A number with a point and no separators; null for anything else.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static bool ReadAll(SepReader reader, List<CriterionRow> rows, List<string> problems)
    {
        string[] columns = [.. reader.Header.ColNames];
        foreach (string name in columns.Where(name => !Known.Contains(name, StringComparer.Ordinal)))
        {
            problems.Add($"1: there is no column '{name}' in a file of criteria, expected some of {string.Join(", ", Known)}");
        }

        foreach (string name in Required.Where(name => !columns.Contains(name, StringComparer.Ordinal)))
        {
            problems.Add($"1: the column '{name}' is missing");
        }

        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SepReader.Row row in reader)
        {
            if (problems.Any(problem => problem.StartsWith("1:", StringComparison.Ordinal)))
            {
                break;
            }

            string line = row.LineNumberFrom.ToString(CultureInfo.InvariantCulture);
            if (row.ColCount != columns.Length)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{line}: the row has {row.ColCount} cells, expected {columns.Length}"));
                continue;
            }

            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int i = 0; i < columns.Length; i++)
            {
                cells[columns[i]] = row[i].ToString();
            }

            if (Make(cells, line, problems) is not CriterionRow made)
            {
                continue;
            }

            if (lines.TryGetValue(made.Criterion.Id.Value, out int first))
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{line}: the criterion '{made.Criterion.Id}' stands in line {first} already, expected each once"));
                continue;
            }

            lines.Add(made.Criterion.Id.Value, row.LineNumberFrom);
            rows.Add(made);
        }

        return true;
    }

    private static CriterionRow? Make(Dictionary<string, string> cells, string line, List<string> problems)
    {
        int before = problems.Count;
        string Cell(string name) => cells.TryGetValue(name, out string? text) ? text : string.Empty;
        double? Value(string name)
        {
            string text = Cell(name);
            if (text.Length > 0 && Number(text) is null)
            {
                problems.Add($"{line}: {name}: '{text}' is not a number, expected one such as 1.25, with a point and no separators");
            }

            return text.Length == 0 ? null : Number(text);
        }

        if (!Id<DecisionCriterion>.TryCreate(Cell("id"), out Id<DecisionCriterion>? id))
        {
            problems.Add($"{line}: id: '{Cell("id")}' is not an id, expected 1 to 100 characters");
        }

        KpiDirection? direction = Cell("direction") switch
        {
            "higher" => KpiDirection.Higher,
            "lower" => KpiDirection.Lower,
            _ => null,
        };
        if (direction is null)
        {
            problems.Add($"{line}: direction: '{Cell("direction")}' is not a direction, expected higher or lower");
        }

        double? weight = Value("weight");
        (double? from, double? to, double? target) = (Value("from"), Value("to"), Value("target"));
        (double? q, double? p, double? s) = (Value("q"), Value("p"), Value("s"));
        if (problems.Count > before)
        {
            return null;
        }

        if (from is null != to is null || (target is not null && from is null))
        {
            problems.Add($"{line}: from, to and target: expected both bounds, or neither and no target");
            return null;
        }

        try
        {
            CriterionBounds? bounds = from is double low && to is double high ? CriterionBounds.Of(id!.Value, low, high) : null;
            bounds = target is double best ? bounds!.WithTarget(best) : bounds;
            PreferenceFunction? preference = Preference(Cell("preference"), q, p, s, out string? problem);
            if (problem is not null)
            {
                problems.Add($"{line}: preference: {problem}");
                return null;
            }

            LocalText? name = string.IsNullOrWhiteSpace(Cell("name")) ? null : new LocalText(Cell("name"), string.IsNullOrWhiteSpace(Cell("name.zh-Hans")) ? null : Cell("name.zh-Hans"));
            string? unit = Cell("unit").Length == 0 ? null : Cell("unit");
            return new CriterionRow(new DecisionCriterion(id!, direction!.Value, name, unit), weight, bounds, preference);
        }
        catch (ArgumentException wrong)
        {
            problems.Add($"{line}: {wrong.Message.Split(" (Parameter")[0].ReplaceLineEndings(" ")}");
            return null;
        }
    }

    private static PreferenceFunction? Preference(string shape, double? q, double? p, double? s, out string? problem)
    {
        problem = null;
        string Need(string what) => $"'{shape}' needs {what}";
        switch (shape)
        {
            case "":
                return null;
            case "usual":
                return PreferenceFunction.Usual;
            case "u" when q is double from:
                return PreferenceFunction.UShape(from);
            case "v" when p is double to:
                return PreferenceFunction.VShape(to);
            case "level" when q is double from && p is double to:
                return PreferenceFunction.Level(from, to);
            case "linear" when q is double from && p is double to:
                return PreferenceFunction.Linear(from, to);
            case "gaussian" when s is double turn:
                return PreferenceFunction.Gaussian(turn);
            default:
                problem = shape switch
                {
                    "u" => Need("q"),
                    "v" => Need("p"),
                    "level" or "linear" => Need("q and p"),
                    "gaussian" => Need("s"),
                    _ => $"'{shape}' is not a shape, expected usual, u, v, level, linear or gaussian",
                };
                return null;
        }
    }
}
