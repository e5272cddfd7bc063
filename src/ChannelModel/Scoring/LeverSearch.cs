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

        // What must be added to the sum of weight x worth for the shown score to reach the next grade; more than full points are found nowhere.
        long? target = null;
        if (result.Next is NextGrade next)
        {
            BigInteger divisor = (BigInteger)score.Counted * compiled.Step;
            BigInteger needed = (Exact.ToUnits(next.At, compiled.Decimals) * divisor) - (divisor / 2) - score.Sum;
            target = (long)(now + Exact.Divide(needed, line.WeightBillionths, RoundingMode.Ceiling));
        }

        (int Direction, decimal One, decimal? Needed) best = (0, 0m, null);
        foreach (int direction in new[] { 1, -1 })
        {
            decimal[] stops = Stops(line.Criterion, compiled.Shrink[j], result.Samples[j], at, direction, low, high);
            if (!Array.Exists(stops, stop => Worth(stop) > now))
            {
                continue;
            }

            decimal moved = Math.Min(high, Math.Max(low, at + direction));
            decimal one = Exact.Quotient((decimal)((BigInteger)(Worth(moved) - now) * line.WeightBillionths), (decimal)((BigInteger)score.Counted * 10_000_000), 4, RoundingMode.HalfAwayFromZero);
            decimal? needed = target is long goal ? Needed(line.Criterion.Unit, stops, at, direction, goal, Worth) : null;

            // The nearer value that leads to the next grade; where none does, the larger gain of one unit.
            bool better = needed is decimal n
                ? best.Needed is not decimal other || Math.Abs(n - at) < Math.Abs(other - at)
                : best.Needed is null && one > best.One;
            if (best.Direction == 0 || better)
            {
                best = (direction, one, needed);
            }
        }

        return new ScoreLever(line.Criterion, best.Direction, Math.Max(0m, best.One), best.Needed);
    }

    /// <summary>The nearest value on the grid of the unit with at least the worth that is asked for.</summary>
    private static decimal? Needed(KpiUnit unit, decimal[] stops, decimal at, int direction, long goal, Func<decimal, long> worth)
    {
        // Between two neighbouring stops the worth moves one way only.
        decimal start = at;
        foreach (decimal end in stops)
        {
            if (worth(end) >= goal)
            {
                return Bisect(start, end, direction, Grid(unit), goal, worth);
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

    /// <summary>The edges beyond a value in a direction, the nearest first, each with the next step of the grid behind it, since an edge may belong to either side; none outside the values that there are.</summary>
    private static decimal[] Stops(ScoreCriterion criterion, CompiledShrinkage shrink, double sample, decimal at, int direction, decimal low, decimal high)
    {
        decimal grid = Grid(criterion.Unit);
        IEnumerable<decimal> stops = criterion.Curve!.Points
            .Select(point => shrink.Kind == 0 ? point.At : Observed(shrink, sample, Real.Of(point.At)))
            .Where(edge => direction > 0 ? edge >= at : edge <= at)
            .SelectMany(edge => new[] { edge, edge + (direction * grid) })
            .Select(stop => Math.Min(high, Math.Max(low, stop)));
        return [.. direction > 0 ? stops.OrderBy(stop => stop) : stops.OrderByDescending(stop => stop)];
    }

    /// <summary>The least rate, in the steps in which rates are held, that a shrinkage moves to an edge or beyond it; 100 % if none is.</summary>
    /// <remarks>Searched, since a moved rate grows with the rate; a formula could land on the wrong side of the edge by the last bit.</remarks>
    private static decimal Observed(CompiledShrinkage shrink, double sample, double edge)
    {
        long from = 0;
        long to = 10_000_000_000;
        while (from < to)
        {
            long middle = (from + to) / 2;
            if (shrink.Apply(middle / 1e8, sample) >= edge)
            {
                to = middle;
            }
            else
            {
                from = middle + 1;
            }
        }

        return Exact.ToDecimal(from, 8);
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
