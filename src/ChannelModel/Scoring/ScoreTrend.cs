namespace ChannelModel.Scoring;

/// <summary>Whether scores move from one period to the next.</summary>
public enum ScoreTrend
{
    /// <summary>Within the band.</summary>
    Steady = 0,

    /// <summary>Upwards, by more than the band.</summary>
    Rising = 1,

    /// <summary>Downwards, by more than the band.</summary>
    Falling = 2,
}
