using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>Writes partnerships in the members that <see cref="PartnershipBookReader"/> reads.</summary>
internal static class PartnershipBookWriter
{
    public static void Write(PartnershipBook book, Utf8JsonWriter json)
    {
        json.WriteNumber("schemaVersion", PartnershipBookJson.SchemaVersion);
        json.WriteStartArray("limits");
        foreach (KeyValuePair<PartnershipStage, int> limit in book.Limits.OrderBy(limit => limit.Key))
        {
            json.WriteStartObject();
            json.WriteString("stage", JsonText.Word(limit.Key));
            json.WriteNumber("days", limit.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ContractBookWriter.Partners(book.Partnerships.Select(partnership => partnership.Partner), json);
        json.WriteStartArray("partnerships");
        foreach (Partnership partnership in book.Partnerships)
        {
            json.WriteStartObject();
            json.WriteString("partner", partnership.Partner.Id.Value);
            json.WriteString("begun", ContractBookWriter.Date(partnership.History[0].On));
            json.WriteStartArray("steps");
            foreach (StageEntry entry in partnership.History.Skip(1))
            {
                json.WriteStartObject();
                json.WriteString("stage", JsonText.Word(entry.Stage));
                json.WriteString("on", ContractBookWriter.Date(entry.On));
                Evidence(entry.Evidence, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Evidence(partnership.Evidence, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Evidence(IReadOnlyList<StageEvidence> evidence, Utf8JsonWriter json)
    {
        json.WriteStartArray("evidence");
        foreach (StageEvidence shown in evidence)
        {
            json.WriteStartObject();
            json.WriteString("criterion", shown.Criterion.Code);
            json.WriteString("on", ContractBookWriter.Date(shown.On));
            json.WriteString("reference", shown.Reference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
