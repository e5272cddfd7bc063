using System.Collections.Generic;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Scoring;

/// <summary>Reads a stored ranking: the problem, and who stood where.</summary>
internal static class RankingReader
{
    public static StoredRanking? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(RankingJson.SchemaVersion);

        RankingProblem? problem = o.Required("problem") is JsonValue inner && inner.Object() is JsonObject members ? RankingProblemReader.Members(inner, members) : null;
        List<StoredRank>? entries = o.Required("ranking")?.Array(Entry);
        o.Done();
        return value.Reading.IsComplete && problem is not null ? new StoredRanking(problem, entries!) : null;
    }

    private static StoredRank? Entry(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        int? rank = o.Required("rank")?.Whole(1, int.MaxValue);
        Id<Candidate>? candidate = o.Required("candidate")?.Id<Candidate>();
        double? score = o.Required("score")?.Real();
        bool? tied = o.Required("tied")?.Boolean();
        o.Done();
        return rank is int place && candidate is not null && score is double figure && tied is bool isTied ? new StoredRank(candidate, place, figure, isTied) : null;
    }
}
