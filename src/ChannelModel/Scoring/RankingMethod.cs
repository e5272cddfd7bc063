using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Scoring.Methods;

namespace ChannelModel.Scoring;

/// <summary>A way to rank the candidates of a decision matrix.</summary>
/// <remarks>
/// <para>Start with <see cref="WeightedSum"/> over <see cref="Normalisation.FixedBounds"/>, or with <see cref="Spotis"/>: they judge each candidate by itself, so that the order of two never changes because a third joins or
/// leaves. The other methods compare candidates with one another; they are for "who is best of these", and <see cref="IsRelative"/> says so.</para>
/// <para>Weighted sum, TOPSIS, VIKOR, EDAS, SPOTIS and PROMETHEE II without Gaussian shapes use + - x / and square root in one fixed order: the same bits on every runtime. Weighted product, WASPAS and Gaussian shapes go
/// through exp and log and agree to 10^-12. No result depends on the order of rows.</para>
/// <para>A closed set. Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public abstract partial class RankingMethod
{
    private protected RankingMethod(RankingMethodKind kind, string name, bool isRelative, bool higherIsBetter)
    {
        Kind = kind;
        Name = name;
        IsRelative = isRelative;
        HigherIsBetter = higherIsBetter;
    }

    /// <summary>Gets the method without its variant.</summary>
    public RankingMethodKind Kind { get; }

    /// <summary>Gets the name with its variant, such as <c>TOPSIS (vector)</c>.</summary>
    public string Name { get; }

    /// <summary>Gets a value indicating whether the order of two candidates can change because a third joins or leaves.</summary>
    public bool IsRelative { get; }

    /// <summary>Gets a value indicating whether the best candidate has the highest score; the lowest, by VIKOR and SPOTIS.</summary>
    public bool HigherIsBetter { get; }

    /// <summary>Gets how values are scaled; <see langword="null"/> for VIKOR, EDAS, PROMETHEE II and SPOTIS, which do it in a way of their own.</summary>
    public virtual Normalisation? Normalisation => null;

    /// <summary>Gets the share, from 0 to 1, that the method is made with: of the weighted sum by WASPAS, of the sum of gaps by VIKOR, of the target by balanced SPOTIS; else <see langword="null"/>.</summary>
    public virtual double? Share => null;

    /// <summary>Gets the ideal and the anti-ideal of each criterion that TOPSIS is given, in the order of ids; else empty.</summary>
    public virtual IReadOnlyList<(Id<DecisionCriterion> Criterion, double Ideal, double AntiIdeal)> Ideals => [];

    /// <summary>Gets the one preference function of PROMETHEE II for all criteria; <see langword="null"/> where each has its own, and for other methods.</summary>
    public virtual PreferenceFunction? Preference => null;

    /// <summary>Gets the preference function of each criterion, in the order of ids, where PROMETHEE II is given them; else empty.</summary>
    public virtual IReadOnlyList<KeyValuePair<Id<DecisionCriterion>, PreferenceFunction>> Preferences => [];

    /// <summary>Gets the bounds of SPOTIS, in the order given; else empty.</summary>
    public virtual IReadOnlyList<CriterionBounds> Bounds => [];

    /// <summary>Gets a value indicating whether scores are the same bits on every runtime; through exp and log they agree to 10^-12.</summary>
    public bool IsSameOnEveryRuntime => Kind is not (RankingMethodKind.WeightedProduct or RankingMethodKind.Waspas)
        && Normalisation?.IsThroughLogarithms != true
        && Preference?.Shape != PreferenceShape.Gaussian
        && Preferences.All(preference => preference.Value.Shape != PreferenceShape.Gaussian);

    /// <summary>Ranks candidates.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="ties">How ties are told and ranked; <see cref="Ties.Competition"/> unless named.</param>
    /// <returns>The ranking.</returns>
    /// <exception cref="ArgumentException">The method cannot use a value or a number of candidates; the message names criterion, candidate and value.</exception>
    public Ranking Rank(DecisionMatrix matrix, Ties? ties = null) => TryRank(matrix, ties ?? Ties.Competition, out Ranking? ranking, out IReadOnlyList<MatrixError> errors)
        ? ranking
        : throw new ArgumentException($"{Name} cannot rank the matrix: {string.Join(" | ", errors)}", nameof(matrix));

    /// <summary>Ranks candidates, if the method can.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="ties">How ties are told and ranked.</param>
    /// <param name="ranking">The ranking, or <see langword="null"/>.</param>
    /// <param name="errors">All that the method cannot use.</param>
    /// <returns>Whether there is a ranking.</returns>
    /// <exception cref="ArgumentException">The tie-break chain names a criterion that is not in the matrix.</exception>
    public bool TryRank(DecisionMatrix matrix, Ties ties, [NotNullWhen(true)] out Ranking? ranking, out IReadOnlyList<MatrixError> errors)
    {
        Guard.Against.Null(matrix);
        Guard.Against.Null(ties);
        foreach (Id<DecisionCriterion> criterion in ties.Chain)
        {
            matrix.Place(criterion);
        }

        var task = new RankingTask(matrix);
        errors = task.Errors;
        RankingOutcome outcome = Compute(task);
        if (task.Errors.Count == 0)
        {
            int broken = Array.FindIndex(outcome.Scores, score => double.IsNaN(score) || double.IsInfinity(score));
            if (broken >= 0)
            {
                task.Errors.Add(new MatrixError($"the score of '{matrix.Ids[broken]}' is too large for a double; expected weights that add up to about 1", null, matrix.Ids[broken], outcome.Scores[broken]));
            }
        }

        ranking = task.Errors.Count == 0 ? Ranking.Of(this, task, outcome, ties) : null;
        return ranking is not null;
    }

    /// <summary>Returns the name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;

    /// <summary>Scores the candidates. Where errors are left in the task, the outcome does not count.</summary>
    internal abstract RankingOutcome Compute(RankingTask task);
}
