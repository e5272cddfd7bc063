namespace ChannelModel.Tool.Reports;

/// <summary>A figure at the head of a page, which leads to the section that explains it.</summary>
internal sealed class ReportTile
{
    public ReportTile(string label, string figure, string note, ReportSection target, bool isWarning = false)
    {
        Label = label;
        Figure = figure;
        Note = note;
        Target = target;
        IsWarning = isWarning;
    }

    public string Label { get; }

    public string Figure { get; }

    public string Note { get; }

    public ReportSection Target { get; }

    public bool IsWarning { get; }
}
