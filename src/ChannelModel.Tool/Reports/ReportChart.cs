using System.Collections.Generic;

namespace ChannelModel.Tool.Reports;

/// <summary>A chart before it is drawn: what it is called, what it says in words, and one of three shapes.</summary>
internal sealed class ReportChart
{
    private ReportChart(ChartShape shape, string title, string description, string unit)
    {
        Shape = shape;
        Title = title;
        Description = description;
        Unit = unit;
    }

    public ChartShape Shape { get; }

    public string Title { get; }

    /// <summary>Gets what the chart shows, for those who cannot see it.</summary>
    public string Description { get; }

    /// <summary>Gets the unit of the values, such as a currency or %.</summary>
    public string Unit { get; }

    /// <summary>Gets the unit of the axis below, of curves.</summary>
    public string UnitBelow { get; private init; } = string.Empty;

    /// <summary>Gets the names along the bars or steps.</summary>
    public IReadOnlyList<string> Labels { get; private init; } = [];

    public IReadOnlyList<ChartSeries> Series { get; private init; } = [];

    /// <summary>Bars side by side, one group for each label.</summary>
    public static ReportChart Bars(string title, string description, string unit, IReadOnlyList<string> labels, params ChartSeries[] series) =>
        new(ChartShape.Bars, title, description, unit) { Labels = labels, Series = series };

    /// <summary>A bridge from the first value to the last: both are totals, what stands between are changes.</summary>
    public static ReportChart Bridge(string title, string description, string unit, IReadOnlyList<string> labels, IReadOnlyList<double> values) =>
        new(ChartShape.Bridge, title, description, unit) { Labels = labels, Series = [new ChartSeries(string.Empty, values)] };

    /// <summary>Lines through points, and marked points on them.</summary>
    public static ReportChart Curves(string title, string description, string unit, string unitBelow, params ChartSeries[] series) =>
        new(ChartShape.Curves, title, description, unit) { UnitBelow = unitBelow, Series = series };
}
