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

    [Fact]
    public void Every_figure_counts_at_its_bound_and_just_below_it_does_not()
    {
        PartnerContract contract = Renewable();
        Outcome(Review(Days("2025-01-01", "2025-03-31"), 100m, 8, 2).WithRoi(1.2m)).Should().Be(RenewalOutcome.RenewEarly);
        Outcome(Review(Days("2025-01-01", "2025-03-31"), 100m, 79, 21).WithRoi(1.2m)).Should().Be(RenewalOutcome.Renegotiate);
        Outcome(Review(Days("2025-01-01", "2025-03-31"), 50m, 1, 9).WithRoi(0m)).Should().Be(RenewalOutcome.Renegotiate);
        Outcome(Review(Days("2025-01-01", "2025-03-31"), 49.9999m, 1, 9).WithRoi(0m)).Should().Be(RenewalOutcome.End);
        Outcome(Review(Days("2025-01-01", "2025-03-31"), 100m, 1, 0)).Should().Be(RenewalOutcome.Renegotiate, "the return is not stated");
        RenewalDecision silent = RenewalDecision.Of(contract, [Review(Days("2025-01-01", "2025-03-31"), 40m, 0, 0)], Day("2025-10-01"));
        (silent.Outcome, silent.KeptShare, silent.Roi).Should().Be((RenewalOutcome.End, null, null));
        silent.Reasons.Select(reason => (reason.Code, reason.SpeaksFor, reason.Text.En)).Should().Equal(
            ("score", false, "mean score 40 of 1 review; renewing asks for 70, early for 85"), ("roi", false, "no review states the gross profit on cost"));

        RenewalOutcome Outcome(PeriodicReview review) => RenewalDecision.Of(contract, [review], Day("2025-10-01")).Outcome;
    }

    [Fact]
    public void The_last_review_by_its_days_states_the_return_and_later_ones_are_not_known_yet()
    {
        PeriodicReview first = Review(Days("2025-01-01", "2025-03-31"), 90m, 0, 0).WithRoi(2m);
        PeriodicReview second = Review(Days("2025-04-01", "2025-06-30"), 80m, 0, 0).WithRoi(1m);
        RenewalDecision known = RenewalDecision.Of(Renewable(), [second, first], Day("2025-06-30"));
        (known.Roi, known.Score, known.Outcome).Should().Be((1m, 85m, RenewalOutcome.Renegotiate));
        known.Reasons[0].Text.En.Should().Be("mean score 85 of 2 reviews; renewing asks for 70, early for 85");
        RenewalDecision before = RenewalDecision.Of(Renewable(), [second, first], Day("2025-06-29"));
        (before.Roi, before.Score).Should().Be((2m, 90m));
    }

    [Fact]
    public void Decisions_are_served_by_outcome_score_commitments_return_and_id()
    {
        RenewalDecision best = Decide("a", 90m, 1, 0, 2m);
        RenewalDecision kept = Decide("b", 80m, 10, 0, 2m);
        RenewalDecision less = Decide("c", 80m, 9, 1, 3m);
        RenewalDecision more = Decide("d", 80m, 9, 1, 2m);
        RenewalDecision same = Decide("e", 80m, 9, 1, 2m);
        RenewalDecision unjudged = Decide("f", 80m, 0, 0, 9m);
        RenewalDecision unrated = RenewalDecision.Of(Contract("g"), [PeriodicReview.Of(Month(1), (decimal?)null, []).WithRoi(2m)], Day("2025-10-01"));
        RenewalDecision poor = Decide("h", 50m, 1, 0, 2m);
        RenewalDecision.ByPriority([unjudged, poor, same, unrated, more, less, kept, best]).Should().Equal(best, kept, less, more, same, unjudged, poor, unrated);

        static PartnerContract Contract(string id) => PartnerContract.Define("contract-" + id, new Partner(new Id<Partner>(id), new LocalText(id), PartnerKind.Mcn), Live, Year, Cny)
            .Round(Rounding.HalfEven).Renewal(new RenewalTerms(3, 85m, 70m, 50m, Rate.Percent(80), RoiDefinition.GrossProfitOnCost, 1.2m)).Build();
        static RenewalDecision Decide(string id, decimal score, int kept, int missed, decimal roi) => RenewalDecision.Of(Contract(id), [Review(Month(1), score, kept, missed).WithRoi(roi)], Day("2025-10-01"));
    }

    [Fact]
    public void Renewal_terms_and_reviews_have_bounds()
    {
        new RenewalTerms(1, 100m, 100m, 100m, Rate.One).WindowMonths.Should().Be(1);
        new RenewalTerms(24, 0m, 0m, 0m, Rate.Zero).RenegotiateScore.Should().Be(0m);
        Refused(() => new RenewalTerms(0, 85m, 70m, 50m, Rate.One));
        Refused(() => new RenewalTerms(25, 85m, 70m, 50m, Rate.One));
        Refused(() => new RenewalTerms(3, 100.01m, 70m, 50m, Rate.One));
        Refused(() => new RenewalTerms(3, 69m, 70m, 50m, Rate.One));
        Refused(() => new RenewalTerms(3, 85m, 49m, 50m, Rate.One));
        Refused(() => new RenewalTerms(3, 85m, 70m, -0.01m, Rate.One));
        Refused(() => new RenewalTerms(3, 85m, 70m, 50m, Rate.Percent(100.01m)));
        FluentActions.Invoking(() => new RenewalTerms(3, 85m, 70m, 50m, Rate.One, RoiDefinition.GrossProfitOnCost)).Should().Throw<ArgumentException>().WithMessage("A least return needs its definition*");
        FluentActions.Invoking(() => new RenewalTerms(3, 85m, 70m, 50m, Rate.One, null, 1m)).Should().Throw<ArgumentException>();
        (PeriodicReview.Of(Month(1), 0m, []).Score, PeriodicReview.Of(Month(1), 100m, []).Score).Should().Be((0m, 100m));
        Refused(() => PeriodicReview.Of(Month(1), -0.01m, []));
        Refused(() => PeriodicReview.Of(Month(1), 100.01m, []));
        FluentActions.Invoking(() => RenewalDecision.Of(Define().Build(), [], Day("2025-10-01"))).Should().Throw<ArgumentException>().WithMessage("*has no renewal terms on 2025-10-01.*");

        static void Refused(Func<object> make) => make.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Evidence_of_a_later_day_and_of_another_step_does_not_count()
    {
        Partnership contact = Partnership.Begin(Star, Day("2024-11-10"));
        contact.Invoking(p => p.Show(StageCriterion.GoalNamed, Day("2024-11-09"), "minutes")).Should().Throw<ArgumentException>().WithMessage("2024-11-09 is before the partnership came to InitialContact on 2024-11-10*");
        contact.Invoking(p => p.TryMove(PartnershipStage.NeedsConfirmed, Day("2024-11-09"), out _, out _)).Should().Throw<ArgumentException>();
        Partnership shown = contact.Show(StageCriterion.GoalNamed, Day("2024-11-10"), "minutes").Show(StageCriterion.ReturnNamed, Day("2024-11-10"), "forecast").Show(StageCriterion.NeedNamed, Day("2024-11-12"), "survey")
            .Show(StageCriterion.ReasonDocumented, Day("2024-11-11"), "mail");
        shown.Unmet(PartnershipStage.NeedsConfirmed, Day("2024-11-11")).Should().Equal(StageCriterion.NeedNamed);
        Partnership moved = shown.Move(PartnershipStage.NeedsConfirmed, Day("2024-11-12"));
        moved.History[1].Evidence.Select(evidence => evidence.Reference).Should().Equal("minutes", "forecast", "survey");
    }

    [Fact]
    public void Books_hold_each_id_once()
    {
        PartnerContract first = Define("first").Build();
        PartnerContract second = Define("second").Build();
        ContractBook book = ContractBook.Of(first, second);
        book.Partners.Should().Equal(Star);
        book.Find(new Id<PartnerContract>("second")).Should().BeSameAs(second);
        book.Find(new Id<PartnerContract>("third")).Should().BeNull();
        FluentActions.Invoking(() => ContractBook.Of(first, second, Define("first").Build())).Should().Throw<ArgumentException>().WithMessage("The contract 'first' stands 2 times*");
        PartnerContract stranger = PartnerContract.Define("third", new Partner(Star.Id, new LocalText("Another"), PartnerKind.Mcn), Live, Year, Cny).Round(Rounding.HalfEven).Build();
        FluentActions.Invoking(() => ContractBook.Of(first, stranger)).Should().Throw<ArgumentException>().WithMessage("Two different partners have the id 'mcn-star'.*");
        Partnership begun = At("a", "2024-12-01", 0);
        var limits = new Dictionary<PartnershipStage, int> { [PartnershipStage.InitialContact] = 0 };
        PartnershipBook.Of([begun, At("b", "2024-12-02", 0)], limits).AsOf(Day("2024-12-02")).Overdue.Should().ContainSingle().Which.Days.Should().Be(1);
        FluentActions.Invoking(() => PartnershipBook.Of([begun, begun], limits)).Should().Throw<ArgumentException>().WithMessage("The partner 'a' stands 2 times*");
        FluentActions.Invoking(() => PartnershipBook.Of([begun], new Dictionary<PartnershipStage, int> { [PartnershipStage.InitialContact] = -1 })).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_pipeline_sorts_by_days_over_the_limit_and_sees_through_a_suspension()
    {
        Partnership suspended = At("a", "2024-12-01", 1).Show(StageCriterion.ReasonDocumented, Day("2025-01-05"), "r").Move(PartnershipStage.Suspended, Day("2025-01-05"))
            .Show(StageCriterion.CauseRemoved, Day("2025-01-08"), "r").Move(PartnershipStage.NeedsConfirmed, Day("2025-01-08"));
        Pipeline pipeline = Pipeline.Of(
            [At("d", "2025-01-10", 0), At("c", "2025-01-10", 0), At("b", "2025-01-04", 0), suspended],
            Day("2025-01-20"),
            new Dictionary<PartnershipStage, int> { [PartnershipStage.InitialContact] = 9, [PartnershipStage.NeedsConfirmed] = 12 });
        pipeline.Overdue.Select(late => (late.Partnership.Partner.Id.Value, late.Days)).Should().Equal(("b", 16), ("c", 10), ("d", 10));
        pipeline.Stages[0].Should().Match<StageReport>(stage => stage.Count == 3 && stage.YoungestDays == 10 && stage.MedianDays == 10 && stage.OldestDays == 16 && stage.Entered == 4 && stage.MovedOn == 1);
        pipeline.Stages.Should().HaveCount((int)PartnershipStage.Renewed + 1);
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
