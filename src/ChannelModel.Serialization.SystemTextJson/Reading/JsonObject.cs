using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Serialization.SystemTextJson.Reading;

/// <summary>An object that is being read: members are taken by name; what was not taken is refused at the end.</summary>
internal sealed class JsonObject
{
    private readonly JsonReading _reading;
    private readonly JsonNode _node;
    private readonly string _path;
    private readonly List<string> _known = [];

    public JsonObject(JsonReading reading, JsonNode node, string path)
    {
        _reading = reading;
        _node = node;
        _path = path;
    }

    /// <summary>Takes a member that must be there; null where it is not (an error is recorded).</summary>
    public JsonValue? Required(string name)
    {
        JsonValue? value = Optional(name);
        if (value is null && !_node.Members.Any(member => member.Name == name))
        {
            _reading.Error(_node.Offset, _path, $"'{name}' is missing", $"a member '{name}'");
        }

        return value;
    }

    /// <summary>Takes a member that may be missing; null where it is not there. A JSON null is an error: what is not known is left out.</summary>
    public JsonValue? Optional(string name)
    {
        _known.Add(name);
        foreach ((string memberName, int _, JsonNode value) in _node.Members)
        {
            if (memberName != name)
            {
                continue;
            }

            string path = JsonValue.Member(_path, name);
            if (value.Kind == JsonKind.Null)
            {
                _reading.Error(value.Offset, path, "null was found", "a value, or no such member");
                return null;
            }

            return new JsonValue(_reading, value, path);
        }

        return null;
    }

    /// <summary>Takes the version of the form, which must be there and be the one that is known.</summary>
    public void SchemaVersion(int known)
    {
        if (Required("schemaVersion") is JsonValue version && version.Whole(1, int.MaxValue) is int number && number != known)
        {
            version.Error($"version {number} is newer than this reader", "1");
        }
    }

    /// <summary>Takes all members, for objects whose names are data, such as the shares of a mix.</summary>
    public IEnumerable<KeyValuePair<string, JsonValue>> All()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, int _, JsonNode value) in _node.Members)
        {
            _known.Add(name);
            if (seen.Add(name))
            {
                yield return new KeyValuePair<string, JsonValue>(name, new JsonValue(_reading, value, JsonValue.Member(_path, name)));
            }
        }
    }

    /// <summary>Refuses members that nobody took and members that are there twice.</summary>
    public void Done()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, int offset, JsonNode _) in _node.Members)
        {
            if (!seen.Add(name))
            {
                _reading.Surplus(offset, JsonValue.Member(_path, name), $"the member '{JsonValue.Short(name)}' is there twice", "each member once");
            }
            else if (!_known.Contains(name, StringComparer.Ordinal))
            {
                _reading.Surplus(offset, JsonValue.Member(_path, name), $"the member '{JsonValue.Short(name)}' is not known here", "one of " + string.Join(", ", _known));
            }
        }
    }
}
