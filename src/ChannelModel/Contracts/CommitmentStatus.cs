namespace ChannelModel.Contracts;

/// <summary>Whether a commitment was kept in a period.</summary>
public enum CommitmentStatus
{
    /// <summary>Readings are missing, so nothing is judged; it is not taken for 0.</summary>
    NotMeasured = 0,

    /// <summary>Kept exactly, or better without a bonus for it.</summary>
    Kept = 1,

    /// <summary>Kept, and better than the threshold.</summary>
    Exceeded = 2,

    /// <summary>Missed: a breach.</summary>
    Missed = 3,

    /// <summary>Missed at first, and made good within the days of grace.</summary>
    Cured = 4,

    /// <summary>Missed, and excused by force majeure.</summary>
    Excused = 5,
}
