namespace ChannelModel;

/// <summary>How often something recurs, or the length of time that a figure is stated for.</summary>
public enum Cycle
{
    /// <summary>Once in the whole period that is looked at.</summary>
    Once = 0,

    /// <summary>Each calendar day.</summary>
    Day = 1,

    /// <summary>Each week of seven days, Monday to Sunday (ISO 8601).</summary>
    Week = 2,

    /// <summary>Each calendar month.</summary>
    Month = 3,

    /// <summary>Each calendar quarter.</summary>
    Quarter = 4,

    /// <summary>Each calendar year.</summary>
    Year = 5,
}
