using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Scoring.Methods;

namespace ChannelModel.Scoring;

/// <summary>How the values of a criterion become comparable with those of another: a formula, and how it turns criteria of which less is better.</summary>
/// <remarks>
/// <para>All but <see cref="FixedBounds"/> and <see cref="None"/> are relative: a value's scaled value depends on who else is in the matrix, so that a ranking can change when a candidate joins or leaves.</para>
/// <para>Each formula refuses what it cannot scale and names it: sum, maximum and logarithm need values that are not negative; a reciprocal needs values above 0.</para>
/// <para>All but <see cref="Logarithmic"/> use + - x / and square root in a fixed order: the same bits on every runtime. Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Normalisation
{
    private readonly (Id<DecisionCriterion> Criterion, Normalisation Rule)[] _exceptions;

    private Normalisation(NormalisationKind kind, CostRule cost, int ddof = 0, CriterionBounds[]? bounds = null, (Id<DecisionCriterion>, Normalisation)[]? exceptions = null)
    {
        Kind = kind;
        Cost = cost;
        Ddof = ddof;
        GivenBounds = bounds ?? [];
        _exceptions = exceptions ?? [];
    }

    /// <summary>Gets the values as they are; costs are negated.</summary>
    public static Normalisation None { get; } = new(NormalisationKind.None, CostRule.Negate);

    /// <summary>Gets (x - min) / (max - min), costs (max - x) / (max - min): 0 for the worst, 1 for the best present. Negative values are welcome. A small difference of a constant-like criterion becomes a large one.</summary>
    public static Normalisation MinMax { get; } = new(NormalisationKind.MinMax, CostRule.Complement);

    /// <summary>Gets x / max, costs min / x (the reciprocal); values of 0 or more.</summary>
    public static Normalisation LinearMax { get; } = new(NormalisationKind.LinearMax, CostRule.Reciprocal);

    /// <summary>Gets x / sum, costs (1 / x) / sum of (1 / x); values of 0 or more.</summary>
    public static Normalisation Sum { get; } = new(NormalisationKind.Sum, CostRule.Reciprocal);

    /// <summary>Gets x / root of the sum of squares, costs 1 minus that.</summary>
    public static Normalisation Vector { get; } = new(NormalisationKind.Vector, CostRule.Complement);

    /// <summary>Gets ln x / sum of ln x, costs (1 - that) / (n - 1); values of 1 or more. Agrees between runtimes to 10^-12.</summary>
    public static Normalisation Logarithmic { get; } = new(NormalisationKind.Logarithmic, CostRule.Complement);

    /// <summary>Gets the share of the other candidates that are worse, ties counting half: 0 for the worst, 1 for the best.</summary>
    public static Normalisation Percentile { get; } = new(NormalisationKind.Percentile, CostRule.Complement);

    /// <summary>Gets what is done with costs.</summary>
    public CostRule Cost { get; }

    /// <summary>Gets a value indicating whether a scaled value depends on who else is in the matrix.</summary>
    public bool IsRelative => Kind is not (NormalisationKind.None or NormalisationKind.FixedBounds) || _exceptions.Any(exception => exception.Rule.IsRelative);

    /// <summary>Gets the formula.</summary>
    public NormalisationKind Kind { get; }

    /// <summary>Gets what a z-score subtracts from the number of candidates in the variance: 0 (population) or 1 (sample); 0 for other formulas.</summary>
    public int Ddof { get; }

    /// <summary>Gets the bounds of <see cref="FixedBounds"/>, in the order given; empty for other formulas.</summary>
    public IReadOnlyList<CriterionBounds> Bounds => GivenBounds;

    /// <summary>Gets the criteria that are scaled in another way, each with its normalisation, in the order given.</summary>
    public IReadOnlyList<KeyValuePair<Id<DecisionCriterion>, Normalisation>> Exceptions => Array.ConvertAll(_exceptions, exception => new KeyValuePair<Id<DecisionCriterion>, Normalisation>(exception.Criterion, exception.Rule));

    internal CriterionBounds[] GivenBounds { get; }

    /// <summary>Gets a value indicating whether a logarithm is taken anywhere, which runtimes do not agree on to the last bit.</summary>
    internal bool IsThroughLogarithms => Kind == NormalisationKind.Logarithmic || _exceptions.Any(exception => exception.Rule.IsThroughLogarithms);

    /// <summary>Gets the name, such as <c>min-max</c>.</summary>
    internal string Word => Kind switch
    {
        NormalisationKind.None => "none",
        NormalisationKind.MinMax => "min-max",
        NormalisationKind.LinearMax => "linear-max",
        NormalisationKind.Sum => "sum",
        NormalisationKind.Vector => "vector",
        NormalisationKind.Logarithmic => "logarithmic",
        NormalisationKind.ZScore => "z-score",
        NormalisationKind.Percentile => "percentile",
        _ => "fixed-bounds",
    };

    /// <summary>Makes (x - mean) / standard deviation; costs are negated.</summary>
    /// <param name="ddof">What is subtracted from the number of candidates in the variance: 0 (population) or 1 (sample).</param>
    /// <returns>The normalisation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ddof"/> is neither.</exception>
    public static Normalisation ZScore(int ddof = 0) => new(NormalisationKind.ZScore, CostRule.Negate, Column.CheckDdof(ddof));

    /// <summary>
    /// Makes (x - lower) / (upper - lower) with bounds given from outside, values beyond them counting as the bound; costs are the complement. Not relative: the score of a candidate never changes because another joins or leaves.
    /// </summary>
    /// <param name="bounds">The bounds of every criterion, without targets.</param>
    /// <returns>The normalisation.</returns>
    /// <exception cref="ArgumentException">There are none, a criterion occurs twice, or one has a target.</exception>
    public static Normalisation FixedBounds(params CriterionBounds[] bounds)
    {
        Column.CheckBounds(bounds);
        return bounds.FirstOrDefault(one => one.Target is not null) is CriterionBounds targeted
            ? throw new ArgumentException($"'{targeted.Criterion}' has a target; expected bounds without one, since SPOTIS and a scorecard's value curve are made for targets.", nameof(bounds))
            : new Normalisation(NormalisationKind.FixedBounds, CostRule.Complement, 0, (CriterionBounds[])bounds.Clone());
    }

    /// <summary>Changes what is done with costs.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>A normalisation with that rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not defined.</exception>
    public Normalisation WithCost(CostRule rule) =>
        rule is < CostRule.Complement or > CostRule.Negate
            ? throw new ArgumentOutOfRangeException(nameof(rule), rule, "Expected a defined rule.")
            : new Normalisation(Kind, rule, Ddof, GivenBounds, _exceptions);

    /// <summary>Normalises one criterion in another way.</summary>
    /// <param name="criterion">The criterion's id.</param>
    /// <param name="rule">Its normalisation.</param>
    /// <returns>A normalisation with that exception.</returns>
    /// <exception cref="ArgumentException"><paramref name="criterion"/> is not an id.</exception>
    public Normalisation But(string criterion, Normalisation rule)
    {
        var id = new Id<DecisionCriterion>(criterion);
        return new Normalisation(Kind, Cost, Ddof, GivenBounds, [.. _exceptions.Where(exception => exception.Criterion != id), (id, Guard.Against.Null(rule))]);
    }

    /// <summary>Scales a matrix, so that more is better in every column.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>The scaled values.</returns>
    /// <exception cref="ArgumentException">A value cannot be scaled; the message names criterion, candidate and value.</exception>
    public NormalisedMatrix Apply(DecisionMatrix matrix) => TryApply(matrix, out NormalisedMatrix? normalised, out IReadOnlyList<MatrixError> errors)
        ? normalised
        : throw new ArgumentException(DecisionMatrix.Say(errors), nameof(matrix));

    /// <summary>Scales a matrix, if every value can be scaled.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="normalised">The scaled values, or <see langword="null"/>.</param>
    /// <param name="errors">All that cannot be scaled.</param>
    /// <returns>Whether all was scaled.</returns>
    public bool TryApply(DecisionMatrix matrix, [NotNullWhen(true)] out NormalisedMatrix? normalised, out IReadOnlyList<MatrixError> errors)
    {
        Guard.Against.Null(matrix);
        var found = new List<MatrixError>();
        errors = found;
        double[][] columns = matrix.Sorted.Select((_, j) => Scale(matrix, j, directed: true, found)).ToArray();
        normalised = found.Count == 0 ? new NormalisedMatrix(matrix, this, columns) : null;
        return normalised is not null;
    }

    /// <summary>Returns the name, such as <c>min-max</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Word;

    /// <summary>Whether costs keep their order and proportions until they are turned, so that a method with ideals of its own need not turn them.</summary>
    internal bool TurnsCostsLast(Id<DecisionCriterion> criterion) => RuleOf(criterion) is { Cost: not CostRule.Reciprocal, Kind: not NormalisationKind.Logarithmic };

    /// <summary>Scales one column, turned so that more is better, or as it stands where the cost rule allows. Zeros and an error where it cannot be scaled.</summary>
    internal double[] Scale(DecisionMatrix matrix, int j, bool directed, List<MatrixError> errors) =>
        new Column(matrix, j, RuleOf(matrix.Sorted[j].Id), errors).Scale(directed);

    private Normalisation RuleOf(Id<DecisionCriterion> criterion)
    {
        foreach ((Id<DecisionCriterion> excepted, Normalisation rule) in _exceptions)
        {
            if (excepted == criterion)
            {
                return rule;
            }
        }

        return this;
    }
}
