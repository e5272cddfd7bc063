using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>What is forgiven, cured in part, late or overdue is said, and stays on the books until it is booked.</summary>
public sealed class LateFactsTests
{
    [Fact]
    public void What_is_forgiven_of_an_advance_leaves_the_books()
    {
        PartnerContract contract = Define().Pay(Plan).Advance(new Draw(DrawKind.BalanceForgiven, Yuan(8_000m), 1, Rate.Percent(50), lastPeriod: 2)).Build();
        Settlement january = contract.Settle(Month(1), [Revenue(Month(1), 100_000m)], contract.Open());
        Settlement february = contract.Settle(Month(2), [Revenue(Month(2), 200_000m)], january.Closing);

        // 3 000 topped up in January; half of the 2 000 above the draw is recouped in February, and 2 000 are forgiven.
        (january.Closing.Advance, january.Forgiven).Should().Be((Yuan(3_000m), Yuan(0m)));
        (february.Closing.Advance, february.Forgiven, february.NetDue).Should().Be((Yuan(0m), Yuan(2_000m), Yuan(9_000m)));
        february.Lines.Where(line => line.Kind is SettlementLineKind.Recoupment or SettlementLineKind.AdvanceForgiven).Select(line => (line.Amount.Amount, line.Text.En)).Should().Equal(
            (-1_000m, "Recouped of advances; 2 000.00 CNY stay owed"), (0m, "Forgiven: 2 000.00 CNY of advances are no longer owed"));
        january.Journal.Concat(february.Journal).Where(line => line.Account == JournalAccount.AdvanceReceivable).Sum(line => line.Signed.Amount).Should().Be(0m);
        february.Journal.Where(line => line.Account == JournalAccount.GuaranteeExpense).Sum(line => line.Signed.Amount).Should().Be(2_000m);
        february.Verify().Should().BeEmpty();
        february.ToText(Language.SimplifiedChinese).Should().Contain("免除：预付余额 2 000.00 CNY 不再追偿");
    }

    [Fact]
    public void What_is_owed_of_a_draw_that_is_forgiven_does_not_outlive_the_term()
    {
        PartnerContract contract = Define(term: Days("2025-01-01", "2025-02-28")).Pay(Plan).Advance(new Draw(DrawKind.BalanceForgiven, Yuan(8_000m), 1, Rate.Percent(50))).Build();
        Settlement january = contract.Settle(Month(1), [Revenue(Month(1), 100_000m)], contract.Open());
        Settlement february = contract.Settle(Month(2), [Revenue(Month(2), 100_000m)], january.Closing);
        (february.Forgiven, february.Closing.Advance).Should().Be((Yuan(6_000m), Yuan(0m)));
        contract.Accrue(Day("2025-02-28"), [Revenue(Month(2), 100_000m)], january.Closing).Amount.Should().Be(Yuan(5_000m), "what is forgiven is paid to nobody");
    }

    [Fact]
    public void A_shortfall_that_is_cured_in_part_states_one_deviation_with_or_without_a_price()
    {
        Commitment followers = Commitment.AtLeast("followers", CommitmentMetric.Followers, 500_000m, CommitmentPeriod.Month, Measurement.ThirdParty).CuredWithin(10);
        foreach (Commitment commitment in new[] { followers, followers.ShortfallCosts(DeviationPrice.PerUnit(0.01m)) })
        {
            PartnerContract contract = Define().Commit(commitment).Build();
            CommitmentResult result = contract.Settle(
                Month(1),
                [ContractFact.ThirdParty("followers", Days("2025-01-10", "2025-01-10"), 440_000m, "m-1"), ContractFact.MadeGood("followers", Month(1), 460_000m, Day("2025-02-05"), "m-2")],
                contract.Open()).Results.Single();
            (result.Value, result.Deviation, result.Status).Should().Be((460_000m, 40_000m, CommitmentStatus.Missed));
            result.Explanation.En.Should().Be("followers, 2025-01-01 to 2025-01-31: 460 000 of at least 500 000, missed by 40 000");
            result.Evidence.Should().Equal("m-1", "m-2");
        }
    }

    [Fact]
    public void Facts_that_come_after_their_days_were_settled_are_not_used_and_that_is_said()
    {
        PartnerContract contract = Define().Pay(Plan).Commit(Traffic()).Commit(Commitment.AtLeast("orders", CommitmentMetric.Orders, 10m, CommitmentPeriod.Quarter, Measurement.Reported))
            .ClawBack(Clawback.None.ForCause("own-fault", Rate.One)).Build();
        ContractFact[] january = [Revenue(Month(1), 100m), .. Both("traffic", Month(1), 2_000_000m), ContractFact.Reported("orders", Month(1), 5m, "o-1"), ContractFact.DepositPaid(Day("2025-01-02"), Yuan(200_000m), "bank-1")];
        Settlement first = contract.Settle(Month(1), january, contract.Open());
        first.Unused.Should().BeEmpty("orders are judged at the end of the quarter");

        ContractFact[] late =
        [
            ContractFact.ClawedBackFor(Day("2025-01-20"), "own-fault", Yuan(1m), "order-1"), ContractFact.DepositToppedUp(Day("2025-01-31"), Yuan(1m), "bank-2"),
            ContractFact.MadeGood("traffic", Month(1), 1m, Day("2025-02-05"), "m-1"), Revenue(Month(1), 101m), ContractFact.SalesOf(Month(2), Yuan(1m), "till"),
            ContractFact.DepositPaid(Day("2025-01-02"), Yuan(200_000m), "bank-1"),
        ];
        ContractFact[] february = [Revenue(Month(2), 100m), .. Both("traffic", Month(2), 2_000_000m), ContractFact.Reported("orders", Month(2), 5m, "o-2"), Revenue(Month(3), 100m)];
        Settlement second = contract.Settle(Month(2), [.. january, .. late, .. february], first.Closing);

        // All of January's facts are given again, and known; the payment is there twice now.
        second.Unused.Select(unused => unused.ToString()).Should().Equal(
            "clawed-back of 2025-01-20 (order-1): its days were settled without it; settle them again and correct the account",
            "deposit-topped-up of 2025-01-31 (bank-2): its days were settled without it; settle them again and correct the account",
            "made-good of 2025-01-01 to 2025-01-31 (m-1): its days were settled without it; settle them again and correct the account",
            "commission of 2025-01-01 to 2025-01-31 (sales facts): its days were settled without it; settle them again and correct the account",
            "sales of 2025-02-01 to 2025-02-28 (till): nothing that is agreed for these days takes it in",
            "deposit-paid of 2025-01-02 (bank-1): its days were settled without it; settle them again and correct the account");

        // What a correction takes in is used.
        Settlement right = contract.Settle(Month(1), [.. january.Skip(1), .. late.Where(fact => fact.Reference != "till")], first.Opening);
        ContractAccount corrected = first.Closing.Correct(first, right, Day("2025-02-10"));
        contract.Settle(Month(2), [.. january, .. late, .. february], corrected).Unused.Select(unused => unused.Fact.Reference).Should().Equal("sales facts", "till");
    }

    [Fact]
    public void An_amendment_does_not_make_overdue_data_forgotten()
    {
        PartnerContract contract = Define().Deliver(new DataDuty("weekly", new LocalText("weekly traffic", "周流量"), Cycle.Week, 3)).Build();
        contract = contract.Amend(Day("2025-02-05"), Day("2025-02-01")).Value(Yuan(1_100_000m)).Build();
        ContractFact[] facts = [ContractFact.DepositPaid(Year.Start, Yuan(220_000m), "bank"), .. new[] { "2025-01-01", "2025-01-13", "2025-01-20", "2025-02-03" }.Select(day => ContractFact.Delivered("weekly", Day(day), Day(day).PlusDays(7), "mail"))];
        Overdue(Day("2025-02-04")).Should().Equal("2025-01-15");
        Overdue(Day("2025-02-12")).Should().Equal(["2025-01-15", "2025-02-05"], "the week from 2025-01-27 was due by 2025-02-05, under the first version");

        IEnumerable<string> Overdue(LocalDate day) => ContractWarning.Of(contract, facts, contract.Open(), day).Where(warning => warning.Kind == ContractWarningKind.DataOverdue).Select(warning => $"{warning.By:uuuu-MM-dd}");
    }

    [Fact]
    public void A_report_of_later_days_than_the_panels_hides_no_risk()
    {
        PartnerContract contract = Define().Commit(Traffic()).Build();
        List<ContractFact> facts = [ContractFact.DepositPaid(Year.Start, Yuan(200_000m), "bank"), .. Enumerable.Range(1, 12).Select(day => ContractFact.Reported("traffic", Days($"2025-01-{day:00}", $"2025-01-{day:00}"), 30_000m, "r"))];
        At(12).Should().BeEmpty("the panel has said nothing yet");
        facts.AddRange(Enumerable.Range(1, 10).Select(day => ContractFact.ThirdParty("traffic", Days($"2025-01-{day:00}", $"2025-01-{day:00}"), 30_000m, "p")));
        At(12).Should().Equal("traffic, 2025-01-01 to 2025-01-31: 300 000 through 2025-01-10, at this pace 930 000 against 2 000 000");

        IEnumerable<string> At(int day) => ContractWarning.Of(contract, facts, contract.Open(), new LocalDate(2025, 1, day)).Select(warning => warning.Text.En);
    }
}
