using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Contracts;
using CsCheck;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>No path through the stages skips a criterion.</summary>
public sealed class PartnershipLaws
{
    [Fact]
    public void No_path_skips_a_criterion() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 18], Gen.Int[0, 8], Gen.Int[0, 2]).Array[0, 200].Sample(moves =>
        {
            Partnership partnership = Partnership.Begin(Star, Day("2024-02-28"));
            LocalDate day = Day("2024-02-28");
            foreach ((int kind, int criterion, int stage, int days) in moves)
            {
                day = day.PlusDays(days);
                var to = (PartnershipStage)stage;
                StageTransition? way = StageTransition.Between(partnership.Stage, to);
                if (kind < 35)
                {
                    partnership = partnership.Show(StageCriterion.All[criterion], day, "document");
                }
                else if (way is null)
                {
                    partnership.Invoking(p => p.TryMove(to, day, out _, out _)).Should().Throw<InvalidOperationException>();
                }
                else if (partnership.Stage != PartnershipStage.Suspended || to == PartnershipStage.Terminated || to == partnership.History[^2].Stage)
                {
                    // Half of the time, show what is missing first, so that long paths come about.
                    foreach (StageCriterion missing in kind < 50 ? partnership.Unmet(to, day) : [])
                    {
                        partnership = partnership.Show(missing, day, "document");
                    }

                    bool all = way.Criteria.All(c => partnership.Evidence.Any(e => e.Criterion == c && e.On <= day));
                    partnership.TryMove(to, day, out Partnership? moved, out IReadOnlyList<StageCriterion> unmet).Should().Be(all);
                    unmet.Count.Should().Be(all ? 0 : way.Criteria.Count(c => !partnership.Evidence.Any(e => e.Criterion == c && e.On <= day)));
                    partnership = moved ?? partnership;
                }
            }

            partnership.History[0].Stage.Should().Be(PartnershipStage.InitialContact);
            for (int i = 1; i < partnership.History.Count; i++)
            {
                StageEntry before = partnership.History[i - 1];
                StageEntry entry = partnership.History[i];
                StageTransition way = StageTransition.Between(before.Stage, entry.Stage)!;
                way.Should().NotBeNull();
                entry.On.Should().BeGreaterThanOrEqualTo(before.On);
                foreach (StageCriterion criterion in way.Criteria)
                {
                    entry.Evidence.Any(e => e.Criterion == criterion && e.On >= before.On && e.On <= entry.On).Should().BeTrue("{0} to {1} asks for {2}", before.Stage, entry.Stage, criterion);
                }
            }
        },
        iter: Laws.Iterations / 2);
}
