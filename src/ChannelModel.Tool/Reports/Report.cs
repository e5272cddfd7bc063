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

    /// <summary>This report with the sections of another behind one of its own, under the other's name, and its figures behind its own.</summary>
    public Report With(Report other, string name, int at)
    {
        var moved = new Dictionary<ReportSection, ReportSection>();
        var sections = new List<ReportSection>(Sections);
        foreach (ReportSection section in other.Sections)
        {
            var copy = new ReportSection($"{name} · {section.Heading}", section.Sentences, section.Table) { Charts = section.Charts, Explanations = section.Explanations };
            moved.Add(section, copy);
            sections.Insert(at, copy);
            at++;
        }

        var tiles = new List<ReportTile>(Tiles);
        foreach (ReportTile tile in other.Tiles)
        {
            tiles.Add(new ReportTile(tile.Label, tile.Figure, tile.Note, moved[tile.Target], tile.IsWarning));
        }

        return new Report(Title, sections) { Tiles = tiles };
    }
}
