using System.Collections.Generic;
using System.Linq;
using ChannelModel.Scoring;

namespace ChannelModel.Tool;

/// <summary>The words of the command line for ranking methods, normalisations and weights.</summary>
internal static class MethodChoice
{
    public static string[] Methods => ["weighted-sum", "weighted-product", "waspas", "topsis", "vikor", "edas", "promethee", "spotis", "balanced-spotis"];

    public static string[] Normalisations => ["fixed-bounds", "min-max", "linear-max", "sum", "vector", "z-score", "percentile", "logarithmic", "none"];

    public static string[] Weights => ["given", "equal", "entropy", "critic", "critic-spearman", "standard-deviation"];

    /// <summary>Makes the method, or says in words why its parts do not fit together.</summary>
    public static RankingMethod? Method(string word, string? normalisation, double? share, IReadOnlyList<CriterionRow> criteria, out string problem)
    {
        problem = string.Empty;
        if (normalisation is not null && word is ("vikor" or "edas" or "promethee" or "spotis" or "balanced-spotis"))
        {
            problem = $"{word} scales in its own way, expected no --normalisation";
            return null;
        }

        if (share is not null && word is not ("waspas" or "vikor" or "balanced-spotis"))
        {
            problem = $"{word} has no share, expected --share with waspas, vikor or balanced-spotis only";
            return null;
        }

        if (share is double part && !(part >= 0d && part <= 1d))
        {
            problem = "--share is outside 0 to 1, expected a part such as 0.5";
            return null;
        }

        CriterionBounds[] bounds = [.. criteria.Select(row => row.Bounds).OfType<CriterionBounds>()];
        string unbounded = string.Join(", ", criteria.Where(row => row.Bounds is null).Select(row => row.Criterion.Id));
        bool needsBounds = word is "spotis" or "balanced-spotis" || normalisation == "fixed-bounds" || (word == "weighted-sum" && normalisation is null);
        if (needsBounds && unbounded.Length > 0)
        {
            problem = $"{word} judges by bounds, and {unbounded} has none, expected from and to in the file of criteria"
                + (word is "weighted-sum" ? ", or a relative --normalisation such as min-max" : string.Empty);
            return null;
        }

        if (word is not ("spotis" or "balanced-spotis") && needsBounds && bounds.FirstOrDefault(one => one.Target is not null) is CriterionBounds targeted)
        {
            problem = $"'{targeted.Criterion}' has a target, expected none for {word}; spotis is made for targets";
            return null;
        }

        switch (word)
        {
            case "weighted-sum":
                return RankingMethod.WeightedSum(Normalise(normalisation ?? "fixed-bounds", bounds));
            case "weighted-product":
                return RankingMethod.WeightedProduct(normalisation is null ? null : Normalise(normalisation, bounds));
            case "waspas":
                return RankingMethod.Waspas(share ?? 0.5, normalisation is null ? null : Normalise(normalisation, bounds));
            case "topsis":
                return RankingMethod.Topsis(normalisation is null ? null : Normalise(normalisation, bounds));
            case "vikor":
                return RankingMethod.Vikor(share ?? 0.5);
            case "edas":
                return RankingMethod.Edas();
            case "spotis":
                return RankingMethod.Spotis(bounds);
            case "balanced-spotis":
                return RankingMethod.BalancedSpotis(share ?? 0.5, bounds);
            default:
                return RankingMethod.Promethee([.. criteria.Select(row => (row.Criterion.Id.Value, row.Preference ?? PreferenceFunction.Usual))]);
        }
    }

    /// <summary>The weights of a word; null for those of the file.</summary>
    public static WeightingMethod? Weighting(string word) => word switch
    {
        "equal" => WeightingMethod.Equal,
        "entropy" => WeightingMethod.Entropy,
        "critic" => WeightingMethod.Critic(),
        "critic-spearman" => WeightingMethod.Critic(Correlation.Spearman),
        "standard-deviation" => WeightingMethod.StandardDeviation(),
        _ => null,
    };

    private static Normalisation Normalise(string word, CriterionBounds[] bounds) => word switch
    {
        "min-max" => Normalisation.MinMax,
        "linear-max" => Normalisation.LinearMax,
        "sum" => Normalisation.Sum,
        "vector" => Normalisation.Vector,
        "z-score" => Normalisation.ZScore(),
        "percentile" => Normalisation.Percentile,
        "logarithmic" => Normalisation.Logarithmic,
        "none" => Normalisation.None,
        _ => Normalisation.FixedBounds(bounds),
    };
}
