using System;
using Ardalis.GuardClauses;
using ChannelModel.Scoring.Methods;

namespace ChannelModel.Scoring;

/// <content>The methods.</content>
public abstract partial class RankingMethod
{
    /// <summary>Makes a weighted sum: the sum of weight x scaled value; higher is better. A weak criterion can be made good by a strong one.</summary>
    /// <param name="normalisation">How values are scaled; with <see cref="Normalisation.FixedBounds"/> the order is free of reversals.</param>
    /// <returns>The method.</returns>
    public static RankingMethod WeightedSum(Normalisation normalisation) => new WeightedSumMethod(Guard.Against.Null(normalisation));

    /// <summary>Makes a weighted product: the product of scaled value to the power of weight; higher is better. A very weak criterion cannot be made good.</summary>
    /// <param name="normalisation">How values are scaled; <see cref="Normalisation.LinearMax"/> unless named. Negative scaled values are refused.</param>
    /// <returns>The method.</returns>
    public static RankingMethod WeightedProduct(Normalisation? normalisation = null) => new WeightedProductMethod(normalisation ?? Normalisation.LinearMax);

    /// <summary>Makes WASPAS: a share of the weighted sum and the rest of the weighted product, of the same scaled values; higher is better.</summary>
    /// <param name="sumShare">The share of the weighted sum, from 0 to 1.</param>
    /// <param name="normalisation">How values are scaled; <see cref="Normalisation.LinearMax"/> unless named.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside 0 to 1.</exception>
    public static RankingMethod Waspas(double sumShare = 0.5, Normalisation? normalisation = null) =>
        new WaspasMethod(CheckShare(sumShare, nameof(sumShare)), normalisation ?? Normalisation.LinearMax);

    /// <summary>Makes TOPSIS: nearness to the best and distance from the worst of those present; higher is better. Relative: a winner can change when a loser leaves.</summary>
    /// <param name="normalisation">How values are scaled; <see cref="Normalisation.Vector"/> unless named.</param>
    /// <returns>The method.</returns>
    public static RankingMethod Topsis(Normalisation? normalisation = null) => new TopsisMethod(normalisation ?? Normalisation.Vector, null);

    /// <summary>Makes TOPSIS with ideals given from outside.</summary>
    /// <param name="normalisation">How values are scaled.</param>
    /// <param name="ideals">The ideal and the anti-ideal of every criterion that counts, as weighted scaled values; for a cost that is not turned by its reciprocal, the ideal is the smaller.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException">There are none, a criterion occurs twice, or a value is not finite.</exception>
    public static RankingMethod TopsisToward(Normalisation normalisation, params (string Criterion, double Ideal, double AntiIdeal)[] ideals) =>
        new TopsisMethod(Guard.Against.Null(normalisation), TopsisMethod.Check(ideals));

    /// <summary>Makes VIKOR: a compromise between the sum of gaps and the largest gap to the best; lower is better. See <see cref="VikorDetail"/> for its conditions.</summary>
    /// <param name="utilityShare">The share v of the sum of gaps, from 0 (largest gap only) to 1.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside 0 to 1.</exception>
    public static RankingMethod Vikor(double utilityShare = 0.5) => new VikorMethod(CheckShare(utilityShare, nameof(utilityShare)));

    /// <summary>Makes EDAS: distances from the average, in proportion to it; higher is better. Averages of 0 or below are refused.</summary>
    /// <returns>The method.</returns>
    public static RankingMethod Edas() => new EdasMethod();

    /// <summary>Makes PROMETHEE II with one preference function for all criteria: who is preferred to whom, pair by pair; higher net flow is better.</summary>
    /// <param name="forAll">The preference function.</param>
    /// <returns>The method.</returns>
    public static RankingMethod Promethee(PreferenceFunction forAll) => new PrometheeMethod(Guard.Against.Null(forAll), []);

    /// <summary>Makes PROMETHEE II with a preference function for each criterion.</summary>
    /// <param name="functions">The criterion and its function, for every criterion that counts.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException">There are none, or a criterion occurs twice.</exception>
    public static RankingMethod Promethee(params (string Criterion, PreferenceFunction Function)[] functions) => new PrometheeMethod(null, PrometheeMethod.Check(functions));

    /// <summary>Makes SPOTIS: the weighted distance to the best value of each criterion within bounds given from outside; lower is better. Never reverses two candidates because a third joins or leaves.</summary>
    /// <param name="bounds">The bounds of every criterion that counts; a target makes that value the best one.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException">There are none, or a criterion occurs twice.</exception>
    public static RankingMethod Spotis(params CriterionBounds[] bounds) => new SpotisMethod(RankingMethodKind.Spotis, bounds, 1d, "SPOTIS");

    /// <summary>Makes balanced SPOTIS: a share of the distance to the target, and the rest of the distance to the better bound; lower is better.</summary>
    /// <param name="targetShare">The share of the target, from 0 to 1.</param>
    /// <param name="bounds">The bounds of every criterion that counts, with targets; a criterion without one has the better bound for its target.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException">There are none, or a criterion occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside 0 to 1.</exception>
    public static RankingMethod BalancedSpotis(double targetShare, params CriterionBounds[] bounds) => new SpotisMethod(RankingMethodKind.BalancedSpotis, bounds, CheckShare(targetShare, nameof(targetShare)), "Balanced SPOTIS");

    private static double CheckShare(double share, string name) =>
        share >= 0d && share <= 1d ? share : throw new ArgumentOutOfRangeException(name, share, "Expected a share from 0 to 1.");
}
