namespace ChannelModel.Tool;

/// <summary>A row of a file that is not used: its line (0 where it has none), why, and the row itself.</summary>
internal sealed record RejectedRow(int Line, string Reason, string Text);
