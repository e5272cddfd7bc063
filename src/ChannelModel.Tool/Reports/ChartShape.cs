namespace ChannelModel.Tool.Reports;

/// <summary>What a chart looks like.</summary>
internal enum ChartShape
{
    /// <summary>Horizontal bars side by side.</summary>
    Bars,

    /// <summary>A bridge between two totals.</summary>
    Bridge,

    /// <summary>Lines, with marked points.</summary>
    Curves,
}
