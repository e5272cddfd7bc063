using System;
using System.Linq;
using ChannelModel.Bulk;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Benchmarks.Bulk;

/// <summary>Eight criteria with curves of four knots, and the plain loop over doubles that a user would write.</summary>
internal sealed class EightCriteria
{
    private readonly double[][] _columns;
    private readonly ReadOnlyMemory<double>[] _memory;
    private readonly (double X, double Y)[][] _knots;
    private readonly BulkScorecard _card;
    private readonly long[] _scores;
    private readonly byte[] _status;

    public EightCriteria(int rows)
    {
        var random = new Random(7);
        _columns = [.. Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble() * 100).ToArray())];
        _memory = [.. _columns.Select(column => new ReadOnlyMemory<double>(column))];
        (_scores, _status) = (new long[rows], new byte[rows]);
        _knots = [.. Enumerable.Range(0, 8).Select(j => new[] { (10d + j, 0d), (30d + j, 25d), (55d + j, 70d), (85d + j, 100d) })];
        ScorecardBuilder card = Scorecard.Define("eight").Decimals(2);
        for (int j = 0; j < 8; j++)
        {
            card = card.Add(ScoreCriterion.Of("c" + j, new LocalText("c"), KpiUnit.Number, ValueCurve.Through([.. _knots[j].Select(k => ((decimal)k.X, (decimal)k.Y))]), 12.5m).WhenMissing(MissingPolicy.Exclude));
        }

        _card = BulkScorecard.Of(card.Build());
        Rows = rows;
        Score();
        long[] scores = [.. _scores];
        PlainLoop();
        for (int i = 0; i < rows; i++)
        {
            if (Math.Abs(scores[i] - _scores[i]) > 1)
            {
                throw new InvalidOperationException($"The ways differ in row {i}: {scores[i]} and {_scores[i]}.");
            }
        }
    }

    public int Rows { get; }

    public void Score() => _card.Evaluate(_memory, _scores, _status);

    /// <summary>Reads every column once: the limit of memory.</summary>
    public double Read()
    {
        double sum = 0d;
        foreach (double[] column in _columns)
        {
            sum += Sum(column);
        }

        return sum;
    }

    public void PlainLoop()
    {
        for (int i = 0; i < Rows; i++)
        {
            double score = 0d;
            for (int j = 0; j < 8; j++)
            {
                score += 0.125 * Points(_knots[j], _columns[j][i]);
            }

            _scores[i] = (long)Math.Round(score * 100d, MidpointRounding.AwayFromZero);
        }
    }

    private static double Points((double X, double Y)[] knots, double x)
    {
        if (x <= knots[0].X)
        {
            return knots[0].Y;
        }

        for (int k = 1; k < knots.Length; k++)
        {
            if (x < knots[k].X)
            {
                return knots[k - 1].Y + ((knots[k].Y - knots[k - 1].Y) / (knots[k].X - knots[k - 1].X) * (x - knots[k - 1].X));
            }
        }

        return knots[^1].Y;
    }

    private static double Sum(double[] column)
    {
        var sums = new System.Numerics.Vector<double>[4];
        int n = System.Numerics.Vector<double>.Count;
        int i = 0;
        for (; i <= column.Length - (4 * n); i += 4 * n)
        {
            for (int k = 0; k < 4; k++)
            {
                sums[k] += new System.Numerics.Vector<double>(column, i + (k * n));
            }
        }

        double sum = System.Numerics.Vector.Sum(sums[0] + sums[1] + sums[2] + sums[3]);
        for (; i < column.Length; i++)
        {
            sum += column[i];
        }

        return sum;
    }
}
