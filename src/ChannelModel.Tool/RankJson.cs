using System.IO;
using System.Linq;
using System.Text.Json;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson;
using ChannelModel.Serialization.SystemTextJson.Scoring;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Tool;

/// <summary>A ranking as JSON; numbers are written in full.</summary>
internal static class RankJson
{
    public static void Write(Ranking ranking, bool stability, Language language, TextWriter output)
    {
        output.Write(JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("method", ranking.Method.Name);
            json.WriteBoolean("higherIsBetter", ranking.Method.HigherIsBetter);
            json.WriteBoolean("relative", ranking.Method.IsRelative);
            json.WriteStartArray("criteria");
            WeightStability? found = stability && ranking.Detail is (WeightedSumDetail or SpotisDetail or PrometheeDetail) ? WeightStability.Of(ranking) : null;
            foreach (DecisionCriterion criterion in ranking.Matrix.Criteria)
            {
                json.WriteStartObject();
                json.WriteString("id", criterion.Id.Value);
                json.WriteNumber("weight", ranking.Matrix.Weights[criterion.Id]);
                if (found is not null)
                {
                    WeightInterval interval = found[criterion.Id.Value];
                    Limits(json, "orderHolds", interval.From, interval.To);
                    Limits(json, "firstStays", interval.TopFrom, interval.TopTo);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            RankingWriter.Entries(StoredRanking.Of(ranking), json);
            json.WriteString("rationale", ranking.Rationale.In(language));
            if (ranking.Detail is VikorDetail vikor)
            {
                json.WriteStartArray("compromise");
                vikor.CompromiseSet.ToList().ForEach(id => json.WriteStringValue(id.Value));
                json.WriteEndArray();
            }

            json.WriteStartArray("diagnostics");
            foreach (RankingDiagnostic diagnostic in ranking.Diagnostics)
            {
                json.WriteStringValue(diagnostic.Message.In(language));
            }

            json.WriteEndArray();
            if (stability)
            {
                json.WriteStartArray("departures");
                foreach (string sentence in RankReport.Departures(ranking, language))
                {
                    json.WriteStringValue(sentence);
                }

                json.WriteEndArray();
            }
        }));
    }

    private static void Limits(Utf8JsonWriter json, string name, WeightLimit from, WeightLimit to)
    {
        json.WriteStartObject(name);
        json.WriteNumber("from", from.Weight);
        json.WriteNumber("to", to.Weight);
        json.WriteEndObject();
    }
}
