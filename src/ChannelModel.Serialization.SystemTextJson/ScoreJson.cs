using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Scoring;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Writes scores as JSON (status, score, grade and points, each with the record that re-checks it), and reads what is stored.</summary>
public static class ScoreJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes scores.</summary>
    /// <param name="results">The results, in order.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed. <c>record</c> is what <see cref="ScoreRecord.Verify(string)"/> takes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="results"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(IEnumerable<ScoreResult> results) => Write(Guard.Against.Null(results).Select(StoredScore.Of));

    /// <summary>Writes stored scores again; <see cref="Read"/> makes the same of it.</summary>
    /// <param name="scores">The scores, in order.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scores"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(IEnumerable<StoredScore> scores)
    {
        Guard.Against.Null(scores);
        return JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteStartArray("scores");
            foreach (StoredScore score in scores)
            {
                json.WriteStartObject();
                json.WriteString("scorecard", score.Scorecard.Value);
                json.WriteString("candidate", score.Candidate.Value);
                json.WriteString("status", JsonText.Word(score.Status));
                json.Number("score", score.Score);
                if (score.Grade is string grade)
                {
                    json.WriteString("grade", grade);
                }

                json.WriteStartArray("contributions");
                foreach (StoredScorePoints line in score.Contributions)
                {
                    json.WriteStartObject();
                    json.WriteString("criterion", line.Criterion.Value);
                    json.WriteNumber("points", line.Points);
                    json.WriteNumber("lost", line.Lost);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteString("record", score.Record);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Reads stored scores. Those with wrong numbers are read too: <see cref="StoredScore.Verify"/> finds them.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>The scores, or every error with its line, column and path. No input throws.</returns>
    public static JsonReadResult<IReadOnlyList<StoredScore>> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, ScoreReader.Read);

    /// <summary>Returns the JSON Schema (2020-12) of the form. It knows the form of each member; what contradicts what is only found by <see cref="StoredScore.Verify"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("score");
}
