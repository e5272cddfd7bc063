namespace ChannelModel.Scoring;

/// <summary>Why there is no score.</summary>
public enum NotRatedReason
{
    /// <summary>There is one.</summary>
    None = 0,

    /// <summary>No criterion with a weight has a value.</summary>
    NoEvidence = 1,

    /// <summary>A criterion that may not be missing is missing.</summary>
    ValueMissing = 2,

    /// <summary>The weight of the criteria with values is below the least coverage.</summary>
    LowCoverage = 3,

    /// <summary>A gate asks for more evidence.</summary>
    TooLittleEvidence = 4,

    /// <summary>A value cannot be read: of another unit, outside the unit's range, or a negative sample.</summary>
    ValueRefused = 5,
}
