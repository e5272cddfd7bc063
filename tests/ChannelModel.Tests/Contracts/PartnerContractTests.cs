using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>What can and cannot be agreed, and which terms are in force when.</summary>
public sealed class PartnerContractTests
{
    [Fact]
    public void All_contradictions_are_said_at_once()
    {
        PartnerContractBuilder builder = PartnerContract.Define("wrong", Star, Live, Days("2025-01-01", "2025-03-31"), Cny)
            .Value(Yuan(100m))
            .Deposit(DepositTerms.Of(Yuan(100.01m)).ForfeitedFirstFor("nothing").PaidIn(new DepositInstalment(Day("2025-04-01"), Rate.One)))
            .ShareCost(CostShare.Of(Yuan(50m), Rate.Percent(80), Rate.Percent(19)))
            .Commit(Traffic().InForce(Days("2025-03-01", "2025-04-01")))
            .Commit(Commitment.Deliver("data", "weekly", CommitmentPeriod.Month))
            .Commit(Commitment.AtLeast("orders", CommitmentMetric.Orders, 0m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(DeviationPrice.PerUnit(-1m)))
            .Pay(CommissionPlan.Define("usd", Currency.USD).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Week).Round(Rounding.HalfEven, RoundingPlace.Statement).Build())
            .HoldBack(Rate.Percent(120), 0)
            .SettleEach(Cycle.Year);
        builder.TryBuild(out PartnerContract? contract, out IReadOnlyList<ContractError> errors).Should().BeFalse();
        contract.Should().BeNull();
        errors.Select(error => error.ToString()).Should().BeEquivalentTo(
            "rounding: Name how amounts are rounded (Round).",
            "settledPer: A contract is settled each week, month or quarter, not 'Year'.",
            "versions[0].commission: The plan 'usd' is in USD, the contract in CNY.",
            "versions[0].commission: The plan 'usd' pays each Week, but the contract is settled each Year.",
            "versions[0].holdback: Expected a holdback above 0 % and at most 100 %, released after 1 to 60 months; got 120% and 0 months.",
            "versions[0].costShare: The brand's share 80% and the partner's 19% add up to 99%, not to 100%.",
            "versions[0].deposit: The deposit 100.01 CNY is above the contract's value 100.00 CNY.",
            "versions[0].deposit.instalments: The instalment due on 2025-04-01 is after the end of the term on 2025-03-31.",
            "versions[0].deposit.forfeitedFirstFor: The order of forfeiture names 'nothing', which is no commitment of the contract.",
            "versions[0].commitments[0].during: The commitment 'traffic' is in force 2025-03-01 to 2025-04-01, outside the term 2025-01-01 to 2025-03-31.",
            "versions[0].commitments[1].duty: The commitment 'data' names the data duty 'weekly', which the contract does not have.",
            "versions[0].commitments[2].threshold: The commitment 'orders' has the threshold 0; expected a number above 0 and at most 10^15 with at most 6 decimals.",
            "versions[0].commitments[2].shortfall: An amount is below 0; what a deviation costs or earns is 0 or more.");
        builder.Invoking(b => b.Build()).Should().Throw<ArgumentException>().WithMessage("The contract 'wrong' has 13 errors: *");
    }

    [Fact]
    public void One_contradiction_is_one_and_a_contract_ends_before_the_calendar()
    {
        FluentActions.Invoking(() => Define().AgreedOn(Day("2025-01-02")).Build()).Should().Throw<ArgumentException>()
            .WithMessage("The contract 'star-2025' has 1 error: versions[0].agreedOn: Version 1 is retroactive: it begins on 2025-01-01, but was agreed on 2025-01-02.");
        FluentActions.Invoking(() => Define().Until(Day("2026-01-02")).Build()).Should().Throw<ArgumentException>().WithMessage("*versions[0].from: Version 1, [2025-01-01, 2026-01-02), is not inside the term 2025-01-01 to 2025-12-31.");
        Define(term: new DateInterval(Day("2025-01-01"), LocalDate.MaxIsoValue)).TryBuild(out PartnerContract? contract, out IReadOnlyList<ContractError> errors).Should().BeFalse();
        contract.Should().BeNull();
        errors.Select(error => error.ToString()).Should().Equal("term.end: The term ends on 9999-12-31, the last day of the calendar; a contract ends on an earlier day.");
    }

    [Fact]
    public void A_commitment_and_a_clause_stand_once()
    {
        PartnerContract contract = Define().Commit(Traffic()).Commit(Commitment.AtLeast("orders", CommitmentMetric.Orders, 1m, CommitmentPeriod.Month, Measurement.Reported))
            .Commit(Commitment.AtLeast("orders", CommitmentMetric.Orders, 2m, CommitmentPeriod.Month, Measurement.Reported))
            .Clause(ClauseKind.Breach, "annex 1").Clause(ClauseKind.Breach, "annex 2").Clause(ClauseKind.Breach, "annex 1").Build();
        ContractTerms terms = contract.AsOf(Year.Start).Terms;
        terms.Commitments.Select(commitment => (commitment.Code, commitment.Threshold)).Should().Equal(("traffic", 2_000_000m), ("orders", 2m));
        terms.Clauses.Select(clause => clause.Reference).Should().Equal("annex 2", "annex 1");
    }

    [Theory]
    [InlineData("2025-01-01", "2024-12-01", "not after version 1, which begins on 2025-01-01: it would rewrite version 1")]
    [InlineData("2025-03-01", "2025-03-02", "Version 2 is retroactive: it changes version 1 on 2025-03-01, but was agreed on 2025-03-02.")]
    [InlineData("2026-01-01", "2025-12-01", "Version 2, [2026-01-01, 2026-01-01), is not inside the term 2025-01-01 to 2025-12-31.")]
    [InlineData("2025-12-31", "2025-12-31", null)]
    [InlineData("2025-01-02", "2025-01-02", null)]
    public void An_amendment_begins_inside_the_term_and_never_in_the_past(string from, string agreedOn, string? error)
    {
        bool built = Define().Build().Amend(Day(from), Day(agreedOn)).Value(Yuan(2_000_000m)).TryBuild(out PartnerContract? amended, out IReadOnlyList<ContractError> errors);
        built.Should().Be(error is null);
        if (error is null)
        {
            amended!.AsOf(Day(from)).Number.Should().Be(2);
            amended.AsOf(Day(from).PlusDays(-1)).Number.Should().Be(1);
            amended.AsOf(Year.End).Terms.Value.Should().Be(Yuan(2_000_000m));
            amended.AsOf(Year.Start).Terms.Value.Should().Be(Yuan(1_000_000m));
        }
        else
        {
            errors.Should().Contain(e => e.Message.Contains(error, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Gaps_and_overlaps_name_both_versions()
    {
        Define().Until(Day("2025-05-01")).Amend(Day("2025-06-01"), Day("2025-05-20")).TryBuild(out _, out IReadOnlyList<ContractError> gap).Should().BeFalse();
        gap.Single().Message.Should().Be("Between version 1, [2025-01-01, 2025-05-01), and version 2, [2025-06-01, 2026-01-01), is a gap from 2025-05-01 to 2025-05-31.");
        Define().Until(Day("2025-06-02")).Amend(Day("2025-06-01"), Day("2025-05-20")).TryBuild(out _, out IReadOnlyList<ContractError> overlap).Should().BeFalse();
        overlap.Single().Message.Should().Be("Version 2, [2025-06-01, 2026-01-01), overlaps version 1, [2025-01-01, 2025-06-02).");
        Define().Until(Day("2025-12-31")).TryBuild(out _, out IReadOnlyList<ContractError> rest).Should().BeFalse();
        rest.Single().Message.Should().Contain("leaves a gap to the end of the term on 2025-12-31");
    }

    [Fact]
    public void A_term_of_one_day_on_a_leap_day_is_settled_as_one_part()
    {
        DateInterval day = Days("2024-02-29", "2024-02-29");
        PartnerContract contract = Define("leap", day).Commit(Traffic()).Build();
        contract.Slices(Days("2024-01-01", "2024-12-31")).Should().Equal(day);
        contract.Invoking(c => c.AsOf(Day("2024-03-01"))).Should().Throw<ArgumentOutOfRangeException>();

        // 2 000 000 a month is 2 000 000 / 29 on the leap day: 68 965.517241...; nothing delivered costs all of it.
        Settlement settled = contract.Settle(day, [.. Both("traffic", day, 0m), ContractFact.DepositPaid(day.Start, Yuan(200_000m), "bank-1")], contract.Open());
        settled.Results.Single().Threshold.Should().Be(68_965.517241m);
        settled.Sum(SettlementLineKind.Compensation).Should().Be(Yuan(-300_000m));
        settled.NetDue.Should().Be(Yuan(-100_000m));
        settled.Carried.Should().Be(Yuan(-100_000m));
        settled.Verify().Should().BeEmpty();
    }

    [Fact]
    public void Weeks_are_cut_at_month_ends_term_ends_and_amendments()
    {
        PartnerContract contract = Define(term: Days("2025-01-30", "2025-02-12")).SettleEach(Cycle.Week).Amend(Day("2025-02-06"), Day("2025-02-01")).Build();
        contract.Slices(Year).Select(slice => slice.Start).Should().Equal(Day("2025-01-30"), Day("2025-02-01"), Day("2025-02-03"), Day("2025-02-06"), Day("2025-02-10"));
        contract.Slices(Year).Select(slice => slice.End).Should().Equal(Day("2025-01-31"), Day("2025-02-02"), Day("2025-02-05"), Day("2025-02-09"), Day("2025-02-12"));
        contract.Slices(Days("2026-01-01", "2026-01-31")).Should().BeEmpty();
    }

    [Fact]
    public void A_renewal_window_opens_three_months_before_the_last_day_also_at_month_ends()
    {
        var renewal = new RenewalTerms(3, 85m, 70m, 50m, Rate.Percent(80));
        renewal.Window(Year).Should().Equal(Days("2025-09-30", "2025-12-31"));
        renewal.Window(Days("2023-06-01", "2024-05-31")).Should().Equal(Days("2024-02-29", "2024-05-31"));
        renewal.Window(Days("2025-02-01", "2025-02-28")).Should().Equal(Days("2025-02-01", "2025-02-28"));
    }
}
