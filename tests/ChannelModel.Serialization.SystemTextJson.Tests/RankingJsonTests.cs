using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ChannelModel.Fuzz;
using ChannelModel.Scoring;
using ChannelModel.Tests;
using CsCheck;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>What a ranking follows from is read back to the last bit, and a stored ranking is verified by ranking again.</summary>
public sealed class RankingJsonTests
{
    private static readonly string Channels = File.ReadAllText(Path.Combine(RuleFile.Root, "docs", "plans", "rankings", "channels.json"));

    [Fact]
    public void A_problem_reads_back_to_the_last_bit_and_ranks_the_same()
    {
        using JsonDocument schema = JsonDocument.Parse(RankingProblemJson.Schema());
        using JsonDocument stored = JsonDocument.Parse(RankingJson.Schema());
        var kinds = new HashSet<RankingMethodKind>();
        int ranked = 0;
        for (int seed = 0; seed < Laws.Iterations; seed++)
        {
            RankingProblem problem = RandomRankings.Problem(seed);
            string json = RankingProblemJson.Write(problem);
            RankingProblem read = RankingProblemJson.Read(Encoding.UTF8.GetBytes(json)).Value;
            Same.Differences(problem, read).Should().BeEmpty(json);
            RankingProblemJson.Write(read).Should().Be(json);
            Fits(schema, json);
            foreach (Id<Candidate> candidate in problem.Matrix.Candidates)
            {
                foreach (DecisionCriterion criterion in problem.Matrix.Criteria)
                {
                    read.Matrix[candidate, criterion.Id].Should().Be(problem.Matrix[candidate, criterion.Id]);
                }
            }

            bool can = problem.TryRank(out Ranking? ranking, out IReadOnlyList<MatrixError> errors);
            read.TryRank(out Ranking? again, out IReadOnlyList<MatrixError> same).Should().Be(can);
            same.Select(error => error.Message).Should().Equal(errors.Select(error => error.Message));
            if (!can)
            {
                continue;
            }

            kinds.Add(problem.Method.Kind);
            ranked++;
            again!.ToText(Language.English).Should().Be(ranking!.ToText(Language.English));
            again.Scores.Values.ToArray().Should().Equal(ranking.Scores.Values.ToArray());
            string result = RankingJson.Write(ranking);
            Fits(stored, result);
            StoredRanking kept = RankingJson.Read(Encoding.UTF8.GetBytes(result)).Value;
            Same.Differences(StoredRanking.Of(ranking), kept).Should().BeEmpty(result);
            RankingJson.Write(kept).Should().Be(result);
            kept.Verify().Should().BeEmpty();
        }

        kinds.Should().HaveCount(9);
        ranked.Should().BeGreaterThan((int)(Laws.Iterations / 3));
    }

    [Fact]
    public void Whatever_is_changed_in_a_stored_ranking_is_found()
    {
        StoredRanking stored = StoredRanking.Of(RankingProblemJson.Read(Encoding.UTF8.GetBytes(Channels)).Value.Rank());
        stored.ToString().Should().Be("Balanced SPOTIS: live-commerce, group-buying, on-demand, concessions");
        string json = RankingJson.Write(stored);
        for (int i = json.IndexOf("\"ranking\"", StringComparison.Ordinal); i < json.Length; i++)
        {
            if (char.IsAsciiDigit(json[i]))
            {
                char[] changed = json.ToCharArray();
                changed[i] = changed[i] == '9' ? '0' : (char)(changed[i] + 1);
                JsonReadResult<StoredRanking> read = RankingJson.Read(Encoding.UTF8.GetBytes(changed));
                (read.Succeeded && read.Value.Verify().Count == 0).Should().BeFalse(json[(i - 20)..(i + 2)]);
            }
        }

        Verify(json.Replace("\"tied\": false", "\"tied\": true", StringComparison.Ordinal))[0].Should().MatchRegex("^Place 1 is 1\\. live-commerce 0\\.\\d+, tied; ranked again, it is 1\\. live-commerce 0\\.\\d+\\.$");
        Verify(json.Replace("\"cost\": 9.5,", "\"cost\": 49.5,", StringComparison.Ordinal)).Should().NotBeEmpty();
        Verify(json.Replace("\"share\": 0.5", "\"share\": 0.25", StringComparison.Ordinal)).Should().NotBeEmpty();
        Verify(json.Replace("\"kind\": \"balanced-spotis\",\n      \"share\": 0.5,", "\"kind\": \"spotis\",", StringComparison.Ordinal)).Should().NotBeEmpty();
        int last = json.LastIndexOf(",\n    {\n      \"rank\"", StringComparison.Ordinal);
        Verify(json[..last] + "\n  ]\n}\n").Should().Equal("There are 3 places; ranked again, there are 4.");
        Verify(json.Replace("\"criterion\": \"cost\",", "\"criterion\": \"costs\",", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith("Balanced SPOTIS cannot rank the matrix: criterion 'cost' has no bounds");
    }

    [Theory]
    [InlineData("\"weight\": 3", "\"weight\": -3", "$.criteria[0]: criterion 'reach' has the weight -3, expected a number from 0 to 10^9")]
    [InlineData("\"cost\": 22.86, ", "", "$.candidates[0].values: there is no value of 'cost', expected a number for each criterion")]
    [InlineData("\"cost\": 22.86", "\"cost\": 22.86, \"fees\": 1", "$.candidates[0].values.fees: there is no criterion 'fees', expected one of reach, cost, repurchase, price-position")]
    [InlineData("\"cost\": 22.86", "\"cost\": 1e-300", "$.candidates[0].values.cost: criterion 'cost' has 1E-300 for 'live-commerce', expected a finite number, 0 or of a magnitude from 10^-100 to 10^100")]
    [InlineData("\"id\": \"group-buying\"", "\"id\": \"live-commerce\"", "$.candidates[1]: candidate 'live-commerce' is there 2 times, expected once")]
    [InlineData("\"id\": \"reach\"", "\"id\": \"cost\"", "$.criteria: 'cost' stands twice, expected each once")]
    [InlineData("\"weights\": \"proportions\"", "\"weights\": \"shares\"", "$.criteria: the shares add up to 10, expected 1")]
    [InlineData("\"share\": 0.5", "\"share\": 1.5", "$.method.share: the share is outside the range")]
    [InlineData("\"kind\": \"balanced-spotis\"", "\"kind\": \"vikor\"", "$.method.bounds: the member 'bounds' is not known here")]
    [InlineData("\"target\": 0.95", "\"target\": 2", "$.method.bounds[3].target: the target of 'price-position' lies outside 0.7 to 1.1")]
    [InlineData("\"chain\": [\"cost\"]", "\"chain\": [\"fees\"]", "$.ties: there is no criterion 'fees', expected one of reach, cost, repurchase, price-position")]
    [InlineData("\"tolerance\": 1e-9", "\"tolerance\": 2", "$.ties.tolerance: 2 is outside the range, expected a tolerance from 0 to 1")]
    [InlineData("\"direction\": \"higher\", \"unit\"", "\"direction\": \"more\", \"unit\"", "$.criteria[0].direction: 'more' is not known here")]
    public void What_contradicts_itself_is_an_error_with_its_place(string from, string to, string error)
    {
        Channels.Should().Contain(from);
        int at = Channels.IndexOf(from, StringComparison.Ordinal);
        IReadOnlyList<JsonError> errors = RankingProblemJson.Read(Encoding.UTF8.GetBytes(Channels[..at] + to + Channels[(at + from.Length)..])).Errors;
        errors.Select(found => found.ToString()).Should().Contain(found => found.Contains(error, StringComparison.Ordinal));
        errors.Should().OnlyContain(found => found.Line > 1);
    }

    [Fact]
    public void Shares_are_kept_to_the_last_bit_and_checked()
    {
        // A third, and what is left of 1: divided by their sum again they would be other bits.
        CriterionWeights weights = CriterionWeights.OfShares(("a", 0.1), ("b", 0.2), ("c", 0.7));
        (weights["a"], weights["b"], weights["c"], weights.IsAsGiven).Should().Be((0.1, 0.2, 0.7, false));
        FluentActions.Invoking(() => CriterionWeights.OfShares(("a", 0.5), ("b", 0.4))).Should().Throw<ArgumentException>().WithMessage("The shares add up to 0.9; expected 1.*");
        FluentActions.Invoking(() => CriterionWeights.OfShares(("a", 1.5), ("b", -0.5))).Should().Throw<ArgumentException>();
    }

    private static IReadOnlyList<string> Verify(string json) => RankingJson.Read(Encoding.UTF8.GetBytes(json)).Value.Verify();

    private static void Fits(JsonDocument schema, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        SchemaCheck.Problems(schema.RootElement, document.RootElement).Should().BeEmpty(json);
    }
}
