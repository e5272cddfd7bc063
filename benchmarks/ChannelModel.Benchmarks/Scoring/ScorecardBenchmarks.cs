using System;
using BenchmarkDotNet.Attributes;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Benchmarks.Scoring;

/// <summary>One score of four linear criteria with four grades, over 4 096 candidates; beside it the loop of doubles that a user would write, which rounds the same but explains nothing.</summary>
[MemoryDiagnoser]
public class ScorecardBenchmarks
{
    private const int Count = 4096;
    private static readonly (double From, double To, double Weight)[] Lines = [(0d, 200d, 0.4d), (5d, 30d, 0.3d), (80d, 98d, 0.2d), (0d, 5d, 0.1d)];
    private readonly double?[][] _values = new double?[Count][];
    private readonly ScoreFacts[] _facts = new ScoreFacts[Count];
    private Scorecard _card = null!;

    [GlobalSetup]
    public void Setup()
    {
        var any = new LocalText("any");
        _card = Scorecard.Define("four")
            .Add(ScoreCriterion.Of("orders", any, KpiUnit.Number, ValueCurve.Rising(0m, 200m), 4m))
            .Add(ScoreCriterion.Of("repurchase", any, KpiUnit.Number, ValueCurve.Rising(5m, 30m), 3m))
            .Add(ScoreCriterion.Of("rating", any, KpiUnit.Number, ValueCurve.Rising(80m, 98m), 2m))
            .Add(ScoreCriterion.Of("roas", any, KpiUnit.Number, ValueCurve.Rising(0m, 5m), 1m))
            .Grades(GradeScale.Of(("D", 0m), ("C", 40m), ("B", 60m), ("A", 80m)))
            .Build();
        var random = new Random(42);
        for (int i = 0; i < Count; i++)
        {
            decimal[] row = [random.Next(250), random.Next(350) / 10m, random.Next(1000) / 10m, random.Next(600) / 100m];
            _values[i] = [(double)row[0], (double)row[1], (double)row[2], (double)row[3]];
            _facts[i] = ScoreFacts.For("c").With("orders", row[0]).With("repurchase", row[1]).With("rating", row[2]).With("roas", row[3]);
            decimal score = _card.Score(_values[i], [], null).Score!.Value;
            if (Math.Abs((double)score - ByLoop(_values[i]).Score) > 0.1000001 || score != _card.Evaluate(_facts[i]).Score)
            {
                throw new InvalidOperationException($"The ways differ at row {i}.");
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public decimal Score()
    {
        decimal sum = 0m;
        foreach (double?[] row in _values)
        {
            sum = _card.Score(row, [], null).Score!.Value;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public decimal Explained()
    {
        decimal sum = 0m;
        foreach (ScoreFacts facts in _facts)
        {
            sum = _card.Evaluate(facts).Score!.Value;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public double PlainDoubles()
    {
        double sum = 0d;
        foreach (double?[] row in _values)
        {
            sum = ByLoop(row).Score;
        }

        return sum;
    }

    private static (double Score, int Grade) ByLoop(double?[] row)
    {
        double sum = 0d;
        for (int j = 0; j < Lines.Length; j++)
        {
            (double from, double to, double weight) = Lines[j];
            sum += Math.Min(1d, Math.Max(0d, (row[j]!.Value - from) / (to - from))) * weight;
        }

        double score = Math.Round(sum * 100d, 1, MidpointRounding.AwayFromZero);
        return (score, score >= 80d ? 3 : score >= 60d ? 2 : score >= 40d ? 1 : 0);
    }
}
