using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Scoring.Methods;

/// <summary>Mean preference over the others less mean preference of the others. Five shapes are counted in sorted order, in n log n; the Gaussian compares all pairs.</summary>
internal sealed class PrometheeMethod : RankingMethod
{
    private readonly PreferenceFunction? _forAll;
    private readonly Dictionary<Id<DecisionCriterion>, PreferenceFunction> _functions;

    public PrometheeMethod(PreferenceFunction? forAll, Dictionary<Id<DecisionCriterion>, PreferenceFunction> functions)
        : base(RankingMethodKind.Promethee, forAll is null ? "PROMETHEE II" : $"PROMETHEE II ({forAll})", isRelative: true, higherIsBetter: true)
    {
        _forAll = forAll;
        _functions = functions;
    }

    public override PreferenceFunction? Preference => _forAll;

    public override IReadOnlyList<KeyValuePair<Id<DecisionCriterion>, PreferenceFunction>> Preferences => [.. _functions.OrderBy(function => function.Key)];

    public static Dictionary<Id<DecisionCriterion>, PreferenceFunction> Check((string Criterion, PreferenceFunction Function)[] functions)
    {
        Guard.Against.Null(functions);
        if (functions.Length == 0)
        {
            throw new ArgumentException("There are no preference functions; expected one for every criterion.", nameof(functions));
        }

        var made = new Dictionary<Id<DecisionCriterion>, PreferenceFunction>();
        foreach ((string criterion, PreferenceFunction function) in functions)
        {
            var id = new Id<DecisionCriterion>(criterion);
            if (made.ContainsKey(id))
            {
                throw new ArgumentException($"The preference function of '{criterion}' is given twice; expected once.", nameof(functions));
            }

            made.Add(id, Guard.Against.Null(function));
        }

        return made;
    }

    internal override RankingOutcome Compute(RankingTask task)
    {
        DecisionMatrix matrix = task.Matrix;
        int n = task.Count;
        var leaving = new double[n];
        var entering = new double[n];
        var flows = new double[task.Weights.Length][];
        for (int j = 0; j < flows.Length; j++)
        {
            flows[j] = new double[n];
            double weight = task.Weights[j];
            if (!task.Counts(j) || n == 1)
            {
                continue;
            }

            DecisionCriterion criterion = matrix.Sorted[j];
            PreferenceFunction? function = _forAll;
            if (function is null && !_functions.TryGetValue(criterion.Id, out function))
            {
                task.Errors.Add(new MatrixError($"criterion '{criterion.Id}' has no preference function; expected one for each criterion that counts", criterion.Id));
                continue;
            }

            if (function.Shape == PreferenceShape.Gaussian && n > PreferenceFunction.MaxGaussianCandidates)
            {
                task.Errors.Add(new MatrixError(
                    $"criterion '{criterion.Id}' has a Gaussian preference, which compares all pairs; {n} candidates are above the limit of {PreferenceFunction.MaxGaussianCandidates}; use the linear shape", criterion.Id));
                continue;
            }

            // Minus the value of a cost is exact, and so are the differences' signs.
            double[] x = Array.ConvertAll(matrix.Columns[j], value => criterion.IsHigher ? value : 0d - value);
            (double[] over, double[] under) = function.Shape == PreferenceShape.Gaussian ? ByPairs(x, function) : BySorting(x, function);
            for (int i = 0; i < n; i++)
            {
                double up = over[i] / (n - 1);
                double down = under[i] / (n - 1);
                flows[j][i] = up - down;
                leaving[i] += weight * up;
                entering[i] += weight * down;
            }
        }

        var net = new double[n];
        for (int i = 0; i < n; i++)
        {
            net[i] = leaving[i] - entering[i];
        }

        return new RankingOutcome(net, new PrometheeDetail(matrix, leaving, entering, flows), flows);
    }

    private static (double[] Over, double[] Under) ByPairs(double[] x, PreferenceFunction function)
    {
        var over = new double[x.Length];
        var under = new double[x.Length];
        for (int a = 0; a < x.Length; a++)
        {
            for (int b = a + 1; b < x.Length; b++)
            {
                double difference = x[a] - x[b];
                if (difference == 0d)
                {
                    continue;
                }

                double preference = function.At(Math.Abs(difference));
                over[difference > 0d ? a : b] += preference;
                under[difference > 0d ? b : a] += preference;
            }
        }

        return (over, under);
    }

    /// <summary>
    /// In ascending order, the candidates that a beats in full come first, then those it beats in part, then the rest. Both limits only move up as a does, since a rounded difference never grows as what is subtracted grows.
    /// </summary>
    private static (double[] Over, double[] Under) BySorting(double[] x, PreferenceFunction function)
    {
        int n = x.Length;
        int[] order = Enumerable.Range(0, n).ToArray();
        double[] sorted = (double[])x.Clone();
        Array.Sort(sorted, order);
        CompensatedSum[] prefix = CompensatedSum.Prefixes(sorted);
        var over = new double[n];
        var under = new double[n];
        int full = 0;
        int some = 0;
        int fullAbove = 0;
        int someAbove = 0;
        for (int k = 0; k < n; k++)
        {
            double value = sorted[k];
            while (full < n && value - sorted[full] > function.P)
            {
                full++;
            }

            while (some < n && value - sorted[some] > function.Q)
            {
                some++;
            }

            while (fullAbove < n && !(sorted[fullAbove] - value > function.P))
            {
                fullAbove++;
            }

            while (someAbove < n && !(sorted[someAbove] - value > function.Q))
            {
                someAbove++;
            }

            // Candidates full..some - 1 are beaten in part; someAbove..fullAbove - 1 beat in part.
            over[order[k]] = full + Part(function, some - full, value, prefix[some], prefix[full]);
            under[order[k]] = (n - fullAbove) + Part(function, fullAbove - someAbove, value, prefix[fullAbove], prefix[someAbove]);
        }

        return (over, under);
    }

    /// <summary>The preferences over a run of candidates that lie between q and p away: count x |value| less the run's sum, both exact to twice the precision.</summary>
    private static double Part(PreferenceFunction function, int count, double value, CompensatedSum to, CompensatedSum from)
    {
        if (count == 0)
        {
            return 0d;
        }

        if (function.Shape == PreferenceShape.Level)
        {
            return 0.5 * count;
        }

        double distance = Math.Abs(CompensatedSum.Away(count, value, to, from));
        double part = (distance - (count * function.Q)) / (function.P - function.Q);
        return Math.Min(Math.Max(part, 0d), count);
    }
}
