using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Scoring;

/// <summary>The canonical text of a result, and the check of such a text from itself alone.</summary>
/// <remarks>
/// Rows end with a line feed, fields are separated by tabs. A SHA-256 finds errors, not forgery. Beyond it the arithmetic is done again: the worth of every value from the
/// piece of its curve, weights, coverage, the rounded score, points and lost points, the grade with hysteresis, the gates, and the reason where there is no score.
/// </remarks>
public static class ScoreRecord
{
    private const string Head = "channelmodel-score";

    /// <summary>Re-checks a record.</summary>
    /// <param name="record">What <see cref="ScoreResult.ToRecord"/> wrote.</param>
    /// <returns>What is wrong; nothing if it holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<string> Verify(string record)
    {
        Guard.Against.Null(record);
        string[] rows = record.Split('\n');
        if (rows.Length < 5 || rows[0] != Head + "\t1" || rows[rows.Length - 1].Length != 0)
        {
            return ["This is not a score record of version 1."];
        }

        var problems = new List<string>();
        if (rows[rows.Length - 2] != "sha256\t" + RecordRow.Hash(rows.Take(rows.Length - 2)))
        {
            problems.Add("The rows do not match their SHA-256.");
        }

        ILookup<string, string[]> cells = rows.Take(rows.Length - 2).Select(RecordRow.Cells).ToLookup(row => row[0], StringComparer.Ordinal);
        try
        {
            Check(cells, problems);
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException or OverflowException or IndexOutOfRangeException or InvalidOperationException or DivideByZeroException)
        {
            problems.Add("A row is not of the form that a score record has.");
        }

        return problems;
    }

    internal static string Write(ScoreResult result)
    {
        CompiledScorecard compiled = result.Scorecard.Compiled;
        CompiledScore score = result.Compiled;
        GradeScale? scale = result.Scorecard.Grades;
        var rows = new List<string>
        {
            Head + "\t1",
            RecordRow.Of("fact", result.Scorecard.Id.Value, result.Facts.Candidate.Value),
            Row("rules", compiled.Decimals, compiled.MinimumCoverage, scale?.Margin ?? 0, scale?.Edge == Edge.UpperIncluded ? 1 : 0, result.PreviousGrade is null ? -1 : scale!.IndexOf(result.PreviousGrade)),
        };
        for (int g = 0; g < scale?.Edges.Length; g++)
        {
            rows.Add(Row("grade", scale.Edges[g]) + "\t" + RecordRow.Of(scale.Grades[g].Code));
        }

        for (int j = 0; j < result.Contributions.Count; j++)
        {
            rows.Add(Line(result, j));
        }

        for (int i = 0; i < result.Gates.Count; i++)
        {
            rows.Add(Row("gate", (int)result.Gates[i].Gate.Kind, (int)result.Gates[i].Outcome, compiled.Gates[i].Grade) + "\t" + RecordRow.Of(result.Gates[i].Gate.ToString()));
        }

        rows.Add(Row("total", (int)score.Status, (int)score.Reason, score.Units, score.Counted, score.Observed, score.Grade, score.RawGrade));
        return string.Join("\n", rows) + "\nsha256\t" + RecordRow.Hash(rows) + "\n";
    }

    private static string Line(ScoreResult result, int j)
    {
        ScoreContribution line = result.Contributions[j];
        CompiledScorecard compiled = result.Scorecard.Compiled;
        string numbers = Row(
            "line", line.WeightBillionths, line.WorthBillionths ?? -1, Units(line.Points, compiled.Decimals), Units(line.Lost, compiled.Decimals), (int)line.Missing, compiled.Missing[j]);
        string fact = RecordRow.Of(line.Criterion.Id.Value, $"{line.Value}", $"{line.Sample}");
        if (line.Missing != MissingCause.None)
        {
            return numbers + "\t" + fact;
        }

        // The piece of the curve and the value that it was taken at, bit for bit.
        double moved = compiled.Shrink[j].Apply(result.Numbers[j], result.Samples[j]);
        RealPiece piece = compiled.Curves[j].Pieces[compiled.Curves[j].Locate(moved)];
        return numbers + "\t" + fact + "\t" + string.Join("\t", new[] { moved, piece.Anchor, piece.Base, piece.Slope }.Select(value => BitConverter.DoubleToInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture)));
    }

    private static long Units(decimal points, int decimals) => (long)Exact.ToUnits(points, decimals);

    private static void Check(ILookup<string, string[]> cells, List<string> problems)
    {
        long[] rules = Longs(cells["rules"].Single(), 1, 5);
        int decimals = rules[0] is >= 0 and <= 4 ? (int)rules[0] : throw new FormatException("The decimals of the score are none.");
        long all = 100 * CompiledScorecard.Power(decimals);
        long step = CompiledScorecard.Power(7 - decimals);
        long[] total = Longs(cells["total"].Single(), 1, 7);
        var status = (ScoreStatus)total[0];
        long units = total[2];
        BigInteger sum = BigInteger.Zero;
        long weights = 0;
        long counted = 0;
        long observed = 0;
        long points = 0;
        long lost = 0;
        bool forbidden = false;
        foreach (string[] line in cells["line"])
        {
            long[] n = Longs(line, 1, 6);
            (long weight, long worth) = (n[0], n[1]);
            weights += weight;
            points += n[2];
            lost += n[3];
            counted += worth < 0 ? 0 : weight;
            sum += worth < 0 ? BigInteger.Zero : (BigInteger)weight * worth;
            if (n[4] != 0)
            {
                forbidden |= n[5] == -2;
                if (worth != Math.Max(-1, n[5]))
                {
                    problems.Add($"{line[7]}: the worth is not that of a missing value.");
                }

                continue;
            }

            observed += weight;
            double[] x = [.. line.Skip(10).Select(bits => BitConverter.Int64BitsToDouble(long.Parse(bits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)))];
            if (x.Length != 4 || CompiledScorecard.Round(new RealPiece(double.NegativeInfinity, strict: false, x[1], x[2], x[3]).At(x[0])) != worth)
            {
                problems.Add($"{line[7]}: the piece of the curve does not give the worth.");
            }
        }

        bool any = cells["line"].Any();
        Expect(!any || weights == CompiledScorecard.Full, "The weights do not add up to 1.", problems);
        Expect(counted == total[3] && observed == total[4], "The weights that count, or that have values, do not add up.", problems);
        Expect(units < 0 || (BigInteger)units == (sum + ((BigInteger)counted * step / 2)) / ((BigInteger)counted * step), "The sum of weight x worth does not round to the score.", problems);
        Expect(units < 0 || (points == units && lost == all - units), "The points do not add up to the score, or the lost points to what is missing.", problems);

        var gates = cells["gate"].Select(gate => Longs(gate, 1, 3)).Where(gate => gate[1] == (long)GateOutcome.Applied).ToList();
        NotRatedReason reason = !any ? NotRatedReason.ValueRefused
            : forbidden ? NotRatedReason.ValueMissing
            : observed <= 0 ? NotRatedReason.NoEvidence
            : observed < rules[1] ? NotRatedReason.LowCoverage
            : gates.Exists(gate => gate[0] == (long)GateKind.Evidence) ? NotRatedReason.TooLittleEvidence : NotRatedReason.None;
        bool scored = reason == NotRatedReason.None;
        bool knocked = gates.Exists(gate => gate[0] == (long)GateKind.KnockOut);
        Expect(
            scored == units >= 0 && total[1] == (long)reason && status == (knocked ? ScoreStatus.KnockedOut : scored ? ScoreStatus.Rated : ScoreStatus.NotRated),
            "The status or its reason does not follow from gates, coverage and missing values.",
            problems);
        CheckGrade(cells, rules, total, units * step, gates, problems);
    }

    private static void CheckGrade(ILookup<string, string[]> cells, long[] rules, long[] total, long units, List<long[]> gates, List<string> problems)
    {
        Grade[] grades = [.. cells["grade"].Select(grade => new Grade(grade[2], Longs(grade, 1, 1)[0] / 10_000_000m))];
        if (total[0] != (long)ScoreStatus.Rated || grades.Length == 0)
        {
            Expect(total[5] == -1 && total[6] == -1, "There is a grade where there can be none.", problems);
            return;
        }

        GradeScale scale = GradeScale.Of(rules[3] == 1 ? Edge.UpperIncluded : Edge.LowerIncluded, grades).WithHysteresis(rules[2] / 10_000_000m);
        int raw = scale.Follow(units, checked((int)rules[4]));
        long cap = gates.Where(gate => gate[0] == (long)GateKind.CapGrade).Select(gate => gate[2]).DefaultIfEmpty(raw).Min();
        Expect(total[6] == raw && total[5] == Math.Min(raw, cap), "The grade does not follow from the score, the grade before and the caps.", problems);
    }

    private static void Expect(bool holds, string problem, List<string> problems)
    {
        if (!holds)
        {
            problems.Add(problem);
        }
    }

    private static long[] Longs(string[] cells, int start, int count)
    {
        var numbers = new long[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = long.Parse(cells[start + i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        return numbers;
    }

    private static string Row(string head, params long[] numbers) => head + "\t" + string.Join("\t", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
