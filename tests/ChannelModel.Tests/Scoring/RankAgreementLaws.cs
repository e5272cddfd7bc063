using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using CsCheck;
using Case = ChannelModel.Tests.Scoring.RankingLaws.Case;

namespace ChannelModel.Tests.Scoring;

/// <summary>Laws of ties, of the agreement of two rankings, and of weights from judgements.</summary>
public sealed class RankAgreementLaws
{
    [Fact]
    public void Ranks_follow_their_tie_rule() => Gen.Int[0, 4].Array[1, 12].Sample(values =>
    {
        DecisionMatrixBuilder builder = DecisionMatrix.Define().Criterion("k", KpiDirection.Higher);
        for (int i = 0; i < values.Length; i++)
        {
            builder.Candidate(Case.Candidate(i).Value, values[i]);
        }

        DecisionMatrix matrix = builder.Build();
        RankingMethod method = RankingMethod.WeightedSum(Normalisation.None);
        Ranking competition = method.Rank(matrix);
        Ranking dense = method.Rank(matrix, Ties.Dense);
        Ranking ordinal = method.Rank(matrix, Ties.Ordinal);
        for (int i = 0; i < values.Length; i++)
        {
            Id<Candidate> id = Case.Candidate(i);
            competition[id].Rank.Should().Be(1 + values.Count(value => value > values[i]));
            dense[id].Rank.Should().Be(1 + values.Where(value => value > values[i]).Distinct().Count());
            ordinal[id].Rank.Should().Be(1 + values.Where((value, other) => value > values[i] || (value == values[i] && other < i)).Count());
            competition[id].IsTied.Should().Be(values.Count(value => value == values[i]) > 1);
        }

        // Scores that are there already are ranked in the same way, whatever order they come in.
        foreach (Ranking ranking in new[] { competition, dense, ordinal })
        {
            IReadOnlyList<RankedCandidate> bare = ranking.Ties.Rank(ranking.Scores.Reverse());
            bare.Select(entry => entry.ToString()).Should().Equal(ranking.Entries.Select(entry => entry.ToString()));
            ranking.Ties.Rank(ranking.Scores.Select(pair => new KeyValuePair<Id<Candidate>, double>(pair.Key, -pair.Value)), higherIsBetter: false).Select(entry => (entry.Candidate, entry.Rank, entry.Position, entry.IsTied))
                .Should().Equal(ranking.Entries.Select(entry => (entry.Candidate, entry.Rank, entry.Position, entry.IsTied)));
        }
    });

    [Fact]
    public void Agreement_is_the_pairwise_count_and_1_with_itself() => Gen.Select(Gen.Int[1, 9].Array[9], Gen.Int[1, 9].Array[9]).Sample(
        (x, y) =>
        {
            double[] xs = [.. x.Select(rank => (double)rank)];
            double[] ys = [.. y.Select(rank => (double)rank)];
            RankAgreement agreement = RankAgreement.Of(xs, ys);
            RankAgreement.Of(ys, xs).Spearman.Should().Be(agreement.Spearman);
            RankAgreement.Of(xs, xs).Should().BeEquivalentTo(new { WeightedSpearman = 1d, Ws = 1d });
            if (x.Distinct().Count() > 1 && y.Distinct().Count() > 1)
            {
                agreement.KendallTauB.Should().BeApproximately(RankingOracle.TauB(xs, ys), 1e-12);
                agreement.Spearman.Should().BeInRange(-1d, 1d);
            }
            else
            {
                agreement.KendallTauB.Should().BeNull();
            }
        },
        iter: Laws.Iterations);

    [Fact]
    public void Consistent_judgements_give_back_the_weights() => Gen.Int[1, 9].Array[1, 8].Sample(
        weights =>
        {
            string[] items = [.. weights.Select((_, i) => Case.Criterion(i))];
            PairwiseJudgements<DecisionCriterion> judgements = PairwiseJudgements<DecisionCriterion>.OfTable(items, [.. weights.Select(a => weights.Select(b => (double)a / b).ToArray())]);
            foreach (Prioritisation by in Enum.GetValues<Prioritisation>())
            {
                AhpPriorities<DecisionCriterion> priorities = judgements.Prioritise(by);
                priorities.LambdaMax.Should().BeApproximately(weights.Length, 1e-9);
                priorities.ConsistencyRatio.Should().BeApproximately(0d, 1e-9);
                priorities.ToRevisit.Should().BeNull();
                for (int i = 0; i < weights.Length; i++)
                {
                    priorities.Weights[items[i]].Should().BeApproximately(weights[i] / (double)weights.Sum(), 1e-12);
                }
            }
        },
        iter: Laws.Iterations / 2);
}
