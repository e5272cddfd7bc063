namespace ChannelModel.Kpis;

/// <summary>Why a figure of a <see cref="KpiAssessment"/> is missing; a missing figure is never 0.</summary>
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

    /// <summary>The quotient is larger than a <see cref="Rate"/> holds.</summary>
    OutOfRange = 5,
}
