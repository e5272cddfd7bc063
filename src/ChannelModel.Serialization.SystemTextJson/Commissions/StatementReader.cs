using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Commissions;

/// <summary>Makes a statement's canonical text of its JSON, and reads that.</summary>
internal static class StatementReader
{
    public static StatementRecord? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(CommissionStatementJson.SchemaVersion);

        return Members(value, o);
    }

    /// <summary>Reads a statement inside another document, which has the version.</summary>
    public static StatementRecord? Inner(JsonValue value) => value.Object() is JsonObject o ? Members(value, o) : null;

    /// <summary>Reads the members of a statement but its version; no other may stand beside them.</summary>
    private static StatementRecord? Members(JsonValue value, JsonObject o)
    {
        var text = new StringBuilder("channelmodel-statement\t2\n");
        Rows(o.Required("facts"), "fact", text);
        Rows(o.Required("rules"), "rule", text);
        o.Required("lines")?.Array(line => line.Object() is JsonObject cells ? Row(StatementRows.Line, null, cells, StatementRows.CellsOfLine, text) : null);
        foreach ((string member, string row) in new[] { ("factsSha256", "facts-sha256"), ("linesSha256", "lines-sha256"), ("carried", "carried"), ("total", "total") })
        {
            text.Append(row).Append('\t').Append(o.Required(member)?.Text()).Append('\n');
        }

        o.Done();
        if (!value.Reading.IsComplete)
        {
            return null;
        }

        try
        {
            return StatementRecord.Parse(text.ToString());
        }
        catch (FormatException broken)
        {
            value.Error(broken.Message.TrimEnd('.'), "a statement as this package writes it");
            return null;
        }
    }

    private static void Rows(JsonValue? list, string section, StringBuilder text) => list?.Array(row =>
    {
        if (row.Object() is not JsonObject o || o.Required(section) is not JsonValue name || name.Text() is not string word)
        {
            return null;
        }

        if (StatementRows.CellsOf(section, word) is not IReadOnlyList<string> cells)
        {
            name.Error($"'{JsonValue.Short(word)}' is not known here", "one of " + string.Join(", ", StatementRows.Rows(section)));
            return null;
        }

        return Row(section, word, o, cells, text);
    });

    private static StringBuilder Row(string section, string? word, JsonObject o, IReadOnlyList<string> cells, StringBuilder text)
    {
        text.Append(section);
        if (word is not null)
        {
            text.Append('\t').Append(word);
        }

        foreach (string cell in cells)
        {
            text.Append('\t').Append(StatementRows.Escape(o.Optional(cell)?.Text() ?? string.Empty));
        }

        text.Append('\n');
        o.Done();
        return text;
    }
}
