using System.Text.Json;

namespace ChannelModel.Serialization.SystemTextJson.Scoring;

/// <summary>Writes the places of a ranking, for what is stored and for what the tool prints.</summary>
internal static class RankingWriter
{
    public static void Entries(StoredRanking ranking, Utf8JsonWriter json)
    {
        json.WriteStartArray("ranking");
        foreach (StoredRank entry in ranking.Entries)
        {
            json.WriteStartObject();
            json.WriteNumber("rank", entry.Rank);
            json.WriteString("candidate", entry.Candidate.Value);
            json.WriteNumber("score", entry.Score);
            json.WriteBoolean("tied", entry.IsTied);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
