namespace ChannelModel.Scoring;

/// <summary>The six shapes of PROMETHEE's preference functions.</summary>
public enum PreferenceShape
{
    /// <summary>Any difference counts in full.</summary>
    Usual = 0,

    /// <summary>Nothing up to q, then in full.</summary>
    UShape = 1,

    /// <summary>In proportion up to p, then in full.</summary>
    VShape = 2,

    /// <summary>Nothing up to q, half up to p, then in full.</summary>
    Level = 3,

    /// <summary>Nothing up to q, in proportion up to p, then in full.</summary>
    Linear = 4,

    /// <summary>A bell curve turned over.</summary>
    Gaussian = 5,
}
