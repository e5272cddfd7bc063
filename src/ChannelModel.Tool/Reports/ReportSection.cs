using System.Collections.Generic;

namespace ChannelModel.Tool.Reports;

/// <summary>A section of a report: a heading, sentences, at most one table, and on a page charts.</summary>
internal sealed class ReportSection
{
    public ReportSection(string heading, IReadOnlyList<string> sentences, ReportTable? table = null)
    {
        Heading = heading;
        Sentences = sentences;
        Table = table;
    }

    public string Heading { get; }

    public IReadOnlyList<string> Sentences { get; }

    public ReportTable? Table { get; }

    /// <summary>Gets the charts, which only a page shows.</summary>
    public IReadOnlyList<ReportChart> Charts { get; init; } = [];

    /// <summary>Gets how the figures of the section are made, which only a page says.</summary>
    public IReadOnlyList<string> Explanations { get; init; } = [];
}
