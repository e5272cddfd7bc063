using System.Collections.Generic;

namespace ChannelModel.Tool.Reports;

/// <summary>A table of a report: headings, which columns are numbers, and rows of plain text.</summary>
internal sealed class ReportTable
{
    private readonly Dictionary<int, IReadOnlyList<string>> _explanations = [];

    public ReportTable(params (string Heading, bool Number)[] columns)
    {
        Columns = columns;
    }

    public IReadOnlyList<(string Heading, bool Number)> Columns { get; }

    public List<IReadOnlyList<string>> Rows { get; } = [];

    public void Add(params string[] cells) => Rows.Add(cells);

    /// <summary>Says how the last row was computed; only a page shows it.</summary>
    public void Explain(params string[] lines) => _explanations[Rows.Count - 1] = lines;

    public IReadOnlyList<string> ExplanationOf(int row) => _explanations.TryGetValue(row, out IReadOnlyList<string>? lines) ? lines : [];
}
