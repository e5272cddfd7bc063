using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>What a settlement keeps beside its amounts: the facts it used, penalties, corrections of advances, and what facts are refused.</summary>
public sealed class SettlementDetailTests
{
    [Fact]
    public void A_penalty_is_a_line_of_its_own_and_met_from_the_deposit()
    {
        PartnerContract contract = Define().Commit(Traffic().FalsifiedReportCosts(Yuan(50_000m))).Build();
        Settlement settled = contract.Settle(
            Month(1), [ContractFact.DepositPaid(Year.Start, Yuan(200_000m), "bank"), ContractFact.Reported("traffic", Month(1), 2_600_000m, "r"), ContractFact.ThirdParty("traffic", Month(1), 1_600_000m, "t")], contract.Open());
        settled.Lines.Select(line => (line.Id, line.Amount.Amount)).Should().Equal(
            ("compensation/traffic/2025-01-01", -60_000m), ("penalty/traffic/2025-01-01", -50_000m), ("from-deposit/traffic/2025-01-01", 110_000m));
        settled.Lines[1].Text.En.Should().EndWith("; a falsified report costs 50 000.00");
        settled.Verify().Should().BeEmpty();
        settled.Journal.Where(line => line.Account == JournalAccount.CompensationIncome).Sum(line => -line.Signed.Amount).Should().Be(110_000m);
    }

    [Fact]
    public void Breaches_are_met_in_the_agreed_order()
    {
        PartnerContract contract = Define().Deposit(DepositTerms.Of(Yuan(70m)).ForfeitedFirstFor("orders"))
            .Commit(Commitment.AtLeast("likes", CommitmentMetric.Of("likes", MetricKind.Count), 100m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(DeviationPrice.PerUnit(1m)))
            .Commit(Commitment.AtLeast("orders", CommitmentMetric.Orders, 100m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(DeviationPrice.PerUnit(1m))).Build();
        Settlement settled = contract.Settle(Month(1), [ContractFact.DepositPaid(Year.Start, Yuan(70m), "bank"), ContractFact.Reported("likes", Month(1), 50m, "l"), ContractFact.Reported("orders", Month(1), 40m, "o")], contract.Open());
        settled.Lines.Where(line => line.Kind == SettlementLineKind.MetFromDeposit).Select(line => (line.Id, line.Amount.Amount)).Should().Equal(("from-deposit/orders/2025-01-01", 60m), ("from-deposit/likes/2025-01-01", 10m));
        settled.Closing.Deposit.Unmet.Should().Be(Yuan(40m));
    }

    [Fact]
    public void The_facts_of_a_settlement_are_those_it_used()
    {
        PartnerContract contract = Define().Pay(Plan).Deliver(new DataDuty("weekly", new LocalText("Weekly data"), Cycle.Week, 2)).Commit(Traffic()).Commit(Commitment.Deliver("data", "weekly", CommitmentPeriod.Month)).Build();
        ContractFact[] facts =
        [
            Revenue(Month(1), 1_000m), Revenue(Month(2), 1_000m), ContractFact.DepositPaid(Year.Start, Yuan(200_000m), "bank-1"), ContractFact.DepositPaid(Day("2025-02-01"), Yuan(1m), "bank-2"),
            .. Both("traffic", Month(1), 2_000_000m), .. Both("traffic", Month(2), 2_000_000m),
            ContractFact.Delivered("weekly", Day("2025-01-05"), Day("2025-01-06"), "mail-1"), ContractFact.Delivered("weekly", Day("2025-02-05"), Day("2025-02-06"), "mail-2"),
            ContractFact.Excused("traffic", Days("2025-01-01", "2025-01-01"), "storm"), ContractFact.Excused(null, Days("2025-02-01", "2025-02-01"), "flood"),
        ];
        Settlement january = contract.Settle(Month(1), facts, contract.Open());
        january.Facts.Select(fact => fact.Reference).Should().Equal("sales facts", "bank-1", "report", "measurement", "mail-1", "storm");
        contract.Settle(Month(2), facts, january.Closing).Facts.Select(fact => fact.Reference).Should().Equal("sales facts", "bank-2", "report", "measurement", "mail-2", "flood");
    }

    [Fact]
    public void A_correction_moves_the_advance_and_the_balance_by_the_difference()
    {
        PartnerContract contract = Define().Pay(Plan).Advance(new Draw(DrawKind.Recoverable, Yuan(8_000m), 1, Rate.Percent(50))).Build();
        Settlement wrong = contract.Settle(Month(1), [Revenue(Month(1), 100_000m)], contract.Open());
        Settlement right = contract.Settle(Month(1), [Revenue(Month(1), 120_000m)], contract.Open());
        (wrong.NetDue, wrong.Closing.Advance, right.NetDue, right.Closing.Advance).Should().Be((Yuan(8_000m), Yuan(3_000m), Yuan(8_000m), Yuan(2_000m)));
        ContractAccount corrected = wrong.Closing.Correct(wrong, right, Day("2025-02-05"));
        (corrected.Advance, corrected.Balance).Should().Be((Yuan(2_000m), Yuan(0m)));
        Settlement better = contract.Settle(Month(1), [Revenue(Month(1), 200_000m)], contract.Open());
        ContractAccount up = wrong.Closing.Correct(wrong, better, Day("2025-02-05"));
        (up.Advance, up.Balance).Should().Be((Yuan(0m), Yuan(2_000m)));
        wrong.Journal.Where(line => line.Account == JournalAccount.AdvanceReceivable).Sum(line => line.Signed.Amount).Should().Be(3_000m);
        Settlement february = contract.Settle(Month(2), [Revenue(Month(2), 300_000m)], wrong.Closing);
        february.Journal.Where(line => line.Account == JournalAccount.AdvanceReceivable).Sum(line => line.Signed.Amount).Should().Be(-3_000m);
        wrong.Closing.Invoking(account => account.Correct(wrong, february, Day("2025-03-05"))).Should().Throw<ArgumentException>().WithMessage("*expected the same days of star-2025*");
    }

    [Fact]
    public void A_guarantee_that_is_not_recouped_is_an_expense()
    {
        PartnerContract contract = Define().Pay(Plan).Advance(new Draw(DrawKind.NonRecoverable, Yuan(8_000m), 1, Rate.One)).Build();
        Settlement settled = contract.Settle(Month(1), [Revenue(Month(1), 100_000m)], contract.Open());
        settled.Journal.Where(line => line.Account == JournalAccount.GuaranteeExpense).Sum(line => line.Signed.Amount).Should().Be(3_000m);
        settled.Journal.Should().NotContain(line => line.Account == JournalAccount.AdvanceReceivable);
    }

    [Fact]
    public void Facts_have_bounds()
    {
        string longest = new('r', 200);
        ContractFact.Reported("traffic", Month(1), 1_000_000_000_000_000_000m, longest).Reference.Should().Be(longest);
        ContractFact.Reported("traffic", Month(1), 0.00000001m, "r").Value.Should().Be(0.00000001m);
        Refused<ArgumentException>(() => ContractFact.Reported("traffic", Month(1), 1m, longest + "r"));
        Refused<ArgumentException>(() => ContractFact.Reported("traffic", Month(1), 1m, "a\tb"));
        Refused<ArgumentException>(() => ContractFact.Reported("traffic", Month(1), 1m, " "));
        Refused<ArgumentException>(() => ContractFact.Reported("traffic", Month(1), 1m, "r", "session of a month"));
        Refused<ArgumentOutOfRangeException>(() => ContractFact.Reported("traffic", Month(1), 1_000_000_000_000_000_001m, "r"));
        Refused<ArgumentOutOfRangeException>(() => ContractFact.Reported("traffic", Month(1), 0.000000001m, "r"));
        Refused<ArgumentOutOfRangeException>(() => ContractFact.DepositPaid(Year.Start, Yuan(0m), "r"));
        Refused<ArgumentOutOfRangeException>(() => ContractFact.ClawedBack(Year.Start, -1, Yuan(1m), "r"));
        ContractFact.ClawedBack(Year.Start, 0, Yuan(1m), "r").ElapsedMonths.Should().Be(0);
        Refused<ArgumentOutOfRangeException>(() => ContractFact.SalesOf(Month(1), Yuan(-1m), "r"));
        ContractFact.SalesOf(Month(1), Yuan(0m), "r").Amount.Should().Be(Yuan(0m));

        static void Refused<T>(Func<object> make)
            where T : Exception => make.Should().Throw<T>();
    }

    [Fact]
    public void Facts_of_others_are_refused_one_by_one()
    {
        PartnerContract bare = PartnerContract.Define("bare", Star, Live, Year, Cny).Round(Rounding.HalfEven).Deliver(new DataDuty("weekly", new LocalText("w"), Cycle.Week, 1)).Commit(Traffic()).Amend(Day("2025-06-01"), Day("2025-05-01")).WithoutTerms().Build();
        bare.Refusal(ContractFact.DepositPaid(Day("2025-01-02"), Yuan(1m), "b")).Should().Be("The contract has no deposit (b).");
        Define().Amend(Day("2025-06-01"), Day("2025-05-01")).WithoutTerms().Build().Refusal(ContractFact.DepositPaid(Day("2025-01-02"), Yuan(1m), "b")).Should().BeNull("the first version has one");
        bare.Refusal(ContractFact.DepositPaid(Day("2024-12-01"), Yuan(1m), "b")).Should().StartWith("The contract has no deposit");
        bare.Refusal(ContractFact.DepositPaid(Day("2026-01-01"), Yuan(1m), "b")).Should().StartWith("2026-01-01 is outside the term");
        bare.Refusal(ContractFact.Delivered("weekly", Day("2025-01-02"), Day("2025-01-03"), "m")).Should().BeNull();
        bare.Refusal(ContractFact.Delivered("daily", Day("2025-01-02"), Day("2025-01-03"), "m")).Should().Be("The contract has no data duty 'daily' (m).");
        bare.Refusal(ContractFact.Excused("traffic", Month(1), "x")).Should().BeNull();
        bare.Refusal(ContractFact.Excused(null, Month(1), "x")).Should().BeNull();
        bare.Refusal(ContractFact.Excused("likes", Month(1), "x")).Should().Be("The contract has no commitment 'likes' (x).");
        bare.Refusal(Revenue(Month(1), 1m)).Should().BeNull();
        bare.Refusal(ContractFact.Commission(CommissionFacts.For(new Id<Payee>("someone"), Month(1)))).Should().StartWith("The sales facts are of 'someone'");
        bare.Check(Month(1), [Revenue(Month(1), 1m)], bare.Open()).Select(error => error.ToString()).Should().ContainSingle().Which.Should().Contain("Version 1 pays no commission, but there are sales facts for 2025-01-01 to 2025-01-31.");
        PartnerContract paying = Define().Pay(Plan).Build();
        paying.Check(Month(1), [], paying.Open()).Select(error => error.ToString()).Should().ContainSingle().Which.Should().Contain("Expected the sales facts of 2025-01-01 to 2025-01-31 once, found none.");
        paying.Check(Month(1), [Revenue(Days("2025-01-01", "2025-01-15"), 1m)], paying.Open()).Select(error => error.ToString()).Should().ContainSingle().Which.Should().Contain("found 2025-01-01 to 2025-01-15.");
        paying.Invoking(c => c.Settle(Month(1, 2026), [], paying.Open())).Should().Throw<ArgumentException>().WithMessage("*has no day of the term, 2025-01-01 to 2025-12-31.*");
        paying.Invoking(c => c.Accrue(Day("2026-01-01"), [], paying.Open())).Should().Throw<ArgumentException>().WithMessage("2026-01-01 is not a day from 2025-01-01*");
        paying.Invoking(c => c.Accrue(Day("2024-12-31"), [], paying.Open())).Should().Throw<ArgumentException>();
        paying.Accrue(Year.Start, [Revenue(new NodaTime.DateInterval(Year.Start, Year.Start), 100m)], paying.Open()).Amount.Should().Be(Yuan(5m));
    }

    [Fact]
    public void A_commitment_of_the_same_code_replaces_the_one_before()
    {
        PartnerContractBuilder builder = Define().Commit(Traffic()).Commit(Traffic(CommitmentPeriod.Quarter)).Commit(Commitment.AtLeast("orders", CommitmentMetric.Orders, 1m, CommitmentPeriod.Month, Measurement.Reported));
        builder.Build().AsOf(Year.Start).Terms.Commitments.Select(commitment => (commitment.Code, commitment.Per)).Should().Equal(("traffic", CommitmentPeriod.Quarter), ("orders", CommitmentPeriod.Month));
        builder.Release("traffic").Build().AsOf(Year.Start).Terms.Commitments.Select(commitment => commitment.Code).Should().Equal("orders");
        builder.Invoking(b => b.Release("traffic")).Should().Throw<ArgumentException>().WithMessage("The contract has no commitment 'traffic'.*");
        builder.Invoking(b => b.Pay(Plan, 0, Year.Start, null)).Should().Throw<ArgumentOutOfRangeException>();
        Define().Pay(Plan, 1, Year.Start, null).Build().AsOf(Year.Start).Terms.Commission!.Number.Should().Be(1);
        Define("again").Renews(new Id<PartnerContract>("again")).TryBuild(out _, out IReadOnlyList<ContractError> errors).Should().BeFalse();
        errors.Select(error => error.ToString()).Should().Equal("renews: The contract 'again' renews itself.");
    }
}
