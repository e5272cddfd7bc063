using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>The keywords of JSON Schema that our schemas use, checked one after another; an unknown keyword fails, so that none is passed over.</summary>
internal static class SchemaCheck
{
    private static readonly string[] Said = ["$schema", "$id", "$defs", "title", "description"];

    public static IReadOnlyList<string> Problems(JsonElement schema, JsonElement value) => [.. Check(schema, schema, value, "$")];

    private static IEnumerable<string> Check(JsonElement root, JsonElement schema, JsonElement value, string path) =>
        schema.ValueKind == JsonValueKind.False ? [$"{path}: nothing may stand here"]
        : schema.EnumerateObject().Where(word => !Said.Contains(word.Name, StringComparer.Ordinal)).SelectMany(word => Keyword(root, schema, word, value, path));

    private static IEnumerable<string> Keyword(JsonElement root, JsonElement schema, JsonProperty word, JsonElement value, string path)
    {
        bool isObject = value.ValueKind == JsonValueKind.Object;
        bool isNumber = value.ValueKind == JsonValueKind.Number;
        bool isText = value.ValueKind == JsonValueKind.String;
        bool isArray = value.ValueKind == JsonValueKind.Array;
        switch (word.Name)
        {
            case "$ref":
                return Check(root, root.GetProperty("$defs").GetProperty(word.Value.GetString()!["#/$defs/".Length..]), value, path);
            case "type":
                string kind = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? "boolean" : value.ValueKind.ToString().ToLowerInvariant();
                bool whole = word.Value.GetString() == "integer" && isNumber && decimal.IsInteger(value.GetDecimal());
                return If(word.Value.GetString() != kind && !whole, $"{path}: {kind}, expected {word.Value}");
            case "const":
                return If(word.Value.GetRawText() != value.GetRawText(), $"{path}: expected {word.Value}");
            case "enum":
                return If(word.Value.EnumerateArray().All(choice => choice.GetRawText() != value.GetRawText()), $"{path}: {value} is none of {word.Value}");
            case "pattern":
                return If(isText && !Regex.IsMatch(value.GetString()!, word.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)), $"{path}: {value} against {word.Value}");
            case "minLength":
                return If(isText && value.GetString()!.Length < word.Value.GetInt32(), $"{path}: too short");
            case "maxLength":
                return If(isText && value.GetString()!.Length > word.Value.GetInt32(), $"{path}: too long");
            case "minimum":
                return If(isNumber && value.GetDecimal() < word.Value.GetDecimal(), $"{path}: {value} is too small");
            case "maximum":
                return If(isNumber && value.GetDecimal() > word.Value.GetDecimal(), $"{path}: {value} is too large");
            case "exclusiveMinimum":
                return If(isNumber && value.GetDecimal() <= word.Value.GetDecimal(), $"{path}: {value} is too small");
            case "minItems":
                return If(isArray && value.GetArrayLength() < word.Value.GetInt32(), $"{path}: too few");
            case "maxItems":
                return If(isArray && value.GetArrayLength() > word.Value.GetInt32(), $"{path}: too many");
            case "items":
                return isArray ? value.EnumerateArray().SelectMany((item, i) => Check(root, word.Value, item, $"{path}[{i}]")) : [];
            case "properties":
                return isObject ? word.Value.EnumerateObject().Where(p => value.TryGetProperty(p.Name, out _)).SelectMany(p => Check(root, p.Value, value.GetProperty(p.Name), $"{path}.{p.Name}")) : [];
            case "required":
                return isObject ? word.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: {name} is missing") : [];
            case "additionalProperties":
                IEnumerable<JsonProperty> rest = isObject ? value.EnumerateObject().Where(p => !schema.TryGetProperty("properties", out JsonElement known) || !known.TryGetProperty(p.Name, out _)) : [];
                return word.Value.ValueKind == JsonValueKind.False ? rest.Select(p => $"{path}: {p.Name} is not known") : rest.SelectMany(p => Check(root, word.Value, p.Value, $"{path}.{p.Name}"));
            case "propertyNames":
                return isObject ? value.EnumerateObject().SelectMany(p => Check(root, word.Value, JsonSerializer.SerializeToElement(p.Name), $"{path}.{p.Name}")) : [];
            case "minProperties":
                return If(isObject && value.EnumerateObject().Count() < word.Value.GetInt32(), $"{path}: too few members");
            case "dependentRequired":
                return word.Value.EnumerateObject().Where(p => isObject && value.TryGetProperty(p.Name, out _)).SelectMany(p => p.Value.EnumerateArray())
                    .Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: {name} is missing");
            case "dependentSchemas":
                return word.Value.EnumerateObject().Where(p => isObject && value.TryGetProperty(p.Name, out _)).SelectMany(p => Check(root, p.Value, value, path));
            case "if":
                return schema.TryGetProperty(Check(root, word.Value, value, path).Any() ? "else" : "then", out JsonElement follows) ? Check(root, follows, value, path) : [];
            case "then" or "else":
                return [];
            case "not":
                return If(!Check(root, word.Value, value, path).Any(), $"{path}: fits what it must not");
            case "allOf":
                return word.Value.EnumerateArray().SelectMany(part => Check(root, part, value, path));
            case "anyOf":
                return If(word.Value.EnumerateArray().All(choice => Check(root, choice, value, path).Any()), $"{path}: fits none of the choices");
            case "oneOf":
                int fitting = word.Value.EnumerateArray().Count(choice => !Check(root, choice, value, path).Any());
                return If(fitting != 1, $"{path}: fits {fitting} of the choices");
            default:
                return [$"{path}: the keyword {word.Name} is not checked"];
        }
    }

    private static IEnumerable<string> If(bool broken, string problem) => broken ? [problem] : [];
}
