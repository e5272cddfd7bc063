using System.Collections.Generic;

namespace ChannelModel.Tool.Reports;

/// <summary>A section of a report: a heading, sentences, and at most one table.</summary>
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
}
