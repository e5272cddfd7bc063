using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Scoring;
using ChannelModel.Tool.Reports;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary>One run of <c>channelmodel rank</c>.</summary>
internal sealed class RankRun
{
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly Terminal _terminal;

    public RankRun(TextWriter output, TextWriter error, Terminal terminal)
    {
        _output = output;
        _error = error;
        _terminal = terminal;
    }

    public required string MatrixPath { get; init; }

    public required string CriteriaPath { get; init; }

    public required string Method { get; init; }

    public string? Normalisation { get; init; }

    public double? Share { get; init; }

    public required string Weights { get; init; }

    public required string Ties { get; init; }

    public required IReadOnlyList<string> ThenBy { get; init; }

    public required IReadOnlyCollection<string> Ignored { get; init; }

    public bool Stability { get; init; }

    public required string Format { get; init; }

    public string? RejectsPath { get; init; }

    public Language Language { get; init; }

    public bool Strict { get; init; }

    public int Rank()
    {
        return InputFile.AreApart([MatrixPath, CriteriaPath], [RejectsPath], _error)
            && CriteriaFile.Read(CriteriaPath, _error) is IReadOnlyList<CriterionRow> criteria
            && MatrixFile.Read(MatrixPath, criteria, Ignored, _error) is MatrixFile file
            ? Rank(criteria, file)
            : ToolProgram.BadInput;
    }

    private int Rank(IReadOnlyList<CriterionRow> criteria, MatrixFile file)
    {
        if (MethodChoice.Method(Method, Normalisation, Share, criteria, out string problem) is not RankingMethod method)
        {
            _error.WriteLine("channelmodel: " + problem);
            return ToolProgram.BadInput;
        }

        if (ThenBy.FirstOrDefault(id => criteria.All(row => row.Criterion.Id.Value != id)) is string unknown)
        {
            _error.WriteLine($"channelmodel: --then-by: there is no criterion '{unknown}', expected {string.Join(", ", criteria.Select(row => row.Criterion.Id))}");
            return ToolProgram.BadInput;
        }

        if (file.Candidates.Count == 0)
        {
            RejectsFile.Write(path: null, MatrixPath, file.Rejects, _error);
            _error.WriteLine($"{MatrixPath}: there is no row to rank, expected at least one");
            return ToolProgram.BadInput;
        }

        if (Build(criteria, file) is not DecisionMatrix matrix)
        {
            return ToolProgram.BadInput;
        }

        Ties ties = ThenBy.Aggregate(Ties switch { "dense" => Scoring.Ties.Dense, "ordinal" => Scoring.Ties.Ordinal, _ => Scoring.Ties.Competition }, (chain, id) => chain.ThenBy(id));
        if (!method.TryRank(matrix, ties, out Ranking? ranking, out IReadOnlyList<MatrixError> errors))
        {
            Refuse(errors);
            return ToolProgram.BadInput;
        }

        RejectsFile.Write(RejectsPath, MatrixPath, file.Rejects, _error);
        switch (Format)
        {
            case "json":
                RankJson.Write(ranking, Stability, Language, _output);
                break;
            case "csv":
                Write(ranking);
                break;
            default:
                TextReportWriter.Write(RankReport.Of(ranking, Weights, file.Rejects.Count, Stability, Language), _output, _terminal);
                break;
        }

        return Strict && file.Rejects.Count > 0 ? ToolProgram.Findings : ToolProgram.Success;
    }

    private DecisionMatrix? Build(IReadOnlyList<CriterionRow> criteria, MatrixFile file)
    {
        DecisionCriterion[] columns = [.. criteria.Select(row => row.Criterion)];
        CriterionWeights? given = null;
        if (Weights == "given" && criteria.All(row => row.Weight is not null))
        {
            try
            {
                given = CriterionWeights.Of([.. criteria.Select(row => (row.Criterion.Id.Value, row.Weight!.Value))]);
            }
            catch (ArgumentException wrong)
            {
                _error.WriteLine($"{CriteriaPath}: {wrong.Message.Split(" (Parameter")[0]}");
                return null;
            }
        }

        if (!DecisionMatrix.TryOfColumns(columns, given, file.Candidates, [.. file.Columns.Select(column => column.ToArray())], out DecisionMatrix? matrix, out IReadOnlyList<MatrixError> errors))
        {
            Refuse(errors);
            return null;
        }

        if (MethodChoice.Weighting(Weights) is not WeightingMethod weighting)
        {
            return matrix;
        }

        if (!weighting.TryWeigh(matrix, out CriterionWeights? weights, out errors))
        {
            Refuse(errors);
            return null;
        }

        return matrix.WithWeights(weights);
    }

    private void Refuse(IReadOnlyList<MatrixError> errors)
    {
        foreach (MatrixError one in errors)
        {
            _error.WriteLine($"{MatrixPath}: {one}");
        }
    }

    private void Write(Ranking ranking) => _output.Write(CsvFile.Text(rows =>
    {
        foreach (RankedCandidate entry in ranking.Entries)
        {
            using SepWriter.Row row = rows.NewRow();
            row["rank"].Set(entry.Rank.ToString(CultureInfo.InvariantCulture));
            row["candidate"].Set(entry.Candidate.Value);
            row["score"].Set(entry.Score.ToString("R", CultureInfo.InvariantCulture));
        }
    }));
}
