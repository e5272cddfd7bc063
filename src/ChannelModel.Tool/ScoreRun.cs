using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson;
using ChannelModel.Serialization.SystemTextJson.Writing;
using ChannelModel.Tool.Reports;
using ChannelModel.Tool.Reports.Html;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary>One run of <c>channelmodel score</c>.</summary>
internal sealed class ScoreRun
{
    /// <summary>How many of a ranking the summary names; all stand in the file of scores.</summary>
    private const int MostNamed = 5;

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly Dictionary<Id<Candidate>, int> _seen = [];
    private readonly List<ScoreRow> _scored = [];
    private readonly List<RejectedRow> _rejected = [];
    private readonly List<string> _texts = [];

    public ScoreRun(TextWriter output, TextWriter error)
    {
        _output = output;
        _error = error;
    }

    public required string ModelPath { get; init; }

    public required string FactsPath { get; init; }

    public string? ScoresPath { get; init; }

    public required string Rank { get; init; }

    public bool ExplainAll { get; init; }

    public string? ExplainOne { get; init; }

    public string? RejectsPath { get; init; }

    public string? PagePath { get; init; }

    public required IReadOnlyCollection<string> Ignored { get; init; }

    /// <summary>Gets a value indicating whether the explanations are kept until all rows are read, as a page needs them.</summary>
    public bool Explains { get; init; }

    public required string Format { get; init; }

    public Language Language { get; init; }

    public bool Strict { get; init; }

    public int Score()
    {
        if (Read() is not Scorecard card || !ScoreRanks.Fill(card, _scored, Rank, _error))
        {
            return ToolProgram.BadInput;
        }

        if (PagePath is string page && !OutputFile.TryWrite(page, writer => HtmlReportWriter.Write(ScoreReport.Of(card, _scored, _rejected, Language), Language, writer), _error))
        {
            return ToolProgram.BadInput;
        }

        WriteScores(card);
        RejectsFile.Write(RejectsPath, FactsPath, _rejected, _error);
        NameMissing();
        if (Format == "json")
        {
            ScoresJson.Write(card, Rank, _scored, _rejected.Count, _output);
        }
        else
        {
            _texts.ForEach(_output.WriteLine);
            Summary(card);
        }

        return Strict && _rejected.Count > 0 ? ToolProgram.Findings : ToolProgram.Success;
    }

    /// <summary>The scores as a report, for a page that shows more than them; nothing where an input is wrong, which has been said.</summary>
    public Report? Report()
    {
        if (Read() is not Scorecard card || !ScoreRanks.Fill(card, _scored, Rank, _error))
        {
            return null;
        }

        RejectsFile.Write(RejectsPath, FactsPath, _rejected, _error);
        return ScoreReport.Of(card, _scored, _rejected, Language);
    }

    /// <summary>Reads the model and scores the candidates.</summary>
    private Scorecard? Read()
    {
        if (!InputFile.TryRead(ModelPath, _error, out byte[] bytes))
        {
            return null;
        }

        JsonReadResult<Scorecard> read = ScorecardJson.Read(bytes);
        if (!read.Succeeded)
        {
            InputFile.Report(ModelPath, read.Errors, _error);
            return null;
        }

        if (!InputFile.AreApart([ModelPath, FactsPath], [ScoresPath, RejectsPath, PagePath], _error))
        {
            return null;
        }

        return CsvFile.Read(FactsPath, _error, rows => ReadAll(rows, read.Value)) ? read.Value : null;
    }

    private bool ReadAll(SepReader rows, Scorecard card)
    {
        var problems = new List<string>();
        if (CandidatesFile.Open(rows.Header, card, Ignored, problems) is not CandidatesFile facts)
        {
            problems.ForEach(problem => _error.WriteLine($"{FactsPath}:{problem}"));
            return false;
        }

        foreach (SepReader.Row row in rows)
        {
            string text = row.Span.ToString();
            if (Result(row, facts, card, out string reason) is ScoreResult result)
            {
                Keep(result, row.LineNumberFrom);
            }
            else
            {
                _rejected.Add(new RejectedRow(row.LineNumberFrom, reason, text));
            }
        }

        return true;
    }

    private ScoreResult? Result(SepReader.Row row, CandidatesFile facts, Scorecard card, out string reason)
    {
        if (facts.Read(row, out string? previousGrade, out reason) is not ScoreFacts made)
        {
            return null;
        }

        // Lines of a file are counted from 1, the header is the first.
        if (_seen.TryGetValue(made.Candidate, out int first))
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"the same candidate stands in line {first}, expected each once");
            return null;
        }

        ScoreResult result = card.Evaluate(made, previousGrade);
        if (result.Reason == NotRatedReason.ValueRefused)
        {
            reason = string.Join("; ", result.Reasons.Select(refused => refused.In(Language)));
            return null;
        }

        _seen.Add(made.Candidate, row.LineNumberFrom);
        return result;
    }

    private void Keep(ScoreResult result, int line)
    {
        _scored.Add(new ScoreRow(result, line, Language)
        {
            Explanation = Explains || (Format == "json" && (ExplainAll || ExplainOne == result.Facts.Candidate.Value)) ? result.ToText(Language).Split('\n') : [],
        });
        if (ExplainAll || ExplainOne == result.Facts.Candidate.Value)
        {
            _texts.Add(result.ToText(Language));
        }
    }

    private void WriteScores(Scorecard card)
    {
        if (ScoresPath is null)
        {
            return;
        }

        using SepWriter writer = CsvFile.Write(ScoresPath);
        foreach (ScoreRow scored in _scored)
        {
            using SepWriter.Row row = writer.NewRow();
            row["candidate"].Set(scored.Candidate.Value);
            row["status"].Set(JsonText.Word(scored.Status));
            row["score"].Set(Points(scored.Score, card));
            row["grade"].Set(scored.Grade ?? string.Empty);
            row["rank"].Set(scored.Rank?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
            if (Rank != "score")
            {
                row[Rank].Set(scored.MethodScore?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty);
            }

            row["coverage"].Set(scored.Coverage.ToString("G", CultureInfo.InvariantCulture));
            row["next-grade"].Set(scored.Next?.Grade.Code ?? string.Empty);
            row["points-to-next-grade"].Set(Points(scored.Next?.Points, card));
            for (int j = 0; j < card.Criteria.Count; j++)
            {
                if (card.Criteria[j].Curve is not null)
                {
                    row[card.Criteria[j].Id.Value + ".points"].Set(scored.Points.Count == 0 ? string.Empty : Points(scored.Points[j], card));
                }
            }

            row["actions"].Set(scored.Actions);
            row["reason"].Set(scored.Reason);
        }
    }

    private void NameMissing()
    {
        if (ExplainOne is not null && !_scored.Exists(scored => scored.Candidate.Value == ExplainOne))
        {
            _error.WriteLine($"channelmodel: --explain-one: no result of '{ExplainOne}' in {FactsPath}");
        }
    }

    private void Summary(Scorecard card)
    {
        int rated = _scored.Count(row => row.Status == ScoreStatus.Rated);
        int barred = _scored.Count(row => row.Status == ScoreStatus.KnockedOut);
        int open = _scored.Count - rated - barred;
        bool zh = Language == Language.SimplifiedChinese;
        int read = _scored.Count + _rejected.Count;
        _output.WriteLine(zh
            ? string.Create(CultureInfo.InvariantCulture, $"读取{read}行：评分{rated}行，一票否决{barred}行，不予评分{open}行，拒绝{_rejected.Count}行")
            : string.Create(CultureInfo.InvariantCulture, $"{read} rows read: {rated} rated, {barred} knocked out, {open} not rated, {_rejected.Count} rejected"));
        if (card.Grades is GradeScale scale)
        {
            _output.WriteLine((zh ? "等级：" : "Grades: ") + string.Join(zh ? "，" : ", ", scale.Grades.Reverse().Select(grade =>
                string.Create(CultureInfo.InvariantCulture, $"{grade.Name.In(Language)} {_scored.Count(row => row.Grade == grade.Code)}"))));
        }

        if (Rank != "score" && _scored.Exists(row => row.Rank is not null))
        {
            IEnumerable<string> first = _scored.Where(row => row.Rank is not null).OrderBy(row => row.Rank).ThenBy(row => row.Candidate).Take(MostNamed)
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Rank} {row.Candidate} ({row.MethodScore:0.0000})"));
            _output.WriteLine((zh ? $"按{Rank}排名居前：" : $"First by {Rank}: ") + string.Join(zh ? "，" : ", ", first));
        }
    }

    public static string Points(decimal? points, Scorecard card) => points?.ToString("F" + card.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) ?? string.Empty;
}
