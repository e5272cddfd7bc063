using System;
using System.Text.Json;
using Ardalis.GuardClauses;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Scoring;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Reads scorecards from JSON and writes them.</summary>
public static class ScorecardJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Reads a scorecard.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>
    /// The scorecard, or every error with its line, column and path. Unknown and double members are reported together with everything that contradicts itself. A value that cannot be read (a number
    /// that a decimal would round, a bare number where a percentage is meant) hides contradictions with what it would have been: those are reported once it can be read. No input throws.
    /// </returns>
    public static JsonReadResult<Scorecard> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, ScorecardReader.Read);

    /// <summary>Writes a scorecard; <see cref="Read"/> makes an equal one of it.</summary>
    /// <param name="scorecard">The scorecard.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scorecard"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(Scorecard scorecard)
    {
        Guard.Against.Null(scorecard);
        return JsonText.Object(json => ScorecardWriter.Write(scorecard, json));
    }

    /// <summary>Returns the JSON Schema (2020-12) of a scorecard, for editors. It knows the form of each member; what contradicts what is only found by <see cref="Read"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("scorecard");
}
