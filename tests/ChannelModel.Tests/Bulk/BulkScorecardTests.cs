using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Bulk;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Bulk;

public sealed class BulkScorecardTests
{
    private static readonly LocalText Any = new("any");

    [Fact]
    public void Every_row_of_random_cards_is_what_the_scalar_verb_says()
    {
        int cards = Environment.GetEnvironmentVariable("CHANNELMODEL_LONG") == "1" ? 2_000 : 120;
        int scored = 0;
        for (int seed = 0; seed < cards; seed++)
        {
            var random = new Random(seed);
            List<double> edges = [];
            Scorecard card = Card(random, edges);
            int rows = (seed * 73) % 257;
            bool sampled = seed % 10 == 9;
            double[][] columns = [.. card.Criteria.Select(_ => Column(random, edges, rows))];
            double[][] samples = sampled ? [.. card.Criteria.Select(_ => Enumerable.Range(0, rows).Select(_ => random.Next(6) == 0 ? double.NaN : random.Next(40)).ToArray())] : [];
            BulkScorecard bulk = BulkScorecard.Of(card);
            long[] scores = [.. Enumerable.Repeat(-7L, rows + 1)];
            byte[] status = [.. Enumerable.Repeat((byte)77, rows + 1)];
            int failures = bulk.Evaluate(Memory(columns), Memory(samples), scores, status);
            (scores[rows], status[rows]).Should().Be((-7L, (byte)77), "nothing is written behind the rows");
            failures.Should().Be(status.Take(rows).Count(s => s != 0));
            for (int i = 0; i < rows; i++)
            {
                (long Score, RowStatus Status) expected = Scalar(card, columns, samples, i);
                scored += expected.Status == RowStatus.Ok ? 1 : 0;
                if (scores[i] != expected.Score || status[i] != (byte)expected.Status)
                {
                    (scores[i], (RowStatus)status[i]).Should().Be(expected, "card {0} row {1}: {2}", seed, i, string.Join(", ", columns.Select(c => c[i])));
                }
            }

            byte[] before = seed % 4 == 0 ? [] : [.. Enumerable.Range(0, rows).Select(_ => random.Next(4) == 0 ? BulkScorecard.NoGrade : (byte)random.Next(random.Next(20) == 0 ? 9 : 3))];
            byte[] grades = [.. Enumerable.Repeat((byte)66, rows + 1)];
            var graded = new long[rows];
            var states = new byte[rows];
            int ungraded = bulk.EvaluateGrades(Memory(columns), Memory(samples), before, graded, grades, states);
            grades[rows].Should().Be(66, "nothing is written behind the rows");
            ungraded.Should().Be(states.Count(s => s != 0));
            for (int i = 0; i < rows; i++)
            {
                (long Score, RowStatus Status, byte Grade) expected = Graded(card, columns, samples, i, before.Length == 0 ? BulkScorecard.NoGrade : before[i]);
                if ((graded[i], (RowStatus)states[i], grades[i]) != expected)
                {
                    (graded[i], (RowStatus)states[i], grades[i]).Should().Be(expected, "card {0} row {1}: {2}", seed, i, string.Join(", ", columns.Select(c => c[i])));
                }
            }

            byte[] place = before.Length == 0 ? new byte[rows] : [.. before];
            bulk.EvaluateGrades(Memory(columns), Memory(samples), before.Length == 0 ? [] : place, graded, place, states, ParallelRun.On(2)).Should().Be(ungraded);
            place.Should().Equal(grades.Take(rows));

            var parallel = new long[rows];
            bulk.Evaluate(Memory(columns), Memory(samples), parallel, status, ParallelRun.On(2)).Should().Be(failures);
            parallel.Should().Equal(scores.Take(rows));
        }

        scored.Should().BeGreaterThan(1_000);
    }

    [Fact]
    public void Grades_follow_the_grade_before_and_keep_their_rules()
    {
        Scorecard card = Scorecard.Define("one").Add(ScoreCriterion.Of("a", Any, KpiUnit.Number, ValueCurve.Rising(0, 100), 1).WhenMissing(MissingPolicy.Fail)).Decimals(1)
            .Grades(GradeScale.Of(("C", 0m), ("B", 50m), ("A", 80m)).WithHysteresis(2)).Build();
        BulkScorecard bulk = BulkScorecard.Of(card);
        double[] values = [79, 80, 81, 82, 78, 77, double.NaN, 49];
        byte[] before = [2, 1, 1, 1, 2, 2, 2, BulkScorecard.NoGrade];
        var grades = new byte[8];
        var scores = new long[8];
        var status = new byte[8];
        bulk.EvaluateGrades(Memory([values]), [], before, scores, grades, status).Should().Be(1);
        grades.Should().Equal(2, 1, 1, 2, 2, 1, BulkScorecard.NoGrade, 0);
        before[0] = 3;
        bulk.EvaluateGrades(Memory([values]), [], before, scores, before, status).Should().Be(2);
        status.Should().Equal((byte)RowStatus.NoSuchIndex, 0, 0, 0, 0, 0, (byte)RowStatus.Missing, 0);
        (scores[0], before[0], before[3]).Should().Be((0L, BulkScorecard.NoGrade, (byte)2));
        bulk.Invoking(b => b.EvaluateGrades(Memory([values]), [], new byte[7], scores, grades, status)).Should().Throw<ArgumentException>().WithMessage("*7 grades before for 8 rows*");
        bulk.Invoking(b => b.EvaluateGrades(Memory([values]), [], [], scores, new byte[7], status)).Should().Throw<ArgumentException>().WithMessage("*'grades' has 7 elements*");
        bulk.Invoking(b => b.EvaluateGrades(Memory([values]), [], [], scores, status, status)).Should().Throw<ArgumentException>().WithMessage("*'status' overlaps*");
    }

    [Fact]
    public void Columns_keep_their_rules()
    {
        Scorecard card = Scorecard.Define("one").Add(ScoreCriterion.Of("a", Any, KpiUnit.Number, ValueCurve.Rising(0, 10), 1)).Decimals(1).Build();
        BulkScorecard bulk = BulkScorecard.Of(card);
        double[] values = [.. Enumerable.Range(0, 100).Select(i => i / 10d)];
        var scores = new long[100];
        bulk.Evaluate(Memory([values]), scores);
        scores.Should().Equal(Enumerable.Range(0, 100).Select(i => i * 10L));
        bulk.ResultScale.Should().Be(1);
        bulk.Evaluate(Memory([[]]), []);
        bulk.Invoking(b => b.Evaluate(Memory([values, values]), scores)).Should().Throw<ArgumentException>().WithMessage("*2 columns and 0 of samples; expected one for each of the 1*");
        bulk.Invoking(b => b.Evaluate(Memory([values]), Memory([new double[3]]), scores, new byte[100])).Should().Throw<ArgumentException>().WithMessage("*has 3 rows; expected 100*");
        bulk.Invoking(b => b.Evaluate(Memory([values]), scores.AsSpan(1))).Should().Throw<ArgumentException>().WithMessage("*'destination' has 99 elements*");
        bulk.Invoking(b => b.Evaluate(Memory([values]), scores, new byte[9])).Should().Throw<ArgumentException>().WithMessage("*'status' has 9 elements*");
        values[63] = double.NaN;
        bulk.Invoking(b => b.Evaluate(Memory([values]), scores)).Should().Throw<ArgumentException>().WithMessage("*Row 63 has no result: Missing*");
    }

#if NET8_0_OR_GREATER
    [Fact]
    public void Nothing_is_allocated()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            List<double> edges = [];
            Scorecard card = Card(random, edges);
            ReadOnlyMemory<double>[] columns = Memory([.. card.Criteria.Select(_ => Column(random, edges, 1_500))]);
            BulkScorecard bulk = BulkScorecard.Of(card);
            var scores = new long[1_500];
            var status = new byte[1_500];
            var grades = new byte[1_500];
            long least = long.MaxValue;
            for (int attempt = 0; attempt < 5 && least > 0; attempt++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                _ = bulk.Evaluate(columns, scores, status);
                _ = bulk.EvaluateGrades(columns, default, default, scores, grades, status);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            least.Should().Be(0);
        }
    }
#endif

    private static ReadOnlyMemory<double>[] Memory(double[][] columns) => [.. columns.Select(column => new ReadOnlyMemory<double>(column))];

    private static (long Score, RowStatus Status) Scalar(Scorecard card, double[][] columns, double[][] samples, int row)
    {
        double?[] values = [.. columns.Select(column => double.IsNaN(column[row]) ? (double?)null : column[row])];
        long?[] sizes = [.. samples.Select(sample => double.IsNaN(sample[row]) ? (long?)null : (long)sample[row])];
        ScorePoint point;
        try
        {
            point = card.Score(values, sizes, null);
        }
        catch (ArgumentOutOfRangeException)
        {
            return (0, RowStatus.OutOfRange);
        }

        return point.Status switch
        {
            ScoreStatus.Rated => ((long)(point.Score!.Value * (decimal)Math.Pow(10, card.Decimals)), RowStatus.Ok),
            ScoreStatus.KnockedOut => (0, RowStatus.GateNotMet),
            _ => (0, point.Reason == NotRatedReason.ValueMissing ? RowStatus.Missing : RowStatus.NotRated),
        };
    }

    private static (long Score, RowStatus Status, byte Grade) Graded(Scorecard card, double[][] columns, double[][] samples, int row, byte before)
    {
        (long score, RowStatus status) = Scalar(card, columns, samples, row);
        if (status != RowStatus.OutOfRange && before != BulkScorecard.NoGrade && before >= card.Grades!.Grades.Count)
        {
            return (0, RowStatus.NoSuchIndex, BulkScorecard.NoGrade);
        }

        if (status != RowStatus.Ok)
        {
            return (0, status, BulkScorecard.NoGrade);
        }

        double?[] values = [.. columns.Select(column => double.IsNaN(column[row]) ? (double?)null : column[row])];
        long?[] sizes = [.. samples.Select(sample => double.IsNaN(sample[row]) ? (long?)null : (long)sample[row])];
        Grade grade = card.Score(values, sizes, before == BulkScorecard.NoGrade ? null : card.Grades!.Grades[before].Code).Grade!;
        return (score, status, (byte)card.Grades!.Grades.Select((g, i) => (g, i)).Single(pair => pair.g.Code == grade.Code).i);
    }

    private static Scorecard Card(Random random, List<double> edges)
    {
        while (true)
        {
            int count = random.Next(1, 10);
            ScorecardBuilder card = Scorecard.Define("card").Decimals(random.Next(5)).Grades(GradeScale.Of(("C", 0m), ("B", 50m), ("A", 80m)).WithHysteresis(random.Next(3) * 4));
            for (int j = 0; j < count; j++)
            {
                KpiUnit unit = random.Next(4) == 0 ? KpiUnit.Percent : KpiUnit.Number;
                ScoreCriterion criterion = ScoreCriterion.Of("c" + j, Any, unit, Curve(random, edges), random.Next(1, 900) / 100m)
                    .WhenMissing(random.Next(6) switch { 0 => MissingPolicy.Exclude, 1 => MissingPolicy.Worst, 2 => MissingPolicy.Points(random.Next(1000) / 10m), 3 => MissingPolicy.Fail, _ => MissingPolicy.Exclude });
                criterion = random.Next(40) == 0 ? criterion.WithMinimumSample(5) : criterion;
                card = card.Add(criterion);
            }

            card = random.Next(3) == 0 ? card.Gate(ScoreGate.KnockOutBelow("c0", random.Next(-100, 300) / 10m, Any)) : card;
            card = random.Next(4) == 0 ? card.Gate(ScoreGate.KnockOutAbove("c0", random.Next(300, 900) / 10m, Any).AlsoWhenMissing()) : card;
            card = random.Next(4) == 0 ? card.Gate(ScoreGate.CapBelow("c0", 20m, "B", Any)) : card;
            card = random.Next(20) == 0 ? card.Gate(ScoreGate.Evidence("c0", 5, Any)) : card;
            card = random.Next(3) == 0 ? card.MinimumCoverage(Rate.Percent(random.Next(20, 100))) : card;
            if (card.TryBuild(out Scorecard? built, out _))
            {
                return built;
            }
        }
    }

    private static ValueCurve Curve(Random random, List<double> edges)
    {
        decimal[] at = [.. Enumerable.Range(0, random.Next(1, random.Next(9) == 0 ? 30 : 6)).Select(_ => random.Next(-300, 900) / 10m).Distinct().OrderBy(x => x)];
        edges.AddRange(at.Select(x => (double)x));
        (decimal, decimal)[] points = [.. at.Select(x => (x, random.Next(0, 1_000_000_000) / 10_000_000m))];
        Edge edge = (Edge)random.Next(2);
        return random.Next(6) switch
        {
            0 => ValueCurve.Rising(at[0], at[0] + 30),
            1 => ValueCurve.Falling(at[0], at[0] + 17.7m),
            2 => ValueCurve.TargetRange(at[0], at[0] + random.Next(3), random.Next(3) * 4.5m, random.Next(3) * 3.3m),
            3 => ValueCurve.Steps(edge, random.Next(100), points),
            4 => ValueCurve.Bins(edge, 150, 3, points).WithMissing(11),
            _ => ValueCurve.Through(points),
        };
    }

    private static double[] Column(Random random, List<double> edges, int rows)
    {
        int missing = random.Next(3) switch { 0 => 3, 1 => 60, _ => int.MaxValue };
        int wild = random.Next(4) == 0 ? 40 : int.MaxValue;
        return [.. Enumerable.Range(0, rows).Select(_ => random.Next(missing) == 0 ? double.NaN
            : random.Next(wild) == 0 ? new[] { double.PositiveInfinity, double.NegativeInfinity, -0d, double.MaxValue, double.Epsilon, 1e15, -1e300 }[random.Next(7)]
            : random.Next(3) switch
            {
                0 => edges[random.Next(edges.Count)],
                1 => edges[random.Next(edges.Count)] + ((random.Next(3) - 1) * 1e-13),
                _ => (random.NextDouble() * 130) - 35,
            })];
    }
}
