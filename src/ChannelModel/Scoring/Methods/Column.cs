using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Scoring.Methods;

/// <summary>One column on its way through a normalisation: checked first, then scaled, then turned.</summary>
internal sealed class Column
{
    private readonly DecisionMatrix _matrix;
    private readonly DecisionCriterion _criterion;
    private readonly double[] _x;
    private readonly Normalisation _rule;
    private readonly List<MatrixError> _errors;

    public Column(DecisionMatrix matrix, int place, Normalisation rule, List<MatrixError> errors)
    {
        _matrix = matrix;
        _criterion = matrix.Sorted[place];
        _x = matrix.Columns[place];
        _rule = rule;
        _errors = errors;
    }

    public static int CheckDdof(int ddof) =>
        ddof is 0 or 1 ? ddof : throw new ArgumentOutOfRangeException(nameof(ddof), ddof, "Expected 0 (population) or 1 (sample).");

    public static void CheckBounds(CriterionBounds[] bounds)
    {
        Guard.Against.Null(bounds);
        if (bounds.Length == 0)
        {
            throw new ArgumentException("There are no bounds; expected those of every criterion.", nameof(bounds));
        }

        foreach (IGrouping<Id<DecisionCriterion>, CriterionBounds> twice in bounds.GroupBy(one => one.Criterion).Where(group => group.Count() > 1))
        {
            throw new ArgumentException($"The bounds of '{twice.Key}' are given {twice.Count()} times; expected once.", nameof(bounds));
        }
    }

    public double[] Scale(bool directed)
    {
        bool cost = !_criterion.IsHigher;
        double[] x = _x;
        if (cost && _rule.Cost == CostRule.Reciprocal)
        {
            if (!Demand(value => value > 0d, "the reciprocal of a cost needs values above 0; use the complement, fixed bounds or min-max"))
            {
                return new double[x.Length];
            }

            x = Array.ConvertAll(x, value => 1d / value);
            cost = false;
        }

        // Min-max and fixed bounds turn by exchanging the bounds, which is exact at both ends.
        if (_rule.Kind == NormalisationKind.MinMax)
        {
            (double low, double high) = Range(x);
            return Between(x, low, high, clamp: false, cost && directed);
        }

        if (_rule.Kind == NormalisationKind.FixedBounds)
        {
            CriterionBounds? bounds = Array.Find(_rule.GivenBounds, one => one.Criterion == _criterion.Id);
            if (bounds is null)
            {
                _errors.Add(new MatrixError($"criterion '{_criterion.Id}' has no bounds; expected some for each criterion that counts", _criterion.Id));
                return new double[x.Length];
            }

            return Between(x, bounds.From, bounds.To, clamp: true, cost && directed);
        }

        double[]? scaled = Formula(x);
        return scaled is null ? new double[x.Length] : cost && directed ? Turn(scaled) : scaled;
    }

    /// <summary>Mean and standard deviation, summed in the order of ids; the deviation of a constant column is 0 to the bit.</summary>
    public static (double Mean, double Deviation) Spread(double[] x, int ddof)
    {
        (double low, double high) = Range(x);
        if (low == high)
        {
            return (low, 0d);
        }

        double sum = 0d;
        foreach (double value in x)
        {
            sum += value;
        }

        double mean = sum / x.Length;
        double squares = 0d;
        foreach (double value in x)
        {
            double off = value - mean;
            squares += off * off;
        }

        return (mean, Math.Sqrt(squares / (x.Length - ddof)));
    }

    public static (double Low, double High) Range(double[] x)
    {
        double low = x[0];
        double high = x[0];
        foreach (double value in x)
        {
            low = value < low ? value : low;
            high = value > high ? value : high;
        }

        return (low, high);
    }

    /// <summary>The average rank of each value among all, the smallest value having rank 1.</summary>
    public static double[] AverageRanks(double[] x)
    {
        int[] order = new int[x.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort((double[])x.Clone(), order);
        var ranks = new double[x.Length];
        for (int from = 0; from < order.Length;)
        {
            int to = from;
            while (to < order.Length && x[order[to]] == x[order[from]])
            {
                to++;
            }

            double rank = (from + 1 + to) / 2d;
            for (int i = from; i < to; i++)
            {
                ranks[order[i]] = rank;
            }

            from = to;
        }

        return ranks;
    }

    private static double[] Between(double[] x, double low, double high, bool clamp, bool turn)
    {
        var scaled = new double[x.Length];
        double width = high - low;
        if (width == 0d)
        {
            return scaled;
        }

        for (int i = 0; i < x.Length; i++)
        {
            double value = clamp ? Math.Min(Math.Max(x[i], low), high) : x[i];
            scaled[i] = turn ? (high - value) / width : (value - low) / width;
        }

        return scaled;
    }

    private double[]? Formula(double[] x)
    {
        switch (_rule.Kind)
        {
            case NormalisationKind.None:
                return (double[])x.Clone();
            case NormalisationKind.LinearMax:
                return Demand(value => value >= 0d, "the linear-max normalisation needs values of 0 or more; use fixed bounds or min-max") ? Over(x, Range(x).High) : null;
            case NormalisationKind.Sum:
                return Demand(value => value >= 0d, "the sum normalisation needs values of 0 or more; use fixed bounds or min-max") ? Over(x, Add(x, value => value)) : null;
            case NormalisationKind.Vector:
                return Over(x, Math.Sqrt(Add(x, value => value * value)));
            case NormalisationKind.Logarithmic:
                return Demand(value => value >= 1d, "the logarithmic normalisation needs values of 1 or more; use fixed bounds or min-max") ? Logarithms(x) : null;
            case NormalisationKind.Percentile:
                return x.Length == 1 ? [0.5] : Array.ConvertAll(AverageRanks(x), rank => (rank - 1d) / (x.Length - 1));
            default:
                if (x.Length <= _rule.Ddof)
                {
                    _errors.Add(new MatrixError($"criterion '{_criterion.Id}' has {x.Length} value; the z-score with ddof {_rule.Ddof} needs {_rule.Ddof + 1} candidates or more", _criterion.Id));
                    return null;
                }

                (double mean, double deviation) = Spread(x, _rule.Ddof);
                return Array.ConvertAll(x, value => deviation == 0d ? 0d : (value - mean) / deviation);
        }
    }

    private static double[] Logarithms(double[] x)
    {
        double[] logs = Array.ConvertAll(x, Math.Log);
        return Over(logs, Add(logs, value => value));
    }

    private double[] Turn(double[] scaled)
    {
        bool shared = _rule.Kind == NormalisationKind.Logarithmic && _rule.Cost == CostRule.Complement && scaled.Length > 1;
        return Array.ConvertAll(scaled, value => _rule.Cost == CostRule.Negate ? 0d - value : shared ? (1d - value) / (scaled.Length - 1) : 1d - value);
    }

    private static double[] Over(double[] x, double whole) => Array.ConvertAll(x, value => whole == 0d ? 0d : value / whole);

    private static double Add(double[] x, Func<double, double> of)
    {
        double sum = 0d;
        foreach (double value in x)
        {
            sum += of(value);
        }

        return sum;
    }

    /// <summary>Checks every value; one error names the first that fails, in the order of ids, and counts the others.</summary>
    private bool Demand(Predicate<double> holds, string what) => Demand(_matrix, _criterion, _x, holds, what, _errors);

    public static bool Demand(DecisionMatrix matrix, DecisionCriterion criterion, double[] x, Predicate<double> holds, string what, List<MatrixError> errors)
    {
        int first = Array.FindIndex(x, value => !holds(value));
        if (first < 0)
        {
            return true;
        }

        int others = x.Count(value => !holds(value)) - 1;
        string more = others == 0 ? string.Empty : others == 1 ? " (and 1 other)" : $" (and {others} others)";
        errors.Add(new MatrixError($"criterion '{criterion.Id}' has {MatrixError.Format(x[first])} for '{matrix.Ids[first]}'{more}; {what}", criterion.Id, matrix.Ids[first], x[first]));
        return false;
    }
}
