namespace ChannelModel.Scoring;

/// <summary>Why a value counts as missing.</summary>
public enum MissingCause
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>None is stated.</summary>
    NoValue = 1,

    /// <summary>Its sample is 0, too small, or not stated where it is needed.</summary>
    NotEnoughObservations = 2,
}
