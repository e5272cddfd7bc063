using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Contracts;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>The ways between stages, one by one, and what a pipeline says of stages that nobody has entered.</summary>
public sealed class StageTransitionTests
{
    private static readonly PartnershipStage[] Main =
    [
        PartnershipStage.InitialContact, PartnershipStage.NeedsConfirmed, PartnershipStage.ContractSigned, PartnershipStage.ResourcesCommitted, PartnershipStage.EffectEvaluated, PartnershipStage.ContinuouslyOptimised, PartnershipStage.Renewed,
    ];

    [Fact]
    public void The_main_way_goes_forward_and_round_by_renewal()
    {
        var forward = Enumerable.Range(0, 6).Select(i => (Main[i], Main[i + 1])).Append((PartnershipStage.Renewed, PartnershipStage.ResourcesCommitted)).ToList();
        StageTransition.All.Where(way => way.IsForward).Select(way => (way.From, way.To)).Should().Equal(forward);
        foreach (PartnershipStage stage in Main)
        {
            StageTransition.Between(stage, PartnershipStage.Suspended)!.Criteria.Should().Equal(StageCriterion.ReasonDocumented);
            StageTransition.Between(PartnershipStage.Suspended, stage)!.Criteria.Should().Equal(StageCriterion.CauseRemoved);
            StageTransition.Between(stage, PartnershipStage.Terminated)!.Criteria.Should().Equal(StageCriterion.ReasonDocumented);
            StageTransition.Between(stage, stage).Should().BeNull();
            StageTransition.Between(PartnershipStage.Terminated, stage).Should().BeNull("an end is an end");
        }

        StageTransition.Between(PartnershipStage.Suspended, PartnershipStage.Terminated)!.IsForward.Should().BeFalse();
        StageTransition.Between(PartnershipStage.NeedsConfirmed, PartnershipStage.InitialContact).Should().BeNull();
        StageTransition.All.Should().HaveCount(7 + 7 + 7 + 8);
        StageTransition.Between(PartnershipStage.ContinuouslyOptimised, PartnershipStage.Renewed)!.Criteria.Should().Equal(StageCriterion.StrategyAdjusted, StageCriterion.RenewalDecided);
    }

    [Fact]
    public void What_was_shown_for_the_next_stage_counts_there_unless_it_is_older()
    {
        Partnership begun = Partnership.Begin(Star, Day("2025-01-10"));
        foreach (StageCriterion criterion in StageTransition.Between(PartnershipStage.InitialContact, PartnershipStage.NeedsConfirmed)!.Criteria)
        {
            begun = begun.Show(criterion, Day("2025-01-12"), "minutes");
        }

        Partnership moved = begun.Show(StageCriterion.ResourcesAgreed, Day("2025-01-14"), "same day").Show(StageCriterion.ScheduleAgreed, Day("2025-01-13"), "day before")
            .Move(PartnershipStage.NeedsConfirmed, Day("2025-01-14"));
        moved.Evidence.Select(shown => shown.Criterion).Should().Equal(StageCriterion.ResourcesAgreed);
        moved.TryMove(PartnershipStage.ContractSigned, Day("2025-01-14"), out _, out IReadOnlyList<StageCriterion> unmet).Should().BeFalse();
        unmet.Should().Equal(StageCriterion.ScheduleAgreed, StageCriterion.KpisAgreed);
    }

    [Fact]
    public void A_stage_that_nobody_has_entered_converts_nobody()
    {
        var limits = new Dictionary<PartnershipStage, int>();
        Partnership begun = Partnership.Begin(Star, Day("2025-01-10"));
        Pipeline none = Pipeline.Of([begun], Day("2025-01-09"), limits);
        none.Stages.Should().OnlyContain(stage => stage.Entered == 0 && stage.Conversion == null);
        Pipeline first = Pipeline.Of([begun], Day("2025-01-10"), limits);
        first.Stages.Select(stage => (stage.Entered, stage.Conversion)).Take(2).Should().Equal((1, (Rate?)Rate.Zero), (0, null));
        FluentActions.Invoking(() => Pipeline.Of([], Year.Start, null!)).Should().Throw<ArgumentNullException>().WithParameterName("limits");
        FluentActions.Invoking(() => Pipeline.Of(null!, Year.Start, limits)).Should().Throw<ArgumentNullException>().WithParameterName("partnerships");
    }
}
