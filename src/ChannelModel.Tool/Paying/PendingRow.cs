namespace ChannelModel.Tool.Paying;

/// <summary>A row of facts that waits for the rest of its statement: its line, its text, its facts or why there are none, and its measures as far as they can be read.</summary>
internal sealed record PendingRow(int Line, string Text, FactsRow? Row, string Reason, decimal?[] Values);
