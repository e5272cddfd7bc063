using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Contracts;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>Why a contract is renewed or not, word for word, and who is served first where all figures are the same.</summary>
public sealed class RenewalDecisionTests
{
    private static readonly DateInterval First = Days("2025-01-01", "2025-03-31");

    private static readonly DateInterval Second = Days("2025-04-01", "2025-06-30");

    [Fact]
    public void A_decision_gives_its_reasons_in_both_languages()
    {
        // The mean of 70, 80 and 80.5 is 76.8333...; 2 of 3 commitments are below 70 %.
        PeriodicReview[] reviews =
        [
            PeriodicReview.Of(First, 70m, [Result(2_000_000m), Result(1m)]).WithRoi(2m), PeriodicReview.Of(Second, 80m, [Result(2_000_000m)]), PeriodicReview.Of(Days("2025-07-01", "2025-07-31"), 80.5m, []),
        ];
        RenewalDecision decision = RenewalDecision.Of(Contract(70), reviews, Day("2025-09-30"));
        (decision.Outcome, decision.Score, decision.KeptShare, decision.Roi, decision.AsOf).Should().Be((RenewalOutcome.Renegotiate, 76.833333m, Rate.Percent(66.66666667m), 2m, Day("2025-09-30")));
        Says(
            decision,
            ("score", true, "mean score 76.833333 of 3 reviews; renewing asks for 70, early for 85.5", "3次评估均分 76.833333；续约要求 70，提前续约要求 85.5"),
            ("commitments", false, "2 of 3 commitments kept, asked for 70%", "承诺履约 2/3，要求 70%"),
            ("roi", true, "gross profit on cost 2, asked for 1.2", "毛利费用比 2，要求 1.2"));
        (decision.Window, decision.IsInWindow).Should().Be((Days("2025-09-30", "2025-12-31"), true));
        RenewalDecision.Of(Contract(70), reviews, Day("2025-09-29")).IsInWindow.Should().BeFalse();
        RenewalDecision.Of(Contract(66), reviews, Day("2025-09-30")).Outcome.Should().Be(RenewalOutcome.Renew);
    }

    [Fact]
    public void Every_falsified_report_ends_it_and_stands_first()
    {
        CommitmentResult falsified = Judged(ContractFact.Reported("traffic", Month(1), 3_000_000m, "r"), ContractFact.ThirdParty("traffic", Month(1), 2_100_000m, "t"));
        RenewalDecision decision = RenewalDecision.Of(Contract(70), [PeriodicReview.Of(First, 99m, [falsified]), PeriodicReview.Of(Second, 40m, [falsified]).WithRoi(1.1m)], Day("2025-10-01"));
        decision.Outcome.Should().Be(RenewalOutcome.End);
        Says(
            decision,
            ("fault", false, "a report was falsified in 2025-04-01 to 2025-06-30: this ends the partnership", "2025-04-01 至 2025-06-30 存在虚报，合作终止"),
            ("fault", false, "a report was falsified in 2025-01-01 to 2025-03-31: this ends the partnership", "2025-01-01 至 2025-03-31 存在虚报，合作终止"),
            ("score", false, "mean score 69.5 of 2 reviews; renewing asks for 70, early for 85.5", "2次评估均分 69.5；续约要求 70，提前续约要求 85.5"),
            ("commitments", true, "2 of 2 commitments kept, asked for 70%", "承诺履约 2/2，要求 70%"),
            ("roi", false, "gross profit on cost 1.1, asked for 1.2", "毛利费用比 1.1，要求 1.2"));
    }

    [Fact]
    public void What_is_not_known_is_said_to_be_missing()
    {
        Says(
            RenewalDecision.Of(Contract(70), [PeriodicReview.Of(First, (decimal?)null, [Result(1m)])], Day("2025-10-01")),
            ("not-rated", false, "no review has rated the partner", "尚无有效评分"),
            ("commitments", false, "0 of 1 commitments kept, asked for 70%", "承诺履约 0/1，要求 70%"),
            ("roi", false, "no review states the gross profit on cost", "评估缺少毛利费用比"));

        // A score that ends the contract is not made better by what else is missing.
        RenewalDecision.Of(Contract(70), [PeriodicReview.Of(First, 10m, [Result(1m)])], Day("2025-10-01")).Outcome.Should().Be(RenewalOutcome.End);
        RenewalDecision.Of(Contract(70), [PeriodicReview.Of(First, 10m, [Result(2_000_000m)]).WithRoi(1m)], Day("2025-10-01")).Outcome.Should().Be(RenewalOutcome.End);
        RenewalDecision.Of(Contract(70), [PeriodicReview.Of(First, 85.5m, [Result(2_000_000m)]).WithRoi(1.2m)], Day("2025-10-01")).Outcome.Should().Be(RenewalOutcome.RenewEarly);

        // Terms that ask for no return look at none.
        RenewalDecision without = RenewalDecision.Of(Contract(70, roi: false), [PeriodicReview.Of(First, 90m, []).WithRoi(0m)], Day("2025-10-01"));
        (without.Outcome, without.Roi, without.Reasons.Count).Should().Be((RenewalOutcome.RenewEarly, null, 1));
    }

    [Fact]
    public void Terms_are_those_of_the_day_and_must_be_there()
    {
        PartnerContract contract = Define("bare").Build();
        FluentActions.Invoking(() => RenewalDecision.Of(contract, [], Day("2025-10-01"))).Should().Throw<ArgumentException>().WithMessage("The contract 'bare' has no renewal terms on 2025-10-01.*").WithParameterName("contract");
        FluentActions.Invoking(() => RenewalDecision.Of(Contract(70), [], Day("2026-01-01"))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => RenewalDecision.Of(null!, [], Day("2025-10-01"))).Should().Throw<ArgumentNullException>().WithParameterName("contract");
        FluentActions.Invoking(() => RenewalDecision.Of(Contract(70), null!, Day("2025-10-01"))).Should().Throw<ArgumentNullException>().WithParameterName("reviews");
        FluentActions.Invoking(() => RenewalDecision.ByPriority(null!)).Should().Throw<ArgumentNullException>().WithParameterName("decisions");
    }

    [Fact]
    public void A_return_is_asked_for_as_a_ratio() => FluentActions.Invoking(() => new RenewalTerms(3, 85m, 70m, 50m, Rate.Percent(80), RoiDefinition.Payback, 1m)).Should().Throw<ArgumentException>()
        .WithMessage("'payback' is no ratio of a return to a cost, so more of it is not better.*").WithParameterName("roi");

    [Fact]
    public void Of_one_partner_contracts_stand_in_the_order_of_their_ids()
    {
        RenewalDecision[] decisions = [.. new[] { "c", "a", "b" }.Select(id => RenewalDecision.Of(Contract(70, id), [], Day("2025-10-01")))];
        RenewalDecision.ByPriority(decisions).Select(decision => decision.Contract.Id.Value).Should().Equal("a", "b", "c");

        // The score counts before the commitments.
        RenewalDecision scored = RenewalDecision.Of(Contract(50, "s"), [PeriodicReview.Of(First, 80m, [Result(2_000_000m), Result(1m)]).WithRoi(2m)], Day("2025-10-01"));
        RenewalDecision kept = RenewalDecision.Of(Contract(50, "k"), [PeriodicReview.Of(First, 75m, [Result(2_000_000m)]).WithRoi(3m)], Day("2025-10-01"));
        (scored.Outcome, kept.Outcome).Should().Be((RenewalOutcome.Renew, RenewalOutcome.Renew));
        RenewalDecision.ByPriority([kept, scored]).Should().Equal(scored, kept);

        // No score comes after a score of 0, where that is enough to talk.
        PartnerContract Talking(string id) => Define(id).Renewal(new RenewalTerms(3, 85m, 70m, 0m, Rate.Zero)).Build();
        RenewalDecision unrated = RenewalDecision.Of(Talking("a"), [], Day("2025-10-01"));
        RenewalDecision nothing = RenewalDecision.Of(Talking("b"), [PeriodicReview.Of(First, 0m, [])], Day("2025-10-01"));
        (unrated.Outcome, nothing.Outcome).Should().Be((RenewalOutcome.Renegotiate, RenewalOutcome.Renegotiate));
        RenewalDecision.ByPriority([unrated, nothing]).Should().Equal(nothing, unrated);

        // Nothing known comes after 0 of each.
        RenewalDecision zero = RenewalDecision.Of(Contract(70, "z"), [PeriodicReview.Of(First, 0m, [Result(1m)]).WithRoi(-5m)], Day("2025-10-01"));
        RenewalDecision silent = RenewalDecision.Of(Contract(70, "a"), [PeriodicReview.Of(First, 0m, [])], Day("2025-10-01"));
        RenewalDecision.ByPriority([silent, zero]).Should().Equal(zero, silent);
    }

    private static void Says(RenewalDecision decision, params (string Code, bool SpeaksFor, string En, string Zh)[] reasons) =>
        decision.Reasons.Select(reason => (reason.Code, reason.SpeaksFor, reason.Text.En, reason.Text.In(Language.SimplifiedChinese))).Should().Equal(reasons);

    private static CommitmentResult Result(decimal traffic) => Judged(Both("traffic", Month(1), traffic));

    private static CommitmentResult Judged(params IEnumerable<ContractFact> facts)
    {
        PartnerContract contract = Define().Commit(Traffic()).Build();
        return contract.Settle(Month(1), facts, contract.Open()).Results.Single();
    }

    private static PartnerContract Contract(int kept, string id = "r", bool roi = true) => Define(id)
        .Renewal(roi ? new RenewalTerms(3, 85.5m, 70m, 50m, Rate.Percent(kept), RoiDefinition.GrossProfitOnCost, 1.2m) : new RenewalTerms(3, 85.5m, 70m, 50m, Rate.Percent(kept))).Build();
}
