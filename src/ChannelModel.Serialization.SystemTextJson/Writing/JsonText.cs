using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChannelModel.Serialization.SystemTextJson.Writing;

/// <summary>Writes JSON as people read it: two spaces, line feeds, letters as they are.</summary>
internal static class JsonText
{
    /// <summary>Writes one object, and ends the text with a line feed.</summary>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair.</exception>
    public static string Object(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        string text = Encoding.UTF8.GetString(buffer.ToArray());
        Guard(text);
        return text + "\n";
    }

    /// <summary>
    /// The writer replaces half of a surrogate pair by the escape of U+FFFD, and writes U+FFFD itself as it is. A text that would be read as another one is not written.
    /// </summary>
    private static void Guard(string json)
    {
        for (int at = json.IndexOf('\\'); at >= 0; at = json.IndexOf('\\', at + 2))
        {
            if (string.CompareOrdinal(json, at, "\\uFFFD", 0, 6) == 0)
            {
                int start = json.LastIndexOf('\n', at) + 1;
                int end = json.IndexOf('\n', at);
                throw new ArgumentException($"A text has half of a surrogate pair, which JSON cannot hold: {json.Substring(start, (end < 0 ? json.Length : end) - start).Trim()}; expected whole characters.");
            }
        }
    }

    /// <summary>Writes a percentage the way it is read: in quotes, with its sign.</summary>
    public static void Percent(this Utf8JsonWriter json, string name, decimal percent) => json.WriteString(name, Rate.Percent(percent).ToString(null, CultureInfo.InvariantCulture));

    /// <summary>Writes an edge in the unit of its measure: a percentage in quotes, or a number.</summary>
    public static void Edge(this Utf8JsonWriter json, string name, decimal edge, bool percent)
    {
        if (percent)
        {
            json.Percent(name, edge);
        }
        else
        {
            json.WriteNumber(name, edge);
        }
    }

    public static void EdgeValue(this Utf8JsonWriter json, decimal edge, bool percent)
    {
        if (percent)
        {
            json.WriteStringValue(Rate.Percent(edge).ToString(null, CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNumberValue(edge);
        }
    }

    public static void Number(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is decimal number)
        {
            json.WriteNumber(name, number);
        }
    }

    /// <summary>The name of an enum's member as files spell it: <c>LowerIncluded</c> is <c>lower-included</c>.</summary>
    public static string Word(Enum value)
    {
        string name = value.ToString();
        var text = new StringBuilder(name.Length + 4);
        foreach (char letter in name)
        {
            if (letter is >= 'A' and <= 'Z')
            {
                text.Append(text.Length == 0 ? string.Empty : "-").Append((char)(letter + 32));
            }
            else
            {
                text.Append(letter);
            }
        }

        return text.ToString();
    }
}
