using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ChannelModel.Fuzz;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using ChannelModel.Tests;
using CsCheck;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>A score that is stored is read back as it was, and verified from itself alone; whatever is changed in it is found.</summary>
public sealed class ScoreJsonTests
{
    private static readonly Scorecard[] Cards = [ReadyScorecards.PartnerScreening, ReadyScorecards.GroupLeader, ReadyScorecards.ChannelHealth, ReadyScorecards.Supplier];

    [Fact]
    public void A_score_is_read_back_as_it_was_and_holds() =>
        Gen.Int[0, 10_000_000].Sample(
            seed =>
            {
                ScoreResult[] results = [Result(seed), Result(seed + 1)];
                string json = ScoreJson.Write(results);
                IReadOnlyList<StoredScore> stored = ScoreJson.Read(Encoding.UTF8.GetBytes(json)).Value;
                Same.Differences(results.Select(StoredScore.Of).ToList(), stored).Should().BeEmpty(json);
                ScoreJson.Write(stored).Should().Be(json);
                for (int i = 0; i < results.Length; i++)
                {
                    stored[i].Verify().Should().Equal(results[i].Verify(), json);
                    stored[i].Record.Should().Be(results[i].ToRecord());
                    stored[i].Status.Should().Be(results[i].Status);
                    stored[i].Score.Should().Be(results[i].Score);
                    if (stored[i].Score is decimal score)
                    {
                        stored[i].Contributions.Sum(line => line.Points).Should().Be(score);
                    }
                }
            },
            iter: Laws.Iterations);

    [Fact]
    public void A_changed_digit_is_found_wherever_it_stands()
    {
        string text = ScoreJson.Write([.. Enumerable.Range(0, 6).Select(Result)]);
        ScoreJson.Read(Encoding.UTF8.GetBytes(text)).Value.SelectMany(score => score.Verify()).Should().BeEmpty();
        int[] digits = [.. Enumerable.Range(text.IndexOf("\"scores\"", StringComparison.Ordinal), text.Length).TakeWhile(i => i < text.Length).Where(i => char.IsAsciiDigit(text[i]))];
        Gen.Int[0, digits.Length - 1].Sample(
            which =>
            {
                char[] changed = text.ToCharArray();
                changed[digits[which]] = changed[digits[which]] == '9' ? '0' : (char)(changed[digits[which]] + 1);
                JsonReadResult<IReadOnlyList<StoredScore>> read = ScoreJson.Read(Encoding.UTF8.GetBytes(changed));
                (read.Succeeded && read.Value.All(score => score.Verify().Count == 0)).Should().BeFalse(new string(changed)[Math.Max(0, digits[which] - 60)..(digits[which] + 1)]);
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void All_errors_of_a_stored_score_come_at_once()
    {
        string text = "{ \"schemaVersion\": 1, \"scores\": [{ \"scorecard\": \"\", \"candidate\": \"a\", \"status\": \"good\", \"score\": 101, \"contributions\": [{ \"criterion\": \"x\", \"points\": -1 }], \"record\": \"x\" }] }";
        ScoreJson.Read(Encoding.UTF8.GetBytes(text)).Errors.Select(error => error.Path).Should().Equal(
            "$.scores[0].scorecard", "$.scores[0].status", "$.scores[0].score", "$.scores[0].contributions[0]", "$.scores[0].contributions[0].points");
    }

    private static ScoreResult Result(int seed)
    {
        var random = new Random(seed);
        Scorecard card = Cards[random.Next(Cards.Length)];
        ScoreFacts facts = ScoreFacts.For("leader \\ " + random.Next(100));
        foreach (ScoreCriterion criterion in card.Criteria.Where(_ => random.Next(8) > 0))
        {
            facts = criterion.Unit.Kind switch
            {
                KpiUnitKind.Percent => facts.With(criterion.Id.Value, Rate.Percent(random.Next(10_000) / 100m), random.Next(200)),
                KpiUnitKind.Money => facts.With(criterion.Id.Value, Money.Of(random.Next(1_000_000), criterion.Unit.Currency!.Value), random.Next(200)),
                KpiUnitKind.Score => facts.With(criterion.Id.Value, criterion.Unit.Minimum!.Value + (random.Next(1_001) / 1_000m * (criterion.Unit.Maximum!.Value - criterion.Unit.Minimum.Value)), random.Next(200)),
                _ => facts.With(criterion.Id.Value, random.Next(500), random.Next(200)),
            };
        }

        return card.Evaluate(facts);
    }
}
