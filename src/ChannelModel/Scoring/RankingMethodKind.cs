namespace ChannelModel.Scoring;

/// <summary>The methods of <see cref="RankingMethod"/>, without their variants.</summary>
public enum RankingMethodKind
{
    /// <summary>The sum of weight x scaled value.</summary>
    WeightedSum = 0,

    /// <summary>The product of scaled value to the power of weight.</summary>
    WeightedProduct = 1,

    /// <summary>A share of the weighted sum and the rest of the weighted product.</summary>
    Waspas = 2,

    /// <summary>Nearness to the best and distance from the worst.</summary>
    Topsis = 3,

    /// <summary>A compromise between the sum of gaps and the largest gap.</summary>
    Vikor = 4,

    /// <summary>Distances from the average.</summary>
    Edas = 5,

    /// <summary>PROMETHEE II: who is preferred to whom, pair by pair.</summary>
    Promethee = 6,

    /// <summary>The distance to the best value within bounds.</summary>
    Spotis = 7,

    /// <summary>A share of the distance to a target and the rest of that to the better bound.</summary>
    BalancedSpotis = 8,
}
