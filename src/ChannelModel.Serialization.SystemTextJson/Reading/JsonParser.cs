using System;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ChannelModel.Serialization.SystemTextJson.Reading;

/// <summary>Makes the tree of a JSON text, or says in one error why it is none.</summary>
internal static class JsonParser
{
    /// <summary>How deep objects and arrays may be nested: more than any rule file needs, little enough never to exhaust the stack.</summary>
    public const int MaxDepth = 64;

    /// <summary>What is wrong with a text that has such an escape, and what was expected.</summary>
    public const string HalfPair = "half of a surrogate pair was found";

    public const string WholeCharacters = "whole characters, each as itself or as both of its escapes";

    public static JsonNode? Parse(ReadOnlySpan<byte> utf8, JsonReading reading)
    {
        int start = utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF ? 3 : 0;
        if (Utf8Text.TrimmedEnd(utf8) <= start)
        {
            reading.Error(utf8.Length, "$", "the file is empty", "a JSON object");
            return null;
        }

        if (Utf8Text.FirstInvalid(utf8) is int invalid)
        {
            reading.Error(invalid, "$", $"the byte 0x{utf8[invalid].ToString("X2", CultureInfo.InvariantCulture)} is not UTF-8", "a text in UTF-8");
            return null;
        }

        var json = new Utf8JsonReader(utf8.Slice(start), new JsonReaderOptions { MaxDepth = MaxDepth, CommentHandling = JsonCommentHandling.Disallow });
        int depth = 0;
        try
        {
            json.Read();
            JsonNode root = Read(ref json, start, ref depth, reading);
            json.Read(); // throws if anything but white space follows
            return root;
        }
        catch (JsonException exception)
        {
            Malformed(utf8, start, exception, depth, reading);
            return null;
        }
    }

    /// <summary>Recursion is safe: the reader itself refuses more than <see cref="MaxDepth"/> levels.</summary>
    private static JsonNode Read(ref Utf8JsonReader json, int start, ref int depth, JsonReading reading)
    {
        int offset = start + checked((int)json.TokenStartIndex);
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                var obj = new JsonNode(JsonKind.Object, offset, string.Empty);
                depth++;
                while (json.Read() && json.TokenType != JsonTokenType.EndObject)
                {
                    string? name = Text(ref json);
                    int at = start + checked((int)json.TokenStartIndex);
                    if (name is null)
                    {
                        reading.Error(at, "$", HalfPair, WholeCharacters);
                    }

                    json.Read();
                    obj.Members.Add((name ?? "\uFFFD", at, Read(ref json, start, ref depth, reading)));
                }

                depth--;
                return obj;
            case JsonTokenType.StartArray:
                var array = new JsonNode(JsonKind.Array, offset, string.Empty);
                depth++;
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    array.Elements.Add(Read(ref json, start, ref depth, reading));
                }

                depth--;
                return array;
            case JsonTokenType.String:
                return Text(ref json) is string text ? new JsonNode(JsonKind.String, offset, text) : new JsonNode(JsonKind.HalfPair, offset, string.Empty);
            case JsonTokenType.Number:
                return new JsonNode(JsonKind.Number, offset, Utf8Text.Decode(json.ValueSpan));
            case JsonTokenType.True:
            case JsonTokenType.False:
                return new JsonNode(JsonKind.Boolean, offset, json.TokenType == JsonTokenType.True ? "true" : "false");
            default:
                return new JsonNode(JsonKind.Null, offset, "null");
        }
    }

    /// <summary>A string with its escapes resolved; nothing where an escape is half of a surrogate pair, which no text can hold: to replace it would be to read another text.</summary>
    private static string? Text(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Malformed(ReadOnlySpan<byte> utf8, int start, JsonException exception, int depth, JsonReading reading)
    {
        int offset = start + Utf8Text.OffsetOf(utf8.Slice(start), exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
        if (offset >= Utf8Text.TrimmedEnd(utf8))
        {
            reading.Error(utf8.Length, "$", "the file ends in the middle of a value", "the rest of the JSON");
        }
        else if (depth >= MaxDepth && utf8[offset] is (byte)'[' or (byte)'{')
        {
            reading.Error(offset, "$", "objects and arrays are nested too deep", $"at most {MaxDepth.ToString(CultureInfo.InvariantCulture)} levels");
        }
        else
        {
            string found = Utf8Text.CharacterAt(utf8, offset);
            reading.Error(offset, "$", $"{found} cannot stand here", "well-formed JSON (names and texts in double quotes, commas between items, none after the last)");
        }
    }
}
