using System.Collections.Generic;

namespace ChannelModel.Serialization.SystemTextJson.Reading;

/// <summary>One value of a JSON input with its position. Objects keep their members in order, duplicates included, so that a reader can refuse them by name.</summary>
internal sealed class JsonNode
{
    public JsonNode(JsonKind kind, int offset, string text)
    {
        Kind = kind;
        Offset = offset;
        Text = text;
    }

    /// <summary>Gets the kind.</summary>
    public JsonKind Kind { get; }

    /// <summary>Gets the position of the first byte.</summary>
    public int Offset { get; }

    /// <summary>Gets a string's content, or a number as it is written.</summary>
    public string Text { get; }

    /// <summary>Gets an object's members: name, position of the name, value.</summary>
    public List<(string Name, int Offset, JsonNode Value)> Members { get; } = [];

    /// <summary>Gets an array's elements.</summary>
    public List<JsonNode> Elements { get; } = [];
}
