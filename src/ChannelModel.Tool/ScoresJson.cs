using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Tool;

/// <summary>Scores as JSON, a candidate an object, in the order of the file; points and scores as exact strings.</summary>
internal static class ScoresJson
{
    public static void Write(Scorecard card, string rank, IReadOnlyList<ScoreRow> scored, int rejected, TextWriter output) => output.Write(JsonText.Object(json =>
    {
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("scorecard", card.Id.Value);
        json.WriteString("rankedBy", rank);
        json.WriteStartObject("rows");
        json.WriteNumber("read", scored.Count + rejected);
        json.WriteNumber("rated", scored.Count(row => row.Status == ScoreStatus.Rated));
        json.WriteNumber("knockedOut", scored.Count(row => row.Status == ScoreStatus.KnockedOut));
        json.WriteNumber("notRated", scored.Count(row => row.Status == ScoreStatus.NotRated));
        json.WriteNumber("rejected", rejected);
        json.WriteEndObject();
        json.WriteStartArray("candidates");
        foreach (ScoreRow row in scored)
        {
            json.WriteStartObject();
            json.WriteString("candidate", row.Candidate.Value);
            json.WriteString("status", JsonText.Word(row.Status));
            Text("score", row.Score is null ? null : ScoreRun.Points(row.Score, card));
            Text("grade", row.Grade);
            if (row.Rank is int place)
            {
                json.WriteNumber("rank", place);
            }

            if (row.MethodScore is double figure)
            {
                json.WriteNumber("figure", figure);
            }

            json.WriteString("coverage", row.Coverage.ToString("G", CultureInfo.InvariantCulture));
            if (row.Next is NextGrade next)
            {
                json.WriteString("nextGrade", next.Grade.Code);
                json.WriteString("pointsToNextGrade", ScoreRun.Points(next.Points, card));
            }

            json.WriteStartObject("points");
            for (int j = 0; j < row.Points.Count; j++)
            {
                if (card.Criteria[j].Curve is not null && row.Points[j] is decimal points)
                {
                    json.WriteString(card.Criteria[j].Id.Value, ScoreRun.Points(points, card));
                }
            }

            json.WriteEndObject();
            Text("actions", row.Actions);
            Text("reason", row.Reason);
            if (row.Explanation.Count > 0)
            {
                json.WriteStartArray("explanation");
                foreach (string line in row.Explanation.Where(line => line.Length > 0))
                {
                    json.WriteStringValue(line);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();

        void Text(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                json.WriteString(name, value);
            }
        }
    }));
}
