namespace ChannelModel.Scoring.Methods;

/// <summary>The formulas of <see cref="Normalisation"/>.</summary>
internal enum NormalisationKind
{
    None,
    MinMax,
    LinearMax,
    Sum,
    Vector,
    Logarithmic,
    ZScore,
    Percentile,
    FixedBounds,
}
