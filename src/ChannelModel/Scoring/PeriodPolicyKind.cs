namespace ChannelModel.Scoring;

/// <summary>The kinds of <see cref="PeriodPolicy"/>.</summary>
public enum PeriodPolicyKind
{
    /// <summary>A linear decay with age.</summary>
    Decay = 0,

    /// <summary>Exponential smoothing.</summary>
    Smoothing = 1,

    /// <summary>Stated weights by age.</summary>
    Weights = 2,
}
