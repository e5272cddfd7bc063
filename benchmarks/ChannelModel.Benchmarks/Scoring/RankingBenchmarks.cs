using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Attributes;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Benchmarks.Scoring;

/// <summary>One ranking of a matrix of five criteria; beside it the weighted sum as a user would write it with LINQ, over the same values.</summary>
[MemoryDiagnoser]
public class RankingBenchmarks
{
    private const int Criteria = 5;
    private readonly double[] _weights = [0.3, 0.25, 0.2, 0.15, 0.1];
    private DecisionMatrix _matrix = null!;
    private Dictionary<string, double[]> _rows = null!;
    private RankingMethod _bounded = null!;
    private RankingMethod _spotis = null!;
    private readonly RankingMethod _topsis = RankingMethod.Topsis();
    private readonly RankingMethod _vikor = RankingMethod.Vikor();
    private readonly RankingMethod _promethee = RankingMethod.Promethee(PreferenceFunction.Linear(1, 20));

    [Params(10_000, 1_000_000)]
    public int Candidates { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(42);
        var ids = new Id<Candidate>[Candidates];
        double[][] columns = [.. Enumerable.Range(0, Criteria).Select(_ => new double[Candidates])];
        _rows = new Dictionary<string, double[]>(Candidates, StringComparer.Ordinal);
        for (int i = 0; i < Candidates; i++)
        {
            ids[i] = new Id<Candidate>(i.ToString("0000000", CultureInfo.InvariantCulture));
            for (int j = 0; j < Criteria; j++)
            {
                columns[j][i] = random.Next(100_001) / 1000d;
            }

            _rows.Add(ids[i].Value, [.. columns.Select(column => column[i])]);
        }

        DecisionCriterion[] criteria = [.. Enumerable.Range(0, Criteria).Select(j => new DecisionCriterion(new Id<DecisionCriterion>("k" + j), j == 1 ? KpiDirection.Lower : KpiDirection.Higher))];
        CriterionWeights weights = CriterionWeights.AsGiven([.. criteria.Select((criterion, j) => (criterion.Id.Value, _weights[j]))]);
        if (!DecisionMatrix.TryOfColumns(criteria, weights, ids, columns, out DecisionMatrix? matrix, out IReadOnlyList<MatrixError> errors))
        {
            throw new InvalidOperationException(string.Join(" | ", errors));
        }

        _matrix = matrix;
        CriterionBounds[] bounds = [.. criteria.Select(criterion => CriterionBounds.Of(criterion.Id.Value, 0, 100))];
        _bounded = RankingMethod.WeightedSum(Normalisation.FixedBounds(bounds));
        _spotis = RankingMethod.Spotis(bounds);
        string first = _bounded.Rank(_matrix).Entries[0].Candidate.Value;
        if (first != WeightedSumWithLinq() || first != _spotis.Rank(_matrix).Entries[0].Candidate.Value)
        {
            throw new InvalidOperationException("The ways differ.");
        }
    }

    [Benchmark(Baseline = true)]
    public Ranking WeightedSum() => _bounded.Rank(_matrix);

    [Benchmark]
    public Ranking Spotis() => _spotis.Rank(_matrix);

    [Benchmark]
    public Ranking Topsis() => _topsis.Rank(_matrix);

    [Benchmark]
    public Ranking Vikor() => _vikor.Rank(_matrix);

    [Benchmark]
    public Ranking PrometheeLinear() => _promethee.Rank(_matrix);

    [Benchmark]
    public string WeightedSumWithLinq() => _rows
        .Select(row => (Id: row.Key, Score: row.Value.Select((x, j) => _weights[j] * (j == 1 ? (100d - x) / 100d : x / 100d)).Sum()))
        .OrderByDescending(row => row.Score).ThenBy(row => row.Id, StringComparer.Ordinal).ToList()[0].Id;
}
