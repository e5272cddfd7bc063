using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Scoring;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary>Reads the rows of a ranking: <c>candidate</c>, and a column for each criterion in any order. A bad row is rejected with its line and reason; the rest is ranked.</summary>
internal sealed class MatrixFile
{
    private readonly IReadOnlyList<CriterionRow> _criteria;
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    private MatrixFile(IReadOnlyList<CriterionRow> criteria)
    {
        _criteria = criteria;
        Columns = criteria.Select(_ => new List<double>()).ToArray();
    }

    public List<Id<Candidate>> Candidates { get; } = [];

    /// <summary>Gets a column for each criterion.</summary>
    public List<double>[] Columns { get; }

    public List<(int Line, string Reason, string Row)> Rejects { get; } = [];

    /// <summary>Reads the file; null where the header does not fit.</summary>
    public static MatrixFile? Read(string path, IReadOnlyList<CriterionRow> criteria, IReadOnlyCollection<string> ignored, TextWriter error)
    {
        using SepReader reader = Sep.New(',').Reader(options => options with { Unescape = true, DisableColCountCheck = true }).FromFile(path);
        string[] names = [.. reader.Header.ColNames];
        var problems = new List<string>();
        if (names.Length == 0 || names[0] != "candidate")
        {
            problems.Add($"1: column 1 is '{(names.Length == 0 ? string.Empty : names[0])}', expected 'candidate'");
        }

        foreach (string name in names.Skip(1).Where(name => !ignored.Contains(name, StringComparer.Ordinal) && criteria.All(row => row.Criterion.Id.Value != name)))
        {
            problems.Add($"1: the column '{name}' is not a criterion, expected {string.Join(", ", criteria.Select(row => row.Criterion.Id))}; leave a column aside with --ignore");
        }

        foreach (CriterionRow row in criteria.Where(row => !names.Skip(1).Contains(row.Criterion.Id.Value, StringComparer.Ordinal)))
        {
            problems.Add($"1: the criterion '{row.Criterion.Id}' has no column");
        }

        problems.ForEach(problem => error.WriteLine($"{path}:{problem}"));
        if (problems.Count > 0)
        {
            return null;
        }

        var file = new MatrixFile(criteria);
        int[] places = [.. criteria.Select(row => Array.IndexOf(names, row.Criterion.Id.Value))];
        foreach (SepReader.Row row in reader)
        {
            string? reason = file.Add(row, names.Length, places);
            if (reason is not null)
            {
                file.Rejects.Add((row.LineNumberFrom, reason, row.Span.ToString()));
            }
        }

        return file;
    }

    private string? Add(SepReader.Row row, int width, int[] places)
    {
        if (row.ColCount != width)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the row has {row.ColCount} cells, expected {width}");
        }

        if (!Id<Candidate>.TryCreate(row[0].ToString(), out Id<Candidate>? id))
        {
            return $"candidate: '{row[0]}' is not an id, expected 1 to 100 characters";
        }

        var values = new double[places.Length];
        for (int j = 0; j < places.Length; j++)
        {
            string text = row[places[j]].ToString();
            if (text.Length == 0)
            {
                return $"{_criteria[j].Criterion.Id}: there is no value, expected one; no data is not zero";
            }

            if (CriteriaFile.Number(text) is not double value || !(value == 0d || Math.Abs(value) is >= 1e-100 and <= 1e100))
            {
                return $"{_criteria[j].Criterion.Id}: '{text}' is not a number, expected one such as 1.25, with a point and no separators";
            }

            values[j] = value;
        }

        // Lines of a file are counted from 1, the header is the first.
        if (!_lines.TryAdd(id.Value, row.LineNumberFrom))
        {
            return string.Create(CultureInfo.InvariantCulture, $"the same candidate stands in line {_lines[id.Value]}, expected each once");
        }

        Candidates.Add(id);
        for (int j = 0; j < values.Length; j++)
        {
            Columns[j].Add(values[j]);
        }

        return null;
    }
}
