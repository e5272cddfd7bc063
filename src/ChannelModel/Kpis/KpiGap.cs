namespace ChannelModel.Kpis;

/// <summary>Why a figure of a KPI is missing; a missing figure is never 0.</summary>
public enum KpiGap
{
    /// <summary>Nothing is missing.</summary>
    None = 0,

    /// <summary>There is no reading.</summary>
    NoData = 1,

    /// <summary>The target has no baseline, so there is no progress from it.</summary>
    NoBaseline = 2,

    /// <summary>The baseline is the target, so there is no way to go.</summary>
    NoWayToGo = 3,

    /// <summary>The quotient has no meaning: a target, or for a KPI that should fall a value, that is zero or negative.</summary>
    NotPositive = 4,

    /// <summary>The figure is larger than its unit holds.</summary>
    OutOfRange = 5,

    /// <summary>A reading of a ratio has no numerator and denominator; the mean of ratios would be a guess.</summary>
    NoParts = 6,

    /// <summary>Some readings have a sample size and some do not, so that no weights fit all.</summary>
    MixedSamples = 7,

    /// <summary>Two readings of the latest day differ, and neither is the latest.</summary>
    TwoLatest = 8,

    /// <summary>There is no target.</summary>
    NoTarget = 9,

    /// <summary>There is no pace: no profile is given, or the KPI shall lie in a range.</summary>
    NotPaced = 10,

    /// <summary>There are fewer readings than the method needs.</summary>
    TooFewReadings = 11,

    /// <summary>A sample size is not known.</summary>
    NoSampleSize = 12,

    /// <summary>The samples are too small for the test to hold.</summary>
    SampleTooSmall = 13,

    /// <summary>There is only one of the two sources, or their readings are of different days.</summary>
    NoCounterpart = 14,

    /// <summary>Nothing varies, so that no deviation can be judged.</summary>
    NoVariation = 15,

    /// <summary>The KPI counts nothing: a test of counts needs a share of cases or a number of cases.</summary>
    NotCounted = 16,

    /// <summary>Nothing is used up, so that a stock lasts without end.</summary>
    NoDemand = 17,
}
