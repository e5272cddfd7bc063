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

    public List<RejectedRow> Rejects { get; } = [];

    /// <summary>Reads the file; null where the header does not fit.</summary>
    public static MatrixFile? Read(string path, IReadOnlyList<CriterionRow> criteria, IReadOnlyCollection<string> ignored, TextWriter error)
    {
        var file = new MatrixFile(criteria);
        return CsvFile.Read(path, error, rows => file.ReadAll(rows, path, ignored, error)) ? file : null;
    }

    private bool ReadAll(SepReader reader, string path, IReadOnlyCollection<string> ignored, TextWriter error)
    {
        string[] names = [.. reader.Header.ColNames];
        var problems = new List<string>();
        if (names.Length == 0 || names[0] != "candidate")
        {
            problems.Add($"1: column 1 is '{(names.Length == 0 ? string.Empty : names[0])}', expected 'candidate'");
        }

        foreach (string name in names.Skip(1).Where(name => !ignored.Contains(name, StringComparer.Ordinal) && _criteria.All(row => row.Criterion.Id.Value != name)))
        {
            problems.Add($"1: the column '{name}' is not a criterion, expected {string.Join(", ", _criteria.Select(row => row.Criterion.Id))}; leave a column aside with --ignore");
        }

        foreach (CriterionRow row in _criteria.Where(row => !names.Skip(1).Contains(row.Criterion.Id.Value, StringComparer.Ordinal)))
        {
            problems.Add($"1: the criterion '{row.Criterion.Id}' has no column");
        }

        problems.ForEach(problem => error.WriteLine($"{path}:{problem}"));
        if (problems.Count > 0)
        {
            return false;
        }

        int[] places = [.. _criteria.Select(row => Array.IndexOf(names, row.Criterion.Id.Value))];
        foreach (SepReader.Row row in reader)
        {
            string text = row.Span.ToString();
            string? reason = Add(row, names.Length, places);
            if (reason is not null)
            {
                Rejects.Add(new RejectedRow(row.LineNumberFrom, reason, text));
            }
        }

        return true;
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
