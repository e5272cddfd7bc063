namespace ChannelModel.Contracts;

/// <summary>On which side of the threshold a commitment is kept; the threshold itself keeps it.</summary>
public enum CommitmentBound
{
    /// <summary>The value must not be below the threshold.</summary>
    AtLeast = 0,

    /// <summary>The value must not be above the threshold.</summary>
    AtMost = 1,
}
