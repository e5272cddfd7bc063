using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Serialization.SystemTextJson.Reading;

/// <summary>One reading of one input: collects every error with its position, and goes on.</summary>
internal sealed class JsonReading
{
    private readonly List<(int Offset, string Path, string Problem, string Expected)> _errors = [];
    private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);
    private int _surplus;

    /// <summary>Whether every value that is needed was read. There can still be errors: members too many, which take nothing away from what was read.</summary>
    public bool IsComplete => _errors.Count == _surplus;

    /// <summary>Parses and reads; the result has the value, or all errors in the order of the input.</summary>
    public static JsonReadResult<T> Read<T>(ReadOnlySpan<byte> utf8, Func<JsonValue, T?> read)
        where T : class
    {
        var reading = new JsonReading();
        JsonNode? root = JsonParser.Parse(utf8, reading);
        T? value = root is null ? null : read(new JsonValue(reading, root, "$"));
        return new JsonReadResult<T>(value, reading.Positioned(utf8));
    }

    public void Error(int offset, string path, string problem, string expected) => _errors.Add((offset, path, problem, expected));

    /// <summary>Records a member that is not known or there twice; what is read beside it is whole, and is checked as well.</summary>
    public void Surplus(int offset, string path, string problem, string expected)
    {
        _surplus++;
        Error(offset, path, problem, expected);
    }

    /// <summary>Remembers where a path stands, for errors that the domain finds when all parts are there.</summary>
    public void Remember(string path, int offset) => _offsets[path] = offset;

    /// <summary>Records an error of the domain at its path, or at the nearest place above that was in the input.</summary>
    public void ErrorAt(string path, string problem, string expected)
    {
        string place = path;
        while (!_offsets.ContainsKey(place) && place.Length > 1)
        {
            place = place.Substring(0, Math.Max(1, place.LastIndexOfAny(['.', '['])));
        }

        Error(_offsets.TryGetValue(place, out int offset) ? offset : 0, path, problem, expected);
    }

    /// <summary>Turns offsets into lines and columns, in one pass over the input however many errors there are.</summary>
    private JsonError[] Positioned(ReadOnlySpan<byte> utf8)
    {
        var sorted = _errors.Select((error, order) => (error, order)).OrderBy(entry => entry.error.Offset).ThenBy(entry => entry.order).ToArray();
        var result = new JsonError[sorted.Length];
        int line = 1;
        int column = 1;
        int at = utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF ? 3 : 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            (int offset, string path, string problem, string expected) = sorted[i].error;
            while (at < offset && at < utf8.Length)
            {
                int newLine = utf8.Slice(at, offset - at).IndexOf((byte)'\n');
                if (newLine < 0)
                {
                    column += Utf8Text.Characters(utf8.Slice(at, offset - at));
                    at = offset;
                }
                else
                {
                    line++;
                    column = 1;
                    at += newLine + 1;
                }
            }

            result[i] = new JsonError(line, column, path, problem, expected);
        }

        return result;
    }
}
