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
        string[] paths = [MatrixPath, CriteriaPath, .. new[] { RejectsPath }.OfType<string>()];
        if (paths.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Count() != paths.Length)
        {
            _error.WriteLine("channelmodel: two of matrix, criteria and rejects are the same file; expected a file for each");
            return ToolProgram.BadInput;
        }

        if (!InputFile.TryRead(MatrixPath, _error, out _) || !InputFile.TryRead(CriteriaPath, _error, out _))
        {
            return ToolProgram.BadInput;
        }

        string path = CriteriaPath;
        try
        {
            if (CriteriaFile.Read(CriteriaPath, _error) is not IReadOnlyList<CriterionRow> criteria)
            {
                return ToolProgram.BadInput;
            }

            path = MatrixPath;
            return MatrixFile.Read(MatrixPath, criteria, Ignored, _error) is MatrixFile file ? Rank(criteria, file) : ToolProgram.BadInput;
        }
        catch (ArgumentException doubled) when (doubled.Message.StartsWith("Col name", StringComparison.Ordinal))
        {
            _error.WriteLine($"{path}:1: {doubled.Message.Split(" in header")[0]}, expected each column once");
        }
        catch (InvalidDataException broken)
        {
            _error.WriteLine($"{path}: the file is not CSV: {broken.Message.Split('\n')[0].TrimEnd('\r')}; expected commas, and double quotes around cells with commas");
        }

        return ToolProgram.BadInput;
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
            file.Rejects.ForEach(reject => _error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{MatrixPath}:{reject.Line}: {reject.Reason}")));
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

        Reject(file);
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

    private void Reject(MatrixFile file)
    {
        if (RejectsPath is null)
        {
            file.Rejects.ForEach(reject => _error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{MatrixPath}:{reject.Line}: {reject.Reason}")));
            return;
        }

        using SepWriter writer = Sep.New(',').Writer(options => options with { Escape = true }).ToFile(RejectsPath);
        foreach ((int line, string reason, string text) in file.Rejects)
        {
            using SepWriter.Row row = writer.NewRow();
            row["line"].Set(line.ToString(CultureInfo.InvariantCulture));
            row["reason"].Set(reason);
            row["row"].Set(text);
        }
    }

    private void Write(Ranking ranking)
    {
        using SepWriter writer = Sep.New(',').Writer(options => options with { Escape = true }).ToText();
        foreach (RankedCandidate entry in ranking.Entries)
        {
            using SepWriter.Row row = writer.NewRow();
            row["rank"].Set(entry.Rank.ToString(CultureInfo.InvariantCulture));
            row["candidate"].Set(entry.Candidate.Value);
            row["score"].Set(entry.Score.ToString("R", CultureInfo.InvariantCulture));
        }

        _output.Write(writer.ToString().ReplaceLineEndings("\n"));
    }
}
