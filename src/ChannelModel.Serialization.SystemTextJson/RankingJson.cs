using System;
using Ardalis.GuardClauses;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Scoring;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Writes rankings as JSON with all that they follow from, and reads them, so that a stored one can be verified later by ranking again.</summary>
public static class RankingJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes a ranking with its problem.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ranking"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(Ranking ranking) => Write(StoredRanking.Of(ranking));

    /// <summary>Writes a stored ranking again; <see cref="Read"/> makes the same of it.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ranking"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(StoredRanking ranking)
    {
        Guard.Against.Null(ranking);
        return JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteStartObject("problem");
            RankingProblemWriter.Members(ranking.Problem, json);
            json.WriteEndObject();
            RankingWriter.Entries(ranking, json);
        });
    }

    /// <summary>Reads a stored ranking. One with wrong ranks or scores is read too: <see cref="StoredRanking.Verify"/> finds them.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>The ranking, or every error with its line, column and path. No input throws.</returns>
    public static JsonReadResult<StoredRanking> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, RankingReader.Read);

    /// <summary>Returns the JSON Schema (2020-12) of the form. It knows the form of each member; what contradicts what is only found by <see cref="Read"/> and by <see cref="StoredRanking.Verify"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("ranking");
}
