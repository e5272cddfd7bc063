using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>What a run does in which order, and what stays as it is: deposits, breaches, levels and the rows of the record.</summary>
public sealed class SettlementRunTests
{
    private static readonly CommitmentMetric Likes = CommitmentMetric.Of("likes", MetricKind.Count, new LocalText("Likes", "点赞"));

    [Fact]
    public void A_breach_that_the_deposit_cannot_meet_stays_open()
    {
        PartnerContract contract = Define().Commit(Traffic()).Build();
        Settlement settled = contract.Settle(Month(1), [.. Both("traffic", Month(1), 1_600_000m)], contract.Open());
        settled.DepositMovements.Select(e => (e.Kind, e.Amount, e.Unmet)).Should().Equal((DepositEventKind.Forfeited, Yuan(0m), Yuan(60_000m)));
        settled.Lines.Select(line => line.Id).Should().Equal(["compensation/traffic/2025-01-01"], "nothing was met");
        settled.Closing.Deposit.Unmet.Should().Be(Yuan(60_000m));

        // Where no deposit is agreed and none is held, nothing is said of one.
        PartnerContract without = PartnerContract.Define("c", Star, Live, Year, Cny).Round(Rounding.HalfAwayFromZero).Commit(Traffic()).Build();
        without.Settle(Month(1), [.. Both("traffic", Month(1), 1_600_000m)], without.Open()).DepositMovements.Should().BeEmpty();
    }

    [Fact]
    public void What_is_held_meets_breaches_also_after_the_deposit_is_agreed_away()
    {
        PartnerContract contract = PartnerContract.Define("c", Star, Live, Year, Cny).Round(Rounding.HalfAwayFromZero).Deposit(DepositTerms.Of(Yuan(100_000m)))
            .Amend(Day("2025-02-01"), Day("2025-01-15")).WithoutTerms().Commit(Traffic()).Build();
        ContractAccount january = contract.Settle(Month(1), [ContractFact.DepositPaid(Year.Start, Yuan(100_000m), "bank")], contract.Open()).Closing;
        Settlement february = contract.Settle(Month(2), [.. Both("traffic", Month(2), 1_600_000m)], january);
        february.Sum(SettlementLineKind.MetFromDeposit).Should().Be(Yuan(60_000m));
        february.Closing.Deposit.Held.Should().Be(Yuan(40_000m));
    }

    [Fact]
    public void A_penalty_as_large_as_the_compensation_is_met_beside_it()
    {
        PartnerContract contract = Define().Commit(Traffic().FalsifiedReportCosts(Yuan(60_000m))).Build();
        Settlement settled = contract.Settle(
            Month(1), [ContractFact.DepositPaid(Year.Start, Yuan(200_000m), "bank"), ContractFact.Reported("traffic", Month(1), 2_600_000m, "r"), ContractFact.ThirdParty("traffic", Month(1), 1_600_000m, "t")], contract.Open());
        settled.Sum(SettlementLineKind.MetFromDeposit).Should().Be(Yuan(120_000m));
        settled.Lines.Last().Text.Should().Be(new LocalText("traffic: 120 000.00 CNY of 120 000.00 CNY met from the deposit", "traffic：120 000.00 CNY 中 120 000.00 CNY 由保证金抵付"));
    }

    [Fact]
    public void Sessions_are_judged_in_the_order_of_their_days_and_name_themselves()
    {
        // 10 a missing like, at most 150 in the term: the first session costs 100, the second what is left.
        Commitment session = Commitment.AtLeast("likes", Likes, 100m, CommitmentPeriod.Session, Measurement.Reported).ShortfallCosts(DeviationPrice.PerUnit(10m), null, Yuan(150m));
        PartnerContract contract = Define().Deposit(DepositTerms.Of(Yuan(120m))).Commit(session).Build();
        Settlement settled = contract.Settle(
            Month(1),
            [
                ContractFact.DepositPaid(Year.Start, Yuan(120m), "bank"), ContractFact.Reported("likes", Days("2025-01-20", "2025-01-20"), 90m, "r-2", "s-2"), ContractFact.Reported("likes", Days("2025-01-05", "2025-01-05"), 90m, "r-1", "s-1"),
            ],
            contract.Open());
        settled.Lines.Select(line => (line.Id, line.Amount.Amount)).Should().Equal(
            ("compensation/likes/2025-01-05/s-1", -100m), ("compensation/likes/2025-01-20/s-2", -50m), ("from-deposit/likes/2025-01-05/s-1", 100m), ("from-deposit/likes/2025-01-20/s-2", 20m));
        settled.DepositMovements.Skip(1).Select(e => (e.Reference, e.Commitment)).Should().Equal(("breach/likes/2025-01-05/s-1", "likes"), ("breach/likes/2025-01-20/s-2", "likes"));
    }

    [Fact]
    public void What_ends_on_one_day_is_judged_from_the_longer_period_on()
    {
        // 31 August 2025 is a Sunday: the last week and the month end together.
        PartnerContract contract = Define()
            .Commit(Commitment.AtLeast("weekly", Likes, 1m, CommitmentPeriod.Week, Measurement.Reported))
            .Commit(Commitment.AtLeast("monthly", Likes, 1m, CommitmentPeriod.Month, Measurement.Reported)).Build();
        ContractAccount july = contract.Settle(Days("2025-01-01", "2025-07-31"), [ContractFact.Reported("weekly", Days("2025-01-01", "2025-07-27"), 999m, "w"), ContractFact.Reported("monthly", Days("2025-01-01", "2025-07-31"), 999m, "m")], contract.Open()).Closing;
        contract.Settle(Month(8), [ContractFact.Reported("weekly", Days("2025-07-28", "2025-08-31"), 999m, "w"), ContractFact.Reported("monthly", Month(8), 999m, "m")], july)
            .Results.Select(result => $"{result.Commitment.Code} {result.Period.Start.Day}").Should().Equal("weekly 28", "weekly 4", "weekly 11", "weekly 18", "monthly 1", "weekly 25");
    }

    [Fact]
    public void A_refund_is_at_most_what_is_held()
    {
        PartnerContract contract = Define().Build();
        ContractFact paid = ContractFact.DepositPaid(Year.Start, Yuan(100m), "bank-1");
        contract.Settle(Month(1), [paid, ContractFact.DepositRefunded(Day("2025-01-03"), Yuan(100m), "bank-2")], contract.Open()).Closing.Deposit.Held.Should().Be(Yuan(0m));
        contract.Check(Month(1), [paid, ContractFact.DepositRefunded(Day("2025-01-03"), Yuan(100.01m), "bank-2")], contract.Open()).Select(error => (error.Name, error.Message)).Should().Equal(
            ("deposit-refunded", "100.01 CNY on 2025-01-03 is more than the 100.00 CNY that is held."));
    }

    [Fact]
    public void A_level_that_stays_pays_nothing_back()
    {
        // Sales of 31 000 and more take the partner's share from 20 % to 10 %: the level from 10 000 to 5 000.
        CostShare shared = CostShare.Of(Yuan(50_000m), Rate.Percent(80), Rate.Percent(20)).AdjustedBySales(Yuan(31_000m), Day("2025-02-01"), (0m, Rate.Percent(20)), (100m, Rate.Percent(10)));
        PartnerContract contract = PartnerContract.Define("c", Star, Live, Year, Cny).Round(Rounding.HalfAwayFromZero).Deposit(DepositTerms.OfCostShare()).ShareCost(shared).Build();
        ContractAccount over = contract.Settle(Month(1), [ContractFact.DepositPaid(Year.Start, Yuan(12_000m), "bank")], contract.Open()).Closing;
        Settlement same = contract.Settle(Month(2), [ContractFact.SalesOf(Month(2), Yuan(0m), "none")], over);
        (same.Closing.Deposit.Held, same.DepositMovements.Count).Should().Be((Yuan(12_000m), 0), "the level is what it was");
        ContractAccount exact = contract.Settle(Month(1), [ContractFact.DepositPaid(Year.Start, Yuan(5_000m), "bank")], contract.Open()).Closing;
        Settlement lower = contract.Settle(Month(2), [ContractFact.SalesOf(Month(2), Yuan(31_000m), "shop")], exact);
        (lower.Closing.DepositLevel, lower.DepositMovements.Count, lower.DepositShortfall).Should().Be((Yuan(5_000m), 0, Yuan(0m)), "no more than that is held");
        lower.Lines.Single().Text.In(Language.SimplifiedChinese).Should().Be("销售达成 100%：合作方承担 50 000.00 CNY 的 10%，保证金标准由 10 000.00 CNY 调为 5 000.00 CNY");

        // An amendment of something else, or one that states the cost share once more, keeps the level that sales have shifted; one of the cost share begins anew.
        PartnerContract kept = contract.Amend(Day("2025-03-01"), Day("2025-02-15")).Pay(Plan).Build();
        kept.Settle(Month(3), [Revenue(Month(3), 0m), ContractFact.SalesOf(Month(3), Yuan(31_000m), "shop")], kept.Settle(Month(2), [ContractFact.SalesOf(Month(2), Yuan(31_000m), "shop")], exact).Closing)
            .Lines.Last().Text.En.Should().EndWith("deposit level 5 000.00 CNY to 5 000.00 CNY");
        foreach ((decimal target, string text) in new[] { (31_000m, "deposit level 5 000.00 CNY to 5 000.00 CNY"), (30_000m, "deposit level 10 000.00 CNY to 5 000.00 CNY") })
        {
            PartnerContract amended = contract.Amend(Day("2025-03-01"), Day("2025-02-15"))
                .ShareCost(CostShare.Of(Yuan(50_000m), Rate.Percent(80), Rate.Percent(20)).AdjustedBySales(Yuan(target), Day("2025-02-01"), (0m, Rate.Percent(20)), (100m, Rate.Percent(10)))).Build();
            amended.Settle(Month(3), [ContractFact.SalesOf(Month(3), Yuan(31_000m), "shop")], amended.Settle(Month(2), [ContractFact.SalesOf(Month(2), Yuan(31_000m), "shop")], exact).Closing)
                .Lines.Last().Text.En.Should().EndWith(text);
        }
    }

    [Fact]
    public void A_term_that_begins_or_ends_inside_a_month_has_parts_of_it()
    {
        PartnerContract contract = Define(term: Days("2025-01-15", "2025-02-10")).Pay(Plan).Build();
        Settlement january = contract.Settle(Month(1), [Revenue(Days("2025-01-15", "2025-01-31"), 100m)], contract.Open());
        (january.Period.Start, january.Period.End).Should().Be((Day("2025-01-15"), Day("2025-01-31")));
        Settlement february = contract.Settle(Month(2), [Revenue(Days("2025-02-01", "2025-02-10"), 100m)], january.Closing);
        (february.Period.Start, february.Period.End).Should().Be((Day("2025-02-01"), Day("2025-02-10")));
        FluentActions.Invoking(() => contract.Settle(Month(3), [], january.Closing)).Should().Throw<ArgumentException>().WithMessage("2025-03-01 to 2025-03-31 has no day of the term, 2025-01-15 to 2025-02-10.*").WithParameterName("period");
    }

    [Fact]
    public void What_the_plan_refuses_is_said()
    {
        PartnerContract contract = Define().Pay(Plan).Build();
        ContractFact nothing = ContractFact.Commission(CommissionFacts.For(Star.Payee, Month(1)));
        contract.Check(Month(1), [nothing], contract.Open()).Should().NotBeEmpty();
        FluentActions.Invoking(() => contract.Settle(Month(1), [nothing], contract.Open())).Should().Throw<ArgumentException>().WithMessage("The contract 'star-2025' cannot be settled for 2025-01-01 to 2025-01-31: *").WithParameterName("facts");
    }

    [Fact]
    public void What_is_taken_back_of_sales_is_no_more_to_top_up()
    {
        // 100 less than nothing is sold: the draw tops up to 8 000, and the 5 are owed beside it.
        CommissionPlan mirrored = CommissionPlan.Define("mirrored", Cny).Pay(TierTable.Percent(5m).OnNegative(NegativeValue.Mirrored), Basis.NetRevenue, Cycle.Month).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build();
        PartnerContract contract = Define().Pay(mirrored).Advance(new Draw(DrawKind.NonRecoverable, Yuan(8_000m), 1, Rate.One)).HoldBack(Rate.Percent(10), 1).Build();
        Settlement settled = contract.Settle(Month(1), [Revenue(Month(1), -100m)], contract.Open());
        settled.Lines.Select(line => (line.Kind, line.Amount.Amount)).Should().Equal((SettlementLineKind.Commission, -5m), (SettlementLineKind.GuaranteeTopUp, 8_000m));
    }

    [Fact]
    public void What_is_forgiven_stayed_owed_when_the_rest_was_recouped()
    {
        // 3 000 topped up in January; half of the 2 000 above the draw is recouped in February, when the rest is forgiven.
        PartnerContract contract = Define().Pay(Plan).Advance(new Draw(DrawKind.BalanceForgiven, Yuan(8_000m), 1, Rate.Percent(50), lastPeriod: 2)).Build();
        ContractAccount january = contract.Settle(Month(1), [Revenue(Month(1), 100_000m)], contract.Open()).Closing;
        contract.Settle(Month(2), [Revenue(Month(2), 200_000m)], january).Lines.Skip(1).Select(line => line.Text).Should().Equal(
            new LocalText("Recouped of advances; 2 000.00 CNY stay owed", "抵扣预付；余 2 000.00 CNY"), new LocalText("Forgiven: 2 000.00 CNY of advances are no longer owed", "免除：预付余额 2 000.00 CNY 不再追偿"));
    }

    [Fact]
    public void A_bonus_is_booked_as_an_expense()
    {
        PartnerContract contract = Define().Commit(Commitment.AtLeast("likes", Likes, 100m, CommitmentPeriod.Month, Measurement.Reported).OverDeliveryEarns(DeviationPrice.PerUnit(0.5m))).Build();
        contract.Settle(Month(1), [ContractFact.Reported("likes", Month(1), 120m, "r")], contract.Open()).Journal.Select(line => $"{line.Account} {line.Side} {line.Amount} {line.Reference}").Should().Equal(
            $"{JournalAccount.BonusExpense} Debit 10.00 CNY star-2025 2025-01-01 bonus/likes/2025-01-01", $"{JournalAccount.PartnerPayable} Credit 10.00 CNY star-2025 2025-01-01 bonus/likes/2025-01-01");
    }

    [Fact]
    public void A_late_delivery_that_is_counted_and_late_sales_are_said_to_be_unused()
    {
        CostShare shared = CostShare.Of(Yuan(50_000m), Rate.Percent(80), Rate.Percent(20)).AdjustedBySales(Yuan(31_000m), Day("2025-02-01"), (0m, Rate.Percent(20)));
        PartnerContract contract = PartnerContract.Define("c", Star, Live, Year, Cny).Round(Rounding.HalfAwayFromZero).Deposit(DepositTerms.OfCostShare()).ShareCost(shared)
            .Deliver(new DataDuty("weekly", new LocalText("Weekly data"), Cycle.Week, 2)).Deliver(new DataDuty("shown", new LocalText("Shown only"), Cycle.Week, 2)).Commit(Traffic()).Commit(Commitment.Deliver("data", "weekly", CommitmentPeriod.Month)).Build();
        ContractFact[] facts = [.. Both("traffic", Month(1), 1m), .. Both("traffic", Month(2), 1m), .. Both("traffic", Month(3), 1m), ContractFact.SalesOf(Month(2), Yuan(1m), "shop-2"), ContractFact.SalesOf(Month(3), Yuan(1m), "shop-3")];
        ContractAccount february = contract.Settle(Month(2), facts, contract.Settle(Month(1), facts, contract.Open()).Closing).Closing;
        contract.Settle(
            Month(3),
            [
                .. facts, ContractFact.Delivered("weekly", Day("2025-01-05"), Day("2025-01-06"), "late mail"), ContractFact.Delivered("shown", Day("2025-01-05"), Day("2025-01-06"), "shown mail"),
                ContractFact.SalesOf(Days("2025-01-31", "2025-01-31"), Yuan(1m), "before"), ContractFact.SalesOf(Days("2025-02-01", "2025-02-01"), Yuan(1m), "late shop"),
            ],
            february).Unused.Select(unused => unused.Fact.Reference).Should().Equal("late mail", "late shop");
    }

    [Fact]
    public void An_advance_on_top_is_called_one()
    {
        PartnerContract contract = Define().Pay(Plan).Advance(new Draw(DrawKind.AdvanceOnTop, Yuan(8_000m), 1, Rate.Percent(50))).Build();
        SettlementLine advance = contract.Settle(Month(1), [Revenue(Month(1), 100_000m)], contract.Open()).Lines.Single(line => line.Kind == SettlementLineKind.GuaranteeTopUp);
        advance.Text.Should().Be(new LocalText("Advance", "预付"));
    }

    [Fact]
    public void A_record_has_a_row_for_everything_that_led_to_it()
    {
        PartnerContract contract = Define().Pay(Plan).HoldBack(Rate.Percent(10), 2)
            .Commit(Commitment.AtLeast("likes", Likes, 100m, CommitmentPeriod.Session, Measurement.Both(Rate.Percent(5), Rate.Percent(20))).ShortfallCosts(DeviationPrice.PerUnit(10m)))
            .Amend(Day("2025-01-16"), Day("2025-01-10")).Build();
        DateIntervalFacts(out ContractFact[] facts);
        Settlement settled = contract.Settle(Month(1), facts, contract.Open());
        string[] Rows(string kind) => [.. settled.ToRecord().Split('\n').Where(row => row.StartsWith(kind + "\t", StringComparison.Ordinal)).Select(row => row.Replace('\t', '|'))];
        Rows("part").Should().Equal("part|2025-01-01|2025-01-15|1", "part|2025-01-16|2025-01-31|2");
        Rows("fact").Should().Equal(
            "fact|DepositPaid|2025-01-02|2025-01-02||||50.00 CNY|||bank",
            "fact|Commission|2025-01-01|2025-01-15|||||||sales facts",
            "fact|Commission|2025-01-16|2025-01-31|||||||sales facts",
            "fact|Reported|2025-01-05|2025-01-05|likes|s-1|90||||report",
            "fact|ThirdParty|2025-01-05|2025-01-05|likes|s-1|90||||panel");
        Rows("result").Should().Equal("result|likes|2025-01-05|2025-01-05|s-1|100|90|90|90|Agrees|Missed|10|100000000|0|0|report; panel");
        Rows("deposit").Should().Equal("deposit|1|2025-01-02|PaidIn|50000000|50000000|0|bank||", "deposit|2|2025-01-15|Forfeited|-50000000|50000000|50000000|breach/likes/2025-01-05/s-1|likes|");
        Rows("holdback").Should().Equal("holdback|2025-01-15|2025-03-15|500000", "holdback|2025-01-31|2025-03-31|1000000");
        Rows("line")[2].Should().Be(
            "line|compensation/likes/2025-01-05/s-1|Compensation|-100000000|likes, 2025-01-05 (s-1): 90 of at least 100, missed by 10; 10 x 10 = 100.00|0|0|10|1|10000000|1||点赞（likes），2025-01-05 (s-1)：90，约定不低于 100，差10；10 × 10 = 100.00|report|panel");
        settled.Verify().Should().BeEmpty();

        static void DateIntervalFacts(out ContractFact[] facts) => facts =
        [
            ContractFact.DepositPaid(Day("2025-01-02"), Yuan(50m), "bank"), Revenue(Days("2025-01-01", "2025-01-15"), 100m), Revenue(Days("2025-01-16", "2025-01-31"), 200m),
            ContractFact.Reported("likes", Days("2025-01-05", "2025-01-05"), 90m, "report", "s-1"), ContractFact.ThirdParty("likes", Days("2025-01-05", "2025-01-05"), 90m, "panel", "s-1"),
        ];
    }

    [Fact]
    public void A_price_of_a_part_of_a_step_is_checked_in_the_record()
    {
        // 10 of 31 days are excused: 67.74... of 100 are asked for, 47.74... are missing; 30 at 1 and the rest at 2.
        Commitment likes = Commitment.AtLeast("likes", Likes, 100m, CommitmentPeriod.Month, Measurement.Reported)
            .ShortfallCosts(DeviationPrice.Of(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0m).PerUnit(1m), Tier.From(30m).PerUnit(2m)), DeviationUnit.Units)).OverDeliveryEarns(DeviationPrice.PerUnit(0.5m));
        PartnerContract contract = Define().Commit(likes).Build();
        Settlement missed = contract.Settle(Month(1), [ContractFact.Reported("likes", Month(1), 20m, "r"), ContractFact.Excused(null, Days("2025-01-01", "2025-01-10"), "flood")], contract.Open());
        missed.Results.Single().Compensation.Should().Be(Yuan(65.48m), "30 and twice 17.741935");
        missed.Verify().Should().BeEmpty();
        string bonus = contract.Settle(Month(1), [ContractFact.Reported("likes", Month(1), 120m, "r")], contract.Open()).ToRecord();
        bonus.Should().Contain("line\tbonus/likes/2025-01-01\tBonus\t10000000\tlikes, 2025-01-01 to 2025-01-31: 120 of at least 100, exceeded by 20; 20 x 0.5 = 10.00\t0\t0\t1\t2\t20000000\t1\t\t");
    }

    [Fact]
    public void A_price_may_be_nothing_and_a_percentage_is_none()
    {
        IEnumerable<string> Errors(TierTable table)
        {
            Define().Commit(Commitment.AtLeast("likes", Likes, 100m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(DeviationPrice.Of(table, DeviationUnit.Units))).TryBuild(out _, out IReadOnlyList<ContractError> errors);
            return errors.Select(error => error.Path);
        }

        Errors(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0m).PerUnit(0m), Tier.From(5m).PerUnit(1m))).Should().BeEmpty();
        Errors(TierTable.Step(Edge.LowerIncluded, Tier.From(0m).Flat(0m), Tier.From(5m).Flat(1m))).Should().BeEmpty();
        Errors(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0m).PerBlock(5m, 0m, BlockRounding.Up), Tier.From(5m).PerBlock(5m, 1m, BlockRounding.Up))).Should().BeEmpty();
        Errors(TierTable.Percent(5m)).Should().NotBeEmpty().And.OnlyContain(path => path.StartsWith("versions[0].commitments[0].shortfall", StringComparison.Ordinal));
        FluentActions.Invoking(() => DeviationPrice.Of(null!, DeviationUnit.Units)).Should().Throw<ArgumentNullException>().WithParameterName("table");
    }
}
