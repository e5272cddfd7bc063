using System;
using Ardalis.GuardClauses;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Reads growth plans from JSON and writes them.</summary>
public static class GrowthPlanJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Reads a growth plan.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>
    /// The plan, or every error with its line, column and path. Members that are not known or there twice, numbers that a decimal would round, and bare numbers where a percentage is meant are
    /// errors; text that is not JSON at all gives one error. No input throws.
    /// </returns>
    public static JsonReadResult<GrowthPlan> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, GrowthPlanReader.Read);

    /// <summary>Writes a growth plan; <see cref="Read"/> makes the same plan of it.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(GrowthPlan plan)
    {
        Guard.Against.Null(plan);
        return JsonText.Object(json => GrowthPlanWriter.Write(plan, json));
    }

    /// <summary>Returns the JSON Schema (2020-12) of a growth plan, for editors. It knows the form of each member; what contradicts what is only found by <see cref="Read"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("growth-plan");
}
