namespace ChannelModel.Scoring;

/// <summary>The formulas of <see cref="Normalisation"/>.</summary>
public enum NormalisationKind
{
    /// <summary>The values as they are.</summary>
    None = 0,

    /// <summary>From 0 for the worst to 1 for the best present.</summary>
    MinMax = 1,

    /// <summary>In proportion to the largest.</summary>
    LinearMax = 2,

    /// <summary>In proportion to the sum.</summary>
    Sum = 3,

    /// <summary>In proportion to the root of the sum of squares.</summary>
    Vector = 4,

    /// <summary>The logarithm in proportion to the sum of logarithms.</summary>
    Logarithmic = 5,

    /// <summary>The distance from the mean in standard deviations.</summary>
    ZScore = 6,

    /// <summary>The share of the others that are worse.</summary>
    Percentile = 7,

    /// <summary>From 0 to 1 between bounds that are given from outside.</summary>
    FixedBounds = 8,
}
