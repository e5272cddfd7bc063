using System;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>A settlement that was wrong is taken back in today's account: breaches, holdbacks, advances and what caps carried.</summary>
public sealed class CorrectionTests
{
    [Fact]
    public void A_breach_that_was_none_goes_back_to_the_deposit()
    {
        // 60 000 cost, of which the deposit of 50 000 met all it had; 10 000 were carried.
        PartnerContract contract = Define().Commit(Traffic()).Build();
        ContractFact paid = ContractFact.DepositPaid(Year.Start, Yuan(50_000m), "bank");
        Settlement wrong = contract.Settle(Month(1), [paid, .. Both("traffic", Month(1), 1_600_000m)], contract.Open());
        Settlement right = contract.Settle(Month(1), [paid, .. Both("traffic", Month(1), 2_000_000m)], contract.Open());
        Settlement half = contract.Settle(Month(1), [paid, .. Both("traffic", Month(1), 1_800_000m)], contract.Open());
        wrong.Closing.Balance.Should().Be(Yuan(-10_000m));
        ContractAccount corrected = wrong.Closing.Correct(wrong, right, Day("2025-02-05"));
        (corrected.Balance, corrected.Deposit.Held, corrected.Deposit.Unmet, corrected.Compensations.Sum(spent => spent.Value.Amount)).Should().Be((Yuan(0m), Yuan(50_000m), Yuan(0m), 0m));
        corrected.Deposit.Events.Last().Should().BeEquivalentTo(new { Date = Day("2025-02-05"), Kind = DepositEventKind.Forfeited, Reverses = 2, Reference = "correction of 2025-01-01 to 2025-01-31", Commitment = "traffic" });

        // Half of the cost is met by the deposit, which has it again.
        ContractAccount less = wrong.Closing.Correct(wrong, half, Day("2025-02-05"));
        (less.Balance, less.Deposit.Held, less.Compensations.Single().Value).Should().Be((Yuan(0m), Yuan(20_000m), Yuan(30_000m)));
        FluentActions.Invoking(() => corrected.Correct(wrong, right, Day("2025-02-06"))).Should().Throw<ArgumentException>()
            .WithMessage("The forfeiture for 'traffic', breach/traffic/2025-01-01, is not in this account, or was reversed.*").WithParameterName("wrong");

        // A later breach is met on the day of the correction at the earliest: the deposit's events stay in order.
        ContractAccount late = wrong.Closing.Correct(wrong, right, Day("2025-03-05"));
        Settlement february = contract.Settle(Month(2), [.. Both("traffic", Month(2), 1_600_000m)], late);
        february.DepositMovements.Single().Should().BeEquivalentTo(new { Date = Day("2025-03-05"), Amount = Yuan(50_000m), Unmet = Yuan(10_000m) });
    }

    [Fact]
    public void Of_several_breaches_each_is_taken_back_once()
    {
        Commitment Of(string code) => Commitment.AtLeast(code, CommitmentMetric.Of("likes", MetricKind.Count), 100m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(DeviationPrice.PerUnit(1m));
        PartnerContract contract = Define().Commit(Of("a")).Commit(Of("b")).Build();
        ContractFact paid = ContractFact.DepositPaid(Year.Start, Yuan(1_000m), "bank");
        ContractFact Said(string code, int month, decimal value) => ContractFact.Reported(code, Month(month), value, "r");
        Settlement wrong = contract.Settle(Month(1), [paid, Said("a", 1, 90m), Said("b", 1, 90m)], contract.Open());
        Settlement february = contract.Settle(Month(2), [Said("a", 2, 90m), Said("b", 2, 90m)], wrong.Closing);
        Settlement right = contract.Settle(Month(1), [paid, Said("a", 1, 90m), Said("b", 1, 100m)], contract.Open());
        ContractAccount corrected = february.Closing.Correct(wrong, right, Day("2025-03-01"));

        // 10 each were kept for four breaches; two are reversed and one is kept anew.
        corrected.Deposit.Events.Skip(5).Select(e => (e.Reverses, e.Reference, e.Commitment, e.Change.Amount)).Should().Equal(
            ((int?)2, "correction of 2025-01-01 to 2025-01-31", "a", 10m), (3, "correction of 2025-01-01 to 2025-01-31", "b", 10m), (null, "breach/a/2025-01-01", "a", -10m));
        (corrected.Deposit.Held, corrected.Balance).Should().Be((Yuan(970m), Yuan(0m)));
        corrected.Compensations.Select(spent => (spent.Key, spent.Value.Amount)).Should().BeEquivalentTo([("a", 20m), ("b", 10m)]);

        // Of February it is its own two that are reversed, though January's are of the same codes and amounts.
        Settlement kept = contract.Settle(Month(2), [Said("a", 2, 100m), Said("b", 2, 100m)], wrong.Closing);
        february.Closing.Correct(february, kept, Day("2025-03-01")).Deposit.Events.Skip(5).Select(e => e.Reverses).Should().Equal(4, 5);
    }

    [Fact]
    public void A_level_that_has_moved_on_since_is_left_alone()
    {
        // The partner bears 20 %, 10 % or nothing of 50 000, by the sales of the month.
        CostShare shared = CostShare.Of(Yuan(50_000m), Rate.Percent(80), Rate.Percent(20)).AdjustedBySales(Yuan(31_000m), Day("2025-02-01"), (0m, Rate.Percent(20)), (100m, Rate.Percent(10)), (150m, Rate.Zero));
        PartnerContract contract = PartnerContract.Define("c", Star, Live, Year, Cny).Round(Rounding.HalfAwayFromZero).Deposit(DepositTerms.OfCostShare()).ShareCost(shared).Build();
        ContractAccount january = contract.Settle(Month(1), [], contract.Open()).Closing;
        Settlement wrong = contract.Settle(Month(2), [ContractFact.SalesOf(Month(2), Yuan(31_000m), "shop")], january);
        Settlement right = contract.Settle(Month(2), [ContractFact.SalesOf(Month(2), Yuan(46_500m), "shop")], january);
        wrong.Closing.Correct(wrong, right, Day("2025-03-01")).DepositLevel.Should().Be(Yuan(0m));
        Settlement march = contract.Settle(Month(3), [ContractFact.SalesOf(Month(3), Yuan(0m), "shop")], wrong.Closing);
        march.Closing.Correct(wrong, right, Day("2025-04-01")).DepositLevel.Should().Be(Yuan(10_000m), "March has set it anew");
    }

    [Fact]
    public void What_was_held_back_and_is_released_moves_with_it()
    {
        // 10 % of 5 000 were held back in January and came free in February; of 6 000 it had been 600.
        PartnerContract contract = Define().Pay(Plan).HoldBack(Rate.Percent(10), 1).Build();
        Settlement wrong = contract.Settle(Month(1), [Revenue(Month(1), 100_000m)], contract.Open());
        Settlement february = contract.Settle(Month(2), [Revenue(Month(2), 0m)], wrong.Closing);
        Settlement right = contract.Settle(Month(1), [Revenue(Month(1), 120_000m)], contract.Open());
        february.Sum(SettlementLineKind.HoldbackReleased).Should().Be(Yuan(500m));
        ContractAccount released = february.Closing.Correct(wrong, right, Day("2025-03-01"));
        (released.Balance, released.Holdbacks.Count).Should().Be((Yuan(1_000m), 0), "900 and 100 that had been released");
        ContractAccount held = wrong.Closing.Correct(wrong, right, Day("2025-02-01"));
        (held.Balance, held.Holdbacks.Single().Amount).Should().Be((Yuan(900m), Yuan(600m)));
    }

    [Fact]
    public void What_was_open_before_is_no_part_of_the_difference()
    {
        // 3 000 are owed from January. In February half of what is above 8 000 is recouped: 1 000 of 10 000, 2 000 of 12 000.
        PartnerContract contract = Define().Pay(Plan).Advance(new Draw(DrawKind.Recoverable, Yuan(8_000m), 1, Rate.Percent(50))).Build();
        ContractAccount january = contract.Settle(Month(1), [Revenue(Month(1), 100_000m)], contract.Open()).Closing;
        Settlement wrong = contract.Settle(Month(2), [Revenue(Month(2), 200_000m)], january);
        Settlement right = contract.Settle(Month(2), [Revenue(Month(2), 240_000m)], january);
        (wrong.Closing.Advance, right.Closing.Advance).Should().Be((Yuan(2_000m), Yuan(1_000m)));
        ContractAccount corrected = wrong.Closing.Correct(wrong, right, Day("2025-03-01"));
        (corrected.Advance, corrected.Balance).Should().Be((Yuan(1_000m), Yuan(1_000m)));

        // 5 000 are carried from January. February earns 15 000 or 10 000 and pays 10 000: 10 000 or 5 000 are carried.
        CommissionPlan plan = CommissionPlan.Define("capped", Cny).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month).Cap(Yuan(10_000m), Cycle.Month, Excess.Carried).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build();
        PartnerContract capped = Define().Pay(plan).Build();
        ContractAccount first = capped.Settle(Month(1), [Revenue(Month(1), 300_000m)], capped.Open()).Closing;
        Settlement much = capped.Settle(Month(2), [Revenue(Month(2), 300_000m)], first);
        Settlement less = capped.Settle(Month(2), [Revenue(Month(2), 200_000m)], first);
        ContractAccount after = much.Closing.Correct(much, less, Day("2025-03-01"));
        (after.CommissionCarried, after.Balance).Should().Be((Yuan(5_000m), Yuan(0m)));
    }

    [Fact]
    public void What_was_paid_is_kept_by_plan_and_span_and_a_closed_span_stays_closed()
    {
        // 5 % each: 5 of January by the first plan, 10 and 15 of February and March by the second, 20 of April.
        CommissionPlan later = CommissionPlan.Define("after", Cny).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build();
        PartnerContract contract = Define().Pay(Plan).Amend(Day("2025-02-01"), Day("2025-01-15")).Pay(later).Build();
        Settlement[] months = new Settlement[4];
        ContractAccount account = contract.Open();
        for (int i = 0; i < months.Length; i++)
        {
            months[i] = contract.Settle(Month(i + 1), [Revenue(Month(i + 1), 100m * (i + 1))], account);
            account = months[i].Closing;
        }

        string Paid(ContractAccount of) => string.Join(" ", of.CommissionsPaid.Select(paid => $"{paid.Plan}/{paid.Per}/{paid.Span?.Start.Month}={paid.Amount.Amount}"));
        Paid(months[0].Closing).Should().Be("live-5/Once/=5 live-5/Quarter/1=5 live-5/Year/1=5");
        Paid(months[2].Closing).Should().Be("after/Once/=25 after/Quarter/1=25 after/Year/1=25 live-5/Once/=5 live-5/Quarter/1=5 live-5/Year/1=5");
        Paid(account).Should().Be("after/Once/=45 after/Quarter/4=20 after/Year/1=45 live-5/Once/=5 live-5/Quarter/1=5 live-5/Year/1=5");

        // Had February earned 30, the year would have 20 more, and the second quarter nothing.
        Settlement right = contract.Settle(Month(2), [Revenue(Month(2), 600m)], months[1].Opening);
        ContractAccount corrected = account.Correct(months[1], right, Day("2025-05-02"));
        Paid(corrected).Should().Be("after/Once/=65 after/Quarter/4=20 after/Year/1=65 live-5/Once/=5 live-5/Quarter/1=5 live-5/Year/1=5");
        corrected.Balance.Should().Be(Yuan(20m));
    }

    [Fact]
    public void Both_settlements_are_of_the_contract_and_of_the_same_days()
    {
        PartnerContract contract = Define("one").Pay(Plan).Build();
        PartnerContract other = Define("two").Pay(Plan).Build();
        Settlement mine = contract.Settle(Month(1), [Revenue(Month(1), 100m)], contract.Open());
        Settlement theirs = other.Settle(Month(1), [Revenue(Month(1), 100m)], other.Open());
        Settlement next = contract.Settle(Month(2), [Revenue(Month(2), 100m)], mine.Closing);
        Refuses(mine, theirs, "The settlements are of one, 2025-01-01 to 2025-01-31, and two, 2025-01-01 to 2025-01-31; expected the same days of one.*");
        Refuses(theirs, mine, "The settlements are of two, 2025-01-01 to 2025-01-31, and one, 2025-01-01 to 2025-01-31; expected the same days of one.*");
        Refuses(mine, next, "The settlements are of one, 2025-01-01 to 2025-01-31, and one, 2025-02-01 to 2025-02-28; expected the same days of one.*");
        FluentActions.Invoking(() => mine.Closing.Correct(null!, mine, Day("2025-02-01"))).Should().Throw<ArgumentNullException>().WithParameterName("wrong");
        FluentActions.Invoking(() => mine.Closing.Correct(mine, null!, Day("2025-02-01"))).Should().Throw<ArgumentNullException>().WithParameterName("right");

        void Refuses(Settlement wrong, Settlement right, string message) => FluentActions.Invoking(() => mine.Closing.Correct(wrong, right, Day("2025-02-01"))).Should().Throw<ArgumentException>().WithMessage(message).WithParameterName("right");
    }
}
