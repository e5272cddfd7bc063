using System;
using System.Text.Json;
using ChannelModel.Commissions;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Contracts;
using ChannelModel.Serialization.SystemTextJson.Scoring;
using ChannelModel.Serialization.SystemTextJson.Writing;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Versions;

/// <summary>Writes versions in time in the members that <see cref="HistoryReader"/> reads.</summary>
internal static class HistoryWriter
{
    public static void Write(PlanHistory history, Utf8JsonWriter json)
    {
        json.WriteNumber("schemaVersion", PlanHistoryJson.SchemaVersion);
        json.WriteString("anchor", JsonText.Word(history.Anchor));
        json.WriteStartArray("versions");
        foreach (PlanVersion version in history.Versions)
        {
            Version(version.Number, version.From, version.Until, "plan", () => CommissionPlanWriter.Write(version.Plan, json), json);
        }

        json.WriteEndArray();
    }

    public static void Write(ScorecardHistory history, Utf8JsonWriter json)
    {
        json.WriteNumber("schemaVersion", ScorecardHistoryJson.SchemaVersion);
        json.WriteStartArray("versions");
        foreach (ScorecardVersion version in history.Versions)
        {
            Version(version.Number, version.From, version.Until, "scorecard", () => ScorecardWriter.Write(version.Scorecard, json), json);
        }

        json.WriteEndArray();
    }

    private static void Version(int number, LocalDate from, LocalDate? until, string what, Action members, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("version", number);
        ContractBookWriter.Days(from, until, json);
        json.WriteStartObject(what);
        members();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
