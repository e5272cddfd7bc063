using System.Collections.Generic;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Scoring;

/// <summary>Reads stored scores.</summary>
internal static class ScoreReader
{
    public static IReadOnlyList<StoredScore>? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(ScoreJson.SchemaVersion);

        List<StoredScore>? scores = o.Required("scores")?.Array(One);
        o.Done();
        return value.Reading.IsComplete ? scores : null;
    }

    private static StoredScore? One(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<Scorecard>? scorecard = o.Required("scorecard")?.Id<Scorecard>();
        Id<Candidate>? candidate = o.Required("candidate")?.Id<Candidate>();
        ScoreStatus? status = o.Required("status")?.OneOf(("rated", ScoreStatus.Rated), ("knocked-out", ScoreStatus.KnockedOut), ("not-rated", ScoreStatus.NotRated));
        decimal? score = o.Optional("score")?.Number(0m, 100m);
        string? grade = o.Optional("grade")?.Text();
        List<StoredScorePoints>? contributions = o.Required("contributions")?.Array(Points);
        string? record = o.Required("record")?.Text();
        o.Done();
        return scorecard is not null && candidate is not null && status is ScoreStatus ended && contributions is not null && record is not null
            ? new StoredScore(scorecard, candidate, ended, score, grade, contributions, record)
            : null;
    }

    private static StoredScorePoints? Points(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<ScoreCriterion>? criterion = o.Required("criterion")?.Id<ScoreCriterion>();
        decimal? points = o.Required("points")?.Number(0m, 100m);
        decimal? lost = o.Required("lost")?.Number(0m, 100m);
        o.Done();
        return criterion is not null && points is decimal given && lost is decimal kept ? new StoredScorePoints(criterion, given, kept) : null;
    }
}
