using System.Collections.Generic;

namespace ChannelModel.Tool.Reports;

/// <summary>A table of a report: headings, which columns are numbers, and rows of plain text.</summary>
internal sealed class ReportTable
{
    public ReportTable(params (string Heading, bool Number)[] columns)
    {
        Columns = columns;
    }

    public IReadOnlyList<(string Heading, bool Number)> Columns { get; }

    public List<IReadOnlyList<string>> Rows { get; } = [];

    public void Add(params string[] cells) => Rows.Add(cells);
}
