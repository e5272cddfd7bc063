using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary>
/// Reads rows of candidates for one scorecard: <c>candidate</c>, then in any order a column for each criterion, <c>.sample</c> behind it for its number of observations,
/// and <c>previous-grade</c>. An empty cell states nothing.
/// </summary>
internal sealed class CandidatesFile
{
    private const string Sample = ".sample";
    private readonly Scorecard _card;
    private readonly (string Name, ScoreCriterion? Criterion, Use Use)[] _columns;

    private CandidatesFile(Scorecard card, (string Name, ScoreCriterion? Criterion, Use Use)[] columns)
    {
        _card = card;
        _columns = columns;
    }

    private enum Use
    {
        Candidate,
        Value,
        Sample,
        PreviousGrade,
        Ignored,
    }

    /// <summary>Matches the header with the criteria; every column that does not fit is a problem, and so is a criterion that may not be missing and has no column.</summary>
    public static CandidatesFile? Open(SepReaderHeader header, Scorecard card, IReadOnlyCollection<string> ignored, List<string> problems)
    {
        string[] names = [.. header.ColNames];
        var columns = new List<(string Name, ScoreCriterion? Criterion, Use Use)>();
        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i];
            string id = name.EndsWith(Sample, StringComparison.Ordinal) ? name[..^Sample.Length] : name;
            ScoreCriterion? whole = card.Criteria.FirstOrDefault(criterion => criterion.Id.Value == name);
            ScoreCriterion? sampled = whole is null && id != name ? card.Criteria.FirstOrDefault(criterion => criterion.Id.Value == id) : null;
            Use? use = ignored.Contains(name, StringComparer.Ordinal) ? Use.Ignored
                : name == "candidate" ? Use.Candidate
                : whole is not null ? Use.Value
                : sampled is not null ? Use.Sample
                : name == "previous-grade" && card.Grades is not null ? Use.PreviousGrade : null;
            if (use is Use known)
            {
                columns.Add((name, whole ?? sampled, known));
            }
            else
            {
                problems.Add($"1: the model has no criterion '{name}', expected candidate, one of {string.Join(", ", card.Criteria)}, alone or with .sample, or previous-grade; leave a column aside with --ignore");
            }
        }

        if (!names.Contains("candidate", StringComparer.Ordinal))
        {
            problems.Add("1: there is no column 'candidate', expected one with the id of who is scored");
        }

        foreach (ScoreCriterion criterion in card.Criteria.Where(criterion => criterion.Missing.Kind == MissingKind.Fail && criterion.Weight > 0m))
        {
            if (!columns.Exists(column => column.Use == Use.Value && column.Criterion == criterion))
            {
                problems.Add($"1: there is no column '{criterion}', and nobody can be scored without it");
            }
        }

        return problems.Count == 0 ? new CandidatesFile(card, [.. columns]) : null;
    }

    /// <summary>Makes the facts of a row, or says why it cannot be scored.</summary>
    public ScoreFacts? Read(SepReader.Row row, out string? previousGrade, out string reason)
    {
        previousGrade = null;
        if (row.ColCount != _columns.Length)
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"the row has {row.ColCount} cells, expected {_columns.Length}");
            return null;
        }

        Id<Candidate>? candidate = null;
        var values = new Dictionary<string, KpiValue>(StringComparer.Ordinal);
        var samples = new Dictionary<string, long>(StringComparer.Ordinal);
        for (int i = 0; i < _columns.Length; i++)
        {
            string text = row[i].ToString();
            (string name, ScoreCriterion? criterion, Use use) = _columns[i];
            switch (use)
            {
                case Use.Candidate when !Id<Candidate>.TryCreate(text, out candidate):
                    reason = $"candidate: '{text}' is not an id, expected 1 to 100 characters";
                    return null;
                case Use.PreviousGrade when text.Length > 0 && !_card.Grades!.Grades.Any(grade => grade.Code == text):
                    reason = $"previous-grade: there is no grade '{text}', expected one of {string.Join(", ", _card.Grades!.Grades)}";
                    return null;
                case Use.PreviousGrade when text.Length > 0:
                    previousGrade = text;
                    break;
                case Use.Sample when text.Length > 0:
                    if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long sample))
                    {
                        reason = $"{name}: '{text}' is not a number of observations, expected a whole number of 0 or more";
                        return null;
                    }

                    samples[criterion!.Id.Value] = sample;
                    break;
                case Use.Value when text.Length > 0:
                    if (Value(criterion!.Unit, text) is not KpiValue value)
                    {
                        string expected = criterion.Unit.Kind == KpiUnitKind.Percent ? "a percentage such as 31.5%" : "a number such as 1234.56, with a point and no separators";
                        reason = $"{name}: '{text}' is not a value, expected {expected}";
                        return null;
                    }

                    values[criterion.Id.Value] = value;
                    break;
                default:
                    break;
            }
        }

        ScoreFacts facts = ScoreFacts.For(candidate!);
        foreach ((string id, KpiValue value) in values)
        {
            facts = facts.With(id, value, samples.TryGetValue(id, out long sample) ? sample : null);
        }

        reason = string.Empty;
        return facts;
    }

    private static KpiValue? Value(KpiUnit unit, string text)
    {
        switch (unit.Kind)
        {
            case KpiUnitKind.Percent:
                return Rate.TryParse(text, out Rate rate) ? rate : null;
            case KpiUnitKind.Money:
                return Money.TryParse($"{text} {unit.Currency}", out Money amount) ? amount : null;
            default:
                // Beyond 28 digits a decimal would round in silence.
                return text.Length <= 29 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;
        }
    }
}
