using System;
using Ardalis.GuardClauses;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Scoring;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Reads ranking problems (criteria with weights, candidates with values, the method and its ties) from JSON and writes them.</summary>
public static class RankingProblemJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Reads a problem.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>The problem, or every error with its line, column and path. Whether the method can use every value is only found by <see cref="RankingProblem.TryRank"/>. No input throws.</returns>
    public static JsonReadResult<RankingProblem> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, RankingProblemReader.Read);

    /// <summary>Writes a problem; <see cref="Read"/> makes the same of it, every number to the last bit.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed. Weights are written as shares of their sum, candidates in the order of their ids.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(RankingProblem problem)
    {
        Guard.Against.Null(problem);
        return JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", SchemaVersion);
            RankingProblemWriter.Members(problem, json);
        });
    }

    /// <summary>Returns the JSON Schema (2020-12) of the form, for editors. It knows the form of each member; what contradicts what is only found by <see cref="Read"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("ranking-problem");
}
