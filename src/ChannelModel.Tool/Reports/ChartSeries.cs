using System.Collections.Generic;

namespace ChannelModel.Tool.Reports;

/// <summary>Values of a chart under one name. A picture needs no more than doubles; the tables beside it hold the exact figures.</summary>
internal sealed class ChartSeries
{
    public ChartSeries(string name, IReadOnlyList<double> values, IReadOnlyList<double>? below = null, IReadOnlyList<(double X, double Y, string Name)>? marks = null)
    {
        Name = name;
        Values = values;
        Below = below ?? [];
        Marks = marks ?? [];
    }

    public string Name { get; }

    public IReadOnlyList<double> Values { get; }

    /// <summary>Gets the positions along the axis below, of curves.</summary>
    public IReadOnlyList<double> Below { get; }

    public IReadOnlyList<(double X, double Y, string Name)> Marks { get; }
}
