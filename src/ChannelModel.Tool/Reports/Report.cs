using System.Collections.Generic;

namespace ChannelModel.Tool.Reports;

/// <summary>A report before it is drawn: a title and sections, the same for text, Markdown and HTML.</summary>
internal sealed class Report
{
    public Report(string title, IReadOnlyList<ReportSection> sections)
    {
        Title = title;
        Sections = sections;
    }

    public string Title { get; }

    public IReadOnlyList<ReportSection> Sections { get; }

    /// <summary>Gets the figures to read first, on a page.</summary>
    public IReadOnlyList<ReportTile> Tiles { get; init; } = [];
}
