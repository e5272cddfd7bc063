using System;
using Ardalis.GuardClauses;
using ChannelModel.Kpis;
using ChannelModel.Serialization.SystemTextJson.Kpis;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Reads the KPIs to watch from JSON (definitions, targets, paces, bands, rules) and writes them.</summary>
public static class KpiSetJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Reads a set of KPIs.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>
    /// The set, or every error with its line, column and path. Members that are not known or there twice, numbers that a decimal would round, and bare numbers where a percentage is meant are errors; text
    /// that is not JSON at all gives one error. No input throws.
    /// </returns>
    public static JsonReadResult<KpiSet> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, KpiSetReader.Read);

    /// <summary>Writes a set of KPIs; <see cref="Read"/> makes the same set of it.</summary>
    /// <param name="set">The set.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(KpiSet set)
    {
        Guard.Against.Null(set);
        return JsonText.Object(json => KpiSetWriter.Write(set, json));
    }

    /// <summary>Returns the JSON Schema (2020-12) of a set, for editors. It knows the form of each member; what contradicts what is only found by <see cref="Read"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("kpis");
}
