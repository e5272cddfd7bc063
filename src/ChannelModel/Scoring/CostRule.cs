namespace ChannelModel.Scoring;

/// <summary>How a normalisation turns a criterion of which less is better, so that more is better.</summary>
public enum CostRule
{
    /// <summary>1 - scaled value: distances between candidates stay in proportion.</summary>
    Complement = 0,

    /// <summary>1 / value, scaled as a benefit: small values are spread, large ones are pressed together, and 0 is refused. It can rank otherwise than <see cref="Complement"/>.</summary>
    Reciprocal = 1,

    /// <summary>Minus the scaled value.</summary>
    Negate = 2,
}
