using System;
using Ardalis.GuardClauses;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Versions;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Reads the versions of a scorecard in time from JSON and writes them.</summary>
public static class ScorecardHistoryJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Reads a history.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>The history, or every error with its line, column and path; those inside a scorecard among them. No input throws.</returns>
    public static JsonReadResult<ScorecardHistory> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, HistoryReader.Scorecards);

    /// <summary>Writes a history; <see cref="Read"/> makes the same of it. Versions keep their numbers.</summary>
    /// <param name="history">The history.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(ScorecardHistory history)
    {
        Guard.Against.Null(history);
        return JsonText.Object(json => HistoryWriter.Write(history, json));
    }

    /// <summary>Returns the JSON Schema (2020-12) of the form. It knows the form of each member; what contradicts what is only found by <see cref="Read"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("scorecard-history");
}
