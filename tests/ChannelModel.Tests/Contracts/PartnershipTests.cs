using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Contracts;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>Stages with their criteria, the pipeline, reviews and renewals, and warnings.</summary>
public sealed class PartnershipTests
{
    [Fact]
    public void A_step_without_its_evidence_lists_what_is_missing()
    {
        Partnership contact = Partnership.Begin(Star, Day("2024-11-01"))
            .Show(StageCriterion.GoalNamed, Day("2024-11-02"), "minutes")
            .Show(StageCriterion.ReturnNamed, Day("2024-11-20"), "forecast");
        contact.TryMove(PartnershipStage.NeedsConfirmed, Day("2024-11-19"), out Partnership? moved, out IReadOnlyList<StageCriterion> unmet).Should().BeFalse();
        moved.Should().BeNull();
        unmet.Should().Equal(StageCriterion.NeedNamed, StageCriterion.ReturnNamed);
        contact.Invoking(p => p.Move(PartnershipStage.NeedsConfirmed, Day("2024-11-20"))).Should().Throw<InvalidOperationException>().WithMessage("*not shown: need-named.");
        contact.Invoking(p => p.Move(PartnershipStage.ContractSigned, Day("2024-11-20"))).Should().Throw<InvalidOperationException>().WithMessage("There is no way from InitialContact to ContractSigned.");
        Partnership confirmed = contact.Show(StageCriterion.NeedNamed, Day("2024-11-20"), "survey").Move(PartnershipStage.NeedsConfirmed, Day("2024-11-20"));
        confirmed.History[1].Evidence.Select(e => e.Criterion).Should().Equal(StageCriterion.GoalNamed, StageCriterion.ReturnNamed, StageCriterion.NeedNamed);
        Partnership away = confirmed.Show(StageCriterion.ReasonDocumented, Day("2024-12-01"), "mail").Move(PartnershipStage.Suspended, Day("2024-12-01"));
        Partnership ready = away.Show(StageCriterion.CauseRemoved, Day("2024-12-05"), "mail");
        ready.Invoking(p => p.Move(PartnershipStage.ContractSigned, Day("2024-12-05"))).Should().Throw<InvalidOperationException>().WithMessage("*a suspended partnership goes back to NeedsConfirmed.");
        ready.Move(PartnershipStage.NeedsConfirmed, Day("2024-12-05")).Stage.Should().Be(PartnershipStage.NeedsConfirmed);
        away.Show(StageCriterion.ReasonDocumented, Day("2024-12-06"), "letter").Move(PartnershipStage.Terminated, Day("2024-12-06")).Invoking(p => p.Unmet(PartnershipStage.Suspended, Day("2024-12-07"))).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_pipeline_counts_ages_conversion_and_what_is_overdue()
    {
        Partnership[] all =
        [
            At("a", "2024-12-01", 0), At("b", "2024-12-01", 1), At("c", "2024-12-01", 2),
            At("d", "2024-12-01", 1).Show(StageCriterion.ReasonDocumented, Day("2025-01-10"), "r").Move(PartnershipStage.Suspended, Day("2025-01-10")),
        ];
        Pipeline pipeline = Pipeline.Of(all, Day("2025-01-31"), new Dictionary<PartnershipStage, int> { [PartnershipStage.InitialContact] = 60, [PartnershipStage.NeedsConfirmed] = 20 });
        pipeline.Stages.Take(3).Select(s => (s.Count, s.OldestDays, s.Entered, s.MovedOn, s.Conversion)).Should().Equal(
            (1, 61, 4, 3, Rate.Percent(75)), (1, 30, 3, 1, Rate.Of(1m, 3m)), (1, 30, 1, 0, Rate.Zero));
        pipeline.Stages[(int)PartnershipStage.Suspended].Should().Match<StageReport>(s => s.Count == 1 && s.MedianDays == 21);
        pipeline.Overdue.Select(late => (late.Partnership.Partner.Id.Value, late.Days, late.LimitDays, late.Unmet.Count)).Should().Equal(("b", 30, 20, 3), ("a", 61, 60, 3));
        Pipeline.Of(all, Day("2024-12-15"), new Dictionary<PartnershipStage, int>()).Stages[0].Count.Should().Be(4, "what happened later is not looked at");
        Pipeline.Of(all, Day("2024-11-30"), new Dictionary<PartnershipStage, int>()).Stages.Sum(s => s.Count).Should().Be(0);
    }

    [Theory]
    [InlineData(90, 90, 10, 0, 1.3, RenewalOutcome.RenewEarly)]
    [InlineData(80, 90, 10, 0, 1.3, RenewalOutcome.RenewEarly)]
    [InlineData(80, 89.99, 10, 0, 1.3, RenewalOutcome.Renew)]
    [InlineData(70, 70, 8, 2, 1.2, RenewalOutcome.Renew)]
    [InlineData(90, 90, 7, 3, 1.3, RenewalOutcome.Renegotiate)]
    [InlineData(90, 90, 10, 0, 1.19, RenewalOutcome.Renegotiate)]
    [InlineData(60, 50, 10, 0, 1.3, RenewalOutcome.Renegotiate)]
    [InlineData(40, 50, 10, 0, 1.3, RenewalOutcome.End)]
    public void A_renewal_is_decided_by_score_commitments_and_return(double first, double second, int kept, int missed, double roi, RenewalOutcome outcome)
    {
        RenewalDecision decision = RenewalDecision.Of(Renewable(), [Review(Days("2025-01-01", "2025-03-31"), (decimal)first, kept, missed), Review(Days("2025-04-01", "2025-06-30"), (decimal)second, 0, 0).WithRoi((decimal)roi)], Day("2025-10-01"));
        decision.Outcome.Should().Be(outcome);
        decision.IsInWindow.Should().BeTrue();
        decision.Reasons.Select(reason => reason.Code).Should().Equal("score", "commitments", "roi");
        decision.Reasons.Any(reason => !reason.SpeaksFor).Should().Be(outcome > RenewalOutcome.Renew);
    }

    [Fact]
    public void A_falsified_report_ends_the_partnership_whatever_the_score_and_no_score_is_no_guess()
    {
        PartnerContract contract = Renewable();
        Settlement january = contract.Settle(Month(1), [ContractFact.Reported("traffic", Month(1), 3_000_000m, "r"), ContractFact.ThirdParty("traffic", Month(1), 2_100_000m, "t")], contract.Open());
        RenewalDecision fault = RenewalDecision.Of(contract, [PeriodicReview.Of(Days("2025-01-01", "2025-03-31"), 99m, january.Results).WithRoi(2m)], Day("2025-04-01"));
        (fault.Outcome, fault.IsInWindow, fault.Reasons[0].Code).Should().Be((RenewalOutcome.End, false, "fault"));
        RenewalDecision unknown = RenewalDecision.Of(contract, [], Day("2025-10-01"));
        (unknown.Outcome, unknown.Score, unknown.Reasons[0].Code).Should().Be((RenewalOutcome.Renegotiate, null, "not-rated"));
        RenewalDecision early = RenewalDecision.Of(contract, [Review(Days("2025-01-01", "2025-03-31"), 95m, 3, 0).WithRoi(2m)], Day("2025-10-01"));
        RenewalDecision.ByPriority([fault, unknown, early]).Should().Equal(early, unknown, fault);
    }

    [Fact]
    public void A_review_takes_score_and_grade_from_a_scorecard()
    {
        Scorecard card = Scorecard.Define("quarter")
            .Add(ScoreCriterion.Of("sales", new LocalText("Sales", "销售"), KpiUnit.Number, ValueCurve.Rising(0m, 1m), 1m))
            .Grades(GradeScale.Of(("B", 0m), ("A", 80m)))
            .Build();
        PeriodicReview rated = PeriodicReview.Of(Days("2025-01-01", "2025-03-31"), card.Evaluate(ScoreFacts.For("mcn-star").With("sales", 0.9m)), []);
        (rated.Score, rated.Grade).Should().Be((90m, "A"));
        PeriodicReview unknown = PeriodicReview.Of(Days("2025-04-01", "2025-06-30"), card.Evaluate(ScoreFacts.For("mcn-star")), []);
        (unknown.Score, unknown.Grade).Should().Be((null, null));
        RenewalDecision.Of(Renewable(), [rated, unknown.WithRoi(1.3m)], Day("2025-10-01")).Outcome.Should().Be(RenewalOutcome.RenewEarly, "a review without a score does not pull the mean down");
    }

    [Fact]
    public void Warnings_are_a_dated_list()
    {
        PartnerContract contract = Define()
            .Commit(Traffic())
            .Commit(Commitment.AtLeast("followers", CommitmentMetric.Followers, 500_000m, CommitmentPeriod.Month, Measurement.ThirdParty))
            .Deliver(new DataDuty("weekly", new LocalText("Weekly data", "每周数据"), Cycle.Week, 3))
            .Renewal(new RenewalTerms(12, 85m, 70m, 50m, Rate.Percent(80)))
            .Build();
        ContractFact[] facts =
        [
            .. Both("traffic", Days("2025-01-01", "2025-01-10"), 600_000m), ContractFact.ThirdParty("followers", Days("2025-01-08", "2025-01-08"), 499_999m, "m"),
            ContractFact.Delivered("weekly", Day("2025-01-05"), Day("2025-01-06"), "mail"), ContractFact.DepositPaid(Day("2025-01-02"), Yuan(150_000m), "bank"),
            .. Both("traffic", Days("2025-01-11", "2025-01-31"), 9_000_000m),
        ];
        ContractWarning.Of(contract, facts, contract.Open(), Day("2025-01-17")).Select(warning => $"{warning.By:uuuu-MM-dd} {warning.Kind}: {warning.Text.En}").Should().Equal(
            "2025-01-01 DepositBelowLevel: the deposit holds 150 000.00 CNY of 200 000.00 CNY, 50 000.00 CNY are missing",
            "2025-01-15 DataOverdue: Weekly data, 2025-01-06 to 2025-01-12: due on 2025-01-15, not delivered",
            "2025-01-31 CommitmentAtRisk: followers, 2025-01-01 to 2025-01-31: 499 999 through 2025-01-08, now against 500 000",
            "2025-01-31 CommitmentAtRisk: traffic, 2025-01-01 to 2025-01-31: 600 000 through 2025-01-10, at this pace 1 860 000 against 2 000 000",
            "2025-12-31 TermEnding: the term ends on 2025-12-31; the renewal is to be decided");
    }

    private static PartnerContract Renewable() => Define().Commit(Traffic()).Renewal(new RenewalTerms(3, 85m, 70m, 50m, Rate.Percent(80), RoiDefinition.GrossProfitOnCost, 1.2m)).Build();

    private static PeriodicReview Review(DateInterval period, decimal score, int kept, int missed)
    {
        // Sessions of a contract of its own give as many judgements as are wanted.
        PartnerContract contract = PartnerContract.Define("sessions", Star, Live, Month(1), Cny)
            .Commit(Commitment.AtLeast("views", CommitmentMetric.Traffic, 10m, CommitmentPeriod.Session, Measurement.Reported)).Round(Rounding.HalfEven).Build();
        IEnumerable<ContractFact> facts = Enumerable.Range(0, kept + missed).Select(i => ContractFact.Reported("views", new DateInterval(Month(1).Start, Month(1).Start), i < kept ? 10m : 9m, "r", $"session {i}"));
        return PeriodicReview.Of(period, score, contract.Settle(Month(1), facts, contract.Open()).Results);
    }

    private static Partnership At(string id, string begun, int steps)
    {
        Partnership partnership = Partnership.Begin(new Partner(new Id<Partner>(id), new LocalText(id), PartnerKind.Creator), Day(begun));
        for (int i = 0; i < steps; i++)
        {
            foreach (StageCriterion criterion in StageTransition.All[i].Criteria)
            {
                partnership = partnership.Show(criterion, Day("2025-01-01"), "minutes");
            }

            partnership = partnership.Move(StageTransition.All[i].To, Day("2025-01-01"));
        }

        return partnership;
    }
}
