using ChannelModel.Kpis;

namespace ChannelModel.Tool;

/// <summary>A reading with the line and the row that it was read from.</summary>
internal sealed record ReadingRow(int Line, string Text, KpiReading Reading);
