using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;
using ChannelModel.Kpis;

namespace ChannelModel.Scoring;

/// <summary>Inverts a scorecard in one criterion: what one unit brings, and where the next grade is.</summary>
internal static class LeverSearch
{
    public static IReadOnlyList<ScoreLever> Of(ScoreResult result)
    {
        var levers = new List<ScoreLever>();
        for (int j = 0; j < result.Contributions.Count; j++)
        {
            ScoreContribution line = result.Contributions[j];
            if (line.Missing == MissingCause.None && line.Criterion.Curve is not null && line.WeightBillionths > 0)
            {
                levers.Add(Of(result, j));
            }
        }

        return levers;
    }

    private static ScoreLever Of(ScoreResult result, int j)
    {
        ScoreContribution line = result.Contributions[j];
        CompiledScorecard compiled = result.Scorecard.Compiled;
        CompiledScore score = result.Compiled;
        decimal at = line.Value!.Value.Amount;
        long now = line.WorthBillionths!.Value;
        long Worth(decimal value) => CompiledScorecard.Round(compiled.Curves[j].At(compiled.Shrink[j].Apply(Real.Of(value), result.Samples[j])));
        (decimal low, decimal high) = Range(line.Criterion);

        // What must be added to the sum of weight x worth for the shown score to reach the next grade.
        long? target = null;
        if (result.Next is NextGrade next)
        {
            BigInteger divisor = (BigInteger)score.Counted * compiled.Step;
            BigInteger needed = (Exact.ToUnits(next.At, compiled.Decimals) * divisor) - (divisor / 2) - score.Sum;
            BigInteger worth = now + Exact.Divide(needed, line.WeightBillionths, RoundingMode.Ceiling);
            target = worth <= CompiledScorecard.Full ? (long)worth : null;
        }

        (int Direction, decimal One, decimal? Needed) best = (0, 0m, null);
        foreach (int direction in new[] { 1, -1 })
        {
            ValueCurve curve = line.Criterion.Curve!;
            if ((direction > 0 && curve.NeverRises) || (direction < 0 && curve.NeverFalls))
            {
                continue;
            }

            decimal moved = Math.Min(high, Math.Max(low, at + direction));
            decimal one = Exact.Quotient((decimal)((BigInteger)(Worth(moved) - now) * line.WeightBillionths), (decimal)((BigInteger)score.Counted * 10_000_000), 4, RoundingMode.HalfAwayFromZero);
            decimal? needed = target is long goal ? Needed(line.Criterion, at, direction, goal, Worth, low, high) : null;
            bool more = now < CompiledScorecard.Full && (one > 0m || needed is not null || Reaches(line.Criterion, at, direction, now, Worth));
            bool nearer = best.Direction == 0 || (needed is decimal n && (best.Needed is not decimal other || Math.Abs(n - at) < Math.Abs(other - at)));
            if (more && nearer)
            {
                best = (direction, one, needed);
            }
        }

        return new ScoreLever(line.Criterion, best.Direction, Math.Max(0m, best.One), best.Needed);
    }

    /// <summary>Whether some edge in a direction is worth more.</summary>
    private static bool Reaches(ScoreCriterion criterion, decimal at, int direction, long now, Func<decimal, long> worth) =>
        Edges(criterion, at, direction).Any(edge => worth(edge) > now);

    /// <summary>The nearest value on the grid of the unit with at least the worth that is asked for.</summary>
    private static decimal? Needed(ScoreCriterion criterion, decimal at, int direction, long goal, Func<decimal, long> worth, decimal low, decimal high)
    {
        // Between two neighbouring edges the worth moves one way only; a moved rate is searched over its whole range, where the curve goes one way.
        IEnumerable<decimal> stops = criterion.Shrinkage is null ? Edges(criterion, at, direction) : [direction > 0 ? high : low];
        decimal start = at;
        foreach (decimal stop in stops)
        {
            decimal end = Math.Min(high, Math.Max(low, stop));
            if (worth(end) >= goal)
            {
                return Bisect(start, end, direction, Grid(criterion.Unit), goal, worth);
            }

            start = end;
        }

        return null;
    }

    private static decimal Bisect(decimal start, decimal end, int direction, decimal grid, long goal, Func<decimal, long> worth)
    {
        // In steps of the grid towards the end: the last that does not do, and the first known to do.
        decimal from = direction > 0 ? decimal.Floor(start / grid) : decimal.Ceiling(start / grid);
        decimal to = direction > 0 ? decimal.Ceiling(end / grid) : decimal.Floor(end / grid);
        while (Math.Abs(to - from) > 1m)
        {
            decimal middle = decimal.Floor((from + to) / 2m);
            if (worth(middle * grid) >= goal)
            {
                to = middle;
            }
            else
            {
                from = middle;
            }
        }

        // An end between two steps of the grid is itself the answer if the step beyond it is worth less.
        return Exact.Canonical(worth(to * grid) >= goal ? to * grid : end);
    }

    /// <summary>The edges beyond a value in a direction, each with the next step of the grid behind it, since an edge may belong to either side.</summary>
    private static IEnumerable<decimal> Edges(ScoreCriterion criterion, decimal at, int direction)
    {
        decimal grid = Grid(criterion.Unit);
        IEnumerable<decimal> edges = criterion.Curve!.Points.Select(point => point.At).Where(edge => direction > 0 ? edge >= at : edge <= at);
        edges = direction > 0 ? edges.OrderBy(edge => edge) : edges.OrderByDescending(edge => edge);
        return edges.SelectMany(edge => new[] { edge, edge + (direction * grid) });
    }

    private static (decimal Low, decimal High) Range(ScoreCriterion criterion) => criterion.Shrinkage is not null
        ? (0m, 100m)
        : (criterion.Unit.Minimum ?? -2_000_000_000_000_000m, criterion.Unit.Maximum ?? 2_000_000_000_000_000m);

    /// <summary>The steps in which a value is looked for: whole things, hundredths of a percentage point or of a currency's unit, else 10^-4.</summary>
    private static decimal Grid(KpiUnit unit) => unit.Kind switch
    {
        KpiUnitKind.Count => 1m,
        KpiUnitKind.Percent or KpiUnitKind.Money => 0.01m,
        _ => 0.0001m,
    };
}
