namespace ChannelModel.Kpis;

/// <summary>The kinds of unit of a KPI.</summary>
public enum KpiUnitKind
{
    /// <summary>A plain number without a unit, such as a ratio.</summary>
    Number = 0,

    /// <summary>A share or change in percent; a <see cref="Rate"/>.</summary>
    Percent = 1,

    /// <summary>An amount in one currency; a <see cref="ChannelModel.Money"/>.</summary>
    Money = 2,

    /// <summary>A mark on a scale with two ends, such as 4.2 of 5.</summary>
    Score = 3,

    /// <summary>A number of things, not negative.</summary>
    Count = 4,
}
