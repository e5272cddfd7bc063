using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using ChannelModel.Fuzz;
using ChannelModel.Scoring;
using ChannelModel.Tests;
using CsCheck;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>A scorecard that is written is read back as the same scorecard, member for member, and scores the same; so is the score.</summary>
public sealed class ScorecardJsonLaws
{
    [Fact]
    public void A_scorecard_reads_back_member_for_member_and_scores_the_same()
    {
        using JsonDocument schema = JsonDocument.Parse(ScorecardJson.Schema());
        using JsonDocument stored = JsonDocument.Parse(ScoreJson.Schema());
        Gen.Select(Gen.Int[0, 10_000_000], Gen.Int[0, 10_000_000]).Sample(
            (seed, factsSeed) =>
            {
                Scorecard card = RandomScorecards.Card(seed);
                string json = ScorecardJson.Write(card);
                JsonReadResult<Scorecard> read = ScorecardJson.Read(Encoding.UTF8.GetBytes(json));
                read.Errors.Should().BeEmpty(json);
                Same.Differences(card, read.Value).Should().BeEmpty(json);
                read.Value.Should().Be(card);
                ScorecardJson.Write(read.Value).Should().Be(json);
                Fits(schema, json);

                ScoreResult result = card.Evaluate(RandomScorecards.Facts(card, factsSeed));
                read.Value.Evaluate(RandomScorecards.Facts(read.Value, factsSeed)).ToRecord().Should().Be(result.ToRecord());
                string score = ScoreJson.Write([result]);
                Fits(stored, score);
                StoredScore kept = ScoreJson.Read(Encoding.UTF8.GetBytes(score)).Value.Single();
                Same.Differences(StoredScore.Of(result), kept).Should().BeEmpty(score);
                IReadOnlyList<string> problems = kept.Verify();
                problems.Should().BeEmpty(score);
            },
            iter: Laws.Iterations);
    }

    private static void Fits(JsonDocument schema, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        SchemaCheck.Problems(schema.RootElement, document.RootElement).Should().BeEmpty(json);
    }
}
