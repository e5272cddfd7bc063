namespace ChannelModel.Kpis;

/// <summary>Which figure of a KPI a status is read from.</summary>
public enum KpiMeasure
{
    /// <summary>The value itself.</summary>
    Value = 0,

    /// <summary>How much of the target is reached; see <see cref="KpiTarget.Attainment"/>.</summary>
    Attainment = 1,

    /// <summary>How far the way from the baseline is gone; see <see cref="KpiTarget.Progress"/>.</summary>
    Progress = 2,

    /// <summary>How much is reached of what the pace expects by now; see <see cref="KpiPacing"/>.</summary>
    Pace = 3,
}
