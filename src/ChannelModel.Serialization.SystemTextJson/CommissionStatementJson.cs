using System;
using System.Collections.Generic;
using System.Text.Json;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Writes statements as JSON and reads them, so that a stored one can be shown and verified later, from itself alone.</summary>
/// <remarks>Every value is a text, exactly as in the canonical form (<see cref="StatementRecord.Text"/>): no JSON tool can round it. Empty cells are left out.</remarks>
public static class CommissionStatementJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="statement"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(CommissionStatement statement) => WriteText(Guard.Against.Null(statement).ToRecord());

    /// <summary>Writes the record of a statement.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(StatementRecord record) => WriteText(Guard.Against.Null(record).Text);

    /// <summary>Reads a statement. One with wrong numbers is read too: <see cref="StatementRecord.Verify()"/> finds them.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>The record, or every error with its line, column and path. No input throws.</returns>
    public static JsonReadResult<StatementRecord> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, StatementReader.Read);

    /// <summary>Returns the JSON Schema (2020-12) of a statement. It knows the form of each member; what contradicts what is only found by <see cref="StatementRecord.Verify()"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("commission-statement");

    /// <summary>Writes the members of a statement but its version, for files that hold statements.</summary>
    internal static void Members(string text, Utf8JsonWriter json)
    {
        string[] rows = text.Split('\n');
        Rows("facts", "fact", rows, json);
        Rows("rules", "rule", rows, json);
        json.WriteStartArray("lines");
        foreach (string row in rows)
        {
            string[] cells = row.Split('\t');
            if (cells[0] == StatementRows.Line)
            {
                json.WriteStartObject();
                Cells(cells, 1, StatementRows.CellsOfLine, json);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        foreach ((string member, int fromEnd) in new[] { ("factsSha256", 5), ("linesSha256", 4), ("carried", 3), ("total", 2) })
        {
            json.WriteString(member, rows[rows.Length - fromEnd].Split('\t')[1]);
        }
    }

    private static string WriteText(string text) => JsonText.Object(json =>
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        Members(text, json);
    });

    private static void Rows(string name, string section, string[] rows, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (string row in rows)
        {
            string[] cells = row.Split('\t');
            if (cells[0] == section)
            {
                json.WriteStartObject();
                json.WriteString(section, cells[1]);
                Cells(cells, 2, StatementRows.CellsOf(section, cells[1])!, json);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void Cells(string[] cells, int start, IReadOnlyList<string> names, Utf8JsonWriter json)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (cells[start + i].Length > 0)
            {
                json.WriteString(names[i], StatementRows.Unescape(cells[start + i]));
            }
        }
    }
}
